"""Lengths of time that "the five-hour fight" takes up, and the living and dead of one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import Line
from newslint.checks._sums.worked_figures import count, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

# It took three hours to put out. The five-hour fight left one man burned.
_THE_LONG = LazyRegex(
    r"(?:^|[.]\s|,\s|\s)(?P<whole>(?:[Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir)\s(?P<n>\d{1,3}|[a-z]+)-"
    r"(?P<unit>minute|hour|day|week|month|mile|kilometre|metre)(?:-long)?)\s(?P<noun>[a-z]{3,15})\b"
)
_TOOK = LazyRegex(
    r"\b(?:took|taken|lasted|spent|needed|went\son\sfor|ran\sfor|battled|fought|searched|worked|walked|swam|for|after|trapped"
    r"|waited|talked|debated|deliberated)\b[^.;:\d]{0,25}$"
)
_EVENTS = frozenset(
    [
        "fight",
        "battle",
        "blaze",
        "fire",
        "search",
        "hunt",
        "rescue",
        "operation",
        "debate",
        "meeting",
        "hearing",
        "wait",
        "delay",
        "ordeal",
        "standoff",
        "siege",
        "talks",
        "session",
        "trial",
        "strike",
        "closure",
        "shutdown",
        "stoppage",
        "outage",
        "blackout",
        "surgery",
        "effort",
        "job",
        "work",
        "tour",
        "count",
        "vote",
    ]
)
_SUBJECT = LazyRegex(
    r"(?:^|[.;,]\s)(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:[a-z]+\s)?(?P<noun>[a-z]+)\s(?:took|lasted|has|had|will)\b"
)
_OPPOSITES = (
    (
        LazyRegex(r"\b(?:survived?|lived|pulled\sthrough)\b"),
        LazyRegex(
            r"\b(?:that|who|which)\s(?:died|perished|did\snot\ssurvive)[^.;\d]{0,30}?,\s(?P<n>\d{1,4}|[a-z]+)\sin\sall\b"
            r"|\b(?P<n2>\d{1,4}|[a-z]+)\s(?:of\sthem\s|of\sthe\s[a-z]+\s)?(?:died|perished)\b"
        ),
    ),
    (
        LazyRegex(r"\bpassed\b"),
        LazyRegex(r"\b(?:that|who|which)\sfailed[^.;\d]{0,30}?,\s(?P<n>\d{1,4}|[a-z]+)\sin\sall\b"
        r"|\b(?P<n2>\d{1,4}|[a-z]+)\s(?:of\sthem\s)?failed\b"),
    ),
)  # fmt: skip
_OF_THE = LazyRegex(r"\s(?:out\s)?of\s(?:the|its|their|his|her|all)\s(?:[a-z]+\s)?")
_LARGE = 1000


def recalled_wrong(reading: Reading, everything: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Yield each length taken up by another number, and the dead whom the survivors leave out.

    Spans are those of the article.
    """
    if _THE_LONG.search(reading.text) is not None:
        yield from _lengths(everything)
    yield from _opposites(everything)


def _lengths(everything: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    for at, line in enumerate(everything):
        if not line.is_body:
            continue
        for match in _THE_LONG.finditer(line.text):
            told, unit = count(match["n"]), match["unit"][:5]
            if told is None or match["noun"] not in _EVENTS:
                continue
            others = [
                (other, f) for other in everything for f in other.figures if f.unit == unit
                and not (other is line and f.span.overlaps(Span(*match.span())))
            ]  # fmt: skip
            if any(f.value == told for _, f in others) or not others:
                continue
            before = [
                (o, f) for o, f in others if o.place.sentence.span <= line.place.sentence.span
            ]
            near = [(o, f) for o, f in before if line.block - o.block <= 1 and o is not line]
            if len(others) != 1 or len(near) != 1 or at == 0:
                continue
            other, figure = near[0]
            if not figure.exact or _TOOK.search(other.text[: figure.span.start]) is None:
                continue
            subject = _SUBJECT.search(other.text[: figure.span.start])
            if subject is not None and subject["noun"] != match["noun"]:
                continue  # "the search took nine hours; the six-hour rescue"
            if told <= 3 * figure.value and figure.value <= 3 * told:
                span = Span(*match.span("whole")).shifted(line.place.sentence.span.start)
                yield span, f"It was {shown(figure.value)} before: check which is right."


def _opposites(everything: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Yield "109 of the 112 survived. The animals that died, five in all, are kept"."""
    for lived, died in _OPPOSITES:
        for line in everything:
            if lived.search(line.text) is None:
                continue
            for part, whole in zip(line.figures, line.figures[1:], strict=False):
                gap = line.text[part.span.end : whole.span.start]
                if part.unit or not _OF_THE.fullmatch(gap) or not part.value < whole.value:
                    continue
                if lived.search(line.text[whole.span.end : whole.span.end + 60]) is None:
                    continue
                left = whole.value - part.value
                yield from _other_dead(everything, line, died, left)
                return


def _other_dead(
    everything: Sequence[Line], line: Line, died: LazyRegex, left: Fraction
) -> Iterator[tuple[Span, str]]:
    for other in everything:
        if other is line or not other.is_body or other.block < line.block:
            continue
        match = died.search(other.text)
        if match is None or re.search(r"\b(?:19|20)\d\d|\bearlier|\bprevious", other.text):
            continue
        which = "n" if match["n"] else "n2"
        told = count(match[which])
        if told is not None and told != left and told < _LARGE:
            span = Span(match.start(which), match.end() if which == "n" else match.end(which))
            yield span.shifted(other.place.sentence.span.start), f"By the figures it is {left}."
