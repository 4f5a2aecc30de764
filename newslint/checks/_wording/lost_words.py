"""Small words that an edit has lost: "a group parents", "agreed a to sell"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from newslint.checks._phrases import vocabulary
from newslint.checks._wording.edit_marks import (
    ACTED,
    OWNERS,
    POINTS,
    lacks_article,
    lacks_preposition,
)
from newslint.checks._wording.frames import lacks_subject, lacks_to
from newslint.checks._wording.lost_by_clause import (
    it_in_clause,
    the_hours,
    the_plural_of,
    who_after_one,
)
from newslint.checks._wording.lost_prepositions import (
    adjectives,
    after_adjective,
    after_fixed,
    after_guilty,
    after_passive,
    after_spokesman,
    after_verb,
    from_miles,
    live_in,
    needs,
    of_crime,
)
from newslint.checks._wording.lost_word import Lost, at, is_time, phrase_end
from newslint.language.tokens import Token

_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_ENDS = frozenset({"PUNCT", "ADP", "SCONJ", "AUX", "VERB", "SPACE", "CCONJ", "PRON", "ADV"})
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_SPOKEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_BEFORE_ONE = frozenset({"is", "was", "as", "be", "become", "became", "are", "been", ",", "in"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
#: Words that cannot follow an article.
_SMALL = frozenset(
    {"to", "of", "in", "at", "for", "from", "with", "by", "and", "or", "is", "was", "are", "were",
     "has", "had", "have", "will", "would", "that", "which", "who", "into", "because", "when",
     "where", "but", "been", "be", "it", "he", "she", "they"}
)  # fmt: skip
_MEASURES = frozenset({"many", "much", "long", "quickly", "soon", "fast", "hard", "often", "well"})
_NEAR = 4


def of_quantity(tokens: tuple[Token, ...], many: Token) -> Lost | None:
    """Find "a group parents met", "the number buses by a third" and "dozens people"."""
    ahead, noun, after = (at(tokens, many.i + k) for k in (-1, 1, 2))
    if noun is None or after is None or noun.tag != "NNS" or noun.sentence != many.sentence:
        return None
    if not noun.text.islower() or (noun.lower == noun.lemma and noun.lower != "people"):
        return None
    if noun.head is noun or after.pos not in _ENDS or noun.entity:
        return None
    if after.text in ("'", "’", "-", "/"):
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
    ahead, the, best = (at(tokens, one.i + k) for k in (-1, 1, 2))
    if ahead is None or the is None or best is None or the.lower != "the":
        return None
    most = best.tag in ("JJS", "RBS") or best.lower in ("few", "main", "first", "last")
    return Lost(one, the, "of") if most and ahead.lower in _BEFORE_ONE else None


def of_three(tokens: tuple[Token, ...], three: Token) -> Lost | None:
    """Find "three the five men" at the head of a sentence."""
    the, number = at(tokens, three.i + 1), at(tokens, three.i + 2)
    first = three.i == 0 or tokens[three.i - 1].sentence != three.sentence
    if not first or the is None or number is None or the.lower not in ("the", "its", "their"):
        return None
    return Lost(three, the, "of") if number.tag in ("CD", "NNS", "JJS") else None


def than_number(tokens: tuple[Token, ...], more: Token) -> Lost | None:
    """Find "more 1,000 people"."""
    ahead, number, noun = (at(tokens, more.i + k) for k in (-1, 1, 2))
    if number is None or noun is None or number.tag != "CD" or noun.tag != "NNS":
        return None
    if not number.text[0].isdecimal() or number.sentence != more.sentence:
        return None
    counted = (
        ahead is not None
        and ahead.sentence == more.sentence
        and (ahead.tag in ("CD", "DT", "JJ", "RB") or ahead.lower in ("no", "any", "many", "far"))
    )
    return None if counted else Lost(more, number, "than")


def is_before_to(tokens: tuple[Token, ...], verb: Token) -> Lost | None:
    """Find "the suspect believed to have fled, police said"."""
    to, then = at(tokens, verb.i + 1), at(tokens, verb.i + 2)
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
    plans, after = at(tokens, verb.i - 1), at(tokens, verb.i + 1)
    if (
        verb.lower != verb.lemma
        or plans is None
        or after is None
        or plans.lower not in ("plans", "hopes", "aims", "wants", "intends", "seeks", "promises")
    ):
        return None
    noun = at(tokens, plans.i - 1)
    first = [t for t in tokens[: plans.i] if t.sentence == plans.sentence]
    simple = bool(first) and all(t.tag in ("DT", "NN", "NNP", "JJ", "NNPS") for t in first)
    thing = after.tag in ("DT", "CD", "$", "PRP$", "JJ", "NNS")
    one = noun is not None and noun.tag in ("NN", "NNP")
    return Lost(plans, verb, "to") if simple and one and thing else None


def as_before_clause(tokens: tuple[Token, ...], many: Token) -> Lost | None:
    """Find "as many households they could" and "as well the salaries"."""
    ahead, after = at(tokens, many.i - 1), at(tokens, many.i + 1)
    if ahead is None or after is None or ahead.lower != "as" or after.sentence != ahead.sentence:
        return None
    if many.lower == "well":
        before = at(tokens, many.i - 2)
        listed = before is not None and before.pos in ("NOUN", "PROPN", "PUNCT")
        return Lost(many, after, "as") if listed and after.lower in _ARTICLES else None
    place = after.i
    last = min(len(tokens), many.i + _NEAR + 1)
    while place < last and tokens[place].tag in ("NNS", "NN", "JJ"):
        place += 1
    who, could = at(tokens, place), at(tokens, place + 1)
    if who is None or could is None or who.tag != "PRP":
        return None
    able = could.lower in ("could", "can") and who.lower in ("he", "she", "they", "we", "it", "i")
    return Lost(tokens[place - 1], who, "as") if able else None


def after_article(tokens: tuple[Token, ...], article: Token) -> Lost | None:
    """Find "agreed a to sell" and "the of the town": an article with no noun."""
    after = at(tokens, article.i + 1)
    if after is None or after.text not in _SMALL or after.sentence != article.sentence:
        return None
    if article.tag not in ("DT", "PRP$") or article.text == "A" or after.start != article.end + 1:
        return None
    if article.lower == "their" and after.lower in ("are", "has", "is", "was", "were"):
        return None  # "there" is meant
    then = at(tokens, article.i + 2)
    joined = then is None or then.start == after.end or then.text in ("-", "/", "’", "'")
    ahead = at(tokens, article.i - 1)
    marked = ahead is not None and ahead.text in ("“", '"', "‘", "'", "-", "/")
    return (
        None
        if joined or marked or after.tag in ("NN", "NNP", "JJ", "CD")
        else Lost(article, after, "a noun")
    )


def of_most(tokens: tuple[Token, ...], most: Token) -> Lost | None:
    """Find "most the houses were built": at the head of a sentence."""
    ahead, the, noun = (at(tokens, most.i + k) for k in (-1, 1, 2))
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
    ahead, article = at(tokens, noun.i - 1), at(tokens, noun.i + 1)
    if ahead is None or article is None or article.lower not in _ARTICLES or noun.tag != "NN":
        return None
    if ahead.lower != "the" or noun.dep != "pobj" or is_time(tokens, article):
        return None
    end = phrase_end(tokens, article)
    then = at(tokens, end.i + 1) if end is not None else None
    if end is None or then is None or then.pos not in ("ADP", "PUNCT") or then.text in ("'s", "’s"):
        return None
    return Lost(noun, article, "of")


def be_before(tokens: tuple[Token, ...], adjective: Token) -> Lost | None:
    """Find "he afraid of the dog" and "she unable to go"."""
    who, after, ahead = (at(tokens, adjective.i + k) for k in (-1, 1, -2))
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


def on_in_passive(tokens: tuple[Token, ...], acted: Token) -> Lost | None:
    """Find "the warnings had not been acted before"."""
    pair = lacks_preposition(tokens, acted)
    return Lost(pair[0], pair[1], ACTED[acted.lower]) if pair is not None else None


def the_before(tokens: tuple[Token, ...], noun: Token) -> Lost | None:
    """Find "one of country's shops" and "stayed until end of the match"."""
    pair = lacks_article(tokens, noun)
    return Lost(pair[0], pair[1], "the") if pair is not None else None


def to_after(tokens: tuple[Token, ...], expected: Token) -> Lost | None:
    """Find "is expected last three weeks"."""
    pair = lacks_to(tokens, expected)
    return Lost(pair[0], pair[1], "to") if pair is not None else None


def he_after(tokens: tuple[Token, ...], modal: Token) -> Lost | None:
    """Find "He said would appeal"."""
    pair = lacks_subject(tokens, modal)
    return Lost(pair[0], pair[1], "he, she, it or they") if pair is not None else None


Finder = Callable[[tuple[Token, ...], Token], Lost | None]


@cache
def finders() -> Mapping[str, tuple[Finder, ...]]:
    """Return what to look for at a word, by the word or its lemma."""
    listed = {
        of_quantity: vocabulary("missingwords", "quantities")
        | vocabulary("missingwords", "plural-quantities"),
        after_verb: needs().keys(),
        after_adjective: adjectives().keys(),
        after_passive: vocabulary("missingwords", "no-object"),
        is_before_to: vocabulary("missingwords", "is-lost"),
        to_before_verb: vocabulary("missingwords", "for-people"),
        after_spokesman: _SPOKEN,
        after_guilty: {"guilty"},
        of_one: {"one"},
        of_three: {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"},
        than_number: {"more", "fewer", "less"},
        of_crime: {"accused", "convicted", "suspected", "guilty", "acquitted", "cleared"},
        after_fixed: {"favour", "favor", "spite", "behalf", "lieu", "regardless"},
        as_before_clause: _MEASURES,
        after_article: frozenset({"a", "an", "the", "its", "their"}),
        of_most: frozenset({"most", "some", "many", "several", "none", "part"}),
        of_related: vocabulary("missingwords", "relations"),
        from_miles: frozenset(
            {"miles", "kilometres", "kilometers", "metres", "meters", "yards", "km"}
        ),
        be_before: vocabulary("missingwords", "states"),
        live_in: frozenset({"live", "look", "wait"}),
        on_in_passive: ACTED.keys(),
        the_before: OWNERS | POINTS | {"rest"},
        to_after: vocabulary("frames", "wants-to-after") | {"due"},
        it_in_clause: frozenset(
            {"difficult", "easy", "hard", "impossible", "tough", "early", "late", "soon"}
        ),
        the_hours: {"hours"},
        the_plural_of: {"many", "several", "few"},
        who_after_one: {"one"},
        he_after: frozenset({"would", "will", "could", "should"}),
    }
    found: dict[str, tuple[Finder, ...]] = {}
    for find, known in listed.items():
        for word in known:
            found[word] = (*found.get(word, ()), find)
    return found
