"""Stories in which nobody says anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._support import (
    IDENTIFIED,
    document_place,
    has_link,
    is_report,
    prose,
    word_count,
)
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule

_COUNTED = IDENTIFIED | {SourceKind.ANONYMOUS, SourceKind.UNKNOWN}


class NoSourceArticle(Rule):
    """Cite at least one person, body, document or outlet.

    A story that cites nobody asks readers to take every sentence on trust. Beliefs and
    wishes that the story ascribes to a country or a company do not count as sources, nor do
    unnamed "analysts". A link in the running text does. Short items are left alone.
    """

    id: str = "attribution.no-source-article"
    message: str = (
        "This story of %s words cites no person, body, document or outlet: cite your sources, or "
        "label it as analysis."
    )
    severity: Severity = Severity.ERROR
    least: int = 150  # words of running text from which a story needs a source

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "# [[Harbour shuts for winter]]\n\nThe harbour shut on Monday. Boats lay idle along "
            "the quay, and the cranes stood still.\n",
            options=(("least", 15),),
        ),
        Example(
            "[[The harbour shut on Monday. Boats lay idle along the quay, and analysts believe "
            "that the owners want more money.]]\n",
            options=(("least", 15),),
        ),
        Example(
            "# Harbour shuts for winter\n\nThe harbour shut on Monday. Boats lay idle along the "
            "quay, Ines Falk said, and the cranes in the basin stood still.\n",
            options=(("least", 15),),
        ),
        Example(
            "# Harbour shuts for winter\n\nThe harbour shut on Monday, as [the order]"
            "(https://harbour.example/order) shows. Boats lay idle along the whole quay.\n",
            options=(("least", 15),),
        ),
        Example("# Harbour shuts for winter\n\nThe harbour shut on Monday. Boats lay idle.\n"),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS, standards.BBC, standards.SPJ)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"opinion", "fiction", "explainer", "press-release", "listing", "review", "newsletter"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem of the document if it cites nobody."""
        blocks = [block for _, block in prose(reading)]
        words = sum(word_count(block.span.cut(reading.text)) for block in blocks)
        place = document_place(reading)
        if words < self.least or place is None:
            return
        if any(has_link(reading, block.span) for block in blocks):
            return
        if any(is_report(reading, a) and a.source.kind in _COUNTED for a in reading.attributions):
            return
        yield self.problem(place, str(words), document=True)
