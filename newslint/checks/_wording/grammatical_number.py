"""Whether a subject is certainly singular, or certainly plural."""

from __future__ import annotations

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.language.tokens import Token

_ONE = frozenset({"a", "an", "the", "this", "that", "each", "every", "one", "another"})
#: Singular where “of” follows: “each of the boats”.
SINGLE = frozenset({"each", "neither", "either"})
#: Pronouns that are always singular.
INDEFINITE = frozenset(
    {"anybody", "anyone", "everybody", "everyone", "everything", "nobody", "nothing", "somebody",
     "someone", "something"}
)  # fmt: skip
_SINGULAR_PRONOUNS = frozenset({"he", "she", "it", "this"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "these", "those"})
#: Endings of plurals that are no surnames.
_TRADES = ("ists", "ysts", "ials", "ents", "tives")
_DONE_TO_PEOPLE = frozenset(
    {"advise", "allow", "arrest", "ask", "ban", "forbid", "force", "hurt", "injure", "invite",
     "kill", "order", "permit", "rescue", "tell", "urge", "warn"}
)  # fmt: skip
#: Before a plural, these make one matter of it: "many boats is what they want".
_HOW_MANY = frozenset({"fewer", "less", "many", "more", "most", "no", "several", "too"})
#: Tags of verbs that make a clause.
FINITE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
#: What may be one or many, by what follows "of".
PARTS = frozenset({"all", "most", "some"})
_WHOSE = frozenset({"the", "its", "his", "her", "their", "our", "these", "those"})
_POSSESSIVES = frozenset({"mine", "ours", "yours", "hers", "theirs"})


def is_singular(tokens: tuple[Token, ...], subject: Token) -> bool | None:
    """Return whether a subject is certainly singular or plural; None if that is not sure."""
    if subject.lower in _SINGULAR_PRONOUNS:
        return True
    if subject.lower in _PLURAL_PRONOUNS:
        return False
    if subject.lower in SINGLE and subject.child("prep") is not None:
        return True
    if subject.lower == "one" and _is_of_several(tokens, subject):
        return True
    if subject.lower in PARTS or (subject.tag == "CD" and subject.lower not in ("one", "1")):
        return _of_what(subject)
    if subject.lower in INDEFINITE:
        return None if subject.child("conj") or subject.child("cc") else True
    if subject.lower == "police":
        return False
    if any(c.dep in ("conj", "cc", "preconj") for c in subject.children):
        return None
    if subject.tag not in ("NN", "NNS") or subject.lower in _POSSESSIVES | _HOW_MANY:
        return None  # a name may be that of two: "Mr. and Mrs. Rahl were"
    own = [t for t in subject.subtree if t.i < subject.i]
    if any(t.lower in ("and", "or", "&") or t.pos == "ADP" or t.tag in FINITE_TAGS for t in own):
        return None
    first = tokens[own[0].i - 1] if own and own[0].i else None
    if first is not None and first.sentence == subject.sentence and first.lower in ("and", "or"):
        return None
    before = {c.lower for c in subject.children if c.i < subject.i}
    if any(t.pos in ("VERB", "AUX") and t.tag not in _PARTICIPLES for t in own):
        return None
    if subject.tag == "NNS" and before & _HOW_MANY:
        return None
    if subject.tag == "NN":
        return _singular_noun(subject, before)
    # "an agency identifies needs": taken for a noun, with a determiner that is another's.
    return (
        None
        if any(t.lower in _ONE - {"the"} for t in own)
        else _plural_noun(tokens, subject, before)
    )


def _of_what(part: Token) -> bool | None:
    """Return whether "some of the money" is singular; "two of the boys" is plural."""
    of = part.child("prep")
    noun = of.child("pobj") if of is not None and of.lower == "of" and of.i == part.i + 1 else None
    if noun is None or any(t.lower in ("and", "or", "that", "which", "who") for t in part.subtree):
        return None
    if any(c.i < part.i for c in part.children) or noun.entity:
        return None
    known = vocabularies(("agreement", "either"), ("agreement", "plural-form"))
    if not any(c.lower in _WHOSE for c in noun.children) or {noun.lower, noun.lemma} & known:
        return None
    if noun.tag == "NNS":
        amount = noun.lower in vocabulary("agreement", "amounts")
        return None if amount or noun.lower == noun.lemma else False
    single = noun.tag == "NN" and not noun.lower.endswith("s") and part.tag != "CD"
    return True if single else None


def _is_of_several(tokens: tuple[Token, ...], one: Token) -> bool:
    """Return whether "one" is that of "one of the drivers", and no more."""
    alone = all(c.i > one.i and c.dep in ("prep", "relcl", "punct") for c in one.children)
    following = [t.lower for t in tokens[one.i + 1 : one.i + 3]]
    whose = following[:1] == ["of"] and following[1:] != [] and following[1] in _WHOSE
    return alone and whose and not any(t.lower in ("and", "or") for t in one.subtree)


def _singular_noun(noun: Token, before: set[str]) -> bool | None:
    if noun.lemma in vocabulary("agreement", "either"):
        return True if noun.lemma == "number" and before == {"the"} else None
    owned = any(c.dep == "poss" for c in noun.children)
    return True if (before & _ONE or owned) and not noun.lower.endswith(("s", "a", "i")) else None


def _plural_noun(tokens: tuple[Token, ...], noun: Token, before: set[str]) -> bool | None:
    if noun.lower in vocabulary("agreement", "plural-form") or before & (_ONE - {"the"}):
        return None
    if noun.entity or (
        any(c.dep in ("nummod", "quantmod") for c in noun.children)
        and (noun.lower in vocabulary("agreement", "amounts"))
    ):
        return None
    if (
        not noun.text.isalpha()
        or not noun.text[1:].islower()
        or (
            noun.text[0].isupper()
            and not noun.lower.endswith(_TRADES)
            and not _opens(tokens, noun)
            and not _are_people(tokens, noun)
        )
    ):
        return None  # "HTTPS"; and "Wines" may be a name
    return False if noun.lemma != noun.lower or noun.lower == "people" else None


def _are_people(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Return whether a sentence begins with people to whom something is done: "Bathers were told".

    A film or a band may be called "Drivers", but nobody tells or warns it.
    """
    first = noun.i == 0 or tokens[noun.i - 1].sentence != noun.sentence
    known = noun.lemma.lower() in vocabularies(
        ("missingwords", "persons-only"), ("missingwords", "trades"), ("agreement", "countable")
    ) or noun.lower.endswith("ers")
    told = noun.dep == "nsubjpass" and noun.head.lemma in _DONE_TO_PEOPLE
    return first and known and told


def _opens(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Return whether a sentence begins with the noun, and goes on with "of" or "in"."""
    first = noun.i == 0 or tokens[noun.i - 1].sentence != noun.sentence
    after = tokens[noun.i + 1].lower if noun.i + 1 < len(tokens) else ""
    return first and after in ("of", "in", "at", "on", "from", "who", "which")
