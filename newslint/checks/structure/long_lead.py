"""structure.long-lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks._support import word_count
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_FEW = 8  # words: a paragraph this short is a byline, a date or a label, not the lead


_AGENCY = LazyRegex(r"[A-Z][^()\n]{2,60}\([^()\n]{2,30}\)\s*[-–—]\s")
_PLACE = LazyRegex(r"[A-Z][^a-z\n]{2,40}[^()\n–—]{0,30}[-–—]\s")
_NOTE = LazyRegex(r"\W*(?:editor['’]?s?['’]?\snote|note)\b", re.IGNORECASE)


class LongLead(Rule):
    """Say the news in a short first sentence.

    The lead has to carry the story alone, on a phone and in a search result. The length is
    counted from the end of the dateline.
    """

    id: str = "structure.long-lead"
    message: str = "The lead sentence has %s words: say the news in %s or fewer."
    severity: Severity = Severity.SUGGESTION
    max_words: int = 35

    needs: ClassVar = frozenset({"sentences"})
    genres_off: ClassVar = frozenset({"analysis", "feature", "opinion"})
    examples: ClassVar = (
        Example(
            "[[The harbour board, which met for the third time this week behind closed doors to"
            " weigh the two offers for the old ferry terminal, chose neither.]] It goes on.",
            options=(("max_words", 20),),
        ),
        Example(
            "By Ada Lind\n\n[[The council of this small town on the northern coast has voted to"
            " keep the library open.]]\n",
            options=(("max_words", 12),),
        ),
        Example("The town will keep its library. It had been due to close in May, the mayor said."),
        Example(
            "VARDEN, 4 March (Reuters) - The small town on the northern coast keeps its library.",
            options=(("max_words", 10),),
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at a first sentence that is too long."""
        for index, block in enumerate(reading.blocks):
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            if word_count(block.span.cut(reading.text)) <= _FEW or _NOTE.match(
                reading.text, block.span.start
            ):
                continue
            first = reading.sentences_of(index)[0].span
            text = first.cut(reading.text)
            length = word_count(text[_dateline(text) :])
            if length > self.max_words:
                yield self.problem(first, str(length), str(self.max_words))
            return


def _dateline(text: str) -> int:
    """Return where the sentence proper begins: after "TOWN, 4 March (Agency) - "."""
    match = _AGENCY.match(text) or _PLACE.match(text)
    return match.end() if match else 0
