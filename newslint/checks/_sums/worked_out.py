"""Figures that a story works out from others: parts, prices each, rates, differences."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newslint.checks._facts.told import Place
from newslint.checks._sums.worked_figures import PERCENT, TIME_UNITS, Sum, count, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_JOINT = LazyRegex(
    r"(?P<words>[^,.;:()]{0,45}?)(?:,\sand\s|,\s|\sand\s)(?P<lead>[^,.;:()\d]{0,32}?)\s?$"
)
_OF_TOTAL = LazyRegex(
    r"\b(?:[Oo]f|[Oo]ut\sof)\s(?:the|its|his|her|their|those|these|all|[A-Z][\w’'-]+[’']s|the\s[a-z]+[’']s)?\s?(?:some\s)?$"
)
_NEXT_TOTAL = LazyRegex(r"^[^.;\d]{0,60}(?::|\s[–—])\s[^,.;:\d]{0,40}$")
_EACH = LazyRegex(
    r"\b(?:each|apiece|every|per\s(?:head|person|unit|share|home|pupil)|a\s(?:head|piece))\b"
)
_A_HEAD = LazyRegex(
    r"^[^.;\d]{0,25}?\s(?:each|apiece|a\s(?:head|piece|person|year|month|week|day|night|ton|tonne|hectare|acre|share|barrel|unit|visit|trip)"
    r"|per\s(?:head|person|unit|year|month|week|day|tonne|hectare|household|home|pupil)|for\s(?:each|every)(?:\sof\sthem)?|for\severyone)\b"
)
_TOTALS = LazyRegex(
    r"\b(?:in\s(?:all|total)|altogether|a\stotal\sof|total(?:s|ling)?|which\smakes|makes|making|or|comes?\sto|costs?|that\sis|bringing)\b"
)
_MORE_THAN = LazyRegex(
    r"^\s(?:more|over|above|less|under|below|short\sof|cheaper|dearer|higher|lower)\b(?:\s(?:than|what|the))?"
)
_SET_ASIDE = LazyRegex(
    r"\b(?:set\saside|budget(?:ed)?|voted|planned|original(?:ly)?|approved|estimate[ds]?|expected|first|allocated|earmarked"
    r"|promised|forecast|agreed|put\sby|reserved|granted|target(?:ed)?|bargained)\b"
)
_STAKE = LazyRegex(
    r"\bfor\s(?:an?\s)?(?P<pc>\d{1,2}(?:\.\d+)?)\s?(?:per\s?cent|percent|%)\s(?:of|stake|share|holding)"
)
_WHOLE = LazyRegex(r"\b(?:values?|valued|valuing|puts?\sthe\svalue|worth)\b[^.;\d]{0,50}$")
_VOTE = LazyRegex(
    r"\b(?:vot\w+|passed|failed|carried|rejected|approved|ballot|motion|verdict|decided)\b[^.;]{0,60}?\b(?P<a>\d{1,4}|[a-z]+)(?:\svotes)?\s?(?:to|[-–]|against)\s?(?P<b>\d{1,4}|[a-z]+)\b"
)
_ALL_MEMBERS = LazyRegex(
    r"\b(?P<whole>(?:all|the|its)\s(?P<n>\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty))(?:[\s-](?:of\sthe\s|of\sits\s)?"
    r"(?:members?|councillors|jurors|judges|deputies|senators|lawmakers|directors|governors|trustees|delegates|seats?)|\s(?:were\spresent|voted|took\spart))\b"
)
_ENOUGH = 3
_FEW = 2  # votes by which a slip of the pen is off


def _parts(place: Place, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "Of the 19 million, water takes 11 million, steel 5 million and costs 4 million"."""
    text = place.text
    for at, total in enumerate(here[:-2]):
        of = _OF_TOTAL.search(text[max(0, total.span.start - 40) : total.span.start]) is not None
        if total.unit in PERCENT or total.value < 3 or TIME_UNITS.match(text, total.span.end):
            continue
        if not (of or total.noun or total.unit):
            continue
        lead = text[total.span.end : here[at + 1].span.start]
        if not (of and re.fullmatch(r"[^.;:]{0,70}", lead)) and not _NEXT_TOTAL.match(lead):
            continue
        parts = _listed(text, here[at + 1 :], total)
        if len(parts) < 2 or (len(parts) < _ENOUGH and not of):
            continue
        if (
            any(not p.exact or _is_year(p) for p in parts)
            or max(p.value for p in parts) >= total.value
        ):
            continue
        added = sum((p.value for p in parts), Fraction(0))
        gap = added - total.value
        slack = Fraction(0) if total.value < 10_000 and not total.unit else total.value / 40
        short = not of or (len(parts) >= _ENOUGH and -gap * 6 < total.value)
        if abs(gap) <= slack or (gap < 0 and not short) or abs(gap) * 4 > total.value:
            continue
        if re.search(
            r"\b(?:both|also|among|including|include[sd]?|such\sas|average|at\sleast|overlap\w*|each|respectively|multiple)\b",
            text,
        ):
            continue
        for part in parts:
            yield (
                part.span,
                f"The parts make {shown(added)}, not"
                f" {text[total.span.start : total.span.end]}: check the"
                " figures.",
            )


def _is_year(part: Sum) -> bool:
    return not part.unit and not part.noun and 1800 <= part.value <= 2100


def _listed(text: str, following: Sequence[Sum], total: Sum) -> list[Sum]:
    """Return the figures of one list, the last of them after "and"."""
    parts: list[Sum] = []
    joints: list[str] = []
    for at, part in enumerate(following):
        if part.unit in PERCENT or (part.unit != total.unit and part.unit and total.unit):
            break
        if TIME_UNITS.match(text, part.span.end) or (
            not total.unit and part.value.denominator != 1
        ):
            break
        if at:
            gap = text[following[at - 1].span.end : part.span.start]
            match = _JOINT.fullmatch(gap)
            if match is None:
                break
            joints.append(gap)
        parts.append(part)
    if not joints or not re.search(r"\band\b", joints[-1]):
        return []
    return parts


def _each(
    place: Place, here: Sequence[Sum], near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "12 aircraft for €84 million. The price of each would be €6 million"."""
    if _EACH.search(place.text) is None:
        return
    singles = [s for s in here if s.unit and s.unit not in PERCENT]
    if len(singles) != 1:
        return
    single = singles[0]
    for _, told in reversed(near):
        totals = [t for t in told if t.unit == single.unit and t.value > 2 * single.value]
        heads = [
            t
            for t in told
            if not t.unit and t.noun and t.value.denominator == 1 and 2 <= t.value < 1_000_000
        ]
        if len(totals) != 1 or len(heads) != 1:
            continue
        share = totals[0].value / heads[0].value
        slack = Fraction(4, 100) if single.exact else Fraction(8, 100)
        off = abs(share - single.value) / share
        if slack < off < 1:
            yield single.span, f"Divided, it is {shown(share)} each: check the figures."
        return


def _rate(place: Place, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "54,000 people and a debt of €1,900 a head, or about €190 million in all"."""
    text = place.text
    for at, rate in enumerate(here):
        if not at or at + 1 >= len(here):
            continue
        match = (
            _A_HEAD.match(text[rate.span.end :])
            if not rate.unit or rate.unit not in PERCENT
            else None
        )
        if match is None:
            continue
        total, heads = here[at + 1], here[at - 1]
        between = text[rate.span.end : total.span.start]
        if (
            total.unit != rate.unit
            or heads.unit
            or len(between) > 60
            or not _TOTALS.search(between + text[total.span.end :][:20])
        ):
            continue
        if (
            not rate.unit
            or heads.value < 2
            or total.value <= rate.value
            or re.search(r"[.;]", between)
        ):
            continue
        product = heads.value * rate.value
        slack = Fraction(4, 100) if total.exact else Fraction(10, 100)
        if slack < abs(product - total.value) / product < 3:
            yield total.span, f"Multiplied, it is {shown(product)}: check the figures."


def _difference(
    place: Place, here: Sequence[Sum], near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "It will cost 61 million, 19 million more than planned. The plan had 44 million"."""
    for told_in, told in ((place, here), *reversed(near)):
        for one, two in itertools.pairwise(told):
            over = _MORE_THAN.match(told_in.text[two.span.end :])
            gap = told_in.text[one.span.end : two.span.start]
            if over is None or not one.unit or one.unit != two.unit or two.value >= one.value:
                continue
            if not re.fullmatch(r"[^.;:\d]{0,12}?,\s(?:(?:some|about|or|almost|nearly)\s)?", gap):
                continue
            less = re.match(r"\s(?:less|under|below|short|cheaper|lower)", over[0]) is not None
            planned = one.value + two.value if less else one.value - two.value
            for basis in here:
                if basis.unit != one.unit or basis is one or basis is two:
                    continue
                if told_in is place and basis.span.start < two.span.end:
                    continue
                if told_in is not place and not _SET_ASIDE.search(place.text):
                    continue
                slack = max(two.value, one.value) / 50
                if slack < abs(basis.value - planned) < two.value and basis.exact and one.exact:
                    yield (
                        basis.span,
                        f"By the difference given it is {shown(planned)}: check the figures.",
                    )
                    return


def _stake(
    place: Place, here: Sequence[Sum], near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "9.2 billion for 60 per cent; that values the whole at 13.8 billion"."""
    wholes = [
        s
        for s in here
        if s.unit and s.unit not in PERCENT and _WHOLE.search(place.text[: s.span.start])
    ]
    if len(wholes) != 1:
        return
    for told_in, told in ((place, here), *reversed(near)):
        stake = _STAKE.search(told_in.text)
        if stake is None:
            continue
        paid = [
            s
            for s in told
            if s.unit == wholes[0].unit and s is not wholes[0] and s.span.end <= stake.start()
        ]
        share = Fraction(stake["pc"]) / 100
        if len(paid) == 1 and share:
            whole = paid[0].value / share
            if Fraction(4, 100) < abs(whole - wholes[0].value) / whole < 1:
                yield (
                    wholes[0].span,
                    f"By the share and the price the whole is {shown(whole)}: check both.",
                )
        return


def _votes(place: Place, near: Sequence[tuple[Place, Sequence[Sum]]]) -> Iterator[tuple[Span, str]]:
    """Yield "by 17 votes to 18; all 37 members voted"."""
    texts = [place.text, *(p.text for p, _ in near[-1:])]
    if any(
        re.search(r"\babst(?:ain|ention)\w*|absent|did\snot\svote|empty|ill\b", t) for t in texts
    ) and not re.search(
        r"\b(?:none|nobody|no\sone)\s(?:abstain\w*|was\sabsent)|no\sabstentions",
        " ".join(texts),
    ):
        return
    for where, text in enumerate(texts):
        vote = _VOTE.search(text)
        a, b = (count(vote["a"]), count(vote["b"])) if vote else (None, None)
        if vote is None or a is None or b is None or a + b < 3:
            continue
        for members in _ALL_MEMBERS.finditer(place.text):
            total = count(members["n"])
            full = (
                re.match(r"(?:all)", members[0]) or "none" in place.text or "no abst" in place.text
            )
            if total is None or total == a + b or not full or abs(total - a - b) > _FEW:
                continue
            late = where == 1 or vote.end() < members.start()
            span = Span(*members.span("whole")) if late else Span(vote.start("a"), vote.end("b"))
            yield span, f"The vote makes {a + b}, and there are {total}: check the count."
            return


Near = Sequence[tuple[Place, Sequence[Sum]]]
_REMAINING = LazyRegex(
    r"\b(?P<whole>(?:the\s)?(?:remaining|other|rest,?(?:\sof\sthem)?))\s$", re.IGNORECASE
)


def _remaining(place: Place, here: Sequence[Sum], near: Near) -> Iterator[tuple[Span, str]]:
    """Yield "640 people, 410 of them in the town and the remaining 250 elsewhere"."""
    for at, rest in enumerate(here):
        lead = _REMAINING.search(place.text[: rest.span.start])
        if lead is None or at < 2 or rest.unit in PERCENT or not rest.exact:
            continue
        parts = [
            s
            for s in here[:at]
            if s.unit == rest.unit and not TIME_UNITS.match(place.text, s.span.end)
        ]
        if len(parts) < 2 or parts[0].value <= max(p.value for p in parts[1:]):
            continue
        every = sum((p.value for p in parts), Fraction(0))
        if any(s.unit == rest.unit and s.value > every for _, told in near[-1:] for s in told):
            continue  # the sentence before tells the whole
        if re.search(r"[.;]", place.text[parts[0].span.end : rest.span.start]) and len(parts) != 2:
            continue
        left = parts[0].value - sum((p.value for p in parts[1:]), Fraction(0))
        if (
            left > 0
            and left != rest.value
            and not any(not p.exact for p in parts)
            and rest.value < parts[0].value
        ):
            start = lead.start("whole")
            yield Span(start, rest.span.end), f"What is left is {shown(left)}: check the figures."


_COMES_TO = LazyRegex(
    r"^(?:That|This|It|Which)\s(?:comes\sto|is|makes|works\sout\s(?:at|to)|amounts\sto|means|would\sbe|gives)\b"
)


def _comes_to(
    place: Place, here: Sequence[Sum], near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "Two tankers of 10,000 litres for 9,400 people. That comes to four litres a head"."""
    if not near or _COMES_TO.match(place.text) is None or not here:
        return
    if re.search(r"\b(?:a\shead|each|per\s[a-z]+|apiece|a\sperson)\b", place.text) is None:
        return
    told, result = near[-1][1], here[0]
    if not 2 <= len(told) <= 4 or result.unit in PERCENT:
        return
    values = [s.value for s in told]
    outcomes: set[Fraction] = set()
    for i, a in enumerate(values):
        for j, b in enumerate(values):
            if i == j or not b:
                continue
            outcomes |= {a / b, a * b}
            outcomes |= {a * b / c for k, c in enumerate(values) if k not in (i, j) and c}
            outcomes |= {a / b / c for k, c in enumerate(values) if k not in (i, j) and c}
    close = [o for o in outcomes if Fraction(1, 4) < o / result.value < 4]
    if close and all(abs(o - result.value) > result.value * 15 / 100 for o in outcomes):
        best = min(close, key=lambda o: abs(o - result.value))
        yield result.span, f"By the figures before it may be {shown(best)}: check them."


_DAILY = LazyRegex(r"^\s(?:a|per|every|each)\s(?P<unit>day|week|month|year|night|hour)\b")
_DAYS_TOLD = LazyRegex(r"^\s(?P<unit>day|week|month|year|night|hour)s?\b")


def _by_the_day(place: Place, here: Sequence[Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "$212 a day, which for the 30 days left is $4,240"."""
    rates = [
        (s, m["unit"]) for s in here if s.unit and (m := _DAILY.match(place.text[s.span.end :]))
    ]
    if len(rates) != 1:
        return
    rate, unit = rates[0]
    times = [
        s for s in here
        if not s.unit and (m := _DAYS_TOLD.match(place.text[s.span.end :])) and m["unit"] == unit
    ]  # fmt: skip
    totals = [s for s in here if s.unit == rate.unit and s is not rate and s.value > rate.value]
    if len(times) != 1 or len(totals) != 1 or totals[0].span.start < rate.span.end:
        return
    product = rate.value * times[0].value
    slack = Fraction(3, 100) if totals[0].exact else Fraction(10, 100)
    if slack < abs(product - totals[0].value) / product < 2:
        yield totals[0].span, f"Multiplied, it is {shown(product)}: check the figures."


_FATES = (
    r"(?:have|has|had|are|were|was|is|remain(?:s|ed)?|died|survived|went|came|stayed|left|got|drew"
    r"|won|lost|live[ds]?|face|works?)"
)
_FATE = LazyRegex(
    r"(?:^|[;,:]\s|\band\s|\bwhile\s|\bbut\s)(?P<n>\d{1,4}|[A-Za-z]+(?:-[a-z]+)?)(?:\s(?:others?|more|of\sthem))?"
    rf"\s{_FATES}\b"
)


def _enumerated(
    place: Place, near: Sequence[tuple[Place, Sequence[Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "Nine fell ill. Two have died; five are in hospital and three have gone home"."""
    found = [(m, count(m["n"])) for m in _FATE.finditer(place.text)]
    parts = [(m, n) for m, n in found if n is not None]
    rest = re.search(
        r"\b(?:remain(?:s|ed)?|(?:is|are|were|was)\sstill|the\sothers?"
        r"|the\srest)\b",
        place.text,
    )
    if len(parts) < (2 if rest else _ENOUGH) or not near:
        return
    if re.search(r"\b(?:both|also|as\swell|at\sleast|all\sof\sthem)\b", place.text):
        return
    total = sum(n for _, n in parts)
    for _, told in reversed(near):
        wholes = {
            int(s.value)
            for s in told
            if not s.unit and s.noun and s.value.denominator == 1 and s.value > 3
        }
        if not wholes:
            continue
        if len(wholes) == 1:
            whole = wholes.pop()
            if total != whole and abs(total - whole) <= max(2, whole // 5):
                for match, _ in parts:
                    yield (
                        Span(*match.span("n")),
                        f"That makes {total} of {whole}: check the figures.",
                    )
        return


def worked_out(place: Place, here: Sequence[Sum], near: Near) -> Iterator[tuple[Span, str]]:
    """Yield each figure of a sentence that those beside it or before it do not give, and why."""
    yield from _parts(place, here)
    yield from _each(place, here, near)
    yield from _rate(place, here)
    yield from _difference(place, here, near)
    yield from _stake(place, here, near)
    yield from _remaining(place, here, near)
    yield from _comes_to(place, here, near)
    yield from _by_the_day(place, here)
    yield from _enumerated(place, near)
    yield from _votes(place, near)
