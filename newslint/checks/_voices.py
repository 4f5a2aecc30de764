"""Nouns that are made to speak, found by grammar alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._phrases import vocabulary
from newslint.checks._support import is_negated, prose_tokens
from newslint.language.tokens import Token
from newslint.reading import Reading

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_RELATIVE = frozenset({"that", "which", "who"})
_COUNTED = frozenset({"elector", "voter", "many", "most"})  # polls tell what they prefer
_SPOKEN_OF = frozenset({"speak", "talk"})  # of something


@dataclass(frozen=True, slots=True)
class Voice:
    """A noun that is made to speak, and the verb or preposition that makes it."""

    head: Token
    cue: Token


def voices_in(reading: Reading) -> Iterator[Voice]:
    """Yield every noun or pronoun of the prose to which a statement or view is ascribed.

    Found by grammar alone: the subject of a verb of saying or judging ("critics say",
    "residents, who fear"), the agent of one in the passive ("condemned by campaigners"), and
    what follows "according to". Statements that are denied, asked for or only possible are
    left out. Needs `parse`.
    """
    for token in prose_tokens(reading):
        cue = _cue_of(token)
        if cue is None or not token.tag.startswith(("NN", "DT", "JJ", "CD", "PDT", "WP", "WDT")):
            continue
        if token.lower in _RELATIVE:
            # "voters who say" picks some out; "residents, who say" speaks for all of them.
            aside = reading.text[: token.start].rstrip().endswith(",")
            if aside and cue.dep == "relcl" and cue.head.tag.startswith("NN"):
                yield Voice(cue.head, cue)
            continue
        yield Voice(token, cue)
        yield from (Voice(other, cue) for other in _joined(token))


def _joined(token: Token) -> Iterator[Token]:
    """Yield the nouns that "and" joins to `token`: governments and rights groups."""
    return (c for c in token.children if c.dep == "conj" and c.tag.startswith("NN"))


def _cue_of(token: Token) -> Token | None:
    """Return the verb or preposition that makes `token` the source of a statement."""
    above = token.head
    if token.dep in {"nsubj", "nsubjpass"} and above.tag.startswith("VB"):
        return above if _says(above, token) or feels(above) or is_idiom(above) else None
    if token.dep == "dobj" and above.lemma in vocabulary("attribution", "collective", "moving"):
        told = above.tag in {"VBD", "VBZ", "VBP", "VBN"} and not is_negated(above)
        modal = any(c.tag == "MD" or c.dep == "auxpass" for c in above.children)
        return above if told and not modal and token.tag == "NNS" else None
    if token.dep != "pobj":
        return None
    if above.dep == "agent" and above.lower == "by":
        known = above.head.lemma in vocabulary("attribution", "collective", "judging")
        return above.head if known and not is_negated(above.head) else None
    if above.lower == "to" and above.head.lower == "according":
        return above.head
    if above.lower == "of" and above.head.lemma in vocabulary("attribution", "collective", "views"):
        return above.head
    if above.lower in {"among", "amongst"} and not is_negated(above.head):
        shared = vocabulary("attribution", "collective", "shared")
        return above.head if above.head.lemma in shared else None
    return None


def claims_authority(subject: Token) -> bool:
    """Return whether the noun claims to know: experts, analysts, critics."""
    return subject.lemma.lower() in vocabulary("attribution", "collective", "authority")


def feels(verb: Token) -> bool:
    """Return whether the verb says what its subject feels: are furious, have been stunned."""
    feelings = vocabulary("attribution", "collective", "feelings")
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if is_negated(verb) or any(c.tag == "MD" for c in helpers):
        return False
    if verb.tag == "VBN" and verb.lower in feelings and any(c.dep == "auxpass" for c in helpers):
        return True
    felt = [c for c in verb.children if c.dep == "acomp"]
    if verb.lemma in {"be", "feel", "remain", "grow"} and any(c.lower in feelings for c in felt):
        return True
    after = " ".join(w.lower for w in verb.subtree if verb.i < w.i <= verb.i + 3)
    states = vocabulary("attribution", "collective", "states")
    return verb.lemma in {"be", "remain", "live"} and after.startswith(tuple(states))


def is_idiom(verb: Token) -> bool:
    """Return whether verb and object judge or lose heart together: cry foul, pour scorn."""
    if is_negated(verb) or any(c.tag == "MD" or c.dep == "auxpass" for c in verb.children):
        return False
    said = {f"{verb.lemma} {c.lemma.lower()}" for c in verb.children if c.i > verb.i}
    return bool(said & vocabulary("attribution", "collective", "idioms"))


def _says(verb: Token, subject: Token) -> bool:
    """Return whether the verb states or judges, as a fact, in past or present tense."""
    known_verbs = vocabulary("attribution", "collective", "saying") | _SPOKEN_OF
    known_verbs |= vocabulary("attribution", "collective", "stances")
    if subject.lower in {"everybody", "everyone"}:
        known_verbs |= vocabulary("attribution", "collective", "attitudes")
    nobody = subject.lower in {"few", "nobody", "one"}
    if verb.lemma not in known_verbs or (is_negated(verb) and not nobody):
        return False
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if any(c.lower in {"would", "might", "may", "could"} for c in helpers) and (
        subject.lower in {"some", "many", "others"} or claims_authority(subject)
    ):
        return verb.lemma in vocabulary("attribution", "collective", "might_say")
    if any(c.lower == "will" for c in helpers) and verb.lemma == "tell":
        return any(c.lower == "you" for c in verb.children)  # locals will tell you
    if any(c.tag == "MD" or c.dep == "auxpass" for c in helpers):
        return False
    if verb.lemma in vocabulary("attribution", "collective", "stances") and not helpers:
        if verb.lemma == "want" and verb.tag in {"VBZ", "VBD"}:
            return True
        return verb.tag == "VBP" and subject.lemma.lower() not in _COUNTED
    bodies = vocabulary("attribution", "collective", "bodies")
    if verb.lemma in {"ask", "consider"} and subject.lemma.lower() in bodies:
        return False
    if verb.lemma in _SPOKEN_OF:
        return verb.tag in _FINITE and any(c.lower == "of" for c in verb.children)
    if verb.lemma == "point" and claims_authority(subject):
        return verb.tag in _FINITE and any(c.lower in {"out", "to"} for c in verb.children)
    if verb.lemma in vocabulary("attribution", "collective", "forecasting"):
        known = claims_authority(subject) or (
            subject.lemma.lower() in vocabulary("attribution", "collective", "figures")
            or subject.lemma.lower() in vocabulary("attribution", "collective", "many_bodied")
        )
        felt = verb.lemma == "feel" and any(c.dep in {"acomp", "oprd"} for c in verb.children)
        clause = any(c.dep in {"ccomp", "xcomp"} for c in verb.children)
        return verb.tag in _FINITE and (known or felt or clause)
    if verb.lemma in {"foresee", "see"} and claims_authority(subject) and verb.child("dobj"):
        return verb.tag in _FINITE
    if verb.lemma in vocabulary("attribution", "collective", "with_clause") and not any(
        c.dep in {"ccomp", "xcomp"} for c in verb.children
    ):
        return False
    # A parser may take a plural's verb for a bare one: many in the town believe.
    bare = verb.tag == "VB" and verb.dep == "ROOT" and not helpers and subject.i < verb.i
    return verb.tag in _FINITE or bare or any(c.tag in _FINITE for c in helpers)
