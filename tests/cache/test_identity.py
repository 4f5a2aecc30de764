"""What makes a kept result another one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from newslint.cache.identity import digest, of_files, of_tool


def test_parts_are_told_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest(b"1", None) != digest(b"1", "")


def test_a_pack_is_known_by_what_it_holds(tmp_path: Path) -> None:
    rule = tmp_path / "house" / "style.yml"
    rule.parent.mkdir()
    rule.write_text("message: one", encoding="utf-8")
    before = of_files([tmp_path / "house"])
    rule.write_text("message: two", encoding="utf-8")
    assert of_files([tmp_path / "house"]) != before
    rule.write_text("message: one", encoding="utf-8")
    assert of_files([tmp_path / "house"]) == before
    rule.rename(rule.with_name("other.yml"))
    assert of_files([tmp_path / "house"]) != before


def test_the_tool_is_the_same_from_one_run_to_the_next() -> None:
    assert of_tool() == of_tool()


def test_whatever_is_installed_or_upgraded_makes_another_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = of_tool()
    (tmp_path / "spacy-9.0.0.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert of_tool() != before


def test_a_plug_in_under_work_makes_another_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk-1.dist-info").mkdir()
    points = tmp_path / "desk-1.dist-info" / "entry_points.txt"
    points.write_text("[newslint.rules]\ndesk = desk_rules_under_test\n", encoding="utf-8")
    rule = tmp_path / "desk_rules_under_test" / "late.yml"
    rule.parent.mkdir()
    (rule.parent / "__init__.py").touch()
    rule.write_text("message: one", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = of_tool()
    os.utime(rule, ns=(1, 1))
    assert of_tool() != before
