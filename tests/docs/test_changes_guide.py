"""The guide to checking changed sentences shows what newslint really does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from newslint.cli.main import main
from tests.changes.repository import repository_at

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "changes.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.model
def test_its_example_is_what_is_printed_and_its_commands_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks: dict[str, list[str]] = {}
    for kind, text in FENCE.findall(GUIDE):
        blocks.setdefault(kind, []).append(text)
    (article,), (edit,) = blocks["markdown"], blocks["diff"]
    repository = repository_at(tmp_path, monkeypatch)
    monkeypatch.chdir(tmp_path)
    repository.put("ferry.md", article)
    repository.commit()
    removed, added = (line[1:] for line in edit.splitlines())
    assert removed in article
    repository.put("ferry.md", article.replace(removed, added))

    shown = 0
    for block in blocks["console"]:
        for example in block.removeprefix("$ ").split("\n$ "):
            command, _, output = example.partition("\n")
            program, *arguments = shlex.split(command)
            if program == "newslint":
                code = main(arguments)
                printed = capsys.readouterr().out
                assert code in (0, 1)
                if output:
                    shown += 1
                    assert printed == output
    assert shown == 1
