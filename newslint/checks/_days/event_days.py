"""Days, months and years by which an event is called, against the day it is told to have been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint.article import BlockKind
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import MONTHS, WEEKDAYS
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_ANOTHER = frozenset({"again", "another", "other", "previous", "earlier", "second", "third", "new"})
_YEAR = LazyRegex(r"(?:1[89]|20)\d\d")
_THE = frozenset({"the", "that", "this"})
_STARTS = frozenset({"begin", "start", "erupt"})


@dataclass(frozen=True, slots=True)
class _When:
    event: str  # the first word of its row
    kind: str
    value: str
    span: Span
    called: bool  # "Wednesday's vote", "the 1998 flood": takes up an event
    sentence: tuple[int, int]
    starts: bool = False  # it is told when the event began


def events_called_by_day(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "Wednesday's vote" where the only vote so far was on Tuesday, and that Tuesday.

    Needs `names`, `quotations` and `sentences`.
    """
    told = sorted((*_told(reading), *_starts(reading)), key=lambda w: w.span)
    for at, later in enumerate(told):
        before = [w for w in told[:at] if (w.event, w.kind) == (later.event, later.kind)]
        if not later.called:
            before = [w for w in before if w.starts] if later.starts else []
        values = {w.value for w in before}
        if len(values) != 1 or later.value in values or before[0].sentence == later.sentence:
            continue
        if _several(reading, later) or _several(reading, before[0]):
            continue
        again = [w for w in told[at + 1 :] if (w.event, w.value) == (later.event, later.value)]
        if not again:
            yield later.span, before[0].span


def _several(reading: Reading, when: _When) -> bool:
    """Return whether a sentence speaks of more than one event, or of a change of day."""
    sentence = reading.sentence_at(when.span.start)
    text = sentence.span.cut(reading.text) if sentence else ""
    words = re.findall(r"[a-z]+", text.lower())
    if when.starts and _YEAR.search(text):
        return True  # of another year, perhaps
    apart = _ANOTHER if when.starts else vocabulary("events", "apart")
    return any(w in apart for w in words)


def _told(reading: Reading) -> Iterator[_When]:
    for index, block in enumerate(reading.blocks):
        if block.kind not in _BLOCKS:
            continue
        for token, kind in reading.marked(index, _kind):
            if not is_writers_own(reading, token.span):
                continue
            place = (index, token.sentence)
            value = token.text[:3] if kind == "month" else token.text
            head = token.head
            if token.dep in ("compound", "poss", "nmod", "nummod") and head.lemma in event_words():
                begins = head.lower in event_words() and token.i < head.i
                known = kind == "day" or any(c.lower in _THE for c in head.children)
                if begins and known and kind != "month":
                    span = Span(token.start, head.end)
                    yield _When(event_words()[head.lemma], kind, value, span, True, place)
                continue
            starts = any(t.lemma in _STARTS for t in (token.head, token.head.head))
            for event in _of_verb(token):
                yield _When(event, kind, value, token.span, False, place, starts)


def _starts(reading: Reading) -> Iterator[_When]:
    """Yield "the strike started, in April", whatever the parser joins the month to."""
    for sentence in reading.sentences_with(_STARTED):
        if reading.blocks[sentence.block].kind not in _BLOCKS:
            continue
        for match in _STARTED.finditer(sentence.span.cut(reading.text)):
            event = event_words().get(match["noun"])
            place = Span(*match.span("when")).shifted(sentence.span.start)
            if event is not None and is_writers_own(reading, place):
                key = (sentence.block, sentence.span.start)
                value = match["when"][:3] if match["when"] in MONTHS else match["when"]
                kind = "month" if match["when"] in MONTHS else "day"
                yield _When(event, kind, value, place, False, key, True)


_STARTED = LazyRegex(
    r"\b(?P<noun>[a-z]+)\s(?:had\s)?(?:began|started|begun|broke\sout)\b,?\s(?:on|in)\s(?:\d{1,2}\s)?"
    rf"(?P<when>{'|'.join(MONTHS)}|{'|'.join(WEEKDAYS)})\b"
)


def _kind(token: Token) -> str | None:
    if token.text in WEEKDAYS:
        return "day"
    if token.text in MONTHS and token.pos == "PROPN":
        return "month"
    return "year" if token.text.isdigit() and _YEAR.fullmatch(token.text) else None


def _of_verb(token: Token) -> Iterator[str]:
    """Yield the events that happened on a day: "the exam, taken on Tuesday", "the fair opens"."""
    above = token.head
    if above.dep == "prep" and above.lower in ("on", "in"):
        above = above.head
    elif token.dep != "npadvmod":
        return
    if above.pos in ("NOUN", "PROPN"):
        yield from _event(above)
    elif above.pos in ("VERB", "AUX"):
        nouns = [c for c in above.children if c.dep in ("nsubj", "nsubjpass", "dobj")]
        if above.dep in ("acl", "relcl"):
            nouns = [above.head]
        for noun in nouns:
            yield from _event(noun)
            for prep in noun.children:
                if prep.dep == "prep" and prep.lower in ("of", "in"):
                    for part in prep.children:
                        yield from _event(part)


def _event(noun: Token) -> Iterator[str]:
    """Yield the event that a noun or a name is: "the exam", "Paper Two"."""
    for word in (noun, *noun.children):
        if word is noun or word.dep in ("compound", "nmod"):
            name = (word.lemma if word.pos == "NOUN" else word.text).lower()
            if name in event_words():
                yield event_words()[name]


@cache
def event_words() -> dict[str, str]:
    """Return for each word for an event the first word of its row."""
    data = load(PACKAGE, "vocabularies/events.yml")
    rows = data["one_event"] if isinstance(data, dict) else []
    found: dict[str, str] = {}
    for row in rows if isinstance(rows, list) else []:
        words = [str(word) for word in row]
        for word in words:
            found.setdefault(word, words[0])
    return found
