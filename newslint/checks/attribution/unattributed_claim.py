"""Checkable statements for which nobody is given as the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, CueClass, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._sources import source_place
from newslint.checks._support import (
    clean_end,
    has_footnote,
    has_link,
    is_covered,
    is_report,
    prose,
    tokens_in,
)
from newslint.checks.worth import checkworthiness
from newslint.finding import Problem, Severity
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule


class UnattributedClaim(Rule):
    """Say where a checkable statement comes from.

    Numbers, attacks, arrests and deaths come from somebody. A reader who is not told from
    whom cannot weigh them. A source named earlier in the same paragraph covers what
    follows; a link or a footnote will do; background and plans are left alone. The rule is
    silent in a story without any source at all: that is reported once, for the whole story.
    """

    id: str = "attribution.unattributed-claim"
    message: str = "No source is given for this: say who says so, or how it is known."
    severity: Severity = Severity.SUGGESTION
    threshold: int = 4  # of 5 points, see newslint.checks.worth
    lead: int = 1  # paragraphs at the start that may summarise what is sourced further down

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "[[Guards attacked a picket line near Vantor last week, and 14 miners were hurt]]."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "Rain fell. [[Masked men torched two trucks near Oslo on Friday]]."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday. "
            "Guards attacked a picket line last week, and 14 miners were hurt."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "Guards attacked a picket line last week and hurt 14 miners, according to the police."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "The mine has killed 40 workers since it opened in 1951."
        ),
        Example("Masked men torched two trucks near Oslo on Friday."),
    )
    status: ClassVar = "preview"  # it cannot yet tell contentious claims from the public record
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.REUTERS, standards.BBC)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"opinion", "fiction", "explainer", "press-release", "listing", "live"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first unattributed claim of each paragraph."""
        if not any(is_report(reading, a) for a in reading.attributions):
            return
        for number, (index, block) in enumerate(prose(reading)):
            if number < self.lead or has_footnote(reading, block.span):
                continue
            claim = next(
                (s for s in reading.sentences_of(index) if self._is_bare(reading, s)), None
            )
            if claim is not None:
                yield self.problem(clean_end(claim.span, reading.text))

    def _is_bare(self, reading: Reading, sentence: Sentence) -> bool:
        """Return whether a sentence needs a source and has none, in it or before it."""
        words = tokens_in(reading, sentence)
        if checkworthiness(words, sentence.span.cut(reading.text)) < self.threshold:
            return False
        if reading.quotations.touches(sentence.span) or has_link(reading, sentence.span):
            return False
        if is_covered(reading, sentence.span) or _source_follows(reading, sentence):
            return False
        block = reading.blocks[sentence.block].span
        return not any(
            block.start <= source_place(a).start < sentence.span.end and is_report(reading, a)
            for a in reading.attributions
        ) and not any(
            sentence.span.covers(source_place(a)) and _is_hedged(a) for a in reading.attributions
        )


def _is_hedged(attribution: Attribution) -> bool:
    """Return whether a belief or a cue without a source stands here: other rules report it."""
    none = attribution.source.kind is SourceKind.NONE
    return none or attribution.cue_class is CueClass.BELIEF


def _source_follows(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the next sentence of the paragraph cites a source."""
    group = reading.sentences_of(sentence.block)
    after = group[group.index(sentence) + 1 : group.index(sentence) + 2]
    return any(
        is_report(reading, a) and s.span.covers(source_place(a))
        for s in after
        for a in reading.attributions
    )
