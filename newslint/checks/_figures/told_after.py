"""What a sentence makes of the figures of the one before it: the rise, the fall, what is left."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._figures.lines import Line, close, is_share, whole_numbers
from newslint.checks._figures.share_words import share_of, shares_in
from newslint.checks._sums.worked_figures import Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_RISE = "rise|increase|jump|gain|growth|climb|surge"
_FALL = "fall|drop|decrease|decline|cut|reduction|dip|loss|slump"
# That is a rise of 75 per cent
_THAT_IS = LazyRegex(
    rf"^(?:That|This|It|Which)\s(?:is|was|makes|represents|amounts\sto|would\sbe|means)\s(?P<whole>an?\s(?P<way>{_RISE}|{_FALL})\sof\s)$"
)
# The 0.5-point fall
_POINTS = LazyRegex(
    rf"\b(?:[Tt]he|[Tt]hat|[Tt]his)\s(?P<whole>(?P<n>\d{{1,2}}(?:\.\d{{1,2}})?)[\s-](?:percentage[\s-])?points?\s(?:{_RISE}|{_FALL}))\b"
)
# 1,200 for its first concert and 900 for its second, more than 2,500 in all
_IN_ALL = LazyRegex(r"(?:\s[a-z]+){0,2}?\s(?:in\sall|in\stotal|altogether|all\stold)\b")
_OVER = LazyRegex(
    r"\b(?:more\sthan|over|at\sleast|well\sover)\s(?:[A-Z]{0,2}[£$€]?)$", re.IGNORECASE
)
_UNDER = LazyRegex(
    r"\b(?:fewer\sthan|less\sthan|under|at\smost)\s(?:[A-Z]{0,2}[£$€]?)$", re.IGNORECASE
)
# A third of the drivers, 20 of 45
_OF_WHICH = LazyRegex(
    r"\sof\s(?:the|its|their|his|her|all)\s(?:[\w’'-]+\s){0,2}[a-z]+,\s(?:or\s|some\s|about\s)?$"
)
_OUT_OF = LazyRegex(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|some\s)?$")
# 62 per cent backed the plan and 48 per cent were against
_FOR = LazyRegex(
    r"\s(?:of\s[a-z]+(?:\s[a-z]+)?\s)?(?:were\s|are\s|was\s|is\s|had\s|have\s|who\s|would\s)?(?:voted\s)?(?:backed|back|supported|support|favou?red|approved?|agreed?|in\sfavou?r|for|yes)\b[^.;:\d]{0,40}?(?:,\s|\s)(?:and|while|but|with)\s(?:some\s|about\s|another\s|only\s|just\s)?$"
)
_AGAINST = LazyRegex(
    r"\s(?:were\s|are\s|was\s|is\s|had\s|have\s|voted\s|who\s|would\s)?(?:against|opposed|oppose|rejected|reject|disapproved?|disagreed?|no)\b"
)
# Turnout was higher than the 55 per cent of 2022, at 51 per cent
_THAN = LazyRegex(
    r"\b(?P<whole>(?P<way>higher|lower|more|less|larger|smaller|better|worse|above|below|up|down|stronger|weaker)\s(?:than|on|from)?)\s?"
    r"(?:the\s|last\s[a-z]+[’']s\s|an\s|a\s|[a-z]+\s){0,3}?$"
)
_AT = LazyRegex(r"(?:\s[^.;:,\d]{1,30}?(?:\d{4})?)?,\sat\s(?:about\s|some\s|just\s)?$")
_HIGH = frozenset({"higher", "more", "larger", "better", "above", "up", "stronger"})
# It will drop three routes. That will leave it with eight
_LEAVES = LazyRegex(
    r"\b(?P<whole>(?:leav(?:es?|ing)|left)\s(?:it|them|him|her|the\s[a-z]+)\swith\s(?:just\s|only\s)?)$"
)
_GONE = LazyRegex(
    r"\b(?:drop|drops|dropped|cut|cuts|close|closes|closed|sell|sells|sold|lose|loses|lost|scrap|scraps|scrapped|axe|axes|axed|shut|shuts"
    r"|retire|retired|withdraw|withdrawn|ground|grounded|end|ended)\s(?:another\s|its\s|up\sto\s)?$"
)
_SLACK = Fraction(8, 100)
_PAIR = 2
_WHOLE, _MOST = 101, 160  # per cent


def told_after(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield what a sentence makes of figures just told that they do not give, and why."""
    yield from _rises(line)
    yield from _points(line)
    if len(line.figures) > 1:
        yield from _hedged_total(line)
        yield from _share_first(line)
        yield from _for_and_against(line)
        yield from _than(line)
    if "lea" in line.text or "left" in line.text:
        yield from _left_with(line)


def _near(line: Line) -> Line | None:
    near = line.before[-1] if line.before else None
    return near if near is not None and near.block == line.block else None


def _rises(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "a rise of 75 per cent" after "400 last year and 600 this year"."""
    near = _near(line)
    change = next((f for f in line.figures if f.unit == "percent"), None)
    if near is None or change is None or len(near.figures) != _PAIR:
        return
    lead = _THAT_IS.search(line.text[: change.span.start])
    one, two = near.figures
    if lead is None or is_share(one) or is_share(two) or not (one.exact and two.exact):
        return
    if one.unit != two.unit or min(one.value, two.value) < 1 or not change.exact:
        return
    told = change.value / 100
    rates = [abs(one.value - two.value) / base for base in (one.value, two.value)]
    if any(abs(rate - told) <= max(Fraction(15, 1000), told * _SLACK) for rate in rates):
        return
    if not any(told / 4 < rate < 4 * told for rate in rates):
        return
    falls = re.fullmatch(_FALL, lead["way"]) is not None
    real = rates[0] if (two.value < one.value) == falls else rates[1]
    span = Span(lead.start("whole"), change.span.end)
    yield span, f"By the figures it is {float(real * 100):.3g} per cent: check them."


def _points(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "the 0.5-point fall" after "to 4.1 per cent from 4.4 per cent"."""
    near = _near(line)
    if near is None or "point" not in line.text:
        return
    rates = [f for f in near.figures if f.unit == "percent" and f.exact]
    match = _POINTS.search(line.text)
    if match is None or len(rates) != _PAIR:
        return
    gap, told = abs(rates[0].value - rates[1].value), Fraction(match["n"])
    if gap != told and 0 < gap < 4 * told < 16 * gap:
        span = Span(*match.span("whole"))
        yield span, f"From one to the other it is {shown(gap)} points: check the figures."


def _hedged_total(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "more than 2,500 in all" after "1,200 tickets for the first and 900 for the second"."""
    for at, total in enumerate(line.figures):
        end = _IN_ALL.match(line.text, total.span.end)
        parts = [f for f in line.figures[:at] if f.unit == total.unit and not is_share(f)]
        if end is None or not 2 <= len(parts) <= 4 or len(parts) != at or is_share(total):
            continue
        lead = line.text[: total.span.start]
        over, under = _OVER.search(lead), _UNDER.search(lead)
        added = sum((p.value for p in parts), Fraction(0))
        off = (over and total.value > added * Fraction(102, 100)) or (
            under and total.value < added * Fraction(98, 100)
        )
        if off and total.value < 2 * added < 4 * total.value:
            start = (over or under or end).start()
            yield Span(start, end.end()), f"The parts make {shown(added)}: check the figures."


def _share_first(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "20 of 45" after "a third of the drivers"."""
    for match in shares_in(line.text):
        share = share_of(match)
        later = [f for f in line.figures if f.span.start >= match.end() and not is_share(f)]
        if share is None or len(later) < _PAIR:
            continue
        part, whole = later[:2]
        if not _OF_WHICH.fullmatch(line.text, match.end(), part.span.start):
            continue
        if not _OUT_OF.fullmatch(line.text, part.span.end, whole.span.start) or not whole.value:
            continue
        real = part.value / whole.value
        if real < 1 and not share.fits(real):
            span = Span(part.span.start, whole.span.end)
            yield span, f"That is {float(real * 100):.2g} per cent: check the figures."


def _for_and_against(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "48 per cent were against" after "62 per cent backed it"."""
    own = [f for f in line.figures if f.unit == "percent"]
    for one, two in itertools.pairwise(own):
        if not _FOR.fullmatch(line.text, one.span.end, two.span.start):
            continue
        against = _AGAINST.match(line.text, two.span.end)
        added = one.value + two.value
        if against is not None and _WHOLE < added < _MOST and two.exact:
            yield two.span, f"That makes {float(added):.4g} per cent: check the figures."


def _than(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the "higher" of "higher than the 55 per cent of 2022, at 51 per cent"."""
    for base, own in itertools.pairwise(line.figures):
        way = _THAN.search(line.text[: base.span.start])
        if way is None or base.unit != own.unit or base.value == own.value:
            continue
        if not base.unit or not _AT.fullmatch(line.text, base.span.end, own.span.start):
            continue
        if (way["way"] in _HIGH) != (own.value > base.value):
            span = Span(way.start("whole"), way.start("whole") + len(way["way"]))
            yield span, f"{shown(own.value)} is not {way['way']}: check the figures."


def _left_with(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "leave it with eight" of twelve routes of which three are to go."""
    for rest in whole_numbers(line.figures):
        match = _LEAVES.search(line.text[: rest.span.start])
        if match is None or not rest.exact:
            continue
        pool = [(b, f) for b in (*line.before, line) for f in whole_numbers(b.figures)]
        gone = [
            f for b, f in pool
            if f.noun and f is not rest and _ends(b, f, rest)
            and _GONE.search(b.text[: f.span.start])
        ]  # fmt: skip
        if len(gone) != 1 or (rest.noun and rest.noun != gone[0].noun):
            continue
        wholes = [f for _, f in pool if f.noun == gone[0].noun and f.value > gone[0].value]
        wholes = [f for f in wholes if f is not rest]
        if len({f.value for f in wholes}) != 1 or not wholes[0].exact:
            continue
        left = wholes[0].value - gone[0].value
        if left != rest.value and not close(left, rest.value, Fraction(0)):
            span = Span(match.start("whole"), rest.span.end)
            yield span, f"What is left is {shown(left)}: check the figures."


def _ends(line: Line, part: Sum, rest: Sum) -> bool:
    """Return whether no other figure follows in the sentence: not "two in May, one in June"."""
    return all(f is rest or f.span.start <= part.span.start for f in line.figures)
