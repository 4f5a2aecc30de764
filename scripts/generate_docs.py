"""Write the rule reference, docs/rules, from the rules.

With `--check` nothing is written: the exit code is 1 if the pages are out of date.
"""

from __future__ import annotations

import sys
from pathlib import Path

from newslint.registry import OURS, load_rules
from newslint.reports.reference import pages

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def differing(wanted: dict[str, str]) -> list[str]:
    """Return the names of pages that are missing, superfluous or not as `wanted`."""
    there = {file.name for file in FOLDER.glob("*.md")}
    return sorted(
        name
        for name in wanted.keys() | there
        if name not in wanted
        or name not in there
        or (FOLDER / name).read_text(encoding="utf-8") != wanted[name]
    )


def main() -> int:
    """Write the pages, or compare them with `--check`; return the exit code."""
    wanted = pages(spec for spec in load_rules() if spec.origin in OURS)
    old = differing(wanted)
    if "--check" in sys.argv[1:]:
        if old:
            print(f"docs/rules is out of date ({', '.join(old)}); run: make docs", file=sys.stderr)
        return int(bool(old))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in old:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
