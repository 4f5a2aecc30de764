"""Who is behind a word, read off the surface where the parse does not show it."""

from __future__ import annotations

from newslint.attribution.passage import PAUSES, Passage
from newslint.attribution.subjects import NOBODY, Holder
from newslint.language.tokens import Token

_STOPS = PAUSES | {".", "!", "?"}


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
