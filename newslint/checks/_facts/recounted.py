"""Counts, measures and places that "the" takes up, and that were told otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from newslint.article import BlockKind
from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities, has_digit
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_DEFINITE = LazyRegex(
    rf"\b(?P<whole>(?P<the>[Tt]he|[Aa]ll|[Aa]ll\sthe|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]hose|[Hh]is|[Hh]er)\s(?P<n>{NUMBER})\s(?:(?:injured|wounded|dead|arrested"
    rf"|accused|convicted|missing|trapped|rescued|stranded|detained|jailed|striking|stolen|sunken|flooded)\s)?(?P<noun>[a-z]{{3,20}}))"
    r"(?P<tail>(?:\s[a-z]+){0,2})"
)
_NARROWS = LazyRegex(
    r"\s(?:of|who|whom|which|that|from|in|on|at|with|without|under|over|aged|named|not|still|left|killed|injured|hurt"
    r"|already|whose|for|between|per|per\scent|percent|million|billion|or|and|to|nearest|remaining|other|others|more)\b"
)
_WERE = LazyRegex(
    rf"\b(?P<n>(?i:{NUMBER}))\s(?:were|are|was|is)\s(?:a\s|an\s)?(?P<noun>[a-z]{{3,20}})\b"
)
_ADJECTIVE = LazyRegex(
    r"^(?:first|last|next|past|previous|other|remaining|main|new|old|top|best|biggest|largest|rival|final|local|young"
    r"|million|billion|hundred|thousand|dozen|percent|per|or|to|and|of|was|were|are|is|had|have|has|did|will|would|could"
    r"|said|that|which|who|more|million|half|times|day|days|week|weeks|month|months|year|years|hour|hours|minute|minutes"
    r"|second|seconds|miles|mile|metres|meters|kilometres|kilometers|feet|pounds|euros|dollars|tonnes|tons|degrees|points"
    r"|cents|pence|litres|kilos|kilograms|acres|hectares|decades|centuries|nights|seasons|inches|yards|grams|games|sets"
    r"|goals|runs|wickets|rounds|laps|holes|stages|quarters|halves|ways|things|sides|parts|groups|types|kinds|pieces)$"
)
_MEASURE = LazyRegex(
    rf"\b(?P<whole>(?P<the>[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]hat|[Tt]his)\s(?P<n>{NUMBER})-(?P<unit>kilogram|kilo|kg|tonne|ton|pound|gram|litre|liter"
    r"|gallon|kilometre|kilometer|km|mile|metre|meter|foot|feet|yard|minute|hour|second|seat|bed|room|storey|acre|hectare|day|week|month|night)\s(?P<noun>[a-z]{3,20}))\b"
)
_MEASURED = LazyRegex(
    rf"(?P<n>{NUMBER})[\s-](?P<unit>kilograms?|kilos?|kg|tonnes?|tons?|pounds?|grams?|litres?|liters?|gallons?|kilometres?"
    r"|kilometers?|km|miles?|metres?|meters?|foot|feet|yards?|minutes?|hours?|seconds?|seats?|beds?|rooms?|storeys?|acres?|hectares?|days?|weeks?|months?|nights?)\b"
)
_SAME_UNIT = {"kilo": "kilogram", "kg": "kilogram", "kilometer": "kilometre",
"km": "kilometre", "meter": "metre",
              "feet": "foot", "liter": "litre", "ton": "tonne"}  # fmt: skip
_SITED = LazyRegex(
    r"\b(?P<the>[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir)\s(?P<noun>[a-z]{4,20})\sin\s(?P<place>[A-Z][a-z]{2,20})\b(?!\s[A-Z])"
)
_MOST = 5
_LONGEST = 9000  # characters


@dataclass(frozen=True, slots=True)
class _Count:
    value: Fraction
    noun: str
    span: Span
    exact: bool


def taken_up_otherwise(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield what "the" takes up with another number, measure or place, and how it was first.

    Needs `quotations` and `sentences`.
    """
    found = [
        p
        for p in places(reading)
        if reading.blocks[p.sentence.block].kind is not BlockKind.HEADLINE
    ]
    yield from _counts(reading, found)
    yield from _measures(reading, found)
    yield from _sites(reading, found)
    yield from _hailing(found)


def singular(noun: str) -> str:
    """Return a plural noun in the singular, as far as its ending tells."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person",
"wives": "wife",
              "lives": "life", "wolves": "wolf", "loaves": "loaf", "policemen": "policeman",
              "firemen": "fireman",
              "fishermen": "fisherman", "horses": "horse", "houses": "house",
              "nurses": "nurse"}  # fmt: skip


def _counts(reading: Reading, found: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    told: list[_Count] = []
    done: set[str] = set()
    if sum(len(place.text) for place in found) > _LONGEST:
        return  # a longer story has room for several sets of people
    for place in found:
        start = place.sentence.span.start
        late: list[tuple[_Count, str]] = []
        if (
            "he " in place.text
            or "ll " in place.text
            or "ts " in place.text
            or "eir " in place.text
            or "ese " in place.text
        ):
            for match in _DEFINITE.finditer(place.text):
                noun = match["noun"]
                if _ADJECTIVE.match(noun) or not noun.endswith(
                    ("s", "men", "ren", "people", "dead")
                ):
                    continue
                value = number(match["n"].lower())
                span = Span(match.start("whole"), match.end("noun")).shifted(start)
                if (
                    value is None
                    or value < 2
                    or value.denominator != 1
                    or _NARROWS.match(match["tail"])
                ):
                    continue
                if (
                    re.search(r"\b(?:of|between|among|from|than)\s$", place.text[: match.start()])
                    and match["the"].lower() == "the"
                ):
                    continue
                late.append((_Count(value, singular(noun), span, True), match["the"].lower()))
        for count, _ in late:
            same = [c for c in told if c.noun == count.noun]
            if not same or count.noun in done:
                continue
            values = {c.value for c in same}
            if count.value in values or not all(c.exact for c in same) or len(values) > 1:
                continue
            usual = same[-1]
            if _is_derived(count, told) or usual.span.start >= count.span.start - _MOST:
                continue
            if count.value > 3 * usual.value + 3 or usual.value > 3 * count.value + 3:
                continue
            if is_writers_own(reading, count.span) and is_writers_own(reading, usual.span):
                done.add(count.noun)
                yield count.span, usual.span
        told += [c for c, _ in late]
        busy = [c.span for c, _ in late]
        for quantity in find_quantities(place.text):
            if (
                quantity.unit is not None
                or quantity.noun is None
                or quantity.value.denominator != 1
            ):
                continue
            span = Span(
                quantity.span.start,
                quantity.noun_span.end if quantity.noun_span else quantity.span.end,
            )
            if any(span.shifted(start).overlaps(b) for b in busy):
                continue
            noun = singular(quantity.noun.split()[-1].lower())
            told.append(_Count(quantity.value, noun, span.shifted(start), not quantity.approximate))
        for match in _WERE.finditer(place.text):
            value = number(match["n"].lower())
            if value is not None and value > 1:
                told.append(
                    _Count(value, singular(match["noun"]), Span(*match.span()).shifted(start), True)
                )


def _is_derived(count: _Count, told: Sequence[_Count]) -> bool:
    """Return whether a number is the sum or the difference of two of its kind told before."""
    kin = [c.value for c in told[-12:] if c.noun == count.noun or c.noun in _ANYBODY]
    return any(count.value in (a + b, abs(a - b)) for i, a in enumerate(kin) for b in kin[i + 1 :])


_ANYBODY = frozenset({"person", "man", "woman", "child", "other", "victim", "boy", "girl"})


@cache
def _acts_of() -> dict[str, frozenset[str]]:
    data = load(PACKAGE, "vocabularies/measures.yml")
    table = data.get("nouns_of_acts") if isinstance(data, dict) else None
    return {
        str(noun): frozenset(map(str, verbs))
        for noun, verbs in (table.items() if isinstance(table, dict) else ())
        if isinstance(verbs, list)
    }


#: What a sentence without figures has if it tells a measure.
_WORDY = ("-", "day", "week", "hour", "month", "night", "mile", "met", "minute", "seat", "bed")


def _unit(written: str) -> str:
    unit = written.lower()
    unit = unit[:-1] if unit.endswith("s") and unit != "s" else unit
    return _SAME_UNIT.get(unit, unit)


def _measures(reading: Reading, found: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    told: dict[str, list[tuple[Fraction, Span, str]]] = {}
    for place in found:
        start = place.sentence.span.start
        words = place.text
        if not has_digit(words) and not any(unit in words for unit in _WORDY):
            continue
        for match in _MEASURE.finditer(place.text):
            unit, value = _unit(match["unit"]), number(match["n"].lower())
            before = told.get(unit, [])
            verbs = _acts_of().get(match["noun"], frozenset())
            kin = [b for b in before if _speaks_of(b[2], match["noun"], verbs)]
            if value is None or not kin or any(b[0] == value for b in before):
                continue
            if len({b[0] for b in kin}) != 1 or not Fraction(1, 5) < value / kin[0][0] < 5:
                continue
            span = Span(*match.span("whole")).shifted(start)
            span = Span(span.start + len(match["the"]) + 1, span.end)
            if is_writers_own(reading, span):
                yield span, kin[0][1]
        for match in _MEASURED.finditer(place.text):
            value = number(match["n"].lower())
            if value:
                told.setdefault(_unit(match["unit"]), []).append(
                    (value, Span(*match.span()).shifted(start), place.text)
                )


def _speaks_of(text: str, noun: str, verbs: frozenset[str]) -> bool:
    words = {noun, *verbs}
    return re.search(rf"\b(?:{'|'.join(map(re.escape, words))})\b", text) is not None


def _sites(reading: Reading, found: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    """Yield the Lahore of "the laboratory in Lahore" where the only one was in Karachi."""
    told: dict[str, dict[str, Span]] = {}
    for place in found:
        if " in " not in place.text:
            continue
        for match in _SITED.finditer(place.text):
            noun, where = match["noun"], match["place"]
            if noun in vocabulary("measures", "not_sited") or where in _NOT_PLACES:
                continue
            span = Span(*match.span("place")).shifted(place.sentence.span.start)
            before = told.setdefault(noun, {})
            definite = match["the"].lower() in ("the", "its", "their")
            if (
                definite
                and len(before) == 1
                and where not in before
                and is_writers_own(reading, span)
            ):
                yield span, next(iter(before.values()))
            before.setdefault(where, span)


_HAILING = LazyRegex(
    r"(?P<the>\b[Tt]he\s)?\b(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)-(?P<how>listed|based|born|registered|owned|built|flagged"
    r"|made)\s(?P<noun>[a-z]+)?"
)


def _hailing(found: Sequence[Place]) -> Iterator[tuple[Span, Span]]:
    """Yield "the Lisbon-listed group" where the only one so far was Oporto-listed."""
    told: dict[str, dict[str, Span]] = {}
    kinds: dict[str, set[str]] = {}  # "born" may be told of parents here and of children there
    for place in found:
        if "-" not in place.text:
            continue
        for match in _HAILING.finditer(place.text):
            before = told.setdefault(match["how"], {})
            if match["noun"] and match["how"] == "born":
                kinds.setdefault(match["how"], set()).add(singular(match["noun"]))
                if len(kinds[match["how"]]) > 1:
                    continue
            span = Span(match.start("place"), match.end("how")).shifted(place.sentence.span.start)
            where = match["place"]
            if match["the"] and match["noun"] and len(before) == 1 and where not in before:
                yield span, next(iter(before.values()))
            before.setdefault(where, span)


_NOT_PLACES = frozenset(
    {
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
        "Saturday", "Sunday", "English", "French", "German", "Spanish", "Arabic", "Parliament",
        "Congress", "Europe", "Africa", "Asia",
    }
)  # fmt: skip
