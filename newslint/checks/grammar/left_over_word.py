"""grammar.left-over-word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_FIRST = frozenset({"a", "an", "the", "its", "their", "my", "our", "your"})
_SECOND = _FIRST | {"his", "her", "this", "these", "those"}
#: Pairs of prepositions of which one is always left over, since neither is a particle there.
_PAIRS = frozenset(
    {("at", "in"), ("at", "on"), ("at", "to"), ("by", "of"), ("by", "to"), ("for", "of"),
     ("for", "to"), ("from", "of"), ("with", "by"), ("with", "from"), ("with", "in"),
     ("with", "of"), ("with", "to")}
)  # fmt: skip
_HIGHEST = frozenset(
    {"biggest", "cheapest", "fastest", "greatest", "hardest", "highest", "largest", "longest",
     "lowest", "newest", "oldest", "poorest", "richest", "shortest", "smallest", "strongest",
     "tallest", "weakest", "worst", "youngest"}
)  # fmt: skip
#: Clauses at whose end a preposition may stand: "the house they lived in at the time".
_OPEN_ENDED = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp", "ccomp"})


class LeftOverWord(Rule):
    """Delete the word that an edit has left behind.

    "A the power" and "lies at in a valley" hold the old word and the new one. The reader
    stops to find out which of the two is meant.
    """

    id: str = "grammar.left-over-word"
    message: str = "“%s”: delete one of the two words."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = ("https://www.gov.uk/guidance/style-guide/a-to-z",)
    examples: ClassVar = (
        Example("The board has [[a the]] power to close the mill."),
        Example("The mill lies [[at in]] a valley near the sea."),
        Example("He is [[more taller]] than she is. It was the [[most deadliest]] fire of all."),
        Example("The most honest of them had more lower floors. More later."),
        Example("All the boats lay in the lee of the island. They came from under the quay."),
        Example("The house they lived in at the time is gone. What was it made of in 1910?"),
        Example("Give her the A The sign of the inn. It was an A the size of a door."),
        Example('"The board has a the power," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such pair of words."""
        for index, _ in prose(reading):
            for one, two in pairwise(reading.parses[index].tokens):
                if not any(find(one, two) for find in _FINDERS):
                    continue
                place = Span(one.start, two.end)
                if is_writers_own(reading, place):
                    yield self.problem(place, " ".join(place.cut(reading.text).split()))


def _are_determiners(one: Token, two: Token) -> bool:
    small = two.text.islower() and (one.text.islower() or one.i == 0)
    return (
        small
        and one.lower in _FIRST
        and two.lower in _SECOND
        and one.lower != two.lower
        and one.sentence == two.sentence
        and two.tag in ("DT", "PRP$")
    )


def _are_prepositions(one: Token, two: Token) -> bool:
    """Return whether both words open a phrase, and the second stands where a noun should."""
    return (
        (one.text, two.text) in _PAIRS
        and one.sentence == two.sentence
        and one.dep == "prep"
        and two.dep == "prep"
        and two.child("pobj") is not None
        and one.child("pobj", "pcomp") is None
        and not _may_end_with_preposition(one.head)
    )


def _are_degrees(one: Token, two: Token) -> bool:
    """Return whether both words raise: "more taller", "the most deadliest"."""
    if one.sentence != two.sentence or two.lower == two.lemma or two.start != one.end + 1:
        return False
    if one.lower == "most" and two.tag == "JJS":
        return two.lower.endswith("iest") or two.lower in _HIGHEST
    apart = two.dep in ("acomp", "ROOT", "attr", "conj") and two.head.i <= two.i
    return one.lower == "more" and two.tag == "JJR" and two.lower.endswith("er") and apart


_FINDERS = (_are_determiners, _are_prepositions, _are_degrees)


def _may_end_with_preposition(word: Token) -> bool:
    """Return whether a word is in a passive or relative clause, or in a question."""
    while True:
        if any(c.dep == "nsubjpass" or c.tag in ("WP", "WDT", "WRB") for c in word.children):
            return True
        if word.dep in _OPEN_ENDED:
            return True
        if word.head is word:
            return False
        word = word.head
