"""consistency.age-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks._days.ages import Age, ages, same_person
from newslint.checks._days.ages_taken_up import ages_taken_up
from newslint.checks._days.born_beside import ages_beside_births
from newslint.checks._days.lives import wrong_ages
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUMMARY})
_BESIDE = 50  # characters before an age in which a relative's name stands
_RELATIVE = LazyRegex(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:[a-z]+ )?(?:brother|sister|father|mother|son|daughter|wife"
    r"|husband|cousin|uncle"
    r"|aunt|grand\w+|widow|twin),? (?:[A-Z][\w’'-]+ ?){1,3}(?:, |\()$"
)
_KIN = LazyRegex(
    r"\b(?:brother|sister|father|mother|son|daughter|wife|husband|cousin|uncle|aunt|friend|widow|grand\w+)\b",
    re.IGNORECASE,
)


class AgeConflict(Rule):
    """Give a person one age.

    Ages are copied from notes and court lists, and a slip makes two people of one. Compared
    are the ages of one named person, of "the boy" or "the 69-year-old" where the story has
    one, of headline and story, and of a year of birth with the age that goes with it; so is
    what a person of that age cannot have lived through, or have done for so long.
    """

    id: str = "consistency.age-conflict"
    message: str = "“%s” here, “%s” elsewhere, of the same person: check the age."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences", "date"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example("Nadia Holm, 34, was hurt. It rained.\n\nHolm, [[36]], has worked here for years."),
        Example("A 10-year-old boy was saved.\n\nThe boy, aged [[11]], is in hospital."),
        Example(
            "Ada Orr was born in 1935 in a hut. It rained. She joined in 1952, [[at 21]], and sang."
        ),
        Example("Ada Orr, 34, was born in [[1980]] in a hut.", date="2026-05-04"),
        Example(
            "Ada Orr, 88, said it was as hot in the summer of [[1934]], when she slept outside.",
            date="2026-05-04",
        ),
        Example("Ada Orr, 30, has taught in the school for [[28 years]].", date="2026-05-04"),
        Example(
            "Ada Orr, 79, put money in in 2017, [[when she was 74]].",
            date="2026-05-04",
        ),
        Example("Ada Orr, 39, first came as a student [[in 1994]].", date="2026-05-04"),
        Example("Ada Orr, 39, was jailed. It rained. Ada Orr wept. The [[36-year-old]] had lied."),
        Example("A man in his sixties was killed. The [[57-year-old]] was driving home."),
        Example("Tom Orr, 43, was freed. Orr, [[who turns 40 next month]], was glad."),
        Example("Bo Ash was 17 when he joined in 2019. Now [[31]], he runs it.", date="2026-05-04"),
        Example("Tom Orr, 39, was freed. Orr, who turns 40 next month, was glad."),
        Example("Bo Ash was 17 when he joined in 2019. Now 24, he runs it.", date="2026-05-04"),
        Example("Ada Orr, 79, put money in in 2017, when she was 70.", date="2026-05-04"),
        Example("Ada Orr, 39, first came as a student in 2008.", date="2026-05-04"),
        Example("Ada Orr, 34, was born in 1991 in a hut.", date="2026-05-04"),
        Example("Nadia Holm, 34, and her sister Ada Holm, 36, ran the mill."),
        Example("A 10-year-old boy and an 11-year-old boy were hurt. The boy, 11, is at home."),
        Example("A 26-year-old man shared a picture of the dead 3-year-old Syrian boy."),
        Example("Nadia Holm, 34, left. In 2010 Holm, then 19, had won a prize."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each later age that differs from the first of its person."""
        told = ages(reading)
        marked: set[int] = set()
        for odd, usual in (*_named(told), *_kinds(reading, told)):
            if odd.span.start in marked or _is_kins(reading, odd.span):
                continue
            marked.add(odd.span.start)
            here, there = (a.span.cut(reading.text) for a in (odd, usual))
            yield self.problem(
                odd.span, here, there, related=(Related(usual.span, f"“{there}” here"),)
            )
        for where, usual_at in ages_taken_up(reading):
            if where.start not in marked:
                marked.add(where.start)
                here, there = where.cut(reading.text), usual_at.cut(reading.text)
                related = (Related(usual_at, f"“{there}” here"),)
                yield self.problem(where, here, there, related=related)
        today = reading.date.date if reading.date is not None else None
        for where, why, year in ages_beside_births(reading, today):
            marked.add(where.start)
            related = (Related(year, "the year of birth here"),)
            yield self.problem(where, message=why, related=related)
        for wrong in wrong_ages(reading, today):
            if wrong.span.start not in marked:
                marked.add(wrong.span.start)
                related = (Related(wrong.usual, "the age or the year here"),)
                yield self.problem(wrong.span, message=wrong.message, related=related)


def _is_kins(reading: Reading, age: Span) -> bool:
    """Return whether the age is a relative's, of the same surname: her father, Bo Orr, 67."""
    before = reading.text[max(0, age.start - _BESIDE) : age.start]
    return _RELATIVE.search(before) is not None


def _named(told: Sequence[Age]) -> Iterator[tuple[Age, Age]]:
    people = [a for a in told if a.who and " " in a.who]
    surnames = [p.split()[-1] for p in {a.who for a in people}]
    for at, later in enumerate(told):
        if not later.who or later.new:
            continue
        if " " not in later.who and surnames.count(later.who) > 1:
            continue
        if later.who == "one" or later.who in _KIND_WORDS:
            continue
        rivals = [a for a in told[:at] if same_person(a.who, later.who) and not a.new]
        if rivals and all(a.years != later.years for a in rivals):
            yield later, rivals[0]


def _kinds(reading: Reading, told: Sequence[Age]) -> Iterator[tuple[Age, Age]]:
    """Yield what is said of "the boy" or "the 69-year-old" against the only one there is."""
    for at, later in enumerate(told):
        if later.new:
            continue
        if later.who == "":
            before = [a for a in told[:at] if reading.blocks[a.block].is_body]
            if len({a.years for a in before}) == 1 and before[0].years != later.years:
                yield later, before[0]
        elif " " not in later.who and later.who in _KIND_WORDS:
            before = [a for a in told[:at] if a.who == later.who]
            if len({a.years for a in before}) == 1 and before[0].years != later.years:
                yield later, before[0]
    heads = [a for a in told if reading.blocks[a.block].kind in _HEADS]
    body = [a for a in told if a.block not in {h.block for h in heads}]
    one_each = len({a.years for a in heads}) == len({a.years for a in body}) == 1
    story = " ".join(b.span.cut(reading.text) for b in reading.blocks if b.is_body)
    if one_each and re.search(rf"\b{heads[0].years}\b", story):
        return
    if one_each and heads[0].years != body[0].years:
        yield body[0], heads[0]


_KIND_WORDS = frozenset(
    [
        "boy",
        "girl",
        "man",
        "woman",
        "teenager",
        "youth",
        "baby",
        "toddler",
        "child",
        "pensioner",
        "driver",
        "cyclist",
        "motorcyclist",
        "passenger",
        "pedestrian",
        "victim",
        "suspect",
        "defendant",
        "student",
        "pupil",
    ]
)
