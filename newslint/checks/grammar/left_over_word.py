"""grammar.left-over-word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.edit_marks import second_subject
from newslint.checks._wording.half_changed import estimated_twice, fronted_twice
from newslint.checks._wording.two_versions import two_versions
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_FIRST = frozenset({"a", "an", "the", "its", "their", "my", "our", "your"})
_SECOND = _FIRST | {"his", "her", "this", "these", "those"}
#: Pairs of prepositions of which one is always left over, since neither is a particle there.
_PAIRS = frozenset(
    {("against", "of"), ("from", "by"), ("from", "since"), ("at", "for"),
     ("at", "in"), ("at", "of"), ("at", "on"), ("at", "to"), ("by", "at"),
     ("by", "for"), ("by", "in"), ("by", "of"), ("by", "on"), ("by", "to"), ("during", "in"),
     ("for", "at"), ("for", "of"), ("for", "to"), ("for", "with"), ("from", "at"),
     ("from", "of"), ("from", "to"), ("in", "at"), ("in", "during"), ("in", "into"),
     ("in", "of"), ("into", "in"), ("into", "to"), ("of", "for"),
     ("of", "with"), ("on", "at"), ("on", "in"), ("on", "of"), ("to", "at"), ("to", "for"),
     ("to", "in"), ("to", "into"), ("to", "of"), ("to", "on"), ("with", "at"), ("with", "by"),
     ("with", "for"), ("with", "from"), ("with", "in"), ("with", "of"), ("with", "on"),
     ("with", "to")}
)  # fmt: skip
#: Words that end as the highest degree does, and are none.
_PLAIN_EST = frozenset({"dishonest", "earnest", "honest", "immodest", "modest", "request"})
#: Clauses at whose end a preposition may stand: "the house they lived in at the time".
_OPEN_ENDED = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp", "ccomp"})


_AGAIN = "“%s” repeats the subject that the sentence began with: delete it."


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
        Example("He is [[more taller]] than she is. It was the [[most fiercest]] fire of all."),
        Example("The mayor [[would will]] not stand, and the talks [[is was]] over."),
        Example("She lost [[her the]] case. The fair was put off [[because due]] to rain."),
        Example(
            "The post for which he had [[applied for]] was filled by [[nearly almost]] 50 men."
        ),
        Example("The skipper, who is 61, [[he]] was treated at once."),
        Example("The skipper, who is 61, he said, was treated. When he fell, he was hurt."),
        Example("What it is was unclear. The will would be read. They gave her the case."),
        Example("The most honest of them had more lower floors. More later."),
        Example("All the boats lay in the lee of the island. They came from under the quay."),
        Example("The house they lived in at the time is gone. What was it made of in 1910?"),
        Example("Give her the A The sign of the inn. It was an A the size of a door."),
        Example('"The board has a the power," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such pair of words."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for token in tokens:
                again = second_subject(tokens, token)
                if again is not None and is_writers_own(reading, again[0].span):
                    yield self.problem(again[0].span, again[0].text, message=_AGAIN)
            for one, two in pairwise(tokens):
                for find in _FINDERS:  # no generator: every two words are asked about
                    if find(one, two):
                        break
                else:
                    if not two_versions(tokens, one, two):
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
    pair = (one.text, two.text) in _PAIRS and one.sentence == two.sentence
    if not pair or one.dep != "prep" or two.dep != "prep":
        return False
    if two.child("pobj") is None or one.child("pobj", "pcomp") is not None:
        return False
    # Where the second hangs on the first, no clause can have ended between them.
    return two.head is one or not _may_end_with_preposition(one.head)


def _are_degrees(one: Token, two: Token) -> bool:
    """Return whether both words raise: "more taller", "the most deadliest"."""
    if one.sentence != two.sentence or two.start != one.end + 1:
        return False
    if one.lower == "most" and two.tag == "JJS":
        return two.lower.endswith("est") and two.lower not in _PLAIN_EST
    apart = two.dep in ("acomp", "ROOT", "attr", "conj") and two.head.i <= two.i
    return one.lower == "more" and two.tag in ("JJR", "RBR") and two.lower.endswith("er") and apart


_FINDERS = (_are_determiners, _are_prepositions, _are_degrees, fronted_twice, estimated_twice)


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
