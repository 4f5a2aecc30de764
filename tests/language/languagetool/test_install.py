"""Installing: known files only, checked before anything is put in place."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

from newslint.errors import NewslintError, Unavailable
from newslint.language.languagetool import install as module
from newslint.language.languagetool.folders import SERVER_JAR
from newslint.language.languagetool.install import Jar, install, jars, manifest, megabytes, version

FILES = {"core-1.jar": b"core", "english-1.jar": b"english"}


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with the two files that newslint is made to know."""
    listed = tuple(
        Jar(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in FILES.items()
    )
    monkeypatch.setattr(module, "jars", lambda: listed)
    folder = tmp_path / "found" / "libs"
    folder.mkdir(parents=True)
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder.parent


def test_the_list_goes_with_the_pom() -> None:
    pom = files("newslint.language.languagetool").joinpath("pom.xml").read_text("utf-8")
    found = re.search(r"<languagetool.version>(.+)</languagetool.version>", pom)
    assert found is not None
    assert found[1] == version()
    assert tuple(map(int, version().split("."))) >= (6, 6)
    assert {f"languagetool-server-{version()}.jar", f"language-en-{version()}.jar"} <= {
        jar.name for jar in jars()
    }


def test_every_file_of_the_list_has_a_size_and_a_hash() -> None:
    assert all(re.fullmatch("[0-9a-f]{64}", jar.sha256) and jar.size > 0 for jar in jars())
    assert len({jar.name for jar in jars()}) == len(jars())
    assert 50 < megabytes(jars()) < 200


def test_files_from_a_folder_are_put_in_place(known: Path, tmp_path: Path) -> None:
    target = tmp_path / "data" / "LanguageTool-6.7"
    install(target, known)
    assert {f.name: f.read_bytes() for f in (target / "libs").iterdir()} == FILES
    with zipfile.ZipFile(target / SERVER_JAR) as archive:
        text = archive.read("META-INF/MANIFEST.MF").decode()
    assert "Class-Path: libs/core-1.jar libs/english-1.jar\r\n" in text
    assert [f.name for f in target.parent.iterdir()] == [target.name]


def test_what_was_there_is_replaced(known: Path, tmp_path: Path) -> None:
    target = tmp_path / "LanguageTool-6.7"
    target.mkdir()
    (target / "old.jar").touch()
    install(target, known)
    assert not (target / "old.jar").exists()


def test_a_file_with_another_hash_installs_nothing(known: Path, tmp_path: Path) -> None:
    (known / "libs" / "core-1.jar").write_bytes(b"bad")
    target = tmp_path / "data" / "LanguageTool-6.7"
    with pytest.raises(NewslintError, match=r"core-1\.jar is not the file it should be: its SHA"):
        install(target, known)
    assert list(target.parent.iterdir()) == []


def test_a_missing_file_installs_nothing(known: Path, tmp_path: Path) -> None:
    (known / "libs" / "english-1.jar").unlink()
    with pytest.raises(NewslintError, match=r"english-1\.jar is missing") as caught:
        install(tmp_path / "there", known)
    assert "folder" in caught.value.hint
    assert not (tmp_path / "there").exists()


def test_a_missing_maven_says_what_else_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unavailable, match="Maven is needed") as caught:
        install(tmp_path / "there")
    assert "--from FOLDER" in caught.value.hint


def test_a_maven_that_fails_is_quoted_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("sh") is None:
        pytest.skip("the stand-in for Maven is a shell script")
    (tmp_path / "mvn").write_text("#!/bin/sh\necho '[ERROR] no such artifact'\nexit 1\n")
    (tmp_path / "mvn").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(Unavailable, match=r"could not fetch LanguageTool: \[ERROR\] no such"):
        install(tmp_path / "there")


def test_lines_of_a_manifest_are_no_longer_than_java_allows() -> None:
    names = [f"libs/a-rather-long-name-{i}.jar" for i in range(20)]
    text = manifest(names)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 72
    assert text.replace("\r\n ", "").split("Class-Path: ")[1].split() == names
