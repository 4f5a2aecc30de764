"""People whose names are spelt two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from newslint.article import BlockKind
from newslint.checks._people.likeness import distance, plain, similar_name, skeleton, sounds_alike
from newslint.checks._people.people import Named, is_person, people
from newslint.checks._people.pronouns import sexes
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_ROLES = frozenset({"nsubj", "nsubjpass", "poss"})
_CONSONANTS = 4
_SHORTEST = 3  # letters of a surname
_SHORT_FIRST = 4  # letters
_LONG = 5  # letters of a first name that may be misspelt
_MOST = 150  # names looked at: a text with more is a list

_BEFORE = LazyRegex(r"(?:(?:^|\s)[-–—][A-Z][a-z]+|\b\d+(?:st|nd|rd|th)) $", re.MULTILINE)
_FAR = 25  # characters in which a first name or an ordinal stands before a name


def misspelt_people(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield the place of each odd spelling of a person's name, and of the usual one.

    Needs `names` and `quotations`.
    """
    blocks = [
        i for i, b in enumerate(reading.blocks) if b.is_body or b.kind is not BlockKind.CREDIT
    ]
    found = [n for n in people(reading, blocks) if is_writers_own(reading, n.span)]
    full = [n for n in found if n.is_full and len(n.words) <= 4]
    sure = {plain(n.surname) for n in full if is_person(reading.parses[n.block], n)}
    full = [
        n
        for n in full
        if is_person(reading.parses[n.block], n)
        or (plain(n.surname) in sure and len(n.words) == 2 and n.last.dep in _ROLES)
    ][:_MOST]
    lone = [n for n in found if not n.is_full][:_MOST]
    borne = {plain(w) for n in found if n.is_full for w in n.words}
    common = {t.text for parse in reading.parses for t in parse if t.text.islower()}
    used: dict[str, list[Named]] = {}
    for named in lone:
        used.setdefault(plain(named.surname), []).append(named)
    yielded: set[str] = set()
    for named in lone:
        word = named.surname
        if plain(word) in borne or plain(word) in yielded or word.lower() in common:
            continue
        if _BEFORE.search(reading.text, max(0, named.span.start - _FAR), named.span.start):
            continue  # the model has not seen the first name in "-Nate Cohn"
        usual = _sounds_like(named, full, used)
        if usual is not None:
            yielded.add(plain(word))
            yield _word(named), usual
    for odd_word, usual in _bare_words(reading, full, borne, common):
        if plain(odd_word.cut(reading.text)) not in yielded:
            yielded.add(plain(odd_word.cut(reading.text)))
            yield odd_word, usual
    for one, other in _sharing_a_name(full):
        if _together(one, other) or not _one_person(one, other):
            continue
        if one.surname == other.surname and any(map(_of_family, (one, other))):
            continue
        odd, usual_name = _odd(one, other, full)
        key = " ".join(map(plain, odd.words))
        if key not in yielded:
            yielded.add(key)
            yield _odd_word(odd, usual_name)


def _sharing_a_name(full: list[Named]) -> Iterator[tuple[Named, Named]]:
    """Yield the pairs that have the first name or the surname in common, in text order."""
    bearers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, named in enumerate(full):
        bearers["first", plain(named.first)].append(at)
        bearers["last", plain(named.surname)].append(at)
    pairs = {pair for group in bearers.values() for pair in combinations(group, 2)}
    for one, other in sorted(pairs):
        yield full[one], full[other]


def _bare_words(
    reading: Reading, full: list[Named], borne: set[str], common: set[str]
) -> Iterator[tuple[Span, Span]]:
    """Yield subjects without an article that sound like the surname of a person: Pile, Pyle.

    Such a word is a surname if it cannot be anything else: in the singular, once, and nowhere
    written small.
    """
    surnames = {plain(n.surname): n for n in reversed(full)}
    for index, block in enumerate(reading.blocks):
        if not block.is_body:
            continue
        for token in reading.parses[index]:
            word = token.text
            bare = token.dep in _ROLES and not token.children and token.tag in ("NN", "NNP")
            if not bare or not word[:1].isupper() or len(word) < _SHORTEST or word.isupper():
                continue
            known = plain(word) in borne or word.lower() in common
            if known or token.lower in vocabulary("persons", "no_name"):
                continue
            if word in vocabulary("places", "known") or not is_writers_own(reading, token.span):
                continue
            for surname, person in surnames.items():
                apart = (person.block, person.sentence) != (index, token.sentence)
                if apart and surname[:1] == plain(word)[:1] and sounds_alike(word, surname):
                    yield token.span, _word(person)
                    break


def _sounds_like(
    named: Named, full: list[Named], used: Mapping[str, Sequence[Named]]
) -> Span | None:
    """Return where the person is named in full whose surname this one is a slip for.

    `used` are the surnames that stand alone, by how they are spelt plainly.
    """
    word = named.surname
    if word in vocabulary("persons", "known") or word in vocabulary("places", "known"):
        return None
    for person in full:
        same = used.get(plain(person.surname), ())
        surname, first = similar_name(word, person.surname), person.first
        if not surname and abs(len(plain(word)) - len(plain(first))) > 1:
            continue
        once = surname and distance(plain(word), plain(person.surname)) == 1 and _acts(named)
        after = person.span.end < named.span.start and len(used[plain(word)]) == 1
        if (_together(named, person) and not (once and after)) or any(
            _together(named, n) for n in same
        ):
            continue
        if not _acts(named) and min(len(word), len(person.surname)) <= _LONG:
            continue
        letters, theirs = plain(word), plain(person.surname)
        far = distance(letters, theirs) > 1 and len(skeleton(letters)) < _CONSONANTS
        if far and not _acts(named):
            continue
        if surname and len(used[letters]) <= len(same) + 1:
            return _word(person)
        close = distance(plain(word), plain(first)) == 1
        if close and min(len(word), len(first)) >= _LONG + 1 and similar_name(word, first):
            return person.span
    return None


def _acts(named: Named) -> bool:
    """Return whether the word stands where the name of a person does."""
    if named.titles or named.last.entity == "PERSON":
        return True
    return named.last.dep in _ROLES and named.last.text != named.last.text.upper()


def _together(one: Named, other: Named) -> bool:
    return (one.block, one.sentence) == (other.block, other.sentence)


def _one_person(one: Named, other: Named) -> bool:
    """Return whether two full names that differ seem to be one person's."""
    first, second = (tuple(map(plain, (n.first, n.surname))) for n in (one, other))
    if first == second:
        return False
    if first[1] == second[1]:
        if _named_anew(one, other):
            return True
        if min(len(first[0]), len(second[0])) < _LONG:
            return _one_office(one, other) or _is_slip(one, other)
        alike = (
            sounds_alike(one.first, other.first)
            or similar_name(one.first, other.first)
            or similar_name(_hard(one.first), _hard(other.first))
        )
        return (
            (alike and distance(first[0], second[0]) <= 2)
            or _one_office(one, other)
            or _is_slip(one, other)
        )
    return first[0] == second[0] and similar_name(one.surname, other.surname)


def _named_anew(one: Named, other: Named) -> bool:
    """Return whether a first name of the same letter stands where nobody is brought in.

    Senator Martin Reyes, and further on Mark Reyes says: a relative would be told as one.
    """
    early, late = sorted((one, other), key=lambda n: n.span.start)
    names = [plain(n.first) for n in (early, late)]
    if names[0][:1] != names[1][:1] or min(map(len, names)) < _SHORT_FIRST:
        return False
    if names[0].startswith(names[1]) or names[1].startswith(names[0]):
        return False  # Dan, Daniel
    same_sex = sexes().get(names[0]) is not None and sexes().get(names[0]) == sexes().get(names[1])
    plainly = late.last.dep in _ROLES and all(c.dep == "compound" for c in late.last.children)
    if not same_sex or not plainly or any(map(_of_family, (one, other))):
        return False
    return late.last.head.lemma.lower() in vocabulary("quotes", "speech")


def _is_slip(one: Named, other: Named) -> bool:
    """Return whether two short first names are two spellings of one: Anna, Hanna; Jon, John."""
    shortest = min(len(one.first), len(other.first))
    if any(_of_family(n) for n in (one, other)):
        return False
    first, second = sorted((plain(one.first), plain(other.first)), key=len)
    if len(first) > _SHORT_FIRST and second[1:] == first:
        return True  # Ousmane, Usmane
    later = max(one, other, key=lambda n: n.span.start)
    again = not later.last.children or all(c.dep == "compound" for c in later.last.children)
    if (
        shortest == _SHORTEST == len(second)
        and distance(first, second) == 1
        and first[0] == second[0]
    ):
        return (
            again and not one.titles and not other.titles
        )  # Roy, Ray: named anew without a word who it is
    return shortest >= _SHORTEST and sounds_alike(one.first, other.first)


def _of_family(named: Named) -> bool:
    """Return whether somebody is named as another's kin: "her daughter, Hanna Berg"."""
    kin = vocabularies(("people", "female"), ("people", "male"))
    kin |= vocabulary("people", "named_by_kin")
    around = [named.last.head, *named.last.children]
    return any(t.lower in kin for t in around)


def _hard(first: str) -> str:
    """Return a first name with a hard C as K: Catherine, Katherine."""
    return "K" + first[1:] if first[:1] == "C" else first


def _one_office(one: Named, other: Named) -> bool:
    """Return whether both bear one title of office: Mayor Ann Lee, Mayor Jane Lee."""
    courtesy = vocabulary("persons", "courtesy")
    titles = [tuple(t for t in n.titles if t not in courtesy) for n in (one, other)]
    initials = one.first[:1] == other.first[:1] and min(len(one.first), len(other.first)) <= 2
    return (
        titles[0] == titles[1]
        and len(titles[0]) == 1
        and not initials
        and (titles[0][0] in ("Mayor", "Governor", "Coach", "Sheriff", "Chief", "Coroner"))
    )


def _odd(one: Named, other: Named, full: list[Named]) -> tuple[Named, Named]:
    """Return the rarer of two names (else the later), then the other."""
    uses = Counter(tuple(map(plain, n.words)) for n in full)
    counts = [uses[tuple(map(plain, n.words))] for n in (one, other)]
    later = other if other.span.start > one.span.start else one
    if counts[0] != counts[1]:
        odd = one if counts[0] < counts[1] else other
    else:
        odd = later
    return (odd, other if odd is one else one)


def _word(named: Named) -> Span:
    """Return the place of the surname."""
    return Span(named.last.start, named.last.start + len(named.surname))


def _odd_word(odd: Named, usual: Named) -> tuple[Span, Span]:
    """Return where the odd name differs from the usual one: its surname, or all of it."""
    if plain(odd.surname) != plain(usual.surname):
        return _word(odd), _word(usual)
    return odd.span, usual.span
