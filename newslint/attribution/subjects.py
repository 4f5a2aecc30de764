"""Who is behind a word: from a cue to the words of its source."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.attribution.kinds import nouns_for
from newslint.attribution.passage import PAUSES, Passage, around
from newslint.language.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
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


def is_document_noun(noun: Token) -> bool:
    """Return whether the noun names something that is read: a report, a poll."""
    return noun.lemma.lower() in nouns_for("documents")


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
