"""Quotation marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import in_raw_markup
from newslint.checks._support import prose
from newslint.finding import Problem, Related, Severity
from newslint.language.quotation import FaultyMark, MarkFault
from newslint.reading import Reading
from newslint.rule import Example, Rule

_UNCLOSED = (
    "This quotation is opened and not closed; where it goes on in the next paragraph, "
    "open it again there."
)
_UNOPENED = "This mark closes a quotation that was never opened."
_MISPLACED = (
    "This mark is set as a closing one, and another closes after it: if it opens the "
    "quotation, put the space before it."
)
_BEFORE_SPACE = (
    "This mark is set as an opening one before who speaks: if it closes the quotation, put it "
    "before the space, and open the quotation where it begins."
)
_BEFORE_SPEAKER = re.compile(
    r"(?:added|adds|asked|asks|replied|said|says|told|wrote|writes) (?:[A-Z]|(?:he|she|the|they)\b)"
)


class UnbalancedQuoteMarks(Rule):
    """Close every quotation that you open, and open every one that you close.

    A missing mark leaves readers guessing where the speaker stops and the newsroom starts.
    A quotation of several paragraphs opens each of them and closes only the last.
    """

    id: str = "quotes.unbalanced-quote-marks"
    message: str = _UNCLOSED
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[“]]The tide took it, said Mara Quist.\n\nNobody answered her."),
        Example("The tide took it,[[”]] said Mara Quist."),
        Example('Mara Quist said,[["]] The tide took it". Nobody answered her.'),
        Example('It was the tide, [["]]said Mara Quist. The mast is 14\' 6" high.'),
        Example("“The tide took it,” said Mara Quist."),
        Example("“The tide took it,” said Mara Quist. “It took us years.\n\n“We start again.”"),
        Example("The sailors’ boats were lost in the storm of ’98."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"quotations"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP,)

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the marks that lack a partner, in the running text."""
        story = {index for index, _ in prose(reading)}
        faults = [
            f
            for f in reading.quotations.faults
            if f.block in story and not in_raw_markup(reading, f.block, f.span)
        ]
        partner: FaultyMark | None = None
        for fault, following in zip_longest(faults, faults[1:]):
            if fault is partner:
                continue
            unclosed = fault.fault is MarkFault.UNCLOSED
            partner = following if _is_partner(fault, following) else None
            related = (Related(partner.span, "It is closed here."),) if partner else ()
            if unclosed and _BEFORE_SPEAKER.match(reading.text, fault.span.end):
                message = _BEFORE_SPACE
            else:
                message = self.message if unclosed else _MISPLACED if partner else _UNOPENED
            yield self.problem(fault.span, message=message, related=related)


def _is_partner(fault: FaultyMark, following: FaultyMark | None) -> bool:
    """Return whether the next fault closes what this one opened, or was meant to open."""
    if following is None or following.fault is not MarkFault.UNOPENED:
        return False
    return fault.fault is MarkFault.UNCLOSED or fault.block == following.block
