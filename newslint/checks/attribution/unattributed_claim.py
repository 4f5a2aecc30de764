"""Checkable statements for which nobody is given as the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, CueClass, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._sourcing.contention import contention
from newslint.checks._sourcing.sources import source_place
from newslint.checks._support import (
    clean_end,
    has_footnote,
    has_link,
    is_covered,
    is_own_voice,
    is_report,
    prose,
    reports_in,
    tokens_in,
)
from newslint.checks.worth import checkworthiness
from newslint.finding import Problem, Severity
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span


class UnattributedClaim(Rule):
    """Say where a contentious statement comes from.

    Blame and violence come from somebody: who says that the owner knew, or that a man was
    shot? A reader who is not told cannot weigh it, and whoever is blamed cannot answer. The
    source must stand in the sentence, for the next one may be the newsroom's own; a link or a
    footnote will do, and so does a court. With `ordinary` numbers, arrests and attacks that
    are nobody's blame are reported too, one in a paragraph, as a suggestion; there a source
    named earlier in the paragraph covers what follows. The rule is silent in a story without
    any source at all: that is reported once, for the whole story.
    """

    id: str = "attribution.unattributed-claim"
    message: str = "No source is given for this: say who says so, or how it is known."
    severity: Severity = Severity.WARNING
    ordinary: bool = False  # whether to report what is not contentious, too
    threshold: int = 4  # of 5 points for an ordinary claim, see newslint.checks.worth
    lead: int = 1  # paragraphs at the start that may summarise what is sourced further down

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "The owner [[knew of]] the crack."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday. The board "
            "[[ignored four warnings]], and the shaft fell in."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "A miner of 58 slept. A man of 30 [[was stabbed at the gate]]."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "[[Guards attacked a picket line near Vantor last week, and 14 miners were hurt]].",
            options=(("ordinary", True),),
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "The owner knew of the crack, the union's lawyer, Ines Falk, said."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "The owner was convicted of fraud: he hid the letters, the court found."
        ),
        Example(
            "The strike at the Vantor mine ended, the union said on Monday.\n\n"
            "The mine was opened in 1951. It employs 300 people and ignores the wind."
        ),
        Example("The owner knew of the crack."),
    )
    status: ClassVar = "preview"  # an editor kept 3 of 18
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.REUTERS, standards.BBC)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"opinion", "fiction", "explainer", "press-release", "listing", "live", "blog", "sport"}
        | {"institutional", "analysis", "review"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the contentious claims, and the first ordinary one of each paragraph."""
        if not any(is_report(reading, a) for a in reading.attributions):
            return
        personal = speaks_in_first_person(reading)
        for number, (index, block) in enumerate(prose(reading)):
            if has_footnote(reading, block.span):
                continue
            sentences = reading.sentences_of(index)
            found = [] if personal else [(s, self._contested(reading, s)) for s in sentences]
            for _, words in found:
                if words is not None:
                    yield self.problem(words)
            if not self.ordinary or number < self.lead or any(words for _, words in found):
                continue
            claim = next((s for s in sentences if self._is_bare(reading, s)), None)
            if claim is not None:
                yield self.problem(clean_end(claim.span, reading.text), at_most=Severity.SUGGESTION)

    def _contested(self, reading: Reading, sentence: Sentence) -> Span | None:
        """Return the contentious words of a sentence for which it gives no source."""
        if reading.quotations.touches(sentence.span) or has_link(reading, sentence.span):
            return None
        if reports_in(reading, sentence.span) or any(
            sentence.span.covers(source_place(a)) and a.source.kind is SourceKind.NONE
            for a in reading.attributions
        ):
            return None
        words = contention(reading, sentence)
        if words is None or not is_own_voice(reading, Span(words.start, words.start + 1)):
            return None
        return words

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
