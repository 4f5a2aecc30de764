"""grammar.tense."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.mixed_tense import mixed_tense, will_after_past
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_HAVE = frozenset({"has", "have"})
_UNITS = frozenset({"night", "week", "weekend", "month", "year", "spring", "summer", "autumn",
                    "fall", "winter", "monday", "tuesday", "wednesday", "thursday", "friday",
                    "saturday", "sunday"})  # fmt: skip
_TO_NOW = frozenset({"since", "until", "till", "from", "between", "for", "over", "in", "during",
                     "within", "than", "as", "after", "before", "and", "or", "both", "not",
                     "only", "including", ",", "(", "—", "–"})  # fmt: skip
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                       "sunday"})  # fmt: skip
_DIGITS = 4  # of a year
#: What is done now for a day to come: "has been scheduled on Friday".
_PLANNING = frozenset({"announce", "arrange", "book", "call", "expect", "fix", "plan", "schedule",
                       "set", "slate", "time"})  # fmt: skip
_GOING_ON = frozenset({"and", "or", "but", "to", "through", "-", "–", "—", "/", "until"})
_MIXED = "“%s” does not go with “%s”: let both be in the tense of what is told."


class Tense(Rule):
    """Do not mix two tenses in what is told once.

    "Has resigned yesterday" mixes two versions: "has resigned", and "resigned yesterday". A
    time that is over asks for the plain past. So does "last week the council approves"; and
    after "if" stands "had", not "would have".
    """

    id: str = "grammar.tense"
    message: str = "“%s” does not go with “%s”, which is over: write the plain past."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = ("https://www.gov.uk/guidance/style-guide/a-to-z",)
    examples: ClassVar = (
        Example("The mayor [[has resigned]] last week after a dispute."),
        Example("The firms [[have sold]] the mill yesterday."),
        Example(
            "Last week the board [[approves]] the plan. He was asleep when the tree [[falls]]."
        ),
        Example("If the bridge [[would have]] been shut, she would have stayed."),
        Example(
            "The court [[has ruled]] on Friday that the mill may run. It [[has shut]] in 1998."
        ),
        Example("The fair has been set on Friday. The mill has run in 1998 and 2004."),
        Example("In 2014 the firm [[buys]] the mill and closed it."),
        Example("The firm [[is making]] rope since 1936. Since 1936 it has made rope."),
        Example(
            "They had hoped that the ferry [[will run]] until May. She said he was ill and that he"
            " [[will go]]. When she came back the car [[has been stolen]]."
        ),
        Example("He said he will stand again. When it rained they stayed in."),
        Example("Last week's vote approves the plan. She was to leave when the mill shuts."),
        Example("If she would wait, they would help. The film opens in 1914 and closed in May."),
        Example("The mayor has been ill since last week, and has spent the last year in bed."),
        Example("The mill, shut last year, has been sold. He has said that it closed yesterday."),
        Example("The mayor had resigned last week. He has, as he did last year, won."),
        Example('"The mayor has resigned yesterday," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at "has" and its verb where a finished time goes with them."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for verb in tokens:
                mixed = mixed_tense(tokens, verb) or will_after_past(tokens, verb)
                if mixed is not None and is_writers_own(reading, mixed[0]):
                    place, time = mixed
                    yield self.problem(
                        place,
                        _plain(reading, place),
                        _plain(reading, time),
                        message=_MIXED,
                    )
                    continue
                helper = _perfect(verb)
                over = _finished_time(tokens, verb) if helper is not None else None
                if helper is None or over is None:
                    continue
                place = Span(helper.start, verb.end)
                if is_writers_own(reading, Span(helper.start, over.end)):
                    yield self.problem(place, _plain(reading, place), _plain(reading, over))


def _plain(reading: Reading, place: Span) -> str:
    return " ".join(place.cut(reading.text).split())


def _perfect(verb: Token) -> Token | None:
    """Return the "has" of "has resigned"."""
    if verb.tag != "VBN":
        return None
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass") and c.i < verb.i]
    if not helpers or helpers[0].lower not in _HAVE:
        return None
    return helpers[0] if verb.i - helpers[0].i <= len(helpers) + 1 else None


def _finished_time(tokens: tuple[Token, ...], verb: Token) -> Span | None:
    """Return the place of a "yesterday" or "last week" that goes with a verb."""
    for child in verb.children:
        first = tokens[child.i - 1]
        if child.i < verb.i or child.sentence != verb.sentence:
            continue
        if any(
            t.lower in _TO_NOW or t.tag in ("VBD", "VBP", "VBZ")
            for t in tokens[verb.i + 1 : child.i]
        ):
            continue
        if child.lower == "yesterday" and child.dep in ("npadvmod", "advmod"):
            return child.span
        if child.lower in ("in", "on") and child.i == verb.i + 1:
            day = _day_told(tokens, child)
            if day is not None and verb.lemma not in _PLANNING:
                return Span(child.start, day.end)
        if child.lower in _UNITS and child.dep == "npadvmod" and _is_last(tokens, first):
            return Span(first.start, child.end)
    return None


def _day_told(tokens: tuple[Token, ...], preposition: Token) -> Token | None:
    """Return the day of "on Friday", or the year of "in 1998", that ends its phrase."""
    day, after = (
        tokens[k] if k < len(tokens) else None for k in range(preposition.i + 1, preposition.i + 3)
    )
    if day is None or (
        after is not None and (after.lower in _GOING_ON or after.tag.startswith(("NN", "POS")))
    ):
        return None
    weekday = preposition.lower == "on" and day.lower in _WEEKDAYS
    year = preposition.lower == "in" and day.text.isdecimal() and day.text[:2] in ("18", "19", "20")
    return day if weekday or (year and len(day.text) == _DIGITS) else None


def _is_last(tokens: tuple[Token, ...], last: Token) -> bool:
    """Return whether "last" stands alone: "spent the last week" is no time that is over."""
    return last.lower == "last" and tokens[last.i - 1].tag not in ("DT", "PRP$", "POS")
