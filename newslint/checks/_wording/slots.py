"""What a helper lets follow: after "had" no past, and after "could" no form with "-ing"."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

HAVE = frozenset({"has", "have", "had", "having"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
DO = frozenset({"do", "does", "did"})
MODALS = frozenset({"can", "could", "must", "should", "would", "will", "may", "might"})

_NOT = frozenset({"not", "n't", "n’t", "never"})
_ADVERBS = _NOT | frozenset(
    {"already", "also", "always", "both", "even", "ever", "first", "just", "long", "now", "often",
     "once", "only", "since", "soon", "still", "then", "yet"}
)  # fmt: skip
_MOST_ADVERBS = 3
#: Pasts that some use as participles too, though none should: "had ran", "was broke".
_PASTS = frozenset({"ran", "hid", "bit", "blew", "stole", "shrank", "strode", "awoke"})
#: "Was broke" is poor, "was broke up" a slip.
_BREAKS = frozenset({"by", "into", "up"})
#: Pasts that are nouns, or stand for a whole clause: "the garden had rose bushes".
_NOT_ALONE = frozenset({"did", "rose"})
#: "All they had went to charity", "what he was became clear", "as much as they could came".
_CLEFT = frozenset(
    {"all", "anything", "as", "everything", "than", "what", "whatever", "whichever", "whoever"}
)
_PARTING = frozenset({",", ";", ":", "–", "—", "and", "but", "that"})
_CLAUSES = frozenset({"how", "where", "why"})
_OWNERS = frozenset({"DT", "JJ", "POS", "PRP$"})
_ASKING = frozenset({"WRB", "WP$"})
#: What follows a verb and seldom a noun: "had eating the bread", but "has backing from banks".
_AFTER_VERBS = frozenset({"DT", "PRP", "PRP$", "CD"})
#: "The town has parking a short walk away", "could being late cost her the seat".
_THINGS = frozenset({"being", "parking"})
_LASTING = frozenset({"since", "until"})
#: What follows where an adverb has shown that no noun comes: "had never lasting for long".
_AFTER_ADVERBS = _AFTER_VERBS | frozenset({"IN", "RB", "RP", "TO"})


def verb_after(tokens: tuple[Token, ...], helper: Token) -> Token | None:
    """Return the word that follows a helper and its adverbs, in the same sentence."""
    at = helper.i + 1
    while at < len(tokens) and at - helper.i <= _MOST_ADVERBS:
        token = tokens[at]
        if token.lower not in _ADVERBS and not (token.tag == "RB" and token.lower.endswith("ly")):
            break
        at += 1
    verb = tokens[at] if at < len(tokens) else None
    if verb is None or verb.sentence != helper.sentence or not verb.text.islower():
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    hyphened = after is not None and after.text.startswith(("-", "‑")) and after.start == verb.end
    return verb if verb.text.isalpha() and not hyphened else None


def past_after_helper(tokens: tuple[Token, ...], helper: Token) -> Pair | None:
    """Return the words of "has not spoke", "had ran" and "was never took"."""
    verb = verb_after(tokens, helper)
    if verb is None or verb.lower in _NOT_ALONE:
        return None
    after = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else None
    broke = helper.lower in HAVE or (after is not None and after.lower in _BREAKS)
    wrong = verb.lower in vocabulary("verbforms", "past-only") | _PASTS
    if not wrong and not (verb.lower == "broke" and broke):
        return None
    return None if _may_end_a_clause(tokens, helper) else (helper, verb)


def ing_after_helper(tokens: tuple[Token, ...], helper: Token) -> Pair | None:
    """Return the words of "could building", "did not leaving" and "had lasting since May"."""
    verb = verb_after(tokens, helper)
    if verb is None or not _is_ing(verb):
        return None
    between = {t.lower for t in tokens[helper.i + 1 : verb.i]}
    if helper.lower in DO:
        fits = bool(between & _NOT)
    elif helper.lower in HAVE:
        after = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else None
        goes_on = _AFTER_ADVERBS if between & _ADVERBS else _AFTER_VERBS
        fits = after is not None and (after.tag in goes_on or after.lower in _LASTING)
        fits = fits and helper.dep == "aux" and not _is_doing(verb)
    else:
        fits = helper.tag == "MD" and helper.text.islower()
    return (helper, verb) if fits and not _may_end_a_clause(tokens, helper) else None


def _is_ing(verb: Token) -> bool:
    return verb.tag == "VBG" and verb.lower.endswith("ing") and verb.lower not in _THINGS


def _is_doing(verb: Token) -> bool:
    """Return whether it is an activity: "had training the next day", "the job we had doing it"."""
    bare = verb.dep == "relcl" and not any(c.tag in ("WDT", "WP") for c in verb.children)
    return bare or verb.child("npadvmod") is not None


def _may_end_a_clause(tokens: tuple[Token, ...], helper: Token) -> bool:
    """Return whether a clause may end with the helper: "the money they had went"."""
    if helper.lower == "having":
        return False
    before = [t for t in tokens[: helper.i] if t.sentence == helper.sentence]
    while before and before[-1].pos == "ADV" and before[-1].tag == "RB":
        before.pop()  # "the money they once had went"
    parted = max((t.i for t in before if t.text in _PARTING), default=-1)
    if not before or helper.tag == "VBN" or {t.lower for t in before if t.i > parted} & _CLEFT:
        return True
    ahead, subject = before[-1], before[0]
    if subject.lower in _CLAUSES or ahead.tag in _OWNERS | _ASKING:
        return True  # "where they were grew dark", "his will saying so"
    if ahead.pos not in ("NOUN", "PROPN", "PRON"):
        return False
    if ahead.tag in ("WDT", "WP"):
        return False  # "a man who has ran a shop"
    clause = helper.head if helper.dep in ("aux", "auxpass") else helper
    if clause.dep == "ccomp":
        return False  # "she said on Monday the talks had broke down"
    owner = _before(tokens, _first_of(ahead))
    if owner is not None and owner.lower == "that":
        owner = _before(tokens, owner)
    return owner is not None and owner.pos in ("NOUN", "PRON", "PROPN", "NUM")


def _first_of(noun: Token) -> Token:
    """Return the first word of the phrase that ends with a noun."""
    first = min((c for c in noun.children if c.i < noun.i), key=lambda c: c.i, default=None)
    return noun if first is None else _first_of(first)


def _before(tokens: tuple[Token, ...], token: Token) -> Token | None:
    before = tokens[token.i - 1] if token.i else None
    return before if before is not None and before.sentence == token.sentence else None
