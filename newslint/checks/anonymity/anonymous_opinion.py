"""Opinions and attacks in the mouth of somebody unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution
from newslint.checks import _standards as standards
from newslint.checks._phrases import find_phrases, phrase_pattern, vocabulary
from newslint.checks._sourcing.sources import anonymous_voices, source_head, source_place
from newslint.checks._sourcing.unnamed import unnamed_people
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.quotation import Quotation
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_BY_NOBODY = LazyRegex(
    r"[,.]?[\"'”’]*,?\s(?:\w+ed|says?|reads?|ran|runs?|went|goes)\s(?:someone|somebody"
    r"|an?\s(?:anonymous|unnamed|unsigned)\s\w+)"
)
# "the owners were “vultures in hard hats”": quoted for the name it gives, not for a fact.
_LABELLED = LazyRegex(r"\b(?:is|are|was|were|as|like|than|but|(?:is|are|was|were|as) an?)\s$")
_SHORT = 6  # words of a label
_SORTS = ("reading", "stance", "forecast", "verdict")

_NEWSPEOPLE = frozenset({"correspondent", "interviewer", "journalist", "moderator", "reporter"})


class AnonymousOpinion(Rule):
    """Name whoever judges, predicts or attacks; withhold a name only for information.

    An unnamed source may be worth the cost when it gives facts that cannot be had
    otherwise. An opinion is worth what its owner is worth, and an attack from behind a
    curtain cannot be answered.
    """

    id: str = "anonymity.anonymous-opinion"
    message: str = "An unnamed source gives an opinion here: name the source, or leave it out."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example('[["The board is a shambles,"]] said one bank manager.'),
        Example('A person close to the owner said: [["She is doomed, and everybody knows it."]]'),
        Example('One bank manager called the board [["an empty suit"]] on Monday.'),
        Example('[["A box with no lid,"]] sniffed someone at the bank.'),
        Example('One bank manager said the owners were [["vultures in hard hats"]].'),
        Example('"The board is a shambles," said Klara Voss, the manager of the bank.'),
        Example('"The vault was empty on Monday," said one bank official.'),
        Example("One bank official said that the vault was empty, and Klara Voss wept."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.WASHINGTON_POST)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one quotation of each unnamed source, in each paragraph, that gives opinion."""
        seen: list[Span] = []
        for quotation in _attacks(reading):
            seen.append(quotation.span)
            yield self.problem(quotation.span)
        for group in anonymous_voices(reading):
            blocks: set[int] = set()
            for attribution in group:
                if not _is_unnamed_here(reading, group, attribution):
                    continue
                for quotation in _quotations_of(reading, attribution):
                    if any(quotation.span.overlaps(other) for other in seen):
                        continue
                    judges = _is_opinion(reading, quotation) or _is_label(reading, quotation)
                    if quotation.block not in blocks and judges:
                        blocks.add(quotation.block)
                        yield self.problem(quotation.span)


def _attacks(reading: Reading) -> Iterator[Quotation]:
    """Yield quoted words by which somebody unnamed judges another, or that nobody signed."""
    heads = [head for head in unnamed_people(reading) if head.lemma not in _NEWSPEOPLE]
    judged = [verb for head in heads for verb in _judging(reading, head)]
    for quotation in reading.quotations.outer:
        start = quotation.span.start
        told = any(
            verb.end <= start <= max(w.end for w in (*verb.subtree, *verb.head.subtree))
            and not _is_said_between(reading, quotation.block, Span(verb.end, start))
            for verb, block in judged
            if block == quotation.block
        )
        if told or _BY_NOBODY.match(reading.text, quotation.inner.end):
            yield quotation


def _is_unnamed_here(reading: Reading, group: list[Attribution], attribution: Attribution) -> bool:
    """Return whether somebody unnamed says it for sure: no reporter who asks, no "he" of a name.

    "He" is the source named last: between the two stands nobody with a name.
    """
    head = source_head(reading, attribution)
    if head is None or head.lemma in _NEWSPEOPLE:
        return False
    if not attribution.source.pronoun:
        known = any(c.lower in {"that", "the"} and c.dep == "det" for c in head.children)
        return not (known and head.lemma in vocabulary("anonymity", "passers_by"))
    place = source_place(attribution)
    before = [
        source_place(a)
        for a in group
        if a.block == attribution.block and not a.source.pronoun and source_place(a) < place
    ]
    if not before:
        return False
    between = Span(max(before).end, place.start) if max(before).end < place.start else place
    return not any(w.entity == "PERSON" for w in reading.parses[attribution.block].within(between))


def _is_said_between(reading: Reading, block: int, between: Span) -> bool:
    """Return whether another verb of saying, or another sentence, leads to the quoted words."""
    said = vocabulary("attribution", "collective", "statements")
    words = reading.parses[block].within(between)
    return any(w.text in {".", "!", "?"} or w.lemma in said for w in words)


def _judging(reading: Reading, head: Token) -> Iterator[tuple[Token, int]]:
    """Yield the verb with which somebody unnamed judges, and its block: called her."""
    judging = vocabulary("anonymity", "judging") | {"liken"}
    sentence = reading.sentence_at(head.start)
    for verb in (head.head, *head.subtree):
        told = verb.tag in {"VBD", "VBN", "VBZ"} and verb.lemma in judging
        after = verb.start > head.start and told
        if sentence is not None and after and sentence.span.covers(verb.span):
            yield verb, sentence.block


def _quotations_of(reading: Reading, attribution: Attribution) -> list[Quotation]:
    return [
        q for q in reading.quotations.outer if any(c.overlaps(q.inner) for c in attribution.content)
    ]


def _is_label(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quoted words only name something: were "vultures in hard hats"."""
    words = [
        w
        for w in reading.parses[quotation.block].within(quotation.inner)
        if any(c.isalnum() for c in w.text)
    ]
    start = quotation.span.start
    before = reading.text[max(start - 20, 0) : start]
    named = any(w.tag in {"NN", "NNS"} for w in words)
    told = any(w.tag in {"VBD", "VBP", "VBZ", "MD"} or w.entity for w in words)
    fits = 1 < len(words) <= _SHORT and named and not told
    return fits and _LABELLED.search(before) is not None


def _is_opinion(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quoted words judge, predict or attack."""
    return any(
        any(
            find_phrases(
                reading.text, quotation.inner, phrase_pattern("anonymity", "opinion", sort)
            )
        )
        for sort in _SORTS
    )
