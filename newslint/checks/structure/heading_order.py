"""structure.heading-order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from newslint.article import BlockKind
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class HeadingOrder(Rule):
    """Go down one level of heading at a time.

    Readers who listen, and every table of contents, take a heading two levels down for part
    of a section that is missing. The first subheading may start at any level.
    """

    id: str = "structure.heading-order"
    message: str = "This heading is of level %s under one of level %s: make it level %s."
    severity: Severity = Severity.SUGGESTION

    standards: ClassVar = ("https://www.w3.org/WAI/tutorials/page-structure/headings/",)
    exact: ClassVar[str] = "the levels of the headings are compared"
    examples: ClassVar = (
        Example("# Harvest\n\n## North\n\nRain fell.\n\n#### [[Barley]]\n\nIt was late.\n"),
        Example("<h1>Harvest</h1><h4>[[Barley]]</h4><p>It was late.</p>", path="example.html"),
        Example("## Boats\n\nFew.\n\n##### [[Nets]]\n\nFewer.\n"),
        Example("# Harvest\n\n## North\n\nRain fell.\n\n### Barley\n\nIt was late.\n\n## South\n"),
        Example("#### Harvest\n\nRain fell.\n\n#### Boats\n\nFew went out.\n"),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each heading that skips a level."""
        above = None
        for block in reading.blocks:
            if block.kind is BlockKind.HEADLINE and block.key is None:
                above = replace(block, level=1)
                continue
            if block.kind is not BlockKind.HEADING or not block.level:
                continue
            if above is not None and block.level > above.level + 1:
                wanted = above.level + 1
                yield self.problem(
                    block.span,
                    str(block.level),
                    str(above.level),
                    str(wanted),
                    related=(Related(above.span, "the heading it stands under"),),
                )
            above = block
