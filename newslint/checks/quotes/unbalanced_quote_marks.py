"""Quotation marks without a partner."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._odd_marks import odd_marks
from newslint.checks._prose import in_raw_markup
from newslint.checks._support import prose
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.quotation import FaultyMark, MarkFault, Quotation
from newslint.language.quotations import single_close
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_UNCLOSED = (
    "This quotation is opened and not closed; where it goes on in the next paragraph, "
    "open it again there."
)
_UNOPENED = "This mark closes a quotation that was never opened."
_MISPLACED = (
    "This mark is set as a closing one, and another closes after it: if it opens the "
    "quotation, put the space before it."
)
_BEFORE_SPACE = (
    "This mark is set as an opening one before who speaks: if it closes the quotation, put it "
    "before the space, and open the quotation where it begins."
)
_OTHER_MARK = "This quotation is opened with %s and closed with %s: use a pair."
_SAYS = r"(?:added|adds|asked|asks|replied|said|says|told|wrote|writes)"
_BEFORE_SPEAKER = LazyRegex(rf"{_SAYS} (?:[A-Z]|(?:he|she|the|they)\b)")
# Somebody spoken of, where the one who speaks has said "I" or "we" before.
_OF_SOMEBODY = LazyRegex(r"(?:He|She|Mr|Mrs|Ms|Dr) ")
_NEXT_SENTENCE = LazyRegex(r"[.!?…][\"”’')]*\s+(?=\S)")
_LAST_WORD = LazyRegex(r"\S*$")
#: What is marked of a sentence that lacks its closing mark.
_LAST_WORDS = LazyRegex(r"(?<!\S)\S.{0,20}$")
_FEW = 3  # quotations between a curly and a straight mark; of more, the first is shown
_MIXED_FEW = 2  # quotations in a pair of one kind beside which one of two kinds is a slip
_CURLY = {"“": True, "”": True, '"': False}


class UnbalancedQuoteMarks(Rule):
    """Close every quotation that you open, and open every one that you close.

    A missing mark leaves readers guessing where the speaker stops and the newsroom starts.
    A quotation of several paragraphs opens each of them and closes only the last. Marks that
    are doubled, turned round, nested in their like, or not the story's own are told, too.
    """

    id: str = "quotes.unbalanced-quote-marks"
    message: str = _UNCLOSED
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[“The tide took it,]] said Mara Quist.\n\nNobody answered her."),
        Example("The tide took [[it,”]] said Mara Quist."),
        Example("“It took us years. [[We start again.]]\n\nNobody answered Mara Quist."),
        Example("\"It took us years. We start [[again.']]\n\nNobody answered Mara Quist."),
        Example('[[“The tide took it,"]] said Mara Quist.'),
        Example('Mara Quist [[said,"]] The tide took it". Nobody answered her.'),
        Example('It was the tide, [["]]said Mara Quist. The mast is 14\' 6" high.'),
        Example("“The tide took it,” said Mara Quist."),
        Example("“The tide took it,” said Mara Quist. “It took us years.\n\n“We start again.”"),
        Example("The sailors’ boats were lost in the storm of ’98."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"quotations"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP,)

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield where a mark lacks its partner or has a wrong one, in the running text."""
        story = {index for index, _ in prose(reading)}
        odd = list(odd_marks(reading, frozenset(story)))
        faults = [
            f
            for f in reading.quotations.faults
            if f.block in story
            and not in_raw_markup(reading, f.block, f.span)
            and not any(o.span.covers(f.span) for o in odd)
        ]
        partner: FaultyMark | None = None
        for fault, following in zip_longest(faults, faults[1:]):
            if fault is partner:
                continue
            partner = None
            if _is_partner(reading, fault, following):
                partner = following
            yield self._missing(reading, fault, partner)
        mixed = [
            quotation
            for quotation in reading.quotations.outer
            if quotation.block in story
            and _is_mixed(reading, quotation)
            and not in_raw_markup(reading, quotation.block, quotation.span)
        ]
        for mark in odd:
            if not in_raw_markup(reading, _block_of(reading, mark.span), mark.span):
                low = Severity.SUGGESTION if mark.mild else None
                yield self.problem(mark.span, message=mark.message, at_most=low)
        paired = sum(q.block in story and q.closed for q in reading.quotations.outer)
        slip = len(mixed) == 1 and paired > _MIXED_FEW
        shown = mixed if len(mixed) <= _FEW else mixed[:1]
        others = len(mixed) - len(shown)
        for quotation in shown:
            closing = Span(quotation.inner.end, quotation.span.end).cut(reading.text)
            also = f" So are {others} more." if others else ""
            yield self.problem(
                _last_sentence(reading.text, quotation.span),
                message=_OTHER_MARK % (quotation.mark, closing) + also,
                at_most=None if slip else Severity.SUGGESTION,
            )

    def _missing(self, reading: Reading, fault: FaultyMark, partner: FaultyMark | None) -> Problem:
        related = (Related(partner.span, "It is closed here."),) if partner else ()
        if fault.fault is MarkFault.UNOPENED:
            message = _MISPLACED if partner else _UNOPENED
            return self.problem(_with_word(reading, fault.span), message=message, related=related)
        if _BEFORE_SPEAKER.match(reading.text, fault.span.end):
            return self.problem(fault.span, message=_BEFORE_SPACE, related=related)
        quoted = _unclosed(reading, fault)
        wrong = partner.span if partner else single_close(reading.text, quoted)
        if wrong is None or wrong.end > quoted.end:
            return self.problem(_last_words(reading.text, quoted), related=related)
        marks = (fault.span.cut(reading.text), wrong.cut(reading.text))
        return self.problem(_with_word(reading, wrong), message=_OTHER_MARK % marks)


def _is_mixed(reading: Reading, quotation: Quotation) -> bool:
    """Return whether one mark of the pair is curly and the other straight."""
    closing = Span(quotation.inner.end, quotation.span.end).cut(reading.text)
    curly = _CURLY.get(quotation.mark), _CURLY.get(closing)
    return None not in curly and curly[0] is not curly[1]


def _unclosed(reading: Reading, fault: FaultyMark) -> Span:
    """Return the words that the mark opens, as far as they are quoted by all appearance."""
    start = fault.span.start
    known = [q.span.end for q in reading.quotations.all if q.span.start == start]
    return Span(start, max((*known, fault.span.end)))


def _last_sentence(text: str, quoted: Span) -> Span:
    """Return the last sentence of what is quoted: there the closing mark is looked for."""
    start = quoted.start
    for stop in _NEXT_SENTENCE.finditer(text, quoted.start, quoted.end):
        if _OF_SOMEBODY.match(text, stop.end()):
            return Span(start, stop.start() + 1)
        start = stop.end()
    return Span(start, quoted.end)


def _with_word(reading: Reading, mark: Span) -> Span:
    """Return the mark with the word that it closes: a mark alone is easily overlooked."""
    before = reading.text[max(mark.start - 40, 0) : mark.start]
    word = _LAST_WORD.search(before)
    return Span(mark.start - len(word[0]) if word else mark.start, mark.end)


def _is_partner(reading: Reading, fault: FaultyMark, following: FaultyMark | None) -> bool:
    """Return whether the next fault closes what this one opened, or was meant to open.

    What has been opened is not closed beyond the next whole quotation.
    """
    if following is None or following.fault is not MarkFault.UNOPENED:
        return False
    if fault.block == following.block:
        return True
    if fault.fault is not MarkFault.UNCLOSED:
        return False
    return not any(
        q.closed and fault.block < q.block <= following.block and q.span.end < following.span.start
        for q in reading.quotations.outer
    )


def _block_of(reading: Reading, span: Span) -> int:
    return next(i for i, block in enumerate(reading.blocks) if block.span.covers(span))


def _last_words(text: str, quoted: Span) -> Span:
    """Return where the closing mark is looked for: in the last words that are quoted."""
    last = _last_sentence(text, quoted)
    words = _LAST_WORDS.search(text, last.start, last.end)
    return last if words is None else Span(words.start(), last.end)
