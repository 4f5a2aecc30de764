"""Who is behind a word, read off the surface where the parse does not show it."""

from __future__ import annotations

from newslint.attribution.passage import DASHES, PAUSES, Passage
from newslint.attribution.subjects import (
    NOBODY,
    Holder,
    noun_phrase,
    own_subject,
    spliced_subject,
)
from newslint.language.tokens import Token

_STOPS = PAUSES | {".", "!", "?"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WP", "WP$", "WDT"})


def beside_verb(passage: Passage, verb: Token) -> Holder:
    """Return the words between the verb and the next mark: '"...," said another'.

    Only where a quotation or a pause stands directly before the verb.
    """
    before = verb.i - 1
    if before >= 0 and not passage.quoted[before] and passage.tokens[before].text not in PAUSES:
        return NOBODY
    high = verb.i + 1
    stop = passage.sentence_of(verb).stop
    while high < stop and not passage.quoted[high] and passage.tokens[high].text not in _STOPS:
        high += 1
    if high == verb.i + 1 or passage.tokens[verb.i + 1].tag in ("IN", "RB", "TO"):
        return NOBODY
    return surface_phrase(passage, range(verb.i + 1, high))


def before_verb(passage: Passage, verb: Token, start: int) -> Holder:
    """Return the words before a verb group where the parse shows no subject.

    `start` is where the verb group begins. An apposition between commas is stepped over.
    """
    sentence = passage.sentence_of(verb)
    if start > sentence.start and passage.tokens[start - 1].tag == "CC":
        return _shared(passage, sentence.start, start)
    interrupted = _before_interruption(passage, sentence.start, start)
    if interrupted is not None:
        return surface_phrase(passage, interrupted)
    segments: list[range] = []
    high = start
    for i in range(start - 1, sentence.start - 2, -1):
        token = passage.tokens[i] if i >= sentence.start else None
        broken = token is None or passage.quoted[i] or (token.tag in (
            "VBD", "VBZ", "VBP", "MD", "CC", "IN", "WP", "WDT", "WRB",
        ) and token.lower not in ("of", "for", "and", "in", "at"))  # fmt: skip
        if broken or (token is not None and token.text in PAUSES and not _joins(passage, i)):
            if high > i + 1:
                segments.append(range(i + 1, high))
            high = i
        if broken or len(segments) == 2:
            break
    apposed = start - 1 >= sentence.start and passage.tokens[start - 1].text in PAUSES
    if not segments:
        return NOBODY
    named = any(passage.tokens[i].entity == "PERSON" for i in segments[0])
    chosen = segments[1] if apposed and len(segments) > 1 and not named else segments[0]
    return surface_phrase(passage, chosen)


def _shared(passage: Passage, first: int, start: int) -> Holder:
    """Return the subject of the verb before in a series: "praised the crew and *said* ..."."""
    for i in range(start - 1, first - 1, -1):
        verb = passage.tokens[i]
        if verb.tag not in _FINITE or passage.quoted[i] or verb.dep == "relcl":
            continue
        subject = own_subject(passage, verb) or spliced_subject(passage, verb)
        if subject is not None:
            return noun_phrase(passage, subject)
    return NOBODY


def _before_interruption(passage: Passage, first: int, start: int) -> range | None:
    """Return the words before what stands between a subject and its verb.

    That is a clause between dashes, or one that a relative pronoun opens and a comma ends:
    "Ruiz, whose new firm, Calder, builds ferries, *said* ...".
    """
    closing = start - 1
    if closing <= first or passage.tokens[closing].text not in PAUSES:
        return None
    dashed = passage.tokens[closing].text in DASHES
    for i in range(closing - 1, first, -1):
        token = passage.tokens[i]
        if passage.quoted[i]:
            return None
        if dashed and token.text == passage.tokens[closing].text and not _joins(passage, i):
            return _segment(passage, first, i)
        opened = token.tag in _RELATIVE and passage.tokens[i - 1].text in PAUSES
        if not dashed and opened:
            return _segment(passage, first, i - 1)
    return None


def _segment(passage: Passage, first: int, stop: int) -> range | None:
    """Return the nominal words that end before `stop`, None where a clause ends there."""
    low = stop
    while low > first and passage.tokens[low - 1].text not in _STOPS:
        low -= 1
        if passage.tokens[low].tag in _FINITE or passage.quoted[low]:
            return None
    return range(low, stop) if low < stop else None


def surface_phrase(passage: Passage, words: range) -> Holder:
    """Return a stretch of words as a source; its head is the last noun before a break."""
    head: Token | None = None
    for i in words:
        token = passage.tokens[i]
        if head is not None and (token.text in PAUSES or token.tag in ("WP", "WDT", "IN", "-LRB-")):
            break
        if token.pos in ("PROPN", "NOUN", "PRON", "NUM") or token.lower in ("another", "others"):
            head = token
    return NOBODY if head is None else Holder(frozenset(words), head)


def _joins(passage: Passage, i: int) -> bool:
    """Return whether a hyphen stands inside a word: "R-OH"."""
    token = passage.tokens[i]
    near = i + 1 < len(passage) and passage.tokens[i + 1].start == token.end
    return token.text == "-" and near and i > 0 and passage.tokens[i - 1].end == token.start
