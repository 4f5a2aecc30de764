"""What several checks ask of a reading: whose voice, which sentence, which source nearby."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from newslint.article import Block, BlockKind, InlineKind
from newslint.attribution.graph import Attribution, CueClass, Directness, SourceKind
from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence, once_an_article
from newslint.span import Span

Found = TypeVar("Found")

#: Classes of cue that report a statement, rather than a belief, a wish or a decision.
SAYING = frozenset({CueClass.NEUTRAL, CueClass.FACTIVE, CueClass.DOUBTING, CueClass.EMOTIVE})

#: Kinds of source that a reader could look up.
IDENTIFIED = frozenset(
    {
        SourceKind.NAMED_PERSON,
        SourceKind.OFFICE,
        SourceKind.ORGANISATION,
        SourceKind.DOCUMENT,
        SourceKind.OUTLET,
    }
)

# An outlet of which one of these stands first was told of before.
_KNOWN = frozenset({"her", "his", "its", "that", "the", "their", "this"})

# No address, or a mark set where one was to come: "#", "#0", "?", "...", "http://www.".
_NOWHERE = LazyRegex(r"(?:https?:?/{0,2}(?:www\.?)?|www\.?|about:blank|/?[#?][!/0_?#]?|[-_.…]*)")

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def prose(reading: Reading) -> Iterator[tuple[int, Block]]:
    """Yield the paragraphs and list items of the story, each with its block index."""
    return iter(_prose(reading))


@once_an_article
def _prose(reading: Reading) -> tuple[tuple[int, Block], ...]:
    return tuple((i, block) for i, block in enumerate(reading.blocks) if block.kind in _PROSE)


@once_an_article
def prose_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """Return the sentences of the story's paragraphs and list items, in text order."""
    return tuple(s for index, _ in prose(reading) for s in reading.sentences_of(index))


def prose_tokens(reading: Reading) -> Iterator[Token]:
    """Yield the parsed words of the story's paragraphs and list items, in text order."""
    blocks = _prose(reading)
    parses = reading.parses if blocks else ()
    return chain.from_iterable(parses[index].tokens for index, _ in blocks)


def prose_marked(
    reading: Reading, mark: Callable[[Token], Found | None]
) -> Iterator[tuple[Token, Found]]:
    """Yield the words of the story's paragraphs and list items that `mark` finds, with what.

    `mark` is as in `Reading.marked`.
    """
    for index, _ in prose(reading):
        yield from reading.marked(index, mark)


def tokens_in(reading: Reading, sentence: Sentence) -> list[Token]:
    """Return the parsed words of a sentence."""
    return reading.parses[sentence.block].within(sentence.span)


def word_count(text: str) -> int:
    """Return how many white-space separated pieces of `text` hold a letter or digit."""
    return sum(piece[0].isalnum() or any(map(str.isalnum, piece)) for piece in text.split())


def is_own_voice(reading: Reading, span: Span) -> bool:
    """Return whether no part of `span` is quoted, or what a source says or believes."""
    return not reading.quotations.touches(span) and not any(
        content.overlaps(span) for content in _held_by_others(reading)
    )


@once_an_article
def _held_by_others(reading: Reading) -> tuple[Span, ...]:
    """Return what sources say or believe."""
    return tuple(
        content
        for attribution in reading.attributions
        if is_report(reading, attribution) or _is_belief(attribution)
        for content in attribution.content
    )


def _is_belief(attribution: Attribution) -> bool:
    held = attribution.cue_class is CueClass.BELIEF
    return held and attribution.source.kind is not SourceKind.NONE


def is_code(reading: Reading, span: Span) -> bool:
    """Return whether `span` touches an inline piece of code, which nobody says."""
    return any(
        inline.kind is InlineKind.CODE and inline.span.overlaps(span)
        for inline in reading.article.inlines
    )


def is_covered(reading: Reading, span: Span) -> bool:
    """Return whether at least half of `span` is what sources are reported to say."""
    covered = sum(
        max(0, min(content.end, span.end) - max(content.start, span.start))
        for attribution in reports(reading)
        for content in attribution.content
    )
    return covered * 2 >= len(span) > 0


def is_report(reading: Reading, attribution: Attribution) -> bool:
    """Return whether a source, of whatever kind, is reported to have stated something.

    A belief, a wish, a decision, a refusal to comment and a feeling are no statements; nor
    is what somebody found or described, unless a clause or quoted words follow.
    """
    if attribution.source.kind is SourceKind.NONE:
        return False
    if attribution.cue_lemma in vocabulary("reporting", "always_said"):
        return True
    if attribution.cue_class not in SAYING:
        return False
    if attribution.directness is not Directness.INDIRECT:
        return True
    if attribution.cue_lemma == ":":
        return attribution.source.kind is SourceKind.NAMED_PERSON
    if _is_thing(reading, attribution):
        return False
    if attribution.cue_lemma in vocabulary("reporting", "with_clause"):
        return _has_clause(reading, attribution)
    return attribution.cue_lemma not in vocabulary("reporting", "not_said")


def _is_thing(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the source is an event or a thing: a raid that underscored the risk."""
    words = " ".join(span.cut(reading.text) for span in attribution.source.spans).lower()
    return attribution.source.kind is SourceKind.UNKNOWN and words in {"that", "this", "which"}


def _has_clause(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the content is a clause: found that the coin was old."""
    words = reading.parses[attribution.block]
    return any(
        c.dep == "ccomp" and not cue.covers(c.span)
        for cue in attribution.cue
        for word in words.within(cue)
        for c in word.children
    )


@once_an_article
def reports(reading: Reading) -> tuple[Attribution, ...]:
    """Return the attributions that are reports, in text order."""
    return tuple(a for a in reading.attributions if is_report(reading, a))


def reports_in(reading: Reading, span: Span) -> list[Attribution]:
    """Return the reports whose cue or source lies inside `span`, in text order."""
    return [a for a in reports(reading) if any(s.overlaps(span) for s in (*a.cue, *a.source.spans))]


def is_identified(reading: Reading, attribution: Attribution) -> bool:
    """Return whether readers could look the source up: it is of such a kind, or has a name."""
    source = attribution.source
    if source.kind not in {SourceKind.UNKNOWN, SourceKind.OUTLET}:
        return source.kind in IDENTIFIED
    parse = reading.parses[attribution.block]
    words = [t for span in source.spans for t in parse.within(span)]
    if any(word.tag.startswith("NNP") for word in words):
        return True
    known = source.pronoun or any(word.lower in _KNOWN for word in words[:1])
    return source.kind is SourceKind.OUTLET and known  # not "a paper", nor "other outlets"


def has_identified_report(reading: Reading, span: Span) -> bool:
    """Return whether a person, office, body, document or outlet is cited inside `span`."""
    return any(is_identified(reading, a) for a in reports_in(reading, span))


def neighbours(reading: Reading, sentence: Sentence, within: int = 1) -> list[Sentence]:
    """Return the story's sentences up to `within` before and after `sentence`, without it."""
    sentences = prose_sentences(reading)
    if sentence not in sentences:
        return []
    at = sentences.index(sentence)
    return [s for s in sentences[max(0, at - within) : at + within + 1] if s.span != sentence.span]


def goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the sentence goes on from a report of another outlet or a document.

    So it does if the sentence before it in the paragraph cites one, or, in a paragraph that
    cites nobody, the last sentence of the paragraph before: what is hedged is still theirs.
    """
    sentences = prose_sentences(reading)
    before = sentences[: sentences.index(sentence)] if sentence in sentences else []
    inside = [s for s in before if s.block == sentence.block][-1:]
    if not reports_in(reading, reading.blocks[sentence.block].span):
        inside = [s for s in before if s.block != sentence.block][-1:]
    return any(
        a.source.kind in {SourceKind.DOCUMENT, SourceKind.OUTLET} and is_identified(reading, a)
        for s in inside
        for a in reports_in(reading, s.span)
    )


def is_placeholder(url: str) -> bool:
    """Return whether a link's address leads nowhere: empty, `#`, a script or a blank page."""
    address = url.strip().lower()
    return _NOWHERE.fullmatch(address) is not None or address.startswith("javascript:")


def has_link(reading: Reading, span: Span) -> bool:
    """Return whether a link that leads somewhere stands inside `span` (text coordinates)."""
    return any(
        link.text.overlaps(span) and not is_placeholder(link.url) and link.url != "#top"
        for link in reading.article.links
    )


def has_footnote(reading: Reading, span: Span) -> bool:
    """Return whether a footnote mark stands inside or at the end of `span`."""
    return any(
        note.reference is not None and span.start <= note.reference.start <= span.end
        for note in reading.article.footnotes
    )


def verb_group(verb: Token) -> Span:
    """Return the verb with its auxiliaries, and what stands between them."""
    first = min(
        (c for c in verb.children if c.dep in {"aux", "auxpass"} and c.i < verb.i),
        key=lambda c: c.i,
        default=verb,
    )
    return Span(first.start, verb.end)


def is_negated(verb: Token) -> bool:
    """Return whether the verb, or the auxiliary that the parser made its head, is negated."""
    return any(c.dep == "neg" or c.lower in {"never", "no", "not"} for c in verb.children)


def clean_end(span: Span, text: str) -> Span:
    """Return `span` without white space and punctuation marks at its end."""
    end = span.end
    while end > span.start + 1 and not text[end - 1].isalnum():
        end -= 1
    return Span(span.start, end)


def document_place(reading: Reading) -> Span | None:
    """Return where to show a problem of the whole article: headline, else first block."""
    headline = reading.article.headline
    if headline is not None:
        return headline.span
    return reading.blocks[0].span if reading.blocks else None


def in_text(words: Iterable[str], text: str) -> bool:
    """Return whether any of `words` stands in `text` as whole words, whatever the case."""
    padded = f" {' '.join(''.join(c if c.isalnum() else ' ' for c in text.lower()).split())} "
    return any(f" {word} " in padded for word in words)
