"""Write newslint/language/languagetool/jars.yml from a folder of jars.

First change the version in pom.xml beside it; then let Maven fill an empty folder with the
goal dependency:copy-dependencies and -DincludeScope=runtime, and name that folder here.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent / "newslint" / "language" / "languagetool"
HEAD = """\
# The files of the LanguageTool server with English, as Maven puts them together from pom.xml:
# SHA-256, size in bytes, name. Nothing else is ever installed.
"""


def listing(folder: Path, version: str) -> str:
    """Return the list of the jars in `folder`, by name."""
    rows = [
        f"  - {hashlib.sha256(file.read_bytes()).hexdigest()} {file.stat().st_size} {file.name}"
        for file in sorted(folder.glob("*.jar"))
    ]
    return "\n".join([f'{HEAD}version: "{version}"', "jars:", *rows, ""])


def main() -> int:
    """Write the list; return the exit code."""
    if len(sys.argv) != 2:
        print("usage: scripts/languagetool_jars.py FOLDER", file=sys.stderr)
        return 2
    pom = (HOME / "pom.xml").read_text(encoding="utf-8")
    found = re.search(r"<languagetool.version>(.+)</languagetool.version>", pom)
    if found is None:
        raise SystemExit("pom.xml has lost its languagetool.version")
    text = listing(Path(sys.argv[1]), found[1])
    (HOME / "jars.yml").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
