"""Whether a finite verb is certainly singular, or certainly plural."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SINGULAR_VERB = frozenset({"is", "was", "has", "does"})
PLURAL_VERB = frozenset({"are", "were", "have", "do"})
_UNREAL = frozenset({"if", "as", "though", "although", "unless", "wish", "whether", "lest"})
#: Verbs whose past is their plain form: "it read", "the release put".
UNCHANGED = frozenset(
    {"beat", "bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "fit", "forecast", "hit",
     "hurt", "input", "let", "offset", "output", "put", "quit", "read", "reset", "rid", "set",
     "shed", "shut", "slit", "split", "spread", "thrust", "upset", "wed", "wet"}
)  # fmt: skip
#: Prepositions, adjectives and pasts that the tagger takes for verbs in the present tense.
_NO_VERBS = frozenset(
    {"bar", "barring", "bore", "born", "concerning", "due", "fell", "following", "found", "given",
     "including", "involving", "left", "like", "minus", "near", "opposite", "own", "past",
     "pending", "plus", "regarding", "round", "save", "saw", "thanks", "times", "total", "versus",
     "worth"}
)  # fmt: skip


def number_of_verb(tokens: tuple[Token, ...], finite: Token, verb: Token) -> bool | None:
    """Return whether a finite verb is singular; None if it may be either, or is not finite."""
    if finite.lower in SINGULAR_VERB:
        return True
    if finite.lower in PLURAL_VERB:
        return False
    if finite.tag in ("VBZ", "VBP") and not _is_present(finite):
        return None
    if finite.tag in ("VBZ", "VBP"):
        return finite.tag == "VBZ"
    # "The letter, which …, ask the board": the tagger takes the verb for an infinitive.
    subject = verb.child(*SUBJECTS)
    aside = subject is not None and tokens[subject.i + 1].text == ","
    bare = finite is verb and finite.tag == "VB" and verb.dep == "ROOT" and aside
    return False if bare else None


def _is_present(finite: Token) -> bool:
    """Return whether a word is surely a verb in the present tense, by its form."""
    if finite.lower in UNCHANGED | _NO_VERBS or not finite.text.islower():
        return False
    if finite.lower.endswith(tuple(vocabulary("verbforms", "irregular-pasts"))):
        return False  # "oversaw", which the tagger may not know
    if finite.tag == "VBP":
        return finite.lower == finite.lemma and not finite.lower.endswith(("ed", "ing"))
    return finite.lower.endswith("s") and finite.lower != finite.lemma


def is_unreal(verb: Token, finite: Token) -> bool:
    """Return whether the clause is a wish or demand: "that he pay", "if it were"."""
    marks = {c.lower for c in verb.children if c.i < verb.i and c.dep not in SUBJECTS}
    if "if" in marks and finite.lower not in ("are", "were", "have", "do"):
        return False  # "if the number grow": only "were" is a wish
    if marks & _UNREAL or ("that" in marks and finite.lower not in PLURAL_VERB):
        return True
    above = verb.head
    wished = any(c.lower in ("would", "could", "should") for c in above.children)
    asked = above.lemma in vocabulary("agreement", "demanding") or above.pos in ("NOUN", "ADJ")
    vital = any(c.dep == "acomp" and c.i < verb.i for c in above.children)
    if vital and "that" in marks and finite.lower in ("have", "do"):
        return True  # "it is vital that every pupil have a desk"
    return verb.dep in ("ccomp", "advcl", "xcomp", "acl") and (wished or asked)
