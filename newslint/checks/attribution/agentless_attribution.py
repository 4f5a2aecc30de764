"""Statements that somebody made, but nobody is said to have made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._backing import speaks_of_a_poll
from newslint.checks._murmurs import murmur_severity, murmur_span
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._support import (
    goes_on,
    has_identified_report,
    has_link,
    is_negated,
    is_own_voice,
    prose_tokens,
    verb_group,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_CLAUSE = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_WIDELY = frozenset({"commonly", "generally", "often", "largely", "widely"})


class AgentlessAttribution(Rule):
    """Say who confirmed, said or believes it.

    "It has been confirmed that" sounds like a source and names none. Readers cannot tell
    whether a ministry, a rival newspaper or a rumour stands behind the sentence, so they
    cannot weigh it. Name the source, or drop the phrase and stand behind the statement.
    A planned event ("is expected to open on Monday") is left alone.
    """

    id: str = "attribution.agentless-attribution"
    message: str = "“%s” names no source: say who."
    severity: Severity = Severity.ERROR

    examples: ClassVar[tuple[Example, ...]] = (
        Example("It [[has been confirmed]] that two ferries turned back outside the harbour."),
        Example("The closure [[is interpreted as]] a rebuke to the harbour board."),
        Example("The captain [[is believed]] to have left the island before dawn."),
        Example("It [[emerged]] that the ferry had carried no life rafts."),
        Example("The harbour board [[was accused of]] hiding the report."),
        Example("[[Questions have been raised]] about the price of the rafts."),
        Example("[[There have been growing calls]] for an inquiry."),
        Example("[[Rumours have been swirling]] that the captain will retire."),
        Example("Questions were raised by the deckhands' union about the price of the rafts."),
        Example("There are calls for an inquiry from the crews, and no fears of a strike."),
        Example("It was confirmed by the harbour board that two ferries turned back."),
        Example("The strait is known as the Needle, and the rock beside it is called the Eye."),
        Example("The new terminal is expected to open on Monday."),
        Example("The captain is believed to have left the island, according to the coastguard."),
        Example("It has not been confirmed that the ferries turned back."),
        Example("The captain was accused of theft in court, and was blamed by the owner."),
        Example("If the closure is seen as a rebuke, the board will have to answer it."),
        Example("The captain is accused of killing a deckhand in June."),
        Example("In the poll, the closure was seen as a rebuke by a third of the islanders."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the cues that report a statement and name no source for it."""
        for token in prose_tokens(reading):
            severity = (
                _severity(token)
                or _parenthesis(token)
                or _put_at(token)
                or _mooted(token)
                or murmur_severity(token)
            )
            if severity is None or not is_own_voice(reading, token.span) or _is_supposed(token):
                continue
            if _is_on_record(reading, token) or speaks_in_first_person(reading):
                continue
            sentence = reading.sentence_at(token.start)
            if sentence is None or has_identified_report(reading, sentence.span):
                continue
            if has_link(reading, sentence.span) or goes_on(reading, sentence):
                severity = Severity.SUGGESTION
            span = murmur_span(token) or _cue(token)
            yield self.problem(span, " ".join(span.cut(reading.text).split()), at_most=severity)


def _severity(verb: Token) -> Severity | None:
    """Return how serious the verb is as a cue without a source; None if it is none."""
    if not verb.tag.startswith("VB") or is_negated(verb):
        return None
    subject = verb.child("nsubjpass", "nsubj", "expl")
    expletive = subject is not None and subject.lower == "it"
    if verb.lemma in vocabulary("attribution", "agentless", "emerging"):
        follows = any(c.dep in {"ccomp", "csubj", "advcl"} and c.i > verb.i for c in verb.children)
        return Severity.WARNING if expletive and follows else None
    if verb.child("auxpass") is None or verb.child("agent") is not None:
        return None
    if any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        return None  # "it should be noted", "it cannot be proved"
    if any(w.lower == "by" and w.i > verb.i and _is_beside(w, verb) for w in verb.subtree):
        return None
    if not any(c.tag in _FINITE for c in verb.children if c.dep in {"aux", "auxpass"}):
        return None
    foretold = verb.lemma == "expect" and verb.child("ccomp", "csubj") is None
    if expletive and not foretold and any(c.dep in _CLAUSE and c.i > verb.i for c in verb.children):
        return _expletive_severity(verb)
    if verb.child("xcomp") is not None and _has_infinitive(verb):
        return _raised_severity(verb)
    if verb.lemma in vocabulary("attribution", "agentless", "charges"):
        return Severity.WARNING if _is_charge(verb) else None
    if verb.lemma in vocabulary("attribution", "agentless", "judged"):
        return Severity.WARNING if _is_verdict(verb) else None
    if verb.lemma in vocabulary("attribution", "agentless", "views"):
        return Severity.WARNING if _is_seen(verb) else None
    return None


def _is_beside(agent: Token, verb: Token) -> bool:
    """Return whether "by" is of the verb or of one joined to it, not of a clause below it."""
    above = agent.head
    while above is not verb and above.dep == "conj":
        above = above.head
    return agent.dep == "agent" and above is verb


def _is_seen(verb: Token) -> bool:
    """Judge "is seen as": not "is described on its site as", nor "was dismissed on Monday as"."""
    as_word = _as_phrase(verb)
    return as_word is not None and not any(
        c.dep in {"prep", "npadvmod"} and verb.i < c.i < as_word.i for c in verb.children
    )


def _is_supposed(verb: Token) -> bool:
    """Return whether the statement is only a case: if he is seen as, when it was revealed."""
    clause = [verb, *(above for above in verb.ancestors if above.dep in _CLAUSE | {"conj"})]
    return any(
        c.lower in {"if", "when", "whether"} and c.dep in {"mark", "advmod"}
        for above in clause[:2]
        for c in above.children
        if c.i < verb.i
    )


def _is_on_record(reading: Reading, verb: Token) -> bool:
    """Return whether a poll counted the views, or a court heard the charge."""
    sentence = reading.sentence_at(verb.start)
    if sentence is None:
        return True
    if any(
        w.lower == "by" and w.i > verb.i and any(c.tag == "CD" for c in w.subtree)
        for w in verb.subtree
    ):
        return True  # "is seen as honest by 55 percent"
    if verb.lemma in vocabulary("attribution", "agentless", "views"):
        return speaks_of_a_poll(reading, sentence)
    if verb.lemma not in vocabulary("attribution", "agentless", "charges"):
        return False
    crimes = vocabulary("attribution", "agentless", "crimes")
    return any(w.lemma.lower() in crimes for w in verb.subtree if w.i > verb.i) or any(
        c.lower in {"on", "in"} and any(w.lemma in {"medium", "court"} for w in c.subtree)
        for c in verb.children
    )


def _expletive_severity(verb: Token) -> Severity | None:
    """Judge "it has been confirmed that"."""
    if verb.lemma in vocabulary("attribution", "agentless", "presumes"):
        return Severity.ERROR
    known = vocabulary("attribution", "agentless", "reports") | vocabulary(
        "attribution", "agentless", "announcements"
    )
    return Severity.WARNING if verb.lemma in known else None


def _raised_severity(verb: Token) -> Severity | None:
    """Judge "is believed to be"; "is expected to" is a plan unless it is widely expected."""
    if verb.lemma in vocabulary("attribution", "agentless", "reports"):
        return Severity.WARNING
    if verb.lemma == "expect":
        return Severity.SUGGESTION if any(c.lower in _WIDELY for c in verb.children) else None
    return None


def _parenthesis(verb: Token) -> Severity | None:
    """Judge "the draft, it is understood, was his"."""
    subject = verb.child("nsubjpass", "nsubj", "expl")
    if subject is None or subject.lower != "it" or verb.child("auxpass") is None:
        return None
    known = vocabulary("attribution", "agentless", "reports") | vocabulary(
        "attribution", "agentless", "presumes"
    )
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
    return Severity.WARNING if at and any(w.tag == "CD" for w in at.subtree) else None


def _mooted(verb: Token) -> Severity | None:
    """Judge "a sale is being mooted": talk of something, and nobody who talks."""
    known = verb.lemma in vocabulary("attribution", "agentless", "mooted") and not any(
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
        floated = verb.lemma in vocabulary("attribution", "agentless", "floated")
        talked_of = subject.lemma in vocabulary("attribution", "agentless", "talked_of")
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
    courts = vocabulary("attribution", "agentless", "courts")
    if any(w.lower in courts for w in top.subtree):
        return False
    if verb.lemma == "suspect":
        return any(c.lower == "of" for c in verb.children)
    return verb.lemma != "blame" or not any(c.lower == "on" for c in verb.children)


def _is_verdict(verb: Token) -> bool:
    """Judge "is considered a failure": a view, where an adverb or an evaluation says so."""
    if any(c.dep == "prep" and c.lower in {"for", "in", "under", "by"} for c in verb.children):
        return False
    return verb.child("oprd", "attr", "acomp", "xcomp", "dobj", "ccomp") is not None and any(
        c.dep == "advmod" and c.lower in _WIDELY for c in verb.children
    )


def _has_infinitive(verb: Token) -> bool:
    clause = verb.child("xcomp")
    return clause is not None and any(
        c.lower == "to" and c.i > verb.i for c in (*clause.children, clause)
    )


def _as_phrase(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.lower == "as" and c.i > verb.i), None)


def _cue(verb: Token) -> Span:
    """Return the verb group, with "as" when that follows at once."""
    group = verb_group(verb)
    as_word = _as_phrase(verb)
    if as_word is not None and as_word.i == verb.i + 1:
        return Span(group.start, as_word.end)
    if verb.lemma in vocabulary("attribution", "agentless", "charges"):
        of = next((c for c in verb.children if c.lower == "of" and c.i == verb.i + 1), None)
        return Span(group.start, of.end) if of is not None else group
    return group
