"""Sources that are spoken of as if they were known, and are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._sourcing.sources import noun_phrase, source_head, source_words
from newslint.checks._support import is_report, prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

_SINGULAR = frozenset({"he", "she"})
_OUTSIDE = frozenset({"PERSON", "NORP"})


class DanglingSource(Rule):
    """Introduce a source before you speak of "the official" or of "her".

    A reader who meets "the official added" without an official before has lost who is
    speaking. This often comes from a paragraph that was cut. The rule reports only a source
    before which no person, or no document of any sort, was mentioned at all.
    """

    id: str = "attribution.dangling-source"
    message: str = "“%s” was not introduced: say who or what this is."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[The official]] added that the lock would stay shut until spring."),
        Example("[[He]] said that the lock would stay shut until spring."),
        Example("[[The report]] found that the lock was unsafe."),
        Example(
            "A canal official closed the lock on Monday. The official added that it would stay "
            "shut until spring."
        ),
        Example("Petra Lund shut the lock. She said that it would stay shut until spring."),
        Example("The report by Tarn University found that the lock was unsafe."),
        Example("The keeper of the lock said that it would stay shut until spring."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS,)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "interview", "live"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first source of the story that points back at nothing."""
        first = next((block for _, block in prose(reading)), None)
        if first is None:
            return
        for attribution in reading.attributions:
            head = source_head(reading, attribution)
            if head is None or not is_report(reading, attribution):
                continue
            if attribution.source.kind is SourceKind.NAMED_PERSON and head.tag != "PRP":
                return
            if reading.quotations.touches(head.span):
                continue
            earlier = reading.text[: noun_phrase(head).start]
            words = source_words(reading, attribution)
            if _is_definite(head, words) and not _was_introduced(reading, head, earlier):
                span = noun_phrase(head)
                yield self.problem(span, " ".join(span.cut(reading.text).split()))
                return


def _is_definite(head: Token, words: list[Token]) -> bool:
    """Return whether the source is "he", "she", "the official" or "the report", bare."""
    if head.lower in _SINGULAR:
        return True
    known = vocabularies(
        ("attribution", "introduced", "people"), ("attribution", "introduced", "documents")
    )
    return (
        head.tag == "NN" and head.lemma in known and [w.lower for w in words] == ["the", head.lower]
    )


def _was_introduced(reading: Reading, head: Token, earlier: str) -> bool:
    """Return whether anybody, or any document, comes before whom the source could mean."""
    before = [t for parse in reading.parses for t in parse if t.end <= len(earlier)]
    documents = vocabulary("attribution", "introduced", "documents")
    if head.lemma in documents:
        return any(t.pos == "NOUN" and t.lemma in documents for t in before) or any(
            t.entity in {"ORG", "WORK_OF_ART", "LAW"} for t in before
        )
    return any(t.pos in {"PROPN", "PRON"} or t.entity in _OUTSIDE for t in before) or any(
        t.pos == "NOUN" and (t.lemma in _people() or t.lemma.endswith(("er", "or", "man", "ist")))
        for t in before
    )


def _people() -> frozenset[str]:
    return vocabulary("attribution", "introduced", "people") | {"man", "woman", "person", "leader"}
