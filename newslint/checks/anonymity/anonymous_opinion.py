"""Opinions and attacks in the mouth of somebody unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution
from newslint.checks import _standards as standards
from newslint.checks._phrases import find_phrases, phrase_pattern
from newslint.checks._sources import anonymous_voices
from newslint.finding import Problem, Severity
from newslint.language.quotation import Quotation
from newslint.reading import Reading
from newslint.rule import Example, Rule

_SORTS = ("reading", "stance", "forecast", "verdict")


class AnonymousOpinion(Rule):
    """Name whoever judges, predicts or attacks; withhold a name only for information.

    An unnamed source may be worth the cost when it gives facts that cannot be had
    otherwise. An opinion is worth what its owner is worth, and an attack from behind a
    curtain cannot be answered.
    """

    id: str = "anonymity.anonymous-opinion"
    message: str = "An unnamed source gives an opinion here: name the source, or leave it out."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example('[["The board is a shambles,"]] said one bank manager.'),
        Example('A person close to the owner said: [["She is doomed, and everybody knows it."]]'),
        Example('"The board is a shambles," said Klara Voss, the manager of the bank.'),
        Example('"The vault was empty on Monday," said one bank official.'),
        Example("One bank official said that the vault was empty, and Klara Voss wept."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.WASHINGTON_POST)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one quotation of each unnamed source, in each paragraph, that gives opinion."""
        for group in anonymous_voices(reading):
            blocks: set[int] = set()
            for attribution in group:
                for quotation in _quotations_of(reading, attribution):
                    if quotation.block not in blocks and _is_opinion(reading, quotation):
                        blocks.add(quotation.block)
                        yield self.problem(quotation.span)


def _quotations_of(reading: Reading, attribution: Attribution) -> list[Quotation]:
    return [
        q for q in reading.quotations.outer if any(c.overlaps(q.inner) for c in attribution.content)
    ]


def _is_opinion(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quoted words judge, predict or attack."""
    return any(
        any(
            find_phrases(
                reading.text, quotation.inner, phrase_pattern("anonymity", "opinion", sort)
            )
        )
        for sort in _SORTS
    )
