"""consistency.number-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._facts.clauses import act_of, speak_apart, thing_of
from newslint.checks._facts.counted_twice import counted_apart, counted_back
from newslint.checks._facts.deals_told import deals_told
from newslint.checks._facts.definite import wrong_references
from newslint.checks._facts.figures import Count, counts, particulars
from newslint.checks._facts.reached import is_reached
from newslint.checks._facts.taken_up import bare_numbers
from newslint.checks._facts.tellings import Telling, tellings
from newslint.checks._facts.terms_told import terms_told
from newslint.checks._facts.told import conflicts
from newslint.checks._facts.told_digits import swapped_digits
from newslint.checks._facts.told_scores import scores_told
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Related, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_LIGHT = frozenset({"get", "have", "include", "make", "need", "see", "take", "use", "want", "win"})
_LOOSE = frozenset(
    {"another", "other", "more", "first", "last", "next", "least", "most", "than", "every", "each",
     "about", "around", "nearly", "almost", "some", "further", "additional", "up", "only", "of"}
)  # fmt: skip


_WHERE_AND_WHEN = frozenset({"DATE", "GPE", "LOC", "FAC", "EVENT"})
_SUFFERED = frozenset({"die", "perish", "drown"})
_TOTALS = ("count", "total")


class NumberConflict(Rule):
    """Count the same thing the same way throughout.

    "Three jets landed" above and "four jets landed" below cannot both stand unless the story
    explains it. Compared are counts of one noun with one verb, where no word such as "other",
    "more" or "at least" makes room for both; prices and sizes of "the" same thing; totals;
    votes; and the year in which something was built, founded or opened.
    """

    id: str = "consistency.number-conflict"
    message: str = "“%s” here, “%s” elsewhere: make the numbers agree, or explain."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences", "attributions"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example(
            "Three boats sank in the bay.\n\nThe harbour was closed after [[four boats]] sank."
        ),
        Example("The mill cut 40 jobs. The union said the mill had cut [[60 jobs]]."),
        Example("The work will cost £6 million.\n\nThe [[£8 million work]] will begin in May."),
        Example("The hall was built in 1984. It is dry.\n\nThe hall was built in [[1974]]."),
        Example("The crew made 118 rescues.\n\nIt rained. They saved [[fewer than 100 people]]."),
        Example("Two huts were open. It rained.\n\nWalkers slept in [[all three of them]]."),
        Example(
            "Ivo Lind was sentenced to two years in jail.\n\nIt rained. [[His three-year sentence]]"
            " begins on Monday."
        ),
        Example("The gang took a total of 500 phones. It took [[5,000 phones]] in all."),
        Example("Three boats sank on Monday.\n\nFour boats sank on Tuesday."),
        Example("Three boats sank in the bay. Two other boats sank at sea."),
        Example("Three boats sank. Four barges sank. Three boats were raised."),
        Example("The work will cost £6 million.\n\nThe £8 million loan will pay for it."),
        Example("The hall was built in 1984. The annexe of the hall was built in 1994."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each later number that differs from the first of its kind."""
        marked: list[Span] = []
        referring = (
            self._at(reading, odd, usual)
            for odd, usual in (
                *wrong_references(reading),
                *counted_back(reading),
                *counted_apart(reading),
                *bare_numbers(reading),
                *terms_told(reading),
            )
            if not is_reached(reading, odd)
        )
        scores = (
            self._at(reading, later.span, first.span)
            for later, first in (
                *conflicts(reading, scores_told(reading)),
                *conflicts(reading, deals_told(reading)),
                *swapped_digits(reading),
            )
        )
        for problem in (
            *self._told_twice(reading),
            *self._counted_twice(reading),
            *referring,
            *scores,
        ):
            if not any(span.overlaps(problem.span) for span in marked):
                marked.append(problem.span)
                yield problem

    def _counted_twice(self, reading: Reading) -> Iterator[Problem]:
        first: dict[tuple[str, ...], Count] = {}
        for index, _ in prose(reading):
            for count in counts(reading, index):
                key = _key(count)
                if key is None or not is_writers_own(reading, count.span):
                    continue
                other = first.setdefault(key, count)
                if other.value == count.value or _apart(other, count):
                    continue
                if not _is_told_of_another(reading, other, count, index):
                    yield self._at(reading, _with_noun(count), _with_noun(other))

    def _told_twice(self, reading: Reading) -> Iterator[Problem]:
        groups: dict[tuple[str, ...], list[Telling]] = {}
        for telling in tellings(reading):
            groups.setdefault(telling.key, []).append(telling)
        for key, group in groups.items():
            if key[0] == "count":
                if key[:2] == _TOTALS:
                    yield from self._totals(reading, group, groups.get(("count", "plain", key[2])))
                continue
            values = {t.value for t in group}
            if len(values) == 2:
                odd = next(t for t in group if t.value != group[0].value)
                mine, theirs = (reading.parses[t.block].at(t.span.start) for t in (odd, group[0]))
                if mine is None or theirs is None or speak_apart(reading, mine, theirs):
                    continue
                if reading.sentence_at(odd.span.start) == reading.sentence_at(group[0].span.start):
                    continue  # 84 pictures, 31 of them by one and 12 by another
                yield self._at(reading, odd.span, group[0].span)

    def _totals(
        self, reading: Reading, totals: list[Telling], plain: list[Telling] | None
    ) -> Iterator[Problem]:
        """Yield totals that differ, or that stand against the only other count of their kind."""
        values = {t.value for t in totals}
        if len(values) > 1:
            odd = next(t for t in totals if t.value != totals[0].value)
            yield self._at(reading, odd.span, totals[0].span)
            return
        places = {t.span for t in totals}
        others = [t for t in plain or () if t.span not in places]
        if others and len({t.value for t in others}) == 1 and others[0].value not in values:
            odd, usual = sorted((totals[0], others[0]), key=lambda t: t.span)[::-1]
            if odd.block != usual.block:
                yield self._at(reading, odd.span, usual.span)

    def _at(self, reading: Reading, odd: Span, usual: Span) -> Problem:
        here, there = (" ".join(s.cut(reading.text).split()) for s in (odd, usual))
        return self.problem(odd, here, there, related=(Related(usual, f"“{there}” here"),))


def _with_noun(count: Count) -> Span:
    return Span(count.span.start, max(count.span.end, count.noun.end))


def _key(count: Count) -> tuple[str, ...] | None:
    """Return what is counted and what it does; None where the count is open or unclear."""
    noun = count.noun
    by = noun.head if noun.dep == "pobj" and noun.head.dep == "agent" else None
    verb = noun.head if by is None else by.head
    if (noun.dep not in _ARGUMENTS and by is None) or verb.pos != "VERB" or verb.lemma in _LIGHT:
        return None
    around = [*count.number.children, *noun.children]
    if (
        count.is_open
        or any(t.lower in _LOOSE for t in around)
        or any(c.dep == "neg" for c in verb.children)
    ):
        return None
    patient = noun.dep in ("nsubjpass", "dobj") or verb.lemma in _SUFFERED
    role = "patient" if patient else "agent"
    return (thing_of(noun), act_of(verb), role, *sorted(particulars(noun)))


def _apart(one: Count, other: Count) -> bool:
    """Return whether the two are tied to different dates, places or agents."""
    mine, theirs = _ties(one), _ties(other)
    return bool(mine and theirs and not mine & theirs)


def _is_told_of_another(reading: Reading, first: Count, later: Count, block: int) -> bool:
    """Return whether two counts stand in one sentence, or the later names another time or place.

    Another is one that neither the sentence of the first nor the opening of the story names.
    """
    sentences = [reading.sentence_at(c.span.start) for c in (first, later)]
    if None in sentences or sentences[0] == sentences[1]:
        return True
    if reading.text[max(0, later.span.start - 1) : later.span.start] == "-":
        return True
    opening = [i for i, b in enumerate(reading.blocks) if b.is_body][:2]
    known = {t.lower for i in opening for t in reading.parses[i]}
    known |= {t.lower for p in reading.parses for t in p if _inside(t, sentences[0])}
    return any(
        t.entity in _WHERE_AND_WHEN and t.pos in ("PROPN", "NUM") and t.lower not in known
        for t in reading.parses[block]
        if _inside(t, sentences[1])
    )


def _inside(token: Token, sentence: Sentence | None) -> bool:
    return sentence is not None and sentence.span.covers(token.span)


def _ties(count: Count) -> set[str]:
    verb = count.noun.head
    named = {t.lemma for t in verb.subtree if t.entity in ("DATE", "TIME", "GPE", "LOC", "FAC")}
    at = (c for c in verb.children if c.lower == "at")
    return named | {p.lemma for c in at for p in c.children}
