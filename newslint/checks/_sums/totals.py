"""Totals and their parts, as sentences tell them, and whether the parts can be right."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.span import Span


@dataclass(frozen=True, slots=True)
class WrongSum:
    """Parts at `span` that come to `added`, though the total is `total`.

    `overlapping` says that the parts may overlap, so that more than the total can be right.
    """

    span: Span
    added: Fraction
    total: str
    overlapping: bool = False


_MOST = 8  # parts of one total
_OF_TOTAL = LazyRegex(r"\b[Oo]f\s(?:the|its|their|these|those|all|his|her)\s(?:\w+\s)?$")
_OF_THAT = LazyRegex(r"^\W*[Oo]f\s(?:this|that|these|those|them|the\s(?:total|sum|money))\b,?\s")
_SHARE = LazyRegex(r"(?:,|\s(?:[\w’'-]+\s?){1,4}?,)\s(?:about\s|some\s|only\s)?", re.IGNORECASE)
_CLAUSE = LazyRegex(r"[^.;:]{1,90}?(?:,\sand\s|,\swhile\s|,\s|\sand\s|;\s)(?:the\s)?")
_MAKES_UP = LazyRegex(
    r"[^.;]{0,60}?(?:\bmak(?:e|es|ing)\sup|\bmade\sup|\ba\s(?:grand\s|combined\s)?total\sof|\btotall?ing"
    r"|\badd(?:s|ing)?\sup\sto|\bbring(?:s|ing)?\sthe\stotal\sto|\bcomes?\sto|\bin\sall,)\s(?:(?:the|a)\s)?"
    r"(?:full\s|whole\s|total\s)?$"
)
_IN_ALL = LazyRegex(r"(?:\s[a-z][\w’'-]{1,20}){0,2}\s(?:in\sall|in\stotal|altogether)\b")
_OTHER = LazyRegex(r"[^.:]{1,110}?\bthe\s(?:other|remaining|rest,)\s$", re.IGNORECASE)
_FIRST_OF = LazyRegex(r"\s(?:out\s)?of\s(?:the|its|their|all|his|her)\s(?:[a-z-]{2,20}\s)?")
_LIST = LazyRegex(r"[^.;:]{0,60}?(?:,\sand\s|,\s|\sand\s)[^.;:,]{1,40}?\s")
_APPOSED = LazyRegex(r"(?:\s[a-z][\w’'-]{1,20}){1,2},\s")
_ANEW = LazyRegex(
    r"\b(?:up|down|from\s[£$€]?\d|compared|than|ago|earlier|years?|months?|days?|hours?|(?:1[89]|20)\d\d"
    r"|including|among|at\sleast|nearly|more)\b",
    re.IGNORECASE,
)


def find_wrong_sums(text: str, before: str = "") -> Iterator[WrongSum]:
    """Yield each total in the sentence `text` whose parts do not fit it.

    Args:
        text: one sentence; spans count from its start.
        before: the sentence before it in the same paragraph, which may hold the total.
    """
    found = find_quantities(text)
    seen: set[int] = set()
    for wrong in (
        *_made_up(text, found),
        *_out_of(text, found),
        *_the_others(text, found),
        *_apposed(text, found),
        *_of_them(text, found),
        *_one_by_one(text, found),
        *_moved_by(text, found),
        *_of_that(text, found, before),
        *_of_seats(text, found, before),
    ):
        if wrong.span.start not in seen:
            seen.add(wrong.span.start)
            yield wrong


def _is_amount(quantity: Quantity) -> bool:
    return quantity.unit != "percentage point" and not quantity.approximate and quantity.value > 0


def _runs(text: str, parts: tuple[Quantity, ...]) -> bool:
    """Return whether the parts follow each other as a list, the last after "and"."""
    if not 2 <= len(parts) <= _MOST or not all(map(_is_amount, parts)):
        return False
    if len({p.unit for p in parts}) != 1:
        return False
    gaps = [text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
    return all(_CLAUSE.fullmatch(gap) for gap in gaps) and " and " in gaps[-1]


def _made_up(text: str, found: tuple[Quantity, ...]) -> Iterator[WrongSum]:
    """£2 million for roads and £1 million for schools, which make up the £3 million."""
    for at in range(2, len(found)):
        total, parts = found[at], found[:at]
        named = _MAKES_UP.fullmatch(text, parts[-1].span.end, total.span.start)
        later = _IN_ALL.match(text, total.span.end) is not None
        if not named and not later:
            continue
        parts = _same_unit(parts, total)
        if not _is_amount(total) or not _runs(text, parts):
            continue
        added = sum((p.value for p in parts), Fraction(0))
        between = text[parts[0].span.start : parts[-1].span.end]
        if added != total.value and not _ANEW.search(between):
            yield WrongSum(_stretch(parts), added, total.span.cut(text))


def _same_unit(parts: tuple[Quantity, ...], total: Quantity) -> tuple[Quantity, ...]:
    """Return the parts from the last one back, as long as they are in the total's unit."""
    kept: list[Quantity] = []
    for part in reversed(parts):
        if part.unit != total.unit:
            break
        kept.insert(0, part)
    return tuple(kept)


def _out_of(text: str, found: tuple[Quantity, ...]) -> Iterator[WrongSum]:
    """Of the 40 boats, 30 are of wood and 15 of steel."""
    for at, total in enumerate(found):
        if not _OF_TOTAL.search(text, 0, total.span.start) or not _is_amount(total):
            continue
        parts = tuple(q for q in found[at + 1 : at + 1 + _MOST] if q.unit == total.unit)
        if len(parts) < 2 or not _SHARE.fullmatch(text, total.span.end, parts[0].span.start):
            continue
        wrong = _beyond(text, parts, total.value, total.span.cut(text))
        if wrong is not None:
            yield wrong


def _beyond(text: str, parts: tuple[Quantity, ...], total: Fraction, words: str) -> WrongSum | None:
    """Return the wrong sum of parts that exceed their total, or None."""
    if not _runs(text, parts) or any(p.value > total for p in parts):
        return None
    added = sum((p.value for p in parts), Fraction(0))
    between = text[parts[0].span.start : parts[-1].span.end]
    if not total < added < 2 * total or _ANEW.search(between):
        return None
    return WrongSum(_stretch(parts), added, words, overlapping=parts[0].unit is None)


def _the_others(text: str, found: tuple[Quantity, ...]) -> Iterator[WrongSum]:
    """Twelve of the 20 councillors voted yes; the other seven voted no."""
    for first, total, rest in zip(found, found[1:], found[2:], strict=False):
        gap = text[first.span.end : total.span.start]
        if {first.unit, total.unit, rest.unit} != {None} or not _FIRST_OF.fullmatch(gap):
            continue
        if not all(map(_is_amount, (first, total, rest))):
            continue
        if _OTHER.fullmatch(text, total.span.end, rest.span.start):
            added = first.value + rest.value
            if added != total.value and 1 <= first.value < total.value:
                yield WrongSum(Span(first.span.start, rest.span.end), added, total.span.cut(text))


def _apposed(text: str, found: tuple[Quantity, ...]) -> Iterator[WrongSum]:
    """The 20 passengers, 12 men and seven women, ..."""
    people = vocabulary("groups", "people")
    for at, total in enumerate(found):
        parts = found[at + 1 : at + 3]
        if len(parts) < 2 or not _APPOSED.fullmatch(text, total.span.end, parts[0].span.start):
            continue
        nouns = [(q.noun or "").lower() for q in (total, *parts)]
        joined = text[parts[0].span.end : parts[1].span.start]
        last = parts[1].noun_span
        if last is None or not all(n in people for n in nouns) or len(set(nouns)) < 3:
            continue
        whole = re.fullmatch(r"\s[\w’'-]+\sand\s", joined) and text[last.end : last.end + 1] in ",."
        added = parts[0].value + parts[1].value
        if whole and all(map(_is_amount, (total, *parts))) and added != total.value:
            yield WrongSum(Span(total.span.start, last.end), added, total.span.cut(text))


_THEM = LazyRegex(r"(?:\s[a-z][\w’'-]{1,20}){1,2},\s")
_TWO_KINDS = LazyRegex(r"\sof\s(?:them|whom)\s(?:[a-z][\w’'-]{1,20}\s){1,3}?and\s")
_ENDS = LazyRegex(r"(?:\s[a-z][\w’'-]{1,20}){1,2}(?=[.,;)]|$)")
_WHERE = LazyRegex(r"\s(?:on|in|from|for|at|by|to|with)\s[^.;:,\d]{1,40}?(?:,\s|,?\sand\s)")
_TO_LIST = LazyRegex(r"(?:\s[a-z][\w’'-]{1,20}){0,4}(?:,|:|\s[-–—])\s")
_BY = LazyRegex(
    r"\b(?P<up>rose|grew|climbed|increased|jumped)?(?:fell|dropped|declined|shrank|decreased)?\sby\s$"
)


def _of_them(text: str, found: tuple[Quantity, ...]) -> Iterator[WrongSum]:
    """88 cases, 51 of them boys and 47 girls."""
    for total, one, other in zip(found, found[1:], found[2:], strict=False):
        if {total.unit, one.unit, other.unit} != {None} or not all(
            map(_is_amount, (total, one, other))
        ):
            continue
        gaps = _THEM.fullmatch(text, total.span.end, one.span.start) and _TWO_KINDS.fullmatch(
            text, one.span.end, other.span.start
        )
        end = _ENDS.match(text, other.span.end)
        added = one.value + other.value
        if gaps and end and max(one.value, other.value) <= total.value < added < 2 * total.value:
            yield WrongSum(Span(total.span.start, end.end()), added, total.span.cut(text))


def _one_by_one(text: str, found: tuple[Quantity, ...]) -> Iterator[WrongSum]:
    """3,100 metres of climbing, 1,400 on the first pass, 900 on the second and 700 on the third."""
    for at, total in enumerate(found[:-3]):
        parts = [found[at + 1]]
        for part in found[at + 2 : at + 1 + _MOST]:
            if _WHERE.fullmatch(text, parts[-1].span.end, part.span.start) is None:
                break
            parts.append(part)
        if len(parts) < 3 or not _TO_LIST.fullmatch(text, total.span.end, parts[0].span.start):
            continue
        if " and " not in text[parts[-2].span.end : parts[-1].span.start]:
            continue
        if any(p.noun is not None for p in parts) or not all(map(_is_amount, (total, *parts))):
            continue
        if total.unit not in (None, parts[0].unit) or len({p.unit for p in parts}) > 1:
            continue
        added = sum((p.value for p in parts), Fraction(0))
        near = total.value * 2 < added * 3 and added * 2 < total.value * 3
        if (
            near
            and added != total.value
            and not _ANEW.search(text, total.span.end, parts[-1].span.start)
        ):
            yield WrongSum(Span(total.span.start, parts[-1].span.end), added, total.span.cut(text))


def _moved_by(text: str, found: tuple[Quantity, ...]) -> Iterator[WrongSum]:
    """Deposits fell by £120 million to £1.9 billion, from £2.2 billion."""
    for by, new, old in zip(found, found[1:], found[2:], strict=False):
        if len({by.unit, new.unit, old.unit}) > 1 or not all(map(_is_amount, (by, new, old))):
            continue
        start = _BY.search(text, max(0, by.span.start - 16), by.span.start)
        gaps = [text[a.span.end : b.span.start] for a, b in ((by, new), (new, old))]
        if start is None or gaps[0] != " to " or not re.fullmatch(r",?\sfrom\s", gaps[1]):
            continue
        real = abs(new.value - old.value)
        # Both figures may be rounded to a tenth of their unit.
        if by.unit == "percent" or abs(real - by.value) * 20 <= max(new.value, old.value):
            continue
        yield WrongSum(Span(by.span.start, old.span.end), real, by.span.cut(text))


def _of_that(text: str, found: tuple[Quantity, ...], before: str) -> Iterator[WrongSum]:
    """The fund lost £200,000. Of this, £180,000 went on boats and £40,000 on a pier."""
    if not _OF_THAT.match(text) or not before:
        return
    parts = tuple(q for q in found if found and q.unit == found[0].unit)
    totals = [q for q in find_quantities(before) if parts and q.unit == parts[0].unit]
    if len(totals) == 1 and _is_amount(totals[0]):
        wrong = _beyond(text, parts, totals[0].value, totals[0].span.cut(before))
        if wrong is not None:
            yield wrong


def _of_seats(text: str, found: tuple[Quantity, ...], before: str) -> Iterator[WrongSum]:
    """The assembly has 120 seats. The Reds hold 58, the Blues 41 and the Greens 25."""
    seats = vocabulary("groups", "seats")
    whole = [q for q in find_quantities(before) if (q.noun or "").lower() in seats]
    if len(whole) != 1 or not _is_amount(whole[0]):
        return
    parts = [q for q in found if q.unit is None and _is_amount(q)]
    if len(parts) != len(found) or len(parts) < 2:
        return
    if any(p.noun is not None and p.noun.lower() not in seats for p in parts):
        return
    gaps = [text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
    if not re.search(r"\b(?:holds?|has|have|won|wins?|gets?|got|took|takes?|control)\b", text):
        return
    if not all(_LIST.fullmatch(gap) or _CLAUSE.match(gap) for gap in gaps):
        return
    added = sum((p.value for p in parts), Fraction(0))
    total = whole[0].value
    if total < added < 2 * total and not _ANEW.search(text):
        yield WrongSum(_stretch(tuple(parts)), added, whole[0].span.cut(before))


def _stretch(parts: tuple[Quantity, ...]) -> Span:
    noun = parts[-1].noun_span
    near = noun is not None and noun.start <= parts[-1].span.end + 1
    return Span(parts[0].span.start, noun.end if noun and near else parts[-1].span.end)
