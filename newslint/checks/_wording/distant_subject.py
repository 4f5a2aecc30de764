"""Subjects that fill all that stands before their verb, however long they are."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._wording.grammatical_number import INDEFINITE, SINGLE
from newslint.checks._wording.number_of_verb import (
    PLURAL_VERB,
    SINGULAR_VERB,
    SUBJECTS,
    UNCHANGED,
    is_unreal,
    number_of_verb,
)
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_ONE = frozenset({"a", "an", "the", "this", "that", "each", "every", "another", "any", "no"})
_MARKS = frozenset({":", ";", "(", ")", "[", "]", "—", "–", "--", "“", "”", '"', "/", "…", "..."})
#: Before a plural these make one matter of it, or leave its number open.
_OPEN_NUMBER = frozenset({"more", "less", "fewer", "no", "too", "so", "many", "most", "half"})
_PARTS = frozenset(
    {"half", "most", "some", "all", "third", "thirds", "quarter", "quarters", "fifth", "fifths",
     "tenth", "tenths", "majority", "percent", "%", "cent", "many", "several", "both", "few"}
)  # fmt: skip
_CLAUSAL = frozenset({"VBZ", "VBP", "VBD", "MD"})
#: What begins an aside that adds nobody to the subject: "the mayor, along with two aides, were".
_ASIDES = frozenset(
    {"along", "together", "as", "in", "including", "like", "unlike", "with", "rather", "not",
     "accompanied", "followed", "backed", "apart", "besides", "among", "which", "who", "where",
     "whose", "built", "set", "owned", "led", "run"}
)  # fmt: skip
_SAID = frozenset(
    {"say", "add", "warn", "claim", "argue", "find", "show", "suggest", "believe", "think",
     "note", "hear", "report", "insist", "admit", "conclude", "complain"}
)  # fmt: skip
_PAIR = 2
_FAR = 30  # words a subject may have
_OPENERS = frozenset(
    {"but", "and", "that", "because", "although", "though", "while", "when", "where", "as",
     "since", "if", "after", "before"}
)  # fmt: skip


def far_from_verb(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return the subject and finite verb of a clause that begins with its subject."""
    subject = verb.child(*SUBJECTS)
    if subject is None or subject.i >= finite.i or finite.i - subject.i > _FAR:
        return None
    plural = number_of_verb(tokens, finite, verb)
    if plural is None or finite.text.startswith(("'", "’")):
        return None
    own = _own_words(tokens, subject, finite)
    if own is None or not _is_sure(tokens, finite, verb):
        return None
    one = _is_one(tokens, subject, own)
    if one is None or one == plural:
        return None
    if one and (finite.lower in UNCHANGED or is_unreal(verb, finite)):
        return None
    if subject.i == finite.i - 1 and not _is_never_noun(finite):
        return None  # "the delegate lead": two nouns
    attribute = verb.child("attr")
    if attribute is not None and attribute.tag in ("NNS", "NNPS") and one:
        return None  # "the cause of the fires were sparks": which is the subject is open
    return subject, finite


def _is_never_noun(finite: Token) -> bool:
    """Return whether a word beside its subject is surely a verb: "the delegate lead" may be two."""
    plain = vocabulary("verbforms", "never-nouns")
    third = finite.tag == "VBZ" and finite.lemma in plain
    return finite.lower in SINGULAR_VERB | PLURAL_VERB or finite.lower in plain or third


def _is_sure(tokens: tuple[Token, ...], finite: Token, verb: Token) -> bool:
    """Return whether the finite verb is no noun, participle or past that looks like it."""
    if finite.lower in SINGULAR_VERB | PLURAL_VERB:
        return True
    after = tokens[finite.i + 1] if finite.i + 1 < len(tokens) else None
    if after is None or finite is not verb:
        return False
    goes_on = after.tag in ("DT", "PRP", "PRP$", "TO", "IN", "CD", "RB", "$", "RP")
    return goes_on and after.text not in ("'s", "’s", "-")


def _own_words(tokens: tuple[Token, ...], subject: Token, finite: Token) -> list[Token] | None:
    """Return the words of the subject if they, and adverbs, are all that precedes the verb."""
    own = subject.subtree
    first = own[0].i
    held = {t.i for t in own}
    if first and tokens[first - 1].sentence == subject.sentence:
        before = tokens[first - 1]
        said = before.pos == "VERB" and before.lemma in _SAID and finite.head is not before
        if said and before.lemma == before.lower and before.tag != "VBP":
            return None
        if (not said and before.lower not in _OPENERS) or before.head is subject:
            return None
        if (
            before.i
            and tokens[before.i - 1].sentence == subject.sentence
            and (before.lower in ("and", "as", "but") and tokens[before.i - 1].text != ",")
        ):
            return None
    between = _without_aside(tokens[first : finite.i], subject)
    if not between:
        return None
    if any(t.i not in held and t.pos not in ("ADV", "PUNCT") for t in between):
        return None
    if any(t.text in _MARKS or t.lower == "as" for t in between) or own[-1].i > finite.i:
        return None
    if own[0].lower.endswith("ing") or any(c.tag == "VBG" for c in subject.children):
        return None  # "engaging towns is hard": what is singular is the engaging
    commas = [t.i for t in between if t.text == ","]
    inside = [t for t in between if t.tag in _CLAUSAL]
    if inside and not (commas and between[-1].text == ","):
        return None if not _is_closed_by(inside, between) else list(between)
    if len(commas) == 1:
        comma = next(t for t in between if t.text == ",")
        if comma.i not in held or comma.head is subject or comma.head.pos == "VERB":
            return None
    return list(between)


def _without_aside(words: tuple[Token, ...], subject: Token) -> tuple[Token, ...]:
    """Return the words up to a verb without what stands between two commas before it."""
    commas = [k for k, t in enumerate(words) if t.text == ","]
    if len(commas) != _PAIR or words[-1].text != "," or words[commas[0]].i < subject.i:
        return words
    aside = words[commas[0] + 1]
    return words[: commas[0]] if aside.lower in _ASIDES else words


def _is_closed_by(inside: list[Token], between: tuple[Token, ...]) -> bool:
    """Return whether each verb inside the subject has a subject of its own there."""
    clauses = {t.i if t.dep in ("relcl", "acl", "ccomp") else t.head.i for t in inside}
    verb = next((t for t in between if t.i in clauses), None)
    return (
        len(clauses) == 1
        and verb is not None
        and verb.dep in ("relcl", "acl", "ccomp")
        and verb.child(*SUBJECTS) is not None
        and not any(t.dep in ("cc", "conj", "ccomp") and t.i > verb.i for t in between)
        and not any(t.dep == "conj" and t.pos in ("VERB", "AUX") for t in between)
        and between[-1].pos not in ("ADP", "VERB", "AUX", "PRON")
    )


def _is_one(tokens: tuple[Token, ...], subject: Token, own: list[Token]) -> bool | None:
    """Return whether the subject is surely one, or surely several."""
    after = tokens[subject.i + 1]
    before = {c.lower for c in subject.children if c.i < subject.i}
    end = own[-1].i
    joined = [
        c for c in subject.children if c.dep in ("conj", "cc", "preconj", "appos") and c.i <= end
    ]
    if after.tag in ("NN", "NNS", "NNP", "NNPS", "POS", "HYPH") or after.text in ("-", "&", "/"):
        return None
    several = subject.tag == "NNS"
    if joined or (not several and any(t.tag == "CC" for t in own if t.i < subject.i)):
        return None
    if subject.lower in INDEFINITE or subject.lower == "news":
        return True
    if subject.lower in SINGLE and after.lower == "of":
        return True
    if subject.lower == "one" and after.lower == "of" and not before - {"every", "each", "only"}:
        return True
    if subject.lower in _PARTS:
        return None
    if subject.lower in vocabulary("agreement", "latin-plurals"):
        return None if before & {"a", "an", "this"} else False
    if subject.tag == "NN":
        if subject.lemma in vocabulary("agreement", "either"):
            if after.text == "," and tokens[after.i + 1].lower in ("along", "together"):
                return True if before & _ONE else None  # what follows has pulled the verb along
            return True if subject.lemma == "number" and "the" in before else None
        if subject.entity or subject.lower.endswith(("s", "a", "i")) or not subject.text.isalpha():
            return None
        owned = any(c.dep == "poss" for c in subject.children)
        return True if before & _ONE or owned else None
    if subject.tag != "NNS" or subject.entity or before & (_OPEN_NUMBER | (_ONE - {"the"})):
        return None
    known = vocabulary("agreement", "plural-form")
    counted = any(c.dep in ("nummod", "quantmod") for c in subject.children)
    if subject.lower in known or subject.lower == subject.lemma:
        return None
    if counted and subject.lower in vocabulary("agreement", "amounts"):
        return None
    leads = subject is own[0] and after.tag in ("IN", "TO", "WDT", "WP")
    return None if subject.text[0].isupper() and not leads else False


def of_whose(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return the subject and verb of "the minister, whose critics says"."""
    subject = verb.child(*SUBJECTS)
    if subject is None or subject.i != finite.i - 1 or not subject.text.islower():
        return None
    whose = tokens[subject.i - 1] if subject.i else None
    if whose is None or whose.lower != "whose" or whose.head is not subject:
        return None
    plural = number_of_verb(tokens, finite, verb)
    known = vocabulary("agreement", "either") | vocabulary("agreement", "plural-form")
    if plural is None or {subject.lower, subject.lemma} & known:
        return None
    several = subject.tag == "NNS" and subject.lower != subject.lemma and plural
    single = subject.tag == "NN" and not subject.lower.endswith(("s", "ae", "a")) and not plural
    closed = finite.lower in SINGULAR_VERB | PLURAL_VERB or several
    return (subject, finite) if closed and (several or single) else None
