"""Sources that stand for nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._collectives import Group, groups_in, is_member
from newslint.checks._support import (
    has_identified_report,
    has_link,
    is_report,
    neighbours,
)
from newslint.finding import Problem, Severity
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_NAMED_KINDS = frozenset(
    {SourceKind.NAMED_PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET}
)


class VagueCollectiveSource(Rule):
    """Name at least one of the analysts, experts or critics who say so.

    "Analysts suggest" lends a sentence authority that nobody can check: the reader cannot
    know how many there are, what they know, or whether they exist. A summary that is
    followed, in the paragraph, by a named member of the group is left alone: somebody who is
    called the same, "one of them", or "an engineer" after experts.
    """

    id: str = "attribution.vague-collective-source"
    message: str = "“%s” could be anyone: name at least one, or say which body they speak for."
    severity: Severity = Severity.WARNING
    followed_within: int = 2  # sentences in which a named source may follow

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[Analysts]] suggest that the dam could fail within a decade."),
        Example("The plan drew anger from [[water experts]], who say that the dam is unsafe."),
        Example("[[Critics]] said the dam was built on sand."),
        Example("Analysts at the Lindqvist Institute said the dam could fail within a decade."),
        Example(
            "Experts warn that the dam could fail. Maria Holt, an engineer at Tarn University, "
            "said she had seen cracks in the wall."
        ),
        Example("Officials have not said when the dam will be mended."),
        Example("[[Some]] say that the dam could fail within a decade."),
        Example("Forty farmers came to the meeting. Some said that the dam could fail."),
        Example("No expert would say that the dam is safe."),
        Example("Users can find out on the ferry's page what to expect at the pier."),
        Example('"Analysts say all sorts of things," said Maria Holt, the mayor of Tarn.'),
        Example("Most of us applaud the plan for the new quay."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.REUTERS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield collective sources without a name, an affiliation or a link."""
        seen: set[Span] = set()
        for group in groups_in(reading):
            if group.span in seen or reading.quotations.touches(group.span):
                continue
            seen.add(group.span)
            if self._is_backed(reading, group) or _is_passed_on(reading, group):
                continue
            words = " ".join(group.span.cut(reading.text).split())
            yield self.problem(
                group.span,
                words,
                at_most=Severity.SUGGESTION if group.mild else Severity.WARNING,
            )

    def _is_backed(self, reading: Reading, group: Group) -> bool:
        """Return whether a link, or a member of the group named just after, says who is meant."""
        sentence = reading.sentence_at(group.span.start)
        if sentence is None or has_link(reading, sentence.span):
            return True
        after = [
            s
            for s in neighbours(reading, sentence, self.followed_within)
            if s.span.start > sentence.span.start and s.block == sentence.block
        ]
        if sentence == reading.sentences_of(sentence.block)[-1] and _goes_on(reading, sentence):
            after += reading.sentences_of(sentence.block + 1)[:1]
        return any(
            a.source.kind in _NAMED_KINDS
            and is_report(reading, a)
            and any(s.span.covers(a.source.spans[0]) for s in after)
            and is_member(reading, group, a)
            for a in reading.attributions
            if a.source.spans
        )


def _goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Return whether a paragraph follows: in news, many have one sentence only."""
    return sentence.block + 1 < len(reading.blocks)


def _is_passed_on(reading: Reading, group: Group) -> bool:
    """Return whether somebody identified is the one who speaks of the group."""
    sentence = reading.sentence_at(group.span.start)
    held = reading.attributions.containing(group.span)
    return (
        sentence is not None
        and held is not None
        and held.source.kind is not SourceKind.NONE
        and has_identified_report(reading, sentence.span)
    )
