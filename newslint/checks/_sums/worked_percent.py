"""Percentages that a story works out from figures beside them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._facts.told import Place
from newslint.checks._sums.worked_figures import PERCENT, SMALL, TIME_UNITS, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.span import Span

_AGAINST = LazyRegex(
    r"\b(?:against|compared\s(?:with|to)|up\sfrom|down\sfrom|from|than\sthe|instead\sof|was|were|after|as\sopposed\sto)\s(?:[a-z]+\s){0,3}$"
)
_CHANGE = LazyRegex(
    r"\b(?:(?:an?|the)\s)?(?P<way>rise|increase|jump|growth|gain|surge|fall|drop|decline|decrease|cut|reduction|slump|plunge)\sof\s(?:[a-z]+\s){0,2}?"
    r"(?P<by>\d{1,3}(?:\.\d+)?)\s?(?:per\s?cent|percent|%)"
    r"|\b(?P<way2>up|down|rose|fell|grew|dropped|climbed|jumped|risen|fallen)\s(?:by\s)?(?:[a-z]+\s){0,2}?(?P<by2>\d{1,3}(?:\.\d+)?)\s?(?:per\s?cent|percent|%)"
)
_NEW_CLAUSE = LazyRegex(r",\s(?:and|but|while|though|as|which|who)\s|;\s")
_ONE_IN = LazyRegex(
    r"\b(?P<one>one|two|three|four|five)\s(?:[a-z]+\s)?(?:in|out\sof(?:\severy)?)\s(?P<n>\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b",
    re.IGNORECASE,
)


def _change(place: Place, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "3,100 aurs, against 2,000 before, a rise of 45 per cent"."""
    text = place.text
    for match in _CHANGE.finditer(text):
        by = Fraction(match["by"] or match["by2"])
        others = [
            s for s in here if s.unit not in PERCENT and not Span(*match.span()).overlaps(s.span)
        ]
        for new, old in itertools.pairwise(others):
            gap = text[new.span.end : old.span.start]
            if new.unit != old.unit and new.unit and old.unit:
                continue
            if (
                not _AGAINST.search(gap)
                or len(gap) > 70
                or re.search(r"[.;:]", gap)
                or not old.value
            ):
                continue
            between = text[match.end() : new.span.start] or text[old.span.end : match.start()]
            if _NEW_CLAUSE.search(between):
                continue  # "fell 30 per cent, and the firm cut 400 of its 1,200 jobs"
            if re.search(r"\bfrom\s$", text[max(0, new.span.start - 12) : new.span.start]):
                continue  # "from 6 to 9", which is read elsewhere
            if (
                TIME_UNITS.match(text, old.span.end)
                or new.value > 20 * old.value
                or old.value > 20 * new.value
            ):
                continue
            if re.search(r"\b(?:was|were|after)\s(?:[a-z]+\s){0,3}$", gap) and not match["by"]:
                continue
            real = abs(new.value - old.value) / old.value * 100
            slack = max(Fraction(3, 2), real / 15)
            if abs(real - by) > slack and real:
                end = match.end()
                yield (
                    Span(match.start(), end),
                    f"The figures make {round(real)} percent: check them.",
                )
            break


def _one_in(
    place: Place, near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "one bottle in twelve. That is more than 12 per cent"."""
    for share in find_quantities(place.text):
        if share.unit != "percent":
            continue
        ahead = place.text[: share.span.start]
        sources = [(place.text[: share.span.start], True)]
        if re.match(r"(?:That|This|It)\s(?:is|was|makes|means)\s", place.text) and near:
            sources.append((near[-1][0].text, False))
        for text, same in sources:
            found = list(_ONE_IN.finditer(text))
            if not found or (
                same and not re.search(r"(?:,\sor|\s\(|,|\sor)\s(?:[a-z]+\s){0,2}$", ahead)
            ):
                continue
            match = found[-1]
            if same and len(ahead) - match.end() > 40:
                continue
            n = int(match["n"]) if match["n"].isdigit() else SMALL[match["n"].lower()]
            real = Fraction(SMALL[match["one"].lower()], n) * 100
            if abs(real - share.value) > max(Fraction(3, 2), real / 10):
                more = re.search(
                    r"\b(?:(?:more|less|fewer)\sthan|over|under|almost|nearly)\s$", ahead
                )
                start = more.start() if more else share.span.start
                yield (
                    Span(start, share.span.end),
                    f"“{match[0]}” is {float(real):.3g} percent: check both.",
                )
            return


_OR_PERCENT = LazyRegex(
    r"(?:,\sor\s|\s\(|,\s)(?P<whole>(?P<vague>(?:about|around|roughly|some|nearly|almost|just\sover|just\sunder|over"
    r"|more\sthan)\s)?(?P<by>\d{1,3}(?:\.\d+)?)\s?(?:per\s?cent|percent|%))(?P<over>\s(?:over|above|more|higher|up|under"
    r"|below|less|lower|cheaper)\b)?"
)
_CONTEXT = LazyRegex(
    r"\b(?:survey\w*|cover\w*|test\w*|sampl\w*|ask\w*|inspect\w*|check\w*|examin\w*|poll\w*|out\sof|of\sthe|of\sits|of\stheir"
    r"|of\sthem|found|among|studied|visited|employ\w*|has|have|had)\b"
)


def _or_percent(
    place: Place, here: Sequence[Sum], near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "nine of the wells, or 12 per cent" and "3.4 million, or 40 percent over"."""
    for match in _OR_PERCENT.finditer(place.text):
        by = Fraction(match["by"])
        before = [s for s in here if s.span.end <= match.start() and s.unit not in PERCENT]
        if not before or match.start() - before[-1].span.end > 30:
            continue
        part = before[-1]
        told = [s for s in before[:-1] if s.unit == part.unit]
        told += (
            [s for _, sums in near[-1:] for s in sums if s.unit == part.unit] if not told else []
        )
        told = [s for s in told if s.value != part.value]
        slack = Fraction(5, 2) if match["vague"] else Fraction(3, 2)
        span = Span(
            match.start("whole"), match.end("over") if match["over"] else match.end("whole")
        )
        if match["over"]:
            old = told[-1:] if part.unit else []
            real = [abs(part.value - s.value) / s.value * 100 for s in old if s.value]
            if real and abs(real[0] - by) > slack + real[0] / 20 and real[0] < 300:
                yield span, f"The figures make {round(real[0])} percent: check them."
        elif "or" in match[0][:6] or "(" in match[0][:3]:
            wholes = [
                s
                for s in told
                if s.value > part.value and not TIME_UNITS.match(place.text, s.span.end)
            ]
            wholes = [s for s in wholes if s.unit == part.unit and (s.noun or s.unit)]
            if not wholes or not _CONTEXT.search(place.text[: match.start()]) or part.value <= 0:
                continue
            shares = [part.value / s.value * 100 for s in wholes]
            any_whole = [part.value / s.value * 100 for s in told if s.value > part.value]
            if any(abs(share - by) <= slack for share in any_whole):
                continue  # of whom 3,100 voted: 2,480, or 80 per cent
            if all(abs(share - by) > slack for share in shares) and by <= 100:
                share = round(shares[0])
                told_of = f"{shown(part.value)} of {shown(wholes[0].value)}"
                yield span, f"{told_of} is {share} percent: check the figures."


_PREMIUM = LazyRegex(
    r"(?P<whole>(?P<by>\d{1,3}(?:\.\d+)?)\s?(?:per\s?cent|percent|%))\s(?P<what>premium|discount|mark-?up|increase|rise|jump"
    r"|cut|reduction|improvement)\s(?:to|on|over|from|above|below)\b"
)


def _premium(place: Place, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "The offer of $5.15 is a 38 per cent premium to the close of $4.12"."""
    for match in _PREMIUM.finditer(place.text):
        before = [s for s in here if s.span.end <= match.start() and s.unit not in PERCENT]
        after = [s for s in here if s.span.start >= match.end() and s.unit not in PERCENT]
        if not before or not after or before[-1].unit != after[0].unit or not before[-1].unit:
            continue
        if (
            after[0].span.start - match.end() > 60
            or match.start() - before[-1].span.end > 60
            or not after[0].value
        ):
            continue
        real = abs(before[-1].value - after[0].value) / after[0].value * 100
        if abs(real - Fraction(match["by"])) > max(Fraction(3, 2), real / 15):
            yield Span(*match.span("whole")), f"The figures make {round(real)} percent: check them."


Near = Sequence[tuple[Place, Sequence[Sum]]]


def percents_worked_out(
    place: Place, here: Sequence[Sum], near: Near
) -> Iterator[tuple[Span, str]]:
    """Yield each percentage of a sentence that the figures beside it belie, and why."""
    yield from _change(place, here)
    yield from _one_in(place, near)
    yield from _or_percent(place, here, near)
    yield from _premium(place, here)
