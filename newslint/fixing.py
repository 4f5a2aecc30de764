"""Fixes: from what was found in a file to its text without it. Nothing is written here.

A fix changes the writer's own words and nothing else: no quoted word, no markup, no line
break, no key of the front matter. Whatever a rule may say, this is made sure of here: before
a fix is taken, and again by reading the article that comes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from newslint.article import Article, BlockKind, InlineKind
from newslint.engine.run import BATCH, Context, run
from newslint.finding import Edit, Finding
from newslint.language.quotations import find_quotations
from newslint.markup.options import DEFAULTS, MarkupOptions
from newslint.markup.read import parse_article
from newslint.result import FileError, FileResult, Loaded
from newslint.span import Span

#: Rounds of fixing and checking again after which fixes are said to undo each other.
ROUNDS = 10

_FOREIGN = frozenset({InlineKind.CODE, InlineKind.URL, InlineKind.PLACEHOLDER, InlineKind.QUOTE})

#: What may stand in the place of a quotation mark.
_MARKS = frozenset("“”\"‘’'")


@dataclass(frozen=True, slots=True)
class Repair:
    """The source after some fixes, and the findings that they cured."""

    source: str
    fixed: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file after all its fixes.

    `before` and `after` are its text, `fixed` the findings that were cured, each as it was
    found. `found` is what was said of the file before, `result` what is said of it after.
    `more` is how many findings unsafe fixes would cure next.
    """

    before: str
    after: str
    fixed: tuple[Finding, ...]
    found: FileResult
    result: FileResult
    more: int = 0

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after


def fix_files(
    files: Iterable[Loaded], context: Context, *, unsafe: bool = False
) -> Iterator[FixedFile]:
    """Yield each file with its fixes applied, in the given order; `files` is read as needed.

    Fixes are applied and the article checked again until nothing is left to fix. Where the
    fixes of two rules undo each other, the file is left as it was, with an error that names
    the rules. Fixes that may change the meaning are applied only if `unsafe`.

    Raises:
        ConfigError: if the configuration of a file cannot be applied.
    """
    waiting = iter(files)
    while batch := list(islice(waiting, BATCH)):
        results = run(batch, context)
        jobs = [_Job(one, result) for one, result in zip(batch, results, strict=True)]
        again = replace(context, progress=lambda _: None)
        for _ in range(ROUNDS):
            changed = [job for job in jobs if job.step(context, unsafe=unsafe)]
            if not changed:
                break
            results = run([job.loaded for job in changed], again)
            for job, result in zip(changed, results, strict=True):
                job.result = result
        yield from (job.finish(context, unsafe=unsafe) for job in jobs)


def apply_fixes(
    article: Article,
    findings: Iterable[Finding],
    *,
    unsafe: bool = False,
    options: MarkupOptions = DEFAULTS,
) -> Repair:
    """Return the source of `article` after the fixes of `findings`, in one go.

    In the order of the text; a fix that touches an earlier one waits for the next round.
    `options` are those the article was read with.
    """
    chosen: list[Finding] = []
    keeper = _Keeper(article, options)
    end = -1
    for finding in sorted(_fixable(findings, unsafe=unsafe), key=_first_edit):
        edits = _edits(finding)
        if edits[0].span.start > end and keeper.allows(edits):
            chosen.append(finding)
            end = edits[-1].span.end
    if chosen and not keeper.keeps([e for f in chosen for e in _edits(f)]):
        # At least one of them upsets the article: take those that do not.
        harmless: list[Finding] = []
        for finding in chosen:
            if keeper.keeps([e for f in (*harmless, finding) for e in _edits(f)]):
                harmless.append(finding)
        chosen = harmless
    source = _applied(article.source, [e for f in chosen for e in _edits(f)])
    return Repair(source, tuple(chosen))


def can_fix(finding: Finding, *, unsafe: bool = False) -> bool:
    """Return whether a finding comes with a fix, and with one that may be applied."""
    return bool(finding.fix and finding.fix.edits and (finding.fix.safe or unsafe))


@dataclass(slots=True)
class _Job:
    """A file on its way through the rounds."""

    loaded: Loaded
    result: FileResult
    first: Loaded = field(init=False)
    found: FileResult = field(init=False)
    fixed: list[Finding] = field(default_factory=list)
    settled: bool = False

    def __post_init__(self) -> None:
        self.first, self.found = self.loaded, self.result

    def step(self, context: Context, *, unsafe: bool) -> bool:
        """Apply the fixes of the latest findings; return whether that changed the text."""
        if self.settled:
            return False
        repair = self._repair(context, unsafe=unsafe)
        self.settled = repair.source == self.loaded.text
        if not self.settled:
            self.loaded = replace(self.loaded, text=repair.source)
            self.fixed += repair.fixed
        return not self.settled

    def finish(self, context: Context, *, unsafe: bool) -> FixedFile:
        before, after = self.first.text, self.loaded.text
        last = self._repair(context, unsafe=unsafe)
        if last.source == after:
            more = 0 if unsafe else len(self._repair(context, unsafe=True).fixed)
            return FixedFile(before, after, tuple(self.fixed), self.found, self.result, more)
        rules = ", ".join(sorted({finding.rule for finding in last.fixed}))
        error = FileError(
            "rule",
            f"{self.first.path} is left as it was: the fixes have no end ({rules})",
            "leave one of these rules out with --ignore, and report it to its authors",
        )
        result = replace(self.found, errors=(*self.found.errors, error))
        return FixedFile(before, before, (), result, result)

    def _repair(self, context: Context, *, unsafe: bool) -> Repair:
        if not any(can_fix(finding, unsafe=unsafe) for finding in self.result.findings):
            return Repair(self.loaded.text)
        options = context.planner.configuration.for_file(self.loaded.path).markup
        article = parse_article(
            self.loaded.text, self.loaded.path, options=options, format=self.loaded.format
        )
        return apply_fixes(article, self.result.findings, unsafe=unsafe, options=options)


@dataclass(frozen=True)
class _Keeper:
    """Knows what of an article must stay as it is."""

    article: Article
    options: MarkupOptions

    def allows(self, edits: Sequence[Edit]) -> bool:
        """Return whether edits (source coordinates) change the writer's own words only."""
        return all(self._allows(edit) for edit in edits)

    def keeps(self, edits: Sequence[Edit]) -> bool:
        """Return whether the article, read anew, is the same but for the edited words."""
        article = self.article
        source = _applied(article.source, edits)
        after = parse_article(source, article.path, options=self.options, format=article.format)
        if len(after.notes) > len(article.notes) or _shape(after) != _shape(article):
            return False
        if _quoted(after) != _quoted(article):
            return False
        moved = [
            Edit(place, edit.replacement)
            for edit in edits
            if (place := self._in_text(edit.span)) is not None
        ]
        wanted = _words_of_blocks(article, moved)
        return len(moved) == len(edits) and wanted == _words_of_blocks(after, ())

    def _allows(self, edit: Edit) -> bool:
        place = self._in_text(edit.span)
        if place is None or any(not c.isprintable() for c in edit.replacement):
            return False
        if edit.replacement in _MARKS and place in self._marks:
            return True  # other marks around the same words
        return not any(_touch(place, span) for span in self._untouchable)

    @cached_property
    def _marks(self) -> frozenset[Span]:
        """The marks of closed quotations (text coordinates)."""
        closed = (q for q in find_quotations(self.article).outer if q.closed)
        return frozenset(
            mark
            for q in closed
            for mark in (Span(q.span.start, q.inner.start), Span(q.inner.end, q.span.end))
        )

    @cached_property
    def _untouchable(self) -> tuple[Span, ...]:
        """What is quoted, code, an address, or may be quoted (text coordinates)."""
        article = self.article
        quotations = find_quotations(article)
        doubtful = {fault.block for fault in quotations.faults}
        return (
            *(q.span for q in quotations.outer),
            *(i.span for i in article.inlines if i.kind in _FOREIGN),
            *(
                block.span
                for index, block in enumerate(article.blocks)
                if block.kind is BlockKind.QUOTE or index in doubtful
            ),
        )

    def _in_text(self, span: Span) -> Span | None:
        """Return the place in the text of source that stands there letter for letter."""
        origin = self.article.source_map
        if len(span):
            first, last = origin.to_text(span.start), origin.to_text(span.end - 1)
            if first is None or last is None or last < first:
                return None
            place = Span(first, last + 1)
            exact = origin.is_literal(place) and origin.to_source(place) == span
            return place if exact else None
        before = origin.to_text(span.start - 1) if span.start else None
        after = origin.to_text(span.start)
        at = after if before is None else before + 1
        if at is None or not origin.is_literal(Span(at, at)):
            return None
        return Span(at, at)


def _fixable(findings: Iterable[Finding], *, unsafe: bool) -> list[Finding]:
    return [finding for finding in findings if can_fix(finding, unsafe=unsafe)]


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _first_edit(finding: Finding) -> tuple[Span, tuple[str, int, int, str, str]]:
    return _edits(finding)[0].span, finding.sort_key


def _applied(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` after edits that do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def _touch(place: Span, span: Span) -> bool:
    """Return whether they share a character, or `place` is empty and inside `span`."""
    return place.overlaps(span) or (not len(place) and span.start < place.start < span.end)


def _shape(article: Article) -> tuple[object, ...]:
    """Return what there is in an article, apart from its words."""
    front = article.front_matter
    return (
        article.format,
        [(block.kind, block.level, block.key) for block in article.blocks],
        [inline.kind for inline in article.inlines],
        [link.url for link in article.links],
        [image.url for image in article.images],
        [(note.label, note.definition is None) for note in article.footnotes],
        [comment.span.cut(article.source) for comment in article.comments],
        front and (front.format, [entry.key for entry in front.fields]),
    )


def _quoted(article: Article) -> list[str]:
    """Return the words of every quotation as they are written."""
    to_source = article.source_map.to_source
    return [to_source(q.inner).cut(article.source) for q in find_quotations(article).all]


def _words_of_blocks(article: Article, edits: Sequence[Edit]) -> list[list[str]]:
    """Return the words of each block after `edits` (text coordinates)."""
    return [
        _applied(
            block.span.cut(article.text),
            [
                Edit(edit.span.shifted(-block.span.start), edit.replacement)
                for edit in edits
                if block.span.covers(edit.span)
            ],
        ).split()
        for block in article.blocks
    ]
