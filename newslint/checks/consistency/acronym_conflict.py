"""consistency.acronym-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

# Up to eight words that begin with a capital, small words between them, then the letters.
_NAME = LazyRegex(
    r"\b(?P<name>[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|of|for|and|the|on|in|to|de|du|&)){1,9})\s\((?P<letters>[A-Z]{2,6})\)"
)
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "to", "de", "du", "&"})
_LEADING = frozenset({"The", "A", "An", "In", "At", "And", "But", "For"})


class AcronymConflict(Rule):
    """Let the letters of a short form stand for one name.

    "The Northern Rail Users' Association (NRUA)" above and "the National Rail Users' Alliance
    (NRUA)" below are two bodies to a reader, and one of the names is likely wrong. So it is
    where one name is given two short forms.
    """

    id: str = "consistency.acronym-conflict"
    message: str = "“%s” here, “%s” elsewhere: make the name and its short form agree."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"quotations"})
    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-a",)
    examples: ClassVar = (
        Example(
            "The Northern Rail Users' Association (NRUA) met. It rained.\n\nThe [[National Rail"
            " Users' Alliance (NRUA)]] voted."
        ),
        Example("The Harbour Safety Board (HSB) met.\n\nThe [[Harbour Safety Board (HBS)]] voted."),
        Example("The Harbour Safety Board (HSB) met. The Harbour Safety Board (HSB) voted."),
        Example("The Harbour Safety Board (HSB) met. The Holm Savings Bank (HSBK) was shut."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each later name that does not go with its short form."""
        names: dict[str, tuple[str, Span]] = {}
        short: dict[str, tuple[str, Span]] = {}
        for block in reading.blocks:
            if not block.is_body:
                continue
            for match in _NAME.finditer(reading.text, block.span.start, block.span.end):
                words = _words(match["name"], match["letters"])
                if not words:
                    continue
                start = match.start() + match["name"].rindex(" ".join(words))
                span = Span(start, match.end())
                if not is_writers_own(reading, span):
                    continue
                name, letters = " ".join(map(plain, words)), match["letters"]
                other, where = names.setdefault(letters, (name, span))
                first, place = short.setdefault(name, (letters, span))
                if _other(name, other):
                    yield self._at(reading, span, where)
                elif first != letters:
                    yield self._at(reading, span, place)

    def _at(self, reading: Reading, odd: Span, usual: Span) -> Problem:
        here, there = (s.cut(reading.text) for s in (odd, usual))
        return self.problem(odd, here, there, related=(Related(usual, f"“{there}” here"),))


def _words(name: str, letters: str) -> list[str]:
    """Return the words of a name that the letters may stand for, as near as can be told."""
    words = name.split()
    while words and (words[0] in _LEADING or words[0] in _SMALL):
        words.pop(0)
    for at in range(len(words)):
        initials = "".join(w[0] for w in words[at:] if w not in _SMALL)
        if initials[:1] == letters[:1] and len(initials) <= len(letters) + 1:
            return words[at:]
    return []


def _other(one: str, two: str) -> bool:
    """Return whether two names differ in more than a plural or a small word."""
    mine, theirs = ([w.rstrip("s") for w in name.split() if w not in _SMALL] for name in (one, two))
    return mine != theirs
