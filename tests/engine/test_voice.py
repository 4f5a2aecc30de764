"""Whether an article speaks for its writer, as far as it says so itself."""

from __future__ import annotations

import pytest

from newslint import lint_text
from newslint.engine.voice import is_personal
from newslint.markup.read import parse_article

PERSONAL = (
    "I grew up beside the ferry. My father ran it.\n\n"
    "I remember the fog, and I still hear the horn.\n\n"
    "The council clearly wants it gone.\n\nI do not."
)


def personal(text: str) -> bool:
    return is_personal(parse_article(text, "story.md"))


@pytest.mark.parametrize(
    "text",
    [
        PERSONAL,
        "# Opinion: The ferry must stay\n\nThe council is wrong.",
        "# The ferry must stay\n\nEDITORIAL\n\nThe council is wrong.",
        "# The ferry\n\nTo the Editor:\n\nThe council is wrong.",
    ],
)
def test_what_calls_itself_opinion_or_says_i_throughout_is_personal(text: str) -> None:
    assert personal(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Opinion polls close\n\nThe last booth shut at nine.",
        "# Comment on the ferry invited\n\nThe council opens its books.",
        "The ferry is going.\n\n“I am sorry,” said Ada Lind. “My father ran it.”\n\n"
        "“I remember the fog,” said Per Holm.\n\n“I do not,” she said.",
        "The mine flooded.\n\nThe mine belongs to a bank.\n\nThe tin mine is old.",
        "I met the captain on Monday.\n\nThe ferry is going.\n\nNobody else came.",
        "",
    ],
)
def test_news_is_not_whoever_is_quoted_in_it(text: str) -> None:
    assert not personal(text)


@pytest.mark.model
def test_opinion_is_not_told_to_attribute_opinions() -> None:
    def boosters(text: str) -> list[str]:
        found = lint_text(text, path="story.md")
        return [f.excerpt for f in found if f.rule == "claims.certainty-booster"]

    assert boosters(PERSONAL) == []
    assert boosters("The council clearly wants the ferry gone.") == ["clearly"]
    assert boosters(f"---\ngenre: news\n---\n{PERSONAL}") == ["clearly"]
