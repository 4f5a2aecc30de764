"""Whether a subject and a verb certainly belong together, whatever stands around them."""

from __future__ import annotations

from newslint.checks._wording.grammatical_number import FINITE_TAGS, INDEFINITE, PARTS, SINGLE
from newslint.checks._wording.number_of_verb import (
    PLURAL_VERB,
    SINGULAR_VERB,
    SUBJECTS,
    number_of_verb,
)
from newslint.language.tokens import Token

_OPEN = frozenset({"(", "[", "“", '"', "—", "–", "―", "--", ":", ";", "/", "…", "...", "'s", "’s"})
#: What may stand before the first word of a subject that is the whole subject: else a
#: preposition or verb may own the noun, as in "for many members has been" or "views them is".
_BEFORE = frozenset({"PUNCT", "CCONJ", "SPACE"})
_OPENERS = frozenset(
    {"that", "when", "where", "while", "because", "if", "although", "though", "since", "as",
     "after", "before", "until", "unless", "said", "says"}
)  # fmt: skip
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_QUESTION_WORDS = frozenset({"WP", "WRB", "WP$"})
_FAR = 12  # words between a subject and its verb, beyond which neither is sure


def is_plain(tokens: tuple[Token, ...], subject: Token, finite: Token, verb: Token) -> bool:
    """Return whether nothing around the two casts doubt on their belonging together."""
    between = tokens[subject.i + 1 : finite.i]
    words = {t.lower for t in between}
    after = tokens[finite.i + 1] if finite.i + 1 < len(tokens) else None
    if after is not None and after.text.startswith(("-", "‑")) and after.start == finite.end:
        return False  # "he flip-flopped"
    if verb.dep != "relcl" and not _begins(tokens, subject):
        return False
    if any(t.tag in FINITE_TAGS for t in between) and not _is_closed(between, subject, finite):
        return False  # the clause between has no end
    if "as" in words:
        return False
    if not between and finite.lower not in SINGULAR_VERB | PLURAL_VERB:
        # "These calls", "the agency identifies needs": what is taken for the verb is a noun.
        ahead = tokens[subject.i - 1] if subject.i else None
        if subject.tag == "DT" or (ahead is not None and ahead.pos in ("NOUN", "PROPN")):
            return False
    if _has_another_subject(between, finite):
        return False  # "the boats the mayor wants are red"
    asked = (t for t in _opening(tokens, subject) if t.tag in _QUESTION_WORDS)
    if len(between) > _FAR or any(t.head is not verb for t in asked):
        return False  # "what the boats need is": the subject is the clause
    commas = sum(t.text == "," for t in between)
    if words & _OPEN or (commas == 1 and verb.dep != "relcl"):
        return False
    if any(t.sentence != subject.sentence for t in (*between, finite)):
        return False
    if (
        subject.pos == "PRON"
        and any(t.pos != "ADV" for t in between)
        and (subject.lower not in SINGLE | INDEFINITE | PARTS)
    ):
        return False  # "we the people remains"
    if words & {"and", "or", "nor", "plus"} and "between" not in words:
        return False
    if number_of_verb(tokens, finite, verb) is False:
        # "the project lead": two nouns, of which the tagger takes one for a verb.
        sure = finite.lower in PLURAL_VERB or subject.pos == "PRON" or bool(between)
        attribute = verb.child("attr")
        return sure and (attribute is None or attribute.tag != "NNS")
    # "Engaging communities is hard": what is singular is the engaging.
    opening = _opening(tokens, subject)
    doing = any(t.lower.endswith("ing") for t in opening)
    return not doing and not any(c.tag == "VBG" for c in subject.children)


def _is_closed(between: tuple[Token, ...], subject: Token, finite: Token) -> bool:
    """Return whether the clause between subject and verb ends before the verb.

    It does at a comma; and in "the list of streets that were closed is", where it has a subject
    of its own that says so, and its verb is one that cannot own the next.
    """
    if between[-1].text == ",":
        return True
    if finite.lower not in SINGULAR_VERB | PLURAL_VERB:
        return False
    own = {t.i for t in subject.subtree}
    clauses = [t for t in between if t.dep == "relcl" and t.i in own]
    if len(clauses) != 1 or any(t.i not in own for t in between):
        return False
    relative = clauses[0].child(*SUBJECTS)
    verbs = [t for t in between if t.tag in FINITE_TAGS]
    inside = {t.i for t in clauses[0].subtree}
    return (
        relative is not None
        and relative.tag in ("WDT", "WP")
        and all(t.i in inside for t in verbs)
        and not any(t.pos in ("SCONJ", "PUNCT") or t.dep in ("ccomp", "conj") for t in between)
    )


def _has_another_subject(between: tuple[Token, ...], finite: Token) -> bool:
    """Return whether a noun between the two may be the verb's: no preposition or comma owns it."""
    for token in between:
        if token.pos in ("ADP", "PUNCT") or token.tag in ("WDT", "WP", "WRB"):
            return False
        named = token.tag == "NNP" and finite.tag == "VBP"  # "the magazine Tide describe"
        if token.pos in ("NOUN", "PROPN", "PRON") and not named:
            return True
    return False


def _opening(tokens: tuple[Token, ...], subject: Token) -> list[Token]:
    """Return what stands before a subject in its sentence."""
    return [t for t in tokens[: subject.i] if t.sentence == subject.sentence]


def _begins(tokens: tuple[Token, ...], subject: Token) -> bool:
    """Return whether nothing before a subject may be what it really belongs to."""
    own = [t for t in subject.subtree if t.i <= subject.i]
    first = own[0].i
    if first == 0 or tokens[first - 1].sentence != subject.sentence:
        return True
    before = tokens[first - 1]
    if subject.tag == "NNS" and (before.text == "," or before.pos == "CCONJ"):
        # "An increase in wages, prices and rents makes": the list may hang on the first noun.
        for token in reversed(tokens[: first - 1]):
            if token.sentence != subject.sentence or token.pos in ("VERB", "AUX"):
                break
            if token.pos == "ADP":
                return False
    if before.entity == "DATE" and before.lower in _DAYS and subject.tag == "NNS":
        return True  # "On Monday residents was"
    return before.pos in _BEFORE or before.lower in _OPENERS
