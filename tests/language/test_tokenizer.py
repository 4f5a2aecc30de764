"""The tokenizer of the model is the model's, though it is loaded without that of its language."""

from __future__ import annotations

import pytest

from newslint.language.pipeline import DEFAULT_MODEL
from newslint.language.spacy_import import import_spacy


@pytest.mark.model
def test_it_is_the_one_that_came_with_the_model() -> None:
    import_spacy()
    import spacy
    from spacy.tokenizer import Tokenizer

    from newslint.language.tokenizer import EMPTY

    ours = spacy.load(DEFAULT_MODEL, config=EMPTY)
    plain = spacy.load(DEFAULT_MODEL)
    assert isinstance(ours.tokenizer, Tokenizer)
    assert isinstance(plain.tokenizer, Tokenizer)
    assert ours.tokenizer.to_bytes() == plain.tokenizer.to_bytes()
    text = "We can't, he'd said at 5p.m. in the U.S. (see www.example.org/a?b=c): $1.2bn, 5km :-)"
    assert [t.text for t in ours.make_doc(text)] == [t.text for t in plain.make_doc(text)]
