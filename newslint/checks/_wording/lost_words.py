"""Small words that an edit has lost: "a group parents", "was held the town hall"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.language.tokens import Token
from newslint.vocabulary import load

_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_ENDS = frozenset({"PUNCT", "ADP", "SCONJ", "AUX", "VERB", "SPACE", "CCONJ", "PRON", "ADV"})
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_BEFORE_ONE = frozenset({"is", "was", "as", "be", "become", "became", "are", "been", ",", "in"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_MEASURES = frozenset({"many", "much", "long", "quickly", "soon", "fast", "hard", "often", "well"})
_FAR = 6
_NEAR = 4


class Lost(NamedTuple):
    """The words between which one is lost, and which."""

    first: Token
    last: Token
    word: str


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def of_quantity(tokens: tuple[Token, ...], many: Token) -> Lost | None:
    """Find "a group parents met", "the number buses by a third" and "dozens people"."""
    ahead, noun, after = (_at(tokens, many.i + k) for k in (-1, 1, 2))
    if noun is None or after is None or noun.tag != "NNS" or noun.sentence != many.sentence:
        return None
    if not noun.text.islower() or noun.lower == noun.lemma and noun.lower != "people":
        return None
    if after.pos not in _ENDS or after.text in ("'", "’", "-", "/") or noun.entity:
        return None
    if many.lower in vocabulary("missingwords", "plural-quantities"):
        numbered = many.lower == "thirds" or (ahead is not None and ahead.pos == "ADP")
        return None if numbered or many.dep == "appos" else Lost(many, noun, "of")
    if ahead is None or ahead.sentence != many.sentence or many.tag != "NN":
        return None
    if noun.lower in vocabulary("missingwords", "not-after-number") or noun.dep == "appos":
        return None
    if ahead.lower == "a" and many.lower not in ("hundred", "thousand", "couple", "total"):
        return Lost(many, noun, "of")
    number = many.lower in ("number", "lack", "rest") and ahead.lower == "the"
    return Lost(many, noun, "of") if number else None


def of_one(tokens: tuple[Token, ...], one: Token) -> Lost | None:
    """Find "is one the oldest" and "one the most"."""
    ahead, the, best = (_at(tokens, one.i + k) for k in (-1, 1, 2))
    if ahead is None or the is None or best is None or the.lower != "the":
        return None
    most = best.tag in ("JJS", "RBS") or best.lower in ("few", "main", "first", "last")
    return Lost(one, the, "of") if most and ahead.lower in _BEFORE_ONE else None


def after_guilty(tokens: tuple[Token, ...], guilty: Token) -> Lost | None:
    """Find "found guilty three charges" and "pleaded guilty two counts"."""
    ahead, number, counts = (_at(tokens, guilty.i + k) for k in (-1, 1, 2))
    if ahead is None or number is None or counts is None or ahead.lemma not in ("find", "plead"):
        return None
    if counts.lower not in ("charges", "counts", "offences", "offenses", "crimes"):
        return None
    counted = number.tag == "CD" or number.lower in ("several", "all", "both", "multiple")
    word = "to" if ahead.lemma == "plead" else "of"
    return Lost(guilty, number, word) if counted else None


def after_verb(tokens: tuple[Token, ...], verb: Token) -> Lost | None:
    """Find "depends the weather" and "according the council"."""
    after = _at(tokens, verb.i + 1)
    word = _needs().get(verb.lemma) or _needs().get(verb.lower)
    if word is None or after is None or after.sentence != verb.sentence:
        return None
    if after.lower not in _ARTICLES or verb.pos in ("NOUN", "PROPN", "ADJ"):
        return None
    if verb.lower == "prior" or (word == "to" and verb.lemma == "amount" and verb.tag == "NN"):
        return None
    if _is_time(tokens, after):
        return None
    thing = _phrase_end(tokens, after)
    if thing is None:
        return None
    then = _at(tokens, thing.i + 1)
    clause = verb.lemma in ("insist", "respond", "object", "disagree", "elaborate", "react")
    if clause and then is not None and then.pos in ("VERB", "AUX", "ADV"):
        return None  # "insists the plan is sound"
    return Lost(verb, after, word)


def after_adjective(tokens: tuple[Token, ...], adjective: Token) -> Lost | None:
    """Find "was due the cost of fuel" and "is responsible the park"."""
    ahead, after = _at(tokens, adjective.i - 1), _at(tokens, adjective.i + 1)
    word = _adjectives().get(adjective.lower)
    if word is None or ahead is None or after is None or after.lower not in _ARTICLES - {"a", "an"}:
        return None
    if ahead.lower not in _BE and ahead.tag != "RB":
        return None
    if adjective.lower in ("proud", "angry", "keen", "guilty") or _is_time(tokens, after):
        return None  # "was proud the plan worked"
    return Lost(adjective, after, word)


def after_passive(tokens: tuple[Token, ...], verb: Token) -> Lost | None:
    """Find "was held the town hall" and "was shot the leg"."""
    be, after = _at(tokens, verb.i - 1), _at(tokens, verb.i + 1)
    if verb.tag != "VBN" or be is None or after is None:
        return None
    if be.lower not in _BE or after.lower not in _ARTICLES:
        return None
    if verb.sentence != after.sentence or _is_time(tokens, after):
        return None
    noun = _phrase_end(tokens, after)
    if noun is None or noun.dep not in ("dobj", "oprd", "npadvmod", "attr"):
        return None
    if noun.head is not verb or noun.entity in ("DATE", "TIME"):
        return None
    return Lost(verb, after, "in, at or to")


def after_spokesman(tokens: tuple[Token, ...], spokesman: Token) -> Lost | None:
    """Find "a spokesman the firm said"."""
    ahead, after = _at(tokens, spokesman.i - 1), _at(tokens, spokesman.i + 1)
    if ahead is None or after is None or ahead.lower not in ("a", "the"):
        return None
    return Lost(spokesman, after, "for") if after.lower in ("the", "his", "its") else None


def is_before_to(tokens: tuple[Token, ...], verb: Token) -> Lost | None:
    """Find "the suspect believed to have fled, police said"."""
    to, then = _at(tokens, verb.i + 1), _at(tokens, verb.i + 2)
    if verb.dep not in ("ROOT", "ccomp") or verb.tag not in ("VBD", "VBN") or then is None:
        return None
    if to is None or to.lower != "to" or then.tag != "VB":
        return None
    if verb.child("aux", "auxpass") is not None:
        return None
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.i != verb.i - 1 or subject.tag not in ("NN", "NNS", "NNP", "PRP"):
        return None
    if subject.tag == "PRP" and verb.lower == "thought":
        return None
    before = [t for t in tokens[: subject.i + 1] if t.sentence == verb.sentence]
    if any(t.pos in ("VERB", "AUX", "ADP") or t.text == "," for t in before):
        return None
    rest = [t for t in tokens[verb.i :] if t.sentence == verb.sentence]
    other = next((t for t in rest[1:] if t.tag in _FINITE), None)
    comma = next((t for t in rest if t.text == ","), None)
    if other is not None and (comma is None or comma.i > other.i):
        return None  # "the suspect believed to have fled is Spanish"
    return Lost(subject, verb, "is, are, was or were")


def to_before_verb(tokens: tuple[Token, ...], verb: Token) -> Lost | None:
    """Find "the council plans spend £2 million"."""
    plans, after = _at(tokens, verb.i - 1), _at(tokens, verb.i + 1)
    if (
        verb.lower != verb.lemma
        or plans is None
        or after is None
        or plans.lower not in ("plans", "hopes", "aims", "wants", "intends", "seeks", "promises")
    ):
        return None
    noun = _at(tokens, plans.i - 1)
    first = [t for t in tokens[: plans.i] if t.sentence == plans.sentence]
    simple = bool(first) and all(t.tag in ("DT", "NN", "NNP", "JJ", "NNPS") for t in first)
    thing = after.tag in ("DT", "CD", "$", "PRP$", "JJ", "NNS")
    one = noun is not None and noun.tag in ("NN", "NNP")
    return Lost(plans, verb, "to") if simple and one and thing else None


def as_before_clause(tokens: tuple[Token, ...], many: Token) -> Lost | None:
    """Find "as many households they could" and "as well the salaries"."""
    ahead, after = _at(tokens, many.i - 1), _at(tokens, many.i + 1)
    if ahead is None or after is None or ahead.lower != "as" or after.sentence != ahead.sentence:
        return None
    if many.lower == "well":
        before = _at(tokens, many.i - 2)
        listed = before is not None and before.pos in ("NOUN", "PROPN", "PUNCT")
        return Lost(many, after, "as") if listed and after.lower in _ARTICLES else None
    at = after.i
    while at < len(tokens) and at - many.i <= _NEAR and tokens[at].tag in ("NNS", "NN", "JJ"):
        at += 1
    who, could = _at(tokens, at), _at(tokens, at + 1)
    if who is None or could is None or who.tag != "PRP":
        return None
    able = could.lower in ("could", "can") and who.lower in ("he", "she", "they", "we", "it", "i")
    return Lost(tokens[at - 1], who, "as") if able else None


def _phrase_end(tokens: tuple[Token, ...], first: Token) -> Token | None:
    """Return the noun that ends the phrase which begins with a word."""
    last = None
    for token in tokens[first.i + 1 : first.i + _FAR]:
        if token.tag in ("NN", "NNS", "NNP", "NNPS"):
            last = token
        elif token.tag not in ("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "HYPH") or last is not None:
            break
    return last


def _is_time(tokens: tuple[Token, ...], article: Token) -> bool:
    """Return whether a phrase is one of time or measure: "the next day", "the whole way"."""
    phrase = tokens[article.i : article.i + _FAR]
    end = _phrase_end(tokens, article)
    known = vocabulary("missingwords", "times")
    return any(
        t.lower in known or t.lemma in known or t.entity in ("DATE", "TIME")
        for t in phrase
        if end is None or t.i <= end.i
    )


@cache
def _table(name: str) -> Mapping[str, str]:
    data = load(PACKAGE, "vocabularies/missingwords.yml")
    assert isinstance(data, dict)
    pairs = data[name]
    assert isinstance(pairs, dict)
    return {word: right for word, right in pairs.items() if isinstance(right, str)}


def _needs() -> Mapping[str, str]:
    return _table("needs")


def _adjectives() -> Mapping[str, str]:
    return _table("adjectives-need")


Finder = Callable[[tuple[Token, ...], Token], Lost | None]


@cache
def finders() -> Mapping[str, Finder]:
    """Return what to look for at a word, by the word or its lemma."""
    listed = {
        of_quantity: vocabulary("missingwords", "quantities")
        | vocabulary("missingwords", "plural-quantities"),
        after_verb: _needs().keys(),
        after_adjective: _adjectives().keys(),
        after_passive: vocabulary("missingwords", "no-object"),
        is_before_to: vocabulary("missingwords", "is-lost"),
        to_before_verb: vocabulary("missingwords", "for-people"),
        after_spokesman: _SPOKEN,
        after_guilty: {"guilty"},
        of_one: {"one"},
        as_before_clause: _MEASURES,
    }
    return {word: find for find, known in listed.items() for word in known}
