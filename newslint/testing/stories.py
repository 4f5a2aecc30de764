"""Whole stories in which the findings are marked: `a [[thing]]{rule-id} like this`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newslint.engine.examine import lint
from newslint.finding import Finding
from newslint.lines import Lines
from newslint.markup.options import DEFAULTS, MarkupOptions
from newslint.markup.read import parse_article
from newslint.reading import Analyser, Reading
from newslint.rule import Rule
from newslint.span import Span
from newslint.testing.differences import Mark, differences

_NAME = r"[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*"
# What is marked may run over lines, but holds no marks of its own.
_MARK = re.compile(
    rf"\[\[(?P<text>(?:(?!\[\[|\]\]).)+)\]\]\{{(?P<rules>{_NAME}(?:,\s?{_NAME}){{0,9}})\}}",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class MarkedStory:
    """A story without its marks, and what they say: each place with the rule that finds it.

    `lines` gives for each rule the line of the marked file in which it is named first.
    """

    path: str
    source: str
    marks: tuple[Mark, ...]
    lines: tuple[tuple[str, int], ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that the marks name."""
        return tuple(rule for rule, _ in self.lines)


def read_marked(text: str, path: str) -> MarkedStory:
    """Return the story in a text with marks such as `[[words]]{group.rule, group.other}`.

    Square brackets without a rule behind them belong to the story.
    """
    plain: list[str] = []
    marks: list[Mark] = []
    named: dict[str, int] = {}
    places = Lines(text)
    length = last = 0
    for match in _MARK.finditer(text):
        before = text[last : match.start()]
        start = length + len(before)
        length = start + len(match["text"])
        plain += (before, match["text"])
        last = match.end()
        for rule in match["rules"].split(","):
            marks.append((Span(start, length), rule.strip()))
            named.setdefault(rule.strip(), places.position(match.start()).line)
    plain.append(text[last:])
    return MarkedStory(path, "".join(plain), tuple(sorted(marks)), tuple(named.items()))


def tell(
    story: MarkedStory,
    rules: Sequence[Rule],
    analyser: Analyser,
    *,
    known: Iterable[str] = (),
    options: MarkupOptions = DEFAULTS,
) -> list[str]:
    """Return how what `rules` find in a story differs from its marks, as lines.

    `known` are the ids of all rules there are, `options` say how the story is read.

    Raises:
        Unavailable: if a rule lacks something it needs.
        NewslintError: if a rule fails.
    """
    article = parse_article(story.source, story.path, options=options)
    findings: list[Finding] = lint(Reading(article, analyser), rules, known=tuple(known))
    return differences(story.source, story.marks, findings, named=True)
