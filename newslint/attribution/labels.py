"""Speaker labels: "Poll: ...", "RUIZ: ...", and a name after a dash behind a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import BlockKind
from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import editorial_labels
from newslint.attribution.naming import text_of
from newslint.attribution.passage import DASHES, Draft, Passage, is_word
from newslint.attribution.subjects import is_document_noun

_LABEL_WORDS = 7
_ON_TOPIC = frozenset({"on", "to"})  # part a speaker from topic or audience in a headline
_LABEL_NAME = 4  # words of a speaker's label
_SHORTEST = 2  # words that a label introduces
_NAMELIKE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PUNCT", "NUM", "ADP", "PART"})


def find_labels(passage: Passage) -> Iterator[Draft]:
    """Yield a draft for a label at the start of the block or a name at its end."""
    label = _label(passage)
    if label is not None:
        yield label
    signature = _signature(passage)
    if signature is not None:
        yield signature


def _label(passage: Passage) -> Draft | None:
    for i in range(1, min(_LABEL_WORDS, len(passage) - 2)):
        if passage.tokens[i].text == ":":
            return _labelled_quotation(passage, i) if passage.quoted[i] else _labelled(passage, i)
    return None


def _labelled_quotation(passage: Passage, colon: int) -> Draft | None:
    """Return the draft for a turn of a transcript quoted with its label: '"RUIZ: We ..."'."""
    words = passage.words_in(range(colon))
    run = passage.run_of(colon)
    if run is None or run.start > 0 or not words or len(words) > _LABEL_NAME:
        return None
    if text_of(words).lower() in editorial_labels():
        return None
    shouted = all(t.text.isupper() for t in words)
    named = words[-1].entity == "PERSON" and all(t.text[:1].isupper() for t in words)
    content = frozenset(range(colon + 1, run.stop))
    if not (shouted or named) or len(passage.words_in(content)) < _SHORTEST:
        return None
    return Draft(
        frozenset(t.i for t in words), frozenset({colon}), content, ":", CueClass.NEUTRAL, colon,
        words[-1].i, strength=3,
    )  # fmt: skip


def _labelled(passage: Passage, colon: int) -> Draft | None:
    words = [t for t in passage.tokens[:colon] if t.text.strip()]
    if text_of(words).lower() in editorial_labels() or words[0].lower in ("from", "more"):
        return None
    turn = len(words) == 1 and words[0].text in ("Q", "A")
    if not turn and any(t.pos not in _NAMELIKE for t in words):
        return None
    headline = passage.kind in (BlockKind.HEADLINE, BlockKind.HEADING) or passage.index == 0
    topic = next((n for n, t in enumerate(words) if n and t.lower in _ON_TOPIC), None)
    if headline and topic is not None:
        words = words[:topic]
    last = next((t for t in reversed(words) if t.pos in ("PROPN", "NOUN") or turn), None)
    if last is None:
        return None
    named = last.pos == "PROPN" and last.entity in ("PERSON", "ORG", "", "NORP")
    shouted = all(t.text.isupper() for t in words if is_word(t))
    whole = headline or shouted or (named and colon <= 3)
    if not (whole or (named and last.entity == "PERSON") or is_document_noun(last)):
        return None
    sentence = passage.sentence_of(passage.tokens[colon])
    content = frozenset(range(colon + 1, len(passage) if whole else sentence.stop))
    if len(passage.words_in(content)) < _SHORTEST:
        return None
    return Draft(
        frozenset(t.i for t in words), frozenset({colon}), content, ":", CueClass.NEUTRAL, colon,
        last.i, strength=1 if shouted else -1,
    )  # fmt: skip


def _signature(passage: Passage) -> Draft | None:
    """Return the draft for a quotation with a dash and a short name behind it."""
    for run in passage.runs:
        i = run.stop
        if i + 1 < len(passage) and passage.tokens[i].text in DASHES:
            rest = [t for t in passage.tokens[i + 1 :] if is_word(t)]
            if 0 < len(rest) <= 12 and rest[0].pos == "PROPN" and len(run) > 4:
                head = next((t for t in rest if t.head.i <= i or t.head is t), rest[0])
                return Draft(
                    frozenset(t.i for t in passage.tokens[i + 1 :]), frozenset({i}),
                    frozenset(run), "—", CueClass.NEUTRAL, i, head.i, strength=3,
                )  # fmt: skip
    return None
