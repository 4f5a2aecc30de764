"""Words by which a story says that a name is withheld: off camera, refused to give a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._support import is_own_voice, prose_sentences
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, Sentence
from newslint.span import Span

_WORDS = r"(?: [\w’'-]+){0,4}?"
_KNOWN = (
    r"(?:(?:be|being|been) (?:named|identified|quoted|credited)"
    r"|(?:give|giving|reveal|share|have|having|see) (?:his|her|their|a|any)"
    r" (?:full |real |own |sur)?names?"
    r"|say who (?:he|she|they) (?:was|were|is|are)|be drawn (?:in public|publicly))"
)
_REFUSED = r"(?:declin(?:es|ed|ing)|refus(?:es|ed|ing)|unwilling|reluctant|(?:no|without any) wish)"
_ASKED = (
    r"(?:ask|insist|prefer|request|wish|want|beg)(?:s|ed|ing|red|ring|ged|ging)?"
    r"|would|will|did|does|do|could|chose|keen|anxious"
)
_WITHHELD = LazyRegex(
    rf"\b(?:{_REFUSED}{_WORDS} {_KNOWN}|(?:nobody|none){_WORDS} {_KNOWN}"
    rf"|(?:{_ASKED}){_WORDS}(?:n[’']t| not| that neither){_WORDS} {_KNOWN}"
    r"|(?:off (?:the record|camera|microphone)(?=,)|(?<=, )off camera)"
    r"|without attribution|not for attribution"
    r"|(?:speaking|talking) (?:unofficially|anonymously))\b",
    re.IGNORECASE,
)


def withheld_terms(reading: Reading) -> Iterator[tuple[Sentence, Span]]:
    """Yield the sentences that withhold the name of who speaks, and the words that say so.

    Not where somebody with a name is the one who will not be quoted. Needs `parse` with names,
    and `attributions`.
    """
    for sentence in prose_sentences(reading):
        for match in _WITHHELD.finditer(reading.text, sentence.span.start, sentence.span.end):
            span = Span(*match.span())
            before = Span(sentence.span.start, span.end)
            words = reading.parses[sentence.block].within(before)
            named = any(w.entity == "PERSON" and w.dep in {"nsubj", "appos"} for w in words)
            if not named and is_own_voice(reading, span):
                yield sentence, span
