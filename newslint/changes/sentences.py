"""Which sentences of an article are not those of its earlier version. Pure.

Prose has whole paragraphs on one line, so that lines say little about what has changed. The
source is cut into units instead: a sentence with its markup as far as the next one begins,
and what stands between, such as front matter, line by line. A unit counts by its words, not
by its place: what was moved or wrapped anew has not changed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newslint.article import Article
from newslint.language.sentences import split_sentences
from newslint.span import Span

#: Where what stands between sentences is cut: at the start of a line, before a tag.
_CUT = re.compile(r"(?<=\n)|(?=<)")
#: A line break within a sentence, with the mark of a block quotation behind it.
_BREAK = re.compile(r"\n[ \t>]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the source that is compared as a whole: its place, and its words."""

    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The parts of a source that are new: sorted, apart from each other."""

    spans: tuple[Span, ...]

    def touches(self, span: Span) -> bool:
        """Return whether `span`, in the source, shares a character with what is new."""
        before = bisect_left(self.spans, span.end, key=lambda s: s.start)
        return before > 0 and self.spans[before - 1].end > span.start


def changed(new: Article, old: Article) -> Changed:
    """Return what `new` holds that `old`, its earlier version, does not.

    A sentence that stands there once more than before is new once, where the two versions
    begin to differ.
    """
    now, before = units(new), units(old)
    start = _common(now, before)
    end = _common(now[start:][::-1], before[start:][::-1])
    left = Counter(unit.key for unit in before[start : len(before) - end])
    spans = []
    for unit in now[start : len(now) - end]:
        if left[unit.key]:
            left[unit.key] -= 1
        elif any(character.isalnum() for character in unit.key):
            spans.append(unit.span)
    return Changed(tuple(spans))


def units(article: Article) -> tuple[Unit, ...]:
    """Return the units of an article's source, in order: they cover it without gaps."""
    source = article.source
    cuts = sorted({0, *_cuts(article), len(source)})
    return tuple(
        Unit(Span(start, end), _key(source[start:end]))
        for start, end in pairwise(cuts)
        if end > start
    )


def _cuts(article: Article) -> Iterator[int]:
    """Yield where units begin, in any order."""
    sentences = sorted(
        article.source_map.to_source(span.shifted(block.span.start))
        for block in article.blocks
        for span in split_sentences(block.span.cut(article.text))
    )
    end = 0
    for sentence in (*sentences, Span(len(article.source), len(article.source))):
        if sentence.start > end:
            yield from (m.start() for m in _CUT.finditer(article.source, end, sentence.start))
        yield sentence.start
        end = max(end, sentence.end)


def _key(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", _BREAK.sub("\n", text)).split())


def _common(left: Sequence[Unit], right: Sequence[Unit]) -> int:
    """Return how many units at the start are the same."""
    for index, (one, other) in enumerate(zip(left, right, strict=False)):
        if one.key != other.key:
            return index
    return min(len(left), len(right))
