"""`extends: conditional`: where there is one thing, another must be too."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from newslint.finding import Problem
from newslint.patterns.exceptions import check_exceptions, exceptions
from newslint.patterns.pattern import Pattern, clear_of
from newslint.patterns.regexes import Expression, PatternError, compiled, matches
from newslint.reading import Reading


class Conditional(Pattern):
    r"""Reports a match of `first` that no group of `second` catches anywhere in the article.

    With `first: \b([A-Z]{3,})\b` and `second: \(([A-Z]{3,})\)` every abbreviation must be
    explained once. The message's `%s` is the match; only its first use is reported.
    """

    first: str = Field(min_length=1, description="What asks for the other.")
    second: str = Field(min_length=1, description="What answers it, in a group.")
    ignorecase: bool = Field(False, description="Whether capital letters do not matter.")
    exceptions: tuple[str, ...] = Field((), description="What needs no answer.")

    @model_validator(mode="after")
    def _usable(self) -> Self:
        _ = self.expression  # so that a bad one shows when the rule is loaded
        check_exceptions(self.exceptions)
        if not self.answer.compiled.groups:
            raise PatternError("needs a group in ( ) for what it answers", "second")
        return self

    @cached_property
    def expression(self) -> Expression:
        """What asks."""
        return compiled(self.first, "first", ignorecase=self.ignorecase)

    @cached_property
    def answer(self) -> Expression:
        """What answers."""
        return compiled(self.second, "second", ignorecase=self.ignorecase)

    @cached_property
    def spared(self) -> Expression | None:
        """The expression that matches what needs no answer."""
        return exceptions(self.exceptions)

    def found(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first use of everything that is never answered."""
        skipped = self.skipped(reading)
        units = list(self.units(reading))
        done = {
            self._folded(group)
            for unit in units
            for match in matches(self.answer, unit.text)
            for group in match.groups()
            if group
        }
        for unit in units:
            for match in matches(self.expression, unit.text):
                span = unit.span(*match.span())
                word = self._folded(match[0])
                if word in done or not (unit.in_source or clear_of(span, skipped)):
                    continue
                if self.spared is None or not any(matches(self.spared, match[0])):
                    done.add(word)
                    yield self.problem(span, match[0], in_source=unit.in_source)

    def _folded(self, word: str) -> str:
        return word.lower() if self.ignorecase else word
