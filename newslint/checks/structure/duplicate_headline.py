"""structure.duplicate-headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule

_SAME = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.SUMMARY})


class DuplicateHeadline(Rule):
    """Give the headline once.

    A headline that stands both in the front matter and at the top of the text is printed
    twice; one that is repeated as the standfirst or the first paragraph wastes the reader's
    first look. Only whole blocks are compared, and only the first `within` after the headline.
    """

    id: str = "structure.duplicate-headline"
    message: str = "This repeats the headline: leave it out, or say something new."
    severity: Severity = Severity.WARNING
    within: int = 4

    exact: ClassVar[str] = "the headline stands there twice"
    examples: ClassVar = (
        Example("---\ntitle: Mill to close\n---\n\n# [[Mill to Close]]\n\nIt opened in 1911.\n"),
        Example("# Mill to close\n\n[[Mill to close.]]\n\nIt opened in 1911.\n"),
        Example("---\ntitle: Mill to close\n---\n\n## What the owners said\n\nNothing.\n"),
        Example("# Mill to close\n\nThe mill is to close in May, its owners said.\n"),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each early block that says the headline again."""
        headline = reading.article.headline
        if headline is None:
            return
        wanted = _plain(headline.span.cut(reading.text))
        after = [b for b in reading.blocks if b.span.start > headline.span.start]
        for block in after[: self.within]:
            if block.kind in _SAME and _plain(block.span.cut(reading.text)) == wanted:
                yield self.problem(block.span, related=(Related(headline.span, "the headline"),))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
