"""`extends: capitalization`: how headlines and headings use capital letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from newslint.finding import Problem
from newslint.patterns.exceptions import check_exceptions, exceptions
from newslint.patterns.pattern import Pattern
from newslint.patterns.regexes import Expression, compiled, matches, unread
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import words

_WORD = unread(r"[\p{L}\p{N}][\p{L}\p{N}'’]*(?:-[\p{L}\p{N}'’]+)*")
_NAMED = frozenset({"$title", "$sentence", "$lower", "$upper"})


class Capitalization(Pattern):
    """Reports text whose capital letters do not follow `match`.

    `match` is `$title`, `$sentence`, `$lower`, `$upper`, or a regular expression for the
    whole stretch. A word that is written as in `exceptions` is right. `threshold` is the share
    of words that must be right. `prefix` is left out of account. After one of `indicators`
    (a colon, say) a capital letter is right in a sentence. The message's `%s` is the text.
    """

    match: str = Field(min_length=1, description="The form to follow.")
    style: Literal["AP", "Chicago"] = Field("AP", description="Which words a title leaves small.")
    exceptions: tuple[str, ...] = Field((), description="Words that keep their own form.")
    indicators: tuple[str, ...] = Field((), description="Marks after which a capital is right.")
    prefix: str = Field("", description="A regular expression to skip at the beginning.")
    threshold: float = Field(0.8, ge=0, le=1, description="The share of words that must fit.")

    @model_validator(mode="after")
    def _usable(self) -> Self:
        _ = self.expression, self.start
        check_exceptions(self.exceptions)
        return self

    @cached_property
    def expression(self) -> Expression | None:
        """The form, if it is an expression of the author's own."""
        return None if self.match in _NAMED else compiled(self.match, "match")

    @cached_property
    def start(self) -> Expression | None:
        """The expression of `prefix`."""
        return compiled(rf"\A(?:{self.prefix})", "prefix") if self.prefix else None

    @cached_property
    def spared(self) -> Expression | None:
        """The expression that matches words with a form of their own."""
        return exceptions(self.exceptions)

    def found(self, reading: Reading) -> Iterator[Problem]:
        """Yield each stretch that does not follow the form."""
        quotations = () if self.quotations else reading.quotations.outer
        for unit in self.units(reading):
            span = unit.span(0, len(unit.text))
            if any(q.span.covers(span) for q in quotations):
                continue
            text = unit.text
            skipped = next(matches(self.start, text), None) if self.start else None
            if skipped:
                text = text[skipped.end() :]
            if text.strip() and not self._fits(text):
                yield self.problem(span, unit.text, in_source=unit.in_source)

    def _fits(self, text: str) -> bool:
        if self.expression is not None:
            return any(match.span() == (0, len(text)) for match in matches(self.expression, text))
        if self.match == "$lower":
            return text == text.lower()
        if self.match == "$upper":
            return text == text.upper()
        own = [Span(*m.span()) for m in matches(self.spared, text)] if self.spared else []
        found = list(matches(_WORD, text))
        right = 0
        for index, match in enumerate(found):
            edge = index == 0 or (self.match == "$title" and index == len(found) - 1)
            right += any(span.overlaps(Span(*match.span())) for span in own) or self._right(
                match[0], edge, text[: match.start()].rstrip()
            )
        return not found or right / len(found) > self.threshold or right == len(found)

    def _right(self, word: str, edge: bool, before: str) -> bool:
        """Return whether one word has the capitals it should; names cannot be told apart."""
        first = word[0]
        if not first.isalpha() or word[1:] != word[1:].lower():
            return True  # a number, or a word such as NATO or iPhone that has its own form
        if self.match == "$sentence":
            after_mark = before.endswith(self.indicators) if self.indicators else False
            return first.isupper() if edge else not first.isupper() or after_mark
        small = word in words("newslint.patterns", "title_words.yml", self.style)
        return first.isupper() or (small and not edge)
