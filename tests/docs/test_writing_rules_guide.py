"""The guide to writing rules: what it shows on the command line is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.cli.main import main

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "writing-rules.md"


def fences(language: str) -> list[str]:
    text = GUIDE.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_transcripts_are_real(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    rule, story = fences("yaml")[0], fences("markdown")[0]
    wrong = rule.replace("The [[remuneration]] of the", "The remuneration [[of]] the", 1)
    assert wrong != rule
    states = [None, {"monies.yml": wrong}, {"monies.yml": rule, "story.md": story}]
    transcripts = fences("console")
    assert len(transcripts) == len(states)
    for transcript, files in zip(transcripts, states, strict=True):
        for name, text in (files or {}).items():
            (Path("house-style") / name).write_text(text, encoding="utf-8")
        command, _, shown = transcript.partition("\n")
        main(command.removeprefix("$ newslint ").split())
        assert capsys.readouterr().out == shown
