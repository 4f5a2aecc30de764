"""Who won a match, told two ways: "Rovers beat Selby 3-1", and then "Selby’s win"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._facts.told import places
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_NAME = r"[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,2}"
_BEAT = LazyRegex(
    rf"\b(?P<winner>{_NAME})\s(?:[a-z]+\s)?(?:beat|beats|defeated|thrashed|edged|overcame|knocked\sout|saw\soff)\s(?P<loser>{_NAME})\b"
)
_WON = LazyRegex(
    rf"\b(?P<whole>(?P<who>{_NAME})[’'](?:s\s)?\s?(?:[\d-]+\s)?(?P<what>win|victory|triumph|defeat|loss))\b"
    r"(?!\s(?:over|against|at|in|on|by|to|there|here|last|earlier)\b)"
)
_OTHER = LazyRegex(
    r"\b(?:first|previous|earlier|last|only|other|next|since|away|season|another|reverse|opening|second|cup|year|week|month|who|where)\b",
    re.IGNORECASE,
)
_FEW = 2  # once above the story, once in it
_WINS = frozenset({"win", "victory", "triumph"})


def winners_told(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each "Selby’s win" of a story with one match, which Selby lost, and how that was told.

    Needs `sentences` and `quotations`.
    """
    matches = [(p, m) for p in places(reading, _BEAT) for m in _BEAT.finditer(p.text)]
    winners = frozenset(word for _, m in matches for word in m["winner"].split())
    losers = frozenset(word for _, m in matches for word in m["loser"].split())
    if not matches or len(matches) > _FEW or winners & losers:
        return
    place, match = matches[-1]
    where = Span(*match.span()).shifted(place.sentence.span.start)
    for later in places(reading, _WON):
        if "’" not in later.text and "'" not in later.text:
            continue
        for told in _WON.finditer(later.text):
            who = frozenset(told["who"].split())
            wrong = (who <= losers) if told["what"] in _WINS else (who <= winners)
            span = Span(*told.span("whole")).shifted(later.sentence.span.start)
            if not wrong or span.start <= where.end or _OTHER.search(later.text[: told.start()]):
                continue
            if is_writers_own(reading, span):
                yield span, where
