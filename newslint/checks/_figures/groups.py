"""How many are meant by "all four" and "both", beside those that the story has just counted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from newslint.checks._figures.lines import Line, measured, whole_numbers
from newslint.checks._sums.worked_figures import Sum, count, shown
from newslint.language.lazy_regex import LazyRegex
from newslint.span import Span

_SMALL = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"
# All four left; all three of them; both begin in June; a singular noun would count off
_ALL = LazyRegex(
    rf"(?:^|[.;,:—]\s|\band\s|\bbut\s|\bwhile\s)(?P<whole>[Aa]ll\s(?P<n>{_SMALL})(?:\sof\s(?:them|whom))?)"
    r"(?=\s(?P<next>[a-z]+)|[,.])"
)
_THE = LazyRegex(
    rf"(?:^|[.]\s)(?P<whole>The\s(?P<n>{_SMALL}))(?=\s(?P<next>were|are|have|had|will|all|both|was)\b)"
)
_BOTH = LazyRegex(
    r"(?:^|[.;]\s)(?P<whole>Both(?:\sof\sthem)?)(?=\s(?P<next>[a-z]+))|,\s(?P<whole2>both\sof\swhom)\b"
)
_VERBS = LazyRegex(
    r"(?:are|were|is|was|will|would|have|had|has|did|do|can|could|may|must|should|got|went|came|left"
    r"|said|say|denied|deny|admit|pleaded|survived|died|live[ds]?|work(?:ed)?|escaped|remain(?:ed)?"
    r"|appeared|[a-z]{2,}ed|[a-z]{2,}(?<![su])s|begin|began|start|play|took|take|won|lost|ran|sank|flew|fell|met|spoke|face|found|told|knew|grew|drew|saw|heard|felt|held|kept|sat|stood|sent|wore|fled|hid|slept|swam|drove|rode|woke|pulled|put|brought|bought|built|caught|taught|thought|chose|broke|wrote|gave|made|paid|lay|lie|belong|come|go|own|run|want|need)$"
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
_LISTED = 45  # characters between "two boats" and "and a raft"
_SIZES = range(2, 31)
_OFF, _MANY = 2, 8  # a slip of the pen is off by one, or by two of many


def groups_wrong(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield each "all four" that takes up a group of another size, and why."""
    if not any(word in line.text for word in ("ll ", "oth", "The ")):
        return
    for match in (*_THE.finditer(line.text), *_ALL.finditer(line.text), *_BOTH.finditer(line.text)):
        group = "whole" if match["whole"] else "whole2"
        told = count(match["n"]) if "n" in match.re.groupindex else 2
        following = match["next"]
        if told is None or (following not in (None, "all") and not _VERBS.match(following)):
            continue
        sizes, explained = _before(line, match.start(group))
        if not sizes or told in explained:
            continue
        off = min(abs(size - told) for size in sizes)
        if off == 1 or (off == _OFF and told > _MANY):
            nearest = min(sizes, key=lambda size: abs(size - told))
            yield Span(*match.span(group)), f"{nearest} were told just before: check the number."


def _before(line: Line, end: int) -> tuple[list[int], set[int]]:
    """Return the groups told in the nearest sentence that has any, and all that may be meant."""
    texts = [(line.text[:end], [f for f in line.figures if f.span.end <= end])]
    texts += [(text, list(measured(text))) for text in _last_sentences(line)]
    known = {text for text, _ in texts}
    nearer = [near for near in reversed(line.before) if near.text not in known]
    texts += [(near.text, list(near.figures)) for near in nearer]
    nearest: list[int] = []
    explained: set[int] = set()
    counted: list[int] = []
    for text, figures in texts:
        found, sums = _groups(text, figures)
        if not nearest and not (found and not sums and _more_names(text)):
            nearest = [*sums, *found]
        if _apposed(text, figures):
            more = len(_AN.findall(text))
            explained |= {size + one for size in found for one in range(1, more + 1)}
        explained |= {*sums, *found}
        counted += found
    counted = list(dict.fromkeys(counted))[:10]
    explained |= {a + b for a, b in itertools.combinations(counted, 2)}
    explained |= {abs(a - b) for a, b in itertools.combinations(counted, 2)}
    explained |= {a + b + c for a, b, c in itertools.combinations(counted, 3)}
    return [size for size in nearest if size in _SIZES], explained


def _last_sentences(line: Line) -> list[str]:
    """Return the one or two sentences before, the last first, whether or not they have figures."""
    place = line.place
    before = [
        s for s in place.reading.sentences
        if s.span.end <= place.sentence.span.start
        and place.sentence.block - s.block <= 1 and place.reading.blocks[s.block].is_body
    ]  # fmt: skip
    return [s.span.cut(place.reading.text) for s in before[-2:][::-1]]


def _groups(text: str, figures: Sequence[Sum]) -> tuple[list[int], list[int]]:
    """Return what a sentence counts and lists by name, and what its counts make together."""
    counts = [int(f.value) for f in whole_numbers(figures) if 1 <= f.value <= _SIZES[-1]]
    ends = [f.span.end for f in whole_numbers(figures)]
    ones = sum(
        any(0 < m.start() - end < _LISTED for end in ends) and "," not in m[0]
        for m in _AN.finditer(text)
    )
    sums = [
        sum(some)
        for many in range(2, min(len(counts), 5) + 1)
        for some in itertools.combinations(counts[:8], many)
    ]
    sums += [c + n for c in (*counts, *sums) for n in range(1, ones + 1)]
    return [*counts, *(_names(m["list"]) for m in _LIST.finditer(text))], sums


def _apposed(text: str, figures: Sequence[Sum]) -> bool:
    """Return whether one more may be told beside those counted: "two men, a nurse"."""
    ends = [f.span.end for f in whole_numbers(figures)]
    found = [m.start() for m in _AN.finditer(text) if m[0].startswith(",")]
    return any(0 < start - end < _LISTED for start in found for end in ends)


def _more_names(text: str) -> bool:
    """Return whether a sentence names others beside those of its only list."""
    listed = [m["list"] for m in _LIST.finditer(text)]
    if not listed:
        return False
    rest = text
    for one in listed:
        rest = rest.replace(one, "")
    return len(re.findall(r"(?<=[a-z,;] )[A-Z][a-z]+(?:\s[A-Z][\w’'.-]+)+", rest)) > 0


def _names(written: str) -> int:
    return len(re.split(r",\s(?:and\s)?(?!\d)|\sand\s", written))


_LISTED_NAMES = LazyRegex(
    r"(?P<noun>(?:\s[a-z][\w-]*){1,3})(?P<joint>,\s(?:in\s|at\s|of\s|to\s)?|:\s|\s[–—]\s|\s(?:are|were)\s)"
)
_LIST_ENDS = LazyRegex(
    r"\s?(?:[.;:]|$|[–—])|,\s(?:will|have|has|are|were|lose|close|had|would|all|said"
    r"|as|where|which|while|who|with)\b"
)


def names_miscounted(line: Line) -> Iterator[tuple[Span, str]]:
    """Yield the names of "four churches, in Marl, Tow, Eddle, Pinford and Cray"."""
    for number in whole_numbers(line.figures):
        opens = _LISTED_NAMES.match(line.text, number.span.end)
        lead = line.text[max(0, number.span.start - 14) : number.span.start]
        known = re.search(r"\b[Tt]he\s$", lead) is not None  # "the two winners, ..."
        if opens is None or not 3 - known <= number.value <= 12 or not number.exact:
            continue
        listed = _LIST.match(line.text, opens.end())
        if listed is None:
            continue
        ends = _LIST_ENDS.match(line.text, listed.end())
        if ends is None and not (known and re.match(r",\s[a-z]", line.text[listed.end() :])):
            continue
        if re.search(r"\b(?:of|other|first|last|between|than)\s(?:the\s|its\s)?$", lead):
            continue
        if re.search(r"\b(?:including|among|such)\b|\d", opens["noun"] + listed[0]):
            continue
        count_of = _names(listed["list"])
        least = 2 if known or opens["joint"] == ": " else 3
        if abs(count_of - number.value) == 1 and count_of >= least:
            yield (
                Span(listed.start("list"), listed.end("list") - listed["list"].endswith(".")),
                f"{shown(number.value)} were announced, {count_of} are named: check the list.",
            )
