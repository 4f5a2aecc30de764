"""Whose kin somebody is, told two ways: "her sister, Mina Karr", then "Mina Karr, her mother"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._facts.told import Place, places
from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_KIN = (
    "mother|father|sister|brother|son|daughter|wife|husband|uncle|aunt|nephew|niece|cousin"
    "|grandmother|grandfather|grandson|granddaughter|widow|widower|fiancé|fiancée"
)
_SAME = {"widow": "wife", "widower": "husband", "fiancé": "husband", "fiancée": "wife"}
_HEAD = r"(?:(?:late|elder|younger|older|eldest|youngest|twin|only|then|former|half-|step)\s?){0,2}"
_FULL = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
_TOLD = (
    LazyRegex(
        rf"\b(?P<whole>(?P<whose>[Hh]er|[Hh]is|{_FULL}[’']s?)\s{_HEAD}(?P<kin>{_KIN}),?\s(?P<name>{_FULL}))"
    ),
    LazyRegex(
        rf"\b(?P<name>{_FULL}),\s(?P<whole>(?P<whose>her|his|{_FULL}[’']s?)\s{_HEAD}(?P<kin>{_KIN}))\b"
    ),
)
_FORMER = LazyRegex(r"\b(?:ex|former|step|half|foster|adoptive|in-law|then)\b")


@dataclass(frozen=True, slots=True)
class _Kin:
    first: str
    last: str
    whose: str
    kin: str
    span: Span


def kin_told(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each relation of a named person that the one told before rules out, and that one.

    Needs `quotations` and `sentences`.
    """
    found: dict[str, list[_Kin]] = defaultdict(list)
    for place in places(reading):
        if not re.search(_KIN, place.text):
            continue
        for here in sorted(_told(place), key=lambda k: k.span):
            before = [k for k in found[here.first] if _same(k, here)]
            odd = before and all(k.kin != here.kin for k in before)
            if odd and is_writers_own(reading, here.span):
                yield here.span, before[0].span
            found[here.first].append(here)


def _told(place: Place) -> Iterator[_Kin]:
    for pattern in _TOLD:
        for match in pattern.finditer(place.text):
            if _FORMER.search(match[0]) or place.text[match.end() : match.end() + 1] == "-":
                continue
            words = [plain(w) for w in re.sub(r"[’']s?$", "", match["name"]).split()]
            whose = match["whose"].lower()
            owner = plain(re.sub(r"[’']s?$", "", whose))
            kin = _SAME.get(match["kin"], match["kin"])
            span = Span(*match.span("whole")).shifted(place.sentence.span.start)
            last = words[-1] if len(words) > 1 else ""
            yield _Kin(words[0], last, owner, kin, span)


def _same(one: _Kin, other: _Kin) -> bool:
    """Return whether one person's kinship to one other is told."""
    return one.whose == other.whose and (not one.last or not other.last or one.last == other.last)
