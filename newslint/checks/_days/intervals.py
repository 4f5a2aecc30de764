"""Lengths between two dates of a story: "ten days later", "a month before the letter"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.dates import DateKind, find_dates, resolve
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, once_an_article
from newslint.span import Span

_UNIT = r"(?P<unit>hour|day|week|fortnight|month|year|decade)s?"
_HEDGE = (
    r"(?:(?P<over>(?:just\s|well\s|slightly\s|a\slittle\s)?(?:more\sthan|over)|at\sleast)"
    r"|(?P<under>(?:just\s|well\s)?(?:less\sthan|under)|nearly|almost|barely|not\squite)"
    r"|(?P<about>about|around|some|roughly|exactly|just|only|barely))\s"
)
_WAY = (
    r"(?P<way>later|afterwards|after(?!wards)|before(?!hand)|earlier(?!\sthis)|since"
    r"|on\sfrom|on(?=,\s(?:at|in|on|by)\b)|following)\b"
)
# Ten days later; a month before the letter; the day after it; hours later
_CLAIM = LazyRegex(
    rf"\b(?P<whole>(?:{_HEDGE})?(?:(?:(?P<n>{NUMBER})(?:\sand\sa\s(?P<half>half))?|(?P<one>an?|one|half\sa))"
    rf"[\s-]{_UNIT}|the\s(?P<day>day)|(?P<hours>hours|minutes))),?\s{_WAY}",
    re.IGNORECASE,
)
_FROM_LAST = frozenset(["later", "afterwards", "earlier", "on"])
_TO_NOW = frozenset(["since", "on from"])
_KINDS = frozenset([DateKind.DAY, DateKind.MONTH, DateKind.YEAR, DateKind.RELATIVE])
_YEAR_TOLD = LazyRegex(r",?\s(?:of\s)?(?P<which>last|this|next|that|the\ssame)\syear\b")
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
_DAYS = {
    "hour": 1,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
}
_YEAR = 365
_BACK = 3  # sentences
_FAR = 40  # characters
_LONG = 70
_COMMA = 6
_BESIDE, _SHORT = 14, 34
_TIMES = 3


@dataclass(frozen=True, slots=True)
class When:
    """A date told at `span` of the article: the first and the last day it may mean.

    One that `floats` has no year in the text. `inside` counts from the start of its sentence.
    """

    first: datetime.date
    last: datetime.date
    span: Span
    inside: Span
    floats: bool = False


@dataclass(frozen=True, slots=True)
class _Length:
    low: float
    high: float
    way: str
    inside: Span
    words: str

    def fits(self, one: When, other: When) -> bool:
        """Return whether the length may lie between two dates, the earlier one first."""
        least, most = (other.first - one.last).days, (other.last - one.first).days
        years = (-_YEAR, 0, _YEAR) if one.floats or other.floats else (0,)
        return any(least + y <= self.high and most + y >= self.low for y in years)


def intervals(reading: Reading, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    """Yield each length that the two dates it lies between rule out, why, and one of the dates.

    Needs `sentences` and `quotations`; `today` is the date of the article.
    """
    if today is None:
        return
    told = [p for p in places(reading) if reading.blocks[p.sentence.block].is_body]
    for at, place in enumerate(told):
        for match in _CLAIM.finditer(place.text):
            length = _length(match)
            if length is None or _AND.search(place.text[: match.start()]):
                continue
            found = _judged(told, at, length, match, today)
            where = _with_date(place, length.inside).shifted(place.sentence.span.start)
            if found is not None and is_writers_own(reading, where):
                gap, usual = found
                yield where, f"By the dates it is {gap}, not {length.words}: check both.", usual


def _with_date(place: Place, inside: Span) -> Span:
    """Return the length with the date beside it: either may be the slip."""
    for when in _dates(place):
        both = Span(min(when.inside.start, inside.start), max(when.inside.end, inside.end))
        if len(both) <= len(when.inside) + len(inside) + _BESIDE and len(both) <= _SHORT:
            return both
    return inside


def _length(match: re.Match[str]) -> _Length | None:
    way, inside = match["way"].lower(), Span(*match.span("whole"))
    if match["hours"]:
        return _Length(0, 1, way, inside, match["whole"])
    unit = (match["unit"] or match["day"]).lower()
    value = number(match["n"].lower()) if match["n"] else None
    many = float(value) if value is not None else 1.0
    many = 0.5 if (match["one"] or "").lower().startswith("half") else many
    many += 0.5 if match["half"] else 0.0
    if not 0 < many < 400:
        return None
    size = _DAYS[unit]
    spare = {
        "hour": many / 24, "day": 0.0 if many < 8 else 1.0 + many / 30, "week": 1.0 + many / 2,
        "fortnight": 3.0, "month": 8.0 + 5 * many, "year": 130.0 + 12 * many, "decade": 1400.0,
    }[unit]  # fmt: skip
    spare = min(spare, 25.0) if unit == "month" and many < 24 else spare
    middle = many * size if unit != "hour" else 0.0
    low, high = middle - spare, middle + spare
    if match["over"]:
        low = middle - (1 if unit in ("day", "week") else spare / 4)
        high = middle + max(spare, 0.5 * middle, size)
    elif match["under"]:
        low, high = middle - max(spare, 0.4 * middle), middle + (0 if unit == "day" else spare / 4)
    elif match["about"] and not match["about"].lower().startswith(("exact", "just", "only")):
        low, high = low - middle * 0.12, high + middle * 0.12
    return _Length(low, high, way, inside, match["whole"])


def _judged(
    told: Sequence[Place], at: int, length: _Length, match: re.Match[str], today: datetime.date
) -> tuple[str, Span] | None:
    """Return how long it is by the dates, and where one of them is, if the length is wrong."""
    place = told[at]
    here = _dates(place)
    before = [w for w in here if w.inside.end <= length.inside.start]
    after = [w for w in here if w.inside.start >= match.end()]
    near = [w for p in told[max(0, at - _BACK) : at] for w in _dates(p)]
    if length.way in _FROM_LAST:
        own = _beside(place, before, after, length, match)
        usuals = [w for w in (*near, *before) if w is not own][-1:]
    else:
        own, usuals = _both(told, at, length, match, before, after, near, today)
    if own is None or not usuals:
        return None
    back = length.way in ("before", "earlier")
    others = [w for w in (*usuals, *near, *here) if w is not own]
    if any(length.fits(*((own, w) if back else (w, own))) for w in others):
        return None
    gap = _gap(*((own, usuals[0]) if back else (usuals[0], own)))
    return gap, usuals[0].span


def _both(
    told: Sequence[Place],
    at: int,
    length: _Length,
    match: re.Match[str],
    before: Sequence[When],
    after: Sequence[When],
    near: Sequence[When],
    today: datetime.date,
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
    elif length.way == "since" and _STILL.search(text[: match.end()]):
        own = When(today, today, told[at].sentence.span, Span(0, 0))
    found: Sequence[When] = tied
    if not tied and own is not None:
        of_event = _of_event(told, at, event)
        found = [w for w in of_event if _may_be_meant(own, w, length)]
        found = found if len(found) == len(of_event) else ()
    if not found and own is not None and _IT_WAS.match(event):
        found = [w for w in near if w is not own][-1:]
    return own, list(found)


def _may_be_meant(own: When, other: When, length: _Length) -> bool:
    """Return whether a date found elsewhere lies on the side that the length counts from."""
    first, last = (own, other) if length.way == "before" else (other, own)
    gap = (last.first - first.last).days
    return 0 <= gap <= _TIMES * length.high + _TIMES and gap * _TIMES + _TIMES >= length.low


def _beside(
    place: Place,
    before: Sequence[When],
    after: Sequence[When],
    length: _Length,
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
        dates = _dates(other)
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


def _dates(place: Place) -> Sequence[When]:
    return _found(place.reading).get(place.sentence.span.start, ())


@once_an_article
def _found(reading: Reading) -> dict[int, tuple[When, ...]]:
    """Return the dates of each sentence that has one, by where the sentence starts."""
    today = reading.date.date if reading.date is not None else None
    if today is None:
        return {}
    starts = ((p.text, p.sentence.span.start) for p in places(reading))
    found = ((start, tuple(_whens(text, start, today))) for text, start in starts)
    return {start: whens for start, whens in found if whens}


def _whens(text: str, start: int, today: datetime.date) -> Iterator[When]:
    for mention in find_dates(text):
        whole = mention.kind is not DateKind.RANGE
        for one in (mention,) if whole else (mention.first, mention.last):
            if one is None or one.kind not in _KINDS or one.amount is not None:
                continue
            year = _YEAR_TOLD.match(text, one.span.end)
            if year is not None and one.year is None:
                step = {"last": -1, "this": 0, "next": 1}.get(year["which"])
                if step is None:
                    continue
                one = replace(one, year=today.year + step)
            if one.kind is DateKind.RELATIVE and one.unit not in ("week", "month"):
                continue
            days = resolve(one, today)
            if days is not None:
                first, last = days if isinstance(days, tuple) else (days, days)
                floats = one.year is None and one.kind is not DateKind.RELATIVE
                yield When(first, last, one.span.shifted(start), one.span, floats)
