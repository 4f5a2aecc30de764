"""`newslint check --staged` and `--diff`, in real repositories."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.changes.repository import Repository, repository_at
from tests.cli.conftest import Done, Newslint

OLD = "A bad day.\n\nRain fell at noon. The hall was full.\n"
NEW = OLD.replace("The hall was full.", "The hall was in a bad state.")


@pytest.fixture
def desk(newslint: Newslint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The repository in which `newslint` runs."""
    return repository_at(tmp_path, monkeypatch)


def places(done: Done) -> list[tuple[str, int]]:
    """Return path and line of each finding of a report in JSON."""
    files: list[dict[str, Any]] = done.json["files"]
    return [(file["path"], f["start"]["line"]) for file in files for f in file["findings"]]


@pytest.fixture
def check(newslint: Newslint, desk: Repository) -> Newslint:
    """Return a function that checks, with a report in JSON."""
    return lambda *arguments: newslint("check", "--output-format", "json", *arguments)


def test_only_changed_sentences_are_reported_and_the_rest_is_counted(
    newslint: Newslint, desk: Repository
) -> None:
    desk.commit(story=OLD)
    desk.put("story.md", NEW)
    done = newslint("check", "--diff", "main")
    assert done.code == 1
    assert done.out == (
        "story.md\n  3:38 error words.bad Find another word for bad.\n"
        "    │ Rain fell at noon. The hall was in a bad state.\n"
        "    │                                      ^^^\n\n"
        "info: 1 finding left out: not about what has changed since main\n"
        "1 error in 1 file; failed: 1 error (--fail-on error)\n"
    )


def test_what_was_faulty_before_does_not_fail_the_run(check: Newslint, desk: Repository) -> None:
    desk.commit(story=OLD)
    desk.put("story.md", OLD.replace("full", "empty"))
    done = check("--diff", "main")
    assert (done.code, places(done)) == (0, [])
    assert done.json["summary"]["error"] == 0
    assert done.json["summary"]["files"] == 1


def test_a_new_file_is_reported_in_full(check: Newslint, desk: Repository) -> None:
    desk.commit(old=OLD)
    desk.put("new story.md", NEW)
    assert places(check("--diff", "main")) == [("new story.md", 1), ("new story.md", 3)]
    assert places(check("--staged")) == []
    desk.git("add", ".")
    assert places(check("--staged")) == [("new story.md", 1), ("new story.md", 3)]


def test_before_the_first_commit_all_that_is_staged_is_new(
    check: Newslint, desk: Repository
) -> None:
    desk.put("a.md", OLD)
    desk.put("b.md", OLD)
    desk.git("add", "a.md")
    assert places(check("--staged")) == [("a.md", 1)]


def test_staged_looks_at_the_index_and_not_at_the_working_tree(
    check: Newslint, desk: Repository
) -> None:
    desk.commit(a=OLD, b=OLD)
    desk.put("a.md", NEW)
    desk.put("b.md", OLD.replace("noon", "night"))
    desk.git("add", ".")
    desk.put("a.md", OLD)
    desk.put("b.md", NEW)
    assert places(check("--staged")) == [("a.md", 3)]
    assert places(check("--diff", "main")) == [("b.md", 3)]


@pytest.mark.parametrize("path", ["a b.md", ".", "news", "**/*.md", "news/a b.md", "*/a b.md"])
def test_a_staged_file_that_is_at_hand_no_more_is_checked_all_the_same(
    check: Newslint, desk: Repository, path: str
) -> None:
    name = "a b.md" if path == "a b.md" else "news/a b.md"
    desk.put(name, OLD)
    desk.git("add", ".")
    (desk.folder / name).unlink()
    done = check("--staged", path)
    assert (done.code, places(done)) == (1, [(name, 1)])
    assert all("no articles" not in notice["message"] for notice in done.json["notices"])


def test_a_staged_file_that_was_not_asked_for_is_not_checked(
    check: Newslint, desk: Repository
) -> None:
    for name in ("news/a.md", "news/README.md", "sport/b.md", "sport/c.py", "old/d.md"):
        desk.put(name, OLD)
    desk.put("newslint.toml", 'exclude = ["old/"]\n')
    desk.put(".newslintignore", "a.md\n")
    desk.git("add", "--all")
    for gone in (False, True):
        assert places(check("--staged")) == [("sport/b.md", 1)]
        assert places(check("--staged", "sport")) == [("sport/b.md", 1)]
        assert places(check("--staged", "old/d.md")) == [("old/d.md", 1)]
        assert places(check("--staged", "--force-exclude", "old/d.md")) == []
        if not gone:
            for name in ("news/a.md", "news/README.md", "sport/b.md", "old/d.md"):
                (desk.folder / name).unlink()


def test_what_was_not_changed_is_left_out_even_when_it_is_named(
    check: Newslint, desk: Repository
) -> None:
    desk.commit(a=OLD, b=OLD)
    desk.put("a.md", NEW)
    done = check("--diff", "main", "a.md", "b.md")
    assert [file["path"] for file in done.json["files"]] == ["a.md"]
    assert check("--diff", "main", "b.md").code == 0


def test_a_path_that_does_not_exist_is_an_error_as_ever(check: Newslint, desk: Repository) -> None:
    desk.commit(a=OLD)
    done = check("--staged", "nowhere.md")
    assert done.code == 2
    assert done.json["files"][0]["errors"][0]["message"] == "nowhere.md does not exist"


def test_paths_are_those_of_the_working_directory(
    check: Newslint, desk: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.commit(a=OLD)
    desk.put("a.md", NEW)
    desk.put("städte/b.md", OLD)
    monkeypatch.chdir(desk.folder / "städte")
    assert places(check("--diff", "main")) == [("b.md", 1)]
    assert places(check("--diff", "main", "..")) == [("../a.md", 3), ("b.md", 1)]
    desk.git("add", "--all")
    assert places(check("--staged", "../a.md")) == [("../a.md", 3)]


def test_a_renamed_article_is_compared_with_its_old_self(check: Newslint, desk: Repository) -> None:
    rest = "\nThe band played on until the square was empty. Nobody left early.\n"
    desk.commit(story=OLD + rest)
    desk.git("mv", "story.md", "moved.md")
    assert places(check("--staged")) == []
    desk.put("moved.md", NEW + rest)
    assert places(check("--diff", "main")) == [("moved.md", 3)]


def test_line_ends_do_not_make_everything_new(check: Newslint, desk: Repository) -> None:
    desk.commit(story=OLD)
    desk.put("story.md", NEW.replace("\n", "\r\n"))
    assert places(check("--diff", "main")) == [("story.md", 3)]


def test_a_file_in_conflict_is_an_error_and_the_others_are_checked(
    check: Newslint, desk: Repository
) -> None:
    desk.commit(story=OLD)
    desk.git("switch", "--quiet", "--create", "other")
    desk.commit(story="Mine.\n")
    desk.git("switch", "--quiet", "main")
    desk.commit(story="Yours.\n")
    desk.git("merge", "other", check=False)
    desk.put("new.md", OLD)
    desk.git("add", "new.md")
    for option in (("--staged",), ("--diff", "main")):
        done = check(*option)
        assert done.code == 2
        (error,) = [e for file in done.json["files"] for e in file["errors"]]
        assert error["message"] == "story.md is not merged yet"
        assert places(done) == [("new.md", 1)]


def test_an_earlier_version_that_is_no_text_makes_the_file_new(
    check: Newslint, desk: Repository
) -> None:
    (desk.folder / "story.md").write_bytes(b"A bad d\xe4y.\n")
    desk.commit()
    desk.put("story.md", OLD)
    assert places(check("--diff", "main")) == [("story.md", 1)]


def test_an_earlier_version_that_git_has_lost_is_an_error_of_its_file(
    check: Newslint, desk: Repository
) -> None:
    desk.commit(story=OLD)
    blob = desk.git("rev-parse", "HEAD:story.md")
    (desk.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    desk.put("story.md", NEW)
    desk.git("add", "story.md")
    done = check("--staged")
    assert done.code == 2
    assert "git does not have the object" in done.json["files"][0]["errors"][0]["message"]


def test_several_processes_say_the_same(
    check: Newslint, desk: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.engine.lint_files.WORTH_ANOTHER", 50)
    desk.commit(**{f"story{n}": OLD for n in range(12)})
    for number in range(12):
        desk.put(f"story{number}.md", NEW)
    alone = check("--diff", "main", "-j", "1", "--no-cache")
    assert len(places(alone)) == 12
    assert check("--diff", "main", "-j", "2", "--no-cache").out == alone.out
    assert check("--diff", "main").out == alone.out
    assert check("--diff", "main").out == alone.out


def test_suppressed_findings_and_budgets_count_what_is_new(
    check: Newslint, desk: Repository
) -> None:
    comment = "<!-- newslint: ignore words.bad -- as the court put it -->\n"
    desk.put("newslint.toml", 'fail-on = "never"\n[budgets]\n"words.bad" = 1\n')
    desk.commit(story=comment + OLD + "\nAnother bad day.\n")
    desk.put("story.md", comment + NEW + "\nAnother bad day.\n")
    assert check("story.md").code == 1
    done = check("--diff", "main")
    assert done.code == 0
    assert done.json["summary"]["suppressed"] == 0
    assert len(places(done)) == 1


@pytest.mark.parametrize(
    "arguments, said",
    [
        (("--staged", "--diff", "main"), "--staged and --diff exclude each other."),
        (("--staged", "-"), "standard input (-) has no earlier version to compare with."),
        (("--diff", "nowhere"), "--diff nowhere: git knows no such commit"),
        (("--diff", "--staged"), "--diff '--staged': not the name of a commit"),
        (("--diff=-O/etc/passwd",), "--diff '-O/etc/passwd': not the name of a commit"),
    ],
)
def test_what_cannot_be_done_is_said_and_exits_2(
    newslint: Newslint, desk: Repository, arguments: tuple[str, ...], said: str
) -> None:
    desk.commit(story=OLD)
    done = newslint("check", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_path_outside_the_repository_is_refused(
    newslint: Newslint, desk: Repository, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk.commit(story=OLD)
    outside = tmp_path_factory.mktemp("outside")
    done = newslint("check", "--diff", "main", str(outside))
    assert done.code == 2
    assert f"{outside} lies outside the repository" in done.err


@pytest.mark.parametrize("command", ["fix", "suppressions"])
def test_commands_that_write_do_not_take_part(
    newslint: Newslint, desk: Repository, command: str
) -> None:
    assert "No such option" in newslint(command, "--staged").err
