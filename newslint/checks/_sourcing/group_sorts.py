"""Sorts of groups without a name: those who claim to know, who hold an office, a crowd."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.person_nouns import (
    is_formed_as_person,
    is_scholar,
    known_people,
    person_lemma,
)
from newslint.checks._sourcing.voices import is_idiom
from newslint.language.tokens import Token

#: Words that stand for people without saying of what sort.
QUANTITIES = frozenset({"few", "many", "most", "others", "several", "some", "those"})
_ALONE = frozenset({"anyone", "anybody", "everybody", "everyone", "folk", "nobody", "one", "staff"})


def words(name: str) -> frozenset[str]:
    """Return a word list of those for groups."""
    return vocabulary("attribution", "collective", name)


def has_before(head: Token, found: frozenset[str]) -> bool:
    """Return whether one of the words stands with the noun, before it."""
    return any(c.lower in found and c.i < head.i for c in head.children)


def is_seat(head: Token) -> bool:
    """Return whether this is a seat of power that stands for whoever sits there: Whitehall."""
    if not head.text[:1].isupper() or head.tag not in {"NN", "NNP"}:
        return False
    names = [c.lower for c in head.children if c.dep == "compound"]
    if head.lower == "city" and not names:  # the City of finance, not a club or a town
        return head.text == "City" and has_before(head, frozenset({"the"}))
    return " ".join([*names, head.lower]) in words("seats")


def sort_of(head: Token) -> str | None:
    """Return `authority`, `office`, `crowd` or `mild` for words for such people; else None."""
    lemma = person_lemma(head)
    if head.lower in QUANTITIES:
        of = next((c for c in head.children if c.lower == "of"), None)
        inner = of.child("pobj") if of is not None else None
        return None if inner is not None and inner.tag == "PRP" else "crowd"  # most of us
    if lemma in words("masses") and head.tag == "NN":
        return "mild" if has_before(head, frozenset({"the"})) or _is_described(head) else None
    if head.lower in {"anyone", "anybody"}:
        return "crowd" if head.child("relcl", "prep", "acl") is not None else None
    if head.lower in {"nobody", "one"}:
        no_one = head.lower == "nobody" or has_before(head, frozenset({"no"}))
        return "mild" if no_one else None
    if is_seat(head):
        return "mild"
    if not _is_plural(head):
        return None
    if lemma in words("authority") or is_scholar(lemma):
        return "authority"
    if lemma in words("figures"):
        known = lemma != "source" or is_idiom(head.head)
        inside = {"in", "inside", "on", "within"} | ({"at"} if lemma == "insider" else set())
        within = any(c.lower in inside for c in head.children)
        some = lemma in {"circle", "quarter"} and has_before(head, frozenset({"some", "several"}))
        return "authority" if (_is_described(head) or within or some) and known else None
    if lemma in words("office"):
        return "mild" if lemma == "government" else "office"
    if lemma in words("crowd"):
        return "mild" if lemma == "group" and not _is_described(head) else "crowd"
    if lemma in words("bodies"):
        return "mild" if head.dep == "pobj" else "crowd"
    if head.entity == "NORP":
        return "mild"
    return "crowd" if is_other_people(head) else None


def is_other_people(head: Token) -> bool:
    """Return whether the plural is of people by its form alone, or by a list of other use."""
    lemma = person_lemma(head)
    if lemma in words("authority") | words("office") | words("crowd") | words("bodies"):
        return False
    if lemma in vocabulary("attribution", "mental", "exempt_subjects") | words("on_duty"):
        return False
    taken_for_name = head.tag.startswith("NNP")
    if not _is_plural(head) or (head.entity in {"PERSON", "ORG", "GPE"} and taken_for_name):
        return False
    return lemma in known_people() or (is_formed_as_person(lemma) and not taken_for_name)


def _is_plural(head: Token) -> bool:
    if head.tag == "NNP":  # a parser may take the first word of a sentence for a name
        return head.lower.endswith("s") and head.entity == "" and head.child("compound") is None
    if head.tag == "NN" and has_before(head, frozenset({"a", "an"})):
        return has_before(head, frozenset({"many"}))  # many a parent
    return head.tag in {"NNS", "NNPS"} or head.lower in _ALONE


def _is_described(head: Token) -> bool:
    return any(c.dep in {"amod", "compound"} for c in head.children)
