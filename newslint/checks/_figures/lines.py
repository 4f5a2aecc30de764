"""The sentences of a story with their figures, and the figures near a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from newslint.checks._facts.told import Place, places
from newslint.checks._sums.worked_figures import PERCENT, Sum, sums
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_DIGIT = re.compile(r"\d")
_WORDY = LazyRegex(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|dozen|hundred|thousand|million|half|third|quarter|fifth|tenth|both"
    r"|together|majority)",
    re.IGNORECASE,
)
# 14 metres; metres are no more comparable with hours than with pounds
_MEASURE = LazyRegex(
    r"[\s-](?P<unit>kilomet(?:re|er)|met(?:re|er)|centimet(?:re|er)|mile|foot|feet|inch|yard|acre"
    r"|hectare|tonne|ton|kilogram|kilo|gram|litre|liter|gallon|degree|second|minute|hour|day|night"
    r"|week|fortnight|month|season|summer|year|decade|point|goal|run|try|tries|penalt|time|mph|km|kg|m|ft)"
    r"(?:s|es)?\b"
)
# The first half; cut in half; 17 and 18 of "17, 18 and 20 October"; the years of somebody's age
_NO_SHARE = LazyRegex(
    r"\b(?:first|second|other|in|latter|better|opening|final)[\s-]$", re.IGNORECASE
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_THE_ONE = LazyRegex(
    r"\b(?:the|this|that|each|every|no|any|which|an?|its|their)\s(?:[a-z]+\s){0,2}$", re.IGNORECASE
)
_DAY_LIST = LazyRegex(
    rf"(?:,\s\d{{1,2}})*(?:\s(?:and|or|to)\s|[–-])\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b"
    rf"|\s{_MONTH}\b"
)
_AGE = LazyRegex(
    r"\baged?\s(?:\d{1,3}(?:,\s|\sand\s|\sto\s))*$|\b[A-Z][a-z]+,\s$|\b(?:wo)?man\sof\s$|\b(?:boy|girl)\sof\s$"
    r""
)
_AGED = LazyRegex(r"-year-old\b|\s(?:years\sold|years\sof\sage)\b|\sand\s\d{1,2}\srespectively")
#: The unit of "half" and "two thirds".
FRACTION = "fraction"
_YEARS = range(1800, 2101)
_REACH = 2  # paragraphs
_LONGEST, _MOST = 1_500, 40  # characters and figures of a sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its figures, whose spans count from its start.

    `before` are the sentences with figures that stand up to two paragraphs above, the
    nearest last.
    """

    place: Place
    figures: tuple[Sum, ...]
    before: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.place.text

    @property
    def block(self) -> int:
        """The paragraph it stands in."""
        return self.place.sentence.block

    @property
    def is_body(self) -> bool:
        """Whether it is a sentence of the story, not of its headline."""
        return self.place.reading.blocks[self.block].is_body


def lines(reading: Reading, back: int = 3) -> Iterator[Line]:
    """Yield the sentences that hold a figure, each with up to `back` before it."""
    before: list[Line] = []
    for place in places(reading):
        if len(place.text) > _LONGEST:
            continue  # no sentence, but a table or a list without stops
        if not _has_figure(place.text):
            continue
        figures = tuple(measured(place.text)[:_MOST])
        near = [b for b in before[-back:] if place.sentence.block - b.block <= _REACH]
        line = Line(place, figures, tuple(near))
        yield line
        if line.is_body and figures:
            before.append(Line(place, figures))


@lru_cache(maxsize=2_048)
def _has_figure(text: str) -> bool:
    return _DIGIT.search(text) is not None or _WORDY.search(text) is not None


@lru_cache(maxsize=2_048)
def measured(text: str) -> Sequence[Sum]:
    """Return the figures of a sentence but for years; what is measured has its measure as unit."""
    return tuple(_measured_in(text))


def _measured_in(text: str) -> Iterator[Sum]:
    for figure in sums(text):
        if is_year(figure, text) or _is_no_figure(figure, text):
            continue
        unit = _MEASURE.match(text, figure.span.end) if not figure.unit else None
        if 0 < figure.value < 1 and not figure.unit and not figure.span.cut(text)[:1].isdigit():
            yield Sum(figure.value, FRACTION, figure.span, figure.exact, figure.noun)
        elif unit is None:
            yield figure
        else:
            yield Sum(
                figure.value, unit["unit"].lower()[:5], figure.span, figure.exact, figure.noun
            )


def _is_no_figure(figure: Sum, text: str) -> bool:
    """Return whether a number is half a match, a day of a month or somebody's age."""
    lead = text[max(0, figure.span.start - 30) : figure.span.start]
    if figure.span.cut(text).lower() == "one" and _THE_ONE.search(lead):
        return True
    if 0 < figure.value < 1:
        return _NO_SHARE.search(lead) is not None
    if figure.unit or (figure.noun and not figure.noun.startswith("year")):
        return False
    written = figure.span.cut(text)
    if written.isdigit() and len(written) <= 2 and _DAY_LIST.match(text, figure.span.end):
        return True
    if _AGED.match(text, figure.span.end):
        return True
    return written.isdigit() and len(written) <= 2 and _AGE.search(lead) is not None


def is_year(figure: Sum, text: str) -> bool:
    """Return whether a bare figure of four digits may be a year."""
    written = figure.span.cut(text)
    return written.isdigit() and int(written) in _YEARS and not figure.unit and not figure.noun


def whole_numbers(figures: Sequence[Sum]) -> list[Sum]:
    """Return those that count things: no sums of money, measures or shares."""
    return [f for f in figures if not f.unit and f.value.denominator == 1 and f.value > 0]


def is_share(figure: Sum) -> bool:
    """Return whether a figure is a percentage or a fraction."""
    return figure.unit in PERCENT or figure.unit == FRACTION


def alike(one: Sum, other: Sum) -> bool:
    """Return whether two figures are of one unit."""
    return one.unit == other.unit


def close(one: Fraction, other: Fraction, slack: Fraction) -> bool:
    """Return whether two values differ by no more than a share of the larger one."""
    return abs(one - other) <= slack * max(abs(one), abs(other))
