"""Changes, shares and parts that a story words: "an increase of", "up by a third", "of them"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._facts.told import Place
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_SHARES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_BY_SHARE = LazyRegex(
    r"\b(?P<whole>(?:up|down|rose|risen|fell|fallen|grown|grew|dropped|climbed|jumped|(?:an?\s)?(?:rise|fall|increase|drop|jump|cut)\sof)"
    r"\s(?:by\s)?(?P<vague>(?:about|almost|nearly|over|more\sthan|roughly)\s)?(?P<two>two[\s-])?(?:an?\s|one\s)?(?P<share>half|thirds?|quarters?|fifths?|sixth|tenth))\b"
)
_INCREASE = LazyRegex(
    r"\b(?:an?\s(?:further\s)?(?:increase|rise|jump|overrun|saving|cut|drop|fall|decrease|difference|gap|loss|gain|reduction)\sof|(?:up|down|rose|fell|grew|more)\sby)\s$"
)
_OF_THEM = LazyRegex(
    r"^(?P<gap>[^.;:\d]{0,60}?,\s)(?P<first>\S+)\sof\s(?:them|whom)\s(?P<what>[a-z]+)(?:\s[a-z]+){0,3}?,?\sand\s(?:the\s(?:other|remaining)\s)?$"
)
_OVERLAP = LazyRegex(
    r"\b(?:children|women|girls|boys|men|foreigners|minors|babies|including|aged|also)\b"
)
_SHARE_OF = LazyRegex(
    r"\b(?P<whole>(?P<vague>(?:about|around|almost|nearly|roughly|some|over|more\sthan)\s)?(?P<two>two[\s-])?(?:an?\s|one\s)?(?P<share>half|thirds?|quarters?|fifths?|sixth|tenth)\sof\s[^.,;:\d]{2,50},\sor\s)$",
    re.IGNORECASE,
)


def changes_wrong(
    place: Place, here: Sequence[Sum], near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield each change, share or part in a sentence that its figures belie, and why."""
    if len(here) + len(near) < 2:
        return
    yield from _by_share(place, here)
    yield from _increase(place, here)
    yield from _of_them(place, here)
    yield from _share_of(place, here, near)


def _share(match: re.Match[str]) -> Fraction:
    return Fraction(2 if match["two"] else 1, _SHARES[match["share"].lower().rstrip("s")])


def _by_share(place: Place, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "cost 24,000 on Monday and 36,000 on Thursday, up by a third"."""
    for match in _BY_SHARE.finditer(place.text):
        before = [
            s for s in here if s.span.end <= match.start() and s.unit not in PERCENT and s.value > 1
        ]
        if len(before) < 2 or match.start() - before[-1].span.end > 40 or not before[-2].value:
            continue
        old, new = before[-2], before[-1]
        gap = place.text[old.span.end : new.span.start]
        if (old.unit != new.unit and old.unit and new.unit) or re.search(r"[.;:]", gap):
            continue
        if new.value > 5 * old.value or old.value > 5 * new.value or old.value == new.value:
            continue
        if re.search(r"\b(?:up|down)\sfrom\s$|\bfrom\s$|\bagainst\s$", gap):
            old, new = new, old
        real, told = abs(new.value - old.value) / old.value, _share(match)
        slack = Fraction(12, 100) if match["vague"] else Fraction(5, 100)
        if abs(real - told) > slack:
            yield (
                Span(*match.span("whole")),
                f"The figures make {round(real * 100)} percent: check them.",
            )


def _increase(place: Place, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "from $1.2 billion; now it is $1.9 billion, an increase of $900 million"."""
    for at, by in enumerate(here):
        if at < 2 or by.unit in PERCENT or _INCREASE.search(place.text[: by.span.start]) is None:
            continue
        one, two = here[at - 2], here[at - 1]
        if one.unit != two.unit or by.unit != two.unit or not by.unit:
            continue
        if not (one.exact and two.exact) or by.span.start - two.span.end > 40:
            continue
        real = abs(one.value - two.value)
        slack = max(one.value, two.value) / 40
        if abs(real - by.value) > slack and real and by.value < 4 * real and real < 4 * by.value:
            yield by.span, f"The figures make {shown(real)}: check them."


def _of_them(place: Place, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "22 people have been killed, 14 of them civilians and six soldiers"."""
    if " of them " not in place.text and " of whom " not in place.text:
        return
    for one, two, three in zip(here, here[1:], here[2:], strict=False):
        if (
            one.unit
            or two.unit
            or three.unit
            or any(s.value.denominator != 1 for s in (one, two, three))
        ):
            continue
        lead = place.text[one.span.end : two.span.start]
        match = re.fullmatch(
            r"\sof\s(?:them|whom)\s(?:were\s|are\s)?(?:[a-z]+\s?){1,4},?\sand\s",
            place.text[two.span.end : three.span.start],
        )
        after = place.text[three.span.end : three.span.end + 40]
        if (
            match is None
            or not re.fullmatch(r"[^.;:]{0,70},\s", lead)
            or re.match(r"\sof\s(?:them|whom)", after)
        ):
            continue
        if _OVERLAP.search(match[0] + after.split(",")[0]) or two.value >= one.value:
            continue
        added = two.value + three.value
        if added != one.value and abs(added - one.value) * 4 <= one.value:
            for part in (two, three):
                yield (
                    part.span,
                    f"The parts make {shown(added)} of {shown(one.value)}: check the figures.",
                )


def _share_of(
    place: Place, here: Sequence[Sum], near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "1,900 live there. Around a fifth of them, or 800, are fishermen"."""
    for part in here:
        match = _SHARE_OF.search(place.text[: part.span.start])
        if match is None or part.unit in PERCENT or part.value < 2:
            continue
        told = itertools.chain(here, *(sums for _, sums in near))
        wholes = [s.value for s in told if s.unit == part.unit and s.value > part.value]
        wholes = [w for w in wholes if w < 40 * part.value]
        share = _share(match)
        if wholes and all(abs(part.value / w - share) > share * 18 / 100 for w in wholes):
            start = match.start("whole")
            yield Span(start, part.span.end), "By the figures given the share is another: check it."
