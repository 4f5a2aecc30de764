"""consistency.detail-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._contrasts import contrasts
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class DetailConflict(Rule):
    """Call a thing what it is, from the first line to the last.

    A stout that ends as "the pale ale", a north bank that becomes "the southern side": readers
    see it, and trust the rest less. Compared are words that exclude each other, where the
    later one takes up something told before ("the", "his", "that") and stands nowhere else.
    """

    id: str = "consistency.detail-conflict"
    message: str = "“%s” here, “%s” elsewhere: make the details agree, or tell the two apart."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example("He ground a mirror for months. It rained.\n\nThe [[lens]] is on show now."),
        Example("The cabin stands on the north bank. It is dry.\n\nThe [[south bank]] is steep."),
        Example("She brewed a stout in a shed.\n\nIn May, the [[pale ale]] will be sold."),
        Example("He ground a mirror and a lens.\n\nThe lens is on show now."),
        Example("The cabin stands on the north bank. A barn stands on the south bank."),
        Example("She brewed a stout in a shed. She sells the stout and the pale ale."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each word that does not go with the first for the same thing."""
        done: set[Span] = set()
        for later, first in contrasts(reading):
            if later.span in done:
                continue
            done.add(later.span)
            here, there = (" ".join(m.span.cut(reading.text).split()) for m in (later, first))
            yield self.problem(
                later.span, here, there, related=(Related(first.span, f"“{there}” here"),)
            )
