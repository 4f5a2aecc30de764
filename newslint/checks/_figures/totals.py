"""Totals after their parts: in all, "all 660 animals", "the 15 weapons", and lists of parts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._figures.lines import Line, is_share, whole_numbers
from newslint.checks._sums.worked_figures import PERCENT, Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_IN_ALL = LazyRegex(r"(?P<all>(?:\s[a-z]+){0,2}?\s(?:in\sall|in\stotal|altogether|all\stold))\b")
_TOTAL = LazyRegex(
    r"\b(?P<whole>(?:(?:a|the)\s(?:grand\s|combined\s)?total\s(?:of|to|is|was)|totall?ing|bringing\sthe\stotal\sto"
    r"|(?:brings|takes|took|brought)\sthe\s(?:total|number|tally|figure)\s(?:of\s[a-z]+\s)?to|making|which\smakes"
    r"|adding\sup\sto|combined)\s)$"
)
_OF = LazyRegex(r"\b[Oo]f\s(?:the|its|their|those|his|her)\s(?:[a-z]+[’']s\s)?$")
_MORE = LazyRegex(r"\b(?:more|another|further|extra|additional|new)\b")
_VOTES = LazyRegex(
    r"\b(?:for|against|in\sfavour|abstain\w*|absent|stayed\saway|did\snot\svote|backed|opposed|dissented|yes|no)\b"
)
_ABSTAINED = LazyRegex(
    r"\s(?:[a-z]+\s)?(?:abstained|(?:was|were)\sabsent|stayed\saway|did\snot\svote|abstentions?)\b"
)
_PAIRS = LazyRegex(
    r"\bpassengers?\b.*\bcrew\b|\b(?:wo)?men\b.*\b(?:wo)?men\b|\bboys\b.*\bgirls\b|\bgirls\b.*\bboys\b"
    r"|\badults\b.*\bchildren\b|\bpupils\b.*\bteachers\b|\bcivilians\b.*\b(?:soldiers|fighters)\b"
    r"|\b(?:for|in\sfavour)\b.*\bagainst\b|\bsoldiers\b.*\bcivilians\b|\bwon\b.*\blost\b.*\bdrew\b"
    r"|\bmales?\b.*\bfemales?\b|\bfemales?\b.*\bmales?\b"
)
_COLON_LIST = LazyRegex(r"\s[a-z][\w\s’'-]{2,40}:\s$")
_ITEM = LazyRegex(r"\s(?:[\w’'-]+\s){0,3}?[\w’'-]+,\s(?:and\s)?$")
_END = LazyRegex(r"\s(?:[\w’'-]+\s){0,3}?[\w’'-]+\s?(?:[.;]|$)")


def totals_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each total that its parts do not give, and each last part of a whole, and why."""
    yield from _in_all(line)
    yield from _of_whole(line)
    yield from _after_colon(line)


def _in_all(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "roads (£120,000), parks (£60,000) and baths (£40,000), £240,000 in all"."""
    text = line.text
    for at, total in enumerate(line.figures):
        if is_share(total) or not total.exact or total.unit in PERCENT:
            continue
        after = _IN_ALL.match(text, total.span.end)
        lead = _TOTAL.search(text[: total.span.start])
        if after is None and lead is None:
            continue
        parts = [f for f in line.figures[:at] if f.unit == total.unit and not is_share(f)]
        if len(parts) < 2 or not all(p.exact for p in parts):
            continue
        added = sum((p.value for p in parts), Fraction(0))
        if (
            max(p.value for p in parts) >= total.value
            or not Fraction(3, 5) < added / total.value < 2
        ):
            continue
        gaps = [text[a.span.end : b.span.start] for a, b in itertools.pairwise([*parts, total])]
        if any(len(g) > 70 or re.search(r"[;]|\.\s|\bfrom\b|\bthan\b", g) for g in gaps):
            continue
        pool = [f for b in line.before for f in b.figures if f.unit == total.unit]
        if _adds_up(total.value, parts, pool) or _multiplies(total.value, line.figures[:at]):
            continue
        end = after.end() if after else total.span.end
        yield Span(total.span.start, end), f"The parts make {shown(added)}: check the figures."


def _adds_up(total: Fraction, parts: Sequence[Sum], pool: Sequence[Sum]) -> bool:
    """Return whether some of the figures give the total; the whole may have been told before."""
    values = [*(p.value for p in parts), *(f.value for f in pool)][:9]
    slack = total / 50 if total >= 1000 else Fraction(0)
    for many in range(1, len(values) + 1):
        for some in itertools.combinations(values, many):
            if abs(sum(some, Fraction(0)) - total) <= slack:
                return True
    return False


def _multiplies(total: Fraction, figures: Sequence[Sum]) -> bool:
    values = [f.value for f in figures][:8]
    return any(abs(a * b - total) * 20 <= total for a, b in itertools.combinations(values, 2))


def _of_whole(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "Of the 14 councillors, nine voted for it and four against; two abstained"."""
    text = line.text
    counts = whole_numbers(line.figures)
    for at, whole in enumerate(counts[:-2]):
        if _OF.search(text[: whole.span.start]) is None or whole.value < 5:
            continue
        parts = counts[at + 1 :]
        if len(parts) != len([f for f in line.figures if f.span.start > whole.span.end]):
            continue
        if not 2 <= len(parts) <= 4 or not all(p.exact for p in parts):
            continue
        if text[whole.span.end : parts[0].span.start].count(",") > 2:
            continue
        rest = text[whole.span.end :]
        votes = len(_VOTES.findall(rest)) >= len(parts) and _ABSTAINED.match(
            text, parts[-1].span.end
        )
        pairs = len(parts) == 2 and _PAIRS.search(rest) is not None
        added = sum((p.value for p in parts), Fraction(0))
        if not (votes or pairs) or added == whole.value:
            continue
        if re.search(r"\b(?:both|also|including|among|at\sleast|rest|other|remaining)\b", rest):
            continue
        if abs(added - whole.value) * 5 <= whole.value:
            stays = _ABSTAINED.match(text, parts[-1].span.end)
            word = re.match(r"\s[a-z]+", text[parts[-1].span.end :])
            end = stays.end() if stays else parts[-1].span.end + (word.end() if word else 0)
            yield (
                Span(parts[-1].span.start, end),
                f"That makes {shown(added)} of {shown(whole.value)}: check the figures.",
            )


def _after_colon(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "The council has 28 members: 12 Labour, nine Conservative, five independent"."""
    text = line.text
    counts = whole_numbers(line.figures)
    for at, whole in enumerate(counts[:-2]):
        parts = counts[at + 1 :]
        if whole.value < 5 or not _COLON_LIST.fullmatch(text[whole.span.end : parts[0].span.start]):
            continue
        gaps = [text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
        if len(parts) < 3 or not all(_ITEM.fullmatch(g) for g in gaps):
            continue
        end = _END.match(text, parts[-1].span.end)
        added = sum((p.value for p in parts), Fraction(0))
        if end is None or not all(p.exact for p in parts) or added == whole.value:
            continue
        if " and " in gaps[-1] or max(p.value for p in parts) >= whole.value:
            continue  # a list that ends in "and" is read elsewhere
        if abs(added - whole.value) * 4 <= whole.value:
            yield (
                Span(parts[-1].span.start, end.end() - 1),
                f"The parts make {shown(added)}, not {shown(whole.value)}: check the figures.",
            )


_THE = LazyRegex(r"\b(?P<whole>(?:[Aa]ll\s(?:the\s)?|[Tt]he\s|[Tt]hose\s))$")


def taken_up_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "seized 12 knives, three swords and a crossbow. The 15 weapons will be destroyed"."""
    if not line.before:
        return
    near = line.before[-1]
    parts = whole_numbers(near.figures)
    if len(parts) < 2 or len(parts) != len(near.figures) or line.block - near.block > 1:
        return
    last = parts[-1]
    more = re.match(
        r"\s[a-z-]+(?:\s[a-z-]+)?\s(?:and|plus)\s(?P<an>an?|one)\s(?!half|third|quarter|few|number|lot)[a-z-]+",
        near.text[last.span.end :],
    )
    gaps = [near.text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
    if not all(
        re.fullmatch(r"\s[a-z][\w\s’'-]{1,30}?(?:,|\sand|,\sand|\splus)\s", g) for g in gaps
    ):
        return
    added = sum((p.value for p in parts), Fraction(int(more is not None)))
    if more is None and not re.search(r"\s(?:and|plus)\s$", gaps[-1]):
        return
    for total in whole_numbers(line.figures):
        lead = _THE.search(line.text[: total.span.start])
        if lead is None or total.value == added or total.value <= max(p.value for p in parts):
            continue
        if total.noun is not None and any(total.noun == p.noun for p in parts):
            continue
        if abs(total.value - added) * 10 <= max(added, Fraction(10)) and not _MORE.search(
            line.text
        ):
            sums = {a.value + b.value for a, b in itertools.combinations(parts, 2)}
            if len(parts) > 2 and total.value in sums and more is None:
                continue
            yield (
                total.span,
                f"The parts just before make {shown(added)}: check the figures.",
            )


_ASKED = LazyRegex(
    r"\b(?:asked|polled|surveyed|questioned|interviewed|tested|spoke\sto|canvassed|sampled|examined)\s$"
)
_SAID = LazyRegex(
    r"\s(?:of\sthem\s)?(?:said|thought|had|were|felt|wanted|knew|agreed|answered|tested|did|could|would)\b"
)
_OF_THE = LazyRegex(r"(?:^|[.;]\s)[Oo]f\s(?:the|these|those)\s(?P<noun>[a-z]{3,15}),\s$")


def part_too_large(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "The choir's 46 singers sang for an hour. Of the singers, 52 had never sung"."""
    for part in whole_numbers(line.figures):
        match = _OF_THE.search(line.text[: part.span.start])
        if match is None:
            continue
        wholes = [
            f for b in (*line.before, line) for f in whole_numbers(b.figures)
            if f is not part and f.noun == match["noun"]
        ]  # fmt: skip
        if len({f.value for f in wholes}) != 1 or not wholes[0].exact:
            continue
        if wholes[0].value < part.value < 10 * wholes[0].value:
            yield part.span, f"That is more than the {shown(wholes[0].value)}: check both."


def more_than_asked(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "The survey asked 1,204 adults. Some 1,340 said they had never been there"."""
    if not line.before or line.before[-1].block < line.block - 1:
        return
    near = line.before[-1]
    asked = [f for f in whole_numbers(near.figures) if _ASKED.search(near.text[: f.span.start])]
    if len(asked) != 1 or not asked[0].exact:
        return
    for part in whole_numbers(line.figures):
        if part.noun or not _SAID.match(line.text, part.span.end):
            continue
        if asked[0].value < part.value < 5 * asked[0].value:
            some = re.search(r"(?:[Ss]ome|[Aa]bout|[Aa]lmost)\s$", line.text[: part.span.start])
            start = some.start() if some else part.span.start
            yield (
                Span(start, part.span.end),
                f"Only {shown(asked[0].value)} were asked: check both.",
            )


_TWO_PLACES = LazyRegex(
    r"(?:\s[a-z]+)?\s(?P<in>in|at|on|from|for)\s[^.;:,\d]{2,30}?,?\sand\s(?:the\s)?"
)
_AT_END = LazyRegex(r"(?:\s[a-z]+)?\s(?P<in>in|at|on|from|for)\s[^.;:,\d]{2,30}?(?=[.;]|$)")
_WHOLE_ENDS = LazyRegex(r"(?:\s[a-z]+){1,2},\s(?:of\s(?:which|whom|them)\s)?|(?:\s[a-z]+){1,2}:\s")


def two_parts_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "The mill employs 240 people, 90 in the yard and 130 in the office"."""
    counts = whole_numbers(line.figures)
    for whole, one, two in zip(counts, counts[1:], counts[2:], strict=False):
        if not (whole.exact and one.exact and two.exact) or whole.value < 5:
            continue
        opens = _WHOLE_ENDS.fullmatch(line.text, whole.span.end, one.span.start)
        if opens is None:
            continue
        joint = _TWO_PLACES.fullmatch(line.text, one.span.end, two.span.start)
        end = _AT_END.match(line.text, two.span.end)
        if joint is None or end is None or joint["in"] != end["in"]:
            continue
        added = one.value + two.value
        if added != whole.value and 0 < abs(added - whole.value) * 6 <= whole.value:
            yield (
                Span(two.span.start, end.end()),
                f"That makes {shown(added)} of {shown(whole.value)}: check the figures.",
            )


_OF_SUM = LazyRegex(
    r"(?:^|[.;]\s)[Oo]f\s(?:the|that|this|their|its)\s(?:total\s(?:of\s)?|combined\s)?$"
)


def sum_taken_up_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "The first phase costs £12 million, the second £9 million. Of the £23 million, ..."."""
    if not line.before or line.before[-1].block < line.block - 1:
        return
    near = line.before[-1]
    for total in line.figures:
        if not total.unit or total.unit in PERCENT or not total.exact:
            continue
        if _OF_SUM.search(line.text[: total.span.start]) is None:
            continue
        parts = [f for f in near.figures if f.unit == total.unit and f.exact]
        told = {f.value for b in line.before for f in b.figures}
        if len(parts) < 2 or total.value in told or _adds_up(total.value, parts, ()):
            continue
        added = sum((p.value for p in parts), Fraction(0))
        if abs(added - total.value) * 5 <= added:
            yield total.span, f"The parts just before make {shown(added)}: check the figures."
