"""The examples of rules, each a small test."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from newslint.engine.examine import lint
from newslint.finding import Edit, Finding
from newslint.markup.read import parse_article
from newslint.reading import Analyser, Reading
from newslint.rule import Example, Rule, RuleSpec
from newslint.testing.differences import differences, shown

#: Rounds of fixing after which a rule is said to chase its own tail.
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Case:
    """One example of one rule; its name is the rule's id and the example's number."""

    rule: Rule
    example: Example
    number: int

    def __str__(self) -> str:
        """Return `group.rule-name-1`."""
        return f"{self.rule.id}-{self.number}"


def cases(specs: Iterable[RuleSpec]) -> tuple[Case, ...]:
    """Return every example of every rule, numbered from 1."""
    return tuple(
        Case(spec.rule, example, number)
        for spec in specs
        for number, example in enumerate(spec.examples, 1)
    )


def find(rule: Rule, source: str, example: Example, analyser: Analyser) -> tuple[Finding, ...]:
    """Return what `rule`, with the example's options, finds in `source`, in order.

    The example gives path and date as well; its text is not used. The date also serves as
    the day of the run, after which suppressions expire.

    Raises:
        NewslintError: if the rule fails, or asks for what it did not declare.
    """
    if example.options:
        rule = type(rule).model_validate({**rule.model_dump(), **dict(example.options)})
    date = datetime.date.fromisoformat(example.date) if example.date else None
    reading = Reading(parse_article(source, example.path), analyser, date=date)
    return tuple(lint(reading, [rule], today=date))


def fixed(rule: Rule, source: str, example: Example, analyser: Analyser) -> str:
    """Return `source` after all fixes of `rule`, unsafe ones too, until none is left.

    Raises:
        ValueError: if there is no end to it.
    """
    for _ in range(_ROUNDS):
        edits = _compatible(find(rule, source, example, analyser))
        if not edits:
            return source
        for edit in reversed(edits):
            source = source[: edit.span.start] + edit.replacement + source[edit.span.end :]
    raise ValueError(f"{rule.id} still has fixes after {_ROUNDS} rounds: {source!r}")


def complaint(rule: Rule, example: Example, analyser: Analyser) -> str | None:
    """Return what is wrong with an example of `rule`, or None if all is as it says.

    The marked places and no others must be found. Fixing must come to an end, and where the
    example shows the `fixed` text, it must be that.
    """
    source, marked = example.unmarked()
    findings = find(rule, source, example, analyser)
    found = [finding.span for finding in findings]
    if found != sorted(marked):
        return (
            f"{rule.id}: expected {shown(source, marked)}, found {shown(source, found)}\n"
            + "\n".join(f"  {f.start.line}:{f.start.column} {f.message}" for f in findings)
        )
    wrong = _wrong_words(rule, source, example, analyser, findings)
    return f"{rule.id}: {wrong}" if wrong else None


def faults(rule: Rule, example: Example, analyser: Analyser) -> list[str]:
    """Return what is wrong with an example of `rule`, in plain words, as lines.

    Checks what `complaint` does.

    Raises:
        ValueError: if the marks do not pair up.
    """
    source, marked = example.unmarked()
    findings = find(rule, source, example, analyser)
    said = differences(source, [(span, "") for span in marked], findings)
    wrong = None if said else _wrong_words(rule, source, example, analyser, findings)
    return said if wrong is None else [wrong]


def _wrong_words(
    rule: Rule, source: str, example: Example, analyser: Analyser, findings: Iterable[Finding]
) -> str | None:
    """Return what is wrong with the messages or the fixes of findings that are as marked."""
    unfilled = next((f for f in findings if "%s" in f.message and "%s" not in f.excerpt), None)
    if unfilled:
        return f"the message has a %s too many: {unfilled.message!r}"
    became = fixed(rule, source, example, analyser)
    if example.fixed is not None and became != example.fixed:
        return f"fixing gives {became!r}, the example says {example.fixed!r}"
    return None


def _compatible(findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits of all fixes, in order; a fix that overlaps an earlier one waits."""
    kept: list[Edit] = []
    end = 0
    for finding in findings:
        if finding.fix and finding.fix.edits[0].span.start >= end:
            kept.extend(finding.fix.edits)
            end = finding.fix.edits[-1].span.end
    return kept
