"""Names a slip away from another of the story: people, things and places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from newslint.article import BlockKind
from newslint.checks._people.likeness import distance, plain, skeleton
from newslint.checks._people.name_runs import ENDINGS, LEAST, LONG, SHARED, NameRun, name_runs
from newslint.checks._people.near_people import (
    first_names,
    is_persons,
    is_subject_of,
    plain_strangers,
    titled_first_names,
    titled_strangers,
    token_of,
    well_known,
)
from newslint.checks._people.renamed import Renamed, may_be_one_first
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_MOST = 400  # capitalised words looked at: a text with more is a list
_WORD = r"[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"


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


def other_strangers(reading: Reading) -> Iterator[Renamed]:
    """Yield "Belvera alone" where the story has a town of Belvra, and no other Belvera.

    One of the two is in the middle of a sentence, so that it is a name for sure.
    """
    runs = name_runs(reading)
    lone: dict[str, list[NameRun]] = defaultdict(list)
    inside: set[str] = set()
    for use in runs:
        if len(use.words) == 1 and not use.titles:
            lone[plain(use.surname)].append(use)
        else:
            inside.update(map(plain, use.words))
    known = well_known() | vocabulary("places", "known")
    small: set[str] | None = None
    for one, other in combinations(lone, 2):
        if (
            one[0] != other[0]
            or min(len(one), len(other)) <= LEAST
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


def _takes_up(reading: Reading, use: NameRun) -> bool:
    """Return whether a name opens its sentence as a subject or owner, as a known one does."""
    after = reading.text[use.span.end : use.span.end + 4]
    return (
        use.opens
        and is_subject_of(reading, use)
        and re.match(r"(?:[’']s)?\s[a-z]", after) is not None
    )


def _is_near_thing(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if one.rstrip("s") == other.rstrip("s"):
        return False
    if long.startswith(short) and long[len(short) :] in ENDINGS:
        return False
    apart = distance(one, other)
    if apart == 1:
        return one[:2] == other[:2]
    sound = skeleton(one) == skeleton(other) and len(skeleton(one)) > 2
    return apart <= 3 and (sound or (apart == 2 and one[:SHARED] == other[:SHARED]))


def _is_proper(reading: Reading, use: NameRun) -> bool:
    token = token_of(reading, use)
    return (
        token is not None
        and token.pos == "PROPN"
        and token.entity not in ("DATE", "TIME", "LANGUAGE", "NORP")
        and plain(use.surname) not in first_names()
    )


def both_parts(reading: Reading) -> Iterator[Renamed]:
    """Yield "Barney Gow" where the story has a Barnaby Gowe."""
    names: dict[tuple[str, str], list[NameRun]] = defaultdict(list)
    for use in name_runs(reading):
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
    runs = name_runs(reading)
    people = {
        plain(u.surname): u for u in reversed(runs) if len(u.words) == 2 and is_persons(reading, u)
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
    if long.startswith(short) and long[len(short) :] in ENDINGS - {"n", "an"}:
        return False
    if short.endswith(("s", "z")) and long.endswith(("s", "z")) and short[-3:] != long[-3:]:
        return False  # "Analysis", "Analyses"
    return skeleton(one) == skeleton(other) and distance(one, other) <= 2


_HUMPED = LazyRegex(r"[a-z][A-Z]")


def joined_names(reading: Reading) -> Iterator[Renamed]:
    """Yield "Subfell" where the story has a village of Sub Fell."""
    spaced: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    closed: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for use in name_runs(reading):
        if reading.text[max(0, use.span.start - 1) : use.span.start] in ("@", "#"):
            continue
        if len(use.words) == 1 and not _HUMPED.search(use.words[0]):
            closed[plain(use.words[0])].append((use.span, use.sentence))
        elif len(use.words) == 2 and use.words[0] != "The":
            spaced["".join(map(plain, use.words))].append((use.span, use.sentence))
    for name in spaced.keys() & closed.keys():
        if len(name) < LONG or name.endswith("s"):
            continue  # "Muslim-Americans" is a matter of style
        odd, usual = sorted((spaced[name], closed[name]), key=lambda us: (len(us), -us[0][0].start))
        if len(odd) == 1 and odd[0][1] not in {s for _, s in usual}:
            yield Renamed(odd[0][0], usual[0][0])


def headline_slips(reading: Reading) -> Iterator[Renamed]:
    """Yield a name of the headline, standfirst or a caption that is a letter off the story's."""
    above = [b for b in reading.blocks if b.kind in _OUTSIDE]
    if not above:
        return
    names: dict[str, list[NameRun]] = defaultdict(list)
    told: set[str] = set()
    for block in reading.blocks:
        if block.is_body:
            told.update(map(plain, re.findall(r"[^\W\d_]+", block.span.cut(reading.text))))
    for use in name_runs(reading):
        for word in use.words[-1:]:
            names[plain(word)].append(use)
    small = set(re.findall(r"\b[a-z]+\b", reading.text))
    for block in above:
        for match in _CAPITALISED.finditer(reading.text, block.span.start, block.span.end):
            word = plain(match[0])
            if word in told or word in small or len(word) <= LEAST or word + "s" in told:
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
