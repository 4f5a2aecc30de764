"""Long quotations whose speaker comes last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, Directness
from newslint.checks import _standards as standards
from newslint.checks._sourcing.sources import source_place
from newslint.checks._support import is_report, prose, word_count
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class LateSpeaker(Rule):
    """Name the speaker by the end of the first sentence of a quotation.

    Readers who have to plough through several sentences before they learn who is talking
    have to read them twice. Break the quotation after its first sentence and put the
    speaker there. Somebody who was speaking just before is left alone.
    """

    id: str = "quotes.late-speaker"
    message: str = "The speaker comes after %s words of quotation: name the speaker sooner."
    severity: Severity = Severity.WARNING
    words: int = 40  # of quotation, above which the speaker is late
    sentences: int = 2  # of quotation, above which the speaker is late

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            '"We came back in the spring. The house was gone. The trees were gone," said '
            "[[Mara Quist]]."
        ),
        Example(
            '"When the river rose for the third time that year we carried the beds up to the '
            "attic, and the children, and the two goats, and then we sat on the stairs for most "
            'of the night and counted the steps that were still dry, which were not many," said '
            "[[Mara Quist, a farmer]]."
        ),
        Example(
            '"We came back in the spring," said Mara Quist. "The house was gone. So was the dog."'
        ),
        Example('"We came back. The house was gone. The trees were gone." ― Mara Quist'),
        Example('Mara Quist said: "We came back. The house was gone. The trees were gone."'),
    )
    status: ClassVar = "preview"  # an editor kept 15 of 35
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS,)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "interview"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield speakers named only after a long stretch of quotation."""
        story = {index for index, _ in prose(reading)}
        for attribution in reading.attributions:
            if attribution.block not in story or not is_report(reading, attribution):
                continue
            if attribution.directness is Directness.INDIRECT or not attribution.source.spans:
                continue
            speaker = source_place(attribution)
            if attribution.source.pronoun or _is_signature(reading, speaker):
                continue
            pieces = [
                c
                for c in attribution.content
                if c.end <= speaker.start and reading.quotations.touches(c)
            ]
            if not pieces or _was_speaking(reading, attribution):
                continue
            words = sum(word_count(piece.cut(reading.text)) for piece in pieces)
            if words > self.words or _sentences(reading, pieces) > self.sentences:
                yield self.problem(speaker, str(words))


def _is_signature(reading: Reading, speaker: Span) -> bool:
    """Return whether the name stands under the quotation, after a dash: "..." -- Mara Quist."""
    return reading.text[: speaker.start].rstrip()[-1:] in {"-", "–", "—", "―", "~"}


def _sentences(reading: Reading, pieces: list[Span]) -> int:
    """Return how many sentences begin within the pieces of quotation."""
    return sum(
        1
        for sentence in reading.sentences
        if any(piece.overlaps(sentence.span) for piece in pieces)
    )


def _was_speaking(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the same speaker was named in this paragraph or the one before."""
    if attribution.speaker is None:
        return False
    place = attribution.place
    return any(
        other.speaker == attribution.speaker
        and other.source.spans
        and other.source.spans[0].start < place
        and other.block in {attribution.block, attribution.block - 1}
        for other in reading.attributions
    )
