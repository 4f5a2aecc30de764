"""Pronouns with the wrong case or number: "between he and", "to who they sold", "of it four"."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

_OBJECT = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"}
_SUBJECT = {"him": "he", "them": "they", "me": "I", "us": "we"}
_TELLING = frozenset({"tell", "give", "send", "show", "offer", "hand", "pay"})
#: Verbs that a clause may follow at once: "said he and his wife would sell".
_CLAUSAL = frozenset(
    {"add", "admit", "agree", "believe", "claim", "decide", "deny", "fear", "feel", "hope", "know",
     "mean", "say", "suggest", "swear", "tell", "think", "wish"}
)  # fmt: skip
_FAR = 5  # words of a name before "and"
_GOVERNING = frozenset(
    {"between", "with", "from", "to", "against", "by", "about", "of", "for", "like"}
)
_TO_WHOM = frozenset({"to", "with", "by", "against", "from", "for"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMED = frozenset({"PRP", "NNP", "DT", "NNS", "PRP$", "NN"})
_TAKES_IT = frozenset(
    {"of", "in", "on", "with", "from", "at", "for", "by", "into", "over", "to", "under"}
)
#: What a clause with "who" follows at once: else it may belong to a person named before.
_HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "ROOT"})
_PEOPLE = frozenset({"children", "man", "men", "people", "person", "woman", "women"})
#: Endings of nouns for people.
_TRADES = ("eer", "ician", "ist", "ologist", "man", "woman")
_REFLEXIVE = frozenset({"dobj", "pobj", "oprd", "npadvmod", "dative", "appos"})


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def whom_after(tokens: tuple[Token, ...], who: Token) -> str | None:
    """Return "whom" for the "who" of "to who they sold the mill"."""
    ahead, after, then = (_at(tokens, who.i + k) for k in (-1, 1, 2))
    if ahead is None or after is None or then is None or ahead.lower not in _TO_WHOM:
        return None
    before = _at(tokens, ahead.i - 1)
    opens = (
        before is None
        or before.sentence != who.sentence
        or before.pos in ("NOUN", "PROPN", "PUNCT")
    )
    if (
        not opens
        or after.tag not in _NAMED
        or (who.dep in _SUBJECTS and after.lower not in _OBJECT)
    ):
        return None
    return "whom" if who.dep == "pobj" or after.tag in ("PRP", "DT", "PRP$") else None


def which_for(tokens: tuple[Token, ...], who: Token) -> str | None:
    """Return "which" for the "who" of "a distillery who hopes"."""
    ahead, after = _at(tokens, who.i - 1), _at(tokens, who.i + 1)
    if ahead is None or after is None:
        return None
    comma = ahead.text == ","
    thing = _at(tokens, ahead.i - comma)
    if thing is None or thing.sentence != who.sentence or thing.tag not in ("NN", "NNS"):
        return None
    if thing.lemma not in vocabulary("missingwords", "no-persons") or not thing.text.islower():
        return None
    if thing.dep == "pobj" and thing.head.lower != "by":
        return None  # "an adviser to the campaign who"
    finite = after.tag in ("VBZ", "VBD", "VBP", "MD") and who.dep in ("nsubj", "nsubjpass")
    return "which" if finite and not comma and thing.dep in _HEADS else None


def who_for(tokens: tuple[Token, ...], which: Token) -> str | None:
    """Return "who" for the "which" of "a student which had gone"."""
    person, after = _at(tokens, which.i - 1), _at(tokens, which.i + 1)
    if person is not None and person.text == "," and which.head.head is not which:
        person = _at(tokens, which.i - 2)
        if person is None or which.head.head is not person or which.head.dep != "relcl":
            return None
        if person.tag != "NN" or person.dep not in ("nsubj", "nsubjpass"):
            return None  # "talks with the voters, which is rare"
    if person is None or after is None or person.tag not in ("NN", "NNS"):
        return None
    known = person.lemma in vocabulary("missingwords", "persons-only") | vocabulary(
        "missingwords", "trades"
    )
    known = known or person.lower in _PEOPLE or person.lemma.endswith(_TRADES)
    finite = after.tag in ("VBZ", "VBD", "VBP", "MD") and which.dep in ("nsubj", "nsubjpass")
    return "who" if known and finite and which.sentence == person.sentence else None


def object_form(tokens: tuple[Token, ...], he: Token) -> str | None:
    """Return "him" for the "he" of "between he and the mayor"."""
    ahead, after = _at(tokens, he.i - 1), _at(tokens, he.i + 1)
    right = _OBJECT.get(he.lower)
    if _is_object_of_two(tokens, he):
        return right
    if after is not None and after.lower == "own" and he.lower in ("they", "we"):
        then = _at(tokens, he.i + 2)
        owned = then is not None and then.tag in ("NN", "NNS")
        return {"they": "their", "we": "our"}[he.lower] if owned else None
    told = ahead is not None and ahead.lemma in _TELLING and ahead.pos == "VERB"
    if told and after is not None and after.lower in ("the", "a", "an", "their", "his"):
        return right
    if ahead is not None and ahead.lower == "and" and after is not None and he.text.islower():
        return right if after.text in (",", ".") and _is_governed(tokens, ahead) else None
    if right is None or ahead is None or after is None or ahead.lower not in _GOVERNING:
        return None
    if (he.text[0].isupper() and he.text != "I") or he.sentence != ahead.sentence:
        return None
    if ahead.lower == "between":
        return right if after.lower == "and" or after.tag in (".", ",") else None
    if after.text == "." and ahead.pos == "ADP":
        return right
    joined = (
        after.lower == "and" and ahead.pos == "ADP" and ahead.lower not in ("for", "like", "of")
    )
    return right if joined and he.dep in ("pobj", "pcomp") else None


def _is_object_of_two(tokens: tuple[Token, ...], he: Token) -> bool:
    """Return whether a pronoun is the first of two objects: "left he and his deputy, …"."""
    verb, joint = _at(tokens, he.i - 1), _at(tokens, he.i + 1)
    if verb is None or joint is None or joint.lower != "and" or not he.text.islower():
        return False
    if verb.tag not in ("VBD", "VB", "VBG", "VBN") or verb.lemma in _CLAUSAL:
        return False
    at = joint.i + 1
    while at < len(tokens) and tokens[at].tag in _NAMED | {"JJ", "CD", "POS", "NNPS"}:
        at += 1
    after = _at(tokens, at)
    return verb.pos == "VERB" and after is not None and after.tag in ("IN", ",", ".", "TO")


def its(tokens: tuple[Token, ...], it: Token) -> str | None:
    """Return "its" for the "it" of "two of it four banks" and "on it own"."""
    ahead, after, then = (_at(tokens, it.i + k) for k in (-1, 1, 2))
    if ahead is None or after is None or then is None or ahead.sentence != after.sentence:
        return None
    if after.lower == "own" and then.tag in ("NN", "NNS", ".", ",", "IN", "CC"):
        return "its"
    governed = ahead.pos == "ADP" and ahead.lower in _TAKES_IT and it.dep in ("pobj", "poss")
    if not governed and it.dep != "nmod":
        return None
    counted = after.tag == "CD" and then.tag == "NNS" and after.entity != "DATE"
    several = after.tag == "NNS" and after.dep == "pobj" and then.pos in ("PUNCT", "VERB", "ADP")
    return "its" if counted or several else None


def _is_governed(tokens: tuple[Token, ...], joint: Token) -> bool:
    """Return whether a preposition governs the name before "and": "went to Mr Osei and"."""
    at = joint.i - 1
    while at >= 0 and tokens[at].tag in ("NNP", "NN", "DT", "PRP$", "JJ") and joint.i - at <= _FAR:
        at -= 1
    governs = _at(tokens, at)
    return governs is not None and governs.pos == "ADP" and at < joint.i - 1


def subject_form(tokens: tuple[Token, ...], him: Token) -> str | None:
    """Return "he" for the "him" of "the firm and him had parted"."""
    ahead, after = _at(tokens, him.i - 1), _at(tokens, him.i + 1)
    if ahead is None or after is None or ahead.sentence != him.sentence:
        first = ahead is None or ahead.sentence != him.sentence
        us = first and him.lower == "us" and after is not None and after.tag == "NNS"
        return "We" if us else None
    alone = him.dep in _SUBJECTS and ahead.pos in ("NOUN", "PROPN", "VERB") and him.lower != "us"
    if alone and after.lower in ("was", "were", "has", "had", "will", "would"):
        return _SUBJECT.get(him.lower)
    if ahead.lower != "and" or after.tag not in ("VBD", "VBZ", "VBP", "MD") or after.lower == "is":
        return None
    first_of_two = him.head
    acts = (him.dep == "conj" and first_of_two.dep in _SUBJECTS) or him.dep in _SUBJECTS
    return _SUBJECT.get(him.lower) if acts and him.tag == "PRP" else None


def his_own(tokens: tuple[Token, ...], himself: Token) -> str | None:
    """Return "themselves" for the "himself" of "the men hurt himself", and for "themself"."""
    if himself.dep not in _REFLEXIVE:
        return None
    verb = himself.head
    while verb.pos == "ADP" and verb.head is not verb:
        verb = verb.head
    if verb.pos != "VERB" or verb.i > himself.i:
        return None
    subject = verb.child(*_SUBJECTS)
    if subject is None or subject.i > verb.i or subject.tag not in ("NNS", "PRP"):
        return None
    if any(t.pos in ("NOUN", "PROPN") for t in tokens[verb.i + 1 : himself.i]):
        return None
    several = subject.tag == "NNS" and subject.lower != subject.lemma and subject.text[1:].islower()
    several = several and not subject.entity and subject.text[0].islower()
    return "themselves" if several or subject.lower == "they" else None
