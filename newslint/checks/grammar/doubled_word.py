"""grammar.doubled-word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_DOUBLE = re.compile(
    r"(?<![\w'’-])(?P<first>[A-Za-z]+)(?P<gap>[^\S\n]+)(?P<second>(?P=first))(?![\w'’-])",
    re.IGNORECASE,
)
#: After "that that" a noun with its article, or a subject, shows that one "that" is too many.
_PHRASE = re.compile(r"\s(?:the|an?|he|she|it|they|we|his|her|its|their)\b")
_SENTENCE_END = re.compile(r"[.!?;:]\s")
_MARKS = ",()“”\"'"


class DoubledWord(Rule):
    """Delete a word that is typed twice.

    The eye skips "the the", above all across a line end. Words that English does double
    ("had had", "that that", "very very") are left alone, as are names (Duran Duran) and
    quotations. A doubled article or conjunction is safe to cure unasked; of other
    words only a warning is given.
    """

    id: str = "grammar.doubled-word"
    message: str = "“%s” stands here twice: delete one."
    severity: Severity = Severity.ERROR

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "safe"
    examples: ClassVar = (
        Example("Crews closed [[the the]] bridge.", fixed="Crews closed the bridge."),
        Example("[[The the]] bridge is shut.", fixed="The bridge is shut."),
        Example("Crews closed the [[bridge bridge]] at noon."),
        Example("The hearing [[was was]] put off, and the firm has [[to to]] pay."),
        Example("She said [[that that]] the mill was shut."),
        Example("What it was was a mill. The home they go to to rest is shut."),
        Example("The board spent the money [[on on]] two mills, and sold the rest [[in in]] May."),
        Example("She moved in in May. The town they met in in 1990 is gone. He went on on foot."),
        Example("She had had enough. He said that that was that."),
        Example("It was a very very long night. They flew to Bora Bora."),
        Example('"I saw the the light," the sailor said.'),
        Example("Run `cd the the` first."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each pair, with a fix that deletes the second word."""
        never = vocabulary("doubles", "always-wrong")
        fine = vocabulary("doubles", "often-right")
        for block in reading.blocks:
            for match in _DOUBLE.finditer(block.span.cut(reading.text)):
                place = Span(*match.span()).shifted(block.span.start)
                lower = match["first"].lower()
                if (
                    (lower in fine and not self._is_slip(reading, block.span, place, lower))
                    or match["second"][0].isupper()
                    or (len(lower) < 2 and lower != "a")
                ):
                    continue
                if not is_writers_own(reading, place):
                    continue
                certain = lower in never
                gone = Span(match.end("first"), match.end("second")).shifted(block.span.start)
                yield self.problem(
                    place,
                    match["first"],
                    fix=Fix((Edit(gone, ""),), safe=certain),
                    at_most=None if certain else Severity.WARNING,
                )

    def _follows_noun(self, reading: Reading, block: Span, place: Span) -> bool:
        """Return whether "in in" stands after a noun: "moved in in May" is sound."""
        for index, _ in prose(reading):
            parse = reading.parses[index]
            if not block.start <= place.start < block.end or not parse.tokens:
                continue
            first = parse.at(place.start)
            if first is not None and first.i:
                return parse.tokens[first.i - 1].tag in ("NN", "NNS", "CD", "JJ")
        return False

    def _is_slip(self, reading: Reading, block: Span, place: Span, word: str) -> bool:
        """Return whether a word that may be doubled ("what it was was") is so by a slip.

        It is if nothing earlier in the sentence asks for the first of the two.
        """
        if word == "that" and _PHRASE.match(reading.text, place.end, block.end):
            return True
        if word in ("in", "on") and not self._follows_noun(reading, block, place):
            return False
        if word not in vocabulary("doubles", "right-after"):
            return False
        before = _SENTENCE_END.split(reading.text[block.start : place.start])[-1]
        words = [piece.strip(_MARKS).lower() for piece in before.split()]
        return bool(words) and not vocabulary("doubles", "asking").intersection(words)
