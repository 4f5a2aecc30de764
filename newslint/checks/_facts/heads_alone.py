"""Figures above a story that are nowhere in it, where it tells others of their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.article import BlockKind
from newslint.checks._facts.told import Place, places
from newslint.checks._figures.lines import FRACTION, measured
from newslint.checks._prose import is_writers_own
from newslint.checks._sums.worked_figures import PERCENT, Sum
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_ABOVE = frozenset([BlockKind.HEADLINE, BlockKind.SUMMARY])
_RANKS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RANK = LazyRegex(rf"\b(?P<rank>{'|'.join(_RANKS)})\b", re.IGNORECASE)
_RANKED = LazyRegex(
    rf"\b(?P<rank>{'|'.join(_RANKS)})\s(?:[a-z-]+\s)?(?:attempt|bid|offer|vote|try|time|day|week|month|year|term"
    r"|win|defeat|loss|title|strike|walkout|attack|blast|fire|fall|rise|cut|case|death|trial|arrest|delay|round"
    r"|goal|season|row|run|quarter|summer|winter|spring|autumn|night|wave|storm|quake|flood|resignation)\b",
    re.IGNORECASE,
)
# Five things to know; 10 ways to; at 80; Covid-19; 7.30am
_LISTED = LazyRegex(
    r"\s(?:[\w-]+\s)?(?:things?|ways?|reasons?|tips|takeaways|questions|facts|lessons|charts|photos|pictures|best|top"
    r"|steps|rules|stories|moments|films|books|recipes|ideas|signs|myths|songs|places|numbers|points)\b",
    re.IGNORECASE,
)
_LEAST, _ENOUGH, _NEAR = 6, 8, Fraction(5, 2)
_LEAD, _CLOSE = 4, Fraction(3, 2)
_MOST = 60
_OVER_TIME = LazyRegex(r"\bover\s$")
_SHARED = 3  # words of headline and sentence
_SMALL = frozenset(
    re.findall(
        "[a-z]+",
        "about after again against also among been before being between both could down during"
        " each even every first from have having here into just last less like made make many more"
        " most much near next only other over said same says since some such take than that their"
        " them then there these they this those three through today under until very week were"
        " what when where which while will with within would year years days month months weeks"
        " people four five seven eight nine told",
    )
)
_STOPS = (".", "!", "?", "”", '"')


def heads_alone(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each figure of headline or standfirst that the story lacks, and the one it has.

    Needs `sentences` and `quotations`.
    """
    told = list(places(reading))
    heads = heads_of(reading)
    above = [p for p in told if p.sentence.block in heads]
    body = [p for p in told if reading.blocks[p.sentence.block].is_body]
    body = [p for p in body if p.sentence.block not in heads]
    if not above or len(body) < _ENOUGH:
        return
    figures = [(f, p) for p in body for f in measured(p.text)]
    for place in above:
        for figure in measured(place.text):
            if not _is_plain(place.text, figure):
                continue
            other = _otherwise(place, figure, figures)
            if other is None and not _is_told(figure, figures):
                other = _instead(figure, figures, body)
            span = figure.span.shifted(place.sentence.span.start)
            if other is not None and is_writers_own(reading, span):
                yield span, other
        yield from _ranks(place, body)


def _is_plain(text: str, figure: Sum) -> bool:
    """Return whether a figure is told as it is, and is not part of a name or of a list."""
    lead = text[: figure.span.start]
    if (
        not (figure.exact or (_OVER_TIME.search(lead) and figure.unit))
        or figure.unit == FRACTION
        or figure.value <= 1
    ):
        return False
    if _LISTED.match(text, figure.span.end) or re.match(
        r"[-–]?[A-Za-z%]?\d|-year-old|s\b", text[figure.span.end :]
    ):
        return False
    return not (re.search(r"(?:[#/–-]|\d[.,:])$", lead) or _NAME_BEFORE.search(lead))


_NAME_BEFORE = LazyRegex(
    r"\b(?:aged|top|no\.?|number|day|week|phase|part|chapter|level|type|route|highway|flight|formula"
    r"|group|grade|article|section|title|stage|act|step|under|covid|opec|page|class|up\sto|than|least"
    r"|most|some|(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|both|all)\sof)\s$",
    re.IGNORECASE,
)


def heads_of(reading: Reading) -> frozenset[int]:
    """Return the blocks that stand above the story: also lines without a stop that open it."""
    found = {i for i, b in enumerate(reading.blocks) if b.kind in _ABOVE}
    for index, block in enumerate(reading.blocks):
        if block.is_body and block.span.cut(reading.text).rstrip(" *_").endswith(_STOPS):
            break
        if block.is_body:
            found.add(index)
    return frozenset(found)


def _is_told(figure: Sum, figures: Sequence[tuple[Sum, Place]]) -> bool:
    """Return whether the story has the figure, or one that rounds to it, or a sum of two."""
    room = _room(figure)
    if any(abs(f.value - figure.value) <= room for f, _ in figures):
        return True
    blocks = sorted({p.sentence.block for _, p in figures})[: 2 * _LEAD]
    kin = {
        f.value for f, p in figures
        if f.unit == figure.unit and (f.unit or f.noun == figure.noun or p.sentence.block in blocks)
    }  # fmt: skip
    few = sorted(kin)[:_MOST]
    return any(
        abs(a + b - figure.value) <= room or abs(b - a - figure.value) <= room
        for i, a in enumerate(few)
        for b in few[i + 1 :]
    )


def _room(figure: Sum) -> Fraction:
    """Return by how much a figure may differ that this one rounds."""
    value = figure.value
    if value.denominator != 1:
        tens = next((t for t in (10, 100, 1000) if (value * t).denominator == 1), 1000)
        return Fraction(1, 2 * tens)
    size = 1
    while value % (size * 10) == 0:
        size *= 10
    return Fraction(size, 2) if size > 1 else Fraction(0)


def _otherwise(place: Place, figure: Sum, figures: Sequence[tuple[Sum, Place]]) -> Span | None:
    """Return the figure that a sentence of the same words tells of the same unit or noun.

    "Truce collapses after nine days" is belied by "The truce had lasted eleven days", whatever
    else in the story took nine days.
    """
    words = _stems(place.text) - _stems(figure.noun)
    blocks = sorted({p.sentence.block for _, p in figures})
    best: dict[Fraction, tuple[int, Span, Sum]] = {}
    for other, where in figures:
        same = figure.unit == other.unit if figure.unit else figure.noun == other.noun != ""
        if not same or (not figure.unit and not figure.noun):
            continue
        shared = len(words & _stems(where.text))
        if where.sentence.block in blocks[:2] and shared:
            shared += 1
        span = other.span.shifted(where.sentence.span.start)
        if other.value not in best or shared > best[other.value][0]:
            best[other.value] = (shared, span, other)
    room = _room(figure)
    own = max((n for v, (n, _, _) in best.items() if abs(v - figure.value) <= room), default=0)
    others = [
        (n, span, other) for v, (n, span, other) in best.items()
        if abs(v - figure.value) > room
        and max(v / figure.value, figure.value / v if v else v) <= _NEAR
    ]  # fmt: skip
    most = max(others, key=lambda found: found[0], default=None)
    least = _SHARED if own else _SHARED - 1
    if most is None or most[0] < least or own >= most[0] - 1 or not most[2].exact:
        return None
    if own and sum(n == most[0] for n, _, _ in others) > 1:
        return None
    return most[1]


def _stems(text: str) -> frozenset[str]:
    """Return the words of a text, cut to what a noun and its verb share."""
    words = re.findall(r"[a-zà-ÿ]{4,}", text.lower())
    return frozenset(w[:5] for w in words if w not in _SMALL)


def _instead(
    figure: Sum, figures: Sequence[tuple[Sum, Place]], body: Sequence[Place]
) -> Span | None:
    """Return the figure of the same kind that the story tells instead."""
    lead = {p.sentence.block for p in body[:_LEAD]}
    near: list[tuple[Fraction, Span]] = []
    for other, place in figures:
        if other.unit != figure.unit or not other.value:
            continue
        ratio = max(other.value / figure.value, figure.value / other.value)
        same = bool(figure.noun) and figure.noun == other.noun
        if figure.unit or same:
            fits = ratio <= _NEAR
        else:
            fits = ratio <= _CLOSE and figure.value >= _LEAST and place.sentence.block in lead
        if fits and other.unit not in PERCENT:
            near.append((ratio, other.span.shifted(place.sentence.span.start)))
    return min(near)[1] if near else None


def _ranks(place: Place, body: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    """Yield "third vote" above a story that only knows of a second attempt."""
    for match in _RANKED.finditer(place.text):
        told = [(m, p) for p in body for m in _RANK.finditer(p.text)]
        ranks = {m["rank"].lower() for m, _ in told}
        at = _RANKS.index(match["rank"].lower()) + 2
        near = [
            (m, p) for p in body for m in _RANKED.finditer(p.text)
            if abs(_RANKS.index(m["rank"].lower()) + 2 - at) == 1
        ]  # fmt: skip
        if match["rank"].lower() in ranks or not near:
            continue
        here = Span(*match.span("rank")).shifted(place.sentence.span.start)
        first, where = near[0]
        yield here, Span(*first.span("rank")).shifted(where.sentence.span.start)
