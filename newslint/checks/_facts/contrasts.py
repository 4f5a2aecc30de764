"""Things that a story calls by two words that exclude each other: a mirror, then a lens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint.article import BlockKind
from newslint.checks._facts.clauses import thing_of, verb_above
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Parse, Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset(
    {
        BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM,
        BlockKind.CAPTION,
    }
)  # fmt: skip
_THE = frozenset({"the", "this", "that", "these", "those"})
_NEW = frozenset({"a", "an", "another", "other", "some"})
_ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj"})
_NAMES = frozenset({"NOUN", "PROPN"})
_GEAR = frozenset(
    {"brake", "clutch", "engine", "gearbox", "generator", "propeller", "rudder", "steering"}
)
_FAILED = LazyRegex(r"\b(?:fail\w*|faulty?|broke\w*|jam\w*|lost|seized|cut out|gave out)\b")
_ITS = frozenset({"its", "their"})
_ANYBODYS = frozenset({"your", "our", "my", "one"})
_FORCES = frozenset(
    {"avalanche", "blizzard", "deluge", "fire", "flood", "hurricane", "storm", "tornado", "tsunami"}
)
_PLURAL = frozenset({"NNS", "NNPS"})
_ANYTHING = "*"  # "that green thing" may be whatever was given a colour
_LONGEST = 1500  # words: a longer story has room for two of a sort
_NARROWING = ("relcl", "acl", "advmod", "npadvmod")
_WHERE = frozenset(
    {"of", "in", "on", "at", "from", "near", "behind", "beside", "outside", "with", "next"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of one set of contrasts; `group` is its place among them.

    `topic` says of what it is told. `takes_up` is whether it speaks of something known,
    `somebodys` whether it is somebody's: "her barn".
    """

    topic: tuple[str, ...]
    group: int
    word: Token
    span: Span
    block: int
    takes_up: bool
    plural: bool
    owner: str = ""
    mass: bool = False
    somebodys: bool = False


@cache
def _table(name: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each word the sets of `contrasts.yml` it is in, and its group in each."""
    data = load(PACKAGE, "vocabularies/contrasts.yml")
    sets = data.get(name) if isinstance(data, dict) else None
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(sets if isinstance(sets, list) else ()):
        for group, words in enumerate(row if isinstance(row, list) else ()):
            for word in str(words).split("/"):
                found[word].append((number, group))
    return {word: tuple(places) for word, places in found.items()}


@cache
def _heads() -> dict[str, frozenset[str]]:
    data = load(PACKAGE, "vocabularies/contrasts.yml")
    rows = data.get("heads") if isinstance(data, dict) else None
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows if isinstance(rows, list) else ():
        for word in row:
            found[str(word)] |= {str(w) for w in row}
    return {word: frozenset(words) for word, words in found.items()}


def contrasts(reading: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Yield each word that takes up a thing under a name which excludes the one it had.

    With it comes the first word for the thing. Quotations are read too: who is quoted speaks
    of the things of the story. Needs `names`.
    """
    if sum(len(parse) for parse in reading.parses) > _LONGEST:
        return
    for find in (_kinds, _qualities):
        told: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
        for index, block in enumerate(reading.blocks):
            if block.kind in _BLOCKS:
                for mention in find(reading, index):
                    told[mention.topic].append(mention)
        for group in told.values():
            yield from _at_odds(reading, sorted(group, key=lambda m: m.span))


def _at_odds(reading: Reading, told: list[Mention]) -> Iterator[tuple[Mention, Mention]]:
    for later in told:
        if not later.takes_up or not reading.blocks[later.block].is_body:
            continue
        near = [m for m in told if not later.owner or _tells_of(reading, m, later.owner)]
        rivals = [m for m in near if m.group != later.group]
        # Three of a sort are no slip, nor is a thing that comes up twice.
        if len({m.group for m in rivals}) != 1 or sum(m.group == later.group for m in told) > 1:
            continue
        if any(_together(m, other) for m in rivals for other in told if other.group != m.group):
            continue  # a sentence tells of both: a left bank and a right bank
        if any(_names_both(reading, m, later) for m in rivals):
            continue
        if later.word.lemma in _GEAR and not _has_failed(reading, later):
            continue
        first = next((m for m in rivals if m.plural == later.plural or m.mass), None)
        if first is not None and later.somebodys and not first.somebodys:
            continue  # "a ceiling", "his roof"
        if first is not None and rivals[0].span < later.span and first.span < later.span:
            yield later, first


def _has_failed(reading: Reading, mention: Mention) -> bool:
    """Return whether a ship's gear is told to have failed: two parts of it may well be named."""
    sentence = reading.sentence_at(mention.span.start)
    return sentence is not None and _FAILED.search(sentence.span.cut(reading.text)) is not None


def _names_both(reading: Reading, mention: Mention, later: Mention) -> bool:
    """Return whether the sentence of the one has the words of the other, too."""
    sentence = reading.sentence_at(mention.span.start)
    words = later.span.cut(reading.text).lower()
    return sentence is not None and words in sentence.span.cut(reading.text).lower()


def _tells_of(reading: Reading, mention: Mention, owner: str) -> bool:
    sentence = reading.sentence_at(mention.span.start)
    return sentence is not None and owner in sentence.span.cut(reading.text)


def _together(one: Mention, other: Mention) -> bool:
    return (one.block, one.word.sentence) == (other.block, other.word.sentence)


def _kinds(reading: Reading, block: int) -> Iterator[Mention]:
    table = _table("kinds")
    parse = reading.parses[block]
    for token in parse:
        if token.pos not in ("NOUN", "PROPN", "ADJ") or _is_person(token):
            continue
        if token.pos == "ADJ" and token.dep == "amod" and token.head.i == token.i + 1:
            continue  # "in a stable condition"
        if token.pos == "PROPN" and token.dep in _ALONE and token.child("det", "poss") is None:
            continue  # "Ash said"
        if _is_figurative(parse, token):
            continue
        before = parse.tokens[token.i - 1] if token.i else None
        pair = f"{before.lower} {token.lemma.lower()}" if before is not None else ""
        sets = table.get(pair) or table.get(token.lemma.lower()) or table.get(token.lower)
        if sets is None:
            continue
        start = before.start if before is not None and pair in table else token.start
        common = token.pos == "NOUN" or token.text.islower()
        takes_up = common and _takes_up(token) and not _is_narrowed(parse, token)
        owner = next((c.text for c in token.children if c.dep == "poss" and c.pos in _NAMES), "")
        mass = not any(c.dep in ("det", "poss", "nummod") for c in token.children)
        somebodys = any(
            c.dep == "poss" and c.tag == "PRP$" and c.lower not in _ITS for c in token.children
        )
        for number, group in sets:
            yield Mention(
                (str(number),), group, token, Span(start, token.end), block, takes_up,
                token.tag in _PLURAL, owner, mass, somebodys,
            )  # fmt: skip


def _is_person(token: Token) -> bool:
    return token.entity == "PERSON" and token.pos == "PROPN"


def _is_figurative(parse: Parse, noun: Token) -> bool:
    """Return whether a force of nature is one of books or calls, or feet are held to it."""
    if noun.lemma.lower() not in _FORCES:
        return False
    if noun.dep == "pobj" and any(t.lower == "feet" for t in parse.tokens[: noun.i][-4:]):
        return True
    following = parse.tokens[noun.i + 1 : noun.i + 2]
    return bool(following) and following[0].lower == "of"


def _takes_up(noun: Token) -> bool:
    """Return whether a noun stands for something that the reader knows: "the", "his", "its"."""
    if noun.dep in ("compound", "nmod", "poss", "amod", "npadvmod"):
        return False
    return any(
        (c.dep == "det" and c.lower in _THE) or (c.dep == "poss" and c.lower not in _ANYBODYS)
        for c in noun.children
    )


def _is_narrowed(parse: Parse, noun: Token) -> bool:
    """Return whether words beside a noun say that another one is meant, or which one."""
    others = vocabulary("contrasts", "others")
    following = parse.tokens[noun.i + 1 : noun.i + 2]
    if (following and following[0].lower in _WHERE) or _is_in_new_hands(noun):
        return True
    return any(
        (c.i - noun.i == 1 and c.dep in _NARROWING)
        or c.dep == "appos"
        or c.lower in others
        or c.dep == "nummod"
        or (c.dep in ("compound", "nmod", "amod") and c.pos == "PROPN")
        or c.tag in ("JJS", "JJR")
        for c in noun.children
    )


def _is_in_new_hands(noun: Token) -> bool:
    """Return whether somebody or something new does what the clause of a noun tells."""
    verb = verb_above(noun)
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    return (
        subject is not None
        and subject is not noun
        and any(c.lower in _NEW for c in subject.children if c.dep in ("det", "amod"))
    )


def _qualities(reading: Reading, block: int) -> Iterator[Mention]:
    table, generic = _table("qualities"), vocabulary("contrasts", "generic")
    for token in reading.parses[block]:
        sets = table.get(token.lower)
        if sets is None or not token.text.islower():
            continue
        noun, told = _noun_of(reading, block, token)
        if noun is None or noun.pos not in ("NOUN", "ADJ") or (not told and noun.i < token.i):
            continue
        for number, group in sets:
            takes_up = _takes_up(noun) and not _is_otherwise_narrowed(noun, token)
            for head in sorted(_names_of(noun), reverse=True):
                if head == _ANYTHING and noun.lemma not in generic:
                    takes_up = False
                yield Mention(
                    (str(number), head), group, token,
                    Span(token.start, token.end if told else noun.end), block, takes_up,
                    noun.tag in _PLURAL,
                )  # fmt: skip


def _names_of(noun: Token) -> frozenset[str]:
    name = thing_of(noun)
    return frozenset({_ANYTHING, name}) | _heads().get(noun.lemma.lower(), frozenset())


def _noun_of(reading: Reading, block: int, adjective: Token) -> tuple[Token | None, bool]:
    """Return the noun of an adjective, and whether a verb links the two ("the door is red")."""
    if adjective.dep in ("amod", "compound", "nmod"):
        return adjective.head, False
    if adjective.dep in ("acomp", "attr") and adjective.head.lemma == "be":
        return adjective.head.child("nsubj"), True
    following = reading.parses[block].tokens[adjective.i + 1 : adjective.i + 2]
    if following and following[0].lower in _table("kinds"):
        return following[0], False  # the model takes "blue" for the noun
    return None, False


def _is_otherwise_narrowed(noun: Token, adjective: Token) -> bool:
    others = vocabulary("contrasts", "others")
    return _is_in_new_hands(noun) or any(
        c is not adjective and (c.lower in others or c.dep == "nummod") for c in noun.children
    )
