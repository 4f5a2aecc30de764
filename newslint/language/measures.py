"""Shapes of what is measured or found in a text by an outside library."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from newslint.span import Span


@dataclass(frozen=True, slots=True)
class Readability:
    """Readability of a stretch of text.

    `grade` is the Flesch-Kincaid grade, `ease` Flesch reading ease (100 is easy), `fog` the
    Gunning fog index, `smog` SMOG. All are 0.0 for a text without words. `paragraphs` counts
    those that the text was made of.
    """

    words: int
    sentences: int
    grade: float
    ease: float
    fog: float
    smog: float
    paragraphs: int = 1

    @property
    def sentence_words(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def paragraph_words(self) -> float:
        """Words in a paragraph, on average."""
        return self.words / self.paragraphs if self.paragraphs else 0.0


@dataclass(frozen=True, slots=True)
class GrammarIssue:
    """What a grammar engine says. `span` is in article text coordinates."""

    span: Span
    message: str
    engine: str
    engine_rule: str
    kind: str
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateAnchor:
    """The article's own date, and where it was found.

    `origin` is one of `option`, `front matter`, `file name`, `dateline`, `text`; `span` is
    in source coordinates for front matter, in text coordinates for `dateline` and `text`,
    otherwise None.
    """

    date: datetime.date
    origin: str
    span: Span | None = None
