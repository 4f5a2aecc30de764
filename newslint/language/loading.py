"""Loading a language model at two thirds of what it costs. Imported only with spaCy.

Three things are left out, none of which is missed: the tokenizer's exceptions, which spaCy
makes for the language and then replaces by those that came with the model; the component
that finds sentences, which come from newslint; and looking through all that is installed
once for every function that a model names, for which it is put in order first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

import catalogue
import spacy
from spacy.tokenizer import Tokenizer
from spacy.util import registry

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from spacy.language import Language

_NAME = "newslint.EmptyTokenizer.v1"
#: Settings to load a model with whose tokenizer is that of spaCy's English models.
_EMPTY = {"nlp.tokenizer": {"@tokenizers": _NAME}}
_UNUSED = ("senter",)


def load_model(name: str, *, own_tokenizer: bool) -> Language:
    """Return an installed model; `own_tokenizer` says that it may be of any kind.

    Raises:
        OSError: if it is not installed.
    """
    with _in_order():
        return spacy.load(name, exclude=_UNUSED, config={} if own_tokenizer else _EMPTY)


@contextmanager
def _in_order() -> Iterator[None]:
    """Have spaCy's registries find what is installed by its group, while a model is loaded."""
    listed: Any = getattr(catalogue, "AVAILABLE_ENTRY_POINTS", None)
    if not hasattr(listed, "select"):  # another version: nothing to put in order
        yield
        return
    groups: dict[str, list[EntryPoint]] = {}
    # In Python 3.11 they are in a dictionary, which warns of being used as one.
    parts = dict.values(listed) if isinstance(listed, dict) else [listed]
    for point in chain.from_iterable(parts):
        groups.setdefault(point.group, []).append(point)
    catalogue.AVAILABLE_ENTRY_POINTS = groups
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = listed


def _empty() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(_NAME, func=_empty)
