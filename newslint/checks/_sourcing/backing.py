"""Who stands behind a group without a name: somebody named near it, a link, a poll."""

from __future__ import annotations

import re

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.collectives import Group
from newslint.checks._sourcing.person_nouns import is_scholar
from newslint.checks._sourcing.sources import source_words
from newslint.checks._sourcing.spokesmen import is_spoken_for
from newslint.checks._support import (
    has_identified_report,
    has_link,
    is_identified,
    is_report,
    neighbours,
    prose_sentences,
    reports_in,
)
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.span import Span

_NAMED_KINDS = frozenset(
    {SourceKind.NAMED_PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET}
)
_ONE_OF_THEM = LazyRegex(r"\b(?:one|two|three|some|most|many) of (?:them|whom)\b")
_ONE_NAMED = LazyRegex(r"[;,:—–] ?(?:among them|one(?: of them)?),? (?:is |was |being )?[A-Z]")
_COUNTS = ("ballot", "poll", "public vote", "questionnaire", "survey")
_LAW = frozenset({"authority", "detective", "investigator", "officer", "official"})
_FORCES = frozenset({"police", "prosecutor", "sheriff", "fbi"})
_OPENING = 3  # sentences of a story that sum up what its body tells
_POLLS = LazyRegex(
    r"\b(?:polls?|polling|polled|surveys?|surveyed|questionnaire|census|ballots?|public vote"
    r"|turnout)\b",
    re.IGNORECASE,
)
# What a poll says, not that a ship's survey is overdue.
_ASKED = LazyRegex(
    r"\d|\b(?:ask|found|find|show|suggest|indicat|according|answer|conducted|carried out|held"
    r"|(?:of|among) (?:[\w’'-]+ ){0,4}(?:people|adults|voters|residents|members|parents|users"
    r"|readers|locals|households|firms|staff))",
    re.IGNORECASE,
)
_SHARES = LazyRegex(r"\b(?:per\s?cent|percentage)\b|%", re.IGNORECASE)


def is_backed(reading: Reading, group: Group, within: int) -> bool:
    """Return whether the story says, near the group, who is meant.

    A link in the sentence says so; so does a named member of the group in the `within`
    sentences that follow, or anywhere below if the group stands in the opening sentences;
    somebody identified who speaks of the group; a poll, of a crowd. That somebody is quoted
    next is not enough: readers cannot know whether it is one of them. Needs `attributions`.
    """
    sentence = reading.sentence_at(group.span.start)
    if sentence is None or has_link(reading, sentence.span):
        return True
    if _is_passed_on(reading, group, sentence) or _was_met(reading, group, sentence):
        return True
    if is_spoken_for(reading, group, sentence):
        return True
    if not group.authority and speaks_of_a_poll(reading, sentence):
        return True
    if any(
        pattern.search(reading.text, group.span.end, sentence.span.end)
        for pattern in (_ONE_OF_THEM, _ONE_NAMED)
    ):
        return True
    after = [
        s
        for s in neighbours(reading, sentence, within)
        if s.span.start > sentence.span.start and s.block <= sentence.block + 1
    ]
    told = prose_sentences(reading)
    below = told[told.index(sentence) + 1 :] if sentence in told[:_OPENING] else []
    return any(
        (any(s.span.covers(a.source.spans[0]) for s in after) and is_member(reading, group, a))
        or (any(s.span.covers(a.source.spans[0]) for s in below) and _is_called(reading, group, a))
        for a in reading.attributions
        if a.source.spans and a.source.kind in _NAMED_KINDS and is_report(reading, a)
    )


def _is_called(reading: Reading, group: Group, attribution: Attribution) -> bool:
    """Return whether the source is called what the members of the group are."""
    return any(w.lemma.lower() == group.lemma for w in source_words(reading, attribution))


def _is_passed_on(reading: Reading, group: Group, sentence: Sentence) -> bool:
    """Return whether somebody identified is the one who speaks of the group."""
    held = reading.attributions.containing(group.span)
    if held is not None and held.source.kind is not SourceKind.NONE:
        return has_identified_report(reading, sentence.span)
    return any(
        is_identified(reading, a)
        and any(part.covers(group.span) for part in a.content)
        and not any(part.overlaps(group.span) for part in a.source.spans)
        for a in reports_in(reading, sentence.span)
    )


def _was_met(reading: Reading, group: Group, sentence: Sentence) -> bool:
    """Return whether a named member of the group has just spoken, in the paragraph.

    The police who are cited are the authorities of the next sentence.
    """
    before = [s for s in neighbours(reading, sentence) if s.span.end <= sentence.span.start]
    return any(
        (not group.authority and _is_called(reading, group, a))
        or (group.lemma in _LAW and _is_police(reading, a))
        for s in before
        if s.block == sentence.block
        for a in reports_in(reading, s.span)
        if a.source.kind in _NAMED_KINDS
    )


def _is_police(reading: Reading, attribution: Attribution) -> bool:
    return any(w.lemma.lower() in _FORCES for w in source_words(reading, attribution))


def is_member(reading: Reading, group: Group, attribution: Attribution) -> bool:
    """Return whether a named source is presented as one of the group.

    The source, or the sentence it stands in, calls it so ("Ana Ruiz, a critic of the plan",
    "one of them"); of experts and the like, any role with "a" or "an" will do.
    """
    words = source_words(reading, attribution)
    if _is_called(reading, group, attribution) or any(w.lower == "one" for w in words[:1]):
        return True
    if group.head.lower == "others":
        return attribution.source.kind is SourceKind.NAMED_PERSON
    if not group.authority or not words or _objects(reading, attribution):
        return False
    roles = [w for w in words[1:] if w.dep == "appos" and w.child("det") is not None]
    roles += [w.head for w in words[1:] if w.lower in {"a", "an"} and w.head.dep == "appos"]
    return any(_could_know(role) for role in roles)


def _objects(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the source speaks against what was said, and so for nobody but itself."""
    sentence = reading.sentence_at(attribution.source.spans[0].start)
    against = vocabulary("attribution", "collective", "objecting")
    return sentence is not None and any(
        word.lower in against for word in reading.parses[sentence.block].within(sentence.span)
    )


def _could_know(role: Token) -> bool:
    """Return whether the role is one of those who know: not the council's head, nor the mayor."""
    known = vocabulary("attribution", "collective", "authority")
    known -= vocabulary("attribution", "collective", "trades")
    if role.lemma.lower() in known or is_scholar(role.lemma.lower()):
        return True
    one_of_many = any(c.lower in {"a", "an"} for c in role.children)
    return one_of_many and role.lemma.lower() not in vocabulary(
        "attribution", "collective", "office"
    )


def speaks_of_a_poll(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the paragraph, up to the sentence, speaks of a poll, or the next one does.

    A share of something else may stand beside it: only in the sentence itself is it of people.
    """
    start = reading.blocks[sentence.block].span.start
    for match in _POLLS.finditer(reading.text, start, sentence.span.end):
        around = reading.sentence_at(match.start())
        if match[0].lower() != "survey" or around is None:
            return True
        if _ASKED.search(reading.text, around.span.start, around.span.end):
            return True
    if _SHARES.search(reading.text, sentence.span.start, sentence.span.end):
        return True
    ends = [s.span.end for s in reading.sentences_of(sentence.block) if s.span > sentence.span]
    end = min(ends, default=sentence.span.end)
    return any(
        match[0].lower().startswith(_COUNTS)
        and not reading.quotations.touches(Span(*match.span()))
        and _ASKED.search(reading.text, sentence.span.end, end) is not None
        for match in _POLLS.finditer(reading.text, sentence.span.end, end)
    )
