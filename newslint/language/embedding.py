"""What a language model makes of a word by itself, worked out once for each word.

A model begins with what each word looks like: its letters, its ending, its shape. Only then
does it look at the words around it. That first step is the same wherever the word stands, and
a third of all that is multiplied; so its answers are kept.
Imported only with spaCy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_Floats = np.ndarray[Any, np.dtype[np.float32]]

#: Words that are kept at most: some ten megabytes for each of two components.
_MOST = 20_000
#: The first step of spaCy's models; and what is in it: nothing that looks at other words.
_STEPS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
_ALONE = frozenset({"ints-getitem", "hashembed", "maxout", "layernorm", "dropout"})


class Embedding:
    """The first step of one component, with the answers that it has given."""

    def __init__(self, step: Model[Any, Any]) -> None:
        """Take over a step for which `_is_first_step` holds."""
        self._features, _, self._embed, self._mix, _ = step.layers
        self._places: dict[bytes, int] = {}
        self._table: _Floats = np.empty((0, step.get_dim("nO")), dtype=np.float32)

    def of(self, docs: Sequence[Doc]) -> list[_Floats]:
        """Return the numbers of each word of each text."""
        features: list[np.ndarray[Any, Any]] = self._features.predict(docs)
        rows: np.ndarray[Any, Any] = np.concatenate(features)
        keys = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
        if len(self._places) > _MOST:
            self._places.clear()
        places, new = self._places, []
        for i, key in enumerate(keys):
            if key not in places:
                places[key] = len(places)
                new.append(i)
        if new:
            self._keep(self._mix.layers[0].predict(self._embed.layers[0].predict(rows[new])))
        found = self._table[[places[key] for key in keys]]
        ends = np.cumsum([len(words) for words in features])
        return np.split(found, ends[:-1])

    def _keep(self, vectors: _Floats) -> None:
        """Put the numbers of the newest words into the table."""
        end = len(self._places)
        if end > len(self._table):
            more = np.empty((end, self._table.shape[1]), dtype=self._table.dtype)
            self._table = np.concatenate([self._table, more])
        self._table[end - len(vectors) : end] = vectors


def remember(nlp: Language) -> None:
    """Have the components of a pipeline keep what they make of single words."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            for i, layer in enumerate(node.layers):
                if _is_first_step(layer):
                    kept = {"of": Embedding(layer).of}
                    node.layers[i] = Model(
                        "remembered", _forward, layers=[layer], ops=layer.ops, attrs=kept
                    )


def _is_first_step(step: Model[Any, Any]) -> bool:
    return [layer.name.partition("(")[0] for layer in step.layers] == [*_STEPS] and all(
        node.name in _ALONE or node.layers for layer in step.layers[2:4] for node in layer.walk()
    )


def _forward(
    model: Model[Any, Any], docs: Sequence[Doc], **_training: bool
) -> tuple[list[_Floats], Callable[[Any], list[Doc]]]:
    return model.attrs["of"](docs), lambda _: []
