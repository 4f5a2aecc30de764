"""numbers.exchange-rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from newslint.checks._sums.rounding import NUMBER, Rounded, rounded, shown
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_SIGN = r"(?:US\$|A\$|C\$|[$£€¥₽₹₴]|(?:EUR|USD|GBP)\s?)"
_LARGE = r"\s?(?:thousand|million|billion|trillion|bn|mn|tn|m|k)\b"
_WORDS = (
    r"euros?|dollars?|pounds?|yen|yuan|kronor|kroner|crowns?|francs?|zlotys?|roubles?|rubles?"
    r"|rupees?|rand|pesos?|lira"
)


def _money(which: int) -> str:
    return (
        rf"(?:(?P<sign{which}>{_SIGN})\s?(?P<n{which}>{NUMBER})(?P<m{which}>{_LARGE})?"
        rf"|(?P<w{which}>{NUMBER})(?P<l{which}>{_LARGE})?\s(?P<word{which}>{_WORDS})\b)"
    )


_PAIR = LazyRegex(
    rf"(?<![\w.,]){_money(1)}(?:\s[a-z]{{2,15}})?\s?"
    rf"\((?:(?:or|about|around|roughly|some|nearly|almost)\s)*{_money(2)}\s?\)",
    re.IGNORECASE,
)
_SIZES = {"thousand": 3, "k": 3, "million": 6, "mn": 6, "m": 6, "billion": 9, "bn": 9}
_SIZES |= {"trillion": 12, "tn": 12}
_YEAR = LazyRegex(r"\b(?:1[89]|20)\d\d\b")
_TOLERANCE = Fraction(6, 100)


@dataclass(frozen=True, slots=True)
class _Conversion:
    span: Span
    text: str
    currencies: tuple[str, str]
    amount: Rounded
    result: Rounded
    years: frozenset[str]  # named in the sentence: the rate may be an old one


class ExchangeRate(Rule):
    """Convert money at one rate throughout an article.

    Two sums in two currencies tell the reader the rate. If another pair implies a rate that
    is far from it, one of the sums is wrong, often by a nought or two figures that changed
    places. What the true rate is, is not looked up. Sentences that name different years may
    use different rates.
    """

    id: str = "numbers.exchange-rate"
    message: str = "At the rate of “%s” this would be %s: check which sum is wrong."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"sentences"})
    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-c",)
    examples: ClassVar = (
        Example(
            "The pier cost £3 million ($3.8 million). The repair will cost"
            " [[£2 million ($5.2 million)]]."
        ),
        Example("The prize is €200 ($220). The runner-up gets [[€100 ($1,100)]]."),
        Example("The pier cost £3 million ($3.8 million). The repair will cost £2m ($2.5m)."),
        Example(
            "The pier cost £3 million ($3.8 million). In 1990 it cost £2 million ($4 million)."
        ),
        Example("The pier cost £3 million (€3.6 million). The repair cost £2 million ($2.5m)."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each conversion at odds with the others, or with the first."""
        groups: dict[tuple[str, str], list[_Conversion]] = {}
        for found in _conversions(reading):
            groups.setdefault(found.currencies, []).append(found)
        for group in groups.values():
            usual = max(group, key=lambda c: sum(_agree(c, other) for other in group))
            for odd in group:
                if odd.years == usual.years and not _agree(odd, usual):
                    rate = usual.result.value / usual.amount.value
                    yield self.problem(
                        odd.span,
                        usual.text,
                        shown(odd.amount.value * rate),
                        related=(Related(usual.span, "at this rate"),),
                    )


def _conversions(reading: Reading) -> Iterator[_Conversion]:
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        for match in _PAIR.finditer(text):
            years = frozenset(year[0] for year in _YEAR.finditer(text))
            currencies = (_currency(match, "1"), _currency(match, "2"))
            amount, result = _amount(match, "1"), _amount(match, "2")
            if currencies[0] != currencies[1] and amount.value > 0 and result.value > 0:
                place = Span(*match.span()).shifted(sentence.span.start)
                yield _Conversion(place, match[0], currencies, amount, result, years)


def _currency(match: re.Match[str], which: str) -> str:
    name = (match["sign" + which] or match["word" + which]).upper().strip()
    return {"$": "US$", "USD": "US$", "EUR": "€", "GBP": "£"}.get(name, name.rstrip("S"))


def _amount(match: re.Match[str], which: str) -> Rounded:
    digits = match["n" + which] or match["w" + which]
    size = (match["m" + which] or match["l" + which] or "").strip().lower()
    return rounded(digits, Fraction(10 ** _SIZES.get(size, 0)))


def _agree(one: _Conversion, other: _Conversion) -> bool:
    """Return whether both may have been worked out at one rate."""
    rate = other.result.value / other.amount.value
    expected = Rounded(one.amount.value * rate, Fraction(0))
    slack = other.result.slack / other.result.value + other.amount.slack / other.amount.value
    return expected.agrees(one.result, _TOLERANCE + min(slack, _TOLERANCE))
