"""Majorities, margins and thresholds, beside the votes that a story gives."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from newslint.checks._figures.lines import Line, whole_numbers
from newslint.checks._figures.share_words import share_of, shares_in
from newslint.checks._sums.worked_figures import Sum, count
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_MARGIN = LazyRegex(
    r"\b(?P<whole>(?:a|the)\s(?:slim\s|narrow\s|comfortable\s|clear\s)?(?:majority|margin|lead)\sof\s(?:just\s|only\s)?)$"
)
_VOTES = LazyRegex(r"\b(?:voted|votes?|polled|ballots?|won|took|got|seats?|received)\b")
_SIDES = LazyRegex(
    r"\b(?:back\w*|support\w*|approv\w*|accept\w*|voted\s(?:for|yes|in\sfavour)|in\sfavour|for)\b"
    r".{0,60}\b(?:against|did\snot|oppos\w*|reject\w*|no)\b|\bvotes?\sto\b|\bby\s\d+(?:\svotes)?\sto\b"
)
_SHORT = LazyRegex(
    r"\b(?P<whole>(?:(?:just|narrowly|well|far|still)\s)?(?P<way>short\sof|below|under|less\sthan|above|over"
    r"|more\sthan)\s(?:the\s(?:required\s|needed\s|necessary\s)?)?)$"
)


_HOUSE = LazyRegex(r"\b(?P<n>\d{1,4}|[a-z]+)-(?:seat|member|strong)\b")
_VOTE = LazyRegex(
    r"(?<![\d.,$£€])\b(?P<a>\d{1,3})(?:\svotes)?(?:\sto\s|\s?[-–]\s?)(?P<b>\d{1,3})\b(?![\d.,-]*\d)"
)


def majorities_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each majority and each "short of two thirds" that the votes belie, and why."""
    if "majority" in line.text or "margin" in line.text or "lead of" in line.text:
        yield from _margins(line)
    if _SIDES.search(line.text):
        yield from _thresholds(line)
    if "-seat" in line.text or "-member" in line.text or "-strong" in line.text:
        yield from _too_many(line)


def _too_many(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the vote of a house in which not so many sit: "76 to 75 in the 150-seat house"."""
    houses, votes = list(_HOUSE.finditer(line.text)), list(_VOTE.finditer(line.text))
    if len(houses) != 1 or len(votes) != 1:
        return
    seats, [one, other] = count(houses[0]["n"]), [count(votes[0][side]) for side in "ab"]
    if seats is None or one is None or other is None or not seats < one + other <= 2 * seats:
        return
    if max(one, other) <= seats:
        yield (
            Span(*votes[0].span()),
            f"That makes {one + other} votes in a house of {seats}: check the figures.",
        )


def _margins(line: Line) -> Iterator[tuple[Span, str]]:
    counts = whole_numbers(line.figures)
    for told in counts:
        match = _MARGIN.search(line.text[: told.span.start])
        if (
            match is None
            or not told.exact
            or re.match(r"\s?(?:%|per\s)", line.text[told.span.end :])
        ):
            continue
        votes = [c for c in counts if c.span.end <= match.start() and c.exact]
        if len(votes) < 2 or not _VOTES.search(line.text[: match.start()]):
            continue
        values = [v.value for v in votes]
        gaps = {abs(a - b) for a, b in itertools.combinations(values, 2)}
        gaps |= {abs(2 * a - b) for a in values for b in values}
        if told.value in gaps or told.value in values:
            continue
        first, second = sorted(values, reverse=True)[:2]
        if first - second > 0 and told.value < 5 * (first - second) + 5:
            yield (
                Span(match.start("whole"), told.span.end),
                f"By the votes given it is {int(first - second)}: check both.",
            )


def _thresholds(line: Line) -> Iterator[tuple[Span, str]]:
    for match in shares_in(line.text):
        way = _SHORT.search(line.text[: match.start()])
        plain = re.sub(
            r"\b(?:over|under|below|above|(?:more|less|fewer)\sthan)\s", "", match["share"]
        )
        bare = next((m for m in shares_in(plain) if not m.start()), None)
        share = share_of(bare) if bare is not None and not match["most"] else None
        hedge = match["hedge"] or ""
        if share is None or (way is None and not hedge):
            continue
        votes = [c for c in whole_numbers(line.figures) if c.span.end <= match.start() and c.exact]
        pair = _sides(line.text, votes)
        if pair is None:
            continue
        said = (way["way"] if way else hedge).lower()
        real = pair[0].value / (pair[0].value + pair[1].value)
        told = (share.low + share.high) / 2
        less = said.endswith(("short of", "below", "under", "less than"))
        more = said.endswith(("above", "over", "more than"))
        if (less and real > told) or (more and real < told):
            start = way.start("whole") if way else match.start("share")
            yield (
                Span(start, match.end("share")),
                f"The vote makes {float(real * 100):.3g} percent: check the figures.",
            )


def _sides(text: str, votes: list[Sum]) -> tuple[Sum, Sum] | None:
    """Return those for and those against, where a sentence gives no other figures before."""
    if len(votes) != 2 or votes[0].value + votes[1].value < 5:
        return None
    gap = text[votes[0].span.end : votes[1].span.start]
    after = text[votes[1].span.end : votes[1].span.end + 30]
    if re.fullmatch(r"(?:\svotes)?\sto\s", gap):
        return votes[0], votes[1]
    if re.search(r"\b(?:back|support|approv|accept|for\b|favour|yes)", gap) and re.match(
        r"(?:\s[a-z]+)?\s(?:did\snot|against|oppos|reject|no\b|voted\sagainst)", after
    ):
        return votes[0], votes[1]
    return None


_DISSENT = LazyRegex(
    r"\b(?P<n>one|two|three|four|five|six|\d{1,2})(?:\sof\sthe\s(?P<of>five|seven|nine|three|eleven|\d{1,2}))?"
    r"(?:\s[a-z]+)?\s(?:dissented|dissenting|voted\sagainst|dissenters)\b|\b[Tt]he\s(?P<n2>two|three|four|five)\sdissent(?:ing|ers)\b"
)
_SCORE = LazyRegex(
    r"\b(?P<a>one|two|three|four|five|six|seven|eight|nine|\d{1,3})(?:\sto\s|[-–])"
    r"(?P<b>none|one|two|three|four|five|six|seven|eight|nine|\d{1,3})\b"
)
_RULED = LazyRegex(r"\b(?:rul(?:ed|ing)|voted?|decid\w+|upheld|judgment|decision|split)\b")


def dissent_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield "Two of the five judges dissented, which made the ruling 4-1"."""
    match = _DISSENT.search(line.text)
    if match is None:
        return
    against = count(match["n"] or match["n2"])
    texts = [line.text, *(b.text for b in line.before[-1:])]
    for where, text in enumerate(texts):
        score = _SCORE.search(text)
        if score is None or not _RULED.search(text):
            continue
        one, two = count(score["a"]), 0 if score["b"] == "none" else count(score["b"])
        if one is None or two is None or against is None or against in (one, two) or one + two > 30:
            return
        if where == 0 and score.start() > match.end():
            yield Span(*score.span()), f"{against} were against: check which is right."
        else:
            yield Span(*match.span()), f"The vote was {score[0]}: check which is right."
        return
