"""Bodies, places and works that are taken up again by a name that only means the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from newslint.checks._people.body_turns import Turned
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import PACKAGE, vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_WORD = r"[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_MOST = 80  # names looked at: a text with more is a list
_TURNS = LazyRegex(
    r"\b(?:renamed|formerly|previously known|now called|now known|merged|rebranded|successor"
    r"|predecessor|replaced|another|rival|neighbouring|neighboring|different|separate|unlike"
    r"|not to be confused|counterparts?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Headed:
    row: int
    head: str
    rest: str
    of: bool
    span: Span
    sentence: int


def other_heads(reading: Reading) -> Iterator[Turned]:
    """Yield "Colley Airport" where the story has a Colley Airfield.

    The odd name stands once, in another sentence than the usual ones, and the story does not
    speak of two such bodies or of a new name. Needs `sentences` and `quotations`.
    """
    found = _found(reading)
    if len({h.head for h in found}) < 2 or _TURNS.search(reading.text):
        return
    groups: dict[tuple[int, str, bool, str], list[_Headed]] = defaultdict(list)
    for headed in found:
        groups[headed.row, headed.rest, headed.of, headed.head].append(headed)
    for one, other in combinations(groups, 2):
        if one[:3] != other[:3]:
            continue
        early, late = sorted((groups[one], groups[other]), key=lambda hs: hs[0].span)
        odd, usual = sorted((early, late), key=lambda hs: (len(hs), -hs[0].span.start))
        if len(odd) == 1 and odd[0].sentence not in {h.sentence for h in usual}:
            yield Turned(odd[0].span, usual[0].span)


def _found(reading: Reading) -> list[_Headed]:
    found: list[_Headed] = []
    text = reading.text
    for sentence in reading.sentences_with(_stands(), _of()):
        if not reading.blocks[sentence.block].is_body:
            continue
        for pattern, of in ((_stands(), False), (_of(), True)):
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                span = Span(*match.span())
                rest = [plain(w) for w in match["rest"].split()]
                if not of and len(rest) > 1 and rest[0] in ("the", "at", "in", "a", "and", "but"):
                    span = Span(span.start + len(rest[0]) + 1, span.end)
                    rest = rest[1:]
                if not of and (rest[-1] in _many() or match["rest"].split()[-1] in _places()):
                    continue  # "Paris Hospital" and "Paris Clinic" may well be two
                if of and re.search(
                    rf"(?!The\s){_WORD}(?:[’']s)?\s\Z", text[max(0, span.start - 24) : span.start]
                ):
                    continue  # "the Danish Ministry of Defence"
                if is_writers_own(reading, span):
                    for row, heads in enumerate(_rows()):
                        if match["head"].lower() in heads:
                            found.append(
                                _Headed(
                                    row, match["head"].lower(), " ".join(rest), of, span,
                                    sentence.span.start,
                                )
                            )  # fmt: skip
    return found[:_MOST]


@cache
def _stands() -> LazyRegex:
    heads = "|".join(sorted({h.capitalize() for row in _rows() for h in row}))
    return LazyRegex(
        rf"(?<![\w-])(?P<rest>{_WORD}(?:\s{_WORD}){{0,2}})\s(?P<head>{heads})(?![\w-]|\s(?:of|for)\s|\s[A-Z])"
    )


@cache
def _of() -> LazyRegex:
    heads = "|".join(sorted({h.capitalize() for row in _rows() for h in row}))
    return LazyRegex(
        rf"(?<![\w-])(?P<head>{heads})\s(?:of|for)\s(?:the\s)?(?P<rest>{_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}})"
    )


@cache
def _rows() -> tuple[frozenset[str], ...]:
    data = load(PACKAGE, "vocabularies/bodies.yml")
    rows = data["heads_of_one"] if isinstance(data, dict) else []
    return tuple(frozenset(map(str, row)) for row in rows if isinstance(row, list))


@cache
def _many() -> frozenset[str]:
    return frozenset(map(plain, vocabulary("bodies", "too_common")))


@cache
def _places() -> frozenset[str]:
    return vocabularies(("places", "known"), ("taken_for_known", "well_known_places"))
