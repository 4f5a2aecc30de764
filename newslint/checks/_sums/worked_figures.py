"""Figures of a sentence, with the units that make them comparable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.span import Span

_SIGN = LazyRegex(
    r"(?:\b(?P<sign>KSh|Sh|Rs\.?|INR|NOK|SEK|DKK|CHF|AED|NGN|ZAR|PKR|kr|R|US\$|A\$|C\$|NZ\$|HK\$))\s?$"
)
_MONEY_WORD = LazyRegex(
    r"\s(?:[A-Z][a-z]+\s)?(?P<unit>crowns?|kron(?:er|or|a|e)|francs?|shillings?|rand|naira|pesos?|liras?|zloty|rupees?|yen|yuan"
    r"|won|dinars?|dirhams?|baht|ringgit|ri?yals?|pounds?|euros?|dollars?|aurs|marks|florins?|guilders?)\b"
)
_SAME_MONEY = {"ksh": "shilling", "sh": "shilling", "rs": "rupee", "rs.": "rupee",
"inr": "rupee", "pkr": "rupee",
               "r": "rand", "zar": "rand", "nok": "kron", "sek": "kron", "dkk": "kron",
               "kr": "kron", "ngn": "naira",
               "chf": "franc"}  # fmt: skip
PERCENT = frozenset({"percent", "percentage point"})
_HEDGE = LazyRegex(
    r"\b(?:about|around|roughly|some|nearly|almost|over|more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|up\sto|under"
    r"|close\sto|approximately|just\sover|just\sunder)\s(?:[A-Za-z$€£]{0,4}\s?)$",
    re.IGNORECASE,
)
TIME_UNITS = LazyRegex(
    r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|per\s?cent|percent|%|times|metres?|meters?|kilomet\w+|km"
    r"|miles?|feet|tonnes?|tons?|kilos?|kilograms?|litres?|degrees?|o[’']clock|a\.?m\b|p\.?m\b|points?)\b"
)
SMALL = {w: i for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six",
"seven", "eight", "nine", "ten", "eleven", "twelve"])} | {
    "fifteen": 15, "twenty": 20}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure with its unit: "" of things, "percent", or a currency."""

    value: Fraction
    unit: str
    span: Span  # with sign and unit
    exact: bool
    noun: str


@lru_cache(maxsize=2_048)
def sums(text: str) -> Sequence[Sum]:
    """Return the figures of a sentence; several rules ask for those of the same one."""
    return tuple(_sums_in(text))


def _sums_in(text: str) -> Iterator[Sum]:
    for quantity in find_quantities(text):
        start, end, unit = quantity.span.start, quantity.span.end, quantity.unit or ""
        sign = _SIGN.search(text[max(0, start - 5) : start])
        word = _MONEY_WORD.match(text, end)
        if not unit and sign is not None:
            unit = _SAME_MONEY.get(sign["sign"].lower(), sign["sign"])
            start -= len(sign[0])
        elif not unit and word is not None:
            unit = "kron" if word["unit"].startswith("kron") else word["unit"].rstrip("s")
            end = word.end()
        exact = not quantity.approximate and _HEDGE.search(text[max(0, start - 22) : start]) is None
        yield Sum(quantity.value, unit, Span(start, end), exact, quantity.noun or "")


def shown(value: Fraction) -> str:
    """Return a value in few digits."""
    number = float(value)
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if number >= size:
            return f"{number / size:.3g} {name}"
    return f"{number:,.6g}" if number < 1e6 else f"{number:,.0f}"


def count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    word = written.lower()
    if word in SMALL:
        return SMALL[word]
    found = find_quantities(f"{word} things") if word.startswith(_TENS) else ()
    return int(found[0].value) if found else None


_TENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
"twenty", "thirty",
         "forty", "fifty", "sixty", "seventy", "eighty", "ninety")  # fmt: skip
