"""consistency.number-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._figures import Count, counts, particulars
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_LIGHT = frozenset({"get", "have", "include", "make", "need", "see", "take", "use", "want", "win"})
_LOOSE = frozenset(
    {"another", "other", "more", "first", "last", "next", "least", "most", "than", "every", "each",
     "about", "around", "nearly", "almost", "some", "further", "additional", "up", "only", "of"}
)  # fmt: skip


class NumberConflict(Rule):
    """Count the same thing the same way throughout.

    "Three jets landed" above and "four jets landed" below cannot both stand unless the story
    explains it. Only the same noun with the same verb and the same particulars is compared,
    and only where no word such as "other", "more" or "at least" makes room for both.
    """

    id: str = "consistency.number-conflict"
    message: str = "“%s %s” here, “%s” elsewhere: make the numbers agree, or explain."
    severity: Severity = Severity.WARNING

    status: ClassVar = "preview"
    needs: ClassVar = frozenset({"names", "quotations"})
    examples: ClassVar = (
        Example(
            "Three boats sank in the bay.\n\nThe harbour was closed after [[four]] boats sank."
        ),
        Example("The mill cut 40 jobs. Talks failed. The union said the mill had cut [[60]] jobs."),
        Example("Three boats sank on Monday.\n\nFour boats sank on Tuesday."),
        Example("Three boats sank in the bay. Two other boats sank at sea."),
        Example("Three boats sank. Four barges sank. Three boats were raised."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each later count that differs from the first of its kind."""
        first: dict[tuple[str, ...], Count] = {}
        for index, _ in prose(reading):
            for count in counts(reading, index):
                key = _key(count)
                if key is None or not is_writers_own(reading, count.span):
                    continue
                other = first.setdefault(key, count)
                if other.value == count.value or _apart(other, count):
                    continue
                mine, theirs = (c.span.cut(reading.text) for c in (count, other))
                related = (Related(other.span, f"“{theirs}” here"),)
                yield self.problem(count.span, mine, count.noun.text, theirs, related=related)


def _key(count: Count) -> tuple[str, ...] | None:
    """Return what is counted and what it does; None where the count is open or unclear."""
    noun = count.noun
    if noun.dep not in _ARGUMENTS or noun.head.pos != "VERB" or noun.head.lemma in _LIGHT:
        return None
    around = [*count.number.children, *noun.children]
    if (
        count.is_open
        or any(t.lower in _LOOSE for t in around)
        or any(c.dep == "neg" for c in noun.head.children)
    ):
        return None
    role = "patient" if noun.dep in ("nsubjpass", "dobj") else "agent"
    return (noun.lemma, noun.head.lemma, role, *sorted(particulars(noun)))


def _apart(one: Count, other: Count) -> bool:
    """Return whether the two are tied to different dates, places or agents."""
    mine, theirs = _ties(one), _ties(other)
    return bool(mine and theirs and not mine & theirs)


def _ties(count: Count) -> set[str]:
    verb = count.noun.head
    return {t.lemma for t in verb.subtree if t.entity in ("DATE", "TIME", "GPE", "LOC", "FAC")}
