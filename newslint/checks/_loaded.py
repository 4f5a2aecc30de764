"""Whose judgement a loaded word is: the newsroom's own, or somebody's in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.article import BlockKind
from newslint.attribution.kinds import nouns_for
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import in_raw_markup, not_prose
from newslint.checks._support import is_own_voice
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_READ = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.SUMMARY,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.CAPTION,
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
# Endings of words for people, as far as no thing ends so.
_PERSONAL = ("lander", "villager", "ian", "ster", "man", "woman", "men", "women")
# Somebody's eyes, before the words in the sentence: "to many, he is a firebrand".
_EYES = re.compile(
    r"\b(?:critics?|opponents?|detractors?|supporters?|admirers?|enemies|rivals|campaigners|"
    r"(?:to|for|among) (?:many|some|others|them|him|her)|in (?:his|her|their|its|the) "
    r"(?:view|eyes|opinion|words)|so-called|what (?:\w+ ){1,3}(?:call|see|regard)\w*|myth|"
    r"self-described|self-proclaimed|whether|film|novel|book|series|song|album)\b",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Oo]ur)\b")
_NOTE = re.compile(r"(?:editor|publisher)[’']?s?[’']? note\b|correction\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:if|would|could|might|may|avert|avoid|prospect|risk|threat\w*|potential\w*|possib\w+)\b",
    re.IGNORECASE,
)


def judged_words(reading: Reading) -> Iterator[tuple[int, Token]]:
    """Yield the words of the story, its headlines and captions, each with its block index."""
    for index, block in enumerate(reading.blocks):
        if block.kind in _READ:
            yield from ((index, word) for word in reading.parses[index])


def judged_spans(reading: Reading) -> Iterator[tuple[int, Span]]:
    """Yield the blocks that `judged_words` reads: their indexes and spans."""
    for index, block in enumerate(reading.blocks):
        if block.kind in _READ:
            yield index, block.span


def is_newsrooms(reading: Reading, block: int, span: Span) -> bool:
    """Return whether the words in `span` are the newsroom's judgement.

    They are not if quoted, reported, hung under a word of saying or seeing ("denounced the
    thugs"), seen with somebody's eyes ("to critics"), asked, spoken of as a name, or code.
    """
    if not is_own_voice(reading, span) or not_prose(reading.article, span):
        return False
    if in_raw_markup(reading, block, span):
        return False
    words = reading.parses[block].within(span)
    if not words or any(_is_held(word) for word in words[-1:]):
        return False
    sentence = reading.sentence_at(span.start)
    if sentence is None:
        return True
    text = sentence.span.cut(reading.text)
    if text.rstrip("\"”’' )").endswith("?") or _speaks_for_itself(reading, block, sentence.span):
        return False
    return _EYES.search(reading.text, sentence.span.start, span.start) is None


def _speaks_for_itself(reading: Reading, block: int, sentence: Span) -> bool:
    """Return whether somebody says "I" in the sentence, or the block is an editor's note."""
    if _NOTE.match(reading.text, reading.blocks[block].span.start):
        return True
    found = _SELF.finditer(reading.text, sentence.start, sentence.end)
    return any(not reading.quotations.touches(Span(*match.span())) for match in found)


def is_unreal(reading: Reading, span: Span) -> bool:
    """Return whether the sentence speaks of what may be, rather than of what is."""
    sentence = reading.sentence_at(span.start)
    return sentence is not None and bool(_UNREAL.search(sentence.span.cut(reading.text)))


def is_somebody(word: Token) -> bool:
    """Return whether the noun stands for people or a body."""
    if word.entity in {"PERSON", "ORG", "NORP", "GPE"}:
        return True
    if word.lemma.lower() in _people() or word.lower in _people():
        return True
    return word.lemma.lower().endswith(_PERSONAL) and word.tag in {"NN", "NNS"}


@cache
def _people() -> frozenset[str]:
    kinds = ("roles", "common_roles", "collectives", "organisations", "speaking_for")
    lists = (vocabulary("people", "either"), vocabulary("people", "female"))
    return frozenset().union(
        *(nouns_for(kind) for kind in kinds), *lists, vocabulary("loaded", "persons")
    )


def _is_held(word: Token) -> bool:
    """Return whether a word of saying or seeing stands above, not as its doer."""
    held = vocabulary("loaded", "held")
    child = word
    for above in word.ancestors:
        if child is word and word.dep in {"amod", "compound", "nmod"}:
            child = above  # a shameful attack: the word hangs on what it judges
            continue
        if above.lemma.lower() in held and child.dep not in _SUBJECTS:
            # "the thugs who accused him": the label hangs above the clause, not under it
            return True
        child = above
    return False
