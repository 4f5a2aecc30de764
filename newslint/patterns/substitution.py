"""`extends: substitution`: words for which there is a better one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Self

import regex
from pydantic import Field, ValidationInfo, model_validator

from newslint.finding import Problem
from newslint.patterns.alternatives import Alternatives
from newslint.patterns.exceptions import check_exceptions, exempting, unspared
from newslint.patterns.pattern import Pattern
from newslint.patterns.regexes import (
    Expression,
    Match,
    PatternError,
    compiled,
    is_trusted,
    scoped,
    unread,
    without_groups,
)
from newslint.reading import Reading

#: A look-behind, which may hold groups, classes and escapes, and the letters that follow it; the
#: last of them is left out, for it may be optional.
_LOOK_BEHIND = regex.compile(
    r"\(\?<[=!](?:[^()\[\]\\]|\\.|\[[^\]]*\]|(?<group>\((?:[^()\[\]\\]|\\.|\[[^\]]*\]|(?&group))*\)))*\)"
    r"(?<letters>[a-z]+)(?=[a-z])"
)
#: A group with all that is in it, a class, or an escape.
_BRACKETS = regex.compile(r"\\.|\[[^\]]*\]|(\((?:[^()\[\]\\]|\\.|\[[^\]]*\]|(?1))*\))")


class Substitution(Pattern):
    """Reports each match of a key of `swap`, and offers its value.

    Longer keys go first; groups in keys do not capture. `a|b` as a value offers both. A match
    that already equals its value is right. The message's first `%s` is the value, its second
    the match. `capitalize` passes the match's capital letter on to the value.
    """

    about_words: ClassVar[bool] = True
    reach: ClassVar = "block"

    swap: Mapping[str, str] = Field(description="What is found: what to write.")
    nonword: bool = Field(False, description="Whether keys may match inside words.")
    ignorecase: bool = Field(False, description="Whether capital letters do not matter.")
    capitalize: bool = Field(False, description="Whether to keep a capital first letter.")
    exceptions: tuple[str, ...] = Field((), description="What is not meant.")

    @model_validator(mode="after")
    def _usable(self, info: ValidationInfo) -> Self:
        if not self.swap:
            raise PatternError("the swap is empty: this rule looks for nothing", "swap")
        if not is_trusted(info):  # a bad one is to show when the rule is loaded
            for key in self.swap:
                compiled(key, "swap", key, ignorecase=self.ignorecase)
            compiled(self.expression.pattern, "swap", ignorecase=self.ignorecase)
            check_exceptions(self.exceptions)
        return self

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys, longest first: the n-th is the n-th group of the expression."""
        return tuple(sorted(self.swap, key=len, reverse=True))

    @cached_property
    def expression(self) -> Expression:
        """One expression with one group for each key."""
        body = "|".join(f"({_literal_first(without_groups(scoped(key)))})" for key in self.keys)
        body = f"(?:{body})" if self.nonword else rf"\b(?:{body})\b"
        return unread(body, ignorecase=self.ignorecase)

    @cached_property
    def alternatives(self) -> Alternatives:
        """The same, key by key."""
        whole = "(%s)" if self.nonword else r"\b(%s)\b"
        parts = (whole.replace("%s", without_groups(scoped(key))) for key in self.keys)
        return Alternatives(
            tuple(unread(part, ignorecase=self.ignorecase) for part in parts),
            lambda: self.expression,
        )

    @cached_property
    def spared(self) -> Alternatives | None:
        """What is not meant, longest first."""
        return exempting(self.exceptions)

    def found(self, reading: Reading) -> Iterator[Problem]:
        """Yield each match that differs from what to write."""
        for unit, number, match, span in unspared(self, reading, self.alternatives, self.spared):
            observed = match[0].strip()
            words = self.expected(match, number)
            if not self._same(observed, words):
                yield self.problem(
                    span,
                    self._joined(words),
                    observed,
                    fix=self.replacement(unit, *match.span(), words),
                    in_source=unit.in_source,
                )

    def expected(self, match: Match, number: int | None = None) -> tuple[str, ...]:
        """Return what may be written instead of `match`, of the key with this number."""
        key = self.keys[(match.lastindex or 1) - 1 if number is None else number]
        words = self.action.params or tuple(self.swap[key].split("|"))
        if self.capitalize and match[0][:1].isupper():
            words = tuple(word[:1].upper() + word[1:] for word in words)
        return words

    def _same(self, observed: str, words: tuple[str, ...]) -> bool:
        if self.ignorecase and not self.capitalize:
            return observed.lower() in {word.lower() for word in words}
        return observed in words

    def _joined(self, words: tuple[str, ...]) -> str:
        """Join alternatives so that each stands in the quotation marks of the message."""
        first = self.message.find("%s")
        mark = self.message[first - 1 : first] if first > 0 else ""
        close = {"'": "'", '"': '"', "‘": "’", "“": "”"}.get(mark, "")
        separators = (f"{close}, {mark}", f"{close} or {mark}") if close else (", ", " or ")
        head, last = words[:-1], words[-1]
        return separators[1].join(filter(None, (separators[0].join(head), last))) if head else last


def _literal_first(key: str) -> str:
    r"""Return the key with its first letters looked for before what must stand ahead of them.

    `(?<=\b(?:on|at) )trail` becomes `(?=trai)(?<=\b(?:on|at) )trail`, which matches the same:
    most places fail at the letter, and never try the costly look-behind. A key of another
    shape is returned as it is.
    """
    if not key.startswith(("(?<=", "(?<!")):
        return key
    found = _LOOK_BEHIND.match(key)
    letters = found["letters"] if found is not None else ""
    return f"(?={letters}){key}" if letters and not _has_choice(key) else key


def _has_choice(key: str) -> bool:
    """Return whether a `|` stands outside all brackets, or might."""
    return "|" in _BRACKETS.sub("", key)
