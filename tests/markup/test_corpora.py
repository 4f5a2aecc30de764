"""Published articles: read without loss, and every position leads home."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newslint.markup.read import parse_article
from tests.markup.invariants import check

#: What would show that a template tag or a tag of HTML was taken for prose.
_RESIDUE = re.compile(r"\{[%{][^`]*[%}]\}|<!--|</?(?:div|figure|img|span|p|td)\b[^<]*>")


def articles(folder: Path) -> list[Path]:
    return sorted(
        path
        for part in ("corpora", "seeds")
        for path in (folder / part).rglob("*")
        if path.suffix in (".md", ".txt") and path.name != "MANIFEST.md"
    )


def test_published_articles(shared_data: Path) -> None:
    found = articles(shared_data)
    if not found:
        pytest.skip("no corpora in the shared data")
    for path in found:
        source = path.read_bytes().decode("utf-8")
        article = parse_article(source, path.name)
        check(article)
        assert article.blocks, path.name
        assert not article.notes, path.name
        for link in article.links:
            assert link.url_span is not None, path.name
        for block in article.blocks:
            residue = _RESIDUE.search(block.span.cut(article.text))
            assert residue is None, (path.name, residue)
