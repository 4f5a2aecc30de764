"""How old the people of a story are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import BlockKind
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading, once_an_article
from newslint.span import Span

_BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty"
)
_N = rf"(?P<n>\d{{1,3}}|(?:{_SMALL}))"
_NAME = r"(?P<name>(?:[A-Z][\w’'-]+\s){0,3}[A-Z][\w’'-]+)"
_KINDS = (
    "boy|girl|man|woman|teenager|youth|baby|toddler|child|pensioner|driver|cyclist|motorcyclist"
    "|passenger|pedestrian|victim|suspect|defendant|father|mother|grandmother|grandfather|student|pupil"
    "|worker|farmer|officer|climber|swimmer|walker|hiker|singer|actor|player|teacher|nurse|pilot"
    "|lorry driver|gunman|attacker"
)
# Nadia Holm, 34, ...; Holm, aged 34
_BESIDE = LazyRegex(
    rf"\b{_NAME},\s(?:(?:who\sis|aged|now)\s|(?=\d)){_N}(?=,\s(?!(?:[A-Z]|\d)[^.;]{{0,60}},\s\d)|\.|;|\sand\s|\sof\s|\)|$)"
)
# Varga was 41; Varga is 41 years old
_IS = LazyRegex(
    rf"\b{_NAME}\s(?:is|was)\s(?:aged\s)?{_N}(?=\.(?!\d)|,|\syears\sold|\sand\s)(?!,\d)"
)
# the boy, aged 11; the man, 43
_KIND_BESIDE = LazyRegex(
    rf"\b(?P<the>[Tt]he|[Aa]n?|)\s?(?P<adj>[a-z]+\s)?(?P<kind>{_KINDS}),\s(?:who\sis\s|aged\s)?{_N}(?=[,.;])",
    re.IGNORECASE,
)
# a 10-year-old boy; the nine-year-old
_OLD = LazyRegex(
    rf"\b(?P<the>[Tt]he\s|[Aa]n?\s|[Hh]is\s|[Hh]er\s|[Tt]heir\s|)(?P<whole>{_N}-year-old)(?:\s(?:local\s|[A-Z][a-z]+(?:an|ch|ese|i|ian|ish)\s)?(?P<kind>{_KINDS})\b|\s(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}})|(?P<alone>(?=\s(?:was|is|has|had|said|says|told|died|will|who|from|in|won|lost|left|came|went|took|got|ran|grew|began|made|gave|has"
    r"|[a-z]{2,12}ed)\b|[.,])))"
)
_THEN = LazyRegex(
    r"\b(?:then|when|at\sthe\stime|by|until|turned|turns|before|after|if|age\sof)\b", re.IGNORECASE
)


_PICKED = LazyRegex(r"\s(?:he|she|they|who|whom|that|I|we)\b")


@dataclass(frozen=True, slots=True)
class Age:
    """An age at `span`: of the person or kind of person called `who`; `new` says a first one."""

    who: str
    years: int
    span: Span
    block: int
    new: bool


@once_an_article
def ages(reading: Reading) -> tuple[Age, ...]:
    """Return the ages of people, in text order. Needs `quotations`."""
    return tuple(
        age
        for index, block in enumerate(reading.blocks)
        if block.kind in _BLOCKS
        for age in sorted(_ages(reading, index), key=lambda a: a.span)
        if is_writers_own(reading, age.span)
    )


def _ages(reading: Reading, index: int) -> Iterator[Age]:
    block = reading.blocks[index].span
    text = reading.text
    for pattern in (_BESIDE, _IS):
        for match in pattern.finditer(text, block.start, block.end):
            years = _years(match["n"])
            before = text[match.start() : match.start("n")]
            name = _person(match["name"])
            if years is None or not name or _THEN.search(before):
                continue
            yield Age(name, years, Span(*match.span("n")), index, False)
    for match in _KIND_BESIDE.finditer(text, block.start, block.end):
        years = _years(match["n"])
        if years is not None and _possessed(text, match.start("kind")) is None:
            new = match["the"].lower() in ("a", "an", "")
            yield Age(match["kind"].lower(), years, Span(*match.span("n")), index, new)
    for match in _OLD.finditer(text, block.start, block.end):
        years = _years(match["n"])
        the = match["the"].strip().lower()
        if years is None or the in ("his", "her", "their"):
            continue
        if match["name"]:
            yield Age(_person(match["name"]), years, Span(*match.span("whole")), index, False)
        elif match["kind"]:
            span = Span(match.start("whole"), match.end("kind"))
            yield Age(match["kind"].lower(), years, span, index, the in ("a", "an", ""))
        elif the == "the" and not _PICKED.match(text, match.end()):
            yield Age("", years, Span(*match.span("whole")), index, False)
        else:
            yield Age("one", years, Span(*match.span("whole")), index, True)


def _possessed(text: str, start: int) -> str | None:
    before = text[max(0, start - 20) : start].split()
    owner = before[-1].lower() if before else ""
    return (
        owner if owner in ("his", "her", "their", "whose") or owner.endswith(("’s", "'s")) else None
    )


def _person(name: str) -> str:
    """Return a person's whole name, plain, without titles."""
    words = [w for w in name.split() if w not in vocabulary("persons", "titles")]
    if words and words[-1] in vocabulary("places", "known"):
        return ""
    return " ".join(plain(w.removesuffix("'s").removesuffix("’s")) for w in words)


def _years(written: str) -> int | None:
    if written.isdigit():
        number = int(written)
    else:
        found = find_quantities(f"{written} years")
        number = int(found[0].value) if found else 0
    return number if 0 < number < 115 else None


def same_person(one: str, other: str) -> bool:
    """Return whether two names may be one person's: a surname, and a full name with it."""
    first, second = one.split(), other.split()
    if not first or not second or first[-1] != second[-1]:
        return False
    return len(first) == 1 or len(second) == 1 or first == second
