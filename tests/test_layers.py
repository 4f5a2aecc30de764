"""The architecture: who may import whom, and what is imported when."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def python(code: str) -> str:
    """Run `code` in a fresh interpreter and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_layers_and_the_homes_of_the_libraries_are_kept() -> None:
    python(
        "import sys\n"
        "from importlinter.cli import lint_imports\n"
        "sys.exit(lint_imports(no_cache=True))"
    )


@pytest.mark.parametrize("library", ["spacy", "harper", "textstat", "language_tool_python", "rich"])
def test_the_command_line_starts_without_heavy_libraries(library: str) -> None:
    loaded = python("import sys, newslint.cli.main; print(*sys.modules)").split()
    assert library not in loaded
