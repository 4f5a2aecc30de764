"""Reported clauses: what a verb reports in a sentence of its own, and where that ends."""

from __future__ import annotations

from newslint.attribution.graph import CueClass
from newslint.attribution.kinds import nouns_for
from newslint.attribution.lexicon import Cue, lemma_of, longer_verbs, verbs
from newslint.attribution.passage import PAUSES, QUOTE_MARKS, Passage, between
from newslint.language.tokens import Token

_SPEECH = frozenset({CueClass.NEUTRAL, CueClass.FACTIVE, CueClass.DOUBTING, CueClass.EMOTIVE})
_RETURNING = frozenset({"advcl", "conj", "parataxis", "acl", "pcomp"})
_ASKING = frozenset({"ask", "wonder", "question", "inquire", "enquire", "doubt", "know", "say"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def clause(passage: Passage, verb: Token) -> frozenset[int]:
    """Return the finite clause or indirect question that follows the verb."""
    for child in verb.children:
        if child.i > verb.i and child.dep in ("ccomp", "csubj") and not is_infinitive(child):
            found = reported_clause(passage, verb, child)
            if _lacks_subject(passage, verb, child, found):
                found |= frozenset(range(verb.i + 1, min(found)))
            return (
                found
                if _is_whole(passage, verb, found)
                else found | rest_of_sentence(passage, verb, min(found))
            )
    for child in verb.children:
        # Indirect questions come as objects or adverbial clauses in some parses.
        if child.i > verb.i and child.dep in ("advcl", "pcomp", "dobj", "dep", "xcomp"):
            first = passage.tokens[min(passage.below(child))]
            if first.i == _next(passage, verb) and (
                first.lower in ("that", "whether")
                or (first.lower == "if" and lemma_of(verb) in _ASKING)
                or (first.tag in ("WRB", "WP") and child.dep != "dobj")
            ):
                return reported_clause(passage, verb, child)
    return frozenset()


def told_clause(passage: Passage, verb: Token) -> frozenset[int]:
    """Return what somebody is told, where the parse makes a relative clause of it.

    "told the meeting *that she had written*"; the noun before it must be no kind of words.
    """
    listener = verb.child("dobj", "dative")
    clause_ = None if listener is None else listener.child("relcl", "acl")
    if listener is None or clause_ is None or listener.lemma.lower() in nouns_for("documents"):
        return frozenset()
    found = passage.below(clause_)
    first = passage.tokens[min(found)]
    if first.lower != "that" or first.i != listener.i + 1 or clause_.child("nsubj") is None:
        return frozenset()
    return frozenset() if clause_.child("nsubj") is first else found


def reported_clause(passage: Passage, verb: Token, child: Token) -> frozenset[int]:
    """Return a clause that depends on the verb, without what goes back to the speaker.

    The parser hangs ", adding that ..." and ", and others said ..." below the reported
    clause; both are the reporter's.
    """
    found = set(after_verb(passage, verb, child))
    for token in [passage.tokens[i] for i in sorted(found)]:
        if token.i in found and _returns(passage, token):
            start = min(passage.below(token.head if token.dep == "pcomp" else token))
            found -= set(range(start, max(found) + 1))
    while found and passage.tokens[max(found)].tag in ("CC", ",", ":"):
        found.remove(max(found))
    return frozenset(found)


def rest_of_sentence(passage: Passage, verb: Token, stop: int) -> frozenset[int]:
    """Return the words after a reporting clause where the parse shows no clause there.

    `stop` is the index after the reporting clause.
    """
    rest = range(stop, passage.sentence_of(verb).stop)
    if len(rest) < 3 or passage.tokens[stop].text in PAUSES or passage.quoted[stop]:
        return frozenset()
    if not any(passage.tokens[i].tag in _FINITE for i in rest):
        return frozenset()
    return frozenset(rest)


def _lacks_subject(passage: Passage, verb: Token, child: Token, found: frozenset[int]) -> bool:
    """Return whether the words before a clause are its subject: "said *half of it* was lost"."""
    gap = range(verb.i + 1, min(found)) if found else range(0)
    tensed = child.tag in ("VBD", "VBZ", "VBP") or any(c.tag in _FINITE for c in child.children)
    if not gap or not tensed or child.child("nsubj", "nsubjpass", "csubj", "expl") is not None:
        return False
    tokens = [passage.tokens[i] for i in gap]
    if any(passage.quoted[t.i] or t.text in PAUSES for t in tokens):
        return False
    return tokens[-1].pos in ("NOUN", "PROPN", "PRON") and tokens[-1].entity not in ("DATE", "TIME")


def _is_whole(passage: Passage, verb: Token, found: frozenset[int]) -> bool:
    """Return whether a clause that opens with "that" has a verb: else the parse cut it short."""
    if not found or passage.tokens[min(found)].lower != "that" or min(found) != verb.i + 1:
        return True
    return any(passage.tokens[i].tag in _FINITE for i in found)


def _returns(passage: Passage, token: Token) -> bool:
    """Return whether a verb inside a reported clause reports on its own."""
    if passage.quoted[token.i] or token.dep not in _RETURNING:
        return False
    cue = _cue_at(passage, token)
    if cue is None:
        return False
    if token.dep == "pcomp":
        speaks = "quote" in cue.frames and cue.implies("quote") in _SPEECH
        return speaks and token.tag == "VBG" and token.head.lower in ("before", "after")
    first = min(passage.below(token))
    before = first - 1
    while before > 0 and passage.tokens[before].text in QUOTE_MARKS:
        before -= 1
    paused = before >= 0 and passage.tokens[before].text in PAUSES
    if token.tag == "VBG" and token.dep != "conj":
        return paused and cue.implies("quote") in _SPEECH
    if token.dep == "conj" and token.tag in ("VBD", "VBZ", "VBP") and "quote" in cue.frames:
        repeated = token.child("nsubj") is None and cue.implies("quote") in _SPEECH
        return repeated or paused or passage.tokens[first - 1].tag == "CC"
    return False


def _cue_at(passage: Passage, verb: Token) -> Cue | None:
    """Return the cue of a verb, with the word that follows it if it needs one."""
    lemma = lemma_of(verb)
    for rest in longer_verbs().get(lemma, ()):
        if passage.lowered[verb.i + 1 : verb.i + 1 + len(rest)] == rest:
            return verbs()[" ".join((lemma, *rest))]
    return verbs().get(lemma)


def is_infinitive(token: Token) -> bool:
    """Return whether a verb has "to" before it."""
    return any(c.lower == "to" and c.dep == "aux" for c in token.children)


def after_verb(passage: Passage, verb: Token, child: Token) -> frozenset[int]:
    """Return the unbroken words of a dependent, as far as they stand after the verb."""
    return frozenset(i for i in between(passage.below(child)) if i > verb.i)


def _next(passage: Passage, verb: Token) -> int:
    i = verb.i + 1
    while i < len(passage) and passage.tokens[i].pos in ("ADV", "PUNCT", "SPACE", "ADP"):
        i += 1
    return i
