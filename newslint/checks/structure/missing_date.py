"""structure.missing-date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import body_words
from newslint.checks._support import document_place
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class MissingDate(Rule):
    """Date the article: in the front matter, the file name or the dateline.

    Without its date a reader cannot tell what "on Wednesday" means, nor whether the news is
    new; nor can the checks that need a calendar. A date given with `--date` counts. Pieces
    shorter than `minimum_words` are left alone.
    """

    id: str = "structure.missing-date"
    message: str = "The article has no date: give one in the front matter or the dateline."
    severity: Severity = Severity.WARNING
    minimum_words: int = 80

    needs: ClassVar = frozenset({"date"})
    standards: ClassVar = (
        "https://thetrustproject.org/trust-indicators/",
        "https://schema.org/NewsArticle",
    )
    examples: ClassVar = (
        Example(
            "# [[Harbour bridge shut]]\n\nCracks were found in two of the piers.",
            options=(("minimum_words", 5),),
        ),
        Example(
            "---\ntitle: [[Harbour bridge shut]]\n---\n\nCracks were found in two of the piers.",
            options=(("minimum_words", 5),),
        ),
        Example(
            "---\ntitle: Harbour bridge shut\ndate: 2031-03-04\n---\n\nCracks were found in it.",
            options=(("minimum_words", 5),),
        ),
        Example(
            "# Harbour bridge shut\n\nCracks were found in two of the piers.",
            path="2031-03-04-harbour-bridge.md",
            options=(("minimum_words", 5),),
        ),
        Example("# Harbour bridge shut\n\nCracks were found in two of the piers."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem of the whole article if it carries no date."""
        place = document_place(reading)
        if place is None or body_words(reading.article) < self.minimum_words:
            return
        if reading.date is None:
            yield self.problem(place, document=True)
