"""Words that stand where their part of speech cannot, and sound like one that can."""

from __future__ import annotations

from newslint.checks._phrases import vocabularies
from newslint.language.tokens import Token

#: Where the wrong words begin and end, and the right ones.
Meant = tuple[Token, Token, str]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = frozenset({"was", "were", "been", "be", "being"})
_NOUNS = frozenset({"NN", "NNS"})
_MODIFYING = frozenset({"amod", "compound"})
#: What is passed goes there: "was past it" is right, "was past down" is not.
_PASSED = frozenset({"by", "down", "into", "over", "on", "through", "unanimously"})
_BEFORE_NOUNS = frozenset({"DT", "JJ", "PRP$", "POS"})


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def their(tokens: tuple[Token, ...], there: Token) -> Meant | None:
    """Find "move there boats": an adverb between a verb and its bare object."""
    noun = _at(tokens, there.i + 1)
    if there.text != "there" or noun is None or noun.tag not in _NOUNS or there.tag != "RB":
        return None
    own = noun.dep == "dobj" and noun.head is there.head and there.head.i == there.i - 1
    return (there, there, "their") if own and noun.child("det", "relcl", "acl") is None else None


def passed(tokens: tuple[Token, ...], past: Token) -> Meant | None:
    """Find "was past down through the family" and "was past by 40 votes"."""
    be, after = _at(tokens, past.i - 1), _at(tokens, past.i + 1)
    if be is None or after is None or be.lower not in _BE or past.sentence != after.sentence:
        return None
    return (past, past, "passed") if after.lower in _PASSED else None


def threw(tokens: tuple[Token, ...], through: Token) -> Meant | None:
    """Find "The goalkeeper through the ball": a sentence that has no verb but this."""
    before, after = _at(tokens, through.i - 1), _at(tokens, through.i + 1)
    if before is None or after is None or after.tag not in ("DT", "PRP$"):
        return None
    words = [t for t in tokens if t.sentence == through.sentence]
    if words[-1].text != "." or words[0].tag not in ("DT", "NNP", "PRP"):
        return None
    # "A walk through the park." is a caption; a person, or an adverb, is followed by a verb.
    people = vocabularies(("missingwords", "persons-only"), ("missingwords", "trades"))
    someone = before.lower in people or before.entity == "PERSON"
    subject = someone or before.tag in ("PRP", "RB")
    verbless = not any(t.tag in _FINITE or t.tag in ("VBG", "VBN") for t in words)
    return (through, through, "threw") if subject and verbless else None


def practice(tokens: tuple[Token, ...], practise: Token) -> Meant | None:
    """Find "a practise that": the verb's spelling where a noun stands."""
    before = _at(tokens, practise.i - 1)
    noun = before is not None and before.tag in _BEFORE_NOUNS and practise.dep != "ROOT"
    return (practise, practise, "practice") if noun else None


def principal(tokens: tuple[Token, ...], principle: Token) -> Meant | None:
    """Find "the principle lender"."""
    noun, before = principle.head, _at(tokens, principle.i - 1)
    if principle.dep not in _MODIFYING or noun.i != principle.i + 1 or noun.tag not in _NOUNS:
        return None
    joined = before is None or before.lower == "in" or before.tag == "HYPH"
    return None if joined else (principle, principle, "principal")


def raise_(tokens: tuple[Token, ...], rise: Token) -> Meant | None:
    """Find "will rise wages by 5 per cent": a verb that takes no object, with one."""
    thing, after = rise.child("dobj"), _at(tokens, rise.i + 1)
    if thing is None or after is None or rise.tag != "VB" or thing.i < rise.i or thing.entity:
        return None
    plain = (thing.tag in _NOUNS or thing.lower == "pay") and not any(
        t.tag in ("CD", "$") for t in thing.subtree
    )
    whole = thing.i == after.i or after.tag in ("DT", "PRP$", "JJ", "NN")
    return (rise, rise, "raise") if plain and whole else None
