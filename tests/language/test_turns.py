"""Turns of an interview: what stands behind a bold name is not the writer's."""

from __future__ import annotations

import pytest

from newslint.language.turns import turns
from newslint.markup.read import parse_article


def _spoken(source: str) -> list[str]:
    article = parse_article(source, "story.md")
    return [span.cut(article.text) for span in turns(article)]


def test_what_follows_a_bold_name_is_spoken() -> None:
    source = "**Ada Quill:** Who shut the lock?\n\n**Per Lind:** I did."
    assert _spoken(source) == ["Who shut the lock?", "I did."]


@pytest.mark.parametrize(
    "source",
    [
        "**Ada Quill:** Who shut the lock?\n\nNobody answered.",
        "Ada Quill: who shut the lock?\n\nPer Lind: I did.",
        "**The lock:** it is shut\n\n**who** shut it?",
    ],
    ids=["one turn", "no bold", "no name"],
)
def test_other_paragraphs_are_the_writers(source: str) -> None:
    assert _spoken(source) == []
