"""grammar.dash-style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks._datelines import dateline_of
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_DASH = LazyRegex(
    r"(?<=[\w”’\"')\],.;!?%])"
    r"(?:[ \u00a0]?(?:—|--)[ \u00a0]?|[ \u00a0][–-][ \u00a0])"
    r"(?=[\w“‘\"'(\[$£€])"
)
_RANGE = LazyRegex(r"(?<![\w–—./-])(?P<from>\d{1,4})(?P<dash>-|–)(?P<to>\d{1,4})(?![\w–—./-])")
_HOUSE = {"em": "—", "em-spaced": " — ", "en-spaced": " – ", "hyphen-spaced": " - "}


class DashStyle(Rule):
    """Set dashes as your house does.

    A page with three kinds of dash looks unedited. Set `dash` to the one of your house: `em`
    (closed up), `em-spaced`, `en-spaced` or `hyphen-spaced` for copy that goes by wire. With
    `ranges`, figures such as 10-12 are held to an `en` dash or a `hyphen` as well. Off unless
    it is switched on. Datelines, quotations, code, scores and dates are left alone.
    """

    id: str = "grammar.dash-style"
    message: str = "The house style is “%s” here, not “%s”."
    severity: Severity = Severity.SUGGESTION
    dash: Literal["em", "em-spaced", "en-spaced", "hyphen-spaced"] = "em"
    ranges: Literal["en", "hyphen"] | None = None

    on: ClassVar = False
    needs: ClassVar = frozenset({"quotations"})
    fixes: ClassVar = "safe"
    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-d",)
    examples: ClassVar = (
        Example(
            "The pier[[ - ]]built in 1911[[ -- ]]is shut.", fixed="The pier—built in 1911—is shut."
        ),
        Example(
            "The pier[[—]]built in 1911[[ - ]]is shut.",
            fixed="The pier – built in 1911 – is shut.",
            options=(("dash", "en-spaced"),),
        ),
        Example(
            "It takes [[10-12]] hours.", fixed="It takes 10–12 hours.", options=(("ranges", "en"),)
        ),
        Example("The pier—built in 1911—is a well-known, two-storey one."),
        Example("They won 3 - 2 on 2026-03-04. Pages 10-12 are lost."),
        Example("BRUSSELS, March 4 - The pier is shut, as pic.example/a1-- shows."),
        Example('"The pier - it is old - is shut," he said. Type `a - b`.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each dash that is set otherwise, the spaces beside it included."""
        dateline = dateline_of(reading.article)
        for _, block in prose(reading):
            text = block.span.cut(reading.text)
            for place, right in (*self._dashes(text), *self._ranges(text)):
                span = place.shifted(block.span.start)
                if dateline is not None and span.overlaps(dateline.span):
                    continue  # structure.dateline-style sees to it
                if is_writers_own(reading, span):
                    fix = Fix((Edit(span, right),), safe=True)
                    yield self.problem(span, right, span.cut(reading.text), fix=fix)

    def _dashes(self, text: str) -> Iterator[tuple[Span, str]]:
        house = _HOUSE[self.dash]
        for match in _DASH.finditer(text):
            figures = text[match.start() - 1].isdigit() and text[match.end()].isdigit()
            address = "/" in text[: match.start()].rpartition(" ")[2]  # of an embedded post
            if not figures and not address and match[0].replace("\u00a0", " ") != house:
                yield Span(*match.span()), house

    def _ranges(self, text: str) -> Iterator[tuple[Span, str]]:
        wanted = {"en": "–", "hyphen": "-", None: None}[self.ranges]
        for match in _RANGE.finditer(text):
            if (
                wanted is not None
                and match["dash"] != wanted
                and int(match["from"]) < int(match["to"])
            ):
                yield Span(*match.span()), f"{match['from']}{wanted}{match['to']}"
