"""States of affairs that exclude each other in one story: nobody hurt, and the injured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.article import BlockKind
from newslint.checks._facts.clauses import speak_apart
from newslint.checks._facts.told import NUMBER, number, places
from newslint.checks._phrases import (
    PACKAGE,
    Phrases,
    find_phrases,
    may_stand_in,
    phrases,
    vocabulary,
)
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_UNSURE = LazyRegex(
    r"\b(?:not|never|no|nor|without|if|unless|would\shave|could\shave|might|may|feared|fear|hope[ds]?|until"
    r"|n[’']t|in\scase|instead|rather|once|last\s(?:year|month|season|time|week)"
    r"|years?\s(?:ago|earlier)|another|other|second|previous|earlier)\b",
    re.IGNORECASE,
)
_YEAR = LazyRegex(r"\b(?:1[89]|20)\d\d\b")
_LONGEST = 1300  # words: a longer story has room for both
_KIN = frozenset(
    {
        "wife", "husband", "mother", "father", "brother", "sister", "son", "daughter", "uncle",
        "aunt",
        "grandfather", "grandmother", "partner", "fiancé", "fiancée", "parents", "mum", "dad",
        "twin",
    }
)  # fmt: skip
_AFTER_DEATH = frozenset(
    {
        "lie",
        "rest",
        "leave",
        "inspire",
        "remain",
        "live",
        "survive",
        "be",
        "haunt",
        "mean",
        "get",
        "receive",
        "have",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DAY = "Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?"
_DAYS = LazyRegex(
    rf"\b(?P<n>{NUMBER})\s(?:days|nights|mornings|evenings|afternoons)(?:\s(?:a|each|every|per)\sweek)?(?:,|:|\s[–—-]|"
    rf"\son)\s(?:on\s)?(?P<whole>(?:{_DAY})(?:,\s(?:{_DAY}))*,?\sand\s(?:{_DAY}))\b",
    re.IGNORECASE,
)


@cache
def _rows() -> tuple[tuple[Phrases, Phrases], ...]:
    data = load(PACKAGE, "vocabularies/contrasts.yml")
    rows = data.get("stories") if isinstance(data, dict) else None
    return tuple(
        (_listed(row["one"]), _listed(row["other"]))
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, dict)
    )


def _listed(written: object) -> Phrases:
    return phrases(map(str, written) if isinstance(written, list) else (), ending=r"(?!\w)")


def states_apart(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each phrase that an earlier one of the story rules out, and that one.

    Needs `attributions`.
    """
    if sum(len(parse) for parse in reading.parses) > _LONGEST:
        return
    spans = [b.span for b in reading.blocks if b.kind in _BLOCKS]
    for one, other in _rows():
        if not all(may_stand_in(reading.text, wanted) for wanted in (one, other)):
            continue
        ones = _uses(reading, spans, one)
        others = _uses(reading, spans, other) if ones else []
        if not others or min(len(ones), len(others)) > 1:
            continue
        # What is told more often is meant; of two told once, the later one is marked.
        if len(ones) == len(others):
            first, later = sorted((ones[0], others[0]))
        else:
            first, later = (ones[0], others[0]) if len(others) == 1 else (others[0], ones[0])
        if first < later and _apart(reading, first, later):
            yield later, first


def _uses(reading: Reading, spans: list[Span], wanted: Phrases) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        for place in find_phrases(reading.text, span, wanted):
            before = reading.text[max(span.start, place.start - 30) : place.start]
            if not _UNSURE.search(before):
                found.append(place)
    return found


def _apart(reading: Reading, first: Span, later: Span) -> bool:
    """Return whether two phrases stand in two sentences that nothing sets against each other."""
    one, other = reading.sentence_at(first.start), reading.sentence_at(later.start)
    if one is None or other is None or one == other:
        return False
    if _YEAR.search(other.span.cut(reading.text)) and not _YEAR.search(one.span.cut(reading.text)):
        return False  # "in the crash of 2012"
    contrast = vocabulary("events", "contrast")
    opening = other.span.cut(reading.text).split(" ", 1)[0].lower().strip(",")
    if opening in contrast:
        return False
    if _are_others(reading, one, other) or _is_kin(reading, other, later):
        return False
    tokens = [reading.parses[s.block].at(p.start) for s, p in ((one, first), (other, later))]
    mine, theirs = tokens
    return mine is not None and theirs is not None and not speak_apart(reading, mine, theirs)


def _are_others(reading: Reading, one: Sentence, other: Sentence) -> bool:
    """Return whether two sentences name people, and no one of them in both."""
    mine, theirs = (
        {
            t.lower
            for t in reading.parses[s.block].within(s.span)
            if t.entity == "PERSON" and t.dep in _SUBJECTS
        }
        for s in (one, other)
    )
    return bool(mine and theirs) and not mine & theirs


def _is_kin(reading: Reading, sentence: Sentence, place: Span) -> bool:
    """Return whether what is told there is told of somebody's relative."""
    token = reading.parses[sentence.block].at(place.start)
    for word in (token, *token.ancestors) if token is not None else ():
        subject = word.child("nsubj", "nsubjpass")
        if subject is not None:
            return subject.lower in _KIN and subject.child("poss") is not None
    return False


def dead_who_act(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "late wife" where she is said to do something now or tomorrow, and the verb."""
    for parse in reading.parses:
        for token in parse:
            if token.lower != "late" or token.dep != "amod" or token.head.lower not in _KIN:
                continue
            verb = _verb_of(token.head)
            if verb is not None and verb.lemma not in _AFTER_DEATH and _is_now(verb):
                yield Span(token.start, token.head.end), verb.span


def _verb_of(noun: Token) -> Token | None:
    while noun.dep == "conj" and noun.head.pos in ("NOUN", "PROPN", "PRON"):
        noun = noun.head
    return noun.head if noun.dep == "nsubj" and noun.head.pos in ("VERB", "AUX") else None


def _is_now(verb: Token) -> bool:
    aux = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    return any(c.lower in ("will", "’ll", "'ll", "is", "are") for c in aux) or (
        verb.tag in ("VBP", "VBZ") and not any(c.lower in ("has", "have", "had") for c in aux)
    )


def days_listed(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the weekdays of "four days a week, Monday, Tuesday and Friday", and the number."""
    for place in places(reading, _DAYS):
        for match in _DAYS.finditer(place.text):
            days = len(re.findall(_DAY, match["whole"]))
            if number(match["n"].lower()) not in (None, days):
                start = place.sentence.span.start
                yield (
                    Span(*match.span("whole")).shifted(start),
                    Span(*match.span("n")).shifted(start),
                )
