"""Bodies and machines taken up by a turned, a shortened or a wrong name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from newslint.checks._people.likeness import distance, plain
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_WORD = r"[A-Z][\w’'-]+"
#: Bodies of which "Guild of Coopers" and "Coopers' Guild" would be two names; not
#: "University of Ribe", which is Ribe University in any newspaper.
_HEAD = (
    r"(?:Academy|Agency|Alliance|Association|Authority|Board|Bureau|Chorus|Hanr|Club|Coalition|Commission"
    r"|Company|Confederation|Corporation|Federation|Forum|Foundation|Fund|Guild|Initiative|Institute"
    r"|Institution|League|Network|Observatory|Orchestra|Partnership|Society|Syndicate|Trust|Union)"
)
_OF = LazyRegex(
    rf"(?<![\w-])(?P<head>{_HEAD})\s(?:of|for)\s(?:the\s)?(?P<rest>{_WORD}(?:\s{_WORD}){{0,2}})"
)
_STANDS = LazyRegex(
    rf"(?<![\w-])(?P<rest>{_WORD}(?:\s{_WORD}){{0,3}})\s(?P<head>{_HEAD})(?![\w-])(?!\s[A-Z])(?!\s(?:of|for)\s)"
)
_WRONG_HEADS = (
    frozenset(["authority", "agency", "board", "bureau", "commission"]),
    frozenset(["institute", "institution", "academy"]),
    frozenset(["association", "society", "federation", "union", "guild", "league", "alliance",
               "confederation", "coalition", "syndicate"]),
    frozenset(["trust", "foundation", "fund", "charity"]),
)  # fmt: skip
_MANY = frozenset(
    ["the", "national", "european", "world", "international", "city", "county", "state",
     "senate", "house", "federal", "royal", "american", "british", "african", "regional",
     "local", "planning", "community", "democratic", "students", "student", "soviet", "public",
     "independent", "new", "family", "global", "united", "general", "central", "football",
     "rugby", "cricket", "credit", "trade"]
)  # fmt: skip
_DESIGNATION = LazyRegex(
    r"(?<![\w-])(?P<name>[A-Z][A-Za-z]{1,14})-(?P<digit>\d{1,3})(?![\w-]|\.\d|,\d)"
)
_MOST = 60  # names looked at: a text with more is a list


@dataclass(frozen=True, slots=True)
class Turned:
    """A body or machine at `odd` that is named otherwise at `usual`; `mild` if hardly wrong."""

    odd: Span
    usual: Span
    mild: bool = False


@dataclass(frozen=True, slots=True)
class _Body:
    head: str
    words: tuple[str, ...]  # plain and in the singular, without the head
    of: bool
    span: Span
    sentence: int


def turned_names(reading: Reading) -> Iterator[Turned]:
    """Yield bodies and machines named two ways. Needs `sentences` and `quotations`."""
    yield from _turned_bodies(reading)
    yield from _designations(reading)


def _bodies(reading: Reading) -> Iterator[_Body]:
    for sentence in reading.sentences_with(_OF, _STANDS):
        if not reading.blocks[sentence.block].is_body:
            continue
        text = reading.text
        for pattern in (_OF, _STANDS):
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                start = match.start()
                rest = match["rest"].split()
                while (
                    pattern is _STANDS
                    and len(rest) > 1
                    and rest[0] in ("The", "A", "An", "But", "And")
                ):
                    start += len(rest[0]) + 1
                    rest = rest[1:]
                words = tuple(plain(w).rstrip("s") for w in rest)
                span = Span(start, match.end())
                if is_writers_own(reading, span) and words != ("the",):
                    yield _Body(
                        match["head"].lower(), words, pattern is _OF, span, sentence.span.start
                    )


def _turned_bodies(reading: Reading) -> Iterator[Turned]:
    groups: dict[tuple[str, tuple[str, ...], bool], list[_Body]] = defaultdict(list)
    for body in list(_bodies(reading))[:_MOST]:
        groups[body.head, body.words, body.of].append(body)
    for one, other in combinations(groups, 2):
        early, late = sorted((groups[one], groups[other]), key=lambda bs: bs[0].span)
        odd, usual = sorted((early, late), key=lambda bs: (len(bs), -bs[0].span.start))
        if len(odd) > 1 or odd[0].sentence in {b.sentence for b in usual}:
            continue
        mild = _differ(early[0], late[0])
        if mild is not None:
            yield Turned(odd[0].span, usual[0].span, mild)


def _differ(early: _Body, late: _Body) -> bool | None:
    """Return whether a difference is mild, or None if these may well be two bodies."""
    if early.head == late.head:
        if early.words == late.words:
            return False if early.of != late.of else None
        if early.of or late.of:
            return None
        longer = len(late.words) > len(early.words) > 0
        if longer and late.words[0] == early.words[0] and len(late.words) == len(early.words) + 1:
            inside = set(early.words) <= set(late.words)
            return True if inside and early.words[0] not in _MANY else None
        return False if _slip_from_right(early, late) else None
    same = early.words == late.words and not early.of and not late.of
    named = len(early.words) > 1 or early.words[-1] not in _MANY
    row = any({early.head, late.head} <= heads for heads in _WRONG_HEADS)
    return False if same and named and row and early.words[0] not in _MANY else None


def _slip_from_right(one: _Body, other: _Body) -> bool:
    """Return whether the words before one head differ in a letter: Symphonia, Symphonic."""
    first, second = one.words[-1], other.words[-1]
    if one.words[:-1] and other.words[:-1] and one.words[-2] != other.words[-2]:
        return False
    return first != second and min(len(first), len(second)) > 7 and distance(first, second) == 1


def _designations(reading: Reading) -> Iterator[Turned]:
    """Yield "the QF-6 was" where the story has an QF-9, and takes it up without a word."""
    uses: dict[str, dict[str, list[tuple[Span, int]]]] = defaultdict(lambda: defaultdict(list))
    for sentence in reading.sentences:
        if reading.blocks[sentence.block].is_body:
            for match in _DESIGNATION.finditer(
                reading.text, sentence.span.start, sentence.span.end
            ):
                place = Span(*match.span()), sentence.span.start
                uses[match["name"]][match["digit"]].append(place)
    for name, digits in uses.items():
        if len(digits) != 2 or name.lower() in ("covid", "category", "under", "grade", "level"):
            continue
        early, late = sorted(digits.values(), key=lambda us: us[0][0])
        once = len(late) == 1 and late[0][1] not in {s for _, s in early}
        if once and _taken_up(reading, late[0][0]):
            yield Turned(late[0][0], early[0][0])


def _taken_up(reading: Reading, span: Span) -> bool:
    """Return whether a name is the subject of its sentence with "the", as what is known is."""
    before = reading.text[max(0, span.start - 6) : span.start]
    after = reading.text[span.end : span.end + 12]
    opens = re.search(r"(?:^|[\s“\"‘])The\s$", before) is not None
    return opens and re.match(r"(?:[’']s)?\s[a-z]+", after) is not None and not re.match(
        r"\s(?:and|or|too|also)\b", after
    )  # fmt: skip
