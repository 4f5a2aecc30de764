"""A voice while the story is being read: what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from newslint.attribution.graph import Source, SourceKind
from newslint.attribution.kinds import pronouns
from newslint.attribution.roster import gender_of
from newslint.span import Span

#: Kinds of bodies and things, which "it" may stand for.
BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET})
#: Kinds that a voice once introduced keeps, whatever it is called later.
TELLING = frozenset({SourceKind.NAMED_PERSON, SourceKind.ANONYMOUS})


@dataclass(slots=True)
class Voice:
    """A voice while the story is being read; becomes a `Speaker`."""

    source: Source
    first: Span
    last_place: int
    words: frozenset[str]
    gender: str = ""
    role: str | None = None
    attributions: int = 0
    quoted_words: int = 0
    places: list[int] = field(default_factory=list)


def phrase_of(source: Source, text: str) -> str:
    """Return the words of a source, for a relative pronoun those it stands for."""
    whole = source.antecedent or Span(source.spans[0].start, source.spans[-1].end)
    return " ".join(whole.cut(text).split())


def voice_of(source: Source, text: str) -> Voice:
    """Return a new voice for a source that is heard for the first time."""
    place = source.antecedent or source.spans[0]
    name = source.name or phrase_of(source, text)
    return Voice(source, place, place.start, frozenset(name.lower().split()), role=source.role)


def add(voice: Voice, source: Source, text: str, count: int) -> None:
    """Take down one more attribution to a voice, of which `count` words are quoted."""
    voice.attributions += 1
    voice.quoted_words += count
    voice.last_place = source.spans[0].start
    voice.places.append(voice.last_place)
    words = [w.strip(".,").lower() for w in phrase_of(source, text).split()]
    if not voice.gender:
        if source.pronoun:
            voice.gender = next((pronouns()[w] for w in words if w in pronouns()), "")
        else:
            voice.gender = gender_of(words)
    if source.role and not voice.role:
        voice.role = source.role
    if (
        source.name
        and not source.pronoun
        and not source.name.islower()
        and len(source.name.split()) > len((voice.source.name or "").split())
    ):
        voice.source = replace(voice.source, name=source.name, kind=source.kind)


def same_name(voice: Voice, wanted: list[str]) -> bool:
    """Return whether a voice may be called by these words, in lower case."""
    known = (voice.source.name or "").lower().split()
    if not known:
        return False
    if known == wanted:
        return True
    if voice.source.plural or "and" in wanted:
        return False
    if len(wanted) == 1:
        return voice.source.kind is SourceKind.NAMED_PERSON and wanted[0] in (known[-1], known[0])
    return known[-1] == wanted[-1] and (len(known) == 1 or known[0] == wanted[0])


def is_proper(voice: Voice) -> bool:
    """Return whether a body is called by a name rather than a noun."""
    name = voice.source.name or ""
    return any(word[:1].isupper() for word in name.split())
