"""Unnamed sources, and no word on why they are not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution
from newslint.checks import _standards as standards
from newslint.checks._phrases import find_phrases, phrase_pattern, vocabulary
from newslint.checks._sources import anonymous_voices, source_head, source_place
from newslint.checks._support import has_link, is_report, neighbours
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class NoReason(Rule):
    """Say why the source is not named.

    Readers are asked to trust somebody whom they cannot know. The reason ("because she
    feared for her job") lets them judge what the source risks and wants. It is reported
    once for each source, and not for the unnamed sources of another outlet. For people met
    by chance, such as a passer-by, it is only a suggestion.
    """

    id: str = "anonymity.no-reason"
    message: str = "No reason is given why “%s” is not named: say why, or name the source."
    severity: Severity = Severity.WARNING
    within: int = 1  # sentences either side in which the reason may stand

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[A bank official who asked not to be named]] said that the vault was empty."),
        Example(
            "[[A person close to the owner]] said the vault was empty. It had been so for a year."
        ),
        Example(
            "A bank official, who asked not to be named because she feared for her job, said that "
            "the vault was empty."
        ),
        Example(
            "A bank official said that the vault was empty. She spoke on condition of anonymity "
            "for fear of being dismissed."
        ),
        Example(
            "[A former teller](https://bank.example/account) recounts that the vault was empty."
        ),
        Example("Director of the Oslo Harbour Board Klara Voss said that the vault was empty."),
        Example("Klara Voss, a bank official, said that the vault was empty."),
        Example("Reuters reported that a person close to the owner said the vault was empty."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.SPJ, standards.BBC)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first mention of every unnamed source without a reason."""
        for group in anonymous_voices(reading):
            written = [a for a in group if a.source.spans and not a.source.pronoun]
            reports = [
                a
                for a in written
                if is_report(reading, a) and a.cue_lemma not in vocabulary("anonymity", "public")
            ]
            if not reports or any(self._has_reason(reading, a) for a in group):
                continue
            first = reports[0]
            span = source_place(first)
            if has_link(reading, span):  # the account itself can be read
                continue
            head = source_head(reading, first)
            passing = head is not None and head.lemma in vocabulary("anonymity", "passers_by")
            yield self.problem(
                span,
                " ".join(span.cut(reading.text).split()),
                at_most=Severity.SUGGESTION if passing and not _is_withheld(group) else None,
            )

    def _has_reason(self, reading: Reading, attribution: Attribution) -> bool:
        if attribution.source.reason is not None:
            return True
        sentence = reading.sentence_at(source_place(attribution).start)
        if sentence is None:
            return False
        pattern = phrase_pattern("anonymity", "reason")
        near = [s for s in neighbours(reading, sentence, self.within) if s.block == sentence.block]
        return any(any(find_phrases(reading.text, s.span, pattern)) for s in (sentence, *near))


def _is_withheld(group: list[Attribution]) -> bool:
    """Return whether the story says that the name is withheld."""
    return any(a.source.terms is not None for a in group)
