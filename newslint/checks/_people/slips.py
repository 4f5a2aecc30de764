"""Names that stand once in a story and are nearly another of it, in one word or in two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from newslint.attribution.kinds import nouns_for
from newslint.checks._people.likeness import distance, plain, sounds_alike
from newslint.checks._people.name_runs import ENDINGS, LEAST, NameRun, name_runs
from newslint.checks._people.near_people import first_names, is_subject_of, token_of, well_known
from newslint.checks._people.renamed import Renamed, may_be_one_first
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_NO_NAMES = frozenset({"DATE", "TIME", "LANGUAGE", "NORP", "MONEY"})
_BEFORE = 30  # characters before a name in which its company stands
# Words that make it somebody or something else: "his son Rafe Orr", "the rival Orr Mill".
_ANOTHER = LazyRegex(
    r"\b(?:brother|sister|son|daughter|father|mother|wife|husband|widow|cousin|uncle|aunt|nephew|niece|twin"
    r"|twins|rival|rivals|neighbouring|nearby|and|or|including|like|unlike|than|versus|v|against|both|former|formerly"
    r"|renamed|old|new|another|other|sister\sship)[,:]?\s\Z",
    re.IGNORECASE,
)
#: A name that is told goes on so: "Orr Mill, a bakery", "Orr Mill (1890)".
_TOLD = LazyRegex(r"\s?[(–—]|,\s(?:an?|the|who|which|whose|its|his|her|their|aged|\d|[A-Z])")


_AT = LazyRegex(r"\b(?:in|at|near|through|outside|around|towards?|from|into|to|beyond|between)\s\Z")


def slips(reading: Reading) -> Iterator[Renamed]:
    """Yield a name that stands once, and the earlier one that it is a slip away from.

    "Ms Lyle" where the story has a Deborah Lisle, "Mathieu Delacour" and Matthieu Delacourt,
    the "Brave Petrel" that was the Bright Petrel. Names that are brought in with a word who
    or what they are, and relatives, are left alone. Needs `sentences` and `quotations`.
    """
    runs = name_runs(reading)
    times = Counter(_key(run) for run in runs)
    words = Counter(plain(word) for run in runs for word in run.words)
    small = set(re.findall(r"\b[a-z]+\b", reading.text))
    for at, run in enumerate(runs):
        if times[_key(run)] > 1 or not _is_bare(reading, run) or not _is_name(reading, run, small):
            continue
        earlier = [other for other in runs[:at] if other.sentence != run.sentence]
        if len(_key(run)) == 1:
            near = [
                o for o in earlier
                if words[_key(run)[0]] == 1 and (_lone(reading, run, o) or _place(reading, run, o))
            ]  # fmt: skip
        else:
            near = [o for o in earlier if _whole(run, o) and _is_name(reading, o, small)]
        if len({_key(o)[-1] if len(_key(run)) == 1 else _key(o) for o in near}) == 1:
            yield Renamed(run.span, near[0].span)


def _key(run: NameRun) -> tuple[str, ...]:
    """Return the words of a name, plain, without an office before it: "Skipper Ann Orr"."""
    return _plain_words(run.words)


@lru_cache(maxsize=1_024)
def _plain_words(name: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(map(plain, name))
    office = len(words) > 2 and words[0] in _before_names()
    return words[1:] if office or (len(words) > 1 and words[0] == "the") else words


@cache
def _before_names() -> frozenset[str]:
    return vocabulary("persons", "before_surname") | nouns_for("roles")


def _is_bare(reading: Reading, run: NameRun) -> bool:
    """Return whether nothing beside the name says who or what it is."""
    text, start = reading.text, run.span.start
    if _TOLD.match(text, run.span.end):
        return False
    return not _ANOTHER.search(text, max(run.sentence, start - _BEFORE), start)


def _is_name(reading: Reading, run: NameRun, small: set[str]) -> bool:
    token = token_of(reading, run)
    if not is_writers_own(reading, run.span):
        return False
    if token is None or set(_key(run)) & {""}:
        return False
    if token.entity in _NO_NAMES and not (len(run.words) == 1 and _is_at(reading, run)):
        return False
    known = well_known() | vocabulary("places", "known")
    return run.surname not in known and not (len(run.words) == 1 and _key(run)[0] in small)


def _lone(reading: Reading, run: NameRun, other: NameRun) -> bool:
    """Return whether a surname that stands alone may be that of `other`."""
    if len(other.words) == 1 and not other.titles:
        return False
    mine, theirs = plain(run.surname), plain(other.surname)
    titled = bool(run.titles)
    least = LEAST if titled else LEAST + 1
    if min(len(mine), len(theirs)) < least or mine[0] != theirs[0] or mine == theirs:
        return False
    if mine in first_names() and not titled:
        return False
    if not (titled or (run.opens and is_subject_of(reading, run))):
        return False
    return not _is_ending(mine, theirs) and _is_slip(mine, theirs)


def _place(reading: Reading, run: NameRun, other: NameRun) -> bool:
    """Return whether two words that stand where places do are one letter apart: Derrow, Darrow."""
    if len(other.words) != 1 or run.titles or other.titles:
        return False
    mine, theirs = plain(run.surname), plain(other.surname)
    if min(len(mine), len(theirs)) < LEAST + 1 or mine[0] != theirs[0]:
        return False
    if {mine, theirs} & first_names() or _is_ending(mine, theirs):
        return False
    if other.surname in well_known() | vocabulary("places", "known"):
        return False
    return distance(mine, theirs) == 1 and all(_is_at(reading, r) for r in (run, other))


def _is_at(reading: Reading, run: NameRun) -> bool:
    start = run.span.start
    return _AT.search(reading.text, max(start - 12, 0), start) is not None


def _is_slip(one: str, other: str) -> bool:
    apart = distance(one, other)
    return apart <= 2 or (apart == 3 and min(len(one), len(other)) >= 2 * LEAST)


def _is_ending(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in ENDINGS


def _whole(run: NameRun, other: NameRun) -> bool:
    """Return whether two names of as many words differ in one that is alike, or in two slips."""
    mine, theirs = _key(run), _key(other)
    if len(mine) != len(theirs) or mine == theirs or sorted(mine) == sorted(theirs):
        return False
    differing = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if any(_is_ending(a, b) for a, b in differing):
        return False
    if len(differing) == 1 and len(mine) > 1:
        if _is_first(mine[0]) and _is_first(theirs[0]):
            # People who share a surname are mostly of one family.
            return mine[0] == theirs[0] and "-" not in run.surname and _may_be_one(*differing[0])
        if mine[-1] == theirs[-1] and _is_slip(*differing[0]):
            return mine[0][0] == theirs[0][0]
        if _is_first(mine[0]) or _is_first(theirs[0]):
            return False
        # A body has its kind for its last word: the National Convention has a committee.
        return mine[-1] == theirs[-1] and _begin_alike(*differing[0])
    if len(differing) != 2 or len(mine) != 2 or not (_is_first(mine[0]) or _is_first(theirs[0])):
        return False
    first, last = differing
    one_first = may_be_one_first(*first) and first[0][0] == first[1][0]
    return one_first and last[0][0] == last[1][0] and _is_slip(*last)


def _is_first(word: str) -> bool:
    return word in first_names()


def _may_be_one(one: str, other: str) -> bool:
    """Return whether the surnames of two people with one first name may be one."""
    near = distance(one, other)
    return sounds_alike(one, other) or near <= 2 or (near == LEAST - 1 and one[0] == other[0])


def _begin_alike(one: str, other: str) -> bool:
    least = min(len(one), len(other))
    return least >= LEAST and one[:2] == other[:2] and abs(len(one) - len(other)) <= 2
