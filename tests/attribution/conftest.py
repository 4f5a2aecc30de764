"""Reading stories into attribution graphs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from newslint.article import BlockKind
from newslint.attribution.graph import Attribution, AttributionGraph
from newslint.reading import Analyser, Reading
from newslint.span import Span
from tests.support import article_of


@dataclass(frozen=True)
class Story:
    """A graph with its text, to compare words rather than offsets."""

    text: str
    graph: AttributionGraph

    def words(self, spans: tuple[Span, ...] | Span | None) -> str:
        """Return the words of spans; pieces are joined by " / "."""
        if spans is None:
            return ""
        pieces = (spans,) if isinstance(spans, Span) else spans
        return " / ".join(span.cut(self.text) for span in pieces)

    def triple(self, attribution: Attribution) -> tuple[str, str, str]:
        """Return source, cue and content as words."""
        return (
            self.words(attribution.source.spans),
            self.words(attribution.cue),
            self.words(attribution.content),
        )

    @property
    def triples(self) -> list[tuple[str, str, str]]:
        """Source, cue and content of every attribution."""
        return [self.triple(a) for a in self.graph]

    def saying(self, words: str) -> Attribution:
        """Return the attribution whose content has these words."""
        return next(a for a in self.graph if words in self.words(a.content))


Tell = Callable[..., Story]


@pytest.fixture(scope="session")
def tell(analyser: Analyser) -> Tell:
    """Return a function from paragraphs to the story as it was understood."""

    def read(*paragraphs: str | tuple[BlockKind, str]) -> Story:
        article = article_of(*paragraphs)
        return Story(article.text, Reading(article, analyser).attributions)

    return read
