"""Measures what each way to check grammar costs: seconds, and memory at its peak.

    python -m evaluation.grammar_modes --languagetool build/LanguageTool-6.7 --runs 3
    python -m evaluation.grammar_modes --languagetool build/LanguageTool-6.7 --killed 20

With `--killed N`, N runs that use a server are made, every other one of them is killed, and
the servers that are left are counted. Needs /proc, so Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

_STORY = Path(__file__).resolve().parent / "planted_slips" / "ferry.dev.txt"
_NEWSLINT = [sys.executable, "-m", "newslint"]
_CHECK = [*_NEWSLINT, "check", "--no-cache", "--exit-zero", "--quiet"]


def timed(command: Sequence[str], folder: Path) -> tuple[float, int]:
    """Run a command; return its seconds, and its own memory at its peak in MB."""
    start = time.perf_counter()
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return time.perf_counter() - start, usage.ru_maxrss // 1024


def servers(folder: Path) -> Iterator[int]:
    """Yield the process numbers of the servers that run from a folder."""
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if words[0].endswith(b"java") and any(bytes(folder) in word for word in words):
            yield int(entry.name)


def peak(pid: int) -> int:
    """Return the most memory that a process has had, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def modes(languagetool: Path, runs: int) -> dict[str, dict[str, float]]:
    """Return the seconds and megabytes of each mode: the middle of some runs on one story."""
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "story.txt").write_bytes(_STORY.read_bytes())
        settings = folder / "newslint.toml"

        def measure(mode: str, *options: str) -> None:
            told = [timed([*_CHECK, *options, "story.txt"], folder) for _ in range(runs)]
            figures[mode] = {
                "seconds": round(statistics.median(t for t, _ in told), 2),
                "MB": statistics.median(m for _, m in told),
            }

        settings.write_text("", encoding="utf-8")
        measure("no grammar", "--ignore", "grammar")
        measure("own rules", "--ignore", "grammar.engine")
        measure("Harper")
        settings.write_text(
            f"[languagetool]\nlocal = true\nfolder = {json.dumps(str(languagetool))}\n",
            encoding="utf-8",
        )
        measure("LanguageTool, started by the run")
        subprocess.run([*_NEWSLINT, "languagetool", "start"], cwd=folder, check=True)
        measure("LanguageTool, running already")
        figures["the server itself"] = {"MB": max(map(peak, servers(languagetool)), default=0)}
        subprocess.run([*_NEWSLINT, "languagetool", "stop"], cwd=folder, check=True)
    return figures


def left_behind(languagetool: Path, runs: int) -> tuple[int, int, int]:
    """Make runs that use a server, kill every other one; return servers before, during, after."""
    before = len(list(servers(languagetool)))
    seen = 0
    code = (
        "import sys, pathlib\n"
        "from newslint.language.languagetool.server import LocalServer\n"
        "server = LocalServer(pathlib.Path(sys.argv[1]))\n"
        "server.address()\n"
        "print('ready', flush=True)\n"
        "sys.stdin.read()\n"
    )
    for number in range(runs):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(languagetool)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        process.stdout.readline()
        seen += len(list(servers(languagetool))) > before
        if number % 2:
            process.kill()
        process.communicate("")
    deadline = time.monotonic() + 10
    while len(list(servers(languagetool))) > before and time.monotonic() < deadline:
        time.sleep(0.2)
    return before, seen, len(list(servers(languagetool)))


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description="Measure what checking grammar costs.")
    parser.add_argument("--languagetool", type=Path, required=True, help="its folder")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--killed", type=int, help="how many runs to make, half of them killed")
    options = parser.parse_args()
    folder = options.languagetool.resolve()
    if options.killed is None:
        print(json.dumps(modes(folder, options.runs), indent=1))
        return
    before, seen, after = left_behind(folder, options.killed)
    print(f"{options.killed} runs, {seen} with a server; servers before {before}, after {after}")


if __name__ == "__main__":
    main()
