"""Groups without a name for which somebody with a name speaks close by."""

from __future__ import annotations

import re

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.collectives import Group
from newslint.checks._sourcing.sources import source_words
from newslint.checks._support import is_report, prose_sentences, reports_in
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence

_SOON = 3  # sentences in which the name may follow
_KNOWING = frozenset({"briefed", "close", "familiar", "involved"})


def is_spoken_for(reading: Reading, group: Group, sentence: Sentence) -> bool:
    """Return whether the story lets one of the group speak by name, or need not.

    A party's members and officials are spoken for by a politician or an officer named in the
    next sentences, and officials by the authority cited just before. An order ("officials told
    residents to boil the water") is a deed, a wish shared with somebody named is that
    person's, and what "people want" in a condition is nobody's statement. Needs
    `attributions`.
    """
    return (
        _is_headline_of(reading, group, sentence)
        or _is_shared(group)
        or _is_order(group)
        or _is_supposed(group)
        or _is_assault(group)
        or _is_without_name(reading, group)
        or _is_taken_up(reading, group, sentence)
        or (_holds_office(group) and _is_quoted_soon(reading, sentence))
        or (_holds_office(group) and _is_named_near(reading, group, sentence))
    )


def _holds_office(group: Group) -> bool:
    """Return whether the members are of a party or hold an office: Republicans, officials.

    A minister whose allies speak is none of them.
    """
    if group.lemma in vocabulary("attribution", "collective", "circle"):
        return False
    return group.sort == "office" or (group.head.entity == "NORP" and group.lemma in _parties())


def _parties() -> frozenset[str]:
    return vocabulary("attribution", "collective", "parties")


def _is_headline_of(reading: Reading, group: Group, sentence: Sentence) -> bool:
    """Return whether the headline announces a group that the next ones tell of again."""
    told = prose_sentences(reading)
    if sentence not in told[:1]:
        return False
    at = told.index(sentence)
    return any(
        word.lower == group.head.lower
        for later in told[at + 1 : at + 1 + _SOON]
        for word in reading.parses[later.block].within(later.span)
    )


def _is_shared(group: Group) -> bool:
    """Return whether somebody named is the first of those who say so: Holt and many officials."""
    first = group.head.head if group.head.dep == "conj" else None
    return first is not None and first.entity == "PERSON" and first.tag.startswith("NNP")


def _is_order(group: Group) -> bool:
    """Return whether the group told others to do something, or its own people anything."""
    verb = group.head.head
    if verb.lemma not in {"advise", "ask", "order", "tell", "urge", "warn"}:
        return False
    hearer = verb.child("dobj", "dative")
    theirs = hearer is not None and any(c.lower == "their" for c in hearer.children)
    return group.sort == "office" and (verb.child("xcomp") is not None or theirs)


def _is_supposed(group: Group) -> bool:
    """Return whether it is only a case or a hope: if people want it, what Democrats hope for."""
    verb = group.head.head
    if verb.lemma in {"need", "want"} and any(c.lower == "what" for c in verb.children):
        return True
    if verb.lemma == "hope" and group.lemma in _parties():
        return True
    if any(c.lower in {"if", "unless", "whether"} and c.dep == "mark" for c in verb.children):
        return True
    who_backs = verb.dep == "relcl" and verb.head is group.head
    return who_backs and verb.lemma in vocabulary("attribution", "collective", "stances")


def _is_assault(group: Group) -> bool:
    """Return whether the deed is one of arms: the camp was attacked by rebels."""
    by = group.head.head
    verb = by.head
    if group.head.dep != "pobj" or by.dep != "agent" or verb.lemma != "attack":
        return False
    return not any(c.lower in {"as", "for", "over"} and c.i > verb.i for c in verb.children)


def _is_without_name(reading: Reading, group: Group) -> bool:
    """Return whether these are sources kept anonymous, which other rules ask about.

    "Officials familiar with the plan", "aides who spoke on condition of anonymity": what such
    people know is told, and whether the reason is, is another question.
    """
    if group.sort == "crowd" and group.lemma not in {"people", "person"}:
        return False
    return any(
        a.source.kind is SourceKind.ANONYMOUS
        and (a.source.terms is not None or a.source.reason is not None or _is_close(group.head))
        for a in reading.attributions
        if any(part.overlaps(group.span) for part in a.source.spans)
    )


def _is_close(head: Token) -> bool:
    """Return whether words after the noun say how the members know: familiar with, close to."""
    return any(
        (c.dep in {"amod", "acl", "relcl"} and c.i > head.i and c.lower in _KNOWING)
        or (c.lower == "with" and any(w.lower == "knowledge" for w in c.children))
        for c in head.children
    )


def _is_quoted_soon(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the next sentence opens a quotation of somebody named, however long."""
    told = prose_sentences(reading)
    at = told.index(sentence) if sentence in told else len(told)
    for later in told[at + 1 : at + 2]:
        for quotation in reading.quotations.outer:
            if not later.span.start <= quotation.span.start <= later.span.start + 1:
                continue
            attribution = reading.attributions.of_quotation(quotation)
            if attribution is not None and attribution.source.kind is SourceKind.NAMED_PERSON:
                return True
    return False


def _is_taken_up(reading: Reading, group: Group, sentence: Sentence) -> bool:
    """Return whether "one of those advisers" follows, or somebody named who is called as they are.

    "Many of her Republican supporters" are spoken for by "Joe Moss, a Republican".
    """
    told = prose_sentences(reading)
    at = told.index(sentence) if sentence in told else len(told)
    called = {
        w.lemma.lower()
        for w in reading.parses[sentence.block].within(group.span)
        if w is group.head or w.entity == "NORP"
    }
    for later in told[at + 1 : at + 3]:
        text = later.span.cut(reading.text).lower()
        if re.search(rf"\bone of (?:the|these|those) {re.escape(group.head.lower)}\b", text):
            return True
        for a in reports_in(reading, later.span):
            named = a.source.kind is SourceKind.NAMED_PERSON and not a.source.pronoun
            if named and any(w.lemma.lower() in called for w in source_words(reading, a)):
                return True
    return False


def _is_named_near(reading: Reading, group: Group, sentence: Sentence) -> bool:
    """Return whether one in office is named and speaks soon after, or an authority just before."""
    told = prose_sentences(reading)
    at = told.index(sentence) if sentence in told else len(told)
    for place, later in enumerate(told[max(0, at - 1) : at + 1 + _SOON], max(0, at - 1)):
        if place == at:
            continue
        for a in reports_in(reading, later.span):
            if not is_report(reading, a) or a.source.pronoun:
                continue
            if place > at and a.source.kind is SourceKind.NAMED_PERSON and _is_officer(reading, a):
                return True
            body = a.source.kind in {SourceKind.ORGANISATION, SourceKind.DOCUMENT}
            if place < at and body and group.sort == "office" and later.block == sentence.block:
                return True
    return False


def _is_officer(reading: Reading, attribution: Attribution) -> bool:
    """Return whether a title or a role at the name is an office: Rep. Ruiz, Holt, a minister."""
    office = vocabulary("attribution", "collective", "office")
    titles = vocabulary("persons", "titles") - vocabulary("persons", "courtesy")
    return any(
        _is_title(word, titles) or word.lemma.lower() in office
        for word in source_words(reading, attribution)
    )


def _is_title(word: Token, titles: frozenset[str]) -> bool:
    return word.text in titles or word.text.removesuffix(".") in titles
