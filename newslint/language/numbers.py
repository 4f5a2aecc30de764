"""Finding quantities in text: how many of what."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from newslint.language.dates import find_dates
from newslint.span import Span
from newslint.vocabulary import load, words

#: Up to so many characters, the quantities of many texts are remembered, of longer ones of a few.
_SHORT = 20_000
_FEW = 4

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, in figures or in words.

    `span` covers the number with its sign, magnitude and unit ("$1.5 billion", "12 percent");
    `value` is exact. `unit` is `percent`, `percentage point`, a currency, or None. `noun` is
    the plural that the number counts, as written, with its place in `noun_span`.
    `approximate` says that "about", "nearly" or the like stands before it.
    """

    span: Span
    value: Fraction
    unit: str | None = None
    noun: str | None = None
    noun_span: Span | None = None
    approximate: bool = False


def find_quantities(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """Return the quantities in `text`, in order, none inside another.

    Args:
        text: one block, or a sentence.
        offset: where it starts in the article; spans are moved by it.

    Left out are dates, clock times, scores, ordinals, and figures that are part of a name
    (Article 5, F-16, COVID-19).
    """
    remembered = _quantities_in if len(text) <= _SHORT else _quantities_in_long
    return remembered(text, offset)


@lru_cache(maxsize=1_024)
def _quantities_in(text: str, offset: int) -> tuple[Quantity, ...]:
    """Return the quantities in `text`; several rules ask for those of the same block."""
    if not _may_hold_number(text):
        return ()
    busy = sorted(m.span for m in find_dates(text))
    starts = [span.start for span in busy]
    found: list[Quantity] = []
    for match in _pattern().finditer(text):
        nearest = bisect_right(starts, match.start()) - 1
        in_date = nearest >= 0 and match.start() < busy[nearest].end
        quantity = None if in_date else _read(text, match, offset)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


_quantities_in_long = lru_cache(maxsize=_FEW)(_quantities_in.__wrapped__)


@lru_cache(maxsize=1_024)
def has_digit(text: str) -> bool:
    """Return whether a digit stands in `text`; many rules ask it of the same sentence."""
    return any(map(str.isdigit, text))


def _may_hold_number(text: str) -> bool:
    """Return whether a figure or a number word stands in `text`: most sentences have neither."""
    return _DIGIT.search(text) is not None or not _number_words().isdisjoint(
        _WORD.findall(text.casefold())
    )


@cache
def _number_words() -> frozenset[str]:
    """Return the last words of all numbers that are written out."""
    tables = ("units", "tens", "magnitudes", "fractions")
    return frozenset(_WORD.findall(name.casefold())[-1] for t in tables for name in _table(t))


@cache
def _table(name: str) -> dict[str, str]:
    data = load("newslint.language", "numbers.yml")
    table = data.get(name) if isinstance(data, dict) else None
    return {k: v for k, v in table.items() if isinstance(v, str)} if isinstance(table, dict) else {}


@cache
def _list(name: str) -> frozenset[str]:
    return words("newslint.language", "numbers.yml", name)


def _alternatives(names: list[str]) -> str:
    return "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in sorted(names, key=len)[::-1])


@cache
def _pattern() -> re.Pattern[str]:
    units = _alternatives(list(_table("units")))
    tens = _alternatives(list(_table("tens")))
    large = _alternatives([m for m in _table("magnitudes") if len(m) > 3])
    letters = _alternatives([m for m in _table("magnitudes") if len(m) < 3])
    small = rf"(?:(?:{tens})(?:[-\s](?:{units}))?|{units})"
    return re.compile(
        rf"""
        (?P<sign>(?<![\w$])(?:{_alternatives(list(_table("signs")))})\s?)?
        (?:
          (?(sign)|(?<![\w.,/:-]))(?P<figures>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
          (?P<magnitude>[-\s](?:{large})\b|(?:{letters})\b)?
        |
          \b(?P<fraction>{_alternatives(list(_table("fractions")))})\b
             (?:\s+(?:of\s+)?an?\s+(?P<whole>{large})\b)?
        |
          \b(?P<words>(?:an?\s+(?:{large})|{small}(?:[-\s](?:{large}))?)\b
             (?:\s+(?:and\s+)?(?:{small}|{large})\b){{0,6}})
        )
        (?P<unit>\s?%|[-\s](?:percentage\s+points?|percent|per\s+cent|pct)\b
          |[-\s](?:{_alternatives(list(_table("currencies")))})\b)?
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _read(text: str, match: re.Match[str], offset: int) -> Quantity | None:
    if match["figures"]:
        if _is_name_or_time(text, match):
            return None
        value = Fraction(Decimal(match["figures"].replace(",", "")))
        if match["magnitude"]:
            value *= Fraction(_table("magnitudes")[match["magnitude"].lstrip("-").strip().lower()])
    elif match["fraction"]:
        value = Fraction(_table("fractions")[" ".join(match["fraction"].lower().split())])
        if match["whole"]:
            value *= Fraction(_table("magnitudes")[match["whole"].lower()])
    elif not _is_pronoun(text, match):
        spelled = _spelled(match["words"])
        if spelled is None:
            return None
        value = spelled
    else:
        return None
    start, end = match.start(), match.end()
    while text[start].isspace():
        start += 1
    end = start + len(text[start:end].rstrip())
    noun = None if match["sign"] else _noun(text, end)
    return Quantity(
        Span(start + offset, end + offset),
        value,
        _unit(match),
        noun.cut(text) if noun else None,
        noun.shifted(offset) if noun else None,
        _is_approximate(text, start),
    )


def _is_name_or_time(text: str, match: re.Match[str]) -> bool:
    """Return whether figures are an ordinal, a time, a score, or part of a name."""
    after = text[match.end("figures") : match.end("figures") + 3]
    if re.match(r"st\b|nd\b|rd\b|th\b|s\b|[:/,]\d|[-–]\d", after) or re.match(r"-?[A-Z]", after):
        return True
    if re.match(
        r"\s?[ap]\.?m\b", text[match.end("figures") : match.end("figures") + 5], re.IGNORECASE
    ):
        return True
    before = text[max(0, match.start() - 14) : match.start()].rstrip()
    word = re.search(r"[\w.]+$", before)
    return word is not None and word[0].lower() in _list("labels")


_PRONOUN_BEFORE = re.compile(r"\b(?:no|any|every|each|this|that|which)[\s-]$", re.IGNORECASE)
_PRONOUN_AFTER = re.compile(r"\s+another\b|['’]", re.IGNORECASE)


def _is_pronoun(text: str, match: re.Match[str]) -> bool:
    """Return whether the word is the pronoun of "no one", "one another" or "one's"."""
    return match["words"].lower() == "one" and (
        _PRONOUN_BEFORE.search(text, max(0, match.start() - 8), match.start()) is not None
        or _PRONOUN_AFTER.match(text, match.end()) is not None
    )


def _spelled(written: str) -> Fraction | None:
    """Return the value of a number in words: two hundred and five, a dozen."""
    total = Fraction(0)
    current: Fraction | None = None
    for word in re.findall(r"[a-z]+", written.lower()):
        if word in _table("units") or word in _table("tens"):
            number = Fraction((_table("units") | _table("tens"))[word])
            current = number if current is None else current + number
        elif word in _table("magnitudes"):
            size = Fraction(_table("magnitudes")[word])
            current = (1 if current is None else current) * size
            if size >= 1000:
                total, current = total + current, None
        elif word in ("a", "an"):
            current = Fraction(1)
    if current is None and not total:
        return None
    return total + (current or 0)


def _unit(match: re.Match[str]) -> str | None:
    if match["sign"]:
        sign = match["sign"].strip().upper()
        return _table("signs").get(sign)
    unit = " ".join((match["unit"] or "").lower().strip(" -").split())
    if unit in ("%", "percent", "per cent", "pct"):
        return "percent"
    if unit.startswith("percentage"):
        return "percentage point"
    return _table("currencies").get(unit)


_NEXT_WORD = re.compile(r"[\s-]+(?P<word>[^\W\d_][\w’'-]{0,40})")


def _noun(text: str, end: int) -> Span | None:
    """Return the first plural among the four words that follow, in the same phrase."""
    at = end
    for _ in range(4):
        match = _NEXT_WORD.match(text, at)
        if match is None or match["word"].lower() in _list("stops"):
            return None
        word = match["word"].lower()
        if word in _list("plurals") or (
            word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))
        ):
            return Span(*match.span("word"))
        at = match.end()
    return None


def _is_approximate(text: str, start: int) -> bool:
    before = " ".join(text[max(0, start - 24) : start].lower().split())
    return any(before.endswith((" " + w, w)) for w in _list("approximate"))
