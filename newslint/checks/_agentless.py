"""Verbs that report a statement, a view or a charge and name nobody who made it."""

from __future__ import annotations

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks._backing import speaks_of_a_poll
from newslint.checks._phrases import vocabulary
from newslint.checks._sources import source_words
from newslint.checks._support import (
    is_identified,
    is_negated,
    prose_sentences,
    reports_in,
    verb_group,
)
from newslint.finding import Severity
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.span import Span

_CLAUSE = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass"})
_BELOW = _CLAUSE | {"pcomp"}
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_TOLD_AT_LAST = frozenset({"confirm", "disclose", "reveal"})
_WIDELY = frozenset({"commonly", "generally", "often", "largely", "widely"})


def agentless_severity(verb: Token) -> Severity | None:
    """Return how serious the word is as a cue without a source; None if it is none.

    Needs `parse`.
    """
    return _severity(verb) or _parenthesis(verb) or _put_at(verb) or _mooted(verb)


def _words(name: str) -> frozenset[str]:
    return vocabulary("attribution", "agentless", name)


def _severity(verb: Token) -> Severity | None:
    """Return how serious the verb is as a cue without a source; None if it is none."""
    if not verb.tag.startswith("VB") or is_negated(verb):
        return None
    subject = verb.child("nsubjpass", "nsubj", "expl")
    expletive = subject is not None and subject.lower == "it"
    if verb.lemma in _words("emerging") or _comes_out(verb):
        follows = any(c.dep in {"ccomp", "csubj", "advcl"} and c.i > verb.i for c in verb.children)
        return Severity.WARNING if expletive and follows else None
    if verb.child("auxpass") is None or verb.child("agent") is not None:
        return None
    if any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        told = expletive and verb.lemma in _TOLD_AT_LAST  # "it can be revealed"
        can = any(c.lower == "can" for c in verb.children)
        return Severity.WARNING if told and can else None  # not "it should be noted"
    if any(w.lower == "by" and w.i > verb.i and _is_beside(w, verb) for w in verb.subtree):
        return None
    if any(c.lower in {"in", "on"} and _is_writing(c.child("pobj")) for c in verb.children):
        return None
    if not any(c.tag in _FINITE for c in verb.children if c.dep in {"aux", "auxpass"}):
        return None
    foretold = verb.lemma == "expect" and verb.child("ccomp", "csubj") is None
    if expletive and not foretold and any(c.dep in _CLAUSE and c.i > verb.i for c in verb.children):
        return _expletive_severity(verb)
    if verb.child("xcomp") is not None and _has_infinitive(verb):
        return _raised_severity(verb)
    if verb.lemma in {"fear", "presume"} and verb.child("oprd", "acomp") is not None:
        return Severity.WARNING  # feared dead
    if verb.lemma in _words("charges"):
        return Severity.WARNING if _is_charge(verb) else None
    if verb.lemma in _words("judged"):
        return Severity.WARNING if _is_verdict(verb) else None
    if verb.lemma == "call" and _is_name_calling(verb):
        return Severity.WARNING
    if verb.lemma in _words("linked") and _is_linked(verb):
        return Severity.WARNING
    if verb.lemma in _words("views"):
        return Severity.WARNING if _is_seen(verb) else None
    return None


def _comes_out(verb: Token) -> bool:
    """Return whether this is "it has come to light" or "it turned out"."""
    after = [c for c in verb.children if c.i > verb.i]
    light = any(c.lower == "to" and any(w.lower == "light" for w in c.children) for c in after)
    return (verb.lemma == "come" and light) or (
        verb.lemma == "turn" and any(c.lower == "out" for c in after)
    )


def _is_writing(noun: Token | None) -> bool:
    """Return whether a text that says so is named: it is said in her memoir."""
    known = _words("writings") | vocabulary("attribution", "documents", "heads")
    return noun is not None and noun.lemma.lower() in known and noun.tag in {"NN", "NNP", "NNS"}


def _is_beside(agent: Token, verb: Token) -> bool:
    """Return whether "by" is of the verb or of one joined to it, not of a clause below it."""
    above = agent.head
    while above is not verb and above.dep == "conj":
        above = above.head
    return agent.dep == "agent" and above is verb


def _is_seen(verb: Token) -> bool:
    """Judge "is seen as": not "is described on its site as", nor "was dismissed on Monday as"."""
    as_word = _as_phrase(verb)
    if as_word is None and verb.lemma in _words("labels"):
        return verb.child("oprd", "attr", "dobj", "xcomp") is not None
    return as_word is not None and not any(
        c.dep in {"prep", "npadvmod"} and verb.i < c.i < as_word.i for c in verb.children
    )


def is_supposed(verb: Token) -> bool:
    """Return whether the statement is only a case: if he is seen as, when it was revealed."""
    clause = [verb, *(above for above in verb.ancestors if above.dep in _CLAUSE | {"conj"})]
    return any(
        c.lower in {"if", "when", "whether"} and c.dep in {"mark", "advmod"}
        for above in clause[:2]
        for c in above.children
        if c.i < verb.i
    )


def is_sourced(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether the sentence names who says or believes it.

    What somebody says in a clause below the verb does not count: "is reported to have found",
    "although the council has announced nothing".
    """
    below = {w.i for c in verb.children if c.dep in _BELOW and c.i > verb.i for w in c.subtree}
    words = reading.parses[sentence.block]
    return any(
        a.cue_lemma == "according to"
        or not a.cue
        or not all(w.i in below for cue in a.cue for w in words.within(cue))
        for a in reports_in(reading, sentence.span)
        if is_identified(reading, a)
    )


def is_carried_on(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether what is hedged is still that of a text or outlet cited just before.

    A charge goes on from the paragraph before, as stories of a lawsuit do; a belief or a
    rumour only inside its own. A notice or a set of accounts holds no beliefs.
    """
    told = prose_sentences(reading)
    at = told.index(sentence) if sentence in told else 0
    charge = verb.lemma in (_words("charges") | {"allege"}) - {"suspect"}
    before = [s for s in told[max(0, at - 1) : at] if charge or s.block == sentence.block]
    return any(
        a.source.kind is SourceKind.OUTLET or _is_of_law(reading, a)
        for s in before
        for a in reports_in(reading, s.span)
        if is_identified(reading, a)
    )


def _is_of_law(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the source is a text that charges or finds: a complaint, an inquiry."""
    return any(
        word.lemma.lower() in _words("texts_of_law") for word in source_words(reading, attribution)
    )


def is_on_record(reading: Reading, verb: Token) -> bool:
    """Return whether a poll counted the views, or a court heard the charge."""
    sentence = reading.sentence_at(verb.start)
    if sentence is None:
        return True
    if any(
        w.lower == "by" and w.i > verb.i and any(c.tag == "CD" for c in w.subtree)
        for w in verb.subtree
    ):
        return True  # "is seen as honest by 55 percent"
    if verb.lemma in _words("views"):
        return speaks_of_a_poll(reading, sentence)
    if verb.lemma not in _words("charges"):
        return False
    crimes = _words("crimes")
    if _heard_next(reading, sentence, verb):
        return True
    return any(w.lemma.lower() in crimes for w in verb.subtree if w.i > verb.i) or any(
        c.lower in {"on", "in"} and any(w.lemma in {"medium", "court"} for w in c.subtree)
        for c in verb.children
    )


def _heard_next(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether the next sentence of the paragraph is of a court that hears the charge."""
    group = reading.sentences_of(sentence.block)
    at = group.index(sentence)
    if not any(c.tag in {"VBZ", "VBP"} and c.lemma == "be" for c in verb.children):
        return False  # "is accused of": the case is on
    return any(
        word.lower in _words("courts")
        for after in group[at + 1 : at + 2]
        for word in reading.parses[sentence.block].within(after.span)
    )


def _expletive_severity(verb: Token) -> Severity | None:
    """Judge "it has been confirmed that"."""
    if verb.lemma in _words("presumes"):
        return Severity.ERROR
    known = _words("reports") | vocabulary("attribution", "agentless", "announcements")
    return Severity.WARNING if verb.lemma in known else None


def _raised_severity(verb: Token) -> Severity | None:
    """Judge "is believed to be"; "is expected to" is a plan unless it is widely expected."""
    if verb.lemma == "know" and any(c.lower == "been" for c in verb.children):
        return None  # "have been known to": they sometimes do
    if verb.lemma in _words("reports") | _words("held"):
        return Severity.WARNING
    if verb.lemma == "expect":
        return Severity.SUGGESTION if any(c.lower in _WIDELY for c in verb.children) else None
    return None


def _parenthesis(verb: Token) -> Severity | None:
    """Judge "the draft, it is understood, was his"."""
    subject = verb.child("nsubjpass", "nsubj", "expl")
    if subject is None or subject.lower != "it" or verb.child("auxpass") is None:
        return None
    known = _words("reports") | vocabulary("attribution", "agentless", "presumes")
    beside = verb.dep in {"parataxis", "ccomp", "advcl"} or any(
        c.dep in {"ccomp", "advcl"} and c.i < verb.i for c in verb.children
    )
    alone = not any(c.dep in _CLAUSE | {"prep", "agent"} and c.i > verb.i for c in verb.children)
    return Severity.WARNING if verb.lemma in known and beside and alone else None


def _put_at(verb: Token) -> Severity | None:
    """Judge "the damage is put at 12 million"."""
    if verb.lemma not in {"put", "estimate"} or verb.child("auxpass") is None:
        return None
    if verb.child("agent") is not None or not any(c.tag in _FINITE for c in verb.children):
        return None
    at = next((c for c in verb.children if c.lower == "at" and c.i == verb.i + 1), None)
    if any(
        w.lower in {"in", "on"} and any(c.tag == "NN" and c.entity == "" for c in w.children)
        for w in verb.subtree
    ):
        return None  # on the label, in the accounts
    return Severity.WARNING if at and any(w.tag == "CD" for w in at.subtree) else None


def _mooted(verb: Token) -> Severity | None:
    """Judge "a sale is being mooted": talk of something, and nobody who talks."""
    known = verb.lemma in _words("mooted") and not any(
        c.lower in {"as", "of"} or c.dep in {"oprd", "acomp", "ccomp"} for c in verb.children
    )
    subject = verb.child("nsubjpass")
    if subject is None or verb.tag != "VBN" or verb.child("agent", "xcomp") is not None:
        return None
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if not any(c.tag in _FINITE for c in helpers) or is_negated(verb):
        return None
    if not known:
        going_on = any(c.lower in {"being", "been"} for c in helpers)
        floated = verb.lemma in _words("floated")
        talked_of = subject.lemma in _words("talked_of")
        known = going_on and floated and talked_of
    return Severity.WARNING if known and not _names_who(verb) else None


def _names_who(verb: Token) -> bool:
    """Return whether "by", "among" or "between" tells who talks."""
    return any(c.lower in {"among", "amongst", "between", "by"} for c in verb.children)


def _is_charge(verb: Token) -> bool:
    """Judge "was accused of": not where a court, or the accuser, comes into it."""
    if verb.dep not in {"ROOT", "conj", "relcl", "ccomp", "advcl", "parataxis"}:
        return False
    top = verb
    for above in verb.ancestors:
        top = above
    subject = verb.child("nsubjpass")
    if subject is not None and subject.lemma in {"suspect", "defendant"}:
        return False
    courts = _words("courts")
    if any(w.lower in courts for w in top.subtree):
        return False
    if verb.lemma == "suspect":
        return any(c.lower == "of" for c in verb.children)
    return True


def _is_verdict(verb: Token) -> bool:
    """Judge "is considered a failure", not "was considered in May" or "under the law".

    In the past it may be what somebody told of decided: the claim was rated false.
    """
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if any(c.tag == "VBD" for c in helpers) and not any(c.lower in _WIDELY for c in verb.children):
        return False
    if any(c.dep == "prep" and c.lower in {"for", "in", "under", "by"} for c in verb.children):
        return False
    return verb.child("oprd", "attr", "acomp", "xcomp", "dobj", "ccomp") is not None


def _is_name_calling(verb: Token) -> bool:
    """Judge "he was called a coward": not "the rock is called the Needle"."""
    who, what = verb.child("nsubjpass"), verb.child("oprd")
    if who is None or what is None:
        return False
    person = who.lower in {"he", "she", "they"} or who.entity == "PERSON"
    kind = what.tag == "NN" and any(c.lower in {"a", "an"} for c in what.children)
    return person and (kind or what.tag == "JJ")


def _is_linked(verb: Token) -> bool:
    """Judge "has been linked to": a tie that somebody made out, not a ferry or a wire."""
    to = any(c.lower in {"to", "with"} and c.i > verb.i for c in verb.children)
    return to and any(c.lower == "been" for c in verb.children)


def _has_infinitive(verb: Token) -> bool:
    clause = verb.child("xcomp")
    return clause is not None and any(
        c.lower == "to" and c.i > verb.i for c in (*clause.children, clause)
    )


def _as_phrase(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.lower == "as" and c.i > verb.i), None)


def cue_span(verb: Token) -> Span:
    """Return the verb group, with "as" when that follows at once."""
    group = verb_group(verb)
    as_word = _as_phrase(verb)
    if as_word is not None and as_word.i == verb.i + 1:
        return Span(group.start, as_word.end)
    if verb.lemma in _words("charges"):
        of = next((c for c in verb.children if c.lower == "of" and c.i == verb.i + 1), None)
        return Span(group.start, of.end) if of is not None else group
    return group
