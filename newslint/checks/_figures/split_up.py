"""A whole and the parts that a story splits it into, in a list, after "of which" or "of them"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import Line, close, is_share, whole_numbers
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

# 31 claims, of which 19 were settled and 14 dismissed
_OF_WHICH = LazyRegex(r"\bof\s(?:which|whom|them)\b")
_JOINT = LazyRegex(
    r"\s(?:[a-z]+\s){0,7}?[a-z]+(?:,\saccording\sto\s[^,.;]{3,40})?(?:,|,?\s(?:and|while|but))\s(?:another\s|a\sfurther\s|the\sother\s)?"
)
_DOES = LazyRegex(
    r"\s(?:more\s|others\s)?(?:[a-z]+ed|were|was|are|is|had|have|did|could|would|will|in\sfavou?r|for|against|said|went|came"
    r"|not|not\syet|still|lost|won|sent|put|shut|left|gave|took|from|in|at|on|to)\b"
)
_OVERLAP = LazyRegex(
    r"\b(?:both|also|including|some\sof|more\sthan\sone|as\swell|than|either|times|twice|aged|again)\b"
)
# Four companies in all: two in Colombia, one in Peru and two in Mexico
_LIST = LazyRegex(r"(?:\s(?!and\b|or\b|but\b)[^\s.;:,]{1,20}){1,7}\s?(?::|\s[–—]|,)\s")
_ITEM = LazyRegex(
    r"\s(?P<in>in|at|on|from|for|with|by|to|against|under|of|are|were|is|was)\s[^.;:,\d]{2,40}?(?P<end>,\s(?:and\s)?|\sand\s|\s?(?=[.;)]|$|,\s(?:which|who|all|said|according)\b))"
)
_EACH = LazyRegex(r"(?:\s(?!and\b|or\b|in\b|for\b)[a-z]+){0,3}?\s(?:each|apiece)\b")
_OF_EACH = LazyRegex(
    r"(?:\s[a-z-]+){1,4}?,?\s(?:of|with|at|for|holding|taking|seating)\s(?:up\sto\s)?$"
)
_TOTAL_AFTER = LazyRegex(r"(?:\s[a-z]+){0,3}?\s(?:in\sall|in\stotal|altogether)\b")
_TOTAL_BEFORE = LazyRegex(
    r"\b(?:a\stotal\sof|totall?ing|making|for\sa\stotal\sof)\s(?:about\s|some\s)?$"
)
# made up of $190 million in cash and $130 million in shares
_MADE_OF = LazyRegex(
    r"\b(?:made\sup\sof|consist(?:s|ed|ing)\sof|compris(?:es|ed|ing)|composed\sof|split\sinto|divided\sinto|split\sbetween)\s$"
)
_PHASE = LazyRegex(
    r"\b(?:part|half|rest|tranche|phase|stage|share|first|second|remainder|loan|debt)\b",
    re.IGNORECASE,
)
_PART = LazyRegex(r"\s(?:in|of|from|for|to|on|as)\s[^.;:,\d]{2,40}?,?\s(?:and|plus)\s")
_PAID = LazyRegex(
    r"\b(?:price|deal|bid|offer|package|sum|worth|total|budget|grant|fund|cost|costs|buy|bought|take-?over|sale|acquisition|purchase)\b",
    re.IGNORECASE,
)
_REST = LazyRegex(
    r"(?:^|[.;]\s)(?:The\s(?:rest|remainder|others?|remaining)|the\srest)(?P<gap>,?\s(?:some\s|about\s|around\s|roughly\s|nearly\s|almost\s)?)$"
)
_OF_THEM = LazyRegex(r"(?:\s[a-z]+)?\sof\s(?:them|these|those)\b")
# 6.4 percent, against 4.8 percent a year before, an increase of 1.6 percent
_RISE = LazyRegex(
    r"\b(?:an?\s(?:increase|rise|fall|drop|decline|gain|jump|decrease|dip|climb|difference)\sof|up|down|rose|fell|grew|dropped"
    r"|climbed|risen|fallen|grown|increased|declined)\s(?:by\s|just\s|only\s){0,2}$"
)
_FAR = Fraction(1, 20)
_MOST = 400
_FEW = 3
_FEW_PARTS = 100  # what is fewer is told to the last one


def split_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each part that takes a whole beyond what it holds, and why."""
    yield from _of_which(line)
    yield from _listed(line)
    yield from _each(line)
    yield from _points(line)
    if "est" in line.text or "ther" in line.text or "emain" in line.text:
        yield from _rest(line)


def _of_which(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the last of "31 claims, of which 19 were settled and 14 dismissed"."""
    match = _OF_WHICH.search(line.text)
    if match is None or _OVERLAP.search(line.text):
        return
    counts = whole_numbers(line.figures)
    wholes = [f for f in counts if f.span.end <= match.start() and f.noun]
    parts = [f for f in counts if f.span.start >= match.end()]
    if match[0] == "of them":  # "Forty-four of them spoke against and 19 in favour"
        own = [f for f in counts if 0 <= match.start() - f.span.end <= _FEW]
        if len(own) != 1:
            return
        wholes = [f for f in counts if f.span.end < own[0].span.start and f.noun]
        if not wholes and line.before and line.before[-1].block == line.block:
            wholes = whole_numbers(line.before[-1].figures)[-1:]
        parts = [own[0], *(f for f in parts if f is not own[0])]
    elif not parts or parts[0].span.start - match.end() > _FEW:
        return
    if not wholes or len(parts) < 2 or not wholes[-1].exact:
        return
    whole, one, two = wholes[-1], parts[0], parts[1]
    start = max(one.span.end, match.end()) if match[0] == "of them" else one.span.end
    if not (one.exact and two.exact) or two.noun not in ("", whole.noun):
        return
    if _JOINT.fullmatch(line.text, start, two.span.start) is None:
        return
    if _DOES.match(line.text, two.span.end) is None:
        return
    added = one.value + two.value
    if max(one.value, two.value) <= whole.value < added < 2 * whole.value:
        yield _with_word(line, two), f"That makes {shown(added)} of {shown(whole.value)}: check."


def _with_word(line: Line, part: Sum) -> Span:
    after = re.match(r"\s[a-z]+", line.text[part.span.end :])
    return Span(part.span.start, part.span.end + (after.end() if after else 0))


def _listed(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the last of "four firms: two in Peru, one in Chile and two in Cuba"."""
    counts = [f for f in line.figures if not f.unit and f.value.denominator == 1]
    for at, whole in enumerate(counts[:-2]):
        if not whole.exact or not 2 < whole.value < _MOST:
            continue
        later = counts[at + 1 :]
        opens = _LIST.fullmatch(line.text, whole.span.end, later[0].span.start)
        if opens is None or line.text[whole.span.start - 1 : whole.span.start] in "/-:":
            continue
        parts, end = _items(line.text, later)
        if len(parts) < _FEW or any(p.value >= whole.value or p.value < 1 for p in parts):
            continue
        if _OVERLAP.search(line.text[whole.span.end :]):
            continue
        added = sum((p.value for p in parts), Fraction(0))
        if added != whole.value and 3 * abs(added - whole.value) <= whole.value + 2:
            yield (
                Span(parts[-1].span.start, end),
                f"The parts make {shown(added)}, not {shown(whole.value)}: check the figures.",
            )
        return


def _items(text: str, figures: Sequence[Sum]) -> tuple[list[Sum], int]:
    """Return the parts of a list that all go on with one small word, and where it ends."""
    parts: list[Sum] = []
    small, end = "", 0
    for at, part in enumerate(figures):
        item = _ITEM.match(text, part.span.end)
        if item is None or not part.exact or (small and item["in"] != small):
            return [], 0
        small = item["in"]
        parts.append(part)
        end = item.start("end")
        if not item["end"].strip(", ") and "," not in item["end"]:
            return parts, end
        if at + 1 < len(figures) and figures[at + 1].span.start != item.end():
            return [], 0
    return [], 0


def _each(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the total of "four halls of 250,000 square feet each, or 1.2 million in all"."""
    if " each" not in line.text and " apiece" not in line.text:
        return
    figures = [f for f in line.figures if not is_share(f)]
    for at, single in enumerate(figures):
        each = _EACH.match(line.text, single.span.end)
        if each is None or at == 0 or not single.exact or at + 1 >= len(figures):
            continue
        many = figures[at - 1]
        if many.unit or many.value.denominator != 1 or not 2 <= many.value <= _MOST:
            continue
        if _OF_EACH.fullmatch(line.text, many.span.end, single.span.start) is None:
            continue
        total = figures[at + 1]
        after = _TOTAL_AFTER.match(line.text, total.span.end)
        if after is None and _TOTAL_BEFORE.search(line.text[: total.span.start]) is None:
            continue
        if re.search(r"[.;]\s", line.text[each.end() : total.span.start]):
            continue
        product = many.value * single.value
        if total.value <= single.value or close(product, total.value, _FAR):
            continue
        if total.value < 5 * product < 25 * total.value:
            yield (
                Span(total.span.start, after.end() if after else total.span.end),
                f"{shown(many.value)} times {shown(single.value)} is {shown(product)}: check.",
            )


def _points(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "an increase of 1.6 percent" from 4.8 to 6.4 percent: it is percentage points."""
    own = [f for f in line.figures if f.unit == "percent" and f.value.denominator <= 1000]
    for at, change in enumerate(own):
        lead = _RISE.search(line.text[: change.span.start])
        if lead is None:
            continue
        rates = [f for f in own if f is not change]
        if len(rates) < 2 and line.before and line.before[-1].block == line.block and at == 0:
            rates = [f for f in line.before[-1].figures if f.unit == "percent"]
        if len(rates) != 2 or change.value <= 0:
            continue
        one, two = rates[0].value, rates[1].value
        gap = abs(one - two)
        if not min(one, two) or change.value in (one, two):
            continue
        real = {100 * gap / base for base in (one, two)}
        if gap != change.value or any(close(r, gap, Fraction(1, 10)) for r in real):
            continue
        if re.search(r"\bpoints?\b", line.text[change.span.end : change.span.end + 20]):
            continue
        span = Span(lead.start(), change.span.end)
        yield span, f"From one to the other it is {shown(gap)} percentage points, not percent."


def _rest(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "24,000 were made. Of them 9,600 have come back. The rest, 16,400, are lost"."""
    for rest in line.figures:
        lead = _REST.search(line.text[: rest.span.start])
        if lead is None or is_share(rest) or not line.before:
            continue
        near = line.before[-1]
        if near.block != line.block:
            continue
        counts = [f for f in near.figures if f.unit == rest.unit and not is_share(f)]
        parts = [f for f in counts if _OF_THEM.match(near.text, f.span.end)]
        if len(parts) != 1 or rest.unit in PERCENT:
            continue
        told = [f for f in counts if f.span.end <= parts[0].span.start]
        for earlier in line.before[-2:-1]:
            told = told or [f for f in earlier.figures if f.unit == rest.unit and not is_share(f)]
        wholes = [f for f in told if f.value > parts[0].value]
        if len(wholes) != 1 or not wholes[0].exact:
            continue
        left = wholes[0].value - parts[0].value
        fits = close(left, rest.value, _FAR if left > _FEW_PARTS else Fraction(0))
        if not fits and left < 5 * rest.value < 25 * left:
            yield rest.span, f"What is left is {shown(left)}: check the figures."


def sums_made_up(everything: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Yield the last of "made up of £3m in cash and £2m in shares" of a price told elsewhere.

    Spans are those of the article.
    """
    for line in everything:
        for one, two in itertools.pairwise(line.figures):
            if not one.unit or one.unit != two.unit or is_share(one) or one.unit in PERCENT:
                continue
            lead = line.text[: one.span.start]
            if _MADE_OF.search(lead) is None or _PHASE.search(lead):
                continue
            if not (one.exact and two.exact) or not _PART.fullmatch(
                line.text, one.span.end, two.span.start
            ):
                continue
            added = one.value + two.value
            others = [
                (f, other) for other in everything for f in other.figures
                if f.unit == one.unit and f is not one and f is not two
            ]  # fmt: skip
            if any(close(f.value, added, Fraction(1, 100)) for f, _ in others):
                continue
            totals = {
                f.value for f, other in others
                if f.exact and close(f.value, added, Fraction(1, 6)) and f.value > one.value
                and _PAID.search(other.text)
            }  # fmt: skip
            if len(totals) == 1:
                whole = next(iter(totals))
                span = two.span.shifted(line.place.sentence.span.start)
                yield span, f"The parts make {shown(added)}, and {shown(whole)} is told: check."
