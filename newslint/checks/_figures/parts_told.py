"""Parts told in one sentence of a sum that the story told before: it must be all of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import Line, close, is_share
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

# $460,000 to the casino, $190,000 to the boat and $118,000 to credit cards
_BETWEEN = LazyRegex(
    r"(?:\s(?:each|of\sit))?\s(?:to|for|on|from|in|at|of|is|will|goes|went|came|comes|towards|by|at)\b[^.;:\d]{2,60}?"
    r"(?:,\s(?:and\s)?|\sand\s)(?:a\sfurther\s|another\s|the\s[a-z]+\s)?"
)
# Of those who will go, 130 work on the lines, 52 in the warehouse and 42 in the offices
_OF_THOSE = LazyRegex(r"\bOf\s(?:those|them|these|the\s[a-z]+)\b[^.;:\d]{0,40}?,?\s$")
_AMONG = LazyRegex(r"\s[^.;:\d]{2,50}?(?:,\s(?:and\s)?|\sand\s)(?:a\sfurther\s|another\s)?")
_AFTER = LazyRegex(r"\s(?:to|for|on|from|in|at|of|goes|went|came|towards|by)\b")
_OPEN = LazyRegex(
    r"\b(?:including|among|such\sas|include[sd]?|at\sleast|more|extra|further|last\syear|some\sof|part\sof"
    r"|compared|up\sfrom|down\sfrom|each|than|per)\b"
)
_NEAR = Fraction(12, 100)
_PARTS = range(3, 8)
_CLOSE = 4  # sentences before


def parts_belie_total(everything: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Yield the last of three parts or more that come close to a total told before, but not to it.

    Spans are those of the article.
    """
    before: list[Line] = []
    for line in everything:
        parts = _listed(line)
        if parts and line.is_body:
            opening = tuple(f for f in line.figures if f.span.end < parts[0].span.start)
            nouns = {parts[0].noun}
            if _opens_with_those(line, parts[0]):
                nouns.update(f.noun for other in before[-_CLOSE:] for f in other.figures)
            told = [*before, Line(line.place, opening)]
            yield from _wrong(line, parts, told, everything, nouns)
        before.append(line)


def _listed(line: Line) -> list[Sum]:
    """Return three parts or more of one unit, each with what it is for, the last after "and"."""
    found = [f for f in line.figures if not is_share(f)]
    best: list[Sum] = []
    for at, first in enumerate(found):
        run = [first]
        between = _AMONG if _opens_with_those(line, first) else _BETWEEN
        for part in found[at + 1 :]:
            gap = line.text[run[-1].span.end : part.span.start]
            if part.unit != first.unit or not between.fullmatch(gap):
                break
            run.append(part)
        if len(run) > len(best):
            best = run
    if len(best) not in _PARTS or not all(p.exact for p in best) or best[0].unit in PERCENT:
        return []
    last = line.text[best[-2].span.end : best[-1].span.start]
    if not re.search(r"\band\s", last) or not _AFTER.match(line.text, best[-1].span.end):
        return []
    if not best[0].unit and max(p.value for p in best) < 20:
        return []
    return [] if _OPEN.search(line.text) else best


def _opens_with_those(line: Line, first: Sum) -> bool:
    return _OF_THOSE.search(line.text[: first.span.start]) is not None


def _wrong(
    line: Line,
    parts: Sequence[Sum],
    before: Sequence[Line],
    everything: Sequence[Line],
    nouns: Collection[str],
) -> Iterator[tuple[Span, str]]:
    added = sum((p.value for p in parts), Fraction(0))
    told = [
        f for other in before for f in other.figures
        if f.unit == parts[0].unit and not is_share(f) and (f.unit or f.noun in nouns)
    ]  # fmt: skip
    same = [f for other in everything for f in other.figures if f.unit == parts[0].unit]
    if any(close(f.value, added, Fraction(1, 100)) for f in same):
        return
    pairs = (a.value + b.value for a, b in itertools.combinations(told[:20], 2))
    if any(close(pair, added, Fraction(1, 100)) for pair in pairs):
        return
    totals = [f for f in told if close(f.value, added, _NEAR) and f.exact]
    if len({f.value for f in totals}) == 1 and max(p.value for p in parts) < totals[0].value:
        message = f"The parts make {shown(added)}, and {shown(totals[0].value)} was told before."
        span = parts[-1].span.shifted(line.place.sentence.span.start)
        yield span, f"{message} Check them."
