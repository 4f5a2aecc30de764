"""What a figure comes to once it has changed by a share: £8, "up by a tenth, to £9.80"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from newslint.checks._figures.lines import FRACTION, Line, is_share
from newslint.checks._figures.share_words import share_of, shares_in
from newslint.checks._sums.worked_figures import Sum, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_BY = LazyRegex(
    r"\b(?:(?P<up>rises?|rose|risen|increases?|increased|go(?:es)?\sup|went\sup|up|grows?|grew|grown|climb(?:s|ed)?"
    r"|jump(?:s|ed)?|raised?)|(?P<down>falls?|fell|fallen|drop(?:s|ped)?|declined?|down|cut|reduced?|lowered|shrank|slipped))"
    r"\s(?:by\s)?(?:an?\s)?$"
)
_TO = LazyRegex(r",?\sto\s(?:just\s|only\s)?$")
_OTHERS = LazyRegex(
    r"\b(?:each|per(?!\scent)|of\swhich|respectively|while|from|points?|more|another|further)\b"
)
_SLACK = Fraction(1, 50)
_LEAST = 4  # figures below this are told in words of any exactness


def changed_to_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each "to" figure that is not what the change told makes of the one before it.

    There is one other figure of its unit before, in the sentence or the one before it in the
    paragraph. Spans count from the start of the sentence.
    """
    if " to " not in line.text:
        return
    for match in shares_in(line.text):
        by = _BY.search(line.text, max(0, match.start() - 20), match.start())
        share = share_of(match) if by is not None and not match["hedge"] else None
        if by is None or share is None or match["most"]:
            continue
        new = next((f for f in line.figures if f.span.start >= match.end()), None)
        if new is None or not _TO.fullmatch(line.text[match.end() : new.span.start]):
            continue
        old = _old(line, new, match.start())
        if old is None or _OTHERS.search(line.text):
            continue
        if ";" in line.text[: match.start()]:
            continue  # what stands before is of another thing
        part = (share.low + share.high) / 2
        real = old.value * (1 + part if by["up"] is not None else 1 - part)
        far = not real / 2 < new.value < 2 * real  # of another thing
        if (
            not far
            and new.value > _LEAST
            and abs(real - new.value) > max(_SLACK * real, Fraction(1, 2))
        ):
            yield (
                Span(new.span.start, new.span.end),
                f"That makes {shown(real)}: check the figures.",
            )


def _old(line: Line, new: Sum, end: int) -> Sum | None:
    """Return the one figure of the same unit before the change."""
    figures = [f for f in line.figures if f.span.end <= end]
    if not any(f.unit == new.unit for f in figures) and line.before:
        earlier = line.before[-1]
        figures = list(earlier.figures) if earlier.block == line.block else []
    same = [
        f
        for f in figures
        if f.unit == new.unit and f.exact and not is_share(f) and f.unit != FRACTION
    ]
    return same[0] if len(same) == 1 and new.exact and new.unit != "percent" else None
