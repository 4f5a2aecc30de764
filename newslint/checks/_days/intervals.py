"""Lengths between two dates of a story: "ten days later", "a month before the letter"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from newslint.checks._days.whens import LENGTH, Length, When, dates_of, length_told, with_date
from newslint.checks._facts.told import Place, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_WAY = (
    r"(?P<way>later|afterwards|after(?!wards)|before(?!hand)|earlier(?!\sthis)|since"
    r"|on\sfrom|on(?=,\s(?:at|in|on|by)\b)|following)\b"
)
# Ten days later; a month before the letter; the day after it; hours later
_CLAIM = LazyRegex(
    rf"\b(?P<whole>{LENGTH}|the\s(?P<day>day)|(?P<hours>hours|minutes)),?\s{_WAY}", re.IGNORECASE
)
_FROM_LAST = frozenset(["later", "afterwards", "earlier", "on"])
_TO_NOW = frozenset(["since", "on from"])
# Has been in custody for 13 months, since
_STILL = LazyRegex(r"\b(?:has|have)\b[^.;:]{1,60}\sfor\s[^.;:,]{1,30},\ssince$")
# Nine weeks and | three days later
_AND = LazyRegex(r"\b(?:years?|months?|weeks?|days?|hours?)\sand\s$")
_IT_WAS = LazyRegex(r"\s(?:it|they)\s(?:was|were|had\sbeen)\b")
_NAMED = LazyRegex(r"\s(?:the|that|his|her|its|their|it|she|he|they)\b")
_CLAUSE = LazyRegex(
    r"[;:]|\b(?:who|whose|which|while|when|where|but|because|if|than|until|before|after|since"
    r"|ago|later|earlier|compared|against)\b",
    re.IGNORECASE,
)
_LEADS = LazyRegex(
    r"(?:on|in|by|at|late|early|of|that|was|came|the|morning|evening|night|[\s,(–—-])*"
)
# After the letter | of August 14
_TIED = LazyRegex(r"[^.;:]{0,45}?\b(?:on|in|of|at|from|for|dated|since)\s(?:the\s[a-z]+\sof\s)?")
# The ship was board|ed by customs officers on | 19 May
_NEXT_TO = LazyRegex(r"[a-z]*(?:,?\s[a-z-]+){0,5},?\s?")
_OTHER = LazyRegex(r"\b(?:another|second|third|previous|earlier|also|again|report|inquiry)\b")
_NOT_NAMED = frozenset(
    [
        "also", "been", "came", "case", "change", "city", "company", "council", "country",
        "date", "days", "each", "event", "first", "from", "government", "have", "having", "hers",
        "incident", "initial", "into", "last", "latest", "made", "month", "months", "night",
        "original", "other", "over", "party", "people", "police", "same", "start", "that",
        "their", "them", "they", "this", "time", "took", "town", "week", "weeks", "were", "when",
        "with", "year", "years", "being", "becoming", "taking", "initially", "under",
    ]
)  # fmt: skip
_BACK = 3  # sentences
_FAR = 40  # characters
_LONG = 70
_COMMA = 6
_TIMES = 3
_YEARS = (0, -2, -1, 1, 2)


def intervals(reading: Reading, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length that the two dates it lies between rule out, why, and one of the dates.

    Needs `sentences` and `quotations`; `today` is the date of the article.
    """
    told = [p for p in places(reading) if reading.blocks[p.sentence.block].is_body]
    for at, place in enumerate(told):
        for match in _CLAIM.finditer(place.text):
            length = length_told(match)
            if length is None or _AND.search(place.text[: match.start()]):
                continue
            found = _judged(told, at, length, match, today)
            where = with_date(place, length.inside).shifted(place.sentence.span.start)
            if found is not None and is_writers_own(reading, where):
                gap, usual = found
                yield where, f"By the dates it is {gap}, not {length.words}: check both.", usual


def _judged(
    told: Sequence[Place],
    at: int,
    length: Length,
    match: re.Match[str],
    today: datetime.date | None,
) -> tuple[str, Span] | None:
    """Return how long it is by the dates, and where one of them is, if the length is wrong."""
    place = told[at]
    here = dates_of(place)
    before = [w for w in here if w.inside.end <= length.inside.start]
    after = [w for w in here if w.inside.start >= match.end()]
    near = [w for p in told[max(0, at - _BACK) : at] for w in dates_of(p)]
    if length.way in _FROM_LAST:
        own = _beside(place, before, after, length, match)
        usuals = [w for w in (*near, *before) if w is not own][-1:]
    else:
        own, usuals = _both(told, at, length, match, before, after, near, today)
    if own is None or not usuals:
        return None
    unsure = usuals[0].is_weekday or length.high <= 1  # of which week, or "minutes after it was"
    if own.is_weekday and unsure and length.way not in _FROM_LAST:
        return None
    back = length.way in ("before", "earlier")
    others = [w for w in (*usuals, *near, *here) if w is not own]
    if any(length.fits(*((own, w) if back else (w, own))) for w in others):
        return None
    usual = usuals[0]
    if own.floats:  # its year is that of the other
        own = min((own.shifted(y) for y in _YEARS), key=lambda w: abs((w.first - usual.first).days))
    gap = _gap(*((own, usual) if back else (usual, own)))
    return gap, usual.span


def _both(
    told: Sequence[Place],
    at: int,
    length: Length,
    match: re.Match[str],
    before: Sequence[When],
    after: Sequence[When],
    near: Sequence[When],
    today: datetime.date | None,
) -> tuple[When | None, list[When]]:
    """Return the date that a length is told of, and those of what it counts from."""
    text = told[at].text
    event = re.split(r"[.;:,()–—]", text[match.end() : match.end() + _LONG])[0]
    reach = match.end() + len(event) + _COMMA
    tied = [
        w for w in after
        if w.inside.start <= reach and _TIED.fullmatch(text, match.end(), w.inside.start)
    ][:1]  # fmt: skip
    own = before[-1] if before else None
    if own is not None:
        gap = text[own.inside.end : length.inside.start]
        if len(gap) > _FAR or _CLAUSE.search(gap) or (length.way in _TO_NOW and not tied):
            return None, []
    elif tied and text[match.end() : tied[0].inside.start].rstrip().endswith((", on", ", in")):
        own, tied = tied[0], []
    elif length.way == "since" and today is not None and _STILL.search(text[: match.end()]):
        own = When(today, today, told[at].sentence.span, Span(0, 0))
    found: Sequence[When] = tied
    if not tied and own is not None:
        of_event = _of_event(told, at, event)
        found = [w for w in of_event if _may_be_meant(own, w, length)]
        found = found if len(found) == len(of_event) else ()
    if not found and own is not None and _IT_WAS.match(event):
        found = [w for w in near if w is not own][-1:]
    return own, list(found)


def _may_be_meant(own: When, other: When, length: Length) -> bool:
    """Return whether a date found elsewhere lies on the side that the length counts from."""
    first, last = (own, other) if length.way == "before" else (other, own)
    gap = (last.first - first.last).days
    return 0 <= gap <= _TIMES * length.high + _TIMES and gap * _TIMES + _TIMES >= length.low


def _beside(
    place: Place,
    before: Sequence[When],
    after: Sequence[When],
    length: Length,
    match: re.Match[str],
) -> When | None:
    """Return the date of "on 27 February, five days later" and "five days later, on 3 August"."""
    if after and _LEADS.fullmatch(place.text, match.end(), after[0].inside.start):
        return after[0]
    if before:
        gap = place.text[before[-1].inside.end : length.inside.start]
        if re.fullmatch(r",\s(?:or\s|just\s)?", gap):
            return before[-1]
    return None


def _of_event(told: Sequence[Place], at: int, event: str) -> list[When]:
    """Return the dates that other sentences give what an event is called by."""
    if not _NAMED.match(event):
        return []
    words = [w for w in re.findall(r"\b[a-z]{4,}", event) if w not in _NOT_NAMED]
    if not words:
        return []
    stems = re.compile("|".join(re.escape(w[: max(4, len(w) - 2)]) for w in words[:3]))
    found: list[When] = []
    for other in told:
        dates = dates_of(other)
        if not dates or other is told[at]:
            continue
        lower = other.text.lower()
        for stem in stems.finditer(lower):
            if _OTHER.search(lower):
                return []
            for when in dates:
                one, two = sorted((stem.span(), (when.inside.start, when.inside.end)))
                between = lower[one[1] : two[0]]
                if _NEXT_TO.fullmatch(between):
                    found.append(when)
    return found


def _gap(one: When, other: When) -> str:
    least, most = (other.first - one.last).days, (other.last - one.first).days
    middle = (least + most) / 2
    if most < 0:
        return "the other way round"
    if middle < 45:
        return (
            f"{most} day{'s' if most != 1 else ''}"
            if least == most
            else f"{max(least, 0)} to {most} days"
        )
    return (
        f"about {round(middle / 30.44)} months"
        if middle < 900
        else f"about {round(middle / 365.25)} years"
    )
