"""How long somebody is to be in prison, told in the headline, on passing it and afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import Place, number_places
from newslint.checks._prose import is_writers_own
from newslint.checks._sums.worked_figures import count
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_TERM = (
    r"(?P<term>(?P<n>\d{1,3}|an?|[a-z]+)(?P<half>½|\sand\sa\shalf)?[\s-](?P<unit>year|month|week)s?"
    r"(?:(?:\sand|,)\s(?P<more>\d{1,2}|[a-z]+)\smonths?)?(?:\sless\sa\sday)?)"
)
_NO_PRISON = (
    r"(?!\s(?:of\s|in\s)?(?:suspended|probation|community|supervised|unpaid|house|later|ago))"
)
# Gets 18 months for theft; sentenced on Tuesday to two years in jail
_PASSED = (
    LazyRegex(
        rf"\b(?:[Jj]ailed|[Ii]mprisoned|gaoled|locked\sup|put\sbehind\sbars|sent\sto\s(?:prison|jail))\sfor\s{_TERM}{_NO_PRISON}"
    ),
    LazyRegex(
        rf"\b[Ss]entenced\s(?:[^.;:\d]{{0,70}}?\s)?to\s(?:a\sterm\sof\s)?{_TERM}{_NO_PRISON}"
    ),
    LazyRegex(
        rf"\b(?:gets|got|given|handed|receive[sd])\s{_TERM}(?=\s(?:for|in\s(?:prison|jail)|behind|over)\b|$){_NO_PRISON}"
    ),
)
_TAKEN_UP = LazyRegex(
    rf"\b(?P<whole>(?:[Tt]he|[Hh]is|[Hh]er|[A-Z][\w’'-]+[’']s)\s{_TERM}\s(?:prison\s|jail\s)?(?:sentence|term))\b"
)
_OTHER = LazyRegex(
    r"\b(?:suspended|concurrent\w*|consecutive\w*|previous\w*|earlier|originally|sought|asked|recommend\w*|maximum"
    r"|minimum|up\sto|at\sleast|faces?|faced|could|would\shave|range|guidelines?|appeal\w*|co-?(?:accused|defendant)\w*"
    r"|accomplices?|brother|each|both|others?|another|reduced|increased|instead|in\s(?:19|20)\d\d|last\s(?:year|month)"
    r"|parole|total|counts)\b"
)
# "At least half of the six-year term" does not speak of another term.
_PART_OF = LazyRegex(r"\b(?:at\sleast|a\sminimum\sof)\s(?:half|two[\s-]thirds|a\sthird)\s(?:of\s)?")
_MONTHS = {"year": Fraction(12), "month": Fraction(1), "week": Fraction(12, 52)}


def terms_told(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each prison term that differs from the one passed, with that. Needs `quotations`.

    Nothing is yielded where the story passes more terms than one.
    """
    text = reading.text
    if not any(word in text for word in ("entenced", "ailed", "mprisoned", "aoled")):
        return
    passed: list[tuple[Fraction, Span]] = []
    others: list[tuple[Fraction, Span]] = []
    for place in number_places(reading, *_PASSED, _TAKEN_UP):
        body = reading.blocks[place.sentence.block].is_body
        clear = _OTHER.search(_PART_OF.sub("", place.text)) is None
        for pattern in _PASSED:
            for match in pattern.finditer(place.text):
                value = _months(match.groupdict())
                if value is not None:
                    found = value, _at(place, match.span("term"))
                    (passed if body else others).append(found)
        for match in _TAKEN_UP.finditer(place.text) if clear else ():
            value = _months(match.groupdict())
            if value is not None:
                others.append((value, _at(place, match.span("whole"))))
    if len({value for value, _ in passed}) != 1:
        return
    usual, where = passed[0]
    for value, span in others:
        if value != usual and is_writers_own(reading, span) and is_writers_own(reading, where):
            yield span, where


def _at(place: Place, span: tuple[int, int]) -> Span:
    return Span(*span).shifted(place.sentence.span.start)


def _months(found: dict[str, str | None]) -> Fraction | None:
    """Return a term in months: "4½ years", "two years and three months"."""
    written, unit = found["n"] or "", found["unit"] or ""
    many = 1 if written.lower() in ("a", "an") else count(written)
    if many is None:
        return None
    value = Fraction(many) + (Fraction(1, 2) if found["half"] else 0)
    more = count(found["more"]) if found["more"] else 0
    return None if more is None else value * _MONTHS[unit] + more
