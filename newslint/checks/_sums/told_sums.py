"""Sums that a reader can do from two places of a story: shares, majorities, what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import MONEY, NUMBER, Place, money, number, number_places
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.span import Span

_PERCENT = r"\s?(?:%|per\s?cent\b)"
# Of the 48 nests, 31, or 70 per cent,
_SHARE = LazyRegex(
    rf"\b[Oo]f\s(?:the|its|those)\s(?P<all>{NUMBER})\s[a-z]{{3,20}}(?:\s[a-z]+){{0,3}},\s"
    rf"(?P<whole>(?P<n>{NUMBER})(?:,\sor|\s\(|\s?[–-]\s?)\s?(?:about\s)?(?P<by>{NUMBER}){_PERCENT})"
)
# Bought nine yards and has shut five, leaving six
_LEFT = LazyRegex(
    rf"(?P<whole>(?:had|has|bought|opened|began\swith|started\swith|ran)\s(?P<all>{NUMBER})"
    rf"\b[^.;]{{1,60}}?\b(?:shut|closed|sold|lost|cut)\s"
    rf"(?P<gone>{NUMBER})(?:\sof\sthem)?,\sleaving\s(?P<left>{NUMBER}))"
)
# Between 2019 and 2023, over six summers; over three seasons, from the spring of 2021 to ...
_BETWEEN = (
    r"(?:between|from)\s(?:[a-z]+\s(?:of\s)?)?(?P<a>(?:19|20)\d\d)\s(?:and|to)\s(?:the"
    r"\s)?(?:[a-z]+\s(?:of\s)?)?(?P<b>(?:19|20)\d\d)"
)
_OVER = rf"over\s(?P<n>{NUMBER})\s(?:summers|winters|seasons|years|springs|autumns)"
_SPANS = (
    LazyRegex(rf"\b(?P<whole>{_BETWEEN},\s{_OVER})\b"),
    LazyRegex(rf"\b(?P<whole>{_OVER},"
        rf"\s{_BETWEEN.replace('(?:[a-z]+', '(?:(?:the )?[a-z]+', 1)})\b"),
)  # fmt: skip
_VOTED = LazyRegex(
    rf"\bvoted\s(?:by\s)?(?P<a>{NUMBER})(?:\svotes)?(?:\sto\s|[-–])(?P<b>{NUMBER})\b"
)
_WON_BY = LazyRegex(
    rf"\b(?P<whole>(?:winning|won|carried|passed|a\smajority|margin)\s(?:by|of)\s(?:a\smajority"
    rf"\sof\s)?(?P<n>{NUMBER})(?:\svotes)?)(?=[.,;]|\svotes?\b)"
)
# A 12 per cent drop in half-year profit; profit fell to $88 million from $104 million
_CHANGE = LazyRegex(
    rf"(?P<whole>(?P<by>{NUMBER})(?:\s|-)?(?:%|per\s?cent)\s(?P<way>drop|fall|rise|jump|increase"
    rf"|decline|slump|surge)\sin\s(?:[\w-]+\s){{0,3}}?"
    r"(?P<noun>profits?|revenue|sales|income|earnings|turnover|losses|attendance|membership"
    r"|complaints))\b"
)
_MOVED = LazyRegex(
    rf"\b(?P<noun>[Pp]rofits?|[Rr]evenue|[Ss]ales|[Ii]ncome|[Ee]arnings|[Tt]urnover|[Ll]osses"
    rf"|[Aa]ttendance|[Mm]embership|[Cc]omplaints)\b"
    rf"[^.;]{{0,60}}?\s(?:fell|rose|dropped|climbed|slid|grew|increased|declined)\s(?:to\s"
    rf"(?P<new>{MONEY}|{NUMBER})\s?,?\sfrom\s(?P<old>{MONEY}|{NUMBER})"
    rf"|from\s(?P<old2>{MONEY}|{NUMBER})\sto\s(?P<new2>{MONEY}|{NUMBER}))"
)
# 212 vehicles in the year, down from 260 the year before, a drop of 28 per cent
_DOWN_FROM = LazyRegex(
    rf"(?P<new>{MONEY}|{NUMBER})\s[^.;,%]{{3,70}},\s(?P<whole>(?:up|down)\sfrom\s(?P<old>{MONEY}"
    rf"|{NUMBER})[^.;,%]{{0,40}},\san?\s(?:drop|fall|rise|increase|decline|jump|cut)"
    rf"\sof\s(?P<by>{NUMBER})\s?(?:%|per\s?cent))"
)
# 84 of the 151 seats, the alliance 51 and independents 18
_SEATS = LazyRegex(
    rf"(?P<whole>(?P<a>{NUMBER})\sof\sthe\s(?P<all>{NUMBER})\s(?P<noun>[a-z]{{3,15}}),"
    rf"\s[^.;\d]{{2,40}}?\s(?P<b>{NUMBER})"
    rf"(?:,[^.;\d]{{2,40}}?\s(?P<c>{NUMBER}))?,?\sand\s[^.;\d]{{2,40}}?\s(?P<d>{NUMBER}))(?=[.,;])"
)
_MARRIED = LazyRegex(
    r"\b[Ii]n\s(?P<a>(?:18|19|20)\d\d),?\s[^.;]{0,25}?\bmarried\b|\bmarried\b[^.;]{0,40}?\sin\s"
    r"(?P<b>(?:18|19|20)\d\d)\b"
)
_MARRIAGE = LazyRegex(
    rf"\b(?:death|died|ended|divorced|separated)\s(?:[\w\s]{{0,20}}\s)?in\s(?P<year>(?:18|19"
    rf"|20)\d\d),?\s(?P<whole>after\s(?P<n>{NUMBER})\syears\sof\smarriage)"
)
_LOOSE = Fraction(3, 2)  # percentage points


def wrong_sums(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each sum that does not come out, and what is wrong with it. Needs `sentences`."""
    found = list(number_places(reading))
    votes = {
        abs(a - b)
        for place in number_places(reading, _VOTED)
        for m in _VOTED.finditer(place.text)
        if (a := number(m["a"])) is not None and (b := number(m["b"])) is not None
    }
    moves = [(m, place) for place in found for m in _MOVED.finditer(place.text)]
    weddings = {
        int(m["a"] or m["b"])
        for p in number_places(reading, _MARRIED)
        for m in _MARRIED.finditer(p.text)
    }
    for place in found:
        for span, message in (
            *_marriages(place, weddings),
            *_shares(place),
            *_left(place),
            *_seats(place),
            *_spans(place),
            *_majorities(place, votes),
            *_changes(place, moves),
            *_falls(place),
        ):
            yield Span(*span).shifted(place.sentence.span.start), message


def _value(written: str) -> Fraction:
    found = money(written)
    return found[1] if found is not None else number(written) or Fraction(0)


def _shares(place: Place) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _SHARE.finditer(place.text):
        whole, part, by = (number(match[g]) for g in ("all", "n", "by"))
        if whole and part is not None and by is not None and part <= whole:
            share = part / whole * 100
            if abs(share - by) > _LOOSE:
                yield (
                    match.span("whole"),
                    (
                        f"{match['n']} of {match['all']} is {round(share)} "
                        f"percent, not {match['by']}: check the figures."
                    ),
                )


def _left(place: Place) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _LEFT.finditer(place.text):
        whole, gone, left = (number(match[g]) for g in ("all", "gone", "left"))
        if whole is not None and gone is not None and left is not None and whole - gone != left:
            yield (
                match.span("whole"),
                (
                    f"{match['all']} less {match['gone']} is {whole - gone}, "
                    f"not {match['left']}: check the figures."
                ),
            )


def _seats(place: Place) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _SEATS.finditer(place.text):
        parts = [number(match[g]) or Fraction(0) for g in "abcd" if match[g]]
        whole = number(match["all"])
        if whole is not None and sum(parts) > whole:
            yield (
                match.span("whole"),
                (f"The parts make {sum(parts)}, more than {match['all']}: check the figures."),
            )


def _marriages(place: Place, weddings: set[int]) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _MARRIAGE.finditer(place.text):
        told = number(match["n"])
        if len(weddings) != 1 or told is None:
            continue
        years = int(match["year"]) - next(iter(weddings))
        if told not in (years, years - 1):
            yield (
                match.span("whole"),
                (
                    f"By the years given it was {years - 1} or {years} "
                    f"years, not {match['n']}: check the years."
                ),
            )


def _spans(place: Place) -> Iterator[tuple[tuple[int, int], str]]:
    for pattern in _SPANS:
        for match in pattern.finditer(place.text):
            years = int(match["b"]) - int(match["a"])
            told = number(match["n"])
            if told is not None and told not in (years, years + 1):
                yield (
                    match.span("whole"),
                    (
                        f"From {match['a']} to {match['b']} are {years} or "
                        f"{years + 1}, not {match['n']}: check the years."
                    ),
                )


def _majorities(place: Place, votes: set[Fraction]) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _WON_BY.finditer(place.text):
        told = number(match["n"])
        votes_meant = "vote" in place.text or "majority" in match[0]
        if len(votes) == 1 and votes_meant and told is not None and told not in votes:
            margin = next(iter(votes))
            yield (
                match.span("whole"),
                (
                    f"By the vote given elsewhere the margin is {margin}, "
                    f"not {match['n']}: check both."
                ),
            )


def _changes(
    place: Place, moves: list[tuple[re.Match[str], Place]]
) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _CHANGE.finditer(place.text):
        noun = match["noun"].rstrip("s")
        same = [
            m for m, where in moves if m["noun"].lower().rstrip("s") == noun and where is not place
        ]
        told = number(match["by"])
        if len(same) != 1 or told is None:
            continue
        old, new = (_value(same[0][g] or same[0][g + "2"]) for g in ("old", "new"))
        if old and new and abs(abs(new - old) / old * 100 - told) > _LOOSE:
            share = round(abs(new - old) / old * 100)
            yield (
                match.span("whole"),
                (
                    f"The figures given elsewhere make {share} percent, not "
                    f"{match['by']}: check both."
                ),
            )


def _falls(place: Place) -> Iterator[tuple[tuple[int, int], str]]:
    for match in _DOWN_FROM.finditer(place.text):
        new, old, by = _value(match["new"]), _value(match["old"]), number(match["by"])
        later = find_quantities(place.text[match.end("new") : match.start("whole")])
        if not old or not new or by is None or later or new * 4 < old or old * 4 < new:
            continue
        share = abs(new - old) / old * 100
        if abs(share - by) > _LOOSE:
            yield (
                match.span("whole"),
                (
                    f"From {match['old']} to {match['new']} is a change of "
                    f"{round(share)} percent, not of {match['by']}: check the figures."
                ),
            )
