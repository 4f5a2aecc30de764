"""Accusations to which nobody was heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sources import name_of, source_words
from newslint.checks._support import in_text, is_negated, prose_tokens
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

_OTHERS = frozenset({"DATE", "EVENT", "GPE", "LOC", "NORP", "TIME"})


class NoRightOfReply(Rule):
    """Give whoever is accused the chance to answer, and say what they said.

    An accusation against a named person or company needs the answer, or word that they were
    asked and did not give one. This rule looks for either anywhere in the story, and cannot
    tell a settled matter from an open one.
    """

    id: str = "legal.no-right-of-reply"
    message: str = "%s is accused here and nowhere answers: give the reply, or say it was sought."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("Villagers accused [[Halden Steel]] of draining the marsh at night."),
        Example("The council blamed [[Mara Quist]] for the flood."),
        Example(
            "Villagers accused Halden Steel of draining the marsh at night. Halden Steel denied it."
        ),
        Example(
            "The council blamed Mara Quist for the flood. Quist did not respond to two e-mails."
        ),
        Example("Villagers accused the wind."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.IPSO, standards.SPJ, standards.BBC_FAIRNESS)
    status: ClassVar[Literal["stable", "preview"]] = "preview"
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield accused people and organisations who are not heard anywhere."""
        seen: set[str] = set()
        for verb in prose_tokens(reading):
            if verb.lemma not in vocabulary("legal", "accusing") or not verb.tag.startswith("VB"):
                continue
            accused = verb.child("dobj", "nsubjpass")
            if accused is None or not _is_named(accused) or accused.lower in seen:
                continue
            if is_negated(verb) or reading.quotations.touches(verb.span):
                continue
            seen.add(accused.lower)
            if not _is_heard(reading, accused):
                span = name_of(accused)
                yield self.problem(span, " ".join(span.cut(reading.text).split()))


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
