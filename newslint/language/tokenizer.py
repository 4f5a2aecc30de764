"""Loading the tokenizer of a model once.

spaCy makes the tokenizer of a language with all its exceptions, a fifth of the time to load a
small model, and then puts those that came with the model in their place. Here it begins with
none. Imported only with spaCy.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.tokenizer import Tokenizer
from spacy.util import registry

if TYPE_CHECKING:
    from spacy.language import Language

_NAME = "newslint.EmptyTokenizer.v1"

#: Settings to load a model with whose own are those of spaCy's English models.
EMPTY: dict[str, object] = {"nlp.tokenizer": {"@tokenizers": _NAME}}


def _empty() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(_NAME, func=_empty)
