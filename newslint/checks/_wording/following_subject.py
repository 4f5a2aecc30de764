"""Subjects that follow their verb: "there was several", "among the dead was two nurses"."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._wording.number_of_verb import PLURAL_VERB, SINGULAR_VERB, SUBJECTS
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

#: Before a plural, these say that it is several things.
_SEVERAL = frozenset(
    {"several", "many", "numerous", "various", "both", "few", "two", "three", "four", "five",
     "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "hundreds",
     "thousands", "scores", "these", "those", "other", "enough"}
)  # fmt: skip
_UNCOUNTED = frozenset({"much", "little", "less"})
_STANDING = frozenset(
    {"lies", "stands", "sits", "comes", "hangs", "hung", "goes", "remains", "lives", "works"}
)
_LEADING = frozenset({"IN", "VBN", "VBG", "RB", "JJ", "JJR", "RBR"})
_FRONTED = frozenset(
    {"among", "amongst", "behind", "beside", "beneath", "below", "above", "under", "inside",
     "outside", "alongside", "at", "on", "in", "opposite", "around", "beyond", "nearby", "gone",
     "included", "attached", "missing", "standing", "sitting", "lying", "waiting", "hanging",
     "attending", "joining", "leading", "speaking", "topping", "watching", "following",
     "opposing", "driving", "facing", "heading", "adding", "complicating", "representing",
     "pushing", "present", "injured", "also", "pictured", "listed", "enclosed", "hidden",
     "caught", "stored", "parked", "buried", "lost", "next", "from"}
)  # fmt: skip
_NOUN_PHRASE = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNP", "VBN", "VBG", "RB"})
_LONG = 14  # words before the verb of an inverted sentence


def after_there(tokens: tuple[Token, ...], _verb: Token, finite: Token) -> Pair | None:
    """Return the noun and verb of "there was several witnesses" and "there are little evidence"."""
    there = tokens[finite.i - 1] if finite.i else None
    if there is None or there.tag != "EX":
        return None
    at = finite.i + 1
    while at < len(tokens) and tokens[at].lower in ("been", "also", "still", "now", "already"):
        at += 1
    head = _head_of(tokens, at)
    if head is None:
        return None
    first = tokens[at]
    one = finite.lower in SINGULAR_VERB | {"remains", "exists"}
    if one and finite.lower in ("remains", "exists") and first.tag == "NNS":
        return head, finite
    if one and head.tag == "NNS" and (first.lower in _SEVERAL or first.tag in ("CD", "JJ")):
        if first.lower in ("1", "one", "more", "less", "a", "no") or _is_sum(head, first):
            return None
        if first.tag == "JJ" and first.lower not in _SEVERAL and head.i > at + 1:
            return None
        return head, finite
    if finite.lower in PLURAL_VERB and head.tag == "NN" and first.lower in _UNCOUNTED:
        joined = any(t.lower in ("and", "or") for t in head.subtree)
        return None if joined else (head, finite)
    return None


def after_inverted(tokens: tuple[Token, ...], _verb: Token, finite: Token) -> Pair | None:
    """Return the noun and verb of "among the dead was two nurses" and "gone is the days"."""
    if finite.lower not in ("is", "was", "has", *_STANDING, "are", "were"):
        return None
    start = finite.i
    while start > 0 and tokens[start - 1].sentence == finite.sentence:
        start -= 1
    before = tokens[start : finite.i]
    if not 0 < len(before) <= _LONG or before[0].lower not in _FRONTED:
        return None
    if any(t.pos in ("VERB", "AUX") and t.i > start + 1 for t in before):
        return None
    if any(t.text in (",", ":", ";") or t.tag in ("WDT", "WP", "WRB") for t in before):
        return None
    noun_ahead = [t for t in before if t.pos in ("NOUN", "PROPN", "PRON", "NUM")]
    doing = before[0].tag == "VBG"
    if any(t.dep in SUBJECTS or not (_is_governed(t) or doing) for t in noun_ahead):
        return None
    if doing and finite.lower not in ("is", "was"):
        return None
    if before[0].tag == "IN" and not noun_ahead:
        return None
    head = _head_of(tokens, finite.i + 1)
    if head is None or head.i + 1 >= len(tokens):
        return None
    first = tokens[finite.i + 1]
    if finite.lower in ("are", "were"):
        return None
    plain = first.tag in ("CD", "DT", "PRP$", "JJ", "NNS") and first.lower not in ("no", "a", "an")
    guessed = first.lower == "an" and tokens[first.i + 1].lower == "estimated"
    plain = plain or guessed
    if head.tag != "NNS" or not plain or _is_sum(head, first):
        return None
    if any(c.dep == "nummod" and c.lower in ("one", "1") for c in head.children):
        return None
    return head, finite


def after_what(_tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return the clause and verb of "what the divers saw in the cave remain a secret"."""
    clause = verb.child("csubj")
    if (
        clause is None
        or finite is not verb
        or not (verb.tag == "VBP" or verb.lower == "were")
        or clause.i > verb.i
    ):
        return None
    if verb.child("expl") is not None:
        return None
    what, thing = clause.subtree[0], verb.child("attr")
    several = thing is not None and (thing.tag == "NNS" or thing.child("conj") is not None)
    said = verb.child("acomp", "attr") is not None
    return (what, finite) if what.lower == "what" and said and not several else None


def under_which(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return the subject and verb of "a scene in which anger give way to laughter"."""
    subject = verb.child(*SUBJECTS)
    if subject is None or finite is not verb or finite.tag != "VBP" or subject.i < 2:
        return None
    which, preposition = tokens[subject.i - 1], tokens[subject.i - 2]
    if which.lower != "which" or preposition.pos != "ADP" or which.head is not preposition:
        return None
    known = vocabulary("agreement", "either") | vocabulary("agreement", "plural-form")
    bare = subject.tag == "NN" and not subject.children and subject.i == finite.i - 1
    one = bare and subject.text.islower() and not {subject.lower, subject.lemma} & known
    return (subject, finite) if one and finite.lower == finite.lemma else None


def in_question(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return the noun and verb of "what does the neighbours think"."""
    if finite.lower not in ("do", "does", "has", "have", "was", "were", "is", "are"):
        return None
    subject = verb.child(*SUBJECTS)
    asked = tokens[finite.i - 1] if finite.i else None
    if subject is None or subject.i < finite.i or asked is None:
        return None
    nor = asked.lower in ("nor", "neither")
    if not (asked.tag in ("WP", "WRB") or nor) or asked.sentence != finite.sentence:
        return None
    if nor and finite.lower in SINGULAR_VERB and tokens[finite.i + 2].lower == "police":
        return tokens[finite.i + 2], finite
    head = _head_of(tokens, finite.i + 1)
    first = tokens[finite.i + 1]
    if head is not subject or first.lower not in ("the", "his", "her", "its", "their"):
        return None
    if any(c.dep in ("conj", "cc") for c in head.children) or head.entity:
        return None
    known = vocabulary("agreement", "either") | vocabulary("agreement", "plural-form")
    if head.lower in known or head.lemma in known:
        return None
    several = head.tag == "NNS" and head.lower != head.lemma and finite.lower in SINGULAR_VERB
    single = head.tag == "NN" and not head.lower.endswith("s") and finite.lower in PLURAL_VERB
    return (head, finite) if several or single else None


def _is_governed(noun: Token) -> bool:
    """Return whether a noun hangs on a preposition or on another noun."""
    return noun.dep in ("pobj", "compound", "nummod", "poss", "amod", "conj", "nmod", "pcomp")


def _head_of(tokens: tuple[Token, ...], at: int) -> Token | None:
    """Return the last noun of the phrase that begins at a word."""
    head = None
    for token in tokens[at : at + 6]:
        if token.tag in ("NN", "NNS"):
            head = token
        elif token.tag not in _NOUN_PHRASE or head is not None:
            break
    if head is None:
        return None
    known = vocabulary("agreement", "plural-form")
    plain = head.text.islower() and head.text.isalpha() and head.lower not in known
    return head if plain and (head.tag == "NN" or head.lower != head.lemma) else None


def _is_sum(head: Token, first: Token) -> bool:
    """Return whether a figure and its unit may be one sum: "there is 10 miles to go"."""
    return first.tag == "CD" and head.lower in vocabulary("agreement", "amounts")
