"""Counts of which a sentence tells every part: replies for and against, games won and lost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._figures.lines import Line, whole_numbers
from newslint.checks._sums.worked_figures import count, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_OF_THEM = LazyRegex(r"\sof\s(?:them|which|whom)\b")
_ROUND_OFF = LazyRegex(r"(?:\s[a-z]+){1,2},\s")


def counts_of_them_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "31 replies, 20 of them for it, nine against and three that said neither"."""
    counts = whole_numbers(line.figures)
    for at, whole in enumerate(counts[:-3]):
        parts = counts[at + 1 :]
        if not _ROUND_OFF.fullmatch(line.text, whole.span.end, parts[0].span.start):
            continue
        if not _OF_THEM.match(line.text, parts[0].span.end) or len(parts) > 5:
            continue
        gaps = [line.text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
        if not all(re.fullmatch(r"[^.;:]{2,45}?(?:,|,?\sand)\s", g) for g in gaps):
            continue
        added = sum((p.value for p in parts), Fraction(0))
        if " and " not in gaps[-1] or not all(p.exact for p in (whole, *parts)):
            continue
        if added != whole.value and abs(added - whole.value) * 6 <= whole.value:
            word = re.match(r"\s[a-z]+", line.text[parts[-1].span.end :])
            end = parts[-1].span.end + (word.end() if word else 0)
            yield (
                Span(parts[-1].span.start, end),
                f"That makes {shown(added)} of {shown(whole.value)}: check the figures.",
            )


_WON = LazyRegex(
    r"\b(?:won|win)\s(?P<won>\d{1,2}|[a-z]+)\s(?:out\s)?of\s(?:the|its|their|his|her)\s(?:[a-z]+\s)?"
    r"(?P<all>\d{1,2}|[a-z]+)(?:\s[a-z]+){1,3},\s(?:drawn|drew)\s(?P<drawn>\d{1,2}|[a-z]+)\s(?:of\sthem\s)?and\s"
    r"(?P<last>lost\s(?:the\sother\s)?(?P<lost>\d{1,2}|[a-z]+))\b"
)


def record_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "won seven of their ten games, drawn two and lost two"."""
    for match in _WON.finditer(line.text):
        won, whole, drawn, lost = (count(match[g]) for g in ("won", "all", "drawn", "lost"))
        if won is None or whole is None or drawn is None or lost is None:
            continue
        if won + drawn + lost != whole:
            yield Span(*match.span("last")), f"That makes {won + drawn + lost} of {whole}: check."
