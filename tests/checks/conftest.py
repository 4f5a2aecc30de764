"""How the tests of checks ask a rule about a story."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from newslint.finding import Severity
from newslint.rule import Rule

if TYPE_CHECKING:
    from newslint.reading import Analyser

#: What a rule found: the words it marks in the source, and how serious it is.
Found = list[tuple[str, Severity]]
Ask = Callable[..., Found]


@pytest.fixture
def ask(analyser: Analyser) -> Ask:
    """Return a function that gives a rule's findings in a story, in source order."""
    from newslint.markup.read import parse_article
    from newslint.reading import Reading

    def found(rule: Rule, source: str, path: str = "story.md", date: str | None = None) -> Found:
        article = parse_article(source, path)
        day = datetime.date.fromisoformat(date) if date else None
        reading = Reading(article, analyser, date=day).declaring(rule.needs)
        results = []
        for problem in rule.check(reading):
            to_source = article.source_map.to_source
            span = problem.span if problem.in_source else to_source(problem.span)
            severity = min(rule.severity, problem.at_most or rule.severity)
            results.append((span, span.cut(source), severity))
        return [(words, severity) for _, words, severity in sorted(results)]

    return found
