"""Lawyers told on both sides of one case: "Frost, who prosecuted", then "Frost, defending"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.checks._facts.told import places
from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_NAME = r"(?P<name>(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’-]+)"
_FOR = r"(?:appearing\s|acting\s|counsel\s|speaking\s)?for\sthe\s"
_SIDES = {
    "prosecution": (
        rf"\b{_NAME},\s(?P<whole>(?:who\s(?:is\s|was\s)?)?prosecut(?:ing|ed)|{_FOR}(?:prosecution|Crown|state)"
        r"|(?:the\s|a\s|chief\s|lead\s|state\s|public\s|district\s){0,3}prosecutor)\b",
        rf"\b(?P<whole>(?:[Pp]rosecutor|[Pp]rosecuting\scounsel|[Pp]rosecution\slawyer),?\s){_NAME}\b",
    ),
    "defence": (
        rf"\b{_NAME},\s(?P<whole>(?:who\s(?:is\s|was\s)?)?defend(?:ing|ed)(?=[,.]|\s[A-Z])|{_FOR}defen[cs]e"
        r"|(?:the\s|a\s|his\s|her\s|their\s){0,2}defen[cs]e\s(?:lawyer|counsel|solicitor|barrister|attorney))\b",
        rf"\b(?P<whole>[Dd]efen[cs]e\s(?:lawyer|counsel|solicitor|barrister|attorney),?\s){_NAME}\b",
    ),
}  # fmt: skip
# His lawyer, assistant U.S. attorney Fitch
_OPPOSED = LazyRegex(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+[’']s?|[Tt]he\s(?:defendant|accused)[’']s)\s(?:own\s)?(?:defen[cs]e\s)?"
    r"(?P<first>lawyer|attorney|counsel|solicitor|barrister),\s(?P<whole>(?:the\s|an?\s)?(?:[a-z]+\s){0,2}"
    r"(?:(?:[Aa]ssistant|[Dd]eputy)\s(?:U\.?S\.?|[Dd]istrict|[Ss]tate)\s[Aa]ttorney|[Dd]istrict\s[Aa]ttorney|"
    r"(?:[a-z]+\s)?prosecutor)(?:\s[A-Z][\w’-]+){1,3})"
)
_PATTERNS = {side: tuple(LazyRegex(p) for p in patterns) for side, patterns in _SIDES.items()}
_BEFORE = LazyRegex(r"\b(?:former|once|then|ex|previous(?:ly)?|earlier|turned|as\swell\sas)\b")


def court_sides(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each side of a case that somebody is given against the first one, and that one.

    Needs `sentences` and `quotations`.
    """
    told: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for place in places(reading):
        text = place.text
        for match in _OPPOSED.finditer(text) if "torney" in text or "prosecutor" in text else ():
            odd, usual = (
                Span(*match.span(g)).shifted(place.sentence.span.start) for g in ("whole", "first")
            )
            if is_writers_own(reading, odd) and not _BEFORE.search(text):
                yield odd, usual
        if ("efen" not in text and "rosecut" not in text) or _BEFORE.search(text):
            continue
        found = [
            (plain(match["name"].split()[-1]), side, Span(*match.span("whole")))
            for side, patterns in _PATTERNS.items()
            for pattern in patterns
            for match in pattern.finditer(text)
        ]
        for name, side, inside in sorted(found, key=lambda f: f[2]):
            span = inside.shifted(place.sentence.span.start)
            if not is_writers_own(reading, span):
                continue
            before = told[name]
            if before and all(other != side for other, _ in before):
                yield span, before[0][1]
            before.append((side, span))
