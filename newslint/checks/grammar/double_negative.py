"""grammar.double-negative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NOT = frozenset({"not", "n't", "n’t"})
_NONE = frozenset({"nobody", "none", "nothing", "nowhere"})
_HARDLY = frozenset({"barely", "hardly", "scarcely"})
_NEAR = 3  # words from the one negative to the other


class DoubleNegative(Rule):
    """Deny a thing once.

    "Did not say nothing" and "could not hardly" say the opposite of what is meant, or leave
    the reader to work it out. "Not uncommon" and "could not do nothing" are meant and stand.
    """

    id: str = "grammar.double-negative"
    message: str = "“%s” after “%s” denies it twice: keep one of the two."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = ("https://www.gov.uk/guidance/style-guide/a-to-z",)
    examples: ClassVar = (
        Example("The witness [[did not say nothing]] to the court."),
        Example("She [[could not hardly]] see the pier. There [[wasn't no]] reply."),
        Example("It is not uncommon. She could not do nothing. It was not that nobody came."),
        Example("He did not stay, nor did nobody see him. The gift was not nothing."),
        Example('"He didn\'t say nothing," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the words from the first negative to the second."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for token in tokens:
                second = _second(tokens, token)
                if second is None:
                    continue
                place = Span(tokens[token.i - 1].start, second.end)
                if is_writers_own(reading, place):
                    yield self.problem(place, second.text, token.text)


def _second(tokens: tuple[Token, ...], no: Token) -> Token | None:
    """Return the negative that follows "not" in the same clause."""
    if no.text not in _NOT or no.dep != "neg" or no.i == 0:
        return None
    verb = no.head
    after = tokens[no.i + 1] if no.i + 1 < len(tokens) else None
    if after is None or after.sentence != no.sentence:
        return None
    if after.lower in _HARDLY:
        return after
    if verb.child("expl") is not None and after.lower == "no":
        return after
    if verb.lemma in ("do", "be") or verb.i < no.i:
        return None  # "could not do nothing", "was not nothing": meant
    objects = [c for c in verb.children if c.i > verb.i and c.dep in ("dobj", "advmod")]
    return next((c for c in objects if c.lower in _NONE and c.i - verb.i <= _NEAR), None)
