"""Votes and scores: nine to six, 3-1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._facts.clauses import thing_of
from newslint.checks._facts.told import Fact, Place, is_apart, number_places
from newslint.checks._people.likeness import plain
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading

_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen"
)
_N = rf"(?:\d{{1,4}}|{_WORD})"
_BOTH = rf"(?P<whole>(?P<a>{_N})(?:\svotes)?(?:\s?[-–]\s?|\sto\s)(?P<b>{_N}))(?![\w%]|[-/.:]\d)"
# Each with whether it takes up a vote named before.
_VOTES = (
    (False, LazyRegex(rf"\bvoted\s(?:by\s)?{_BOTH}(?:\sto\s(?P<what>[a-z]+))?")),
    (False, LazyRegex(rf"\b(?:passed|approved|rejected|carried|defeated|adopted|thrown\sout)\s"
        rf"(?:by\s(?:a\svote\sof\s)?)?{_BOTH}")),
    (True, LazyRegex(rf"\b[Tt]he\s(?:final\s)?(?:vote|count|result)\s(?:was|had\sbeen|is)"
        rf"\s{_BOTH}")),
    (True, LazyRegex(rf"\b[Tt]he\s{_BOTH}\s(?:vote|decision|ruling)\b")),
)  # fmt: skip
_SCORE = r"(?P<whole>(?P<a>\d{1,3})[-–](?P<b>\d{1,3}))(?![\w%]|[-–/.:]\d)"
_TEAM = r"(?P<team>[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?"
_WON = r"beat|defeated|thrashed|edged|overcame|crushed|routed|hammered"
_SCORES = (
    LazyRegex(rf"\b(?:{_WON})\s{_TEAM}\s{_SCORE}"),
    LazyRegex(rf"\b{_TEAM}\s(?:lost|went\sdown|fell|were\sbeaten|were\sthrashed)\s(?:(?:to"
        rf"|against|by|at)\s[A-Z][\w’'-]+\s)?{_SCORE}"),
    LazyRegex(rf"\b{_TEAM}[’']s?\s{_SCORE}\s(?:defeat|loss)\b"),
    LazyRegex(rf"\b[Tt]he\s{_SCORE}\s(?:win|victory|defeat|loss)\b"),
)  # fmt: skip
# Led 31-28 at half-time; trailed by three at the break
_BREAK = r"\sat\s(?:half[\s-]time|the\s(?:break|interval))"
_AHEAD = LazyRegex(
    rf"\b[Tt]he\s(?P<team>[A-Z][a-z]+)\s(?:led|were\sahead)\s(?P<whole>{_N}[-–]{_N}|by"
    rf"\s{_N}){_BREAK}"
)
_BEHIND = LazyRegex(
    rf"(?P<whole>\b(?:trailed|trailing|(?:were|was)\s(?:behind|down))\s(?:by\s)?(?:{_N}[-–]{_N}"
    rf"|{_N}){_BREAK})"
)
_PART = LazyRegex(
    r"\b(?:half[\s-]time|at\sthe\sbreak|lead|led|ahead|penalties|shoot-?out|aggregate|trailed)\b"
)


def scores_told(reading: Reading) -> Iterator[Fact]:
    """Yield the votes and the results of matches. Needs `names` and `quotations`."""
    votes = (pattern for _, pattern in _VOTES)
    for place in number_places(reading, _AHEAD, _BEHIND, *votes, *_SCORES):
        yield from _halves(place)
        if is_apart(place):
            continue
        yield from _votes(place)
        if _PART.search(place.text):
            continue
        for pattern in _SCORES:
            for match in pattern.finditer(place.text):
                team = match.groupdict().get("team")
                high, low = sorted((int(match["a"]), int(match["b"])), reverse=True)
                of = plain(team) if team else ""
                yield from place.fact(("score",), of, f"{high}-{low}", match.span("whole"))


def _halves(place: Place) -> Iterator[Fact]:
    for match in _AHEAD.finditer(place.text):
        yield from place.fact(("half",), plain(match["team"]), "ahead", match.span("whole"))
    for match in _BEHIND.finditer(place.text):
        teams = re.findall(r"\b[Tt]he\s([A-Z][a-z]+)", place.text)
        team = plain(teams[0]) if teams else ""
        yield from place.fact(("half",), team, "behind", match.span("whole"))


def _votes(place: Place) -> Iterator[Fact]:
    for refers, pattern in _VOTES:
        for match in pattern.finditer(place.text):
            values = [find_quantities(f"{match[g]} votes") for g in ("a", "b")]
            if not all(values):
                continue
            first, second = (int(v[0].value) for v in values)
            what = match.groupdict().get("what") or ""
            value = f"{first}-{second}"
            if refers:
                yield from place.fact(("vote",), "", value, match.span("whole"))
                continue
            yield from place.fact(("vote",), "", value, match.span("whole"), new=True)
            if what:
                of = _voters(place, match.start())
                yield from place.fact(("vote", what), of, value, match.span("whole"))


def _voters(place: Place, offset: int) -> str:
    token = place.token(offset)
    subject = token.child("nsubj", "nsubjpass") if token is not None else None
    return thing_of(subject) if subject is not None and subject.pos != "PRON" else ""
