"""Sums whose figures stand in neighbouring sentences: a total, its parts, and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import Place, places
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.reading import Reading
from newslint.span import Span

_REST = LazyRegex(
    r"\b(?:the\s(?:rest|remainder|balance)|what\sis\sleft|what\sremains?)\b"
    r"[^.;:\d£$€]{0,30}?(?P<gap>,\s|\s\(|\s[–—-]\s|\s(?:is|was|are|were|of|being|comes\sto)\s|\s)$",
    re.IGNORECASE,
)
_TOTAL = LazyRegex(
    r"\b(?:cost|costs|costing|total|totals|totalling|budget|bill|sum|worth|raised|grant|fund|price|estimated|estate"
    r"|left|won|prize|spend|spent|invest\w*|pay\w*|paid|of\sthe|all)\b",
    re.IGNORECASE,
)
_CHANGE = LazyRegex(
    r"\b(?:up|down|from|another|extra|further|more\sthan|less\sthan|than|rose|fell|estimate\w*|originally"
    r"|was\sto)\b[^,;.]{0,24}$",
    re.IGNORECASE,
)
_BY = LazyRegex(
    r"\b(?:beat|beats|beating|broke|bettered|topped|above|exceeded|exceeds|passed|over|surpassed|eclipsed|missed"
    r"|short\sof|under|below)\b(?P<mid>[^.;:]{1,70}?)\sby\s(?:a\s|just\s|only\s|some\s)?$",
    re.IGNORECASE,
)
_EACH = LazyRegex(
    r"\b(?:[Ee]ach|[Ee]very|apiece|per\s(?:head|person)|a\shead)\b|\bshared\s(?:out\s)?equally|\bequal\sshares"
    r"|\bsplit\sequally|\bdivided\sequally",
)
_SHARED = LazyRegex(
    r"\b(?:share|shared|shares|split|divided|divide|equally|equal|between\sthem|each\sget|evenly)\b",
    re.IGNORECASE,
)
_LIKES = (
    "said|thought|liked|preferred|voted|chose|wanted|felt|failed|passed|agreed|refused|would|could|did|were|was"
    "|had|went|found|called|backed|opposed|abstained|answered|came|left|stayed|survived|died|won|lost|drew|got"
    "|remained|remain|are|have|declined|withdrew|retired|finished|dropped"
)
_PART = LazyRegex(
    rf"(?P<n>\b[A-Za-z]+\b|\d{{1,4}})(?:\s(?:others?|more|of\sthem))?\s(?:{_LIKES})\b"
)
_GROUP = LazyRegex(
    r"\b(?:asked|polled|questioned|tested|surveyed|tried|interviewed|invited|entered|started|sampled|sent|examined"
    r"|took\spart|voted|members?|jurors?|judges?|tasters?|candidates?|councillors?|applicants?|runners?|entries"
    r"|hands|boats|teams|inspected|opened)\b"
)
_MOST = 1000


def sums_across(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each figure that does not go with those of its own or the last sentence, and why."""
    before: Place | None = None
    for place in places(reading):
        near = before if before is not None and _follows(before, place) else None
        for span, message in (
            *_rest(place, near), *_margins(place, near), *_each(place, near), *_parts(place, near),
        ):  # fmt: skip
            yield span.shifted(place.sentence.span.start), message
        if reading.blocks[place.sentence.block].is_body:
            before = place


def _follows(before: Place, place: Place) -> bool:
    return place.sentence.block - before.sentence.block <= 1


def _found(place: Place | None) -> list[Quantity]:
    return list(find_quantities(place.text)) if place is not None else []


def _like(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and not one.approximate and not other.approximate


def _shown(value: Fraction) -> str:
    number = float(value)
    if number >= 1_000_000:
        return f"{number / 1_000_000:.3g} million"
    return f"{number:,.10g}"


def _rest(place: Place, before: Place | None) -> Iterator[tuple[Span, str]]:
    """Yield "It costs £6 million. The state pays £4 million, the town the rest, £3 million"."""
    here = _found(place)
    for at, rest in enumerate(here):
        if _REST.search(place.text[: rest.span.start]) is None or rest.value <= 0:
            continue
        parts = [q for q in here[:at] if _like(q, rest)]
        whole: Quantity | None = None
        every = sum((p.value for p in parts), Fraction(0))
        above = [q for q in _found(before) if _like(q, rest) and q.value > every]
        if len(above) == 1 and parts:
            whole = above[0]  # the sentence before tells the whole
        elif len(parts) > 1 and parts[0].value > max(p.value for p in parts[1:]):
            whole, parts = parts[0], parts[1:]
        elif parts:
            told = [q for q in _found(before) if _like(q, rest)]
            told = [q for q in told if before and not _CHANGE.search(before.text[: q.span.start])]
            whole = told[0] if len(told) == 1 else None
        if whole is None or not parts:
            continue
        left = whole.value - sum((p.value for p in parts), Fraction(0))
        if left > 0 and _off(left, rest.value, whole.value):
            yield rest.span, f"What is left is {_shown(left)}: check the figures."


def _off(value: Fraction, told: Fraction, whole: Fraction) -> bool:
    """Return whether two values differ by more than rounding of the whole to a hundredth allows."""
    if whole.denominator == 1 and whole < _MOST:
        return value != told
    return abs(value - told) * 100 > whole


def _margins(place: Place, before: Place | None) -> Iterator[tuple[Span, str]]:
    """Yield "It reached 121 degrees. It beat the mark of 119 by three degrees"."""
    here = _found(place)
    for at, by in enumerate(here):
        match = _BY.search(place.text[: by.span.start])
        if match is None or by.unit == "percent" or by.approximate:
            continue
        old = [q for q in here[:at] if q.span.start >= match.start() and q.unit == by.unit]
        earlier = [q for q in here[:at] if q.span.start < match.start() and q.unit == by.unit]
        new = earlier or [q for q in _found(before) if q.unit == by.unit]
        new = [q for q in new if old and abs(q.value - old[0].value) * 2 < old[0].value]
        if len(old) != 1 or len({q.value for q in new}) != 1:
            continue
        gap = abs(new[0].value - old[0].value)
        if gap != by.value and gap and (gap < 10 * by.value and by.value < 10 * gap):
            end = by.noun_span.end if by.noun_span else by.span.end
            yield Span(by.span.start, end), f"By the figures it is {_shown(gap)}: check them."


def _each(place: Place, before: Place | None) -> Iterator[tuple[Span, str]]:
    """Yield "She left £2.1 million. Each of the 42 staff will have £40,000 when it is shared"."""
    if _EACH.search(place.text) is None:
        return
    here = _found(place)
    sums = [q for q in here if q.unit not in (None, "percent", "percentage point")]
    heads = [q for q in here if q.unit is None and q.value.denominator == 1 and q.value > 1]
    told = _found(before)
    context = place.text + (before.text if before is not None else "")
    if len(sums) != 1 or _SHARED.search(context) is None:
        return
    single = sums[0]
    totals = [q for q in told if q.unit == single.unit and q.value > single.value]
    if not heads:
        heads = [q for q in told if q.unit is None and q.noun is not None and q.value > 1]
    if len(totals) != 1 or len(heads) != 1 or single.approximate or totals[0].approximate:
        return
    share = totals[0].value / heads[0].value
    if abs(share - single.value) * 100 > 4 * share:
        yield single.span, f"Shared out, it is {_shown(share)} each: check the figures."


def _parts(place: Place, before: Place | None) -> Iterator[tuple[Span, str]]:
    """Yield "Six were asked to taste it. Four liked it, one did not and two would not say"."""
    if before is None:
        return
    told = [q for q in _found(before) if q.unit is None and q.value.denominator == 1]
    if len(told) != 1 or _GROUP.search(before.text) is None or not 2 < told[0].value < _MOST:
        return
    parts: list[tuple[Fraction, Span]] = []
    for match in _PART.finditer(place.text):
        value = find_quantities(f"{match['n'].lower()} things")
        if value and value[0].value.denominator == 1 and value[0].span.start == 0:
            parts.append((value[0].value, Span(*match.span("n"))))
    if len(parts) < 3 or re.search(r"\s(?:and|while)\s", place.text) is None:
        return
    if re.search(r"\b(?:both|also|as\swell)\b", place.text):
        return
    total = sum((value for value, _ in parts), Fraction(0))
    if told[0].value < total < 2 * told[0].value:
        yield parts[-1][1], f"That makes {total} of {told[0].value}: check the figures."
