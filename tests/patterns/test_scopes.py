from __future__ import annotations

import pytest

from newslint.patterns.scopes import parse_selector
from tests.patterns.conftest import Find

ARTICLE = """---
title: word one
summary: word two
---

## word three

word four. More word five.

- word six

> word seven

| word eight |
|---|
| word nine |

![word ten](a.jpg)

Text.[^1]

[^1]: word eleven
"""

LINES = {
    "headline": [2],
    "title": [2],
    "summary": [3],
    "heading": [2, 6],
    "heading.h2": [6],
    "heading & ~headline": [6],
    "paragraph": [8, 8],
    "list": [10],
    "blockquote": [12],
    "alt": [18],
    "footnote": [22],
    "~text": [],
    "text & ~heading & ~paragraph & ~table & ~alt & ~footnote & ~summary": [10],
    "[headline, list]": [2, 10],
}


@pytest.mark.parametrize("scope", LINES)
def test_a_scope_takes_in_its_blocks(find: Find, scope: str) -> None:
    rule = f"extends: existence\nmessage: m\ntokens: [word]\nscope: {quoted(scope)}"
    assert [finding.start.line for finding in find(rule, ARTICLE)] == LINES[scope]


def quoted(scope: str) -> str:
    return scope if scope.startswith("[") else f'"{scope}"'


def test_table_cells_are_a_scope(find: Find) -> None:
    rule = "extends: existence\nmessage: m\ntokens: [word]\nscope: table.cell"
    assert 16 in [finding.start.line for finding in find(rule, ARTICLE)]


def test_sentences_are_counted_one_by_one(find: Find) -> None:
    rule = "extends: occurrence\nmessage: m\ntoken: word\nmax: 1\nscope: sentence"
    assert find(rule, ARTICLE) == []
    assert len(find(rule.replace("sentence", "paragraph"), ARTICLE)) == 1


def test_quotations_can_be_looked_at_alone(find: Find) -> None:
    rule = "extends: existence\nmessage: m\ntokens: [word]\nscope: quotation"
    text = "A word, “a word,” she said."
    assert [finding.span.start for finding in find(rule, text)] == [11]


def test_an_unknown_scope_is_refused_with_a_list() -> None:
    with pytest.raises(ValueError, match="unknown scope 'heding'; choose from alt, "):
        parse_selector("text & ~heding")
