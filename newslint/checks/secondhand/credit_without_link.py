"""Credit to another outlet that readers cannot follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._sources import outlet_credits
from newslint.checks._support import in_text
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_DATED = re.compile(r",? (?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9})\b")


class CreditWithoutLink(Rule):
    """Link to the report that you credit.

    Naming the outlet is fair to it; the link is fair to the reader, who can see what was
    reported and on what grounds. One link to an outlet is enough for a story,
    if it stands no later than the paragraph of the first credit. Plain text
    holds no links, but its address can be written out; set `plain_text` to false for copy
    that gets its links later.
    """

    id: str = "secondhand.credit-without-link"
    message: str = "%s is credited without a link to its report."
    severity: Severity = Severity.WARNING
    plain_text: bool = True  # whether to report plain text files
    own_names: tuple[str, ...] = ()  # names of one's own outlet

    examples: ClassVar[tuple[Example, ...]] = (
        Example("The bridge will close in May, [[Reuters]] reported."),
        Example("The bridge will close in May, according to the [[BBC]]."),
        Example("The bridge will close in May, Reuters [reported](https://reuters.example/a)."),
        Example(
            "Reuters [reported](https://reuters.example/a) the plan. The bridge will close in "
            "May, according to Reuters."
        ),
        Example(
            "The bridge will close in May, Ines Falk said.\n\n"
            '"Bridge to close, says keeper" — Daily Telegraph, May 3, 2019',
        ),
        Example(
            "The bridge will close in May, Reuters reported.",
            path="example.txt",
            options=(("plain_text", False),),
        ),
        Example(
            "The bridge will close in May, Reuters reported.",
            options=(("own_names", ("Reuters",)),),
        ),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WASHINGTON_POST, standards.WIKINEWS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first credit to each outlet that is linked nowhere."""
        if reading.article.format == "text" and not self.plain_text:
            return
        own = {name.lower() for name in self.own_names}
        seen: set[str] = set()
        for credit in outlet_credits(reading):
            key = credit.name.lower().removeprefix("the ")
            if key in seen or key in own or reading.quotations.touches(credit.span):
                continue
            if _is_listed(reading, credit.span):
                continue
            seen.add(key)
            if not _is_linked(reading, key, credit.span):
                yield self.problem(credit.span, credit.name)


def _is_listed(reading: Reading, name: Span) -> bool:
    """Return whether the outlet stands in a list of sources: "Title" — Gazette, May 3."""
    before = reading.text[: name.start].rstrip()
    return before[-1:] in {"—", "–"} and _DATED.match(reading.text, name.end) is not None


def _is_linked(reading: Reading, name: str, credit: Span) -> bool:
    """Return whether a link stands in any sentence that names the outlet, not too late.

    A link further down than the credit's own paragraph comes too late for the reader who
    meets the credit. A placeholder counts: it is reported for itself.
    """
    address = "".join(c for c in name if c.isalnum())
    sentence = reading.sentence_at(credit.start)
    end = len(reading.text) if sentence is None else reading.blocks[sentence.block].span.end
    for link in reading.article.links:
        sentence = reading.sentence_at(link.text.start)
        in_reach = link.text.start < end
        if sentence is not None and in_text([name], sentence.span.cut(reading.text)):
            if in_reach:
                return True
        elif address in "".join(c for c in link.url.lower() if c.isalnum()):
            return True
    return False
