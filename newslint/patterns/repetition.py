"""`extends: repetition`: the same thing twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Self

from pydantic import Field, model_validator

from newslint.finding import Problem
from newslint.patterns.pattern import Pattern, clear_of
from newslint.patterns.regexes import Expression, PatternError, alternation, compiled, matches
from newslint.reading import Reading
from newslint.span import Span


class Repetition(Pattern):
    """Reports a match of `tokens` that repeats the one before it more than `max` times.

    `alpha` leaves out what is not made of letters. The place is from the one to the other;
    the message's `%s` is what is repeated.
    """

    reach: ClassVar = "block"

    tokens: tuple[str, ...] = Field(description="Regular expressions that make up the items.")
    max: int = Field(0, ge=0, description="How many repetitions in a row are right.")
    alpha: bool = Field(False, description="Whether only letters count.")
    ignorecase: bool = Field(False, description="Whether capital letters do not matter.")

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if not self.tokens:
            raise PatternError("there are no tokens: this rule looks for nothing", "tokens")
        _ = self.expression  # so that a bad one shows when the rule is loaded
        return self

    @cached_property
    def expression(self) -> Expression:
        """One expression for all items."""
        body = alternation(self.tokens, "tokens", ignorecase=self.ignorecase)
        return compiled(body, "tokens", ignorecase=self.ignorecase)

    def found(self, reading: Reading) -> Iterator[Problem]:
        """Yield each repetition beyond `max`, from the first item to the last."""
        skipped = self.skipped(reading)
        for unit in self.units(reading):
            run: list[Span] = []
            last = ""
            for match in matches(self.expression, unit.text):
                word = match[0].strip()
                span = unit.span(*match.span())
                same = bool(word) and self._folded(word) == self._folded(last)
                run = [*run, span] if same and (word.isalpha() or not self.alpha) else [span]
                last = word
                if len(run) - 1 > self.max:
                    place = Span(run[0].start, span.end)
                    if unit.in_source or clear_of(place, skipped):
                        yield self.problem(place, word, in_source=unit.in_source)
                    run = [span]

    def _folded(self, word: str) -> str:
        return word.lower() if self.ignorecase else word
