"""Names put together wrongly: two people's in one, a letter off in a long name or an acronym."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from newslint.article import BlockKind
from newslint.checks._people.likeness import distance, plain, skeleton
from newslint.checks._people.people import Named, named_in, seems_person
from newslint.checks._people.renamed import Renamed, is_bare
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_MOST = 120  # names looked at: a text with more is a list
_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUMMARY})
_SMALL = r"(?:of|de|la|le|du|van|von|der|den|al|el|y|and)"
_LONG_NAME = LazyRegex(
    rf"(?<![\w-])[A-Z][\w’'-]+(?:\s(?:{_SMALL}\s(?:the\s)?)?[A-Z][\w’'-]+){{1,4}}(?![\w-])"
)
_OPPOSED = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "upper",
        "lower",
        "inner",
        "outer",
        "new",
        "old",
        "first",
        "last",
        "senior",
        "junior",
        "men",
        "women",
        "boys",
        "girls",
        "mens",
        "womens",
        "boy",
        "girl",
    ]
)
# What makes another word of a name: Norway, Norways; Korea, Korean.
_ENDINGS = frozenset(["s", "n", "an", "ns", "ian", "ish", "ese", "i", "is", "er", "ers", "ic"])
_LEAD = frozenset(
    {
        "The",
        "A",
        "An",
        "In",
        "At",
        "And",
        "But",
        "For",
        "On",
        "Its",
        "Their",
        "His",
        "Her",
        "When",
        "As",
    }
)
_SHORTEST = 4
_LONG = 6
_SHARED = 4
_KIN = LazyRegex(
    r"\b(?:married|marr(?:y|ies|iage)|wife|husband|widow\w*|wedding|bride|née|nee|divorced|spouse|son|daughter|mother|father"
    r"|brother|sister|parents|children|family)\b"
)
_DEFINED = LazyRegex(
    r"\b(?P<name>[A-Z][\w’'&-]+(?:\s(?:of|for|and|the|on|&|[A-Z][\w’'-]+)){1,8})\s\((?P<letters>[A-Z]{3,6})\)"
)
_LETTERS = LazyRegex(r"(?<![\w(-])[A-Z]{3,6}(?![\w)-])")


def crossed_names(reading: Reading) -> Iterator[Renamed]:
    """Yield "Lucy Tripp" where the story has a Lucy Garside and a Helen Tripp.

    Needs `names` and `quotations`.
    """
    full = _full(reading)
    first_of: dict[str, set[str]] = defaultdict(set)
    last_of: dict[str, set[str]] = defaultdict(set)
    earliest: dict[tuple[str, str], Named] = {}
    for named in full:
        first, last = plain(named.first), plain(named.surname)
        first_of[first].add(last)
        last_of[last].add(first)
        earliest.setdefault((first, last), named)
    for (first, last), named in earliest.items():
        givers = [earliest[first, x] for x in first_of[first] if x != last]
        lenders = [earliest[x, last] for x in last_of[last] if x != first]
        if len(givers) != 1 or len(lenders) != 1:
            continue
        giver, lender = givers[0], lenders[0]
        if max(giver.span.start, lender.span.start) > named.span.start:
            continue
        if not is_bare(reading, named) or (
            giver.block == lender.block == named.block
            and (giver.sentence == named.sentence or lender.sentence == named.sentence)
        ):
            continue
        if any(_KIN.search(_sentence_of(reading, n)) for n in (giver, lender, named)):
            continue
        if sum(1 for n in full if (plain(n.first), plain(n.surname)) == (first, last)) > 1:
            continue
        yield Renamed(named.span, lender.span)


def _sentence_of(reading: Reading, named: Named) -> str:
    sentence = reading.sentence_at(named.span.start)
    return sentence.span.cut(reading.text) if sentence is not None else ""


def _full(reading: Reading) -> list[Named]:
    found = []
    for index, block in enumerate(reading.blocks):
        if not block.is_body:
            continue
        for named in named_in(reading, index):
            person = len(named.words) == 2 and seems_person(reading.parses[index], named)
            if person and is_writers_own(reading, named.span):
                found.append(named)
    return found[:_MOST]


def long_names_twice(reading: Reading) -> Iterator[Renamed]:
    """Yield "the Star of Moyne" where the story has a Star of Moyle. Needs `quotations`."""
    uses: dict[tuple[str, ...], list[tuple[Span, int]]] = defaultdict(list)
    for block in reading.blocks:
        if not block.is_body and block.kind not in _HEADS:
            continue
        for match in _LONG_NAME.finditer(reading.text, block.span.start, block.span.end):
            words, start = match[0].split(), match.start()
            if re.match(r"[A-Z]-", match[0]):
                continue  # "D-Newport News"
            while words and (words[0] in _LEAD or words[0] in vocabulary("persons", "titles")):
                start += len(words[0]) + 1
                words = words[1:]
            if len(words) < 2:
                continue
            span = Span(start, match.end())
            if not is_writers_own(reading, span):
                continue
            sentence = reading.sentence_at(start)
            key = tuple(plain(w.removesuffix("’s").removesuffix("'s")) for w in words)
            uses[key].append((span, sentence.span.start if sentence else -1))
    keys = list(uses)[:_MOST]
    for one, other in combinations(keys, 2):
        if len(one) != len(other):
            continue
        differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        if len(differ) != 1 or not _one_slip(*differ[0]):
            continue
        odd, usual = sorted((uses[one], uses[other]), key=lambda us: (len(us), -us[0][0].start))
        if len(odd) == 1 and odd[0][1] not in {s for _, s in usual}:
            yield Renamed(odd[0][0], usual[0][0])


def _one_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST or {one, other} & _OPPOSED:
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return False
    apart = distance(one, other)
    if apart == 1:
        return min(len(one), len(other)) > _SHORTEST or one[0] == other[0]
    alike = one[0] == other[0] or one[-3:] == other[-3:]
    return apart == 2 and alike and min(len(one), len(other)) >= 5 and (
        skeleton(one)[1:] == skeleton(other)[1:] or sorted(one) == sorted(other)
    )  # fmt: skip


def acronyms_awry(reading: Reading) -> Iterator[Renamed]:
    """Yield "the FTP" in a story that speaks of a Federation of Primary Teachers (FPT).

    Needs `quotations`.
    """
    defined: dict[str, Span] = {}
    bodies = [b.span for b in reading.blocks if b.is_body]
    for body in bodies:
        for match in _DEFINED.finditer(reading.text, body.start, body.end):
            defined.setdefault(match["letters"], Span(*match.span("letters")))
    if not defined:
        return
    known = vocabulary("acronyms", "known")
    seen: set[str] = set()
    for body in bodies:
        for match in _LETTERS.finditer(reading.text, body.start, body.end):
            letters = match[0]
            if (
                letters in defined
                or letters in seen
                or not is_writers_own(reading, Span(*match.span()))
            ):
                continue
            near = [d for d in defined if _letters_slip(letters, d)]
            if len(near) != 1 or (letters in known and sorted(letters) != sorted(near[0])):
                continue
            if any(f"({letters})" in reading.text[b.start : b.end] for b in bodies):
                continue
            seen.add(letters)
            yield Renamed(Span(*match.span()), defined[near[0]])


def _letters_slip(one: str, other: str) -> bool:
    if one == other:
        return False
    if sorted(one) == sorted(other):
        return True
    same = len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return same and one[0] == other[0]


def headline_surnames(reading: Reading) -> Iterator[Renamed]:
    """Yield a name of the headline that nobody in the story bears, but nearly somebody does."""
    above = [i for i, b in enumerate(reading.blocks) if b.kind in _HEADS]
    if not above:
        return
    people = {plain(n.surname): n for n in reversed(_full(reading))}
    told = {
        plain(t.text) for i, p in enumerate(reading.parses) if reading.blocks[i].is_body for t in p
    }
    heads = {plain(t.text) for i in above for t in reading.parses[i]}
    for index in above:
        for token in reading.parses[index]:
            word = plain(token.text)
            if (
                len(word) < _LONG
                or not token.text[0].isupper()
                or token.text.isupper()
                or word in told
            ):
                continue
            if word.rstrip("s") in told or not is_writers_own(reading, token.span):
                continue
            near = [s for s in people if _shares(word, s) and s not in heads]
            if len(near) == 1:
                yield Renamed(token.span, people[near[0]].span)


def _shares(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LONG or abs(len(one) - len(other)) > 3:
        return False
    return (one[:_SHARED] == other[:_SHARED] and distance(one, other) <= 4) or distance(
        one, other
    ) == 1


def stray_surnames(reading: Reading) -> Iterator[Renamed]:
    """Yield a capitalised word inside a sentence that is nobody's name, but a letter off one."""
    people = {plain(n.surname): n for n in reversed(_full(reading)) if len(n.surname) > _SHORTEST}
    if not people:
        return
    words: dict[str, list[Token]] = defaultdict(list)
    small: set[str] = set()
    for index, parse in enumerate(reading.parses):
        if not reading.blocks[index].is_body:
            continue
        for token in parse:
            word = token.text
            if word.islower():
                small.add(word)
            if word[:1].isupper() and word.isalpha() and len(word) > _SHORTEST:
                words[plain(word)].append(token)
    starts = {s.span.start for s in reading.sentences}
    for word, uses in words.items():
        token = uses[0]
        if len(uses) > 1 or word in people or word in small or token.start in starts:
            continue
        if token.text.isupper() or token.text in vocabularies(
            ("places", "known"), ("persons", "known")
        ):
            continue
        near = [s for s in people if s[0] == word[0] and distance(s, word) == 1]
        if len(near) != 1 or near[0].rstrip("s") == word.rstrip("s") or _is_joined(reading, token):
            continue
        if near[0] + "n" == word or not is_writers_own(reading, token.span):
            continue
        yield Renamed(token.span, people[near[0]].last.span)


def _is_joined(reading: Reading, token: Token) -> bool:
    """Return whether a word is part of a longer name."""
    text = reading.text
    after = text[token.end : token.end + 2]
    before = text[max(0, token.start - 30) : token.start].rstrip("\n")
    last = before.split()[-1] if before.split() and before.endswith(" ") else ""
    if after[:1] == "-" or before.endswith("-"):
        return True
    if after[:1] == " " and after[1:].isupper():
        return True
    if re.match(
        r"\s(?:bin|ibn|ben|al|el|de|la|le|du|van|von|der|den|di|da)\s",
        text[token.end : token.end + 6],
    ):
        return True
    title = last in vocabulary("persons", "titles")
    return last[:1].isupper() and not title and not last.endswith((".", ","))


def mistaken_names(reading: Reading) -> Iterator[Renamed]:
    """Yield every name that is put together wrongly. Needs `names` and `quotations`."""
    found: Sequence[Renamed] = [
        *crossed_names(reading), *long_names_twice(reading), *acronyms_awry(reading),
        *headline_surnames(reading), *stray_surnames(reading),
    ]  # fmt: skip
    yield from found
