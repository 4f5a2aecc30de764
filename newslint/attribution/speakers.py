"""Voices: which sources are one and the same person or body.

A surname is taken for the full name before it, a pronoun for the nearest person or body
that fits, named or heard before, a bare role for the last person introduced with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newslint.attribution.graph import (
    Attribution,
    AttributionGraph,
    Directness,
    Source,
    SourceKind,
    Speaker,
)
from newslint.attribution.kinds import nouns_for, pronouns
from newslint.attribution.roster import Mention, Roster, gender_of, same_role
from newslint.span import Span

#: Kinds that a surname alone is given.
_MISTAKEN = frozenset({SourceKind.NAMED_PERSON, SourceKind.ORGANISATION, SourceKind.UNKNOWN})
_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET})
#: Kinds that a voice once introduced keeps, whatever it is called later.
_TELLING = frozenset({SourceKind.NAMED_PERSON, SourceKind.ANONYMOUS})
_ANSWER = "A"  # the label of an answer, after "Q"
_SOON = 3  # sentences within which "they" may be one person
_BARE = 2  # words of "the paper"
_AGENCIES = frozenset({"the news agency", "the wire service", "the news site"})
#: Kinds that a surname in the plural is mistaken for: "Waters said".
_UNSURE = frozenset({SourceKind.UNKNOWN, SourceKind.COLLECTIVE, SourceKind.OFFICE})
_ARTICLES = frozenset({"the", "a", "an"})
_DEFINITE = frozenset({"the", "this", "that", "her", "his", "its", "their"})
_MANY = frozenset({"thing", "plural"})
_PERSONS = frozenset({SourceKind.NAMED_PERSON, SourceKind.OFFICE, SourceKind.ANONYMOUS})


@dataclass(slots=True)
class _Voice:
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
    voices: list[_Voice] = []
    outer: list[Attribution] = []
    relayed: list[Attribution] = []
    for item in told:
        words = 0 if item.inner else directness(item.attribution.content, quoted, text)[1]
        found = _assign(voices, item.attribution, text, words, roster)
        if item.relay is not None and item.relay.spans and not item.relay.pronoun:
            number = _find(voices, item.relay, text)
            if number is None:
                number = len(voices)
                voices.append(_voice(item.relay, text))
            if number != found.speaker:
                found = replace(found, via=number)
        (relayed if item.inner else outer).append(found)
    speakers = tuple(_speaker(n, voice) for n, voice in enumerate(voices))
    return AttributionGraph(tuple(outer), speakers, tuple(relayed))


def _assign(
    voices: list[_Voice], attribution: Attribution, text: str, quoted_words: int, roster: Roster
) -> Attribution:
    """Return the attribution with its speaker, adding a voice where none fits."""
    source = attribution.source
    if source.kind is SourceKind.NONE or not source.spans:
        return attribution
    if attribution.cue_lemma == ":" and _phrase(source, text) == _ANSWER:
        source = _interviewed(source, roster)
    if source.pronoun:
        number = _by_pronoun(voices, source, attribution.content, text, roster)
        if number is None:
            return attribution
    else:
        source = _in_full(source, text, roster)
        if source.kind is SourceKind.OFFICE:
            source, number = _by_role(voices, source, text, roster)
        else:
            number = _find(voices, source, text)
    if number is None:
        number = len(voices)
        voices.append(_voice(source, text))
    voice = voices[number]
    _add(voice, source, text, quoted_words)
    known = voice.source
    if source.pronoun:
        source = replace(
            source, kind=known.kind, name=known.name, role=known.role,
            descriptor=known.descriptor, reason=known.reason, terms=known.terms,
        )  # fmt: skip
    elif known.kind in _TELLING or source.kind is SourceKind.UNKNOWN:
        source = replace(source, kind=known.kind)
    return replace(attribution, source=source, speaker=number)


def _interviewed(source: Source, roster: Roster) -> Source:
    """Return whom the label of an answer stands for: the first person the story names."""
    first = next((m for m in roster.mentions if m.person and " " in m.name), None)
    if first is None:
        return source
    return replace(source, name=first.name, kind=SourceKind.NAMED_PERSON)


def _in_full(source: Source, text: str, roster: Roster) -> Source:
    """Return the source with the full name where the story has one for its surname."""
    if source.name is None and source.kind in _UNSURE:
        phrase = _phrase(source, text)
        if phrase[:1].isupper() and " " not in phrase and not source.pronoun:
            full = roster.full_name(phrase, source.spans[0].start)
            if full is not None:
                return replace(source, name=full, kind=SourceKind.NAMED_PERSON, plural=False)
    if source.name is None or source.plural or source.kind not in _MISTAKEN:
        return source
    gender = gender_of(_phrase(source, text).lower().split()[:3])
    name = roster.full_name(source.name, source.spans[0].start, gender)
    if name is not None:
        return replace(source, name=name, kind=SourceKind.NAMED_PERSON)
    lone = " " not in source.name and source.role is None
    if lone and source.kind is SourceKind.NAMED_PERSON and roster.is_body(source.name):
        return replace(source, kind=SourceKind.ORGANISATION)
    return source


def _by_role(
    voices: Sequence[_Voice], source: Source, text: str, roster: Roster
) -> tuple[Source, int | None]:
    """Return an office with the voice that is meant, or with the name last given to it.

    A person whose name is withheld counts as well: "the official" after "an official".
    """
    words = _phrase(source, text).lower().split()
    role = (source.role or "").lower()
    if not role or source.plural or not (words[0] in _DEFINITE or words[0] == role.split()[0]):
        return source, _find(voices, source, text)
    for n in sorted(range(len(voices)), key=lambda n: -voices[n].last_place):
        known = voices[n].source
        called = voices[n].role or ""
        if known.kind is SourceKind.ANONYMOUS:
            called = _phrase(known, text)
        if not known.plural and same_role(called, role):
            return source, n
    named = roster.holder_of_role(role, source.spans[0].start)
    if named is None:
        return source, _find(voices, source, text)
    full = replace(source, name=named.name, role=named.role, kind=SourceKind.NAMED_PERSON)
    return full, _find(voices, full, text)


def _speaker(number: int, voice: _Voice) -> Speaker:
    return Speaker(
        number, voice.source.name, voice.role, voice.source.kind, voice.first,
        voice.attributions, voice.quoted_words,
    )  # fmt: skip


def _phrase(source: Source, text: str) -> str:
    """Return the words of a source, for a relative pronoun those it stands for."""
    whole = source.antecedent or Span(source.spans[0].start, source.spans[-1].end)
    return " ".join(whole.cut(text).split())


def _voice(source: Source, text: str) -> _Voice:
    place = source.antecedent or source.spans[0]
    name = source.name or _phrase(source, text)
    return _Voice(source, place, place.start, frozenset(name.lower().split()), role=source.role)


def _add(voice: _Voice, source: Source, text: str, count: int) -> None:
    voice.attributions += 1
    voice.quoted_words += count
    voice.last_place = source.spans[0].start
    voice.places.append(voice.last_place)
    words = {w.strip(".,").lower() for w in _phrase(source, text).split()}
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


def _find(voices: Sequence[_Voice], source: Source, text: str) -> int | None:
    recent = sorted(range(len(voices)), key=lambda n: -voices[n].last_place)
    if source.name and not (source.kind in _BODIES and source.name.islower()):
        wanted = source.name.lower().split()
        gender = gender_of(_phrase(source, text).lower().split()[:3])
        for n in recent:
            fits = not gender or voices[n].gender in ("", gender)
            if fits and _same_name(voices[n], wanted):
                return n
        return _unnamed_office(voices, source)
    if source.head is not None:
        same = next((n for n, v in enumerate(voices) if v.source.head == source.head), None)
        if same is not None:
            return same
    phrase = _phrase(source, text).lower()
    if source.kind in (SourceKind.ANONYMOUS, SourceKind.COLLECTIVE):
        definite = phrase.startswith(("the ", "this ", "that "))
        if not definite:
            return None
        head = phrase.split()[-1]
        for n in recent:
            if (
                voices[n].source.kind is source.kind
                and head in _phrase(voices[n].source, text).lower().split()
            ):
                return n
        return None
    words = frozenset(phrase.split()) - _ARTICLES
    same = next((n for n in recent if voices[n].words - _ARTICLES == words), None)
    if same is None and source.kind is SourceKind.DOCUMENT:
        same = _shorter(voices, recent, source, text)
    return _again(voices, recent, source, phrase) if same is None else same


def _shorter(
    voices: Sequence[_Voice], recent: Sequence[int], source: Source, text: str
) -> int | None:
    """Return the document that is called by fewer of its words: "the *data from* Tidewatch"."""
    if source.head is None:
        return None
    head = source.head.cut(text).lower()
    words = {w.strip(".,").lower() for w in _phrase(source, text).split()} - _ARTICLES
    named = any(w[:1].isupper() for w in _phrase(source, text).split()[1:])
    for n in recent:
        voice = voices[n]
        known = voice.source.head
        same = known is not None and known.cut(text).lower() == head
        if same and named and voice.source.kind is SourceKind.DOCUMENT and words <= voice.words:
            return n
    return None


def _again(
    voices: Sequence[_Voice], recent: Sequence[int], source: Source, phrase: str
) -> int | None:
    """Return the body with a name that is called by a noun: "the agency", "the company"."""
    words = phrase.split()
    bare = words[0] in ("the", "this", "that") and len(words) == _BARE
    named = [n for n in recent if voices[n].source.kind is source.kind and _is_proper(voices[n])]
    if source.kind is SourceKind.OUTLET and words[-1] in nouns_for("outlet_again"):
        return named[0] if named and (bare or phrase in _AGENCIES) else None
    ending = (n for n in named if (voices[n].source.name or "").lower().split()[-1] == words[-1])
    return next(ending, None) if bare else None


def _is_proper(voice: _Voice) -> bool:
    """Return whether a body is called by a name rather than a noun."""
    name = voice.source.name or ""
    return any(word[:1].isupper() for word in name.split())


def _unnamed_office(voices: Sequence[_Voice], source: Source) -> int | None:
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


def _same_name(voice: _Voice, wanted: list[str]) -> bool:
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


def _by_pronoun(
    voices: list[_Voice], source: Source, content: Sequence[Span], text: str, roster: Roster
) -> int | None:
    """Return the voice that a pronoun stands for, a new one for who is only named so far.

    Of those that fit, the nearest sentence counts, in it the subject, then the last.
    """
    word = _phrase(source, text).lower()
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
    for mention in roster.mentions:
        if mention.span.start >= place:
            break
        if mention.plural != (group == "plural") or mention.person != (group not in _MANY):
            continue
        if mention.gender not in ("", group):
            continue
        if any(c.covers(mention.span) for c in content):
            continue
        known = next(
            (n for n, v in enumerate(voices) if _same_name(v, mention.name.lower().split())), None
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
        voices.append(_voice(named, text))
        return len(voices) - 1
    return number


def _as_source(mention: Mention) -> Source:
    """Return somebody who is only named so far as a source."""
    if mention.plural:
        return Source((mention.span,), SourceKind.COLLECTIVE, mention.span, plural=True)
    kind = SourceKind.NAMED_PERSON if mention.person else SourceKind.ORGANISATION
    return Source((mention.span,), kind, mention.span, mention.name)


def _one_person(voices: Sequence[_Voice], place: int, roster: Roster) -> int | None:
    """Return the person just heard whom "they" may stand for, where nothing shows several."""
    recent = [
        (max(v.places), n)
        for n, v in enumerate(voices)
        if v.source.kind in _TELLING and not v.source.plural and not v.gender and v.places
    ]
    if not recent:
        return None
    last, number = max(recent)
    return number if roster.sentence_at(place) - roster.sentence_at(last) <= _SOON else None


def _fits(voice: _Voice, group: str) -> bool:
    """Return whether a pronoun of this group may stand for the voice."""
    kind = voice.source.kind
    if group == "plural":
        return voice.source.plural or kind in (SourceKind.COLLECTIVE, SourceKind.ORGANISATION)
    if group == "thing":
        return kind in _BODIES
    return kind in _PERSONS and not voice.source.plural and voice.gender in ("", group)


def directness(
    content: Sequence[Span], quoted: Sequence[Span], text: str
) -> tuple[Directness, int]:
    """Return how much of the content is quoted, and how many of its words are.

    `quoted` are the insides of quotations.
    """
    inside = outside = 0
    for span in content:
        for word in _words(span, text):
            if any(q.start <= word < q.end for q in quoted):
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return Directness.DIRECT, inside
    return (Directness.MIXED if inside else Directness.INDIRECT), inside


def _words(span: Span, text: str) -> list[int]:
    """Return where the words in `span` start."""
    starts: list[int] = []
    was = False
    for i in range(span.start, span.end):
        now = text[i].isalnum() or (was and text[i] in "'’")
        if now and not was:
            starts.append(i)
        was = now
    return starts
