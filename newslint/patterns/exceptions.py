"""Exceptions: what a pattern finds and does not mean."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.patterns.alternatives import Alternatives
from newslint.patterns.pattern import Pattern, clear_of
from newslint.patterns.regexes import (
    Expression,
    Match,
    alternation,
    compiled,
    in_order,
    joined,
    unread,
)
from newslint.patterns.scopes import Unit
from newslint.reading import Reading
from newslint.span import Span


def exceptions(tokens: tuple[str, ...]) -> Expression | None:
    """Return the expression for a list of exceptions: case matters unless one says `(?i)`."""
    if not tokens:
        return None
    longest_first = sorted(tokens, key=len, reverse=True)
    return unread(rf"\b(?:{joined(longest_first)})\b")


def exempting(tokens: tuple[str, ...]) -> Alternatives | None:
    """Return what finds the same as `exceptions`, of which only what may be found is compiled."""
    if not tokens:
        return None
    longest_first = sorted(tokens, key=len, reverse=True)
    parts = tuple(unread(rf"\b(?:{part})\b") for part in in_order(longest_first))
    return Alternatives(parts, lambda: unread(rf"\b(?:{joined(longest_first)})\b"))


def check_exceptions(tokens: tuple[str, ...]) -> None:
    """Find out whether exceptions can be searched for.

    Raises:
        PatternError: if one of them is not a regular expression.
    """
    alternation(tokens, "exceptions")
    whole = exceptions(tokens)
    if whole is not None:
        compiled(whole.pattern, "exceptions")


def _spans_of(spared: Alternatives | None, unit: Unit, text: str) -> list[Span]:
    """Return where in a stretch of an article's text, or of its source, there is an exception."""
    if spared is None:
        return []
    if unit.in_source:
        found = spared.among(unit.text).matches(unit.text)
    else:
        found = spared.among(text).matches(unit.text, unit.start)
    return [Span(*match.span()) for _, match in found]


def _is_spared(match: Match, spared: list[Span]) -> bool:
    """Return whether the match shares a character with an exception."""
    span = Span(*match.span())
    return any(span.overlaps(other) for other in spared)


def unspared(
    pattern: Pattern, reading: Reading, alternatives: Alternatives, spared: Alternatives | None
) -> Iterator[tuple[Unit, int | None, Match, Span]]:
    """Yield what `alternatives` find where `pattern` looks, but for what is not meant.

    Left out is what is not the writer's prose, what a match of `spared` overlaps, and what
    stands in a sentence that `pattern` excuses. With each match come the stretch of text it
    was found in, the number of its alternative, and its span in the article or the source.
    """
    candidates = alternatives.among(reading.text)
    if candidates.are_none and not pattern.reads_source:
        return
    for unit in pattern.units(reading, candidates.may_be_in):
        exempt: list[Span] | None = None
        if unit.in_source:
            found = alternatives.among(unit.text).matches(unit.text)
        else:
            found = candidates.matches(unit.text, unit.start)
        for number, match in found:
            span = unit.span(*match.span())
            if not unit.in_source and not clear_of(span, pattern.skipped(reading)):
                continue
            if exempt is None:
                exempt = _spans_of(spared, unit, reading.text)
            if not (_is_spared(match, exempt) or pattern.excused(reading, unit, span)):
                yield unit, number, match, span
