"""grammar.unclosed-bracket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_BRACKET = LazyRegex(r"[()\[\]]")
_PARTNER = {")": "(", "]": "["}
# "a)" and "12)" number what follows; ":)" and ";-(" are faces.
_LABEL = LazyRegex(r"(?:(?:^|[\s(])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})|[:;=8][-o']?)\Z")
_FACE = LazyRegex(r"[:;=][-o']?\Z")


class UnclosedBracket(Rule):
    """Close every bracket, and open it first.

    Where does the aside end? A reader who has to guess reads the sentence twice. A bracket may
    not run on into the next paragraph.
    """

    id: str = "grammar.unclosed-bracket"
    message: str = "This bracket has no partner in its paragraph: close it, or delete it."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"quotations"})
    examples: ClassVar = (
        Example("The pier [[(]]built in 1911 is shut. It will open in May."),
        Example("The pier, built in 1911[[)]], is shut."),
        Example("The pier (built in 1911 [and mended twice]) is shut."),
        Example("They want a) a pier and b) a boat. They were glad :)"),
        Example("“The pier (it is old is shut,” he said."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each bracket without a partner in its block."""
        for _, block in prose(reading):
            text = block.span.cut(reading.text)
            for at in _alone(text):
                place = Span(at, at + 1).shifted(block.span.start)
                if is_writers_own(reading, place):
                    yield self.problem(place)


def _alone(text: str) -> list[int]:
    """Return where brackets without a partner stand."""
    waiting: list[int] = []
    alone: list[int] = []
    for match in _BRACKET.finditer(text):
        at, mark = match.start(), match[0]
        before = text[max(0, at - 6) : at]
        if mark in _PARTNER:
            if waiting and text[waiting[-1]] == _PARTNER[mark]:
                waiting.pop()
            elif not _LABEL.search(before):
                alone.append(at)
        elif not _FACE.search(before):
            waiting.append(at)
    return sorted(alone + waiting)
