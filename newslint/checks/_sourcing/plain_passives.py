"""Passives that name nobody and need not: a rule, a custom, what somebody named looked into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.backing import speaks_of_a_poll
from newslint.checks._sourcing.person_nouns import known_people, person_lemma
from newslint.checks._support import is_identified, prose_sentences, reports_in
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence

_WHENEVER = frozenset({"if", "unless", "until", "when", "whenever", "where"})
_ONCE = frozenset({"after", "as", "once", "when"})
_HOLDING = frozenset({"among", "at", "for", "in", "inside", "to", "within"})
_BODIES = frozenset({"NORP", "ORG", "PERSON"})
_COMMONLY = frozenset(
    {"commonly", "generally", "increasingly", "long", "often", "universally", "widely"}
)
_AFTERWARDS = frozenset({"after", "since"})
_ENDS = frozenset({":", "?"})
_SHARES = frozenset({"fifth", "half", "majority", "most", "quarter", "tenth", "third"})


def needs_no_source(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether the verb that names nobody leaves no reader asking who.

    Left alone are what holds of any such thing ("a claim is dismissed as false when"), what
    a named body had just looked into, what the words before say is somebody's view ("for the
    party's leaders, this is seen as"), a share of those asked, a custom ("is believed to
    bring luck"), an illness or a thing linked to another, a question that is spelled out, what
    only dates something else ("he left after it emerged that") and what stands between two
    sentences of one speaker's. Needs `attributions`.
    """
    return (
        _is_of_any(verb)
        or _is_looked_into(verb)
        or _is_held_by_those_before(verb)
        or _is_counted(reading, sentence, verb)
        or _is_custom(verb)
        or _is_link_of_things(verb)
        or _is_asked_outright(reading, sentence, verb)
        or _is_vouched_for(verb)
        or _is_in_the_news(reading, sentence, verb)
        or _only_dates(verb)
        or _is_told_on(reading, sentence, verb)
    )


def _words(name: str) -> frozenset[str]:
    return vocabulary("attribution", "plain_passives", name)


def _is_of_any(verb: Token) -> bool:
    """Return whether a rule is told: a fact is dismissed as false when it does not fit."""
    subject = verb.child("nsubjpass")
    if subject is None or not any(c.lower in {"a", "an", "any"} for c in subject.children):
        return False
    present = any(c.lower in {"is", "are"} for c in verb.children if c.dep in {"aux", "auxpass"})
    return present and any(
        c.dep == "advcl" and c.i > verb.i and any(w.lower in _WHENEVER for w in c.children)
        for c in verb.children
    )


def _is_looked_into(verb: Token) -> bool:
    """Return whether a clause before names who judged: when the board examined it, it was rated."""
    return any(
        c.dep == "advcl"
        and c.i < verb.i
        and any(w.lower in _ONCE and w.i < c.i for w in c.children)
        and _is_somebody(c.child("nsubj"))
        and c.lemma in _words("examining")
        for c in verb.children
    )


def _is_somebody(subject: Token | None) -> bool:
    return subject is not None and (subject.entity in _BODIES or subject.tag.startswith("NNP"))


def _is_held_by_those_before(verb: Token) -> bool:
    """Return whether words before the verb say whose view it is: for the leaders, it is seen as."""
    for part in verb.children:
        if part.dep != "prep" or part.i > verb.i or part.lower not in _HOLDING:
            continue
        noun = part.child("pobj")
        if noun is None or noun.entity in {"DATE", "TIME"}:
            continue
        lemma = person_lemma(noun)
        if lemma in _words("holders") or (lemma in known_people() and noun.tag == "NNS"):
            return True
        if part.lower in {"for", "to"} and noun.entity in _BODIES:
            return True
    return False


def _is_counted(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether "by" and a share of people follow: are seen as fit by a third of voters."""
    for by in reading.parses[sentence.block].within(sentence.span):
        noun = by.child("pobj") if by.lower == "by" and by.i > verb.i else None
        if noun is not None and (
            any(w.tag == "CD" or w.lower in _SHARES for w in noun.subtree)
            and any(
                person_lemma(w) in known_people() | _words("asked")
                for w in noun.subtree
                if w.tag != "CD"
            )
        ):
            return True
    return False


def _is_custom(verb: Token) -> bool:
    """Return whether this is folklore: the charm is believed to bring luck."""
    told = verb.child("xcomp")
    if told is None or told.lemma not in _words("charming"):
        return False
    subject = verb.child("nsubjpass", "nsubj")
    thing = subject is None or subject.entity not in _BODIES
    return thing and any(w.lemma.lower() in _words("charms") for w in told.subtree)


def _is_link_of_things(verb: Token) -> bool:
    """Return whether an illness or a thing is tied to another, or nothing is: no case was."""
    if verb.lemma not in vocabulary("attribution", "agentless", "linked"):
        return False
    subject = verb.child("nsubjpass")
    if subject is None:
        return False
    if any(c.lower == "no" for c in subject.children):
        return True
    return subject.lemma.lower() in _words("illnesses")


def _is_asked_outright(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether a question that remains is put in so many words, after a colon."""
    subject = verb.child("nsubj")
    if verb.lemma != "remain" or subject is None or subject.lemma != "question":
        return False
    words = reading.parses[sentence.block].within(sentence.span)
    return any(w.text in _ENDS and w.i > verb.i for w in words)


def _is_vouched_for(verb: Token) -> bool:
    """Return whether the writer vouches for the concern: there were legitimate concerns."""
    told = verb.child("attr", "nsubj", "dobj") if verb.child("expl") is not None else None
    return told is not None and any(c.lower in _words("vouching") for c in told.children)


def _is_in_the_news(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether a poll gives the hope, or a named outlet raised the question told of."""
    if verb.child("expl") is None:
        return False
    told = verb.child("attr", "nsubj", "dobj")
    if told is not None and told.lemma == "hope" and speaks_of_a_poll(reading, sentence):
        return True
    return any(
        a.source.kind is SourceKind.OUTLET and is_identified(reading, a)
        for a in reports_in(reading, sentence.span)
    )


def is_mere_judgement(verb: Token) -> bool:
    """Return whether few would ask who thinks so: is considered apt, or one of the largest.

    With "widely" or "long" it is a claim about opinion, and so is "is considered the finest".
    """
    if any(c.dep == "advmod" and c.lower in _COMMONLY for c in verb.children):
        return False
    what = verb.child("oprd", "attr", "acomp", "dobj", "xcomp", "ccomp")
    if verb.lemma not in {"consider", "judge", "rate"} or what is None:
        return False
    if what.lower in _words("contestable"):
        return False
    return not any(c.lower == "the" or c.dep == "poss" for c in what.children)


def _only_dates(verb: Token) -> bool:
    """Return whether it only dates what is told: he resigned after it emerged that."""
    return verb.dep == "advcl" and any(
        c.lower in _AFTERWARDS and c.i < verb.i and c.dep in {"mark", "advmod", "prep"}
        for c in verb.children
    )


def _is_told_on(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether the sentences before and after are one speaker's, or it goes on a forecast.

    A paraphrase runs over several sentences: not each has a "she said". A budget office that
    is cited for one figure stands behind the next.
    """
    told = prose_sentences(reading)
    at = told.index(sentence) if sentence in told else 0
    before = list(_speakers(reading, told[max(0, at - 1) : at]))
    if verb.lemma in {"forecast", "predict", "project"}:
        return bool(before)
    near = (*told[max(0, at - 1) : at], *told[at + 1 : at + 2])
    if all(s.block != sentence.block for s in near):
        return False  # a paragraph of its own
    after = _speakers(reading, told[at + 1 : at + 2])
    return bool(before) and any(
        later.source.pronoun or later.speaker == earlier.speaker
        for later in after
        for earlier in before
    )


def _speakers(reading: Reading, sentences: Sequence[Sentence]) -> Iterator[Attribution]:
    """Yield what identified speakers are reported, not quoted, to say in the sentences."""
    for sentence in sentences:
        for told in reports_in(reading, sentence.span):
            quoted = any(reading.quotations.touches(part) for part in told.content)
            if told.speaker is not None and not quoted and is_identified(reading, told):
                yield told
