"""Guesses at what is coming, in the newsroom's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import find_phrases, phrase_pattern, vocabulary
from newslint.checks._support import (
    IDENTIFIED,
    has_link,
    in_text,
    is_own_voice,
    prose,
    reports_in,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.UNKNOWN})
_REACH = 3  # words that may stand between the parts of a phrase


class WriterSpeculation(Rule):
    """Attribute the forecast, or report what is known.

    "Appears poised to" and "signalling a potential shift" are guesses. Without a source the
    reader must take them for the newsroom's knowledge. Attributed forecasts, weather and
    timetables are left alone.
    """

    id: str = "claims.writer-speculation"
    message: str = "“%s” is a guess: whose? Attribute it, or report what is known."
    severity: Severity = Severity.SUGGESTION

    examples: ClassVar[tuple[Example, ...]] = (
        Example("The canal board [[appears poised to]] close the northern lock."),
        Example("Barges turned back on Friday, [[signalling a potential]] blockade of the canal."),
        Example("The move [[could embolden]] the other boards along the canal."),
        Example("The change [[threatens to split]] the board, and [[will anger]] the crews."),
        Example("Snow is likely to fall on Monday, and the lock will open on Friday."),
        Example("The canal board appears poised to close the lock, said Petra Lund."),
        Example('"The board seems set to close the lock," Petra Lund said.'),
        Example("The lights signal a possible delay, according to the keeper of the lock."),
        Example("The lock is set to open on Monday, and it may rain."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.IPSO, standards.BBC)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"opinion", "fiction", "analysis", "review", "explainer", "weather", "sport"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield phrases that guess, outside quotations and attributed statements."""
        seen: list[Span] = []
        for index, block in prose(reading):
            tokens = reading.parses[index].tokens
            for token in tokens:
                if not token.tag.startswith(("VB", "MD")):
                    continue
                after = [
                    t
                    for t in tokens[token.i + 1 : token.i + 2 + _REACH]
                    if t.sentence == token.sentence
                ]
                span = _raising(token, after) or _sign(token, after) or _modal(token)
                if span is not None:
                    seen.append(span)
                    yield from self._judge(reading, token, span)
            pattern = phrase_pattern("claims", "speculation", "phrases")
            for span in find_phrases(reading.text, block.span, pattern):
                if not any(span.overlaps(other) for other in seen):
                    seen.append(span)
                    yield from self._weigh(reading, span, self.severity)
            pattern = phrase_pattern("claims", "speculation", "mild")
            for span in find_phrases(reading.text, block.span, pattern):
                if not any(span.overlaps(other) for other in seen):
                    yield from self._weigh(reading, span, Severity.SUGGESTION)

    def _weigh(self, reading: Reading, span: Span, most: Severity) -> Iterator[Problem]:
        """Yield a phrase that foretells, if nobody in the sentence is cited for it."""
        sentence = reading.sentence_at(span.start)
        if sentence is None or not is_own_voice(reading, span):
            return
        if reports_in(reading, sentence.span) or has_link(reading, sentence.span):
            return
        words = sentence.span.cut(reading.text)
        if in_text(vocabulary("claims", "speculation", "foreseen"), words):
            return
        yield self.problem(span, " ".join(span.cut(reading.text).split()), at_most=most)

    def _judge(self, reading: Reading, token: Token, span: Span) -> Iterator[Problem]:
        sentence = reading.sentence_at(span.start)
        if sentence is None or reading.quotations.touches(span):
            return
        reports = [
            a
            for a in reports_in(reading, sentence.span)
            if not any(cue.overlaps(span) for cue in a.cue)
        ]
        # Data and documents foresee nothing: a participle tacked on is the writer's own.
        if token.tag == "VBG" and all(a.source.kind in _THINGS for a in reports):
            reports = []
            severity = Severity.SUGGESTION if not is_own_voice(reading, token.span) else None
        elif not is_own_voice(reading, token.span):
            return
        else:
            severity = Severity.SUGGESTION if reports else None
        if any(a.source.kind in IDENTIFIED for a in reports):
            return
        yield self.problem(span, " ".join(span.cut(reading.text).split()), at_most=severity)


def _raising(token: Token, after: list[Token]) -> Span | None:
    """Find "appears poised to", "seems set for", "is poised to"."""
    raises = any(
        form in vocabulary("claims", "speculation", "raising")
        for form in (token.lemma, token.lower.removesuffix("s"))
    )
    for word, following in pairwise(after):
        if following.lower not in {"to", "for"}:
            continue
        ready = word.lower in vocabulary("claims", "speculation", "ready")
        if (raises and ready) or (token.lemma == "be" and word.lower == "poised"):
            return Span(token.start, following.end)
    return None


def _sign(token: Token, after: list[Token]) -> Span | None:
    """Find "signalling a potential", "suggests a growing"."""
    signs = vocabulary("claims", "speculation", "signs")
    stem = token.lower.removesuffix("ing").removesuffix("l")
    if token.lemma not in signs and stem not in signs:
        return None
    guesses = vocabulary("claims", "speculation", "guesses")
    guess = next((w for w in after[:_REACH] if w.lower in guesses), None)
    return Span(token.start, guess.end) if guess is not None else None


def _modal(token: Token) -> Span | None:
    """Find "could embolden", "may further complicate"."""
    known = "certain" if token.lower == "will" else "outcomes"
    modals = vocabulary("claims", "speculation", "modals") | {"will"}
    if token.lower not in modals or token.dep != "aux":
        return None
    verb = token.head
    if verb.lemma not in vocabulary("claims", "speculation", known):
        return None
    if verb.child("auxpass") is not None or verb.i - token.i > _REACH:
        return None
    return Span(token.start, verb.end)
