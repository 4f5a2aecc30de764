"""By how much, or by what share, one figure is more or less than another: "seven fewer than"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import FRACTION, Line
from newslint.checks._figures.share_words import Share, share_of, shares_in
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_MORE_WORDS = (
    "more higher up above ahead longer taller larger bigger heavier dearer older faster wider"
    " deeper over"
)
_LESS_WORDS = (
    "fewer less lower down below behind shorter smaller lighter cheaper younger slower short"
    " under off"
)
_MORE, _LESS = ("|".join(words.split()) for words in (_MORE_WORDS, _LESS_WORDS))
# Seven fewer than last year; £300 million up on the £1.9 billion; £14,000 short of
_THAN = LazyRegex(
    rf"(?:\s(?!and\b|or\b|in\b|of\b)[a-z]+)?\s(?P<way>(?P<more>{_MORE})|(?P<less>{_LESS}))"
    r"(?:\s(?:than|on|of|from)\b|(?=\s(?:the|its|their|last|that)\b))"
)
_GAP = LazyRegex(
    r"\b(?P<whole>(?:(?:an?|the)\s(?:clear\s|total\s|further\s)?)(?:gap|lead|difference|saving|increase|rise|jump|fall|drop|cut|reduction|gain|loss|decrease"
    r"|decline|margin|profit|loss|surplus|shortfall)\sof\s(?:about\s|some\s|just\s|only\s|nearly\s|almost\s|more\sthan\s|over\s)?)$"
)
_HEDGE = LazyRegex(r"\b(?P<whole>(?:some|about|around|just|only|roughly)\s)$")
_SHARE_THAN = LazyRegex(
    rf"\s(?P<way>(?P<more>{_MORE})|(?P<less>{_LESS}))\b(?!\s(?:percentage\s)?points?)"
)
_UP_BY = LazyRegex(
    r"\b(?:(?P<more>up|risen|rose|grown|grew|increased|climbed|jumped)|(?P<less>down|fallen|fell|dropped|shrunk|declined"
    r"|cut|reduced))\s(?:by\s)?$"
)
_OTHERS = LazyRegex(
    r"\b(?:each|per|every|an?\s(?:hour|day|week|month|year|head)|apiece|years?\sago|months?\sago)\b"
)
_NEW_CLAUSE = LazyRegex(r",\s(?:and|but|while|though)\s(?:the|its|it|they|he|she|we)\s|;\s")
_MOST = 3  # figures that may be meant
_APART = 8
_FEW = 10  # of fewer things nobody tells a share


def differences_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each difference and each change by a share that no two figures near it give."""
    for by in line.figures:
        if by.unit in PERCENT or by.unit == FRACTION or by.value <= 0:
            continue
        lead = line.text[: by.span.start]
        than, gap = _THAN.match(line.text, by.span.end), _GAP.search(lead)
        if than is None and gap is None:
            continue
        pool = _pool(line, by, by.span, than is not None)
        if pool is None:
            continue
        hedge = _HEDGE.search(lead)
        loose = not by.exact or hedge is not None
        if _differ(by.value, pool, loose):
            continue
        one, two = pool[:2]
        start = gap.start("whole") if gap else hedge.start("whole") if hedge else by.span.start
        end = than.end("way") if than else by.span.end
        real = abs(one.value - two.value)
        if len(pool) == 2 and not (real and real < _APART * by.value < _APART * _APART * real):
            continue
        yield Span(start, end), f"By the figures given it is {shown(real)}: check them."
    for match in shares_in(line.text):
        share = share_of(match)
        than = _SHARE_THAN.match(line.text, match.end())
        moved = _UP_BY.search(line.text[: match.start()])
        if share is None or match["most"] or match["k2"] or (than is None and moved is None):
            continue
        words = than or moved
        span = Span(*match.span("share"))
        pool = _pool(line, None, span, True)
        if pool is None or words is None or all(_is_apart(line.text, span, f.span) for f in pool):
            continue
        if not any(
            _moved(a.value, b.value, share, bool(words["more"])) for a in pool for b in pool
        ):
            start = moved.start() if moved and than is None else span.start
            end = than.end("way") if than else span.end
            old, new = sorted((pool[0].value, pool[1].value), reverse=bool(words["less"]))
            real = abs(new - old) / old * 100
            yield Span(start, end), f"The figures make {round(real)} percent: check them."


def _is_apart(text: str, one: Span, other: Span) -> bool:
    """Return whether a new clause parts two figures: "fell 30 per cent, and it cut 400 jobs"."""
    first, second = sorted((one, other))
    return _NEW_CLAUSE.search(text, first.end, second.start) is not None


def _pool(line: Line, by: Sum | None, span: Span, across: bool) -> list[Sum] | None:
    """Return the two or three figures that are compared; None where it is not clear which."""
    here = [f for f in line.figures if f is not by and not f.span.overlaps(span)]
    unit = by.unit if by is not None else _unit(here)
    if unit is None:
        return None
    pool = [f for f in here if f.unit == unit and f.value > 0]
    if len({f.value for f in pool}) == 1 and across and line.before:
        near = line.before[-1]
        if near.block >= line.block - 1:
            last = [f for f in near.figures if f.unit == unit and f.value > 0]
            pool = [*pool, *last]
    values = {f.value for f in pool}
    if not 2 <= len(values) <= _MOST or not all(f.exact for f in pool):
        return None
    small, large = min(values), max(values)
    if large > 4 * small or (by is not None and by.value >= large):
        return None
    if not unit and (_mixed(pool) or (by is None and small < _FEW)):
        return None
    text = line.text[min(f.span.start for f in line.figures) :]
    if _OTHERS.search(text) or len(values) < 2:
        return None
    return list({f.value: f for f in pool}.values())


def _unit(here: Sequence[Sum]) -> str | None:
    """Return the unit of the figures of a sentence, if they have one."""
    units = {f.unit for f in here if f.unit not in PERCENT and f.unit != FRACTION}
    return next(iter(units)) if len(units) == 1 else None


def _mixed(pool: Sequence[Sum]) -> bool:
    """Return whether the figures count two kinds of things."""
    return len({f.noun for f in pool if f.noun}) > 1


def _differ(by: Fraction, pool: Sequence[Sum], loose: bool) -> bool:
    """Return whether two of the figures differ by so much, rounding allowed."""
    for one in pool:
        for two in pool:
            real = abs(one.value - two.value)
            slack = max(one.value, two.value) / 100 if real >= 20 or by.denominator != 1 else 0
            if one.unit and not slack:
                slack = max(one.value, two.value) / 100
            if loose:
                slack = max(slack, real * 15 / 100)
            if (real and abs(real - by) <= slack) or abs(one.value + two.value - by) <= slack:
                return True
    return False


def _moved(old: Fraction, new: Fraction, share: Share, up: bool) -> bool:
    if old == new or not old:
        return False
    return (new > old) is up and share.fits(abs(new - old) / old)
