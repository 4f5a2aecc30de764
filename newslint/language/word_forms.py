"""Parts of speech and dictionary forms, looked up instead of worked out for every word.

In spaCy's English models two components give them, after the parser: one matches 200 patterns
against every text, the other strips endings by rule. Both look at one word at a time: at its
letters, its tag and sometimes its role. So each combination is given to them once, and their
answer is kept. The few patterns of two words are still matched, and the words in which one of
them matches go through both components together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from newslint.language.pipeline import REPLACED, WordForm, forms_of

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.types import Ints2d

#: Combinations that are kept at most: some twenty megabytes.
_MOST = 60_000
#: What a pattern may say of a word without looking at its neighbours.
_LOOKED_AT = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
#: Stands for every role that no pattern names.
_ANY_ROLE = "any"
#: Stands between words that must not seem to follow each other.
_BETWEEN = (".", ".", "punct")

#: A word, its tag and its role, as numbers.
_Key = tuple[int, int, int]
#: The same, with a word that no pattern names as 1 if it is white space and 0 if not.
_Like = tuple[int, int, int]
#: What the ruler says of a word.
_RULED = ("TAG", "POS", "MORPH", "LEMMA")


class WordForms:
    """The answers of the two components of one pipeline."""

    def __init__(self, nlp: Language, ruler: AttributeRuler, lemmatizer: EnglishLemmatizer) -> None:
        """Take the components over; use `word_forms` to see whether that can be done."""
        self._nlp = nlp
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._known: dict[_Key, WordForm] = {}
        self._ruled: dict[_Like, tuple[int, ...]] = {}
        self._told: dict[tuple[_Key, ...], list[WordForm]] = {}
        index = lemmatizer.lookups.get_table("lemma_index")
        for pos, forms in index.items():  # lists, in which looking for a word takes long
            index[pos] = frozenset(forms)
        self._roles = {nlp.vocab.strings.add(role) for role in _roles(ruler.patterns)}
        self._any_role = nlp.vocab.strings.add(_ANY_ROLE)
        self._ruled_words = {nlp.vocab.strings.add(word) for word in _words(ruler.patterns)}
        self._ruled_spellings = [re.compile(spelling) for spelling in _spellings(ruler.patterns)]
        self._neighbours = Matcher(nlp.vocab, validate=False)
        patterns: list[dict[str, Any]] = list(ruler.patterns)
        pairs = [words for p in patterns for words in p["patterns"] if len(words) > 1]
        if pairs:
            self._neighbours.add("neighbours", pairs)
        add = nlp.vocab.strings.add
        self._of_pairs = [frozenset(map(add, _named(words))) for words in pairs]

    def of(self, docs: Sequence[Doc]) -> list[list[WordForm]]:
        """Return what the components would say of each word of parsed texts."""
        columns = [doc.to_array(["ORTH", "TAG", "DEP", "LOWER"]).T.tolist() for doc in docs]
        keyed = [self._keys(words, tags, roles) for words, tags, roles, _ in columns]
        if len(self._known) > _MOST:
            self._known.clear()
        self._learn({key for keys in keyed for key in keys}.difference(self._known))
        known = self._known
        found = [[known[key] for key in keys] for keys in keyed]
        for forms, doc, (_, _, roles, lower), keys in zip(found, docs, columns, keyed, strict=True):
            if self._may_hold_pair({*roles, *lower}):
                for start, end in _together(self._neighbours(doc)):
                    forms[start:end] = self._of_neighbours(tuple(keys[start:end]))
        return found

    def _keys(self, words: Iterable[int], tags: Iterable[int], roles: Iterable[int]) -> list[_Key]:
        known, other = self._roles, self._any_role
        named = [role if role in known else other for role in roles]
        return list(zip(words, tags, named, strict=True))

    def _may_hold_pair(self, here: set[int]) -> bool:
        """Return whether a text has the words and roles that a pattern of two words names."""
        return any(names <= here for names in self._of_pairs)

    def _learn(self, unknown: Iterable[_Key]) -> None:
        """Give each word to the lemmatizer, with what the ruler says of words like it.

        The ruler knows a few words; of all others it looks at the tag and the role alone.
        """
        keys = sorted(unknown)
        if not keys:
            return
        names = self._nlp.vocab.strings
        doc = self._made([tuple(names[number] for number in key) for key in keys])
        looks = doc.to_array(["LOWER", "IS_SPACE"]).tolist()
        alike = [
            (lower if self._is_ruled(lower) else space, tag, role)
            for (lower, space), (_, tag, role) in zip(looks, keys, strict=True)
        ]
        self._rule(dict(zip(alike, keys, strict=True)))
        ruled = np.array([self._ruled[like] for like in alike], dtype=np.uint64)
        doc = self._made([(names[key[0]], "", "") for key in keys])
        doc.from_array([*_RULED], cast("Ints2d", ruled))
        doc = self._lemmatizer(doc)
        self._known.update(zip(keys, forms_of(doc), strict=True))

    def _is_ruled(self, lower: int) -> bool:
        """Return whether the ruler may know a word by its letters."""
        if lower in self._ruled_words:
            return True
        text = self._nlp.vocab.strings[lower]
        return any(spelling.search(text) for spelling in self._ruled_spellings)

    def _rule(self, examples: Mapping[_Like, _Key]) -> None:
        """Keep what the ruler says of words of each kind, by a word of that kind."""
        new = {like: key for like, key in examples.items() if like not in self._ruled}
        if not new:
            return
        names = self._nlp.vocab.strings
        # Words that never stood together could look like one of the pairs.
        words = [tuple(names[number] for number in key) for key in new.values()]
        doc = self._ruler(self._made([row for word in words for row in (word, _BETWEEN)]))
        rows = doc.to_array([*_RULED]).tolist()[::2]
        self._ruled.update(zip(new, map(tuple, rows), strict=True))

    def _made(self, rows: Sequence[tuple[str, ...]]) -> Doc:
        words, tags, roles = ([row[i] for row in rows] for i in range(3))
        heads = list(range(len(rows)))
        return Doc(self._nlp.vocab, words=words, tags=tags, deps=roles, heads=heads)

    def _of_neighbours(self, keys: tuple[_Key, ...]) -> list[WordForm]:
        """Return what the components say of words that stand together."""
        if keys not in self._told:
            if len(self._told) > _MOST:
                self._told.clear()
            names = self._nlp.vocab.strings
            doc = self._made([tuple(names[number] for number in key) for key in keys])
            self._told[keys] = forms_of(self._lemmatizer(self._ruler(doc)))
        return self._told[keys]


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


def _together(matches: Iterable[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Return the stretches of words that matches cover, first and end: what overlaps is one."""
    found: list[tuple[int, int]] = []
    for _, start, end in sorted(matches, key=lambda match: match[1:]):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


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
    singles = [words[0] for p in patterns for words in p["patterns"] if len(words) == 1]
    named = [spec["LOWER"] for spec in singles if "LOWER" in spec]
    if not all(isinstance(word, str) or {"IN", "REGEX"}.issuperset(word) for word in named):
        return False  # which words it names is not told
    return all(
        "DEP" not in pattern["attrs"] or all("IS_SPACE" in spec for spec in _specs([pattern]))
        for pattern in patterns
    )


def _words(patterns: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the words that patterns name."""
    for spec in _specs(patterns):
        word = spec.get("LOWER", ())
        if isinstance(word, str):
            yield word
        elif word:
            yield from word.get("IN", ())


def _spellings(patterns: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the regular expressions of patterns of one word."""
    for spec in _specs(p for p in patterns if any(len(words) == 1 for words in p["patterns"])):
        word = spec.get("LOWER", "")
        if not isinstance(word, str) and "REGEX" in word:
            yield word["REGEX"]


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
