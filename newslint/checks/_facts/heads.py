"""Numbers of headline and summary that the opening of the story gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.article import Block, BlockKind
from newslint.checks._facts.counted import same_noun
from newslint.checks._facts.recounted import singular
from newslint.checks._prose import is_writers_own
from newslint.checks._sums.worked_figures import PERCENT, Sum, sums
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUMMARY})
_OPENING = 3  # paragraphs
_TIMES = frozenset(
    [
        "day",
        "week",
        "month",
        "year",
        "hour",
        "night",
        "time",
        "minute",
        "second",
        "way",
        "thing",
        "point",
    ]
)
_SCORE = LazyRegex(r"(?<![\d.,-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d.,]*\d|-)")
_VOTES = LazyRegex(r"\bvot(?:e|es|ed|ing)\b|\bruling\b|\brule[sd]?\b", re.IGNORECASE)
_PERSONS = frozenset(["person", "victim", "passenger", "pupil", "student", "child", "patient",
"worker", "resident", "man", "woman",
                      "pilgrim", "fan", "skier", "climber", "soldier", "job"])  # fmt: skip
_LOOSE = LazyRegex(
    r"\b(?:another|other|more|further|first|last|next|every|each|of|least|most|than|over|up\sto|nearly|almost|about|around|some)\s(?:[A-Za-z$€£]{0,3}\s?)$",
    re.IGNORECASE,
)
_FACTOR = 2
_ROUNDED = Fraction(6, 5)
_OTHERS = LazyRegex(r"\b(?:another|other|further|additional)\s$", re.IGNORECASE)


def heads_told_otherwise(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each number above a story that its opening contradicts, and the one below.

    A number that stands anywhere in the story, or adds up from its numbers, is right.
    """
    body = [b for b in reading.blocks if b.is_body]
    heads = [b for b in reading.blocks if b.kind in _HEADS and not b.is_body]
    if not heads and len(body) > _OPENING and not _is_sentence(body[0].span.cut(reading.text)):
        heads, body = body[:1], body[1:]  # plain text has its headline in the first line
    body = [b for b in body if _is_sentence(b.span.cut(reading.text))]
    if not body:
        return
    if not heads or not body:
        return
    told: list[tuple[Sum, Span, int]] = []
    for number, block in enumerate(body):
        text = block.span.cut(reading.text)
        told += [(s, s.span.shifted(block.span.start), number) for s in sums(text)]
    values = {s.value for s, _, _ in told}
    for head in heads:
        text = head.span.cut(reading.text)
        for above in sums(text):
            if above.value in values or not above.exact or _LOOSE.search(text[: above.span.start]):
                continue
            if not is_writers_own(reading, above.span.shifted(head.span.start)):
                continue
            alike = [
                (s, span)
                for s, span, number in told
                if number < _OPENING
                and (s.exact or _is_far(above, s))
                and _same_kind(above, s, text, reading, span)
                and not _OTHERS.search(reading.text, max(span.start - 12, 0), span.start)
            ]
            first = [(s, span) for s, span in alike if span.end <= body[0].span.end]
            alike = first if len({s.value for s, _ in first}) == 1 else alike
            if len({s.value for s, _ in alike}) != 1 or _adds_up(
                above, [s for s, _, n in told if n < 2 * _OPENING]
            ):
                continue
            below, place = alike[0]
            if not below.value / _FACTOR <= above.value <= below.value * _FACTOR or _rounds(
                above, below
            ):
                continue
            yield above.span.shifted(head.span.start), place
        yield from _votes(reading, text, body)


def _is_far(above: Sum, below: Sum) -> bool:
    """Return whether two numbers are further apart than "some" or "about" can tell."""
    most, least = max(above.value, below.value), min(above.value, below.value)
    return most > _ROUNDED * least


def _same_kind(above: Sum, below: Sum, text: str, reading: Reading, place: Span) -> bool:
    if above.unit or below.unit:
        return above.unit == below.unit and above.unit not in PERCENT
    if not above.noun or not below.noun:
        return False
    one, other = (singular(s.noun.split()[-1].lower()) for s in (above, below))
    mine = text[above.span.end :].lower().partition(above.noun.lower())[0].split()
    yours = (
        reading.text[place.end : place.end + 40].lower().partition(below.noun.lower())[0].split()
    )
    if mine != yours:
        return False  # "nine fishing boats" may be some of the boats
    if one in _TIMES or other in _TIMES:
        after, theirs = text[above.span.end :], reading.text[place.end : place.end + 40]
        before, later = (re.match(r"\s[A-Za-z]+\s(?P<w>[a-z]+)", t) for t in (after, theirs))
        short = one in ("minute", "second")
        return one == other and (
            short or (before is not None and later is not None and before["w"] == later["w"])
        )
    return one == other or same_noun(one, other) or {one, other} <= _PERSONS


def _adds_up(above: Sum, told: list[Sum]) -> bool:
    """Return whether a number is the sum or the difference of two of its kind in the story."""
    if above.unit:
        values = [s.value for s in told if s.unit == above.unit][:30]
    else:
        noun = singular(above.noun.split()[-1].lower()) if above.noun else ""
        kin = ((s, singular(s.noun.split()[-1].lower())) for s in told if not s.unit and s.noun)
        values = [s.value for s, n in kin if n == noun or {n, noun} <= _PERSONS][:30]
    return any(
        above.value in (a + b, abs(a - b)) for i, a in enumerate(values) for b in values[i + 1 :]
    )


def _rounds(above: Sum, below: Sum) -> bool:
    """Return whether the one above is the one below with fewer digits."""
    if above.value.denominator != 1 or not above.value:
        return False
    written = str(int(above.value))
    noughts = len(written) - len(written.rstrip("0"))
    return noughts > 0 and abs(above.value - below.value) < 10**noughts


def _votes(reading: Reading, head: str, body: list[Block]) -> Iterator[tuple[Span, Span]]:
    """Yield the 4-1 of a lead whose headline has the vote at 3-2."""
    if _VOTES.search(head) is None:
        return
    above = _SCORE.search(head)
    opening = [b.span for b in body[:_OPENING]]
    below = next((m for o in opening if (m := _SCORE.search(reading.text, o.start, o.end))), None)
    if above is None or below is None:
        return
    told = {above.group("a", "b"), above.group("b", "a")}
    lead = reading.text[opening[0].start : opening[-1].end]
    if below.group("a", "b") not in told and _VOTES.search(lead) and above[0] not in lead:
        yield Span(*below.span()), Span(*below.span())


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?", "”", '"'))
