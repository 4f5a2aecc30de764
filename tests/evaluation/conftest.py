"""Stories and graphs made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation.story import Story, read_story

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a story file and returns its path."""

    def written(voices: str, body: str, *, name: str = "bridge.dev.txt") -> Path:
        path = tmp_path / name
        path.write_text(f"{voices}\n===\n{body}\n", encoding="utf-8")
        return path

    return written


@pytest.fixture
def story(write: Write) -> Callable[[str, str], Story]:
    """Return a function that makes a story of its voices and its marked text."""
    return lambda voices, body: read_story(write(voices, body))
