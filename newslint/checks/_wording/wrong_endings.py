"""Verbs with the ending of a past, or without one, where the word before forbids it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._wording.slots import verb_after
from newslint.checks._wording.verb_slips import SAME_FORMS
from newslint.language.tokens import Token
from newslint.vocabulary import load

Pair = tuple[Token, Token]

_OWNERS = frozenset({"DT", "JJ", "POS", "PRP$", "CD"})
_AS_MUCH = frozenset(
    {"all", "anything", "as", "best", "everything", "than", "what", "whatever", "whichever",
     "whoever"}
)  # fmt: skip
_CLEFT = frozenset({"all", "did", "do", "does", "done", "thing", "what", "whatever"})
_GOES_ON = frozenset(
    {"DT", "PRP$", "PRP", "CD", "$", "NNP", "IN", "TO", "RB", "RP", ".", ",", "WRB"}
)
_RELATIVE = frozenset({"WP", "WDT", "WRB", "WP$"})
#: "They were stopping by": for a visit, and by nobody.
_CALL_BY = frozenset({"drive", "drop", "pass", "stop", "swing"})
#: Pasts that no helper may have before them, besides those that are never participles.
_PASTS = frozenset({"broke", "ran", "hid", "bit", "blew", "stole", "shrank", "strode", "awoke"})


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _is_past(word: str) -> bool:
    """Return whether a word is the past of a verb, and no plain form."""
    if word.endswith("ed"):
        return len(word) > 4 and word not in vocabulary("verbforms", "end-in-ed")
    return word in _PASTS or word in vocabulary("verbforms", "past-only") | vocabulary(
        "verbforms", "past-and-participle"
    )


def _is_third(word: str) -> bool:
    """Return whether a word is "decides" or "goes", and no noun."""
    plain = vocabulary("verbforms", "never-nouns")
    if not word.endswith("s"):
        return False
    stems = {word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y"}
    return bool(stems & plain)


def _before(tokens: tuple[Token, ...], token: Token) -> set[str]:
    return {t.lower for t in tokens[: token.i] if t.sentence == token.sentence}


def ending_after_modal(tokens: tuple[Token, ...], modal: Token) -> Pair | None:
    """Return the words of "may closed", "could also finds" and "should never gone"."""
    ahead, verb = _at(tokens, modal.i - 1), verb_after(tokens, modal)
    if modal.tag != "MD" or ahead is None or verb is None or ahead.sentence != modal.sentence:
        return None
    if modal.text[0].isupper():
        return None  # a name, or a question
    wrong = _is_past(verb.lower) or _is_third(verb.lower)
    wrong = wrong or verb.lower in vocabulary("verbforms", "done-only")
    if not wrong or ahead.tag in _OWNERS or verb.lower == "used":
        return None
    if ahead.tag in _RELATIVE and not _is_of_one(tokens, ahead):
        return None
    if _before(tokens, modal) & _AS_MUCH:
        return None
    after = _at(tokens, verb.i + 1)
    if after is None or after.tag in ("NN", "NNS", "JJ", "HYPH"):
        return None
    ahead2 = _at(tokens, modal.i - 2)
    owned = ahead.tag == "PRP" and ahead2 is not None and ahead2.pos in ("NOUN", "PRON")
    return None if owned else (modal, verb)


def _is_of_one(tokens: tuple[Token, ...], relative: Token) -> bool:
    """Return whether a relative is of one noun, or an aside: "those who could fled" is right."""
    ahead = _at(tokens, relative.i - 1)
    if relative.tag not in ("WP", "WDT") or ahead is None or ahead.sentence != relative.sentence:
        return False
    return ahead.text == "," or (ahead.tag in ("NN", "NNP") and relative.lower != "that")


def ending_after_to(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "voted to accepted", "able to contained" and "wants to sells"."""
    ahead, verb, after = (_at(tokens, to.i + k) for k in (-1, 1, 2))
    if ahead is None or verb is None or after is None or verb.sentence != ahead.sentence:
        return None
    leads = vocabulary("verbforms", "infinitive-after")
    told = ahead.lower in ("him", "them", "us", "me") and after.tag != "NN"
    planned = ahead.lower in ("is", "are", "was", "were") and verb.lower.endswith("ed")
    if ahead.lemma not in leads and ahead.lower not in leads and not told and not planned:
        return None
    third = _is_third(verb.lower) or verb.tag == "VBZ"
    if not verb.text.islower() or not (_is_past(verb.lower) or third):
        return None
    return (to, verb) if after.tag in _GOES_ON and verb.tag != "JJ" else None


def plain_after_being(tokens: tuple[Token, ...], be: Token) -> Pair | None:
    """Return the words of "was sentence to", "has been pass by" and "were arrest in"."""
    ahead, verb = _at(tokens, be.i - 1), verb_after(tokens, be)
    if verb is None or ahead is None or ahead.sentence != be.sentence:
        return None
    after = _at(tokens, verb.i + 1)
    if after is None or verb.lower in SAME_FORMS or _before(tokens, be) & _CLEFT:
        return None
    plain = verb.lower in vocabulary("verbforms", "never-nouns")
    acts = be.lower == "be" and verb.lower in vocabulary("verbforms", "before-articles")
    counted = acts or verb.lower in vocabulary("verbforms", "counted-nouns")
    passed = verb.lower in ("pass", "hold", "make", "bear") and be.lower in ("been", "being", "be")
    if not (plain or counted or passed) or ahead.tag == "WDT":
        return None
    if plain:
        ends = after.tag not in ("NN", "NNS", "VBD", "VBG", "VBN", "HYPH") and after.lower != "of"
    elif (
        be.lower == "be" and ahead.tag in ("TO", "MD") and after.lower in ("the", "a", "his", "her")
    ):
        ends = True
    else:
        stops = be.lower == "be" and after.text in (",", ".")
        ends = stops or (after.tag in ("IN", "TO", "RP") and after.lower != "of")
        ends = ends and (be.lower in ("been", "being", "were", "are") or _has_person(tokens, be))
    if any(t.tag in ("WP", "WRB") for t in tokens[max(0, be.i - 3) : be.i]):
        return None
    return (be, verb) if ends else None


def _has_person(tokens: tuple[Token, ...], be: Token) -> bool:
    """Return whether the word before "was" is one that cannot be an arrest or a name itself."""
    ahead = tokens[be.i - 1]
    return ahead.tag in ("PRP", "NNP", "NN", "NNS") and ahead.lower not in ("it", "what", "this")


def plain_before_preposition(tokens: tuple[Token, ...], be: Token) -> Pair | None:
    """Return the words of "are concern about noise" and "is base on a study"."""
    ahead, verb = _at(tokens, be.i - 1), verb_after(tokens, be)
    if verb is None or ahead is None or ahead.sentence != be.sentence:
        return None
    after = _at(tokens, verb.i + 1)
    taken = after is not None and after.lower in participles().get(verb.lower, ())
    return (be, verb) if taken and not _before(tokens, be) & _CLEFT else None


@cache
def participles() -> Mapping[str, frozenset[str]]:
    """Return nouns that with "is" and one of these prepositions lack their "-ed"."""
    data = load(PACKAGE, "vocabularies/verbforms.yml")
    assert isinstance(data, dict)
    pairs = data["be-and-preposition"]
    assert isinstance(pairs, dict)
    return {word: frozenset(str(right).split()) for word, right in pairs.items()}


def plain_after_have(tokens: tuple[Token, ...], have: Token) -> Pair | None:
    """Return the words of "rescuers have find three bodies" and "should have act sooner"."""
    ahead, verb = _at(tokens, have.i - 1), verb_after(tokens, have)
    if ahead is None or verb is None or ahead.sentence != have.sentence or ahead.tag in _OWNERS:
        return None
    after = _at(tokens, verb.i + 1)
    if after is None or verb.lower not in vocabulary("verbforms", "never-had"):
        return None
    if _before(tokens, have) & (_CLEFT | {"to", "let"}) and ahead.tag != "MD":
        return None
    goes_on = after.tag in ("DT", "CD", "PRP$", "PRP", "RB", "RBR", "RP", "NNS", "NNP", "TO", "IN")
    return (have, verb) if goes_on and have.tag != "VBG" else None


def ing_by(tokens: tuple[Token, ...], be: Token) -> Pair | None:
    """Return the words of "was asking by reporters"."""
    verb = verb_after(tokens, be)
    by = _at(tokens, verb.i + 1) if verb is not None else None
    if verb is None or by is None or by.lower != "by" or verb.tag != "VBG" or be.lower == "be":
        return None
    who = _at(tokens, by.i + 1)
    person = who is not None and who.tag in ("NNS", "NNP", "DT", "CD", "JJ")
    if verb.lemma in _CALL_BY:
        return None
    return (be, verb) if person and verb.lemma in vocabulary("verbforms", "done-to") else None


def of_another_verb(tokens: tuple[Token, ...], have: Token) -> Pair | None:
    """Return the words of "had laid there for years" and "has raised by half"."""
    verb = verb_after(tokens, have)
    if verb is None or verb.lower not in ("laid", "raised") or verb.child("dobj") is not None:
        return None
    after, then = _at(tokens, verb.i + 1), _at(tokens, verb.i + 2)
    if (
        after is None
        or then is None
        or any(t.tag in ("WDT", "WP") for t in tokens[: have.i] if t.sentence == have.sentence)
    ):
        return None
    lay = after.lower in (
        "there",
        "dormant",
        "undiscovered",
        "empty",
        "idle",
        "unused",
        "unconscious",
        "awake",
        "hidden",
        "on",
        "under",
        "beneath",
        "at",
    )
    lay = lay and (after.tag != "RP")
    rise = after.lower in ("by", "to", "from") and (
        then.tag in ("CD", "$")
        or then.lower in ("more", "less", "almost", "nearly", "about", "around", "a")
    )
    return (have, verb) if (lay if verb.lower == "laid" else rise) else None


def ending_after_not(tokens: tuple[Token, ...], do: Token) -> Pair | None:
    """Return the words of "did not tallied" and "does not works"."""
    no, verb = _at(tokens, do.i + 1), _at(tokens, do.i + 2)
    if no is None or verb is None or no.lower not in ("not", "n't", "n’t", "never"):
        return None
    wrong = _is_past(verb.lower) or _is_third(verb.lower)
    wrong = wrong or verb.lower in vocabulary("verbforms", "done-only")
    after = _at(tokens, verb.i + 1)
    if not wrong or after is None or verb.sentence != do.sentence or not verb.text.islower():
        return None
    if verb.lower == "used" or after.tag in ("NN", "NNS", "HYPH", "VBD", "VBZ", "MD"):
        return None
    return None if _before(tokens, do) & _AS_MUCH else (do, verb)
