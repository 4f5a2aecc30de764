"""Regular expressions written by rule authors: compiled once, run under a time limit.

The dialect is that of the `regex` package, which takes what Vale's own engine takes:
look-behind of any width and flags inside a pattern.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import regex
from pydantic import ValidationInfo

from newslint.errors import NewslintError
from newslint.language.literals import ignores_case, requirements
from newslint.language.sieve import Sieve

#: Seconds that one pattern may spend on one block of text, if it is of ordinary length.
TIME_LIMIT = 1.0
#: Characters for which that is plenty; a longer block has as much more time.
_ORDINARY = 50_000

#: The key in the context of a validation that says that a rule comes with newslint.
TRUSTED = "trusted"

#: From this many words on, an alternation is folded into a prefix tree.
_MANY = 40

Match: TypeAlias = "regex.Match[str]"
_Tree: TypeAlias = "dict[str, _Tree]"

_LITERAL = regex.compile(r"[\w '’,-]+")
_FLAGS = regex.compile(r"\(\?([imsx]+)\)")
_GROUP = regex.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?P?<(?![=!])\w+>", regex.DOTALL)


@dataclass(frozen=True)
class Expression:
    """A regular expression, compiled when it is first searched for.

    Most find nothing in an article, which a few quick looks show without it.
    """

    pattern: str
    flags: int

    @cached_property
    def ignores_case(self) -> bool:
        """Whether capital letters do not matter, in some part at least."""
        return bool(self.flags & regex.IGNORECASE) or ignores_case(self.pattern)

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Sets of words of each of which there is one in or around a match.

        They are case-folded if capital letters do not matter.
        """
        return requirements(self.pattern, exact=not self.ignores_case)

    @cached_property
    def sieve(self) -> Sieve:
        """What no text gets through in which nothing can be found."""
        return Sieve(self.needed, exact=not self.ignores_case)

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The expression, ready to search with.

        Raises:
            regex.error: if it is none.
        """
        with warnings.catch_warnings():
            # "[[" is an ordinary set here; the warning is about a later version of `regex`.
            warnings.simplefilter("ignore", FutureWarning)
            return regex.compile(self.pattern, self.flags)


class PatternError(ValueError):
    """A pattern that cannot be used. `where` is the path of the key in the rule file."""

    def __init__(self, message: str, *where: str | int) -> None:
        """Hold what is wrong and under which key."""
        super().__init__(message)
        self.where = where


def compiled(source: str, *where: str | int, ignorecase: bool = False) -> Expression:
    """Return `source` as a regular expression; `^` and `$` also match at line ends.

    Raises:
        PatternError: if it is not one; `where` is passed on.
    """
    expression = unread(source, ignorecase=ignorecase)
    try:
        _ = expression.compiled
    except regex.error as error:
        raise PatternError(f"`{source}` is not a regular expression: {error}", *where) from None
    return expression


def unread(source: str, *, ignorecase: bool = False) -> Expression:
    """Return what `compiled` returns, without finding out whether it is an expression."""
    return Expression(source, regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0))


def is_trusted(info: ValidationInfo) -> bool:
    """Return whether a rule comes with newslint: its expressions were compiled in tests."""
    return bool(info.context and info.context.get(TRUSTED))


def alternation(tokens: Sequence[str], key: str, *, ignorecase: bool = False) -> str:
    """Return one expression that matches any of `tokens`, checking each of them.

    A flag at the start of a token (`(?i)`) covers that token only. Many plain words are
    folded into a prefix tree, in which the longest word wins.

    Raises:
        PatternError: if a token is not a regular expression; names the token.
    """
    for index, token in enumerate(tokens):
        if token.strip():
            compiled(token, key, index, ignorecase=ignorecase)
    return joined(tokens)


def joined(tokens: Sequence[str]) -> str:
    """Return what `alternation` returns, with nothing checked."""
    kept = [scoped(token) for token in tokens if token.strip()]
    return _folded(_tree(kept)) if _is_long_list(kept) else "|".join(kept)


def in_order(tokens: Sequence[str]) -> list[str]:
    """Return `tokens` one by one, in the order in which `joined` prefers them."""
    kept = [scoped(token) for token in tokens if token.strip()]
    return sorted(kept, key=len, reverse=True) if _is_long_list(kept) else kept


def _is_long_list(tokens: Sequence[str]) -> bool:
    return len(tokens) > _MANY and all(_LITERAL.fullmatch(token) for token in tokens)


def scoped(token: str) -> str:
    """Return `token` with flags at its start confined to it."""
    flags = _FLAGS.match(token)
    return f"(?{flags[1]}:{token[flags.end() :]})" if flags else token


def without_groups(token: str) -> str:
    """Return `token` with its capturing groups made non-capturing."""

    def plain(match: Match) -> str:
        return "(?:" if match[0].startswith("(") else match[0]

    return _GROUP.sub(plain, token)


def matches(expression: Expression, text: str) -> Iterator[Match]:
    """Yield the non-empty matches of `expression` in `text`, in order.

    Raises:
        NewslintError: if the search takes longer than `TIME_LIMIT` allows.
    """
    if not may_match(expression, text):
        return
    try:
        for match in expression.compiled.finditer(text, timeout=_limit(text)):
            if match.end() > match.start():
                yield match
    except TimeoutError:
        raise _timeout(expression, text) from None


def searched(expression: Expression, text: str, start: int) -> Match | None:
    """Return the first match of `expression` in `text` that begins at `start` or later.

    Raises:
        NewslintError: if the search takes longer than `TIME_LIMIT` allows.
    """
    try:
        return expression.compiled.search(text, start, timeout=_limit(text))
    except TimeoutError:
        raise _timeout(expression, text) from None


def most(expression: Expression, text: str) -> int:
    """Return a number that the matches of `expression` in `text` cannot exceed, quickly.

    Raises:
        NewslintError: if the search takes longer than `TIME_LIMIT` allows.
    """
    if not may_match(expression, text):
        return 0
    try:
        return len(expression.compiled.findall(text, timeout=_limit(text)))
    except TimeoutError:
        raise _timeout(expression, text) from None


def may_match(expression: Expression, text: str) -> bool:
    """Return False only if a few quick looks show that nothing can be found."""
    return expression.sieve.passes(text)


def _limit(text: str) -> float:
    """Return the seconds that one pattern may spend on a block of text."""
    return TIME_LIMIT * max(1.0, len(text) / _ORDINARY)


def _timeout(expression: Expression, text: str) -> NewslintError:
    shown = expression.pattern if len(expression.pattern) < 80 else "the pattern"
    return NewslintError(
        f"gave up: {shown} took longer than {_limit(text):g} s on one block of text",
        "write the pattern without nested repetition such as (a+)+",
    )


def _tree(words: Sequence[str]) -> _Tree:
    root: _Tree = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return root


def _folded(node: _Tree) -> str:
    branches = [
        regex.escape(character, special_only=True) + _folded(below)
        for character, below in node.items()
        if character
    ]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return inner + "?" if "" in node else inner
