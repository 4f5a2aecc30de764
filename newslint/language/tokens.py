"""Words with their grammar, free of the library that found them.

A `Parse` is built once per block from a spaCy document and then read by everyone: it holds
no model, is cheap to keep, and can be written by hand in a test.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from newslint.span import Span

_INDEX, _START, _SENTENCE = attrgetter("i"), attrgetter("start"), attrgetter("sentence")


class Token:
    """One word or mark. Read-only by convention once its `Parse` is built.

    `start` and `end` are article text coordinates. `tag` is the Penn tag, `pos` the
    universal one, `dep` spaCy's English dependency label. `entity` is the entity label or
    `""`. `head` is the token itself for the root of a sentence. `sentence` counts from 0
    within the block.
    """

    __slots__ = (
        "children",
        "dep",
        "end",
        "entity",
        "head",
        "i",
        "lemma",
        "lower",
        "pos",
        "sentence",
        "start",
        "tag",
        "text",
    )

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    entity: str
    start: int
    end: int
    sentence: int
    head: Token
    children: list[Token]

    def __init__(self, i: int, text: str, start: int, lower: str | None = None) -> None:
        """Make a bare token: index in its parse, text, where the text starts, small letters."""
        self.i = i
        self.text = text
        self.lower = text.lower() if lower is None else lower
        self.lemma = self.lower
        self.tag = self.pos = self.dep = self.entity = ""
        self.start = start
        self.end = start + len(text)
        self.sentence = 0
        self.head = self
        self.children = []

    def __repr__(self) -> str:
        """Show the word and its place."""
        return f"Token({self.text!r}, {self.start})"

    @property
    def span(self) -> Span:
        """The token's place in the article text."""
        return Span(self.start, self.end)

    @property
    def subtree(self) -> list[Token]:
        """The token and all that hangs below it, in text order."""
        found: list[Token] = []
        stack = [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        found.sort(key=_INDEX)
        return found

    @property
    def ancestors(self) -> Iterator[Token]:
        """The heads above this token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """Return the first child with one of these dependency labels."""
        for child in self.children:  # no generator: this is asked for more than anything else
            if child.dep in deps:
                return child
        return None


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: spaCy's label (PERSON, ORG, GPE, DATE, ...) and its place."""

    label: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Parse:
    """The analysed words of one block. `entities` is empty unless names were asked for."""

    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()

    def __iter__(self) -> Iterator[Token]:
        """Iterate over the tokens in text order."""
        return iter(self.tokens)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.tokens)

    def within(self, span: Span) -> list[Token]:
        """Return the tokens that lie wholly inside `span` (text coordinates)."""
        found = []
        for i in range(self._first_from(span.start), len(self.tokens)):
            token = self.tokens[i]
            if token.end > span.end:
                break
            found.append(token)
        return found

    def at(self, offset: int) -> Token | None:
        """Return the token that covers the text character at `offset`."""
        before = self._first_from(offset + 1) - 1
        if before < 0 or self.tokens[before].end <= offset:
            return None
        return self.tokens[before]

    def sentence(self, number: int) -> tuple[Token, ...]:
        """Return the tokens of the sentence with this number, in text order."""
        first = bisect_left(self.tokens, number, key=_SENTENCE)
        end = bisect_left(self.tokens, number + 1, first, key=_SENTENCE)
        return self.tokens[first:end]

    def _first_from(self, offset: int) -> int:
        """Return the index of the first token that starts at `offset` or later."""
        return bisect_left(self.tokens, offset, key=_START)


@dataclass(frozen=True, slots=True)
class ParseRequest:
    """One block to parse: its text, where it starts in the article, its sentences.

    `sentences` are relative to `text`; the parser must keep to them.
    """

    text: str
    offset: int
    sentences: tuple[Span, ...]


def token_spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Return the spans of runs of neighbouring tokens, in text order."""
    runs: list[tuple[Token, Token]] = []
    for token in sorted(tokens, key=_INDEX):
        if runs and token.i == runs[-1][1].i + 1:
            runs[-1] = (runs[-1][0], token)
        else:
            runs.append((token, token))
    return tuple(Span(first.start, last.end) for first, last in runs)
