"""Figures that a sentence works out of others beside them, in whatever words these stand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import NUMBER
from newslint.checks._figures.changes import pair_of
from newslint.checks._figures.lines import FRACTION, Line, close, is_share, whole_numbers
from newslint.checks._figures.share_words import share_of, shares_in
from newslint.checks._sums.worked_figures import PERCENT, Sum, count, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_ROUGHLY = (
    r"(?:about|around|some|roughly|nearly|almost|just|only|over|under|more\sthan|less\sthan"
    r"|just\sover|just\sunder|a\sfurther|exactly)\s"
)
# From 22 to 16, | a loss of five points
_A_MOVE = LazyRegex(
    r"[^.;:]{0,60}?(?:,|\s[–—-]|\s\(|—)\s?(?:or\s|which\s(?:is|was)\s)?(?P<whole>(?:an?|the)\s"
    r"(?:[\w-]+\s){0,2}?(?:cut|rise|increase|fall|drop|reduction|decrease|decline|jump|gain|growth"
    r"|saving|loss|surge|slump|slide|dip|leap|swing|change|difference|improvement)\s(?:of|by)\s"
    rf"(?:{_ROUGHLY})?)$"
)
# $22 million in two rounds: | $6 million in 2020 | and | $18 million
_SPLIT = LazyRegex(
    r"(?P<words>[^.;]{0,70}?)(?P<mark>:|\s[–—-]|,?\sof\swhich|,\swith|,?\smade\sup\sof"
    r"|,?\scomprising|,?\sconsisting\sof)\s(?:the\s[a-z]+\s[a-z]+\s)?$"
)
_NEXT_PART = LazyRegex(r"[^.;:]{0,70}?(?:,|,?\sand|,?\splus)\s(?:[^.;:,\d]{0,40}\s)?$")
_NOT_SPLIT = LazyRegex(
    r"\b(?:including|include[sd]?|among|or|both|also|up\sto|at\sleast|per|each|apiece|against"
    r"|from|than|compared|(?:rise|rose|fell|fall|up|down)\s(?:to|by)|a\s(?:year|month|week|day))\b"
)
# Inspected 780 and marked 214 as unsafe, | which is | more than a third
_SHARE_LEAD = LazyRegex(
    r"[^.;:\d]{1,60}?(?:,|\s[–—-])\s(?:or\s|which\sis\s|that\sis\s|that\sis,\s)?$"
)
_SHARE_END = LazyRegex(r"\s?(?:[.,;)]|$)|\sof\s(?:them|the\stotal|those|all)\b")
_MARKED = LazyRegex(
    r"[^.;:]{1,50}?,?\s(?:and|of\swhich|of\swhom)\s(?:(?:has|have|had|were|was)\s)?"
    r"(?:[a-z]+(?:ed|t|d)\s|found\s|[a-z]+\s)?$"
)
# With 26 loads, that is €125,000 | a load
_PER_ONE = LazyRegex(
    r"\s(?:an?|per|for\s(?:each|every))\s(?P<noun>[a-z]{3,})\b|\s(?:each|apiece)\b"
)
_THAT_IS = LazyRegex(
    r"\b(?:that\s(?:is|was|makes|comes\sto|works\sout\sat)|which\s(?:is|was|makes|works\sout\sat|comes\sto)"
    r"|or|making\sit|works?\sout\sat|came\sto|comes\sto|an\saverage\sof)\s(?:about\s|some\s|just\s)?$"
)
_TIME = {
    "day": Fraction(1), "week": Fraction(7), "fortnight": Fraction(14),
    "month": Fraction(365, 12), "year": Fraction(365),
}  # fmt: skip
_EVERY = LazyRegex(r"\s(?:an?|per|each|every)\s(?P<unit>day|week|fortnight|month|year)\b")
_MAKES = LazyRegex(
    r"(?:,\s|\s\(|\s[–—-]\s|\s)(?:or|that\sis|which\sis|(?:which\s|and\s|that\s)?(?:would\s)?"
    r"(?:makes?|be|comes?\sto|equals?|adds?\sup\sto|amounts?\sto))\s(?:about\s|some\s|just\s|roughly\s)?$"
)
# 9.2 million; in 2024 it was 6.1 million, so that costs have | doubled
_WORDED = LazyRegex(
    r"\b(?P<hedge>more\sthan|almost|nearly|all\sbut|about|roughly)?\s?(?P<word>doubled|doubling"
    r"|halved|halving|trebled|tripled|trebling|tripling|quadrupled)\b",
    re.IGNORECASE,
)
_RATIOS = {
    "doubl": Fraction(2), "halv": Fraction(1, 2), "trebl": Fraction(3), "tripl": Fraction(3),
    "quadr": Fraction(4),
}  # fmt: skip
_SO = LazyRegex(r"\b(?:so|so\sthat|meaning|which\smeans|means\sthat)\b[^.;:\d]{1,50}$")
_TO = LazyRegex(r"[^.;:\d]{0,30}?\sto\s$|,\s[^.;:\d,]{1,50}(?:\d{1,2}\s[A-Z][a-z]+)?,\sto\s$")
_FROM = LazyRegex(r"\sfrom\s$")
# Won three of thirteen, with seven defeats and four draws
_OUTCOMES = {
    "won": LazyRegex(r"\b(?:won|wins?|winning)\b|\bvictor(?:y|ies)\b"),
    "lost": LazyRegex(r"\b(?:lost|los(?:e|es|ing|s|ses)|defeats?|beaten)\b"),
    "drawn": LazyRegex(r"\b(?:drawn|draws?|drew|drawing|tie[sd]?)\b"),
}
_GAMES = LazyRegex(
    r"\s(?:league\s|home\s|away\s)?(?:games|matches|fixtures|tests|outings|starts)\b"
)
_PLAYED = LazyRegex(r"\b(?:of\s(?:their\s|its\s|his\s|her\s|the\s(?:last\s)?)?|played\s|in\s)$")
_NEAR = Fraction(4, 100)
_LARGE = 100_000
# 31.5 billion rupees, a rise of 12.5% | from | 27 billion
_FROM_OLD = LazyRegex(r"\sfrom\s(?:about\s|some\s|just\s|the\s)?$")


# 19 bodies, | six | fewer than the ministry
_THAN = LazyRegex(
    r"(?:\s[a-z]+)?\s(?P<way>fewer|more|less|lower|higher)\sthan\b(?P<than>[^.;:,]{2,60})"
)
_COMMA = LazyRegex(r"[^.;:,\d]{0,40},\s(?:or\s|that\sis\s)?$")
# 37 per cent said so, | 618 | firms
_SO_MANY = LazyRegex(r"[^.;\d]{1,80}?,\s(?:or\s)?(?:about\s|some\s|nearly\s)?$")
# 640 grains, four times as many as the average bee, | with | 210
_TIMES = LazyRegex(
    r"\b(?P<whole>(?:(?P<hedge>almost|nearly|about|roughly|more\sthan|just\sover|over)\s)?"
    r"(?P<n>twice|(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?=\stimes))(?:\stimes)?"
    r"\sas\s(?:many|much|large|big|high))\b"
)
# Six points behind, with 38 per cent to 47
_MARGIN = LazyRegex(
    r"(?:(?:\spercentage)?\spoints)?\s(?:behind|ahead|clear|adrift|apart)\b[^.;:\d]{0,50}?,?\s(?:with|by|at|on)\s$"
)
_A_TO_B = LazyRegex(r"(?:\sper\s?cent|%)?\s(?:to|against)\s(?:[a-z’'\s]{0,20}\s)?$")
# Eight councillors split, six in favour and three against
_SPLIT_VOTE = LazyRegex(
    rf"\b(?P<all>{NUMBER})\s(?:[a-z]+\s)?[a-z]+s\s(?:were\s|had\s)?(?:split|divided)(?:,|:)\s(?P<a>{NUMBER})"
    rf"\s(?:voting\s)?(?:in\sfavou?r|for)(?:\s(?:of\s)?it)?\s(?:and|,)\s(?P<b>{NUMBER})\s(?:voting\s)?against\b"
)
# Of the 58, the other 14; the remaining 21; the other 19 per cent
_OTHERS = LazyRegex(r"\b(?P<whole>[Tt]he\s(?:other|remaining|rest,)\s(?:some\s|about\s)?)$")
_K_OF = LazyRegex(
    r"\sof\s(?:(?:the|these|those|its|their)\s(?P<noun>[a-z]+)|them|which|whom|the|its|their)\b"
)
_TENTH = Fraction(1, 10)
_ROUND_FROM = 1000
_TIMES_OFF = 4
_TIMES_LESS = 10  # what is smaller is no part of the same whole


def worked_out_beside(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each figure that is worked out wrongly of those beside it, and why."""
    if len(line.figures) < 2 and not line.before:
        return
    yield from _moves(line)
    yield from _parts(line)
    yield from _shares(line)
    yield from _by_the_piece(line)
    yield from _over_time(line)
    yield from _multiplied(line)
    yield from _record(line)
    yield from _fewer(line)
    yield from _percent_of(line)
    yield from _times_as_many(line)
    yield from _margin(line)
    yield from _split_votes(line)
    yield from _others(line)


def _moves(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "from 22 to 16, a loss of five points" and "from 410 to 123, a fall of 60 per cent"."""
    pair = pair_of(line.text, [f for f in line.figures if f.unit != FRACTION])
    if pair is None:
        yield from _from_old(line)
        return
    old, new = pair
    end = max(old.span.end, new.span.end)
    real = abs(new.value - old.value)
    for match in shares_in(line.text):
        share = share_of(match)
        lead = _A_MOVE.fullmatch(line.text, end, match.start()) if share is not None else None
        if share is None or lead is None or match["k2"] or old.unit in PERCENT:
            continue
        if re.match(r"\spoints?\b", line.text[match.end() :]):
            continue
        if not share.fits(real / old.value) and old.exact and new.exact:
            yield Span(lead.start("whole"), match.end()), _makes(real / old.value * 100, "percent")
    for by in line.figures:
        lead = _A_MOVE.fullmatch(line.text, end, by.span.start) if by not in pair else None
        if lead is None or (by.unit in PERCENT and old.unit not in PERCENT) or is_fraction(by):
            continue
        points = re.match(r"(?:\spercentage)?\spoints?\b", line.text[by.span.end :])
        same = by.unit == new.unit or not by.unit or points is not None
        slack = max(new.value, old.value) / 100 if by.exact else real / 8
        if old.unit in PERCENT and not points and close(by.value, 100 * real / old.value, _NEAR):
            continue
        if same and abs(by.value - real) > slack and by.value < 5 * real < 25 * by.value:
            tail = points.end() if points else 0
            yield Span(lead.start("whole"), by.span.end + tail), _makes(real)


def _from_old(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the last of "31.5 billion rupees, a rise of 12.5% from 27 billion"."""
    for match in shares_in(line.text):
        share = share_of(match)
        figures = [f for f in line.figures if not is_share(f)]
        before = [f for f in figures if f.span.end <= match.start()]
        after = [f for f in figures if f.span.start >= match.end()]
        if share is None or not before or not after or match["k2"]:
            continue
        new, old = before[-1], after[0]
        lead = _A_MOVE.fullmatch(line.text, new.span.end, match.start())
        if lead is None or not _FROM_OLD.fullmatch(line.text[match.end() : old.span.start]):
            continue
        if _alike(old, new) and old.exact and new.exact and old.value:
            real = abs(new.value - old.value) / old.value
            if not share.fits(real) and real < 1:
                yield Span(match.end() + 1, old.span.end), _makes(real * 100, "percent")


def is_fraction(figure: Sum) -> bool:
    """Return whether a figure is "half" or "two thirds"."""
    return figure.unit == FRACTION


def _makes(value: Fraction, unit: str = "") -> str:
    told = f"{round(value)} {unit}" if unit else shown(value)
    return f"By the figures it is {told}: check them."


def _parts(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the last part of "$22 million in two rounds: $6 million and $18 million"."""
    money = [f for f in line.figures if f.unit and not is_share(f) and f.unit not in PERCENT]
    if len(money) < 3 or len({f.unit for f in money}) > 1 or not all(f.exact for f in money):
        return
    whole, parts = money[0], money[1:]
    split = _SPLIT.fullmatch(line.text, whole.span.end, parts[0].span.start)
    if split is None or not all(0 < p.value < whole.value for p in parts):
        return
    gaps = [line.text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
    told = line.text[parts[0].span.start :]
    if not all(_NEXT_PART.fullmatch(g) for g in gaps) or _NOT_SPLIT.search(
        re.sub(r"\bfrom\sthe\b|\bfrom\sa\b|\bfrom\s[A-Z]", "", told)
    ):
        return
    if " and " not in gaps[-1] and " plus " not in gaps[-1]:
        return
    added = sum((p.value for p in parts), Fraction(0))
    least = Fraction(9, 10) if "which" in split["mark"] else Fraction(3, 4)
    if least * whole.value < added < whole.value * Fraction(97, 100) or (
        whole.value * Fraction(102, 100) < added < 2 * whole.value
    ):
        message = f"The parts make {shown(added)}, not {shown(whole.value)}: check the figures."
        yield parts[-1].span, message


def _shares(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "inspected 780 houses and marked 214 as unsafe, which is more than a third"."""
    for match in shares_in(line.text):
        share = share_of(match)
        if share is None or match["most"] or not _SHARE_END.match(line.text, match.end()):
            continue
        before = [f for f in line.figures if f.span.end <= match.start() and not is_share(f)]
        if len(before) < 2 or before[-2].unit != before[-1].unit or not before[-2].noun:
            continue
        whole, part = before[-2:]
        gap = line.text[whole.span.end : part.span.start]
        if _SHARE_LEAD.fullmatch(line.text, part.span.end, match.start()) is None:
            continue
        if part.value >= whole.value or not _MARKED.fullmatch(gap):
            continue
        pool = [f.value for f in _near(line) if f.value * _TIMES_LESS > part.value]
        if not any(share.fits(a / b) for a in pool for b in pool if a < b):
            real = round(part.value / whole.value * 100)
            yield (
                Span(match.start("share"), match.end("share")),
                f"{shown(part.value)} of {shown(whole.value)} is {real} percent: check them.",
            )


def _by_the_piece(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "It lost €2.3m. With 26 loads, that is €125,000 a load"."""
    for single in line.figures:
        per = _PER_ONE.match(line.text, single.span.end)
        if per is None or not per["noun"] or not single.unit or is_share(single):
            continue
        if per["noun"] in _TIME or not _THAT_IS.search(line.text[: single.span.start]):
            continue
        near = [f for b in (*line.before[-2:], line) for f in b.figures if f is not single]
        stem = per["noun"][:5]
        sums = [f for f in near if f.unit == single.unit and f.value > single.value]
        many = [f for f in near if not f.unit and f.noun.startswith(stem) and f.value > 1]
        if len({f.value for f in many}) != 1 or not sums:
            continue
        slack = Fraction(6, 100) if single.exact else Fraction(15, 100)
        if any(close(single.value * many[0].value, s.value, slack) for s in sums):
            continue
        real = sums[-1].value / many[0].value
        if len(sums) == 1 and real < 6 * single.value < 36 * real:
            yield Span(single.span.start, per.end()), _makes(real)


def _over_time(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "£4,500 a week, which would make £334,000 a year"."""
    rates = [
        (f, m["unit"])
        for f in line.figures
        if f.unit and (m := _EVERY.match(line.text, f.span.end))
    ]
    for (one, often), (two, seldom) in itertools.pairwise(rates):
        if one.unit != two.unit or often == seldom or is_share(one) or one.unit in PERCENT:
            continue
        if not _MAKES.search(line.text[one.span.end : two.span.start]):
            continue
        real = one.value * _TIME[seldom] / _TIME[often]
        slack = Fraction(12, 100) if one.exact and two.exact else Fraction(1, 5)
        if not close(real, two.value, slack) and real < 4 * two.value < 16 * real:
            end = _EVERY.match(line.text, two.span.end)
            yield Span(two.span.start, end.end() if end else two.span.end), _makes(real)


def _multiplied(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "In 2025 it was 9.2 million and in 2024 6.1 million, so that it has doubled"."""
    for match in _WORDED.finditer(line.text):
        figures = [f for f in line.figures if not is_share(f) and f.value > 0]
        before = [f for f in figures if f.span.end <= match.start()]
        after = [f for f in figures if f.span.start >= match.end()]
        ratio = next(v for k, v in _RATIOS.items() if match["word"].lower().startswith(k))
        span = Span(*match.span("word"))
        pairs: list[tuple[Sum, Sum]] = []
        if len(before) == 2 and not after and _SO.search(line.text[: match.start()]):
            pairs = [(before[0], before[1]), (before[1], before[0])]
        elif len(after) == 2 and _FROM.fullmatch(line.text[match.end() : after[0].span.start]):
            pairs = [(after[0], after[1])] if pair_of(line.text, after) else []
            span = after[1].span
        elif len(after) == 1 and _TO.fullmatch(line.text[match.end() : after[0].span.start]):
            olds = before or [
                f for b in line.before[-2:] for f in b.figures
                if not is_share(f) and f.unit == after[0].unit and f.value > 0
            ]  # fmt: skip
            olds = [f for f in olds if f.unit == after[0].unit]
            pairs = [(olds[0], after[0])] if len({f.value for f in olds}) == 1 else []
            span = after[0].span
        fit = [(a, b) for a, b in pairs if _alike(a, b)]
        if fit and not any(_is_times(b.value / a.value, ratio, match["hedge"]) for a, b in fit):
            old, new = fit[-1] if len(fit) > 1 else fit[0]
            if Fraction(1, 3) < new.value / old.value / ratio < 3:
                yield (
                    span,
                    f"{shown(old.value)} to {shown(new.value)} is not “{match['word']}”: check.",
                )


def _alike(one: Sum, other: Sum) -> bool:
    """Return whether two figures are of one thing; "6.1 million" may be euros too."""
    bare = [f for f in (one, other) if not f.unit and not f.noun and f.value >= _LARGE]
    return one.unit == other.unit or bool(bare)


def _is_times(real: Fraction, told: Fraction, hedge: str | None) -> bool:
    off = real / told - 1
    word = (hedge or "").lower()
    if word == "more than":
        return off >= -Fraction(2, 100)
    room = Fraction(18, 100) if word else Fraction(9, 100)
    return abs(off) <= room


def _record(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "won three of thirteen matches, with seven defeats and four draws"."""
    if " draw" not in line.text and " drew" not in line.text and " tie" not in line.text:
        return
    counts = whole_numbers(line.figures)
    told: dict[str, Sum] = {}
    played = [
        f for f in counts
        if _PLAYED.search(line.text[: f.span.start]) or _GAMES.match(line.text, f.span.end)
    ]  # fmt: skip
    for figure in counts:
        if figure in played:
            continue
        for name, pattern in _OUTCOMES.items():
            after = re.match(r"\s(?:league\s)?[a-z]+\b", line.text[figure.span.end :])
            lead = re.search(r"\b[a-z]+\s$", line.text[: figure.span.start])
            beside = (after and pattern.search(after[0])) or (lead and pattern.search(lead[0]))
            if beside and name not in told:
                told[name] = figure
                break
    if len(told) != len(_OUTCOMES) or len(played) != 1 or len(set(map(id, told.values()))) != 3:
        return
    added = sum((f.value for f in told.values()), Fraction(0))
    if added != played[0].value and abs(added - played[0].value) <= 5:
        last = max(told.values(), key=lambda f: f.span.start)
        word = re.match(r"\s(?:draws?|defeats?|wins?|ties)\b", line.text[last.span.end :])
        yield (
            Span(last.span.start, last.span.end + (word.end() if word else 0)),
            (f"That makes {shown(added)} of {shown(played[0].value)}: check the figures."),
        )


def _near(line: Line) -> list[Sum]:
    """Return the figures of the sentence and of those shortly before it."""
    return [f for b in (*line.before, line) for f in b.figures]


def _fewer(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "23 dead, it said. They counted 19 bodies, six fewer than the ministry"."""
    for own, by in itertools.pairwise(line.figures):
        than = _THAN.match(line.text, by.span.end)
        if than is None or not _COMMA.fullmatch(line.text[own.span.end : by.span.start]):
            continue
        if is_share(by) or is_share(own) or (by.unit and by.unit != own.unit) or not own.exact:
            continue
        if by.noun and by.noun != own.noun:
            continue
        up = than["way"] in ("more", "higher")
        meant = own.value - by.value if up else own.value + by.value
        pool = [f for f in _near(line) if f not in (own, by) and not is_share(f)]
        alike = [f for f in pool if f.unit == own.unit and (f.value < own.value) is up]
        alike = [f for f in alike if 0 < abs(f.value - own.value) < _TIMES_OFF * by.value]
        later = [f for f in alike if f in line.figures and f.span.start > by.span.end]
        found = later or alike
        slack = _TENTH / 5 if own.value > _ROUND_FROM else Fraction(0)
        if not found or any(close(f.value, meant, slack) for f in pool):
            continue
        other = min(found, key=lambda f: abs(f.value - meant))
        real = abs(other.value - own.value)
        if len({f.value for f in found}) <= _FEW and real < 3 * by.value < 9 * real:
            yield Span(by.span.start, than.start("than")), _makes(real)


_FEW = 2


def _percent_of(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "It asked 1,406 members; 37 per cent, 618 firms, said no"."""
    for share, many in itertools.pairwise(line.figures):
        if share.unit not in PERCENT or many.unit or not many.noun or many.value < 10:
            continue
        if not _SO_MANY.fullmatch(line.text[share.span.end : many.span.start]):
            continue
        tail = line.text[many.span.end :]
        if not re.match(rf"\s(?:[a-z]+\s)?{re.escape(many.noun)}\s?(?:[.,;)]|$)", tail):
            continue
        here = [f for f in line.figures if not f.unit and f.value > many.value]
        pool = here or [f for f in _near(line) if not f.unit and f.value > many.value]
        meant = {f.value: f.value * share.value / 100 for f in pool}
        room = Fraction(1, 100)
        if len(meant) != 1 or any(abs(m - many.value) <= room * w for w, m in meant.items()):
            continue
        real = next(iter(meant.values()))
        if real < 2 * many.value < 4 * real:
            yield Span(many.span.start, many.span.end), _makes(Fraction(round(real)))


def _times_as_many(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "640 grains, four times as many as the average bee, with 210"."""
    for match in _TIMES.finditer(line.text):
        told = Fraction(2) if match["n"] == "twice" else Fraction(_count(match["n"]))
        figures = [
            f for f in line.figures if not is_share(f) and not f.span.overlaps(Span(*match.span()))
        ]
        before = [f for f in figures if f.span.end <= match.start()]
        after = [f for f in figures if f.span.start >= match.end()]
        pair: tuple[Sum, Sum] | None = None
        if before and after and _WITH.fullmatch(line.text[match.end() : after[0].span.start]):
            pair = before[-1], after[0]
        elif len(before) >= 2 and re.match(r"\s?[.,;)]|$", line.text[match.end() :]):
            pair = (before[-1], before[-2]) if before[-1].value > before[-2].value else None
        if pair is None or told <= 1 or not pair[1].value:
            continue
        one, other = pair
        if not _alike(one, other) and (one.unit or other.unit):
            continue
        real = one.value / other.value
        if not _is_times(real, told, _hedged(match["hedge"])) and real < 2 * told < 4 * real:
            message = f"It is {float(real):.2g} times as many: check them."
            yield Span(*match.span("whole")), message
            if other in after:
                yield other.span, message  # either may be the slip


_WITH = LazyRegex(r"\sas\s[^.;:\d]{2,60},\s(?:with|at|on|which\shas)\s$")


def _hedged(word: str | None) -> str | None:
    return "more than" if word and "over" in word else word


def _count(written: str) -> int:
    names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return int(written) if written.isdigit() else names.index(written.lower()) + 2


def _margin(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the last of "six points behind, with 38 per cent to 47"."""
    for by, one, two in zip(line.figures, line.figures[1:], line.figures[2:], strict=False):
        if not _MARGIN.fullmatch(line.text[by.span.end : one.span.start]):
            continue
        if not _A_TO_B.fullmatch(line.text[one.span.end : two.span.start]):
            continue
        real = abs(one.value - two.value)
        if real != by.value and abs(real - by.value) < 10 and real and by.exact:
            yield two.span, f"The two are {shown(real)} apart, not {shown(by.value)}: check them."


def _split_votes(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "eight councillors split, six in favour and three against"."""
    for match in _SPLIT_VOTE.finditer(line.text):
        whole, one, two = (count(match[g]) for g in ("all", "a", "b"))
        if whole is not None and one is not None and two is not None and one + two > whole:
            yield Span(*match.span("b")), f"That makes {one + two} of {whole}: check the figures."


def _others(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "31 sheets were seen. On 12 of the sheets it is blank. The remaining 21 are ticked"."""
    for rest in line.figures:
        lead = _OTHERS.search(line.text[: rest.span.start])
        if lead is None or not rest.exact or rest.unit == FRACTION:
            continue
        pool: list[Sum] = []
        part: Sum | None = None
        noun = ""
        for where in (*line.before, line):
            for figure in where.figures:
                if where is line and figure.span.start >= rest.span.start:
                    break
                if figure.unit != rest.unit or figure.unit == FRACTION:
                    continue
                pool.append(figure)
                of = _K_OF.match(where.text, figure.span.end)
                if figure.unit in PERCENT or of is not None:
                    part, noun = figure, (of["noun"] or "") if of is not None else ""
        values = {f.value for f in pool}
        if (
            part is None
            or rest.value in values
            or any(
                a - b == rest.value or a - b - c == rest.value
                for a in values
                for b in values
                for c in values
            )
        ):
            continue
        larger = [f for f in pool if f.value > part.value and f is not part and f.exact]
        of_noun = [f for f in larger if noun and f.noun == noun]
        wholes = {f.value for f in of_noun or larger}
        if len(wholes) != 1 or not part.exact:
            continue
        left = wholes.pop() - part.value
        if left < 3 * rest.value < 9 * left:
            yield Span(lead.start("whole"), rest.span.end), f"What is left is {shown(left)}: check."
