"""Shares that stand beside their part and their whole: "22 of the 80, almost a third"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._figures.lines import Line, is_share
from newslint.checks._figures.share_words import Share, share_of, shares_in
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

# 22 of the 80; 60 posts out of 300; nine of its 12 boats
_OF = LazyRegex(
    r"(?:\s[a-z][\w’'-]*){0,3}?\s(?:out\s)?of\s(?:a\stotal\sof\s|(?:the|its|their|his|her|all|those"
    r"|these|an\soriginal|some|the\s[a-z]+[’']s|[A-Z][\w-]+[’']s|the\s[a-z]+\sof|a\s[a-z]+\sof)\s)?(?:(?:town|city|county|country)[’']s\s)?"
)
_APPOSED = LazyRegex(
    r"[^.;:\d]{0,70}?(?:,\s|\s\(|\s[–—-]\s|—)(?:or\s|that\sis,?\s|which\sis\s|making\s)?$"
)
_ENDS = LazyRegex(r"\s?(?:[.,;)–—]|$)|\sof\s(?P<of>[a-z]+(?:\s[a-z]+){0,2})")
_TOTALS = frozenset(
    [
        "sum",
        "money",
        "all",
        "total",
        "whole",
        "staff",
        "workforce",
        "fleet",
        "membership",
        "number",
        "stock",
    ]
)
_OF_TOTAL = LazyRegex(
    r"(?:\b[Oo]f|\b[Oo]ut\sof|\b[Aa]mong)\s(?:the|its|their|his|her|those|these|all)?\s?(?:[a-z]+[’']s\s)?$"
)
_TO_WHOLE = LazyRegex(
    r"\sof\s(?:the|its|their|his|her|all|those|these|some)?\s?(?:[\w-]+[’']s\s|[a-z]+\s){0,3}?$"
)
_TO_PART = LazyRegex(
    r"(?P<noun>\s[^.;:\d]{2,60}?)(?:,\s|\s\(|\s[–—-]\s|—)(?:or\s|that\sis,?\s)?(?:about\s|some\s|around\s"
    r"|nearly\s|almost\s|roughly\s|just\s|only\s)?$"
)
_PART_ENDS = LazyRegex(r"(?:\s(?:of\sthem|of\sthose|in\sall|[a-z]+))?\s?(?:[,.;)–—]|$)")
_OF_WHICH = LazyRegex(r"^[^.;:\d]{0,60}?\bof\s(?:which|whom|them|these)\b[^.;:\d]{0,40}$")
_DIRECT = LazyRegex(r"(?:\s[a-z]+)?(?:,\s|\s\()(?:or\s|that\sis,?\s|which\sis\s)?")
# The houses destroyed were one in three of the 260; that is a third of the limit
_WHOLE_THEN = LazyRegex(r"\sof\s(?:the|its|their|all)\s(?:some\s)?$")
_THAT_IS = LazyRegex(
    r"(?:^|[;,]\s)(?:[Tt]hat|[Tt]his|[Ii]t|[Ww]hich)\s(?:is|was|makes|amounts\sto|would\sbe|comes\sto)\s(?:only\s|just\s)?$"
)
_OF_NAMED = LazyRegex(
    r"\sof\s(?:the|its|their|his|her|what)\s(?P<noun>limit|total|whole|target|capacity|norm|budget|average|maximum"
    r"|threshold|quota|area|lot|workforce|fleet|stock|staff|electorate)\b|\sof\s(?:all\sof\s)?(?:it|them|those)\b"
)
_NUMBERED = LazyRegex(r"(?:\sas\smany\sas|\sof)\s(?:the|its|those|all|their)\s(?:[a-z]+\s){0,2}")
_OF_THAT = LazyRegex(r"\sof\s(?:that|it|them|its\scapacity|the\stotal)\b(?=[.,;)]|$)")
_LONG = 75


@dataclass(frozen=True, slots=True)
class _Told:
    share: Share
    start: int
    end: int


def shares_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each share that the part and the whole beside it belie, and why."""
    figures = [f for f in line.figures if not is_share(f)]
    if len(figures) < 2:
        return
    for match in shares_in(line.text):
        share = share_of(match)
        if share is None or _follows_from(line, match):
            continue
        told = _Told(share, match.start("share"), match.end("share"))
        inside = [f for f in figures if f.span.overlaps(Span(told.start, told.end))]
        before = [f for f in figures if f.span.end <= told.start and f not in inside]
        after = [f for f in figures if f.span.start >= told.end and f not in inside]
        found = _before(line.text, told, before)
        if found is not None:
            part, whole = found
            if not share.fits(part.value / whole.value):
                yield Span(told.start, told.end), _message(part, whole)
            continue
        found = _around(line.text, told, before, after)
        if found is not None:
            part, whole = found
            if not share.fits(part.value / whole.value):
                yield Span(told.start, told.end), _message(part, whole)
            continue
        found = _after(line.text, told, after)
        if found is not None:
            part, whole = found
            if not share.fits(part.value / whole.value):
                yield _with_hedge(line.text, part), _message(part, whole)


def shares_across(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "It took 26 houses. The houses destroyed were one in three of the 260", and why.

    And "They found 0.4 parts, below the limit of 5. That is a third of the limit".
    """
    if not line.before:
        return
    for match in shares_in(line.text):
        share = share_of(match)
        if share is None or match["most"] or _follows_from(line, match):
            continue
        span = Span(*match.span("share"))
        inside = [f for f in line.figures if f.span.overlaps(span)]
        others = [f for f in line.figures if f not in inside and not is_share(f)]
        near = [f for b in line.before for f in b.figures if not is_share(f) and f.value > 0]
        if len(others) == 1 and _WHOLE_THEN.fullmatch(line.text[span.end : others[0].span.start]):
            whole = others[0]
            parts = [
                f for f in near
                if f.noun and f.unit == whole.unit and f.value < whole.value and f.exact
                and re.search(rf"\b{re.escape(f.noun)}\b", line.text[: span.start])
            ]  # fmt: skip
            if len({f.value for f in parts}) == 1 and not any(
                share.fits(f.value / whole.value) for f in near
            ):
                yield span, _message(parts[0], whole)
        elif len(others) == 1 and _OF_THAT.match(line.text, span.end):
            part, gap = others[0], line.text[others[0].span.end : span.start]
            last = [f for f in line.before[-1].figures if f.unit == part.unit or not part.unit]
            last = [f for f in last if not is_share(f) and f.value > part.value]
            told = len(last) == 1 and last[0].exact and part.span.end <= span.start
            if told and _APPOSED.fullmatch(gap) and not share.fits(part.value / last[0].value):
                yield span, _message(part, last[0])
        elif not others and _THAT_IS.search(line.text[: span.start]):
            last = [f for f in line.before[-1].figures if not is_share(f) and f.value > 0]
            pairs = [(a, b) for a in last for b in last if a.unit == b.unit and a.value < b.value]
            if not _OF_NAMED.match(line.text, span.end) or len(pairs) != 1:
                continue
            if not any(share.fits(a.value / b.value) for a in near for b in near):
                yield span, _message(*pairs[0])


def _message(part: Sum, whole: Sum) -> str:
    percent = round(part.value / whole.value * 100)
    return f"{shown(part.value)} of {shown(whole.value)} is {percent} percent: check the figures."


def _follows_from(line: Line, match: re.Match[str]) -> bool:
    """Return whether a share is one of a change or a rate: "up a third", "a third more"."""
    lead = line.text[max(0, match.start() - 16) : match.start()]
    tail = line.text[match.end() : match.end() + 14]
    return (
        re.search(
            r"\b(?:up|down|by|rise\sof|fall\sof|cut\sof|increase\sof|drop\sof|from|to)\s(?:by\s)?$",
            lead,
        )
        is not None
        or re.match(r"\s(?:more|less|higher|lower|fewer|as|up|down|above|below|off)\b", tail)
        is not None
    )


def _before(text: str, told: _Told, before: list[Sum]) -> tuple[Sum, Sum] | None:
    """Return part and whole of "22 of the 80 homes, almost a third" and "Of the 80, 22, or ..."."""
    if len(before) < 2:
        return None
    end = _ENDS.match(text, told.end)
    if end is None:
        return None
    one, two = before[-2:]
    if end["of"] is not None and not _same_whole(end["of"], one, two):
        return None
    between, gap = text[one.span.end : two.span.start], text[two.span.end : told.start]
    if len(gap) > _LONG or not _fit(one, two):
        return None
    if _OF.fullmatch(between) and _APPOSED.fullmatch(gap) and one.value < two.value:
        return one, two
    if _OF_WHICH.search(between) and _DIRECT.fullmatch(gap) and two.value < one.value:
        return two, one
    whose = re.match(r"\sof\s(?:which|whom|whose|them)\b", text[two.span.end :])
    if whose and _APPOSED.fullmatch(gap) and re.fullmatch(r"(?:\s[a-z]+){1,3},\s", between):
        return (two, one) if two.value < one.value else None
    of = _OF_TOTAL.search(text[: one.span.start])
    if of and _APPOSED.fullmatch(gap) and re.fullmatch(r"\s[^.;:\d]{1,50}?,\s", between):
        return (two, one) if two.value < one.value else None
    direct = _DIRECT.fullmatch(gap)
    if of and direct and re.fullmatch(r"\s[^.;:\d]{1,50}?,\s(?:[a-z]+\s)?", between):
        return (two, one) if two.value < one.value else None
    return None


def _same_whole(of: str, one: Sum, two: Sum) -> bool:
    words = set(of.split())
    return bool(words & _TOTALS) or any(f.noun and f.noun in words for f in (one, two))


def _fit(one: Sum, two: Sum) -> bool:
    return (
        (one.unit == two.unit or (not two.unit and not two.noun))
        and one.unit not in PERCENT
        and one.value > 0
        and two.value > 0
        and max(one.value, two.value) >= 4
    )


def _after(text: str, told: _Told, after: list[Sum]) -> tuple[Sum, Sum] | None:
    """Return part and whole of "two thirds of the 90 pupils, 45 of them, walk"."""
    if len(after) < 2:
        return None
    part, whole = after[:2]
    colon = re.fullmatch(r"[^.;:\d]{2,70}?(?::|\s[–—-])\s", text[told.end : part.span.start])
    if colon and _fit(part, whole) and part.value < whole.value:
        return (part, whole) if _OF.fullmatch(text[part.span.end : whole.span.start]) else None
    whole, part = after[:2]
    if not _fit(whole, part) or part.value >= whole.value:
        return None
    if not _TO_WHOLE.fullmatch(text[told.end : whole.span.start]):
        return None
    if not _TO_PART.fullmatch(text[whole.span.end : part.span.start]):
        return None
    return (part, whole) if _PART_ENDS.match(text, part.span.end) else None


def _around(text: str, told: _Told, before: list[Sum], after: list[Sum]) -> tuple[Sum, Sum] | None:
    """Return part and whole of "340 people, fewer than half of the 520 who lived there"."""
    if not before or not after:
        return None
    part, whole = before[-1], after[0]
    gap = text[part.span.end : told.start]
    if not _fit(part, whole) or part.value >= whole.value or len(gap) > _LONG:
        return None
    if not _APPOSED.fullmatch(gap) or not _NUMBERED.fullmatch(text, told.end, whole.span.start):
        return None
    return part, whole


def _with_hedge(text: str, part: Sum) -> Span:
    hedge = re.search(r"\b(?:about|some|around|nearly|almost|roughly)\s$", text[: part.span.start])
    them = re.match(r"\sof\s(?:them|those)\b|\s(?:out\s)?of\s\S+\d\b", text[part.span.end :])
    return Span(
        hedge.start() if hedge else part.span.start,
        part.span.end + (them.end() if them else 0),
    )
