"""When works begin and how long they take, and lives, told in two places of a story."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.span import Span

_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
_TIME = rf"(?P<when>{'|'.join(MONTHS)}|{'|'.join(_SEASONS)})\b"
_TIME2 = _TIME.replace("?P<when>", "?P<when2>")
_IN = r"(?:in\s(?:the\s)?|this\s|next\s|on\s\d{1,2}\s)(?:early\s|late\s)?"
_WORK = r"(?:[Bb]uilding|[Cc]onstruction|[Ww]orks?)"
_BEGIN = LazyRegex(
    rf"\b{_WORK}(?:\son\s[^.;\d]{{1,40}}?)?\s(?:is\sto|will|should|(?:is|are)\s(?:due|set|expected)\sto)"
    rf"\s(?:start|begin)\s(?P<all>{_IN}{_TIME})"
    rf"|\b(?:start|begin)\s(?:{_WORK}|building|work)\s(?P<all2>{_IN}{_TIME2})"
    r"|\b(?:first\s(?:sod|spade)|[Gg]round\swill\sbe\sbroken|break(?:s|ing)?\sground)[^.;\d]{0,30}?\s"
    rf"(?P<all3>{_IN}{_TIME.replace('?P<when>', '?P<when3>')})"
)
_TAKES = LazyRegex(
    r"\b(?P<n>\d{1,2}|[a-z]+)[\s-]months?[’']?\s(?:work|job|project|programme|contract|build)\b"
    r"|\b(?:will|would|to|should)\s(?:take|last)\s(?:about\s|some\s)?(?P<n2>\d{1,2}|[a-z]+)\smonths\b"
)
_ENDS = LazyRegex(
    rf"\b(?:by|in)\s(?P<all>(?:the\s)?(?:early\s|late\s)?{_TIME}\s(?:of\s)?(?P<year>20\d\d))\b"
)
_LIFE = LazyRegex(r"\((?P<born>1[2-9]\d\d)\s?[-–—]\s?(?P<died>1[2-9]\d\d|20\d\d)\)")
_LIVED = LazyRegex(
    r"\b(?:in|to|from|of)\s(?P<year>1[2-9]\d\d|20\d\d)\b(?=[^.;]{0,25}\b(?:his|her)\s(?:life|career"
    r"|last\syears|final\syears|old\sage|death|youth))"
    r"|\b(?:he|she)\s(?:painted|wrote|composed|designed|built|carved|signed|finished|made)\b[^.;\d]{0,40}?"
    r"\bin\s(?P<year2>1[2-9]\d\d|20\d\d)\b"
)
_MONTHS_OFF = 2
_CHILD = 8  # years


def works_told_twice(
    reading: Reading, anchor: datetime.date | None
) -> Iterator[tuple[Span, str, Span]]:
    """Yield beginnings and ends of works, and years of a life, that an earlier place rules out.

    Each comes with a message and that place. Needs `quotations`.
    """
    first: tuple[int, int, Span] | None = None
    for sentence in reading.sentences_with(_BEGIN, _TAKES, _ENDS):
        if not reading.blocks[sentence.block].is_body:
            continue
        text, start = sentence.span.cut(reading.text), sentence.span.start
        begin = _BEGIN.search(text)
        if begin is not None:
            which = next(w for w in ("", "2", "3") if begin["all" + w])
            months = _months(begin["when" + which])
            place = Span(*begin.span("all" + which)).shifted(start)
            if is_writers_own(reading, place):
                if first is None:
                    first = (*months, place)
                elif not _meet(first[:2], months):
                    words = first[2].cut(reading.text)
                    yield (
                        place,
                        f"Elsewhere it is to begin {words}: check which is right.",
                        first[2],
                    )
        takes, ends = _TAKES.search(text), _ENDS.search(text)
        if first is not None and anchor is not None and takes is not None and ends is not None:
            length = _count(takes["n"] or takes["n2"])
            begun = anchor.year * 12 + first[0]
            begun += 12 if first[0] < anchor.month else 0
            told = _months(ends["when"])
            year = int(ends["year"]) * 12
            if length and not (
                year + told[0] - _MONTHS_OFF <= begun + length <= year + told[1] + _MONTHS_OFF
            ):
                place = Span(*ends.span("all")).shifted(start)
                message = (
                    f"{length} months from {first[2].cut(reading.text)} end at another time: check."
                )
                if is_writers_own(reading, place):
                    yield place, message, first[2]
    yield from _lives(reading)


def _months(written: str) -> tuple[int, int]:
    if written in _SEASONS:
        return _SEASONS[written]
    month = MONTHS.index(written) + 1
    return month, month


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    first, second = ({(m - 1) % 12 + 1 for m in range(a, b + (12 if b < a else 0) + 1)}
                     for a, b in (one, other))  # fmt: skip
    return bool(first & second)


def _count(written: str) -> int:
    if written.isdigit():
        return int(written)
    found = find_quantities(f"{written} months")
    return int(found[0].value) if found else 0


def _lives(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield the year of a work that its maker did not live to see."""
    found = list(_LIFE.finditer(reading.text))
    if len(found) != 1:
        return
    born, died = int(found[0]["born"]), int(found[0]["died"])
    usual = Span(*found[0].span())
    for match in _LIVED.finditer(reading.text, found[0].end()):
        which = "year" if match["year"] else "year2"
        span = Span(*match.span(which))
        if not born + _CHILD <= int(match[which]) <= died and is_writers_own(reading, span):
            yield span, f"The life was from {born} to {died}: check the year.", usual
