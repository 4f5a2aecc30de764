"""numbers.sum-mismatch."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from newslint.checks._sums.rounding import shown
from newslint.checks._sums.totals import find_wrong_sums
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_THING = r"(?:[a-z][\w’'-]{1,20}\s){0,2}[a-z][\w’'-]{2,20}"
# One to three words, none of which opens a phrase: "six cows among them" is not all cows.
_WORD = (
    r"\s(?!(?:among|apart|at|besides|each|every|from|in|including|of|on|such|that|them|who|with)\b)"
    r"[a-z][\w’'-]{1,20}"
)
_WORDS = rf"{_WORD}(?:{_WORD}){{0,2}}?"
_OPENS = LazyRegex(rf"{_WORDS}(?:\s?[—–:(]\s?|\s-\s)")
_GOES_ON = LazyRegex(rf"{_WORDS}(?P<joint>,\sand\s|,\s|\sand\s)")
_CLOSES = LazyRegex(rf"{_WORDS}(?P<end>\s?[—–]|\s-\s|[.;)])")
_MOST = 8  # parts of one total


class SumMismatch(Rule):
    """Add up the parts: they must give the total.

    "Nine people (four men and four women)" sends readers looking for the ninth. Checked are a
    total with all its parts after a dash or colon or in brackets, parts that "make up" or
    come to "a total of" something, "12 of the 20 ... the other seven", and parts of a total
    ("of the 40, 30 ... and 15 ...") that exceed it; the last is a warning where the parts may
    overlap.
    """

    id: str = "numbers.sum-mismatch"
    message: str = "The parts add up to %s, not to “%s”: check the numbers."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"sentences"})
    reach: ClassVar = "block"
    exact: ClassVar[str] = "the parts and the total are written out and added up"
    examples: ClassVar = (
        Example("The storm killed [[nine people — four men and four women]] — on Monday."),
        Example("They saved [[12 boats (7 trawlers, 3 yachts and 1 ferry)]]."),
        Example(
            "The plan gives [[£2 million to roads, £1 million to schools and £500,000]] to parks,"
            " which together make up the £4 million."
        ),
        Example("[[Twelve of the 20 boats sailed; the other seven]] stayed in port."),
        Example("Of the 40 boats, [[30 are of wood and 15]] of steel."),
        Example("The hall has 50 seats. The Reds hold [[28, the Blues 20 and the Greens 5]]."),
        Example("The storm killed nine people — four men and five women — on Monday."),
        Example("Twelve of the 20 boats sailed; the other eight stayed in port."),
        Example("Of the 40 boats, 30 are of wood and 5 of steel."),
        Example("They saved 12 boats (7 trawlers, 3 yachts and 2 ferries)."),
        Example("They saved twelve boats, among them seven trawlers and three yachts."),
        Example("The club played two games: one at home and one away."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each total with its parts where the sum is wrong."""
        before, block = "", -1
        for sentence in reading.sentences:
            text = sentence.span.cut(reading.text)
            for wrong in find_wrong_sums(text, before if sentence.block == block else ""):
                yield self.problem(
                    wrong.span.shifted(sentence.span.start),
                    _number(wrong.added),
                    wrong.total,
                    at_most=Severity.WARNING if wrong.overlapping else None,
                )
            before, block = text, sentence.block
            found = find_quantities(text)
            for at, total in enumerate(found):
                parts = _parts(text, found, at)
                added = sum(p.value for p in parts)
                # Parts that exceed the total by far count something else.
                if len(parts) < 2 or added == total.value or added >= 2 * total.value:
                    continue
                if max(p.value for p in parts) < total.value:
                    closed = _CLOSES.match(text, parts[-1].span.end)
                    end = closed.end() if closed and closed["end"] == ")" else None
                    end = end or (closed.start("end") if closed else parts[-1].span.end)
                    place = Span(total.span.start, end).shifted(sentence.span.start)
                    yield self.problem(place, _number(Fraction(added)), total.span.cut(text))


def _number(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else shown(value)


def _parts(text: str, found: tuple[Quantity, ...], at: int) -> list[Quantity]:
    """Return the parts that follow the quantity at once, all of them or none."""
    total, following = found[at], found[at + 1 : at + 1 + _MOST]
    if not following or not _OPENS.fullmatch(text, total.span.end, following[0].span.start):
        return []
    parts = [following[0]]
    joint = ""
    for part in following[1:]:
        match = _GOES_ON.fullmatch(text, parts[-1].span.end, part.span.start)
        if match is None or "and" in joint:
            break
        joint = match["joint"]
        parts.append(part)
    whole = "and" in joint and _CLOSES.match(text, parts[-1].span.end) is not None
    return parts if whole and all(p.unit == total.unit for p in parts) else []
