"""The sources of a survey in every format: the same figures, and nothing to inject."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from newslint.article import BlockKind
from newslint.attribution.graph import (
    Attribution,
    CueClass,
    Directness,
    Source,
    SourceKind,
    Speaker,
)
from newslint.engine.survey import FileSources, summarise
from newslint.finding import Position
from newslint.ledger import Entry, Ledger, SentenceEntry
from newslint.reports import ReportOptions
from newslint.reports.sources_csv import COLUMNS, cell
from newslint.result import FileError, Notice
from newslint.span import Span

HOSTILE = "\x1b[31mRed\x07 [bold]x[/bold] \u202eevil\u2066\n::error::no"


def entry(
    number: int,
    label: str,
    kind: SourceKind,
    *,
    role: str | None = None,
    statements: int = 1,
    refusals: int = 0,
    quoted: int = 0,
) -> Entry:
    speaker = Speaker(
        number,
        label if kind is SourceKind.NAMED_PERSON else None,
        role,
        kind,
        Span(10 * number, 10 * number + 5),
        statements + refusals or 1,
        quoted,
    )
    return Entry(speaker, label, Position(number + 1, 3), statements, refusals=refusals)


LEDGER = Ledger(
    (
        entry(0, "Peta Lorn", SourceKind.NAMED_PERSON, role="miller", statements=4, quoted=12),
        entry(1, "a clerk", SourceKind.ANONYMOUS),
        entry(2, "the Gull", SourceKind.OUTLET, statements=0, refusals=1),
        entry(3, "the council", SourceKind.ORGANISATION, statements=0),
    ),
    (SentenceEntry(Span(0, 30), True, BlockKind.PARAGRAPH),),
    words=200,
    quoted_words=12,
    attributed_words=64,
    stated_words=50,
    statements=5,
    sourceless=2,
    heaviest=0,
    heaviest_count=4,
)

ATTRIBUTION = Attribution(
    (Span(0, 8), Span(12, 20)),
    (Span(9, 11),),
    Source((Span(21, 30),), SourceKind.ANONYMOUS, head=Span(23, 28), terms=Span(31, 40)),
    Directness.MIXED,
    CueClass.DOUBTING,
    "claim",
    speaker=1,
)

FILE = FileSources("mill.md", "markdown", LEDGER, (ATTRIBUTION,))


def shown(name: str, *files: FileSources, notices: tuple[Notice, ...] = (), **options: int) -> str:
    """Return what the format `name` makes of these files, without spaces at line ends."""
    stream = io.StringIO()
    write = import_module(f"newslint.reports.sources_{name}").write
    write(summarise(files, notices), stream, ReportOptions(**options))  # type: ignore[arg-type] # by name
    return "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))


def test_text_has_a_table_of_sources_a_balance_and_a_warning() -> None:
    assert shown("text", FILE) == snapshot("""\
mill.md
  source     kind          role    first mention  attributions  words quoted
  Peta Lorn  named person  miller  1:3                       4            12
  a clerk    anonymous             2:3                       1             0
  200 words: 6% quoted, 25% attributed to sources.
  Sources: 1 named (1 person) against 1 unnamed (1 anonymous).
  Single source: Peta Lorn stands behind 4 of 5 statements.
  2 attributions name no source.
  No comment from: the Gull.
  Beliefs, wishes or decisions without a statement: the council.

""")


def test_text_says_plainly_that_there_is_no_source() -> None:
    bare = FileSources("mill.md", "markdown", Ledger(words=40))
    assert shown("text", bare) == snapshot("""\
mill.md
  40 words: 0% quoted, 0% attributed to sources.
  No source: this article cites nobody.

""")


def test_text_says_when_only_pronouns_tell_who_speaks() -> None:
    pronouns = FileSources("mill.md", "markdown", Ledger(words=9, statements=2, unplaced=2))
    assert "No source can be told: 2 statements, and only pronouns" in shown("text", pronouns)


def test_text_guesses_nothing_in_another_language() -> None:
    foreign = FileSources("mill.md", "markdown", Ledger(words=40), english=False)
    assert shown("text", foreign) == snapshot("""\
mill.md
  Not in English. newslint reads no other language: nothing was guessed.

""")


def test_text_adds_up_several_files() -> None:
    bare = FileSources("bare.md", "markdown", Ledger(words=40))
    failed = FileSources("gone.md", "markdown", errors=(FileError("read", "gone", "look"),))
    notice = Notice("info", "empty.md is empty")
    output = shown("text", FILE, bare, failed, notices=(notice,))
    assert output[output.index("gone.md\n") :] == snapshot("""\
gone.md
  read error gone
    look

mill.md
  source     kind          role    first mention  attributions  words quoted
  Peta Lorn  named person  miller  1:3                       4            12
  a clerk    anonymous             2:3                       1             0
  200 words: 6% quoted, 25% attributed to sources.
  Sources: 1 named (1 person) against 1 unnamed (1 anonymous).
  Single source: Peta Lorn stands behind 4 of 5 statements.
  2 attributions name no source.
  No comment from: the Gull.
  Beliefs, wishes or decisions without a statement: the council.

info: empty.md is empty
3 files, 240 words: 5% quoted, 21% attributed to sources, 5 statements.
Sources: 1 named (1 person) against 1 unnamed (1 anonymous).
Without a source: 1 (bare.md)
On a single source: 1 (mill.md)
failed: 1 file could not be read
""")


def test_quiet_text_has_no_totals() -> None:
    bare = FileSources("bare.md", "markdown", Ledger(words=40))
    assert "2 files" not in shown("text", FILE, bare, quiet=True)


def test_long_lists_of_files_are_cut() -> None:
    files = [FileSources(f"{n:02}.md", "markdown", Ledger(words=9)) for n in range(12)]
    last = shown("text", *files).splitlines()[-1]
    assert last.startswith("Without a source: 12 (00.md, 01.md")
    assert last.endswith("09.md, and 2 more)")


def test_a_narrow_terminal_folds_the_table_and_cuts_nothing() -> None:
    lines = shown("text", FILE, width=46).splitlines()
    table = lines[1 : next(n for n, line in enumerate(lines) if "200 words" in line)]
    assert all(len(line) <= 46 for line in table)
    assert "…" not in "".join(table)


@pytest.mark.parametrize("name", ["text", "csv", "json"])
def test_no_control_or_bidirectional_character_reaches_the_output(name: str) -> None:
    hostile = dataclasses.replace(
        FILE,
        path=f"{HOSTILE}.md",
        ledger=dataclasses.replace(
            LEDGER, entries=(entry(0, HOSTILE, SourceKind.NAMED_PERSON, role=HOSTILE),)
        ),
        errors=(FileError("parse", HOSTILE, HOSTILE),),
    )
    output = shown(name, hostile, width=200, notices=(Notice("info", HOSTILE),))
    assert not set(output) & set("\x1b\x07\u202e\u2066")
    assert not any(line.lstrip().startswith("::") for line in output.splitlines())
    if name != "csv":  # the path and the role are cells there, the errors are elsewhere
        assert "[bold]x[/bold]" in output


def test_json_is_the_contract() -> None:
    values = json.loads(shown("json", FILE))
    assert values["version"] == 1
    (file,) = values["files"]
    assert file["path"] == "mill.md"
    assert file["attributions"] == [
        {
            "content": [[0, 8], [12, 20]],
            "cue": [[9, 11]],
            "source": [[21, 30]],
            "quotation": "mixed",
            "cue_class": "doubting",
            "cue_lemma": "claim",
            "negated": False,
            "source_type": "anonymous",
            "head": [23, 28],
            "name": None,
            "role": None,
            "plural": False,
            "descriptor": None,
            "reason": None,
            "terms": [31, 40],
            "speaker": 1,
            "via": None,
        }
    ]
    assert file["speakers"][0] == {
        "id": 0,
        "name": "Peta Lorn",
        "role": "miller",
        "type": "named-person",
        "first_mention": [0, 5],
        "attributions": 4,
        "quoted_words": 12,
        "label": "Peta Lorn",
        "start": {"line": 1, "column": 3},
        "statements": 4,
        "relayed": 0,
        "refusals": 0,
    }
    assert file["sentences"] == [{"span": [0, 30], "attributed": True, "block": "paragraph"}]
    ledger = file["ledger"]
    assert (ledger["words"], ledger["quoted_share"], ledger["attributed_share"]) == (
        200,
        0.06,
        0.32,
    )
    counts = [ledger[key] for key in ("named", "anonymous", "documents", "outlets")]
    assert counts == [1, 1, 0, 1]
    assert ledger["sources"]["outlets"] == 0, "it declined to comment"
    assert ledger["single_source"] == 0
    assert file["errors"] == []


def test_json_has_totals_and_says_how_the_run_ended() -> None:
    failed = FileSources("gone.md", "markdown", errors=(FileError("read", "gone", "look"),))
    values = json.loads(shown("json", FILE, FILE, failed))
    assert values["files"][0]["errors"] == [
        {"kind": "read", "rule": None, "message": "gone", "hint": "look"}
    ]
    totals = values["totals"]
    assert (totals["files"], totals["articles"], totals["words"]) == (3, 2, 400)
    assert (totals["named"], totals["anonymous"], totals["attributed_share"]) == (2, 2, 0.32)
    assert totals["single_source"] == ["mill.md", "mill.md"]
    assert values["summary"] == {
        "files": 3,
        "errors": 1,
        "exit": 2,
        "because": "1 file could not be read",
    }


def test_csv_has_a_row_for_each_speaker() -> None:
    assert shown("csv", FILE) == snapshot("""\
path,speaker,kind,role,line,column,attributions,statements,relayed,refusals,quoted_words,words_in_article
mill.md,Peta Lorn,named-person,miller,1,3,4,4,0,0,12,200
mill.md,a clerk,anonymous,,2,3,1,1,0,0,0,200
mill.md,the Gull,outlet,,3,3,1,0,0,1,0,200
mill.md,the council,organisation,,4,3,1,0,0,0,0,200
""")


@pytest.mark.parametrize(
    ("text", "shown_as"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'x"),
        ("\r=x", "'=x"),
        ("  =x", "'=x"),
        ("＝x", "'＝x"),
        ("a\nb", "a b"),
        ("1-2", "1-2"),
        ('Ann "Nan" Lee, miller', 'Ann "Nan" Lee, miller'),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula_or_more_than_a_line(text: str, shown_as: str) -> None:
    assert cell(text) == shown_as


@given(label=st.text(max_size=20), role=st.text(max_size=20), path=st.text(max_size=20))
def test_csv_reads_back_as_one_row_whatever_is_in_it(label: str, role: str, path: str) -> None:
    one = entry(0, label, SourceKind.NAMED_PERSON, role=role)
    ledger = dataclasses.replace(LEDGER, entries=(one,))
    rows = list(csv.reader(io.StringIO(shown("csv", FileSources(path, "text", ledger)))))
    assert [len(row) for row in rows if row] == [len(COLUMNS), len(COLUMNS)]
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in rows[1])
