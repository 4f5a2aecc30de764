"""Every sentence of a story with its figures, and what does not follow from them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks._facts.told import Place, places
from newslint.checks._sums.worked_change import changes_wrong
from newslint.checks._sums.worked_figures import Sum, sums
from newslint.checks._sums.worked_out import worked_out
from newslint.checks._sums.worked_percent import percents_worked_out
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import has_digit
from newslint.reading import Reading
from newslint.span import Span

_WORDY = LazyRegex(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|third|quarter|half)\b"
)


def worked_out_wrong(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each figure that does not follow from those it is worked out from, and why.

    Quotations are read too; the caller leaves out what is not the writer's own.
    """
    before: list[tuple[Place, list[Sum]]] = []
    for place in places(reading):
        if not has_digit(place.text) and not _WORDY.search(place.text):
            continue
        here = list(sums(place.text))
        near = [b for b in before[-2:] if place.sentence.block - b[0].sentence.block <= 1]
        start = place.sentence.span.start
        for span, message in (
            *worked_out(place, here, near),
            *percents_worked_out(place, here, near),
            *changes_wrong(place, here, near),
        ):
            yield span.shifted(start), message
        if reading.blocks[place.sentence.block].is_body:
            before.append((place, here))
