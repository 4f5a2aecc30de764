"""People a slip away from another of the story, read by their letters and their titles alone.

The model takes a foreign surname for all sorts of things; a title, or a first name before the
one of the two, says as much as it does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from newslint.checks._people.likeness import distance, plain, skeleton, sounds_alike
from newslint.checks._people.name_runs import ENDINGS, LEAST, LONG, SHARED, NameRun, name_runs
from newslint.checks._people.renamed import Renamed
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading

_PREFIX = LazyRegex(
    r"^(?:O[’']|Mac|Mc|M[’']|(?:van|von|de|der|den|le|la|di|du|ten|ter)\s)", re.IGNORECASE
)
#: Titles that go with a first name: Sir Ian, Sister Agnes; and those of the few the world knows.
_WITH_FIRST = frozenset(
    ["Sir", "Dame", "Father", "Sister", "Brother", "Lord", "Lady", "Rabbi", "Prince", "Princess",
     "King", "Queen", "Pope", "Saint", "St", "Miss", "Imam", "Sheikh", "Emperor", "Empress"]
)  # fmt: skip
_COURTESY = frozenset(["Mr", "Mrs", "Ms", "Mx"])
#: Offices that several people in one story hold.
_MANY_HOLD = frozenset(
    ["Councillor", "Cllr", "Senator", "Sen", "Rep", "Judge", "Justice", "Lord", "Lady"]
)


def _bearers(runs: tuple[NameRun, ...]) -> dict[str, list[NameRun]]:
    """Return who is named with a first name or a title, by surname."""
    found: dict[str, list[NameRun]] = defaultdict(list)
    for use in runs:
        if len(use.words) in (2, 3) or (use.titles and len(use.words) == 1):
            found[plain(use.surname)].append(use)
    return found


def titled_strangers(reading: Reading) -> Iterator[Renamed]:
    """Yield "Ms Strathmorris" where the story has a Moira Strathmaurice and no Strathmorris."""
    runs = name_runs(reading)
    bearers = _bearers(runs)
    inside = {plain(w) for u in runs for w in u.words if len(u.words) > 1}
    done: set[str] = set()
    for use in runs:
        word = plain(use.surname)
        titled = use.titles and len(use.words) == 1 and use.surname not in well_known()
        if not titled or word in inside or word in done or len(word) < LEAST - 1:
            continue
        courtesy = not set(use.titles) & _MANY_HOLD
        near = {
            name: uses[0]
            for name, uses in bearers.items()
            if name != word and _is_slip(use.surname, uses[0].surname, courtesy)
            and any(len(u.words) > 1 or u.span.start < use.span.start for u in uses)
            and use.sentence not in {u.sentence for u in uses}
        }  # fmt: skip
        if len(near) == 1:
            done.add(word)
            usual = next(iter(near.values()))
            lone = [u for u in runs if plain(u.surname) == word]
            theirs = bearers[plain(usual.surname)]
            if len(lone) > 1 and not any(len(u.words) > 1 for u in theirs):
                continue
            yield Renamed(use.span, usual.span)


def well_known() -> frozenset[str]:
    return vocabulary("persons", "known")


def _is_slip(one: str, other: str, courtesy: bool) -> bool:
    """Return whether a surname after a title may be another's, misspelt, cut or lengthened."""
    first, second = plain(one), plain(other)
    if first == second:
        return False
    bare = tuple(plain(_PREFIX.sub("", w)) for w in (one, other))
    if bare[0] == bare[1]:
        return True
    if _part_of(one, other) or _part_of(other, one):
        return courtesy  # an office is held by many: the councillor may be another
    shortest, longest = sorted((len(first), len(second)))
    if min(shortest, len(bare[0]), len(bare[1])) < LEAST:
        alike = first[0] == second[0] and distance(first, second) == 1
        return min(map(len, bare)) > 2 and (alike or sounds_alike(one, other))
    apart = distance(first, second)
    if apart == 1:
        return first[0] == second[0] or shortest >= LONG or sounds_alike(one, other)
    if longest - shortest > 3 or first[0] != second[0]:
        return False
    if apart == 2 and shortest > LEAST and first[:2] == second[:2]:
        return skeleton(first)[-1] == skeleton(second)[-1] or first[:3] == second[:3]
    return (
        apart <= SHARED and longest >= 8 and shortest >= LONG and first[:SHARED] == second[:SHARED]
    )


def _part_of(one: str, other: str) -> bool:
    """Return whether a double surname has the other for a part: Penrice-Hale, Penrice."""
    parts = [plain(p) for p in one.split("-")]
    return len(parts) == 2 and plain(other) in parts and "-" not in other


def titled_first_names(reading: Reading) -> Iterator[Renamed]:
    """Yield "Mr Cormac" where the story has a Cormac Yardley."""
    runs = name_runs(reading)
    if not any(set(u.titles) & _COURTESY for u in runs):
        return
    surnames = {plain(u.surname) for u in runs if len(u.words) > 1}
    firsts = {plain(u.words[0]): u for u in reversed(runs) if len(u.words) == 2}
    given = {
        plain(u.surname): u
        for u in reversed(runs)
        if len(u.words) == 2 and re.fullmatch(r"[A-Z][a-z]+-[a-z]+", u.surname)
    }
    for use in runs:
        if len(use.words) != 1 or not set(use.titles) & _COURTESY:
            continue
        word = plain(use.surname)
        if word in given:
            yield Renamed(use.span, given[word].span)
        elif word in firsts and word not in surnames and word in first_names():
            yield Renamed(use.span, firsts[word].span)


@cache
def first_names() -> frozenset[str]:
    return frozenset(map(plain, vocabularies(("first_names", "female"), ("first_names", "male"))))


def plain_strangers(reading: Reading) -> Iterator[Renamed]:
    """Yield "Qadderi wept" where the story has an Imran Qaderi, and no other Qadderi."""
    runs = name_runs(reading)
    people = {
        name: uses[0]
        for name, uses in _bearers(runs).items()
        if len(name) > LEAST and any(is_persons(reading, u) for u in uses)
    }
    if not people:
        return
    count: dict[str, int] = defaultdict(int)
    for use in runs:
        for word in use.words:
            count[plain(word)] += 1
    for use in runs:
        word = plain(use.surname)
        if len(use.words) > 1 or use.titles or count[word] > 1 or word in people:
            continue
        if len(word) <= LEAST or use.surname in well_known() | vocabulary("places", "known"):
            continue
        near = [n for n in people if _is_letter_off(word, n)]
        if len(near) != 1 or (word.endswith("s") and not near[0].endswith("s")):
            continue
        if people[near[0]].sentence == use.sentence:
            continue
        if use.opens and not is_subject_of(reading, use):
            continue
        if not re.search(rf"\b{re.escape(use.surname.lower())}\b", reading.text):
            yield Renamed(use.span, people[near[0]].span)


def is_persons(reading: Reading, use: NameRun) -> bool:
    if use.titles or plain(use.words[0]) in first_names():
        return True
    token = token_of(reading, use)
    return token is not None and token.entity == "PERSON"


def _is_letter_off(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one[0] != other[0] or (long.startswith(short) and long[len(short) :] in ENDINGS):
        return False
    if distance(one, other) == 1:
        return True
    long_enough = len(short) >= LONG and one[:SHARED] == other[:SHARED]
    return long_enough and distance(one, other) <= 3 and len(long) - len(short) <= 1 and (
        one[SHARED:][:1] == other[SHARED:][:1]
    )  # fmt: skip


def token_of(reading: Reading, use: NameRun) -> Token | None:
    sentence = reading.sentence_at(use.span.start)
    parse = reading.parses[sentence.block] if sentence is not None else None
    inside = parse.within(use.span) if parse is not None else ()
    return inside[-1] if inside else None


def is_subject_of(reading: Reading, use: NameRun) -> bool:
    token = token_of(reading, use)
    if token is None or token.lower in vocabulary("persons", "no_name"):
        return False
    return token.dep in ("nsubj", "nsubjpass", "poss", "compound") and not any(
        c.dep == "det" for c in token.children
    )
