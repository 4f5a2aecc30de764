"""Where people and firms come from, told two ways: "Roe of Denmark", "Roe, a Swedish firm"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from newslint.checks._facts.told import places
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import PACKAGE
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_NAME = r"(?P<name>(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’-]+)"
_KIND = (
    r"(?:company|firm|group|brewer|maker|bank|airline|carmaker|retailer|insurer|manufacturer|conglomerate|giant"
    r"|artist|painter|sculptor|writer|novelist|poet|composer|conductor|singer|actor|actress|director|photographer|architect"
    r"|scientist|physicist|biologist|chemist|engineer|historian|philosopher|footballer|striker|midfielder|defender|goalkeeper"
    r"|player|runner|swimmer|cyclist|skier|driver|rider|sailor|climber|diver|pilot|captain|soldier|officer|tourist|student"
    r"|national|citizen|businessman|businesswoman|billionaire|designer|chef|pianist|violinist|explorer|ship|trawler|ferry|tanker)"
)
_TWO = LazyRegex(
    r"\b(?:dual|both|naturali[sz]ed|born|origin|descent|moved|became|adopted|joint|subsidiary|arm|unit)\b"
)


def nationalities(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each nationality of a named person or firm that another one rules out, and that.

    Needs `sentences` and `quotations`.
    """
    told: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for place in places(reading, *_patterns()):
        if not any(c.isupper() for c in place.text) or _TWO.search(place.text):
            continue
        for pattern in _patterns():
            for match in pattern.finditer(place.text):
                groups = match.groupdict()
                value = _nations().get(groups.get("country") or "") or groups.get("nation") or ""
                span = Span(*match.span("whole")).shifted(place.sentence.span.start)
                before = told[plain(match["name"].split()[-1])]
                odd = before and all(value != other for other, _ in before)
                if odd and is_writers_own(reading, span):
                    yield span, before[0][1]
                before.append((value, span))


@cache
def _nations() -> dict[str, str]:
    data = load(PACKAGE, "vocabularies/nationalities.yml")
    pairs = data.get("countries") if isinstance(data, dict) else None
    return {str(k): str(v) for k, v in pairs.items()} if isinstance(pairs, dict) else {}


@cache
def _patterns() -> tuple[LazyRegex, ...]:
    nations = "|".join(sorted(set(_nations().values())))
    countries = "|".join(sorted(_nations()))
    return (
        LazyRegex(rf"\b{_NAME},?\s(?P<whole>of\s(?:the\s)?(?P<country>{countries}))\b(?![’'-])"),
        LazyRegex(
            rf"\b{_NAME},\s(?:an?|the)\s(?P<whole>(?P<nation>{nations})\s(?:[a-z-]+\s)?{_KIND})\b(?![-’'])"
        ),
        LazyRegex(
            rf"\b(?:[Tt]he|[Aa]n?)\s(?P<whole>(?P<nation>{nations})\s(?:[a-z-]+\s)?{_KIND}),?\s{_NAME}\b"
        ),
    )
