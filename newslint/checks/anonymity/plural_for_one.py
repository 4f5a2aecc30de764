"""anonymity.plural-for-one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.sources import noun_phrase, source_head, source_place, source_words
from newslint.checks._support import prose_tokens
from newslint.finding import Problem, Related, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

# "One of the sources", "the second official": it is said that there are several.
_SEVERAL = frozenset(
    [
        "one",
        "two",
        "both",
        "another",
        "other",
        "first",
        "second",
        "third",
        "former",
        "latter",
        "each",
        "either",
        "a",
        "an",
    ]
)
_BACK = frozenset({"the", "this", "that"})


class PluralForOne(Rule):
    """Do not make several sources of one.

    "Sources said" promises readers that more than one person says so. Where the story goes on
    with "the source", there seems to be only one. Reported at the plural, if it gives no
    number, nobody is introduced as one of them, and no other source of that name stands in
    between.
    """

    id: str = "anonymity.plural-for-one"
    message: str = "“%s” here, “%s” later: if there is one source, say so; if more, which one?"
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"attributions"})
    standards: ClassVar = (standards.REUTERS,)
    genres_off: ClassVar = frozenset({"fiction"})
    examples: ClassVar = (
        Example(
            "The vault is empty, [[sources close to the bank]] said. The guards left in May, the "
            "source added."
        ),
        Example(
            "[[Bank officials]] said that the vault is empty.\n\nThe official said that the guards "
            "left in May."
        ),
        Example(
            "Sources close to the bank said the vault is empty. One source said that the guards "
            "left in May. The source gave no reason."
        ),
        Example("Three sources said the vault is empty. The sources said the guards left."),
        Example("A source said the vault is empty. The source said that the guards left."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each plural that the story goes on with in the singular."""
        people = vocabulary("anonymity", "unnamed_people")
        mentions = [t for t in prose_tokens(reading) if t.lemma.lower() in people]
        done: set[str] = set()
        for attribution in reading.attributions:
            head = source_head(reading, attribution)
            if head is None or head.tag != "NNS" or head.lemma.lower() not in people:
                continue
            words = source_words(reading, attribution)
            lemma = head.lemma.lower()
            if lemma in done or any(w.lower in _SEVERAL or w.pos == "NUM" for w in words):
                continue
            done.add(lemma)
            single = [t for t in mentions if t.tag == "NN" and t.lemma.lower() == lemma]
            later = next((t for t in single if t.start > head.end and _speaks(t)), None)
            if later is None or not all(_goes_back(t) for t in single):
                continue
            place, other = source_place(attribution), noun_phrase(later)
            if reading.quotations.touches(place) or reading.quotations.touches(other):
                continue
            yield self.problem(
                place,
                " ".join(place.cut(reading.text).split()),
                other.cut(reading.text),
                related=(Related(other, "only one here"),),
            )


def _speaks(noun: Token) -> bool:
    """Return whether the noun is the subject of a verb of saying, or follows "according to"."""
    if noun.dep == "pobj":
        return noun.head.lower == "to" and noun.head.head.lower == "according"
    return noun.dep == "nsubj" and noun.head.lemma in vocabulary("anonymity", "sayings")


def _goes_back(noun: Token) -> bool:
    """Return whether the noun is "the source", "this official", and nobody's title."""
    before = [c for c in noun.children if c.i < noun.i]
    named = any(c.pos == "PROPN" for c in noun.children) or noun.dep in ("compound", "appos")
    return [c.lower for c in before if c.dep == "det"][:1] in [[w] for w in _BACK] and not (
        named or any(c.lower in _SEVERAL or c.pos == "NUM" for c in before)
    )
