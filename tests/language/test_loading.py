"""A model is loaded quickly, and is the same as one that spaCy loads."""

from __future__ import annotations

import pytest

from newslint.language.pipeline import DEFAULT_MODEL
from newslint.language.spacy_import import import_spacy

TEXT = "We can't, he'd said at 5p.m. in the U.S. (see www.example.org/a?b=c): $1.2bn, 5km :-)"


@pytest.mark.model
def test_the_tokenizer_is_the_one_that_came_with_the_model() -> None:
    import_spacy()
    import spacy
    from spacy.tokenizer import Tokenizer

    from newslint.language.loading import load_model

    ours = load_model(DEFAULT_MODEL, own_tokenizer=False)
    plain = spacy.load(DEFAULT_MODEL)
    assert isinstance(ours.tokenizer, Tokenizer)
    assert isinstance(plain.tokenizer, Tokenizer)
    assert ours.tokenizer.to_bytes() == plain.tokenizer.to_bytes()
    assert [t.text for t in ours.make_doc(TEXT)] == [t.text for t in plain.make_doc(TEXT)]
    assert ours.vocab.to_bytes() == plain.vocab.to_bytes()
    assert ours(TEXT).to_json() == plain(TEXT).to_json()


@pytest.mark.model
def test_what_is_put_in_order_for_the_moment_is_left_as_it_was() -> None:
    import_spacy()
    import catalogue

    from newslint.language.loading import load_model

    before = catalogue.AVAILABLE_ENTRY_POINTS
    load_model(DEFAULT_MODEL, own_tokenizer=True)
    assert catalogue.AVAILABLE_ENTRY_POINTS is before
    with pytest.raises(OSError, match="no_such_model"):
        load_model("no_such_model", own_tokenizer=True)
    assert catalogue.AVAILABLE_ENTRY_POINTS is before
