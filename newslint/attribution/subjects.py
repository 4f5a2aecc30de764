"""Who is behind a word: from a cue to the words of its source."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.attribution.kinds import nouns_for
from newslint.attribution.lexicon import causatives, lemma_of, verbs
from newslint.attribution.passage import PAUSES, Passage, around
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
_NEAR = 3  # tokens between a comma and a verb with its adverbs


@dataclass(frozen=True, slots=True)
class Holder:
    """The source of a cue: token indices, empty where none is given, and the head word."""

    words: frozenset[int] = frozenset()
    head: Token | None = None


NOBODY = Holder()


def noun_phrase(passage: Passage, head: Token, without: frozenset[int] = frozenset()) -> Holder:
    """Return the unbroken phrase round a noun: appositions and relative clauses included.

    `without` are indices that belong elsewhere (the cue and what it reports).
    """
    allowed = passage.below(head) - without - frozenset(passage.dateline)
    words = around(head.i, allowed)
    while len(words) > 1 and passage.tokens[max(words)].tag in ("IN", "CC", "''", "``", "-LRB-"):
        words -= {max(words)}
    return Holder(words, head)


def own_subject(passage: Passage, verb: Token) -> Token | None:
    """Return the verb's own subject in the active voice, inverted ones included."""
    subjects = [
        c
        for c in verb.children
        if c.dep == "nsubj" and not passage.quoted[c.i] and c.i not in passage.dateline
    ]
    if verb.i in (t.i + 1 for t in subjects):  # "what *she* said is a need"
        subjects = [t for t in subjects if t.i + 1 == verb.i]
    found = next(iter(subjects), None)
    if found is not None or verb.tag not in ("VBD", "VBZ", "VBP"):
        return found
    # ", said Ana Ruiz": the parser sometimes takes the inverted subject for an object.
    if verb.i and not passage.quoted[verb.i - 1] and passage.tokens[verb.i - 1].text not in PAUSES:
        return None
    before = (c for c in verb.children if c.i < verb.i and c.dep in ("aux", "expl", "nsubjpass"))
    if next(before, None) is not None:
        return None
    after = next((c for c in verb.children if c.dep in ("dobj", "attr", "oprd", "npadvmod")), None)
    if after is not None and after.entity in ("DATE", "TIME"):
        return None
    named = after is not None and (
        after.pos == "PROPN"
        or after.lower in ("he", "she", "they")
        or (verb.i > 0 and after.child("det") is not None and acts(after))
    )
    if after is not None and named and min(passage.below(after)) == verb.i + 1:
        return after
    return None


def is_passive(verb: Token) -> bool:
    """Return whether the verb stands in the passive voice."""
    return any(c.dep in ("auxpass", "nsubjpass", "csubjpass") for c in verb.children)


def is_reduced(verb: Token) -> bool:
    """Return whether a participle stands for a passive clause: "*asked* about the fee, she ..."."""
    return (
        verb.tag == "VBN"
        and verb.dep in ("advcl", "acl")
        and verb.child("aux", "auxpass", "nsubj") is None
        and not is_stranded(verb)
    )


def is_stranded(verb: Token) -> bool:
    """Return whether a past tense is taken for a participle: "Ruiz, the mayor, *called* on".

    Such a verb hangs from a noun that heads the sentence, as no verb does.
    """
    noun = verb.head
    return (
        verb.tag == "VBN"
        and verb.dep == "acl"
        and noun.head is noun
        and noun.pos in _NOUNS
        and noun.child("appos") is not None
        and verb.child("agent") is None
    )


def agent_of(verb: Token) -> Token | None:
    """Return the noun after "by" of a passive."""
    by = verb.child("agent")
    if by is not None and not is_passive(verb) and verb.child("nsubj") is not None:
        return None  # "she said by telephone"
    if by is None and (is_passive(verb) or (verb.tag == "VBN" and verb.dep == "acl")):
        by = next((c for c in verb.children if c.dep == "prep" and c.lower == "by"), None)
    return None if by is None else by.child("pobj")


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


def spliced_subject(passage: Passage, verb: Token) -> Token | None:
    """Return the subject of a clause that the parse hangs below the next verb of a series.

    In "Ruiz toured the yard, praised the crew and said ..." the tour is no complement.
    """
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.child("nsubj", "nsubjpass") is not None:
        return None
    for clause in verb.children:
        if clause.i > verb.i or clause.dep not in ("ccomp", "advcl") or clause.tag not in _FINITE:
            continue
        comma = passage.tokens[max(passage.below(clause)) + 1]
        near = comma.i == verb.i or (comma.text in PAUSES and verb.i - comma.i <= _NEAR)
        if clause.child("mark") is None and near:
            return own_subject(passage, clause) or clause.child("nsubjpass")
    return None


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


def is_document_noun(noun: Token) -> bool:
    """Return whether the noun names something that is read: a report, a poll."""
    return noun.lemma.lower() in nouns_for("documents")


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


def acts(subject: Token) -> bool:
    """Return whether a subject can be the source of words: no thing, no relative pronoun."""
    if subject.tag in ("WDT", "EX") or subject.lower in ("it", "this", "that"):
        return False
    if subject.pos == "PRON" or subject.pos == "PROPN":
        return True
    lemma = subject.lemma.lower()
    return any(
        lemma in nouns_for(kind)
        for kind in ("roles", "common_roles", "collectives", "organisations", "documents")
    )


def _unless_expletive(passage: Passage, subject: Token, without: frozenset[int]) -> Holder:
    if subject.dep == "expl" or subject.lower == "there":
        return NOBODY
    return noun_phrase(passage, subject, without)


def antecedent(head: Token) -> Token:
    """Return the noun that a relative pronoun stands for, otherwise `head` itself."""
    if head.tag not in ("WP", "WDT", "WP$"):
        return head
    for above in head.ancestors:
        if above.dep == "relcl":
            return above.head
    return head


def verb_group(verb: Token) -> frozenset[int]:
    """Return the verb with its auxiliaries, negation, particles and adverbs, unbroken."""
    own = {verb.i}
    for child in verb.children:
        if is_mistaken_name(verb, child) and child.tag == "MD":
            continue
        if child.dep in ("aux", "auxpass", "neg", "prt") or (
            child.dep == "advmod"
            and child.pos in ("ADV", "PART")
            and not child.children
            and child.tag != "WRB"
            and not is_mistaken_name(verb, child)
        ):
            own.add(child.i)
    return around(verb.i, own)


def is_mistaken_name(verb: Token, adverb: Token) -> bool:
    """Return whether a name is taken for an adverb: "*Skelly* said the ferry was late".

    Or for an auxiliary, which no past tense takes: "*Will* wrote".
    """
    beside = abs(adverb.i - verb.i) == 1
    if adverb.tag == "MD" and verb.tag not in ("VBD", "VBN", "VBZ"):
        return False
    return beside and adverb.text[:1].isupper() and verb.child("nsubj", "nsubjpass", "expl") is None
