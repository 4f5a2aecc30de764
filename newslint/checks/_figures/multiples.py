"""Multiples of a figure beside another: "€61 million, nearly double the €58 million before"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._figures.lines import Line, is_share
from newslint.checks._sums.worked_figures import PERCENT, Sum
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_HEDGE = (
    r"(?P<hedge>(?:well\s|just\s|slightly\s)?(?:over|under)|more\sthan|less\sthan|almost|nearly"
    r"|about|around|roughly|not\squite|close\sto|at\sleast|some)"
)
_NAMES = {
    "twice": 2, "double": 2, "treble": 3, "triple": 3, "quadruple": 4, "half": 0.5,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "two": 2,
}  # fmt: skip
_MULTIPLE = LazyRegex(
    rf"\b(?P<whole>(?:{_HEDGE}\s)?(?:(?P<name>twice|double|treble|triple|quadruple|half)"
    r"|(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}(?:\.\d)?)\stimes))\b",
    re.IGNORECASE,
)
# As many as the 22; that of the capital, at 7.2; the €58 million; its 2019 total of 40
_BASIS = LazyRegex(
    r"(?:\sas\s(?:many|much|high|large|big|long|often|old|fast|heavy|far|dear|expensive)(?:\s[a-z]+)?\sas)?"
    r"(?:\s(?:the|that|those|its|their|his|her|last\syear[’']s)\b)?(?P<that>[^.;:\d]{0,60}?)\s?$"
)
_HALF_OF = LazyRegex(r"\s(?:as|the|that|those|what|its|their|his|her|of|last)\b")
_FOLD = LazyRegex(
    rf"\b(?P<whole>(?:{_HEDGE}\s)?(?:an?\s)?(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})-?fold"
    r"(?:\s(?:increase|rise|jump|growth))?)\b",
    re.IGNORECASE,
)
_NOW = LazyRegex(r"\b(?:now|today|this\syear|this\stime|has\ssince|currently)\b")
_DOUBLED = LazyRegex(
    rf"\b(?P<whole>(?:{_HEDGE}\s)?(?P<word>doubled|trebled|tripled|quadrupled|halved))\b"
    r"(?=[^.;:\d]{0,40}(?:\bsince\b|\bin\b|\bover\b|[.,;]))",
    re.IGNORECASE,
)
_WORDS = {
    "doubled": Fraction(2), "trebled": Fraction(3), "tripled": Fraction(3),
    "quadrupled": Fraction(4), "halved": Fraction(1, 2),
}  # fmt: skip
_OFF = Fraction(15, 100)
_REACH = 80


def multiples_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each multiple that the two figures it compares belie, and why."""
    text = line.text
    for match in _MULTIPLE.finditer(text):
        told = Fraction(_NAMES[match["name"].lower()]) if match["name"] else _count(match["n"])
        figures = [f for f in line.figures if not f.span.overlaps(Span(*match.span()))]
        if told == 0:
            continue
        before = [f for f in figures if f.span.end <= match.start()]
        after = [f for f in figures if f.span.start >= match.end()]
        if not before:
            continue
        if after and re.fullmatch(r"\sthat,\s(?:or\s)?", text[match.end() : after[0].span.start]):
            before = [after[0]]  # a bid of £800,000 and a second of double that, £1.6 million
            after = [f for f in figures if f.span.end <= match.start()][-1:]
            if after and after[0].unit == before[0].unit:
                span = Span(*match.span("whole"))
                yield from _compare(before[0], after[0], told, match["hedge"], span)
            continue
        new = before[-1]
        lead = text[new.span.end : match.start()]
        if len(lead) > _REACH or re.search(r"[.;:]\s|\b(?:but|while|than)\b", lead):
            continue
        span = Span(*match.span("whole"))
        if (match["name"] or "").lower() == "half" and not _HALF_OF.match(text, match.end()):
            continue  # "in the first half 21"
        if after and _refers(text[match.end() : after[0].span.start]):
            yield from _compare(new, after[0], told, match["hedge"], span)
        elif not after and re.match(
            r"\sas\s(?:many|much)\b\s?(?:\.|,|$)|[.,]|$", text[match.end() :]
        ):
            # opened with 90 lines and now stocks 360, three times as many
            old = before[-2] if len(before) > 1 else None
            if (
                old is not None
                and _NOW.search(text[old.span.end : new.span.start])
                and "many" in text[match.end() :][:10] + text[match.end() :][:11]
            ):
                yield from _compare(new, old, told, match["hedge"], span)


def folds_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "1,900 people came, against 310 last year, almost a ninefold increase"."""
    for match in _FOLD.finditer(line.text):
        figures = [f for f in line.figures if not f.span.overlaps(Span(*match.span()))]
        near = [f for f in figures if not is_share(f) and f.value > 0]
        if len(near) != 2 or near[0].unit != near[1].unit or not all(f.exact for f in near):
            continue
        small, large = sorted(near, key=lambda f: f.value)
        if re.search(r"[;]|\.\s", line.text[near[0].span.end : near[1].span.start]):
            continue
        told, span = _count(match["n"]), Span(*match.span("whole"))
        yield from _compare(large, small, told, match["hedge"], span)


def _refers(gap: str) -> bool:
    basis = _BASIS.fullmatch(gap)
    if basis is None or len(gap) > _REACH:
        return False
    tells = re.match(
        r"\s(?:as\s(?:many|much|high|large|big|long|often|old|fast|heavy|far|dear|expensive)|the|that|those"
        r"|its|their|his|her|last)\b",
        gap,
    )
    if tells is None and gap.strip():
        return False
    return not re.search(r"\b(?:and|but|while|to|from|more|after|when)\b", gap)


def _compare(
    new: Sum, old: Sum, told: Fraction, hedge: str | None, span: Span
) -> Iterator[tuple[Span, str]]:
    units = {new.unit, old.unit}
    if len(units) > 1 and not ("percent" in units and "" in units):
        return
    if not old.value or (is_share(new) and new.unit not in PERCENT):
        return
    real = new.value / old.value
    if not Fraction(1, 20) < real < 20:
        return
    off, word = real / told - 1, (hedge or "").lower()
    if word.endswith(("more than", "over", "at least")):
        wrong = off < -Fraction(2, 100) or off > 1
    elif word.endswith(("less than", "under", "almost", "nearly", "close to", "quite")):
        wrong = off > Fraction(3, 100) or off < -Fraction(25, 100)
    else:
        wrong = abs(off) > _OFF
    if wrong:
        yield span, f"By the figures it is {float(real):.2g} times as much: check them."


def doubled_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "doubled since 2020, when a flat cost £640. It now costs £960", where it stands.

    Spans are those of the article.
    """
    for where in (line, *line.before[-1:]):
        match = _DOUBLED.search(where.text)
        if match is None or where.block < line.block - 1:
            continue
        base = [f for f in where.figures if f.span.start > match.end()]
        told = base[1:] if where is line else list(line.figures)
        lead = where.text[match.end() : base[0].span.start] if base else ""
        if not base or len(told) != 1 or base[0].unit != told[0].unit:
            continue
        start = told[0].span.start
        now = _NOW.search(line.text[base[0].span.end : start + 60] if where is line else line.text)
        if now and re.search(r"\b(?:when|then)\b", lead):
            span = Span(*match.span("whole")).shifted(where.place.sentence.span.start)
            yield from _compare(
                told[0], base[0], _WORDS[match["word"].lower()], match["hedge"], span
            )


def _count(written: str) -> Fraction:
    word = written.lower()
    return Fraction(_NAMES[word]) if word in _NAMES else Fraction(word)
