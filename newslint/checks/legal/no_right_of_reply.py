"""Accusations to which nobody was heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._sourcing.contention import blame
from newslint.checks._sourcing.sources import name_of, source_place, source_words
from newslint.checks._support import (
    has_identified_report,
    has_link,
    in_text,
    is_negated,
    is_own_voice,
    prose,
    prose_tokens,
    reports_in,
)
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

# What a court has found is no accusation any more; what it hears is its own matter.
_DECIDED = LazyRegex(
    r"\b(?:convicted|found guilty|pleaded guilty|pled guilty|admitted|confessed|sentenced|fined"
    r"|jury|charged|verdict|ruled|tribunal found|inquiry found|trial|footage|video)\b",
    re.IGNORECASE,
)
# Words by which a sentence says itself that this is somebody's view.
_CLAIMED = LazyRegex(r"\b(?:accus|alleg|claim|interpret|suspect|according)\w*", re.IGNORECASE)
# What politicians do to one another every day.
_MILD = LazyRegex(
    r"(?:\w+ )?(?:disregard|pressure|overlook|downplay|took advantage|waste|overstate)"
)
_OTHERS = frozenset({"DATE", "EVENT", "GPE", "LOC", "NORP", "TIME"})


class NoRightOfReply(Rule):
    """Give whoever is accused the chance to answer, and say what they said.

    An accusation against somebody needs the answer, or word that they were asked and gave
    none. The gravest is one that nobody makes: "the board knew of the hole", told as a fact
    in the story's own voice. It is reported unless the paragraph names a source before it or
    tells of a court's finding. One that somebody does make is a suggestion, if whoever is
    accused is not heard anywhere in the story.
    """

    id: str = "legal.no-right-of-reply"
    message: str = "%s is accused here and nowhere answers: give the reply, or say it was sought."
    severity: Severity = Severity.WARNING
    status: ClassVar = "preview"  # an editor kept 11 of 20, six of them of one repeated note

    examples: ClassVar[tuple[Example, ...]] = (
        Example("Villagers accused [[Halden Steel]] of draining the marsh at night."),
        Example("The council blamed [[Mara Quist]] for the flood."),
        Example(
            "The marsh is dry, the warden, Ada Lind, said.\n\nThe owner, Halden Steel, [[ignored"
            " three warnings]]."
        ),
        Example(
            "Villagers accused Halden Steel of draining the marsh at night. Halden Steel denied it."
        ),
        Example(
            "The council blamed Mara Quist for the flood. Quist did not respond to two e-mails."
        ),
        Example("The warden said that the owner, Halden Steel, ignored three warnings."),
        Example("The owner was fined on Monday. He had ignored three warnings, the court found."),
        Example("Villagers accused the wind."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.IPSO, standards.SPJ, standards.BBC_FAIRNESS)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"fiction", "opinion", "satire", "sport", "review", "blog", "live"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield accusations in the story's own voice, and accused people who are not heard."""
        if not speaks_in_first_person(reading):
            yield from self._told_as_fact(reading)
        seen: set[str] = set()
        for verb in prose_tokens(reading):
            if verb.lemma not in vocabulary("legal", "accusing") or not verb.tag.startswith("VB"):
                continue
            accused = verb.child("dobj")
            if accused is None or not _is_named(accused) or accused.lower in seen:
                continue
            if is_negated(verb) or reading.quotations.touches(verb.span):
                continue
            seen.add(accused.lower)
            if not _is_heard(reading, accused):
                span = name_of(accused)
                words = " ".join(span.cut(reading.text).split())
                yield self.problem(span, words, at_most=Severity.SUGGESTION)

    def _told_as_fact(self, reading: Reading) -> Iterator[Problem]:
        for index, block in prose(reading):
            for sentence in reading.sentences_of(index):
                words = _accusation(reading, sentence)
                if words is None or _DECIDED.search(reading.text, *_bounds(block.span)):
                    continue
                told = " ".join(words.cut(reading.text).split())
                message = (
                    f"“{told}” is an accusation, told as a fact: say who makes it, and give the"
                    " reply."
                )
                yield self.problem(words, message=message)


def _accusation(reading: Reading, sentence: Sentence) -> Span | None:
    """Return the words of a sentence that blame somebody and for which nobody answers."""
    before = Span(reading.blocks[sentence.block].span.start, sentence.span.end)
    if reading.quotations.touches(sentence.span) or has_link(reading, sentence.span):
        return None
    if _CLAIMED.search(reading.text, *_bounds(sentence.span)):
        return None
    if reports_in(reading, sentence.span) or has_identified_report(reading, before):
        return None
    # "It is said that ..." has no source, and other rules ask for one.
    bare = (a for a in reading.attributions if a.source.kind is SourceKind.NONE)
    if any(sentence.span.covers(source_place(a)) for a in bare):
        return None
    words = blame(reading, sentence)
    if words is None or _MILD.match(words.cut(reading.text)):
        return None
    return words if is_own_voice(reading, Span(words.start, words.start + 1)) else None


def _bounds(span: Span) -> tuple[int, int]:
    return (span.start, span.end)


def _is_named(accused: Token) -> bool:
    """Return whether this is the name of a person or a body: a country is not heard."""
    return accused.tag.startswith("NNP") and accused.entity not in _OTHERS


def _is_heard(reading: Reading, accused: Token) -> bool:
    """Return whether the accused is a source, or stands in a sentence that says they reply."""
    if any(
        word.lower == accused.lower
        for attribution in reading.attributions
        for word in source_words(reading, attribution)
    ):
        return True
    heard = vocabulary("legal", "heard")
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        words = sentence.span.cut(reading.text)
        if in_text([accused.lower], words):
            near = sentences[at : at + 2]
            if any(in_text(heard, s.span.cut(reading.text)) for s in near):
                return True
    return False
