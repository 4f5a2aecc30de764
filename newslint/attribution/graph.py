"""The attribution graph: the answer to "who says so?" for every part of an article.

All spans are in article text coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newslint.language.quotation import Quotation
from newslint.span import Span


class SourceKind(StrEnum):
    """What kind of source stands behind a statement."""

    NAMED_PERSON = "named-person"
    OFFICE = "office"  # a role that identifies one holder: the minister, a Navy spokesman
    ORGANISATION = "organisation"
    DOCUMENT = "document"  # documents, studies, data sets, polls, statements as such
    OUTLET = "outlet"  # another news organisation
    COLLECTIVE = "collective"  # analysts, critics, many: nobody one could ask
    ANONYMOUS = "anonymous"  # a person or persons whose name is withheld
    UNKNOWN = "unknown"  # there is a source, its kind cannot be told (an unresolved pronoun)
    NONE = "none"  # no source is given: "it is expected that"


class CueClass(StrEnum):
    """What the cue implies about the statement."""

    NEUTRAL = "neutral"  # say, tell, according to
    FACTIVE = "factive"  # reveal, point out, confirm: presumes it is true
    DOUBTING = "doubting"  # claim, allege: suggests it is not
    EMOTIVE = "emotive"  # blast, gush
    BELIEF = "belief"
    DESIRE = "desire"
    DECISION = "decision"
    QUESTION = "question"
    REFUSAL = "refusal"  # declined to comment


class Directness(StrEnum):
    """How much of the content stands in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Source:
    """Who or what a statement is attributed to.

    `spans` is empty and `kind` NONE where no source is given. `head` is the head word.
    `name` and `role` are as written, apart. `descriptor` says what the source is or knows
    ("familiar with the talks"), `reason` why the name is withheld, `terms` the condition
    ("on condition of anonymity"). `antecedent` is the phrase that a relative pronoun stands
    for.
    """

    spans: tuple[Span, ...] = ()
    kind: SourceKind = SourceKind.NONE
    head: Span | None = None
    name: str | None = None
    role: str | None = None
    plural: bool = False
    pronoun: bool = False
    descriptor: Span | None = None
    reason: Span | None = None
    terms: Span | None = None
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement and whom it is attributed to.

    `content` may be in several pieces. `speaker` and `via` are ids of `Speaker`s: who says
    it, and the outlet or document that relays it. `cue_lemma` is the cue's dictionary form
    ("say", "according to", ":"); it is empty for a quotation that goes on from the
    attribution before it.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: Source
    directness: Directness
    cue_class: CueClass = CueClass.NEUTRAL
    cue_lemma: str = "say"
    negated: bool = False
    speaker: int | None = None
    via: int | None = None
    block: int = 0

    @property
    def place(self) -> int:
        """The first character of the attribution, for sorting."""
        return min(s.start for s in (*self.content, *self.cue, *self.source.spans))


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice in the story, however often and by whatever words it is mentioned."""

    id: int
    name: str | None
    role: str | None
    kind: SourceKind
    first_mention: Span
    attributions: int
    quoted_words: int


@dataclass(frozen=True)
class AttributionGraph:
    """Every attribution of an article, in text order, and the speakers behind them.

    The contents of `attributions` never overlap: of nested ones only the outermost stands
    there. `relayed` are the ones inside what another outlet or a document says ("Reuters
    said a diplomat had denied it"); their `via` is that outlet or document.
    """

    attributions: tuple[Attribution, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    relayed: tuple[Attribution, ...] = ()

    def __iter__(self) -> Iterator[Attribution]:
        """Iterate over the attributions in text order."""
        return iter(self.attributions)

    def __len__(self) -> int:
        """Return the number of attributions."""
        return len(self.attributions)

    def containing(self, span: Span) -> Attribution | None:
        """Return the attribution whose content covers the whole of `span`."""
        return next((a for a in self if any(c.covers(span) for c in a.content)), None)

    def is_attributed(self, span: Span) -> bool:
        """Return whether at least half of `span` is content of sourced attributions."""
        covered = 0
        for a in self:
            if a.source.kind is SourceKind.NONE:
                continue
            for c in a.content:
                covered += max(0, min(c.end, span.end) - max(c.start, span.start))
        return covered * 2 >= len(span) > 0

    def of_quotation(self, quotation: Quotation) -> Attribution | None:
        """Return the attribution whose content takes in the quotation's words.

        Where several do, one with a source is preferred.
        """
        inner = quotation.inner if len(quotation.inner) else quotation.span
        found = [a for a in self if any(c.overlaps(inner) for c in a.content)]
        return next((a for a in found if a.source.kind is not SourceKind.NONE), None) or next(
            iter(found), None
        )

    def by_kind(self, *kinds: SourceKind) -> tuple[Attribution, ...]:
        """Return the attributions whose source is of one of these kinds."""
        return tuple(a for a in self if a.source.kind in kinds)
