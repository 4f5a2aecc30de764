"""Two figures and what a sentence says of one against the other: how much more, which way."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._figures.lines import Line, close, is_share, whole_numbers
from newslint.checks._figures.share_words import share_of, shares_in
from newslint.checks._sums.worked_figures import PERCENT, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

# 248 kroner for each share, 24 per cent more than the closing price of 190 kroner
_MORE = LazyRegex(
    r"\s(?P<way>more|higher|above|less|lower|fewer|below|up|down)\s(?:than|on|from)?\s?[^.;:\d£$€]{0,60}?$"
)
_LESS = frozenset({"less", "lower", "fewer", "below", "down"})
_BESIDE = LazyRegex(
    r"[^.;:]{0,70}?(?:,|\s\(|\s[–—-])\s(?:or\s|which\sis\s|that\sis\s|a\s)?(?:about\s|some\s|nearly\s|almost\s)?$"
)
# fell to 940 million dollars last year from 880 million
_CHANGED = LazyRegex(
    r"\b(?P<verb>fell|dropped|declined|slipped|slid|sank|shrank|decreased|plunged|dipped|tumbled|falling|dropping|down"
    r"|rose|grew|climbed|increased|jumped|soared|went\sup|rising|growing|climbing|up)\s(?:again\s|slightly\s|sharply\s|further\s|back\s)?to\s"
    r"(?:about\s|some\s|nearly\s|almost\s|just\s(?:over|under)\s|a\srecord\s)?$"
)
_RISES = ("r", "g", "cl", "inc", "j", "so", "w", "u")
_FROM = LazyRegex(
    r"(?:\s(?!by\b|or\b|and\b|but\b)[A-Za-z’'-]+){0,7}?,?\sfrom\s(?:about\s|some\s|nearly\s|almost\s|just\s(?:over|under)\s|a\s[a-z]+\s)?$"
)
# a quarter of the film's budget of 3.2 billion won, some 640 million
_BUDGET = LazyRegex(
    r"\sof\s(?:the|its|their|his|her|a|that)\s(?:[\w’'-]+\s){0,4}?of\s(?:some\s|about\s)?$"
)
_OR = LazyRegex(
    r"(?:\s[a-z]+)?(?:,\s|\s\(|\s[–—-]\s)(?:or\s|that\sis,?\s)?(?:about\s|some\s|around\s|nearly\s|almost\s|roughly\s)?$"
)
# They have raised £57,000, more than a third of that
_OF_THAT = LazyRegex(
    r"\sof\s(?:that|it|the\s(?:sum|total|target|money|amount|cost|price))\b(?!\s[a-z]+\s(?:to|in)\b)"
)
_THEN = LazyRegex(r"[^.;:\d]{0,25}?(?:,|\s\(|\s[–—-])\s(?:or\s)?")
# 4.5 million euros a day, which makes 36 million for the fortnight
_A_DAY = LazyRegex(r"(?:\s[a-z]+){0,2}?\s(?:a|per|each|every)\s(?P<unit>day|week|month)\b")
_MAKES = LazyRegex(
    r"(?:,\s(?:which|that)\s(?:makes|made|comes\sto|came\sto|is|was|adds\sup\sto|means)|,\sor|,\smaking|,\sa\stotal\sof)\s(?:about\s|some\s|nearly\s|almost\s|over\s)?$"
)
_FOR = LazyRegex(
    r"(?:\s[a-z]+){0,2}?\s(?:for|over|in)\s(?:the|a|this|that)\s(?:whole\s|past\s|last\s)?(?P<unit>week|fortnight|month|quarter|year)\b"
)
_TIMES = {
    ("day", "week"): (5, 7), ("day", "fortnight"): (10, 14), ("day", "month"): (20, 31),
    ("day", "year"): (220, 366), ("week", "month"): (4, 5), ("week", "fortnight"): (2, 2),
    ("week", "quarter"): (12, 14), ("week", "year"): (44, 53), ("month", "quarter"): (3, 3),
    ("month", "year"): (11, 12), ("day", "quarter"): (60, 92),
}  # fmt: skip
# Six were still in hospital and the other two were at home
_OTHERS = LazyRegex(
    r"\s(?:[a-z]+\s){0,2}?(?:were|are|had|have|went|came|was|died|stayed|remained|got|left|said|voted)\b[^.;:\d]{0,50}?\s(?:and|while|but)\s"
    r"(?P<whole>the\s(?:other|remaining)\s)$"
)
# 1,140 people, 620 of them in Denmark and 430 in Poland, its only two countries
_OF_THEM = LazyRegex(
    r"\sof\s(?:them|whom|which|these)\s(?P<in>in|at|from|on|for)\s[^.;:,\d]{2,30}?,?\s(?:and|with)\s$"
)
_ONLY = LazyRegex(
    r"\b(?:only\s(?:two|other)|the\sother|the\srest|both\s(?:its|their)|and\snowhere\selse|the\stwo)\b"
)
_WIDE = Fraction(6, 100)
_NEAR = 2


def set_against(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield what a sentence says of two of its figures that they belie, and why."""
    if len(line.figures) > 1:
        yield from _more_than(line)
        yield from _changed(line)
        yield from _part_of_budget(line)
        yield from _per_day(line)
        yield from _the_others(line)
        yield from _two_places(line)
    if " of " in line.text:
        yield from _of_that(line)


def _more_than(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "248 kroner, 24 per cent more than the closing price of 190 kroner"."""
    for at, share in enumerate(line.figures):
        if share.unit != "percent" or not 0 < at < len(line.figures) - 1 or not share.exact:
            continue
        base, own = line.figures[at + 1], line.figures[at - 1]
        if base.unit in PERCENT or base.unit != own.unit or is_share(own) or not base.value:
            continue
        if not base.unit and (own.value < 20 or base.value < 20 or own.noun != base.noun):
            continue
        lead = line.text[own.span.end : share.span.start]
        gap = line.text[share.span.end : base.span.start]
        way = _MORE.fullmatch(gap)
        if way is None or _BESIDE.fullmatch(lead) is None or not own.exact or not base.exact:
            continue
        change = (own.value / base.value - 1) * (-1 if way["way"] in _LESS else 1)
        told = share.value / 100
        if abs(change - told) * 100 <= max(Fraction(3, 2), share.value * _WIDE):
            continue
        if not 0 < change < 5 * told or told > 5 * change:
            continue
        span = Span(share.span.start, share.span.end + 1 + len(way["way"]))
        yield span, f"By the figures it is {float(change * 100):.3g} per cent: check them."


def _changed(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the verb of "fell to 940 million last year from 880 million"."""
    for at, new in enumerate(line.figures[:-1]):
        verb = _CHANGED.search(line.text[: new.span.start])
        if verb is None:
            continue
        old = line.figures[at + 1]
        if (old.unit != new.unit and old.unit and new.unit) or old.value == new.value:
            continue
        if _FROM.fullmatch(line.text[new.span.end : old.span.start]) is None:
            continue
        rises = verb["verb"].startswith(_RISES)
        if rises == (new.value > old.value) or not Fraction(1, 4) < new.value / old.value < 4:
            continue
        start = verb.start("verb")
        yield Span(start, start + len(verb["verb"])), "The figures go the other way: check them."


def _part_of_budget(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "a quarter of the budget of 3.2 billion won, some 640 million"."""
    for match in shares_in(line.text):
        share = share_of(match)
        if share is None:
            continue
        later = [f for f in line.figures if f.span.start >= match.end()]
        if len(later) < _NEAR or is_share(later[0]) or is_share(later[1]):
            continue
        whole, part = later[0], later[1]
        if part.unit and part.unit != whole.unit:
            continue
        if _BUDGET.fullmatch(line.text[match.end() : whole.span.start]) is None:
            continue
        if _OR.fullmatch(line.text[whole.span.end : part.span.start]) is None or not whole.value:
            continue
        real = part.value / whole.value
        if not share.fits(real) and not close(real, share.high, Fraction(1, 10)) and real < 1:
            yield part.span, f"That is {float(real * 100):.3g} per cent of it: check the figures."


def _of_that(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "It needs £200,000. They have raised £57,000, more than a third of that"."""
    for match in shares_in(line.text):
        if _OF_THAT.match(line.text, match.end()) is None:
            continue
        share = share_of(match)
        own = [f for f in line.figures if f.span.end <= match.start() and not is_share(f)]
        if share is None or not own:
            continue
        part = own[-1]
        if not re.fullmatch(
            r"[^.;:\d]{0,25}?(?:,|\s\(|\s[–—-])\s(?:or\s)?",
            line.text[part.span.end : match.start()],
        ):
            continue
        told = [*own[:-1], *(f for b in line.before[-1:] for f in b.figures)]
        wholes = {f.value for f in told if f.unit == part.unit and f.value > part.value}
        if (
            len(wholes) == 1
            and part.unit
            and not share.fits(real := part.value / next(iter(wholes)))
        ):
            yield Span(*match.span()), f"It is {float(real * 100):.2g} per cent: check the figures."


def _per_day(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "4.5 million a day, which makes 36 million for the fortnight"."""
    for rate, total in itertools.pairwise(line.figures):
        per = _A_DAY.match(line.text, rate.span.end)
        if per is None or (total.unit and total.unit != rate.unit) or is_share(rate):
            continue
        if _MAKES.fullmatch(line.text, per.end(), total.span.start) is None:
            continue
        span = _FOR.match(line.text, total.span.end)
        times = _TIMES.get((per["unit"], span["unit"])) if span is not None else None
        if times is None or rate.value <= 0:
            continue
        low, high = (rate.value * t for t in times)
        if not low * Fraction(9, 10) <= total.value <= high * Fraction(11, 10):
            yield total.span, f"It would be {shown(high)}: check the figures."


def _the_others(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "the other two" where nine were told of and six have been counted."""
    counts = whole_numbers(line.figures)
    for one, other in itertools.pairwise(counts):
        match = _OTHERS.fullmatch(line.text, one.span.end, other.span.start)
        if match is None or one.noun or not (one.exact and other.exact) or not line.before:
            continue
        near = [b for b in line.before if b.block == line.block][-_NEAR:]
        told = [f for b in near for f in whole_numbers(b.figures) if f.noun and f.value < 200]
        wholes = [f for f in told if f.value > one.value]
        if len({f.value for f in wholes}) != 1 or not wholes[-1].exact:
            continue
        left = wholes[-1].value - one.value
        if left != other.value and other.value < 3 * left < 9 * other.value:
            span = Span(match.start("whole"), other.span.end)
            yield span, f"Of {shown(wholes[-1].value)}, {shown(left)} are left: check the figures."


def _two_places(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "1,140 people, 620 of them in Denmark and 430 in Poland, its only two countries"."""
    counts = whole_numbers(line.figures)
    for whole, one, two in zip(counts, counts[1:], counts[2:], strict=False):
        match = _OF_THEM.fullmatch(line.text, one.span.end, two.span.start)
        if match is None or not (whole.exact and one.exact and two.exact) or two.noun:
            continue
        if not re.match(rf"\s{match['in']}\b", line.text[two.span.end :]):
            continue
        added = one.value + two.value
        over = whole.value < added < 2 * whole.value
        short = added < whole.value < 2 * added and _ONLY.search(line.text[two.span.end :])
        if over or short:
            yield two.span, f"That makes {shown(added)} of {shown(whole.value)}: check the figures."
