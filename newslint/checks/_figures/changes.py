"""Changes told by their size and by both figures: "a cut of 20 per cent, from 80 to 60"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import FRACTION, Line
from newslint.checks._figures.share_words import share_of, shares_in
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_NOUNS = (
    r"(?:cut|rise|increase|fall|drop|reduction|decrease|decline|jump|gain|growth|saving|loss"
    r"|improvement|surge|slump)"
)
_UP = (
    r"rise|increase|jump|gain|growth|improvement|surge|up|rose|risen|grew|grown|climbed|jumped"
    r"|increased|raised|rises|grow|raise|climb|rising|growing|went\sup|gone\sup|go\sup"
)
_DOWN = (
    r"cut|fall|drop|reduction|decrease|decline|saving|loss|slump|down|fell|fallen|dropped|declined"
    r"|shrank|shrunk|reduced|decreased|slashed|falls|cuts|reduce|falling|shrinking|went\sdown|gone\sdown"
)
# A cut of; has been cut by; went up by; rose
_MOVED = LazyRegex(
    rf"\b(?:(?:{_UP}|{_DOWN})(?:\s(?:of|by))|rose|fell|grew|up|down|climbed|dropped|jumped)\s"
    r"(?:[a-z]+ly\s|a\sfurther\s|only\s|just\s)?$",
    re.IGNORECASE,
)
_MOVE_NOUN = LazyRegex(rf"[\s-]{_NOUNS}\b", re.IGNORECASE)
_FROM = LazyRegex(
    r"\bfrom\s(?:about\s|some\s|just\s|only\s|its\s|the\s|a\s)?(?:[a-z]+\s){0,2}?$", re.IGNORECASE
)
_TO = LazyRegex(r"(?:\s[\w-]+){0,4}?,?\s(?:to|and\snow|now)\s(?:about\s|some\s|just\s)?")
# To €33 a share from €30
_TO_NEW = LazyRegex(r"\bto\s(?:about\s|some\s|just\s|only\s)?$")
_FROM_OLD = LazyRegex(
    r"(?:\s(?:a|per)\s[a-z]+|\s[a-z]+)?,?\s(?:up\s|down\s)?from\s(?:about\s|some\s|just\s|the\s)?"
)
_AGAINST = LazyRegex(
    r"\b(?:against|compared\s(?:with|to)|up\son|down\son|up\sfrom|down\sfrom|was|were|had\sbeen)\s"
    r"(?:about\s|some\s|just\s|only\s|the\s)?$"
)
_NO_MONEY = LazyRegex(r"[$£€]")
_MEASURED = LazyRegex(
    r"^(?:kilom|met|mile|f[oe]|inch|yard|acre|hecta|ton|kg|kilo|gram|litre|liter|gallo|degre|point)"
)
_TIMES_LARGER = 20


def changes_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each change whose size its own figures belie, and why."""
    figures = [f for f in line.figures if f.unit not in PERCENT and not _is_fraction(f)]
    pair = pair_of(line.text, figures)
    if pair is not None:
        yield from _by_share(line, pair)
        yield from _by_amount(line, pair)
    elif line.figures:
        yield from _shares_moved(line)


def _is_fraction(figure: Sum) -> bool:
    return figure.unit == FRACTION


def pair_of(text: str, figures: Sequence[Sum]) -> tuple[Sum, Sum] | None:
    """Return the old and the new figure of the only "from ... to ..." of a sentence."""
    found: list[tuple[Sum, Sum]] = []
    for one, two in itertools.pairwise(figures):
        gap, lead = text[one.span.end : two.span.start], text[: one.span.start]
        if _FROM.search(lead) and _TO.fullmatch(gap):
            pair = _scaled(one, two)
        elif _TO_NEW.search(lead) and _FROM_OLD.fullmatch(gap):
            pair = _scaled(two, one)
        else:
            pair = None
        found += [pair] if pair is not None else []
    return found[0] if len(found) == 1 else None


def _scaled(one: Sum, two: Sum) -> tuple[Sum, Sum] | None:
    """Return two figures of one unit: "from 6 to 9 million" may be of millions both."""
    units = {one.unit, two.unit} - {""}
    if len(units) > 1 or not one.value or not two.value:
        return None
    if len({one.unit, two.unit}) > 1:
        money = not _MEASURED.search(next(iter(units)))
        bare = two if one.unit else one
        if bare.noun or (money and bare is one):
            return None  # "from 145 to £185", "from £145 to 185 people"
    if max(one.value, two.value) > _TIMES_LARGER * min(one.value, two.value):
        return None
    return one, two


def _by_share(line: Line, pair: tuple[Sum, Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "a cut of 20 per cent, from 80,000 to 60,000"."""
    old, new = pair
    real = abs(new.value - old.value) / old.value
    for match in shares_in(line.text):
        share = share_of(match)
        if share is None or match["most"] or match["k2"]:
            continue
        moved = _MOVED.search(line.text[: match.start()])
        noun = _MOVE_NOUN.match(line.text, match.end())
        if moved is None and noun is None:
            continue
        start, end = sorted((match.start(), old.span.start))
        between = line.text[start:end]
        if len(between) > _REACH or re.search(r"[.;:]\s|\band\b|\bbut\b|\bwhile\b", between):
            continue
        others = [
            f for f in line.figures
            if f not in pair and not f.span.overlaps(Span(*match.span("share")))
            and (start <= f.span.start < end) and f.unit == old.unit
        ]  # fmt: skip
        if others or not (old.exact and new.exact):
            continue
        room = Fraction(1, 20) if match["pc"] else Fraction(0)
        if not share.fits(real) and not share.fits(real * (1 - room)):
            message = (
                f"From {shown(old.value)} to {shown(new.value)} is {round(real * 100)} percent:"
                " check the figures."
            )
            yield Span(match.start("share"), match.end("share")), message
            if match.end() < new.span.start:
                yield new.span, message  # either may be the slip


_REACH = 80


def _by_amount(line: Line, pair: tuple[Sum, Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "gone up by £30, from £145 to £185" and "rose two metres, from 1.1 to 2.6"."""
    old, new = pair
    real = abs(new.value - old.value)
    for by in line.figures:
        if by in pair or by.unit in PERCENT or not by.exact or _is_fraction(by):
            continue
        if by.span.end > old.span.start or _MOVED.search(line.text[: by.span.start]) is None:
            continue
        if by.unit != new.unit and (new.unit or _NO_MONEY.search(by.span.cut(line.text))):
            continue
        between = line.text[by.span.end : old.span.start]
        if len(between) > _REACH or not re.search(r",\s(?:[a-z]+\s){0,3}?$|,\s\S*$", between):
            continue
        if re.search(r"[.;:]\s|\band\b|\bbut\b|\bwhile\b|%|per\scent", between):
            continue
        slack = Fraction(1, 100) * max(old.value, new.value)
        if by.value.denominator == 1 and real.denominator != 1:
            slack = Fraction(1, 4)
        if real and abs(real - by.value) > slack and by.value < 5 * real < 25 * by.value:
            message = f"From {shown(old.value)} to {shown(new.value)} is {shown(real)}: check them."
            yield by.span, message
            yield new.span, message


_AFTER_PAIR = LazyRegex(
    r"[^.;:\d]{0,45}?,\s(?P<whole>(?:an?\s)(?:[a-z]+\s)?(?:(?P<up>rise|increase|jump|gain|surge)"
    r"|(?P<down>fall|drop|cut|reduction|decrease|decline|slump))\sof\s(?:about\s|some\s|nearly\s)?)$"
)


def _shares_moved(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "Upheld were 310, against 340 last year, a rise of 30" and "a rise of 23 per cent"."""
    for one, two, by in zip(line.figures, line.figures[1:], line.figures[2:], strict=False):
        gap = line.text[one.span.end : two.span.start]
        match = _AFTER_PAIR.fullmatch(line.text, two.span.end, by.span.start)
        if match is None or one.unit != two.unit or one.unit in PERCENT:
            continue
        if len(gap) > _REACH or not _AGAINST.search(gap) or not (one.value and two.value):
            continue
        new, old = one, two
        up = new.value > old.value
        if new.value == old.value or not (new.exact and old.exact):
            continue
        span = Span(match.start("whole"), by.span.end)
        if up is not bool(match["up"]):
            yield span, "By the figures given it went the other way: check them."
            continue
        if by.unit in PERCENT:
            real = abs(new.value - old.value) / old.value * 100
            slack = max(Fraction(3, 2), real / 12)
            if abs(real - by.value) > slack:
                yield span, f"The figures make {round(real)} percent: check them."
        elif by.unit == one.unit and by.exact:
            real = abs(new.value - old.value)
            if abs(real - by.value) > max(new.value, old.value) / 100:
                yield span, f"The figures make {shown(real)}: check them."
