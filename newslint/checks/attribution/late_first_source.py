"""Stories that keep the reader waiting for a source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, Directness
from newslint.checks import _standards as standards
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._sourcing.sources import outlet_credits, source_place
from newslint.checks._support import has_link, is_identified, is_report, prose, word_count
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class LateFirstSource(Rule):
    """Cite the first source high in the story.

    Readers decide in the first paragraphs how far to trust a story. An opening without a
    source is fine when the sourcing follows at once; here it follows late. Where the writer
    says "we" or "I" throughout, the writer is the source.
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
        Example(
            "The lock shut on Monday. Boats queued for a mile.\n\nNobody could pass.\n\n"
            "The lock at night. Photograph: Petra Lund.",
            options=(("words", 12), ("paragraphs", 2)),
        ),
        Example(
            "We shut the lock on Monday. We let the boats queue for a mile.\n\nNobody could "
            "pass.\n\nThe canal board said that the keepers had gone home.",
            options=(("words", 12), ("paragraphs", 2)),
        ),
        Example("The lock shut on Monday. Boats queued.\n\nThe keepers left, Petra Lund said."),
    )
    status: ClassVar = "preview"  # an editor kept 10 of 40
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS, standards.BBC)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {
            "opinion",
            "fiction",
            "explainer",
            "feature",
            "review",
            "interview",
            "listing",
            "live",
            "sport",
        }
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first source if it comes late."""
        if speaks_in_first_person(reading):
            return
        sources = [a for a in reading.attributions if _is_source(reading, a)]
        credited = [credit.span for credit in outlet_credits(reading)]
        cited = sorted([*map(source_place, sources), *credited])
        stated = {source_place(a) for a in sources if is_report(reading, a)} | set(credited)
        before = 0
        for number, (_, block) in enumerate(prose(reading)):
            if has_link(reading, block.span) and not any(block.span.covers(p) for p in cited):
                return
            for place in (place for place in cited if block.span.covers(place)):
                words = before + word_count(reading.text[block.span.start : place.start])
                late = words >= self.words and number >= self.paragraphs
                if late and place in stated:
                    yield self.problem(place, str(words))
                if not late or place in stated:
                    return
            before += word_count(block.span.cut(reading.text))


def _is_source(reading: Reading, attribution: Attribution) -> bool:
    """Return whether a source that readers can look up states, rules or shows something.

    Only what it states can come late; whatever it does early will do. A pronoun will do if it
    is known who is meant. A word before a colon may be a label as well as a speaker, unless a
    quotation follows.
    """
    if attribution.cue_lemma == ":" and attribution.directness is Directness.INDIRECT:
        return False
    if attribution.source.pronoun:
        return attribution.speaker is not None
    return is_identified(reading, attribution)
