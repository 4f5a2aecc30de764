"""consistency.headline-number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import ClassVar

from newslint.checks._facts.above_and_below import numbers_above
from newslint.checks._facts.figures import Count, counts, particulars, quantities
from newslint.checks._facts.headline_lead import told_in_another_form
from newslint.checks._facts.heads import heads_told_otherwise
from newslint.checks._facts.heads_alone import heads_alone
from newslint.checks._facts.measured import measured_above
from newslint.checks._phrases import vocabulary
from newslint.checks._support import prose
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class HeadlineNumber(Rule):
    """Give the same number in the headline as in the story.

    Figures are updated in the text and forgotten above it. Reported where the headline counts
    something and the story counts the same thing, but nowhere with that number.
    """

    id: str = "consistency.headline-number"
    message: str = "“%s” in the headline, “%s” in the story: make the numbers agree."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations", "sentences"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example(
            "# [[Five]] boats sink in harbour storm\n\n"
            "[[Four boats]] sank in the harbour on Monday."
        ),
        Example(
            "# Mill to cut [[300]] jobs\n\nThe mill will cut [[200 jobs]], its owners said. It has"
            " stood for a century. The 200 jobs are the last."
        ),
        Example("# [[Three]] held after raid\n\nPolice arrested [[four men]] on Monday."),
        Example(
            "# Sea drones hit pier, [[killing four]]\n\nDrones struck the pier on Monday, [[killing"
            " three]] dockers."
        ),
        Example(
            "# Sea drones hit pier, killing four\n\nDrones struck the pier on Monday, killing at"
            " least three dockers."
        ),
        Example(
            "# Truce over weir falls after [[nine]] days\n\nThe truce over the weir had lasted"
            " [[eleven]] days. It fell on Monday. The mayor wept. Ola was glad. A dog barked. The"
            " fair was called off. It rained. Nobody came. The mayor has not slept for nine days."
        ),
        Example(
            "# Truce over weir falls after eleven days\n\nThe truce over the weir had lasted"
            " eleven days. It fell on Monday. The mayor wept. Ola was glad. A dog barked. The"
            " fair was called off. It rained. Nobody came. The mayor has not slept for nine days."
        ),
        Example("# Five boats sink in storm\n\nThree boats sank at once, two boats later."),
        Example(
            "# Five boats sink in storm\n\nThe storm sank 5 boats on Monday. Two boats were saved."
        ),
        Example("# Five boats sink in storm\n\nThe storm did much harm to the fleet."),
        Example("# Three held after raid\n\nPolice arrested two men and a woman on Monday."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each number that headline and story tell otherwise.

        Either may be the slip and the two stand far apart, so that both places are marked.
        """
        marked: list[Span] = []
        for problem in self._conflicts(reading):
            for place in (problem.span, *(r.span for r in problem.related)):
                if not any(place.overlaps(span) for span in marked):
                    marked.append(place)
                    other = tuple(r for r in problem.related if r.span != place)
                    yield replace(problem, span=place, related=other)

    def _conflicts(self, reading: Reading) -> Iterator[Problem]:
        for above, below in measured_above(reading):
            if _is_round(above.cut(reading.text), below.cut(reading.text)):
                continue
            here, there = (s.cut(reading.text) for s in (above, below))
            related = (Related(below, f"“{there}” here"),)
            yield self.problem(above, here, there, related=related)
        marked: list[Span] = []
        for problem in self._in_headline(reading):
            marked += [problem.span, *(r.span for r in problem.related)]
            yield problem
        told = (
            *numbers_above(reading),
            *told_in_another_form(reading),
            *heads_told_otherwise(reading),
            *heads_alone(reading),
        )
        for above, below in told:
            if _is_round(above.cut(reading.text), below.cut(reading.text)):
                continue
            if not any(above.overlaps(span) for span in marked):
                here, there = (" ".join(s.cut(reading.text).split()) for s in (above, below))
                related = (Related(below, f"“{there}” here"),)
                if above == below:
                    message = f"“{here}” is not what the headline says: make the two agree."
                    yield self.problem(above, message=message)
                else:
                    yield self.problem(above, here, there, related=related)

    def _in_headline(self, reading: Reading) -> Iterator[Problem]:
        headline = reading.article.headline
        if headline is None:
            return
        story = [index for index, _ in prose(reading)]
        values = Counter(q.value for index in story for q in quantities(reading, index))
        found = [c for index in story for c in counts(reading, index)]
        for count in counts(reading, reading.blocks.index(headline)):
            if count.value in values or _is_sum(count, found):
                continue
            same = (c for c in found if _counts_the_same(count, c) and not _others(reading, c))
            other = next(same, None)
            about = reading.text[max(headline.span.start, count.span.start - 2) : count.span.end]
            values_differ = other is not None and not _rounds(count.value, other.value)
            if other is not None and _ABOUT.search(about):
                values_differ &= abs(count.value - other.value) * _SLACK > count.value
            if other is not None and values_differ and not other.is_open:
                yield self._at(reading, count.span, other, values[other.value] > 1)
        held = _held(headline.span.cut(reading.text))
        if held is not None:
            yield from self._people(reading, held.shifted(headline.span.start), story[:2])

    def _people(self, reading: Reading, place: Span, lead: list[int]) -> Iterator[Problem]:
        """Yield the number of people in the lead that "Three held" in the headline belies."""
        above = find_quantities(f"{place.cut(reading.text)} people")
        found = [c for index in lead for c in counts(reading, index) if _is_acted_on(c)]
        if not above or len(found) != 1 or found[0].is_open or _adds_one(reading, found[0]):
            return
        if found[0].value not in (above[0].value, 1) and above[0].value > 1:
            yield self._at(reading, place, found[0], False)

    def _at(self, reading: Reading, above: Span, below: Count, often: bool) -> Problem:
        inside = Span(below.span.start, max(below.span.end, below.noun.end))
        here, there = (s.cut(reading.text) for s in (above, inside))
        place, other = (above, inside) if often else (inside, above)
        related = (Related(other, f"“{other.cut(reading.text)}” here"),)
        return self.problem(place, here, there, related=related)


def _others(reading: Reading, count: Count) -> bool:
    """Return whether those counted are others, or the whole of which some are told: of the ten."""
    before = reading.text[max(count.span.start - 12, 0) : count.span.start]
    return _NOT_THESE.search(before) is not None


_NOT_THESE = LazyRegex(
    r"\b(?:another|other|further|additional|of (?:the|its|their))\s$", re.IGNORECASE
)
_ABOUT = LazyRegex(r"an? (?:half|dozen|hundred|thousand|million|billion)\b", re.IGNORECASE)
_SLACK = 3  # a third more or less
_HELD = LazyRegex(
    r"(?P<n>\d{1,3}|[A-Z][a-z]{2,8})\s(?:held|arrested|charged|killed|dead|injured|hurt|jailed|detained"
    r"|missing|rescued|wounded|freed)\b"
)
_MORE = LazyRegex(
    r"\s(?:[a-z]+\s){0,3}?and\s(?:an?|one|two|three|\d+)\s|,\s(?:an?|one|two|three)\s"
)


def _held(headline: str) -> Span | None:
    """Return the number that opens "Three held after raid"."""
    match = _HELD.match(headline)
    return Span(*match.span("n")) if match and find_quantities(match["n"] + " people") else None


def _is_acted_on(count: Count) -> bool:
    """Return whether people are counted to whom something was done."""
    verb = count.noun.head
    return (
        count.noun.lower in vocabulary("groups", "people")
        and count.noun.dep in ("dobj", "nsubjpass", "nsubj")
        and verb.lemma in vocabulary("tellings", "befalls")
    )


def _adds_one(reading: Reading, count: Count) -> bool:
    """Return whether others are named beside those counted: "two men and a woman"."""
    return _MORE.match(reading.text, count.noun.end) is not None


def _rounds(above: Fraction, below: Fraction) -> bool:
    """Return whether a round number in the headline may stand for the one in the story."""
    return above % 10 == 0 and abs(above - below) * 10 <= above


def _is_round(above: str, below: str) -> bool:
    """Return whether a headline says "a million" of what the story gives to the digit."""
    values = [[q.value for q in find_quantities(text)] for text in (above, below)]
    if not _ABOUT.match(above) or not all(values):
        return False
    return abs(values[0][0] - values[1][0]) * _SLACK <= values[0][0]


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
