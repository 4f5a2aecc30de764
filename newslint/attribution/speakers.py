"""Voices: which sources are one and the same person or body.

A surname is taken for the full name before it, a pronoun for the nearest person or body
that fits, named or heard before, a bare role for the last person introduced with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newslint.attribution.graph import (
    Attribution,
    AttributionGraph,
    Directness,
    Source,
    SourceKind,
    Speaker,
)
from newslint.attribution.matching import by_role, find, in_full, interviewed
from newslint.attribution.pronouns import by_pronoun
from newslint.attribution.roster import Roster
from newslint.attribution.voices import TELLING, Voice, add, phrase_of, voice_of
from newslint.span import Span

#: A word: letters and figures, with apostrophes behind the first.
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’])*")
_ANSWER = "A"  # the label of an answer, after "Q"


@dataclass(frozen=True, slots=True)
class Told:
    """An attribution before its speaker is known, and who passes it on.

    `inner` says that it stands inside another one.
    """

    attribution: Attribution
    relay: Source | None = None
    inner: bool = False


def cluster(
    told: Sequence[Told], text: str, quoted: Sequence[Span], roster: Roster
) -> AttributionGraph:
    """Return the graph: attributions with their speakers, and the speakers.

    `told` is in text order, `quoted` the insides of quotations, `roster` who is named in
    the story. A pronoun that finds its voice takes over that voice's kind and name.
    """
    voices: list[Voice] = []
    outer: list[Attribution] = []
    relayed: list[Attribution] = []
    for item in told:
        words = 0 if item.inner else directness(item.attribution.content, quoted, text)[1]
        found = _assign(voices, item.attribution, text, words, roster)
        if item.relay is not None and item.relay.spans and not item.relay.pronoun:
            number = find(voices, item.relay, text)
            if number is None:
                number = len(voices)
                voices.append(voice_of(item.relay, text))
            if number != found.speaker:
                found = replace(found, via=number)
        (relayed if item.inner else outer).append(found)
    speakers = tuple(_speaker(n, voice) for n, voice in enumerate(voices))
    return AttributionGraph(tuple(outer), speakers, tuple(relayed))


def _assign(
    voices: list[Voice], attribution: Attribution, text: str, quoted_words: int, roster: Roster
) -> Attribution:
    """Return the attribution with its speaker, adding a voice where none fits."""
    source = attribution.source
    if source.kind is SourceKind.NONE or not source.spans:
        return attribution
    if attribution.cue_lemma == ":" and phrase_of(source, text) == _ANSWER:
        source = interviewed(source, roster)
    if source.pronoun:
        number = by_pronoun(voices, source, attribution.content, text, roster)
        if number is None:
            return attribution
    else:
        source = in_full(source, text, roster)
        if source.kind is SourceKind.OFFICE:
            source, number = by_role(voices, source, text, roster)
        else:
            number = find(voices, source, text)
    if number is None:
        number = len(voices)
        voices.append(voice_of(source, text))
    voice = voices[number]
    add(voice, source, text, quoted_words)
    known = voice.source
    if source.pronoun:
        source = replace(
            source, kind=known.kind, name=known.name, role=known.role,
            descriptor=known.descriptor, reason=known.reason, terms=known.terms,
        )  # fmt: skip
    elif known.kind in TELLING or source.kind is SourceKind.UNKNOWN:
        source = replace(source, kind=known.kind)
    return replace(attribution, source=source, speaker=number)


def _speaker(number: int, voice: Voice) -> Speaker:
    return Speaker(
        number, voice.source.name, voice.role, voice.source.kind, voice.first,
        voice.attributions, voice.quoted_words,
    )  # fmt: skip


def directness(
    content: Sequence[Span], quoted: Sequence[Span], text: str
) -> tuple[Directness, int]:
    """Return how much of the content is quoted, and how many of its words are.

    `quoted` are the insides of quotations.
    """
    inside = outside = 0
    for span in content:
        near = [q for q in quoted if q.start < span.end and span.start < q.end]
        if not near:
            outside += _WORD.search(text, span.start, span.end) is not None
            continue
        for word in _words(span, text):
            if any(q.start <= word < q.end for q in near):
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return Directness.DIRECT, inside
    return (Directness.MIXED if inside else Directness.INDIRECT), inside


def _words(span: Span, text: str) -> list[int]:
    """Return where the words in `span` start."""
    return [match.start() for match in _WORD.finditer(text, span.start, span.end)]
