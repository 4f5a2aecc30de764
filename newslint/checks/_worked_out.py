"""Figures that a story works out from others: parts, prices each, shares, rates, differences."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from newslint.checks._told import Place, places
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.span import Span

_SIGN = re.compile(
    r"(?:\b(?P<sign>KSh|Sh|Rs\.?|INR|NOK|SEK|DKK|CHF|AED|NGN|ZAR|PKR|kr|R|US\$|A\$|C\$|NZ\$|HK\$))\s?$"
)
_MONEY_WORD = re.compile(
    r"\s(?:[A-Z][a-z]+\s)?(?P<unit>crowns?|kron(?:er|or|a|e)|francs?|shillings?|rand|naira|pesos?|liras?|zloty|rupees?|yen|yuan"
    r"|won|dinars?|dirhams?|baht|ringgit|ri?yals?|pounds?|euros?|dollars?|aurs|marks|florins?|guilders?)\b"
)
_SAME_MONEY = {"ksh": "shilling", "sh": "shilling", "rs": "rupee", "rs.": "rupee",
"inr": "rupee", "pkr": "rupee",
               "r": "rand", "zar": "rand", "nok": "kron", "sek": "kron", "dkk": "kron",
               "kr": "kron", "ngn": "naira",
               "chf": "franc"}  # fmt: skip
_PERCENT = frozenset({"percent", "percentage point"})
_HEDGE = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|over|more\sthan|less\sthan|fewer\sthan|at\sleast|at\smost|up\sto|under"
    r"|close\sto|approximately|just\sover|just\sunder)\s(?:[A-Za-z$€£]{0,4}\s?)$",
    re.IGNORECASE,
)
_TIME_UNITS = re.compile(
    r"[\s-](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|per\s?cent|percent|%|times|metres?|meters?|kilomet\w+|km"
    r"|miles?|feet|tonnes?|tons?|kilos?|kilograms?|litres?|degrees?|o[’']clock|a\.?m\b|p\.?m\b|points?)\b"
)
_JOINT = re.compile(
    r"(?P<words>[^,.;:()]{0,45}?)(?:,\sand\s|,\s|\sand\s)(?P<lead>[^,.;:()\d]{0,32}?)\s?$"
)
_OF_TOTAL = re.compile(
    r"\b(?:[Oo]f|[Oo]ut\sof)\s(?:the|its|his|her|their|those|these|all|[A-Z][\w’'-]+[’']s|the\s[a-z]+[’']s)?\s?(?:some\s)?$"
)
_NEXT_TOTAL = re.compile(r"^[^.;\d]{0,60}(?::|,|\s[–—-])\s[^,.;:\d]{0,40}$")
_EACH = re.compile(
    r"\b(?:each|apiece|every|per\s(?:head|person|unit|share|home|pupil)|a\s(?:head|piece))\b"
)
_A_HEAD = re.compile(
    r"^[^.;\d]{0,25}?\s(?:each|apiece|a\s(?:head|piece|person|year|month|week|day|night|ton|tonne|hectare|acre|share|barrel|unit|visit|trip)"
    r"|per\s(?:head|person|unit|year|month|week|day|tonne|hectare|household|home|pupil)|for\s(?:each|every)(?:\sof\sthem)?|for\severyone)\b"
)
_TOTALS = re.compile(
    r"\b(?:in\s(?:all|total)|altogether|a\stotal\sof|total(?:s|ling)?|which\smakes|makes|making|or|comes?\sto|costs?|that\sis|bringing)\b"
)
_MORE_THAN = re.compile(
    r"^\s(?:more|over|above|less|under|below|short\sof|cheaper|dearer|higher|lower)\b(?:\s(?:than|what|the))?"
)
_SET_ASIDE = re.compile(
    r"\b(?:set\saside|budget(?:ed)?|voted|planned|original(?:ly)?|approved|estimate[ds]?|expected|first|allocated|earmarked"
    r"|promised|forecast|agreed|put\sby|reserved|granted|target(?:ed)?|bargained)\b"
)
_STAKE = re.compile(
    r"\bfor\s(?:an?\s)?(?P<pc>\d{1,2}(?:\.\d+)?)\s?(?:per\s?cent|percent|%)\s(?:of|stake|share|holding)"
)
_WHOLE = re.compile(r"\b(?:values?|valued|valuing|puts?\sthe\svalue|worth)\b[^.;\d]{0,50}$")
_AGAINST = re.compile(
    r"\b(?:against|compared\s(?:with|to)|up\sfrom|down\sfrom|from|than\sthe|instead\sof|was|were|after|as\sopposed\sto)\s(?:[a-z]+\s){0,3}$"
)
_CHANGE = re.compile(
    r"\b(?:(?:an?|the)\s)?(?P<way>rise|increase|jump|growth|gain|surge|fall|drop|decline|decrease|cut|reduction|slump|plunge)\sof\s(?:[a-z]+\s){0,2}?"
    r"(?P<by>\d{1,3}(?:\.\d+)?)\s?(?:per\s?cent|percent|%)"
    r"|\b(?P<way2>up|down|rose|fell|grew|dropped|climbed|jumped|risen|fallen)\s(?:by\s)?(?:[a-z]+\s){0,2}?(?P<by2>\d{1,3}(?:\.\d+)?)\s?(?:per\s?cent|percent|%)"
)
_ONE_IN = re.compile(
    r"\b(?P<one>one|two|three|four|five)\s(?:[a-z]+\s)?(?:in|out\sof(?:\severy)?)\s(?P<n>\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b",
    re.IGNORECASE,
)
_SMALL = {w: i for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six",
"seven", "eight", "nine", "ten", "eleven", "twelve"])} | {
    "fifteen": 15, "twenty": 20}  # fmt: skip
_VOTE = re.compile(
    r"\b(?:vot\w+|passed|failed|carried|rejected|approved|ballot|motion|verdict|decided)\b[^.;]{0,60}?\b(?P<a>\d{1,4}|[a-z]+)(?:\svotes)?\s?(?:to|[-–]|against)\s?(?P<b>\d{1,4}|[a-z]+)\b"
)
_ALL_MEMBERS = re.compile(
    r"\b(?P<whole>(?:all|the|its)\s(?P<n>\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty))(?:[\s-](?:of\sthe\s|of\sits\s)?"
    r"(?:members?|councillors|jurors|judges|deputies|senators|lawmakers|directors|governors|trustees|delegates|seats?)|\s(?:were\spresent|voted|took\spart))\b"
)
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class _Sum:
    value: Fraction
    unit: str  # "" of things, "percent", or a currency
    span: Span  # with sign and unit
    exact: bool
    noun: str


def worked_out_wrong(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each figure that does not follow from those it is worked out from, and why.

    Quotations are read too; the caller leaves out what is not the writer's own.
    """
    before: list[tuple[Place, list[_Sum]]] = []
    for place in places(reading):
        if not any(c.isdigit() for c in place.text) and not _WORDY.search(place.text):
            continue
        here = list(_sums(place.text))
        near = [b for b in before[-2:] if place.sentence.block - b[0].sentence.block <= 1]
        start = place.sentence.span.start
        for span, message in (
            *_parts(place, here), *_each(place, here, near), *_rate(place, here),
            *_difference(place, here, near),
            *_stake(place, here, near), *_change(place, here), *_one_in(place, near),
            *_votes(place, near),
            *_enumerated(place, near),
        ):  # fmt: skip
            yield span.shifted(start), message
        if reading.blocks[place.sentence.block].is_body:
            before.append((place, here))


_WORDY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|third|quarter|half)\b"
)


def _sums(text: str) -> Iterator[_Sum]:
    for quantity in find_quantities(text):
        start, end, unit = quantity.span.start, quantity.span.end, quantity.unit or ""
        sign = _SIGN.search(text[max(0, start - 5) : start])
        word = _MONEY_WORD.match(text, end)
        if not unit and sign is not None:
            unit = _SAME_MONEY.get(sign["sign"].lower(), sign["sign"])
            start -= len(sign[0])
        elif not unit and word is not None:
            unit = "kron" if word["unit"].startswith("kron") else word["unit"].rstrip("s")
            end = word.end()
        exact = not quantity.approximate and _HEDGE.search(text[max(0, start - 22) : start]) is None
        yield _Sum(quantity.value, unit, Span(start, end), exact, quantity.noun or "")


def _shown(value: Fraction) -> str:
    number = float(value)
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if number >= size:
            return f"{number / size:.3g} {name}"
    return f"{number:,.6g}" if number < 1e6 else f"{number:,.0f}"


def _parts(place: Place, here: Sequence[_Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "Of the 19 million, water takes 11 million, steel 5 million and costs 4 million"."""
    text = place.text
    for at, total in enumerate(here[:-2]):
        of = _OF_TOTAL.search(text[max(0, total.span.start - 40) : total.span.start]) is not None
        if total.unit in _PERCENT or total.value < 3 or _TIME_UNITS.match(text, total.span.end):
            continue
        lead = text[total.span.end : here[at + 1].span.start]
        if not (of and re.fullmatch(r"[^.;:]{0,70}", lead)) and not _NEXT_TOTAL.match(lead):
            continue
        parts = _listed(text, here[at + 1 :], total)
        if len(parts) < 2 or (len(parts) < _ENOUGH and not of):
            continue
        if any(not p.exact for p in parts) or max(p.value for p in parts) >= total.value:
            continue
        added = sum((p.value for p in parts), Fraction(0))
        gap = added - total.value
        slack = Fraction(0) if total.value < 10_000 and not total.unit else total.value / 40
        short = not of or (len(parts) >= _ENOUGH and -gap * 6 < total.value)
        if abs(gap) <= slack or (gap < 0 and not short) or abs(gap) * 2 > total.value:
            continue
        if re.search(
            r"\b(?:both|also|among|including|include[sd]?|such\sas|average|at\sleast|overlap\w*|each|respectively|multiple)\b",
            text,
        ):
            continue
        for part in parts:
            yield (
                part.span,
                f"The parts make {_shown(added)}, not"
                f" {text[total.span.start : total.span.end]}: check the"
                " figures.",
            )


def _listed(text: str, following: Sequence[_Sum], total: _Sum) -> list[_Sum]:
    """Return the figures of one list, the last of them after "and"."""
    parts: list[_Sum] = []
    joints: list[str] = []
    for at, part in enumerate(following):
        if part.unit in _PERCENT or (part.unit != total.unit and part.unit and total.unit):
            break
        if _TIME_UNITS.match(text, part.span.end) or (
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
    place: Place, here: Sequence[_Sum], near: Sequence[tuple[Place, Sequence[_Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "12 aircraft for €84 million. The price of each would be €6 million"."""
    if _EACH.search(place.text) is None:
        return
    singles = [s for s in here if s.unit and s.unit not in _PERCENT]
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
            yield single.span, f"Divided, it is {_shown(share)} each: check the figures."
        return


def _rate(place: Place, here: Sequence[_Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "54,000 people and a debt of €1,900 a head, or about €190 million in all"."""
    text = place.text
    for at, rate in enumerate(here):
        if not at or at + 1 >= len(here):
            continue
        match = (
            _A_HEAD.match(text[rate.span.end :])
            if not rate.unit or rate.unit not in _PERCENT
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
            yield total.span, f"Multiplied, it is {_shown(product)}: check the figures."


def _difference(
    place: Place, here: Sequence[_Sum], near: Sequence[tuple[Place, Sequence[_Sum]]]
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
                        f"By the difference given it is {_shown(planned)}: check the figures.",
                    )
                    return


def _stake(
    place: Place, here: Sequence[_Sum], near: Sequence[tuple[Place, Sequence[_Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "9.2 billion for 60 per cent; that values the whole at 13.8 billion"."""
    wholes = [
        s
        for s in here
        if s.unit and s.unit not in _PERCENT and _WHOLE.search(place.text[: s.span.start])
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
                    f"By the share and the price the whole is {_shown(whole)}: check both.",
                )
        return


def _change(place: Place, here: Sequence[_Sum]) -> Iterator[tuple[Span, str]]:
    """Yield "3,100 aurs, against 2,000 before, a rise of 45 per cent"."""
    text = place.text
    for match in _CHANGE.finditer(text):
        by = Fraction(match["by"] or match["by2"])
        others = [
            s for s in here if s.unit not in _PERCENT and not Span(*match.span()).overlaps(s.span)
        ]
        for new, old in itertools.pairwise(others):
            gap = text[new.span.end : old.span.start]
            if new.unit != old.unit and new.unit and old.unit:
                continue
            if (
                not _AGAINST.search(gap)
                or len(gap) > 70
                or re.search(r"[.;:]", gap)
                or not old.value
            ):
                continue
            if re.search(r"\bfrom\s$", text[max(0, new.span.start - 12) : new.span.start]):
                continue  # "from 6 to 9", which is read elsewhere
            if (
                _TIME_UNITS.match(text, old.span.end)
                or new.value > 20 * old.value
                or old.value > 20 * new.value
            ):
                continue
            if re.search(r"\b(?:was|were|after)\s(?:[a-z]+\s){0,3}$", gap) and not match["by"]:
                continue
            real = abs(new.value - old.value) / old.value * 100
            slack = max(Fraction(3, 2), real / 15)
            if abs(real - by) > slack and real:
                end = match.end()
                yield (
                    Span(match.start(), end),
                    f"The figures make {round(real)} percent: check them.",
                )
            break


def _one_in(
    place: Place, near: Sequence[tuple[Place, Sequence[_Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "one bottle in twelve. That is more than 12 per cent"."""
    for share in find_quantities(place.text):
        if share.unit != "percent":
            continue
        ahead = place.text[: share.span.start]
        sources = [(place.text[: share.span.start], True)]
        if re.match(r"(?:That|This|It)\s(?:is|was|makes|means)\s", place.text) and near:
            sources.append((near[-1][0].text, False))
        for text, same in sources:
            found = list(_ONE_IN.finditer(text))
            if not found or (
                same and not re.search(r"(?:,\sor|\s\(|,|\sor)\s(?:[a-z]+\s){0,2}$", ahead)
            ):
                continue
            match = found[-1]
            if same and len(ahead) - match.end() > 40:
                continue
            n = int(match["n"]) if match["n"].isdigit() else _SMALL[match["n"].lower()]
            real = Fraction(_SMALL[match["one"].lower()], n) * 100
            if abs(real - share.value) > max(Fraction(3, 2), real / 10):
                more = re.search(
                    r"\b(?:(?:more|less|fewer)\sthan|over|under|almost|nearly)\s$", ahead
                )
                start = more.start() if more else share.span.start
                yield (
                    Span(start, share.span.end),
                    f"“{match[0]}” is {float(real):.3g} percent: check both.",
                )
            return


def _votes(
    place: Place, near: Sequence[tuple[Place, Sequence[_Sum]]]
) -> Iterator[tuple[Span, str]]:
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
        a, b = (_count(vote["a"]), _count(vote["b"])) if vote else (None, None)
        if vote is None or a is None or b is None or a + b < 3:
            continue
        for members in _ALL_MEMBERS.finditer(place.text):
            total = _count(members["n"])
            full = (
                re.match(r"(?:all)", members[0]) or "none" in place.text or "no abst" in place.text
            )
            if total is None or total == a + b or not full or not total / 2 < a + b < total * 2:
                continue
            late = where == 1 or vote.end() < members.start()
            span = Span(*members.span("whole")) if late else Span(vote.start("a"), vote.end("b"))
            yield span, f"The vote makes {a + b}, and there are {total}: check the count."
            return


def _count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    return _SMALL.get(written.lower())


_FATES = (
    r"(?:have|has|had|are|were|was|is|remain(?:s|ed)?|died|survived|went|came|stayed|left|got|drew"
    r"|won|lost|live[ds]?|face|works?)"
)
_FATE = re.compile(
    r"(?:^|[;,:]\s|\band\s|\bwhile\s|\bbut\s)(?P<n>\d{1,4}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive"
    r"|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)(?:\s(?:others?|more|of\sthem))?"
    rf"\s{_FATES}\b"
)


def _enumerated(
    place: Place, near: Sequence[tuple[Place, Sequence[_Sum]]]
) -> Iterator[tuple[Span, str]]:
    """Yield "Nine fell ill. Two have died; five are in hospital and three have gone home"."""
    found = [(m, _count(m["n"])) for m in _FATE.finditer(place.text)]
    parts = [(m, n) for m, n in found if n is not None]
    if len(parts) < _ENOUGH or not near:
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
            if total != whole and abs(total - whole) * 3 <= whole:
                for match, _ in parts:
                    yield (
                        Span(*match.span("n")),
                        f"That makes {total} of {whole}: check the figures.",
                    )
        return
