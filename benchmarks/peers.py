"""The other tools: how each is run, and what to say where it is not installed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import Command

#: What textlint runs; a file beside the articles, found through the folder of the peers.
_TEXTLINT = '{"rules": {"write-good": true}}\n'
_FINE = frozenset({0})
_VALE = "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another tool. `slow` ones are left out where there are many files to read."""

    name: str
    program: str
    arguments: tuple[str, ...] = ()
    codes: frozenset[int] = frozenset({0, 1})
    slow: bool = False


PEERS = (
    Peer("proselint", "proselint", ("check",)),
    Peer("write-good", "write-good", codes=frozenset(range(256))),  # the number of faults
    Peer("textlint (write-good)", "textlint", ("--rule", "write-good")),
    Peer("harper-cli", "harper", ("lint", "--no-color", "--count"), slow=True),
    Peer("Vale (its own style)", "vale", ("--config", "vale.ini", "--no-exit", "--output=line")),
)


class Peers:
    """The tools that are there: in a folder made by `benchmarks/install-peers`, or on PATH."""

    def __init__(self, folder: Path | None) -> None:
        """Name the folder, if there is one."""
        self._folder = folder.resolve() if folder else None

    def find(self, program: str) -> str | None:
        """Return the path of a program, or None."""
        if self._folder is None:
            return shutil.which(program)
        places = ("bin", "python/bin", "node/node_modules/.bin")
        inside = os.pathsep.join(str(self._folder / place) for place in places)
        return shutil.which(program, path=inside) or shutil.which(program)

    def commands(
        self, files: Sequence[Path], *, slow: bool = True
    ) -> tuple[list[Command], list[str]]:
        """Return the commands that check these files, and which tools are missing."""
        found: list[Command] = []
        missing: list[str] = []
        for peer in PEERS:
            program = self.find(peer.program)
            if program is None:
                missing.append(f"{peer.name} is not installed")
            elif slow or not peer.slow:
                command = [program, *peer.arguments, *map(str, files)]
                found.append(Command(peer.name, command, peer.codes, self._environment()))
        raw = [sys.executable, "-m", "benchmarks.raw"]
        here = {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
        if slow:
            found.append(
                Command("harper-py alone", [*raw, "harper", *map(str, files)], _FINE, here)
            )
            server = self._folder / "languagetool" if self._folder else None
            if server is not None and server.is_dir():
                command = [*raw, "languagetool", str(server), *map(str, files)]
                found.append(Command("LanguageTool", command, _FINE, here))
            else:
                missing.append("LanguageTool is not in the folder of the peers")
        return found, missing

    def _environment(self) -> dict[str, str]:
        if self._folder is None:
            return {}
        return {"NODE_PATH": str(self._folder / "node" / "node_modules")}


def settings(folder: Path) -> None:
    """Write into the folder of the articles what the peers read there."""
    (folder / ".textlintrc.json").write_text(_TEXTLINT, encoding="utf-8")
    (folder / "vale.ini").write_text(_VALE, encoding="utf-8")
