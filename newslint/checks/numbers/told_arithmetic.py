"""numbers.told-arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._facts.changes_told import changes_told
from newslint.checks._facts.counts_told import counts_told
from newslint.checks._facts.fractions_told import fractions_told
from newslint.checks._figures.story import figures_doubtful, figures_wrong
from newslint.checks._prose import is_writers_own
from newslint.checks._sums.partition import wrong_parts
from newslint.checks._sums.proportions import wrong_proportions
from newslint.checks._sums.sums_across import sums_across
from newslint.checks._sums.sums_rates import rates_wrong
from newslint.checks._sums.told_sums import wrong_sums
from newslint.checks._sums.working import worked_out_wrong
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class ToldArithmetic(Rule):
    """Do the sums that your readers will do.

    "Nine shops, of which five have shut, leaving six" and "of the 48 nests, 31, or 70 per cent"
    stop a reader who counts along. Reported are shares of a number given beside them, what is
    left of a number, years counted between two years, a majority that the vote does not give,
    and a percentage that does not go with the figures of another sentence. So are "doubled",
    "seven fewer than" and "above" beside two figures, "all four" after three, and parts of a
    sum told before; where any two figures near a place agree, nothing is said.
    """

    id: str = "numbers.told-arithmetic"
    message: str = "The figures do not add up: check them."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"sentences", "quotations", "parse"})
    standards: ClassVar = (
        "https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics",
    )
    exact: ClassVar[str] = "the sum is done again"
    examples: ClassVar = (
        Example("Of the 50 boats, [[20, or 60 per cent]], leaked."),
        Example("The firm [[bought nine shops in 2022 and has shut five, leaving six]]."),
        Example("The eggs were counted [[between 2019 and 2021, over six summers]]."),
        Example(
            "The board voted 9 to 6. It rained. The mayor was glad of [[winning by two votes]]."
        ),
        Example(
            "The pier costs £6 million. The state pays £4 million and the town the rest,"
            " [[£3 million]]."
        ),
        Example("It cut 20 of its 80 jobs. It rained. [[The remaining 50]] are safe."),
        Example("It was 41 degrees on Monday. That beat the mark of 39 by [[three degrees]]."),
        Example(
            "Six were asked to taste it. Four liked it, one did not and [[two]] would not say."
        ),
        Example("They asked 620 tenants; [[almost half, 38 per cent]], were in arrears."),
        Example("The board voted nine to six. [[All 14 members]] were in the room."),
        Example(
            "Sales fell to 52 tonnes in May from 56 tonnes in April, [[a drop of six tonnes]]."
        ),
        Example("Some 22,000 of the 80,000 huts have no stove, [[almost a third]]."),
        Example("On Sunday 19 of the 24 beds were in use, [[which left seven]] free."),
        Example("The rafts, two of oak and a larger one of ash, sailed. [[All four]] sank."),
        Example("The weir stood at 3.4 metres, [[above]] the 3.9 metres of the last flood."),
        Example("Shares in Norrey also gained, [[falling]] 2.4 per cent."),
        Example("Of the 50 boats, 30, or 60 per cent, leaked."),
        Example("On Sunday 19 of the 24 beds were in use, which left five free."),
        Example("The rafts, two of oak and a larger one of ash, sailed. All three sank."),
        Example("They asked 620 tenants; almost half, 46 per cent, were in arrears."),
        Example("Sales fell to 52 tonnes in May from 56 tonnes in April, a drop of four tonnes."),
        Example("It was 41 degrees on Monday. That beat the mark of 39 by two degrees."),
        Example("The firm bought nine shops in 2022 and has shut five, leaving four."),
        Example("The eggs were counted between 2019 and 2021, over three summers."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each sum that does not come out."""
        taken: list[Span] = []
        for span, message in (
            *wrong_sums(reading), *sums_across(reading), *rates_wrong(reading),
            *wrong_proportions(reading), *wrong_parts(reading), *worked_out_wrong(reading),
            *fractions_told(reading), *counts_told(reading), *changes_told(reading),
            *figures_wrong(reading),
        ):  # fmt: skip
            if is_writers_own(reading, span) and not any(span.overlaps(t) for t in taken):
                taken.append(span)
                yield self.problem(span, message=message)
        for span, message in figures_doubtful(reading):
            if is_writers_own(reading, span) and not any(span.overlaps(t) for t in taken):
                taken.append(span)
                yield self.problem(span, message=message, at_most=Severity.SUGGESTION)
