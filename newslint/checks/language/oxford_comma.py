"""language.oxford-comma."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks import _houses as houses
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_LISTED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_COMPLEX = frozenset({"acl", "appos", "cc", "conj", "nsubj", "relcl"})
_LONGEST = 4  # words in one item of a simple list


class OxfordComma(Rule):
    """Leave the comma before the last item of a simple list, or set it, as the house does.

    `use` is `never` (red, white and blue) or `always` (red, white, and blue). Looked at are
    lists of three or more short items. Where an item has an "and" of its own, or is a clause,
    the comma helps the reader, and no house forbids it.
    """

    id: str = "language.oxford-comma"
    message: str = "The house sets no comma before “%s” in a simple list."
    severity: Severity = Severity.SUGGESTION
    use: Literal["never", "always"] = "never"

    on: ClassVar = False
    needs: ClassVar = frozenset({"parse", "quotations"})
    fixes: ClassVar = "unsafe"
    standards: ClassVar = houses.HOUSES
    examples: ClassVar = (
        Example(
            "The shop sells apples, pears[[,]] and plums.",
            fixed="The shop sells apples, pears and plums.",
        ),
        Example(
            "The shop sells apples, pears [[and]] plums.",
            fixed="The shop sells apples, pears, and plums.",
            options=(("use", "always"),),
        ),
        Example("The shop sells apples, pears and plums."),
        Example("The shop sells tea, bread and butter, and plums."),
        Example("The shop sells apples, and the mill sells flour. “I sell tea, jam, and figs.”"),
        Example("The shop sells apples and pears.", options=(("use", "always"),)),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the comma that should not be there, or the word that wants one."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for word in tokens:
                if word.dep != "cc" or word.lower not in ("and", "or") or not _is_simple(word):
                    continue
                if not word.i or not is_writers_own(reading, word.span):
                    continue
                before = tokens[word.i - 1]
                comma = before.text == ","
                if comma and self.use == "never":
                    yield self.problem(before.span, word.text, fix=Fix((Edit(before.span, ""),)))
                elif not comma and self.use == "always":
                    message = "The house sets a comma before “%s” in a list."
                    edit = Edit(Span(before.end, before.end), ",")
                    yield self.problem(word.span, word.text, message=message, fix=Fix((edit,)))


def _is_simple(conjunction: Token) -> bool:
    """Return whether the word stands before the last of three or more short items."""
    items = [conjunction.head]
    while above := _listed_before(items[0]):
        items.insert(0, above)
    last = next((c for c in conjunction.head.children if c.dep == "conj"), None)
    if last is None or last.i < conjunction.i or len(items) < 2:
        return False
    items.append(last)
    pos = {item.pos for item in items}
    if not pos <= _LISTED or len(pos - {"PROPN", "NOUN"}) > 1:
        return False
    return all(_is_short(item, items) for item in items)


def _listed_before(item: Token) -> Token | None:
    return item.head if item.dep == "conj" and item.head is not item else None


def _is_short(item: Token, items: list[Token]) -> bool:
    """Return whether an item is a few words without a clause or an "and" of its own."""
    later = [other for other in items if other.i > item.i]
    own = [
        word
        for word in item.subtree
        if word.pos != "PUNCT" and not any(_belongs(word, other) for other in later)
    ]
    if later:  # the "and" before the last item hangs on the one before it
        own = [word for word in own if not (word.dep == "cc" and word.head is item)]
    return len(own) <= _LONGEST and not any(
        word.dep in _COMPLEX for word in own if word is not item
    )


def _belongs(word: Token, item: Token) -> bool:
    return word is item or item in word.ancestors
