"""Small rules and a reading for tests of everything above rules."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from newslint.finding import Problem, Severity
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Parse, ParseRequest
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.rule import Rule
from newslint.span import Span


class Word(Rule):
    """Reports a word wherever it stands."""

    id: str = "words.bad"
    message: str = "Find another word for %s."
    severity: Severity = Severity.ERROR
    word: str = "bad"

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each place of the word."""
        for match in re.finditer(rf"\b{self.word}\b", reading.text):
            yield self.problem(Span(*match.span()), self.word)


class Fixed(Rule):
    """Yields what it was given."""

    id: str = "words.fixed"
    message: str = "Here."
    problems: tuple[Problem, ...] = ()

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the given problems."""
        yield from self.problems


class Raising(Rule):
    """Fails after its first problem."""

    id: str = "words.raising"
    message: str = "Here."

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem, then raise."""
        yield self.problem(Span(0, 1))
        raise ZeroDivisionError("no such luck")


class Undeclared(Rule):
    """Asks for sentences without saying so."""

    id: str = "words.undeclared"
    message: str = "Here."

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first sentence."""
        yield self.problem(reading.sentences[0].span)


class NoAnalyser:
    """Stands for the language model where no rule needs it."""

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        """Fail: nobody should ask."""
        raise AssertionError("no rule of this test needs a parse")

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        """Fail: nobody should ask."""
        raise AssertionError("no rule of this test needs grammar")


def read(source: str, path: str = "story.md", date: datetime.date | None = None) -> Reading:
    """Return the reading of an article, without a language model."""
    return Reading(parse_article(source, path), NoAnalyser(), date=date)
