"""Looking up parts of speech and dictionary forms gives what working them out gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.articles import made_up
from newslint.language.pipeline import REPLACED, SpacyAnalyser

if TYPE_CHECKING:
    from spacy.language import Language

STORY = next(made_up(12))
PAIRS = (
    "They ain't going to sing.",
    "You gotta go and I'm gonna stay.",
    "Let's wait.",
    "Y'all heard that there are two boats.",
    "Did he say it? He had had his doubts, and so did they.",
    "Nothin' was said of nuthin', and nothing of nothings.",
    "That  is the one which I meant; these were the others.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return SpacyAnalyser()._pipeline


@pytest.mark.model
@pytest.mark.parametrize("text", [*PAIRS, *STORY.split("\n\n")])
def test_the_forms_are_those_of_the_components(nlp: Language, text: str) -> None:
    from newslint.language.word_forms import word_forms

    forms = word_forms(nlp)
    assert forms is not None
    [expected] = nlp.pipe([text])
    for _ in range(2):  # once worked out, once known
        [doc] = nlp.pipe([text], disable=[*REPLACED])
        [found] = forms.of([doc])
        assert [tuple(form) for form in found] == [(t.tag, t.pos, t.lemma) for t in expected]


@pytest.mark.model
def test_words_alike_to_the_ruler_are_ruled_once(nlp: Language) -> None:
    from newslint.language.word_forms import word_forms

    forms = word_forms(nlp)
    assert forms is not None

    def of(text: str) -> list[str]:
        [doc] = nlp.pipe([text], disable=[*REPLACED])
        return [nlp.vocab.strings[lemma] for _, _, lemma in forms.of([doc])[0]]

    assert of("Two boats sank.") == ["two", "boat", "sink", "."]
    known = len(forms._ruled)
    assert of("Three ships burned.") == ["three", "ship", "burn", "."]
    assert len(forms._ruled) == known
    of("Two boats were lost.")  # a word that the ruler knows by its letters
    assert len(forms._ruled) > known


@pytest.mark.model
def test_an_unknown_pipeline_keeps_its_own_components(nlp: Language) -> None:
    from spacy.pipeline import AttributeRuler

    from newslint.language.word_forms import word_forms

    with nlp.select_pipes(disable=["lemmatizer"]):
        assert word_forms(nlp) is None
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    patterns: list[dict[str, Any]] = list(ruler.patterns)
    try:
        ruler.add([[{"SHAPE": "Xxx"}]], {"POS": "X"})
        assert word_forms(nlp) is None  # a pattern that looks at more than is looked up
    finally:
        ruler.clear()
        ruler.add_patterns(patterns)
