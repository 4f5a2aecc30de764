"""Quotations that nobody is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import in_raw_markup, speaks_in_first_person
from newslint.checks._support import (
    has_link,
    in_text,
    prose,
    reports_in,
    tokens_in,
    word_count,
)
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.quotation import Quotation
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMES = frozenset({"NNP", "NNPS", "PRP"})
_TAIL = 4  # words
_TAKEN_UP = LazyRegex(
    r"[\s.,]*(?:[\[(]|(?:Th(?:at|is|ese|ose|e)|Such|So|It) (?:\w+ )?"
    r"(?:quot\w+|words?|statement|line|phrase|message|slogan|chant|refrain|cry|motto|sentence|"
    r"comment|remark|answer|reply|question|voice|text|note|sign|read|reads|ran|runs|went|goes|"
    r"was|is|were|are|sounds)\b)"
)
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to"})


_TWO = "Two quotations follow on each other with no word on who speaks: name both speakers."


class UnattributedQuote(Rule):
    """Name the speaker of every quotation.

    Readers cannot weigh what is said without knowing who says it. The speaker may stand in
    the sentence, in the sentence before or after it, or be carried over from the quotation
    before. What is written on a banner, sung or chanted has no speaker and is left alone, and
    so are words that run on in the writer's sentence, quotations that open a story or follow a
    heading, and those credited in brackets. Only a quotation that is a sentence of its own is
    reported, and a paragraph that is nothing but quoted goes on from the speaker before it
    only where he was quoted last. In an account told with "I" or "we" it is a suggestion.
    """

    id: str = "quotes.unattributed-quote"
    message: str = (
        "Nobody is named as the speaker of this quotation: say who said it, here or beside it."
    )
    severity: Severity = Severity.WARNING
    least: int = 5  # words from which quoted text counts as a quotation

    examples: ClassVar[tuple[Example, ...]] = (
        Example('[["We are finished with this town."]] The hall fell silent.'),
        Example('The lights went out at ten. [["There is nothing left for us here."]]'),
        Example('Analysts say the dam is old.\n\n[["It will not hold another winter."]]'),
        Example('"We pray," said Ana Ruiz. "She was a saint." [["She was a menace."]]'),
        Example('The hall fell silent. [["She was a saint."]] "She was a menace."'),
        Example(
            'Ana Ruiz, the mayor, called it "a shambles".\n\n[["Nobody will ever ride on it."]]'
        ),
        Example(
            "Ana Ruiz, the mayor, said that the mill had closed. It made rope for the boats.\n\n"
            '[["We start again on Monday."]]'
        ),
        Example('"We are finished with this town," said Ana Ruiz, the mayor.'),
        Example(
            '"We are finished with this town," said Ana Ruiz, the mayor. "There is nothing left '
            'for us here."'
        ),
        Example('"We are finished with this town, said Ana Ruiz, the mayor.'),
        Example('Ana Ruiz met us at the mill.\n\n"We start again."\n\n"It will be a hard year."'),
        Example('"It will not hold for ever." The words stand on a wall in Tarn.'),
        Example('A banner above the door read "We are not finished with this town".'),
        Example('She gave a talk on "The Rise and Fall of the Northern Ferry" in May.'),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "interview", "listing"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield full quotations without a speaker in reach."""
        story = {index for index, _ in prose(reading)}
        seen: set[Span] = set()
        for quotation in reading.quotations.outer:
            if quotation.block not in story or quotation.continuation:
                continue
            if not (quotation.closed or quotation.continues):
                continue  # the missing mark is the fault to report
            answer = _answer_to(reading, quotation)
            if answer is not None:
                # "We pray," said Ruiz. "It is late." "It is not." The last two have a speaker
                # each, of whom Ruiz may be the first.
                unnamed = answer if _has_speaker(reading, quotation) else quotation
                if not {quotation.span, unnamed.span} & seen:
                    seen.add(unnamed.span)
                    yield self.problem(unnamed.span, message=_TWO)
                continue
            if quotation.span in seen:
                continue
            inner = quotation.inner.cut(reading.text)
            if word_count(inner) < self.least or inner.rstrip().endswith(","):
                continue
            if not _stands_alone(reading, quotation) or _is_display(reading, quotation):
                continue
            if not _is_speech(reading, quotation) or _has_speaker(reading, quotation):
                continue
            if _is_taken_up(reading, quotation):
                continue
            personal = speaks_in_first_person(reading)
            yield self.problem(quotation.span, at_most=Severity.SUGGESTION if personal else None)


def _is_all_quoted(reading: Reading, block: int) -> bool:
    """Return whether a paragraph is one quotation from end to end."""
    span = _trimmed(reading, block)
    return any(q.span.covers(span) for q in reading.quotations.outer)


def _is_display(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quotation is a pull quote, an epigraph, or stands between tags.

    Such a one is a paragraph of its own that opens the story or follows a heading.
    """
    if in_raw_markup(reading, quotation.block, quotation.span):
        return True
    if not quotation.span.covers(_trimmed(reading, quotation.block)):
        return False
    before = [b for b in reading.blocks[: quotation.block] if b.key is None]
    return not before or before[-1].kind in {BlockKind.HEADING, BlockKind.HEADLINE}


def _trimmed(reading: Reading, block: int) -> Span:
    span = reading.blocks[block].span
    return Span(span.start, span.start + len(span.cut(reading.text).rstrip(" .")))


def _is_taken_up(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the words after the quotation speak of it, or credit it in brackets."""
    rest = reading.text[quotation.span.end : reading.blocks[quotation.block].span.end]
    return _TAKEN_UP.match(rest) is not None


def _answer_to(reading: Reading, quotation: Quotation) -> Quotation | None:
    """Return the quotation that follows at once, where nobody is cited for either."""
    after = next(
        (
            q
            for q in reading.quotations.outer
            if q.block == quotation.block and q.span.start > quotation.span.start
        ),
        None,
    )
    if after is None or not (quotation.closed and after.closed):
        return None
    if reading.text[quotation.span.end : after.span.start].strip():
        return None
    if quotation.inner.cut(reading.text).rstrip()[-1:] not in {".", "!", "?"}:
        return None
    last = reading.sentence_at(max(after.span.start, after.span.end - 1))
    first = reading.sentence_at(quotation.span.start)
    start = quotation.span.start if first is None else first.span.start
    end = after.span.end if last is None else _with_tail(reading, last).end
    outside = [
        t
        for t in reading.parses[quotation.block].within(Span(start, end))
        if not (quotation.span.overlaps(t.span) or after.span.overlaps(t.span))
    ]
    if any(t.lemma in vocabulary("quotes", "speech") for t in outside):
        return None
    return None if reports_in(reading, Span(start, end)) else after


def _is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quoted words are a sentence somebody spoke, rather than a title."""
    tokens = reading.parses[quotation.block].within(quotation.inner)
    words = [t for t in tokens if t.text[:1].isalpha() and t.lower not in _SMALL]
    if not any(t.tag in _FINITE for t in tokens):
        return False
    return sum(t.text[0].isupper() for t in words) * 2 <= len(words)


def _has_speaker(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the graph, or the sentence around the quotation, gives a speaker."""
    attribution = reading.attributions.of_quotation(quotation)
    if (
        attribution is not None
        and _is_voice(attribution)
        and (attribution.cue or not _is_far_fetched(reading, quotation, attribution))
    ):
        return True
    first = reading.sentence_at(quotation.span.start)
    last = reading.sentence_at(max(quotation.span.start, quotation.span.end - 1))
    if first is None or last is None:
        return True
    around = Span(first.span.start, _with_tail(reading, last).end)
    if reports_in(reading, around) or has_link(reading, around):
        return True
    outside = [
        t
        for t in reading.parses[quotation.block].within(around)
        if not quotation.span.overlaps(t.span)
    ]
    if any(t.lemma in vocabulary("quotes", "speech") for t in outside):
        return True
    if _is_introduced(reading, quotation) or _is_credited(reading, quotation):
        return True
    if _follows_a_person(reading, first):
        return True
    before = reading.text[reading.blocks[quotation.block].span.start : quotation.span.start]
    lead = reading.text[around.start : quotation.span.start] + " " + before[-80:]
    after = reading.text[quotation.span.end : around.end]
    return in_text(vocabulary("quotes", "read_not_said"), f"{lead} {after}")


def _is_voice(attribution: Attribution) -> bool:
    """Return whether the source can have spoken the words.

    A group that the paragraph before spoke of ("analysts") has not, where no verb says so.
    """
    if attribution.source.kind is SourceKind.COLLECTIVE and not attribution.cue:
        return False
    return attribution.source.kind is not SourceKind.NONE


def _is_far_fetched(reading: Reading, quotation: Quotation, attribution: Attribution) -> bool:
    """Return whether an unnamed source of the paragraph before, not quoted there, is taken on.

    A quotation without a word about its speaker goes on from the person quoted before. It
    does not go on from a spokesman or a source who was only reported, and a paragraph that is
    nothing but quoted goes on from nobody who was not quoted last, and in whole sentences.
    """
    index = quotation.block
    if index == 0:
        return False
    before = reading.blocks[index - 1].span
    if _is_all_quoted(reading, index) and not _ends_quoted(reading, index - 1):
        return not before.cut(reading.text).rstrip().endswith(":")
    if attribution.source.kind is SourceKind.NAMED_PERSON:
        return False
    if any(s.start >= reading.blocks[index].span.start for s in attribution.source.spans):
        return False
    ends = before.cut(reading.text).rstrip().endswith(":")
    return not ends and not any(before.covers(q.span) for q in reading.quotations.outer)


def _ends_quoted(reading: Reading, block: int) -> bool:
    """Return whether a paragraph ends in whole sentences of somebody's speech.

    From a few words of his, or from one sentence behind a colon, nothing goes on.
    """
    last = reading.sentences_of(block)[-1:]
    if not last or not reading.quotations.touches(last[0].span):
        return False
    paragraph = reading.blocks[block].span
    quoted = [q for q in reading.quotations.outer if paragraph.covers(q.span)]
    if not quoted or not quoted[-1].closed or quoted[-1].continues:
        return True
    return _stands_alone(reading, quoted[-1]) and _is_speech(reading, quoted[-1])


def _with_tail(reading: Reading, sentence: Sentence) -> Span:
    """Return the sentence with a few words cut off from it: "We start again." Quist said."""
    group = reading.sentences_of(sentence.block)
    after = group[group.index(sentence) + 1 : group.index(sentence) + 2]
    short = after and word_count(after[0].span.cut(reading.text)) <= _TAIL
    return after[0].span if short else sentence.span


def _stands_alone(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quotation begins its sentence."""
    sentence = reading.sentence_at(quotation.span.start)
    return sentence is None or sentence.span.start == quotation.span.start


def _follows_a_person(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the sentence before, in the paragraph, is about a person, or asks."""
    group = reading.sentences_of(sentence.block)
    at = group.index(sentence)
    if at == 0:
        return False
    before = tokens_in(reading, group[at - 1])
    return any(
        t.entity == "PERSON" or t.text == "?" or (t.dep == "nsubj" and t.tag in _NAMES)
        for t in before
    )


def _is_introduced(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the block opens with the quotation and the one before ends in a colon."""
    index = quotation.block
    opens = reading.blocks[index].span.start == quotation.span.start
    if not opens or index == 0:
        return False
    return reading.blocks[index - 1].span.cut(reading.text).rstrip().endswith(":")


def _is_credited(reading: Reading, quotation: Quotation) -> bool:
    """Return whether a dash and a name follow: "We start again." -- Mara Quist.

    They may stand in a paragraph of their own.
    """
    after = reading.text[quotation.span.end : reading.blocks[quotation.block].span.end].lstrip()
    if not after and quotation.block + 1 < len(reading.blocks):
        after = reading.blocks[quotation.block + 1].span.cut(reading.text).lstrip()
    return after[:1] in {"-", "–", "—", "―", "~", "("}
