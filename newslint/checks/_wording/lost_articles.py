"""Articles that are missing: "is member of", "in Netherlands", "for first time"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

_BE = frozenset({"is", "was", "be", "been", "became", "remains", "remained"})
_WORKING = frozenset({"work", "employ", "train", "qualify", "moonlight", "start", "retrain"})
_BEFORE_NAMES = frozenset({"IN", "TO", "VBD", "VBN", "VB", "VBG", "VBZ"})
_NEAREST = frozenset(
    {"nearest", "biggest", "largest", "oldest", "smallest", "tallest", "longest", "richest",
     "poorest", "busiest", "fastest", "deadliest", "same", "strongest"}
)  # fmt: skip
_PLACES = frozenset(
    {"to", "in", "at", "from", "of", "into", "near", "for", "by", "on", "is", "was"}
)
_SET = frozenset({"time", "level", "pace", "sex", "day", "token", "order", "height"})
_TAKING = frozenset(
    {"arrest", "charge", "name", "kill", "injure", "rescue", "detain", "question", "jail", "shoot",
     "stab"}
)  # fmt: skip
_ENDS = frozenset({"PUNCT", "ADP", "SCONJ", "AUX", "VERB", "SPACE", "CCONJ", "ADV", "DET"})
_DETERMINERS = frozenset({"det", "poss", "nummod", "predet"})
_OWNED = frozenset({"DT", "PRP$", "POS", "CD", "WP$", "PDT", "WDT", "HYPH"})
_AT_HOME = frozenset(
    {"in", "with", "from", "near", "under", "inside", "on", "behind", "outside", "through", "at",
     "since", "until", "before", "after", "by", "to"}
)  # fmt: skip


class Missing(NamedTuple):
    """The words before which an article is missing, and which."""

    first: Token
    last: Token
    article: str


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def before_name(tokens: tuple[Token, ...], name: Token) -> Missing | None:
    """Find "is based in Netherlands"."""
    ahead, after = _at(tokens, name.i - 1), _at(tokens, name.i + 1)
    if not name.text[0].isupper() or ahead is None or name.i == 0:
        return None
    last = name
    if name.lower not in vocabulary("missingwords", "with-the"):
        if after is None or f"{name.lower} {after.lower}" not in vocabulary(
            "missingwords", "with-the"
        ):
            return None
        last, after = after, _at(tokens, name.i + 2)
    if ahead.tag != "IN" or ahead.lower not in _PLACES or ahead.sentence != name.sentence:
        return None
    if after is not None and (after.tag in ("NNP", "NNPS", "NN", "NNS", "POS", "HYPH", "JJ")):
        return None
    if after is not None and after.text in ("-", "/", "’s", "'s", "&"):
        return None
    words = [t for t in tokens if t.sentence == name.sentence]
    # "Senator stops by White House": a headline has no articles at all.
    prose = any(t.tag in ("DT", "PRP", "PRP$") for t in words)
    return Missing(name, last, "the") if prose and last.text[0].isupper() else None


def before_best(tokens: tuple[Token, ...], best: Token) -> Missing | None:
    """Find "taken to nearest hospital" and "was first time"."""
    ahead, noun, after = (_at(tokens, best.i + k) for k in (-1, 1, 2))
    if ahead is None or noun is None or after is None or noun.tag != "NN":
        return None
    if ahead.lower not in _PLACES or ahead.sentence != noun.sentence or not best.text.islower():
        return None
    if after.pos not in _ENDS or after.text in ("-", "/", "’", "'") or ahead.tag == "RB":
        return None
    if best.lower == "first":
        timed = noun.lower == "time" and ahead.lower in ("for", "is", "was")
        return Missing(best, noun, "the") if timed and after.lower != "buyers" else None
    if noun.lower in _SET and best.lower != "same":
        return None
    return Missing(best, noun, "the") if ahead.pos in ("ADP", "AUX") else None


def before_member(tokens: tuple[Token, ...], member: Token) -> Missing | None:
    """Find "is member of the council" and "as result of the strike"."""
    ahead, of = _at(tokens, member.i - 1), _at(tokens, member.i + 1)
    if ahead is None or of is None or of.lower != "of" or member.tag != "NN":
        return None
    if ahead.lower in _BE and ahead.pos in ("AUX", "VERB") and member.text.islower():
        return Missing(member, of, "a, an or the")
    if ahead.lower == "as" and member.lower in ("result", "consequence", "reminder", "sign"):
        return Missing(member, of, "a")
    return None


def before_end(tokens: tuple[Token, ...], end: Token) -> Missing | None:
    """Find "at end of the year" and "in kitchen of the hotel"."""
    ahead, of, whose = (_at(tokens, end.i + k) for k in (-1, 1, 2))
    if ahead is None or of is None or whose is None or of.lower != "of" or end.tag != "NN":
        return None
    if ahead.lower not in _AT_HOME or ahead.pos != "ADP" or not end.text.islower():
        return None
    prose = whose.tag in ("DT", "PRP$") or whose.entity == "DATE"
    return Missing(end, of, "the") if prose else None


def before_second(tokens: tuple[Token, ...], person: Token) -> Missing | None:
    """Find "two men and woman were held"."""
    ahead, after = _at(tokens, person.i - 1), _at(tokens, person.i + 1)
    if ahead is None or after is None or ahead.lower != "and" or person.dep != "conj":
        return None
    first = person.head
    counted = first.tag == "NNS" and first.i == ahead.i - 1 and first.child("nummod") is not None
    ends = after.pos in ("VERB", "AUX", "ADP", "PUNCT") and after.text not in ("-", "’", "'")
    return Missing(person, person, "a") if counted and ends and person.tag == "NN" else None


def before_trade(tokens: tuple[Token, ...], trade: Token) -> Missing | None:
    """Find "she worked as teacher in Lagos" and "he was teacher"."""
    ahead, before, after = (_at(tokens, trade.i + k) for k in (-1, -2, 1))
    if ahead is None or before is None or trade.tag != "NN" or not trade.text.islower():
        return None
    if after is not None and (after.pos not in _ENDS or after.text in ("-", "/", "’", "'")):
        return None
    if any(c.dep in ("cc", "conj") for c in trade.children):
        return None
    works = ahead.lower == "as" and before.lemma in _WORKING
    return Missing(ahead, trade, "a or an") if works else None


def before_person(tokens: tuple[Token, ...], person: Token) -> Missing | None:
    """Find "looking for man in a grey coat" and "arrested man at the scene"."""
    ahead, after = _at(tokens, person.i - 1), _at(tokens, person.i + 1)
    if ahead is None or after is None or person.tag != "NN" or not person.text.islower():
        return None
    verb = ahead.head if ahead.lower == "for" else ahead
    sought = ahead.lower == "for" and verb.lemma in ("look", "search", "hunt")
    if ahead.lower == "and":
        return before_second(tokens, person)
    taken = ahead.pos == "VERB" and ahead.lemma in _TAKING
    ends = after.pos in ("ADP", "PUNCT") and after.text not in ("-", "/", "’", "'", "’s", "'s")
    if not (sought or taken) or not ends or person.dep not in ("dobj", "pobj"):
        return None
    words = [t for t in tokens if t.sentence == person.sentence]
    prose = any(t.lower in ("the", "a", "an") for t in words)
    return Missing(person, person, "a or the") if prose else None


def before_thing(tokens: tuple[Token, ...], thing: Token) -> Missing | None:
    """Find "police found knife in the car"."""
    if thing.tag != "NN" or thing.dep not in ("dobj", "pobj") or not thing.text.islower():
        return None
    after, ahead = _at(tokens, thing.i + 1), _at(tokens, thing.i - 1)
    if (
        after is None
        or ahead is None
        or after.pos not in _ENDS
        or after.text in ("-", "/", "’", "'")
    ):
        return None
    own = [c for c in thing.children if c.i < thing.i]
    served = thing.lower == "sentence" and thing.head.lemma in ("serve", "face", "receive")
    if any(c.dep in _DETERMINERS or c.tag in _OWNED for c in own) or thing.entity:
        return None
    if any(c.dep in ("conj", "cc", "appos", "nmod") for c in thing.children):
        return None
    if any(c.dep == "compound" for c in own) and not served:
        return None
    if (not served and any(c.tag != "JJ" for c in own)) or (not own and thing.dep != "dobj"):
        return None
    verb = thing.head
    if thing.dep == "pobj":
        return None
    if verb.pos != "VERB" or verb.i >= thing.i or thing.i - verb.i != len(own) + 1:
        return None
    if verb.child("nsubj", "nsubjpass") is None and verb.tag not in ("VB", "VBG"):
        return None
    sentence = [t for t in tokens if t.sentence == thing.sentence]
    return (
        Missing(own[0] if own else thing, thing, "a, an or the")
        if any(t.lower in ("the", "a", "an") for t in sentence)
        else None
    )


def before_owner(tokens: tuple[Token, ...], owner: Token) -> Missing | None:
    """Find "one of country's big grocers"."""
    ahead, s, after = (_at(tokens, owner.i + k) for k in (-1, 1, 2))
    if ahead is None or s is None or after is None or s.tag != "POS" or not owner.text.islower():
        return None
    if ahead.sentence != owner.sentence or owner.tag != "NN":
        return None
    bare = ahead.pos in ("ADP", "VERB", "AUX", "SCONJ") and after.tag in (
        "NN",
        "NNS",
        "JJ",
        "JJS",
        "CD",
    )
    words = [t for t in tokens if t.sentence == owner.sentence]
    prose = any(t.lower in ("the", "a", "an") for t in words)  # "Leaders meet on region's woes"
    return Missing(owner, s, "the, a or its") if bare and prose else None


Finder = Callable[[tuple[Token, ...], Token], Missing | None]


@cache
def finders() -> Mapping[str, tuple[Finder, ...]]:
    """Return what to look for at a word."""
    names = frozenset(name.split()[0] for name in vocabulary("missingwords", "with-the"))
    listed: dict[Finder, frozenset[str]] = {
        before_thing: vocabulary("missingwords", "things") | {"sentence"},
        before_person: vocabulary("missingwords", "persons-only"),
        before_trade: vocabulary("missingwords", "trades"),
        before_member: vocabulary("missingwords", "one-of-several"),
        before_name: names,
        before_end: vocabulary("missingwords", "parts"),
        before_owner: vocabulary("missingwords", "owners"),
        before_best: _NEAREST | {"first"},
    }
    found: dict[str, tuple[Finder, ...]] = {}
    for find, known in listed.items():
        for word in known:
            found[word] = (*found.get(word, ()), find)
    return found
