"""Whose judgement a loaded word is: the newsroom's own, or somebody's in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.article import BlockKind
from newslint.attribution.graph import Directness
from newslint.attribution.kinds import nouns_for
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import in_raw_markup, not_prose
from newslint.checks._support import is_own_voice
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Parse, Token
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
_BEFORE = frozenset({"amod", "compound", "nmod"})
_WHEN = frozenset({"after", "amid", "before", "despite", "during", "following", "since"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_URGING = frozenset({"must", "ought", "should"})
_TRULY = frozenset({"only", "real", "true"})  # the real extremist: somebody argues
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
# Endings of words for people, as far as no thing ends so.
_PERSONAL = ("lander", "villager", "ian", "ster", "eer", "ist", "man", "woman", "men", "women")
# Somebody's eyes, before the words in the sentence: "to many, he is a firebrand".
_EYES = LazyRegex(
    r"\b(?:critics?|opponents?|detractors?|supporters?|admirers?|enemies|rivals|campaigners|"
    r"(?:to|for|among) (?:many|some|others|them|him|her)|according to|in (?:his|her|their|its|the) "
    r"(?:view|eyes|opinion|words)|so-called|what (?:\w+ ){1,3}(?:call|see|regard)\w*|myth|"
    r"self-described|self-proclaimed|whether|film|novel|book|series|song|album)\b",
    re.IGNORECASE,
)
# What is told in a work: "the evil queen is played by".
_STAGED = LazyRegex(
    r"\b(?:(?:is |are |was |were )(?:played|voiced|portrayed) by|stars? (?:as|in)|starring)\b",
    re.IGNORECASE,
)
# What the newsroom hangs on behind a report: "..., the ministry said, a jaw-dropping purchase".
_HUNG_ON = LazyRegex(
    r", (?:an?|another|one more|yet another|the|its|their|his|her|(?:by|with|in) [\w-]+) "
    r"(?:[\w-]+ ){0,8}$"
)
_FULL = 6  # words that make a statement: "It was, she said, a shameful deal" goes on
_SELF = LazyRegex(r"\b(?:I|[Mm]y|[Mm]e|[Oo]ur)\b")
_NOTE = LazyRegex(r"(?:editor|publisher)[’']?s?[’']? note\b|correction\b", re.IGNORECASE)
_UNREAL = LazyRegex(
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
    What a thing is called while something else is said of it is taken for granted, and so the
    newsroom's: "The crooked deal is off, a rival said".
    """
    parse = reading.parses[block]
    words = parse.within(span)
    if not words or not_prose(reading.article, span) or in_raw_markup(reading, block, span):
        return False
    head = next((w for w in words if not span.covers(w.head.span) or w.head is w), words[-1])
    presumed = _is_presumed(reading, words[-1]) or _is_hung_on(reading, span)
    if presumed and reading.quotations.touches(span):
        return False
    if not presumed and (not _is_own(reading, span) or _is_held(head, parse)):
        return False
    sentence = reading.sentence_at(span.start)
    if sentence is None:
        return True
    text = sentence.span.cut(reading.text)
    if text.rstrip("\"”’' )").endswith("?") or _speaks_for_itself(reading, block, sentence.span):
        return False
    if _STAGED.search(reading.text, sentence.span.start, sentence.span.end):
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
    if word.entity in {"PERSON", "ORG", "NORP", "GPE"} and word.text[:1].isupper():
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


def _is_presumed(reading: Reading, word: Token) -> bool:
    """Return whether "the" or "its" makes a known thing of the noun, about which more is said.

    In "the crooked deal is off, a rival said" and "she said the crooked deal was off" the source
    says no more than "is off"; what the deal is called comes from the newsroom. In "she denounced
    the crooked deal", and in "she said the crooked deal should go", it may be hers.
    """
    noun = word
    while noun.dep in _BEFORE and noun.head is not noun:
        noun = noun.head
    known = any(c.lower in _KNOWN or c.dep == "poss" for c in noun.children)
    if any(c.lower in _TRULY for c in noun.children):
        return False
    if not known or (noun is word and word.dep not in _SUBJECTS):
        return False
    cues = [
        a.cue
        for a in reading.attributions
        if a.cue and any(content.covers(word.span) for content in a.content)
    ]
    for above in noun.ancestors:
        if above.lemma.lower() in vocabulary("loaded", "held") or any(
            span.overlaps(above.span) for cue in cues for span in cue
        ):
            return False
        if above.tag.startswith("VB"):
            told_first = any(span.start < word.start for cue in cues for span in cue)
            return not (told_first and any(c.lower in _URGING for c in above.children))
    return False


def _is_own(reading: Reading, span: Span) -> bool:
    """Return whether nobody else says the words; a cue inside an idiom makes nobody a source."""
    if is_own_voice(reading, span):
        return True
    inside = [a for a in reading.attributions if a.cue and span.overlaps(a.cue[0])]
    others = (a for a in reading.attributions if a not in inside)
    return (
        bool(inside)
        and not reading.quotations.touches(span)
        and not any(content.overlaps(span) for a in others for content in a.content)
    )


def _is_hung_on(reading: Reading, span: Span) -> bool:
    """Return whether the words follow what was said, its source and a comma, as an afterthought."""
    sentence = reading.sentence_at(span.start)
    if sentence is None or not _HUNG_ON.search(reading.text, sentence.span.start, span.start):
        return False
    said = [a for a in reading.attributions if a.cue and sentence.span.covers(a.cue[0])]
    told = [
        a
        for a in said
        if a.directness is Directness.INDIRECT
        and a.cue[0].end < span.start
        and a.content
        and a.content[0].end < a.cue[0].start
        and len(a.content[0].cut(reading.text).split()) >= _FULL
    ]
    return bool(told) and len(told) == len(said)


def _is_set_off(noun: Token, parse: Parse) -> bool:
    """Return whether a comma or dash stands before the noun and what belongs to it."""
    first = min(w.i for w in noun.subtree)
    return first > 0 and parse.tokens[first - 1].text in {",", "-", "–", "—", "--"}


def _is_by_nobody(verb: Token) -> bool:
    """Return whether it is feared or said, by nobody, that something is so."""
    subject = verb.child("nsubjpass")
    return subject is not None and subject.lower == "it" and verb.child("agent") is None


def _is_held(word: Token, parse: Parse) -> bool:
    """Return whether a word of saying or seeing stands above, not as its doer."""
    held = vocabulary("loaded", "held")
    child = word
    for above in word.ancestors:
        if child is word and word.dep in _BEFORE | {"advmod"}:
            child = above  # a shameful attack, rightly blamed: the word hangs on what it judges
            continue
        if child.dep == "appos" and _is_set_off(child, parse):
            return False  # "They dismissed the head, a stunning rebuke": said of it by the newsroom
        if child.dep == "prep" and child.lower in _WHEN:
            return False  # "said goodbye after a humiliating defeat"
        if child.dep == "prep" and child.i < above.i and above.child("nsubj") is not None:
            return False  # "The board, to its shame, said nothing"
        if any(t.text == ";" for t in parse.tokens[child.i : above.i]):
            return False  # what is said after a semicolon is another matter
        if child.dep == "conj" and child.child("nsubj", "nsubjpass") is not None:
            child = above  # "had been warned, and he mulishly refused" starts afresh
            continue
        if above.lemma.lower() in held and child.dep not in _SUBJECTS and not _is_by_nobody(above):
            # "the thugs who accused him": the label hangs above the clause, not under it
            return True
        child = above
    return False
