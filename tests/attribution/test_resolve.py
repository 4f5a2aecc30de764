"""Which of several possible attributions stands, by hand-made drafts."""

from __future__ import annotations

from newslint.article import BlockKind
from newslint.attribution.graph import CueClass
from newslint.attribution.passage import Draft, Passage
from newslint.attribution.resolve import resolve
from newslint.language.tokens import Parse, Token


def passage_of(text: str) -> Passage:
    """Return a passage of the words of `text`, without grammar."""
    tokens: list[Token] = []
    start = 0
    for i, word in enumerate(text.split()):
        tokens.append(Token(i, word, start))
        start += len(word) + 1
    return Passage.of(0, BlockKind.PARAGRAPH, Parse(tuple(tokens)), ())


def draft(cue: int, content: range, source: int = 0, strength: int = 1) -> Draft:
    """Return a draft with a cue of one word."""
    return Draft(
        frozenset({source}), frozenset({cue}), frozenset(content), "say", CueClass.NEUTRAL, cue,
        strength=strength,
    )  # fmt: skip


WORDS = passage_of("Ana said Tom thinks rain will come soon")


def test_the_outermost_stands_and_the_inner_one_is_kept_beside_it() -> None:
    outer, inner = draft(1, range(2, 8)), draft(3, range(4, 8), source=2)
    found = resolve(WORDS, [inner, outer])
    assert found.outer == (outer,)
    assert found.inner == ((outer, inner),)


def test_a_word_is_reported_only_once() -> None:
    first, second = draft(1, range(2, 6)), draft(7, range(4, 7))
    found = resolve(WORDS, [first, second])
    assert [sorted(d.content) for d in found.outer] == [[2, 3, 4, 5], [6]]


def test_speech_goes_before_attitude() -> None:
    speech, attitude = draft(3, range(4, 6)), draft(1, range(2, 8), strength=0)
    assert resolve(WORDS, [attitude, speech]).outer[0].anchor in {1, 3}
    assert speech in resolve(WORDS, [attitude, speech]).outer


def test_nothing_to_resolve() -> None:
    assert resolve(WORDS, []).outer == ()
