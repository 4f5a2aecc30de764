"""A word that no dictionary has is a slip of the keys, or perhaps a coinage."""

from __future__ import annotations

import pytest

from newslint.language.keystrokes import meant_word

_KNOWN = {"finished", "administration", "watch", "list", "lean", "unite", "favour", "essay"}
_KNOWN |= {"essays", "loudly", "misstep"}


def known(word: str) -> bool:
    return word in _KNOWN


@pytest.mark.parametrize(
    ("word", "suggested", "meant"),
    [
        ("finsihed", ["finished", "finches"], "finished"),
        ("adminstration", ["administration"], "administration"),
        ("mistep", ["misstep", "mister"], "misstep"),
        ("loundly", ["loudly", "soundly"], "loudly"),
    ],
)
def test_crossed_missing_and_added_letters_are_slips(
    word: str, suggested: list[str], meant: str
) -> None:
    assert meant_word(word, suggested, known) == meant


@pytest.mark.parametrize(
    ("word", "suggested"),
    [
        ("leaners", ["learners", "leaders"]),  # lean and an ending
        ("watchlist", ["watchlists"]),  # two words
        ("uniter", ["united"]),  # another letter, not one too many
        ("favour", ["favor"]),  # the other dictionary has it
        ("unshakeable", ["unshakable"]),  # spelt both ways
        ("essayx", ["essay", "essays"]),  # its last letter may belong to a name
        ("Lindqist", ["Lindquist"]),  # a name
        ("frist", ["first"]),  # short
        ("mustrad", ["mustard", "mustread"]),  # which of two?
    ],
)
def test_what_may_be_meant_is_left_alone(word: str, suggested: list[str]) -> None:
    assert meant_word(word, suggested, known) is None
