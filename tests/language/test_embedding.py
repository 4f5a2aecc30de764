"""What a model makes of single words is worked out once, and is what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newslint.language.pipeline import SpacyAnalyser
from newslint.language.sentences import split_sentences
from newslint.language.tokens import ParseRequest

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = (
    "The ferry left Port Ellis at noon, and the ferry came back at night.",
    "Nobody at the port saw the ferry come back.",
    "Ms. Vane, 41, said that she'd seen it.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return SpacyAnalyser()._pipeline


def steps(nlp: Language) -> list[Any]:
    """Return the first steps of components that are kept, in order."""
    return [
        node
        for _, component in nlp.pipeline
        if getattr(component, "model", None) is not None
        for node in component.model.walk()  # type: ignore[attr-defined]
        if node.name == "remembered"
    ]


@pytest.mark.model
def test_the_numbers_of_a_word_are_those_of_the_model(nlp: Language) -> None:
    import numpy as np

    docs = [nlp.make_doc(text) for text in TEXTS]
    kept = steps(nlp)
    assert len(kept) == 2  # of what the tagger and the parser share, and of the names
    for step in kept:
        expected = step.layers[0].predict(docs)
        for order in (docs, docs[::-1]):  # once worked out, once known
            found = step.predict(order)
            for numbers, doc in zip(found, order, strict=True):
                wanted = expected[docs.index(doc)]
                assert numbers.shape == wanted.shape
                assert np.allclose(numbers, wanted, atol=1e-5)


@pytest.mark.model
def test_a_word_is_worked_out_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.language.embedding import Embedding

    embedding = Embedding(steps(nlp)[0].layers[0])
    kept: list[int] = []
    keep = embedding._keep

    def counted(new: Any) -> None:
        kept.append(len(new))
        keep(new)

    monkeypatch.setattr(embedding, "_keep", counted)
    docs = [nlp.make_doc(text) for text in TEXTS]
    for words in (docs[:1], docs[:1], docs):
        embedding.of(words)
    assert len(kept) == 2
    assert kept[0] < len(docs[0])  # “ferry” is there twice
    assert sum(kept) < sum(map(len, docs))


@pytest.mark.model
def test_a_full_table_is_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(analyser: SpacyAnalyser) -> list[list[tuple[str, str, str, int, str]]]:
        requests = [ParseRequest(text, 0, split_sentences(text)) for text in TEXTS]
        parses = [analyser.parse([request], names=True)[0] for request in requests]
        return [[(t.text, t.tag, t.dep, t.head.i, t.entity) for t in parse] for parse in parses]

    expected = parse(SpacyAnalyser())
    monkeypatch.setattr("newslint.language.embedding._MOST", 5)
    assert parse(SpacyAnalyser()) == expected


@pytest.mark.model
def test_a_step_that_looks_around_is_left_alone(nlp: Language) -> None:
    from thinc.api import Model, chain, expand_window

    from newslint.language.embedding import _is_first_step

    step = steps(nlp)[0].layers[0]
    assert _is_first_step(step)
    features, joined, embed, mix, parted = step.layers
    wide: Model[Any, Any] = Model(
        mix.name, lambda *_: None, layers=[chain(expand_window(1), mix.layers[0])]
    )
    around: Model[Any, Any] = Model("step", lambda *_: None)
    around._layers = [features, joined, embed, wide, parted]
    assert not _is_first_step(around)
