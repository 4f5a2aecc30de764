"""language.courtesy-title."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.attribution.graph import SourceKind
from newslint.checks import _houses as houses
from newslint.checks._prose import is_writers_own
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_COURTESY = LazyRegex(r"(?<![\w.])(?:Mr|Mrs|Ms|Miss|Mx)\.?\s(?=[A-Z][a-z])")
_TITLED = LazyRegex(r"\b[A-Z][a-z]{1,12}\.?\s$")


class CourtesyTitle(Rule):
    """Use Mr, Mrs and Ms for people as the house does: never, or from the second mention.

    `use` is `never` (the surname alone) or `second` (Mr Lind, Ms Voss once the full name is
    given). With `second`, only speakers who were named in full before are looked at; sports
    people, artists and the dead go without in most houses, which newslint cannot know: keep
    it a suggestion.
    """

    id: str = "language.courtesy-title"
    message: str = "The house writes the surname alone, without “%s”."
    severity: Severity = Severity.SUGGESTION
    use: Literal["never", "second"] = "never"

    on: ClassVar = False
    needs: ClassVar = frozenset({"attributions"})
    fixes: ClassVar = "unsafe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "Ana Ruiz spoke. The bridge is safe, [[Ms.]] Ruiz said.",
            fixed="Ana Ruiz spoke. The bridge is safe, Ruiz said.",
        ),
        Example(
            "The bridge is safe, Ana Ruiz said. It will open in May, [[Ruiz]] said.",
            options=(("use", "second"),),
        ),
        Example("Ana Ruiz spoke. The bridge is safe, Ruiz said. “Ask Mr Voss,” she said."),
        Example(
            "The bridge is safe, Ana Ruiz said. It will open in May, Ms Ruiz said.",
            options=(("use", "second"),),
        ),
        Example("Dr. Ruiz said that the bridge is safe."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each courtesy title, or each surname that lacks one."""
        return self._titles(reading) if self.use == "never" else self._bare(reading)

    def _titles(self, reading: Reading) -> Iterator[Problem]:
        for block, text in houses.own_prose(reading):
            for match in _COURTESY.finditer(text):
                start = block.span.start + match.start()
                title = match[0].rstrip()
                place = Span(start, start + len(title))
                if is_writers_own(reading, place):
                    gone = Edit(Span(start, start + len(match[0])), "")
                    yield self.problem(place, title, fix=Fix((gone,)))

    def _bare(self, reading: Reading) -> Iterator[Problem]:
        full: set[int] = set()
        for attribution in reading.attributions:
            source = attribution.source
            if source.kind is not SourceKind.NAMED_PERSON or attribution.speaker is None:
                continue
            name = source.name or ""
            if " " in name:
                full.add(attribution.speaker)
                continue
            if attribution.speaker not in full or source.pronoun or source.head is None:
                continue
            before = reading.text[max(0, source.head.start - 14) : source.head.start]
            if _TITLED.search(before) or not is_writers_own(reading, source.head):
                continue
            if source.head.cut(reading.text) == name:
                message = "The house gives people a courtesy title from the second mention: “%s”."
                yield self.problem(source.head, name, message=message)
