"""Who stands behind a verb that names nobody: a source in the sentence, a text, a court, a poll."""

from __future__ import annotations

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.backing import speaks_of_a_poll
from newslint.checks._sourcing.sources import outlet_credits, source_words
from newslint.checks._support import is_identified, prose_sentences, reports_in
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.span import Span

_CLAUSE = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass"})
_BESIDE = frozenset({"conj", "parataxis", "relcl"})
_BELOW = _CLAUSE | {"pcomp"}


def _words(name: str) -> frozenset[str]:
    return vocabulary("attribution", "agentless", name)


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
    "although the council has announced nothing". Nor does somebody of whom it is told: "the
    keeper, who is thought to have left, said"; nor one whose clause only stands beside, with a
    subject of its own: "the keeper called it a lie, and there has been an outcry".
    """
    if any(sentence.span.covers(c.span) and c.span < verb.span for c in outlet_credits(reading)):
        return True  # as the Argus reported, he was accused
    below = {w.i for c in verb.children if c.dep in _BELOW and c.i > verb.i for w in c.subtree}
    words = reading.parses[sentence.block]
    return any(
        a.cue_lemma == "according to"
        or not a.cue
        or not all(w.i in below for cue in a.cue for w in words.within(cue))
        for a in reports_in(reading, sentence.span)
        if is_identified(reading, a)
        and not any(s.covers(verb.span) for s in a.source.spans)
        and not _is_apart(reading, sentence, a, verb)
    )


def _is_apart(reading: Reading, sentence: Sentence, attribution: Attribution, verb: Token) -> bool:
    """Return whether somebody is cited in another clause, that only stands beside the verb's.

    "The spring is thought to be fouled; a doctor, Ana Ruiz, said she had treated many", "the
    delay was condemned, and the council, whose chairman said so, met".
    """
    words = reading.parses[sentence.block]
    cues = [w for cue in attribution.cue for w in words.within(cue)]
    if not cues or not attribution.content:
        return False
    first, last = sorted((verb.span, cues[0].span))
    if ";" in Span(first.end, last.start).cut(reading.text):
        return True
    if any(part.overlaps(verb.span) for part in attribution.content):
        return False
    own, other = _clause(verb), _clause(cues[0])
    return own is not other and other not in own.ancestors


def _clause(word: Token) -> Token:
    """Return the head of the clause with a subject of its own that the word stands in."""
    for above in (word, *word.ancestors):
        subject = above.child("nsubj", "nsubjpass", "expl")
        if above.dep in _BESIDE and subject is not None:
            return above
        word = above
    return word


def is_carried_on(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether what is hedged is still that of a text or outlet cited just before.

    A charge goes on from the paragraph before, as stories of a lawsuit do; a belief or a
    rumour only inside its own. A notice or a set of accounts holds no beliefs, and "it is
    understood that" is how a newsroom keeps its own source to itself.
    """
    subject = verb.child("nsubjpass", "expl")
    if verb.lemma == "understand" and subject is not None and subject.lower == "it":
        return False
    told = prose_sentences(reading)
    at = told.index(sentence) if sentence in told else 0
    before = [s for s in told[max(0, at - 1) : at] if is_charge(verb) or s.block == sentence.block]
    return any(
        a.source.kind is SourceKind.OUTLET or _is_of_law(reading, a)
        for s in before
        for a in reports_in(reading, s.span)
        if is_identified(reading, a)
    )


def is_charge(verb: Token) -> bool:
    """Return whether the verb tells of a charge against somebody: accused, criticised."""
    somebody = verb.child("nsubjpass", "expl")
    told = somebody is None or somebody.lower != "it"  # "it is alleged that" is of nobody
    return told and verb.lemma in (_words("charges") | {"allege"}) - {"suspect"}


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
        w.lower == "by"
        and w.i > verb.i
        and (w.head is verb or w.dep == "agent")
        and any(c.tag == "CD" for c in w.subtree)
        for w in verb.subtree
    ):
        return True  # "is seen as honest by 55 percent"
    if verb.lemma in _words("views") and verb.child("xcomp") is None:
        return speaks_of_a_poll(reading, sentence)
    if verb.lemma not in _words("charges"):
        return False
    crimes = _words("crimes")
    if _heard_next(reading, sentence, verb):
        return True
    return any(w.lemma.lower() in crimes for w in verb.subtree if w.i > verb.i) or any(
        c.lower in {"on", "in"} and any(w.lemma in {"medium", "court"} for w in c.subtree)
        for above in (verb, *(c for c in verb.children if c.dep == "conj"))
        for c in above.children
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
