"""A whole and a list of its parts: "61 breaches: 38 in May and 19 in June"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import Line, close, is_share
from newslint.checks._sums.worked_figures import Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

# Where a list of parts begins: after a colon, a dash or a bracket.
_BEGINS = LazyRegex(r":\s|\s[—–-]\s|—|\s\(")
_ENDS = LazyRegex(r"[.;)](?!\d)|\s[—–-]\s|—")
_SIGN = r"(?:[A-Z]{1,3}[¢₦₹$£€]?)?"  # a currency whose sign is not known: GH¢
_LEAD = LazyRegex(rf"(?:(?:with|some|just|only|another|a\sfurther|the\sother|the)\s){{0,2}}{_SIGN}")
# From one part to the next: no comma in between but the one that joins them.
_JOINT = LazyRegex(
    r"(?P<of>[^,;:()—–]{0,70}?)(?P<and>,\s(?:and\s|then\s)?|\s(?:and|plus)\s|;\s(?:and\s)?)"
    rf"(?:(?:with|some|just|only|another|a\sfurther|the\sother|the\sremaining)\s){{0,2}}{_SIGN}"
)
_LAST = LazyRegex(
    r"[^,;:()—–]{0,80}(?:,\s(?:according|said|says|which|who|the|he|she|its?|a|an|data)\b.*)?"
)
_NOT_PARTS = LazyRegex(
    r"\b(?:up|down|(?:from|to)\s[£$€]?\d|compared|than|ago|earlier|aged?|including|among|least|times|each|apiece"
    r"|every|per(?!\scent)|later|rose|fell|won|lost|both|or|versus|against|instead)\b",
    re.IGNORECASE,
)
# "Forty of those are at the hospital and thirty at the school"
_OF_THOSE = LazyRegex(r"\s(?:of\s(?:those|them|these|which|whom))\b")
# "6 billion, of which 2 billion was owed to builders and 5 billion to everybody else"
_OF_WHICH = LazyRegex(rf"[^.;:\d]{{0,60}}?,\sof\s(?:which|whom)\s{_SIGN}")
_AND = LazyRegex(
    rf"[^,;:()—–]{{0,70}}?,?\s(?:and|while)\s(?:another\s|the\sother\s|a\sfurther\s)?{_SIGN}"
)
# "a loss of $1.7 billion over the two"
_TOGETHER = LazyRegex(
    r"\s(?:[a-z]+\s)?(?:(?:over|for|across|between|from)\sthe\s(?:two|pair)\b|between\sthem\b|combined\b"
    r"|together\b|in\sall\b|altogether\b)"
)
# What is measured elsewhere, and counted here: eleven goals, four of them at home.
_THINGS = frozenset({"goal", "goals", "point", "run", "time", "acre", "hecta", "tonne", "ton"})
_BIG = 10_000
_LEAST, _SHORT, _LONG = 2, Fraction(3, 4), Fraction(3, 2)
_SLACK = Fraction(1, 20)


def listed_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each list of parts that does not come to its whole, and what it comes to.

    Lists that fall far short of it are taken for examples, those far beyond it for parts of
    something else. Spans count from the start of the sentence.
    """
    if len(line.figures) > _LEAST:
        for begins in _BEGINS.finditer(line.text):
            yield from _listed(line, begins.start(), begins.end())
    yield from _of_those(line)
    yield from _of_which(line)
    yield from _together(line)


def _listed(line: Line, stop: int, start: int) -> Iterator[tuple[Span, str]]:
    ends = _ENDS.search(line.text, start)
    end = ends.start() if ends is not None else len(line.text)
    parts = [f for f in line.figures if f.span.start >= start and f.span.end <= end]
    if not _are_parts(line.text, start, end, parts):
        return
    added = sum((part.value for part in parts), Fraction(0))
    unit = parts[0].unit
    bare = not unit and not any(part.noun for part in parts)
    wholes = [
        f
        for f in line.figures
        if f.span.end <= stop and (f.unit == unit or (bare and f.unit in _THINGS))
    ]
    if any(_is_that(f, added) for f in wholes):
        return
    largest = max(part.value for part in parts)
    likely = [f for f in wholes if largest < f.value and _SHORT < added / f.value < _LONG]
    if len(likely) != 1:
        return
    whole = likely[0].span.cut(line.text)
    yield (
        parts[-1].span,
        f"With it the parts come to {shown(added)}, not to “{whole}”: check the figures.",
    )


def _is_that(whole: Sum, added: Fraction) -> bool:
    return whole.value == added or (not whole.exact and close(whole.value, added, _SLACK))


def _are_parts(text: str, start: int, end: int, parts: Sequence[Sum]) -> bool:
    """Return whether the figures are a list from `start` to `end`, each opening an item."""
    if len(parts) < _LEAST or any(is_share(part) or part.value <= 0 for part in parts):
        return False
    if len({part.unit for part in parts}) != 1 or not all(part.exact for part in parts):
        return False
    if not _LEAD.fullmatch(text, start, parts[0].span.start):
        return False
    if _NOT_PARTS.search(text, start, end):
        return False
    pairs = itertools.pairwise(parts)
    joints = [_JOINT.fullmatch(text, one.span.end, other.span.start) for one, other in pairs]
    if any(joint is None for joint in joints):
        return False
    last = _LAST.fullmatch(text, parts[-1].span.end, end)
    return last is not None and " and " not in last[0].partition(",")[0]


def _of_those(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the second of "forty of those are here and thirty there", where they were 60."""
    own = [f for f in line.figures if _OF_THOSE.match(line.text, f.span.end)]
    if len(own) != 1 or not line.before or line.before[-1].block != line.block:
        return
    at = line.figures.index(own[0])
    following = line.figures[at + 1 :]
    if len(following) != 1 or at > 0:
        return
    first, second = own[0], following[0]
    if _JOINT.fullmatch(line.text, first.span.end, second.span.start) is None:
        return
    if first.unit or second.unit or not (first.exact and second.exact) or second.noun:
        return
    if _NOT_PARTS.search(line.text, first.span.end):
        return
    wholes = [
        f
        for f in line.before[-1].figures
        if not is_share(f) and f.value > max(first.value, second.value) and f.value < 1_000_000
    ]
    added = first.value + second.value
    if len(wholes) != 1 or not wholes[0].value < added < 2 * wholes[0].value:
        return
    end = second.span.end
    yield (
        Span(second.span.start, end),
        f"That makes {shown(added)} of {shown(wholes[0].value)}: check the figures.",
    )


def _of_which(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the last of "£6m, of which £2m went to builders and £5m to everybody else"."""
    for whole, one, two in zip(line.figures, line.figures[1:], line.figures[2:], strict=False):
        money = whole.unit or whole.value >= _BIG
        if not money or is_share(whole) or {whole.unit} != {one.unit, two.unit}:
            continue  # of things `split_up` tells
        if _OF_WHICH.fullmatch(line.text, whole.span.end, one.span.start) is None:
            continue
        if _AND.fullmatch(line.text, one.span.end, two.span.start) is None:
            continue
        added = one.value + two.value
        exact = whole.exact and one.exact and two.exact
        if exact and max(one.value, two.value) < whole.value < added < 2 * whole.value:
            yield (
                two.span,
                f"That makes {shown(added)} of {shown(whole.value)}: check the figures.",
            )


def _together(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the total of two sums that are the only ones before it: a loss of £3m over the two."""
    for at, total in enumerate(line.figures):
        if _TOGETHER.match(line.text, total.span.end) is None or is_share(total):
            continue
        parts = [f for f in line.figures[:at] if f.unit == total.unit and not is_share(f)]
        if len(parts) != 2 or not (total.unit or total.value >= _BIG):
            continue
        if _NOT_PARTS.search(line.text, parts[0].span.end, parts[1].span.start):
            continue
        added = parts[0].value + parts[1].value
        if not all(f.exact for f in (*parts, total)) or added == total.value:
            continue
        if _SHORT < added / total.value < _LONG:
            yield (
                total.span,
                f"{shown(parts[0].value)} and {shown(parts[1].value)} make {shown(added)}: check"
                " the figures.",
            )
