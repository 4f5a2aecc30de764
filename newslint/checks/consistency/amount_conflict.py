"""consistency.amount-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._facts.clauses import speak_apart
from newslint.checks._facts.overlap import Said, numbers_said_twice
from newslint.checks._facts.slots import Slot, slots
from newslint.checks._facts.told import Fact, conflicts
from newslint.checks._facts.told_currency import sums_in_two_currencies
from newslint.checks._facts.told_people import people_told
from newslint.checks._facts.told_things import things_told
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class AmountConflict(Rule):
    """Give one length of time, one sum or one share for one thing.

    "The repairs will take six weeks" and "the repairs will take three months" leave the
    reader to choose. Compared are sentences in which the same subject does the same, in the
    same tense, with an amount of the same kind; where they name different dates or places,
    or different sources say so, both may be right.
    """

    id: str = "consistency.amount-conflict"
    message: str = "“%s” here, “%s” elsewhere: make them agree, or explain."
    severity: Severity = Severity.SUGGESTION  # an editor kept none of 8

    needs: ClassVar = frozenset({"names", "quotations", "sentences", "attributions", "date"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example(
            "The repairs will take six weeks.\n\nTraders wait. The repairs will take"
            " [[three months]]."
        ),
        Example("Sales fell by 12 percent. It rained.\n\nSales fell by [[21 percent]]."),
        Example("The pool holds 600 people.\n\nIt is old. The pool holds [[450]]."),
        Example("The repairs will take six weeks. The inquiry will take three months."),
        Example("Sales fell by 12 percent in May. Sales fell by 21 percent in June."),
        Example("The fee is £1 if you walk.\n\nIt is old. The fee is £3 if you ride."),
        Example("Beck was jailed for four years. Lind was jailed for six years."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each later amount that differs from the first of its kind."""
        done: set[int] = set()
        facts = (*things_told(reading), *people_told(reading))
        pairs: list[tuple[Slot | Said | Fact, Slot | Said | Fact]] = [
            *_in_same_words(reading),
            *numbers_said_twice(reading),
            *conflicts(reading, facts),
            *sums_in_two_currencies(reading),
        ]
        for later, first in sorted(pairs, key=lambda pair: pair[0].span):
            if later.span.start in done or speak_apart(reading, first.word, later.word):
                continue
            done.add(later.span.start)
            here, there = (" ".join(s.span.cut(reading.text).split()) for s in (later, first))
            yield self.problem(
                later.span, here, there, related=(Related(first.span, f"“{there}” here"),)
            )


def _in_same_words(reading: Reading) -> Iterator[tuple[Slot, Slot]]:
    """Yield the first amount of each kind that differs from an earlier one, and that one."""
    told: dict[tuple[str, ...], list[Slot]] = {}
    for slot in slots(reading):
        told.setdefault(slot.key, []).append(slot)
    for group in told.values():
        for at, later in enumerate(group):
            rivals = [s for s in group[:at] if _alike(s, later)]
            if rivals and not any(s.value == later.value for s in rivals):
                yield later, rivals[0]
                break


def _is_conditional(slot: Slot) -> bool:
    """Return whether the amount holds only in a case: "the fee is £1 if you walk"."""
    verb = slot.verb
    if any(c.lower == "would" for c in verb.children) and any(
        w.lower in ("if", "were") for c in verb.children for w in c.subtree
    ):
        return True
    return any(
        child.dep == "advcl" and any(c.lower in ("if", "unless", "when") for c in child.children)
        for child in slot.verb.children
    )


def _alike(one: Slot, other: Slot) -> bool:
    """Return whether two amounts are of one kind, and nothing says that they are of two things."""
    # A bare number may count whatever the same verb counts elsewhere.
    kinds = {one.what, other.what}
    if len(kinds) > 1 and "number" not in kinds:
        return False
    if kinds & {"time", "percent"} and "number" in kinds:
        return False
    if _is_conditional(one) or _is_conditional(other):
        return False
    if one.verb is other.verb or (one.block, one.verb.sentence) == (
        other.block,
        other.verb.sentence,
    ):
        return False
    if one.about != other.about and ((one.about and other.about) or kinds != {"time"}):
        return False
    if not (one.extras <= other.extras or other.extras <= one.extras):
        return False
    return one.ties <= other.ties or other.ties <= one.ties
