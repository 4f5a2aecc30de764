"""grammar.missing-hyphen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NUMBER = (
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundred)"
)
_AGE = LazyRegex(
    rf"(?<![\w.,-])(?!1[ -])(?P<age>{_NUMBER})[ -](?:year|month|week|day)[ -]old(?!\w)"
)
_NOUNS = frozenset({"NN", "NNS"})
_OWNERS = frozenset({"DT", "PRP$", "POS", "JJ", "IN"})


class MissingHyphen(Rule):
    """Tie the words that stand before a noun as one: a three-year contract.

    "A 12 year old boy" can be read as twelve boys, each a year old. Ages, measures and the
    pairs that every style guide ties are looked at; other compounds are a matter of house
    style.
    """

    id: str = "grammar.missing-hyphen"
    message: str = "Tie these words with hyphens: “%s”."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The [[12 year old]] boy signed a [[three year]] contract.",
            fixed="The 12-year-old boy signed a three-year contract.",
        ),
        Example("He has a [[full time]] job. The [[well known]] mill is shut."),
        Example("The 12-year-old signed a three-year contract. He is 12 years old."),
        Example("The mill is well known, and he works there full time for five years."),
        Example("The vote of 8 May was a day old. In 1990 year groups were mixed."),
        Example('"A 12 year old boy," she said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such group of words, with hyphens as an unsafe fix."""
        for index, block in prose(reading):
            ages = [
                Span(*match.span())
                for match in _AGE.finditer(reading.text, block.span.start, block.span.end)
                if match[0].count("-") < 2
            ]
            tokens = reading.parses[index].tokens
            pairs = (_pair(tokens, token) for token in tokens)
            others = [p for p in pairs if p is not None and not any(p.overlaps(a) for a in ages)]
            for place in sorted((*ages, *others)):
                if is_writers_own(reading, place):
                    tied = "-".join(place.cut(reading.text).replace("-", " ").split())
                    yield self.problem(place, tied, fix=Fix((Edit(place, tied),)))


def _pair(tokens: tuple[Token, ...], first: Token) -> Span | None:
    """Return the place of "three year" or "well known" before a noun."""
    before = tokens[first.i - 1] if first.i else None
    rest = tokens[first.i + 1 : first.i + 3]
    if before is None or len(rest) < 2 or before.tag not in _OWNERS:
        return None
    second, noun = rest
    if noun.tag not in _NOUNS or not second.text.islower() or noun.sentence != first.sentence:
        return None
    place = Span(first.start, second.end)
    words = f"{first.text} {second.text}"
    if words == "first time" and before.lower not in ("a", "his", "her", "their"):
        return None  # "the first time voters had a choice"
    if words in vocabulary("hyphens", "tied"):
        return place
    counted = (
        first.tag == "CD"
        and first.lower not in ("one", "1")
        and (first.text.isdecimal() or first.text.isalpha())
        and before.tag in ("DT", "PRP$", "POS")
    )
    unit = second.tag == "NN" and second.lower in vocabulary("hyphens", "units")
    return place if counted and unit and noun.lower not in ("period", "mark") else None
