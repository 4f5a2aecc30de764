"""People named in a story: full names, and surnames that stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint.checks._people.likeness import plain
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.language.tokens import Parse, Token
from newslint.reading import Reading, once_an_article
from newslint.span import Span

_PARTICLES = vocabulary("persons", "particles")
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
# "De Graaf" is a surname, and no full name.
_BEFORE_SURNAME = frozenset(
    ["de", "van", "von", "der", "den", "le", "du", "ten", "ter", "di", "da"]
)
_ACTS = frozenset({"nsubj", "nsubjpass", "appos", "pobj", "poss", "dobj", "ROOT"})
_NO_SURNAMES = frozenset(
    ["street", "road", "park", "school", "college", "hospital", "house", "hall", "station",
    "island", "day", "river",
     "lake", "bay", "county", "city", "beach", "hill", "square", "airport", "bridge",
     "stadium", "hotel", "club"]
)  # fmt: skip
_SINGLE = frozenset({"has", "is", "was", "does"})  # what a plural does not go with
_SHORT = 4  # letters
_INITIAL = 2  # characters: "J."


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text: its words without titles, the titles before it, and its place.

    `span` covers titles and name; `last` is the token of the last word.
    """

    words: tuple[str, ...]
    titles: tuple[str, ...]
    span: Span
    last: Token
    block: int
    sentence: int

    @property
    def is_full(self) -> bool:
        """Whether a first name stands before the surname."""
        return len(self.words) > 1 and not all(
            w.lower() in _BEFORE_SURNAME for w in self.words[:-1]
        )

    @property
    def surname(self) -> str:
        """The last word, without a possessive ending."""
        return self.words[-1]

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]


@once_an_article
def named_in(reading: Reading, block: int) -> tuple[Named, ...]:
    """Return the runs of capitalised words in a block that may name people. Needs `names`.

    Whether one names a person is for the caller to weigh: `is_person` and the company the
    name keeps tell.
    """
    return tuple(_names_in(reading, block))


def _names_in(reading: Reading, block: int) -> Iterator[Named]:
    parse = reading.parses[block]
    tokens = parse.tokens
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and _joins(tokens, at, end):
            end += 1
        run = list(tokens[at:end])
        while run and run[-1].lower in _PARTICLES:
            run.pop()
        if run:
            titled = _split(run)
            if titled is not None:
                titles, words = titled
                yield Named(
                    tuple(map(_bare, reading.text[words[0].start : words[-1].end].split())),
                    tuple(t.text for t in titles),
                    Span((*titles, *words)[0].start, words[-1].end),
                    words[-1],
                    block,
                    run[0].sentence,
                )
        at = max(end, at + 1)


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _joins(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Return whether the word at `at` belongs to the run that begins at `first`."""
    token = tokens[at]
    if at > first and token.sentence != tokens[first].sentence:
        return False
    if at > first and token.lower in _PARTICLES and at + 1 < len(tokens):
        if tokens[at + 1].text == "-":
            return True
        return tokens[at + 1].text[:1].isupper() and tokens[at + 1].pos == "PROPN"
    if at > first and token.text == "-" and at + 1 < len(tokens):
        close = tokens[at - 1].end == token.start and token.end == tokens[at + 1].start
        return close and tokens[at + 1].text[:1].isupper()
    if not token.text[:1].isupper() or not token.text[:1].isalpha():
        return False
    if at > first and tokens[at - 1].end + 1 < token.start:
        return False
    # A foreign surname at the head of a sentence is taken for all sorts of things.
    if token.pos == "PROPN" or token.entity in _NAMES or _is_title(token):
        return True
    return _opens_with_name(tokens, at)


def _opens_with_name(tokens: tuple[Token, ...], at: int) -> bool:
    """Return whether the first word of a sentence may be a surname that the model missed.

    It is a subject without an article, in the singular, and no noun that stands so.
    """
    token = tokens[at]
    opens = at == 0 or tokens[at - 1].sentence != token.sentence
    if not opens or token.dep not in ("nsubj", "nsubjpass") or token.children:
        return False
    single = token.head.tag == "VBZ" or any(
        c.lower in _SINGLE and c.dep in ("aux", "auxpass") for c in token.head.children
    )
    single |= token.lemma == token.text and not token.lower.endswith("s")  # no plural: "Siddiqui"
    if token.pos not in ("NOUN", "ADJ") or token.tag not in ("NN", "JJ", "NNS" if single else "NN"):
        return False
    return len(token.text) > _SHORT and token.lower not in vocabulary("persons", "no_name")


def _is_title(token: Token) -> bool:
    return token.text in vocabulary("persons", "titles")


def _is_shouted(token: Token) -> bool:
    return token.text.isupper() and len(token.text) > _INITIAL


def _split(run: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """Return the titles and the name of a run, or None if no name is left."""
    at = 0
    while at < len(run) and _is_title(run[at]):
        at += 1
    words = run[at:]
    if len(words) > 1 and _is_shouted(words[0]):
        return _split(run[at + 1 :])  # "FBI Director James Comey", "Handler Sgt Ann Roe"
    if not words or len(words) > 5 or any(map(_is_shouted, words)):
        return None
    return run[:at], words


def people(reading: Reading, blocks: list[int]) -> tuple[Named, ...]:
    """Return what may be names of people in these blocks, in text order. Needs `names`."""
    return _people_in(reading, tuple(blocks))


@once_an_article
def _people_in(reading: Reading, blocks: tuple[int, ...]) -> tuple[Named, ...]:
    return tuple(named for block in blocks for named in named_in(reading, block))


def is_person(parse: Parse, named: Named) -> bool:
    """Return whether the model, a title or a courtesy says that this is a person."""
    return bool(named.titles) or any(t.entity == "PERSON" for t in parse.within(named.span))


def seems_person(parse: Parse, named: Named) -> bool:
    """Return whether this is a person, by the first name if not by the model.

    The model takes "Arthur Pym" at the head of a story for a firm.
    """
    if is_person(parse, named):
        return True
    if len(named.words) != 2 or named.last.dep not in _ACTS or named.last.lower in _NO_SURNAMES:
        return False
    return plain(named.first) in _first_names()


@cache
def _first_names() -> frozenset[str]:
    return frozenset(map(plain, vocabularies(("first_names", "female"), ("first_names", "male"))))
