"""Whom a pronoun stands for: the nearest voice that fits, or somebody named before."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.attribution.graph import Source, SourceKind
from newslint.attribution.kinds import pronouns
from newslint.attribution.roster import Mention, Roster
from newslint.attribution.voices import BODIES, TELLING, Voice, phrase_of, same_name, voice_of
from newslint.span import Span

_SOON = 3  # sentences within which "they" may be one person
_MANY = frozenset({"thing", "plural"})
_PERSONS = frozenset({SourceKind.NAMED_PERSON, SourceKind.OFFICE, SourceKind.ANONYMOUS})


def by_pronoun(
    voices: list[Voice], source: Source, content: Sequence[Span], text: str, roster: Roster
) -> int | None:
    """Return the voice that a pronoun stands for, a new one for who is only named so far.

    Of those that fit, the nearest sentence counts, in it the subject, then the last.
    """
    word = phrase_of(source, text).lower()
    group = pronouns().get(word.split()[0] if word else "", "")
    if group not in ("masculine", "feminine", "plural", "thing"):
        return None
    place = source.spans[0].start
    best: tuple[int, bool, int] | None = None
    number: int | None = None
    for n, voice in enumerate(voices):
        if not _fits(voice, group):
            continue
        last = max((p for p in (voice.first.start, *voice.places) if p < place), default=None)
        rank = None if last is None else (roster.sentence_at(last), True, last)
        if rank is not None and (best is None or rank > best):
            best, number = rank, n
    named: Source | None = None
    for mention in reversed(roster.before(place)):
        if best is not None and roster.sentence_at(mention.span.start) < best[0]:
            break
        if mention.plural != (group == "plural") or mention.person != (group not in _MANY):
            continue
        if mention.gender not in ("", group):
            continue
        if any(c.covers(mention.span) for c in content):
            continue
        known = next(
            (n for n, v in enumerate(voices) if same_name(v, mention.name.lower().split())), None
        )
        if mention.plural and known is None:
            known = next((n for n, v in enumerate(voices) if v.first == mention.span), None)
        if known is not None and not _fits(voices[known], group):
            continue
        rank = (roster.sentence_at(mention.span.start), mention.subject, mention.span.start)
        if best is None or rank > best:
            best, number = rank, known
            named = _as_source(mention)
    if best is None and group == "plural":
        return _one_person(voices, place, roster)
    if best is not None and number is None and named is not None:
        voices.append(voice_of(named, text))
        return len(voices) - 1
    return number


def _as_source(mention: Mention) -> Source:
    """Return somebody who is only named so far as a source."""
    if mention.plural:
        return Source((mention.span,), SourceKind.COLLECTIVE, mention.span, plural=True)
    kind = SourceKind.NAMED_PERSON if mention.person else SourceKind.ORGANISATION
    return Source((mention.span,), kind, mention.span, mention.name)


def _one_person(voices: Sequence[Voice], place: int, roster: Roster) -> int | None:
    """Return the person just heard whom "they" may stand for, where nothing shows several."""
    recent = [
        (max(v.places), n)
        for n, v in enumerate(voices)
        if v.source.kind in TELLING and not v.source.plural and not v.gender and v.places
    ]
    if not recent:
        return None
    last, number = max(recent)
    return number if roster.sentence_at(place) - roster.sentence_at(last) <= _SOON else None


def _fits(voice: Voice, group: str) -> bool:
    """Return whether a pronoun of this group may stand for the voice."""
    kind = voice.source.kind
    if group == "plural":
        return voice.source.plural or kind in (SourceKind.COLLECTIVE, SourceKind.ORGANISATION)
    if group == "thing":
        return kind in BODIES
    return kind in _PERSONS and not voice.source.plural and voice.gender in ("", group)
