"""`newslint sources`, as an editor and a spreadsheet use it."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Newslint

pytestmark = pytest.mark.model

STORY = """\
The mill will close in June, **Peta Lorn** said. "We lost two winters," she said.

A source close to the mill said that the wheel had been sold.
"""
GERMAN = "Die Mühle schließt im Juni, sagte die Müllerin. Sie hat zwei Winter lang nicht gemahlen, \
und niemand fragte nach den Steinen."


def write(name: str, data: bytes | str = STORY) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())


def test_a_story_and_its_sources(newslint: Newslint) -> None:
    write("mill.md")
    done = newslint("sources", "mill.md")
    assert (done.code, done.err) == (0, "")
    rows = [line.split() for line in done.out.splitlines()]
    assert rows[0] == ["mill.md"]
    assert rows[2] == ["Peta", "Lorn", "named", "person", "1:32", "2", "4"]
    assert rows[3] == ["A", "source", "close", "to", "the", "mill", "anonymous", "3:1", "1", "0"]


def test_json_is_in_coordinates_of_the_file(newslint: Newslint) -> None:
    source = "\ufeff---\r\ntitle: Mill\r\n---\r\n\r\nThe mill is **shut for** good, Lorn said.\r\n"
    write("mill.md", source)
    (file,) = newslint("sources", "--output-format", "json").json["files"]
    text = source.removeprefix("\ufeff")
    (told,) = file["attributions"]
    ((start, end),) = told["content"]
    assert text[start:end] == "The mill is **shut for** good"
    ((start, end),) = told["source"]
    assert text[start:end] == "Lorn"


def test_a_file_that_cannot_be_read_exits_2_and_the_others_are_reported(
    newslint: Newslint,
) -> None:
    write("mill.md")
    write("latin.md", b"The caf\xe9 closed.\n")
    done = newslint("sources", "gone.md", "latin.md", "mill.md", "--output-format", "json")
    files = {file["path"]: file for file in done.json["files"]}
    assert done.code == 2
    assert files["gone.md"]["errors"][0]["message"] == "gone.md does not exist"
    assert files["latin.md"]["errors"][0]["kind"] == "decode"
    assert files["mill.md"]["ledger"]["named"] == 1
    plain = newslint("sources", "gone.md", "mill.md")
    assert plain.code == 2
    assert plain.out.endswith("failed: 1 file could not be read\n")


def test_csv_keeps_everything_else_on_standard_error(newslint: Newslint) -> None:
    write("a/mill.md")
    write("bare.md", "The mill is shut. Its wheel is gone.\n")
    write("german.md", GERMAN)
    write("latin.md", b"The caf\xe9 closed.\n")
    done = newslint("sources", "--output-format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["path"], row["speaker"], row["line"]) for row in rows] == [
        ("a/mill.md", "Peta Lorn", "1"),
        ("a/mill.md", "A source close to the mill", "3"),
    ]
    assert done.err.splitlines() == [
        "no source: bare.md",
        "not in English: german.md",
        "decode error: latin.md is not UTF-8: byte 7 is 0xe9",
        "4 files; failed: 1 file could not be read",
    ]
    quiet = newslint("sources", "--output-format", "csv", "--quiet")
    assert quiet.err == "decode error: latin.md is not UTF-8: byte 7 is 0xe9\n"


def test_a_folder_is_added_up(newslint: Newslint) -> None:
    write("a.md")
    write("b/c.md")
    write("b/notes.log", "not an article")
    *_, total, balance = newslint("sources", ".").out.splitlines()
    assert total.startswith("2 files, 56 words: 14% quoted, ")
    assert balance == "Sources: 2 named (2 people) against 2 unnamed (2 anonymous)."


def test_standard_input_has_the_format_of_its_name(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "<p>The mill is <b>shut</b>, Ivo Sand said.</p>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
    done = newslint("sources", "-", "--stdin-filename", "a.html", "--output-format", "json")
    (file,) = done.json["files"]
    ((start, end),) = file["attributions"][0]["content"]
    assert (file["format"], page[start:end]) == ("html", "The mill is <b>shut")


def test_the_configuration_decides_what_is_read(newslint: Newslint) -> None:
    write("newslint.toml", 'exclude = ["old/**"]\n')
    write("mill.md")
    write("old/mill.md")
    files = newslint("sources", "--output-format", "json").json["files"]
    assert [file["path"] for file in files] == ["mill.md"]
    assert "skipped: old" in newslint("sources", "--show-skipped").out


@pytest.mark.parametrize(
    ("arguments", "setting"),
    [(("--nonsense",), ""), ((), "profil = 1\n")],
    ids=["option", "setting"],
)
def test_json_is_valid_however_the_run_ends(
    newslint: Newslint, arguments: tuple[str, ...], setting: str
) -> None:
    write("newslint.toml", setting)
    done = newslint("sources", *arguments, "--output-format", "json")
    assert (done.code, done.json["files"]) == (2, [])
    assert done.json["errors"][0]["message"]


def test_an_empty_folder_is_said_to_be_empty(newslint: Newslint) -> None:
    done = newslint("sources")
    assert (done.code, done.out) == (0, "info: no articles to check\n")
