"""What "the" takes up though the story tells otherwise: the pensioner of 29, the tag not fitted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.article import BlockKind
from newslint.checks._facts.counted import same_noun
from newslint.checks._facts.figures import counts
from newslint.checks._facts.told import NUMBER, number, places
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_AGED = re.compile(
    r"(?:,\s(?:aged\s)?|\()(?P<n>\d{1,3})(?=[,.;)]|\sand\s)|\b(?P<old>\d{1,3})-year-old\b"
)
_BARE = re.compile(
    rf"\b(?:[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s(?P<n>{NUMBER})"
    r"(?=\s(?:is|are|was|were|had|have|has|will|would|can|who|that"
    r"|all)\b|[,.;])"
)
_GROUP = re.compile(
    r"(?:\b(?:the|its|their|his|her)|[’']s?)\s(?P<whole>(?P<n>pair|couple|trio|quartet|quintet)\sof\s(?P<noun>[a-z]{3,15}s|men|women|children))\b",
    re.IGNORECASE,
)
_SMALL = 13  # "the four" are often four persons named
_COMPARED = re.compile(r"\b(?:than|from|to)\s$")
_SIZES = {"pair": 2, "couple": 2, "trio": 3, "quartet": 4, "quintet": 5}
_HAVING = vocabulary("thesaurus", "having")
_ABSTRACT = vocabulary("thesaurus", "abstract")


@cache
def _ages() -> dict[str, tuple[int, int]]:
    """Return between which ages somebody is called by a word."""
    data = load(PACKAGE, "vocabularies/thesaurus.yml")
    rows = data.get("ages") if isinstance(data, dict) else None
    found = {}
    for word, bounds in rows.items() if isinstance(rows, dict) else ():
        low, high = str(bounds).split("-")
        found[str(word)] = (int(low), int(high))
    return found


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he\s(?P<who>{'|'.join(_ages())})\b(?![’'-]|\sof\b)")


def ages_taken_up(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each "the pensioner" whose age, given just before, says otherwise, and the age."""
    ages: list[tuple[Span, int, int]] = []
    for index, block in enumerate(reading.blocks):
        if block.kind in _BLOCKS:
            for match in _AGED.finditer(reading.text, block.span.start, block.span.end):
                ages.append((Span(*match.span()), int(match["n"] or match["old"]), index))
    for index, block in enumerate(reading.blocks):
        if block.kind not in _BLOCKS:
            continue
        for match in _called().finditer(reading.text, block.span.start, block.span.end):
            near = [a for a in ages if a[0].start < match.start() and index - a[2] <= 1]
            low, high = _ages()[match["who"].lower()]
            fits = any(low <= a[1] <= high for a in ages)
            if near and not fits:
                yield Span(*match.span()), near[-1][0]


def bare_numbers(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each "my 300" that takes up a count of another number, and that count."""
    for place in places(reading):
        start, block = place.sentence.span.start, place.sentence.block
        for match in _BARE.finditer(place.text):
            value = number(match["n"].lower())
            if value is None or value < _SMALL or 1500 < value < 2100:
                continue
            if _COMPARED.search(place.text, max(0, match.start() - 12), match.start()):
                continue
            before = _counts_before(reading, block, start + match.start())
            alike = [c for c in before if value < 3 * c[0] and c[0] < 3 * value]
            told = any(c[0] == value for c in before)
            if not told and len({c[0] for c in alike}) == 1:
                yield Span(*match.span()).shifted(start), alike[0][1]
        for match in _GROUP.finditer(place.text):
            size, noun = _SIZES[match["n"].lower()], match["noun"].lower().removesuffix("s")
            same = [
                c
                for c in _counts_before(reading, block, start + match.start())
                if same_noun(c[2].lemma, noun)
            ]
            if same and all(c[0] != size for c in same):
                yield Span(*match.span("whole")).shifted(start), same[0][1]


def _counts_before(reading: Reading, block: int, start: int) -> list[tuple[int, Span, Token]]:
    measures = vocabulary("events", "measures")
    return [
        (int(c.value), Span(c.span.start, max(c.span.end, c.noun.end)), c.noun)
        for index in range(block + 1)
        if reading.blocks[index].kind in _BLOCKS
        for c in counts(reading, index)
        if c.span.start < start and c.value >= 2 and c.noun.lemma not in measures
    ]


def _speaker(reading: Reading, token: Token) -> str:
    attribution = reading.attributions.containing(token.span)
    return str(attribution.speaker) if attribution is not None else ""


def not_there(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each thing that is taken up with "the" after the story said that there was none."""
    denied: dict[str, Token] = {}
    told: set[str] = set()
    for index, block in enumerate(reading.blocks):
        if block.kind not in _BLOCKS:
            continue
        for token in reading.parses[index]:
            if token.pos != "NOUN":
                continue
            name, articles = (
                token.lemma.lower(),
                {c.lower for c in token.children if c.dep == "det"},
            )
            if (
                "no" in articles
                and token.tag == "NN"
                and name not in told
                and name not in _ABSTRACT
            ):
                if (
                    token.dep in ("dobj", "attr", "nsubj")
                    and token.head.lemma in _HAVING
                    and len(token.children) == 1
                ):
                    denied.setdefault(name, token)
                continue
            first = denied.get(name)
            if first is None or (
                first.sentence == token.sentence and first.start > block.span.start
            ):
                told.add(name)
                continue
            if "the" in articles and not any(
                c.dep in ("prep", "relcl", "acl", "amod", "compound") for c in token.children
            ):
                both = [_speaker(reading, t) for t in (first, token)]
                if token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and both[0] == both[1]:
                    yield token.span, first.span
            del denied[name]
            told.add(name)
