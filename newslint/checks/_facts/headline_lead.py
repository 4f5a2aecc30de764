"""What a headline tells in one form and the lead in another: 3-2, and two goals to one."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks._facts.headline_counts import (
    counts_by_another_name,
    majorities,
    rough_numbers,
    slips_of_digits,
)
from newslint.checks._facts.headline_forms import ages_in, dates, lengths, parts_in, scores_in
from newslint.checks._facts.headline_pairs import Pairs, by_reader, heads_and_body
from newslint.reading import Reading
from newslint.span import Span

_LEAD = 3  # sentences of the story in which a headline is taken up
_READERS: tuple[Pairs, ...] = (
    lengths,
    dates,
    by_reader(scores_in),
    by_reader(ages_in),
    by_reader(parts_in),
    slips_of_digits,
    rough_numbers,
    majorities,
    counts_by_another_name,
)


def told_in_another_form(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield what a headline tells and the words of the lead that tell it otherwise.

    Lengths of time, results, dates to come, ages, shares, rough numbers, majorities, and counts
    of a thing by another name. What stands anywhere in the story as the headline has it is
    right. Needs `sentences`.
    """
    heads, body = heads_and_body(reading)
    for head in heads:
        for pairs in _READERS:
            yield from pairs(head, body[:_LEAD], body)
