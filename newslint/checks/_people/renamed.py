"""People who are taken up again by a wrong name: another first name, surname or office."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from newslint.checks._people.likeness import distance, plain
from newslint.checks._people.people import Named, people, seems_person
from newslint.checks._phrases import PACKAGE, vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_MOST = 150  # names looked at: a text with more is a list
_ALIKE = 2  # letters in which two first names that begin alike may differ
_FAR = 3  # letters in which a surname that nobody bears may differ from the one it is for
_BEGINS = 3  # letters with which both begin
_LONG = 5  # letters of such a surname
#: What one office has many holders of; "Sen. John Kerry" and "Sen. John McCain" are two.
_MANY = frozenset(
    [
        *("sen", "senator", "rep", "representative", "mp", "councillor", "cllr", "dr", "prof"),
        *("professor", "judge", "justice", "lt", "sgt", "officer", "constable", "detective"),
        *("inspector", "lord", "lady", "sir", "dame", "rev", "reverend", "father", "sister"),
        *("brother", "mr", "mrs", "ms", "miss", "mx", "pc", "driver", "lawyer", "solicitor"),
        *("spokesman", "spokeswoman", "captain", "engineer", "vicar", "editor", "founder"),
    ]
)
_OFFICES = (
    "accountant|administrator|archaeologist|architect|archbishop|bishop|captain|caretaker|chair|chairman"
    "|chairwoman|chief|chief\\sexecutive|coach|commander|commissioner|conductor|convener|coroner"
    "|councillor|curator|dean|director|driver|editor|engineer|founder|governor|harbourmaster|head"
    "|headmaster|headmistress|headteacher|inspector|judge|keeper|landlady|landlord|leader|librarian"
    "|lawyer|magistrate|manager|marshal|mayor|midwife|minister|owner|organiser|physio|pilot|president"
    "|principal|producer|prosecutor|provost|rector|reeve|referee|secretary|sheriff|skipper|solicitor"
    "|spokesman|spokeswoman|superintendent|surgeon|surveyor|treasurer|trainer|umpire|vet|vicar|warden"
)
_BEFORE = LazyRegex(
    r"(?P<lead>\b(?:[Tt]he|[Ii]ts|[Tt]heir|[A-Z][\w-]+[’']s?|[A-Z][\w-]+s[’'])\s)?"
    rf"(?P<role>(?:[A-Za-z-]+\s){{0,2}}?(?:{_OFFICES}))(?P<comma>,?)\s$",
    re.IGNORECASE,
)
_LAST = tuple(office.rpartition(r"\s")[2] for office in _OFFICES.split("|"))
_AFTER = LazyRegex(
    rf",\s(?:who\sis\s)?(?P<the>the|its|their|[A-Z][\w-]+[’']s)\s(?P<role>(?:[a-z-]+\s){{0,2}}?(?:{_OFFICES}))"
    r"(?=[,.;]|\sof\b|\sat\b|\sfor\b)"
)
_OFFICE = LazyRegex(rf"(?:{_OFFICES})", re.IGNORECASE)
_FORMER = LazyRegex(
    r"\b(?:former|ex|late|later|then|deputy|assistant|acting|previous|vice|retired|new|next|also"
    r"|outgoing|incoming|junior|another|second|first)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name or office at `odd` that another at `usual` contradicts."""

    odd: Span
    usual: Span


@dataclass(frozen=True, slots=True)
class _Held:
    named: Named
    words: tuple[str, ...]  # the name, plain, without the office
    office: str
    span: Span  # of the office
    definite: bool
    again: bool  # of a surname that stands alone


def _found(reading: Reading) -> list[Named]:
    blocks = [i for i, b in enumerate(reading.blocks) if b.is_body and not _is_byline(reading, i)]
    return [n for n in people(reading, blocks) if is_writers_own(reading, n.span)][:_MOST]


def _is_byline(reading: Reading, block: int) -> bool:
    return reading.blocks[block].span.cut(reading.text).startswith("By ")


def renamed_people(reading: Reading) -> Iterator[Renamed]:
    """Yield people who are named anew, without a word who they are, by another first name.

    So are surnames that nobody in the story bears, but begin as one that somebody does.
    Needs `names` and `quotations`.
    """
    found = _found(reading)
    full = [n for n in found if n.is_full and seems_person(reading.parses[n.block], n)]
    yield from _turned_round(found)
    yield from _other_first(reading, full)
    yield from _other_surname(reading, full)
    yield from _unknown_surname(found, full)


def _name(named: Named) -> tuple[str, ...]:
    """Return the words of a name without an office that opens a sentence: "Manager Ann Lee"."""
    words = [plain(w) for w in named.words]
    while len(words) > 2 and (_OFFICE.fullmatch(words[0]) or words[0] in _before_surname()):
        words = words[1:]
    if len(words) > 3 and _OFFICE.fullmatch(words[1]):
        words = words[2:]
    return tuple(words)


def _before_surname() -> frozenset[str]:
    return vocabulary("persons", "before_surname")


def _turned_round(found: list[Named]) -> Iterator[Renamed]:
    """Yield names whose parts have changed places: Osei-Boyle, Boyle-Osei; Rafiq Gulnaz."""
    seen: dict[tuple[str, ...], tuple[tuple[str, ...], Named]] = {}
    for named in found:
        words = named.words
        parts = tuple(map(plain, re.split(r"[-\s]", " ".join(words))))
        double = tuple(map(plain, words[-1].split("-")))
        for key in {parts, double}:
            if len(key) != 2 or key[0] == key[1] or "" in key:
                continue
            usual = seen.setdefault(tuple(sorted(key)), (key, named))
            apart = (usual[1].block, usual[1].sentence) != (named.block, named.sentence)
            if usual[0] != key and apart and _same_shape(usual[1], named):
                yield Renamed(named.span, usual[1].span)


def _same_shape(one: Named, other: Named) -> bool:
    """Return whether both have a hyphen in the surname, or neither."""
    return ("-" in one.surname) == ("-" in other.surname)


def _other_first(reading: Reading, full: list[Named]) -> Iterator[Renamed]:
    bearers: dict[str, list[Named]] = defaultdict(list)
    for named in full:
        bearers[_name(named)[-1]].append(named)
    for group in bearers.values():
        names = {_name(n) for n in group}
        if len(names) < 2:
            continue
        told: list[Named] = []
        for later in group:
            mine = _name(later)
            again = [n for n in group if _name(n) == mine]
            rivals = [n for n in told if len(_name(n)) == 2 and _name(n) != mine]
            told.append(later)
            if len(mine) != 2 or len(again) > 1 or not rivals or not is_bare(reading, later):
                continue
            speaks = _speaks(later)
            alike = [
                n
                for n in rivals
                if may_be_one_first(_name(n)[0], mine[0])
                or (speaks and _may_be_taken_for(_name(n)[0], mine[0]))
            ]
            apart = [n for n in alike if (n.block, n.sentence) != (later.block, later.sentence)]
            if apart and len({_name(n) for n in alike}) == 1:
                yield Renamed(later.span, apart[0].span)


def _speaks(named: Named) -> bool:
    return named.last.dep == "nsubj" and named.last.head.lemma in vocabulary("persons", "speaks")


def _may_be_taken_for(one: str, other: str) -> bool:
    """Return whether two first names begin alike and are both a woman's or both a man's."""
    return one[:1] == other[:1] and bool(_sex(one)) and _sex(one) == _sex(other)


def may_be_one_first(one: str, other: str) -> bool:
    if any({one, other} <= row for row in _rows()):
        return True
    if one[:_BEGINS] == other[:_BEGINS] and min(len(one), len(other)) > _BEGINS:
        return True
    if one[: _BEGINS - 1] == other[: _BEGINS - 1] and _sex(one) and _sex(one) == _sex(other):
        return True
    close = one[:1] == other[:1] and abs(len(one) - len(other)) <= 1
    return close and distance(one, other) <= (1 if min(len(one), len(other)) < _LONG else _ALIKE)


def _sex(first: str) -> str:
    """Return whose first name it is, or nothing."""
    for sex in ("female", "male"):
        if first in _first_names(sex):
            return sex
    return ""


@cache
def _first_names(sex: str) -> frozenset[str]:
    return frozenset(map(plain, vocabulary("first_names", sex)))


@cache
def _rows() -> tuple[frozenset[str], ...]:
    data = load(PACKAGE, "vocabularies/first_names.yml")
    rows = data["one_name"] if isinstance(data, dict) else []
    return tuple(frozenset(map(str, row)) for row in rows if isinstance(row, list))


def is_bare(reading: Reading, named: Named) -> bool:
    """Return whether a name comes without a word who it is: no age, office or kin."""
    if named.titles or len(_name(named)) != len(named.words):
        return False
    after = reading.text[named.span.end : named.span.end + 2]
    block = reading.blocks[named.block].span
    before = reading.text[max(block.start, named.span.start - 30) : named.span.start]
    apposed = re.search(r"(?:,|\()\s?$", before) and named.last.dep not in ("nsubj", "nsubjpass")
    if after[:1] in (",", "(") or apposed:
        return False
    word = re.search(r"([\w’'-]+)\s$", before)
    kin = vocabularies(("people", "female"), ("people", "male"))
    kin |= vocabulary("people", "named_by_kin") | _before_surname()
    if word and (word[1].lower() in kin or word[1].endswith(("’s", "'s"))):
        return False
    return all(c.dep in ("compound", "det", "case") for c in named.last.children)


def _other_surname(reading: Reading, full: list[Named]) -> Iterator[Renamed]:
    """Yield "Mayor Ann Reed" where the mayor was Ann Pell."""
    held = [h for h in _held(reading, full) if len(h.words) == 2]
    for one, other in combinations(held, 2):
        same = one.office == other.office and one.words[0] == other.words[0]
        if not same or one.words[1] == other.words[1] or one.office.split()[-1] in _MANY:
            continue
        apart = (one.named.block, one.named.sentence) != (other.named.block, other.named.sentence)
        if apart and sum(h.words == other.words for h in held) == 1:
            yield Renamed(other.named.span, one.named.span)


def _unknown_surname(found: list[Named], full: list[Named]) -> Iterator[Renamed]:
    """Yield lone surnames that act, and are nobody's, but are nearly somebody's."""
    borne = {w for n in found if n.is_full for w in map(plain, n.words)}
    uses = [plain(n.surname) for n in found if not n.is_full]
    places = vocabularies(("places", "known"), ("persons", "known"))
    for named in found:
        word = plain(named.surname)
        if named.is_full or word in borne or uses.count(word) > 1 or named.surname in places:
            continue
        speaks = named.last.dep in ("nsubj", "nsubjpass") and named.last.head.lemma in (
            vocabularies(("persons", "speaks"), ("persons", "acts"))
        )
        if not (speaks or named.titles) or len(word) < _LONG or named.last.entity in ("GPE", "ORG"):
            continue
        near = {
            _name(n)[-1]: n
            for n in full
            if len(_name(n)[-1]) >= _LONG
            and _name(n)[-1][:_BEGINS] == word[:_BEGINS]
            and (
                1 < distance(_name(n)[-1], word) <= _FAR
                or (not named.titles and {_name(n)[-1] + "s", _name(n)[-1]} == {word, _name(n)[-1]})
            )
            and abs(len(_name(n)[-1]) - len(word)) <= _ALIKE
        }
        if len(near) == 1:
            person = next(iter(near.values()))
            start = named.last.start
            yield Renamed(Span(start, start + len(named.surname)), person.last.span)


def lost_titles(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "Sir Ian Roe" and the "Mr Roe" that he becomes. Needs `names` and `quotations`."""
    bearers: dict[str, list[Named]] = defaultdict(list)
    for named in _found(reading):
        bearers[plain(named.surname)].append(named)
    for group in bearers.values():
        high = next((n for n in group if n.titles and n.titles[0] in ("Sir", "Dame", "Lord")), None)
        low = next((n for n in group if n.titles and n.titles[0] in _COURTESY), None)
        one = len({_name(n) for n in group if n.is_full}) <= 1
        if high is not None and low is not None and one and low.span.start > high.span.start:
            yield high.span, low.span


_COURTESY = frozenset(["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"])


def swapped_offices(reading: Reading) -> Iterator[Renamed]:
    """Yield offices that somebody is given whom the story gave another, and this to another.

    Needs `names` and `quotations`.
    """
    found = _found(reading)
    full = {_name(n)[-1]: _name(n) for n in found if n.is_full}
    holders: dict[str, dict[str, _Held]] = defaultdict(dict)
    offices: dict[str, set[str]] = defaultdict(set)
    for held in sorted(_held(reading, found), key=lambda h: h.span):
        who = held.words[-1]
        if who not in full:
            continue
        others = {w: h for w, h in holders[held.office].items() if w != who}
        mine = offices[who]
        if held.definite and len(others) == 1 and mine and held.office not in mine:
            other = next(iter(others.values()))
            apart = (other.named.block, other.named.sentence) != (
                held.named.block,
                held.named.sentence,
            )
            if apart and held.again:
                start = min(held.span.start, held.named.span.start)
                yield Renamed(Span(start, max(held.span.end, held.named.span.end)), other.span)
                continue
        holders[held.office].setdefault(who, held)
        offices[who].add(held.office)


def _held(reading: Reading, found: list[Named]) -> Iterator[_Held]:
    """Yield the offices that people are given beside their names."""
    text = reading.text
    for named in found:
        block = reading.blocks[named.block].span
        name = _name(named)
        again = not named.is_full
        written = [plain(t) for t in named.titles]
        inside = [plain(w) for w in named.words[: len(named.words) - len(name)]]
        office = " ".join([*written, *inside])
        if office and _OFFICE.fullmatch(office.split()[-1]):
            end = named.span.start + len(office)
            yield _Held(named, name, office, Span(named.span.start, end), True, again)
            continue
        ahead = text[max(block.start, named.span.start - 60) : named.span.start]
        ends = ahead.rstrip().removesuffix(",").lower().endswith(_LAST)
        before = _BEFORE.search(ahead) if ends else None
        if before is not None and not _FORMER.search(before[0]):
            comma, lead = bool(before["comma"]), bool(before["lead"])
            role = _bare_role(before["role"])
            if role and (lead or not comma):
                start = named.span.start - len(ahead) + before.start("role")
                span = Span(start, start + len(before["role"]))
                yield _Held(named, name, role, span, lead or not comma, again)
        after = _AFTER.match(text, named.span.end, block.end)
        if after is not None and not _FORMER.search(after[0]):
            role = _bare_role(after["role"])
            yield _Held(named, name, role, Span(*after.span("role")), True, again)


def _bare_role(written: str) -> str:
    small = {"the", "a", "an", "its", "their", "said", "and", "by", "of", "to", "with", "for", "as"}
    words = written.lower().split()
    for i in range(len(words) - 1, -1, -1):
        if words[i] in small:
            words = words[i + 1 :]
            break
    return " ".join(words)
