"""A block made ready for extraction, and the drafts that extraction makes of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from newslint.article import BlockKind
from newslint.attribution.graph import CueClass
from newslint.language.quotation import Quotation
from newslint.language.tokens import Parse, Token, token_spans
from newslint.span import Span

#: Marks that open or close quoted speech.
QUOTE_MARKS = frozenset({'"', "“", "”", "«", "»", "„", "``", "''", "‘", "’", "'", "`"})
DASHES = frozenset({"—", "–", "--", "―", "-"})
#: Marks that may part a reporting clause from what it reports.
PAUSES = frozenset({",", ";", ":"}) | DASHES
_PLACE = 3  # letters: the shortest place in a dateline
_LONGEST_DATELINE = 16  # tokens


@dataclass(frozen=True, slots=True)
class Draft:
    """A possible attribution within one block, in token indices.

    `head` is the head word of the source. `anchor` is the cue's main word. `strength`
    decides between drafts that exclude each other: speech before attitude.
    """

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    lemma: str
    implied: CueClass
    anchor: int
    head: int | None = None
    negated: bool = False
    strength: int = 0


@dataclass(frozen=True)
class Passage:
    """One block: its tokens, and which of them stand in which quotation.

    `quoted[i]` is 0 for a token outside quotations, otherwise 1 + the index into `runs`.
    `runs` are token ranges of the outer quotations, marks included. A block quotation is
    quoted as a whole, up to the name that signs it.
    """

    index: int
    kind: BlockKind
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    quoted: tuple[int, ...] = ()
    runs: tuple[range, ...] = ()
    sentences: tuple[range, ...] = ()
    _below: dict[int, frozenset[int]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls, index: int, kind: BlockKind, parse: Parse, quotations: Iterable[Quotation]
    ) -> Passage:
        """Return the passage for a block: `quotations` are the outer ones inside it."""
        tokens = parse.tokens
        kept: list[Quotation] = []
        runs: list[range] = []
        quoted = [0] * len(tokens)
        starts = [token.start for token in tokens]
        for quotation in quotations:
            first = bisect_left(starts, quotation.span.start)
            inside = range(first, bisect_left(starts, quotation.span.end))
            if not inside:
                continue
            kept.append(quotation)
            runs.append(inside)
            for i in runs[-1]:
                quoted[i] = len(runs)
        if kind is BlockKind.QUOTE and not runs and tokens:
            runs.append(range(_signature(tokens)))
            quoted = [int(i in runs[0]) for i in range(len(tokens))]
        return cls(index, kind, tokens, tuple(kept), tuple(quoted), tuple(runs), _sentences(tokens))

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.tokens)

    def below(self, token: Token) -> frozenset[int]:
        """Return the indices of the token and all that hangs below it."""
        found = self._below.get(token.i)
        if found is None:
            found = frozenset(t.i for t in token.subtree)
            self._below[token.i] = found
        return found

    def below_objects(self, preposition: Token) -> frozenset[int]:
        """Return the indices of what a preposition governs."""
        governed = (c for c in preposition.children if c.dep in ("pobj", "pcomp"))
        return frozenset(i for c in governed for i in self.below(c))

    def sentence_of(self, token: Token) -> range:
        """Return the token range of the sentence that the token is in."""
        return self.sentences[token.sentence]

    def run_of(self, index: int) -> range | None:
        """Return the quotation that the token stands in."""
        number = self.quoted[index]
        return self.runs[number - 1] if number else None

    def words_in(self, indices: Iterable[int]) -> list[Token]:
        """Return those of the tokens that are words."""
        return [self.tokens[i] for i in indices if self._worded[i]]

    @cached_property
    def _worded(self) -> tuple[bool, ...]:
        """Which tokens are words."""
        return tuple(is_word(t) for t in self.tokens)

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple(t.lower for t in self.tokens)

    @cached_property
    def dateline(self) -> range:
        """The tokens of a dateline that opens the block, its dash included; often empty."""
        return range(_dateline(self.tokens) if self.kind is BlockKind.PARAGRAPH else 0)

    def spans(self, indices: Iterable[int]) -> tuple[Span, ...]:
        """Return the spans of runs of neighbouring tokens, pauses at their edges cut off.

        Runs without a word in them are left out.
        """
        runs: list[list[int]] = []
        for i in sorted(indices):
            if runs and i == runs[-1][-1] + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        trimmed = (self._trimmed(run) for run in runs)
        return tuple(
            s
            for run in trimmed
            if self.words_in(run)
            for s in token_spans([self.tokens[i] for i in run])
        )

    def _trimmed(self, run: list[int]) -> list[int]:
        first, last = 0, len(run)
        while first < last and self._is_edge(run[first]):
            first += 1
        while first < last and self._is_edge(run[last - 1]):
            last -= 1
        return run[first:last]

    def _is_edge(self, index: int) -> bool:
        token = self.tokens[index]
        return token.text in PAUSES or not token.text.strip()


def _signature(tokens: tuple[Token, ...]) -> int:
    """Return the index of the dash before a name that closes a block quotation."""
    for i in range(len(tokens) - 1, max(len(tokens) - 14, 0), -1):
        if tokens[i].text in ("—", "–", "--", "―") and i + 1 < len(tokens):
            return i if tokens[i + 1].pos == "PROPN" else len(tokens)
    return len(tokens)


def _dateline(tokens: tuple[Token, ...]) -> int:
    """Return the number of tokens of "LINDOW, 3 May (Wire) —" at the start, 0 without one.

    A lone name in capitals before a pair of dashes is not one: "NATO — the alliance — said".
    """
    opening = tokens[:_LONGEST_DATELINE]
    dash = next((t.i for t in opening if t.text in DASHES and _is_spaced(tokens, t.i)), 0)
    if not dash:
        return 0
    loud = tokens[0].text.isupper() and len(tokens[0].text) >= _PLACE
    if not loud and not (tokens[0].pos == "PROPN" and tokens[dash - 1].text == ")"):
        return 0
    words = [t for t in opening[:dash] if is_word(t)]
    if not words or any(t.pos in ("VERB", "AUX", "PRON", "DET") for t in words):
        return 0
    sourced = any(t.text in ("(", ",") for t in opening[:dash])
    plain = tokens[0].entity in ("GPE", "LOC") and all(t.text.isupper() for t in words)
    return dash + 1 if sourced or plain else 0


def _is_spaced(tokens: tuple[Token, ...], i: int) -> bool:
    """Return whether a dash stands apart from the words beside it."""
    near = i + 1 == len(tokens) or tokens[i + 1].start == tokens[i].end
    return tokens[i].text != "-" or not near


def _sentences(tokens: tuple[Token, ...]) -> tuple[range, ...]:
    if not tokens:
        return ()
    starts = [t.i for t in tokens if t.i == 0 or t.sentence != tokens[t.i - 1].sentence]
    stops = [*starts[1:], len(tokens)]
    starts[0] = _dateline(tokens[: stops[0]])
    return tuple(range(start, end) for start, end in zip(starts, stops, strict=True))


def is_word(token: Token) -> bool:
    """Return whether the token is a word or number rather than a mark or space."""
    return token.text.isalnum() or any(map(str.isalnum, token.text))


def between(indices: Iterable[int]) -> frozenset[int]:
    """Return all indices from the smallest to the largest."""
    found = list(indices)
    return frozenset(range(min(found), max(found) + 1)) if found else frozenset()


def around(index: int, allowed: frozenset[int] | set[int]) -> frozenset[int]:
    """Return the unbroken run of allowed indices that holds `index`."""
    low = high = index
    while low - 1 in allowed:
        low -= 1
    while high + 1 in allowed:
        high += 1
    return frozenset(range(low, high + 1))


def narrated(passage: Passage) -> Iterator[Token]:
    """Yield the tokens outside quotations: only there can the writer's cues stand."""
    for token in passage.tokens:
        if not passage.quoted[token.i]:
            yield token
