"""A file's result as bytes, and back.

What the file itself holds is not kept a second time: excerpts are cut from it again.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from newslint.finding import Edit, Finding, Fix, Position, Related, Severity
from newslint.result import FileResult, Suppressed, Suppression
from newslint.span import Span

_SEVERITIES = {int(severity): severity for severity in Severity}


def encode(result: FileResult) -> bytes:
    """Return a result, without its path and source, as bytes."""
    data = {
        "format": result.format,
        "profile": result.profile,
        "genre": result.genre,
        "ran": " ".join(result.ran),
        "findings": [_finding(finding) for finding in result.findings],
        "suppressed": [
            [_finding(s.finding), s.reason, s.by, _date(s.until)] for s in result.suppressed
        ],
        "suppressions": [_suppression(one) for one in result.suppressions],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def decode(data: bytes, path: str, source: str) -> FileResult | None:
    """Return the result of the file at `path` that holds `source`; None if `data` is not one."""
    try:
        read = json.loads(data.decode("utf-8", "surrogatepass"))
        findings = tuple(_to_finding(row, path, source) for row in read["findings"])
        return FileResult(
            path,
            read["format"],
            read["profile"],
            read["genre"],
            findings,
            tuple(
                Suppressed(_to_finding(row, path, source), reason, by, _to_date(until))
                for row, reason, by, until in read["suppressed"]
            ),
            source=source if findings else "",
            suppressions=tuple(_to_suppression(row) for row in read["suppressions"]),
            ran=_ids(read["ran"]),
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None


@lru_cache(maxsize=16)
def _ids(listed: str) -> tuple[str, ...]:
    """Return the ids of rules; they are the same for most files."""
    return tuple(listed.split())


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _date(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None


def _to_date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _finding(finding: Finding) -> list[Any]:
    fix = finding.fix
    return [
        finding.rule,
        int(finding.severity),
        finding.message,
        *_span(finding.span),
        [finding.start.line, finding.start.column, finding.end.line, finding.end.column],
        finding.fingerprint,
        finding.scope,
        finding.anchored,
        finding.link,
        fix and [fix.safe, [[*_span(e.span), e.replacement] for e in fix.edits]],
        [[*_span(r.span), r.message] for r in finding.related],
        finding.engine,
        finding.engine_rule,
    ]


def _to_finding(row: Sequence[Any], path: str, source: str) -> Finding:
    rule, severity, message, start, end, place, mark, scope, anchored, *rest = row
    span = Span(start, end)
    link, fix, related, by, engine_rule = rest
    line, column, last_line, last_column = place
    return Finding(
        rule=rule,
        severity=_SEVERITIES[severity],
        message=message,
        path=path,
        span=span,
        start=Position(line, column),
        end=Position(last_line, last_column),
        excerpt=span.cut(source),
        fingerprint=mark,
        scope=scope,
        anchored=anchored,
        link=link,
        fix=fix and Fix(tuple(Edit(Span(s, e), r) for s, e, r in fix[1]), fix[0]),
        related=tuple(Related(Span(s, e), m) for s, e, m in related),
        engine=by,
        engine_rule=engine_rule,
    )


def _suppression(one: Suppression) -> list[Any]:
    return [
        *_span(one.span),
        one.line,
        one.verb,
        list(one.rules),
        one.state,
        one.reason,
        one.by,
        _date(one.until),
        one.uses,
        one.detail,
    ]


def _to_suppression(row: Sequence[Any]) -> Suppression:
    start, end, line, verb, rules, state, reason, by, until, uses, detail = row
    return Suppression(
        Span(start, end),
        line,
        verb,
        tuple(rules),
        state,
        reason,
        by,
        _to_date(until),
        uses,
        detail,
    )
