"""Counts of one thing that cannot both be right, and words that count back wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.clauses import is_told_apart, sentence_tokens
from newslint.checks._facts.counted import Counted, counted, same_noun
from newslint.checks._facts.figures import counts
from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_TIES = frozenset({"DATE", "GPE", "LOC", "FAC", "EVENT", "NORP"})
_THEM = LazyRegex(
    rf"\b(?P<whole>all\s(?:of\s)?(?P<n>{NUMBER})\sof\s(?:them|us|whom|these|those))\b",
    re.IGNORECASE,
)
_BOTH = LazyRegex(
    r",\s(?P<both>both)\s(?:from|of|in|on|aged|with|at|to|by|for|now|under|without|born|wearing|armed|said)\b"
)
_ALL = LazyRegex(
    rf"\b(?P<whole>all\s(?P<n>{NUMBER}))\s(?=(?:were|are|was|had|have|has|will|would|can|could|live|survived|died"
    r"|escaped|came|went|said|say|pleaded|deny|denied|got|belong|belonged|now|still|also)\b)",
    re.IGNORECASE,
)
_GROUP = LazyRegex(
    r"\b(?:the|that|this)\s(?P<whole>pair|duo|couple|trio|threesome|quartet|foursome|quintet)\b(?!\sof\b)",
    re.IGNORECASE,
)
_GROUPS = {
    "pair": 2, "duo": 2, "couple": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4,
    "quintet": 5,
}  # fmt: skip
_LARGEST = 12
_NEAR = 2
_FAR = 5  # paragraphs back to those whom "the trio" means
_MOST = 60  # counts of one deed; a story that has more is a list
_TIMES = 5  # a count so many times another is of something else
_DEEDS = frozenset(
    {
        "rescue", "arrest", "kill", "hurt", "free", "evacuate", "jail", "charge", "treat", "steal",
        "destroy", "damage", "cut", "sink", "bear", "hire",
    }
)  # fmt: skip
_LIGHT = frozenset(
    {"own", "have", "get", "include", "need", "hold", "take", "see", "give", "receive"}
)


def counted_apart(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each count that excludes an earlier one of the same, and that one.

    The same is what undergoes the same deed ("118 rescues", "saved fewer than 100"), or what
    "the" takes up under another name. Needs `names`, `quotations`, `attributions`.
    """
    found = [c for c in counted(reading) if not _is_apart(reading, c)]
    exact = {c.low for c in found if c.low == c.high and c.low is not None}
    of_act: dict[str, list[Counted]] = {}
    for count in found:
        of_act.setdefault(count.act, []).append(count)
    for later in found:
        alike = of_act[later.act]
        if len(alike) > _MOST:
            continue
        at = next(i for i, c in enumerate(alike) if c is later)
        rivals = [c for c in alike[:at] if _alike(c, later) and not _together(c, later)]
        if not rivals:
            continue
        same = [c for c in alike if c is not later and _alike(c, later)]
        if any(not c.excludes(later) for c in same) or _is_sum(later, same, exact):
            continue
        if len({(c.low, c.high) for c in rivals}) == 1 and not _tied_apart(
            reading, rivals[0], later
        ):
            yield later.span, rivals[0].span


def _is_sum(later: Counted, same: list[Counted], exact: set[Fraction]) -> bool:
    """Return whether a count and another of its kind add up to a third of the story."""
    mine = later.low if later.low is not None else later.high
    theirs = [c.low if c.low is not None else c.high for c in same]
    return any(mine is not None and v is not None and mine + v in exact for v in theirs)


def _is_apart(reading: Reading, count: Counted) -> bool:
    return is_told_apart(sentence_tokens(reading, count.block, count.word))


def _alike(one: Counted, other: Counted) -> bool:
    values = [v for c in (one, other) for v in (c.low, c.high) if v is not None]
    if one.act and one.act == other.act and max(values) <= _TIMES * min(values):
        if one.act not in _DEEDS:
            return one.noun == other.noun != "" and one.act not in _LIGHT
        return not one.noun or not other.noun or same_noun(one.noun, other.noun)
    return False


def _together(one: Counted, other: Counted) -> bool:
    return (one.block, one.word.sentence) == (other.block, other.word.sentence)


def _tied_apart(reading: Reading, one: Counted, other: Counted) -> bool:
    """Return whether the sentences of two counts name different days or places."""
    mine, theirs = (_ties(reading, c) for c in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _ties(reading: Reading, count: Counted) -> set[str]:
    tokens = sentence_tokens(reading, count.block, count.word)
    return {
        t.lower
        for t in tokens
        if (t.entity in _TIES and t.pos in ("PROPN", "NUM", "NOUN"))
        or (t.pos == "PROPN" and t.dep == "pobj" and t.head.lower in ("in", "at", "near"))
    }


def counted_back(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each "all three of them", "both" or "the trio" that goes with no count near it.

    With it comes the count it should go with. Quotations are read too.
    """
    for place in places(reading, _THEM, _ALL, _BOTH, _GROUP):
        for match in _THEM.finditer(place.text):
            yield from _back(place, match, "whole", number(match["n"]))
        for match in _ALL.finditer(place.text):
            yield from _back(place, match, "whole", number(match["n"].lower()))
        for match in _BOTH.finditer(place.text):
            yield from _here(place, match)
        for match in _GROUP.finditer(place.text):
            yield from _back(place, match, "whole", _GROUPS[match["whole"].lower()], _FAR)


def _near(place: Place, start: int, far: int = _NEAR) -> list[tuple[int, Span, Token]]:
    """Return the small counts of things in this paragraph and those before it, up to a place."""
    reading, block = place.reading, place.sentence.block
    found = []
    for index in range(block - far, block + 1):
        if index < 0 or not reading.blocks[index].is_body:
            continue
        for count in counts(reading, index):
            if count.span.start < start and 2 <= count.value <= _LARGEST:
                found.append((int(count.value), Span(count.span.start, count.noun.end), count.noun))
    return found


def _back(
    place: Place, match: re.Match[str], group: str, value: Fraction | int | None, far: int = _NEAR
) -> Iterator[tuple[Span, Span]]:
    start = place.sentence.span.start + match.start(group)
    measures = vocabulary("events", "measures")
    found = [f for f in _near(place, start, far) if f[2].lemma not in measures]
    if far > _NEAR:
        found = [f for f in found if _is_person(f[2])]
    values = {f[0] for f in found}
    if value is None or not found or value in values or len(values) > 1 or value > _LARGEST:
        return
    names = {
        t.head.lower if t.dep == "compound" else t.lower
        for p in place.reading.parses[max(0, place.sentence.block - 2) : place.sentence.block + 1]
        for t in p
        if t.entity == "PERSON" and t.pos == "PROPN" and t.start < start
    }
    if len(names) >= value:
        return
    yield Span(*match.span(group)).shifted(place.sentence.span.start), found[-1][1]


def _is_person(noun: Token) -> bool:
    known = vocabularies(("groups", "persons"), ("groups", "people"))
    return (
        noun.lemma in known
        or noun.lower in known
        or noun.lemma.endswith(("er", "or", "ist", "ian"))
    )


def _here(place: Place, match: re.Match[str]) -> Iterator[tuple[Span, Span]]:
    """Yield the "both" of "three men were held, both from the town"."""
    start = place.sentence.span.start
    before = place.text[: match.start()]
    found = [
        f
        for f in _near(place, start + match.start())
        if f[1].start >= start and f[2].dep in ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT")
    ]
    if len(found) != 1 or found[0][0] == 2 or re.search(r"\band\b|\btwo\b", before):
        return
    yield Span(*match.span("both")).shifted(start), found[0][1]
