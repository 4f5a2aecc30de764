"""Finding dates in text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from newslint.language.date_mention import MONTHS, WEEKDAYS, DateKind, DateMention
from newslint.language.date_patterns import COUNTS, HINTS, PATTERNS
from newslint.span import Span

#: Up to so many characters, the dates of many texts are remembered, of longer ones of a few.
_SHORT = 20_000
_FEW = 4

_MONTH_NUMBERS = {name[:3].lower(): i for i, name in enumerate(MONTHS, start=1)}
_WEEKDAY_NUMBERS = {name.lower(): i for i, name in enumerate(WEEKDAYS)}
_BETWEEN = re.compile(
    r"\s*(?:[-–—]|to|and|through|thru|until|till)\s*(?:early |late )?", re.IGNORECASE
)
_OPENS_RANGE = re.compile(r"\b(?P<word>between|from)\s+(?:early |late )?$", re.IGNORECASE)


def find_dates(text: str, offset: int = 0) -> tuple[DateMention, ...]:
    """Return the dates in `text`, in order, none inside another.

    Args:
        text: one block, or a sentence.
        offset: where it starts in the article; spans are moved by it.

    Read are days (October 27; Oct. 27, 2025; 27 October; 2025-10-27; 10/27/2025), months,
    years where a word shows that they are, weekdays, ranges of these, and relative words.
    """
    mentions = _dates_in(text) if len(text) <= _SHORT else _dates_in_long(text)
    return tuple(_shifted(m, offset) for m in mentions)


@lru_cache(maxsize=1_024)
def _dates_in(text: str) -> tuple[DateMention, ...]:
    """Return the dates in `text`; several rules ask for those of the same block."""
    taken = bytearray(len(text))
    found: list[DateMention] = []
    for kind, pattern in PATTERNS:
        hint = HINTS.get(kind)
        if hint is not None and not hint.search(text):
            continue
        for match in pattern.finditer(text):
            mention = _read(kind, match)
            if mention is None or any(taken[mention.span.start : mention.span.end]):
                continue
            found.append(mention)
            for i in range(mention.span.start, mention.span.end):
                taken[i] = 1
    found.sort(key=lambda m: m.span)
    return tuple(_ranges(found, text))


_dates_in_long = lru_cache(maxsize=_FEW)(_dates_in.__wrapped__)


def _read(kind: str, match: re.Match[str]) -> DateMention | None:
    """Return what a match of the pattern of this kind says, or None if it is no date."""
    groups = {k: v for k, v in match.groupdict().items() if v is not None}
    span = Span(*match.span())
    month = _MONTH_NUMBERS[groups["m"][:3].lower()] if groups.get("m", "0")[0].isalpha() else None
    year = int(groups["y"]) if "y" in groups else None
    weekday = _WEEKDAY_NUMBERS.get(groups.get("weekday", "").lower())
    relation = _relation(groups.get("r", ""))
    match kind:
        case "iso":
            day, month = int(groups["d"]), int(groups["m"])
            if not 1 <= day <= 31:
                return None
            return DateMention(span, DateKind.DAY, year, month, day)
        case "slashed":
            return _slashed(span, int(groups["a"]), int(groups["b"]), int(groups["y"]))
        case "days":
            start = DateMention(span, DateKind.DAY, year, month, int(groups["d"]))
            end = replace(start, day=int(groups["e"]))
            return DateMention(span, DateKind.RANGE, first=start, last=end)
        case "day":
            return DateMention(span, DateKind.DAY, year, month, int(groups["d"]), weekday)
        case "month":
            return DateMention(span, DateKind.MONTH, year, month)
        case "bare month":
            place = Span(match.start("r") if relation else match.start("m"), match.end("m"))
            return DateMention(place, DateKind.MONTH, None, month, relation=relation)
        case "year":
            return DateMention(Span(*match.span("y")), DateKind.YEAR, year)
        case "weekday":
            return DateMention(span, DateKind.WEEKDAY, weekday=weekday, relation=relation)
        case "ago":
            return _ago(span, groups["n"].lower(), groups["u"].lower(), groups["r"].lower())
        case "weekend":
            return DateMention(span, DateKind.RELATIVE, relation="the", unit="weekend")
        case "period":
            return _period(span, groups, relation)
    return _word(span, " ".join(match[0].lower().split()))


def _relation(word: str) -> str | None:
    known = {"past": "last", "this past": "last", "the past": "last"}
    known |= {"coming": "next", "this coming": "next", "the coming": "next"}
    word = " ".join(word.lower().split())
    return known.get(word, word) or None


def _slashed(span: Span, a: int, b: int, year: int) -> DateMention | None:
    """Read 10/27/2025 month first unless only day first is possible."""
    year += 2000 if year < 100 else 0
    month, day = (a, b) if a <= 12 else (b, a)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    ambiguous = a <= 12 and b <= 12 and a != b
    return DateMention(span, DateKind.DAY, year, month, day, ambiguous=ambiguous)


def _ago(span: Span, count: str, unit: str, relation: str) -> DateMention:
    amount = int(count) if count.isdigit() else COUNTS[count]
    ahead = relation in ("later", "from now")
    return DateMention(
        span,
        DateKind.RELATIVE,
        relation="ahead" if ahead else "ago",
        unit=unit,
        amount=amount,
    )


def _period(span: Span, groups: dict[str, str], relation: str | None) -> DateMention:
    part = groups.get("p", "").lower()
    return DateMention(
        span,
        DateKind.RELATIVE,
        relation=relation,
        unit=groups["u"].lower(),
        part="earlier" if part.startswith("earl") else "later" if part else None,
    )


_DAYS_AWAY = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def _word(span: Span, word: str) -> DateMention:
    if word.startswith("this ") or word in ("today", "tonight") or word in _DAYS_AWAY:
        away = _DAYS_AWAY.get(word, 0)
        relation = "ahead" if away > 0 else "ago" if away else "this"
        return DateMention(span, DateKind.RELATIVE, relation=relation, unit="day", amount=abs(away))
    return DateMention(span, DateKind.RELATIVE, relation=word)


def _ranges(found: Sequence[DateMention], text: str) -> list[DateMention]:
    """Join neighbours such as "from Friday to Sunday" into ranges."""
    result: list[DateMention] = []
    for mention in found:
        before = result[-1] if result else None
        joined = _join(before, mention, text) if before else None
        if joined:
            result[-1] = joined
        else:
            result.append(mention)
    return result


def _join(first: DateMention, last: DateMention, text: str) -> DateMention | None:
    absolute = (DateKind.DAY, DateKind.MONTH, DateKind.YEAR, DateKind.WEEKDAY)
    if first.kind not in absolute or last.kind not in absolute:
        return None
    between = text[first.span.end : last.span.start]
    if len(between) > 12 or not _BETWEEN.fullmatch(between):
        return None
    opening = _OPENS_RANGE.search(text, max(0, first.span.start - 16), first.span.start)
    word = opening["word"].lower() if opening else ""
    if between.strip().lower().startswith("and") != (word == "between"):
        return None
    if first.year is None and first.kind is last.kind:
        first = replace(first, year=last.year)
    start = opening.start() if opening else first.span.start
    return DateMention(Span(start, last.span.end), DateKind.RANGE, first=first, last=last)


def _shifted(mention: DateMention, by: int) -> DateMention:
    if not by:
        return mention
    return replace(
        mention,
        span=mention.span.shifted(by),
        first=_shifted(mention.first, by) if mention.first else None,
        last=_shifted(mention.last, by) if mention.last else None,
    )
