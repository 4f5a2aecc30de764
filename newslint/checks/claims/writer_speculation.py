"""Guesses at what is coming, in the newsroom's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.attribution.graph import SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import find_phrases, phrase_pattern, vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._support import (
    IDENTIFIED,
    has_link,
    in_text,
    is_own_voice,
    prose,
    reports_in,
    tokens_in,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.UNKNOWN})
_FEARING = frozenset({"fear", "worry"})
_SAYING = frozenset({"add", "argue", "say", "warn"})
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
    mild: bool = False  # whether to report "is likely to" and the like too

    examples: ClassVar[tuple[Example, ...]] = (
        Example("The canal board [[appears poised to]] close the northern lock."),
        Example("Barges turned back on Friday, [[signalling a potential]] blockade of the canal."),
        Example("The move [[could embolden]] the other boards along the canal."),
        Example("The change [[threatens to split]] the board, and [[will anger]] the crews."),
        Example("The board [[is likely to]] close it.", options=(("mild", True),)),
        Example("On Monday the board appeared poised to close the lock, and did not."),
        Example("The board fears that a strike could spark riots."),
        Example("Snow is likely to fall on Monday, and the lock will open on Friday."),
        Example("The canal board appears poised to close the lock, said Petra Lund."),
        Example('"The board seems set to close the lock," Petra Lund said.'),
        Example("The lights signal a possible delay, according to the keeper of the lock."),
        Example("The lock is set to open on Monday, and it may rain."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    reach: ClassVar = "block"
    standards: ClassVar[tuple[str, ...]] = (standards.IPSO, standards.BBC)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"opinion", "fiction", "analysis", "review", "explainer", "weather", "sport"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield phrases that guess, outside quotations and attributed statements."""
        if speaks_in_first_person(reading):
            return
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
            if not self.mild:
                continue
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
        if _is_foreseen(reading, sentence) or _is_avoided(reading, span):
            return
        yield self.problem(span, " ".join(span.cut(reading.text).split()), at_most=most)

    def _judge(self, reading: Reading, token: Token, span: Span) -> Iterator[Problem]:
        sentence = reading.sentence_at(span.start)
        if sentence is None or reading.quotations.touches(span):
            return
        if token.tag == "MD" and _is_foreseen(reading, sentence):
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


def _is_foreseen(reading: Reading, sentence: Sentence) -> bool:
    """Return whether it tells of weather, odds or a case, or of what somebody says or fears."""
    words = sentence.span.cut(reading.text)
    return in_text(vocabulary("claims", "speculation", "foreseen"), words) or any(
        t.lemma in _FEARING or (t.lemma in _SAYING and t.child("nsubj") is not None)
        for t in tokens_in(reading, sentence)
    )


def _is_avoided(reading: Reading, span: Span) -> bool:
    """Return whether the risk is one that somebody wants to avoid: not want to risk losing."""
    sentence = reading.sentence_at(span.start)
    verb = reading.parses[sentence.block].at(span.start) if sentence is not None else None
    return verb is not None and verb.lemma in {"raise", "risk"} and verb.tag == "VB"


def _raising(token: Token, after: list[Token]) -> Span | None:
    """Find "appears poised to", "seems set for"."""
    raises = any(
        form in vocabulary("claims", "speculation", "raising")
        for form in (token.lemma, token.lower.removesuffix("s"))
    )
    if not raises or token.tag == "VBD":  # what seemed so then is told as it turned out
        return None
    for word, following in pairwise(after):
        ready = word.lower in vocabulary("claims", "speculation", "ready")
        if ready and following.lower in {"to", "for"}:
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
