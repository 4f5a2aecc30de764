"""When the people of a story can have been born, by all that it tells of their lives."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from newslint.checks._days.ages import Age, ages
from newslint.checks._days.life_forms import (
    AGO,
    AVERAGE,
    BORN,
    CLAUSE,
    DECADE,
    DID,
    DIED_ON,
    GROWN,
    HAPPENED,
    HE,
    HELD,
    IS_TOLD,
    KIN,
    LATELY,
    MEMORY,
    NAMELESS,
    NEWBORN,
    NOW,
    NUMBERS,
    OPENS,
    PERSON,
    SINCE_AGE,
    THEIR_KIN,
    THEN,
    THINGS,
    TURNS,
    WORKED,
    YEAR,
    YEAR_AFTER,
)
from newslint.checks._facts.told import Place, number, places
from newslint.checks._people.likeness import plain
from newslint.checks._people.people import Named, named_in, seems_person
from newslint.checks._prose import is_writers_own
from newslint.reading import Reading, Sentence
from newslint.span import Span

_TENS = ("ten", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ALONE = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "iobj", "dative", "appos", "conj", "attr"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COURTESY = frozenset(
    {"madam", "auntie", "mama", "gogo", "uncle", "miss", "judge", "justice", "coach", "chief"}
)
_WHOSE = {"one": "*", "taken": ""}
_EARLY = 8  # characters into a sentence at which its subject stands
_KIN_BEFORE = 30
_NEAR = 45  # characters before an age in which whose it is may stand
_FAR = 2  # blocks from a person to the next "she"
_SOME_DAY = datetime.date(9000, 1, 1)
_NEVER, _OLDEST, _AGES = -10_000, 116, 200
_FIRST_JOB, _YOUNG = 14, 8  # years
_SLACK = 2  # years by which "almost 30 years" may be off
_SOME_YEARS = 3  # of work, that need no check
_WILD = 60  # years apart: it will be of somebody or something else


@dataclass(frozen=True, slots=True)
class WrongAge:
    """A year, an age or a length at `span` that what is told at `usual` rules out."""

    span: Span
    message: str
    usual: Span


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told at `span`: the person was born in one of the years from `first` to `last`.

    `year` is the one in which the person was so old. `age` is that of now, if it is told
    and `of` says how: with the name, or by taking a person up who was named before.
    """

    first: int
    last: int
    span: Span
    year: int
    age: int | None = None
    of: str = ""

    def differs(self, other: _Told) -> bool:
        """Return whether both cannot be true of one person."""
        if self.span.overlaps(other.span):
            return False
        if self.age is not None and other.age is not None:
            return self.age != other.age
        return 0 < max(self.first, other.first) - min(self.last, other.last) < _WILD


def wrong_ages(reading: Reading, anchor: datetime.date | None) -> Iterator[WrongAge]:
    """Yield what does not go with when its person was born, by all else that is told.

    `anchor` is the date of the article. Needs `names`, `quotations` and `sentences`.
    """
    # Without a date, ages of now can still be compared with one another.
    for told in _Story(reading, anchor or _SOME_DAY).lives().values():
        life = sorted((t for t in told if is_writers_own(reading, t.span)), key=lambda t: t.span)
        while True:
            rivals = [[o for o in life if t.differs(o)] for t in life]
            most = max(map(len, rivals), default=0)
            if not most:
                break
            odd = [i for i, found in enumerate(rivals) if len(found) == most]
            at = max(odd, key=lambda i: (life[i].first == _NEVER, i))
            wrong, rival = life.pop(at), rivals[at][0]
            yield WrongAge(wrong.span, _message(reading, wrong, rival), rival.span)


def _message(reading: Reading, told: _Told, rival: _Told) -> str:
    there = " ".join(rival.span.cut(reading.text).split())
    if told.first == told.last == told.year or _NEVER in (rival.first, told.first):
        return f"This does not go with “{there}”, told of the same person: check both."
    low, high = max(0, told.year - rival.last), told.year - rival.first
    shown = f"{low}" if high <= low else f"{low} or {high}"
    return f"By “{there}” the person was {shown} in {told.year}: check both."


class _Story:
    """The lives of a story, gathered sentence by sentence."""

    def __init__(self, reading: Reading, anchor: datetime.date) -> None:
        self.reading, self.anchor = reading, anchor
        self.ages = [a for a in ages(reading) if reading.blocks[a.block].is_body]
        self.aged = {a.who.split()[-1] for a in self.ages if a.who not in ("", "one")}

    @cached_property
    def full(self) -> dict[str, list[str]]:
        """The first names of all who are named in full, by surname."""
        full: dict[str, list[str]] = defaultdict(list)
        for index, block in enumerate(self.reading.blocks):
            for named in named_in(self.reading, index) if block.is_body or block.key else ():
                if self._is_full(named) and not self._is_kin(named):
                    firsts = full[plain(named.surname)]
                    firsts += [plain(named.first)] * (plain(named.first) not in firsts)
        return full

    @cached_property
    def told(self) -> dict[Sentence, list[_Told]]:
        """What the sentences of the story tell that hold a number."""
        return {
            place.sentence: list(self._told(place))
            for place in places(self.reading)
            if self.reading.blocks[place.sentence.block].is_body and NUMBERS.search(place.text)
        }

    def lives(self) -> dict[str, list[_Told]]:
        """Return what is told of each person's life; nothing where that is all of one thing."""
        found: dict[str, list[_Told]] = defaultdict(list)
        times = sum(map(len, self.told.values()))
        if not times or (times == 1 and not DIED_ON.may_be_in(self.reading.text)):
            return found
        dead: dict[str, int] = {}
        last, born, lead = (-9, ""), "", self._lead()
        for place in places(self.reading):
            block = place.sentence.block
            if not self.reading.blocks[block].is_body:
                continue
            if block != last[0] and (born or (not last[1] and lead)):
                last = (block, born or lead)
            near = last[1] if block - last[0] <= _FAR else lead
            who, several = self._people(place)
            if (OPENS.match(place.text) and near) or (not who and HE.search(place.text)):
                who = near
            elif (several or who) and not THEIR_KIN.match(place.text):
                last = (block, who)
            if who and not THEIR_KIN.match(place.text):
                last = (block, who)
            if place.sentence not in self.told:
                continue
            for told in self.told[place.sentence]:
                whose = _WHOSE.get(told.of, told.of) or who
                if told.of == "taken":
                    whose = who if told.span.start - place.sentence.span.start < _EARLY else near
                    if last[0] != block and whose not in self.aged and lead in self.aged:
                        whose = lead
                elif not told.of and (beside := self._beside(place, told.span)):
                    whose = beside
                elif not whose and told.first == told.last and not several:
                    whose = "*"
                if not whose:
                    continue
                found[whose].append(told)
                if told.first == told.last == told.year:
                    born = born or whose
                if told.age is not None and "d" in told.span.cut(self.reading.text)[:4]:
                    dead[whose] = told.age
            whose = who if who in dead else born
            for match in DIED_ON.finditer(place.text) if whose in dead else ():
                year = int(match["year"])
                span = Span(*match.span()).shifted(place.sentence.span.start)
                found[whose].append(_Told(year - dead[whose] - 1, year - dead[whose], span, year))
        if len({t.age for t in found["*"] if t.age}) > 1 and all(t.of == "one" for t in found["*"]):
            del found["*"]
        return found

    def _people(self, place: Place) -> tuple[str, bool]:
        """Return who a sentence is about, and whether it names several people."""
        names = [
            n for n in named_in(self.reading, place.sentence.block)
            if place.sentence.span.covers(n.span)
        ]  # fmt: skip
        found = {self._key(n): n for n in names if self._is_one(n)}
        for n in names:
            end = n.span.end - place.sentence.span.start
            if n.last.dep in _SUBJECTS and IS_TOLD.match(place.text, end):
                return self._key(n), False
        if len(found) == 1:
            return next(iter(found)), False
        first = next(iter(found.values()), None)
        if first is not None and first.last.dep in _SUBJECTS:
            verb = first.last.head
            if verb.dep in ("ROOT", "ccomp"):
                return self._key(first), True
        return "", bool(found)

    def _beside(self, place: Place, span: Span) -> str:
        """Return whom a clause with "who" is of: "Ada Orr, who has died aged 95"."""
        before = [
            n for n in named_in(self.reading, place.sentence.block)
            if place.sentence.span.start <= n.span.start and n.span.end <= span.start
            and (self._is_one(n) or plain(n.surname) in self.full)
        ]  # fmt: skip
        if not before or not CLAUSE.fullmatch(self.reading.text, before[-1].span.end, span.start):
            return ""
        return self._key(before[-1])

    def _is_one(self, named: Named) -> bool:
        return plain(named.surname) in self.aged or seems_person(
            self.reading.parses[named.block], named
        )

    def _is_full(self, named: Named) -> bool:
        return named.is_full and named.first.lower() not in _COURTESY

    def _is_kin(self, named: Named) -> bool:
        before = self.reading.text[max(0, named.span.start - _KIN_BEFORE) : named.span.start]
        return KIN.search(before.rpartition(". ")[2]) is not None

    def _key(self, named: Named) -> str:
        """Return a surname, with the first name of who is not the first in the story to bear it.

        Relatives do not count: "his daughter, Ada Orr, 29".
        """
        surname = plain(named.surname)
        firsts = self.full.get(surname, ())
        if self._is_full(named) and firsts and plain(named.first) != firsts[0]:
            return f"{plain(named.first)} {surname}"
        if len(firsts) > 1 and named.titles and not named.is_full:
            return f"{plain(named.titles[-1])} {surname}"
        return surname

    def _owner(self, age: Age) -> str:
        """Return whose age is told beside a name."""
        near = [
            n for n in named_in(self.reading, age.block) if plain(n.surname) == age.who.split()[-1]
        ]
        ahead = [n for n in near if n.span.end <= age.span.start]
        return self._key((ahead[-1:] or near[:1])[0]) if near else ""

    def _lead(self) -> str:
        """Return who is named in most paragraphs, in three at least."""
        blocks: dict[str, set[int]] = defaultdict(set)
        for index, block in enumerate(self.reading.blocks):
            for named in named_in(self.reading, index) if block.is_body else ():
                if self._is_one(named):
                    blocks[self._key(named)].add(index)
        most = max(blocks, key=lambda who: len(blocks[who]), default="")
        return most if most and len(blocks[most]) > _FAR else ""

    def _told(self, place: Place) -> Iterator[_Told]:
        if AVERAGE.search(place.text):
            return
        start = place.sentence.span.start
        taken: list[Span] = []
        if self.anchor is not None:
            for age in self.ages:
                if place.sentence.span.covers(age.span):
                    of = {"": "taken", "one": "one"}.get(age.who, "name")
                    now = self.anchor.year
                    taken.append(age.span)
                    of = self._owner(age) if of == "name" else of
                    if of:
                        yield _Told(
                            now - age.years - 1, now - age.years, age.span, now, age.years, of
                        )
        if THEIR_KIN.match(place.text) and KIN.search(place.text, 0, _NEAR):
            return
        for told in _of_life(self.reading, place, self.anchor):
            span = told.span.shifted(start)
            near = max(0, told.span.start - _NEAR)
            ahead = place.text if told.first == _NEVER else place.text[near : told.span.start]
            if KIN.search(ahead) or any(span.overlaps(t) for t in taken):
                continue
            yield replace(told, span=span)


def _of_life(reading: Reading, place: Place, anchor: datetime.date) -> Iterator[_Told]:
    """Yield what a sentence tells of when its person was born: from, to, place, year, kind."""
    text = place.text
    born = list(BORN.finditer(text)) if "orn" in text else []
    for match in born:
        if NEWBORN.search(text[: match.start()]):
            continue
        year = int(match["whole"])
        yield _Told(year, year, Span(*match.span("whole")), year)
    taken = [Span(*m.span("whole")) for m in born]
    years = [
        (int(m["year"]), Span(*m.span("year"))) for m in YEAR.finditer(text)
        if HELD.search(text[: m.start()])
    ]  # fmt: skip
    years = [(y, s) for y, s in years if not any(s.overlaps(t) for t in taken)]
    yield from _then(reading, place, years, anchor)
    now = anchor.year
    for match in NOW.finditer(text):
        group = next(g for g in ("", "2", "3", "4") if match[f"whole{g}"])
        age = _number(match[f"n{group}"])
        span = Span(*match.span(f"whole{group}"))
        if match.start() == 0 and _is_of_nameless(reading, place):
            continue
        if age is not None and (group != "3" or _is_person(place, text, span)):
            of = "taken" if group == "3" else ""
            yield _Told(now - age - 1, now - age, span, now, age, of)
    for match in LATELY.finditer(text) if not years else ():
        age = _number(match["n"])
        if age is not None:
            slack = 1 if "die" in match[0] or "dead" in match[0] else 0
            yield _Told(now - age - 1 - slack, now - age, Span(*match.span("whole")), now, age)
    for match in SINCE_AGE.finditer(text):
        one, other = _number(match["n"]), _number(match["n2"])
        if one is not None and other is not None:
            then = now - one - other
            yield _Told(then - _SLACK, then + _SLACK, Span(*match.span("whole")), now)
    for match in TURNS.finditer(text) if "turn" in text or "birthday" in text else ():
        yield _turning(match, anchor)
    for match in DECADE.finditer(text):
        low, high = _decade(match)
        span = Span(*match.span("whole"))
        if re.search(
            r"\b(?:had|was|were|[a-z]+ed)\b", text[max(0, match.start() - 30) : match.start()]
        ):
            yield _Told(_NEVER, now - low, span, now)
        else:
            yield _Told(now - high - 1, now - low, span, now)
    for year, span in years:
        near = text[max(0, span.start - 60) : span.end + 40]
        if now - _OLDEST < year and MEMORY.search(near):
            yield _Told(_NEVER, year, span, year)
    for match in GROWN.finditer(text):
        year = int(match["year"])
        yield _Told(_NEVER, year - _FIRST_JOB, Span(*match.span("whole")), year)
    for match in WORKED.finditer(text):
        length = _number(match["n"])
        if length is not None and length > _SOME_YEARS:
            yield _Told(_NEVER, now - length - _YOUNG, Span(*match.span("whole")), now)


def _is_of_nameless(reading: Reading, place: Place) -> bool:
    """Return whether the sentence before is about somebody without a name: "the woman"."""
    start = place.sentence.span.start
    before = reading.sentence_at(start - 2) if start > 1 else None
    return before is not None and NAMELESS.search(before.span.cut(reading.text)) is not None


def _then(
    reading: Reading, place: Place, years: list[tuple[int, Span]], anchor: datetime.date
) -> Iterator[_Told]:
    """Yield ages at another time: "She started there in 1969, aged 16"."""
    text = place.text
    for match in THEN.finditer(text):
        group = next(g for g in ("whole", "old", "whole3") if match[g])
        age = _number(match["n"] or match["n2"] or match["n3"])
        span = Span(*match.span(group))
        if age is None or re.match(
            r"\s(?:per\s?cent|percent|points|miles|years\s(?:to|in|of))", text[match.end() :]
        ):
            continue
        found = _year_of(reading, text, span, years, anchor)
        if found is not None:
            year, slack = found
            after = YEAR_AFTER.match(text, span.end)
            whole = Span(span.start, after.end()) if after else span
            yield _Told(year - age - 1 - slack, year - age + slack, whole, year)
        elif match["at"] is None and not YEAR.search(text):
            yield _Told(_NEVER, anchor.year - age, span, anchor.year)


def _year_of(
    reading: Reading,
    text: str,
    span: Span,
    years: list[tuple[int, Span]],
    anchor: datetime.date,
) -> tuple[int, int] | None:
    """Return the year an age is told of, and by how much it may be off."""
    if (ago := AGO.search(text)) is not None and not years:
        length = _number(ago["n"])
        return None if length is None else (anchor.year - length, int(length % 10 == 0))
    if len({year for year, _ in years}) == 1:
        return years[0][0], 0
    before = [(y, s) for y, s in years if s.end <= span.start]
    if before and re.fullmatch(r",?\s[^.;]{0,12}", text[before[-1][1].end : span.start]):
        return before[-1][0], 0
    after = [(y, s) for y, s in years if s.start >= span.end]
    if after and re.fullmatch(
        r",?\s(?:in|on)\s(?:[A-Z][a-z]+\s)?", text[span.end : after[0][1].start]
    ):
        return after[0][0], 0
    verb = HAPPENED.search(text) if not years else None
    if verb is None:
        return None
    told = {
        int(m["year"])
        for other in places(reading)
        if re.search(rf"\b{verb[0]}\b", other.text)
        for m in YEAR.finditer(other.text)
    }
    return (told.pop(), 1) if len(told) == 1 else None


def _is_person(place: Place, text: str, span: Span) -> bool:
    """Return whether "the 23-year-old" stands alone, or before a word for a person."""
    if DID.match(text, span.end):
        return True
    if PERSON.match(text, span.end):
        return THINGS.match(text, span.end) is None
    token, verb = place.token(span.end - 1), place.token(span.end + 1)
    if verb is not None and verb.pos in ("VERB", "AUX") and verb.dep != "amod":
        return True
    return token is not None and token.dep in _ALONE


def _turning(match: re.Match[str], anchor: datetime.date) -> _Told:
    turning, when = _number(match["n"]) or 0, match["when"].split()
    ahead = re.match(r"(?:who\s)?(?:turns|will|celebrates)\b", match["whole"]) is not None
    age = turning - ahead
    span = Span(*match.span("whole"))
    if not ahead and when[-1] != "year":
        return _Told(anchor.year - age - 1, anchor.year - age + 1, span, anchor.year)
    if when[-1] == "year":
        year = anchor.year + (when[0] == "next") - (when[0] == "last")
        return _Told(year - turning, year - turning, span, year)
    return _Told(anchor.year - age - 1, anchor.year - age, span, anchor.year, age)


def _decade(match: re.Match[str]) -> tuple[int, int]:
    ten = 10 * (int(match["tens"]) if match["tens"] else _TENS.index(match["ten"]) + 1)
    part = (match["part"] or "").strip(" -")
    low, high = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}.get(part, (0, 9))
    return ten + low, ten + high


def _number(written: str | None) -> int | None:
    value = number(written.lower()) if written else None
    return int(value) if value is not None and 0 < value < _AGES else None
