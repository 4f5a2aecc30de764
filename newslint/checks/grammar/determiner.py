"""grammar.determiner."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "VBN", "VBG"})


class Determiner(Rule):
    """Write "both countries", not "both the countries".

    "Both" already points to the two; a second determiner makes the reader look for an "and".
    "Both the mayor and the council" and "both of the boats" are right and are left alone.
    """

    id: str = "grammar.determiner"
    message: str = "“%s” has one word too many: write “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_A,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The pact means little to [[both the towns]].",
            fixed="The pact means little to both towns.",
        ),
        Example(
            "Rain fell on [[both the northern islands]] at night.",
            fixed="Rain fell on both northern islands at night.",
        ),
        Example("The pact was signed by both the towns of the north and the islands."),
        Example("Both the mayor and the harbour master spoke."),
        Example("Rain fell on both of the islands and both towns."),
        Example("He is the uncle of both the daughters of the mayor."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each "both the" before a plural that no "and" joins."""
        for parse in reading.parses:
            tokens = parse.tokens
            for both, the in pairwise(tokens):
                if both.lower != "both" or the.lower != "the":
                    continue
                noun = _plural_noun(tokens, the.i + 1)
                if noun is None or _is_paired(tokens, noun) or _is_narrowed(tokens, noun):
                    continue
                place = Span(both.start, noun.end)
                if not is_writers_own(reading, place):
                    continue
                right = both.text + reading.text[the.end : noun.end]
                yield self.problem(
                    place,
                    place.cut(reading.text),
                    right,
                    fix=Fix((Edit(Span(both.end, the.end), ""),)),
                )


def _plural_noun(tokens: tuple[Token, ...], start: int) -> Token | None:
    """Return the plural noun that ends the phrase which starts at `start`."""
    for token in tokens[start : start + 4]:
        if token.tag in ("NNS", "NNPS"):
            return token
        if token.tag not in _MODIFIERS:
            return None
    return None


def _is_narrowed(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Return whether what follows says which two are meant: "both the sons of the mayor"."""
    after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    return after is not None and after.lower in ("of", "that", "who", "which", "whose")


def _is_paired(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Return whether an "and" follows in the same sentence before its next comma or verb."""
    for token in tokens[noun.i + 1 :]:
        if token.sentence != noun.sentence or token.pos in ("VERB", "AUX"):
            return False
        if token.lower in ("and", "or", "as"):
            return True
    return False
