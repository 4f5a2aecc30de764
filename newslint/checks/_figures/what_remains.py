"""What remains of three figures: "she has read twelve of the fifteen, which leaves four"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._figures.lines import Line, is_share
from newslint.checks._sums.worked_figures import Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_LEFT = LazyRegex(
    r"\b(?:leaving|leaves|(?:which|that|this)\s(?:has\s|would\s|will\s)?(?:left|leave)"
    r"|the\s(?:remaining|outstanding|other)|its\sremaining|a\sremaining)\s"
    r"(?:it\s|them\s|him\s|her\s)?(?:with\s)?(?:just\s|only\s|the\slast\s|another\s|the\sother\s)?$",
    re.IGNORECASE,
)
_NO_REST = LazyRegex(
    r"\b(?:dead|injured|wounded|homeless|behind|stranded|up\sfrom|down\sfrom|each|every|per|times"
    r"|aged|majority|lead|ahead|margin|least|more\sthan|wounding|hurt|power|and\sinjur\w+)\b",
    re.IGNORECASE,
)
_TIMES = 20
_PART = LazyRegex(r"\s?of\s(?:it|them|those|these|which|whom)\b|(?=[,.;])|\s(?:left|to\sgo)\b|$")


def remains_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield what is said to be left where a whole and a part, and no other figure, belie it.

    Three figures of one kind stand in the sentence, or in it and the one before. Spans count
    from the start of the sentence.
    """
    if not len(line.figures) > 1:
        return
    for rest in line.figures:
        if _LEFT.search(line.text[max(0, rest.span.start - 50) : rest.span.start]) is None:
            continue
        here = [f for f in line.figures if f is not rest and _comparable(f, rest, line.text)]
        known, told = here, line.text
        if len(here) == 1 and line.before and line.before[-1].block == line.block:
            known = [*here, *_wholes(line.before[-1], here[0], rest)]
            told = line.before[-1].text + " " + told
        if len(known) != 2 or _NO_REST.search(told):
            continue
        whole, part = max(known, key=_value), min(known, key=_value)
        left = whole.value - part.value
        if not all(f.exact for f in (*known, rest)) or left in (0, rest.value):
            continue
        if rest.value < whole.value and whole.value < _TIMES * part.value:
            yield (
                rest.span,
                f"{shown(part.value)} of {shown(whole.value)} leave {shown(left)}: check both.",
            )


def _wholes(line: Line, part: Sum, rest: Sum) -> list[Sum]:
    """Return the figures of the sentence before that the part may be of."""
    return [
        f
        for f in line.figures
        if _comparable(f, rest, line.text) and part.value < f.value < _TIMES * part.value
    ]


def _value(figure: Sum) -> float:
    return float(figure.value)


def _comparable(figure: Sum, rest: Sum, text: str) -> bool:
    """Return whether a figure counts what the rest counts: nine acres, four of them."""
    if is_share(figure) or is_share(rest):
        return False
    if figure.unit == rest.unit:
        return not (figure.noun and rest.noun) or figure.noun == rest.noun
    bare = rest if not rest.unit else figure
    return not bare.unit and not bare.noun and _PART.match(text, rest.span.end) is not None
