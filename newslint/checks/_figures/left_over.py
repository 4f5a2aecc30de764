"""What is left of a number after a part of it: "19 of 24 beds, which left seven free"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import Line, is_share
from newslint.checks._figures.share_words import SHARE, share_of
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

# Leaving £2,800 to find; which left seven free; the other 60; the seven that are not
_LEAVES = LazyRegex(
    r"\b(?P<whole>(?:leaving|leaves|(?:which|that|this|it|to)\s(?:has\s|would\s|will\s)?(?:left|leave))"
    r"\s(?:it\s|them\s|him\s|her\s|(?:the|a)\s[a-z]+\s)?(?:with\s)?(?:just\s|only\s|some\s|about\s"
    r"|another\s|a\sfurther\s)?)$",
    re.IGNORECASE,
)
_OTHER = LazyRegex(r"\b(?P<whole>(?:the|its|their|his|her)\s(?:other|remaining)\s)$", re.IGNORECASE)
_LAST = LazyRegex(r"\b(?P<whole>the\slast\s)$")
_LAST_ONES = LazyRegex(r"\s(?:are|were|stand|stood|is|was|have|alone|of\sthem)\b")
# So that 22 places were empty; 8,000 were still dark; the nine that are left
_FREE = LazyRegex(
    r"(?:\s[a-z]+)?\s(?:are|were|is|was|have|had)\s(?:still|left|empty|free|unsold|vacant|unlet)\b"
)
_THAT = LazyRegex(r"(?:;\s|\bso\s(?:that\s)?|\bwhich\smeans\s(?:that\s)?)(?P<whole>)$")
_THE = LazyRegex(r"(?:^|[.;,:]\s|\band\s|\bbut\s)(?P<whole>[Tt]he\s)$")
_NOT = LazyRegex(
    r"\s(?:(?:that|which|who)\s(?:are|were|is|was|remain)\s(?:left|still|unsold|empty)\b|(?:that|who|which)\s(?:are|were|is|did|do|had|have|has|was|will|would|could)\s?n(?:ot|[’']t)\b"
    r"|(?:left|still)\b(?=[^.;]{0,40}$)|at\shome\b|(?:not|un)[a-z]*\b)"
)
_HAD_NOT = LazyRegex(
    r"\s(?:that|who|which)\s(?:are|were|is|did|do|had|have|has|was|will|would|could)\s?n(?:ot|[’']t)\b"
)
_SHORT = LazyRegex(r"(?:\s(?:votes?|seats?|points?|places?|signatures?))?\s(?P<short>short)\b")
_NEEDS = LazyRegex(
    r"\b(?:need\w*|required?|requires|wants?|want(?:ed|ing)|target|goal|short|majority|threshold|quorum|must)\b"
)
_FIT = LazyRegex(
    r"\b(?:of|out\sof|left|need\w*|has|had|have|raised|promised|used?|in\suse|taken|let|sold|full"
    r"|occupied|filled|gave|given|won|went|home|came|were|was|are)\b"
)
# 24 beds, 19 of which; 12 concerts, four of them
_OF_WHICH = LazyRegex(
    r"[^.;:\d]{1,60}?,\s(?:(?:about|some|only|just)\s)?$|[^.;:\d]{1,60}?\s(?:and|but|with)\s$"
)
_WHICH = LazyRegex(r"\sof\s(?:which|whom|them|these|those)\b")
_OF = LazyRegex(
    r"(?:\s[a-z][\w’'-]*){0,2}?\s(?:out\s)?of\s(?:an?\s(?:original\s|total\sof\s)?|the\s(?:original\s)?|its\s"
    r"|their\s|his\s|her\s|all\s|some\s|[A-Z][\w-]+[’']s\s|the\s[a-z]+[’']s\s)?"
)
_HAD = LazyRegex(r"\b(?:treated|sent|took|carried|tested|saved|rescued|arrested|held|invited)\b")
_SHARE_OF = LazyRegex(
    rf"{SHARE}\sof\s(?:the|its|their|his|her|all)\s(?:town[’']s\s)?$", re.IGNORECASE
)
_HOLDS = LazyRegex(
    r"\b(?:has|had|have|treated|with|holds?|runs?|sent|took|carried|owns?|employs?|left|take|can\stake|close)\s$"
)
_OF_FIRST = LazyRegex(r"(?:^|[.;]\s)[Oo]f\s(?:the|its|their|those|his|her)\s(?:[a-z]+\s)?$")
_MOST = 5


def left_over_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each remainder that the whole and its parts do not give, and why."""
    for at, rest in enumerate(line.figures):
        if is_share(rest) or rest.unit in PERCENT or not rest.exact:
            continue
        claim = _claim(line.text, rest)
        if claim is None:
            continue
        span, strict = claim
        pool = [f for f in line.figures[:at] if _goes_with(f, rest)]
        designated = _designated(line.text, pool)
        for near in reversed(line.before[-2:]):
            if designated is not None:
                break
            told = [f for f in near.figures if _goes_with(f, rest)]
            designated = _designated(near.text, told)
            if (
                designated is None
                and not strict
                and pool
                and told
                and near is line.before[-1]
                and (_OTHER.search(line.text[: rest.span.start]) is None or _HAD.search(near.text))
            ):
                designated = _needed(near, told, line, pool)
            pool = [*told, *pool]
        if designated is None:
            continue
        whole, parts = designated
        everything = [*(f for b in line.before for f in b.figures if _goes_with(f, rest)),
                      *(f for f in line.figures[:at] if _goes_with(f, rest))]  # fmt: skip
        if _explained(rest.value, everything):
            continue
        left = whole.value - sum((p.value for p in parts), Fraction(0))
        if left > 0 and rest.value < 4 * left + 4:
            yield span, f"What is left is {shown(left)}: check the figures."
    yield from _left_of(line)


def _claim(text: str, rest: Sum) -> tuple[Span, bool] | None:
    """Return the words that say that a figure is what is left; and whether they say it weakly."""
    lead = text[: rest.span.start]
    match = _LEAVES.search(lead) or _OTHER.search(lead)
    if match is not None:
        return Span(match.start("whole"), rest.span.end), False
    short = _SHORT.match(text, rest.span.end)
    if short is not None and not re.match(
        r"\s(?:stor|film|list|walk|of\s(?:his|her)\sb)", text[short.end() :]
    ):
        return Span(rest.span.start, short.end("short")), False
    last = _LAST.search(lead)
    if last is not None and _LAST_ONES.match(text, rest.span.end):
        return Span(last.start("whole"), rest.span.end), False
    if _THAT.search(lead) and (free := _FREE.match(text, rest.span.end)):
        return Span(rest.span.start, free.end()), False
    not_so = re.search(r"\b(?P<whole>the\s)$", lead)
    if not_so is not None and (end := _HAD_NOT.match(text, rest.span.end)):
        return Span(not_so.start("whole"), end.end()), True
    the = _THE.search(lead)
    if the is not None and (after := _NOT.match(text, rest.span.end)):
        return Span(the.start("whole"), after.end()), True
    return None


def _goes_with(figure: Sum, rest: Sum) -> bool:
    return (
        (figure.unit == rest.unit or not (rest.unit or rest.noun))
        and not is_share(figure)
        and figure.value > 0
    )


def _designated(text: str, pool: Sequence[Sum]) -> tuple[Sum, list[Sum]] | None:
    """Return the whole and the parts that a sentence names as such."""
    for one, two in itertools.pairwise(pool):
        gap = text[one.span.end : two.span.start]
        if not (one.exact and two.exact):
            continue
        if two.value > one.value and _OF.fullmatch(gap):
            return two, [one]
        if one.value > two.value and _WHICH.match(text, two.span.end) and _OF_WHICH.fullmatch(gap):
            return one, [two]
    for whole in pool:
        match = _SHARE_OF.search(text[: whole.span.start][-60:])
        share = share_of(match) if match is not None and not match["hedge"] else None
        if share is not None and whole.exact and match is not None and not match["most"]:
            part = (share.low + share.high) / 2 * whole.value
            return whole, [Sum(part, whole.unit, whole.span, True, whole.noun)]
    first = pool[0] if pool else None
    if (
        first is not None
        and _OF_FIRST.search(text[: first.span.start])
        and 2 <= len(pool) <= _MOST
        and all(f.exact for f in pool)
        and sum((f.value for f in pool[1:]), Fraction(0)) < first.value
    ):
        return first, list(pool[1:])
    raised = [f for f in pool if f.exact]
    if (
        2 <= len(raised) <= _MOST
        and len(raised) == len(pool)
        and raised[0].value > sum((f.value for f in raised[1:]), Fraction(0))
        and _NEEDS.search(text[: raised[0].span.start])
        and re.search(
            r"\b(?:has|have|raised|promised|got|won|given|pledged)\b", text[raised[0].span.end :]
        )
    ):
        return raised[0], raised[1:]
    return None


def _needed(
    near: Line, told: Sequence[Sum], line: Line, pool: Sequence[Sum]
) -> tuple[Sum, list[Sum]] | None:
    """Return whole and parts where the sentence before tells what is needed or there in all."""
    whole = told[0]
    if not whole.exact or not all(p.exact for p in pool):
        return None
    total = sum((p.value for p in pool), Fraction(0))
    wants = _NEEDS.search(near.text[: whole.span.start]) is not None
    holds = _HOLDS.search(near.text[: whole.span.start])
    if total >= whole.value or not (wants or (holds and len(told) == 1)):
        return None
    return (whole, list(pool)) if _FIT.search(line.text) else None


def _explained(value: Fraction, pool: Sequence[Sum]) -> bool:
    """Return whether some figure less some others gives the value, or it was told before."""
    values = list(dict.fromkeys(f.value for f in pool))[-8:]
    for whole in values:
        others = [v for v in values if v != whole]
        if whole == value:
            return True
        slack = max(whole, value) / 50 if whole >= 200 else Fraction(0)
        for many in range(1, min(_MOST, len(others)) + 1):
            for some in itertools.combinations(others, many):
                if abs(whole - sum(some, Fraction(0)) - value) <= slack:
                    return True
    return False


_LEFT_OF = LazyRegex(
    r"(?:\s[a-z]+){0,2}\s(?:left|remain(?:ing)?|surviv(?:e|ing)|standing)(?:\sout)?\sof\s(?:an?\s(?:original\s)?"
    r"|the\s(?:original\s)?|its\s|their\s)?"
)
_GONE = LazyRegex(
    r"\b(?:closed|shut|gone|lost|sold|switched\soff|scrapped|removed|dismantled|demolished|died|cut"
    r"|destroyed|retired|withdrawn|axed|stopped)\b"
)


def _left_of(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "eleven of which have been switched off. There are nine left out of 22"."""
    for rest, whole in itertools.pairwise(line.figures):
        if rest.unit or whole.unit or rest.value >= whole.value:
            continue
        if not _LEFT_OF.fullmatch(line.text[rest.span.end : whole.span.start]):
            continue
        for near in (line, *reversed(line.before[-1:])):
            gone = [
                f for f in near.figures
                if f not in (rest, whole) and not f.unit and f.exact and f.value.denominator == 1
                and _GONE.search(near.text[f.span.end : f.span.end + 60])
            ]  # fmt: skip
            if len(gone) == 1 and gone[0].value < whole.value:
                left = whole.value - gone[0].value
                if left != rest.value:
                    yield (
                        Span(rest.span.start, whole.span.end),
                        f"What is left is {shown(left)}: check the figures.",
                    )
                return
