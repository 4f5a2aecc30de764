"""A model's words and labels are strings that are made once."""

from __future__ import annotations

import sys

import pytest

from newslint.language.strings import Strings


def test_a_string_is_asked_for_once() -> None:
    asked: list[int] = []

    def named(number: int) -> str:
        asked.append(number)
        return "".join(["ns", "ubj"])

    strings = Strings(named)
    assert strings[7] is strings[7]
    assert strings[7] is sys.intern("nsubj")  # the one that code compares with
    assert asked == [7]


def test_no_more_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.language.strings._MOST", 3)
    strings = Strings(str)
    assert [strings[n] for n in range(9)] == list("012345678")
    assert len(strings) <= 4
