"""How somebody sees or calls a thing: "described it as a farce", "called it a farce"."""

from __future__ import annotations

from newslint.attribution.passage import PAUSES, Passage, between
from newslint.language.tokens import Token

_OBJECTS = ("dobj", "attr", "oprd")
_WHEN = frozenset({"DATE", "TIME"})


def described_as(passage: Passage, verb: Token) -> frozenset[int]:
    """Return somebody or something with how it is seen: "the fire as small"."""
    marker = _as_marker(passage, verb)
    if marker is None:
        return frozenset()
    found = set(passage.below(marker))
    for child in verb.children:
        if verb.i < child.i < marker.i and child.dep in ("dobj", "prep") and child is not marker:
            found |= passage.below(child)
    found |= _passive_subject(passage, verb)
    return frozenset(found)


def _as_marker(passage: Passage, verb: Token) -> Token | None:
    """Return the "as" phrase or clause that belongs to the verb or its object."""
    after = [c for c in verb.children if c.i > verb.i]
    thing = next((c for c in after if c.dep == "dobj"), None)
    for child in after:
        if child.lower == "as" and child.dep in ("prep", "mark", "dep"):
            return child
    for child in thing.children if thing is not None else ():
        if child.i > verb.i and child.lower == "as" and child.dep == "prep":
            return child
    by = verb.child("agent")
    judge = None if by is None else by.child("pobj")
    for child in judge.children if judge is not None else ():
        if child.lower == "as" and child.dep == "prep":
            return child
    for child in after:
        first = passage.tokens[min(passage.below(child))]
        if child.dep == "advcl" and first.lower == "as":
            return child if first.i == verb.i + 1 or thing is not None else None
    return None


def called(passage: Passage, verb: Token, *, naming: bool, clausal: bool = True) -> frozenset[int]:
    """Return somebody or something with what it is called: "it a farce".

    After a verb of `naming` a quoted word is a name even where the parse shows one object.
    A verb that is not `clausal` takes no clause: what the parse shows as one is a name too.
    """
    parts = [c for c in verb.children if c.i > verb.i and c.dep in (*_OBJECTS, "nsubj", "dative")]
    small = next((c for c in verb.children if c.i > verb.i and c.dep in ("ccomp", "xcomp")), None)
    if small is not None and (small.pos not in ("VERB", "AUX") or not clausal):
        parts.append(small)
    found = frozenset(i for c in parts for i in passage.below(c))
    subject = _passive_subject(passage, verb)
    if subject:
        return subject | found if any(c.dep == "oprd" for c in parts) else frozenset()
    named = any(c.i < verb.i and c.dep == "dobj" and c.tag in ("WP", "WDT") for c in verb.children)
    if (
        len(parts) > 1
        or (named and parts)
        or (small in parts and small is not None and small.child("nsubj"))
        or (naming and any(passage.quoted[i] for i in found))
    ):
        return between(found) - {verb.i}
    return _two_phrases(passage, verb) if naming else frozenset()


def _two_phrases(passage: Passage, verb: Token) -> frozenset[int]:
    """Return the words after the verb where two noun phrases meet: "her *son her hero*"."""
    end = verb.i + 1
    met = False
    for i in range(verb.i + 1, passage.sentence_of(verb).stop):
        token, before = passage.tokens[i], passage.tokens[i - 1]
        if passage.quoted[i] or token.text in PAUSES or token.text in (".", "!", "?"):
            break
        if token.tag in ("VBD", "VBZ", "VBP", "MD", "CC", "IN", "TO"):
            break
        met = met or (
            token.tag in ("DT", "PRP$")
            and token.head.entity not in _WHEN
            and before.pos in ("NOUN", "PROPN", "PRON")
            and i > verb.i + 1
        )
        end = i + 1
    if not met:
        return frozenset()
    head = passage.tokens[end - 1]
    rest = passage.below(head) if head.pos in ("NOUN", "PROPN") else frozenset()
    return frozenset(range(verb.i + 1, end)) | frozenset(i for i in rest if i > verb.i)


def _passive_subject(passage: Passage, verb: Token) -> frozenset[int]:
    subject = verb.child("nsubjpass")
    return frozenset() if subject is None else passage.below(subject)
