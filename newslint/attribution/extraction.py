"""From parsed blocks and quotations to the attribution graph."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.article import Article
from newslint.attribution.graph import AttributionGraph
from newslint.language.quotation import Quotations
from newslint.language.tokens import Parse
from newslint.span import Span


def extract(
    article: Article,
    parses: Sequence[Parse],
    sentences: Sequence[Sequence[Span]],
    quotations: Quotations,
) -> AttributionGraph:
    """Return who said what.

    `parses` and `sentences` (text coordinates) have one entry for each block.
    """
    return AttributionGraph()
