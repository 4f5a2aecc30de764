"""Shares told in words and in figures at once: "almost half, 38 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._facts.told import Place, places
from newslint.checks._sums.worked_figures import PERCENT, Sum, sums
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5,
          "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10}  # fmt: skip
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9,
          "five": 5, "six": 6, "eight": 8, "ten": 10, "every": 1}  # fmt: skip
_HEDGE = (
    r"(?P<hedge>(?:well\s|just\s|slightly\s)?(?:over|under|above|below)|(?:more|fewer|less)\sthan"
    r"|almost|nearly|about|around|roughly|some|not\squite|close\sto)"
)
_SHARE = (
    rf"(?P<whole>(?:{_HEDGE}\s)?(?:(?P<k>one|two|three|four|seven|nine|an?)[\s-])?"
    r"(?P<part>half|thirds?|quarters?|fifths?|sixth|tenths?)|"
    r"(?P<k2>one|two|three|four|five|six|seven|nine)\s(?:in|out\sof)\s(?:every\s)?"
    r"(?P<n2>three|four|five|six|eight|ten))"
)
# Half of the homes, or 38 percent; fewer than half, 1,440, are
_THEN = LazyRegex(
    rf"\b{_SHARE}(?:\sof\s(?P<of>[^.;:()]{{2,45}}?))?(?:,\s(?:or|that\sis|some)\s|,\s|\s\()"
    r"(?:about\s|some\s|around\s|nearly\s|almost\s|roughly\s)?$",
    re.IGNORECASE,
)
# 14, or nearly two thirds
_OR = LazyRegex(
    rf"^,?\s(?:[a-z]+\s)?(?:,\s)?(?:or|that\sis|which\sis|\()\s?{_SHARE}\b(?!\s(?:a|as|an)\b)",
    re.IGNORECASE,
)
# 190,000, more than half of them
_OF_THEM = LazyRegex(rf"^,\s{_SHARE}\sof\s(?:them|it|those|the\stotal)\b", re.IGNORECASE)
_CLOSES = LazyRegex(
    r"^(?:\s(?:per\s?cent|percent|of\sthem|[a-z]+))?\s?(?:[,.;)]|\s(?:are|were|have|is|was|had|said))"
)
_THEM = LazyRegex(r"^\sof\s(?:them|those|whom)\b")
_LOOSE = Fraction(9, 100)
_TIGHT = Fraction(4, 100)


def fractions_told(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each share whose words and figures differ, and why. Needs `sentences`."""
    before: list[tuple[Place, list[Sum]]] = []
    for place in places(reading):
        here = list(sums(place.text))
        near = [b for b in before[-2:] if place.sentence.block - b[0].sentence.block <= 1]
        for span, message in _wrong(place, here, near):
            yield span.shifted(place.sentence.span.start), message
        if reading.blocks[place.sentence.block].is_body:
            before.append((place, here))


def _wrong(
    place: Place, here: Sequence[Sum], near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    for at, figure in enumerate(here):
        before = _THEN.search(place.text[: figure.span.start][-110:])
        rest = place.text[figure.span.end :]
        after = _OR.match(rest) or _OF_THEM.match(rest)
        if before is not None and _CLOSES.match(place.text[figure.span.end :]):
            shift = max(0, figure.span.start - 110)
            span = Span(shift + before.start("whole"), figure.span.end)
            match = before
            if before["of"] and figure.unit not in PERCENT:
                them = _THEM.match(rest)
                span = Span(figure.span.start, figure.span.end + (them.end() if them else 0))
        elif after is not None:
            span = Span(figure.span.start, figure.span.end + after.end("whole"))
            match = after
        else:
            continue
        share = _share(match)
        if share is None or (match["hedge"] is None and share == 1):
            continue
        if figure.unit in PERCENT:
            if not _agrees(figure.value / 100, share, match["hedge"]):
                yield span, "The share in words and the percentage differ: check both."
            continue
        if figure.value < 3:
            continue
        wholes = _wholes(here[:at], figure) or [
            w for _, told in reversed(near) for w in _wholes(told, figure)
        ]
        if wholes and not any(_agrees(figure.value / w, share, match["hedge"]) for w in wholes):
            yield span, "By the figures given the share is another: check both."


def _wholes(told: Sequence[Sum], part: Sum) -> list[Fraction]:
    return [
        s.value for s in told
        if s.unit == part.unit and part.value < s.value < 25 * part.value
        and not (not s.unit and not s.noun and 1800 <= s.value <= 2100)
    ]  # fmt: skip


def _share(match: re.Match[str]) -> Fraction | None:
    if match["k2"]:
        return Fraction(_SMALL[match["k2"].lower()], _SMALL[match["n2"].lower()])
    return Fraction(_SMALL[(match["k"] or "one").lower()], _PARTS[match["part"].lower()])


def _agrees(real: Fraction, told: Fraction, hedge: str | None) -> bool:
    word = (hedge or "").lower()
    if word.endswith(("over", "above", "more than")):
        return told - Fraction(1, 100) <= real <= told + Fraction(18, 100)
    if word.endswith(("under", "below", "less than", "fewer than", "quite")):
        return told - Fraction(18, 100) <= real <= told + Fraction(1, 100)
    if word in ("almost", "nearly"):
        return told - _LOOSE <= real <= told + Fraction(2, 100)
    return abs(real - told) <= (_LOOSE if word else _TIGHT)
