"""Shares and differences above a story that its own figures belie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.article import BlockKind
from newslint.checks._facts.told import Place, places
from newslint.checks._figures.changes import pair_of
from newslint.checks._figures.lines import measured
from newslint.checks._figures.share_words import Share, share_of, shares_in
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUMMARY})
_LEAD = 4  # sentences
# By a fifth; up 15 per cent; a rise of 12%; a 12 per cent rise
_MOVES = LazyRegex(
    r"\b(?:rise[sn]?|rose|fall[s]?|fell|fallen|cuts?|slash\w*|jump\w*|drop\w*|grow\w*|grew|climb\w*|increase\w*|up|down"
    r"|raise[sd]?|soar\w*|surge\w*|slump\w*|plunge\w*|decline\w*|reduc\w*|lower\w*|higher|lift\w*|trim\w*)\b",
    re.IGNORECASE,
)
_BACKS = LazyRegex(
    r"\b(?:back\w*|vot\w+|favour|support\w*|approv\w*|oppos\w*|against|want|reject\w*|agree\w*|accept\w*)\b",
    re.IGNORECASE,
)
_BETTER = LazyRegex(
    r"(?:\s(?:a|per)\s[a-z]+)?\s(?P<way>better|more|higher|less|lower|cheaper|dearer|below|above|worse|up|down)\s(?:than|on|from)?\s?"
    r"(?:its|the|his|her|their|an?)\s(?:first|last|previous|old|earlier|original|former|opening|initial)\b"
)


def heads_belied(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each share above the story, and each difference, that the story gives otherwise.

    Spans are those of the article. Needs `sentences`.
    """
    heads: list[Place] = []
    body: list[Place] = []
    for place in places(reading):
        block = reading.blocks[place.sentence.block]
        (heads if block.kind in _HEADS and not block.is_body else body).append(place)
    if not body:
        return
    for head in heads:
        yield from _shares(head, body)
    yield from _differences([*heads, *body])


def _told(text: str) -> list[tuple[re.Match[str], Share]]:
    found = ((m, share_of(m)) for m in shares_in(text) if not m["most"])
    return [(m, share) for m, share in found if share is not None]


def _shares(head: Place, body: Sequence[Place]) -> Iterator[tuple[Span, str]]:
    """Yield the "by a fifth" of a headline over "will go up by 15 per cent"."""
    above = _told(head.text)
    if len(above) != 1:
        return
    below = [(p, m, share) for p in body[:_LEAD] for m, share in _told(p.text)]
    if len(below) != 1:
        return
    match, share = above[0]
    place, under, other = below[0]
    topics = (_MOVES, _BACKS)
    if not any(t.search(head.text) and t.search(place.text) for t in topics):
        return
    if bool(_MOVES.search(head.text)) is not bool(_MOVES.search(place.text)):
        return
    everywhere = [s for p in body for _, s in _told(p.text)]
    if any(share.low <= s.high and s.low <= share.high for s in everywhere):
        return
    small, large = sorted(((share.low + share.high) / 2, (other.low + other.high) / 2))
    if large > 3 * small:
        return
    span = Span(*match.span("share")).shifted(head.sentence.span.start)
    yield span, f"The story has “{under['share']}”: make the two agree."


def _differences(everything: Sequence[Place]) -> Iterator[tuple[Span, str]]:
    """Yield the "€2 a share better than its first" of a bid that goes from €30 to €33."""
    claims: list[tuple[Place, Sum, re.Match[str]]] = []
    for place in everything:
        if not _BETTER.search(place.text):
            continue
        for figure in measured(place.text):
            match = _BETTER.match(place.text, figure.span.end)
            if match is not None and figure.unit not in PERCENT and figure.exact and figure.unit:
                claims.append((place, figure, match))
    if not claims:
        return
    pairs: dict[str, set[tuple[Fraction, Fraction]]] = {}
    for place in everything:
        pair = pair_of(place.text, [f for f in measured(place.text) if f.unit])
        if pair is not None:
            old, new = pair
            pairs.setdefault(old.unit, set()).add((old.value, new.value))
    for place, figure, match in claims:
        same = pairs.get(figure.unit, set())
        if len(same) != 1:
            continue
        ((before, after),) = same
        real = abs(after - before)
        if real and abs(real - figure.value) * 50 > real and figure.value < 5 * real:
            span = Span(figure.span.start, match.start("way") - 1)
            yield (
                span.shifted(place.sentence.span.start),
                (f"From {shown(before)} to {shown(after)} is {shown(real)}: check the figures."),
            )
