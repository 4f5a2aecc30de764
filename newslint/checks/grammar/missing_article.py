"""grammar.missing-article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.lost_articles import finders
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class MissingArticle(Rule):
    """Write the "a" or "the" that a noun needs.

    "He is member of the council" and "taken to nearest hospital" read like a telegram, or a
    translation. Offices of which there is one, as in "she was mayor of the town", need none.
    """

    id: str = "grammar.missing-article"
    message: str = "“%s” lacks its article: %s."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    status: ClassVar = "preview"  # of 9 on unread news a copy chief kept 1
    standards: ClassVar = (standards.GUARDIAN_A,)
    examples: ClassVar = (
        Example("He is [[member of]] the town council. The rise is [[result of]] the strike."),
        Example("They were taken to [[nearest hospital]] from the mill in [[Netherlands]]."),
        Example("She worked [[as teacher]] until 2010. It was [[first time]] the mill had shut."),
        Example("The police found [[knife]] in the car."),
        Example("She was mayor of the town, and is a member of the board, at first sight."),
        Example("They came by car to the Netherlands and worked as judge and jury."),
        Example('"He is member of the council," she said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such noun."""
        known = finders()
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for token in tokens:
                found = known.get(token.lower, ())
                missing = next(filter(None, (find(tokens, token) for find in found)), None)
                if missing is None:
                    continue
                place = Span(missing.first.start, missing.last.end)
                if is_writers_own(reading, place):
                    words = " ".join(place.cut(reading.text).split())
                    yield self.problem(place, words, missing.article)
