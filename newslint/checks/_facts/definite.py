"""Numbers that refer back: "the three men", "both lifts", "its 60 rooms"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from newslint.article import BlockKind
from newslint.checks._facts.clauses import thing_of
from newslint.checks._facts.counted import same_noun
from newslint.checks._facts.figures import Count, counts, particulars
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_BLOCKS = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_REFERS = frozenset({"the", "these", "those", "all", "its", "their", "both"})
_BETWEEN = frozenset({"all", "the", "of", "these", "those"})
# A parser may hang on the noun when something was done to it: admitted all 14 counts at once.
_WHEN = frozenset({"after", "at", "before", "by", "during", "since", "until"})
_NARROWING = frozenset({"relcl", "acl", "prep"})
_AFTER = vocabulary("events", "narrows")
_TIMES = vocabulary("events", "measures")
_NEAR = 8  # paragraphs
_LARGEST = 1000
_TIMES_AS_MANY = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A count of `thing` at `span`; `refers` says that it takes up one named before."""

    thing: str
    which: frozenset[str]
    value: Fraction
    span: Span
    block: int
    refers: bool
    count: Count | None
    owner: str = ""
    is_rest: bool = False  # "the other two states": there are more of them


def wrong_references(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each number that refers back to a count it does not fit, and that count.

    Sums and differences of what was counted before fit too. Needs `names`, `quotations`.
    """
    before: list[Mention] = []
    for index, block in enumerate(reading.blocks):
        if block.kind not in _BLOCKS:
            continue
        for mention in sorted(_mentions(reading, index), key=lambda m: m.span):
            if mention.refers:
                usual = _contradicted(mention, before)
                if usual is not None and _names_them(reading, mention):
                    usual = None
                if usual is not None and is_writers_own(reading, mention.span):
                    yield mention.span, usual.span
            before.append(mention)


def _names_them(reading: Reading, mention: Mention) -> bool:
    """Return whether as many are named, here and in the paragraph before, as are counted."""
    person = mention.thing in vocabulary("groups", "persons")
    labels = ("PERSON",) if person else ("GPE", "LOC", "ORG", "FAC", "NORP")
    names = {
        t.lower
        for index in (mention.block - 1, mention.block)
        if index >= 0
        for t in reading.parses[index]
        if t.entity in labels and t.pos == "PROPN" and t.dep not in ("compound", "nmod")
    }
    return len(names) >= mention.value


def _contradicted(mention: Mention, before: list[Mention]) -> Mention | None:
    """Return the only count before of this thing, if it cannot be the one meant."""
    people = mention.thing in vocabulary("groups", "persons")
    same = [
        m
        for m in before
        if m.thing == mention.thing or (not people and same_noun(m.thing, mention.thing))
    ]
    near = [m for m in same if mention.block - m.block <= _NEAR]
    if len({m.value for m in near}) != 1 or any(m.value == mention.value for m in same):
        return None
    usual = near[0]
    if any(m.is_rest for m in near):
        return None
    if usual.owner and mention.owner and usual.owner != mention.owner:
        return None
    small, large = sorted((usual.value, mention.value))
    if large > _TIMES_AS_MANY * small:
        return None
    if not (mention.which <= usual.which) or (usual.count and usual.count.is_open):
        return None
    others = [m.value for m in before if people or same_noun(m.thing, mention.thing)]
    if any(m.value == mention.value for m in before) and people:
        return None
    for one, other in combinations(others[-30:], 2):
        if mention.value in (one + other, abs(one - other)):
            return None
    for one, other, third in combinations(others[-12:], 3):
        if mention.value == one + other + third:
            return None
    return usual


def _mentions(reading: Reading, block: int) -> Iterator[Mention]:
    parse = reading.parses[block]
    for count in counts(reading, block):
        noun = count.noun
        if noun.lemma in _TIMES or noun.tag not in ("NNS", "NN") or count.value < 2:
            continue
        if count.value.denominator != 1 or count.value > _LARGEST:
            continue
        at = parse.tokens[count.number.i - 1] if count.number.i else None
        refers = at is not None and (at.lower in _REFERS or at.tag in ("POS", "PRP$"))
        start = count.span.start
        at_all = at is not None and at.lower == "all"
        if refers and at is not None and at.lower in ("all", "both"):
            start = at.start
        plain = noun.i - count.number.i == 1 or not _restricted(
            parse.tokens[count.number.i : noun.i]
        )
        yield Mention(
            thing_of(noun),
            frozenset(particulars(noun)),
            count.value,
            Span(start, noun.end),
            block,
            refers and plain and not _goes_on(reading, noun, everything=at_all),
            count,
            parse.tokens[at.i - 1].lower if at is not None and at.tag == "POS" and at.i else "",
            at is not None and at.lower in ("other", "remaining", "another"),
        )
    for token in parse:
        if token.lower != "both" or token.i + 1 >= len(parse):
            continue
        following = (t for t in parse.tokens[token.i + 1 :] if t.lower not in _BETWEEN)
        noun = next(following, token)
        if noun.tag == "NNS" and noun.lemma not in _TIMES and not _goes_on(reading, noun):
            span = Span(token.start, noun.end)
            yield Mention(thing_of(noun), frozenset(), Fraction(2), span, block, True, None)


_RESTRICTING = LazyRegex(
    r"other|first|last|next|remaining|new|old|main|same|second|surviving|additional|further|more|only|former"
    r"|latest|previous|final|top|leading|largest|biggest|best|est$"
)


def _restricted(words: tuple[Token, ...]) -> bool:
    """Return whether a word before the noun picks some of many."""
    return any(_RESTRICTING.match(t.lower) or t.tag in ("JJS", "JJR") for t in words)


def _goes_on(reading: Reading, noun: Token, *, everything: bool = False) -> bool:
    """Return whether words after the noun say which ones are meant: "the two men who left"."""
    after = [c for c in noun.children if c.i == noun.i + 1 and c.dep in _NARROWING]
    if after:
        return not (everything and after[0].lower in _WHEN)
    following = reading.text[noun.end : noun.end + 8].split()
    joined = reading.text[noun.end : noun.end + 1] == " "
    word = following[0].strip(",.").lower() if joined and following else ""
    return word in _AFTER and not (everything and word in _WHEN)
