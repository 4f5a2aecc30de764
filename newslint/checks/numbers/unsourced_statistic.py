"""numbers.unsourced-statistic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._support import (
    has_footnote,
    has_link,
    is_own_voice,
    prose_sentences,
    reports_in,
)
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_FIGURE = LazyRegex(
    r"\b\d[\d,.]*\s?(?:%|percent\b|per\scent\b)"
    r"|[$£€]\s?\d[\d,.]*\s(?:million|billion|trillion)\b"
    r"|\b\d[\d,.]*\s(?:million|billion|trillion)\b"
    r"|\b(?:one|two|three)\s(?:in|out\sof)\s(?:every\s)?(?:three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_FIXED = LazyRegex(r"\b(?:100|0)\s?(?:%|percent|per\scent)", re.IGNORECASE)


# What counts: a poll above is the source of the figures below it.
_COUNTED = LazyRegex(
    r"\b(?:according\sto|polls?|polling|polled|surveys?|surveyed|stud(?:y|ies)|reports?|census"
    r"|data|figures|statistics|estimates?|forecasts?|index|analysis|ratings?)\b",
    re.IGNORECASE,
)
_REACH = 1200  # characters before a figure in which its source may be named


class UnsourcedStatistic(Rule):
    """Say where a statistic comes from.

    A percentage or a sum of millions was counted by somebody. Name who, in the sentence or
    within `within` sentences of it in the same paragraph; a link or a footnote will do, and so
    will a poll, study or set of data named not far above. Reported once a paragraph, at the
    first such figure.
    """

    id: str = "numbers.unsourced-statistic"
    message: str = "“%s” has no source: say who counted."
    severity: Severity = Severity.SUGGESTION
    within: int = 2

    status: ClassVar = "preview"  # too many of its findings are the story's own counts and targets
    needs: ClassVar = frozenset({"attributions"})
    genres_off: ClassVar = frozenset({"opinion", "fiction", "satire", "institutional"})
    standards: ClassVar = (
        standards.AP,
        "https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics",
    )
    examples: ClassVar = (
        Example("Rents on the island rose by [[12%]] last year."),
        Example("The new quay cost [[$3 million]]. It opened in May."),
        Example("Rents on the island rose by 12% last year, the statistics office said."),
        Example("Rents are going up, the housing board said. They rose by 12%."),
        Example("Rents rose by [12%](https://example.org/rents) last year."),
        Example("She gave 100% and won by four points."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the first figure of each paragraph that nobody vouches for."""
        sentences = prose_sentences(reading)
        reported: set[int] = set()
        for sentence in sentences:
            if sentence.block in reported:
                continue
            place = self._figure(reading, sentence)
            if place is not None and not self._sourced(reading, sentence):
                reported.add(sentence.block)
                yield self.problem(place, " ".join(place.cut(reading.text).split()))

    def _figure(self, reading: Reading, sentence: Sentence) -> Span | None:
        text = sentence.span.cut(reading.text)
        for match in _FIGURE.finditer(text):
            place = Span(*match.span()).shifted(sentence.span.start)
            if _FIXED.match(match[0]):
                continue
            if is_writers_own(reading, place) and is_own_voice(reading, place):
                return place
        return None

    def _sourced(self, reading: Reading, sentence: Sentence) -> bool:
        """Return whether the sentence, or one near it in its paragraph, gives a source."""
        inside = list(reading.sentences_of(sentence.block))
        at = inside.index(sentence)
        for other in inside[max(0, at - self.within) : at + self.within + 1]:
            if reports_in(reading, other.span):
                return True
            if has_link(reading, other.span) or has_footnote(reading, other.span):
                return True
        text = reading.text[max(0, sentence.span.start - _REACH) : sentence.span.end]
        return _COUNTED.search(text) is not None
