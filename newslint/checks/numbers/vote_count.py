"""numbers.vote-count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_SCORE = LazyRegex(
    r"(?<![\w$£€.,:/-])(?P<for>\d{1,3})(?:\s?[-–—]\s?|\sto\s|\svotes\sto\s)(?P<against>\d{1,3})"
    r"(?:\s?[-–—]\s?(?P<abstained>\d{1,2}))?(?![\w%]|[.,:/-]\d|[-–]\d)"
)
_VOTE = LazyRegex(
    r"\b(?:vot(?:e|es|ed|ing)|ballot|motion|resolution|rejected|approved|passed|adopted|backed"
    r"|defeated|carried|overrid(?:e|den)|in\sfavou?r)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:councillors?|council|board|committee|commission|panel|senate|jury|court|assembly|cabinet"
    r"|parliament|trustees|bench|chamber|legislature|members?|lawmakers|commissioners|aldermen)"
)
_SIZE = LazyRegex(
    rf"\b(?P<n>\d{{1,3}}|[a-z]+)-(?:member|strong|seat|person|judge|man|woman)\s(?:[\w’'-]+\s){{0,3}}?"
    rf"(?P<body>{_BODY})\b|\ball\s(?P<all>\d{{1,3}}|[a-z]+)\s(?:\w+\s)?(?P<all_body>{_BODY})\b"
    rf"|\b(?P<body_first>council|board|committee|commission|panel|senate|jury|assembly|cabinet)"
    rf"(?:’s|'s|\shas|\sof)\s(?P<of>\d{{1,3}}|[a-z]+)\s(?:members|seats|councillors|judges|people)\b",
    re.IGNORECASE,
)
_NO_BALLOT = LazyRegex(
    r"\b(?:win|won|lost|lead|led|game|match|score|season|record|series|half|beat|odds|aged?|years"
    r"|percent|poll(?:s|ed)?|chapter|pages?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Vote:
    span: Span
    text: str
    cast: int


class VoteCount(Rule):
    """Count the votes: a council of nine cannot vote 7-4.

    Reported is a vote in which more votes were cast than the body has members, where the
    story names one body and one size.
    """

    id: str = "numbers.vote-count"
    message: str = "“%s” makes %s votes, but there are %s members: check the count."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"sentences"})
    examples: ClassVar = (
        Example("The nine-member council voted [[7-4]] on Monday to shut the bridge."),
        Example("The board voted [[8-3]] to shut the bridge. All 10 members of it were there."),
        Example("The 11-member council voted 7-4 on Monday to shut the bridge."),
        Example("The nine-member council voted 6-2 to shut the bridge, with one abstention."),
        Example("The nine-member council met. The town's team won 7-4, a vote of confidence."),
        Example("The nine-member council voted 5-4. The 40-member assembly voted 30-10."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each vote that is larger than its body."""
        sizes: dict[int, Span] = {}
        votes: list[_Vote] = []
        for sentence in reading.sentences_with(_SIZE, _VOTE):
            text = sentence.span.cut(reading.text)
            for match in _SIZE.finditer(text):
                size = _number(match["n"] or match["all"] or match["of"])
                if size is not None and size > 2:
                    sizes.setdefault(size, Span(*match.span()).shifted(sentence.span.start))
            if _VOTE.search(text) and not _NO_BALLOT.search(text):
                for match in _SCORE.finditer(text):
                    cast = sum(int(n) for n in match.groups() if n is not None)
                    place = Span(*match.span()).shifted(sentence.span.start)
                    votes.append(_Vote(place, match[0], cast))
        if len(sizes) != 1:
            return
        (size, place), *_ = sizes.items()
        for vote in votes:
            if size < vote.cast <= 3 * size:
                related = (Related(place, f"{size} members here"),)
                yield self.problem(vote.span, vote.text, str(vote.cast), str(size), related=related)


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    found = find_quantities(f"{written} members")
    value = found[0].value if found else None
    return int(value) if value is not None and value.denominator == 1 else None
