"""Ranks and offices that a story takes up though nobody in it holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.checks._phrases import PACKAGE
from newslint.checks._prose import is_writers_own
from newslint.reading import Reading, Sentence
from newslint.span import Span
from newslint.vocabulary import load

_NEAR = 3  # sentences back to the person who is taken up
_NAMED = (
    r"(?:\s(?:of|for)\s(?:the\s)?[\w’'-]+(?:\s[A-Z][\w’'-]+)?,?)?(?:,)?\s"
    r"(?:[a-z]+(?:-[a-z]+)?\s){0,2}?[A-Z][\w’'-]+"
)


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Return the kinds of each rank: those of one kind are taken for one another."""
    data = load(PACKAGE, "vocabularies/ranks.yml")
    rows = data.get("taken_up") if isinstance(data, dict) else None
    found: dict[str, set[str]] = {}
    for name, words in rows.items() if isinstance(rows, dict) else ():
        for word in words if isinstance(words, list) else ():
            found.setdefault(str(word).lower(), set()).add(str(name))
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _bare() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(_classes(), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<whole>[Tt]he\s(?P<rank>{words}))\s(?=(?P<verb>[a-z]+))(?!of\b|for\b|at\b|who\b|that\b|which\b|and\b|or\b|in\b|to\b|from\b|with\b|is\sa\b)"
    )


@cache
def _held() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(_classes(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<rank>(?i:{words}))\.?(?={_NAMED})"
        rf"|[A-Z][\w’'-]+,\s(?:the|an?|its|[A-Z][\w’'-]+[’']s)\s(?:[\w’'-]+\s){{0,3}}?(?P<rank2>(?i:{words}))(?![\w-])"
    )


def ranks_taken_up(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "the colonel" where the story has a brigadier and no colonel, and that brigadier.

    The one who holds another rank of the kind was named within the last sentences, and the rank
    has not been spoken of before. Needs `quotations` and `sentences`.
    """
    story = [s for s in reading.sentences if reading.blocks[s.block].is_body]
    done: set[str] = set()
    for at, sentence in enumerate(story):
        text = sentence.span.cut(reading.text)
        if "he " not in text:
            continue
        for match in _bare().finditer(text):
            rank = match["rank"].lower()
            place = Span(*match.span("whole")).shifted(sentence.span.start)
            verb = reading.parses[sentence.block].at(sentence.span.start + match.start("verb"))
            acts = verb is not None and verb.pos in ("VERB", "AUX", "ADV")
            if rank in done or not acts or not is_writers_own(reading, place):
                continue
            done.add(rank)
            earlier = reading.text[story[0].span.start : place.start]
            if re.search(rf"(?<![\w-]){re.escape(rank)}s?(?![\w-])", earlier, re.IGNORECASE):
                continue
            holder = _holder(
                reading,
                [*story[max(0, at - _NEAR) : at], sentence],
                _classes()[rank],
                rank,
                place.start,
            )
            if holder is not None:
                yield place, holder


def _holder(
    reading: Reading, near: list[Sentence], kinds: frozenset[str], rank: str, before: int
) -> Span | None:
    """Return the last rank of these kinds that somebody named near holds, if one only."""
    held: list[tuple[str, Span]] = []
    for sentence in near:
        text = sentence.span.cut(reading.text)
        for match in _held().finditer(text):
            which = "rank" if match["rank"] else "rank2"
            word = match[which].lower().rstrip(".")
            place = Span(*match.span(which)).shifted(sentence.span.start)
            if place.start >= before or not _classes().get(word, frozenset()) & kinds:
                continue
            held.append((word, place))
    ranks = {word for word, _ in held}
    if len(ranks) != 1 or _same(rank, held[-1][0]):
        return None
    return held[-1][1]


def _same(one: str, other: str) -> bool:
    """Return whether two ranks are words for one, or one is the other with more said."""
    rows = _alike()
    return one in other or (other in one and not one.startswith(("deputy", "vice"))) or any(
        {one, other} <= row for row in rows
    )  # fmt: skip


@cache
def _alike() -> tuple[frozenset[str], ...]:
    data = load(PACKAGE, "vocabularies/ranks.yml")
    rows = data.get("one_rank") if isinstance(data, dict) else None
    return tuple(frozenset(map(str, row)) for row in rows or () if isinstance(row, list))
