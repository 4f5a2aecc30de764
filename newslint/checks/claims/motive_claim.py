"""Motives that the newsroom ascribes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import find_phrases, phrase_pattern
from newslint.checks._support import has_link, is_own_voice, prose, reports_in
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class MotiveClaim(Rule):
    """Say who says that this was the purpose.

    What was done can be seen; why it was done can only be told. "In a bid to" and "a step
    towards" give a motive that readers cannot check unless somebody is cited for it. With
    `mild` common phrases of purpose ("in an effort to") are reported too.
    """

    id: str = "claims.motive-claim"
    message: str = "“%s” ascribes a motive: say whose account of it this is."
    severity: Severity = Severity.SUGGESTION
    mild: bool = False  # whether to report common phrases of purpose too

    examples: ClassVar[tuple[Example, ...]] = (
        Example("For the canal board, it is [[a step towards closing]] the northern locks."),
        Example("The board cut the tolls [[in a bid to win]] back the barges."),
        Example("The tolls were cut [[in an effort to]] win them back.", options=(("mild", True),)),
        Example("The board cut the tolls in a bid to win back the barges, Petra Lund said."),
        Example("Petra Lund said that it was a step towards closing the northern locks."),
        Example("The keeper took a step towards the edge."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    reach: ClassVar = "block"
    standards: ClassVar[tuple[str, ...]] = (standards.IPSO, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction", "analysis", "review"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield phrases of motive in the newsroom's own voice."""
        patterns = [phrase_pattern("claims", "motive", "strong")]
        if self.mild:
            patterns.append(phrase_pattern("claims", "motive", "mild"))
        for _, block in prose(reading):
            for pattern in patterns:
                for span in find_phrases(reading.text, block.span, pattern):
                    sentence = reading.sentence_at(span.start)
                    if sentence is None or not is_own_voice(reading, span):
                        continue
                    if reading.attributions.containing(span) is not None:
                        continue  # a cue without a source is reported for itself
                    if reports_in(reading, sentence.span) or has_link(reading, sentence.span):
                        continue
                    yield self.problem(span, " ".join(span.cut(reading.text).split()))
