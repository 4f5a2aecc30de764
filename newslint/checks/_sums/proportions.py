"""One figure told as a multiple, a share or the difference of two others near it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._facts.told import Place, places
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.reading import Reading
from newslint.span import Span

_MULTIPLES = {
    "doubl": Fraction(2), "trebl": Fraction(3), "tripl": Fraction(3), "quadrupl": Fraction(4),
    "halv": Fraction(1, 2),
}  # fmt: skip
_MULTIPLIED = LazyRegex(
    r"(?P<vague>\b(?:more|less)\sthan\s|\b(?:almost|nearly|about|roughly|over|all\sbut|virtually"
    r"|not\squite|at\sleast|just\s(?:over|under)|close\sto)\s)?(?:(?:has|have|had|is)\s)?"
    r"\b(?P<word>(?:doubl|trebl|tripl|quadrupl|halv)(?:ed|ing))\b",
    re.IGNORECASE,
)
_SHARES = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_SHARE = LazyRegex(
    r"(?P<vague>\b(?:about|around|roughly|some|nearly|almost|over|under|more\sthan|less\sthan|just"
    r"\s(?:over|under)|at\sleast|up\sto|close\sto|not\squite)\s)?(?P<share>\b(?:(?P<two>two|three)[\s-])?"
    r"(?:an?\s|one[\s-])?(?P<word>half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?))"
    r"(?P<of>\sof\s(?P<them>it\b|that\b|this\b|them\b|those\b|which\b)?)?",
    re.IGNORECASE,
)
_FROM_TO = LazyRegex(r"\s?(?:[a-z]+\s){0,2}?to\s", re.IGNORECASE)
_FROM = LazyRegex(r"\bfrom\s(?:about\s|some\s|just\s|only\s)?$", re.IGNORECASE)
_AS_MANY = LazyRegex(
    r"\s?(?:as\s(?:many|much|high|large|big|long|often)|the)\b[^.;:\d]{0,30}?\s(?:as|of)?\s?(?:the\s|last\syear[’']s\s)?$"
)
_TIMES = LazyRegex(r"(?:\s|-)(?:times|fold)\b")
_ORDINAL = LazyRegex(r"(?:finish\w*|place|plac\w+|came|rank\w*|in|the)\s$", re.IGNORECASE)
_LOOSE, _LOOSER = Fraction(7, 100), Fraction(15, 100)
_VAGUE = Fraction(30, 100)
_CLOSE = Fraction(4, 10)  # how near a share must be to the whole's part to be meant of it


def wrong_proportions(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each multiple or share that the figures beside it contradict, and why."""
    before: Place | None = None
    for place in places(reading):
        lower = place.text.lower()
        found: Iterator[tuple[Span, str]] = iter(())
        if "ed" in lower and any(stem in lower for stem in _MULTIPLES):
            found = itertools.chain(found, _multiplied(place))
        if "times" in lower or "twice" in lower or "fold" in lower:
            found = itertools.chain(found, _times(place))
        if any(word in lower for word in _SHARES):
            near = before if before and place.sentence.block - before.sentence.block <= 1 else None
            found = itertools.chain(found, _shares(place, near))
        for span, message in found:
            yield span.shifted(place.sentence.span.start), message
        before = place


def _multiplied(place: Place) -> Iterator[tuple[Span, str]]:
    """Yield "prices have doubled in a year, from 6 to 9 euros"."""
    for match in _MULTIPLIED.finditer(place.text):
        pair = _from_to(place.text, match.end(), 60)
        if pair is None or not pair[0].value:
            continue
        stem = next(s for s in _MULTIPLES if match["word"].lower().startswith(s))
        times, told = _ratio(*pair), _MULTIPLES[stem]
        if _is_off(times, told, match["vague"] or ""):
            end = match.end()
            yield (
                Span(match.start("word"), end),
                f"{_words(place, pair[0])} to {_words(place, pair[1])} is {_shown(times)} times as"
                " much: check the figures.",
            )


def _words(place: Place, quantity: Quantity) -> str:
    return quantity.span.cut(place.text)


def _from_to(text: str, start: int, far: int) -> tuple[Quantity, Quantity] | None:
    """Return the two figures of "from 6 to 9 euros" after a place."""
    after = [q for q in find_quantities(text) if q.span.start >= start]
    for one, two in itertools.pairwise(after):
        gap = text[one.span.end : two.span.start]
        if one.span.start - start > far:
            return None
        if _FROM.search(text[start : one.span.start]) and re.search(r"(?:^|\s)to\s", gap):
            if len(gap) > 40 or re.search(r"[.;:]", gap):
                return None
            return _like(one, two)
    return None


def _like(one: Quantity, two: Quantity) -> tuple[Quantity, Quantity] | None:
    """Return two figures of one kind, or None; "from 6 to 9 million" may be of millions both."""
    if one.unit != two.unit and None not in (one.unit, two.unit):
        return None
    if "percent" in (one.unit, two.unit) and one.unit != two.unit:
        return None
    if max(one.value, two.value) > 500 * min(one.value, two.value):
        return None
    return one, two


def _ratio(one: Quantity, two: Quantity) -> Fraction:
    return two.value / one.value


def _is_off(times: Fraction, told: Fraction, vague: str) -> bool:
    off = times / told - 1
    word = vague.strip().lower()
    if word in ("more than", "over", "at least", "just over"):
        return off < -_LOOSER
    if word in ("less than", "almost", "nearly", "not quite", "just under", "close to"):
        return off > _LOOSER or off < -_VAGUE
    return abs(off) > _LOOSER


def _times(place: Place) -> Iterator[tuple[Span, str]]:
    """Yield "18,000 fines, three times as many as the 9,000 of the year before"."""
    found = find_quantities(place.text)
    for at, times in enumerate(found):
        multiple = _TIMES.match(place.text, times.span.end)
        if multiple is None or not 1 < times.value <= 20 or times.approximate:
            continue
        yield from _compare(place, found[:at], found[at + 1 :], Span(times.span.start,
        multiple.end()),
                            times.value)  # fmt: skip
    for match in re.finditer(r"\b[Tt]wice\b", place.text):
        before = [q for q in found if q.span.end <= match.start()]
        after = [q for q in found if q.span.start >= match.end()]
        yield from _compare(place, before, after, Span(*match.span()), Fraction(2))


def _compare(
    place: Place,
    before: Sequence[Quantity],
    after: Sequence[Quantity],
    span: Span,
    told: Fraction,
) -> Iterator[tuple[Span, str]]:
    if not before or not after:
        return
    big, small = before[-1], after[0]
    gap = place.text[span.end : small.span.start]
    lead = place.text[big.span.end : span.start]
    if not _AS_MANY.match(gap) or len(gap) > 50 or re.search(r"[.;:]", lead) or not small.value:
        return
    if _like(small, big) is None or re.search(r"\b(?:and|but|while|than)\b", lead):
        return
    times = big.value / small.value
    vague = re.search(r"\b(more|less)\sthan\s$|\b(?:almost|nearly|over|about)\s$",
        place.text[: span.start])  # fmt: skip
    if _is_off(times, told, vague[0] if vague else ""):
        yield (
            span,
            f"{_words(place, big)} is {_shown(times)} times {_words(place, small)}: check the"
            " figures.",
        )


def _shares(place: Place, before: Place | None) -> Iterator[tuple[Span, str]]:
    """Yield "It cost 40 million, a third of it, 20 million, from the state"."""
    found = [q for q in find_quantities(place.text) if not 0 < q.value < 1 or q.unit]
    for match in _SHARE.finditer(place.text):
        if (match["two"] is None) and match["word"].lower().endswith("s"):
            continue
        bare = (
            match["share"].lower().split()[0] not in ("a", "an", "one", "half") and not match["two"]
        )
        if bare:
            continue  # "the third", which counts off
        word = match["word"].lower().rstrip("s")
        told = Fraction({"two": 2, "three": 3}.get((match["two"] or "").lower(), 1), _SHARES[word])
        part = _beside(place.text, match, found)
        whole = None
        if match["them"] or not match["of"]:
            last = [q for q in found if part and q.span.end <= min(match.start(), part.span.start)]
            whole = last[-1] if last else None
            if whole is None and before is not None and match["them"]:
                told_before = [
                    q for q in find_quantities(before.text) if part and q.unit == part.unit
                ]
                whole = told_before[-1] if len(told_before) == 1 else None
        else:
            after = [q for q in found if q.span.start >= match.end()]
            gap = place.text[match.end() : after[0].span.start] if after else "."
            if after and re.fullmatch(r"(?:the|its|their|his|her|all|those)\s(?:some\s)?", gap):
                whole = after[0]
                part = part if part is not whole else None
                if part is None:
                    part = _apposed(place.text, match, found)
        if part is None or whole is None or part is whole or not whole.value:
            continue
        if part.unit != whole.unit and None not in (part.unit, whole.unit):
            continue
        share = part.value / whole.value
        if part.approximate or whole.approximate or share > 1 or match["vague"]:
            continue
        if abs(share - told) > _LOOSE * told + Fraction(1, 200) and abs(share - told) < _CLOSE:
            yield (
                Span(match.start("share"), match.end("share")),
                f"{_words(place, part)} is {round(share * 100)} percent of it, not"
                f" {match['share'].lower()}: check the figures.",
            )


def _beside(text: str, match: re.Match[str], found: Sequence[Quantity]) -> Quantity | None:
    """Return the figure in apposition to a share: "a third of it, 20 million,"; "a third, 40"."""
    for quantity in found:
        gap = text[match.end() : quantity.span.start] if quantity.span.start >= match.end() else ""
        if re.fullmatch(r"(?:\s?of\s(?:it|them|that|the\s[a-z]+))?(?:,\s(?:or\s)?|\s\()", gap):
            end = quantity.noun_span.end if quantity.noun_span else quantity.span.end
            if re.match(
                r"[,.;)]|\s(?:from|in|of\sthem|to|for|came|comes|went|was|were|will)\b|$",
                text[end:],
            ):
                return quantity
            return None
    return None


def _apposed(text: str, match: re.Match[str], found: Sequence[Quantity]) -> Quantity | None:
    """Return the figure that a share is in apposition to: "12,000, a tenth of the 60,000"."""
    before = [q for q in found if q.span.end <= match.start()]
    if not before:
        return None
    gap = text[before[-1].span.end : match.start()]
    ends = re.search(r"(?:,|\s[–—-])\s(?:or\s|which\sis\s|that\sis\s)?$", gap)
    if ends is None or len(gap) > 40 or re.search(r"[.;:]|\b(?:and|but|while)\b", gap):
        return None
    return before[-1]


def _shown(times: Fraction) -> str:
    return f"{float(times):.2g}"
