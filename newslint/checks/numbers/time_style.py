"""numbers.time-style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks import _houses as houses
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_HALF_DAY = LazyRegex(
    r"(?<![\w.:$£€])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?"
    r"(?P<half>[ap])(?:\.m\.|\.m\b|m\b)",
    re.IGNORECASE,
)
# Only where a word shows that it is a time of day: 17:30 may also be a verse or a score.
_WHOLE_DAY = LazyRegex(
    r"\b(?:after|around|at|before|between|by|from|since|till|until)\s"
    r"(?P<time>(?P<hour>1[3-9]|2[0-3]|00)[:.](?P<minute>[0-5]\d))(?![\d:%]|[.]\d|\s?[ap]\.?m)"
)


class TimeStyle(Rule):
    """Write the time of day as the house does.

    `style` shows the form by example: `5:30 p.m.`, `5:30pm`, `5.30pm` or `17:30`. On the hour
    the first three leave the minutes out.
    """

    id: str = "numbers.time-style"
    message: str = "The house writes “%s”, not “%s”."
    severity: Severity = Severity.SUGGESTION
    style: Literal["5:30 p.m.", "5:30pm", "5.30pm", "17:30"] = "5:30 p.m."

    on: ClassVar = False
    needs: ClassVar = frozenset({"quotations", "sentences"})
    fixes: ClassVar = "safe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "It left at [[5pm]] and was back by [[17:30]].",
            fixed="It left at 5 p.m. and was back by 5:30 p.m.",
        ),
        Example(
            "It left at [[9:30 p.m.]] and was back by [[11:00 PM]].",
            fixed="It left at 9.30pm and was back by 11pm.",
            options=(("style", "5.30pm"),),
        ),
        Example(
            "It left at [[5 p.m.]] and was back at [[12am]].",
            fixed="It left at 17:00 and was back at 00:00.",
            options=(("style", "17:30"),),
        ),
        Example("It left at 5 p.m. The psalm is 17:30, and the score was 20:15."),
        Example("“It left at 5pm,” Lind said. It had cost $5 m."),
        Example("It left at 17:30.", options=(("style", "17:30"),)),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each time of day in another form."""
        for block, text in houses.own_prose(reading):
            for match in _HALF_DAY.finditer(text):
                hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
                place = houses.own_span(reading, block, *match.span())
                yield from self._problem(reading, place, hour, match["minute"] or "00")
            for match in _WHOLE_DAY.finditer(text) if self.style != "17:30" else ():
                place = houses.own_span(reading, block, *match.span("time"))
                yield from self._problem(reading, place, int(match["hour"]), match["minute"])

    def _problem(
        self, reading: Reading, place: Span | None, hour: int, minute: str
    ) -> Iterator[Problem]:
        right = self._right(hour, minute)
        if place is None or " ".join(place.cut(reading.text).split()) == right:
            return
        edit = Edit(place, right)
        after = reading.text[place.end : place.end + 1]
        if right.endswith(".") and after == ".":
            edit = Edit(Span(place.start, place.end + 1), right)  # one point ends both
        elif place.cut(reading.text).endswith(".") and not right.endswith("."):
            edit = Edit(place, right + "." * houses.ends_sentence(reading, place.end))
        yield self.problem(place, right, place.cut(reading.text), fix=Fix((edit,), True))

    def _right(self, hour: int, minute: str) -> str:
        if self.style == "17:30":
            return f"{hour:02}:{minute}"
        half = "p" if hour >= 12 else "a"
        mark = self.style[1]
        short = f"{(hour + 11) % 12 + 1}" + (f"{mark}{minute}" if minute != "00" else "")
        return f"{short} {half}.m." if self.style.endswith(".") else f"{short}{half}m"
