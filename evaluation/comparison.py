"""Compares the attribution graph of a story with its annotation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.clustering import Item, b_cubed, counterparts, majorities
from evaluation.story import Mention, Story, Voice, What
from evaluation.tally import MISSED, SPURIOUS, Fault, Tally
from newslint.article import Article
from newslint.attribution.graph import Attribution, AttributionGraph, SourceKind, Speaker
from newslint.attribution.kinds import nouns_for, pronouns
from newslint.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_EMPTY_WORDS = frozenset({"the", "a", "an", "of", "for", "and", "in", "at", "to", "with"})
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class _Found:
    """A predicted source: one place in the story, whatever it is the source of.

    Spans are in the coordinates of the story, `words` the places of its telling words.
    """

    words: frozenset[int]
    spans: tuple[Span, ...]
    attribution: Attribution


class Comparison:
    """One story against its graph; `into` adds what is found to a tally."""

    def __init__(self, story: Story, article: Article, graph: AttributionGraph) -> None:
        """Align annotated and predicted sources, one to one, the most alike first."""
        self.story = story
        self.article = article
        self.graph = graph
        self.found = self._predictions()
        self.sourced = [m for m in story.mentions if m.voice is not None]
        self.pairs = self._align()
        self.items: list[Item] = [
            (mention.voice, found.attribution.speaker)
            for mention, found in self.pairs.items()
            if mention.voice is not None
        ]
        self.majority = majorities(self.items)
        self.counterpart = counterparts(self.items)

    def into(self, tally: Tally) -> None:
        """Add this story to the tally."""
        self._sources(tally)
        self._without_source(tally)
        self._speakers(tally)
        self._descriptions(tally)
        for what in What:
            self._details(tally, what)
        self._relays(tally)
        self._carried(tally)

    # Alignment.

    def _source(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(self.article.source_map.to_source(span) for span in spans)

    def _predictions(self) -> list[_Found]:
        by_place: dict[tuple[Span, ...], _Found] = {}
        for attribution in (*self.graph.attributions, *self.graph.relayed):
            spans = self._source(attribution.source.spans)
            if spans and spans not in by_place:
                by_place[spans] = _Found(_words(self.story.text, spans), spans, attribution)
        return list(by_place.values())

    def _align(self) -> dict[Mention, _Found]:
        alike: list[tuple[float, int, int]] = []
        for n, mention in enumerate(self.sourced):
            words = _words(self.story.text, (mention.span,))
            for k, found in enumerate(self.found):
                shared = len(words & found.words)
                if shared:
                    alike.append((-2 * shared / (len(words) + len(found.words)), n, k))
        pairs: dict[Mention, _Found] = {}
        used: set[int] = set()
        for _, n, k in sorted(alike):
            if self.sourced[n] not in pairs and k not in used:
                pairs[self.sourced[n]] = self.found[k]
                used.add(k)
        return dict(sorted(pairs.items(), key=lambda pair: pair[0].span.start))

    # What is counted.

    def _fault(self, tally: Tally, fault: str, line: int, what: str) -> None:
        tally.faults.append(Fault(fault, self.story.name, line, " ".join(what.split())))

    def _cut(self, mention: Mention) -> str:
        return mention.span.cut(self.story.text)

    def _line(self, place: int) -> int:
        """Return the line in the file of a place in the text."""
        before = [m for m in self.story.mentions if m.span.start <= place]
        last = max(before, key=lambda m: m.span.start, default=self.story.mentions[0])
        start, end = sorted((last.span.start, place))
        lines = self.story.text.count("\n", start, end)
        return last.line + (lines if last.span.start <= place else -lines)

    def _sources(self, tally: Tally) -> None:
        for mention in self.sourced:
            voice = self.story.voice_of(mention)
            if voice is None or mention.optional:
                continue
            found = self.pairs.get(mention)
            if not tally.count("source found", found is not None) or found is None:
                tally.kinds[voice.kind, MISSED] += 1
                self._fault(tally, "missed source", mention.line, self._cut(mention))
                continue
            source = found.attribution.source
            tally.kinds[voice.kind, source.kind] += 1
            kind = tally.count("kind", source.kind is voice.kind)
            if not tally.count("plural", source.plural == voice.plural):
                said = "several" if source.plural else "one"
                self._fault(tally, "number", mention.line, f"{self._cut(mention)} -> {said}")
            if not kind:
                change = f"{self._cut(mention)}: {voice.kind} -> {source.kind}"
                self._fault(tally, "kind", mention.line, change)
        marked = frozenset[int]().union(
            *(_words(self.story.text, (m.span,)) for m in self.story.mentions)
        )
        for found in self.found:
            if not tally.count("prediction is a source", bool(found.words & marked)):
                tally.kinds[SPURIOUS, found.attribution.source.kind] += 1
                words = " … ".join(span.cut(self.story.text) for span in found.spans)
                cue = found.attribution.cue_lemma
                place = found.spans[0].start
                self._fault(tally, "spurious source", self._line(place), f"{words} [{cue}]")

    def _without_source(self, tally: Tally) -> None:
        for mention in self.story.mentions:
            if mention.voice is not None:
                continue
            kind: str = MISSED
            for attribution in self.graph:
                if any(span.overlaps(mention.span) for span in self._source(attribution.cue)):
                    kind = attribution.source.kind
                    break
            tally.kinds[SourceKind.NONE, kind] += 1
            if not tally.count("no source", kind == SourceKind.NONE):
                self._fault(tally, "no source", mention.line, f"{self._cut(mention)} -> {kind}")

    def _speakers(self, tally: Tally) -> None:
        precision, recall = b_cubed(self.items)
        tally.b_cubed[0] += precision
        tally.b_cubed[1] += recall
        for mention, found in self.pairs.items():
            number = found.attribution.speaker
            right = number is not None and self.majority[number] == mention.voice
            pronoun = self._cut(mention).lower() in pronouns()
            tally.count("speaker", right)
            tally.count("speaker of a pronoun" if pronoun else "speaker of a phrase", right)
            tally.count(
                "speaker, one to one",
                number is not None and self.counterpart.get(mention.voice or "") == number,
            )
            if not right:
                other = "nobody" if number is None else self.majority[number]
                change = f"{self._cut(mention)}: {mention.voice} -> {other}"
                self._fault(tally, "speaker", mention.line, change)

    def _speaker(self, number: int | None) -> Speaker | None:
        return next((s for s in self.graph.speakers if s.id == number), None)

    def _descriptions(self, tally: Tally) -> None:
        for voice in self.story.voices.values():
            speaker = self._speaker(self.counterpart.get(voice.id))
            if speaker is None:
                continue
            if voice.names and not tally.count("name", same_name(speaker, voice)):
                change = f"{' / '.join(voice.names)} -> {speaker.name}"
                self._fault(tally, "name", voice.line, change)
            if voice.roles and not tally.count("role", same_role(speaker, voice)):
                change = f"{voice.id}: {' / '.join(voice.roles)} -> {speaker.role}"
                self._fault(tally, "role", voice.line, change)

    def _details(self, tally: Tally, what: What) -> None:
        wanted = [detail for detail in self.story.details if detail.what is what]
        seen: set[Span] = set()
        hit: set[int] = set()
        for mention, found in self.pairs.items():
            span: Span | None = getattr(found.attribution.source, what.value)
            voice = self.story.voice_of(mention)
            if span is None or span in seen or voice is None:
                continue
            if what is What.DESCRIPTOR and voice.kind is not SourceKind.ANONYMOUS:
                continue
            seen.add(span)
            (place,) = self._source((span,))
            hits = {
                n
                for n, detail in enumerate(wanted)
                if detail.voice == mention.voice and detail.span.overlaps(place)
            }
            hit |= hits
            if not tally.count(f"{what} predicted", bool(hits)):
                words = place.cut(self.story.text)
                self._fault(tally, f"spurious {what}", mention.line, f"{mention.voice}: {words}")
        for n, detail in enumerate(wanted):
            if not tally.count(f"{what} found", n in hit):
                words = detail.span.cut(self.story.text)
                self._fault(tally, f"missed {what}", detail.line, f"{detail.voice}: {words}")

    def _relays(self, tally: Tally) -> None:
        for mention, found in self.pairs.items():
            speaker = self._speaker(found.attribution.via)
            if mention.optional or (speaker is None and mention.via is None):
                continue
            right = (
                speaker is not None
                and mention.via is not None
                and self._stands_for(speaker, self.story.voices[mention.via])
            )
            said = None if speaker is None else speaker.name
            if mention.via is not None:
                tally.count("via found", right)
            if speaker is not None:
                tally.count("via predicted", right)
            if not right:
                change = f"{self._cut(mention)}: via {mention.via} -> {said}"
                self._fault(tally, "via", mention.line, change)

    def _stands_for(self, speaker: Speaker, voice: Voice) -> bool:
        (first,) = self._source((speaker.first_mention,))
        return same_name(speaker, voice) or any(
            m.voice == voice.id and m.span.overlaps(first) for m in self.story.mentions
        )

    def _carried(self, tally: Tally) -> None:
        by_place = {found.spans: mention for mention, found in self.pairs.items()}
        for quotation in self.story.carried:
            match = _WORD.search(self.story.text, quotation.place)
            word = Span(*match.span()) if match else Span(quotation.place, quotation.place)
            owner: str | None = None
            for attribution in self.graph:
                if any(span.overlaps(word) for span in self._source(attribution.content)):
                    mention = by_place.get(self._source(attribution.source.spans))
                    if mention is not None:
                        owner = mention.voice
                    elif attribution.speaker is not None:
                        owner = self.majority.get(attribution.speaker)
                    break
            if not tally.count("quotation without a source of its own", owner == quotation.voice):
                words = self.story.text[quotation.place : quotation.place + 40]
                change = f"{words}…: {quotation.voice} -> {owner}"
                self._fault(tally, "carried quotation", quotation.line, change)


def _words(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Return where the telling words of the spans begin; of "A:" the one there is."""
    found = [match for span in spans for match in _WORD.finditer(text, span.start, span.end)]
    telling = [match for match in found if match[0].lower() not in _EMPTY_WORDS]
    return frozenset(match.start() for match in telling or found)


def _bare(words: str) -> list[str]:
    found = [w.lower().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(words)]
    return [word for word in found if word not in _EMPTY_WORDS]


def same_name(speaker: Speaker, voice: Voice) -> bool:
    """Return whether a predicted name is an annotated one, titles aside."""
    said = _untitled(speaker.name or "")
    return bool(said) and any(said == _untitled(name) for name in voice.names)


def _untitled(name: str) -> list[str]:
    return [word for word in _bare(name) if word not in nouns_for("titles")]


def same_role(speaker: Speaker, voice: Voice) -> bool:
    """Return whether a predicted role shares half its words with an annotated one (Dice)."""
    said = Counter(_bare(speaker.role or ""))
    for role in voice.roles:
        wanted = Counter(_bare(role))
        if 2 * (said & wanted).total() >= _ENOUGH * (said.total() + wanted.total()):
            return True
    return False
