"""structure.unsigned-quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks import _standards as standards
from newslint.checks._prose import in_raw_markup, speaks_in_first_person
from newslint.checks._support import word_count
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.quotation import Quotation
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_MARKS = "\"'“”‘’«»„ .*_"
_DASHES = ("-", "–", "—", "―", "~", "(")
_OPENING = frozenset("\"“‘«„'")
_ADDED = LazyRegex(r"(?:He|She|They|The \w+) (?:also |later |then )?(?:added|said|went on)\b")
_GOES_ON = LazyRegex(r"^(?:And|Because|But|Or|So) ")
_SAID = r"(?:said|says|told|added|wrote|asked|went on|recalled|responded|replied|answered)"
_TOLD = LazyRegex(rf"\b(?:(?:he|she) {_SAID}|respond(?:s|ed)|replie[sd]|answer(?:s|ed))\b")
_SIGNED = LazyRegex(rf"^[A-Z][\w’'. -]{{2,40}}: |[”\"] [A-Z]\w+ {_SAID}\b")
_WORD = LazyRegex(r"\w+")
_ANNOUNCED = LazyRegex(
    r"\b(?:(?:he|she|they) (?:said|says|told|tells|added)|wrote|writes|written|tweeted|posted"
    r"|put it|reads?|runs?|goes|statement|post|letter|message|e-?mail|note|poem|song|lyrics|verses?"
    r"|lines?)\b",
    re.IGNORECASE,
)
_NOT_BELOW = "Nobody in the story says this: quote the speaker below, or drop the marks."
_CREDIT = 8  # words up to which the next paragraph may be the quotation's credit
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})


class UnsignedQuote(Rule):
    """Put the speaker's name under a quotation that is set apart.

    A pull quote is read before the story, and often instead of it. Without a name readers
    take it for the words of whoever they like. A paragraph of nothing but quoted words that
    goes on from a quotation in the sentence before, or leads to one in the next paragraph, is
    left alone, and so is one whose words stand in the story with their speaker.
    """

    id: str = "structure.unsigned-quote"
    message: str = "Nobody signs this quotation: put the speaker's name under it."
    severity: Severity = Severity.WARNING
    least: int = 4  # words
    most: int = 40  # words

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "Ana Ruiz runs the mill. The river rose at noon.\n\n"
            '[["We carried the flour on our backs."]]\n\nThe mill opens again in May.'
        ),
        Example("Ana Ruiz runs the mill. It opens in May.\n\n> [[“The stones are still wet.”]]"),
        Example(
            '"The river rose in a single night," she said.\n\n"We carried the flour on our backs."'
        ),
        Example(
            "Ana Ruiz runs the mill. It opens in May.\n\n"
            '"We carried the flour on our backs."\n\n— Ana Ruiz, miller'
        ),
        Example(
            '"We carried the flour on our backs," said Ana Ruiz. The mill is shut.\n\n'
            '"We carried the flour on our backs"\n\nIt opens in May.'
        ),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"quotations", "sentences"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"fiction", "interview", "listing", "opinion", "review"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield quotations that are a paragraph of their own and have no speaker in reach."""
        if speaks_in_first_person(reading):
            return
        for quotation in reading.quotations.outer:
            words = word_count(quotation.inner.cut(reading.text))
            if not self.least <= words <= self.most or quotation.continuation:
                continue
            if not quotation.closed or reading.blocks[quotation.block].kind not in _KINDS:
                continue
            if _is_set_apart(reading, quotation) and not _has_speaker(reading, quotation):
                yield self.problem(quotation.span)
        for span in _set_as_quotes(reading):
            if self.least <= word_count(span.cut(reading.text)) <= self.most:
                yield self.problem(span)
        for span in _said_by_nobody_below(reading):
            if self.least <= word_count(span.cut(reading.text)):
                yield self.problem(span, message=_NOT_BELOW)


def _set_as_quotes(reading: Reading) -> Iterator[Span]:
    """Yield what is set apart as a quotation, without quotation marks, and nobody signs."""
    for index, block in enumerate(reading.blocks):
        if block.kind is not BlockKind.QUOTE or reading.quotations.touches(block.span):
            continue
        text = block.span.cut(reading.text)
        before, after = _near(reading, index, -1), _near(reading, index, 1)
        if (
            before is None
            or any(mark in text for mark in ("—", "–", "- ", ":", "@", "<"))
            or in_raw_markup(reading, index, block.span)
        ):
            continue
        around = [reading.blocks[i] for i in (before, after) if i is not None]
        told = around[0].span.cut(reading.text).rstrip()
        last = reading.sentences_of(before)[-1:]
        if told.endswith(":") or any(_ANNOUNCED.search(s.span.cut(reading.text)) for s in last):
            continue
        if any(b.kind is BlockKind.QUOTE for b in around):
            continue
        if any(link.text.overlaps(block.span) for link in reading.article.links):
            continue
        ahead = around[1].span.cut(reading.text).lstrip(" *_") if len(around) > 1 else ""
        label = 0 < word_count(ahead) <= _CREDIT and not ahead.endswith((".", "!", "?"))
        signed = label or ahead.startswith(_DASHES) or _ADDED.match(ahead) is not None
        if not signed and reading.text.count(text.strip(_MARKS)) == 1:
            yield block.span


def _said_by_nobody_below(reading: Reading) -> Iterator[Span]:
    """Yield headings within the story that quote what nobody in it says."""
    blocks = [b for b in reading.blocks if b.kind is BlockKind.HEADING and b.key is None]
    if not blocks:
        return
    said = " ".join(_WORD.findall(reading.text.casefold()))
    for block in blocks:
        text = block.span.cut(reading.text).strip()
        if text[:1] not in _OPENING or not text.endswith(('"', "”", "“", "»", "'", "’")):
            continue
        if said.count(" ".join(_WORD.findall(text.casefold()))) == 1:
            yield block.span


def _is_set_apart(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quotation is all of its block, below some other text."""
    block = reading.blocks[quotation.block]
    around = block.span.cut(reading.text).replace(quotation.span.cut(reading.text), "", 1)
    if around.strip(_MARKS) or in_raw_markup(reading, quotation.block, quotation.span):
        return False
    return _near(reading, quotation.block, -1) is not None


def _has_speaker(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the text on either side, or the same words elsewhere, give a speaker."""
    said = quotation.inner.cut(reading.text).strip(_MARKS + ",")
    if reading.text.count(said) > 1 or said.isupper() or _SIGNED.search(said):
        return True  # pulled out of the story, a cross-heading, or signed within
    if _GOES_ON.match(said):
        return True
    before, after = _near(reading, quotation.block, -1), _near(reading, quotation.block, 1)
    if before is not None:
        text = reading.blocks[before].span.cut(reading.text).rstrip()
        sentences = reading.sentences_of(before)
        if text.endswith((":", ",")) or not sentences or _is_spoken(reading, sentences[-1].span):
            return True
    if after is None:
        return False
    text = reading.blocks[after].span.cut(reading.text).lstrip(" *_")
    if text.startswith(_DASHES) or text[:1] in _OPENING:
        return True
    if word_count(text) <= _CREDIT and not text.rstrip().endswith((".", "!", "?")):
        return True
    return _ADDED.match(text) is not None


def _near(reading: Reading, index: int, step: int) -> int | None:
    """Return the next block of running text in a direction, if it is not a heading's."""
    at = index + step
    if not 0 <= at < len(reading.blocks):
        return None
    block = reading.blocks[at]
    return at if block.is_body and block.key is None else None


def _is_spoken(reading: Reading, sentence: Span) -> bool:
    """Return whether the sentence quotes somebody: what follows may go on from it.

    So it may from words that "he" or "she" is said to have spoken.
    """
    if _TOLD.search(sentence.cut(reading.text)):
        return True
    return any(q.span.overlaps(sentence) for q in reading.quotations.outer)
