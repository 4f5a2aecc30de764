"""The file of a baseline: friendly to merges, free of text, and checked when it is read."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from newslint.baseline import Baseline, parse, written
from newslint.baseline.form import of
from newslint.errors import ConfigError
from newslint.result import Known

A = Known("a.md", "quotes.nested", "0123456789abcdef", 2)
B = Known("b é.md", "structure.missing-date", "fedcba9876543210", 1, anchored=True)


def test_it_has_one_entry_a_line_sorted_by_path() -> None:
    assert written(of([B, A])) == (
        '{\n"version": 1,\n"entries": [\n'
        '{"path": "a.md", "rule": "quotes.nested", "fingerprint": "0123456789abcdef", '
        '"count": 2},\n'
        '{"path": "b é.md", "rule": "structure.missing-date", "fingerprint": "fedcba9876543210", '
        '"count": 1, "scope": "document"}\n'
        "]\n}\n"
    )


def test_what_is_written_is_read_again() -> None:
    assert parse(written(of([A, B])), "b") == of([A, B])
    assert parse(written(Baseline()), "b") == Baseline()


def test_equal_entries_of_a_merge_count_once() -> None:
    line = written(of([A])).splitlines()[3]
    text = written(of([A])).replace(line, f"{line},\n{line.replace('2}', '3}')}")
    assert parse(text, "b").entries == (Known("a.md", "quotes.nested", "0123456789abcdef", 3),)


def test_a_name_that_is_not_utf_8_survives() -> None:
    entry = Known("b\udcfc.md", "quotes.nested", "0123456789abcdef")
    text = written(of([entry])).encode("utf-8", "backslashreplace").decode()
    assert parse(text, "b").entries == (entry,)


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "known.json: it is not JSON"),
        ("[]", "known.json: it is not a baseline of newslint"),
        ('{"entries": []}', "known.json: it is not a baseline of newslint"),
        ('{"version": 2, "entries": []}', "known.json has version 2; this newslint knows version"),
        ('{"version": 1, "entrys": []}', "known.json: unknown key 'entrys'"),
        ('{"version": 1}', 'known.json: "entries" is not a list'),
        ('{"version": 1, "entries": [7]}', "known.json, entry 1: it is not an object"),
        ('{"version": 1, "entries": [{"path": "a"}]}', "entry 1: it needs a path, a rule and"),
        (written(of([A])).replace("2}", "0}"), "entry 1: \"count\" is not a number above 0"),
        (written(of([A])).replace("2}", "true}"), "entry 1: \"count\" is not a number above 0"),
        (written(of([A])).replace("0123", "zzzz"), "a fingerprint of 16 hexadecimal digits"),
        ("[" * 100_000, "known.json: it is n"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_it_is_said(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse(text, "known.json")
    assert message in raised.value.message
    assert raised.value.hint


def test_an_unresolved_merge_is_named_with_its_line() -> None:
    text = written(of([A])).replace('{"path"', '<<<<<<< HEAD\n{"path"')
    with pytest.raises(ConfigError, match=r"known\.json, line 4: a merge conflict is not resolved"):
        parse(text, "known.json")


def test_two_branches_merge_by_themselves(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        settings = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        done = subprocess.run(
            ["git", *settings, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return done.stdout

    file = tmp_path / "known.json"
    middle = [Known(f"m{n}.md", "quotes.nested", "0" * 16) for n in range(3)]

    def commit(*entries: Known) -> None:
        file.write_text(written(of([*middle, *entries])), encoding="utf-8")
        git("add", "known.json")
        git("commit", "-qm", "Now")

    git("init", "-q", "-b", "main")
    commit()
    git("switch", "-qc", "other")
    last = Known("z.md", "quotes.nested", "1" * 16)
    commit(last)
    git("switch", "-q", "main")
    commit(A)
    git("merge", "-q", "other")
    assert parse(file.read_text(encoding="utf-8"), "b") == of([A, *middle, last])
    json.loads(file.read_text(encoding="utf-8"))
