"""What counts as which error of extraction."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.worst import faults

TEXT = "Ana Ruiz said the gate was shut. It rained all day."
SOURCE, CONTENT, RAIN = [[0, 8]], [[14, 31]], [[33, 50]]


def attribution(content: list[list[int]], source: list[list[int]] = SOURCE) -> dict[str, Any]:
    return {"content": content, "source": source, "cue": [[9, 13]]}


@pytest.mark.parametrize(
    ("found", "kinds"),
    [
        ([attribution(CONTENT)], []),
        ([], ["missed"]),
        ([attribution([[14, 18]])], ["boundary"]),
        ([attribution(CONTENT), attribution(RAIN)], ["false"]),
        ([attribution(CONTENT, [[33, 35]])], ["source"]),
    ],
)
def test_each_error_has_its_class(found: list[dict[str, Any]], kinds: list[str]) -> None:
    row: Any = {"id": "story", "text": TEXT, "attributions": [attribution(CONTENT)]}
    assert [fault.kind for fault in faults(row, found)] == kinds


def test_an_error_is_shown_with_what_stands_around_it() -> None:
    row: Any = {"id": "story", "text": TEXT, "attributions": [attribution(CONTENT)]}
    [fault] = faults(row, [attribution(CONTENT, [[33, 35]])])
    assert fault.shown.startswith("story: [[Ana Ruiz]] said the gate")
    assert fault.shown.endswith("[found: It]")
