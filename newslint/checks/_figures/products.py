"""Sums that are multiplied or divided: each and in all, by the hour, on average."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import Line, close, is_share, whole_numbers
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_EACH = LazyRegex(r"\s(?:[a-z]+\s)?(?P<each>each|apiece)\b")
_EACH_GETS = LazyRegex(
    r"\b[Ee](?:ach|very\sone)\sof\s(?:the|its|their|those)?\s?(?:[a-z]+\s){0,2}?$"
)
_IN_ALL = LazyRegex(r"(?:\s[a-z]+){0,2}?\s(?P<all>in\sall|in\stotal|altogether|all\stold)\b")
_PER = LazyRegex(
    r"\s(?:an?|per|every|each)\s(?P<unit>hour|day|week|month|year|night|head|person|seat|mile|tonne|acre|hectare"
    r"|game|match|visit|trip|pupil|ticket|bottle|metre|litre)\b"
)
_AVERAGE = LazyRegex(
    r"\b(?P<whole>(?:an\saverage|a\smean|the\saverage|averaging|average[ds]?)(?:\sof|\sis|\swas|\sat)?\s(?:about\s|some\s|nearly\s|just\sover\s)?)$"
)
_SLACK = Fraction(6, 100)
_FEW = 6  # figures of which one average is told
_SPANS = frozenset(["hour", "day", "night", "week", "month", "year"])  # "over five days"


def products_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each total, rate or average that its factors do not give, and why."""
    if "each" in line.text or "Each" in line.text or "apiece" in line.text or " all" in line.text:
        yield from _each(line)
    yield from _rates(line)
    if "year" in line.text:
        yield from _by_the_year(line)
    if "for every" in line.text or "for each" in line.text:
        yield from _for_every(line)
    if "avera" in line.text or "mean of" in line.text:
        yield from _averages(line)


def _each(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "The four owners gave a further 180,000 florins: 60,000 each"."""
    money = [f for f in line.figures if f.unit and f.unit not in PERCENT]
    heads = [*whole_numbers(line.figures)]
    heads = [h for h in heads if 2 <= h.value <= 1000 or h.noun]
    each = [f for f in money if _EACH.match(line.text, f.span.end)]
    if not each:
        whose = [f for f in heads if _EACH_GETS.search(line.text[: f.span.start])]
        if len(whose) == 1:
            later = [f for f in money if f.span.start > whose[0].span.end]
            each = later[:1]
            heads = whose
    if len(each) > 1 or (not each and not _bare_each(line)):
        return
    single = each[0] if each else _bare_each(line)
    if single is None:
        return
    heads = [h for h in heads if h is not single]
    totals = [
        f for f in line.figures
        if f is not single and f not in heads and f.value > single.value and not is_share(f)
        and (f.unit == single.unit or not single.unit)
    ]  # fmt: skip
    if not each:
        totals = [f for f in totals if f.unit]
    if len(totals) != 1 or not heads or not (totals[0].exact and single.exact):
        return
    total = totals[0]
    start, end = sorted((total.span, single.span))
    if re.search(r"[.;]\s|\bplus\b|\bas\swell\b", line.text[start.end : end.start]):
        return
    if any(close(h.value * single.value, total.value, _SLACK) for h in heads) or len(heads) > 1:
        return
    product = heads[0].value * single.value
    if not Fraction(1, 5) < product / total.value < 5:
        return
    late = max(total, single, key=lambda f: f.span.start)
    after = _EACH.match(line.text, late.span.end) or _IN_ALL.match(line.text, late.span.end)
    span = Span(late.span.start, after.end() if after else late.span.end)
    yield (
        span,
        _product(heads[0], single),
    )


def _product(many: Sum, single: Sum) -> str:
    made = shown(many.value * single.value)
    return f"{shown(many.value)} times {shown(single.value)} is {made}: check the figures."


def _bare_each(line: Line) -> Sum | None:
    """Return the bare figure of "180,000 florins: 60,000 each"."""
    bare = [f for f in line.figures if not f.unit and _EACH.match(line.text, f.span.end)]
    bare = [f for f in bare if not f.noun or f.value >= 1000]
    return bare[0] if len(bare) == 1 else None


def _rates(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "£45 an hour, or £350 for a ten-hour day"."""
    rates = [
        (f, m["unit"]) for f in line.figures
        if f.unit not in PERCENT and (m := _PER.match(line.text, f.span.end))
    ]  # fmt: skip
    if len(rates) != 1 or not rates[0][0].unit or not rates[0][0].exact:
        return
    rate, unit = rates[0]
    times = [f for f in line.figures if f is not rate and f.unit == unit[:5] and f.exact]
    totals = [f for f in line.figures if f.unit == rate.unit and f is not rate]
    if len(times) != 1 or len(totals) != 1 or totals[0].value <= rate.value:
        return
    total, many = totals[0], times[0]
    if not re.search(r"(?:,|—|–|\()\s?(?:or|that\sis|which\sis|a\stotal\sof|making)\b",
                     line.text[min(rate.span.end, total.span.end) :]):  # fmt: skip
        return
    product = rate.value * many.value
    if close(product, total.value, _SLACK if total.exact else 2 * _SLACK):
        return
    if Fraction(1, 5) < product / total.value < 5:
        late = max(total, rate, key=lambda f: f.span.start)
        yield (
            Span(late.span.start, late.span.end),
            _product(many, rate),
        )


_PER_YEAR = {"month": 12, "week": 52, "quarter": 4}
_YEARLY = LazyRegex(
    r"(?:\s[a-z]+){0,2}?\s(?:a|per|each|every)\s(?P<unit>year|month|week|quarter)\b"
    r"(?P<over>\sover\sthe\syear)?"
)


def _by_the_year(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "£36 more a year, £4 a month"."""
    rates = [(f, m) for f in line.figures if f.unit and (m := _YEARLY.match(line.text, f.span.end))]
    money = [f for f in line.figures if f.unit not in PERCENT and f.unit]
    if len(money) != 2 or money[0].unit != money[1].unit:
        return
    units = {m["unit"]: f for f, m in rates}
    over = [f for f, m in rates if m["over"]]
    if over and len(rates) == 1 and rates[0][1]["unit"] != "year":
        units["year"] = next(f for f in money if f is not over[0])
    short = next((u for u in units if u in _PER_YEAR), None)
    if len(units) != 2 or short is None or "year" not in units:
        return
    one, other = units[short], units["year"]
    gap = line.text[min(one.span.end, other.span.end) : max(one.span.start, other.span.start)]
    if (
        not re.search(r"(?:,\s(?:or\s)?|\s\(|\sor\s)(?:about\s|some\s|just\sover\s)?$", gap)
        and not over
    ):
        return
    product = one.value * _PER_YEAR[short]
    slack = Fraction(1, 10) if one.exact and other.exact else Fraction(1, 5)
    if not close(product, other.value, slack) and product < 4 * other.value < 16 * product:
        late = max(one, other, key=lambda f: f.span.start)
        end = _YEARLY.match(line.text, late.span.end)
        yield (
            Span(late.span.start, end.end("unit") if end else late.span.end),
            f"In a year {shown(one.value)} is {shown(product)}: check the figures.",
        )


def _averages(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "Over five days the pool had 2,400 visitors, an average of 600 a day"."""
    for mean in line.figures:
        match = _AVERAGE.search(line.text[: mean.span.start])
        if match is None or is_share(mean):
            continue
        others = [f for f in line.figures if f.span.end <= match.start() and not is_share(f)]
        if mean.unit and sum(f.unit == mean.unit for f in others) > 1:
            others = [f for f in others if f.unit == mean.unit]
        if not 2 <= len(others) <= _FEW or not all(f.exact or f.unit in _SPANS for f in others):
            continue
        gap = line.text[others[-1].span.end : match.start()]
        if not re.fullmatch(r"[^.;:]{0,40}?(?:,|\s[–—-]|:|\()\s", gap):
            continue
        real = _mean(others, mean)
        if not real or any(close(r, mean.value, _SLACK) for r in real):
            continue
        per = _PER.match(line.text, mean.span.end)
        if Fraction(1, 3) < real[0] / mean.value < 3:
            yield (
                Span(match.start("whole"), per.end() if per and not mean.unit else mean.span.end),
                f"The figures make {shown(real[0])} on average: check them.",
            )


_FOR_EVERY = LazyRegex(r"\s(?:[a-z]+\s)?for\s(?:every|each)\s(?P<thing>[a-z]+)\b")


def _for_every(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "The course has 40 places. Last year 120 applied, four for every place"."""
    for ratio in line.figures:
        match = _FOR_EVERY.match(line.text, ratio.span.end)
        if match is None or ratio.unit or not 1 < ratio.value <= 100:
            continue
        pool = [f for b in (*line.before[-1:], line) for f in b.figures if f is not ratio]
        pool = [f for f in whole_numbers(pool) if f.value > 1]
        of = [f for f in pool if f.noun.startswith(match["thing"])]
        others = [f for f in pool if f not in of and f.value > of[0].value] if len(of) == 1 else []
        if len(others) != 1 or not (of[0].exact and others[0].exact):
            continue
        real = others[0].value / of[0].value
        if not close(real, ratio.value, Fraction(15, 100)) and real < 4 * ratio.value < 16 * real:
            yield ratio.span, f"By the figures it is {float(real):.2g}: check them."


def _mean(others: Sequence[Sum], mean: Sum) -> list[Fraction]:
    """Return what the average may be: of a total by a number, or of the figures themselves."""
    if len(others) == 2:
        small, large = sorted(others, key=lambda f: f.value)
        if small.unit != large.unit or small.noun != large.noun:
            return [large.value / small.value]
        return [large.value / small.value, (small.value + large.value) / 2]
    if len({f.unit for f in others}) == 1 and others[0].unit == mean.unit:
        return [sum((f.value for f in others), Fraction(0)) / len(others)]
    return []
