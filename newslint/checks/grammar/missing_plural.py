"""grammar.missing-plural."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_WHOSE = frozenset({"the", "its", "his", "her", "their", "our", "these", "those"})
_SEVERAL = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "fifteen", "twenty", "several"}
)  # fmt: skip
#: What may follow a noun that ends its phrase, besides a verb. A noun or an adjective may not:
#: in "the four month wait" and "two car crash" the figure describes what comes.
_VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "MD"})
_AFTER = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "DET", "PRON", "SPACE"})
_QUANTIFIERS = frozenset({"many", "several", "few", "both"})
#: Kinds of named things that a figure may be part of, and still count what follows.
_COUNTS = frozenset({"CARDINAL", "DATE", "TIME", "QUANTITY", "MONEY", "PERCENT"})
#: After these a figure may belong to a name: "the Group of 20", "number 10".
_NAMED_BY = frozenset(
    {"article", "category", "channel", "chapter", "grade", "no", "no.", "nos", "number", "of",
     "page", "phase", "room", "route", "section", "top", "under"}
)  # fmt: skip
_NEAR = 2  # words from an owner to what it owns
_YEARS = 1900  # a larger figure without a comma is likely a year


class MissingPlural(Rule):
    """Write the plural after a number, and after "one of the".

    "One of the witness" and "four month to decide" lost an ending, often in an edit that
    changed the number. Nouns for a whole crew or staff are left alone, and so are phrases in
    which the figure describes a noun: a four month wait.
    """

    id: str = "grammar.missing-plural"
    message: str = "“%s” should be in the plural after “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    examples: ClassVar = (
        Example("One of the [[witness]] left the court early."),
        Example("The board has four [[month]] to decide."),
        Example("Two of the firm's [[lorry]] were found in a ditch."),
        Example("Two of the firm's staff and three of the captain's crew were found."),
        Example("One of the witnesses left the court, and one of the crew followed."),
        Example("The four month wait is over for the four year old."),
        Example("The Gang of Eight member spoke to the Group of 20 leader of the day."),
        Example('"One of the witness left," she said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such noun."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for noun in tokens:
                if noun.tag != "NN" or noun.entity in ("PERSON", "ORG", "WORK_OF_ART"):
                    continue
                why = _after_one_of(noun) or _of_somebodys(noun) or _after_a_number(tokens, noun)
                if why is None or not _stands_alone(tokens, noun):
                    continue
                if is_writers_own(reading, noun.span):
                    yield self.problem(noun.span, noun.text, _phrase(reading.text, why))


def _phrase(text: str, words: tuple[Token, Token]) -> str:
    return " ".join(Span(words[0].start, words[1].end).cut(text).split())


def _after_one_of(noun: Token) -> tuple[Token, Token] | None:
    """Return "one" and "the" of "one of the witness"."""
    of, one = noun.head, noun.head.head
    if noun.dep != "pobj" or of.lower != "of" or one.lower != "one" or of.i != one.i + 1:
        return None
    if any(c.i < one.i and c.dep in ("det", "amod") for c in one.children):
        return None  # "the final one of the season"
    the = next((c for c in noun.children if c.i == of.i + 1 and c.lower in _WHOSE), None)
    known = vocabulary("agreement", "either") | vocabulary("agreement", "plural-form")
    return (one, the) if the is not None and noun.lemma not in known else None


def _of_somebodys(noun: Token) -> tuple[Token, Token] | None:
    """Return "two" and "of" of "two of the firm's lorry"."""
    of, two = noun.head, noun.head.head
    if noun.dep != "pobj" or of.lower != "of" or two.lower not in _SEVERAL or of.i != two.i + 1:
        return None
    owner = noun.child("poss")
    named = owner is not None and owner.child("case") is not None
    known = vocabulary("agreement", "either") | vocabulary("agreement", "plural-form")
    near = owner is not None and noun.i - owner.i <= _NEAR
    return (two, of) if named and near and noun.lemma not in known else None


def _after_a_number(tokens: tuple[Token, ...], noun: Token) -> tuple[Token, Token] | None:
    """Return the number of "four month"."""
    if noun.lower not in vocabulary("agreement", "countable") or noun.dep not in (
        "dobj",
        "pobj",
        "nsubj",
        "nsubjpass",
    ):
        return None
    number = next((c for c in noun.children if c.i == noun.i - 1), None)
    if number is None or any(c.lower in ("a", "an", "another") for c in noun.children):
        return None
    opens = number.i == 0 or tokens[number.i - 1].sentence != number.sentence
    if (number.text[0].isupper() and not opens) or any(
        t.entity and t.entity not in _COUNTS for t in (number, noun)
    ):
        return None  # "a Gang of Eight member"
    figure = number.tag == "CD" and number.text.isdecimal() and 1 < int(number.text) < _YEARS
    ahead = tokens[number.i - 1] if number.i else None
    if ahead is not None and (ahead.text[0].isupper() or ahead.lower in _NAMED_BY):
        return None  # "the Group of 20 leader", "Route 66 motel", "number 10 day"
    several = number.lower in _SEVERAL | _QUANTIFIERS
    return (number, number) if figure or several else None


def _stands_alone(tokens: tuple[Token, ...], noun: Token) -> bool:
    """Return whether the noun ends its phrase: no noun, figure or mark may follow at once."""
    if any(c.dep in ("conj", "cc", "appos") for c in noun.children) or not noun.text.isalpha():
        return False
    after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    return after is None or (
        (after.pos in _AFTER or after.tag in _VERBS)
        and after.text not in ("-", "/", "’s", "'s", "’", "'", "–")
    )
