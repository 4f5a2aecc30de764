"""Sources told without a name that nobody keeps secret: named at once, asked in a poll, private."""

from __future__ import annotations

import re

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.person_nouns import person_lemma
from newslint.checks._sourcing.sources import outlet_credits, source_words
from newslint.checks._support import is_report, prose_sentences, reports_in
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence

_OPENING = 2  # sentences in which a story may tell who speaks before it says by what name
_SOON = 3  # sentences in which the name then stands
_POINTING = frozenset({"the", "these", "those"})
_PRIVATELY = frozenset({"her", "him", "them"})
_IN_PUBLIC = LazyRegex(
    r"\bin an? (?:\w+ ){0,2}(?:statement|release|announcement|court filing)\b", re.IGNORECASE
)
_SHARE = (
    r"(?:\b[\w-]+-in-[\w-]+|\b\d[\d.]* ?(?:per ?cent|%)(?: of(?: the)?)?"
    r"|\b(?:half|majority|quarter|third|thirds|fifth|fifths)(?: of(?: the)?)?)"
    r"(?: [\w-]+){0,2} "
)


def is_no_secret(reading: Reading, head: Token) -> bool:
    """Return whether nobody asks why the person at `head` is not named.

    So it is of those who were told of before ("the two voters"), of a group, of a mother
    whose testimony is the headline, of what was said to somebody in the story and not to the
    newsroom, of what stands in a statement, of those asked in a poll, and of somebody whom
    the opening of a story tells by role and names soon after. Needs `attributions`.
    """
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    verb = head.head if head.dep in {"nsubj", "nsubjpass"} else None
    if head.dep == "poss" or head.lemma == "group" or _is_known(head):
        return True
    if verb is not None and (_is_handed_over(verb) or _is_told_in_the_story(verb)):
        return True
    return (
        _IN_PUBLIC.search(reading.text, sentence.span.start, sentence.span.end) is not None
        or _is_told_to_an_outlet(reading, sentence, head)
        or _is_polled(reading, head)
        or _is_named_soon(reading, sentence, head)
        or _are_named_next(reading, sentence, head)
        or _is_done_to(verb, head)
    )


def _is_known(head: Token) -> bool:
    """Return whether "the two" points at people told of before."""
    return any(c.lower in _POINTING and c.dep == "det" for c in head.children) and (
        head.child("nummod") is not None
    )


def _is_handed_over(verb: Token) -> bool:
    """Return whether something was passed on, and nothing said: emailed her the list."""
    clause = verb.child("ccomp", "xcomp") is not None
    passed = vocabulary("anonymity", "passing_on")
    return not clause and verb.lemma in passed and verb.child("dobj", "dative") is not None


def _is_told_in_the_story(verb: Token) -> bool:
    """Return whether it was said to somebody in the story: what a partner told him."""
    if verb.lemma not in {"advise", "ask", "inform", "tell", "warn"}:
        return False
    hearer = verb.child("dative", "dobj")
    return hearer is not None and hearer.lower in _PRIVATELY


def _is_told_to_an_outlet(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Return whether the source spoke to another outlet, however often that was credited."""
    if any(sentence.span.covers(credit.span) for credit in outlet_credits(reading)):
        return True
    verb = head.head
    hearer = verb.child("dative", "dobj", "pobj")
    named = hearer is not None and hearer.tag.startswith("NNP")
    return named and any(
        a.via is not None
        for a in reports_in(reading, sentence.span)
        if any(part.covers(head.span) for part in a.source.spans)
    )


def _is_polled(reading: Reading, head: Token) -> bool:
    """Return whether the story counts such people: three-in-five insiders."""
    if head.tag != "NNS":
        return False
    pattern = _SHARE + re.escape(head.text) + r"\b"
    return re.search(pattern, reading.text, re.IGNORECASE) is not None


def _is_named_soon(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Return whether the opening of the story tells a role, and a name follows: a former chair."""
    told = prose_sentences(reading)
    if sentence not in told[:_OPENING] or head.tag not in {"NN", "NNP"}:
        return False
    if person_lemma(head) in vocabulary("anonymity", "bare_heads") | {"person"}:
        return False
    at = told.index(sentence)
    roles = {w.lemma.lower() for w in head.subtree if w.tag.startswith(("NN", "JJ"))}
    return any(
        _has_a_name(a) and _shares_a_role(reading, a, roles)
        for later in told[at + 1 : at + 1 + _SOON]
        for a in reports_in(reading, later.span)
        if is_report(reading, a)
    )


def _are_named_next(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Return whether the next sentence gives their names: two sisters. Ana and Ida Ruiz.

    Or the name of one, with the role: a nurse. Ana Ruiz, the nurse.
    """
    told = prose_sentences(reading)
    at = told.index(sentence) if sentence in told else len(told)
    for after in told[at + 1 : at + 2]:
        for word in reading.parses[after.block].within(after.span):
            if not word.tag.startswith("NNP") or word.dep not in {"nsubj", "nsubjpass"}:
                continue
            opens = min(w.start for w in word.subtree) <= after.span.start + 1
            if head.tag == "NNS":
                joined = word.child("conj")
                if opens and joined is not None and "PERSON" in (word.entity, joined.entity):
                    return True
            elif (
                opens
                and word.entity == "PERSON"
                and any(
                    c.dep == "appos"
                    and person_lemma(c) == person_lemma(head)
                    and not any(w.lower in {"a", "an", "another"} for w in c.children)
                    for c in word.children
                )
            ):
                return True
    return False


def _is_done_to(verb: Token | None, head: Token) -> bool:
    """Return whether something was done to the people, who say nothing: were named, were taken."""
    passive = verb is not None and verb.child("nsubjpass") is head
    return passive and verb is not None and verb.lemma not in {"cite", "hear", "quote", "tell"}


def _has_a_name(attribution: Attribution) -> bool:
    return attribution.source.kind in {SourceKind.NAMED_PERSON, SourceKind.ORGANISATION}


def _shares_a_role(reading: Reading, attribution: Attribution, roles: set[str]) -> bool:
    """Return whether a word of the role stands with the name: a strike leader, Ana Ruiz."""
    return any(w.lemma.lower() in roles for w in source_words(reading, attribution))
