"""What was paid for the thing that a story sees sold: "bought for £1.2m", "the £1.5m sale"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks._facts.told import MONEY, Fact, money, number_places
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_DEAL = r"(?:sale|deal|purchase|takeover|take-over|buyout|buy-out|acquisition|transaction|price)"
_FORMS = (
    # bought the ferry from its owner, Norline, for £1.2m
    LazyRegex(
        r"\b(?:[Bb]uy|buys|bought|buying|acquire[sd]?|acquiring|purchase[sd]?|purchasing|took\sover|take\sover"
        r"|taken\sover|sell|sells|sold|selling|snapped\sup)\s[^.;:\d£$€]{0,70}?\bfor\s"
        rf"(?P<whole>(?P<money>{MONEY}))(?!\s(?:each|a\s|an\s|per\s|or\s|apiece|more|less))"
    ),
    # the £1.5m sale; Norline's $40 million takeover
    LazyRegex(
        rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[A-Z][\w’'-]+[’']s)\s(?P<whole>(?P<money>{MONEY})\s{_DEAL})\b"
    ),
    LazyRegex(
        rf"\b[Tt]he\s(?:{_DEAL}),?\s(?:which\s)?(?:is|was|will\sbe)\s(?:worth|valued\sat)\s(?P<whole>(?P<money>{MONEY}))"
    ),
    LazyRegex(
        r"\b(?:at\sa|[Tt]he)\s(?:agreed\s|sale\s|purchase\s)?price\s(?:is|was|of)\s"
        rf"(?P<whole>(?P<money>{MONEY}))"
    ),
)
_OTHER = LazyRegex(
    r"\b(?:first|earlier|original(?:ly)?|initial(?:ly)?|previous(?:ly)?|reject\w*|refus\w*|raised|improved|offer\w*|bids?"
    r"|bidding|last|record|rival|another|second|other|shares?|stake|in\s(?:18|19|20)\d\d|ago|would\shave|had\swanted|asking"
    r"|auction|lots?|tickets?|plus|debts?|insur\w*|worth\sup\sto|later|years?|houses?|homes?|flats?)\b"
)


def deals_told(reading: Reading) -> Iterator[Fact]:
    """Yield the sums for which the thing of the story changes hands. Needs `quotations`."""
    for place in number_places(reading, *_FORMS):
        if _OTHER.search(place.text):
            continue
        for pattern in _FORMS:
            for match in pattern.finditer(place.text):
                value = money(match["money"])
                if value is not None:
                    topic = ("deal", value[0])
                    yield from place.fact(topic, "", value[1], match.span("whole"))
