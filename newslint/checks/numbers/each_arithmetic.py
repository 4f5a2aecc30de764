"""numbers.each-arithmetic."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from newslint.checks._sums.rounding import shown
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_EACH = LazyRegex(
    r"\s?(?:each\b|apiece\b|a\shead\b|per\s(?P<per>[a-z]{3,20})\b|for\seach\s(?P<for>[a-z]{3,20})\b"
    r"|for\severy\s(?P<every>[a-z]{3,20})\b|an?\s(?P<a>[a-z]{3,20})\b)"
)
_TOLERANCE = Fraction(6, 100)
_LOOSE = Fraction(15, 100)


class EachArithmetic(Rule):
    """Divide rightly: £3 million for 300 homes is £10,000 each.

    Checked is a sentence with one total, one count and one sum for each: whoever multiplies
    must come to the total. Rounding is allowed for, more of it after "about".
    """

    id: str = "numbers.each-arithmetic"
    message: str = "%s times %s makes %s, not %s: check the figures."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"sentences"})
    reach: ClassVar = "block"
    standards: ClassVar = (
        "https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics",
    )
    examples: ClassVar = (
        Example("The board paid £3 million for 300 homes, or [[£1,000 each]]."),
        Example("It sold 40 boats at $2,000 apiece, a total of [[$800,000]]."),
        Example("The board paid £3 million for 300 homes, or £10,000 each."),
        Example("It sold 40 boats at $2,000 apiece, a total of $80,000."),
        Example("It paid £3 million for 300 homes at a rent of £900 per month."),
        Example("It paid £3 million for 300 homes and hotels, and £40 each to tenants' children."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each product that does not come out."""
        for sentence in reading.sentences:
            text = sentence.span.cut(reading.text)
            found = find_quantities(text)
            sums = [q for q in found if _is_money(q)]
            counts = [q for q in found if q.noun is not None and q.unit is None and q.value > 1]
            if len(sums) != 2 or len(counts) != 1 or sums[0].unit != sums[1].unit:
                continue
            each = next((q for q in sums if _is_each(text, q, counts[0])), None)
            if each is None:
                continue
            total = sums[1] if each is sums[0] else sums[0]
            count = counts[0]
            product = each.value * count.value
            if not product or not total.value or not _is_tied(text, total, count, each):
                continue
            loose = total.approximate or each.approximate or count.approximate
            off = abs(product - total.value) / max(product, total.value)
            if off > (_LOOSE if loose else _TOLERANCE):
                end = _EACH.match(text, each.span.end)
                late = max(total, each, key=lambda q: q.span)
                stop = end.end() if end is not None and late is each else late.span.end
                place = Span(late.span.start, stop)
                words = (count.span, each.span, total.span)
                number, single, whole = (s.cut(text) for s in words)
                yield self.problem(
                    place.shifted(sentence.span.start), number, single, shown(product), whole
                )


def _is_money(quantity: Quantity) -> bool:
    return quantity.unit is not None and not quantity.unit.startswith("percent")


def _is_each(text: str, quantity: Quantity, count: Quantity) -> bool:
    """Return whether the sum is one for each of what is counted."""
    match = _EACH.match(text, quantity.span.end)
    if match is None:
        return False
    thing = match["per"] or match["for"] or match["every"] or match["a"]
    if thing is None:
        return True
    noun = (count.noun or "").lower()
    singular = {"people": "person", "men": "man", "women": "woman", "children": "child"}
    return noun.startswith(thing[: max(3, len(thing) - 1)]) or singular.get(noun) == thing


_JOINED = LazyRegex(r"[^.;]{0,60}")
_NEW_CLAUSE = LazyRegex(r"\b(?:and|but|while|plus|also|another|with)\b")


def _is_tied(text: str, total: Quantity, count: Quantity, each: Quantity) -> bool:
    """Return whether the three stand close together and no new statement begins between."""
    spans = sorted(q.span for q in (total, count, each))
    gaps = [text[a.end : b.start] for a, b in itertools.pairwise(spans)]
    return all(_JOINED.fullmatch(g) and not _NEW_CLAUSE.search(g) for g in gaps)
