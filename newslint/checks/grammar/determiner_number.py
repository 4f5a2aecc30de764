"""grammar.determiner-number."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_ONE = frozenset({"a", "an", "this", "each", "every", "another"})
_SOME = frozenset({"these", "those"})
#: Between "a" and a plural, these make it right: "a few days", "every two weeks".
_COUNTING = frozenset(
    {"couple", "dozen", "few", "good", "great", "half", "hundred", "many", "million", "thousand",
     "mere", "full", "record", "whopping", "further"}
)  # fmt: skip
_MODIFIERS = frozenset({"JJ", "JJR", "JJS"})
#: What may follow a noun that ends its phrase.
_AFTER = frozenset({"PUNCT", "ADP", "SCONJ", "AUX", "VERB", "SPACE", "PRON"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_NEAR = 2  # words from the determiner to its noun
_SEVERAL = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_LESS_THAN = 3  # the words of "less than 30"
_AMOUNTS = frozenset({"less", "much"})
_MASS = frozenset(
    {"advice", "cash", "damage", "equipment", "evidence", "furniture", "help", "homework",
     "information", "luggage", "money", "progress", "research", "rubbish", "traffic", "violence",
     "water", "weather"}
)  # fmt: skip
#: "How much boats cost", "no less", "one less".
_BEFORE_AMOUNTS = frozenset({"how", "no", "or", "nothing"})


class DeterminerNumber(Rule):
    """Let "this" and "a" stand before one thing, "these" before several.

    "This figures" and "a witnesses" are left behind when a number changes in an edit. The
    reader cannot tell whether one is meant or more.
    """

    id: str = "grammar.determiner-number"
    message: str = "“%s” does not go with “%s”: make one of them fit."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = ("https://www.gov.uk/guidance/style-guide/a-to-z",)
    examples: ClassVar = (
        Example("[[This figures]] do not count the boats."),
        Example("The board heard [[a witnesses]] to the fire."),
        Example("[[These decision]] will be read by a panel."),
        Example("There were [[much cars]] in town, [[less visitors]] and [[many damage]]."),
        Example("It took less minutes. Less sales tax was paid. How much boats cost is unclear."),
        Example("These figures count a few boats, and this ferry runs every two weeks."),
        Example("A sports bar and a women's club stood at a crossroads. These staff are paid."),
        Example("It was a further 20 years before these sheep and aircraft were seen."),
        Example('"This figures do not count," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such pair of words."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for noun in tokens:
                first = (
                    _misfit(tokens, noun)
                    or _wrong_amount(tokens, noun)
                    or _amount_of_many(tokens, noun)
                    or _many_of_one(noun)
                    or _one_of_several(tokens, noun)
                )
                if first is None:
                    continue
                place = Span(first.start, noun.end)
                if is_writers_own(reading, place):
                    yield self.problem(place, first.text, noun.text)


def _misfit(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the determiner that does not go with a noun."""
    if noun.tag not in ("NN", "NNS") or not noun.text.isalpha() or not noun.text.islower():
        return None
    own = [c for c in noun.children if c.i < noun.i]
    first = own[0] if own else None
    if first is None or first.dep != "det" or noun.i - first.i > _NEAR or noun.entity:
        return None
    between = tokens[first.i + 1 : noun.i]
    if any(t.tag not in _MODIFIERS or t.lower in _COUNTING for t in between):
        return None
    after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    if after is not None and after.lower in ("down", "off", "out", "up"):
        return None  # "a heads up"
    if after is None or after.pos not in _AFTER or after.text in ("-", "/", "’", "'", "–", '"'):
        return None
    if any(c.dep in ("conj", "cc") for c in noun.children):
        return None
    known = vocabularies(("agreement", "plural-form"), ("agreement", "either"))
    if noun.lower in known or noun.lemma in known:
        return None
    plural = noun.tag == "NNS" and noun.lower != noun.lemma and noun.lower.endswith("s")
    plural = plural and noun.dep in _ROLES  # "this reeks of": a verb
    single = noun.tag == "NN" and not noun.lower.endswith("s")
    if (first.lower in _ONE and plural) or (first.lower in _SOME and single):
        return first
    return None


def _one_of_several(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the "a" of "a three men"."""
    if noun.tag != "NNS" or noun.i < _LESS_THAN - 1 or noun.lower not in _plurals():
        return None
    one, number = tokens[noun.i - 2], tokens[noun.i - 1]
    after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    ends = after is None or after.pos in ("VERB", "AUX", "ADP", "PUNCT", "CCONJ")
    several = number.tag == "CD" and number.text.isalpha() and number.lower in _SEVERAL
    return one if one.text == "a" and one.head is noun and several and ends else None


def _less_than(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the "less" of "less than 30 nurses"."""
    if noun.tag != "NNS" or noun.i < _LESS_THAN or noun.lower not in _plurals():
        return None
    less, than, number = tokens[noun.i - _LESS_THAN : noun.i]
    known = vocabulary("agreement", "amounts")
    whole = number.tag == "CD" and noun.lower not in known and noun.entity != "MONEY"
    return less if less.lower == "less" and than.lower == "than" and whole else None


def _less_of_compound(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the "less" of "less polling stations"."""
    if noun.tag != "NNS" or noun.entity or noun.i < _LESS_THAN:
        return None
    ahead, less, first = tokens[noun.i - _LESS_THAN : noun.i]
    known = vocabularies(("agreement", "plural-form"), ("agreement", "amounts"))
    whole = (
        first.dep == "compound" and noun.lower not in known and ahead.lower not in _BEFORE_AMOUNTS
    )
    return less if less.lower == "less" and whole else None


def _many_of_one(noun: Token) -> Token | None:
    """Return the "many" of "many of the damage"."""
    of, many = noun.head, noun.head.head
    if noun.tag != "NN" or noun.lower not in _MASS or of.lower != "of" or noun.dep != "pobj":
        return None
    whose = noun.child("det", "poss") is not None
    return (
        many
        if many.lower in ("many", "several", "fewer") and of.i == many.i + 1 and whose
        else None
    )


def _amount_of_many(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the "amount" of "a large amount of customers", the "much" of "how much homes were"."""
    if noun.tag != "NNS" or not noun.text.islower() or noun.lower == noun.lemma or noun.i < _NEAR:
        return None
    known = vocabulary("agreement", "plural-form") | vocabulary("agreement", "amounts")
    if noun.lower in known or noun.lower not in _plurals():
        return None
    of, amount = noun.head, noun.head.head
    if of.lower == "of" and amount.lower in ("amount", "amounts", "deal") and noun.dep == "pobj":
        great = amount.lower != "deal" or tokens[amount.i - 1].lower in ("great", "good")
        return amount if of.i == amount.i + 1 and great and _is_near(tokens, of, noun) else None
    much, after = tokens[noun.i - 1], tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    how = tokens[noun.i - _NEAR].lower == "how" and much.lower == "much"
    counted = after is not None and after.lower in ("are", "were", "have", "will", "had")
    return much if how and counted else None


def _is_near(tokens: tuple[Token, ...], of: Token, noun: Token) -> bool:
    """Return whether nothing but adjectives stands between "of" and its noun."""
    return all(t.tag in ("JJ", "JJR", "DT") for t in tokens[of.i + 1 : noun.i])


@cache
def _plurals() -> frozenset[str]:
    """Return the plurals of the things that are counted one by one."""
    found: set[str] = set()
    for word in vocabulary("agreement", "countable"):
        found |= {word + "s", word + "es", word[:-1] + "ies"}
    return frozenset(found | {"people", "children", "men", "women"})


def _wrong_amount(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the word of "much cars", "less visitors" or "many help" that does not fit."""
    first = tokens[noun.i - 1] if noun.i else None
    less = _less_than(tokens, noun) or _less_of_compound(tokens, noun)
    if less is not None:
        return less
    if first is None or first.head is not noun or noun.sentence != first.sentence or noun.entity:
        return None
    ahead = tokens[first.i - 1].lower if first.i else ""
    after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    if (
        ahead in _BEFORE_AMOUNTS
        or after is None
        or after.pos not in _AFTER | {"CCONJ", "DET", "ADV"}
    ):
        return None
    if first.lower in ("many", "fewer", "several"):
        return first if noun.lower in _MASS and noun.tag == "NN" else None
    counted = noun.tag == "NNS" and noun.text.islower() and noun.lower != noun.lemma
    known = vocabularies(("agreement", "plural-form"), ("agreement", "amounts"))
    return first if first.lower in _AMOUNTS and counted and noun.lower not in known else None
