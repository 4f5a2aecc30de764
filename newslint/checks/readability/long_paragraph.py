"""readability.long-paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks._support import word_count
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class LongParagraph(Rule):
    """Break up a paragraph that fills the screen.

    On a telephone a hundred words are a wall. The mark stands on the first sentence beyond
    the limit, which is a good place to start looking for the break. A paragraph that is
    mostly quotation is left alone.
    """

    id: str = "readability.long-paragraph"
    message: str = "This paragraph has %s words, more than %s: break it, perhaps here."
    severity: Severity = Severity.SUGGESTION
    max_words: int = 150

    needs: ClassVar = frozenset({"sentences", "quotations"})
    reach: ClassVar = "block"
    exact: ClassVar[str] = "it counts words"
    examples: ClassVar = (
        Example(
            "The river rose. It rained. [[The old mill stood in the water.]] Cows were moved.",
            options=(("max_words", 8),),
        ),
        Example(
            "# Flood\n\nThe river rose again. [[The old mill stood in the water.]]",
            options=(("max_words", 8),),
        ),
        Example("The river rose. It rained. The old mill stood in the water. Cows were moved."),
        Example(
            "The river rose.\n\nIt rained.\n\nThe old mill stood.", options=(("max_words", 8),)
        ),
        Example(
            'Lind said: "The river rose. It rained. The old mill stood in the water."',
            options=(("max_words", 8),),
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the sentence with which a paragraph outgrows the limit."""
        for index, block in enumerate(reading.blocks):
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            total = word_count(block.span.cut(reading.text))
            if total <= self.max_words or _mostly_quoted(reading, block.span):
                continue
            sentences = [s.span for s in reading.sentences_of(index)]
            read = word_count(sentences[0].cut(reading.text))
            for sentence in sentences[1:]:
                read += word_count(sentence.cut(reading.text))
                if read > self.max_words:
                    yield self.problem(sentence, str(total), str(self.max_words))
                    break


def _mostly_quoted(reading: Reading, span: Span) -> bool:
    quoted = sum(len(q.span) for q in reading.quotations.outer if span.covers(q.span))
    return quoted * 2 > len(span)
