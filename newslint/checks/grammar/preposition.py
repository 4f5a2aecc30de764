"""grammar.preposition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import PACKAGE
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.frames import first_since, guilty_for, wrong_preposition
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.vocabulary import load

_WHEN = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})
#: After these nouns a preposition belongs to the clause: "consists in part of", "in general".
_APART = frozenset(
    {"accident", "addition", "case", "cases", "chance", "court", "date", "day", "degree",
     "example", "fact", "first", "full", "general", "heart", "hindsight", "instance", "large",
     "last", "law", "least", "length", "moment", "most", "once", "order", "part", "particular",
     "place", "practice", "principle", "private", "public", "purpose", "reason", "reasons",
     "recent", "return", "school", "season", "sort", "stage", "start", "term", "terms", "theory",
     "time", "times", "turn", "vain", "way", "ways", "whole", "work"}
)  # fmt: skip


class Preposition(Rule):
    """Use the preposition that a word takes.

    "Opposed against the quarry" and "consists from four firms" are carried over from another
    phrase or another language. Readers notice. Only words that take one preposition alone are
    looked at.
    """

    id: str = "grammar.preposition"
    message: str = "“%s” takes “%s”, not “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_A,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The islanders are opposed [[against]] the quarry.",
            fixed="The islanders are opposed to the quarry.",
        ),
        Example("The group consists [[from]] mill owners, and depends [[of]] the river."),
        Example("The islanders are opposed to the quarry and consist of two clans."),
        Example(
            "The move is at odds [[to]] the plan. He was convicted [[for]] two counts of theft."
        ),
        Example("It is their first win since 2010, and the first time since May that they won."),
        Example("She was convicted for the second time, and warned for years."),
        Example("They depend in part on the river, and insist to this day on a bridge."),
        Example("She was suspected for years of theft. He is interested to know more."),
        Example("They relied from 1990 on boats. He insists to Priebe."),
        Example('"We are opposed against it," she said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such preposition, with the right one as an unsafe fix."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for word in tokens[:-1]:
                preposition = tokens[word.i + 1]
                right = _right(word, preposition)
                if right is None or not is_writers_own(reading, preposition.span):
                    continue
                fix = Fix((Edit(preposition.span, right),))
                yield self.problem(preposition.span, word.text, right, preposition.text, fix=fix)
            for token in tokens:
                if token.tag not in ("IN", "TO") or not token.i:
                    continue
                asked = next(filter(None, (find(tokens, token) for find in _ASKING)), None)
                if asked is None or not is_writers_own(reading, token.span):
                    continue
                word, wrong, right = asked
                fix = Fix((Edit(wrong.span, right),))
                yield self.problem(wrong.span, word.text, right, wrong.text, fix=fix)


_ASKING = (first_since, guilty_for, wrong_preposition)


def _right(word: Token, preposition: Token) -> str | None:
    """Return the preposition that should stand after a word."""
    if preposition.dep != "prep" or preposition.head is not word:
        return None
    table = _table()
    wrong = table.get(word.lower) or table.get(word.lemma)
    right = wrong.get(preposition.text) if wrong else None
    if right is None:
        return None
    if word.pos not in ("VERB", "ADJ"):
        return None
    thing = preposition.child("pobj")
    if thing is None or thing.lower in _APART or thing.entity in _WHEN:
        return None
    return None if any(t.entity in _WHEN for t in thing.subtree if t.i < thing.i) else right


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """Return for each word its wrong prepositions, and the right one for each."""
    data = load(PACKAGE, "vocabularies/prepositions.yml")
    assert isinstance(data, dict)
    wrong = data["wrong"]
    assert isinstance(wrong, dict)
    return {
        word: {bad: good for bad, good in pairs.items() if isinstance(good, str)}
        for word, pairs in wrong.items()
        if isinstance(pairs, dict)
    }
