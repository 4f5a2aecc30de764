"""The components of a pipeline one after the other, with quicker decisions.

The parser and the names are found by deciding word by word. spaCy does that in C and lets go
of the interpreter's lock for it; but some seventy questions that it asks before each decision
take the lock and give it back, which is most of what the names cost. Here the same questions
are asked, and the same decisions made, with the lock held.
Imported only with spaCy.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from spacy.pipeline import DependencyParser, EntityRecognizer, Pipe

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: What decides word by word.
_DECIDING = (DependencyParser, EntityRecognizer)


def run(nlp: Language, docs: Sequence[Doc], *, without: Collection[str]) -> list[Doc]:
    """Return the texts after all components but those named in `without`, in order.

    The same as `nlp.pipe` of texts that have been cut into words.
    """
    docs = list(docs)
    for name, component in nlp.pipeline:
        if name in without:
            continue
        if isinstance(component, _DECIDING) and component.cfg["beam_width"] == 1:
            _decide(component, docs)
        elif isinstance(component, Pipe):
            docs = list(component.pipe(docs, batch_size=len(docs)))
        else:
            docs = [component(doc) for doc in docs]
    return docs


def _decide(parser: DependencyParser | EntityRecognizer, docs: Sequence[Doc]) -> None:
    """Write into the texts what a component decides of them: sentence structure, or names."""
    states = parser.moves.init_batch(docs)
    if any(len(doc) for doc in docs):
        model = parser.model.predict(docs)
        undecided = [state for state in states if not state.is_final()]
        while undecided:
            undecided = parser.transition_states(undecided, model.predict(undecided))
        model.clear_memory()
    parser.set_annotations(docs, states)
