"""The public style guides behind the house styles, and what their rules have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newslint.article import Block
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.language.date_mention import MONTHS
from newslint.reading import Reading
from newslint.span import Span

AP: Final = "https://www.apstylebook.com/"
BBC: Final = "https://www.bbc.co.uk/newsstyleguide/"
GUARDIAN: Final = "https://www.theguardian.com/guardian-observer-style-guide-a"
REUTERS: Final = "https://reutersagency.com/about/standards-values/"
HOUSES: Final = (AP, BBC, GUARDIAN, REUTERS)

#: The months as AP shortens them before a day.
SHORT_MONTHS: Final = dict(
    zip(
        MONTHS,
        (
            "Jan.",
            "Feb.",
            "March",
            "April",
            "May",
            "June",
            "July",
            "Aug.",
            "Sept.",
            "Oct.",
            "Nov.",
            "Dec.",
        ),
        strict=True,
    )
)

#: A month in full or shortened, with or without its point, as part of a pattern.
MONTH_PATTERN: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)


def month_named(word: str) -> str:
    """Return the full name of a month that `MONTH_PATTERN` matched."""
    return next(name for name in MONTHS if name[:3] == word[:3])


def own_prose(reading: Reading) -> Iterator[tuple[Block, str]]:
    """Yield the story's paragraphs and list items, each with its text."""
    for _, block in prose(reading):
        yield block, block.span.cut(reading.text)


def own_span(reading: Reading, block: Block, start: int, end: int) -> Span | None:
    """Return the place of `start:end` of a block, or None where it is quoted or no prose.

    Needs `quotations`.
    """
    span = Span(block.span.start + start, block.span.start + end)
    return span if is_writers_own(reading, span) else None


def ends_sentence(reading: Reading, end: int) -> bool:
    """Return whether a sentence ends at the text offset `end`. Needs `sentences`."""
    sentence = reading.sentence_at(end - 1)
    return sentence is not None and not reading.text[end : sentence.span.end].strip(" ”’\"')")
