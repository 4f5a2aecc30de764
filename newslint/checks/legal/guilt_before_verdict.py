"""Guilt told as a fact before a court has found it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._support import is_negated, is_own_voice, prose_tokens, tokens_in
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_SUSPECTED = LazyRegex(
    r"\b(?:arrest\w*|charged|suspects?|accused|in custody|remanded|bail|arraign\w*|indict\w*"
    r"|(?:will|to|due to|would) (?:appear|stand trial|face trial)|awaiting trial|court on)\b",
    re.IGNORECASE,
)
_DECIDED = LazyRegex(
    r"\b(?:convict\w*|found guilty|pleaded guilty|pled guilty|plead guilty|admitted (?:\w+ )?"
    r"(?:murder|theft|killing|stealing|fraud|the)|confess\w*|jailed|sentenced|guilty of|served"
    r"|life term|prison term|acquitted|cleared of)\b",
    re.IGNORECASE,
)
_HEDGED = LazyRegex(
    r"\b(?:alleg\w+|suspected|suspicion|accused of|accuses|charged with|believed to|said to|claims?"
    r"|prosecutors|prosecution|indictment|according to|police (?:say|said|believe)|if|would|could"
    r"|reportedly|attempt\w* to|trial of|identified)\b",
    re.IGNORECASE,
)


class GuiltBeforeVerdict(Rule):
    """Leave guilt to the court: until then there is a suspect, and a charge.

    "Police arrested the killer" and "arrested for stealing" find a person guilty before a
    court has. That is unfair to somebody who may be innocent, may prejudice the trial, and
    may be libel. Write "suspect", "charged with", "on suspicion of". Nothing is reported where
    the paragraph tells of a conviction or a confession, or says who alleges it.
    """

    id: str = "legal.guilt-before-verdict"
    message: str = "“%s” takes guilt as proven: write what the charge is, or who says so."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("Police arrested [[the killer]] in a boathouse on Monday."),
        Example("Emil Varga, 24, was arrested [[for stealing]] a boat."),
        Example("The suspect [[robbed]] four shops before he was stopped."),
        Example("Emil Varga was arrested on suspicion of stealing a boat."),
        Example("The killer was jailed for life on Monday after his arrest in May."),
        Example("Police are looking for the thief. A killer whale passed the harbour."),
        Example("The suspect robbed four shops, prosecutors said."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    reach: ClassVar = "block"
    standards: ClassVar[tuple[str, ...]] = (standards.SPJ, standards.IPSO)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "satire"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield words for an offender, and crimes told as deeds, of people not yet tried."""
        for token in prose_tokens(reading):
            span = _label(token) or _for_doing(token) or _deed(token)
            if span is None or not is_own_voice(reading, span):
                continue
            sentence = reading.sentence_at(span.start)
            if sentence is None:
                continue
            words = sentence.span.cut(reading.text)
            around = reading.blocks[sentence.block].span.cut(reading.text)
            if _DECIDED.search(around) or not _SUSPECTED.search(words):
                continue
            if span.start != token.head.end and _HEDGED.search(words) and not _for_doing(token):
                continue
            if any(w.lower == "victim" for w in tokens_in(reading, sentence)[:2]):
                continue
            yield self.problem(span, " ".join(span.cut(reading.text).split()))


def _label(token: Token) -> Span | None:
    """Find "the killer", "a fraudster": a noun for an offender, of somebody in particular."""
    if token.lemma not in vocabulary("legal", "offenders") or token.tag not in {"NN", "NNS"}:
        return None
    if token.dep in {"compound", "amod", "nmod", "poss"}:
        return None  # a killer whale
    before = next((c for c in token.children if c.lower in {"the", "a", "an"}), None)
    if any(c.lower in {"alleged", "suspected", "accused"} for c in token.children):
        return None
    return Span(before.start if before else token.start, token.end)


def _for_doing(token: Token) -> Span | None:
    """Find "arrested for stealing"."""
    if token.tag != "VBG" or token.lemma not in vocabulary("legal", "crimes"):
        return None
    above = token.head
    if token.dep != "pcomp" or above.lower != "for" or above.i + 1 != token.i:
        return None
    held = above.head.lemma in {"arrest", "detain", "charge", "hold", "wanted", "seek", "indict"}
    return Span(above.start, token.end) if held else None


def _deed(token: Token) -> Span | None:
    """Find "the suspect robbed": a crime as the deed of somebody only accused."""
    if token.tag != "VBD" or token.lemma not in vocabulary("legal", "crimes"):
        return None
    subject = token.child("nsubj")
    if subject is None or is_negated(token):
        return None
    accused = {subject.lower, *(w.lower for w in subject.subtree)}
    named = subject.entity == "PERSON"
    if not named and not accused & {"suspect", "suspects", "accused", "defendant"}:
        return None
    return token.span
