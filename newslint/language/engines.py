"""What a grammar engine is, and what is said when one of several is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from newslint.errors import Unavailable
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import ParseRequest

#: The issues of each block, in the order of the blocks.
Issues = list[tuple[GrammarIssue, ...]]


class GrammarEngine(Protocol):
    """Something that finds faults of grammar in English."""

    def lint(self, requests: Sequence[ParseRequest]) -> Issues:
        """Return the issues of each block; raise `Unavailable` if that cannot be done."""
        ...


class Incomplete(Unavailable):
    """Some engine is missing; `found` is what the others say."""

    def __init__(self, missing: Unavailable, found: Issues) -> None:
        """Hold what is missing, and what was found without it."""
        super().__init__(missing.message, missing.hint, partial=True)
        self.found = found


def lint_with(engines: Sequence[GrammarEngine], requests: Sequence[ParseRequest]) -> Issues:
    """Return what all engines say of each block, engine by engine.

    Raises:
        Incomplete: if an engine is missing, and there are others.
        Unavailable: if the only engine is.
    """
    found: Issues = [() for _ in requests]
    missing: list[Unavailable] = []
    for engine in engines:
        try:
            issues = engine.lint(requests)
        except Unavailable as error:
            missing.append(error)
            continue
        found = [known + new for known, new in zip(found, issues, strict=True)]
    if missing and len(missing) == len(engines):
        raise missing[0]
    if missing:
        raise Incomplete(missing[0], found)
    return found
