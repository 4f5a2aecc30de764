"""The guide to `newslint sources` shows what the command really prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.cli.main import main

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")


def block(opening: str) -> str:
    """Return the fenced block that begins with these lines, without them."""
    start = GUIDE.index(opening) + len(opening)
    return GUIDE[start : GUIDE.index("```", start)]


@pytest.mark.model
def test_the_table_of_the_example_is_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ferry.md").write_text(block("```markdown\n"), encoding="utf-8")
    assert main(["sources", "ferry.md"]) == 0
    printed = re.sub(r" +$", "", capsys.readouterr().out, flags=re.MULTILINE).rstrip()
    assert printed == block("```console\n$ newslint sources ferry.md\n").rstrip()
