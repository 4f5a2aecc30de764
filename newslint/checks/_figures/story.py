"""Every sentence of a story with its figures, and those that others of them rule out."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks._figures.agreements import together_wrong, unanimous_votes, voters_miscounted
from newslint.checks._figures.change_told import change_told_wrong
from newslint.checks._figures.changed_to import changed_to_wrong
from newslint.checks._figures.changes import changes_wrong
from newslint.checks._figures.changes_behind import changes_behind
from newslint.checks._figures.comparisons import comparisons_wrong
from newslint.checks._figures.differences import differences_wrong
from newslint.checks._figures.groups import groups_wrong, names_miscounted
from newslint.checks._figures.headlines import heads_belied
from newslint.checks._figures.left_over import left_over_wrong
from newslint.checks._figures.lines import lines
from newslint.checks._figures.listed_parts import listed_wrong
from newslint.checks._figures.majorities import dissent_wrong, majorities_wrong
from newslint.checks._figures.margins_named import margins_misnamed
from newslint.checks._figures.multiples import doubled_wrong, folds_wrong, multiples_wrong
from newslint.checks._figures.parts_told import parts_belie_total
from newslint.checks._figures.products import products_wrong
from newslint.checks._figures.ranges import steps_and_ranges
from newslint.checks._figures.real_pay import real_pay_wrong
from newslint.checks._figures.recalled import recalled_wrong
from newslint.checks._figures.records import counts_of_them_wrong, record_wrong
from newslint.checks._figures.set_against import set_against
from newslint.checks._figures.shares import shares_across, shares_wrong
from newslint.checks._figures.split_up import split_wrong, sums_made_up
from newslint.checks._figures.told_after import told_after
from newslint.checks._figures.totals import (
    more_than_asked,
    part_too_large,
    sum_taken_up_wrong,
    taken_up_wrong,
    totals_wrong,
    two_parts_wrong,
)
from newslint.checks._figures.what_remains import remains_wrong
from newslint.checks._figures.worked_behind import worked_behind
from newslint.reading import Reading
from newslint.span import Span

_CHECKS = (
    shares_wrong, shares_across, changes_wrong, differences_wrong, multiples_wrong,
    left_over_wrong, names_miscounted, products_wrong, totals_wrong,
    two_parts_wrong, taken_up_wrong, part_too_large, more_than_asked, comparisons_wrong,
    sum_taken_up_wrong, counts_of_them_wrong, record_wrong,
    majorities_wrong, dissent_wrong, folds_wrong, together_wrong, split_wrong, set_against,
    told_after, listed_wrong, remains_wrong, change_told_wrong, changes_behind, worked_behind,
    changed_to_wrong,
)  # fmt: skip


def figures_wrong(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each figure that those near it rule out, and why. Needs `sentences`.

    Quotations are read too; the caller leaves out what is not the writer's own.
    """
    everything = list(lines(reading))
    for line in everything:
        start = line.place.sentence.span.start
        for check in _CHECKS:
            for span, message in check(line):
                yield span.shifted(start), message
        yield from doubled_wrong(line)
    yield from heads_belied(reading)
    yield from voters_miscounted(reading)
    yield from margins_misnamed(reading)
    yield from parts_belie_total(everything)
    yield from sums_made_up(everything)
    yield from steps_and_ranges(reading, everything)
    yield from real_pay_wrong(reading)
    yield from recalled_wrong(reading, everything)


def figures_doubtful(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each group and vote that others near it may rule out, and why. Needs `sentences`.

    "All three" may take up some that were not counted, and a vote may be another one.
    """
    for line in lines(reading):
        for span, message in groups_wrong(line):
            yield span.shifted(line.place.sentence.span.start), message
    yield from unanimous_votes(reading)
