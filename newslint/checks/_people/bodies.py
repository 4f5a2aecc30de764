"""Firms and bodies whose names are written two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from newslint.checks._people.likeness import distance, plain
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_WORD = r"[A-Z][\w’'-]+"
_FIRM = LazyRegex(
    rf"\b(?P<name>{_WORD}),?\s(?P<tail>(?:&|and)\s(?:Sons?|Daughters?|Brothers?|Bros|Co|Company|Partners?))\b"
)
_LEGAL = LazyRegex(
    rf"\b(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})\s(?P<tail>Ltd|Limited|plc|PLC|Inc|LLC|LLP|GmbH|AG)\b"
)
_SAME = {"limited": "ltd", "bros": "brothers", "co": "company"}
_HEADS = (
    "Academy|Agency|Alliance|Association|Authority|Board|Bureau|Campaign|Centre|Center|Charity|Chapel"
    "|Church|Clinic|Club|Co-operative|Coalition|College|Commission|Committee|Company|Cooperative"
    "|Corporation|Council|Department|Federation|Forum|Foundation|Fund|Gallery|Group|Guild|Hall|Holdings"
    "|Hospice|Hospital|Infirmary|Initiative|Institute|Institution|Laboratory|Ministry|Museum|Network"
    "|Observatory|Office|Orchestra|Partners|Partnership|Project|School|Secretariat|Service|Services"
    "|Society|Surgery|Theatre|Trust|Union|University|Utility"
    "|Act|Bill|Treaty|Charter|Convention|Hotel|Inn|Festival|Prize|Award|Cup|Stadium|Station|Airport"
    "|Lighthouse|Railway|Library|Choir|Ensemble|Band|Mill|Mine|Quarry|Cathedral|Abbey|Castle|Bank"
    "|Brewery|Dam|Reservoir|Reserve|Code|Programme|Hostel|Nursery|Marathon|Regatta"
)
_PAIR = LazyRegex(
    r"(?<![\w-])(?P<one>[A-Z][a-z]{2,11})(?:[’']s)?\s(?P<two>[A-Z][a-z]{2,11})(?![\w-])(?!\s[A-Z])"
)
_SCHOOL = LazyRegex(
    r"\b(?P<name>[A-Z][a-z]{2,15})\s(?P<which>(?:(?:Girls|Boys|High|Primary|Grammar|Comprehensive"
    r"|Junior|Infants?|Secondary|Academy|Elementary|Middle|Community|College)[’']?\s?){1,2}"
    r"(?:School)?)(?<!\s)"
)
_SMALL = r"of|for|and|the|on"
_BODY = LazyRegex(
    rf"\b(?P<whole>{_WORD}(?:\s(?:{_WORD}|{_SMALL})){{0,5}}\s(?:{_HEADS})"
    rf"(?:\s(?:of|for)\s(?:the\s)?{_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}})?|(?:{_HEADS})\s(?:of|for)\s(?:the\s)?{_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}})\b"
)
_WAY = LazyRegex(
    rf"\b(?P<name>{_WORD})\s(?P<kind>Road|Street|Lane|Avenue|Drive|Close|Square|Terrace|Crescent|Row|Bridge|Park|Farm|Wharf|Quay)\b"
)
_TRADE = LazyRegex(rf"(?<![\w-])(?P<name>{_WORD})(?=\s(?P<trade>[A-Z][a-z]+)(?![\w-]))")
_ARTICLES = frozenset(
    {
        *("The", "A", "An", "In", "At", "And", "But", "For", "On", "Its", "Their", "Under", "By"),
        *("From", "With", "As", "When", "If", "Since", "After", "Before", "To", "Of", "While"),
    }
)
_MOST = 80  # names looked at: a text with more is a list
_LETTERS = 3  # of a street's name, and more
_ALIKE = 2  # first letters that two words for one thing share: Housing, Homes


@dataclass(frozen=True, slots=True)
class Variant:
    """A name at `odd` that is written otherwise at `usual`; `style` if only "&" differs."""

    odd: Span
    usual: Span
    style: bool


@dataclass(frozen=True, slots=True)
class _Use:
    words: tuple[str, ...]
    small: tuple[str, ...]
    span: Span
    sentence: int
    owned: bool = False  # whether the first word is a possessive


def bodies_named_twice(reading: Reading) -> Iterator[Variant]:
    """Yield the names of firms and bodies that are written two ways. Needs `quotations`."""
    yield from _firms(reading)
    yield from _trades(reading)
    yield from _ways(reading)
    uses = list(_bodies(reading))[:_MOST]
    often: dict[tuple[tuple[str, ...], tuple[str, ...]], list[_Use]] = defaultdict(list)
    for use in uses:
        often[use.words, use.small].append(use)
    yield from _pairs(reading)
    yield from _schools(reading)
    for one, other in combinations(often.values(), 2):
        odd, usual = sorted((one, other), key=lambda us: (len(us), -us[0].span.start))
        apart = odd[0].sentence not in {u.sentence for u in usual}
        if len(odd) == 1 and apart and _one_body(odd[0], usual[0]):
            yield Variant(odd[0].span, usual[0].span, False)


@cache
def _rows(name: str) -> tuple[frozenset[str], ...]:
    data = load(PACKAGE, "vocabularies/bodies.yml")
    rows = data[name] if isinstance(data, dict) else []
    return tuple(frozenset(map(str, row)) for row in rows if isinstance(row, list))


def _matches(reading: Reading, pattern: LazyRegex) -> Iterator[tuple[re.Match[str], int]]:
    if not pattern.may_be_in(reading.text):
        return
    for block in reading.blocks:
        if not block.is_body:
            continue
        for match in pattern.finditer(reading.text, block.span.start, block.span.end):
            sentence = reading.sentence_at(match.start())
            if sentence is not None and is_writers_own(reading, Span(*match.span())):
                yield match, sentence.span.start


def _firms(reading: Reading) -> Iterator[Variant]:
    for pattern in (_FIRM, _LEGAL):
        first: dict[str, tuple[str, Span]] = {}
        done: set[str] = set()
        for match, _ in _matches(reading, pattern):
            name, span = plain(match["name"]), Span(*match.span())
            tail, where = first.setdefault(name, (match["tail"], span))
            if tail == match["tail"] or name in done:
                continue
            mine, theirs = (_tail(t) for t in (match["tail"], tail))
            if mine == theirs and "&" not in match["tail"] + tail:
                continue
            done.add(name)
            yield Variant(span, where, mine == theirs)


def _trades(reading: Reading) -> Iterator[Variant]:
    """Yield "Larkfield Homes" where the firm was Larkfield Living."""
    uses: dict[str, dict[str, list[tuple[Span, int]]]] = defaultdict(dict)
    for match, sentence in _matches(reading, _TRADE):
        trade = plain(match["trade"])
        if match["name"] not in _ARTICLES and any(trade in row for row in _rows("trades")):
            uses[match["name"]].setdefault(trade, []).append(
                (Span(match.start(), match.end("trade")), sentence)
            )
    for found in uses.values():
        if len(found) != 2 or not any(set(found) <= row for row in _rows("trades")):
            continue
        odd, usual = sorted(found.values(), key=lambda us: (len(us), -us[0][0].start))
        if len(odd) == 1 and odd[0][1] not in {sentence for _, sentence in usual}:
            yield Variant(odd[0][0], usual[0][0], False)


def _ways(reading: Reading) -> Iterator[Variant]:
    """Yield streets and the like whose names are one letter apart: Barrow Road, Barlow Road."""
    uses: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)
    for match, sentence in _matches(reading, _WAY):
        uses[plain(match["name"]), match["kind"]].append((Span(*match.span()), sentence))
    for one, other in combinations(uses, 2):
        close = min(len(one[0]), len(other[0])) > _LETTERS and distance(one[0], other[0]) == 1
        if one[1] != other[1] or not close or one[0].rstrip("s") == other[0].rstrip("s"):
            continue
        odd, usual = sorted((uses[one], uses[other]), key=lambda us: (len(us), -us[0][0].start))
        if len(odd) == 1 and odd[0][1] not in {sentence for _, sentence in usual}:
            yield Variant(odd[0][0], usual[0][0], False)


def _pairs(reading: Reading) -> Iterator[Variant]:
    """Yield "the White Swan" where the story has a Black Swan, and "the Black Lion"."""
    uses: dict[tuple[str, str], list[tuple[Span, int]]] = defaultdict(list)
    for match, sentence in _matches(reading, _PAIR):
        words = plain(match["one"]), plain(match["two"])
        uses[words].append((Span(*match.span()), sentence))
    for one, other in combinations(list(uses)[:_MOST], 2):
        at = next((i for i in (0, 1) if one[1 - i] == other[1 - i] and one[i] != other[i]), None)
        if at is None or one[1 - at] in vocabulary("bodies", "many_such"):
            continue
        if one[1 - at].capitalize() in vocabulary("taken_for_known", "well_known_places"):
            continue  # a city may have its Lions and its Tigers
        if not any({one[at], other[at]} <= row for row in _rows("kinds")):
            continue
        first, later = sorted((uses[one], uses[other]), key=lambda us: us[0][0].start)
        sentences = ({sentence for _, sentence in us} for us in (first, later))
        if len(later) == 1 and not set.intersection(*sentences):
            yield Variant(later[0][0], first[0][0], False)


def _schools(reading: Reading) -> Iterator[Variant]:
    """Yield "Wick High" where somebody in the same sentence went to Wick Girls' School."""
    found: list[tuple[str, frozenset[str], Span, frozenset[str]]] = []
    for match, start in _matches(reading, _SCHOOL):
        sentence = reading.sentence_at(start)
        words = re.findall(r"[A-Z][a-z]+", sentence.span.cut(reading.text) if sentence else "")
        which = frozenset(w.strip("’'").lower() for w in match["which"].split()) - {"school"}
        inside = {match["name"], *match["which"].split(), "School"}
        others = frozenset(words) - inside - {w.strip("’'") for w in inside}
        span = Span(*match.span())
        for name, kind, usual, near in found:
            if name == match["name"] and kind and which and not kind & which and near & others:
                yield Variant(span, usual, False)
                break
        found.append((match["name"], which, span, others))


def _tail(tail: str) -> str:
    words = tail.lower().replace("&", "and").split()
    return " ".join(_SAME.get(w, w) for w in words)


def _bodies(reading: Reading) -> Iterator[_Use]:
    for match, sentence in _matches(reading, _BODY):
        words = match["whole"].split()
        start = match.start("whole")
        while words and (words[0] in _ARTICLES or words[0].islower()):
            start += len(words[0]) + 1
            words.pop(0)
        ofs = [i for i, w in enumerate(words) if w in ("of", "at", "on")]
        if ofs and re.fullmatch(_HEADS, words[-1]) and len(words) - ofs[-1] > 2:
            # "Ann Lee of the Karst Institute": the name comes after
            cut = ofs[-1] + 1 + (words[ofs[-1] + 1] == "the")
            start = match.end("whole") - len(" ".join(words[cut:]))
            words = words[cut:]
        content = tuple(plain(w) for w in words if w[0].isupper())
        small = tuple(w for w in words if not w[0].isupper() and w != "the")
        if len(content) >= 2:
            owned = words[0].endswith(("’s", "'s"))
            yield _Use(content, small, Span(start, match.end("whole")), sentence, owned)


def _one_body(one: _Use, other: _Use) -> bool:
    """Return whether two names are so alike that they can hardly be two bodies'."""
    if one.words == other.words:
        return one.small != other.small and len(one.small) == len(other.small) == 1
    if len(one.words) != len(other.words) or len(one.words) < 3:
        return False
    if _reordered(one, other):
        return True
    if one.small != other.small:
        return False
    differ = [
        (a, b)
        for a, b in zip(one.words, other.words, strict=True)
        if a != b and (a.rstrip("s") != b.rstrip("s") or one.words[-1] == other.words[-1])
    ]
    if len(differ) != 1:
        return False
    first, second = differ[0]
    if (first, second) == (one.words[-1], other.words[-1]):
        rows = (*_rows("taken_for"), *(_rows("means") if one.small else ()))
        return any({first, second} <= row for row in rows)
    if one.words[-1] != other.words[-1]:
        return False
    if any({first, second} <= row for row in _rows("means")):
        return True
    if one.small == ("of",) and any({first, second} <= row for row in _rows("taken_for")):
        return True  # "the Royal Society of Bakers" and "the Royal Guild of Bakers"
    if first.rstrip("s") == second.rstrip("s"):
        # "the Building Safety Act", "the Buildings Safety Act"; not "Orme’s Old Hall"
        return first != one.words[0] or not (one.owned or other.owned)
    return first[:_ALIKE] == second[:_ALIKE] and min(len(first), len(second)) > 3


def _reordered(one: _Use, other: _Use) -> bool:
    """Return whether two names have the same words, or words for one thing, in another order.

    "Karst Sky Institute" is the "Karst Institute of Space".
    """
    mine, theirs = set(one.words), set(other.words)
    if mine == theirs:
        return True
    if one.small == other.small or one.words[0] != other.words[0]:
        return False
    left, right = mine - theirs, theirs - mine
    return len(left) == len(right) == 1 and any(left | right <= row for row in _rows("means"))
