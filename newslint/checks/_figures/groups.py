"""How many are meant by "all four" and "both", beside those that the story has just counted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from newslint.checks._figures.lines import Line, whole_numbers
from newslint.checks._sums.worked_figures import count
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_SMALL = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"
# All four left; all three of them; both begin in June; a singular noun would count off
_ALL = LazyRegex(
    rf"(?:^|[.;,:—]\s|\band\s|\bbut\s|\bwhile\s)(?P<whole>[Aa]ll\s(?P<n>{_SMALL})(?:\sof\s(?:them|whom))?)"
    r"(?=\s(?P<next>[a-z]+)|[,.])"
)
_BOTH = LazyRegex(
    r"(?:^|[.;]\s)(?P<whole>Both(?:\sof\sthem)?)(?=\s(?P<next>[a-z]+))|,\s(?P<whole2>both\sof\swhom)\b"
)
_VERBS = LazyRegex(
    r"(?:are|were|is|was|will|would|have|had|has|did|do|can|could|may|must|should|got|went|came|left"
    r"|said|say|denied|deny|admit|pleaded|survived|died|live[ds]?|work(?:ed)?|escaped|remain(?:ed)?"
    r"|appeared|[a-z]{2,}ed|[a-z]{2,}(?<![su])s|begin|began|start|play|took|take|won|lost|ran|sank|flew|fell|met|spoke|face)$"
)
_AN = LazyRegex(
    r"(?:,\s|\sand\s|\splus\s)(?P<an>(?:an?|one|her|his|their)\s)(?!(?:half|third|quarter|few|lot|number|further|total|spokes)\b)(?:[a-z-]+\s){0,2}?[a-z-]+"
)
_LIST = LazyRegex(
    r"(?P<list>(?:[A-Z][\w’'.-]+(?:\s(?:de|van|der|von|al|bin|of|the)\b)*(?:\s[A-Z][\w’'.-]+){0,3}"
    r"(?:\s\([^()]{1,30}\)|,\s\d{1,2})?)"
    r"(?:,\s[A-Z][\w’'.-]+(?:\s(?:de|van|der|von|al|bin|of|the)\b)*(?:\s[A-Z][\w’'.-]+){0,3}(?:,\s\d{1,2})?){0,8}"
    r",?\sand\s(?:[A-Z][\w’'.-]+(?:\s(?:de|van|der|von|al|bin|of|the)\b)*(?:\s[A-Z][\w’'.-]+){0,3}))"
)
_SIZES = range(2, 21)
_OFF = 2  # by how much a slip of the pen is off


def groups_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each "all four" that takes up a group of another size, and why."""
    if "ll " not in line.text and "oth" not in line.text:
        return
    for match in (*_ALL.finditer(line.text), *_BOTH.finditer(line.text)):
        group = "whole" if match["whole"] else "whole2"
        told = count(match["n"]) if "n" in match.re.groupindex else 2
        following = match["next"]
        if told is None or (following is not None and not _VERBS.match(following)):
            continue
        sizes = _sizes_before(line, match.start(group))
        if not sizes or told in sizes:
            continue
        nearest = sizes[-1]
        if abs(nearest - told) <= _OFF:
            yield Span(*match.span(group)), f"{nearest} were counted just before: check the number."


def _sizes_before(line: Line, end: int) -> list[int]:
    """Return how many may be meant, of those counted and named before a place."""
    texts = [(line.text[:end], [f for f in line.figures if f.span.end <= end])]
    texts += [(near.text, list(near.figures)) for near in reversed(line.before[-2:])]
    found: list[int] = []
    named: list[int] = []
    for text, figures in texts:
        counts = [int(f.value) for f in whole_numbers(figures) if int(f.value) in _SIZES]
        ones = len(_AN.findall(text))
        sums = [sum(some) for many in range(2, min(len(counts), 5) + 1)
                for some in itertools.combinations(counts, many)]  # fmt: skip
        more = [c + n for c in (*counts, *sums) for n in range(1, ones + 1)]
        less = [abs(a - b) for a, b in itertools.combinations(counts, 2)]
        listed = [_names(m["list"]) for m in _LIST.finditer(text)]
        found = [*sums, *more, *less, *listed, *counts[::-1], *found]
        named += counts + listed
    # of one sentence what is counted outright; sums and lists only explain
    outright = [n for n in (*named[::-1],) if n in _SIZES]
    return [*found, *outright] if len(set(outright)) == 1 else []


def _names(written: str) -> int:
    return len(re.split(r",\s(?:and\s)?(?!\d)|\sand\s", written))
