"""Putting a LanguageTool server together from jars whose hashes are known beforehand."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from newslint.errors import NewslintError, Unavailable
from newslint.language.languagetool.folders import SERVER_JAR
from newslint.vocabulary import load

_HOME = "newslint.language.languagetool"
_LIBRARIES = "libs"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_PATIENCE = 1800.0
_MANIFEST_WIDTH = 70  # bytes in a line, without its end; a line goes on after a space
_WORDS_KEPT = 300


@dataclass(frozen=True, slots=True)
class Jar:
    """A file of the server: its name, size in bytes, and SHA-256."""

    name: str
    size: int
    sha256: str


@cache
def version() -> str:
    """Return the version of LanguageTool that `jars.yml` lists."""
    data = load(_HOME, "jars.yml")
    assert isinstance(data, dict)
    return str(data["version"])


@cache
def jars() -> tuple[Jar, ...]:
    """Return every file of the server, from `jars.yml`."""
    data = load(_HOME, "jars.yml")
    assert isinstance(data, dict)
    listed = data["jars"]
    assert isinstance(listed, list)
    rows = [row.split() for row in listed if isinstance(row, str)]
    return tuple(Jar(name, int(size), sha256) for sha256, size, name in rows)


def megabytes(listed: Iterable[Jar]) -> int:
    """Return the size of these files together, in millions of bytes."""
    return round(sum(jar.size for jar in listed) / 1_000_000)


def fetch(into: Path) -> None:
    """Let Maven copy the server's jars into a folder. Where from is in Maven's own settings.

    Raises:
        Unavailable: if there is no Maven, or it fails.
    """
    program = shutil.which("mvn")
    if program is None:
        raise Unavailable(
            "Maven is needed to fetch LanguageTool, and there is no mvn on the PATH",
            "install Maven, or fetch the files elsewhere and use --from FOLDER",
        )
    with tempfile.TemporaryDirectory(prefix="newslint-") as scratch:
        pom = Path(scratch) / "pom.xml"
        pom.write_bytes(files(_HOME).joinpath("pom.xml").read_bytes())
        arguments = ["--batch-mode", "--quiet", "--strict-checksums", "--file", str(pom), _PLUGIN]
        arguments += ["-DincludeScope=runtime", f"-DoutputDirectory={into}"]
        try:
            done = subprocess.run(
                [program, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Unavailable(f"Maven could not fetch LanguageTool: {error}") from None
    if done.returncode:
        said = next((line for line in done.stdout.splitlines() if "[ERROR]" in line), done.stdout)
        raise Unavailable(
            f"Maven could not fetch LanguageTool: {' '.join(said.split())[:_WORDS_KEPT]}",
            "check the network, or the mirror in the settings of Maven",
        )


def verified(folder: Path) -> dict[Jar, Path]:
    """Return where in a folder, at any depth, each file of the server is.

    Raises:
        NewslintError: if one is missing, or is not the file that `jars.yml` lists.
    """
    there = {file.name: file for file in sorted(folder.rglob("*.jar"))}
    missing = [jar.name for jar in jars() if jar.name not in there]
    if missing:
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise NewslintError(
            f"{folder} is not LanguageTool {version()} as newslint knows it: "
            f"{missing[0]}{more} is missing",
            'a LanguageTool of your own is used with the setting "folder" of [languagetool]',
        )
    for jar in jars():
        with there[jar.name].open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != jar.sha256:
            raise NewslintError(
                f"{there[jar.name]} is not the file it should be: its SHA-256 is {digest}, "
                f"not {jar.sha256}",
                "nothing was installed; fetch it again, from another place",
            )
    return {jar: there[jar.name] for jar in jars()}


def install(target: Path, source: Path | None = None) -> None:
    """Put the server into the folder `target`, from the folder `source` or through Maven.

    Every file is checked against `jars.yml` first. What was in `target` is replaced.

    Raises:
        Unavailable: if Maven cannot fetch the files.
        NewslintError: if the files are wrong, or cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".languagetool-", dir=target.parent) as scratch:
            fetched = Path(scratch) / "fetched"
            if source is None:
                fetched.mkdir()
                fetch(fetched)
            made = Path(scratch) / "made"
            _copy(verified(fetched if source is None else source), made)
            old = Path(scratch) / "old"
            with suppress(FileNotFoundError):
                target.rename(old)
            made.rename(target)
    except OSError as error:
        raise NewslintError(f"LanguageTool cannot be installed: {error}") from None


def _copy(found: dict[Jar, Path], folder: Path) -> None:
    (folder / _LIBRARIES).mkdir(parents=True)
    for jar, file in found.items():
        shutil.copyfile(file, folder / _LIBRARIES / jar.name)
    names = [f"{_LIBRARIES}/{jar.name}" for jar in sorted(found, key=lambda j: j.name)]
    with zipfile.ZipFile(folder / SERVER_JAR, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", manifest(names))


def manifest(names: Iterable[str]) -> str:
    """Return the manifest of a jar that stands for other jars, given relative to it."""
    text = f"Class-Path: {' '.join(names)}"
    lines = [text[:_MANIFEST_WIDTH]]
    rest = text[_MANIFEST_WIDTH:]
    while rest:
        lines.append(" " + rest[: _MANIFEST_WIDTH - 1])
        rest = rest[_MANIFEST_WIDTH - 1 :]
    return "\r\n".join(["Manifest-Version: 1.0", *lines, "", ""])
