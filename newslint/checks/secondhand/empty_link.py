"""Links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._support import is_placeholder
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class EmptyLink(Rule):
    """Give every link an address.

    A link promises readers that they can see for themselves. An address that was never
    filled in breaks the promise, and takes the credit from whoever was meant to be linked.
    """

    id: str = "secondhand.empty-link"
    message: str = "This link leads nowhere: give its address, or drop it."
    severity: Severity = Severity.WARNING

    exact: ClassVar[str] = "the address is empty or no address"
    examples: ClassVar[tuple[Example, ...]] = (
        Example("The herald [*[[reported]]*](#) the fire on Tuesday."),
        Example('<p>The herald <a href="">[[reported]]</a> the fire.</p>', path="example.html"),
        Example("The herald [reported](https://herald.example/fire) the fire on Tuesday."),
        Example("The table [below](#table) lists every fire."),
    )
    standards: ClassVar[tuple[str, ...]] = (standards.WASHINGTON_POST,)

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the text of links without an address, or the whole link if it has no text."""
        article = reading.article
        for link in article.links:
            if is_placeholder(link.url):
                text = article.source_map.to_source(link.text) if len(link.text) else link.span
                yield self.problem(text if len(text) else link.span, in_source=True)
