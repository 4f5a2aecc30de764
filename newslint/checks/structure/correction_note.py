"""structure.correction-note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.article import Field
from newslint.checks import _standards as standards
from newslint.checks._desk import desk_field, field_place, is_answered
from newslint.checks._support import word_count
from newslint.finding import Problem, Severity
from newslint.language.dates import DateKind, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_NOTE = LazyRegex(
    r"\b(?:correct(?:ed|ion|ions|ing|s)|clarif(?:ied|ication|ies)|amended|amendment|"
    r"(?:an? )?(?:earlier|previous|original) version|editor['’]?s['’]? note|"
    r"updates? (?:\d|on|at|to|with|throughout)|updated)\b",
    re.IGNORECASE,
)
_LEAST = 4  # words of a front-matter note that may say what was wrong


class CorrectionNote(Rule):
    """Say what was corrected, in the article itself.

    Readers who saw the first version need to know which of the two to believe. An article
    that its front matter calls corrected has to hold a note, in the text or in the field
    itself, and the note has to be more than the word. With `updates`, an article that was
    changed on a later day than it was published is held to the same; many sites set that date
    by machine.
    """

    id: str = "structure.correction-note"
    message: str = "The article is marked as %s, and no note says what was changed: add one."
    severity: Severity = Severity.WARNING
    updates: bool = False

    needs: ClassVar = frozenset({"date"})
    standards: ClassVar = (standards.IPSO, standards.REUTERS, standards.SPJ)
    examples: ClassVar = (
        Example("---\ntitle: Mill sold\ncorrection: [[2031-03-05]]\n---\n\nThe mill is sold."),
        Example("---\ntitle: Mill sold\ncorrected: [[true]]\n---\n\nThe mill is sold."),
        Example(
            "---\ndate: 2031-03-04\nupdated: [[2031-03-06]]\n---\n\nThe mill is sold.",
            options=(("updates", True),),
        ),
        Example(
            "---\ncorrection: true\n---\n\nThe mill is sold.\n\nThis article was amended on 5 "
            "March 2031: the mill was built in 1911, not 1991."
        ),
        Example("---\ncorrection: The mill was built in 1911, not 1991.\n---\n\nThe mill is sold."),
        Example("---\ncorrection: false\nupdated: 2031-03-06\n---\n\nThe mill is sold."),
        Example(
            "---\ndate: 2031-03-06\nupdated: 2031-03-06\n---\n\nThe mill is sold.",
            options=(("updates", True),),
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the field that says so, if no note does."""
        corrected = desk_field(reading.article, "correction")
        if corrected is not None and is_answered(corrected):
            if word_count(corrected.value) < _LEAST and not _has_note(reading):
                place = field_place(reading, corrected)
                yield self.problem(place, "corrected", in_source=True)
            return
        changed = desk_field(reading.article, "updated") if self.updates else None
        if changed is not None and _is_later(reading, changed) and not _has_note(reading):
            yield self.problem(field_place(reading, changed), "updated", in_source=True)


def _has_note(reading: Reading) -> bool:
    """Return whether some block speaks of a correction, and of more than that."""
    for block in reading.blocks:
        text = block.span.cut(reading.text)
        if _NOTE.search(text) and word_count(text) > _LEAST:
            return True
    return False


def _is_later(reading: Reading, field: Field) -> bool:
    anchor = reading.date
    if anchor is None:
        return False
    for mention in find_dates(field.value[:200]):
        if mention.kind is DateKind.DAY:
            day = resolve(mention, anchor.date)
            return not isinstance(day, tuple) and day is not None and day > anchor.date
    return False
