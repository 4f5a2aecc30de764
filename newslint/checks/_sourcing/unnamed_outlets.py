"""Outlets that are credited by their sort alone: revealed by a newspaper in Muscat."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.attribution.graph import SourceKind
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.sources import noun_phrase, source_head, source_words
from newslint.checks._support import has_link, is_own_voice, is_report, prose_tokens
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_NEAR = 80  # characters before an outlet in which it may be said to be one of many
_ONE_OF_MANY = LazyRegex(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Oo]ther) $")
_SORTS = frozenset({"broadcasters", "newspapers", "outlets", "papers", "sites", "stations"})
_NAME_FOLLOWS = LazyRegex(r",? [A-Z*_“\"]")
_OPEN = frozenset({"a", "an", "another", "one", "some", "several", "two", "three", "various"})
_POINTING = frozenset({"her", "his", "its", "same", "that", "the", "their", "these", "this"})
_OF_THE_LAND = frozenset({"national", "public", "state"})  # there is only one
_MEDIA = frozenset({"media", "news", "video"})
_THROUGH = frozenset({"across", "by", "in", "on"})
_PERSONS = frozenset({"he", "i", "she", "they", "we", "who", "you"})
_CITING = frozenset({"citing", "per", "quoting"})


def unnamed_outlets(reading: Reading) -> Iterator[Span]:
    """Yield outlets without a name that news is taken from, in text order.

    They follow "by", "in" or "on" after what outlets do with news ("picked up by a cable
    host"), or "according to"; as subjects they are found by their verbs, elsewhere. Needs
    `parse` with names, and `attributions`.
    """
    sorts = vocabulary("secondhand", "sorts")
    for token in prose_tokens(reading):
        if token.dep != "pobj" or token.lemma.lower() not in sorts or token.entity in _NAMED:
            continue
        if not _is_credited(token) or not _is_unnamed(token):
            continue
        sentence = reading.sentence_at(token.start)
        if sentence is None or has_link(reading, sentence.span):
            continue
        span = noun_phrase(token)
        if is_own_voice(reading, span):
            yield span


def outlet_sources(reading: Reading) -> Iterator[Span]:
    """Yield outlets without a name that say something, as the attribution graph has them.

    Whatever they say it by: "other outlets, reporting that", "a television report shows".
    Needs `parse` with names, and `attributions`.
    """
    for attribution in reading.attributions:
        head = source_head(reading, attribution)
        if head is None or attribution.source.pronoun or not is_report(reading, attribution):
            continue
        outlet = attribution.source.kind is SourceKind.OUTLET or _is_of_media(head)
        words = source_words(reading, attribution)
        if not outlet or _is_known(head) or any(_names(w, head) for w in words):
            continue
        if _is_anybodys(head):
            continue
        span = noun_phrase(head)
        if is_own_voice(reading, span) and not has_link(reading, span):
            yield span


def is_sort(reading: Reading, place: Span) -> bool:
    """Return whether the words only tell what sort of outlet it is: "a Lindow newspaper"."""
    words = place.cut(reading.text).split()
    if len(words) < 2 or not words[-1].islower():
        return False
    before = reading.text[max(place.start - _NEAR, 0) : place.start]
    sort = _ONE_OF_MANY.search(before) is not None or _ONE_OF_MANY.match(f"{words[0]} ") is not None
    return sort or words[-1] in _SORTS or is_named_next(reading, place)


def is_named_next(reading: Reading, place: Span) -> bool:
    """Return whether a name follows: a newspaper, the Lindow Chart."""
    return _NAME_FOLLOWS.match(reading.text, place.end) is not None


def _names(word: Token, outlet: Token) -> bool:
    """Return whether the word is part of a name, and not only of the outlet's place."""
    at = word.head
    placed = at.lower in {"from", "in", "near"} and at.head is outlet and not word.children
    return word.tag.startswith("NNP") and (not placed or word.entity in {"ORG", "WORK_OF_ART"})


def _is_of_media(noun: Token) -> bool:
    """Return whether this is what an unnamed outlet brought out: a television report."""
    if noun.lemma.lower() not in vocabulary("secondhand", "pieces"):
        return False
    sorts = vocabulary("secondhand", "sorts") | _MEDIA
    return any(c.dep == "compound" and c.lemma.lower() in sorts for c in noun.children)


def _is_known(noun: Token) -> bool:
    """Return whether the words with the noun point at an outlet told of before, or at its name."""
    return noun.child("appos") is not None or any(
        c.dep == "poss" or c.lower in _POINTING | _OF_THE_LAND
        for c in noun.children
        if c.i < noun.i
    )


def _is_credited(noun: Token) -> bool:
    """Return whether news is said to come from the outlet."""
    above = noun.head
    if above.lower in {"in", "on"} and _is_credited_work(above.head):
        return True
    if above.lower == "to" and above.head.lower == "according":
        return True
    if above.lower in _CITING:
        return True
    verb = above.head
    news = vocabulary("secondhand", "published")
    if above.lower in {"in", "on"} and noun.lemma.lower() in vocabulary("secondhand", "tellers"):
        thing = verb.child("nsubj") or verb.child("nsubjpass")
        person = thing is None or thing.entity == "PERSON" or thing.lower in _PERSONS
        if verb.lemma in vocabulary("secondhand", "surfaced") and not person:
            return True
    return above.lower in _THROUGH and verb.tag == "VBN" and verb.lemma in news


def _is_credited_work(work: Token) -> bool:
    """Return whether what an outlet brought out is said to tell it: an article in a magazine."""
    if work.lemma.lower() not in vocabulary("secondhand", "pieces"):
        return False
    if not any(c.lower in _OPEN for c in work.children):
        return False
    above = work.head
    if work.dep == "pobj":
        return above.lower in _CITING or (above.lower == "to" and above.head.lower == "according")
    told = above.lemma in vocabulary("secondhand", "usual_verbs")
    return work.dep == "nsubj" and told and not any(c.tag == "MD" for c in above.children)


def _is_anybodys(noun: Token) -> bool:
    """Return whether the word stands for more than outlets, and nothing beside it says so."""
    if noun.lemma.lower() == "paper" and any(c.lower in _OF_A_CASE for c in noun.children):
        return True  # court papers
    of_news = any(c.lower in _OF_NEWS for c in noun.children)
    return noun.lemma.lower() in _ANYBODYS and not of_news


def _is_unnamed(noun: Token) -> bool:
    """Return whether the words with the noun give no name, and do not point at a known one."""
    words = [w for c in noun.children for w in c.subtree]
    if any(w.entity in _NAMED or w.lower in {"called", "named"} for w in words):
        return False
    if noun.child("appos") is not None or any(c.dep == "poss" for c in noun.children):
        return False
    beside = [*noun.children, *noun.head.head.children]
    if any(c.lower == "by" and c.i > noun.i for c in beside):
        return False  # a paper by two chemists
    if _is_anybodys(noun):
        return False
    before = [c for c in noun.children if c.i < noun.i]
    if any(c.dep in {"compound", "amod"} and c.tag == "NNP" and not c.entity for c in before):
        return False
    if any(c.lower in _OPEN for c in before):
        return True
    described = any(c.dep in {"amod", "compound"} for c in before)
    return described and all(c.lower not in {"this", "that", "its", "same"} for c in before)


# Anybody may have these, and may be named before: according to the event website.
_ANYBODYS = frozenset(
    {
        "agency",
        "feed",
        "forum",
        "page",
        "platform",
        "portal",
        "post",
        "profile",
        "programme",
        "site",
        "story",
        "thread",
        "website",
    }
)
_OF_NEWS = frozenset(
    {"business", "celebrity", "football", "gossip", "local", "news", "press", "satirical"}
)
_OF_A_CASE = frozenset({"court", "green", "legal", "research", "scientific", "white", "working"})
_NAMED = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART"})
