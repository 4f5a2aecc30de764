"""Verbs that lack "to", "-ing" or "-ed" after what stands before them."""

from __future__ import annotations

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_OBJECTS = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNS", "PRP", "PRP$", "$"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_ASKING = frozenset({"WP", "WDT", "WRB", "WP$"})
_NOUN_PHRASE = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "NNS", "CD", "PRP$", "POS", "HYPH"})
_GOES_ON = _OBJECTS | {"JJR", "JJS", "WRB", "IN", "RB", "RP", "TO", ",", ".", "CC"}
_LINKING = frozenset({"as", "by", "in", "at", "on", "to", "with", "from", "for", "after"})
_HARD = frozenset(
    {"possible", "impossible", "easier", "harder", "difficult", "easy", "hard", "necessary",
     "time", "unusual", "rare"}
)  # fmt: skip
_DIGITS = 4
_FAR = 6  # words of the phrase between a verb and the one that lacks "to"


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _is_asked(tokens: tuple[Token, ...], token: Token) -> bool:
    return any(t.tag in _ASKING for t in tokens[: token.i] if t.sentence == token.sentence)


def plain_after(tokens: tuple[Token, ...], preposition: Token) -> Pair | None:
    """Return the words of "for rob a bank", "after win the seat" and "instead of cut services"."""
    verb, after = _at(tokens, preposition.i + 1), _at(tokens, preposition.i + 2)
    if verb is None or after is None or after.sentence != preposition.sentence:
        return None
    plain = verb.text in vocabulary("verbforms", "never-nouns")
    known = plain or verb.text in vocabulary("verbforms", "before-articles") | vocabulary(
        "verbforms", "people-do"
    )
    if not known or after.tag not in _OBJECTS or after.lower == "each":
        return None
    if not plain and after.lower not in _ARTICLES:
        return None
    if preposition.pos != "ADP" and preposition.tag != "IN":
        return None
    ahead = _at(tokens, preposition.i - 1)
    if (
        ahead is not None
        and ahead.pos in ("VERB", "AUX")
        and ahead.lower != "of"
        and (preposition.dep == "prt" or preposition.tag == "RP")
    ):
        return None
    if _is_asked(tokens, verb) or verb.dep == "relcl":
        return None
    head = preposition.head
    while head.head is not head:
        if head.dep == "relcl":
            return None
        head = head.head
    # "After win, the": a clause with a subject of its own needs none.
    subject = verb.child("nsubj")
    return None if subject is not None and subject.i < verb.i else (preposition, verb)


def plain_after_gerund_to(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "look forward to meet" and "committed to build"."""
    ahead, verb = _at(tokens, to.i - 1), _at(tokens, to.i + 1)
    if ahead is None or verb is None or verb.sentence != ahead.sentence:
        return None
    if ahead.lower not in vocabulary("verbforms", "to-and-ing"):
        return None
    before = _at(tokens, to.i - 2)
    if ahead.lower == "forward" and (before is None or before.lemma != "look"):
        return None
    if ahead.lower == "object" and ahead.pos != "VERB":
        return None  # "each object to be told of"
    after = _at(tokens, to.i + 2)
    if verb.tag != "VB" or not verb.text.islower() or after is None:
        return None
    if after.lower.endswith("ing"):
        return None  # "resort to reverse engineering"
    return (to, verb) if after.tag in _GOES_ON else None


def someone_lacks_to(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "wants residents recycle" and "forced 200 people leave"."""
    at, after = verb.i - 1, _at(tokens, verb.i + 1)
    if after is None or after.tag not in _GOES_ON or verb.tag in ("NN", "NNS", "JJ", "RB"):
        return None
    denied = at > 0 and tokens[at].lower == "not"  # "asked the crowd not provoke the police"
    at -= denied
    noun = _at(tokens, at)
    if (
        noun is None
        or noun.tag not in ("NNS", "NN", "NNP", "PRP")
        or noun.sentence != verb.sentence
    ):
        return None
    while (
        at >= 0
        and verb.i - at <= _FAR
        and (tokens[at].tag in _NOUN_PHRASE or tokens[at].tag == "PRP")
    ):
        at -= 1
    lead = _at(tokens, at)
    if lead is None or lead.sentence != verb.sentence or lead is noun:
        return None
    if lead.lower == "on" and at and tokens[at - 1].lemma == "call":
        return (lead, verb) if verb.tag in ("VB", "VBP") else None
    if lead.lower == "for":
        ahead = _at(tokens, at - 1)
        return (lead, verb) if ahead is not None and ahead.lower in _HARD else None
    told = denied and lead.lemma in ("beg", "order", "tell", "warn")
    if lead.pos != "VERB" or not (told or lead.lemma in vocabulary("verbforms", "someone-to")):
        return None
    if lead.child("auxpass") is not None or (lead.tag == "VBN" and lead.child("aux") is None):
        return None
    if any(
        t.lower in ("that", "what", "how", "when", "where", "why", "to")
        for t in tokens[at + 1 : verb.i]
    ):
        return None
    own = verb.head is lead and verb.dep in ("ccomp", "xcomp")
    return (lead, verb) if own and not _is_asked(tokens, lead) else None


def ing_for_to(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "refused paying the fine"."""
    lead, after = _at(tokens, verb.i - 1), _at(tokens, verb.i + 1)
    if lead is None or after is None or verb.tag != "VBG" or lead.pos != "VERB":
        return None
    if lead.lemma not in vocabulary("verbforms", "never-ing") or verb.sentence != lead.sentence:
        return None
    own = verb.head is lead and verb.dep in ("xcomp", "ccomp", "advcl")
    thing = after.lower in _ARTICLES or after.tag in ("PRP", "NNP", "CD", "TO")
    return (lead, verb) if own and thing and lead.child("nsubj") is not None else None


def aside_without_ending(tokens: tuple[Token, ...], comma: Token) -> Pair | None:
    """Return the words of "the man, name as Reddin," and "the mill, build in 1910,"."""
    verb, after = _at(tokens, comma.i + 1), _at(tokens, comma.i + 2)
    if verb is None or after is None or after.lower not in _LINKING or comma.i == 0:
        return None
    known = vocabularies(*(("verbforms", n) for n in ("never-nouns", "done-by", "plain-only")))
    if verb.text not in known | {"base", "name", "date", "aim", "hold", "make"}:
        return None
    before = [t for t in tokens[: comma.i] if t.sentence == comma.sentence]
    if not before or any(t.tag not in _NOUN_PHRASE for t in before) or verb.text == "close":
        return None
    goes_on = any(t.text == "," and t.i > verb.i and t.sentence == comma.sentence for t in tokens)
    return (before[-1], verb) if goes_on else None


def use_to(tokens: tuple[Token, ...], use: Token) -> Pair | None:
    """Return the words of "the plant use to employ"."""
    ahead, to, verb = (_at(tokens, use.i + k) for k in (-1, 1, 2))
    if ahead is None or to is None or verb is None or to.lower != "to" or verb.tag != "VB":
        return None
    before = [t for t in tokens[: use.i] if t.sentence == use.sentence]
    one = ahead.tag in ("NN", "NNP") or ahead.lower in ("he", "she", "it")
    plain = all(t.tag in _NOUN_PHRASE | {"PRP", "EX"} for t in before) and bool(before)
    two = sum(t.tag in ("DT", "PRP", "PRP$") for t in before) > 1
    return (ahead, use) if one and plain and not two else None


def ing_beside_to(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "were urged to move valuables and packing a bag"."""
    first, joint = verb.head, _at(tokens, verb.i - 1)
    after = _at(tokens, verb.i + 1)
    if verb.dep != "conj" or joint is None or joint.lower not in ("and", "or") or after is None:
        return None
    to = first.child("aux")
    if first.tag != "VB" or to is None or to.lower != "to" or first.dep != "xcomp":
        return None
    thing = after.lower in _ARTICLES or after.tag in ("PRP", "CD", "JJR")
    near = verb.i - first.i <= _FAR + 2
    # An -ing form before the "to" may be what the second goes with, unless it is of the subject.
    ahead = [t for t in tokens[: verb.i] if t.sentence == verb.sentence]
    doing = any(
        (t.tag == "VBG" and not (t.dep == "acl" and t.i < to.i)) or t.lower in ("between", "both")
        for t in ahead
    )
    return (to, verb) if thing and near and not doing else None


def to_beside_ing(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "handing out blankets and to search the reeds"."""
    joint, verb = _at(tokens, to.i - 1), _at(tokens, to.i + 1)
    if joint is None or verb is None or joint.lower not in ("and", "or") or to.head is not verb:
        return None
    first = verb.head
    if verb.tag != "VB" or verb.dep != "conj" or first.tag != "VBG" or first.i > to.i:
        return None
    to_before = any(t.tag == "TO" for t in tokens[first.i - 1 : joint.i])
    after = _at(tokens, verb.i + 1)
    helped = any(c.lower in ("is", "are", "was", "were") for c in first.children)
    thing = after is not None and after.lower in _ARTICLES
    return (to, verb) if thing and not to_before and not helped else None


def lost_past(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "the mine close in 1986"."""
    ahead, preposition, year = (_at(tokens, verb.i + k) for k in (-1, 1, 2))
    if ahead is None or preposition is None or year is None or preposition.lower != "in":
        return None
    if ahead.tag not in ("NN", "NNP", "PRP") or ahead.lower in ("i", "we", "they", "you"):
        return None
    dated = year.tag == "CD" and year.text.isdecimal() and len(year.text) == _DIGITS
    before = [t for t in tokens[: verb.i] if t.sentence == verb.sentence]
    simple = all(t.tag in _NOUN_PHRASE | {"PRP"} for t in before)
    articled = before[0].tag in ("DT", "PRP", "PRP$", "NNP")
    rest = [t for t in tokens[verb.i :] if t.sentence == verb.sentence]
    other = any(t.tag in ("VBD", "VBZ", "MD") for t in rest)
    return (ahead, verb) if dated and simple and articled and not other else None


def believed_to(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "a man believe to be in his 40s was found"."""
    ahead, to, be = (_at(tokens, verb.i + k) for k in (-1, 1, 2))
    if ahead is None or to is None or be is None or to.lower != "to" or ahead.tag != "NN":
        return None
    return (ahead, verb) if be.lower in ("be", "have") and not _is_asked(tokens, verb) else None
