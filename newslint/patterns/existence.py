"""`extends: existence`: words or expressions that should not be there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Self

from pydantic import Field, ValidationInfo, model_validator

from newslint.finding import Problem
from newslint.patterns.alternatives import Alternatives
from newslint.patterns.exceptions import check_exceptions, exempting, unspared
from newslint.patterns.pattern import Pattern
from newslint.patterns.regexes import (
    Expression,
    alternation,
    compiled,
    in_order,
    is_trusted,
    joined,
    unread,
)
from newslint.reading import Reading


class Existence(Pattern):
    """Reports each match of `tokens`, of `raw`, or of both in a row.

    `tokens` are joined by "or", at word boundaries unless `nonword`; `raw` is written down as
    it is, before the tokens or, with `append`, after them. An exception spares every match
    that it overlaps: `sanctions regime` spares `regime` in that phrase. The message's `%s` is
    the match.
    """

    about_words: ClassVar[bool] = True
    reach: ClassVar = "block"

    tokens: tuple[str, ...] = Field((), description="Regular expressions, any of which counts.")
    raw: tuple[str, ...] = Field((), description="Regular expressions, joined as they are.")
    nonword: bool = Field(False, description="Whether tokens may match inside words.")
    append: bool = Field(False, description="Whether `raw` follows the tokens.")
    ignorecase: bool = Field(False, description="Whether capital letters do not matter.")
    exceptions: tuple[str, ...] = Field((), description="What is not meant.")

    @model_validator(mode="after")
    def _usable(self, info: ValidationInfo) -> Self:
        if not self.tokens and not self.raw:
            raise ValueError("give tokens or raw: this rule looks for nothing")
        if not is_trusted(info):  # a bad one is to show when the rule is loaded
            compiled("".join(self.raw), "raw", ignorecase=self.ignorecase)
            alternation(self.tokens, "tokens", ignorecase=self.ignorecase)
            compiled(self.expression.pattern, ignorecase=self.ignorecase)
            check_exceptions(self.exceptions)
        return self

    @cached_property
    def expression(self) -> Expression:
        """The one expression that finds everything."""
        raw = "".join(self.raw)
        words = joined(self.tokens)
        if words:
            words = f"(?:{words})" if self.nonword else rf"\b(?:{words})\b"
        return unread(words + raw if self.append else raw + words, ignorecase=self.ignorecase)

    @cached_property
    def alternatives(self) -> Alternatives:
        """The same, token by token; what `raw` says belongs to all of them."""
        if self.raw:
            return Alternatives((self.expression,), lambda: self.expression)
        whole = "(?:%s)" if self.nonword else r"\b(?:%s)\b"
        parts = (whole.replace("%s", token) for token in in_order(self.tokens))
        return Alternatives(
            tuple(unread(part, ignorecase=self.ignorecase) for part in parts),
            lambda: self.expression,
        )

    @cached_property
    def spared(self) -> Alternatives | None:
        """What is not meant, longest first."""
        return exempting(self.exceptions)

    def found(self, reading: Reading) -> Iterator[Problem]:
        """Yield each match that is not an exception."""
        for unit, _, match, span in unspared(self, reading, self.alternatives, self.spared):
            fix = self.replacement(unit, *match.span(), self.action.params)
            yield self.problem(span, match[0], fix=fix, in_source=unit.in_source)
