"""What everybody is said to know, and nobody to have said: by all accounts, word has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._phrases import find_phrases, phrase_pattern, vocabulary
from newslint.checks._support import has_link, is_own_voice, prose_sentences
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, Sentence
from newslint.span import Span

_ASIDE = LazyRegex(
    r"[,–—(]\s?(?P<said>(?:so )?it (?:is|was|has been|had been) (?:now |widely |generally |also )?"
    r"(?:alleged|argued|assumed|believed|claimed|feared|felt|hinted|hoped|reckoned|reported|rumou?red"
    r"|said|supposed|suspected|thought|understood|whispered))(?=[,–—)])"
)
_WHOSE = LazyRegex(
    r"\s(?:[\w’'-]+\s){0,2}"
    r"(?:among|by|from|within|of (?:the )?(?:\w+ )?(?:number|majority|crowd))\b"
)
_MANY_WHO = LazyRegex(
    r"there (?:is|are|was|were) (?:those|some|many|plenty|others) who\b", re.IGNORECASE
)
_AMID = LazyRegex(r"amid(?:st)?\b|(?:history|experience) teaches\b", re.IGNORECASE)
_TELLING = (
    "acts",
    "attitudes",
    "beliefs",
    "judged_as",
    "statements",
    "stances",
    "telling",
    "wants",
)
_HELPING = frozenset({"aux", "auxpass"})
_BEFORE = frozenset({"amod", "compound", "det", "nmod"})


@dataclass(frozen=True, slots=True)
class CommonTalk:
    """A phrase that puts a statement down to talk, and whether it may be a mere turn of phrase."""

    span: Span
    doubtful: bool = False


def common_talk(reading: Reading) -> Iterator[CommonTalk]:
    """Yield phrases that put a statement down to talk, lore or common opinion, in text order.

    "By all accounts", "conventional wisdom says", "village lore has it": whoever thinks so is
    not told. Left alone are those in quoted or reported words, and where a link stands in the
    sentence. Needs `parse` and `attributions`.
    """
    pattern = phrase_pattern("attribution", "common_talk")
    for sentence in prose_sentences(reading):
        for span in find_phrases(reading.text, sentence.span, pattern):
            if _WHOSE.match(reading.text, span.end):
                continue
            if _MANY_WHO.match(reading.text, span.start) and not _think(reading, sentence, span):
                continue
            if is_own_voice(reading, span) and not has_link(reading, sentence.span):
                doubtful = _AMID.match(reading.text, span.start) is not None
                yield CommonTalk(_with_its_words(reading, sentence.block, span), doubtful)
        for match in _ASIDE.finditer(reading.text, sentence.span.start, sentence.span.end):
            span = Span(*match.span("said"))
            if not reading.quotations.touches(span) and not has_link(reading, sentence.span):
                yield CommonTalk(span)


def _think(reading: Reading, sentence: Sentence, span: Span) -> bool:
    """Return whether those who are spoken of say or believe something: many who fear."""
    after = reading.parses[sentence.block].within(Span(span.end, sentence.span.end))
    verb = next((w for w in after if w.tag.startswith("VB") and w.dep not in _HELPING), None)
    told = frozenset[str]().union(
        *(vocabulary("attribution", "collective", name) for name in _TELLING)
    )
    return verb is not None and verb.lemma in told | {"find"}


def _with_its_words(reading: Reading, block: int, span: Span) -> Span:
    """Return the phrase with the words that go before its noun: village lore has it."""
    noun = reading.parses[block].at(span.start)
    if noun is None or not noun.tag.startswith("NN"):
        return span
    before = [c.start for c in noun.children if c.i < noun.i and c.dep in _BEFORE]
    return Span(min((span.start, *before)), span.end)
