"""Runs the examples of rules: for our own tests and for those of plug-in authors.

@pytest.mark.parametrize("case", cases(load_rules()), ids=str)
def test_example(case):
    assert complaint(case.rule, case.example, analyser) is None
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newslint.engine.examine import lint
from newslint.finding import Edit, Finding
from newslint.markup.read import parse_article
from newslint.reading import Analyser, Reading
from newslint.rule import Example, Rule, RuleSpec
from newslint.span import Span

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
    unfilled = next((f for f in findings if "%s" in f.message and "%s" not in f.excerpt), None)
    if unfilled:
        return f"{rule.id}: the message has a %s too many: {unfilled.message!r}"
    became = fixed(rule, source, example, analyser)
    if example.fixed is not None and became != example.fixed:
        return f"{rule.id}: fixing gives {became!r}, the example says {example.fixed!r}"
    return None


def shown(source: str, spans: Sequence[Span]) -> str:
    """Return `source` with `spans` marked as in an example, or "nothing" without spans."""
    if not spans:
        return "nothing"
    marks = sorted(
        [(span.start, 1, "[[") for span in spans] + [(span.end, 0, "]]") for span in spans],
        reverse=True,
    )
    for place, _, mark in marks:
        source = source[:place] + mark + source[place:]
    return repr(source)


def _compatible(findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits of all fixes, in order; a fix that overlaps an earlier one waits."""
    kept: list[Edit] = []
    end = 0
    for finding in findings:
        if finding.fix and finding.fix.edits[0].span.start >= end:
            kept.extend(finding.fix.edits)
            end = finding.fix.edits[-1].span.end
    return kept
