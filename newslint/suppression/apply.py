"""Which findings a suppression covers, and which suppressions cover nothing."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from newslint.article import Comment
from newslint.finding import Finding, Problem
from newslint.reading import Reading
from newslint.result import Suppressed, Suppression
from newslint.rule import Rule
from newslint.span import Span
from newslint.suppression.audit import audit
from newslint.suppression.directives import Directive, Target, Terms, read_directives
from newslint.suppression.rules import BadSuppression, ExpiredSuppression, UnusedSuppression


@dataclass(frozen=True, slots=True)
class Outcome:
    """Findings that stay, findings that were suppressed, and problems with suppressions.

    Each problem (source coordinates) comes with the id of the rule it belongs to.
    `suppressions` are all there are, in source order, whatever is wrong with them.
    """

    kept: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    problems: tuple[tuple[str, Problem], ...]
    suppressions: tuple[Suppression, ...] = ()


@dataclass(eq=False, slots=True)
class _Suppression:
    """One rule or group of one directive, at work. `covers` is None for `off` and `on`."""

    verb: str
    target: Target
    terms: Terms
    place: Span
    covers: Span | None
    uses: int = field(default=0)

    def names(self, rule: str) -> bool:
        return _within(rule, self.target.name)


def suppress(
    reading: Reading,
    findings: Iterable[Finding],
    rules: Collection[Rule],
    *,
    known: Collection[str],
    ran: Collection[str],
    today: datetime.date | None = None,
) -> Outcome:
    """Apply the suppressions of an article to its findings.

    `rules` are those in force: their own wording is used for the problems. `known` are the
    ids of all rules there are, `ran` of those that ran to their end: only of these can a
    suppression be unused. Without `today` no suppression expires.
    """
    directives, faults = read_directives(reading.article)
    names = {rule.id: rule for rule in rules}
    problems: list[tuple[str, Problem]] = []

    def report(kind: type[Rule], span: Span, words: str) -> None:
        rule = names.get(kind.model_fields["id"].default)
        if rule is not None:
            problems.append((rule.id, rule.problem(span, words, in_source=True)))

    for fault in faults:
        rule = names.get("structure.bad-suppression")
        if rule is not None and fault.harmless:
            message = f"This suppression is incomplete: {fault.message}."
            problems.append((rule.id, rule.problem(fault.span, message=message, in_source=True)))
        else:
            report(BadSuppression, fault.span, fault.message)

    alive: list[_Suppression] = []
    for directive in directives:
        until = directive.terms.until
        expired = bool(today and until and until < today)
        if expired and until:
            place = directive.terms.until_span or directive.span
            report(ExpiredSuppression, place, until.isoformat())
        for target in directive.targets:
            if not _is_known(target.name, known):
                report(BadSuppression, target.span, _unknown(target.name, known))
            elif not expired:
                alive.append(_resolved(reading, directive, target))
    alive.sort(key=lambda s: s.place)

    kept, suppressed = [], []
    for finding in findings:
        by = _suppression_of(finding, alive)
        if by is None:
            kept.append(finding)
        else:
            by.uses += 1
            terms = by.terms
            suppressed.append(Suppressed(finding, terms.reason, terms.by, terms.until))
    for one in alive:
        if one.uses or _switches_on(one, directives):
            continue
        if one.verb == "on" or any(_within(rule, one.target.name) for rule in ran):
            report(UnusedSuppression, one.target.span, one.target.name)
    audited = audit(
        reading.article,
        directives,
        faults,
        uses={one.target: one.uses for one in alive},
        checked=lambda name: any(_within(rule, name) for rule in ran),
        unknown=lambda name: None if _is_known(name, known) else _unknown(name, known),
        today=today,
    )
    return Outcome(tuple(kept), tuple(suppressed), tuple(problems), audited)


def _resolved(reading: Reading, directive: Directive, target: Target) -> _Suppression:
    covers: Span | None = None
    if directive.verb == "ignore-file":
        covers = Span(0, len(reading.article.source))
    elif directive.verb == "ignore" and directive.comment is not None:
        covers = _covered(reading, directive.comment)
    return _Suppression(directive.verb, target, directive.terms, directive.span, covers)


def _covered(reading: Reading, comment: Comment) -> Span:
    """Return the source span that a comment covers: its sentence, or the next block."""
    article = reading.article
    if comment.inline:
        sentence = _sentence_of(reading, comment)
        if sentence is not None:
            covered = article.source_map.to_source(sentence)
            start = min(covered.start, comment.span.start)
            return Span(start, max(covered.end, comment.span.end))
    for block in article.blocks:
        place = article.source_map.to_source(block.span)
        if place.start >= comment.span.end:
            return Span(comment.span.end, place.end)
    return Span(comment.span.end, comment.span.end)


def _sentence_of(reading: Reading, comment: Comment) -> Span | None:
    """Return the sentence (text coordinates) that an inline comment belongs to.

    Between two sentences that is the one before, unless the comment touches the next.
    """
    article = reading.article
    at = comment.at
    block = article.block_at(at) or (article.block_at(at - 1) if at else None)
    if block is None:
        return None
    before = after = None
    for sentence in reading.sentences_of(article.blocks.index(block)):
        span = sentence.span
        if span.start < at < span.end:
            return span
        if span.end <= at:
            before = span
        else:
            after = after or span
    touches_next = not article.source[comment.span.end : comment.span.end + 1].isspace()
    return (after if touches_next else before) or before or after


def _suppression_of(finding: Finding, alive: list[_Suppression]) -> _Suppression | None:
    """Return what suppresses a finding: the narrowest that covers it, else the last `off`."""
    narrowest: tuple[int, _Suppression] | None = None
    switch = None
    for one in alive:
        if not one.names(finding.rule):
            continue
        if one.covers is not None:
            size = len(one.covers)
            if one.covers.overlaps(finding.span) and (narrowest is None or size < narrowest[0]):
                narrowest = size, one
        elif one.place.start < finding.span.start:
            switch = one
    if narrowest is not None:
        return narrowest[1]
    return switch if switch and switch.verb == "off" else None


def _switches_on(one: _Suppression, directives: list[Directive]) -> bool:
    """Return whether `one` is an `on` with an `off` before it, expired or not."""
    return one.verb == "on" and any(
        d.verb == "off"
        and d.span < one.place
        and any(
            _within(t.name, one.target.name) or _within(one.target.name, t.name) for t in d.targets
        )
        for d in directives
    )


def _within(rule: str, name: str) -> bool:
    """Return whether `rule` is `name` or belongs to the group `name`."""
    return rule == name or rule.startswith(name + ".")


def _is_known(name: str, known: Collection[str]) -> bool:
    return any(_within(rule, name) for rule in known)


def _unknown(name: str, known: Collection[str]) -> str:
    groups = {rule.partition(".")[0] for rule in known}
    near = difflib.get_close_matches(name, sorted({*known, *groups}), n=1)
    return f"there is no rule {name!r}" + (f"; did you mean {near[0]}?" if near else "")
