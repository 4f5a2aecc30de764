"""Verbs that report a statement, a view or a charge and name nobody who made it."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.person_nouns import known_people
from newslint.checks._support import is_negated, verb_group
from newslint.finding import Severity
from newslint.language.tokens import Token
from newslint.span import Span

_CLAUSE = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "csubj", "csubjpass"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_TOLD_AT_LAST = frozenset({"confirm", "disclose", "reveal"})
_REGARDED = frozenset({"eye", "regard", "treat"})
_SPOKEN = frozenset({"speak", "talk", "think"})  # is spoken of as
_DISPUTED = frozenset({"challenge", "contest", "dispute", "doubt", "question"})
_SHARES = frozenset({"fifth", "half", "majority", "quarter", "tenth", "third", "twice"})
_NEARBY = frozenset({"affectionately", "locally", "universally"})
_WIDELY = frozenset({"commonly", "generally", "often", "largely", "widely"})
_BY_ALL = frozenset({"broadly", "commonly", "generally", "roundly", "universally", "widely"})


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
        follows = any(
            c.dep in {"ccomp", "csubj", "advcl"} and c.i > verb.i and not _tells_how(c)
            for c in verb.children
        )
        if not (expletive and follows):
            return None
        # "It turned out" is mostly the writer's way to go on with the tale.
        return Severity.SUGGESTION if verb.lemma == "turn" else Severity.WARNING
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
    if verb.lemma == "see" and _is_foreseen(verb, subject):
        return Severity.WARNING
    foretold = verb.lemma == "expect" and verb.child("ccomp", "csubj") is None
    if expletive and not foretold and any(c.dep in _CLAUSE and c.i > verb.i for c in verb.children):
        return _expletive_severity(verb)
    if verb.lemma in _words("opined") and any(c.lower in _BY_ALL for c in verb.children):
        planned = verb.lemma == "expect" and _has_infinitive(verb)
        return Severity.SUGGESTION if planned else Severity.WARNING
    if _has_infinitive(verb):
        return _raised_severity(verb)
    if verb.lemma == "write" and _is_written_off(verb, subject):
        return Severity.WARNING
    if verb.lemma in {"fear", "presume"} and verb.child("oprd", "acomp") is not None:
        return Severity.WARNING  # feared dead
    if verb.lemma in _words("charges"):
        return Severity.WARNING if _is_charge(verb) else None
    if verb.lemma in _SPOKEN and any(c.lower == "of" and c.i == verb.i + 1 for c in verb.children):
        return Severity.WARNING if _as_phrase(verb) is not None else None
    if verb.lemma in _words("judged"):
        return Severity.WARNING if _is_verdict(verb) else None
    if verb.lemma == "call" and _is_name_calling(verb):
        return Severity.WARNING
    if verb.lemma == "know" and _is_renowned(verb):
        return Severity.WARNING
    if verb.lemma in {"identify", "name"} and _is_victim(verb):
        return Severity.WARNING
    if verb.lemma == "credit" and _is_credited(verb):
        return Severity.WARNING
    if verb.lemma in _words("linked") and _is_linked(verb):
        return Severity.WARNING
    if verb.lemma in _words("views") | _REGARDED and _is_met_with(verb):
        return Severity.WARNING
    if verb.lemma in _words("views"):
        return Severity.WARNING if _is_seen(verb) else None
    if verb.lemma in _DISPUTED and any(c.lower == "been" for c in verb.children):
        return Severity.WARNING if _is_claim(subject) and not _in_court(verb) else None
    return None


def _comes_out(verb: Token) -> bool:
    """Return whether this is "it has come to light" or "it turned out"."""
    after = [c for c in verb.children if c.i > verb.i]
    light = any(c.lower == "to" and any(w.lower == "light" for w in c.children) for c in after)
    # "it turns out" is the writer's own turn of phrase
    turned = verb.lemma == "turn" and verb.tag in {"VBD", "VBN"}
    return (verb.lemma == "come" and light) or (turned and any(c.lower == "out" for c in after))


def _tells_how(clause: Token) -> bool:
    """Return whether the clause tells how it came out: it came to light when her card failed."""
    return clause.dep == "advcl" and any(
        c.lower in {"after", "once", "when"} and c.i < clause.i for c in clause.children
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
    passive = verb.child("auxpass")
    if verb.lemma == "report" and passive is not None and passive.lower in {"is", "are"}:
        return False  # "an empty file is reported as an error": what is done, not said
    if as_word is None and verb.lemma in _words("labels"):
        quoted = any(c.text in {'"', "“"} and c.i == verb.i + 1 for c in verb.children)
        return quoted or verb.child("oprd", "attr", "dobj", "xcomp") is not None
    return as_word is not None and not any(
        c.dep in {"prep", "npadvmod"} and verb.i < c.i < as_word.i for c in verb.children
    )


def _is_foreseen(verb: Token, subject: Token | None) -> bool:
    """Judge "is seen falling to 4 per cent": a forecast of nobody's, not what a camera saw."""
    now = any(c.lower in {"are", "is"} for c in verb.children if c.dep == "auxpass")
    then = next((w for w in verb.subtree if w.i == verb.i + 1), None)
    if not now or then is None or then.lemma not in _words("foreseen") or then.tag != "VBG":
        return False
    if subject is None or subject.entity == "PERSON" or subject.lemma.lower() in known_people():
        return False
    return any(w.tag == "CD" or w.entity == "DATE" or w.dep == "dobj" for w in then.subtree)


def _is_written_off(verb: Token, subject: Token | None) -> bool:
    """Judge "the talks were written off": by whom? Not a debt, nor a car."""
    off = any(c.lower == "off" and c.i == verb.i + 1 for c in verb.children)
    return off and subject is not None and subject.lemma.lower() in _words("hopes")


def _is_met_with(verb: Token) -> bool:
    """Judge "is regarded with suspicion": whose?"""
    with_word = next((c for c in verb.children if c.lower == "with" and c.i > verb.i), None)
    what = with_word.child("pobj") if with_word is not None else None
    known = _words("murmurs") | _words("reactions") | _words("regards")
    return what is not None and what.lemma in known


def _is_claim(subject: Token | None) -> bool:
    """Return whether this is something said: that, the figure, his account."""
    if subject is None:
        return False
    return subject.lower in {"it", "that", "this", "which"} or subject.lemma in _words("claims")


def _in_court(verb: Token) -> bool:
    return any(
        w.lemma.lower() in _words("courts") | {"appeal", "law"}
        for w in verb.subtree
        if w.i > verb.i
    )


def _expletive_severity(verb: Token) -> Severity | None:
    """Judge "it has been confirmed that"."""
    if verb.lemma in _words("presumes"):
        return Severity.ERROR
    known = _words("reports") | vocabulary("attribution", "agentless", "announcements")
    return Severity.WARNING if verb.lemma in known else None


def _raised_severity(verb: Token) -> Severity | None:
    """Judge "is believed to be"; "is expected to" is a plan, unless all expect it."""
    told = verb.child("xcomp", "advcl")
    sometimes = verb.lemma == "know" and any(c.lower == "been" for c in verb.children)
    if sometimes and (told is None or told.lemma != "be"):
        return None  # "have been known to bite": they sometimes do
    if verb.lemma in _words("reports") | _words("held"):
        return Severity.WARNING
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
    if (
        verb.lemma not in {"calculate", "estimate", "put", "reckon"}
        or verb.child("auxpass") is None
    ):
        return None
    if verb.dep == "relcl":
        return None  # an ale that was put at 6 per cent
    if verb.child("agent") is not None or not any(c.tag in _FINITE for c in verb.children):
        return None
    at = next((c for c in verb.children if c.lower == "at" and c.i == verb.i + 1), None)
    if any(
        w.lower in {"in", "on"} and any(c.tag == "NN" and c.entity == "" for c in w.children)
        for w in verb.subtree
    ):
        return None  # on the label, in the accounts
    amount = at is not None and any(w.tag == "CD" or w.lower in _SHARES for w in at.subtree)
    return Severity.WARNING if amount else None


def _mooted(verb: Token) -> Severity | None:
    """Judge "a sale is being mooted": talk of something, and nobody who talks."""
    if verb.tag != "VBN":
        return None
    known = verb.lemma in _words("mooted") and not any(
        c.lower in {"as", "of"} or c.dep in {"oprd", "acomp", "ccomp"} for c in verb.children
    )
    subject = verb.child("nsubjpass")
    being = any(c.lower == "being" for c in verb.children)
    asked = being and subject is not None and subject.lemma == "question" and verb.lemma == "ask"
    given = verb.child("dobj") if verb.lemma == "give" else None
    known |= asked or (given is not None and given.lemma in _words("given"))
    if subject is None or verb.child("agent", "xcomp") is not None:
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
    stops = [w.i for w in top.subtree if w.text == ";"]
    if any(
        w.lower in courts and not any(min(w.i, verb.i) < i < max(w.i, verb.i) for i in stops)
        for w in top.subtree
    ):
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
    if any(
        c.dep == "advmod" and c.lower in {"where", "when"}
        for v in verb.children
        for c in v.children
    ):
        return False  # "the rows are judged where the source was found"
    return verb.child("oprd", "attr", "acomp", "xcomp", "dobj", "ccomp") is not None


def _is_name_calling(verb: Token) -> bool:
    """Judge "he was called a coward": not "the rock is called the Needle"."""
    who, what = verb.child("nsubjpass"), verb.child("oprd")
    if who is None or what is None:
        return False
    person = who.lower in {"he", "she", "they"} or who.entity == "PERSON"
    kind = what.tag == "NN" and any(c.lower in {"a", "an"} for c in what.children)
    before_now = any(c.lower == "been" for c in verb.children)  # the film has been called a gem
    kind_or_best = kind or any(c.tag == "JJS" for c in what.children)
    return (person and (kind or what.tag == "JJ")) or (kind_or_best and before_now)


def _is_victim(verb: Token) -> bool:
    """Judge "two of the dead were named as": not "was named as chairman"."""
    who = verb.child("nsubjpass")
    if who is None or _as_phrase(verb) is None or verb.dep not in {"ROOT", "conj"}:
        return False
    return any(w.lemma.lower() in _words("unlucky") for w in (who, *who.subtree) if w.i < verb.i)


def _is_credited(verb: Token) -> bool:
    """Judge "the revolt is credited to her": a view, unless a text or a photograph is meant."""
    to = any(c.lower == "to" and c.i > verb.i for c in verb.children)
    return to or any(c.lower in _WIDELY for c in verb.children)


def _is_renowned(verb: Token) -> bool:
    """Judge "is known locally as a rogue": a judgement, where "as the Needle" is a name."""
    as_word = _as_phrase(verb)
    what = as_word.child("pobj") if as_word is not None else None
    who = verb.child("nsubjpass")
    if as_word is not None and as_word.i == verb.i + 1 and who is not None:
        after = [w for w in as_word.subtree if w.i == as_word.i + 1]
        if after and after[0].text in {'"', "“"} and who.lower in {"he", "she", "they", "who"}:
            return True  # known as "a slogan in boots": a name that somebody gave
    if what is not None and any(c.tag == "JJS" for c in what.children):
        return True  # the deadliest in the county: who has compared them?
    if what is None or who is None or not any(c.lower in {"a", "an"} for c in what.children):
        return False
    said_by_all = any(c.lower in _WIDELY | _NEARBY for c in verb.children)
    person = who.lower in {"he", "she", "they", "who"} or who.entity == "PERSON"
    return person and said_by_all


def _is_linked(verb: Token) -> bool:
    """Judge "has been linked to": a tie that somebody made out, not a ferry or a wire."""
    to = any(c.lower in {"to", "with"} and c.i > verb.i for c in verb.children)
    return to and any(c.lower == "been" for c in verb.children)


def _has_infinitive(verb: Token) -> bool:
    clause = verb.child("xcomp")
    if clause is not None:
        return any(c.lower == "to" and c.i > verb.i for c in (*clause.children, clause))
    aside = verb.child("advcl")  # "is understood to want", misread
    return aside is not None and any(c.lower == "to" and c.i == verb.i + 1 for c in aside.children)


def _as_phrase(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.lower == "as" and c.i > verb.i), None)


def cue_span(verb: Token) -> Span:
    """Return the verb group, with "as", "out" or "to light" when that follows at once."""
    group = verb_group(verb)
    light = next((w for c in verb.children for w in c.children if w.lower == "light"), None)
    out = next((c for c in verb.children if c.lower == "out" and c.i == verb.i + 1), None)
    if (out is not None and verb.lemma == "turn") or (light is not None and verb.lemma == "come"):
        return Span(group.start, (out or light or verb).end)
    as_word = _as_phrase(verb)
    if as_word is not None and as_word.i == verb.i + 1:
        return Span(group.start, as_word.end)
    if verb.lemma in _words("charges"):
        of = next((c for c in verb.children if c.lower == "of" and c.i == verb.i + 1), None)
        return Span(group.start, of.end) if of is not None else group
    return group
