"""Who says what, for people: a table of the sources of each file, and what they add up to.

Everything is put together as `Text`: rich reads square brackets in plain strings as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newslint.attribution.graph import SourceKind
from newslint.engine.survey import FileSources, Survey, Totals
from newslint.ledger import Entry
from newslint.reports import ReportOptions
from newslint.reports.terminal import console_for
from newslint.reports.text import error_text, notice_text
from newslint.reports.visible import one_line, visible, visible_path
from newslint.result import count

_INDENT = "  "
_COLUMNS = ("source", "kind", "role", "first mention", "attributions", "words quoted")
_NUMBERS = frozenset({"attributions", "words quoted"})
#: Longer labels and roles are cut: a source may be described in half a sentence.
_LONGEST = 80
#: As many paths are listed after the totals.
_MOST_PATHS = 10

_NAMED = {
    SourceKind.NAMED_PERSON: ("person", "people"),
    SourceKind.OFFICE: ("office", "offices"),
    SourceKind.ORGANISATION: ("organisation", "organisations"),
}
_UNNAMED = {
    SourceKind.ANONYMOUS: ("anonymous", "anonymous"),
    SourceKind.COLLECTIVE: ("collective", "collective"),
}
_OTHER = {
    SourceKind.DOCUMENT: ("document", "documents"),
    SourceKind.OUTLET: ("outlet", "outlets"),
    SourceKind.UNKNOWN: ("of unknown kind", "of unknown kind"),
}


def write(survey: Survey, stream: TextIO, options: ReportOptions) -> None:
    """Write the sources of each file, then notices, and totals if there are several files."""
    console = console_for(stream, options)
    for file in survey.files:
        _print(console, Text(visible_path(file.path), "bold"))
        for error in file.errors:
            console.print(error_text(error, _INDENT), end="", soft_wrap=True)
        sources = file.ledger.sources
        if sources:
            console.print(Padding(_table(sources), (0, 0, 0, len(_INDENT)), expand=False))
        for line in _remarks(file):
            _print(console, Text(_INDENT).append_text(line))
        _print(console, Text())
    if options.quiet:
        return
    for notice in survey.notices:
        console.print(notice_text(notice), end="", soft_wrap=True)
    if survey.totals.files > 1:
        for line in _sums(survey.totals):
            _print(console, line)
    if survey.because:
        _print(console, Text(f"failed: {survey.because}", "bold red"))


def _print(console: Console, line: Text) -> None:
    console.print(line, soft_wrap=True)


def _table(sources: Iterable[Entry]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in _COLUMNS:
        table.add_column(
            Text(name), justify="right" if name in _NUMBERS else "left", overflow="fold"
        )
    for entry in sorted(sources, key=lambda e: e.speaker.first_mention):
        speaker = entry.speaker
        table.add_row(
            Text(_short(entry.label), "bold"),
            Text(speaker.kind.value.replace("-", " "), _style(speaker.kind)),
            Text(_short(speaker.role or "")),
            Text(f"{entry.place.line}:{entry.place.column}"),
            Text(str(speaker.attributions)),
            Text(str(speaker.quoted_words)),
        )
    return table


def _style(kind: SourceKind) -> str:
    return "yellow" if kind in _UNNAMED or kind is SourceKind.UNKNOWN else ""


def _short(text: str) -> str:
    shown = one_line(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1].rstrip()}…"


def _remarks(file: FileSources) -> Iterator[Text]:
    """Yield what there is to say about a file below its table."""
    ledger = file.ledger
    if not file.english:
        yield Text("Not in English. newslint reads no other language: nothing was guessed.")
        return
    if not ledger.words and not ledger.entries:
        if not file.errors:
            yield Text("There is no running text.")
        return
    yield Text(
        f"{count(ledger.words, 'word')}: {ledger.quoted_share:.0%} quoted, "
        f"{ledger.stated_share:.0%} attributed to sources."
    )
    if ledger.sources:
        yield Text(f"{_voices(ledger.count_sources)}.")
    if not ledger.statements:
        yield Text("No source: this article cites nobody.", "bold yellow")
    elif not ledger.sources:
        said = count(ledger.statements, "statement")
        yield Text(f"No source can be told: {said}, and only pronouns say whose.", "bold yellow")
    elif ledger.unplaced:
        yield Text(f"Whose they are cannot be told: {count(ledger.unplaced, 'statement')}.")
    single = ledger.single_source
    if single:
        yield Text(
            f"Single source: {_short(single.label)} stands behind {ledger.heaviest_count} of "
            f"{ledger.statements} statements.",
            "bold yellow",
        )
    if ledger.sourceless:
        verb = "names" if ledger.sourceless == 1 else "name"
        yield Text(f"{count(ledger.sourceless, 'attribution')} {verb} no source.")
    others = [e for e in ledger.entries if not e.is_source]
    held = [e for e in others if not e.refusals and e.speaker.kind is not SourceKind.UNKNOWN]
    yield from _listed("No comment from", [e for e in others if e.refusals])
    yield from _listed("Beliefs, wishes or decisions without a statement", held)


def _listed(title: str, entries: list[Entry]) -> Iterator[Text]:
    names = list(dict.fromkeys(_short(e.label) for e in entries if e.speaker.attributions))
    if names:
        yield Text(f"{title}: {', '.join(names)}.", "dim")


def _voices(number: Callable[[SourceKind], int]) -> str:
    """Return `Sources: 2 named (2 people) against 1 unnamed (1 anonymous); 1 outlet`, or so."""
    parts = []
    for title, kinds in (("named", _NAMED), ("unnamed", _UNNAMED)):
        inner = _kinds(number, kinds)
        total = sum(number(kind) for kind in kinds)
        parts.append(f"{total} {title}" + (f" ({', '.join(inner)})" if inner else ""))
    return "Sources: " + "; ".join([" against ".join(parts), *_kinds(number, _OTHER)])


def _kinds(
    number: Callable[[SourceKind], int], kinds: dict[SourceKind, tuple[str, str]]
) -> list[str]:
    numbers = {kind: number(kind) for kind in kinds}
    return [f"{n} {kinds[kind][n > 1]}" for kind, n in numbers.items() if n]


def _sums(totals: Totals) -> Iterator[Text]:
    yield Text(
        f"{count(totals.files, 'file')}, {count(totals.words, 'word')}: "
        f"{totals.quoted_share:.0%} quoted, {totals.stated_share:.0%} attributed to sources, "
        f"{count(totals.statements, 'statement')}.",
        "bold",
    )
    if totals.sources:
        yield Text(f"{_voices(lambda kind: totals.sources.get(kind, 0))}.", "bold")
    yield from _paths("Without a source", totals.without_source)
    yield from _paths("On a single source", totals.single_source)
    yield from _paths("Not in English", totals.other_language)


def _paths(title: str, paths: tuple[str, ...]) -> Iterator[Text]:
    if paths:
        shown = ", ".join(visible(path) for path in paths[:_MOST_PATHS])
        more = len(paths) - _MOST_PATHS
        yield Text(f"{title}: {len(paths)} ({shown}{f', and {more} more' if more > 0 else ''})")
