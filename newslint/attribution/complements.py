"""What a verb reports when it stands after the verb: clauses, infinitives, objects."""

from __future__ import annotations

from newslint.attribution.clauses import after_verb, clause, is_infinitive, told_clause
from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import Cue
from newslint.attribution.passage import Passage, between
from newslint.attribution.views import called, described_as
from newslint.language.tokens import Token

_OBJECTS = ("dobj", "attr", "oprd")
_OF_THE_OBJECT = frozenset(
    {"of", "for", "as", "to", "with", "about", "over", "against", "into", "from", "on"}
)
_WHEN = frozenset({"DATE", "TIME"})
_JUDGING = frozenset({CueClass.EMOTIVE, CueClass.DOUBTING})


def infinitive(passage: Passage, verb: Token) -> frozenset[int]:
    """Return the to-infinitive that follows the verb, if it has no subject of its own."""
    for child in verb.children:
        if child.i > verb.i and child.dep in ("xcomp", "ccomp", "advcl") and is_infinitive(child):
            found = after_verb(passage, verb, child)
            if child.child("nsubj") is None and passage.tokens[min(found)].lower in (
                "to",
                "not",
                "never",
            ):
                gap = range(verb.i + 1, min(found))
                if not any(_is_thing(passage, verb, i) for i in gap):
                    return found
    return frozenset()


def _is_thing(passage: Passage, verb: Token, index: int) -> bool:
    """Return whether a word before an infinitive may be its doer: no date, no place."""
    token = passage.tokens[index]
    if token.pos not in ("NOUN", "PROPN", "PRON") or token.entity in _WHEN:
        return False
    return not any(
        c.dep in ("prep", "npadvmod") and c.i > verb.i and index in passage.below(c)
        for c in verb.children
    )


def object_and_infinitive(passage: Passage, verb: Token) -> frozenset[int]:
    """Return somebody and what they are to do: "them to go"."""
    for child in verb.children:
        if child.i > verb.i and child.dep in ("xcomp", "ccomp", "advcl") and is_infinitive(child):
            found = set(after_verb(passage, verb, child))
            for other in verb.children:
                if verb.i < other.i < child.i and other.dep in ("dobj", "dative", "nsubj"):
                    found |= passage.below(other)
            if is_passive_form(verb):
                return frozenset(found)
            own = child.child("nsubj", "nsubjpass")
            if own is not None or len(found) > len(passage.below(child)):
                return between(found)
    return frozenset()


def is_passive_form(verb: Token) -> bool:
    """Return whether the verb has a passive auxiliary or subject."""
    return any(c.dep in ("auxpass", "nsubjpass") for c in verb.children)


def object_phrase(passage: Passage, verb: Token) -> frozenset[int]:
    """Return the object of the verb with what belongs to it."""
    found: set[int] = set()
    for child in verb.children:
        if child.i < verb.i:
            continue
        if (
            child.dep in _OBJECTS
            or (child.dep == "xcomp" and child.tag == "VBG")
            or (child.dep == "ccomp" and (child.tag == "VBG" or _asks(passage, child)))
        ):
            if child.entity in _WHEN and child.dep != "attr":
                continue
            found |= passage.below(child)
        elif child.dep == "dative" and not child.children:
            found.add(child.i)
    if not found:
        return frozenset()
    last = max(found)
    for child in verb.children:
        linked = child.dep in ("prep", "dative") and child.lower in _OF_THE_OBJECT
        if linked and child.i > last and _follows(passage, min(passage.below(child)), last):
            found |= passage.below(child)
            last = max(found)
    return between(found) - {verb.i}


def _follows(passage: Passage, start: int, last: int) -> bool:
    """Return whether words follow directly, or behind the comma that ends an apposition."""
    return start == last + 1 or (
        start == last + 2 and passage.tokens[last + 1].text == "," and "," in passage.lowered[:last]
    )


def _asks(passage: Passage, clause_: Token) -> bool:
    return passage.tokens[min(passage.below(clause_))].tag in ("WP", "WRB", "WDT")


def passive_subject(passage: Passage, verb: Token) -> frozenset[int]:
    """Return what a passive with an agent is about: "the merger was reported by ..."."""
    subject = verb.child("nsubjpass")
    if subject is not None:
        return passage.below(subject)
    noun = verb.head
    if verb.dep == "acl" and noun.pos in ("NOUN", "PROPN"):
        return frozenset(i for i in passage.below(noun) if i < verb.i) - passage.below(verb)
    return frozenset()


def best(passage: Passage, verb: Token, cue: Cue) -> tuple[str, frozenset[int]]:
    """Return the frame that fits the words after the verb, and what it reports.

    An empty set says that nothing fits.
    """
    frames = cue.frames
    if "as" in frames and (found := described_as(passage, verb)):
        return "as", found
    if "at" in frames and (found := valued_at(passage, verb)):
        return "at", found
    if ("that" in frames or "quote" in frames) and (found := clause(passage, verb)):
        if "object" in frames and "object-to" not in frames:
            found = between(found | _misread_subject(passage, verb, found))
        return ("that" if "that" in frames else "quote"), found
    if {"that", "object-to"} <= frames.keys() and (found := told_clause(passage, verb)):
        return "that", found
    if "object" in frames and (found := _echo(verb)):
        return "object", found
    if "to" in frames and (found := infinitive(passage, verb)):
        return "to", found
    if "object-to" in frames and (found := object_and_infinitive(passage, verb)):
        return "object-to", found
    if "complement" in frames:
        naming = cue.implies("complement") is CueClass.NEUTRAL
        if found := called(passage, verb, naming=naming, clausal="that" in frames):
            return "complement", found
    if "object" in frames and (found := object_phrase(passage, verb)):
        return "object", found
    if verb.tag == "VBN" and verb.child("agent") is not None and {"object", "that"} & frames.keys():
        return "object", passive_subject(passage, verb)
    if "object" in frames and (found := charged_with(passage, verb, cue)):
        return "object", found
    if "about" in frames and (matter := told_about(verb)):
        return "about", frozenset(i for c in matter for i in passage.below(c))
    return "", frozenset()


def charged_with(passage: Passage, verb: Token, cue: Cue) -> frozenset[int]:
    """Return who is judged without anyone who judges, and for what: "was criticised *for it*"."""
    if not is_passive_form(verb) or cue.implies("object") not in _JUDGING:
        return frozenset()
    charges = [c for c in verb.children if c.dep == "prep" and c.lower in ("for", "of", "over")]
    if not charges or charges[0].i > verb.i + 2:
        return frozenset()
    return passage.below(charges[0])


def valued_at(passage: Passage, verb: Token) -> frozenset[int]:
    """Return a thing and the figure that it is put at: "put the loss *at nine million*"."""
    thing = verb.child("dobj", "nsubjpass")
    places = [c for c in verb.children if c.dep == "prep" and c.lower == "at"]
    if thing is None or not places:
        return frozenset()
    figure = places[0].child("pobj")
    if figure is None or not any(t.tag == "CD" or t.text in "$£€%" for t in figure.subtree):
        return frozenset()
    return passage.below(thing) | passage.below(places[0])


def told_about(verb: Token) -> list[Token]:
    """Return what somebody is told of: "reminded voters *of the flood*"."""
    listener = verb.child("dobj", "dative", "nsubjpass")
    if listener is None:
        return []
    heads = [verb, listener] if listener.i > verb.i else [verb]
    return [
        c
        for head in heads
        for c in head.children
        if c.dep == "prep" and c.i > verb.i and c.lower in ("of", "about", "against")
    ][:1]


def _misread_subject(passage: Passage, verb: Token, found: frozenset[int]) -> frozenset[int]:
    """Return the subject of a reported clause that the parse takes for the verb's object."""
    for child in verb.children:
        if verb.i < child.i < min(found) and child.dep == "dobj" and child.pos == "NOUN":
            below = passage.below(child)
            if min(below) == verb.i + 1 and max(below) == min(found) - 1:
                return below
    return frozenset()


def _echo(verb: Token) -> frozenset[int]:
    """Return the small word that stands for a whole answer: "half said *so*"."""
    echoes = ("so", "yes", "no", "otherwise")
    return frozenset(c.i for c in verb.children if c.i == verb.i + 1 and c.lower in echoes)


def sequel(passage: Passage, verb: Token, last: int) -> frozenset[int]:
    """Return what goes on from an object: "(call for) rents *to be frozen*", "*as a farce*"."""
    found: set[int] = set()
    for child in verb.children:
        below = passage.below(child)
        if min(below) == last + 1 and (
            is_infinitive(child) or (child.lower == "as" and child.dep in ("prep", "mark"))
        ):
            found |= below
    return frozenset(found)
