"""Terms that begin about the day of the article: "has signed a five-year deal until 2030"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from newslint.checks._days.reckoning import points_in
from newslint.checks._facts.told import NUMBER, number, places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_TERM = LazyRegex(
    rf"\b(?P<n>{NUMBER})(?P<half>-and-a-half)?-year\s(?:[a-z-]+\s){{0,2}}?(?:contract|deal|extension|lease|term|agreement"
    r"|mandate|licence|license|loan|sponsorship|tenancy|franchise)\b(?P<mid>[^.;]{0,70}?)"
    r"(?P<end>\b(?:until|till|to|through|up\sto|expir(?:es|ing)\sin|end(?:s|ing)\sin|runs?\sout\sin|which"
    r"\s(?:ends|expires|runs\sout)\sin)\s(?:the\s(?:end|summer|spring|autumn|start)\sof\s)?)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# Has signed; won it on Tuesday; a new deal; begins on Monday
_FRESH = LazyRegex(
    r"\b(?:has|have)\s(?:now\s|also\s|just\s)?(?:agreed|signed|won|secured|accepted|been\s(?:given|awarded"
    rf"|handed))\b|\b(?:signed|won|agreed|awarded|given|begins?|starts?)\b[^.;]{{0,70}}?\b(?:{_DAY}|yesterday"
    r"|today|this\sweek|last\sweek)\b|\b(?:signs|agrees|begins|takes\sup)\b"
)
_OTHER = LazyRegex(
    r"\b(?:option|from|since|back-?dated|beg[ai]n\w*\sin|start\w*\sin|extend\w*\sh(?:is|er)|current|existing"
    r"|previous|old|would\shave|last\s(?:year|month|summer|season)|next)\b"
)
_LESS, _MORE = 8, 14  # months by which a term may be shorter, and longer


def terms_agreed(reading: Reading, today: datetime.date | None) -> Iterator[tuple[Span, str, Span]]:
    """Yield each end of a term just agreed that is too near or too far for its length, and why.

    `today` is the date of the article. Needs `sentences` and `quotations`.
    """
    if today is None:
        return
    now = today.year * 12 + today.month - 1
    for place in places(reading, _TERM):
        for match in _TERM.finditer(place.text):
            end = next(
                (p for p in points_in(place.text, today) if p.span.start == match.end()), None
            )
            told = number(match["n"].lower())
            if end is None or told is None or not _FRESH.search(place.text):
                continue
            if _OTHER.search(place.text):
                continue
            months = 12 * float(told) + (6 if match["half"] else 0)
            least, most = end.first - now, end.last - now
            where = Span(match.start("end"), end.span.end).shifted(place.sentence.span.start)
            wrong = most < months - _LESS or least > months + _MORE
            if wrong and 0 < most < 4 * months and is_writers_own(reading, where):
                words = place.text[match.start() : match.start("mid")]
                why = f"From today that is about {round((least + most) / 24)} years, not “{words}”."
                yield where, why, place.sentence.span
