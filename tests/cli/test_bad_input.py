"""Whatever is wrong: a message that helps, exit code 2, valid JSON, and the rest is checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from newslint.errors import ConfigError
from tests.cli.conftest import Done, Newslint


def write(name: str, data: bytes | str = "A bad day.\n") -> None:
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())


def check(newslint: Newslint, *arguments: str) -> tuple[Done, dict[str, Any]]:
    """Run the check in JSON; return what was done and the files by path."""
    done = newslint("check", *arguments, "--output-format", "json")
    return done, {file["path"]: file for file in done.json["files"]}


def only_error(file: dict[str, Any]) -> tuple[str, str]:
    (error,) = file["errors"]
    assert error["hint"]
    return error["kind"], error["message"]


def test_a_missing_file(newslint: Newslint) -> None:
    write("story.md")
    done, files = check(newslint, "gone.md", "story.md")
    assert done.code == 2
    assert only_error(files["gone.md"]) == ("read", "gone.md does not exist")
    assert len(files["story.md"]["findings"]) == 1


def test_exit_zero_does_not_hide_what_could_not_be_done(newslint: Newslint) -> None:
    done, _ = check(newslint, "gone.md", "--exit-zero", "--fail-on", "never")
    assert done.code == 2


def test_an_empty_file(newslint: Newslint) -> None:
    write("empty.md", "")
    done, files = check(newslint, "empty.md")
    assert done.code == 0
    assert files["empty.md"]["findings"] == []
    assert done.json["notices"] == [{"kind": "info", "message": "empty.md is empty"}]


def test_a_binary_file_that_is_named(newslint: Newslint) -> None:
    write("photo.md", b"\x89PNG\0\0")
    done, files = check(newslint, "photo.md")
    assert done.code == 2
    assert only_error(files["photo.md"]) == ("decode", "photo.md is not text: byte 4 is NUL")


def test_a_binary_file_that_is_met(newslint: Newslint) -> None:
    write("photo.md", b"\x89PNG\0\0")
    done, files = check(newslint, ".")
    assert (done.code, files) == (0, {})
    assert done.json["notices"][-1]["kind"] == "skipped"


@pytest.mark.parametrize("how", ["latin.md", "."])
def test_undecodable_bytes_named_or_met(newslint: Newslint, how: str) -> None:
    write("latin.md", b"The caf\xe9 closed.\n")
    write("story.md")
    done, files = check(newslint, how, "story.md")
    assert done.code == 2
    assert only_error(files["latin.md"]) == ("decode", "latin.md is not UTF-8: byte 7 is 0xe9")
    assert len(files["story.md"]["findings"]) == 1


@pytest.mark.parametrize("how", ["huge.md", "."])
def test_a_file_of_twenty_megabytes_is_left_out_with_a_notice(newslint: Newslint, how: str) -> None:
    write("huge.md", b"A bad day. " * 2_000_000)
    write("story.md")
    done, files = check(newslint, how, "story.md")
    assert done.code == 1, "for the finding in the other file"
    assert list(files) == ["story.md"]
    assert done.json["notices"] == [
        {
            "kind": "skipped",
            "message": "huge.md is larger than 2,000,000 bytes: raise max-file-size to read it",
        }
    ]


def test_the_limit_can_be_raised_for_some_files(newslint: Newslint) -> None:
    write("newslint.toml", 'max-file-size = 5\n[[overrides]]\nfiles="b.md"\nmax-file-size="1kB"\n')
    write("a.md")
    write("b.md")
    _, files = check(newslint, "a.md", "b.md")
    assert list(files) == ["b.md"]


@pytest.mark.parametrize("how", ["closed.md", "."])
def test_a_file_without_rights(
    newslint: Newslint, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("closed.md")
    write("story.md")
    real = os.open

    def closed(path: Any, *args: Any, **kwargs: Any) -> int:  # root may read everything
        if os.fspath(path).endswith("closed.md"):
            raise PermissionError(13, os.strerror(13))
        return real(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", closed)
    done, files = check(newslint, how, "story.md")
    assert done.code == 2
    assert only_error(files["closed.md"]) == (
        "read",
        "closed.md cannot be read: Permission denied",
    )
    assert len(files["story.md"]["findings"]) == 1


def test_a_link_in_a_circle_that_is_named(newslint: Newslint) -> None:
    Path("a.md").symlink_to("a.md")
    done, files = check(newslint, "a.md")
    assert done.code == 2
    assert only_error(files["a.md"]) == ("read", "a.md cannot be read: a link in a circle")


def test_a_link_in_a_circle_that_is_met(newslint: Newslint) -> None:
    Path("a.md").symlink_to("a.md")
    Path("again").symlink_to(".")
    done, _ = check(newslint)
    assert done.code == 0
    assert {n["message"] for n in done.json["notices"]} == {
        "a.md: a link in a circle",
        "again: a link to a folder already searched",
        "no articles to check",
    }


@pytest.mark.parametrize("how", ["story.md", "."])
def test_broken_front_matter(newslint: Newslint, how: str) -> None:
    write("story.md", "---\ntitle: [one\n---\n\nA bad day.\n")
    done, files = check(newslint, how)
    assert done.code == 2
    assert only_error(files["story.md"])[0] == "parse"
    assert [f["excerpt"] for f in files["story.md"]["findings"]] == ["bad"]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ntitle: one\nauthor: [a\n---\n", 4),
        ("+++\ntitle = 'one'\nauthor = \"a\n+++\n", 3),
        ('{\n"title": "one",\n"author": a\n}\n', 3),
        ("\n<nav>\n", 2),
    ],
)
def test_what_cannot_be_read_is_given_its_line(newslint: Newslint, front: str, line: int) -> None:
    write("story.html", f"{front}\nA bad day.\n")
    _, files = check(newslint, "story.html")
    assert only_error(files["story.html"])[1].startswith(f"line {line}: ")


def stopped(newslint: Newslint, message: str, hint: str, *arguments: str) -> None:
    """Make sure that a run stops before it starts, in words and in JSON."""
    done = newslint("check", "story.md", *arguments, "--output-format", "json")
    values = done.json
    assert done.code == 2
    assert values["files"] == []
    assert message in values["notices"][0]["message"]
    assert values["errors"][0]["kind"] == "config"
    assert hint in values["errors"][0]["hint"]
    assert message in done.err
    assert hint in done.err
    plain = newslint("check", "story.md", *arguments)
    assert (plain.code, plain.out) == (2, "")
    assert message in plain.err


def test_an_unknown_rule_in_the_configuration(newslint: Newslint) -> None:
    write("story.md")
    write("newslint.toml", '[rules]\n"words.bda" = "off"\n')
    stopped(
        newslint,
        "newslint.toml, line 2: there is no rule 'words.bda'",
        "did you mean 'words.bad'?",
    )


def test_an_unknown_rule_on_the_command_line(newslint: Newslint) -> None:
    write("story.md")
    stopped(newslint, "--select: there is no group 'word'", "'words", "--select", "word")


def test_an_unknown_option_of_a_rule(newslint: Newslint) -> None:
    write("story.md")
    write("newslint.toml", '[rules]\n"words.bad" = { wrod = "x" }\n')
    stopped(newslint, "words.bad has no option 'wrod'", "did you mean 'word'?")


def test_a_misspelt_key(newslint: Newslint) -> None:
    write("story.md")
    write("newslint.toml", '\nprofil = "news"\n')
    stopped(newslint, "newslint.toml, line 2: unknown key 'profil'", "did you mean 'profile'?")


def test_a_configuration_that_is_not_there(newslint: Newslint) -> None:
    write("story.md")
    stopped(newslint, "none.toml cannot be read", "check the path", "--config", "none.toml")


def test_a_plug_in_that_fails_to_import(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ConfigError("plug-in 'house' of house-rules: cannot be imported", "uninstall it")

    monkeypatch.setattr("newslint.registry.load_rules", broken)
    write("story.md")
    stopped(newslint, "plug-in 'house' of house-rules: cannot be imported", "uninstall it")


def test_a_rule_that_raises(newslint: Newslint) -> None:
    write("story.md")
    done, files = check(newslint, "story.md", "--select", "words.raising,words.bad")
    assert done.code == 2
    kind, message = only_error(files["story.md"])
    assert kind == "rule"
    assert message == "rule words.raising failed: ZeroDivisionError: no such luck"
    assert files["story.md"]["errors"][0]["rule"] == "words.raising"
    assert [f["rule"] for f in files["story.md"]["findings"]] == ["words.raising", "words.bad"]


def test_an_unknown_option(newslint: Newslint) -> None:
    done = newslint("check", "--fail-one", "error", "--output-format", "json")
    assert done.code == 2
    assert "--fail-on" in done.err
    assert done.json["summary"]["because"].startswith("No such option '--fail-one'")


def test_an_unknown_command(newslint: Newslint) -> None:
    done = newslint("chekc")
    assert done.code == 2
    assert "No such command 'chekc'. Did you mean 'check'?" in done.err
