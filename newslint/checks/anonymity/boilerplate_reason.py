"""Reasons for anonymity that are given by habit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import find_phrases, phrase_pattern
from newslint.checks._sourcing.sources import is_unnamed, source_place
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class BoilerplateReason(Rule):
    """Give the real reason why the source is not named.

    "Not authorised to speak" is true of nearly every source and tells the reader nothing.
    Say what the source stands to lose. Some newsrooms want the phrase: switch the rule off
    there.
    """

    id: str = "anonymity.boilerplate-reason"
    message: str = "“%s” is said of nearly every source: say what this one risks."
    severity: Severity = Severity.SUGGESTION

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "A bank official, who spoke on condition of anonymity because she was "
            "[[not authorised to speak]], said that the vault was empty."
        ),
        Example(
            "A bank official who asked not to be named because of the "
            "[[sensitivity of the matter]] said that the vault was empty."
        ),
        Example(
            "A bank official, who asked not to be named because she feared for her job, said that "
            "the vault was empty."
        ),
        Example("The guard was not authorised to speak on the radio, said Klara Voss."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.NEW_YORK_TIMES,)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield stock phrases in the sentences that introduce unnamed sources."""
        seen: set[Span] = set()
        for attribution in reading.attributions:
            if not is_unnamed(reading, attribution):
                continue
            sentence = reading.sentence_at(source_place(attribution).start)
            place = attribution.source.reason or (sentence.span if sentence else None)
            if place is None:
                continue
            pattern = phrase_pattern("anonymity", "boilerplate")
            for span in find_phrases(reading.text, place, pattern):
                if span not in seen and not reading.quotations.touches(span):
                    seen.add(span)
                    yield self.problem(span, " ".join(span.cut(reading.text).split()))
