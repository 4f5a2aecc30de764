"""From a cue to the words of its source: its own subject, or whom it takes over from."""

from __future__ import annotations

from newslint.attribution.lexicon import causatives, lemma_of, verbs
from newslint.attribution.passage import PAUSES, Passage
from newslint.attribution.subjects import (
    NOBODY,
    Holder,
    acts,
    agent_of,
    is_document_noun,
    is_passive,
    is_reduced,
    is_stranded,
    noun_phrase,
    own_subject,
    spliced_subject,
)
from newslint.language.tokens import Token

_VERBAL = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLIMBED = frozenset(
    {
        "conj",
        "xcomp",
        "advcl",
        "pcomp",
        "prep",
        "acl",
        "dep",
        "ccomp",
        "parataxis",
        "acomp",
        "pobj",
        "dobj",
    }
)
_EXPLETIVES = frozenset({"it", "this", "that", "what"})
_STOPS = PAUSES | {".", "!", "?"}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def holder_of(passage: Passage, verb: Token, without: frozenset[int] = frozenset()) -> Holder:
    """Return who stands behind a verb: its subject, its agent, or whom it inherits.

    A participle or infinitive takes the subject of the clause that it depends on, a
    participle after a noun takes the noun. `without` are the indices of the content.
    """
    agent = agent_of(verb)
    if agent is not None:
        return noun_phrase(passage, agent, without)
    subject = own_subject(passage, verb)
    if subject is not None:
        return _unless_expletive(passage, subject, without | {verb.i})
    if is_stranded(verb):
        return noun_phrase(passage, verb.head, without | passage.below(verb))
    if is_passive(verb) or is_reduced(verb) or verb.child("expl") is not None:
        return NOBODY
    return _inherited(passage, verb, without)


def _teller_before(passage: Passage, participle: Token) -> Token | None:
    """Return who speaks in the tag that ", adding ..." follows: "he is late, Ruiz said, adding"."""
    stop = min(passage.below(participle)) - 1
    start = stop
    while start > 0 and passage.tokens[start - 1].text not in _STOPS:
        start -= 1
    if passage.tokens[start - 1].text not in PAUSES:
        return None
    for verb in passage.tokens[start:stop]:
        cue = verbs().get(lemma_of(verb))
        if verb.tag in _FINITE and cue is not None and "quote" in cue.frames:
            subject = own_subject(passage, verb)
            if subject is not None and start <= subject.i < stop:
                return subject
    return None


def _inherited(passage: Passage, verb: Token, without: frozenset[int]) -> Holder:
    if verb.tag == "VBG" and _after_pause(passage, verb):
        teller = _teller_before(passage, verb)
        if teller is not None:
            return noun_phrase(passage, teller, without | passage.below(verb))
    spliced = spliced_subject(passage, verb)
    if spliced is not None:
        return _unless_expletive(passage, spliced, without)
    if verb.tag == "VBG" and verb.dep == "advcl" and _after_pause(passage, verb):
        subject = _main_subject(passage, verb)
        if subject is not None:
            return _unless_expletive(passage, subject, without | passage.below(verb))
    below = verb
    if verb.dep == "conj" and _repeats(verb):
        below = verb.head
    while below.dep in _CLIMBED and below.head is not below:
        above = below.head
        inside = without | passage.below(below)
        if above.pos in _NOUNS and below.dep in ("acl", "relcl"):
            issued = _issuer(passage, above) if is_document_noun(above) else NOBODY
            if issued is not NOBODY:
                return issued
            if below.tag == "VBG" or below is not verb:
                return noun_phrase(passage, above, inside)
            owner = above.child("poss")
            if owner is not None:
                return noun_phrase(passage, owner, inside)
        if above.pos in _VERBAL:
            if below.dep == "xcomp" and below.tag == "VB" and _controls(above):
                controlled = above.child("dobj")
                if controlled is not None and controlled.i < below.i:
                    return noun_phrase(passage, controlled, inside)
            subject = (
                own_subject(passage, above)
                or above.child("nsubjpass")
                or spliced_subject(passage, above)
            )
            if subject is not None and subject.i not in passage.below(below):
                if below.dep in ("acomp", "xcomp") and subject.lower in _EXPLETIVES:
                    return NOBODY
                return _unless_expletive(passage, subject, inside)
            agent = agent_of(above)
            if agent is not None:
                return noun_phrase(passage, agent, inside)
        below = above
    return NOBODY


def _repeats(verb: Token) -> bool:
    """Return whether "and said ..." goes back over a reported clause to its speaker."""
    reporter = verb.head.head
    cues = (verbs().get(lemma_of(v)) for v in (verb, reporter))
    return verb.head.dep == "ccomp" and all(c is not None and "quote" in c.frames for c in cues)


def _controls(verb: Token) -> bool:
    """Return whether the verb's object is the doer of its infinitive: "urge them to go"."""
    lemma = lemma_of(verb)
    cue = verbs().get(lemma)
    urges = cue is not None and "object-to" in cue.frames and lemma != "promise"
    return urges or lemma in causatives()


def _issuer(passage: Passage, document: Token) -> Holder:
    """Return who issued a document: the subject of "issued a statement saying"."""
    verb = document.head
    if document.dep == "dobj" and verb.pos in _VERBAL:
        subject = own_subject(passage, verb)
        if subject is not None:
            return noun_phrase(passage, subject)
    return NOBODY


def _after_pause(passage: Passage, verb: Token) -> bool:
    first = min(passage.below(verb))
    return first > 0 and passage.tokens[first - 1].text in PAUSES


def _main_subject(passage: Passage, participle: Token) -> Token | None:
    """Return whom ", adding that ..." goes back to: who acts in the clause it was added to.

    The parser often hangs it below a clause inside that one; what is said to be reported,
    and what no person does, is passed over.
    """
    verb = participle.head
    while True:
        later = [
            c
            for c in verb.children
            if c.dep == "conj"
            and verb.i < c.i < participle.i
            and not passage.quoted[c.i]
            and own_subject(passage, c) is not None
        ]
        if not later:
            break
        verb = later[-1]
    found: Token | None = None
    while True:
        subject = own_subject(passage, verb) or verb.child("nsubjpass")
        if subject is not None and (found is None or not acts(subject)):
            found = subject
        if subject is not None and acts(subject):
            found = subject
            above = verbs().get(lemma_of(verb.head))
            if not (verb.dep == "ccomp" and verb.head is not verb and above is not None):
                return found
        if verb.head is verb:
            return found
        verb = verb.head


def _unless_expletive(passage: Passage, subject: Token, without: frozenset[int]) -> Holder:
    if subject.dep == "expl" or subject.lower == "there":
        return NOBODY
    return noun_phrase(passage, subject, without)
