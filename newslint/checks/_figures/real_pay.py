"""Pay and prices: who is better off, beside the rates at which both rise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import Place, places
from newslint.checks._figures.lines import measured
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_PAY = LazyRegex(r"\b(?:pay|wages?|earnings|salaries)\b[^.;:%\d]{0,70}$", re.IGNORECASE)
_PRICES = LazyRegex(r"\b(?:prices?|inflation)\b[^.;:%\d]{0,60}$", re.IGNORECASE)
_OTHER = LazyRegex(
    r"\b(?:house|share|food|energy|fuel|oil|petrol|import|target|last\s(?:year|month)|forecast|expect\w*|peak"
    r"|from|offer\w*|demand\w*|minimum|claim)\b",
    re.IGNORECASE,
)
_WORSE = LazyRegex(
    r"\b(?P<whole>(?:left|leaves|leaving|are|were|is|was|made)\s(?:[a-z]+\s){0,2}?worse\soff"
    r"|real\s(?:pay|wages|earnings)\s(?:has\s|have\s)?(?:fell|falls?|fallen|shrank|dropped)"
    r"|(?:pay|wages|earnings)\s(?:lags?|lagged|trails?|trailed|(?:rise|rises|rose|grow|grew)\smore\sslowly\sthan)\s(?:behind\s)?(?:prices|inflation)"
    r"|prices\s(?:rise|rose|are\srising|grow|outpace|outpaced|outstrip)\s(?:faster\sthan\s)?(?:pay|wages|earnings))\b",
    re.IGNORECASE,
)
_BETTER = LazyRegex(
    r"\b(?P<whole>(?:left|leaves|leaving|are|were|is|was|made)\s(?:[a-z]+\s){0,2}?better\soff"
    r"|real\s(?:pay|wages|earnings)\s(?:has\s|have\s)?(?:rose|rises?|risen|grew|grows?)"
    r"|(?:pay|wages|earnings)\s(?:is|are\s)?(?:(?:rise|rises|rose|rising|grow|grows|grew|growing)\sfaster\sthan|outpaces?|outpaced|outstrips?|outstripped"
    r"|beats?)\s(?:prices|inflation))\b",
    re.IGNORECASE,
)


def real_pay_wrong(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield the "better off" of a story whose prices rise faster than its pay, and the reverse.

    Spans are those of the article. Needs `sentences`.
    """
    if not (_WORSE.search(reading.text) or _BETTER.search(reading.text)):
        return
    pay: set[Fraction] = set()
    prices: set[Fraction] = set()
    claims: list[tuple[Place, Span, bool]] = []
    for place in places(reading):
        for pattern, better in ((_WORSE, False), (_BETTER, True)):
            for match in pattern.finditer(place.text):
                claims.append((place, Span(*match.span("whole")), better))
        for figure in measured(place.text) if "cent" in place.text or "%" in place.text else ():
            lead = place.text[: figure.span.start]
            if figure.unit != "percent":
                continue
            if (wage := _PAY.search(lead)) and not _OTHER.search(wage[0]):
                pay.add(figure.value)
            elif (price := _PRICES.search(lead)) and not _OTHER.search(price[0]):
                prices.add(figure.value)
    if len(pay) != 1 or len(prices) != 1 or pay == prices:
        return
    ((wages,), (cost,)) = (tuple(pay), tuple(prices))
    for place, span, better in claims:
        if better is not (wages > cost):
            message = f"Pay goes up by {float(wages):g} percent, prices by {float(cost):g}: check."
            yield span.shifted(place.sentence.span.start), message
