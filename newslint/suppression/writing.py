"""Writing suppressions into an article, so that nothing else about it changes. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newslint.article import Article, Block
from newslint.finding import Finding
from newslint.markup.options import DEFAULTS, MarkupOptions
from newslint.markup.read import parse_article
from newslint.reading import Analyser, Reading
from newslint.span import Span
from newslint.suppression.apply import suppress
from newslint.suppression.directives import Terms, read_directives
from newslint.suppression.placing import Insertion, Proposal, near, whole_file


@dataclass(frozen=True, slots=True)
class Silenced:
    """The source with suppressions, how many findings they cover, and those that none could."""

    source: str
    covered: int = 0
    left: tuple[Finding, ...] = ()


def write_suppressions(
    article: Article,
    findings: Iterable[Finding],
    terms: Terms,
    analyser: Analyser,
    options: MarkupOptions = DEFAULTS,
    *,
    today: datetime.date | None = None,
) -> Silenced:
    """Return the source of `article` with a suppression for each of `findings`.

    Findings of one block share a comment before it, or comments after their sentences where
    none can stand before. Findings of the document or its front matter, and all findings of
    plain text, share an entry for the whole file. Nothing but suppressions is put in, and
    read anew the article is the same, or the suppression is not written. `terms` must have
    passed `newslint.suppression.wording.checked_terms`; `options` are those the article
    was read with. `analyser` is not asked anything: sentences need no model. Suppressions
    that ended before `today` cover nothing.
    """
    findings = list(findings)
    writer = _Writer(article, analyser, options, today)
    wide, groups = _grouped(article, findings)
    for start in sorted(groups):
        group = writer.uncovered(groups[start])
        if not group:
            continue
        block = _block_at(writer.article, group[0])
        reading = Reading(writer.article, analyser)
        if not writer.first_that_holds(near(reading, block, group, terms), group):
            wide += groups[start]
    wide = writer.uncovered(wide)
    if writer.first_that_holds(whole_file(writer.article, wide, terms), wide):
        wide = []
    return Silenced(writer.article.source, len(findings) - len(wide), tuple(wide))


class _Writer:
    """An article that takes in one suppression after the other."""

    def __init__(
        self,
        article: Article,
        analyser: Analyser,
        options: MarkupOptions,
        today: datetime.date | None,
    ) -> None:
        self.article = article
        self._analyser = analyser
        self._options = options
        self._today = today
        self._made: list[Insertion] = []

    def first_that_holds(self, proposals: Iterable[Proposal], findings: Sequence[Finding]) -> bool:
        """Make the first proposal that changes nothing else and covers all `findings`."""
        for proposal in proposals if findings else ():
            if not proposal:
                continue
            source = self.article.source
            for insertion in reversed(proposal):
                source = source[: insertion.at] + insertion.text + source[insertion.at :]
            after = parse_article(
                source, self.article.path, options=self._options, format=self.article.format
            )
            moved = _moved(findings, proposal)
            if _same(self.article, after) and not self._kept(after, moved):
                self.article = after
                self._made += reversed(proposal)
                return True
        return False

    def uncovered(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return findings of the article as it was at first, where they are now.

        Those that what was written since covers already are left out.
        """
        for insertion in self._made:
            findings = _moved(findings, (insertion,))
        return list(self._kept(self.article, findings))

    def _kept(self, article: Article, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Return those of `findings` that nothing in `article` suppresses."""
        known = {finding.rule for finding in findings}
        reading = Reading(article, self._analyser)
        return suppress(reading, findings, (), known=known, ran=(), today=self._today).kept


def _grouped(
    article: Article, findings: Iterable[Finding]
) -> tuple[list[Finding], dict[int, list[Finding]]]:
    """Return the findings that concern the whole file, and the others by where they are.

    A rule with one finding that does is suppressed in the whole file: no use in more.
    """
    wide: list[Finding] = []
    groups: dict[int, list[Finding]] = {}
    front = article.front_matter
    placed = [(finding, _block_at(article, finding)) for finding in findings]
    rules = {
        finding.rule
        for finding, block in placed
        if finding.scope == "document"
        or article.format == "text"
        or (block is not None and block.key is not None)
        or (front is not None and front.span.covers(finding.span))
    }
    for finding, block in placed:
        if finding.rule in rules:
            wide.append(finding)
        else:
            place = article.source_map.to_source(block.span).start if block else None
            groups.setdefault(finding.span.start if place is None else place, []).append(finding)
    return wide, groups


def _block_at(article: Article, finding: Finding) -> Block | None:
    """Return the block in which a finding begins, markup inside it included."""
    at = finding.span.start
    for block in article.blocks:
        place = article.source_map.to_source(block.span)
        if place.start <= at < place.end:
            return block
    return None


def _moved(findings: Iterable[Finding], proposal: Proposal) -> list[Finding]:
    """Return findings where they are after insertions into their source."""

    def moved(offset: int, *, end: bool) -> int:
        return offset + sum(
            len(one.text) for one in proposal if one.at < offset or (one.at == offset and not end)
        )

    return [
        replace(f, span=Span(moved(f.span.start, end=False), moved(f.span.end, end=True)))
        for f in findings
    ]


def _same(before: Article, after: Article) -> bool:
    """Return whether two articles differ in nothing but one more suppression."""
    return (
        _facts(before) == _facts(after)
        and len(read_directives(before)[1]) == len(read_directives(after)[1])
        and _is_part([c.text for c in before.comments], [c.text for c in after.comments])
    )


def _facts(article: Article) -> tuple[object, ...]:
    front = article.front_matter
    own = [] if front is None else [f for f in front.fields if not _is_ours(f.key)]
    return (
        article.text,
        article.blocks,
        article.inlines,
        [(link.url, link.text) for link in article.links],
        [(image.url, image.alt, image.caption) for image in article.images],
        article.footnotes,
        len(article.notes),
        [(f.key, f.value) for f in own],
    )


def _is_ours(key: str) -> bool:
    return key.lower().partition(".")[0] == "newslint"


def _is_part(some: Sequence[str], more: Sequence[str]) -> bool:
    """Return whether `some` are all among `more`, in the same order."""
    rest = iter(more)
    return all(one in rest for one in some)
