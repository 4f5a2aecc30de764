"""The simpler extractors that newslint is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from evaluation.baselines import (
    Extract,
    by_expressions,
    compare,
    sentences_end_with_lines,
    with_rules,
)
from evaluation.data import Row


def found(text: str) -> list[dict[str, list[str]]]:
    """Return the words that the expressions find in a text."""
    return [
        {part: [text[start:end] for start, end in spans] for part, spans in attribution.items()}
        for attribution in by_expressions(spacy.blank("en")(text))
    ]


def test_expressions_take_the_name_after_the_quotation() -> None:
    assert found("“It is safe,” said Ana Ruiz.") == [
        {"source": ["Ana Ruiz."], "cue": ["said"], "content": ["“It is safe,”"]}
    ]


def test_expressions_take_the_name_before_it_else() -> None:
    assert found('Tom Baker of the harbour said: "It is late."') == [
        {"source": ["Tom Baker"], "cue": ["said"], "content": ['"It is late."']}
    ]


def test_a_second_quotation_of_the_paragraph_goes_on_from_the_first() -> None:
    (only,) = found("“It is safe,” he said. “Quite safe.”")
    assert only["content"] == ["“It is safe,”", "“Quite safe.”"]


def test_a_quotation_in_the_next_paragraph_stands_alone() -> None:
    _, second = found("“It is safe,” he said.\n“Quite safe.”")
    assert second == {"source": [], "cue": [], "content": ["“Quite safe.”"]}


def test_lines_are_sentences() -> None:
    doc = sentences_end_with_lines(spacy.blank("en")("One line\nanother line"))
    assert doc[3].text == "another"
    assert doc[3].is_sent_start


def test_what_is_missing_is_not_run_and_says_why(tmp_path: Path) -> None:
    rows: list[Row] = [{"id": "a", "text": "“Yes,” said Ana Ruiz."}]
    docs = [spacy.blank("en")(row["text"]) for row in rows]

    def nothing(_: Doc) -> Iterator[Any]:
        yield from ()

    def absent() -> Extract:
        raise ImportError("No module named 'textacy'")

    makers: dict[str, Callable[[], Extract]] = {
        "nothing": lambda: nothing,
        "textacy": absent,
        "rules": lambda: with_rules(tmp_path),
    }
    assert compare(makers, rows, docs, lambda predictions: {"articles": len(predictions)}) == {
        "nothing": {"figures": {"articles": 1}},
        "textacy": {"not run": "No module named 'textacy'"},
        "rules": {"not run": "no baseline_rules.py beside the data"},
    }


def test_rules_are_read_from_the_folder_of_the_data(tmp_path: Path) -> None:
    path = tmp_path / "baseline_rules.py"
    path.write_text("def extract(doc):\n    return [{'content': [[0, len(doc)]]}]\n", "utf-8")
    extract = with_rules(tmp_path)
    assert list(extract(spacy.blank("en")("One two"))) == [{"content": [[0, 2]]}]


@pytest.mark.model
def test_textacy_is_asked_paragraph_by_paragraph() -> None:
    pytest.importorskip("textacy", reason="textacy is not installed: dependency group evaluation")
    from evaluation.baselines import parse, with_textacy

    text = "One “odd mark.\n“The bridge is perfectly safe,” said Ana Ruiz."
    (doc,) = parse([{"id": "a", "text": text}])
    (quotation,) = with_textacy()(doc)
    ((start, end),) = quotation["content"]
    assert "perfectly safe" in text[start:end]
    ((start, end),) = quotation["source"]
    assert text[start:end] == "Ana Ruiz"
