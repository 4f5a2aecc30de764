"""Holders of an office who are spoken of before the story has said who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFIERS = frozenset({"det", "compound", "amod", "nmod"})
_WHICH = frozenset({"the", "head", "team", "club", "national", "home", "away", "visiting"})
_NEXT = 3  # words after the office in which a name would stand


def unintroduced_roles(reading: Reading, blocks: list[int]) -> Iterator[Span]:
    """Yield the first "the minister" of each office that the text before has not mentioned.

    It is the subject of a clause in the writer's own words, with nothing beside it that tells
    who it is: no name, no "of", no relative clause. Needs `names` and `quotations`.
    """
    seen: set[str] = set()
    for block in blocks:
        for token in reading.parses[block]:
            row = _offices().get(token.lemma.lower())
            if row is None or token.lemma.lower() in seen:
                continue
            if not _is_bare(reading, block, token) or not is_writers_own(reading, token.span):
                continue
            seen.update(row)
            start = min(
                t.start for t in (token, *token.children) if t.dep in _MODIFIERS | _SUBJECTS
            )
            if not _was_mentioned(reading.text[:start], row):
                yield Span(start, token.end)


def unnamed_bodies(reading: Reading, blocks: list[int]) -> Iterator[Span]:
    """Yield the first "the ministry" that opens a sentence where nothing tells which one.

    No word before it begins like one for such a body, and no acronym may be one's. Needs
    `names`, `sentences` and `quotations`.
    """
    seen: set[str] = set()
    for block in blocks[1:]:
        for match in _body_alone().finditer(reading.text, *_ends(reading.blocks[block].span)):
            noun = match["noun"]
            place = Span(match.start(), match.end("noun"))
            token = reading.parses[block].at(match.start("noun"))
            if noun in seen or token is None or token.dep not in _SUBJECTS:
                continue
            seen.add(noun)
            if any(c.dep not in ("det", "punct") for c in token.children):
                continue
            words, letters = _bodies()[noun]
            before = reading.text[: place.start]
            told = re.search(rf"(?i)(?<!\w)(?:{'|'.join(words)})", before)
            if told or re.search(rf"(?<!\w)(?=[A-Z]*[{letters}])[A-Z]{{2,6}}(?!\w)", before):
                continue
            if is_writers_own(reading, place):
                yield place


@cache
def _body_alone() -> LazyRegex:
    nouns = "|".join(_bodies())
    return LazyRegex(
        rf"(?:\A|(?<=[.!?”\"]\s)|(?<=\n))The\s(?P<noun>{nouns})(?=\s(?!of\b|for\b|on\b|that\b|which\b|in\b)[a-z])"
    )


@cache
def _bodies() -> dict[str, tuple[tuple[str, ...], str]]:
    """Return for each body the words and the letters of acronyms that may have told which."""
    data = load(PACKAGE, "vocabularies/persons.yml")
    rows = data["bodies_alone"] if isinstance(data, dict) else []
    found: dict[str, tuple[tuple[str, ...], str]] = {}
    for row in rows if isinstance(rows, list) else []:
        body, *words, letters = (word for word in row if isinstance(word, str))
        found[body] = tuple(words), letters
    return found


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_bare(reading: Reading, block: int, token: Token) -> bool:
    """Return whether this is "the (defence) minister" as a subject, and no more."""
    if token.dep not in _SUBJECTS or token.tag not in ("NN", "NNP"):
        return False
    children = token.children
    if token.head.dep != "ROOT":
        return False  # "when the senator spoke": whoever was spoken of
    if token.lemma.lower() in vocabulary("persons", "offices_that_decide"):
        decides = ("decides", "speaks", "acts")
        if not any(token.head.lemma in vocabulary("persons", name) for name in decides):
            return False
        if any(c.lower not in _WHICH for c in token.children if c.text != ","):
            return False  # "the hedge fund manager" may take up somebody who has been named
    if not any(child.lower == "the" for child in children):
        return False
    if any(child.dep not in _MODIFIERS for child in children if child.text != ","):
        return False
    if any(child.entity in ("GPE", "NORP", "ORG", "PERSON") for child in children):
        return False
    tokens = reading.parses[block].tokens
    after = tokens[token.i + 1 : token.i + 1 + _NEXT]
    return not any(t.pos == "PROPN" or t.lower in ("of", "for", "who") for t in after)


def _was_mentioned(earlier: str, row: tuple[str, ...]) -> bool:
    words = "|".join(map(re.escape, row))
    return re.search(rf"(?<!\w)(?:{words})s?(?!\w)", earlier, re.IGNORECASE) is not None


@cache
def _offices() -> dict[str, tuple[str, ...]]:
    """Return for each office the words that mention its holder."""
    data = load(PACKAGE, "vocabularies/persons.yml")
    rows = data["offices"] if isinstance(data, dict) else []
    found: dict[str, tuple[str, ...]] = {}
    for row in rows if isinstance(rows, list) else []:
        words = tuple(word for word in row if isinstance(word, str))
        found.setdefault(words[0], words)
    return found
