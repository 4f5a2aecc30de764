"""Which of two figures is the larger, and what a sentence says of it: "above the 3.9 metres"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from newslint.checks._figures.lines import Line, is_share, measured
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_WELL = (
    r"(?:well\s|just\s|far\s|slightly\s|a\slittle\s|still\s|some\sway\s|a\sshade\s|much\s"
    r"|comfortably\s)?"
)
_MORE = (
    r"above|over|higher\sthan|more\sthan|greater\sthan|larger\sthan|longer\sthan|dearer\sthan|taller\sthan|heavier\sthan|older\sthan|deeper\sthan|wider\sthan|faster\sthan|bigger\sthan"
    r"|better\sthan|beating|exceeding"
)
_LESS = (
    r"below|under|lower\sthan|less\sthan|fewer\sthan|smaller\sthan|shorter\sthan|cheaper\sthan|lighter\sthan|younger\sthan|narrower\sthan"
    r"|short\sof|inside"
)
# 3.4 metres, above the 3.9 metres of 2012; £14,000, well under the £12,500 set aside
_AGAINST = LazyRegex(
    rf"[^.;:\d£$€]{{0,60}}?,\s(?:and\s)?(?P<whole>{_WELL}(?:(?P<more>{_MORE})|(?P<less>{_LESS})))"
    r"\s(?P<the>the|its|their|his|her|a|last\s[a-z]+[’']s|that\sof|those\sof|what)\s[^.;:\d]{0,40}?$"
)
# Halden's also gained, falling 2.4 per cent
_CLASH = LazyRegex(
    r"\b(?:(?P<up>rose|gained|climbed|jumped|grew|went\sup|advanced|improved)|(?P<down>fell|dropped"
    r"|slipped|declined|shrank|went\sdown|lost\sground|slid))(?:\s(?:too|also|as\swell|again|sharply|further))?,\s"
    r"(?:(?P<falling>falling|dropping|slipping|losing|sliding|declining|shedding)|(?P<rising>rising"
    r"|gaining|climbing|jumping|adding|putting\son))\s(?:by\s)?(?:about\s|some\s)?(?=[£$€]?\d)"
)
_BEST = LazyRegex(
    r"\b(?:the|its|a|their)\s(?P<whole>(?:(?P<high>highest|most|largest|biggest|best|longest)|(?P<low>lowest|fewest"
    r"|smallest|least|worst|shortest))(?:\s[a-z]+){0,3}?\ssince(?:\s[A-Z][a-z]+)?\s(?P<year>(?:19|20)\d\d))\b"
)
_IN_YEAR = LazyRegex(
    r"\b[Ii]n\s(?P<year>(?:19|20)\d\d),?\s(?:it|they|the\s[a-z]+|there)\s(?:was|were|had\sbeen|stood\sat"
    r"|reached)\s(?:only\s|just\s|as\s(?:high|low)\sas\s)?$"
)


def comparisons_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each "above", "below", "rising" or "highest since" that the figures belie, and why."""
    text = line.text
    for one, two in itertools.pairwise(line.figures):
        if one.unit != two.unit or not (one.exact and _is_plain(two)) or one.value == two.value:
            continue
        if is_share(one) is not is_share(two):
            continue
        match = _AGAINST.fullmatch(text[one.span.end : two.span.start])
        if match is None or (match["the"] == "a" and not match["whole"].endswith("than")):
            continue
        if not one.unit and not (one.noun or two.noun) and one.value < 100:
            continue
        if one.value > 10 * two.value or two.value > 10 * one.value:
            continue
        if re.search(r"\b(?:of|for|from|by|in)\s$", text[: one.span.start]) and not one.unit:
            continue
        if bool(match["more"]) is not (one.value > two.value):
            span = Span(*match.span("whole")).shifted(one.span.end)
            yield (
                span,
                f"{shown(one.value)} is {'less' if one.value < two.value else 'more'} than"
                f" {shown(two.value)}: check which is meant.",
            )
    if "ing " in text:
        for match in _CLASH.finditer(text):
            if bool(match["up"]) is bool(match["falling"]):
                end = match.end("falling") if match["falling"] else match.end("rising")
                word = match["up"] or match["down"]
                start = match.start("falling") if match["falling"] else match.start("rising")
                yield Span(start, end), f"It “{word}” just before: check which way it went."
    if "since" in text:
        yield from _best(line)


def _is_plain(figure: Sum) -> bool:
    """Return whether a figure is one to compare with; "over the 40 years" has a length of time."""
    return figure.unit not in ("year", "month", "day", "week", "hour") and figure.value > 0


def _best(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "38 per cent, the lowest since 1999. In 2014 it was 35 per cent" where it is here."""
    match = _BEST.search(line.text)
    if match is None:
        return
    before = [f for f in line.figures if f.span.end <= match.start()]
    if not before or match.start() - before[-1].span.end > 60:
        return
    told = before[-1]
    place = line.place
    following = [
        s for s in place.reading.sentences
        if place.sentence.span.end <= s.span.start < place.sentence.span.end + 300
    ][:2]  # fmt: skip
    for sentence in following:
        text = sentence.span.cut(place.reading.text)
        for figure in measured(text):
            year = _IN_YEAR.search(text[: figure.span.start])
            if year is None or int(year["year"]) <= int(match["year"]):
                continue
            if figure.unit != told.unit or (figure.unit in PERCENT) is not (told.unit in PERCENT):
                continue
            beaten = figure.value < told.value if match["low"] else figure.value > told.value
            if beaten and figure.value * 3 > told.value:
                shift = sentence.span.start - place.sentence.span.start
                yield (
                    figure.span.shifted(shift),
                    f"That beats {shown(told.value)}, “{match['whole']}”: check both.",
                )
