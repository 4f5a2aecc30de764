"""Ages told right behind a year of birth, whoever it is: "whose son, born in 2012, is nine"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_N = (
    r"(?P<n>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five"
    rf"|six|seven|eight|nine))?|{NUMBER})"
)
_TURNS = r"(?:about\sto\sturn|turns|turning|turned|will\s(?:be|turn)|is\sto\sturn)\s"
# Born in Oslo in 1958 | and is 61; born in 1961 | and 60 this spring
_BORN_AND_AGED = LazyRegex(
    r"\bborn\b[^.;:\d]{0,40}?(?:\b\d{1,2}\s(?:[A-Z][a-z]+\s)?|\s[A-Z][a-z]+\s\d{1,2},\s)?"
    r"(?<=\s)(?P<year>(?:19|20)\d\d)\b(?:\sin\s(?:[a-z]+\s)?[A-Z][\w’'-]+)?,?\s(?:and\s|who\s|but\s)?"
    rf"(?P<whole>(?:(?P<turns>{_TURNS})|(?:is\s|now\s|today\s|aged\s|only\s|just\s|still\s|all\sof\s){{1,3}})?"
    rf"{_N}(?P<old>\syears\sold|\stoday|\snow|\s(?:this|next|last)\s[a-z]+|\sin\s[A-Z][a-z]+)?)"
    r"(?=[,.;:)]|\s(?:and|or|but|when|as|on)\b|\Z)(?!,\d|\.\d)"
)
_BORN = LazyRegex(
    r"\b[Bb]orn\b[^.;:\d]{0,40}?(?:\b\d{1,2}\s[A-Z][a-z]+\s)?\b(?P<year>(?:1[89]|20)\d\d)\b"
)
# Died in 2009 at the age of 71; opened the shop in 1931, when he was 20
_AGED_THEN = LazyRegex(
    r"\bin\s(?:[A-Z][a-z]+\s)?(?P<year>(?:1[89]|20)\d\d),?\s(?P<whole>(?:at(?:\sthe\sage\sof)?|aged|when\s(?:he|she)\swas)\s"
    rf"(?:only\s|just\s)?{_N})(?=[,.;:)]|\s(?:and|or|but|of|from|after)\b|\Z)"
)
_ANY_YEAR = LazyRegex(r"(?<![\d,.£$€-])(?:1[5-9]|20)\d\d(?![\d-]|[.,]\d)")
_KIN = LazyRegex(
    r"\b(?:[Ww]hose|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s)?(?:son|daughter|father|mother|brother|sister|wife|husband)\b"
)
_OLDEST = 115


def ages_beside_births(
    reading: Reading, today: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    """Yield each age that the year of birth right before it rules out, why, and that year.

    `today` is the date of the article. Needs `sentences` and `quotations`.
    """
    for place in places(reading):
        yield from _then(place) if "orn" in place.text else ()
        if today is None:
            continue
        for match in _BORN_AND_AGED.finditer(place.text) if "born" in place.text else ():
            told, years = number(match["n"].lower()), today.year - int(match["year"])
            sure = match["turns"] or match["old"] or match["whole"] != match["n"]
            if told is None or not sure or not 0 < told < _OLDEST or years < 0:
                continue
            off = match["old"] and match["old"].split()[0] in ("next", "last")
            least, most = years - 1 - bool(off), years + bool(match["turns"] or off)
            where = Span(*match.span("whole")).shifted(place.sentence.span.start)
            if not least <= told <= most and is_writers_own(reading, where):
                why = f"Who was born in {match['year']} is {years - 1} or {years}: check both."
                yield where, why, Span(*match.span("year")).shifted(place.sentence.span.start)


def _then(place: Place) -> Iterator[tuple[Span, str, Span]]:
    """Yield an age at a year of its sentence that the one other year of it, of birth, rules out."""
    births = list(_BORN.finditer(place.text))
    years = _ANY_YEAR.findall(place.text)
    if len(births) != 1 or len(years) != 2 or _KIN.search(place.text):
        return
    for match in _AGED_THEN.finditer(place.text):
        told, years_on = number(match["n"].lower()), int(match["year"]) - int(births[0]["year"])
        where = Span(*match.span("whole")).shifted(place.sentence.span.start)
        born = Span(*births[0].span("year")).shifted(place.sentence.span.start)
        wrong = told is not None and 0 < years_on < _OLDEST and told not in (years_on, years_on - 1)
        if wrong and match.start() > births[0].start() and is_writers_own(place.reading, where):
            why = f"In {match['year']} who was born in {births[0]['year']} was {years_on}: check."
            yield where, why, born
