"""Asides to the reader: an order nobody is given, and a remark without a verb."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import BlockKind
from newslint.checks._phrases import vocabulary
from newslint.checks._support import tokens_in
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_NO_REMARK = LazyRegex(r"[\d:;–—@#/()\[\]*|]|--|[’'](?:s|re|ve|ll|d|m)\b|\.\.\.|…|\b[A-Z]{3,}\b")
_LEAST, _MOST = 3, 22  # words of a remark
_OPENING = 2  # paragraphs in which a place or a name may stand by itself
_AFTER_ORDERS = frozenset({"DT", "PDT", "PRP", "PRP$", "RB", "RP", "WP", "WRB"})
_ATTRIBUTES = frozenset({"amod"})
_SERVICE = 2  # orders from which on a story is a guide to something


def asides(reading: Reading) -> Iterator[tuple[int, Span]]:
    """Yield the block and the place of every aside outside quotations.

    They are orders to the reader ("Mark our words."), unless the story is a guide that gives
    many or the order helps to find something, and remarks without a verb in a paragraph that
    has other sentences ("A nice little earner, that.").
    """
    orders: list[tuple[int, Span]] = []
    paragraphs = given = 0
    for index, block in enumerate(reading.blocks):
        if block.kind is not BlockKind.PARAGRAPH or block.key is not None:
            continue
        paragraphs += 1
        group = reading.sentences_of(index)
        for sentence in group:
            if reading.quotations.touches(sentence.span):
                continue
            text = sentence.span.cut(reading.text).strip()
            words = [w for w in tokens_in(reading, sentence) if w.text[:1].isalnum()]
            if not words or not text.endswith((".", "!")):
                continue
            place = Span(sentence.span.start, words[-1].end)
            verb = _ordered(words) if paragraphs > 1 else None
            given += verb is not None
            if verb is not None and verb.lemma.lower() not in vocabulary("slant", "service"):
                orders.append((index, Span(place.start, words[min(7, len(words) - 1)].end)))
            elif len(group) > 1 and paragraphs > _OPENING and _is_remark(text, words):
                yield index, place
    if given <= _SERVICE:
        yield from orders


def _ordered(words: list[Token]) -> Token | None:
    """Return the verb of a sentence that tells the reader to do something, else None."""
    first = words[0]
    if first.lower == "do" and len(words) > 2 and words[1].lower in {"n't", "n’t", "not"}:
        verb = first.head if first.dep == "aux" else first
        return verb if verb.tag == "VB" and verb.child("nsubj") is None else None
    if first.tag != "VB" or first.dep != "ROOT" or len(words) < _LEAST:
        return None
    if first.child("nsubj", "nsubjpass") is not None or any(w.tag == "MD" for w in first.children):
        return None
    # What follows may show a noun or a name that the parser takes for a verb.
    return first if words[1].tag in _AFTER_ORDERS else None


def _is_remark(text: str, words: list[Token]) -> bool:
    """Return whether a sentence has no verb, no figure and no name: nothing but a comment."""
    if not _LEAST <= len(words) <= _MOST or _NO_REMARK.search(text):
        return False
    if text[0].islower() or any(
        w.tag.startswith(("VB", "MD", "NNP", "CD")) for w in words if w.dep not in _ATTRIBUTES
    ):
        return False
    return any(w.tag in {"NN", "NNS", "JJ", "JJR", "JJS"} for w in words)
