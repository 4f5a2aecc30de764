"""Parts of one whole: "of the 40 tested, 52 had it", votes and the majority they give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._facts.told import NUMBER, Place, number, places
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.reading import Reading
from newslint.span import Span

_OF_WHOLE = LazyRegex(
    rf"\b(?P<of>[Oo]f|[Oo]ut\sof|[Aa]mong)\s(?:the|its|those|all|his|her|their|some)?\s?(?P<all>{NUMBER})\s"
    r"(?P<noun>[a-z][\w’'-]+)(?P<rest>[^,.;:\d]{0,60}),\s",
)
_HALF_OF = LazyRegex(
    rf"(?:^|[^\w]\s?)(?P<share>[Hh]alf)\s(?:of\s)?(?:the|its|their|all)\s(?P<all>{NUMBER})\s(?P<noun>[a-z]+)\b"
)
_NOT_ALL = LazyRegex(
    r"\b(?:times|percent|per\s?cent|years?|months?|weeks?|days?|hours?|minutes?|pounds?|euros?"
    r"|dollars?|miles?|kilomet\w+|met(?:re|er)s?|aged?|points?|goals?|tonnes?|million|billion)\b"
)
_FOR_AND_AGAINST = LazyRegex(
    r"\b(?:for|favour|favor|against|opposed|no\sopinion|undecided|not\s(?:know|sure|say|decided)"
    r"|unsure|abstain\w*|neither|yes|no|support\w*|back\w*|rest|remaining|approve\w*|disapprove\w*"
    r"|agree\w*|disagree\w*|don[’']t\sknow)\b"
)
_VOTE = LazyRegex(
    rf"(?P<a>{NUMBER})(?:\svotes)?\s?(?:\sto\s|\sagainst\s|[-–])\s?(?P<b>{NUMBER})\b(?:\svotes)?(?!\s?[-–])"
)
_VOTED = LazyRegex(
    r"\b(?:vot(?:e|es|ed|ing)|ballot\w*|elect(?:ed|ion)|passed|approved|rejected|carried|adopted)\b"
)
_MARGIN = LazyRegex(
    rf"\b(?:a\s(?:majority|margin|lead)\sof|majority\swas|(?:won|winning|win|passed|carried|lost|losing|beaten|victory"
    rf"|ahead|elected)\s(?:[a-z]+\s)?by(?:\sjust|\sonly|\sa\smere)?(?:\sa\smargin\sof|\sa\smajority\sof)?)\s"
    rf"(?P<n>{NUMBER})(?P<votes>\svotes?)?(?=[.,;)]|\svotes?\b|\s(?:in|with|at|after|on|over)\b|$)",
    re.IGNORECASE,
)
_AGE = LazyRegex(r"\b(?:man|woman|boy|girl|aged?)\s(?:of\s)?$")
_BESIDE = 12  # characters from a whole to its first part


def wrong_parts(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each part that is larger than its whole, and each majority that its vote belies."""
    found = list(places(reading))
    votes: list[tuple[Place, Span, Fraction]] = []
    for place in found:
        if _VOTED.search(place.text):
            votes += [(place, Span(*m.span()), abs(a - b)) for m, a, b in _cast(place.text)]
    for place in found:
        for span, message in (*_parts(place), *_percents(place), *_margins(place, votes)):
            yield span.shifted(place.sentence.span.start), message


def _cast(text: str) -> Iterator[tuple[re.Match[str], Fraction, Fraction]]:
    for match in _VOTE.finditer(text):
        a, b = number(match["a"]), number(match["b"])
        if a is not None and b is not None and a + b > 4 and max(a, b) < 20 * min(a, b) + 20:
            yield match, a, b
    with_for = re.search(
        rf"\bwith\s(?P<a>{NUMBER})\svotes\s(?:to|against)\s(?P<b>{NUMBER})\b", text
    )
    if with_for is not None and not _VOTE.search(text):
        a, b = number(with_for["a"]), number(with_for["b"])
        if a is not None and b is not None:
            yield with_for, a, b


def _parts(place: Place) -> Iterator[tuple[Span, str]]:
    """Yield "of the 40 pupils tested, 52 had it", and "nine are for it and seven not" of 14."""
    if "f " not in place.text and "mong " not in place.text:
        return
    for match in _OF_WHOLE.finditer(place.text):
        whole = number(match["all"].lower())
        if whole is None or whole < 2 or _NOT_ALL.search(match["noun"] + match["rest"]):
            continue
        after = [
            q for q in find_quantities(place.text)
            if q.span.start >= match.end() and q.unit is None and q.value.denominator == 1
            and not _NOT_ALL.match(place.text[q.span.end :].lstrip(" -"))
        ]  # fmt: skip
        if not after or after[0].span.start - match.end() > _BESIDE or after[0].approximate:
            continue
        first = after[0]
        if _AGE.search(place.text[match.end() : first.span.start]):
            continue  # "of the nine, a woman of 33"
        if first.noun is not None and first.noun.lower() != match["noun"].lower():
            continue  # "of the 50 states, 538 electors"
        if whole < first.value < 20 * whole and first.value < 1900:
            yield first.span, f"{_cut(place, first)} is more than the {match['all']}: check both."
            continue
        second = after[1] if len(after) > 1 else None
        if second is None or second.approximate or second.value <= 1:
            continue
        tail = place.text[second.span.end : second.span.end + 40]
        between = place.text[first.span.end : second.span.start]
        alternative = re.search(r"\b(?:not|against|opposed|oppose|n[’']t|no|other|rest)\b", tail)
        if not alternative or not re.search(r"\b(?:and|while|but)\s$", between):
            continue
        if first.value + second.value > whole:
            yield (
                second.span,
                f"{_cut(place, first)} and {_cut(place, second)} are more than {match['all']}:"
                " check the figures.",
            )


def _percents(place: Place) -> Iterator[tuple[Span, str]]:
    """Yield the last of "54 percent for, 31 percent against and 25 percent did not know"."""
    if "cent" not in place.text and "%" not in place.text:
        return
    found = [q for q in find_quantities(place.text) if q.unit == "percent"]
    if any(re.match(r"\s(?:of|in|among)\s", place.text[q.span.end :]) for q in found):
        return
    if len(found) < 3 or not len(found) == 3 <= len(_FOR_AND_AGAINST.findall(place.text)) + 1:
        return
    if re.search(r"\b(?:up|down|from|compared|than|both|also|last\s(?:year|month|time)|multiple"
        r"|turnout|previous\w*)\b", place.text):  # fmt: skip
        return
    if len(_FOR_AND_AGAINST.findall(place.text)) < 2 or any(q.approximate for q in found):
        return
    total = sum(q.value for q in found)
    if total > 102:
        yield found[-1].span, f"These parts of one whole add up to {float(total):.4g}%: check them."


def _margins(place: Place, votes: list[tuple[Place, Span, Fraction]]) -> Iterator[tuple[Span, str]]:
    """Yield a majority that the only vote of the story, or of the sentence, does not give."""
    if not votes:
        return
    for match in _MARGIN.finditer(place.text):
        told = number(match["n"].lower())
        here = [m for where, span, m in votes if where is place and span.end <= match.start()]
        margins = {here[-1]} if here else {m for _, _, m in votes}
        meant = match["votes"] or "majority" in match[0].lower() or here
        if (
            told is None
            or not meant
            or told in margins
            or re.match(r"\s?%|\sper\s?cent", place.text[match.end() :])
        ):
            continue
        if not here and (len(margins) != 1 or not match["votes"]):
            continue
        margin = next(iter(margins))
        if told < 3 * margin + 10 or not here:
            end = match.end()
            yield (
                Span(match.start("n"), end),
                f"By the votes given the majority is {margin}: check both.",
            )


def _cut(place: Place, quantity: Quantity) -> str:
    return quantity.span.cut(place.text)
