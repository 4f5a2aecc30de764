"""Which files are articles, and which are left out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.config import Configuration, load
from newslint.files import Selection, find_files, why_not


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("The ferry left on time.\n")


def search(*paths: str, config: str = "", force_exclude: bool = False) -> Selection:
    Path("newslint.toml").write_text(config)
    configuration = load(Path("newslint.toml"))
    return find_files(paths, configuration, force_exclude=force_exclude)


def found(selection: Selection) -> list[str]:
    return [f.path for f in selection.found]


def left(selection: Selection) -> dict[str, str]:
    return {one.path: one.why for one in selection.left}


def test_an_empty_path_is_said_to_be_empty() -> None:
    (missing,) = search("").missing
    assert missing.error.message == "an empty path was given"


def test_a_folder_gives_the_articles_in_it_and_below_sorted() -> None:
    make("b.md", "a/z.txt", "a/b/c.html", "a/code.py", "d.mdx")
    assert found(search(".")) == ["a/b/c.html", "a/z.txt", "b.md", "d.mdx"]


def test_a_path_is_reported_as_it_was_given() -> None:
    make("a/story.md")
    assert found(search("./a/../a/story.md")) == ["./a/../a/story.md"]
    assert found(search(str(Path("a/story.md").resolve()))) == [str(Path("a/story.md").resolve())]


def test_files_in_a_folder_are_given_relative_to_the_working_directory() -> None:
    make("a/story.md")
    assert found(search(str(Path("a").resolve()))) == ["a/story.md"]


def test_a_file_named_and_met_is_checked_once_and_counts_as_named() -> None:
    make("story.md")
    (one,) = search(".", "./story.md").found
    assert one.named
    (one,) = search("./story.md", ".").found
    assert (one.path, one.named) == ("./story.md", True)


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "readme.txt",
        "LICENSE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "CODE_OF_CONDUCT.md",
        "requirements-dev.txt",
        "robots.txt",
        "humans.txt",
        ".hidden.md",
    ],
)
def test_what_is_no_article_is_left_out_by_default(name: str) -> None:
    make(name, "story.md")
    selection = search(".")
    assert found(selection) == ["story.md"]
    assert left(selection) == {name: "excluded by default"}


@pytest.mark.parametrize(
    "folder", ["node_modules", "vendor", ".git", ".venv", "dist", "build", "_site", "public"]
)
def test_folders_of_software_are_not_entered(folder: str) -> None:
    make(f"{folder}/deep/story.md", "story.md")
    selection = search(".")
    assert found(selection) == ["story.md"]
    assert left(selection) == {f"{folder}/": "excluded by default"}


def test_an_excluded_folder_that_is_named_is_searched() -> None:
    make("public/story.md")
    assert found(search("public")) == ["public/story.md"]


def test_include_replaces_the_endings() -> None:
    make("content/a.md", "content/b.txt", "other/c.md", "content/d.story")
    config = 'include = ["content/**/*.md", "*.story"]'
    assert found(search(".", config=config)) == ["content/a.md", "content/d.story"]


def test_exclude_adds_to_the_defaults_and_can_take_a_name_back() -> None:
    make("drafts/a.md", "story.md", "README.md")
    selection = search(".", config='exclude = ["drafts/", "!README.md"]')
    assert found(selection) == ["README.md", "story.md"]
    assert left(selection) == {"drafts/": "excluded by the configuration"}


def test_ignore_files_are_read_in_every_folder_and_the_nearest_wins() -> None:
    make("a/one.md", "a/two.md", "two.md")
    Path(".newslintignore").write_text("two.md\n")
    Path("a/.newslintignore").write_text("!two.md\none.md\n")
    selection = search(".")
    assert found(selection) == ["a/two.md"]
    assert left(selection)["two.md"] == "listed in an ignore file"


def test_gitignore_counts_only_in_a_repository() -> None:
    make("story.md", "secret.md")
    Path(".gitignore").write_text("secret.md\n")
    assert found(search(".")) == ["secret.md", "story.md"]
    Path(".git").mkdir()
    assert found(search(".")) == ["story.md"]


def test_ignore_files_above_the_searched_folder_count() -> None:
    make("a/b/story.md", "a/b/secret.md")
    Path(".git").mkdir()
    Path(".gitignore").write_text("a/b/secret.md\n")
    assert found(search("a/b")) == ["a/b/story.md"]


def test_a_named_file_is_checked_whatever_excludes_it_unless_forced() -> None:
    make("README.md", "node_modules/x/story.md")
    named = ("README.md", "node_modules/x/story.md")
    assert found(search(*named)) == list(named)
    selection = search(*named, force_exclude=True)
    assert found(selection) == []
    assert set(left(selection)) == set(named)


def test_a_glob_that_the_shell_did_not_expand_is_expanded() -> None:
    make("content/a.md", "content/deep/b.md", "content/README.md", "c.md")
    assert found(search("content/**/*.md")) == ["content/a.md", "content/deep/b.md"]


def test_what_does_not_exist_is_missing_and_the_rest_is_found() -> None:
    make("story.md")
    selection = search("nowhere.md", "none/*.md", "story.md")
    assert found(selection) == ["story.md"]
    assert [(m.path, m.error.message) for m in selection.missing] == [
        ("none/*.md", "none/*.md matches no file"),
        ("nowhere.md", "nowhere.md does not exist"),
    ]


def test_standard_input_has_the_name_it_is_given(tmp_path: Path) -> None:
    (one,) = find_files(["-"], Configuration(root=tmp_path), stdin_name="posts/new.md").found
    assert (one.path, one.file, one.named) == ("posts/new.md", None, True)


def test_standard_input_can_be_excluded_by_its_name(tmp_path: Path) -> None:
    selection = find_files(
        ["-"], Configuration(root=tmp_path), stdin_name="README.md", force_exclude=True
    )
    assert selection.found == ()
    assert left(selection) == {"README.md": "excluded by default"}


def test_a_link_back_to_a_folder_above_is_announced_and_not_followed() -> None:
    make("a/story.md")
    Path("a/again").symlink_to(Path.cwd())
    selection = search(".")
    assert found(selection) == ["a/story.md"]
    assert left(selection) == {"a/again": "a link to a folder already searched"}
    assert selection.left[0].loud


def test_a_linked_folder_elsewhere_is_followed(tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "story.md").write_text("The ferry left.\n")
    Path("linked").symlink_to(elsewhere)
    assert found(search(".")) == ["linked/story.md"]


def test_links_in_a_circle_and_to_nothing_are_announced() -> None:
    Path("a.md").symlink_to("b.md")
    Path("b.md").symlink_to("a.md")
    Path("c.md").symlink_to("gone.md")
    selection = search(".")
    assert left(selection) == {
        "a.md": "a link in a circle",
        "b.md": "a link in a circle",
        "c.md": "a link to nothing",
    }


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_read_is_missing() -> None:
    make("closed/story.md", "story.md")
    Path("closed").chmod(0)
    try:
        selection = search(".")
    finally:
        Path("closed").chmod(0o755)
    assert found(selection) == ["story.md"]
    assert [m.error.message for m in selection.missing] == [
        "closed cannot be read: Permission denied"
    ]


def test_why_not_says_what_a_search_would_do_with_a_file() -> None:
    configuration = Configuration(root=Path.cwd())
    assert why_not("story.md", configuration) is None
    assert why_not("vendor/x/story.md", configuration) == "excluded by default"
    assert why_not("code.py", configuration) == "not among the files to include"
