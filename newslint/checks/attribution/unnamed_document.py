"""Studies and data that cannot be found, because they are not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sources import noun_phrase, source_head, source_place, source_words
from newslint.checks._support import has_footnote, has_link, is_report, prose, tokens_in
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_POINTING = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"}
)
_NAMING = frozenset({"PERSON", "ORG", "WORK_OF_ART", "GPE", "LAW", "PRODUCT"})


class UnnamedDocument(Rule):
    """Say which study, report or data this is.

    "Studies show" cannot be looked up. Name who made the document and when, or link to it.
    "The report" is left alone, since it points at one that was named before.
    """

    id: str = "attribution.unnamed-document"
    message: str = "“%s” cannot be looked up: say whose, or link to it."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[Studies]] show that herons nest earlier every year."),
        Example("[[Research]] suggests that the herons came from the north."),
        Example("[[Official documents]] say that the marsh was drained."),
        Example("A study by Tarn University found that herons nest earlier every year."),
        Example("[Studies](https://herons.example/nests) show that herons nest earlier."),
        Example("The report found that the marsh was drained."),
        Example("A new study found that herons nest earlier. It was published by Tarn University."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield documents cited without author, title or link."""
        seen: set[Span] = set()
        story = {index for index, _ in prose(reading)}
        for attribution in reading.attributions.by_kind(SourceKind.DOCUMENT):
            head = source_head(reading, attribution)
            if head is None or head.span in seen or attribution.block not in story:
                continue
            if not is_report(reading, attribution):
                continue
            seen.add(head.span)
            if not _is_vague(reading, attribution, head) or _is_located(reading, attribution):
                continue
            span = noun_phrase(head)
            yield self.problem(span, " ".join(span.cut(reading.text).split()))


def _is_vague(reading: Reading, attribution: Attribution, head: Token) -> bool:
    """Return whether nothing in the source itself tells which document is meant."""
    if head.lemma.lower() not in vocabulary("attribution", "documents", "heads"):
        return False
    if reading.quotations.touches(head.span):
        return False
    if head.lemma.lower() == "figure" and any(c.dep == "compound" for c in head.children):
        return False  # party figures are people
    words = source_words(reading, attribution)
    if any(t.entity in _NAMING or t.tag.startswith("NNP") for t in words):
        return False
    owned = any(c.dep == "poss" or c.lower in _POINTING for c in head.children)
    return not owned


def _is_located(reading: Reading, attribution: Attribution) -> bool:
    """Return whether this sentence or the next says where the document can be found."""
    sentence = reading.sentence_at(source_place(attribution).start)
    if sentence is None:
        return True
    group = reading.sentences_of(sentence.block)
    at = group.index(sentence)
    for near in group[at : at + 2]:
        if has_link(reading, near.span) or has_footnote(reading, near.span):
            return True
        words = tokens_in(reading, near)
        located = vocabulary("attribution", "documents", "located")
        if any(
            t.lower in located and any(c.tag.startswith("NNP") for c in t.subtree) for t in words
        ):
            return True
    return False
