"""structure.generic-byline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._bylines import find_byline, generic_part
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class GenericByline(Rule):
    """Put a person's name in the byline, not "Staff" or "Admin".

    A collective byline tells the reader nothing about who did the reporting. What a content
    system fills in by itself ("admin") or what names nobody ("Staff Reporter") is a warning; a
    group with the house's name ("Harbour Post Staff") is a suggestion, for some houses have
    reasons to protect their writers. List the bylines your
    house does accept in `allowed`.
    """

    id: str = "structure.generic-byline"
    message: str = "The byline “%s” names nobody: give the writer's name."
    severity: Severity = Severity.WARNING
    allowed: tuple[str, ...] = ()

    standards: ClassVar = ("https://thetrustproject.org/trust-indicators/",)
    examples: ClassVar = (
        Example("---\ntitle: Ferry strike ends\nauthor: [[admin]]\n---\n\nCrews are back at work."),
        Example(
            '---\ntitle: Ferry strike ends\nauthor: "[[Harbour Post Staff]]"\n---\n\nCrews met.'
        ),
        Example("# Ferry strike ends\n\nBy [[Staff Reporter]]\n\nThe crews went back to work."),
        Example(
            "---\ntitle: Ferry strike ends\nauthor: Rod Staffen\n---\n\nCrews are back at work."
        ),
        Example(
            "---\ntitle: Ferry strike ends\nauthor: Ada Lind, staff writer\n---\n\nCrews are back."
        ),
        Example(
            "---\ntitle: Ferry strike ends\nauthor: City Desk\n---\n\nCrews are back at work.",
            options=(("allowed", ("City Desk",)),),
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at a byline that stands for a group or a placeholder."""
        byline = find_byline(reading.article)
        if byline is None or byline.names.casefold() in {a.casefold() for a in self.allowed}:
            return
        kind = generic_part(byline.names)
        if kind is not None:
            limit = Severity.SUGGESTION if kind == "collective" else None
            yield self.problem(byline.span, byline.names, in_source=byline.in_source, at_most=limit)
