"""numbers.percent-arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?"
_PERCENT = r"%|percent\b|per\scent\b|pc\b"
_UP = r"rose|rises?|risen|grew|grows?|grown|climb(?:s|ed)?|jump(?:s|ed)?|increase[sd]?|went\sup"
_DOWN = r"fell|falls?|fallen|drop(?:s|ped)?|decline[sd]?|decrease[sd]?|went\sdown|sank|shrank"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
_SCALE = r"\s(?:thousand|million|billion|trillion)|(?:bn|m|tn|k)\b"
_RISE = r"increase|rise|jump|gain|growth|surge|climb|hike"
_FALL = r"drop|fall|decline|decrease|cut|loss|reduction|dip|slump|saving"
# "rose from 4% to 5%": both figures bare, or in the same unit.
_MOVE = LazyRegex(
    rf"\b(?:(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s(?:\w{{2,12}}ly\s)?)?from\s[$£€]?"
    rf"(?P<old>{_NUMBER})(?:\s?(?P<old_unit>{_PERCENT}))?(?P<scale>{_SCALE})?(?:\s[a-z][\w-]{{1,20}}){{0,2}}?"
    rf"\sto\s[$£€]?(?P<new>{_NUMBER})(?:\s?(?P<new_unit>{_PERCENT}))?"
    rf"(?P<new_scale>{_SCALE})?(?P<after>\s?[%\w]?)",
    re.IGNORECASE,
)
# ", up 1%" or ", a drop of 25%", straight after the new figure and at most a few nouns.
_CHANGE = LazyRegex(
    r"(?:\s(?:of\s)?[a-z][\w-]{0,20}){0,3}?(?:,|\s[-–—]|\s\()\s?(?:or\s)?"
    rf"(?:(?:up|down|by)|an?\s(?:\w{{2,12}}\s)?(?:{_RISE}|{_FALL})\s?"
    rf"of|a)\s(?:about\s|roughly\s|nearly\s|almost\s)?(?P<by>{_NUMBER})(?:\s|-)?"
    rf"(?P<unit>percentage\spoints?|points?\b|{_PERCENT})",
    re.IGNORECASE,
)
_UP_OR_DOWN = LazyRegex(r"[^.;()]{0,40}?,\s(?:up|down|by)\b")
# "an increase of 40", in the things themselves.
_DIFFERENCE = LazyRegex(
    r"(?:\s(?:of\s)?[a-z][\w-]{0,20}){0,3}?(?:,|\s[-–—]|\s\()\s?(?:or\s)?"
    rf"an?\s(?:{_RISE}|{_FALL})\sof\s[$£€]?(?P<by>{_NUMBER})(?P<scale>{_SCALE})?"
    r"(?=\s?[,.;)]|\s(?:[a-z]{2,20}[.,;]|in|on|since|over|within)\b|\s?$)(?!\s?(?:%|per))",
    re.IGNORECASE,
)
# ", or six percent", straight after both figures.
_OR = LazyRegex(
    rf",\sor\s(?P<by>{_NUMBER}|{_SMALL})(?:\s|-)?(?P<unit>percentage\spoints?|points?\b|{_PERCENT})"
    r"(?=[\s,.;)]|$)",
    re.IGNORECASE,
)
# "58% full, down from 81% a year ago, a drop of 23%".
_SINCE = LazyRegex(
    rf"\b(?P<new>{_NUMBER})\s?(?:{_PERCENT})(?:\s[a-z]+){{0,3}},?\s(?:up|down)\sfrom\s(?P<old>{_NUMBER})"
    rf"\s?(?:{_PERCENT})(?:\s[a-z]+){{0,4}}?(?:,|\s\()\s?an?\s(?:{_RISE}|{_FALL})\sof\s(?P<by>{_NUMBER})"
    rf"(?:\s|-)?(?P<unit>percentage\spoints?|points?\b|{_PERCENT})",
    re.IGNORECASE,
)
# The other way about: "fell 4% to 96p from 104p".
_BACK = LazyRegex(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s(?:by\s)?(?P<by>{_NUMBER})\s?(?:{_PERCENT})"
    rf"\sto\s[$£€]?(?P<new>{_NUMBER})(?P<new_scale>{_SCALE}|p\b)?(?:\s[a-z][\w-]{{1,20}}){{0,2}}?"
    rf"(?:,\s|\s)from\s[$£€]?(?P<old>{_NUMBER})(?P<scale>{_SCALE}|p\b)?(?!\s?%|\w)",
    re.IGNORECASE,
)
_POINTS = LazyRegex(r"point", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Move:
    old: Decimal
    new: Decimal
    percent: bool

    @property
    def points(self) -> Decimal:
        return abs(self.new - self.old)

    @property
    def relative(self) -> Decimal:
        """The change in percent of the old figure, which is not zero."""
        return self.points / self.old * 100


class PercentArithmetic(Rule):
    """Check the sum: a rise from 4% to 5% is one percentage point, or 25 percent.

    Percent and percentage points are easily mixed up, and any reader can check either.
    Only sums that are written out in full are looked at: the old figure, the new figure, and
    the change straight after them. A change that agrees with the figures to within
    `tolerance` percentage points passes, for they may have been rounded.
    """

    id: str = "numbers.percent-arithmetic"
    message: str = "From %s to %s is a change of %s, not of %s: check the figures."
    severity: Severity = Severity.ERROR
    tolerance: float = 1.0

    needs: ClassVar = frozenset({"sentences"})
    reach: ClassVar = "block"
    standards: ClassVar = (
        "https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics",
    )
    exact: ClassVar[str] = "the sum is written out and done again"
    examples: ClassVar = (
        Example("Unemployment [[rose from 4% to 5%, up 1%]], the office said."),
        Example("Sales [[fell from 200 to 150 boats, a drop of 40%]], the yard said."),
        Example("Shares [[fell 4% to 96p from 104p]] on Monday."),
        Example("The fare [[fell from $2 to $3]] in May."),
        Example("Unemployment rose from 4% to 5%, up 25%, the office said."),
        Example("Unemployment rose from 4% to 5%, up 1 percentage point."),
        Example("Sales fell from 200 to 150, a drop of 25%."),
        Example("The fleet grew from 3 to 7 boats, and 12% of crews left."),
        Example("Shares fell 7.7% to 96p from 104p on Monday."),
        Example("Profits rose from $900 million to $1.2 billion."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each change that the figures beside it contradict."""
        for sentence in reading.sentences_with(_MOVE, _SINCE, _BACK):
            text = sentence.span.cut(reading.text)
            for match in _MOVE.finditer(text):
                move = _read(match)
                if move is None:
                    continue
                end = match.start("after")
                place = Span(match.start(), end)
                change = _CHANGE.match(text, end) or _OR.match(text, end)
                named = match["up"] or match["down"]
                if _may_be_years(move) or (not named and _UP_OR_DOWN.match(text, end)):
                    continue
                opposite = (move.new > move.old) is not bool(match["up"])
                if named and opposite and move.new != move.old:
                    message = (
                        f"The figures go the other way: from {match['old']} to {match['new']}."
                    )
                elif change is not None and move.old > 0:
                    place = Span(match.start(), change.end())
                    message = self._judge(move, change)
                else:
                    gap = _DIFFERENCE.match(text, end)
                    place = Span(match.start(), gap.end() if gap else end)
                    message = self._subtract(move, match, gap) if gap else ""
                if message:
                    yield self.problem(place.shifted(sentence.span.start), message=message)

            for match in _SINCE.finditer(text):
                move = _Move(_decimal(match["old"]), _decimal(match["new"]), True)
                message = self._judge(move, match) if move.old > 0 else ""
                if message:
                    place = Span(*match.span()).shifted(sentence.span.start)
                    yield self.problem(place, message=message)
            for match in _BACK.finditer(text):
                message = self._backwards(match)
                if message:
                    yield self.problem(
                        Span(*match.span()).shifted(sentence.span.start), message=message
                    )

    def _subtract(self, move: _Move, match: re.Match[str], gap: re.Match[str]) -> str:
        """Return what is wrong with a change told in the things themselves, or nothing."""
        if (match["scale"] or "").lower() != (gap["scale"] or "").lower() or move.percent:
            return ""
        by = _decimal(gap["by"])
        if by == move.points or (match["old"].endswith("00") and match["new"].endswith("00")):
            return ""
        return _filled(self.message, match["old"], match["new"], f"{move.points:,}", gap["by"])

    def _backwards(self, match: re.Match[str]) -> str:
        """Return what is wrong with "fell 4% to 96 from 104", or nothing."""
        old, new, by = (_decimal(match[g]) for g in ("old", "new", "by"))
        if (match["scale"] or "").lower() != (match["new_scale"] or "").lower() or not old:
            return ""
        if (new > old) is not bool(match["up"]) and new != old:
            return f"The figures go the other way: from {match['old']} to {match['new']}."
        move = _Move(old, new, False)
        if abs(by - move.relative) <= Decimal(str(self.tolerance)):
            return ""
        return _filled(
            self.message, f"{old:,}", f"{new:,}", f"{move.relative:.1f}%", match["by"] + "%"
        )

    def _judge(self, move: _Move, change: re.Match[str]) -> str:
        """Return what is wrong with the stated change, or an empty string."""
        by = _decimal(change["by"])
        allowed = Decimal(str(self.tolerance))
        unit = "%" if move.percent else ""
        figures = (f"{move.old:,}{unit}", f"{move.new:,}{unit}")
        relative = f"{move.relative:.0f}%"
        if _POINTS.search(change["unit"]):
            if not move.percent or abs(by - move.points) <= min(allowed, Decimal("0.5")):
                return ""
            points = f"{move.points.normalize():f} percentage points"
            return _filled(self.message, *figures, points, change["by"] + " points")
        if abs(by - move.relative) <= allowed:
            return ""
        if move.percent and by == move.points:
            return (
                f"From {figures[0]} to {figures[1]} is {by} percentage point{_plural(by)}, or"
                f" {relative} more or less than before: write “percentage point{_plural(by)}”."
            )
        return _filled(self.message, *figures, relative, change["by"] + "%")


def _read(match: re.Match[str]) -> _Move | None:
    """Return the figures of a change in one unit, or None if the units may differ."""
    old, new = _decimal(match["old"]), _decimal(match["new"])
    percent = match["new_unit"] is not None
    if match["old_unit"] is not None and not percent:
        return None
    old_scale, new_scale = (match[g] or "" for g in ("scale", "new_scale"))
    # "from 900 to 1.2 million": the first figure may or may not be in millions.
    if old_scale.lower() != new_scale.lower():
        return None
    return _Move(old, new, percent)


def _may_be_years(move: _Move) -> bool:
    return all(1500 <= figure <= 2100 for figure in (move.old, move.new))


def _decimal(text: str) -> Decimal:
    if text.isalpha():
        return Decimal(int(find_quantities(f"{text} points")[0].value))
    return Decimal(text.replace(",", ""))


def _plural(number: Decimal) -> str:
    return "" if number == 1 else "s"


def _filled(message: str, *words: str) -> str:
    for word in words:
        message = message.replace("%s", word, 1)
    return message
