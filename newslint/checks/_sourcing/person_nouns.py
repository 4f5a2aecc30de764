"""Whether a noun is of people: by the word lists, or by how it is formed."""

from __future__ import annotations

from functools import cache

from newslint.attribution.kinds import nouns_for
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.language.tokens import Token

#: Endings of words for people by what they do, believe or are: geologist, magician, hostess.
ENDINGS = (
    "eer",
    "er",
    "folk",
    "goer",
    "ian",
    "ier",
    "ist",
    "man",
    "mate",
    "or",
    "person",
    "phile",
    "woman",
)
# Words for what people are in, or have, that stand for them only in the plural: legal minds.
_MEANT = frozenset({"brain", "camp", "circle", "corner", "element", "faction", "head", "mind"}) | {
    *("quarter", "soul", "tongue", "type"),
}
_SCIENCES = ("ologist", "onomist", "iatrist")
_GROUPS = ("authority", "office", "crowd", "circle", "figures", "many_bodied", "present")


def person_lemma(word: Token) -> str:
    """Return the dictionary form in lower case, also of a plural taken for a name: Pensioners."""
    lemma = word.lemma.lower()
    return _singular(lemma) if word.tag.startswith("NNP") and lemma == word.lower else lemma


@cache
def known_people() -> frozenset[str]:
    """Return the words for people that the checks know, as dictionary forms."""
    known = frozenset[str]().union(
        *(vocabulary("attribution", "collective", group) for group in _GROUPS)
    )
    known |= vocabularies(("people", "either"), ("people", "female"))
    known |= vocabularies(("people", "male"), ("anonymity", "passers_by"))
    return (known | nouns_for("common_roles")) - _MEANT


@cache
def is_formed_as_person(lemma: str) -> bool:
    """Return whether the word ends as words for people do, and is none for a thing or a body."""
    return lemma.endswith(ENDINGS) and lemma not in vocabulary("anonymity", "not_people")


def is_person_noun(lemma: str) -> bool:
    """Return whether the noun is of a person, by the lists or by how it is formed."""
    return lemma in known_people() or is_formed_as_person(lemma)


def is_scholar(lemma: str) -> bool:
    """Return whether the word is formed as those for who studies something: mycologist."""
    return lemma.endswith(_SCIENCES)


@cache
def _singular(plural: str) -> str:
    for ending, one in (("women", "woman"), ("men", "man"), ("ies", "y"), ("wives", "wife")):
        if plural.endswith(ending) and len(plural) > len(ending):
            return plural.removesuffix(ending) + one
    return plural.removesuffix("s") if not plural.endswith("ss") else plural
