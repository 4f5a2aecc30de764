"""Parts of speech and dictionary forms, looked up instead of worked out for every word.

In spaCy's English models two components give them, after the parser: one matches 200 patterns
against every text, the other strips endings by rule. Both look at one word at a time: at its
letters, its tag and sometimes its role. So each combination is given to them once, and their
answer is kept. The few patterns of two words are still matched, and a text in which one of
them matches goes through both components as a whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from newslint.language.pipeline import REPLACED, WordForm

if TYPE_CHECKING:
    from spacy.language import Language

#: Combinations that are kept at most: some twenty megabytes.
_MOST = 60_000
#: What a pattern may say of a word without looking at its neighbours.
_LOOKED_AT = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
#: Stands for every role that no pattern names.
_ANY_ROLE = "any"
#: Stands between words that must not seem to follow each other.
_BETWEEN = (".", ".", "punct")

_Key = tuple[int, int, int]


class WordForms:
    """The answers of the two components of one pipeline."""

    def __init__(self, nlp: Language, ruler: AttributeRuler, lemmatizer: EnglishLemmatizer) -> None:
        """Take the components over; use `word_forms` to see whether that can be done."""
        self._nlp = nlp
        self._components = (ruler, lemmatizer)
        self._known: dict[_Key, WordForm] = {}
        index = lemmatizer.lookups.get_table("lemma_index")
        for pos, forms in index.items():  # lists, in which looking for a word takes long
            index[pos] = frozenset(forms)
        self._roles = {nlp.vocab.strings.add(role) for role in _roles(ruler.patterns)}
        self._any_role = nlp.vocab.strings.add(_ANY_ROLE)
        self._neighbours = Matcher(nlp.vocab, validate=False)
        patterns: list[dict[str, Any]] = list(ruler.patterns)
        pairs = [words for p in patterns for words in p["patterns"] if len(words) > 1]
        if pairs:
            self._neighbours.add("neighbours", pairs)
        add = nlp.vocab.strings.add
        self._of_pairs = [frozenset(map(add, _named(words))) for words in pairs]

    def of(self, docs: Sequence[Doc]) -> list[list[WordForm]]:
        """Return what the components would say of each word of parsed texts.

        A text with neighbours that matter is changed: it goes through the components.
        """
        rows = [doc.to_array(["ORTH", "TAG", "DEP", "LOWER"]).tolist() for doc in docs]
        keyed = [self._keys(words) for words in rows]
        if len(self._known) > _MOST:
            self._known.clear()
        self._learn({key for keys in keyed for key in keys}.difference(self._known))
        known = self._known
        return [
            self._worked_out(doc)
            if self._may_hold_pair(words) and self._neighbours(doc)
            else [known[key] for key in keys]
            for doc, words, keys in zip(docs, rows, keyed, strict=True)
        ]

    def _keys(self, rows: Sequence[Sequence[int]]) -> list[_Key]:
        roles, other = self._roles, self._any_role
        return [(orth, tag, dep if dep in roles else other) for orth, tag, dep, _ in rows]

    def _may_hold_pair(self, rows: Sequence[Sequence[int]]) -> bool:
        """Return whether a text has the words and roles that a pattern of two words names."""
        here = {number for _, _, dep, lower in rows for number in (dep, lower)}
        return any(names <= here for names in self._of_pairs)

    def _learn(self, unknown: Iterable[_Key]) -> None:
        keys = sorted(unknown)
        if not keys:
            return
        names = self._nlp.vocab.strings
        rows = [tuple(names[number] for number in key) for key in keys]
        doc = self._made(rows)
        if not self._neighbours(doc):
            self._known.update(zip(keys, self._worked_out(doc), strict=True))
            return
        # Words that never stood together look like one of the pairs.
        doc = self._made([row for word in rows for row in (word, _BETWEEN)])
        self._known.update(zip(keys, self._worked_out(doc)[::2], strict=True))

    def _made(self, rows: Sequence[tuple[str, ...]]) -> Doc:
        words, tags, roles = ([row[i] for row in rows] for i in range(3))
        heads = list(range(len(rows)))
        return Doc(self._nlp.vocab, words=words, tags=tags, deps=roles, heads=heads)

    def _worked_out(self, doc: Doc) -> list[WordForm]:
        for component in self._components:
            doc = component(doc)
        rows = doc.to_array(["TAG", "POS", "LEMMA"]).tolist()
        return [(row[0], row[1], row[2]) for row in rows]


def word_forms(nlp: Language) -> WordForms | None:
    """Return what replaces the last components of a pipeline, None if they are not known.

    They are if they are those of spaCy's English models, and their patterns look at nothing
    else than the words do here.
    """
    active = dict(nlp.pipeline)
    ruler, lemmatizer = (active.get(name) for name in REPLACED)
    if (
        type(ruler) is not AttributeRuler
        or type(lemmatizer) is not EnglishLemmatizer
        or lemmatizer.mode != "rule"
        or lemmatizer.overwrite
        or not _is_simple(ruler.patterns)
        or [n for n in nlp.pipe_names if n != "ner"] != ["tok2vec", "tagger", "parser", *REPLACED]
    ):
        return None
    return WordForms(nlp, ruler, lemmatizer)


def _specs(patterns: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for pattern in patterns:
        for words in pattern["patterns"]:
            yield from words


def _is_simple(patterns: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether words can be looked at one by one; the role of a space does not matter."""
    for spec in _specs(patterns):
        role = spec.get("DEP", "")
        if not _LOOKED_AT.issuperset(spec):
            return False
        if not isinstance(role, str) and not {"IN", "NOT_IN"}.issuperset(role):
            return False
    return all(
        "DEP" not in pattern["attrs"] or all("IS_SPACE" in spec for spec in _specs([pattern]))
        for pattern in patterns
    )


def _named(words: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the words and the roles without which a pattern does not match."""
    for spec in words:
        for feature in ("LOWER", "DEP"):
            if isinstance(spec.get(feature), str):
                yield spec[feature]


def _roles(patterns: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the roles that patterns name."""
    for spec in _specs(patterns):
        role = spec.get("DEP", ())
        if isinstance(role, str):
            yield role
        elif role:
            for names in role.values():
                yield from names
