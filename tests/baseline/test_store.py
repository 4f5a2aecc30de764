"""The file of a baseline, written by several at once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.baseline import Baseline, change, read
from newslint.baseline.form import of
from newslint.errors import ConfigError
from newslint.result import Known

#: Takes in twenty entries of its own, one after the other.
WRITER = """
import sys
from pathlib import Path
from newslint.baseline import Baseline, change
from newslint.baseline.form import of
from newslint.result import Known

for number in range(20):
    entry = Known(f"{sys.argv[2]}/{number}.md", "words.bad", "0" * 16)
    change(Path(sys.argv[1]), lambda now: of([*(now or Baseline()).entries, entry]))
"""


def test_there_must_be_one_to_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no baseline") as raised:
        read(tmp_path / "known.json")
    assert "newslint baseline create" in raised.value.hint


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "known.json")
    with pytest.raises(ConfigError, match="is not a regular file"):
        read(tmp_path / "known.json")


def test_what_would_stay_the_same_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    change(file, lambda _: Baseline())
    before = file.stat().st_ino
    change(file, lambda now: now or Baseline())
    assert file.stat().st_ino == before


def test_a_change_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    change(file, lambda _: of([Known("a", "words.bad", "0" * 16)]))
    before = file.read_bytes()

    def interrupted(_: Baseline | None) -> Baseline:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        change(file, interrupted)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["known.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked there")
def test_four_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    command = [sys.executable, "-c", WRITER, str(file)]
    writers = [subprocess.Popen([*command, name]) for name in "abcd"]
    assert [writer.wait(120) for writer in writers] == [0, 0, 0, 0]
    assert read(file).total == 80
    assert [path.name for path in tmp_path.iterdir()] == ["known.json"]
