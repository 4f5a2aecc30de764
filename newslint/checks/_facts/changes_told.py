"""Changes told with both figures: their size, and whether it is up or down."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from newslint.article import BlockKind
from newslint.checks._facts.told import Place, places
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown, sums
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import has_digit
from newslint.reading import Reading
from newslint.span import Span

_UP = (
    r"rose|risen|rises?|rising|grew|grown|grows?|climbed|climbs?|jumped|jumps?|increased|increases?"
    r"|surged|surges?|soared|soars?|went\sup|up|gained|gains?"
)
_DOWN = (
    r"fell|fallen|falls?|falling|dropped|drops?|declined|declines?|slipped|slips?|shrank|shrunk"
    r"|decreased|decreases?|plunged|plunges?|tumbled|tumbles?|slid|slides?|went\sdown|down|sank|sinks?"
)
# Sales fell to 52 tonnes in May from 56 in April; a verb, then "to" and "from"
_VERB = LazyRegex(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_TO = LazyRegex(r"\bto\s(?:about\s|some\s|just\s(?:over|under)\s|nearly\s|almost\s)?$")
_FROM = LazyRegex(r"\bfrom\s(?:about\s|some\s|just\s(?:over|under)\s|nearly\s|almost\s|the\s)?$")
_TURNED = LazyRegex(
    r"^[^.;\d]{0,70}?\b(?P<whole>(?:(?P<up>up)|(?P<down>down))\sfrom)\s$", re.IGNORECASE
)
_BY = LazyRegex(
    r"\b(?P<whole>(?:an?|the)\s(?:(?P<rise>increase|rise|jump|gain|climb)|(?P<fall>cut|drop|fall|decrease|decline|loss"
    r"|reduction)|difference|change|gap)\sof\s)$"
)
_POINTS = LazyRegex(r"\s(?:percentage\s|per\s?cent\s)?points?\b")
_UNIT = LazyRegex(r"\s(?P<unit>[a-z]{3,12})\b")
_LEAD = 70  # characters in which the verb stands
_HEAD = LazyRegex(
    r"\b(?:(?P<up>rises?|climbs?|jumps?|grows?|increases?|soars?|surges?|up)"
    r"|(?P<down>falls?|drops?|declines?|slips?|shrinks?|plunges?|tumbles?|slides?|sinks?|down))\sto\s$"
)


def changes_told(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each change whose size or direction its figures belie, and why. Needs `sentences`."""
    heads: list[tuple[Place, Sum, re.Match[str]]] = []
    bodies = 0
    for place in places(reading):
        if not has_digit(place.text):
            continue
        here = [s for s in sums(place.text) if _is_no_year(s)]
        start = place.sentence.span.start
        if reading.blocks[place.sentence.block].kind in (BlockKind.HEADLINE, BlockKind.SUMMARY):
            for figure in here:
                match = _HEAD.search(place.text[: figure.span.start])
                heads += [(place, figure, match)] if match is not None else []
        if reading.blocks[place.sentence.block].is_body:
            bodies += 1
            if bodies <= 3:
                yield from _turned_round(place, here, heads)
        for span, message in _wrong(place.text, here):
            yield span.shifted(start), message


def _turned_round(
    place: Place, here: Sequence[Sum], heads: Sequence[tuple[Place, Sum, re.Match[str]]]
) -> Iterator[tuple[Span, str]]:
    """Yield the "rises" of a headline whose own figure "fell" in the story."""
    for head, figure, told in heads:
        for same in here:
            if same.value != figure.value or same.unit != figure.unit:
                continue
            lead = place.text[: same.span.start]
            if _TO.search(lead) is None:
                continue
            verb = _last_verb(lead)
            if verb is not None and bool(verb["up"]) != bool(told["up"]):
                group = "up" if told["up"] else "down"
                where = Span(*told.span(group)).shifted(head.sentence.span.start)
                yield where, f"The story has it {verb[0]}: check which way it went."
                return


def _last_verb(text: str) -> re.Match[str] | None:
    found = list(_VERB.finditer(text[-_LEAD:]))
    return found[-1] if found and not re.search(r"[;:]", text[-_LEAD:][found[-1].end() :]) else None


def _wrong(text: str, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    for one, two in itertools.pairwise(here):
        change = _change(text, one, two)
        if change is None:
            continue
        old, new = change.old, change.new
        if (
            change.said is not None
            and new.value != old.value
            and change.up != (new.value > old.value)
        ):
            yield (
                change.said,
                f"From {shown(old.value)} to {shown(new.value)} it is the other way: check"
                " which is meant.",
            )
            continue
        for by in here:
            match = _BY.search(text[: by.span.start])
            if match is None or not two.span.end <= by.span.start < two.span.end + 90:
                continue
            between = [s for s in here if two.span.end <= s.span.start < by.span.start]
            if not by.exact or not _alike(text, by, two) or any(map(_is_no_year, between)):
                continue
            real = abs(new.value - old.value)
            slack = max(new.value, old.value) / 100 if new.unit or real >= 20 else Fraction(0)
            if new.unit in PERCENT:
                slack = Fraction(5, 100)
            if real and abs(real - by.value) > slack and by.value < 10 * real:
                yield (
                    Span(match.start("whole"), _end(text, by)),
                    f"The figures make {shown(real)}: check them.",
                )


@dataclass(frozen=True, slots=True)
class _Change:
    """The old and the new figure, and where and whether it is said to be up."""

    old: Sum
    new: Sum
    up: bool = False
    said: Span | None = None


def _change(text: str, one: Sum, two: Sum) -> _Change | None:
    if not (one.exact and two.exact) or one.unit != two.unit:
        return None
    gap, lead = text[one.span.end : two.span.start], text[: one.span.start]
    turned = _TURNED.match(gap)
    if turned is not None:
        said = Span(*turned.span("whole")).shifted(one.span.end)
        return _Change(two, one, bool(turned["up"]), said)
    if len(gap) > 45 or re.search(r"[;:]|\band\b", gap):
        return None
    if _TO.search(lead) and _FROM.search(gap):
        old, new = two, one
    elif _FROM.search(lead) and re.fullmatch(r"[^,;:]{0,25}\sto\s(?:about\s|some\s)?", gap):
        old, new = one, two
    else:
        return None
    verb = _last_verb(lead)
    if verb is None:
        return _Change(old, new)
    start = max(0, len(lead) - _LEAD)
    return _Change(old, new, bool(verb["up"]), Span(*verb.span()).shifted(start))


def _is_no_year(figure: Sum) -> bool:
    return bool(figure.unit or figure.noun) or not 1800 <= figure.value <= 2100


def _end(text: str, by: Sum) -> int:
    points = _POINTS.match(text, by.span.end)
    unit = _UNIT.match(text, by.span.end)
    return points.end() if points else unit.end() if unit and not by.unit else by.span.end


def _alike(text: str, by: Sum, other: Sum) -> bool:
    """Return whether a difference has the unit of the figures: points are of percent."""
    if other.unit in PERCENT:
        return by.unit in PERCENT - {"percent"} or _POINTS.match(text, by.span.end) is not None
    if by.unit or other.unit:
        return by.unit == other.unit
    mine, others = (_UNIT.match(text, s.span.end) for s in (by, other))
    return mine is not None and others is not None and mine["unit"] == others["unit"]
