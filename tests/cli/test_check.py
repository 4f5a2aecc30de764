"""`newslint check`, as a newsroom and its scripts use it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Newslint

BAD = "A bad day.\n"


def write(name: str, text: str = BAD) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_a_finding_is_shown_and_fails_the_run(newslint: Newslint) -> None:
    write("story.md")
    done = newslint("check", "story.md")
    assert done.code == 1
    assert done.out == (
        "story.md\n  1:3 error words.bad Find another word for bad.\n"
        "    │ A bad day.\n    │   ^^^\n\n"
        "1 error in 1 file; failed: 1 error (--fail-on error)\n"
    )
    assert done.err == ""


def test_lint_is_the_same_as_check(newslint: Newslint) -> None:
    write("story.md")
    assert newslint("lint", "story.md").out == newslint("check", "story.md").out


def test_without_paths_the_working_directory_is_searched(newslint: Newslint) -> None:
    write("b/story.md")
    write("a.md", "A good day.\n")
    found = newslint("check", "--output-format", "json").json["files"]
    assert [(f["path"], len(f["findings"])) for f in found] == [("a.md", 0), ("b/story.md", 1)]


def test_an_empty_folder_is_said_to_be_empty(newslint: Newslint) -> None:
    done = newslint("check")
    assert (done.code, done.out) == (0, "info: no articles to check\nnothing found in 0 files\n")


def test_standard_input_is_read_under_the_given_name(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<p>A bad day.</p>")))
    done = newslint("check", "-", "--stdin-filename", "posts/a.html", "--output-format", "json")
    (file,) = done.json["files"]
    assert (file["path"], file["format"]) == ("posts/a.html", "html")
    assert file["findings"][0]["start"] == {"line": 1, "column": 6}


def test_concise_output_keeps_everything_else_on_standard_error(newslint: Newslint) -> None:
    write("story.md")
    write("empty.md", "")
    done = newslint("check", "--output-format", "concise")
    assert done.out == "story.md:1:3: error [words.bad] Find another word for bad.\n"
    assert done.err == (
        "info: empty.md is empty\n1 error in 2 files; failed: 1 error (--fail-on error)\n"
    )
    assert newslint("check", "--output-format", "concise", "--quiet").err == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--exit-zero",), 0),
        (("--ignore", "words.bad"), 0),
        (("--ignore", "structure,words"), 0),
        (("--select", "structure"), 0),
        (("--select", "words.bad"), 1),
    ],
)
def test_options_decide_what_fails(
    newslint: Newslint, arguments: tuple[str, ...], code: int
) -> None:
    write("story.md")
    assert newslint("check", "story.md", *arguments).code == code


def test_the_configuration_is_found_and_the_command_line_goes_before_it(
    newslint: Newslint,
) -> None:
    write("story.md")
    write("newslint.toml", 'fail-on = "never"\n')
    assert newslint("check").code == 0
    assert newslint("check", "--fail-on", "error").code == 1


def test_a_configuration_can_be_given(newslint: Newslint) -> None:
    write("story.md")
    write("conf/house.toml", '[rules]\n"words.bad" = "warning"\n')
    done = newslint("check", "--config", "conf/house.toml", "--output-format", "json")
    assert done.json["files"][0]["findings"][0]["severity"] == "warning"


def test_the_limits_of_the_configuration_hold(newslint: Newslint) -> None:
    write("story.md")
    write("newslint.toml", 'max-warnings = 0\n[rules]\nwords = "warning"\n')
    assert newslint("check").out.endswith("failed: 1 warning (max-warnings 0)\n")


def test_suppressions_expire_against_the_day_of_the_run(newslint: Newslint) -> None:
    write("story.md", "<!-- newslint: ignore words.bad -- a name until 2001-01-01 -->\n\n" + BAD)
    findings = newslint("check", "--output-format", "json").json["files"][0]["findings"]
    assert [f["rule"] for f in findings] == ["structure.expired-suppression", "words.bad"]


def test_what_is_suppressed_is_listed(newslint: Newslint) -> None:
    write("story.md", "<!-- newslint: ignore words.bad -- a name by KM -->\n\n" + BAD)
    values = newslint("check", "--output-format", "json").json
    assert values["files"][0]["suppressed"] == [
        {
            "rule": "words.bad",
            "span": {"start": 55, "end": 58},
            "reason": "a name",
            "by": "KM",
            "until": None,
        }
    ]
    assert values["summary"]["suppressed"] == 1


def test_left_out_files_are_listed_on_request(newslint: Newslint) -> None:
    write("README.md")
    assert "README.md" not in newslint("check").out
    assert "skipped: README.md: excluded by default" in newslint("check", "--show-skipped").out


def test_a_hook_leaves_out_what_is_excluded_though_it_names_it(newslint: Newslint) -> None:
    write("README.md")
    assert newslint("check", "README.md").code == 1
    assert newslint("check", "--force-exclude", "README.md").code == 0


def test_a_rule_that_asks_for_the_undeclared_is_announced(newslint: Newslint) -> None:
    write("story.md")
    done = newslint("check", "--select", "words.undeclared", "--fail-on", "never")
    assert "info: rule words.undeclared asks for 'sentences' without declaring it" in done.out


@pytest.mark.parametrize("date", ["2024-2-30", "yesterday"])
def test_a_date_that_is_none_is_refused(newslint: Newslint, date: str) -> None:
    done = newslint("check", "--date", date)
    assert done.code == 2
    assert f"'--date': '{date}' is no day: write it as in 2027-01-31." in done.err
