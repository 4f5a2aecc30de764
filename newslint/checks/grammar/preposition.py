"""grammar.preposition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import PACKAGE
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
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
        Example("They depend in part on the river, and insist to this day on a bridge."),
        Example("She was suspected for years of theft. He is interested to know more."),
        Example("They relied from 1990 on boats. He insists to Priebe."),
        Example("She has a fascination [[to]] boats."),
        Example("The court deprived the firm [[from]] its mill. He was acquitted [[from]] murder."),
        Example('"We are opposed against it," she said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such preposition, with the right one as an unsafe fix."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for word in tokens[:-1]:
                found = _next(word, tokens[word.i + 1]) or _later(word, tokens)
                if found is None or not is_writers_own(reading, found[0].span):
                    continue
                preposition, right = found
                fix = Fix((Edit(preposition.span, right),))
                yield self.problem(preposition.span, word.text, right, preposition.text, fix=fix)


def _next(word: Token, preposition: Token) -> tuple[Token, str] | None:
    """Return the preposition behind a word, and the one that should stand there."""
    noun = word.tag in ("NN", "NNS")
    table = _table("nouns" if noun else "wrong")
    wrong = table.get(word.lower) or table.get(word.lemma)
    right = wrong.get(preposition.text) if wrong else None
    if right is None or preposition.dep != "prep" or preposition.head is not word:
        return None
    if not noun and word.pos not in ("VERB", "ADJ", "ADV"):
        return None
    return (preposition, right) if _takes_thing(preposition) else None


def _later(verb: Token, tokens: tuple[Token, ...]) -> tuple[Token, str] | None:
    """Return the preposition behind a verb's object, and the one that should stand there."""
    wrong = _table("with-object").get(verb.lemma)
    thing = verb.child("dobj") if wrong and verb.pos == "VERB" else None
    if wrong is None or thing is None:
        return None
    own = [c for c in verb.children if c.dep == "prep" and c.i > thing.i]
    if not own or any(t.text in wrong.values() for t in tokens[verb.i : own[-1].i + 1]):
        return None
    right = wrong.get(own[0].text)
    return (own[0], right) if right is not None and _takes_thing(own[0]) else None


def _takes_thing(preposition: Token) -> bool:
    """Return whether a preposition belongs to the word, not to a time or a set phrase."""
    thing = preposition.child("pobj") or preposition.child("pcomp")
    if thing is None or thing.lower in _APART or thing.entity in _WHEN:
        return False
    return not any(t.entity in _WHEN for t in thing.subtree if t.i < thing.i)


@cache
def _table(part: str) -> Mapping[str, Mapping[str, str]]:
    """Return for each word its wrong prepositions, and the right one for each."""
    data = load(PACKAGE, "vocabularies/prepositions.yml")
    assert isinstance(data, dict)
    wrong = data[part]
    assert isinstance(wrong, dict)
    return {
        word: {bad: good for bad, good in pairs.items() if isinstance(good, str)}
        for word, pairs in wrong.items()
        if isinstance(pairs, dict)
    }
