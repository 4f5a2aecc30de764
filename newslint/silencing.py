"""Suppressions for what is found now: an archive can then be held to what is found later."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from newslint.engine.run import BATCH, Context, run
from newslint.finding import Finding
from newslint.markup.read import parse_article
from newslint.result import FileResult, Loaded
from newslint.suppression import ENGINE_RULES
from newslint.suppression.directives import Terms
from newslint.suppression.writing import Silenced, write_suppressions

#: Front matter that is added may itself be found wanting: then the article is read again.
ROUNDS = 3

# What is wrong with a suppression is not cured by another.
_NEVER = frozenset(rule.model_fields["id"].default for rule in ENGINE_RULES)


@dataclass(frozen=True, slots=True)
class SilencedFile:
    """A file with suppressions added.

    `before` and `after` are its text, `covered` how many findings were suppressed, `result`
    what is said of the file as it is after that.
    """

    before: str
    after: str
    covered: int
    result: FileResult

    @property
    def left(self) -> tuple[Finding, ...]:
        """The findings that no suppression could be written for."""
        return tuple(f for f in self.result.findings if f.rule not in _NEVER)


def silence_files(
    files: Iterable[Loaded],
    context: Context,
    terms: Terms,
    new: Callable[[FileResult], FileResult] | None = None,
) -> Iterator[SilencedFile]:
    """Yield each file with suppressions for everything found in it, in the given order.

    `files` is read as needed. `terms` are the reason, name and date to give, which must have
    passed `newslint.suppression.wording.checked_terms`. `new` takes out of a result what
    needs no suppression, because a baseline knows it.

    Raises:
        ConfigError: if the configuration of a file cannot be applied.
    """
    only = new or (lambda result: result)
    waiting = iter(files)
    again = replace(context, progress=lambda _: None)
    while batch := list(islice(waiting, BATCH)):
        results = [only(result) for result in run(batch, context)]
        texts = [loaded.text for loaded in batch]
        covered = [0] * len(batch)
        for _ in range(ROUNDS):
            changed = []
            for number, loaded in enumerate(batch):
                now = replace(loaded, text=texts[number])
                silenced = _silenced(now, results[number], context, terms)
                if silenced.source != texts[number]:
                    texts[number] = silenced.source
                    covered[number] += silenced.covered
                    changed.append(number)
            if not changed:
                break
            checked = run([replace(batch[n], text=texts[n]) for n in changed], again)
            for number, result in zip(changed, checked, strict=True):
                results[number] = only(result)
        for loaded, text, count, result in zip(batch, texts, covered, results, strict=True):
            yield SilencedFile(loaded.text, text, count, result)


def _silenced(loaded: Loaded, result: FileResult, context: Context, terms: Terms) -> Silenced:
    findings = [finding for finding in result.findings if finding.rule not in _NEVER]
    if not findings:
        return Silenced(loaded.text)
    options = context.planner.configuration.for_file(loaded.path).markup
    article = parse_article(loaded.text, loaded.path, options=options, format=loaded.format)
    return write_suppressions(
        article, findings, terms, context.analyser, options, today=context.today
    )
