"""Measures and sums in headline and standfirst that the story does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from newslint.article import BlockKind
from newslint.checks._facts.counted import states_of
from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_ABOVE = frozenset({BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.CAPTION})
_BELOW = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_UNITS = {
    "km": "km|kms|kilometres?|kilometers?",
    "mile": "miles?", "metre": "m|metres?|meters?", "foot": "ft|feet|foot",
    "inch": "inch(?:es)?", "acre": "acres?",
    "hectare": "ha|hectares?", "tonne": "tonnes?", "ton": "tons?",
    "kg": "kg|kilos?|kilograms?", "litre": "litres?|liters?", "degree": "degrees?|°C|°F",
    "year": "years?",
    "month": "months?", "week": "weeks?", "day": "days?", "hour": "hours?", "minute": "minutes?",
    "second": "seconds?", "percent": "%|percent|per\\scent|pc",
    "mph": "mph", "megawatt": "MW|megawatts?",
    "point": "points?", "vote": "votes?", "storey": "storeys?|stor(?:y|ies)",
}  # fmt: skip
_NUMBER = (
    r"(?<![\w.,£$€/-])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?(?:\s(?:million|billion|thousand))?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six"
    r"|seven|eight|nine))?"
)
_MEASURE = LazyRegex(
    rf"(?P<n>{_NUMBER})(?:\s|-)?"
    rf"(?:{'|'.join(f'(?P<{name}>{forms})' for name, forms in _UNITS.items())})"
    rf"(?!\w|\sold|-old|\sago|\slater|\searlier)",
    re.IGNORECASE,
)
_MONEY = LazyRegex(
    r"(?P<sign>[£$€])(?P<n>(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,3})?)\s?(?P<scale>million|billion|bn|m|k)?\b"
)
_SCALES = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "k": 1000}
_OPEN = LazyRegex(
    r"\b(?:over|more\sthan|under|less\sthan|up\sto|at\sleast|nearly|almost|about|around|another|extra|further"
    r"|some|between|to|or)\s$",
    re.IGNORECASE,
)
_ROUND = Fraction(8, 100)
_STEM = 4  # letters by which a noun and a verb are one: drive, driving
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Measure:
    unit: str
    value: Fraction
    span: Span
    block: int
    open: bool


def measured_above(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each measure above the story, or in a caption, that the story gives otherwise.

    With it comes the story's own. The two must be of one unit and told with one word in
    common; sums and differences of what the story gives are borne out. Needs `names`.
    """
    found = [
        m
        for i, b in enumerate(reading.blocks)
        if b.kind in _ABOVE | _BELOW
        for m in _in(reading, i)
    ]
    below = [m for m in found if reading.blocks[m.block].kind in _BELOW]
    if len(below) > _MOST:
        return
    for above in found:
        if reading.blocks[above.block].kind not in _ABOVE or above.open:
            continue
        same = [m for m in below if m.unit == above.unit]
        if not same or any(_near(m.value, above.value) for m in same) or _adds_up(above, below):
            continue
        words = _words(reading, above)
        fitting = [m for m in same if words & _words(reading, m) and not m.open]
        if len({m.value for m in fitting}) == 1:
            yield above.span, fitting[0].span


def _in(reading: Reading, block: int) -> Iterator[_Measure]:
    span = reading.blocks[block].span
    text = reading.text
    for match in _MEASURE.finditer(text, span.start, span.end):
        found = find_quantities(f"{match['n'].lower()} things")
        if found:
            unit = next(name for name in _UNITS if match[name])
            free = (
                _OPEN.search(text[max(span.start, match.start() - 14) : match.start()]) is not None
            )
            yield _Measure(unit, found[0].value, Span(*match.span()), block, free)
    for match in _MONEY.finditer(text, span.start, span.end):
        value = Fraction(match["n"].replace(",", "")) * _SCALES.get(
            (match["scale"] or "").lower(), 1
        )
        free = _OPEN.search(text[max(span.start, match.start() - 14) : match.start()]) is not None
        yield _Measure(match["sign"], value, Span(*match.span()), block, free)


def _near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= _ROUND * max(one, other)


def _adds_up(above: _Measure, below: list[_Measure]) -> bool:
    values = [m.value for m in below]
    return any(
        _near(above.value, made)
        for i, a in enumerate(values)
        for b in values[:i]
        for made in (a + b, abs(a - b), a * b)
        if made
    )


def _words(reading: Reading, measure: _Measure) -> frozenset[str]:
    """Return the beginnings of the words told with a measure, in its sentence."""
    light = vocabulary("events", "light")
    tokens: list[Token] = [
        t for t in reading.parses[measure.block] if _same_sentence(reading, t, measure)
    ]
    inside = {t.i for t in tokens if t.span.overlaps(measure.span)}
    return frozenset(
        t.lemma.lower()[:_STEM]
        for t in tokens
        if t.i not in inside
        and t.pos in ("NOUN", "VERB")
        and len(t.lemma) >= _STEM
        and t.lemma.lower() not in light
    ) | {f"state {n}" for n in states_of(tokens)}


def _same_sentence(reading: Reading, token: Token, measure: _Measure) -> bool:
    at = reading.parses[measure.block].at(measure.span.start)
    return at is not None and token.sentence == at.sentence
