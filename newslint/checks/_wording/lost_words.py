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
#: Words that cannot follow an article.
_SMALL = frozenset({"to", "of", "in", "at", "for", "from", "with", "by", "and", "or", "is", "was", "are",
                    "were", "has", "had", "have", "will", "would", "that", "which", "who", "into",
                    "because", "when", "where", "but", "been", "be", "it", "he", "she", "they"})  # fmt: skip
_LOOKS = frozenset(
    {"mess", "picture", "fool", "treat", "shadow", "state", "sight", "lot", "bit", "man"}
)
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


def after_article(tokens: tuple[Token, ...], article: Token) -> Lost | None:
    """Find "agreed a to sell" and "the of the town": an article with no noun."""
    after = _at(tokens, article.i + 1)
    if after is None or after.text not in _SMALL or after.sentence != article.sentence:
        return None
    if article.tag not in ("DT", "PRP$") or article.text == "A" or after.start != article.end + 1:
        return None
    then = _at(tokens, article.i + 2)
    joined = then is None or then.start == after.end or then.text in ("-", "/", "’", "'")
    ahead = _at(tokens, article.i - 1)
    marked = ahead is not None and ahead.text in ("“", '"', "‘", "'", "-", "/")
    return (
        None
        if joined or marked or after.tag in ("NN", "NNP", "JJ", "CD")
        else Lost(article, after, "a noun")
    )


def of_most(tokens: tuple[Token, ...], most: Token) -> Lost | None:
    """Find "most the houses were built": at the head of a sentence."""
    ahead, the, noun = (_at(tokens, most.i + k) for k in (-1, 1, 2))
    first = ahead is None or ahead.sentence != most.sentence
    if (
        not first
        or the is None
        or noun is None
        or the.lower not in ("the", "these", "those", "its", "their")
    ):
        return None
    return Lost(most, the, "of") if noun.tag in ("NNS", "NN", "JJ", "CD") else None


def of_related(tokens: tuple[Token, ...], noun: Token) -> Lost | None:
    """Find "into the death a cyclist on the A38"."""
    ahead, article = _at(tokens, noun.i - 1), _at(tokens, noun.i + 1)
    if ahead is None or article is None or article.lower not in _ARTICLES or noun.tag != "NN":
        return None
    if ahead.lower != "the" or noun.dep != "pobj" or _is_time(tokens, article):
        return None
    end = _phrase_end(tokens, article)
    then = _at(tokens, end.i + 1) if end is not None else None
    if end is None or then is None or then.pos not in ("ADP", "PUNCT") or then.text in ("'s", "’s"):
        return None
    return Lost(noun, article, "of")


def from_miles(tokens: tuple[Token, ...], miles: Token) -> Lost | None:
    """Find "20 miles the border"."""
    number, the = _at(tokens, miles.i - 1), _at(tokens, miles.i + 1)
    if number is None or the is None or number.tag != "CD" or the.lower != "the":
        return None
    end = _phrase_end(tokens, the)
    then = _at(tokens, end.i + 1) if end is not None else None
    clause = then is None or then.pos in ("VERB", "AUX", "NOUN")
    return None if clause or _is_time(tokens, the) else Lost(miles, the, "from or of")


def be_before(tokens: tuple[Token, ...], adjective: Token) -> Lost | None:
    """Find "he afraid of the dog" and "she unable to go"."""
    who, after, ahead = (_at(tokens, adjective.i + k) for k in (-1, 1, -2))
    if who is None or after is None or who.lower not in ("he", "she", "they", "we"):
        return None
    if (
        ahead is not None
        and ahead.sentence == who.sentence
        and ahead.tag in ("MD", "VBD", "VBZ")
        and (
            ahead.lower in _BE or ahead.tag == "MD" or ahead.lower in ("did", "does", "had", "has")
        )
    ):
        return None  # "was he aware of it"
    return (
        Lost(who, adjective, "is, are, was or were")
        if after.lower in ("of", "to", "that")
        else None
    )


def live_in(tokens: tuple[Token, ...], live: Token) -> Lost | None:
    """Find "he lives a cottage" and "looking a new site"."""
    article = _at(tokens, live.i + 1)
    if article is None or article.lower not in _ARTICLES or live.pos != "VERB":
        return None
    end = _phrase_end(tokens, article)
    if end is None or _is_time(tokens, article):
        return None
    if live.lemma == "live":
        lived = end.lower in vocabulary("missingwords", "things")
        return Lost(live, article, "in") if lived else None
    sought = live.lower == "looking" and article.lower in ("a", "an") and end.lower not in _LOOKS
    return Lost(live, article, "for") if sought else None


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
        after_article: frozenset({"a", "an", "the", "its", "their"}),
        of_most: frozenset({"most", "some", "many", "several", "none", "part"}),
        of_related: vocabulary("missingwords", "relations"),
        from_miles: frozenset(
            {"miles", "kilometres", "kilometers", "metres", "meters", "yards", "km"}
        ),
        be_before: vocabulary("missingwords", "states"),
        live_in: frozenset({"live", "look"}),
    }
    return {word: find for find, known in listed.items() for word in known}
