"""Another outlet's unnamed source, passed off as one's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.sources import (
    anonymous_voices,
    is_relayed,
    outlet_credits,
    source_place,
)
from newslint.checks._support import in_text, is_report, prose
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class HiddenAnonymity(Rule):
    """Say to whom the unnamed source spoke.

    A story that credits another outlet at its head and then cites somebody unnamed leaves
    readers to believe that the source spoke to this newsroom. If it spoke to the other
    outlet, say so in the sentence. A story that shows reporting of its own, such as a named
    person who is quoted, is left alone.
    """

    id: str = "secondhand.hidden-anonymity"
    message: str = "To whom did “%s” speak? %s is credited above: if to them, say so here."
    severity: Severity = Severity.WARNING
    head: int = 3  # paragraphs at the start in which the credit stands

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "The bridge will close in May, Reuters reported.\n\n"
            "[[A person close to the owner]] said that the cables had rusted."
        ),
        Example(
            "The bridge will close, according to Reuters.\n\nThe cables have rusted, said "
            "[[one diplomat in Tarn]]."
        ),
        Example(
            "The bridge will close in May, Reuters reported.\n\nA person close to the owner told "
            "Reuters that the cables had rusted."
        ),
        Example(
            "The bridge will close in May, Reuters reported.\n\nA person close to the owner said "
            "that the cables had rusted. Klara Voss, who owns the bridge, said they were sound."
        ),
        Example("A person close to the owner said that the cables had rusted."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WASHINGTON_POST, standards.REUTERS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first unnamed source of a story built on another outlet's report."""
        opening = [block.span for _, block in prose(reading)][: self.head]
        credit = next(
            (c for c in outlet_credits(reading) if any(s.covers(c.span) for s in opening)), None
        )
        if credit is None or _shows_own_reporting(reading):
            return
        for group in anonymous_voices(reading):
            first = next((a for a in group if a.source.spans and is_report(reading, a)), None)
            if first is None or source_place(first).start < credit.span.start:
                continue
            span = source_place(first)
            words = " ".join(span.cut(reading.text).split())
            yield self.problem(
                span,
                words,
                credit.name,
                related=(Related(credit.span, "The other outlet is credited here."),),
            )
            return


def _shows_own_reporting(reading: Reading) -> bool:
    """Return whether somebody named, or a phrase, shows that this newsroom asked around."""
    if in_text(vocabulary("secondhand", "own_reporting"), reading.text):
        return True
    kinds = (SourceKind.NAMED_PERSON, SourceKind.OFFICE)
    return any(
        is_report(reading, a) and not is_relayed(reading, a)
        for a in reading.attributions.by_kind(*kinds)
    )
