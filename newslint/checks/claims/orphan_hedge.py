"""Hedges that point at a reporter nobody names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._support import (
    goes_on,
    has_identified_report,
    has_link,
    in_text,
    is_identified,
    is_own_voice,
    neighbours,
    prose_sentences,
    prose_tokens,
    reports_in,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule

_LEAD, _SOON = 2, 8  # sentences, the headline of a plain text included


class OrphanHedge(Rule):
    """Say who reports or alleges it.

    "Reportedly" and "allegedly" say that somebody else vouches for the statement, and hide
    who. They do not protect the newsroom either. Where a source is named in the same
    sentence, or a charge is on record, the hedge is left alone; where an outlet is cited in the
    sentence before, or the same one speaks before and after it, it is only a suggestion.
    """

    id: str = "claims.orphan-hedge"
    message: str = "“%s”: according to whom? Name who reports or alleges it."
    severity: Severity = Severity.WARNING
    adjectives: bool = False  # whether to report "the alleged thief" too

    examples: ClassVar[tuple[Example, ...]] = (
        Example("The keeper [[reportedly]] left the lighthouse before dawn."),
        Example("He [[allegedly]] sold the lamp to a collector."),
        Example("The keeper reportedly left before dawn, according to the coastguard."),
        Example("The keeper was charged with theft after he allegedly sold the lamp."),
        Example("The [[alleged]] forger left.", options=(("adjectives", True),)),
        Example('"He allegedly sold the lamp," said Mara Quist.'),
        Example(
            "It rained. The town slept. [[Reportedly]], the keeper left. The lamp was lit, the "
            "Tarn Gazette said."
        ),
        Example("The lamp is at the scene where the keeper allegedly killed a sailor."),
        Example("The town fears more of the thefts allegedly committed by the keeper."),
        Example("Keeper reportedly leaves lighthouse\n\nHe left in May, the Tarn Gazette said."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield hedges in the newsroom's voice with no reporter in the sentence."""
        for token in prose_tokens(reading):
            mild = token.lower in vocabulary("claims", "hedges", "adjectives")
            if not mild and token.lower not in vocabulary("claims", "hedges", "adverbs"):
                continue
            if mild and not (self.adjectives and _hedges_a_noun(token)):
                continue
            sentence = reading.sentence_at(token.start)
            if sentence is None or reading.quotations.touches(token.span):
                continue
            if not is_own_voice(reading, token.span):
                continue
            words = sentence.span.cut(reading.text)
            if has_identified_report(reading, sentence.span) or in_text(
                vocabulary("claims", "hedges", "charged"), words
            ):
                continue
            if _is_of_a_crime(token) or _is_told_below(reading, sentence):
                continue
            linked = has_link(reading, sentence.span)
            opens = sentence.span.start == reading.blocks[sentence.block].span.start
            near = linked or _is_told_beside(reading, sentence)
            near = near or (opens and goes_on(reading, sentence))
            near = near or _opens_on_an_outlet(reading, sentence)
            severity = Severity.SUGGESTION if near or mild else Severity.ERROR
            yield self.problem(token.span, token.text, at_most=severity)


def _hedges_a_noun(token: Token) -> bool:
    """Return whether the adjective stands before its noun: "the alleged thief"."""
    return token.dep == "amod" and token.head.i > token.i


def _is_of_a_crime(token: Token) -> bool:
    """Return whether it keeps a crime from being stated as fact: allegedly killed."""
    crimes = vocabulary("attribution", "agentless", "crimes")
    done = token.head
    if token.lower != "allegedly":
        return False
    return done.lemma == "commit" or any(w.lemma.lower() in crimes for w in done.subtree)


def _is_told_beside(reading: Reading, sentence: Sentence) -> bool:
    """Return whether an outlet is cited just before it, or somebody both before and after.

    What a document shows just before is its own: only an outlet reports. Somebody who is
    cited before and after goes on in between. An outlet that follows tells news of its own.
    """
    around = [_cited(reading, near) for near in neighbours(reading, sentence, 1)]
    if len(around) > 1 and around[0] & around[-1]:
        return True
    return any(
        near.span.start < sentence.span.start
        and any(
            a.source.kind is SourceKind.OUTLET and is_identified(reading, a)
            for a in reports_in(reading, near.span)
        )
        for near in neighbours(reading, sentence, 1)
    )


def _cited(reading: Reading, sentence: Sentence) -> frozenset[int]:
    """Return those whom a sentence cites by name."""
    cited = (a for a in reports_in(reading, sentence.span) if is_identified(reading, a))
    return frozenset(a.speaker for a in cited if a.speaker is not None)


def _opens_on_an_outlet(reading: Reading, sentence: Sentence) -> bool:
    """Return whether it stands in the headline or the lead, and an outlet is cited soon after."""
    told = prose_sentences(reading)
    return sentence in told[:_LEAD] and any(
        a.source.kind is SourceKind.OUTLET and is_identified(reading, a)
        for s in told[:_SOON]
        for a in reports_in(reading, s.span)
    )


def _is_told_below(reading: Reading, sentence: Sentence) -> bool:
    """Return whether this is the opening line, and the next one says who reports it."""
    told = prose_sentences(reading)
    return sentence in told[:1] and any(has_identified_report(reading, s.span) for s in told[1:2])
