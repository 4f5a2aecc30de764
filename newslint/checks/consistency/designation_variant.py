"""consistency.designation-variant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

# A short run of letters, a hyphen or space or nothing, two digits or more, then a variant.
_CODE = LazyRegex(
    r"(?<![\w-])(?P<letters>[A-Z][A-Za-z]{0,3})[-‑–]?(?P<digits>\d{2,4})"
    r"(?P<variant>[A-Z]{0,3}(?:-\d{1,4})?)s?(?!\w)"
)

_HYPHEN = LazyRegex(r"[-‑–]\d")


@dataclass(frozen=True, slots=True)
class _Use:
    text: str
    span: Span
    sentence: int


class DesignationVariant(Rule):
    """Write a type designation with the same digits every time.

    "X-47" in one paragraph and "X-74" in the next is nearly always a slip of the keys, and
    sends readers to the wrong aircraft, road or bill. Variants of one type (X-47, X-47B) and
    different types (X-47, X-48) are left alone, and so are two codes that stand in one
    sentence or are each used more than once: their writer means both.
    """

    id: str = "consistency.designation-variant"
    message: str = (
        "“%s” here, “%s” elsewhere: the digits have changed places. Check which is meant."
    )
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"sentences"})
    about_words: ClassVar = True
    examples: ClassVar = (
        Example(
            "The old Kv-47 glider crashed on Monday. Three were aboard.\n\n"
            "The [[Kv-74B]] was built in 1961."
        ),
        Example("Route B125 was shut. Rain fell. Lorries were sent round by the [[B152]]."),
        Example("The Kv-47 landed. Two more [[Kv47s]] are on lease."),
        Example("A Kv-47 landed. Later a Kv-47B took off, and a Kv-47-200 was seen."),
        Example("The Kv-47 flies low. The Kv-48 flies high."),
        Example("The Kv-47 and the Kv-74 are different types, the museum said."),
        Example("The Kv-47 came. The Kv-74 left. The Kv-47 came back. The Kv-74 did not."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the less used of two codes with transposed digits."""
        uses: dict[tuple[str, str], list[_Use]] = defaultdict(list)
        for index, sentence in enumerate(reading.sentences):
            for match in _CODE.finditer(sentence.span.cut(reading.text)):
                key = (match["letters"].casefold(), match["digits"])
                place = Span(*match.span()).shifted(sentence.span.start)
                uses[key].append(_Use(match[0], place, index))
        alike: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for letters, digits in uses:
            alike[letters, *sorted(digits)].append((letters, digits))
        for first, second in (pair for keys in alike.values() for pair in combinations(keys, 2)):
            problem = self._compare(uses[first], uses[second])
            if problem is not None and _transposed(first[1], second[1]):
                yield problem
        for group in uses.values():
            yield from self._hyphens(group)

    def _hyphens(self, group: list[_Use]) -> Iterator[Problem]:
        """Yield one problem where a code is written with and without its hyphen."""
        ways: dict[bool, list[_Use]] = defaultdict(list)
        for use in group:
            ways[bool(_HYPHEN.search(use.text))].append(use)
        if len(ways) < 2:
            return
        odd, usual = sorted(ways.values(), key=lambda us: (len(us), -us[0].span.start))
        if len(odd) > 1 or {u.sentence for u in odd} & {u.sentence for u in usual}:
            return
        yield self.problem(
            odd[0].span,
            message=f"“{odd[0].text}” here, “{usual[0].text}” elsewhere: write it one way.",
            related=(Related(usual[0].span, f"“{usual[0].text}” here"),),
            at_most=Severity.SUGGESTION,
        )

    def _compare(self, first: list[_Use], second: list[_Use]) -> Problem | None:
        if min(len(first), len(second)) > 1:
            return None
        if {u.sentence for u in first} & {u.sentence for u in second}:
            return None
        odd, usual = (first, second) if len(first) < len(second) else (second, first)
        return self.problem(
            odd[0].span,
            odd[0].text,
            usual[0].text,
            related=(Related(usual[0].span, f"“{usual[0].text}” here"),),
        )


def _transposed(one: str, other: str) -> bool:
    """Return whether two neighbouring digits have changed places, and nothing else."""
    if len(one) != len(other) or one == other:
        return False
    differ = [i for i in range(len(one)) if one[i] != other[i]]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and one[differ[0]] == other[differ[1]]
        and one[differ[1]] == other[differ[0]]
    )
