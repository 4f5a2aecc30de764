"""language.mixed-spelling."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import ClassVar, Literal

from newslint.checks import _standards as standards
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.finding import Edit, Fix, Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span
from newslint.vocabulary import load

Side = Literal["us", "uk"]
_NAME: dict[Side, str] = {"us": "American", "uk": "British"}
_WORD = LazyRegex(r"(?<![\w’'-])[a-z]{4,24}(?![\w’'])")


class MixedSpelling(Rule):
    """Keep to British or to American spelling within one article.

    A reader who meets "colour" and then "favorite" notices the spelling, not the story. The
    rarer kind is reported; set `prefer` to `us` or `uk` to hold every article to one.
    Quotations and names keep their own spelling.
    """

    id: str = "language.mixed-spelling"
    message: str = "“%s” is %s spelling, the rest of the article is %s: write “%s”."
    severity: Severity = Severity.SUGGESTION
    prefer: Literal["us", "uk"] | None = None

    needs: ClassVar = frozenset({"quotations"})
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "unsafe"
    about_words: ClassVar = True
    examples: ClassVar = (
        Example(
            "The colour of the harbour wall changed. A [[neighbor]] painted it.",
            fixed="The colour of the harbour wall changed. A neighbour painted it.",
        ),
        Example(
            "She traveled north in a gray van. The [[tyres]] were flat.",
            fixed="She traveled north in a gray van. The tires were flat.",
        ),
        Example(
            "The [[harbor]] froze over.",
            fixed="The harbour froze over.",
            options=(("prefer", "uk"),),
        ),
        Example("The colour of the harbour wall changed. A neighbour painted it."),
        Example('The harbour wall is grey. "My favorite color," said the American visitor.'),
        Example("The harbour wall is grey. It was painted by the Center for Labor Relations."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each word spelt the other way than most."""
        found: dict[Side, list[tuple[Span, str, str]]] = {"us": [], "uk": []}
        for block in reading.blocks:
            if not (block.is_body or block.key is None):
                continue
            for match in _WORD.finditer(block.span.cut(reading.text)):
                known = _spelling(match[0])
                if known is None:
                    continue
                place = Span(*match.span()).shifted(block.span.start)
                if is_writers_own(reading, place):
                    found[known[0]].append((place, match[0], known[1]))
        odd = self._odd(found)
        usual: Side = "uk" if odd == "us" else "us"
        if odd is None:
            return
        other = found[usual][0][0] if found[usual] else None
        for place, word, right in found[odd]:
            held = f"“{word}” is {_NAME[odd]} spelling, the house writes {_NAME[usual]}: “{right}”."
            related = () if other is None else (Related(other, f"{_NAME[usual]} here"),)
            yield self.problem(
                place,
                word,
                _NAME[odd],
                _NAME[usual],
                right,
                message=held if self.prefer else None,
                fix=Fix((Edit(place, right),)),
                related=related,
            )

    def _odd(self, found: dict[Side, list[tuple[Span, str, str]]]) -> Side | None:
        """Return the spelling to report: not the preferred, or else the rarer one."""
        if self.prefer is not None:
            return "us" if self.prefer == "uk" else "uk"
        if not found["us"] or not found["uk"]:
            return None
        return "us" if len(found["us"]) <= len(found["uk"]) else "uk"


@lru_cache(maxsize=20_000)
def _spelling(word: str) -> tuple[Side, str] | None:
    """Return which spelling `word` has, and the word in the other one."""
    known = _pairs()
    if word in vocabulary("spelling", "common"):
        return None
    if word in known:
        return known[word]
    for length in range(len(word), 3, -1):
        stem = known.get(word[:length] + "~")
        if stem is not None:
            return stem[0], stem[1] + word[length:]
    return None


@cache
def _pairs() -> dict[str, tuple[Side, str]]:
    """Return what each word, or stem with a `~` after it, tells: its side, and its pair."""
    data = load(PACKAGE, "vocabularies/spelling.yml")
    pairs = data["pairs"] if isinstance(data, dict) else []
    found: dict[str, tuple[Side, str]] = {}
    sides: tuple[tuple[Side, Side], ...] = (("us", "uk"), ("uk", "us"))
    for pair in pairs if isinstance(pairs, list) else []:
        if not isinstance(pair, dict):
            continue
        for side, opposite in sides:
            if pair.get("clear", side) == side:
                found[str(pair[side])] = (side, str(pair[opposite]).removesuffix("~"))
    return found
