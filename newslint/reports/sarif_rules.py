"""What a SARIF log says of the rules whose findings it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from newslint.finding import Finding, Severity

if TYPE_CHECKING:
    from newslint.rule import RuleSpec

#: Severities as SARIF calls them.
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
#: Severities as GitHub calls them.
_PROBLEMS = {**LEVELS, Severity.SUGGESTION: "recommendation"}


def descriptors(findings: Iterable[Finding], specs: Mapping[str, RuleSpec]) -> list[dict[str, Any]]:
    """Return the descriptors of the rules that found something, by id.

    A rule that is not among `specs` is described by its id alone.
    """
    found = sorted({finding.rule for finding in findings})
    return [_descriptor(specs[name]) if name in specs else {"id": name} for name in found]


def _descriptor(spec: RuleSpec) -> dict[str, Any]:
    from newslint.reports.reference import section
    from newslint.reports.rule_text import explanation

    values: dict[str, Any] = {
        "id": spec.id,
        "name": spec.id.partition(".")[2],
        "shortDescription": {"text": spec.summary},
        "fullDescription": {"text": " ".join(spec.why.split()) or spec.summary},
        "defaultConfiguration": {
            "enabled": spec.on,
            "level": LEVELS[spec.rule.severity],
        },
        "help": {"text": explanation(spec), "markdown": section(spec)},
        "properties": {
            "tags": [spec.rule.group],
            "problem.severity": _PROBLEMS[spec.rule.severity],
        },
    }
    where = next(iter(filter(None, (spec.rule.link, *spec.standards))), None)
    if where:
        values["helpUri"] = where
    return values
