"""`newslint suppressions`: who asked for what to be ignored, and asking it for an archive."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from newslint.cli.main import main
from tests.cli.conftest import Newslint

BAD = "A bad day.\n"
ROOT = Path(__file__).resolve().parent.parent.parent


def write(name: str, text: str = BAD) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8"))
    return file


def note(words: str, text: str = BAD) -> str:
    return f"<!-- newslint: {words} -->\n{text}"


def listed(newslint: Newslint, *arguments: str) -> list[dict[str, Any]]:
    """Return the suppressions of all files."""
    values = newslint("suppressions", "--output-format", "json", *arguments).json
    return [one for file in values["files"] for one in file["suppressions"]]


@pytest.mark.parametrize(
    ("source", "state", "detail"),
    [
        (note("ignore words.bad -- a name by KM until 2999-01-31"), "active", ""),
        (note("ignore words.bad -- a name", "A day.\n"), "unused", "nothing is reported by"),
        (note("ignore words.bad -- a name until 2001-01-31"), "expired", "no effect any more"),
        (note("ignore words.bda -- a name"), "malformed", "did you mean words.bad?"),
        (note("disable words.bad"), "malformed", "'disable' is not known"),
        (note("ignore words.bad"), "no reason", 'add " -- " and why'),
        (note("ignore words.raising -- a name"), "not checked", "did not run"),
        (note("off words -- a list"), "active", ""),
        ("---\nnewslint: {ignore: words.bad -- a name}\n---\n\n" + BAD, "active", ""),
    ],
)
def test_each_suppression_is_listed_with_what_became_of_it(
    newslint: Newslint, source: str, state: str, detail: str
) -> None:
    write("newslint.toml", '[rules]\n"words.raising" = "off"\n')
    write("story.md", source)
    [one] = listed(newslint)
    assert one["state"] == state
    assert detail in one["detail"]


def test_everything_that_was_said_is_listed(newslint: Newslint) -> None:
    write("story.md", "A day.\n\n" + note("ignore words.bad -- a name by KM until 2999-01-31"))
    assert listed(newslint) == [
        {
            "line": 3,
            "span": {"start": 8, "end": 76},
            "verb": "ignore",
            "rules": ["words.bad"],
            "reason": "a name",
            "by": "KM",
            "until": "2999-01-31",
            "state": "active",
            "detail": "",
            "uses": 1,
        }
    ]


def test_what_switches_a_rule_on_again_is_no_suppression(newslint: Newslint) -> None:
    write("story.md", note("off words.bad -- a list", BAD + "\n" + note("on words.bad")))
    assert [one["verb"] for one in listed(newslint)] == ["off"]


def test_a_table_shows_each_file_and_totals_by_owner(newslint: Newslint) -> None:
    write("a.md", note("ignore words.bad -- a name by KM") + "\n" + note("ignore words.bad"))
    write("b.md", note("ignore words.bad -- [sic] by KM until 2001-01-31"))
    write("c.md", "A good day.\n")
    done = newslint("suppressions")
    assert done.code == 0
    assert [line.rstrip() for line in done.out.splitlines()] == [
        "a.md",
        "  line  state      rules      reason  by  until",
        "     1  active     words.bad  a name  KM",
        "     4  no reason  words.bad",
        "",
        "b.md",
        "  line  state    rules      reason  by  until",
        "     1  expired  words.bad  [sic]   KM  2001-01-31",
        "",
        "3 suppressions in 3 files: 1 active, 1 expired, 1 no reason",
        "  KM 2: 1 active, 1 expired",
        "  nobody named 1: 1 no reason",
    ]


def test_a_reason_cannot_play_tricks_on_the_terminal(newslint: Newslint) -> None:
    write("a.md", note("ignore words.bad -- \x1b[31mred\u202e"))
    assert "\x1b" not in newslint("suppressions").out
    assert "\u202e" not in newslint("suppressions").out


def test_what_cannot_be_read_exits_2(newslint: Newslint) -> None:
    Path("a.md").write_bytes(b"caf\xe9")
    done = newslint("suppressions", "--output-format", "json")
    assert done.json["files"][0]["errors"][0]["kind"] == "decode"
    assert done.code == 2


def test_adding_suppresses_what_is_found_with_reason_name_and_date(newslint: Newslint) -> None:
    file = write("story.md", BAD)
    done = newslint(
        "suppressions", "--add", "from the archive", "--by", "Ada Brook", "--until", "2999-01-31"
    )
    assert file.read_text() == (
        "<!-- newslint: ignore words.bad -- from the archive by Ada Brook until 2999-01-31 -->\n"
        + BAD
    )
    assert (done.code, done.out) == (0, "suppressed 1 finding in 1 file\n")
    assert newslint("check").code == 0
    assert newslint("suppressions", "--add", "again").out == "nothing to suppress\n"


def test_only_chosen_rules_are_suppressed(newslint: Newslint) -> None:
    file = write("story.md", BAD)
    assert newslint("suppressions", "--add", "x", "--ignore", "words.bad").code == 0
    assert file.read_text() == BAD


def test_a_suppression_that_is_wrong_is_not_suppressed(newslint: Newslint) -> None:
    file = write("story.md", note("ignore words.bad -- a name", "A day.\n"))
    before = file.read_text()
    done = newslint("suppressions", "--add", "x")
    assert (done.code, file.read_text()) == (0, before)


def test_a_diff_shows_what_would_be_added(newslint: Newslint) -> None:
    file = write("story.md", BAD)
    done = newslint("suppressions", "--add", "x", "--diff")
    assert done.code == 1
    assert "+<!-- newslint: ignore words.bad -- x -->\n A bad day.\n" in done.out
    assert done.err == "would suppress 1 finding in 1 file\n"
    assert file.read_text() == BAD


def test_standard_input_comes_out_with_suppressions(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<p>A bad day.</p>")))
    done = newslint("suppressions", "--add", "x", "-", "--stdin-filename", "a.html")
    assert done.out == "<!-- newslint: ignore words.bad -- x -->\n<p>A bad day.</p>"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--add", ""), "the reason is empty"),
        (("--add", "a --> b"), "a reason cannot contain -->"),
        (("--add", "x", "--by", "the desk"), "cannot be read as a name"),
        (("--add", "x", "--until", "2001-01-31"), "2001-01-31 has passed"),
        (("--by", "KM"), "go with --add REASON"),
        (("--diff",), "go with --add REASON"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is(
    newslint: Newslint, arguments: tuple[str, ...], message: str
) -> None:
    file = write("story.md", BAD)
    done = newslint("suppressions", *arguments)
    assert done.code == 2
    assert message in done.err
    assert file.read_text() == BAD


@pytest.mark.model
@pytest.mark.parametrize("suffix", [".md", ".txt", ".mdx"])
def test_of_the_example_articles_nothing_is_reported_afterwards(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    suffix: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for article in (ROOT / "examples").glob("*.md"):
        shutil.copy(article, tmp_path / (article.stem + suffix))
    assert main(["check", "--fail-on", "suggestion"]) == 1
    assert main(["suppressions", "--add", "an example", "--by", "Ada Brook"]) == 0
    capsys.readouterr()
    assert main(["check", "--fail-on", "suggestion"]) == 0
    assert capsys.readouterr().out.startswith("nothing found in 2 files (")
