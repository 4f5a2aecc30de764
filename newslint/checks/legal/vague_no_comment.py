"""Refusals to comment that leave open who refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import CueClass, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.sources import noun_phrase, source_head, source_words
from newslint.checks._support import is_own_voice, prose
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC"})


# The same told without a cue that the graph knows: "nobody at the firm could be reached".
_UNREACHED = LazyRegex(
    r"\b(?P<who>(?:no[- ]one|nobody|none"
    r"|the (?:company|firm|government|authorities|board|management)"
    r"|(?:\w+ )?(?:officials|executives|managers|bosses|spokespeople|spokespersons|representatives"
    r"|lawyers|authorities)|management|aides)(?: (?:in|at|from|of) [\w ’']{1,30}?)?) "
    r"(?:(?:would|will|did|does|do) not (?:comment|say more|be drawn|respond|reply|answer|elaborate"
    r"|discuss)|could (?:not )?(?:immediately )?be (?:reached|contacted)|(?:was|were) (?:not )?"
    r"(?:immediately )?(?:un)?(?:available|reachable)|had no comment)\b",
    re.IGNORECASE,
)


class VagueNoComment(Rule):
    """Say which body declined to comment, and how it was asked.

    "Officials declined to comment" does not show readers that the right people were asked.
    Name the body, and say when and how it was reached.
    """

    id: str = "legal.vague-no-comment"
    message: str = "“%s”: say which body was asked, and when and how."
    severity: Severity = Severity.SUGGESTION

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[Officials]] declined to comment on the closure."),
        Example("The dam was drained, but [[company executives]] refused to comment."),
        Example("[[Nobody at the dam]] could be reached."),
        Example("Officials at Tarn Water declined to comment on the closure."),
        Example("Mara Quist declined to comment on the closure."),
        Example("The ministry of water did not respond to two e-mails sent on Monday."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.BBC_FAIRNESS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the bare sources of refusals."""
        seen: list[Span] = []
        kinds = (SourceKind.COLLECTIVE, SourceKind.ANONYMOUS, SourceKind.UNKNOWN)
        for attribution in reading.attributions.by_kind(*kinds):
            head = source_head(reading, attribution)
            if head is None or attribution.cue_class is not CueClass.REFUSAL:
                continue
            if head.lemma.lower() not in vocabulary("legal", "vague"):
                continue
            words = source_words(reading, attribution)
            if any(t.entity in _NAMES or t.tag.startswith("NNP") for t in words):
                continue
            if reading.quotations.touches(head.span):
                continue
            span = noun_phrase(head)
            seen.append(span)
            yield self.problem(span, " ".join(span.cut(reading.text).split()))
        for _, block in prose(reading):
            for match in _UNREACHED.finditer(reading.text, block.span.start, block.span.end):
                span = Span(*match.span("who"))
                if any(span.overlaps(other) for other in seen):
                    continue
                if is_own_voice(reading, span):
                    yield self.problem(span, " ".join(span.cut(reading.text).split()))
