"""grammar.missing-apostrophe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

_OPENERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "one", "other"})
_NOUNS = frozenset({"NN", "NNS"})
_AFTER = frozenset({"VBZ", "VBD", "VBP", "MD", "IN", "TO", "CC", ",", "."})


class MissingApostrophe(Rule):
    """Write an apostrophe where something is somebody's.

    In "the ministers car" the reader cannot tell one minister from several, and reads on for a
    verb that does not come. Only people are looked at, with what only people have; set phrases
    such as "teachers union" are house style.
    """

    id: str = "grammar.missing-apostrophe"
    message: str = "“%s” owns “%s” and lacks an apostrophe: write “%s” or “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    standards: ClassVar = (standards.GUARDIAN_A,)
    examples: ClassVar = (
        Example("The [[ministers]] car stood by the mill, and the [[workers]] demands were heard."),
        Example("The ministers' car stood by the mill, and the worker's demands were heard."),
        Example("The teachers union met. The leaders head north, and the drivers name a price."),
        Example('"The ministers car was red," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such noun in -s."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for owner in tokens:
                owned = _owned(tokens, owner)
                if owned is None or not is_writers_own(reading, owner.span):
                    continue
                one = f"{owner.text[:-1]}'s"
                yield self.problem(owner.span, owner.text, owned.text, one, f"{owner.text}'")


def _owned(tokens: tuple[Token, ...], owner: Token) -> Token | None:
    """Return what "ministers" owns in "the ministers car was"."""
    if not owner.text.islower() or owner.lower[-1:] != "s" or not 0 < owner.i < len(tokens) - 2:
        return None
    before, thing, after = tokens[owner.i - 1], tokens[owner.i + 1], tokens[owner.i + 2]
    if owner.lower[:-1] not in vocabulary("apostrophes", "owners"):
        return None
    if thing.lower not in vocabulary("apostrophes", "owned") or thing.tag not in _NOUNS:
        return None
    whole = before.lower in _OPENERS and after.tag in _AFTER and thing.sentence == owner.sentence
    return thing if whole and owner.head is thing and owner.dep != "nsubj" else None
