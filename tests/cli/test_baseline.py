"""`newslint baseline`, and checks that know what was there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Newslint

FILE = "newslint-baseline.json"
BAD = "A bad day.\n\nA fine evening.\n"


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def entries() -> list[dict[str, Any]]:
    data: dict[str, Any] = json.loads(Path(FILE).read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = data["entries"]
    return found


@pytest.fixture
def archive(newslint: Newslint) -> Newslint:
    """A repository with one known finding, whose configuration names the baseline."""
    write("newslint.toml", f'baseline = "{FILE}"\n')
    write("a.md", BAD)
    assert newslint("baseline", "create").code == 0
    return newslint


def test_it_holds_no_text(archive: Newslint) -> None:
    (entry,) = entries()
    assert (entry["path"], entry["rule"], entry["count"]) == ("a.md", "words.bad", 1)
    assert set(entry) == {"path", "rule", "fingerprint", "count"}


def test_what_is_known_is_left_out_and_counted(archive: Newslint) -> None:
    done = archive("check", "--output-format", "json")
    assert done.json["files"][0]["findings"] == []
    assert done.json["files"][0]["baselined"] == 1
    assert done.json["baseline"] == {"file": FILE, "unmatched": []}
    assert archive("check").out == "nothing found in 1 file (1 baselined)\n"


def test_what_is_new_is_reported(archive: Newslint) -> None:
    write("a.md", BAD + "\nA bad night.\n")
    done = archive("check", "--output-format", "concise")
    assert done.out.splitlines() == ["a.md:5:3: error [words.bad] Find another word for bad."]
    assert done.code == 1


def test_without_the_baseline_everything_is(archive: Newslint) -> None:
    assert archive("check", "--no-baseline").code == 1
    assert archive("check", "--no-baseline", "--output-format", "json").json["baseline"] is None


def test_it_applies_from_a_folder_below(archive: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    write("news/b.md", BAD)
    assert archive("baseline", "update", "--grow").code == 0
    monkeypatch.chdir("news")
    assert archive("check").code == 0
    assert archive("check", "../a.md").code == 0


def test_an_article_that_moved_is_still_known(archive: Newslint) -> None:
    Path("a.md").rename("b.md")
    assert archive("check").code == 0
    archive("baseline", "update")
    assert [entry["path"] for entry in entries()] == ["b.md"]


def test_what_is_no_longer_found_is_said_and_fails_only_when_asked(archive: Newslint) -> None:
    write("a.md", "A fine evening.\n")
    done = archive("check")
    assert done.code == 0
    assert "1 known finding no longer found in a.md; `newslint baseline update`" in done.out
    strict = archive("check", "--strict-baseline", "--output-format", "json")
    assert strict.code == 1
    assert strict.json["baseline"]["unmatched"][0]["path"] == "a.md"
    because = strict.json["summary"]["because"]
    assert because == "1 finding of the baseline no longer found (--strict-baseline)"


def test_update_shrinks_and_grows_only_when_asked(archive: Newslint) -> None:
    write("a.md", "A fine evening.\n")
    write("b.md", BAD)
    done = archive("baseline", "update")
    assert done.code == 0
    assert f"{FILE} knows 0 findings (1 before); 2 articles checked" in done.out
    assert archive("check").code == 1
    archive("baseline", "update", "--grow")
    assert [entry["path"] for entry in entries()] == ["b.md"]
    assert archive("check").code == 0


def test_update_of_one_folder_leaves_the_rest_alone(archive: Newslint) -> None:
    write("a.md", "A fine evening.\n")
    write("news/b.md", BAD)
    archive("baseline", "update", "--grow", "news")
    assert [entry["path"] for entry in entries()] == ["a.md", "news/b.md"]


def test_prune_only_takes_out(archive: Newslint) -> None:
    write("b.md", BAD)
    Path("a.md").unlink()
    write("c.md", "A fine day.\n")
    archive("baseline", "prune")
    assert [entry["path"] for entry in entries()] == ["a.md"]  # b.md is where it went
    Path("b.md").unlink()
    archive("baseline", "prune")
    assert entries() == []


def test_show_counts_by_rule_and_article(archive: Newslint) -> None:
    done = archive("baseline", "show")
    assert done.out == (
        "      1  words.bad\n\n      1  a.md\n\n1 known finding of 1 rule in 1 article\n"
    )
    shown = json.loads(archive("baseline", "show", "--output-format", "json").out)
    assert shown["rules"] == {"words.bad": 1}


def test_create_overwrites_nothing(archive: Newslint) -> None:
    before = Path(FILE).read_bytes()
    done = archive("baseline", "create")
    assert done.code == 2
    assert "there is a baseline already" in done.err
    assert Path(FILE).read_bytes() == before


@pytest.mark.parametrize("command", [["check"], ["baseline", "update"], ["baseline", "show"]])
@pytest.mark.parametrize(
    "text, message",
    [
        ("{", "it is not JSON"),
        ('{"version": 9, "entries": []}', "has version 9"),
        ('{\n<<<<<<< HEAD\n"version": 1}', "line 2: a merge conflict is not resolved"),
    ],
)
def test_a_broken_one_is_an_error_and_stays(
    archive: Newslint, command: list[str], text: str, message: str
) -> None:
    write(FILE, text)
    done = archive(*command)
    assert done.code == 2
    assert message in done.err
    assert Path(FILE).read_text(encoding="utf-8") == text


def test_one_that_is_not_there_is_an_error_before_any_work(newslint: Newslint) -> None:
    done = newslint("check", "--baseline", "gone.json", "--output-format", "json")
    assert done.code == 2
    assert done.json["summary"]["because"] == "there is no baseline gone.json"


def test_one_file_that_cannot_be_read_loses_no_entries(archive: Newslint) -> None:
    before = entries()
    Path("a.md").write_bytes(b"\xff bad")
    assert archive("baseline", "update").code == 2
    assert entries() == before


def test_suppressions_are_added_to_what_is_new_only(archive: Newslint) -> None:
    write("a.md", BAD + "\nA bad night.\n")
    write("b.md", BAD)
    terms = ["--by", "Ada Brook", "--until", "2999-01-31"]
    done = archive("check", "--add-suppressions", "quoted from the record", *terms)
    assert (done.code, done.out) == (0, "suppressed 2 findings in 2 files\n")
    text = Path("a.md").read_text(encoding="utf-8")
    comment = "<!-- newslint: ignore words.bad -- quoted from the record by Ada Brook until"
    assert text.startswith("A bad day.\n")
    assert f"{comment} 2999-01-31 -->\nA bad night.\n" in text.replace("-->\n\n", "-->\n")
    assert archive("check").code == 0


def test_both_ways_to_add_suppressions_write_the_same(newslint: Newslint) -> None:
    texts = []
    for command in (["check", "--add-suppressions", "old"], ["suppressions", "--add", "old"]):
        write("a.md", BAD)
        assert newslint(*command).code == 0
        texts.append(Path("a.md").read_text(encoding="utf-8"))
    assert texts[0] == texts[1] != BAD


@pytest.mark.parametrize(
    "options, message",
    [
        (["--by", "Ada"], "--by and --until go with --add-suppressions"),
        (["--add-suppressions", "old", "--output-format", "json"], "writes no report"),
        (["--budget", "words"], "'words' is not a rule or group and a number"),
        (["--budget", "words=-1"], "is not a rule or group and a number"),
        (["--budget", "wrods=1"], "--budget: there is no group 'wrods'"),
        (["--max-warnings", "-1"], "-1 is not in the range"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    newslint: Newslint, options: list[str], message: str
) -> None:
    done = newslint("check", *options)
    assert done.code == 2
    assert message in done.err


def test_limits_from_the_command_line_count_what_is_new(archive: Newslint) -> None:
    write("b.md", BAD + "\nA bad night.\n")
    gate = ["--fail-on", "never", "--budget"]
    assert archive("check", *gate, "words=2").code == 0
    done = archive("check", *gate, "words.bad=1")
    assert done.code == 1
    assert done.out.endswith("; failed: 2 of words.bad (budget 1)\n")
    assert archive("check", *gate, "all=1").code == 1


def test_the_command_line_outbids_the_settings(newslint: Newslint) -> None:
    write("newslint.toml", '[rules]\n"words.bad" = "warning"\n[budgets]\nwords = 0\n')
    write("a.md", BAD)
    assert newslint("check").code == 1
    assert newslint("check", "--budget", "words=1").code == 0
    done = newslint("check", "--budget", "words=1", "--max-warnings", "0")
    assert done.out.endswith("1 warning in 1 file; failed: 1 warning (max-warnings 0)\n")


def test_a_budget_in_the_settings_must_name_something(newslint: Newslint) -> None:
    write("newslint.toml", "[budgets]\nwrods = 1\n")
    assert "newslint.toml: budgets: there is no group 'wrods'" in newslint("check").err
