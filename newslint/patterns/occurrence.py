"""`extends: occurrence`: too many, or too few, of something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Self

from pydantic import Field, model_validator

from newslint.finding import Problem
from newslint.patterns.pattern import Pattern, clear_of
from newslint.patterns.regexes import Expression, compiled, matches, most
from newslint.reading import Reading
from newslint.span import Span


class Occurrence(Pattern):
    """Reports a stretch in which `token` occurs more than `max` or less than `min` times.

    The place is from the first occurrence to the last, or the whole stretch if there is none.
    The message's first `%s` is the number found, its second the limit.
    """

    reach: ClassVar = "block"

    token: str = Field(min_length=1, description="The regular expression to count.")
    max: int = Field(0, ge=0, description="The most that is right; 0 for no limit.")
    min: int = Field(0, ge=0, description="The least that is right.")
    ignorecase: bool = Field(False, description="Whether capital letters do not matter.")

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if not self.max and not self.min:
            raise ValueError("give max or min: this rule never reports anything")
        _ = self.expression  # so that a bad one shows when the rule is loaded
        return self

    @cached_property
    def expression(self) -> Expression:
        """What is counted."""
        return compiled(self.token, "token", ignorecase=self.ignorecase)

    def found(self, reading: Reading) -> Iterator[Problem]:
        """Yield each stretch with a wrong number of occurrences."""
        for unit in self.units(reading):
            if not self.min and most(self.expression, unit.text) <= self.max:
                continue
            skipped = self.skipped(reading)
            spans = [unit.span(*match.span()) for match in matches(self.expression, unit.text)]
            if not unit.in_source:
                spans = [span for span in spans if clear_of(span, skipped)]
            count = len(spans)
            if (self.max and count > self.max) or count < self.min:
                place = (
                    Span(spans[0].start, spans[-1].end) if spans else unit.span(0, len(unit.text))
                )
                limit = self.max if self.max and count > self.max else self.min
                yield self.problem(place, str(count), str(limit), in_source=unit.in_source)
