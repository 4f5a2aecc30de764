"""What kind of source the words of a source name."""

from __future__ import annotations

from newslint.attribution.anonymity import descriptor_of, terms_and_reason
from newslint.attribution.graph import Source, SourceKind
from newslint.attribution.kinds import nouns_as_written, nouns_for, outlets, pronouns
from newslint.attribution.naming import (
    apposed_body,
    apposed_name,
    core_of,
    name_and_role,
    name_run,
    text_of,
    titled_name,
)
from newslint.attribution.passage import Draft, Passage
from newslint.attribution.subjects import antecedent
from newslint.language.tokens import Token
from newslint.span import Span

_SMALL = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "another"}
)
_INDEFINITE = frozenset({"a", "an", "some", "several"}) | _SMALL
_ONE_OF_MANY = frozenset({"a", "an", "one", "another", "some"})
_WITHHELD = frozenset({"unnamed", "anonymous", "unidentified"})
_PLURAL = frozenset({"they", "them", "people", "police", "many", "some", "several", "both", "we"})
_MOST_JOINED = 6  # names in one source
_UNSURE = frozenset({SourceKind.COLLECTIVE, SourceKind.OFFICE, SourceKind.UNKNOWN})


def describe(passage: Passage, draft: Draft) -> Source:
    """Return the source of a draft with all that its words tell."""
    if not draft.source:
        return Source()
    stated = passage.tokens[min(draft.source) if draft.head is None else draft.head]
    return describe_head(passage, stated, draft.source)


def describe_head(passage: Passage, stated: Token, words: frozenset[int]) -> Source:
    """Return the source that `words` name; `stated` is their head.

    A relative pronoun keeps its own place and takes kind, name and role from its noun.
    """
    head = antecedent(stated)
    kind = kind_of(passage, head)
    name, role = _joint(passage, head, kind)
    terms, reason = terms_and_reason(passage, head)
    if terms is not None and kind in _UNSURE:
        kind, role = SourceKind.ANONYMOUS, None
    return Source(
        spans=passage.spans(words),
        kind=kind,
        head=head.span,
        name=name,
        role=role,
        plural=_is_several(head, kind),
        pronoun=head.lower in pronouns() and head.pos != "PROPN",
        descriptor=descriptor_of(passage, head, kind),
        reason=reason,
        terms=terms,
        antecedent=None if head is stated else _phrase_of(passage, head),
    )


def _phrase_of(passage: Passage, head: Token) -> Span:
    """Return the head with what stands before it."""
    return Span(core_of(passage, head)[0].start, head.end)


def _joint(passage: Passage, head: Token, kind: SourceKind) -> tuple[str | None, str | None]:
    """Return name and role, of all where several are joined: "Ana Ruiz and Tom Baker"."""
    members = [head]
    while (other := members[-1].child("conj")) is not None and len(members) < _MOST_JOINED:
        members.append(other)
    found = [name_and_role(passage, head, kind)]
    found += [name_and_role(passage, m, kind_of(passage, m)) for m in members[1:]]
    if len(found) == 1:
        return found[0]
    names = [name for name, _ in found if name]
    roles = [role for name, role in found if role and not name]
    if names and len(names) < len(found):
        return text_of(list(passage.tokens[head.i : members[-1].i + 1])), None
    return (" and ".join(names) or None), (" and ".join(roles) or None)


def _is_several(head: Token, kind: SourceKind) -> bool:
    """Return whether the words name several; a body's name in the plural is one body."""
    if head.child("conj") is not None:
        return True
    return is_plural(head) and not (kind is SourceKind.ORGANISATION and head.tag == "NNPS")


def is_plural(head: Token) -> bool:
    """Return whether the head stands for several."""
    return head.tag in ("NNS", "NNPS") or head.lower in _PLURAL


def kind_of(passage: Passage, head: Token) -> SourceKind:
    """Return the kind of source that the noun phrase round `head` names."""
    if head.lower in pronouns() and head.pos in ("PRON", "DET"):
        return SourceKind.UNKNOWN
    core = core_of(passage, head)
    if is_outlet(core) or _is_newspaper(core):
        return SourceKind.OUTLET
    if _has(head, "roles") and apposed_name(head) is not None:
        return SourceKind.NAMED_PERSON
    if head.pos == "PROPN" or (head.entity in ("PERSON", "ORG") and head.text[:1].isupper()):
        return _kind_of_name(passage, head)
    if apposed_body(head) is not None:
        return SourceKind.ORGANISATION
    if apposed_name(head) is not None or titled_name(passage, head) is not None:
        return SourceKind.NAMED_PERSON
    part = _partitive(head)
    if part is not None:
        return _kind_of_part(passage, head, part)
    return _kind_of_noun(passage, head, core)


def _kind_of_part(passage: Passage, head: Token, whole: Token) -> SourceKind:
    """Return the kind of "one of the former aides", "two thirds of voters"."""
    if head.lower in _SMALL and _is_person(whole):
        return SourceKind.ANONYMOUS
    kind = kind_of(passage, whole)
    return SourceKind.COLLECTIVE if kind is SourceKind.ANONYMOUS else kind


def _kind_of_noun(passage: Passage, head: Token, core: list[Token]) -> SourceKind:
    if any(t.lower == "no" for t in core):
        return SourceKind.COLLECTIVE
    if _has(head, "anonymous"):
        return SourceKind.ANONYMOUS
    if any(t.lower in _WITHHELD for t in core) and _is_person(head):
        return SourceKind.ANONYMOUS
    if _has(head, "outlet_nouns") or _pair(core) in nouns_for("outlet_nouns"):
        return SourceKind.OUTLET
    if is_plural(head) and (_is_person(head) or _has(head, "collectives")):
        counted = any(t.lower in _SMALL for t in core)
        if counted or _knows(passage, head):
            return SourceKind.ANONYMOUS
        return SourceKind.COLLECTIVE
    if _has(head, "organisations"):
        told = any(c.dep in ("det", "poss", "nummod") for c in head.children)
        vague = head.tag == "NNS" and head.lemma.lower() != head.lower and not told
        return SourceKind.COLLECTIVE if vague else SourceKind.ORGANISATION
    if _has(head, "documents"):
        return SourceKind.DOCUMENT
    if _has(head, "common_roles"):
        given = {t.lower for t in core if t.pos in ("DET", "NUM", "PRON") or t.lower in _INDEFINITE}
        if given <= _INDEFINITE and head.child("poss") is None:
            return SourceKind.ANONYMOUS
        return SourceKind.OFFICE
    if _has(head, "roles"):
        given = {t.lower for t in core if t.pos in ("DET", "NUM")}
        unnamed = bool(given & _ONE_OF_MANY) and head.child("poss") is None
        if unnamed and not _has(head, "speaking_for"):
            return SourceKind.ANONYMOUS
        return SourceKind.OFFICE
    if _has(head, "collectives"):
        return SourceKind.COLLECTIVE
    return SourceKind.UNKNOWN


def _kind_of_name(passage: Passage, head: Token) -> SourceKind:
    run = name_run(passage, head)
    if 1 < len(run) < 5 and head.entity in ("ORG", "GPE", "FAC", "") and _is_human(head):
        return SourceKind.NAMED_PERSON
    titled = run[0].lower.rstrip(".")
    named = nouns_for("titles") | nouns_for("roles")
    if len(run) > 1 and titled in named and head.lower not in nouns_for("organisations"):
        return SourceKind.NAMED_PERSON
    if len(run) == 1 or head.entity != "PERSON":
        if _has(head, "organisations"):
            return SourceKind.ORGANISATION
        if _has(head, "outlet_nouns"):
            return SourceKind.OUTLET
        if _has(head, "documents"):
            return SourceKind.DOCUMENT
    if head.entity == "PERSON":
        return SourceKind.NAMED_PERSON
    if len(run) > 1 and head.entity == "ORG":
        return SourceKind.ORGANISATION
    if _has(head, "roles") or (_has(head, "common_roles") and not is_plural(head)):
        return SourceKind.OFFICE
    if _has(head, "collectives") or head.entity == "NORP" or is_plural(head):
        return SourceKind.COLLECTIVE
    if head.entity in ("ORG", "GPE", "FAC", "LOC"):
        return SourceKind.ORGANISATION
    if head.entity in ("WORK_OF_ART", "LAW"):
        return SourceKind.DOCUMENT
    return SourceKind.UNKNOWN if head.entity else SourceKind.NAMED_PERSON


def is_outlet(core: list[Token]) -> bool:
    """Return whether the words are the name of a well-known news organisation."""
    words = [t.text for t in core if t.pos != "DET" and t.tag != "POS"]
    for start in range(len(words)):
        if " ".join(words[start:]) in outlets():
            if start == 0 and words[0] in nouns_as_written("takes_article") and len(words) == 1:
                return core[0].lower == "the"
            return start == 0 or not words[start - 1][:1].isupper()
    return False


def _is_newspaper(core: list[Token]) -> bool:
    """Return whether the words read like a newspaper's name: "The Lindow Courier"."""
    named = [t for t in core if t.tag != "POS"]
    if len(named) > 1 and named[0].lower != "the":
        return named[-1].text in nouns_as_written("newspaper_only") and all(
            t.text[:1].isupper() for t in named
        )
    return (
        len(named) > 2
        and named[0].lower == "the"
        and all(t.text[:1].isupper() for t in named[1:])
        and named[-1].lower in nouns_for("newspaper_words")
    )


def _is_human(head: Token) -> bool:
    """Return whether what follows a name shows a person: "Ana Ruiz, 54,", "Ruiz, who ..."."""
    for child in head.children:
        if child.i < head.i:
            continue
        if child.dep == "relcl" and any(t.lower in ("who", "whose") for t in child.children):
            return True
        if child.dep in ("appos", "nummod") and child.tag == "CD" and child.text.isdigit():
            return True
        if child.dep == "appos" and _is_person(child) and not _has(child, "organisations"):
            return True
    return False


def _has(head: Token, kind: str) -> bool:
    listed = nouns_for(kind)
    return head.lemma.lower() in listed or head.lower in listed


def _is_person(head: Token) -> bool:
    return _has(head, "roles") or _has(head, "common_roles")


def _pair(core: list[Token]) -> str:
    return " ".join(t.lower for t in core[-2:])


def _partitive(head: Token) -> Token | None:
    """Return the noun after "of" in "one of the aides", "most of the voters"."""
    if not (_has(head, "parts") or head.tag == "CD" or head.entity == "PERCENT"):
        return None
    of = next((c for c in head.children if c.dep == "prep" and c.lower in ("of", "in")), None)
    return None if of is None else of.child("pobj")


def _knows(passage: Passage, head: Token) -> bool:
    """Return whether people are called by what they know: "familiar with the talks"."""
    return any(
        passage.tokens[i].lower in nouns_for("knowing")
        for c in head.children
        if c.i > head.i and c.dep in ("amod", "acl", "prep", "relcl")
        for i in sorted(passage.below(c))[:4]
    )
