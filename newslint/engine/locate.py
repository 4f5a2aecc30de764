"""From a problem in an article's text to a finding in its source file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from newslint.finding import Edit, Finding, Fix, Problem, Related, fingerprint
from newslint.lines import Lines
from newslint.reading import Reading
from newslint.rule import Rule
from newslint.span import Span


@dataclass(frozen=True)
class Locator:
    """Places the problems of one reading in its source."""

    reading: Reading

    @cached_property
    def lines(self) -> Lines:
        """The lines of the source."""
        return Lines(self.reading.article.source)

    def finding(self, rule: Rule, problem: Problem) -> Finding | None:
        """Return the finding for a problem of `rule`, or None if the file is empty.

        Raises:
            ValueError: if the problem lies outside the article.
        """
        article = self.reading.article
        anchored = problem.document and not self._is_value(problem)
        span = self._anchor() if anchored else self._place(problem.span, problem)
        if span is None:
            return None
        excerpt = span.cut(article.source)
        severity = rule.severity
        if problem.at_most is not None:
            severity = min(severity, problem.at_most)
        return Finding(
            rule=rule.id,
            severity=severity,
            message=problem.message,
            path=article.path,
            span=span,
            start=self.lines.position(span.start),
            end=self.lines.position(span.end),
            excerpt=excerpt,
            fingerprint=fingerprint(rule.id, excerpt, self._sentence(span)),
            scope="document" if problem.document else "span",
            link=rule.link,
            fix=self._fix(problem),
            related=tuple(self._related(problem)),
            engine=problem.engine,
            engine_rule=problem.engine_rule,
            anchored=anchored,
        )

    def _place(self, span: Span, problem: Problem) -> Span | None:
        """Return a source span that is never empty, or None for an empty file."""
        article = self.reading.article
        if span.end > len(article.source if problem.in_source else article.text):
            raise ValueError(f"reported characters {span.start} to {span.end}, past the end")
        if problem.in_source:
            return _grown(span, article.source)
        if not article.text:
            return self._start_of_file()
        grown = _grown(span, article.text)
        return _grown(article.source_map.to_source(grown), article.source) if grown else None

    def _is_value(self, problem: Problem) -> bool:
        """Return whether a problem of the document is about a value in its front matter.

        The headline, or what stands in its place, is where such problems are shown.
        """
        if problem.in_source or not len(problem.span):
            return bool(len(problem.span))
        article = self.reading.article
        block = article.block_at(problem.span.start)
        if block is None or block.key is None or not block.span.covers(problem.span):
            return False
        return block != (article.headline or article.blocks[0])

    def _anchor(self) -> Span | None:
        """Return where to show a problem of the document as a whole.

        In this order: the headline, the first block, the first line.
        """
        article = self.reading.article
        block = article.headline or next(iter(article.blocks), None)
        if block:
            return article.source_map.to_source(block.span)
        return self._start_of_file()

    def _start_of_file(self) -> Span | None:
        """Return the first line that is not blank, or the first character of a blank file."""
        source = self.reading.article.source
        if not source:
            return None
        offset = len(source) - len(source.lstrip())
        if offset == len(source):
            return Span(0, 1)
        line = self.lines.line_span(offset)
        return Span(offset, line.start + len(line.cut(source).rstrip()))

    def _sentence(self, span: Span) -> str:
        """Return the text of the sentences that a source span touches, or else its line."""
        article = self.reading.article
        for offset in range(span.start, span.end):
            start = article.source_map.to_text(offset)
            if start is not None:
                break
        else:
            return self.lines.line_span(span.start).cut(article.source)
        end = article.source_map.to_text(span.end - 1)
        first = self.reading.sentence_at(start)
        last = self.reading.sentence_at(end) if end is not None else first
        if first is None:
            block = article.block_at(start)
            return block.span.cut(article.text) if block else ""
        if last is None or last.span.end < first.span.end:
            last = first
        return article.text[first.span.start : last.span.end]

    def _related(self, problem: Problem) -> list[Related]:
        found = []
        for related in problem.related:
            span = self._place(related.span, problem)
            if span:
                found.append(Related(span, related.message))
        return found

    def _fix(self, problem: Problem) -> Fix | None:
        """Return the fix in source coordinates, unless it would touch markup."""
        fix = problem.fix
        if fix is None or not fix.edits:
            return None
        edits = []
        for edit in fix.edits:
            span = edit.span if problem.in_source else self._literal(edit.span)
            if span is None:
                return None
            edits.append(Edit(span, edit.replacement))
        edits.sort()
        if any(a.span.end > b.span.start for a, b in pairwise(edits)):
            return None
        return Fix(tuple(edits), fix.safe)

    def _literal(self, span: Span) -> Span | None:
        """Return the source span of text that stands there letter for letter, or None."""
        source_map = self.reading.article.source_map
        if not source_map.is_literal(span):
            return None
        if len(span):
            return source_map.to_source(span)
        # An insertion keeps to the letter before it, else it could land behind a line break.
        before = Span(span.start - 1, span.start) if span.start else None
        if before and source_map.is_literal(before):
            end = source_map.to_source(before).end
            return Span(end, end)
        return source_map.to_source(span)


def _grown(span: Span, text: str) -> Span | None:
    """Return `span`, or, if it is empty, the word next to it; None if there is no text."""
    if len(span):
        return span
    if not text:
        return None
    for at in (span.start, span.start - 1):
        if 0 <= at < len(text) and not text[at].isspace():
            return _word(text, at)
    ahead = next((i for i in range(span.start, len(text)) if not text[i].isspace()), None)
    if ahead is not None:
        return _word(text, ahead)
    behind = next((i for i in range(span.start - 1, -1, -1) if not text[i].isspace()), None)
    return _word(text, behind) if behind is not None else Span(0, 1)


def _word(text: str, at: int) -> Span:
    """Return the word that holds the character at `at`, or that one character."""
    start, end = at, at + 1
    if text[at].isalnum():
        while start > 0 and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum():
            end += 1
    return Span(start, end)
