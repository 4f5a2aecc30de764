"""Tags that close a sentence and that the parse does not show: ", a study *found*."."""

from __future__ import annotations

from newslint.attribution.passage import Passage
from newslint.attribution.place import FINITE, PAUSE, is_finite
from newslint.language.tokens import Token

_LONGEST_CLOSING = 12  # tokens between the comma and the verb of a closing tag
_FEWEST_TOLD = 4  # words


def closed_by(passage: Passage, verb: Token, group: frozenset[int]) -> frozenset[int]:
    """Return a sentence that ends in a name and a verb, where the parse does not show the tag.

    "The deal is off, a study by the Lindow College found."
    """
    sentence = passage.sentence_of(verb)
    stop = max(group) + 1
    if stop < sentence.stop and passage.tokens[stop].text not in (".", "!", "?"):
        return frozenset()
    i = min(group) - 1
    while i > sentence.start and passage.tokens[i].text != ",":
        token = passage.tokens[i]
        if passage.quoted[i] or token.tag in FINITE or token.text in PAUSE:
            return frozenset()
        if min(group) - i > _LONGEST_CLOSING or token.tag in ("WDT", "WP", "WRB"):
            return frozenset()
        i -= 1
    first = passage.tokens[i + 1]
    if i + 1 >= min(group) or first.pos not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"):
        return frozenset()
    before = range(sentence.start, i)
    told = len(passage.words_in(before)) >= _FEWEST_TOLD and is_finite(passage, before)
    return frozenset(before) if told else frozenset()
