"""anonymity.single-anonymous-lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.sources import (
    is_relayed,
    is_unnamed,
    source_head,
    source_place,
    voices,
)
from newslint.checks._support import has_link, is_report, prose, word_count
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule

_FEW = 8  # words: a paragraph this short is a byline or a label, not the lead
_SOON = 3  # paragraphs below the lead in which its speaker may be named
_FIRM = frozenset(
    {
        SourceKind.NAMED_PERSON,
        SourceKind.OFFICE,
        SourceKind.ORGANISATION,
        SourceKind.DOCUMENT,
        SourceKind.OUTLET,
    }
)


class SingleAnonymousLead(Rule):
    """Do not rest the lead on one person whom readers cannot know.

    The first paragraph is what most people read, and often all. If its news comes from one
    unnamed source, a second one or a document belongs beside it, or a named voice before it.
    Sources in the plural, those of another outlet, and a speaker who may be the one named in
    the next paragraphs are left alone.
    """

    id: str = "anonymity.single-anonymous-lead"
    message: str = "The lead rests on one unnamed source: add a second, a document or a name."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"attributions"})
    standards: ClassVar = (standards.NEW_YORK_TIMES, standards.REUTERS, standards.BBC)
    genres_off: ClassVar = frozenset({"fiction", "opinion"})
    examples: ClassVar = (
        Example(
            "[[A bank official]] said on Monday that the vault in the old town had been empty "
            "for a year.\n\nThe bank has 40 branches."
        ),
        Example(
            "The vault in the old town had been empty for a year, according to [[a person "
            "familiar with the matter]].\n\nKlara Voss, the manager, declined to comment."
        ),
        Example(
            "Two bank officials said on Monday that the vault in the old town had been empty for "
            "a year."
        ),
        Example(
            "The vault had been empty for a year, a bank official said. According to court "
            "documents, the guards were told to stay silent."
        ),
        Example(
            "The vault in the old town had been empty for a year, Klara Voss said.\n\nA bank "
            "official said that the guards had left."
        ),
        Example(
            "A former guard said on Monday that the vault in the old town had been empty for a "
            "year.\n\nEmil Varga, who left in May, said that nobody looked."
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the source of the lead if it is one unnamed person and nothing else."""
        lead = next(
            (i for i, b in prose(reading) if word_count(b.span.cut(reading.text)) > _FEW), None
        )
        if lead is None or has_link(reading, reading.blocks[lead].span):
            return
        reports = [a for a in reading.attributions if a.block == lead and is_report(reading, a)]
        unnamed = [a for a in reports if _is_one_unnamed(reading, a)]
        if len(voices(unnamed)) != 1 or any(a.source.kind in _FIRM for a in reports):
            return
        if len(unnamed) == len(reports) and not _named_below(reading, unnamed, lead):
            yield self.problem(source_place(unnamed[0]))


def _named_below(reading: Reading, unnamed: list[Attribution], lead: int) -> bool:
    """Return whether the story soon names a speaker who may be the one in the lead.

    "A former minister said" is often followed by the minister's name; "a source" never is.
    """
    for attribution in unnamed:
        head = source_head(reading, attribution)
        hidden = head is not None and head.lemma.lower() in vocabulary("anonymity", "never_named")
        if hidden or attribution.source.terms is not None or attribution.source.reason is not None:
            return False
    near = {index for index, _ in prose(reading) if index > lead}
    soon = sorted(near)[:_SOON]
    return any(
        a.source.kind is SourceKind.NAMED_PERSON and a.block in soon for a in reading.attributions
    )


def _is_one_unnamed(reading: Reading, attribution: Attribution) -> bool:
    unnamed = attribution.source.kind is SourceKind.ANONYMOUS and (
        attribution.cue_lemma == "according to" or is_unnamed(reading, attribution)
    )
    return unnamed and not attribution.source.plural and not is_relayed(reading, attribution)
