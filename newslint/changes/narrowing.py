"""From all findings of an article to those that a change is answerable for. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from newslint.article import Article
from newslint.changes.sentences import changed
from newslint.finding import Finding
from newslint.result import FileResult
from newslint.span import Span

#: What makes two findings the same: fingerprint, rule, message.
_Identity = tuple[str, str, str]


def narrowed(result: FileResult, new: Article, before: FileResult, old: Article) -> FileResult:
    """Return `result` with only the findings that concern what has changed.

    `result` is that of `new`, `before` that of its earlier version `old`, both in full. A
    finding stays if it, or a place that explains it, lies where something is new, or if the
    earlier version does not have it: then its cause was changed or taken away elsewhere.
    """
    where = changed(new, old)
    here, there = _anchor(new), _anchor(old)

    def touched(finding: Finding) -> bool:
        spans = [related.span for related in finding.related]
        if not _anchored(finding, here):
            spans.append(finding.span)
        return any(where.touches(span) for span in spans)

    def concerned(now: Iterable[Finding], earlier: Iterable[Finding]) -> set[Finding]:
        known = Counter(_identity(finding, there) for finding in earlier)
        kept = set()
        for finding in now:
            if touched(finding):
                kept.add(finding)
                continue
            identity = _identity(finding, here)
            if not known[identity]:
                kept.add(finding)
            known[identity] -= 1 if known[identity] else 0
        return kept

    findings = concerned(result.findings, before.findings)
    suppressed = concerned(
        (one.finding for one in result.suppressed), (one.finding for one in before.suppressed)
    )
    return replace(
        result,
        findings=tuple(finding for finding in result.findings if finding in findings),
        suppressed=tuple(one for one in result.suppressed if one.finding in suppressed),
    )


def _anchor(article: Article) -> Span | None:
    """Return where a finding of the whole document is shown that has no place of its own."""
    block = article.headline or next(iter(article.blocks), None)
    return article.source_map.to_source(block.span) if block else None


def _anchored(finding: Finding, anchor: Span | None) -> bool:
    return finding.scope == "document" and (anchor is None or finding.span == anchor)


def _identity(finding: Finding, anchor: Span | None) -> _Identity:
    """Return the identity of a finding; one that is only shown at a headline has no words."""
    words = "" if _anchored(finding, anchor) else finding.fingerprint
    return (words, finding.rule, finding.message)
