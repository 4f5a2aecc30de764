"""What is said of a small word that is missing, and of the phrase that follows it."""

from __future__ import annotations

from typing import NamedTuple

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

_FAR = 6


class Lost(NamedTuple):
    """The words between which one is lost, and which."""

    first: Token
    last: Token
    word: str


def at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def phrase_end(tokens: tuple[Token, ...], first: Token) -> Token | None:
    """Return the noun that ends the phrase which begins with a word."""
    last = None
    for token in tokens[first.i + 1 : first.i + _FAR]:
        if token.tag in ("NN", "NNS", "NNP", "NNPS"):
            last = token
        elif token.tag not in ("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "HYPH") or last is not None:
            break
    return last


def is_time(tokens: tuple[Token, ...], article: Token) -> bool:
    """Return whether a phrase is one of time or measure: "the next day", "the whole way"."""
    phrase = tokens[article.i : article.i + _FAR]
    end = phrase_end(tokens, article)
    known = vocabulary("missingwords", "times")
    return any(
        t.lower in known or t.lemma in known or t.entity in ("DATE", "TIME")
        for t in phrase
        if end is None or t.i <= end.i
    )
