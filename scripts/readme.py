"""Put the real output of the demo into README.md.

With `--check` nothing is written: the exit code is 1 if the output there is out of date.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
COMMAND = ("check", "examples")

_BLOCK = re.compile(r"(?<=<!-- demo: begin -->\n).*?(?=<!-- demo: end -->)", re.DOTALL)


def demo() -> str:
    """Return what the demo command prints, as a fenced block with the command above it."""
    keep = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "GITHUB_ACTIONS", "CI")}
    program = Path(sys.executable).with_name("newslint")
    done = subprocess.run(
        [program, *COMMAND],
        cwd=ROOT,
        env={**keep, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 1:
        raise SystemExit(f"the demo ended with {done.returncode}, not 1\n{done.stderr}")
    lines = [line.rstrip() for line in done.stdout.strip().splitlines()]
    return "\n".join(["", "```console", f"$ newslint {' '.join(COMMAND)}", *lines, "```", "", ""])


def current(text: str) -> str:
    """Return the README `text` with the demo's output of today.

    Raises:
        ValueError: if the text has no place for it.
    """
    if not _BLOCK.search(text):
        raise ValueError("README.md has lost its lines <!-- demo: begin --> and <!-- demo: end -->")
    output = demo()
    return _BLOCK.sub(lambda _: output, text, count=1)


def main() -> int:
    """Write README.md, or compare it with `--check`; return the exit code."""
    old = README.read_text(encoding="utf-8")
    new = current(old)
    if "--check" in sys.argv[1:]:
        if old != new:
            print("README.md shows an old output of the demo; run: make docs", file=sys.stderr)
        return int(old != new)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
