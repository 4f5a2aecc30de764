"""Sources that stand for nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sources import noun_phrase, source_head, source_words
from newslint.checks._support import has_link, is_report, neighbours, prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span, hull

_NAMES = frozenset({"PERSON", "ORG"})
_QUANTITIES = frozenset({"many", "most", "others", "several", "some"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_NAMED_KINDS = frozenset(
    {SourceKind.NAMED_PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET}
)


class VagueCollectiveSource(Rule):
    """Name at least one of the analysts, experts or critics who say so.

    "Analysts suggest" lends a sentence authority that nobody can check: the reader cannot
    know how many there are, what they know, or whether they exist. A summary that is
    followed at once by a named member of the group is left alone.
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
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.REUTERS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield collective sources without a name, an affiliation or a link."""
        seen: set[Span] = set()
        story = {index for index, _ in prose(reading)}
        for attribution in reading.attributions.by_kind(SourceKind.COLLECTIVE):
            head = source_head(reading, attribution)
            if head is None or attribution.block not in story or head.span in seen:
                continue
            if not is_report(reading, attribution) or reading.quotations.touches(head.span):
                continue
            if attribution.negated or any(c.lower == "no" for c in head.children):
                continue
            if _points_back(reading, head):
                continue
            seen.add(head.span)
            severity = _severity(reading, attribution, head)
            if severity is None or self._is_backed(reading, attribution):
                continue
            marked = noun_phrase(head)
            words = " ".join(marked.cut(reading.text).split())
            yield self.problem(marked, words, at_most=severity)

    def _is_backed(self, reading: Reading, attribution: Attribution) -> bool:
        """Return whether a link, or a named source just after, says who is meant."""
        place = hull(attribution.source.spans)
        sentence = reading.sentence_at(place.start)
        if sentence is None or has_link(reading, sentence.span):
            return True
        after = [
            s.span
            for s in neighbours(reading, sentence, self.followed_within)
            if s.span.start > sentence.span.start
        ]
        return any(
            a.source.kind in _NAMED_KINDS
            and is_report(reading, a)
            and any(s.covers(a.source.spans[0]) for s in after)
            for a in reading.attributions
            if a.source.spans
        )


def _points_back(reading: Reading, head: Token) -> bool:
    """Return whether a bare "some" or "many" goes on from what the paragraph spoke of."""
    sentence = reading.sentence_at(head.start)
    if sentence is None or head.lemma.lower() not in _QUANTITIES:
        return False
    if any(c.dep == "prep" for c in head.children):
        return False
    return reading.text[reading.blocks[sentence.block].span.start : head.start].strip() != ""


def _severity(reading: Reading, attribution: Attribution, head: Token) -> Severity | None:
    """Return how serious this collective is; None if it is named after all, or known."""
    words = source_words(reading, attribution)
    if any(t.entity in _NAMES or t.tag == "CD" for t in words):
        return None
    if any(t.tag.startswith("NNP") and t.entity != "NORP" for t in words):
        return None
    if any(c.lower in _POINTING for c in head.children):
        return None
    lemma = head.lemma.lower()
    if lemma in vocabulary("attribution", "collective", "authority"):
        return Severity.WARNING
    mild = vocabulary("attribution", "collective", "office") | vocabulary(
        "attribution", "collective", "crowd"
    )
    return Severity.SUGGESTION if lemma in mild else None
