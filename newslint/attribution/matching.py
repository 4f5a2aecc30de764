"""Which voice the words of a source call up: by name, by role, by a noun used again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newslint.attribution.graph import Source, SourceKind
from newslint.attribution.kinds import nouns_for
from newslint.attribution.roster import Roster, gender_of, same_role
from newslint.attribution.voices import BODIES, Voice, is_proper, phrase_of, same_name

#: Kinds that a surname alone is given.
_MISTAKEN = frozenset({SourceKind.NAMED_PERSON, SourceKind.ORGANISATION, SourceKind.UNKNOWN})
#: Kinds that a surname in the plural is mistaken for: "Waters said".
_UNSURE = frozenset({SourceKind.UNKNOWN, SourceKind.COLLECTIVE, SourceKind.OFFICE})
_BARE = 2  # words of "the paper"
_AGENCIES = frozenset({"the news agency", "the wire service", "the news site"})
_ARTICLES = frozenset({"the", "a", "an"})
_DEFINITE = frozenset({"the", "this", "that", "her", "his", "its", "their"})


def interviewed(source: Source, roster: Roster) -> Source:
    """Return whom the label of an answer stands for: the first person the story names."""
    first = next((m for m in roster.mentions if m.person and " " in m.name), None)
    if first is None:
        return source
    return replace(source, name=first.name, kind=SourceKind.NAMED_PERSON)


def in_full(source: Source, text: str, roster: Roster) -> Source:
    """Return the source with the full name where the story has one for its surname."""
    if source.name is None and source.kind in _UNSURE:
        phrase = phrase_of(source, text)
        if phrase[:1].isupper() and " " not in phrase and not source.pronoun:
            full = roster.full_name(phrase, source.spans[0].start)
            if full is not None:
                return replace(source, name=full, kind=SourceKind.NAMED_PERSON, plural=False)
    if source.name is None or source.plural or source.kind not in _MISTAKEN:
        return source
    gender = gender_of(phrase_of(source, text).lower().split()[:3])
    name = roster.full_name(source.name, source.spans[0].start, gender)
    if name is not None:
        return replace(source, name=name, kind=SourceKind.NAMED_PERSON)
    lone = " " not in source.name and source.role is None
    if lone and source.kind is SourceKind.NAMED_PERSON and roster.is_body(source.name):
        return replace(source, kind=SourceKind.ORGANISATION)
    return source


def by_role(
    voices: Sequence[Voice], source: Source, text: str, roster: Roster
) -> tuple[Source, int | None]:
    """Return an office with the voice that is meant, or with the name last given to it.

    A person whose name is withheld counts as well: "the official" after "an official".
    """
    words = phrase_of(source, text).lower().split()
    role = (source.role or "").lower()
    if not role or source.plural or not (words[0] in _DEFINITE or words[0] == role.split()[0]):
        return source, find(voices, source, text)
    for n in sorted(range(len(voices)), key=lambda n: -voices[n].last_place):
        known = voices[n].source
        called = voices[n].role or ""
        if known.kind is SourceKind.ANONYMOUS:
            called = phrase_of(known, text)
        if not known.plural and same_role(called, role):
            return source, n
    named = roster.holder_of_role(role, source.spans[0].start)
    if named is None:
        return source, find(voices, source, text)
    full = replace(source, name=named.name, role=named.role, kind=SourceKind.NAMED_PERSON)
    return full, find(voices, full, text)


def find(voices: Sequence[Voice], source: Source, text: str) -> int | None:
    """Return the number of the voice that a source's words call up, None for a new one."""
    recent = sorted(range(len(voices)), key=lambda n: -voices[n].last_place)
    if source.name and not (source.kind in BODIES and source.name.islower()):
        wanted = source.name.lower().split()
        gender = gender_of(phrase_of(source, text).lower().split()[:3])
        for n in recent:
            fits = not gender or voices[n].gender in ("", gender)
            if fits and same_name(voices[n], wanted):
                return n
        return _unnamed_office(voices, source)
    if source.head is not None:
        same = next((n for n, v in enumerate(voices) if v.source.head == source.head), None)
        if same is not None:
            return same
    phrase = phrase_of(source, text).lower()
    if source.kind in (SourceKind.ANONYMOUS, SourceKind.COLLECTIVE):
        definite = phrase.startswith(("the ", "this ", "that "))
        if not definite:
            return None
        head = phrase.split()[-1]
        for n in recent:
            if (
                voices[n].source.kind is source.kind
                and head in phrase_of(voices[n].source, text).lower().split()
            ):
                return n
        return None
    words = frozenset(phrase.split()) - _ARTICLES
    same = next((n for n in recent if voices[n].words - _ARTICLES == words), None)
    if same is None and source.kind is SourceKind.DOCUMENT:
        same = _shorter(voices, recent, source, text)
    return _again(voices, recent, source, phrase) if same is None else same


def _shorter(
    voices: Sequence[Voice], recent: Sequence[int], source: Source, text: str
) -> int | None:
    """Return the document that is called by fewer of its words: "the *data from* Tidewatch"."""
    if source.head is None:
        return None
    head = source.head.cut(text).lower()
    words = {w.strip(".,").lower() for w in phrase_of(source, text).split()} - _ARTICLES
    named = any(w[:1].isupper() for w in phrase_of(source, text).split()[1:])
    for n in recent:
        voice = voices[n]
        known = voice.source.head
        same = known is not None and known.cut(text).lower() == head
        if same and named and voice.source.kind is SourceKind.DOCUMENT and words <= voice.words:
            return n
    return None


def _again(
    voices: Sequence[Voice], recent: Sequence[int], source: Source, phrase: str
) -> int | None:
    """Return the body with a name that is called by a noun: "the agency", "the company"."""
    words = phrase.split()
    bare = words[0] in ("the", "this", "that") and len(words) == _BARE
    named = [n for n in recent if voices[n].source.kind is source.kind and is_proper(voices[n])]
    if source.kind is SourceKind.OUTLET and words[-1] in nouns_for("outlet_again"):
        return named[0] if named and (bare or phrase in _AGENCIES) else None
    ending = (n for n in named if (voices[n].source.name or "").lower().split()[-1] == words[-1])
    return next(ending, None) if bare else None


def _unnamed_office(voices: Sequence[Voice], source: Source) -> int | None:
    """Return the office heard before its holder is named: "its director", then "Ana Ruiz"."""
    offices = [
        n
        for n, v in enumerate(voices)
        if v.source.kind is SourceKind.OFFICE and not v.source.name and not v.source.plural
    ]
    if source.kind is not SourceKind.NAMED_PERSON or not source.role or source.plural:
        return None
    fitting = [n for n in offices if same_role(source.role, voices[n].role or "")]
    return fitting[0] if len(fitting) == 1 else None
