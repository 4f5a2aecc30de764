"""grammar.misspelt-word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import PACKAGE
from newslint.checks._prose import is_writers_own
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span
from newslint.vocabulary import load

#: A word of small letters, but for the first, that is no part of an address, handle or name.
_WORD = LazyRegex(r"(?<![\w@#/.’'-])[A-Za-z][a-z]+(?![\w@/’'-]|\.\w)")

_SHORT_FORM = LazyRegex(r"\b[A-Z][a-z]{0,3}\.\Z")


class MisspeltWord(Rule):
    """Spell the words that are misspelt most often.

    Readers see a misspelt word before they see anything else. Spelling as a whole is not
    checked, because no dictionary knows the names of the day. The spellings that this rule
    looks for are wrong in every variety of English, and are nobody's name.
    """

    id: str = "grammar.misspelt-word"
    message: str = "“%s” is misspelt: write “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "unsafe"
    about_words: ClassVar = True
    examples: ClassVar = (
        Example(
            "The [[goverment]] will [[recieve]] the report in May.",
            fixed="The government will receive the report in May.",
        ),
        Example("[[Untill]] May the inn is shut.", fixed="Until May the inn is shut."),
        Example("The government will receive the report. The inn may accommodate guests."),
        Example('"The goverment was late," the poster said.'),
        Example("The files are at parliment.example. Mr. Liason came."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such word, with the right spelling as an unsafe fix."""
        known = _misspellings()
        for block in reading.blocks:
            if _small_misspellings().isdisjoint(
                _WORD.findall(block.span.cut(reading.text).lower())
            ):
                continue  # as it is in nearly every block
            for match in _WORD.finditer(reading.text, block.span.start, block.span.end):
                right = known.get(match[0]) or known.get(match[0].lower())
                if right is None:
                    continue
                place = Span(*match.span())
                if not is_writers_own(reading, place):
                    continue
                if match[0] not in known and not _opens(reading.text, place.start, block.span):
                    continue  # a name: "Kelly Grammer"
                if match[0][0].isupper():
                    right = right[0].upper() + right[1:]
                yield self.problem(place, match[0], right, fix=Fix((Edit(place, right),)))


def _opens(text: str, place: int, block: Span) -> bool:
    """Return whether a sentence may begin at a place."""
    before = text[block.start : place].rstrip()
    return not before or (
        before.endswith((".", "!", "?", ":", "“", '"')) and not _SHORT_FORM.search(before)
    )


@cache
def _small_misspellings() -> frozenset[str]:
    return frozenset(map(str.lower, _misspellings()))


@cache
def _misspellings() -> dict[str, str]:
    """Return the right spelling for each wrong one."""
    data = load(PACKAGE, "vocabularies/misspellings.yml")
    assert isinstance(data, dict)
    return {wrong: right for wrong, right in data.items() if isinstance(right, str)}
