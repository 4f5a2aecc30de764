"""grammar.missing-helper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

_HAVE = frozenset({"has", "have", "had", "having", "'s", "’s", "'d", "’d", "'ve", "’ve", "s", "d"})
#: What "been" follows when a helper is lost: a subject, an adverb, or "may".
_BEFORE = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "MD", "WDT", "WP", "RB"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "VBN", "JJ", "VBG", "IN"})


class MissingHelper(Rule):
    """Write "has been", "have been" or "had been".

    "The crew been told" lost its helping verb, most often when a sentence was shortened. The
    reader cannot tell whether it happened once or goes on.
    """

    id: str = "grammar.missing-helper"
    message: str = "“been” has no “has”, “have” or “had” before it."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    standards: ClassVar = ("https://www.gov.uk/guidance/style-guide/a-to-z",)
    examples: ClassVar = (
        Example("The crews [[been]] called to the mill three times this year."),
        Example("The owners may [[been]] aware of the leak."),
        Example("The crews have often been called, and been sent away again."),
        Example("Had the mill been sold, they'd been asked. She's been there."),
        Example("A Nobel has-been came. Been there, done that, the shirt said."),
        Example('"The crews been called," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such word."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for been in tokens:
                if been.text != "been" or not _lacks_helper(tokens, been):
                    continue
                if is_writers_own(reading, been.span):
                    yield self.problem(been.span)


def _lacks_helper(tokens: tuple[Token, ...], been: Token) -> bool:
    before = [t for t in tokens[: been.i] if t.sentence == been.sentence]
    after = tokens[been.i + 1] if been.i + 1 < len(tokens) else None
    if not before or after is None or before[-1].tag not in _BEFORE:
        return False
    return after.tag in _FINITE and not any(t.lower in _HAVE for t in before)
