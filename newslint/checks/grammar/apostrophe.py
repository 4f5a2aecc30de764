"""grammar.apostrophe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_OPENERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "this", "that", "one", "other"}
)
_NOUNS = frozenset({"NN", "NNS"})
_IRREGULAR = frozenset({"childrens", "mens", "womens"})
_KIN = frozenset({"fathers", "mothers", "husbands", "grandfathers", "grandmothers"})
_TIMES = frozenset({"years", "weeks", "months", "nights", "seasons"})
#: "The last years", "his last months": these are several.
_SEVERAL = frozenset({"the", "these", "his", "her", "their", "its", "past"})
_MANY = frozenset({"both", "many", "several", "these", "those"})
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_ENDS = frozenset({"VBD", "VBP", "MD", "IN", "TO", "CC", ",", ".", "WP", "WDT"})
_MODALS = frozenset({"will", "would", "can", "could", "must", "should", "may"})
_LACKING = "“%s” owns “%s” and lacks an apostrophe: write “%s” or “%s”."
_TWICE = "“%s” is no form of a plural: write “%s”."
_NEEDLESS = "“%s” is a plural: write it without an apostrophe."
_AFTER = frozenset({"VBN", "VBZ", "VBD", "VBP", "MD", "IN", "TO", "CC", ",", "."})


class Apostrophe(Rule):
    """Write an apostrophe where something is somebody's, and none in a plural.

    In "the ministers car" the reader cannot tell one minister from several, and reads on for a
    verb that does not come; in "three award's" for what the award owns. Only people are looked
    at, with what only people have; set phrases such as "teachers union" are house style.
    """

    id: str = "grammar.apostrophe"
    message: str = "%s"
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_A,)
    examples: ClassVar = (
        Example("The [[ministers]] car stood by the mill, and the [[workers]] demands were heard."),
        Example("The ministers' car stood by the mill, and the worker's demands were heard."),
        Example("The film won three [[award's]]. Both [[brother's]] were arrested."),
        Example("[[Taxi's]] will no longer wait here. The taxi's will to wait is gone."),
        Example("Last [[years]] fair was rained off, and he lost his [[fathers]] watch."),
        Example("In the last years rain fell. His fathers and mothers wept last year."),
        Example("A [[childrens']] choir sang, and the [[womens]] team won."),
        Example("It is three o'clock. He stayed for one year's end, and for two weeks' pay."),
        Example("The teachers union met. The leaders head north, and the drivers name a price."),
        Example('"The ministers car was red," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such noun."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for noun in tokens:
                thing = _owned(tokens, noun)
                if thing is not None and is_writers_own(reading, noun.span):
                    one, several = f"{noun.text[:-1]}'s", f"{noun.text}'"
                    yield self.problem(noun.span, _LACKING % (noun.text, thing.text, one, several))
                lone = _of_time_or_kin(tokens, noun)
                if lone is not None and is_writers_own(reading, noun.span):
                    one, several = f"{noun.text[:-1]}'s", f"{noun.text}'"
                    yield self.problem(noun.span, _LACKING % (noun.text, lone.text, one, several))
                of_many = _of_irregular(tokens, noun)
                if of_many is not None and is_writers_own(reading, of_many):
                    right = f"{noun.text[:-1]}'s"
                    yield self.problem(of_many, _TWICE % (of_many.cut(reading.text), right))
                mark = _in_a_plural(tokens, noun) or _before_a_modal(tokens, noun)
                if mark is None:
                    continue
                place = Span(noun.start, mark.end)
                if is_writers_own(reading, place):
                    yield self.problem(place, _NEEDLESS % place.cut(reading.text))


def _owned(tokens: tuple[Token, ...], owner: Token) -> Token | None:
    """Return what "ministers" owns in "the ministers car was"."""
    if not owner.text.islower() or owner.lower[-1:] != "s" or not 0 < owner.i < len(tokens) - 2:
        return None
    before, thing, after = tokens[owner.i - 1], tokens[owner.i + 1], tokens[owner.i + 2]
    one = owner.lower.removesuffix("ies") + "y" if owner.lower.endswith("ies") else owner.lower[:-1]
    if one not in vocabulary("apostrophes", "owners") or thing.tag not in _NOUNS:
        return None
    if thing.lower not in vocabulary("apostrophes", "owned"):
        return None
    whole = before.lower in _OPENERS and after.tag in _AFTER and thing.sentence == owner.sentence
    return thing if whole and owner.head is thing and owner.dep != "nsubj" else None


def _of_time_or_kin(tokens: tuple[Token, ...], owner: Token) -> Token | None:
    """Return what "years" owns in "last years fair", and "fathers" in "his fathers watch"."""
    if not 0 < owner.i < len(tokens) - 1:
        return None
    before, thing = tokens[owner.i - 1], tokens[owner.i + 1]
    if not thing.text.islower() or thing.sentence != owner.sentence:
        return None
    if owner.lower in _KIN and before.lower in ("his", "her", "my"):
        return thing if thing.tag in ("NN", "NNS", "VB", "VBP") else None
    ahead = tokens[owner.i - 2].lower if owner.i > 1 else ""
    timed = owner.lower in _TIMES and before.lower in ("last", "next", "this")
    return thing if timed and thing.tag in ("NN", "JJ") and ahead not in _SEVERAL else None


def _of_irregular(tokens: tuple[Token, ...], noun: Token) -> Span | None:
    """Return the place of "childrens'" and "mens"."""
    if noun.lower not in _IRREGULAR or noun.i + 1 >= len(tokens):
        return None
    after = tokens[noun.i + 1]
    mark = after.text in ("'", "’") and after.start == noun.end
    return Span(noun.start, after.end if mark else noun.end)


def _in_a_plural(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the "'s" of "three award's" and "both brother's were"."""
    if noun.tag != "NN" or not noun.text.islower() or not 0 < noun.i < len(tokens) - 2:
        return None
    number, mark, after = tokens[noun.i - 1], tokens[noun.i + 1], tokens[noun.i + 2]
    if mark.text not in ("'s", "’s") or mark.start != noun.end or number.head is not noun:
        return None
    many = number.lower in _MANY or (number.tag == "CD" and number.lower in _NUMBERS)
    return mark if many and after.tag in _ENDS and after.sentence == noun.sentence else None


def _before_a_modal(tokens: tuple[Token, ...], noun: Token) -> Token | None:
    """Return the "'s" of "Taxi's will no longer wait": what is owned would follow it."""
    if noun.tag not in ("NN", "NNP") or noun.i + 4 > len(tokens):
        return None
    mark, modal, verb = tokens[noun.i + 1 : noun.i + 4]
    opens = noun.i == 0 or tokens[noun.i - 1].sentence != noun.sentence
    if not opens or mark.text not in ("'s", "’s") or mark.start != noun.end:
        return None
    acts = verb.lower in ("be", "have", "no", "not") or verb.tag == "VB"
    own = noun.entity in ("PERSON", "GPE") or noun.text[1:] != noun.text[1:].lower()
    return mark if modal.text in _MODALS and acts and not own else None
