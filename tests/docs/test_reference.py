"""The rule reference: current, and complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.registry import OURS, load_rules
from newslint.reports.reference import pages
from newslint.rule import RuleSpec

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"
SPECS = [spec for spec in load_rules() if spec.origin in OURS]
PAGES = pages(SPECS)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_page_is_current(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8") if (FOLDER / name).is_file() else ""
    if written != PAGES[name]:
        pytest.fail("out of date: run scripts/generate_docs.py", pytrace=False)


def test_there_are_no_other_pages() -> None:
    assert {file.name for file in FOLDER.glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_every_rule_has_a_section_that_the_index_links_to(spec: RuleSpec) -> None:
    assert f"\n## {spec.id}\n" in PAGES[f"{spec.rule.group}.md"]
    anchor = spec.id.replace(".", "")
    assert f"[`{spec.id}`]({spec.rule.group}.md#{anchor})" in PAGES["README.md"]


def test_examples_are_shown_with_their_marks() -> None:
    assert (
        "```text\nThe council met [[in order to]] vote.\n→ The council met to vote.\n```"
        in (PAGES["language.md"])
    )
