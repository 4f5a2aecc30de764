"""Times of the day told twice at once: "at 4.10am, as the sun went down"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._days.day_counts import CLOCK, minutes_of
from newslint.checks._days.spans_of_time import WrongLength
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_HOUR = 60
#: Each part of the day by what is told of it, with the first and the last hour it may mean in
#: any season and any country; those past 24 are of the next day.
_PARTS = (
    (r"dawn|daybreak|first\slight|sunrise|sun-?up"
     r"|the\ssun\s(?:was\s)?(?:rose|rising|coming\sup|came\sup)", 3, 10),
    (r"breakfast(?:\stime)?|the\smorning\srush(?:\shour)?", 4, 12),
    (r"mid-?morning|elevenses", 8, 12.5),
    (r"lunch(?:time|\sbreak|\shour)?", 10.5, 16),
    (r"noon|midday", 11, 13.5),
    (r"afternoon|matin[eé]e|siesta", 11.5, 18.5),
    (r"tea-?time", 14, 19.5),
    (r"dusk|sunset|sundown|twilight|nightfall"
     r"|the\ssun\s(?:was\s)?(?:went\sdown|going\sdown|setting|set|sank|sinking)", 14.5, 24),
    (r"dinner(?:\stime)?|supper(?:\stime)?|evening", 16, 26),
    (r"morning", 0, 12.5),
    (r"at\snight|night-?time|after\sdark|moonlight|bedtime|dead\sof\snight"
     r"|the\sstars\swere\sout", 17, 32),
    (r"small\shours|early\shours", 24, 31),
    (r"midnight", 22.5, 25.5),
)  # fmt: skip
_PART = LazyRegex(
    "|".join(rf"(?P<p{i}>\b(?:{words})\b)" for i, (words, _, _) in enumerate(_PARTS)), re.IGNORECASE
)
_HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
# Nine in the evening; half past two in the afternoon; a quarter past eight at night
_SPOKEN = LazyRegex(
    rf"\b(?:half\spast\s|(?:a\s)?quarter\s(?:past|to)\s|(?:[a-z-]+|\d+)\s(?:past|to)\s)?"
    rf"(?P<h>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?:[.:][0-5]\d)?(?:\so[’']clock)?\s"
    r"(?P<part>in\sthe\s(?:morning|afternoon|evening)|at\snight)\b",
    re.IGNORECASE,
)
_SPOKEN_PARTS = {"morning": (0, 12), "afternoon": (12, 19), "evening": (16, 24), "night": (17, 29)}
# In the evening, | when | breakfast was being served; first light, | around | six in the evening
_AT_ONCE = LazyRegex(
    r"(?:\s(?:on|in)\s[A-Z][a-z]+(?:\s\d{1,2})?)?,?\s(?:\(|just\s|only\s)?(?:as|when|while|with|at|around|about|shortly\s(?:before|after)|soon\safter)\s(?:the\s|a\s|an\s)?"
    r"(?:[a-z’']+\s){0,5}?|,?\s(?:on\s[A-Z][a-z]+day\s)?(?:at|around|about)\s(?:(?:about|around|the)\s)?"
)
_OTHER = LazyRegex(
    r"\b(?:until|till|from|before|after|since|next|previous|then|later|earlier|every|each|had"
    r"|yesterday|tomorrow|not|no|usual(?:ly)?|normal(?:ly)?|instead)\b|\bn[’']t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    first: float
    last: float
    start: int
    end: int


def parts_at_odds(text: str) -> Iterator[WrongLength]:
    """Yield each time in the sentence `text` that the part of the day beside it excludes."""
    told = sorted((*_times(text), *_parts(text)), key=lambda t: (t.start, -t.end))
    told = [t for i, t in enumerate(told) if not i or t.start >= max(o.end for o in told[:i])]
    for one, other in itertools.pairwise(told):
        gap = text[one.end : other.start]
        if not _AT_ONCE.fullmatch(gap) or _OTHER.search(gap):
            continue
        if not any(
            one.first <= other.last + d and other.first + d <= one.last for d in (-24, 0, 24)
        ):
            words = text[one.start : one.end]
            yield WrongLength(
                Span(other.start, other.end),
                f"“{words}” is another time of the day: check both.",
            )


def _times(text: str) -> Iterator[_Told]:
    for match in CLOCK.finditer(text):
        if not match["word"]:
            hour = minutes_of(match) / _HOUR
            yield _Told(hour, hour, *match.span())
    for match in _SPOKEN.finditer(text):
        first, last = _SPOKEN_PARTS[match["part"].split()[-1].lower()]
        hour = float(_HOURS.get(match["h"].lower()) or match["h"])
        found = [h for h in (hour % 12, hour % 12 + 12, hour % 12 + 24) if first - 1 <= h <= last]
        if found:
            yield _Told(found[0] - 0.6, found[0] + 0.6, *match.span())


def _parts(text: str) -> Iterator[_Told]:
    for match in _PART.finditer(text):
        at = next(i for i in range(len(_PARTS)) if match[f"p{i}"])
        yield _Told(_PARTS[at][1], _PARTS[at][2], *match.span())
