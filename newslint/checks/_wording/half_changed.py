"""What is left where a sentence was changed in one place only: "to will", "for which … for"."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_MODALS = frozenset({"will", "would", "can", "could", "should", "shall", "must", "may", "might"})
#: After these "to" opens no noun: "is expected to rise", never "to rising".
_LEADS = frozenset({"expected", "forced", "allowed", "ordered", "told", "asked", "scheduled",
                    "supposed", "urged", "invited", "tipped"})  # fmt: skip
_SAME_ENDING = frozenset({"bring", "cling", "fling", "king", "ring", "sing", "sling", "spring",
                          "sting", "string", "swing", "thing", "wing", "wring"})  # fmt: skip
_RELATIVES = frozenset({"which", "whom"})
_ABOUT = frozenset({"about", "almost", "approximately", "around", "nearly", "roughly"})


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def modal_after_to(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "promised to will repay"."""
    modal, verb = _at(tokens, to.i + 1), _at(tokens, to.i + 2)
    if modal is None or verb is None or modal.text not in _MODALS or verb.tag not in ("VB", "VBP"):
        return None
    ahead = _at(tokens, to.i - 1)
    acts = ahead is not None and ahead.sentence == to.sentence and ahead.text.islower()
    return (to, modal) if acts and verb.text == verb.lemma and verb.text != "be" else None


def past_after_want(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "want the road to closed"."""
    verb = _at(tokens, to.i + 1)
    if verb is None or to.tag != "TO" or verb.tag != "VBN" or to.head is not verb:
        return None
    want = verb.head
    wanted = want.lemma in ("ask", "expect", "need", "order", "require", "want")
    return (to, verb) if wanted and verb.dep in ("ccomp", "xcomp") and want.i < to.i else None


def ing_after_to(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "is expected to rising" and "likely to closing"."""
    ahead, verb, after = (_at(tokens, to.i + k) for k in (-1, 1, 2))
    if ahead is None or verb is None or after is None or verb.sentence != ahead.sentence:
        return None
    known = vocabulary("verbforms", "infinitive-after")
    leads = ahead.lower in known | _LEADS or (ahead.lemma in known and ahead.pos == "VERB")
    if not leads or not verb.lower.endswith("ing") or verb.lower in _SAME_ENDING:
        return None
    return (to, verb) if verb.tag == "VBG" and after.tag not in ("NN", "NNS", "HYPH") else None


def fronted_twice(one: Token, two: Token) -> bool:
    """Return whether "two" repeats the preposition of "for which she had applied for"."""
    if two.dep not in ("prep", "prt") or two.head.pos not in ("VERB", "AUX"):
        return False
    if two.child("pobj", "pcomp", "prep") is not None:
        return False
    clause = two.head
    first = next((c for c in clause.children if c.dep == "prep" and c.i < one.i), None)
    if first is None or first.lower != two.lower or one.sentence != two.sentence:
        return False
    which = first.child("pobj")
    return which is not None and which.lower in _RELATIVES and which.i == first.i + 1


def estimated_twice(one: Token, two: Token) -> bool:
    """Return whether both words say how near a figure is: "nearly almost 5,000"."""
    return one.text in _ABOUT and two.text in _ABOUT and _counts(two)


def _counts(word: Token) -> bool:
    """Return whether the word stands by a figure, as in "about 300" and "over £3m"."""
    return word.head.tag in ("CD", "$") or word.dep == "quantmod" or word.head.pos == "NUM"
