"""numbers.list-count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks._support import prose
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_ITEM = r"(?:(?:the|an?|its|their|his|her)\s)?(?:[\w’'&.-]+\s){0,4}?[\w’'&.-]+"
_LIST = LazyRegex(
    rf"\s?(?P<first>{_ITEM})(?P<more>(?:,\s(?!and\b|or\b){_ITEM}){{0,8}}),?\sand\s(?P<last>{_ITEM})"
    r"(?=\.?\s?$|;|\s[-–—]\s)"
)
_INTRODUCES = LazyRegex(r"(?:\s[a-z][\w’'-]*){1,5}:$")
_BLOCK_INTRODUCES = LazyRegex(r"(?:\s[\w’'-]+){1,12}:\s*$")
_OPEN = LazyRegex(
    r"\b(?:among|include[sd]?|including|example|such\sas|at\sleast|more\sthan|first|last|other|of\sthe"
    r"|two\sof|one\sof|some\sof|between|each|every|minimum|up\sto)\b",
    re.IGNORECASE,
)
_VERBS = LazyRegex(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|must|should|that|which|who|and|or|to)\b"
)
#: Items that are counted themselves: "four in Leck, five in Orrin".
_NUMBERED = LazyRegex(
    r"\s*(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s", re.IGNORECASE
)
_MOST = 12

_ROLE = LazyRegex(r"\s*(?:and\s)?(?:an?|her|his|its|the|their|former)\s[a-z\s-]+$")
_NAME = LazyRegex(r"[A-Z][\w’'-]+")


class ListCount(Rule):
    """List as many things as you announce.

    "Three reasons:" with two bullet points below leaves the reader looking for the third.
    Checked are a number before a colon and the list after it, whether in the sentence or as
    bullet points.
    """

    id: str = "numbers.list-count"
    message: str = "“%s” announced, %s listed: check the list or the number."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"sentences"})
    examples: ClassVar = (
        Example("The board gave [[three reasons]]:\n\n- cost\n- noise\n\nIt met on Monday."),
        Example("The cup has had [[four winners]]: Dunmore, Halvik and Port Ellis."),
        Example("The board gave two reasons:\n\n- cost\n- noise\n\nIt met on Monday."),
        Example("The cup has had three winners: Dunmore, Halvik and Port Ellis."),
        Example("The cup has had four winners, among them: Dunmore, Halvik and Port Ellis."),
        Example("It shows two others: her husband, Mayor Bo Orr, and Judge Ada Lim."),
        Example("The two clubs have one aim: to win and to be seen to win."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each number that the list after it belies."""
        blocks = reading.blocks
        for index, block in prose(reading):
            following = blocks[index + 1 : index + 2]
            if (
                block.kind is BlockKind.PARAGRAPH
                and following
                and following[0].kind is BlockKind.LIST_ITEM
            ):
                problem = self._below(reading, index)
                if problem is not None:
                    yield problem
            for sentence in reading.sentences_of(index):
                problem = self._within(sentence.span.cut(reading.text), sentence.span.start)
                if problem is not None:
                    yield problem

    def _below(self, reading: Reading, index: int) -> Problem | None:
        last = reading.sentences_of(index)[-1].span
        text = last.cut(reading.text)
        announced = _announced(text, _BLOCK_INTRODUCES, len(text))
        if announced is None:
            return None
        items = 0
        level = reading.blocks[index + 1].level
        for block in reading.blocks[index + 1 :]:
            if block.kind is not BlockKind.LIST_ITEM:
                break
            items += block.level == level
        if items in (announced.value, 1):
            return None
        place = _place(announced).shifted(last.start)
        related = (Related(reading.blocks[index + 1].span, "the list"),)
        return self.problem(place, place.cut(reading.text), str(items), related=related)

    def _within(self, text: str, start: int) -> Problem | None:
        colon = text.find(":")
        announced = _announced(text, _INTRODUCES, colon + 1) if colon > 0 else None
        match = _LIST.match(text, colon + 1) if announced else None
        if announced is None or match is None or any(c.isdigit() for c in match[0]):
            return None
        more = [item for item in match["more"].split(",") if item.strip()]
        items = [match["first"], *more, match["last"]]
        if len(items) == announced.value or len(items) < 2 or any(map(_VERBS.search, items)):
            return None
        if len(items) > announced.value and any(
            _ROLE.match(one) and _NAME.search(other) for one, other in pairwise(items)
        ):
            return None  # her husband, the former mayor Bo Orr, and her son
        if all(map(_NUMBERED.match, items)):
            return None  # a sum, and no list
        place = _place(announced)
        return self.problem(place.shifted(start), place.cut(text), str(len(items)))


def _announced(text: str, pattern: LazyRegex, end: int) -> Quantity | None:
    """Return the count of plurals that ends in a colon at `end`, if nothing leaves it open."""
    found = [q for q in find_quantities(text[:end]) if q.unit is None and q.noun_span is not None]
    if not found or _OPEN.search(text[:end]):
        return None
    count = found[-1]
    noun = count.noun_span
    near = noun is not None and noun.end <= count.span.end + 30
    fits = 2 <= count.value <= _MOST and count.value.denominator == 1 and not count.approximate
    return count if near and fits and pattern.search(text[count.span.end : end]) else None


def _place(count: Quantity) -> Span:
    return Span(count.span.start, count.noun_span.end if count.noun_span else count.span.end)
