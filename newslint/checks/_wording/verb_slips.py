"""Verbs whose ending does not go with the helper or the "to" before them."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_MODALS = frozenset({"can", "could", "must", "should", "would", "will", "may", "might"})
_DO = frozenset({"do", "does", "did"})
_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were", "been", "being"})
#: Between a helper and its verb.
_BETWEEN = frozenset({"RB", "RBR"})
#: Verbs whose past participle is their plain form: "has cut", "had come".
SAME_FORMS = frozenset(
    {"become", "beat", "bet", "bid", "broadcast", "burst", "cast", "come", "cost", "cut", "fit",
     "forecast", "hit", "hurt", "input", "let", "offset", "output", "overcome", "put", "quit",
     "read", "rerun", "reset", "rid", "run", "set", "shed", "shut", "slit", "split", "spread",
     "thrust", "typecast", "undercut", "upset", "wed", "wet"}
)  # fmt: skip
#: "They did all they could", "had better go", "what they have is": no helper of the verb.
_APART = frozenset(
    {"all", "anything", "as", "best", "better", "everything", "much", "rather", "sooner", "than",
     "to", "what", "whatever", "when", "whenever", "where", "wherever", "which", "that", "who"}
)  # fmt: skip
_AS_MUCH = frozenset({"all", "anything", "as", "best", "everything", "than", "what", "whatever"})
_NEVER_TO = frozenset({"be", "have", "do"})
_VERBAL = frozenset({"VERB", "AUX"})
_FAR = 3  # words from a helper to its verb


def helped_wrongly(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "could resumes", "did not approved" or "has announce"."""
    helper = _helper(tokens, verb)
    if helper is None or (verb.lower == verb.lemma and helper.lower not in _HAVE):
        return None
    if helper.lower in _MODALS | _DO:
        past = verb.lower.endswith("ed") or verb.lower in vocabulary("verbforms", "done-only")
        ends = verb.tag == "VBZ" or (verb.tag in ("VBD", "VBN") and past)
        main = verb.lemma not in _NEVER_TO or (helper.lower in _DO and _is_denied(verb, helper))
        wrong = ends and main and verb.lower != verb.lemma
    else:
        plain = verb.lower in vocabulary("verbforms", "plain-only")
        step = verb.tag in ("VB", "VBP") and verb.child("prt") is not None
        wrong = (plain or step) and verb.lower not in SAME_FORMS
    return (helper, verb) if wrong else None


def _is_denied(verb: Token, helper: Token) -> bool:
    """Return whether a verb follows "does not": "the one who does is" is sound."""
    return verb.tag == "VBZ" and verb.i - helper.i > 1


def _helper(tokens: tuple[Token, ...], verb: Token) -> Token | None:
    """Return the one helper that stands before a verb, with adverbs alone between."""
    if verb.pos not in _VERBAL or not verb.text.islower() or not verb.text.isalpha():
        return None
    at = verb.i - 1
    while at >= 0 and verb.i - at < _FAR and tokens[at].tag in _BETWEEN:
        at -= 1
    helper = tokens[at] if at > 0 else None
    if helper is None or helper.text not in _MODALS | _DO | _HAVE:
        return None
    before = {t.lower for t in tokens[: verb.i] if t is not helper and t.sentence == verb.sentence}
    owned = tokens[at - 1].tag in ("DT", "JJ", "POS", "PRP$")
    own = helper.tag in ("MD", "VBZ", "VBP", "VBD") and helper.sentence == verb.sentence
    apart = _APART if helper.text in _HAVE or verb.tag != "VBZ" else _AS_MUCH
    return helper if own and not owned and not before & apart else None


def made_to(tokens: tuple[Token, ...], be: Token) -> Pair | None:
    """Return the words of "was force to leave"."""
    if be.lower not in _BE:
        return None
    after = tokens[be.i + 1 : be.i + 4]
    if len(after) < 3:
        return None
    word, to, verb = after
    told = word.text in vocabulary("verbforms", "made-to") - vocabulary("verbforms", "plain-only")
    return (be, word) if told and to.lower == "to" and verb.tag == "VB" else None


def to_wrongly(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "tried to escaped", "agreed to dropping" and "ended up to paying"."""
    if to.lower != "to":
        return None
    before = tokens[to.i - 1] if to.i else None
    verb = tokens[to.i + 1] if to.i + 1 < len(tokens) else None
    if before is None or verb is None or not verb.text.islower():
        return None
    wants = before.pos == "VERB" and before.lemma in vocabulary("verbforms", "wants-to-do")
    if verb.tag == "VBG":
        agreed = before.pos == "VERB" and before.lemma in vocabulary("verbforms", "wants-to-only")
        ended = before.lower == "up" and before.i > 0 and tokens[before.i - 1].lemma == "end"
        wants = wants or agreed or ended
    after = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else None
    full = after is not None and after.tag in ("DT", "PRP$", "PRP", "IN", "CD", "RP", "TO")
    past = verb.tag in ("VBD", "VBZ", "VBG", "VBN") and verb.lower != verb.lemma
    return (to, verb) if wants and past and full else None


def missing_to(tokens: tuple[Token, ...], first: Token) -> Pair | None:
    """Return the words of "continue press for"."""
    if first.pos != "VERB":
        return None
    after = tokens[first.i + 1 : first.i + 3]
    if len(after) < 2 or first.sentence != after[1].sentence:
        return None
    verb, then = after
    wants = first.lemma in vocabulary("verbforms", "wants-to-only")
    bare = verb.text in vocabulary("verbforms", "rarely-objects")
    goes_on = then.tag in ("IN", "DT", "PRP$", "PRP", "RB", "RP", "TO", "CD")
    own = first.child("nsubj", "aux") is not None  # "plans come together": a noun
    return (first, verb) if wants and bare and goes_on and own else None
