"""Deciding with the lock held gives what spaCy's own components give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.articles import made_up
from newslint.language.pipeline import SpacyAnalyser

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXTS = [*next(made_up(14)).split("\n\n"), "", " ", "\n\n", "Mara Lund of Oslo, 41, paid $3."]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return SpacyAnalyser()._pipeline


def told(docs: list[Doc]) -> list[list[tuple[object, ...]]]:
    return [[(t.text, t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in d] for d in docs]


@pytest.mark.model
@pytest.mark.parametrize("without", [(), ("ner",), ("parser", "ner")])
def test_words_structure_and_names_are_those_of_spacy(
    nlp: Language, without: tuple[str, ...]
) -> None:
    from newslint.language.deciding import run

    found = run(nlp, [nlp.make_doc(text) for text in TEXTS], without=without)
    assert told(found) == told(list(nlp.pipe(TEXTS, disable=[*without])))


@pytest.mark.model
def test_sentences_that_are_given_are_kept(nlp: Language) -> None:
    from newslint.language.deciding import run

    doc = nlp.make_doc("It rained on Mara Lund and the boats stayed in")
    for token in doc:
        token.is_sent_start = token.i in (0, 6)
    [found] = run(nlp, [doc], without=())
    assert [s.text for s in found.sents] == ["It rained on Mara Lund and", "the boats stayed in"]


@pytest.mark.model
def test_several_steps_weighed_at_once_are_left_to_spacy(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.language.deciding import run

    names = nlp.get_pipe("ner")
    monkeypatch.setitem(names.cfg, "beam_width", 4)  # type: ignore[attr-defined]
    monkeypatch.setattr("newslint.language.deciding._decide", lambda parser, docs: None)
    found = run(nlp, [nlp.make_doc(text) for text in TEXTS], without=("parser",))
    assert told(found) == told(list(nlp.pipe(TEXTS, disable=["parser"])))
    assert found[-1].ents
