"""People whom a story speaks of as if its readers stood beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._people.likeness import plain
from newslint.checks._people.taken_for_known import TakenForKnown, known_names
from newslint.checks._phrases import vocabularies
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_VERBS = (
    r"(?:said|says|told|tells|was|is|does|did|had|has|brought|gave|added|agreed|refused|would|wept)"
)
#: "The lady from the union", "a chap in the market": no name and a word of the street.
_FOLK = LazyRegex(
    r"\b(?:[Tt]he|[Aa])\s(?:lady|chap|bloke|guy|fella|fellow|gentleman|lad)\s(?:from|at|of|in|with)\s(?:the\s)?"
    rf"(?:[\w’'-]+\s){{0,3}}?[\w’'-]+(?=\s{_VERBS}\b)"
)
#: "Kev and Denise", by their first names and no more.
_PAIR = LazyRegex(
    r"(?<![\w’'-])(?P<one>[A-Z][a-z]{1,9})\sand\s(?P<two>[A-Z][a-z]{1,9})(?![\w’'-]|[’']s|\s[A-Z])"
)
_KIN = LazyRegex(
    r"\b(?:son|daughter|child|children|kid|baby|babies|boy|girl|twin|brother|sister|sibling|parent|couple|pet|dog|cat|horse"
    r"|grand\w+|pupil|character|named|called|hurricane|storm|book|film|opera|play|musical|song|saint|st|king|queen"
    r"|prince|princess|duke|duchess)s?\b",
    re.IGNORECASE,
)


def folk(reading: Reading) -> Iterator[TakenForKnown]:
    """Yield "the lady from the council" and two bare first names. Needs `quotations`."""
    bodies = [block.span for block in reading.blocks if block.is_body]
    text = reading.text
    for body in bodies[1:]:
        for match in _FOLK.finditer(text, body.start, body.end):
            place = Span(*match.span())
            if is_writers_own(reading, place):
                words = " ".join(match[0].split())
                yield TakenForKnown(place, f"Who is “{words}”? Give a name, or a plain role.")
        for match in _PAIR.finditer(text, body.start, body.end):
            place = Span(*match.span())
            if not _are_bare(match["one"], match["two"]) or not is_writers_own(reading, place):
                continue
            earlier = text[: match.start()]
            if re.search(rf"(?<!\w)(?:{match['one']}|{match['two']})(?!\w)", earlier):
                continue
            if not _KIN.search(text, body.start, body.end):
                words = " ".join(match[0].split())
                yield TakenForKnown(place, f"Who are “{words}”? Give full names and roles.")


def _are_bare(one: str, two: str) -> bool:
    """Return whether both are first names, of nobody whom readers know by one."""
    first = vocabularies(("first_names", "female"), ("first_names", "male"))
    return {plain(one), plain(two)} <= first and not {one, two} & known_names()
