"""Adopting newslint on an old archive, from `init` to the first new fault, told step by step.

    python -m evaluation.adoption

A repository of a hundred articles is made in a temporary folder: of the corpora where they are
present, else of the stories of this repository. Everything is done by the command line, as in a
newsroom. Exits 1 as soon as something is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from evaluation.data import ROOT, data_folder
from evaluation.story import read_stories

#: How many articles the archive has.
ARTICLES = 100

#: The new fault, and the rule that finds it.
FAULT = "The the library opens at nine."
RULE = "grammar.doubled-word"

CORPORA = ("18f-blog", "digitalgov-news", "techworkers-newsletter", "wikinews-gum")


class NotAsItShould(Exception):
    """A step went otherwise than it should."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has run: its exit code, what it said, and how long it took."""

    code: int
    out: str
    err: str
    seconds: float


def corpus_articles() -> dict[str, str]:
    """Return a hundred articles of the corpora by name, evenly taken; none if they are absent."""
    try:
        corpora = data_folder("corpora")
    except FileNotFoundError:
        return {}
    files = [file for name in CORPORA for file in sorted((corpora / name).rglob("*.md"))]
    step = max(len(files) / ARTICLES, 1.0)
    taken = [files[int(number * step)] for number in range(min(ARTICLES, len(files)))]
    return {f"{f.parent.name}/{f.name}": f.read_text(encoding="utf-8") for f in taken}


def own_articles(number: int = ARTICLES) -> dict[str, str]:
    """Return so many articles made of the stories of this repository, no two of them alike."""
    stories = read_stories()
    articles = {}
    for index in range(number):
        story = stories[index % len(stories)]
        paragraphs = story.text.strip().split("\n\n")
        turn = index // len(stories)
        body = paragraphs[1 + turn :] + paragraphs[1 : 1 + turn]
        text = "\n\n".join([paragraphs[0], *body])
        articles[f"{index // 10}/{story.name} {turn}.md"] = text + "\n"
    return articles


class Newsroom:
    """A repository of articles, and who works in it."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        """Work in `folder`, and tell `say` what happens."""
        self.folder = folder
        self.say = say

    def git(self, *arguments: str) -> str:
        """Run git, and return what it says."""
        settings = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        done = self._run(["git", *settings, *arguments])
        if done.code:
            raise NotAsItShould(f"git {arguments[0]}: {done.err}")
        return done.out

    def newslint(self, *arguments: str, code: int = 0) -> Ran:
        """Run newslint, tell how it ended, and make sure of its exit code."""
        done = self._run([sys.executable, "-m", "newslint", *arguments])
        shown = " ".join(arg for arg in arguments if not arg.startswith("--output="))
        last = (done.out or done.err).strip().rpartition("\n")[2]
        self.say(f"$ newslint {shown}\n  exit {done.code}, {done.seconds:.1f} s: {last}")
        if done.code != code:
            raise NotAsItShould(f"exit {done.code} instead of {code}: {done.out}{done.err}")
        return done

    def _run(self, command: Sequence[str]) -> Ran:
        start = time.monotonic()
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "GIT_CONFIG_GLOBAL": os.devnull},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr, time.monotonic() - start)


def adopt(folder: Path, articles: Mapping[str, str], say: Callable[[str], None] = print) -> None:
    """Adopt newslint in `folder`, which is empty, with these articles.

    Raises:
        NotAsItShould: if a step goes otherwise than it should.
    """
    room = Newsroom(folder, say)
    for name, text in {"hugo.toml": 'title = "Archive"\n', **articles}.items():
        file = folder / ("content" if name in articles else "") / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    room.git("init", "-q", "-b", "main")
    room.git("add", ".")
    room.git("commit", "-qm", "Ten years of articles")
    say(f"A repository of {len(articles)} articles.")

    say("\nMonday: set it up, and commit what it wrote.")
    room.newslint("init", "--yes")
    room.git("add", "newslint.toml", "newslint-baseline.json")
    room.git("commit", "-qm", "newslint")
    size = (folder / "newslint-baseline.json").stat().st_size
    known = len(json.loads((folder / "newslint-baseline.json").read_bytes())["entries"])
    say(f"  the baseline: {known} entries, {size / 1000:.0f} kB")

    say("\nCI runs: nothing is new.")
    _only(room, folder, [], code=0)

    victim = _to_edit(folder)
    say(f"\nTuesday: {victim} is edited, and one fault comes in.")
    text = victim_text = (folder / victim).read_text(encoding="utf-8")
    (folder / victim).write_text(f"{text.rstrip()}\n\n{FAULT}\n", encoding="utf-8")
    _only(room, folder, [(victim, RULE)], code=1)

    say("\nIt is put right, by `newslint fix`.")
    room.newslint("fix", "--select", RULE, victim)
    (folder / victim).write_text(victim_text, encoding="utf-8")
    say("\nThe article moves to another folder: what is known of it moves along.")
    (folder / "content" / "moved").mkdir()
    (folder / victim).rename(folder / "content" / "moved" / Path(victim).name)
    room.newslint("check", "--strict-baseline")
    room.newslint("baseline", "update", "--quiet")
    if known != len(json.loads((folder / "newslint-baseline.json").read_bytes())["entries"]):
        raise NotAsItShould("the baseline has lost or gained entries")
    changed = room.git("diff", "--stat", "--", "newslint-baseline.json").strip()
    say(f"  the baseline: {changed.rpartition('|')[2].split(chr(10))[0].strip()} lines")


def _to_edit(folder: Path) -> str:
    """Return the first article that ends in a paragraph of prose."""
    for file in sorted(folder.glob("content/**/*.md")):
        last = file.read_text(encoding="utf-8").rstrip().rpartition("\n\n")[2]
        if last[:1].isalpha() and last.endswith("."):
            return file.relative_to(folder).as_posix()
    raise NotAsItShould("no article ends in a paragraph")


def _only(room: Newsroom, folder: Path, wanted: list[tuple[str, str]], *, code: int) -> None:
    """Run a check in every format, and make sure that each reports this and nothing else."""
    reports = folder.parent / f"reports-{code}"
    reports.mkdir()
    outputs = [f"--output={name}:{reports / name}" for name in TOLD]
    room.newslint("check", *outputs, code=code)
    for name, told in TOLD.items():
        found = list(told((reports / name).read_text(encoding="utf-8")))
        shown = ", ".join(f"{path} [{rule}]" for path, rule in found) or "nothing"
        room.say(f"  {name:<10} {shown}")
        if found != wanted:
            raise NotAsItShould(f"{name} reports {found} instead of {wanted}")


_Told = Iterable[tuple[str, str]]


def _text(report: str) -> _Told:
    path = ""
    for line in report.splitlines():
        found = re.match(r"  \d+:\d+ (?:error|warning|suggestion) (\S+)", line)
        if found:
            yield path, found[1]
        elif line and not line.startswith(" "):
            path = line


def _concise(report: str) -> _Told:
    yield from re.findall(r"^(.+?):\d+:\d+: \w+ \[(.+?)\]", report, re.MULTILINE)


def _json(report: str) -> _Told:
    for file in json.loads(report)["files"]:
        for finding in file["findings"]:
            yield file["path"], finding["rule"]


def _jsonl(report: str) -> _Told:
    for finding in map(json.loads, report.splitlines()):
        yield finding["path"], finding["rule"]


def _sarif(report: str) -> _Told:
    for result in json.loads(report)["runs"][0]["results"]:
        if not result["suppressions"]:
            place = result["locations"][0]["physicalLocation"]["artifactLocation"]
            yield unquote(place["uri"]), result["ruleId"]
            if result["baselineState"] != "new":
                raise NotAsItShould("a result that is not new is in the log")


def _github(report: str) -> _Told:
    yield from re.findall(r"^::\w+ file=(.+?),line=.*?,title=(.+?)::", report, re.MULTILINE)


def _gitlab(report: str) -> _Told:
    for issue in json.loads(report):
        yield issue["location"]["path"], issue["check_name"]


def _junit(report: str) -> _Told:
    for case in ET.fromstring(report).iter("testcase"):
        if case.find("failure") is not None:
            yield case.get("file", ""), case.get("classname", "")


def _checkstyle(report: str) -> _Told:
    for file in ET.fromstring(report).iter("file"):
        for error in file.iter("error"):
            yield file.get("name", ""), error.get("source", "").removeprefix("newslint.")


def _diagnostic(values: Any) -> tuple[str, str]:
    return values["location"]["path"], values["code"]["value"]


def _rdjson(report: str) -> _Told:
    yield from map(_diagnostic, json.loads(report)["diagnostics"])


def _rdjsonl(report: str) -> _Told:
    yield from (_diagnostic(json.loads(line)) for line in report.splitlines())


def _markdown(report: str) -> _Told:
    path = ""
    for line in report.splitlines():
        row = re.match(r"\| \d+ \| \w+ \| (\S+) \|", line)
        if row:
            yield path, row[1].replace("\\", "")
        elif line.startswith("**"):
            path = line.strip("*").replace("\\", "")


#: By format: what a report of it tells, as (path, rule).
TOLD: Mapping[str, Callable[[str], _Told]] = {
    "text": _text,
    "concise": _concise,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "checkstyle": _checkstyle,
    "rdjson": _rdjson,
    "rdjsonl": _rdjsonl,
    "markdown": _markdown,
}


def main() -> int:
    """Tell the story; return 0 if everything was as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--own", action="store_true", help="use the stories of this repository")
    articles = {} if parser.parse_args().own else corpus_articles()
    print("Articles: the corpora." if articles else "Articles: the stories of this repository.")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        site.mkdir()
        try:
            adopt(site, articles or own_articles())
        except NotAsItShould as error:
            print(f"\nNot as it should be: {error}", file=sys.stderr)
            return 1
    print("\nAs it should be.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
