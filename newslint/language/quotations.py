"""Finding quotations: a stack of open marks for each block.

Every block is a world of its own. A quotation that is still open at the end of a paragraph
goes on only if the next paragraph opens it again; otherwise its mark is at fault.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newslint.article import Article, BlockKind, Inline, InlineKind
from newslint.language.lazy_regex import LazyRegex
from newslint.language.marks import Family, Mark, Role, find_marks
from newslint.language.quotation import FaultyMark, MarkFault, Quotation, Quotations
from newslint.language.unclosed import fitted
from newslint.span import Span

_UNREAD = frozenset({InlineKind.CODE, InlineKind.URL, InlineKind.PLACEHOLDER})
_ASIDE = frozenset({BlockKind.ALT, BlockKind.CAPTION, BlockKind.CREDIT})
_GOES_ON = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
_ENDED = re.compile(r"[.!?]\s")
# A single mark that can only close: `so be it.'`, `paid last',`.
_SINGLE_CLOSES = LazyRegex(r"(?<=[.,!?])['’](?=\s|$)|(?<=\w)['’](?=[,.;](?:\s|$))|(?<=\w)['’]$")
_SINGLE_OPENS = LazyRegex(r"(?:^|[\s(\[—–])['‘](?=\w)")
_STOP = LazyRegex(r"[.!?…]\s+(?=[^\sa-z])")
# Where the writer's own words begin: `…, she said`, `…, its chair, Ana Ruiz, told the council`.
_SPEAKER = LazyRegex(
    r"[,?!](?= (?:(?:he|she|they|(?:[A-Z]|(?:the|his|her|its|their|an?) )\S{0,30}"
    r"(?: [\w’'-]{1,30}){0,3}(?:,(?: [A-Z][\w’'.-]{1,30}){1,3},)?) )?"
    r"(?:added|adds|asked|asks|replied|said|says|told|wrote|writes)\b)"
    # `It is late. she said`; `It is late. Quist said.`
    r"|\.(?= (?:(?:he|she|they) (?:added|asked|said|says)\b"
    r"|[A-Z]\S{0,30}(?: [A-Z]\S{0,30})? (?:added|asked|said|says)(?:\.|$)))"
)
_READ_ON = 1_000  # characters in which a quotation without a partner is looked through
_REVERSED = {"«": "»", "»": "«", "‹": "›", "›": "‹"}


def find_quotations(article: Article) -> Quotations:
    """Return the quotations of an article, block by block, and the marks without a partner.

    Spans are in text coordinates. Curly, straight, single, low, TeX and angled marks are
    read, and `<q>` elements, whose `mark` is `<q>`. Apostrophes, feet and inches, code and
    addresses are not. Block quotations are not quotations: their kind says what they are.
    An unclosed quotation reaches to a mark of another kind that closes it, to who speaks, to
    the next such mark that opens, or else to the end of its block: of its sentence, if that is
    the writer's own to begin with.
    Never raises.
    """
    readers = [_read_block(article, i, found) for i, found in enumerate(_inlines_by_block(article))]
    for reader in readers:
        _settle(article, reader, readers)
    return Quotations(
        tuple(q for reader in readers for q in _nested(reader.found)),
        tuple(f for reader in readers for f in sorted(reader.faults, key=lambda f: f.span)),
    )


@dataclass(slots=True)
class _Open:
    """An opening mark whose partner has not come yet.

    `cut` is where the same mark opened next: had it no partner at all, it would have to end
    there. A different mark of the family may well open a quotation inside it.
    """

    mark: Mark
    cut: int | None = None


def single_close(text: str, within: Span) -> Span | None:
    """Return the single mark that closes what a double one opened, if one can only do that."""
    close = _SINGLE_CLOSES.search(text, within.start, within.end)
    if close is None or _SINGLE_OPENS.search(text, within.start, within.end):
        return None
    return Span(*close.span())


class _BlockReader:
    """Reads the marks of one block from left to right.

    Afterwards `found` holds the closed quotations, `unclosed` those that a mark around them
    ended, `faults` the faulty marks, and `stack` what is still open.
    """

    def __init__(self, text: str, index: int, block: Span) -> None:
        self.text = text
        self.index = index
        self.block = block
        self.found: list[Quotation] = []
        self.unclosed: list[Quotation] = []
        self.faults: list[FaultyMark] = []
        self.stack: list[_Open] = []
        self.places: defaultdict[Family, list[int]] = defaultdict(list)
        self.pushed: list[Mark] = []
        self.unopened: list[int] = []  # the ends of marks that close what was never opened
        self.continuations: set[int] = set()  # where quotations of the block before go on

    def read(self, marks: Sequence[Mark], elements: Sequence[Span]) -> None:
        closing_next = _outlook(marks)
        quiet = not any(m.family is Family.DOUBLE for m in marks)
        straight = sum(m.char == '"' for m in marks)
        # At one place an element ends, the next begins, and only then comes a mark.
        events: list[tuple[int, int, int, Span | None]] = [
            *((span.end, 0, -span.start, span) for span in elements),
            *((span.start, 1, -span.end, span) for span in elements),
            *((mark.span.start, 2, i, None) for i, mark in enumerate(marks)),
        ]
        for _, rank, i, span in sorted(events, key=lambda e: e[:3]):
            if span is not None:
                self._element(span, ends=rank == 0)
                continue
            mark = marks[i]
            straight -= mark.char == '"'
            if mark.family is Family.DOUBLE:
                self._double(mark, straight)
            elif mark.family is Family.SINGLE:
                self._single(mark, closing_next[i], quiet)
            else:
                self._angled(mark)

    def _element(self, span: Span, *, ends: bool) -> None:
        start = Span(span.start, span.start)
        if not ends:
            self._push(Mark(start, "<q>", Family.ELEMENT, Role.OPEN))
            return
        for depth in reversed(self.places[Family.ELEMENT]):
            if self.stack[depth].mark.span == start:
                self._pop(depth, Span(span.end, span.end))
                return

    def _double(self, mark: Mark, straight_left: int) -> None:
        at = self._find(Family.DOUBLE)
        if mark.in_height and (at is None or straight_left or self._is_past(at, mark)):
            return
        if mark.char == "''" and at is None:
            singles = self._find(Family.SINGLE)
            if singles is not None and singles + 1 == len(self.stack):
                self._close_two_singles(mark)
                return
        role = mark.role
        if role is Role.EITHER:
            ends = at is not None or mark.span.end == self.block.end
            role = Role.CLOSE if ends else Role.OPEN
        if role is Role.OPEN:
            self._push(mark)
        elif at is None:
            if not mark.follows_digit:
                self._fault(MarkFault.UNOPENED, mark)
        elif not (mark.char == '"' and mark.follows_digit and straight_left % 2):
            self._pop(at, mark.span)  # else `a 6" pipe," he said`: inches

    def _is_past(self, at: int, mark: Mark) -> bool:
        """Return whether a sentence has ended since the open mark: `he said. A 5' 11" pole`."""
        between = self.text[self.stack[at].mark.span.end : mark.span.start]
        return _ENDED.search(between) is not None

    def _close_two_singles(self, mark: Mark) -> None:
        """Read '' as two single marks: He said: 'She told me 'no''."""
        middle = mark.span.start + 1
        for piece in (Span(mark.span.start, middle), Span(middle, mark.span.end)):
            at = self._find(Family.SINGLE)
            if at is not None:
                self._pop(at, piece)

    def _single(self, mark: Mark, closes_next: bool, quiet: bool) -> None:
        at = self._find(Family.SINGLE)
        on_top = at is not None and at + 1 == len(self.stack)
        if mark.role is Role.OPEN:
            self._push(mark)
        elif mark.role is Role.ELISION:
            led_in = quiet or (mark.char in "’`" and bool(self.stack))
            if at is None and led_in and closes_next:
                self._push(mark)
        elif mark.role is Role.WEAK_CLOSE:
            if at is not None and on_top and not closes_next:
                self._pop(at, mark.span)
        elif mark.role is Role.CLOSE and at is not None:
            self._pop(at, mark.span)
        elif mark.role is Role.CLOSE:
            self._fault(MarkFault.UNOPENED, mark)
        elif at is not None and on_top:
            self._pop(at, mark.span)

    def _angled(self, mark: Mark) -> None:
        at = self._find(mark.family)
        if at is not None and self.stack[at].mark.char == _REVERSED[mark.char]:
            self._pop(at, mark.span)
        elif mark.role is not Role.CLOSE:
            self._push(mark)
        elif mark.sure:
            self._fault(MarkFault.UNOPENED, mark)

    def _find(self, family: Family) -> int | None:
        """Return the stack index of the innermost open mark of `family` in this element."""
        places, elements = self.places[family], self.places[Family.ELEMENT]
        if not places or (elements and elements[-1] > places[-1]):
            return None
        return places[-1]

    def _push(self, mark: Mark) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and top.cut is None and top.mark.char == mark.char:
            top.cut = mark.span.start
        self.places[mark.family].append(len(self.stack))
        self.stack.append(_Open(mark))
        self.pushed.append(mark)

    def leading(self) -> list[Mark]:
        """Return the opening marks that the block begins with."""
        found: list[Mark] = []
        at = self.block.start
        for mark in self.pushed:
            if self.text[at : mark.span.start].strip():
                break
            found.append(mark)
            at = mark.span.end
        return found

    def _pop(self, at: int, closing: Span) -> None:
        """Close the open mark at stack index `at`; what is open inside it stays unclosed."""
        while len(self.stack) > at + 1:
            self.abandon(self._take(), closing.start)
        mark = self._take().mark
        span = Span(mark.span.start, closing.end)
        inner = Span(mark.span.end, closing.start)
        self.found.append(Quotation(span, inner, mark.char, 1, self.index))

    def _take(self) -> _Open:
        entry = self.stack.pop()
        self.places[entry.mark.family].pop()
        return entry

    def abandon(self, entry: _Open, limit: int) -> None:
        """Give up waiting for the partner of `entry`, which must come before `limit`."""
        if entry.mark.sure:
            self._fault(MarkFault.UNCLOSED, entry.mark)
            end = self._last_quoted(entry.mark, limit if entry.cut is None else entry.cut)
            self.leave_open(entry, end)

    def _last_quoted(self, mark: Mark, limit: int) -> int:
        """Return where the words after an unclosed mark cease to be quoted, by all appearance.

        That is behind a mark of the wrong kind that can only close, or before who speaks.
        """
        start = mark.span.end
        near = min(limit, start + _READ_ON)
        if mark.family is Family.SINGLE:
            after = bisect_right(self.unopened, start)
            wrong = self.unopened[after] if after < len(self.unopened) else None
            wrong = wrong if wrong is not None and wrong <= limit else None
        else:
            close = single_close(self.text, Span(start, near))
            wrong = close.end if close is not None else None
        if wrong is not None:
            return wrong
        speaker = _SPEAKER.search(self.text, start, near)
        if speaker is not None:
            return speaker.end()
        before = self.text[max(0, mark.span.start - 3) : mark.span.start].rstrip()
        goes_on = self.text[start : start + 1].islower() and before[-1:].isalpha()
        # Words that go on from the writer's own seldom last beyond the sentence that they end.
        stop = _STOP.search(self.text, start, near) if goes_on else None
        return stop.start() + 1 if stop is not None else limit

    def leave_open(self, entry: _Open, limit: int, *, continues: bool = False) -> None:
        """Keep a quotation without closing mark that ends before `limit`."""
        start = entry.mark.span.end
        end = max(start, limit)
        self.unclosed.append(
            Quotation(
                Span(entry.mark.span.start, end),
                Span(start, end),
                entry.mark.char,
                1,
                self.index,
                closed=False,
                continues=continues,
            )
        )

    def _fault(self, fault: MarkFault, mark: Mark) -> None:
        self.faults.append(FaultyMark(fault, mark.span, self.index))
        if fault is MarkFault.UNOPENED:
            self.unopened.append(mark.span.end)


def _read_block(article: Article, index: int, inlines: Sequence[Inline]) -> _BlockReader:
    block = article.blocks[index].span
    marks = find_marks(article.text, block, [i.span for i in inlines if i.kind in _UNREAD])
    elements = [i.span for i in inlines if i.kind is InlineKind.QUOTE and len(i.span) > 0]
    reader = _BlockReader(article.text, index, block)
    if marks or elements:
        reader.read(marks, elements)
    return reader


def _inlines_by_block(article: Article) -> list[list[Inline]]:
    """Return for each block the inlines that lie in it."""
    found: list[list[Inline]] = [[] for _ in article.blocks]
    starts = [block.span.start for block in article.blocks]
    for inline in article.inlines:
        index = bisect_right(starts, inline.span.start) - 1
        if index >= 0 and article.blocks[index].span.covers(inline.span):
            found[index].append(inline)
    return found


def _outlook(marks: Sequence[Mark]) -> list[bool]:
    """Return for each mark whether the next single mark that is clear closes."""
    found: list[bool] = []
    closes = False
    for mark in reversed(marks):
        found.append(closes)
        if mark.family is Family.SINGLE:
            if mark.role is Role.OPEN:
                closes = False
            elif mark.role in (Role.CLOSE, Role.SOFT_CLOSE):
                closes = True
    return found[::-1]


def _settle(article: Article, reader: _BlockReader, readers: Sequence[_BlockReader]) -> None:
    """Decide what becomes of the quotations still open at the end of a block."""
    waiting = [e for e in reader.stack if e.mark.sure and e.mark.family is not Family.ELEMENT]
    following = _next_paragraph(article, reader.index) if waiting else None
    reopened = readers[following].leading() if following is not None else []
    goes_on = True
    for depth, entry in enumerate(waiting):
        goes_on = (
            goes_on
            and entry.cut is None
            and depth < len(reopened)
            and reopened[depth].family is entry.mark.family
        )
        if goes_on and following is not None:
            reader.leave_open(entry, reader.block.end, continues=True)
            readers[following].continuations.add(reopened[depth].span.start)
        else:
            reader.abandon(entry, reader.block.end)
    unclosed = (_stripped(article.text, q) for q in fitted(reader.found, reader.unclosed))
    reader.found = [
        replace(q, continuation=True) if q.span.start in reader.continuations else q
        for q in (*reader.found, *unclosed)
    ]


def _stripped(text: str, unclosed: Quotation) -> Quotation:
    """Return the quotation without white space at its end."""
    start, end = unclosed.inner.start, unclosed.inner.end
    end = start + len(text[start:end].rstrip())
    return replace(unclosed, span=Span(unclosed.span.start, end), inner=Span(start, end))


def _next_paragraph(article: Article, index: int) -> int | None:
    """Return the index of the block in which a quotation open in block `index` may go on."""
    kind = article.blocks[index].kind
    if kind not in _GOES_ON:
        return None
    for i in range(index + 1, len(article.blocks)):
        if article.blocks[i].kind not in _ASIDE:
            return i if article.blocks[i].kind is kind else None
    return None


def _nested(found: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations of a block in text order, each with its depth."""
    ends: list[int] = []
    result: list[Quotation] = []
    for quotation in sorted(found, key=lambda q: (q.span.start, -q.span.end)):
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        ends.append(quotation.span.end)
        result.append(replace(quotation, depth=len(ends)))
    return result
