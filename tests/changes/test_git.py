"""What git says has changed, asked of the real git."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from newslint.changes.git import Change, Changes, open_blobs, since, staged
from newslint.errors import ConfigError, ReadError
from tests.changes.repository import Repository, repository_at

STORY = "Rain fell at noon.\n\nThe hall was full.\n\nNobody left early, and the band played on.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository, which is the working directory."""
    made = repository_at(tmp_path / "desk", monkeypatch)
    monkeypatch.chdir(made.folder)
    return made


def names(changes: Changes) -> list[str]:
    """Return the paths of what has changed, as the repository calls them."""
    return sorted(Path(path).relative_to(changes.top).as_posix() for path in changes.files)


def only(changes: Changes) -> Change:
    (change,) = changes.files.values()
    return change


def held(name: str | None) -> str | None:
    """Return what git stored under a name."""
    if name is None:
        return None
    with open_blobs() as blobs:
        return blobs.read(name, 10_000).decode("utf-8")


def refusal(ref: str) -> tuple[str, str]:
    with pytest.raises(ConfigError) as caught:
        since(ref)
    return caught.value.message, caught.value.hint


def test_before_the_first_commit_everything_staged_is_new(desk: Repository) -> None:
    desk.put("a.md", STORY)
    desk.put("b.md", STORY)
    desk.git("add", "a.md")
    change = only(staged())
    assert (change.path, change.old) == (str(desk.folder / "a.md"), None)
    assert held(change.new) == STORY


def test_the_index_is_compared_and_not_the_working_tree(desk: Repository) -> None:
    desk.commit(a="Old.\n", b="Old.\n")
    desk.put("a.md", "Staged.\n")
    desk.git("add", "a.md")
    desk.put("a.md", "At hand.\n")
    desk.put("b.md", "At hand.\n")
    change = only(staged())
    assert (held(change.old), held(change.new)) == ("Old.\n", "Staged.\n")


def test_a_hook_that_has_an_index_of_its_own_is_asked_about_that(
    desk: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.commit(a=STORY)
    desk.put("a.md", "New.\n")
    monkeypatch.setenv("GIT_INDEX_FILE", str(desk.folder / ".git" / "another"))
    desk.git("read-tree", "HEAD")
    desk.git("add", "a.md")
    assert names(staged()) == ["a.md"]
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert names(staged()) == []


def test_a_file_that_is_deleted_or_only_meant_to_be_added_is_none(desk: Repository) -> None:
    desk.commit(a=STORY)
    desk.git("rm", "--quiet", "a.md")
    desk.put("b.md", "New.\n")
    desk.git("add", "--intent-to-add", "b.md")
    assert names(staged()) == []
    assert names(since("HEAD")) == ["b.md"]


def test_a_file_that_was_renamed_is_compared_with_its_old_self(desk: Repository) -> None:
    desk.commit(**{"old name": STORY})
    desk.git("mv", "old name.md", "new name.md")
    desk.put("new name.md", STORY.replace("noon", "night"))
    desk.git("add", ".")
    for changes in (staged(), since("main")):
        assert names(changes) == ["new name.md"]
        assert held(only(changes).old) == STORY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
@pytest.mark.parametrize(
    "name", ["two words.md", "zwei\nZeilen.md", 'he said "no".md', "brücke.md", "-n.md", "a\tb.md"]
)
def test_names_may_hold_anything(desk: Repository, name: str) -> None:
    desk.commit()
    desk.put(f"städte/{name}", STORY)
    assert names(since("HEAD")) == [f"städte/{name}"]
    desk.git("add", ".")
    assert names(staged()) == names(since("HEAD")) == [f"städte/{name}"]
    desk.commit()
    desk.put(f"städte/{name}", "New.\n")
    assert held(only(since("HEAD")).old) == STORY


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_names_need_not_be_text(desk: Repository) -> None:
    desk.commit()
    (desk.folder / os.fsdecode(b"caf\xe9.md")).write_text(STORY, encoding="utf-8")
    assert os.fsencode(only(since("HEAD")).path).endswith(b"caf\xe9.md")


def test_from_a_folder_below_the_top_all_changes_are_seen(
    desk: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.commit(a=STORY)
    desk.git("config", "diff.relative", "true")
    desk.put("a.md", "New.\n")
    desk.put("news/b.md", "New.\n")
    monkeypatch.chdir(desk.folder / "news")
    assert names(since("HEAD")) == ["a.md", "news/b.md"]
    assert since("HEAD").at("b.md") is not None
    assert since("HEAD").at("../a.md") is not None


def test_a_branch_is_compared_with_where_it_began(desk: Repository) -> None:
    desk.commit(a=STORY, b=STORY)
    desk.git("switch", "--quiet", "--create", "story")
    desk.commit(a="Committed.\n")
    desk.git("switch", "--quiet", "main")
    desk.commit(b="Somebody else's.\n")
    desk.git("switch", "--quiet", "story")
    change = only(since("main"))
    assert (Path(change.path).name, held(change.old), change.new) == ("a.md", STORY, None)


def test_files_that_git_does_not_know_are_new_unless_ignored(desk: Repository) -> None:
    desk.put(".gitignore", "drafts/\n")
    desk.commit(a=STORY)
    desk.put("new.md", STORY)
    desk.put("drafts/b.md", STORY)
    assert names(since("HEAD")) == ["new.md"]
    assert only(since("HEAD")).old is None


def test_line_ends_alone_do_not_make_a_change(desk: Repository) -> None:
    desk.commit(a=STORY)
    desk.git("config", "core.autocrlf", "true")
    (desk.folder / "a.md").unlink()
    desk.git("checkout", "--quiet", "--", "a.md")
    assert b"\r\n" in (desk.folder / "a.md").read_bytes()
    assert names(since("HEAD")) == []


def test_links_and_submodules_are_left_out(desk: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.folder.mkdir()
    other.git("init", "--quiet")
    other.commit(a=STORY)
    desk.commit(a=STORY)
    try:
        (desk.folder / "link.md").symlink_to("a.md")
    except OSError:
        pytest.skip("links cannot be made here")
    desk.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other.folder))
    assert names(staged()) == [".gitmodules"]
    desk.git("add", ".")
    (desk.folder / "other" / "a.md").write_text("New.\n", encoding="utf-8")
    assert names(staged()) == names(since("HEAD")) == [".gitmodules"]


def test_a_link_that_became_a_file_is_new(desk: Repository) -> None:
    try:
        (desk.folder / "a.md").symlink_to("b.md")
    except OSError:
        pytest.skip("links cannot be made here")
    desk.commit(b=STORY)
    (desk.folder / "a.md").unlink()
    desk.put("a.md", "New.\n")
    desk.git("add", ".")
    assert only(staged()).old is None


def test_a_file_in_conflict_is_marked(desk: Repository) -> None:
    desk.commit(a=STORY)
    desk.git("switch", "--quiet", "--create", "story")
    desk.commit(a="Mine.\n")
    desk.git("switch", "--quiet", "main")
    desk.commit(a="Yours.\n")
    desk.git("merge", "story", check=False)
    assert only(staged()).unmerged
    assert only(since("main")).unmerged


@pytest.mark.parametrize("ref", ["--output=x", "-p", "", "a\0b"])
def test_what_is_no_name_of_a_commit_never_reaches_git(desk: Repository, ref: str) -> None:
    assert refusal(ref) == (f"--diff {ref!r}: not the name of a commit", "name a branch or commit")
    assert not (desk.folder / "x").exists()


def test_an_unknown_commit_is_named(desk: Repository) -> None:
    desk.commit()
    for ref in ("origin/main", "main..main", "HEAD:a.md"):
        message, hint = refusal(ref)
        assert message == f"--diff {ref}: git knows no such commit"
        assert hint == "check its name, or fetch it first with `git fetch`"


def test_without_a_commit_there_is_nothing_to_compare_with(desk: Repository) -> None:
    assert refusal("HEAD")[0] == "--diff HEAD: git knows no such commit"


def test_histories_that_never_met_are_refused(desk: Repository) -> None:
    desk.commit(a=STORY)
    desk.git("checkout", "--quiet", "--orphan", "other")
    desk.commit(a="Another.\n")
    message, hint = refusal("main")
    assert message == "--diff main: no commit is known from which main and HEAD both descend"
    assert hint.startswith("name a commit of the same history")


def test_a_history_that_was_cut_short_says_how_to_get_the_rest(
    desk: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.commit(a=STORY)
    base = desk.commit(b=STORY)
    desk.git("switch", "--quiet", "--create", "story")
    desk.commit(a="New.\n")
    clone = Repository(tmp_path / "clone")
    desk.git("clone", "--quiet", "--depth=1", desk.folder.as_uri(), str(clone.folder))
    monkeypatch.chdir(clone.folder)
    remedy = (
        "the history here is cut short: fetch it with `git fetch --unshallow`, "
        "or check out with `fetch-depth: 0`"
    )
    assert refusal("origin/main") == ("--diff origin/main: git knows no such commit", remedy)
    clone.git("fetch", "--quiet", "--depth=1", "origin", base)
    message, hint = refusal(base)
    assert message.endswith(f"no commit is known from which {base} and HEAD both descend")
    assert hint == remedy
    clone.git("fetch", "--quiet", "--unshallow", "origin")
    assert names(since(base)) == ["a.md"]


def test_outside_a_repository_the_folder_is_named(
    desk: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").mkdir()
    monkeypatch.chdir(tmp_path / "plain")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    with pytest.raises(ConfigError) as caught:
        staged()
    assert caught.value.message == f"{tmp_path / 'plain'} is not in a git repository"


def test_a_repository_of_somebody_else_is_refused_in_the_words_of_git(
    desk: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(ConfigError) as caught:
        staged()
    assert caught.value.message.startswith(
        "git cannot say what has changed: detected dubious ownership in repository at"
    )
    assert "safe.directory" in caught.value.hint


def test_without_git_its_absence_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigError) as caught:
        staged()
    assert caught.value.message == "git cannot be run: it is not installed"


def test_what_git_stored_is_read_as_far_as_is_wanted(desk: Repository) -> None:
    desk.commit(a=STORY, b="Short.\n")
    long, short = (desk.git("rev-parse", f"HEAD:{name}.md") for name in "ab")
    with open_blobs() as blobs:
        assert blobs.read(long, 4) == b"Rain"
        assert blobs.read(short, 100) == b"Short.\n"
        with pytest.raises(ReadError, match="git does not have the object 0000"):
            blobs.read("0" * 40, 100)
        assert blobs.read(long, 1000).decode() == STORY
