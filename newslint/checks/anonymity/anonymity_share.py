"""Stories that rest mostly on people without names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabularies
from newslint.checks._sourcing.sources import is_unnamed, source_head, voices
from newslint.checks._support import document_place, is_report
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule

_NAMED = frozenset({SourceKind.NAMED_PERSON, SourceKind.OFFICE, SourceKind.ORGANISATION})


class AnonymityShare(Rule):
    """Let most of the story's voices have names.

    One unnamed source among several named ones can be weighed against them. Where most
    voices are unnamed or collective ("analysts"), there is nothing to weigh.
    """

    id: str = "anonymity.anonymity-share"
    message: str = "%s of the %s voices in this story are unnamed or collective: name more of them."
    severity: Severity = Severity.ERROR
    limit: float = 0.5  # share of unnamed voices above which this is reported
    error_from: float = 0.8  # share from which it is more than a warning
    least: int = 5  # voices from which a share means something

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "[[The vault was empty, a bank official said. One diplomat in Tarn said that the gold "
            "had gone north. Analysts said that it had been sold.]]",
            options=(("least", 3),),
        ),
        Example(
            "# [[Gold gone]]\n\nThe vault was empty, a bank official said.\n\nOne diplomat in Tarn "
            "said that the gold had gone north.\n\nA person close to the owner said that it had "
            "been sold.",
            options=(("least", 3),),
        ),
        Example(
            "The vault was empty, a bank official said. Klara Voss said that the gold had gone "
            "north. Petra Lund, who owns the bank, said that it had been sold."
        ),
        Example("The vault was empty, a bank official said."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS, standards.SPJ)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem of the document if too many voices are unnamed."""
        groups = voices(a for a in reading.attributions if is_report(reading, a))
        unnamed = sum(any(_is_unnamed(reading, a) for a in g) for g in groups)
        named = sum(g[0].source.kind in _NAMED for g in groups)
        total = unnamed + named
        place = document_place(reading)
        if place is None or total < self.least or unnamed <= self.limit * total:
            return
        severe = unnamed >= self.error_from * total
        yield self.problem(
            place,
            str(unnamed),
            str(total),
            document=True,
            at_most=Severity.ERROR if severe else Severity.WARNING,
        )


def _is_unnamed(reading: Reading, attribution: Attribution) -> bool:
    """Return whether a name is withheld, or the source is "analysts", "officials"."""
    if attribution.source.kind is not SourceKind.COLLECTIVE:
        return is_unnamed(reading, attribution)
    head = source_head(reading, attribution)
    vague = vocabularies(
        ("attribution", "collective", "authority"), ("attribution", "collective", "office")
    )
    return head is not None and head.lemma.lower() in vague
