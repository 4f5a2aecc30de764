"""Asides that are opened by a comma and not closed: "Ines Calloway, whose son was hurt told"."""

from __future__ import annotations

from itertools import pairwise

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLOSING = frozenset({",", ")", "—", "–", "-", "--", '"', "”", "''", "’", "'", ":", ";", "]", "…"})
_WHO = frozenset({"who", "whose", "which"})
_NAMES = frozenset({"NNP", "NNPS"})
#: What may stand before the phrase that begins a clause.
_OPENERS = frozenset({"until", "that", "when", "as", "after", "before", "because", "while"})
_OF_SOMEONE = frozenset({"PRP$", "POS"})
_ENDING = frozenset(
    {"add", "agree", "argue", "ask", "believe", "call", "claim", "confirm", "deny", "describe",
     "explain", "insist", "praise", "recall", "refuse", "say", "tell", "think", "urge", "warn",
     "welcome", "win", "score", "lose", "retire", "resign", "fall", "rise", "decline", "plan",
     "sell", "buy", "open", "close", "become", "leave", "join", "reopen"}
)  # fmt: skip
_FAR = 30


def unclosed_clause(tokens: tuple[Token, ...], who: Token) -> Pair | None:
    """Return "boat" and "said" of "Lind, whose son lost a boat said the quay was bad".

    The clause begins at a comma right after the subject; no mark stands before the verb.
    """
    comma, noun = _at(tokens, who.i - 1), _at(tokens, who.i - 2)
    if who.lower not in _WHO or comma is None or noun is None or comma.text != ",":
        return None
    clause = next((a for a in (who, *who.ancestors) if a.dep == "relcl"), None)
    subject = clause.head if clause is not None else None
    if clause is None or subject is None or subject.dep not in _SUBJECTS:
        return None
    verb = subject.head
    helpers = [c.i for c in verb.children if c.dep in ("aux", "auxpass") and c.i > who.i]
    finite = tokens[min([verb.i, *helpers])]
    if finite.i <= clause.i or finite.i - who.i > _FAR or finite.tag not in _FINITE:
        return None
    between = tokens[who.i : finite.i]
    before = between[-1]
    if any(t.text in _CLOSING or t.tag in ("``", "-LRB-") for t in between):
        return None
    if before.lower == "yet" or _is_told(tokens, finite) or _goes_on(tokens, verb):
        return None
    ended = before.pos in ("NOUN", "PROPN", "NUM", "ADV") or before.tag in ("VBN", "RP")
    return (before, finite) if ended and before.dep not in _SUBJECTS else None


def _is_told(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Return whether a verb of saying stands between commas: "the mayor, Ana Ruiz said, was"."""
    after = _at(tokens, verb.i + 1)
    return after is None or after.text in _CLOSING or after.tag in ("``", "''")


def _goes_on(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Return whether a later verb follows a comma: then that one is the verb of the sentence."""
    for comma in tokens[verb.i + 1 :]:
        if comma.sentence != verb.sentence:
            return False
        after = _at(tokens, comma.i + 1)
        if comma.text == "," and after is not None and after.tag in (*_FINITE, "RB"):
            return True
    return False


def _opens(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Return whether a noun ends a phrase that begins its sentence."""
    at = noun.i
    while at > 0 and tokens[at - 1].sentence == noun.sentence:
        at -= 1
        if tokens[at].pos in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"):
            return tokens[at].text == '"'
    return tokens[at].pos != "ADP" and tokens[at].tag not in ("RB", "WRB")


def unclosed_name(tokens: tuple[Token, ...], name: Token) -> Pair | None:
    """Return "Calloway" and "told" of "His neighbour, Ines Calloway told the jury"."""
    verb = _at(tokens, name.i + 1)
    if name.tag not in _NAMES or verb is None or verb.tag not in ("VBD", "VBZ"):
        return None
    if verb.lemma not in _ENDING or name.sentence != verb.sentence:
        return None
    first = name.i
    while first > 0 and tokens[first - 1].tag in _NAMES and name.i - first < 3:
        first -= 1
    comma, role = _at(tokens, first - 1), _at(tokens, first - 2)
    if comma is None or role is None or comma.text != "," or role.tag != "NN" or first == name.i:
        return None
    if role.lemma not in (
        vocabulary("missingwords", "persons-only") | vocabulary("missingwords", "trades") | _KIN
    ):
        return None
    start = role.i
    while start > 0 and tokens[start - 1].tag in ("NN", "NNP", "JJ", "DT", "PRP$", "POS", "HYPH"):
        start -= 1
    whole = start == 0 or tokens[start - 1].sentence != role.sentence
    whole = whole or tokens[start - 1].lower in _OPENERS
    ahead = tokens[start : role.i]
    if _is_told(tokens, verb):
        return None
    definite = any(t.tag in _OF_SOMEONE or t.lower == "the" for t in ahead)
    return (name, verb) if whole and definite else None


_KIN = frozenset(
    {"aunt", "boss", "brother", "captain", "colleague", "cousin", "daughter", "deputy", "father",
     "friend", "grandfather", "grandmother", "husband", "lawyer", "manager", "mother",
     "neighbor", "neighbour", "nephew", "niece", "owner", "partner", "predecessor", "rival",
     "sister", "solicitor", "son", "successor", "teammate", "uncle", "widow", "wife", "chairman",
     "chairwoman", "leader", "mayor", "secretary", "spokesman", "spokeswoman", "treasurer"}
)  # fmt: skip


def unclosed_role(tokens: tuple[Token, ...], role: Token) -> Pair | None:
    """Return "teacher" and "refused" of "The mayor, a former teacher refused to comment"."""
    verb = _at(tokens, role.i + 1)
    if role.tag != "NN" or verb is None or verb.tag not in ("VBD", "VBZ"):
        return None
    if verb.sentence != role.sentence or verb.lemma not in _ENDING:
        return None
    first = role.i
    while first > 0 and tokens[first - 1].tag in ("JJ", "NN", "HYPH", "CD") and role.i - first < 4:
        first -= 1
    article, comma, noun = (_at(tokens, first - k) for k in (1, 2, 3))
    if article is None or comma is None or noun is None or comma.text != ",":
        return None
    if article.lower not in ("a", "an") or noun.pos not in ("NOUN", "PROPN"):
        return None
    known = vocabulary("missingwords", "persons-only") | vocabulary("missingwords", "trades")
    ahead = [t for t in tokens[: noun.i + 1] if t.sentence == noun.sentence]
    if _is_told(tokens, verb):
        return None
    nominal = all(t.tag in ("DT", "PRP$", "NN", "NNP", "JJ", "POS") for t in ahead)
    return (role, verb) if nominal and role.lemma in known and ahead else None


def broken_dash(tokens: tuple[Token, ...], dash: Token) -> Pair | None:
    """Return the comma of "Flint — who had opposed the toll, said"."""
    who, before = _at(tokens, dash.i + 1), _at(tokens, dash.i - 1)
    if who is None or before is None or who.lower not in _WHO | {"a", "an", "the"}:
        return None
    if who.lower not in _WHO or before.sentence != who.sentence:
        return None
    rest = [t for t in tokens[who.i : who.i + 40] if t.sentence == who.sentence]
    if not _opens(tokens, before) or any(t.text in ("—", "–", "--") for t in rest):
        return None
    for token, verb in pairwise(rest):
        if token.text == "," and verb.tag in ("VBD", "VBZ") and verb.head.i <= verb.i:
            own = verb.child(*_SUBJECTS)
            outer = verb.dep == "ROOT" or (own is not None and own.i < dash.i)
            return (token, verb) if outer and not _has_comma(rest, token) else None
    return None


def unclosed_aside(tokens: tuple[Token, ...], token: Token) -> Pair | None:
    """Return the words between which the mark is missing that closes an aside."""
    if token.lower in _WHO:
        return unclosed_clause(tokens, token)
    if token.tag in _NAMES:
        return unclosed_name(tokens, token)
    if token.tag == "NN":
        return unclosed_role(tokens, token)
    return broken_dash(tokens, token) if token.text in ("—", "–", "--") else None


def _has_comma(rest: list[Token], comma: Token) -> bool:
    return sum(t.text == "," for t in rest if t.i < comma.i) % 2 == 1


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None
