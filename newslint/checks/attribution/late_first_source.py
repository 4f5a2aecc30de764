"""Stories that keep the reader waiting for a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution
from newslint.checks import _standards as standards
from newslint.checks._sources import outlet_credits, source_place
from newslint.checks._support import has_link, is_identified, is_report, prose, word_count
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class LateFirstSource(Rule):
    """Cite the first source high in the story.

    Readers decide in the first paragraphs how far to trust a story. An opening without a
    source is fine when the sourcing follows at once; here it follows late.
    """

    id: str = "attribution.late-first-source"
    message: str = "The first source comes after %s words: move one up."
    severity: Severity = Severity.SUGGESTION
    words: int = 150  # of running text before the first source
    paragraphs: int = 3  # the first source may always stand in these

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "The lock shut on Monday. Boats queued for a mile.\n\nNobody could pass.\n\n"
            "The keepers of the lock, [[Petra Lund]] said, had gone home.",
            options=(("words", 12), ("paragraphs", 2)),
        ),
        Example(
            "The lock shut on Monday. Boats queued for a mile.\n\nNobody could pass.\n\n"
            "[[The canal board]] said that the keepers had gone home.",
            options=(("words", 12), ("paragraphs", 2)),
        ),
        Example(
            "The lock shut on Monday, Petra Lund said. Boats queued for a mile.\n\nNobody could "
            "pass.\n\nThe keepers of the lock, Petra Lund said, had gone home.",
            options=(("words", 12), ("paragraphs", 2)),
        ),
        Example("The lock shut on Monday. Boats queued.\n\nThe keepers left, Petra Lund said."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS, standards.BBC)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"opinion", "fiction", "explainer", "feature", "review", "interview", "listing", "live"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first source if it comes late."""
        before = 0
        places = sorted(
            [
                *(source_place(a) for a in reading.attributions if _is_source(reading, a)),
                *(credit.span for credit in outlet_credits(reading)),
            ]
        )
        for number, (_, block) in enumerate(prose(reading)):
            first = next((place for place in places if block.span.covers(place)), None)
            if first is not None:
                before += word_count(reading.text[block.span.start : first.start])
                if before >= self.words and number >= self.paragraphs:
                    yield self.problem(first, str(before))
                return
            if has_link(reading, block.span):
                return
            before += word_count(block.span.cut(reading.text))


def _is_source(reading: Reading, attribution: Attribution) -> bool:
    """Return whether a source that readers can look up states something."""
    if not is_report(reading, attribution) or attribution.source.pronoun:
        return False
    return is_identified(reading, attribution)
