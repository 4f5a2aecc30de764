"""consistency.headline-number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._figures import Count, counts, particulars, quantities
from newslint.checks._support import prose
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class HeadlineNumber(Rule):
    """Give the same number in the headline as in the story.

    Figures are updated in the text and forgotten above it. Reported where the headline counts
    something and the story counts the same thing, but nowhere with that number.
    """

    id: str = "consistency.headline-number"
    message: str = "“%s” in the headline, “%s” in the story: make the numbers agree."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example(
            "# [[Five]] boats sink in harbour storm\n\nFour boats sank in the harbour on Monday."
        ),
        Example(
            "# Mill to cut [[300]] jobs\n\nThe mill will cut 200 jobs, its owners said. It has"
            " stood for a century."
        ),
        Example("# Five boats sink in storm\n\nThree boats sank at once, two boats later."),
        Example(
            "# Five boats sink in storm\n\nThe storm sank 5 boats on Monday. Two boats were saved."
        ),
        Example("# Five boats sink in storm\n\nThe storm did much harm to the fleet."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each number of the headline that the story contradicts."""
        headline = reading.article.headline
        if headline is None:
            return
        story = [index for index, _ in prose(reading)]
        values = {q.value for index in story for q in quantities(reading, index)}
        found = [c for index in story for c in counts(reading, index)]
        for count in counts(reading, reading.blocks.index(headline)):
            if count.value in values or _is_sum(count, found):
                continue
            other = next((c for c in found if _counts_the_same(count, c)), None)
            if other is not None and not other.is_open:
                mine, theirs = (c.span.cut(reading.text) for c in (count, other))
                yield self.problem(
                    count.span, mine, theirs, related=(Related(other.span, f"“{theirs}” here"),)
                )


def _counts_the_same(above: Count, below: Count) -> bool:
    return above.noun.lemma == below.noun.lemma and particulars(above.noun) <= particulars(
        below.noun
    )


def _is_sum(count: Count, found: list[Count]) -> bool:
    """Return whether the headline's number adds up from the story's."""
    parts = [c.value for c in found]
    return sum(parts) == count.value or any(
        a + b == count.value for i, a in enumerate(parts[:40]) for b in parts[i + 1 : 40]
    )
