"""Quotation marks that have a partner and are still wrong: doubled, turned, foreign, nested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.language.lazy_regex import LazyRegex
from newslint.language.quotation import Quotation
from newslint.reading import Reading
from newslint.span import Span

_DOUBLED = "The mark is set twice: set it once."
_TURNED = "These marks are turned round: open with “ and close with ”."
_FOREIGN = "The rest of the story quotes between other marks: quote between those here, too."
_NESTED = "A quotation within a quotation has single marks: else the outer one seems to end here."
_SPACED = "The mark stands apart from the words that it closes: close up the space."

_HALVES = "The two halves of this quotation stand between different marks: use one kind."

_FOREIGN_MARKS = frozenset("„«»‹›‚")
_HOME_MARKS = frozenset('“"‘')
_TWICE = LazyRegex(r"(?<![\w\"“”'’])[\"“”]{2}(?=[\w$£€])|(?<=[\w.,!?…])[\"“”]{2}(?=[\s.,;:)]|$)")
_TWO_SINGLES = frozenset(["''", "``"])
_REVERSED = LazyRegex(r"(?<![^\s(\[—–])”(?=\w)[^“”\"\n]{2,200}“(?=[\s.,;:!?)]|$)")
_SPEECH = r"(?:added|adds|asked|asks|replied|said|says|told|wrote|writes)"
#: "It is late", she said, 'and dark.'
_BETWEEN = rf"[^\"“”‘\n]{{0,60}}?\b{_SPEECH}\b[^\"“”‘\n.!?]{{0,80}}?[,:]"
_SPLIT = LazyRegex(
    rf"(?<=[\w,!?])[\"”],? {_BETWEEN} (?P<second>['‘])(?=\w)"
    rf"|(?<=[\w,!?])['’],? (?:\w+ )?{_SPEECH}\b[^\"“”‘\n.!?]{{0,80}}?[,:] (?P<third>[\"“])(?=\w)"
)
_APART = LazyRegex(
    r"(?<=[,.!?])[ \u00a0][\"”](?= (?:(?:he|she|they|it|[A-Z]\S{0,30}(?: [A-Z]\S{0,30}){0,2}) )?"
    r"(?:added|adds|asked|asks|replied|said|says|told|wrote|writes)\b)"
)


@dataclass(frozen=True, slots=True)
class OddMark:
    """Marks at `span`, and what is wrong with them; `mild` if it is a matter of looks."""

    span: Span
    message: str
    mild: bool = False


def odd_marks(reading: Reading, story: frozenset[int]) -> Iterator[OddMark]:
    """Yield the marks of the blocks `story` that are wrong though they have a partner.

    Foreign marks and two single ones for a double are told only where the story has others
    of its own. Needs `quotations`.
    """
    quotations = [q for q in reading.quotations.all if q.block in story and q.closed]
    usual = sum(q.depth == 1 and q.mark in _HOME_MARKS for q in quotations)
    foreign = [q for q in quotations if q.depth == 1 and q.mark in _FOREIGN_MARKS]
    if 0 < len(foreign) * 2 <= usual:
        yield from (OddMark(q.span, _FOREIGN) for q in foreign)
    singles = [q for q in quotations if q.mark in _TWO_SINGLES]
    if 0 < len(singles) * 2 <= usual:
        yield from (OddMark(q.span, _FOREIGN, mild=True) for q in singles)
    for quotation in quotations:
        if _is_nested_alike(quotation, quotations):
            yield OddMark(quotation.span, _NESTED)
    for index in sorted(story):
        block = reading.blocks[index].span
        text = block.cut(reading.text)
        if '"' not in text and "“" not in text and "”" not in text:
            continue
        for match in _SPLIT.finditer(text):
            group = "second" if match["second"] else "third"
            yield OddMark(Span(*match.span(group)).shifted(block.start), _HALVES)
        for pattern, message in ((_TWICE, _DOUBLED), (_REVERSED, _TURNED), (_APART, _SPACED)):
            for match in pattern.finditer(text):
                place = Span(*match.span()).shifted(block.start)
                if message is not _DOUBLED or not _closes_two(quotations, place):
                    yield OddMark(place, message)


def _is_nested_alike(quotation: Quotation, others: list[Quotation]) -> bool:
    """Return whether curly double marks stand within curly double marks."""
    return (
        quotation.depth > 1
        and quotation.mark == "“"
        and any(
            o.mark == "“" and o.depth == quotation.depth - 1 and o.span.covers(quotation.span)
            for o in others
        )
    )


def _closes_two(quotations: list[Quotation], place: Span) -> bool:
    """Return whether the two marks close one quotation each, which is another fault."""
    ends = {q.span.end for q in quotations if q.mark == "“"}
    return place.start + 1 in ends and place.end in ends
