"""`extends: consistency`: two ways to write one thing, mixed in one article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Self

from pydantic import Field, model_validator

from newslint.finding import Problem, Related
from newslint.patterns.pattern import Pattern, clear_of
from newslint.patterns.regexes import Expression, PatternError, compiled, matches, may_match, scoped
from newslint.reading import Reading
from newslint.span import Span


class Consistency(Pattern):
    """Reports the second of two spellings where an article uses both.

    Each key of `either` and its value are a pair; the spelling that comes first in the
    article is taken as the writer's. The message's first `%s` is what was found, its second
    what came first.
    """

    about_words: ClassVar[bool] = True

    either: Mapping[str, str] = Field(description="Pairs of which an article should use one.")
    nonword: bool = Field(False, description="Whether they may match inside words.")
    ignorecase: bool = Field(False, description="Whether capital letters do not matter.")
    once: bool = Field(
        False, description="Whether to report only the first use that differs, for each pair."
    )

    @model_validator(mode="after")
    def _usable(self) -> Self:
        if not self.either:
            raise PatternError("there are no pairs: this rule looks for nothing", "either")
        _ = self.expressions  # so that a bad one shows when the rule is loaded
        return self

    @cached_property
    def expressions(self) -> tuple[tuple[Expression, Expression], ...]:
        """The two expressions of each pair."""
        return tuple(
            (self._whole(one, one), self._whole(other, one)) for one, other in self.either.items()
        )

    def found(self, reading: Reading) -> Iterator[Problem]:
        """Yield each use of the spelling that came second, pair by pair."""
        units = [unit for unit in self.units(reading) if not unit.in_source]
        for pair in self.expressions:
            uses: list[tuple[Span, int]] = []
            for side, expression in enumerate(pair):
                for unit in units if may_match(expression, reading.text) else ():
                    spans = (unit.span(*match.span()) for match in matches(expression, unit.text))
                    uses += [
                        (span, side) for span in spans if clear_of(span, self.skipped(reading))
                    ]
            uses.sort()
            for span, side in uses:
                first, first_side = uses[0]
                if side != first_side and not span.overlaps(first):
                    yield self.problem(
                        span,
                        span.cut(reading.text),
                        first.cut(reading.text),
                        related=(Related(first, "written differently here"),),
                    )
                    if self.once:
                        break

    def _whole(self, source: str, key: str) -> Expression:
        body = scoped(source)
        body = f"(?:{body})" if self.nonword else rf"\b(?:{body})\b"
        return compiled(body, "either", key, ignorecase=self.ignorecase)
