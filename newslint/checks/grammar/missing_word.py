"""grammar.missing-word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.lost_words import finders
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class MissingWord(Rule):
    """Put back the small word that a cut has taken along.

    "A group parents", "was held the town hall" and "the rise was due the cost of fuel" lost an
    "of", an "in" or a "to". The reader has to read the sentence twice to see how its parts
    belong together.
    """

    id: str = "grammar.missing-word"
    message: str = "Between “%s” and “%s” a word is missing: “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = ("https://www.gov.uk/guidance/style-guide/a-to-z",)
    examples: ClassVar = (
        Example("A [[group parents]] met the board. The bridge is [[one the]] oldest."),
        Example("The fair was [[held the]] town hall. It all [[depends the]] weather."),
        Example("The rise was [[due the]] cost of fuel, a [[spokesman the]] firm said."),
        Example("The [[suspect believed]] to have left the island."),
        Example("She was found [[guilty three]] charges. The council [[plans spend]] £2 million."),
        Example(
            "The warnings had not been [[acted before]] May. He left it [[until end]] of the day."
        ),
        Example("The play was acted at the mill. The board acted before May, until the end."),
        Example("A group of parents met the board. The group members met. A group has left."),
        Example("The fair was held the next day. It was one the islanders like."),
        Example("She insists the plan is sound. The suspect believed to be in Oslo was seen."),
        Example("He was taken ill and shown the town hall. The plans cut the number by two."),
        Example('"A group parents met," she said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such pair of words."""
        known = finders()
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for token in tokens:
                found = known.get(token.lower) or known.get(token.lemma) or ()
                lost = next(filter(None, (find(tokens, token) for find in found)), None)
                if lost is None:
                    continue
                place = Span(lost.first.start, lost.last.end)
                if is_writers_own(reading, place):
                    yield self.problem(place, lost.first.text, lost.last.text, lost.word)
