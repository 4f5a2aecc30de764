"""Names a slip away from another of the story, read by their letters and their titles alone.

The model takes a foreign surname for all sorts of things; a title, or a first name before the
one of the two, says as much as it does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from newslint.article import BlockKind
from newslint.checks._people.likeness import distance, plain, skeleton, sounds_alike
from newslint.checks._people.renamed import Renamed, may_be_one_first
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own, not_prose
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, once_an_article
from newslint.span import Span

_MOST = 400  # capitalised words looked at: a text with more is a list
_SMALL = r"(?:al|bin|da|de|del|della|den|der|di|du|el|la|le|ten|ter|van|von)"
_WORD = r"[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_RUN = LazyRegex(
    rf"(?<![\w’'&-]){_WORD}(?:\.(?=\s[A-Z]))?(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,5}}(?![\w&-])"
)
_TITLED = LazyRegex(
    r"^(?:(?:Det|Detective|Chief|Ch|Acting|Deputy|Supt|Insp|Inspector|Superintendent|Constable"
    r"|Sergeant|Sgt|PC|Con)\.?\s)*$"
)
_PREFIX = LazyRegex(
    r"^(?:O[’']|Mac|Mc|M[’']|(?:van|von|de|der|den|le|la|di|du|ten|ter)\s)", re.IGNORECASE
)
_ENDINGS = frozenset(
    ["s", "n", "an", "ns", "ans", "ian", "ians", "ish", "ese", "i", "is", "er", "ers", "ic", "ite"]
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
_LEAST = 4  # letters of a surname
_LONG = 6
_SHARED = 4  # letters with which both begin


@dataclass(frozen=True, slots=True)
class _Use:
    words: tuple[str, ...]  # the name, without the titles before it
    titles: tuple[str, ...]
    span: Span  # of the name
    sentence: int
    opens: bool  # whether it opens a sentence

    @property
    def surname(self) -> str:
        """The last word and the particles before it, without a possessive ending."""
        return self.words[-1]


@once_an_article
def _runs(reading: Reading) -> tuple[_Use, ...]:
    """Return the runs of capitalised words in the story.

    Quoted ones are among them: what is said aloud has no spelling but the writer's.
    """
    return tuple(_read_runs(reading))[:_MOST]


def _read_runs(reading: Reading) -> Iterator[_Use]:
    titles = vocabulary("persons", "titles")
    for sentence in reading.sentences:
        if not reading.blocks[sentence.block].is_body:
            continue
        for match in _RUN.finditer(reading.text, sentence.span.start, sentence.span.end):
            start, words = match.start(), _joined(match[0])
            before: list[str] = []
            while len(words) > 1 and _leads(words, titles):
                if words[0] in titles or _TITLED.match(words[0] + " "):
                    before.append(words[0].rstrip("."))
                start = match.start() + match[0].index(words[1], start - match.start())
                words = words[1:]
            opens = match.start() == sentence.span.start
            if words[0] in titles or words[0].endswith(".") or words[-1].isupper():
                continue
            span = Span(start, match.end())
            if span.cut(reading.text).endswith(("’s", "'s")):
                span = Span(start, match.end() - 2)
                words = (*words[:-1], words[-1][:-2])
            if not not_prose(reading.article, span):
                yield _Use(words, tuple(before), span, sentence.span.start, opens)


def _leads(words: tuple[str, ...], titles: frozenset[str]) -> bool:
    """Return whether the first word of a run is no part of the name: "Then Mr Roe"."""
    if words[0] in titles or _TITLED.match(words[0] + " ") or words[1] in titles:
        return True
    return words[0].lower() in vocabulary("persons", "no_first_name")


def _joined(run: str) -> tuple[str, ...]:
    """Return the words of a run; particles go with the word after them: "van Ulk"."""
    found: list[str] = []
    held = ""
    for word in run.split():
        small = word.islower() or (word.lower() in _particles() and not held)
        if small and word != run.split()[-1]:
            held += word + " "
            continue
        found.append(held + word)
        held = ""
    return tuple(found)


@cache
def _particles() -> frozenset[str]:
    return frozenset(["van", "von", "der", "den", "ten", "ter"])


def near_names(reading: Reading) -> Iterator[Renamed]:
    """Yield names that are a slip away from another name of the story.

    Needs `sentences` and `quotations`.
    """
    yield from titled_strangers(reading)
    yield from titled_first_names(reading)
    yield from plain_strangers(reading)
    yield from other_strangers(reading)
    yield from both_parts(reading)
    yield from lost_apostrophes(reading)
    yield from sounding_pairs(reading)
    yield from joined_names(reading)
    yield from headline_slips(reading)


def _bearers(runs: tuple[_Use, ...]) -> dict[str, list[_Use]]:
    """Return who is named with a first name or a title, by surname."""
    found: dict[str, list[_Use]] = defaultdict(list)
    for use in runs:
        if len(use.words) in (2, 3) or (use.titles and len(use.words) == 1):
            found[plain(use.surname)].append(use)
    return found


def titled_strangers(reading: Reading) -> Iterator[Renamed]:
    """Yield "Ms Strathmorris" where the story has a Moira Strathmaurice and no Strathmorris."""
    runs = _runs(reading)
    bearers = _bearers(runs)
    inside = {plain(w) for u in runs for w in u.words if len(u.words) > 1}
    done: set[str] = set()
    for use in runs:
        word = plain(use.surname)
        titled = use.titles and len(use.words) == 1 and use.surname not in _known()
        if not titled or word in inside or word in done or len(word) < _LEAST - 1:
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


def _known() -> frozenset[str]:
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
    if min(shortest, len(bare[0]), len(bare[1])) < _LEAST:
        alike = first[0] == second[0] and distance(first, second) == 1
        return min(map(len, bare)) > 2 and (alike or sounds_alike(one, other))
    apart = distance(first, second)
    if apart == 1:
        return first[0] == second[0] or shortest >= _LONG or sounds_alike(one, other)
    if longest - shortest > 3 or first[0] != second[0]:
        return False
    if apart == 2 and shortest > _LEAST and first[:2] == second[:2]:
        return skeleton(first)[-1] == skeleton(second)[-1] or first[:3] == second[:3]
    return (
        apart <= _SHARED
        and longest >= 8
        and shortest >= _LONG
        and first[:_SHARED] == second[:_SHARED]
    )


def _part_of(one: str, other: str) -> bool:
    """Return whether a double surname has the other for a part: Penrice-Hale, Penrice."""
    parts = [plain(p) for p in one.split("-")]
    return len(parts) == 2 and plain(other) in parts and "-" not in other


def titled_first_names(reading: Reading) -> Iterator[Renamed]:
    """Yield "Mr Cormac" where the story has a Cormac Yardley."""
    runs = _runs(reading)
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
        elif word in firsts and word not in surnames and word in _first_names():
            yield Renamed(use.span, firsts[word].span)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(
        map(plain, vocabulary("first_names", "female") | vocabulary("first_names", "male"))
    )


def plain_strangers(reading: Reading) -> Iterator[Renamed]:
    """Yield "Qadderi wept" where the story has an Imran Qaderi, and no other Qadderi."""
    runs = _runs(reading)
    people = {
        name: uses[0]
        for name, uses in _bearers(runs).items()
        if len(name) > _LEAST and any(_is_persons(reading, u) for u in uses)
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
        if len(word) <= _LEAST or use.surname in _known() | vocabulary("places", "known"):
            continue
        near = [n for n in people if _is_letter_off(word, n)]
        if len(near) != 1 or (word.endswith("s") and not near[0].endswith("s")):
            continue
        if people[near[0]].sentence == use.sentence:
            continue
        if use.opens and not _is_subject(reading, use):
            continue
        if not re.search(rf"\b{re.escape(use.surname.lower())}\b", reading.text):
            yield Renamed(use.span, people[near[0]].span)


def _is_persons(reading: Reading, use: _Use) -> bool:
    if use.titles or plain(use.words[0]) in _first_names():
        return True
    token = _token(reading, use)
    return token is not None and token.entity == "PERSON"


def _is_letter_off(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one[0] != other[0] or (long.startswith(short) and long[len(short) :] in _ENDINGS):
        return False
    if distance(one, other) == 1:
        return True
    long_enough = len(short) >= _LONG and one[:_SHARED] == other[:_SHARED]
    return long_enough and distance(one, other) <= 3 and len(long) - len(short) <= 1 and (
        one[_SHARED:][:1] == other[_SHARED:][:1]
    )  # fmt: skip


def _token(reading: Reading, use: _Use) -> Token | None:
    sentence = reading.sentence_at(use.span.start)
    parse = reading.parses[sentence.block] if sentence is not None else None
    inside = parse.within(use.span) if parse is not None else ()
    return inside[-1] if inside else None


def _is_subject(reading: Reading, use: _Use) -> bool:
    token = _token(reading, use)
    if token is None or token.lower in vocabulary("persons", "no_name"):
        return False
    return token.dep in ("nsubj", "nsubjpass", "poss", "compound") and not any(
        c.dep == "det" for c in token.children
    )


def other_strangers(reading: Reading) -> Iterator[Renamed]:
    """Yield "Belvera alone" where the story has a town of Belvra, and no other Belvera.

    One of the two is in the middle of a sentence, so that it is a name for sure.
    """
    runs = _runs(reading)
    lone: dict[str, list[_Use]] = defaultdict(list)
    inside: set[str] = set()
    for use in runs:
        if len(use.words) == 1 and not use.titles:
            lone[plain(use.surname)].append(use)
        else:
            inside.update(map(plain, use.words))
    known = _known() | vocabulary("places", "known")
    small: set[str] | None = None
    for one, other in combinations(lone, 2):
        if (
            one[0] != other[0]
            or min(len(one), len(other)) <= _LEAST
            or abs(len(one) - len(other)) > 2
        ):
            continue
        if {one, other} & inside or not _is_near_thing(one, other):
            continue
        odd, usual = sorted((lone[one], lone[other]), key=lambda us: (len(us), -us[0].span.start))
        if len(odd) > 1 or odd[0].sentence in {u.sentence for u in usual}:
            continue
        if distance(one, other) > 1 and not (len(usual) > 1 and _takes_up(reading, odd[0])):
            continue
        if odd[0].surname in known or (len(usual) < 2 and all(u.opens for u in (*odd, *usual))):
            continue
        if small is None:
            small = set(re.findall(r"\b[a-z]+\b", reading.text))
        if {one, other} & small or not all(_is_proper(reading, us[0]) for us in (odd, usual)):
            continue
        yield Renamed(odd[0].span, usual[0].span)


def _takes_up(reading: Reading, use: _Use) -> bool:
    """Return whether a name opens its sentence as a subject or owner, as a known one does."""
    after = reading.text[use.span.end : use.span.end + 4]
    return (
        use.opens
        and _is_subject(reading, use)
        and re.match(r"(?:[’']s)?\s[a-z]", after) is not None
    )


def _is_near_thing(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one.rstrip("s") == other.rstrip("s"):
        return False
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return False
    apart = distance(one, other)
    if apart == 1:
        return one[:2] == other[:2]
    sound = skeleton(one) == skeleton(other) and len(skeleton(one)) > 2
    return apart <= 3 and (sound or (apart == 2 and one[:_SHARED] == other[:_SHARED]))


def _is_proper(reading: Reading, use: _Use) -> bool:
    token = _token(reading, use)
    return (
        token is not None
        and token.pos == "PROPN"
        and token.entity not in ("DATE", "TIME", "LANGUAGE", "NORP")
        and plain(use.surname) not in _first_names()
    )


def both_parts(reading: Reading) -> Iterator[Renamed]:
    """Yield "Barney Gow" where the story has a Barnaby Gowe."""
    names: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    for use in _runs(reading):
        if len(use.words) == 2:
            names[plain(use.words[0]), plain(use.surname)].append(use)
    for one, other in combinations(names, 2):
        if one[0][:1] != other[0][:1] or one[1][:1] != other[1][:1]:
            continue
        if one[0] == other[0] or not (
            _sound_pair(one[1], other[1]) and may_be_one_first(one[0], other[0])
        ):
            continue
        odd, usual = sorted((names[one], names[other]), key=lambda us: (len(us), -us[0].span.start))
        if len(odd) == 1 and odd[0].sentence not in {u.sentence for u in usual}:
            yield Renamed(odd[0].span, usual[0].span)


def lost_apostrophes(reading: Reading) -> Iterator[Renamed]:
    """Yield "Lundgrens contract was" where the story has an Anna Lundgren."""
    runs = _runs(reading)
    people = {
        plain(u.surname): u for u in reversed(runs) if len(u.words) == 2 and _is_persons(reading, u)
    }
    count: dict[str, int] = defaultdict(int)
    for use in runs:
        for word in use.words:
            count[plain(word)] += 1
    for use in runs:
        word = plain(use.surname)
        lone = len(use.words) == 1 and not use.titles and "-" not in use.surname
        if not lone or not word.endswith("s") or count[word] > 1:
            continue
        usual = people.get(word[:-1])
        if usual is None or not _OWNED.match(reading.text, use.span.end):
            continue
        before = reading.text[max(0, use.span.start - 8) : use.span.start].lower()
        sentence = reading.sentence_at(use.span.end + 2)
        token = reading.parses[sentence.block].at(use.span.end + 1) if sentence else None
        if token is None or token.pos not in ("NOUN", "ADJ"):
            continue
        if not re.search(r"\b(?:the|two|both|three|all|these)\s$", before):
            yield Renamed(use.span, usual.span)


_OWNED = LazyRegex(r"\s[a-z]{3,}")


def sounding_pairs(reading: Reading) -> Iterator[Renamed]:
    """Yield "Morden Vail" where the story has a Morden Vale, and "Tarner & Row".

    The words before are the same; the last sounds alike, or is a letter longer or shorter.
    """
    uses: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)
    for sentence in reading.sentences:
        if not reading.blocks[sentence.block].is_body:
            continue
        for match in _PAIR.finditer(reading.text, sentence.span.start, sentence.span.end):
            span = Span(match.start(), match.end("two"))
            if is_writers_own(reading, span):
                key = match["one"] + (" & " if match["and"] else " "), match["two"]
                uses[key].append((span, sentence.span.start))
    by_first: dict[str, list[str]] = defaultdict(list)
    for one, two in uses:
        by_first[one].append(two)
    for one, lasts in by_first.items():
        for first, second in combinations(lasts[:_MOST], 2):
            if not _sound_pair(plain(first), plain(second)):
                continue
            pair = (uses[one, first], uses[one, second])
            odd, usual = sorted(pair, key=lambda us: (len(us), -us[0][0].start))
            if len(odd) == 1 and odd[0][1] not in {s for _, s in usual}:
                yield Renamed(odd[0][0], usual[0][0])


_PAIR = LazyRegex(
    rf"(?<![\w’'&-])(?P<one>{_WORD})(?P<and>\s(?:&|and))?\s(?P<two>[A-Z][^\W\d_]+)(?![\w&-])(?!\s[A-Z])"
)


def _sound_pair(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < 3 or one == other or one[0] != other[0]:
        return False
    if long.startswith(short) and long[len(short) :] in _ENDINGS - {"n", "an"}:
        return False
    if short.endswith(("s", "z")) and long.endswith(("s", "z")) and short[-3:] != long[-3:]:
        return False  # "Analysis", "Analyses"
    return skeleton(one) == skeleton(other) and distance(one, other) <= 2


_HUMPED = LazyRegex(r"[a-z][A-Z]")


def joined_names(reading: Reading) -> Iterator[Renamed]:
    """Yield "Subfell" where the story has a village of Sub Fell."""
    spaced: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    closed: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for use in _runs(reading):
        if reading.text[max(0, use.span.start - 1) : use.span.start] in ("@", "#"):
            continue
        if len(use.words) == 1 and not _HUMPED.search(use.words[0]):
            closed[plain(use.words[0])].append((use.span, use.sentence))
        elif len(use.words) == 2 and use.words[0] != "The":
            spaced["".join(map(plain, use.words))].append((use.span, use.sentence))
    for name in spaced.keys() & closed.keys():
        if len(name) < _LONG or name.endswith("s"):
            continue  # "Muslim-Americans" is a matter of style
        odd, usual = sorted((spaced[name], closed[name]), key=lambda us: (len(us), -us[0][0].start))
        if len(odd) == 1 and odd[0][1] not in {s for _, s in usual}:
            yield Renamed(odd[0][0], usual[0][0])


def headline_slips(reading: Reading) -> Iterator[Renamed]:
    """Yield a name of the headline, standfirst or a caption that is a letter off the story's."""
    above = [b for b in reading.blocks if b.kind in _OUTSIDE]
    if not above:
        return
    names: dict[str, list[_Use]] = defaultdict(list)
    told: set[str] = set()
    for block in reading.blocks:
        if block.is_body:
            told.update(map(plain, re.findall(r"[^\W\d_]+", block.span.cut(reading.text))))
    for use in _runs(reading):
        for word in use.words[-1:]:
            names[plain(word)].append(use)
    small = set(re.findall(r"\b[a-z]+\b", reading.text))
    for block in above:
        for match in _CAPITALISED.finditer(reading.text, block.span.start, block.span.end):
            word = plain(match[0])
            if word in told or word in small or len(word) <= _LEAST or word + "s" in told:
                continue
            span = Span(*match.span())
            near = [
                n for n, uses in names.items()
                if n[:2] == word[:2] and n not in small and len(uses) > 1 and distance(n, word) == 1
                and _is_near_thing(n, word) and _is_proper(reading, uses[0])
            ]  # fmt: skip
            if len(near) == 1 and is_writers_own(reading, span):
                yield Renamed(span, names[near[0]][0].span)


_OUTSIDE = frozenset({BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.CAPTION, BlockKind.HEADING})
_CAPITALISED = LazyRegex(r"(?<![\w@#’'-])[A-Z][^\W\d_]{4,}(?![\w-])")
