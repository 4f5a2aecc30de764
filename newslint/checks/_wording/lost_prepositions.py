"""Prepositions that an edit has lost: "was held the town hall", "depends the weather"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._wording.lost_word import Lost, at, is_time, phrase_end
from newslint.language.tokens import Token
from newslint.vocabulary import load

_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_LOOKS = frozenset(
    {"mess", "picture", "fool", "treat", "shadow", "state", "sight", "lot", "bit", "man"}
)


def after_verb(tokens: tuple[Token, ...], verb: Token) -> Lost | None:
    """Find "depends the weather" and "according the council"."""
    after = at(tokens, verb.i + 1)
    word = needs().get(verb.lemma) or needs().get(verb.lower)
    if word is None or after is None or after.sentence != verb.sentence:
        return None
    if after.lower not in _ARTICLES or verb.pos in ("NOUN", "PROPN", "ADJ"):
        return None
    if verb.lower == "prior" or (word == "to" and verb.lemma == "amount" and verb.tag == "NN"):
        return None
    if is_time(tokens, after):
        return None
    thing = phrase_end(tokens, after)
    if thing is None:
        return None
    then = at(tokens, thing.i + 1)
    clause = verb.lemma in ("insist", "respond", "object", "disagree", "elaborate", "react")
    if clause and then is not None and then.pos in ("VERB", "AUX", "ADV"):
        return None  # "insists the plan is sound"
    return Lost(verb, after, word)


def after_adjective(tokens: tuple[Token, ...], adjective: Token) -> Lost | None:
    """Find "was due the cost of fuel" and "is responsible the park"."""
    ahead, after = at(tokens, adjective.i - 1), at(tokens, adjective.i + 1)
    word = adjectives().get(adjective.lower)
    if word is None or ahead is None or after is None or after.lower not in _ARTICLES - {"a", "an"}:
        return None
    if ahead.lower not in _BE and ahead.tag != "RB":
        return None
    if adjective.lower in ("proud", "angry", "keen", "guilty") or is_time(tokens, after):
        return None  # "was proud the plan worked"
    return Lost(adjective, after, word)


def after_passive(tokens: tuple[Token, ...], verb: Token) -> Lost | None:
    """Find "was held the town hall" and "was shot the leg"."""
    be, after = at(tokens, verb.i - 1), at(tokens, verb.i + 1)
    if verb.tag != "VBN" or be is None or after is None:
        return None
    if be.lower not in _BE or after.lower not in _ARTICLES:
        return None
    if verb.sentence != after.sentence or is_time(tokens, after):
        return None
    noun = phrase_end(tokens, after)
    if noun is None or noun.dep not in ("dobj", "oprd", "npadvmod", "attr"):
        return None
    if noun.head is not verb or noun.entity in ("DATE", "TIME"):
        return None
    return Lost(verb, after, "in, at or to")


def of_crime(tokens: tuple[Token, ...], accused: Token) -> Lost | None:
    """Find "is accused fraud" and "was convicted murder"."""
    be, crime = at(tokens, accused.i - 1), at(tokens, accused.i + 1)
    if be is None or crime is None or crime.lower not in vocabulary("missingwords", "crimes"):
        return None
    after = at(tokens, crime.i + 1)
    whole = after is None or after.pos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX")
    helped = be.lower in _BE or be.lower in ("not", "found", "already", "also")
    return Lost(accused, crime, "of") if helped and whole else None


def after_fixed(tokens: tuple[Token, ...], favour: Token) -> Lost | None:
    """Find "in favour the plan" and "in spite the rain"."""
    ahead, after = at(tokens, favour.i - 1), at(tokens, favour.i + 1)
    if ahead is None or after is None or after.lower not in _ARTICLES:
        return None
    fixed = ahead.lower in ("in", "on") or favour.lower == "regardless"
    return Lost(favour, after, "of") if fixed else None


def after_spokesman(tokens: tuple[Token, ...], spokesman: Token) -> Lost | None:
    """Find "a spokesman the firm said"."""
    ahead, after = at(tokens, spokesman.i - 1), at(tokens, spokesman.i + 1)
    if ahead is None or after is None or ahead.lower not in ("a", "the"):
        return None
    return Lost(spokesman, after, "for") if after.lower in ("the", "his", "its") else None


def after_guilty(tokens: tuple[Token, ...], guilty: Token) -> Lost | None:
    """Find "found guilty three charges" and "pleaded guilty two counts"."""
    ahead, number, counts = (at(tokens, guilty.i + k) for k in (-1, 1, 2))
    if ahead is None or number is None or counts is None or ahead.lemma not in ("find", "plead"):
        return None
    if counts.lower not in ("charges", "counts", "offences", "offenses", "crimes"):
        return None
    counted = number.tag == "CD" or number.lower in ("several", "all", "both", "multiple")
    word = "to" if ahead.lemma == "plead" else "of"
    return Lost(guilty, number, word) if counted else None


def live_in(tokens: tuple[Token, ...], live: Token) -> Lost | None:
    """Find "he lives a cottage" and "looking a new site"."""
    article = at(tokens, live.i + 1)
    if article is None or article.lower not in _ARTICLES or live.pos != "VERB":
        return None
    end = phrase_end(tokens, article)
    if end is None or is_time(tokens, article):
        return None
    if live.lemma == "live":
        lived = end.lower in vocabulary("missingwords", "things")
        return Lost(live, article, "in") if lived else None
    if live.lemma == "wait":
        waited = (
            live.lower == "waiting"
            and article.lower == "the"
            and end.lower not in ("table", "tables")
        )
        return Lost(live, article, "for") if waited else None
    sought = live.lower == "looking" and article.lower in ("a", "an") and end.lower not in _LOOKS
    return Lost(live, article, "for") if sought else None


def from_miles(tokens: tuple[Token, ...], miles: Token) -> Lost | None:
    """Find "20 miles the border"."""
    number, the = at(tokens, miles.i - 1), at(tokens, miles.i + 1)
    if number is None or the is None or number.tag != "CD" or the.lower != "the":
        return None
    end = phrase_end(tokens, the)
    then = at(tokens, end.i + 1) if end is not None else None
    clause = then is None or then.pos in ("VERB", "AUX", "NOUN")
    return None if clause or is_time(tokens, the) else Lost(miles, the, "from or of")


@cache
def _table(name: str) -> Mapping[str, str]:
    data = load(PACKAGE, "vocabularies/missingwords.yml")
    assert isinstance(data, dict)
    pairs = data[name]
    assert isinstance(pairs, dict)
    return {word: right for word, right in pairs.items() if isinstance(right, str)}


def needs() -> Mapping[str, str]:
    return _table("needs")


def adjectives() -> Mapping[str, str]:
    return _table("adjectives-need")
