"""Changes told behind both figures: "from 410 hectares to 123, a fall of 60 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import NUMBER, number
from newslint.checks._figures.lines import Line
from newslint.checks._sums.worked_figures import shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_DOWN = r"loss|fall|drop|cut|reduction|decrease|decline|slump|dip|saving"
_UP = r"rise|increase|jump|gain|surge|climb|growth"
_MONEY = r"(?:[£$€₹]|Rs\.?\s?|R)?"
_SHARE = r"(?:\s?%|\s?per\s?cent|\s?percent)"
_SCALE = r"(?:\s?(?:million|billion|bn|m)\b)?"
_BEHIND = LazyRegex(
    rf"\bfrom\s(?:about\s|some\s|just\s)?{_MONEY}(?P<old>{NUMBER}){_SCALE}(?P<olds>{_SHARE})?"
    r"(?:\s[\w-]+){0,4}?\sto\s(?:about\s|some\s|just\s)?"
    rf"{_MONEY}(?P<new>{NUMBER}){_SCALE}(?P<news>{_SHARE})?"
    r"(?P<gap>(?:\s[\w-]+){0,9}?),\s"
    rf"(?P<whole>(?P<way>an?\s(?:[a-z-]+\s)?(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\sof\s)"
    rf"(?P<hedge>about\s|some\s|nearly\s|almost\s|over\s|more\sthan\s)?{_MONEY}(?P<by>{NUMBER})"
    rf"(?:(?P<points>[\s-](?:percentage\s)?points?)|(?P<share>{_SHARE}))?)"
)
_SCALED = re.compile(r"million|billion|bn|\dm\b")
_SLACK = Fraction(1, 12)


def changes_behind(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each change told behind "from ... to ..." that the two figures belie, and why."""
    for match in _BEHIND.finditer(line.text):
        old, new, by = (number(match[name].lower()) for name in ("old", "new", "by"))
        if not old or not new or not by or old == new or _SCALED.search(match[0]):
            continue
        span = Span(*match.span("whole"))
        shares = bool(match["olds"] or match["news"])
        if bool(match["up"]) is not (new > old):
            yield span, "By the figures given it went the other way: check them."
        elif match["share"] and not shares:
            real = abs(new - old) / old * 100
            slack = max(Fraction(3, 2), real * _SLACK)
            if abs(real - by) > slack:
                yield span, f"The figures make {round(real)} percent: check them."
        elif match["points"] or not (shares or match["share"]):
            real = abs(new - old)
            room = max(old, new) * (_SLACK if match["hedge"] else Fraction(1, 100))
            if abs(real - by) > room and (match["points"] or not shares):
                yield span, f"The figures make {shown(real)}: check them."
