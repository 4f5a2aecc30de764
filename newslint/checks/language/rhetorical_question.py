"""Questions that the newsroom asks its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own, speaks_in_first_person
from newslint.checks._support import has_link, prose_sentences, reports_in
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule

_ADDRESSED = LazyRegex(
    r"\b(?:you|your|us|our|ballot|referendum|asks?|asked|asking|reads?|wonders?|wondered"
    r"|questions?|titled|called)\b",
    re.IGNORECASE,
)
_HEADS = 4  # words up to which a question is the head of an answer, as in a list of them


class RhetoricalQuestion(Rule):
    """Answer questions instead of asking them.

    A reader comes to the news for answers. A question in the newsroom's own voice ("What did
    the mayor know?") hints at something that the story could not show. Questions that
    somebody is reported to ask, that speak to the reader, and lists of questions and answers
    are left alone.
    """

    id: str = "language.rhetorical-question"
    message: str = "The story asks its readers: find out and tell them, or say who asks."
    severity: Severity = Severity.SUGGESTION
    most: int = 2  # questions from which on an article counts as questions and answers

    examples: ClassVar[tuple[Example, ...]] = (
        Example("The mill was shut on Monday. [[How old was the beam that broke?]]"),
        Example("The bids were opened. [[But who will pay for the quay?]] The hall was silent."),
        Example("The mill was shut on Monday. What did you think of it?"),
        Example("“Who will pay for the quay?” asked Ana Ruiz, the mayor."),
        Example("Ana Ruiz, the mayor, asked: who will pay for the quay?"),
        Example("The referendum asks: should the quay be sold?"),
    )
    status: ClassVar = "preview"  # an editor kept 1 of 20
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.BBC, standards.WORDS_TO_WATCH)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"opinion", "fiction", "satire", "review", "blog", "interview", "explainer", "analysis"}
        | {"live", "newsletter", "institutional"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the questions in the newsroom's own voice, if there are few."""
        if speaks_in_first_person(reading):
            return
        found = [s for s in prose_sentences(reading) if _is_asked(reading, s)]
        if len(found) <= self.most:
            yield from (self.problem(sentence.span) for sentence in found)


def _is_asked(reading: Reading, sentence: Sentence) -> bool:
    text = sentence.span.cut(reading.text).strip()
    if not text.endswith("?") or _ADDRESSED.search(text):
        return False
    if not is_writers_own(reading, sentence.span):
        return False
    alone = len(reading.sentences_of(sentence.block)) == 1
    if alone and len(text.split()) <= _HEADS:
        return False
    return not reports_in(reading, sentence.span) and not has_link(reading, sentence.span)
