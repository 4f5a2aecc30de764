"""structure.headline-case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks import _houses as houses
from newslint.checks._support import document_place, prose
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_WORD = LazyRegex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONG = 4  # letters: shorter words are small in many kinds of title


class HeadlineCase(Rule):
    """Write headlines with the capitals of the house.

    `case` is `sentence` (capitals for the first word and names) or `title` (capitals for all
    longer words). A name cannot be told from a common word by its looks: what the story
    itself writes small is no name, and at least two such words, and two in three, must stand
    in the headline the other way.
    """

    id: str = "structure.headline-case"
    message: str = "The house writes headlines in %s case: “%s” %s."
    severity: Severity = Severity.SUGGESTION
    case: Literal["sentence", "title"] = "sentence"

    on: ClassVar = False
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "# [[Council Shuts Harbour Bridge]]\n\nThe council of Oslo shuts its harbour bridge."
        ),
        Example(
            "# [[Council shuts harbour bridge]]\n\nThe council of Oslo shuts its harbour bridge.",
            options=(("case", "title"),),
        ),
        Example("# Council shuts Harbour Street\n\nThe council shuts Harbour Street."),
        Example(
            "# Council Shuts Quayside Inn\n\nThe Council has spoken: the Quayside Inn is shut."
        ),
        Example("# COUNCIL SHUTS BRIDGE\n\nThe council shuts the bridge."),
        Example(
            "# Council Shuts Harbour Bridge\n\nThe council shuts its harbour bridge.",
            options=(("case", "title"),),
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the headline if two of its words have the other case."""
        headline, place = reading.article.headline, document_place(reading)
        if headline is None or place is None:
            return
        text = headline.span.cut(reading.text)
        if text.isupper():
            return
        small = {
            word
            for _, block in prose(reading)
            for word in _WORD.findall(block.span.cut(reading.text))
            if word.islower()
        }
        others = _WORD.findall(text)[1:]
        common = [w for w in others if w.lower() in small and len(w) >= _LONG]
        wrong = [w for w in common if w.islower() == (self.case == "title")]
        if len(wrong) < 2 or len(wrong) * 3 < len(common) * 2:
            return
        shown = "”, “".join(dict.fromkeys(wrong))
        yield self.problem(
            headline.span,
            self.case,
            shown,
            "stand small in the story" if self.case == "sentence" else "want a capital",
        )
