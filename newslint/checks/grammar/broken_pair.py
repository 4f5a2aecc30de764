"""grammar.broken-pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.pairs import broken_pair
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class BrokenPair(Rule):
    """Finish a pair of words with the word that belongs to it.

    "Both" is followed by "and", "either" by "or", "no sooner" by "than". A pair that ends
    otherwise was changed half-way, and the reader has to go back to see what was meant.
    """

    id: str = "grammar.broken-pair"
    message: str = "“%s” is followed by “%s”, not “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_A,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The plan would help both the farms [[or]] the mill.",
            fixed="The plan would help both the farms and the mill.",
        ),
        Example("Owners must either sell the boats [[and]] pay a fine."),
        Example("No sooner had the vote ended [[when]] the trouble began."),
        Example("The flood was so severe [[as]] the army had to help."),
        Example("The storm not only cut the cables [[and]] washed away the pier."),
        Example("The storm not only cut the cables [[and]] also washed away the pier."),
        Example(
            "The win owed as much to luck [[than]] to skill. It is twice as long [[than]] it was."
        ),
        Example("It was no better, and as much a cost, than the old one."),
        Example("The reason for the delay was [[because]] the boat was late."),
        Example("Both the farms and the mill may close. Trees stood on either side and behind."),
        Example("Owners must either sell the boats and the nets or pay a fine."),
        Example("The new pier is not so long as the old one was. It is not only old but weak."),
        Example('"We help both the farms or the mill," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the second word of each such pair, with an unsafe fix."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for token in tokens:
                found = broken_pair(tokens, token)
                if found is None or not is_writers_own(reading, found.span):
                    continue
                fix = Fix((Edit(found.span, found.right),))
                yield self.problem(found.span, found.first, found.right, found.there, fix=fix)
