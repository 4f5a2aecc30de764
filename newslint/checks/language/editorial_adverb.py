"""Adverbs by which the writer comments on the news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from newslint.checks._phrases import vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._wording.loaded import is_newsrooms, judged_spans
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class EditorialAdverb(Rule):
    """Leave out adverbs that tell the reader what to think.

    "Unfortunately" and "shamefully" carry a judgement that no source made. News copy reports
    what was done; the reader decides what to make of it. Adverbs that only weigh what
    follows, such as "notably", are suggestions. What a source says, and an account told with
    "I" or "we", are left alone.
    """

    id: str = "language.editorial-adverb"
    message: str = "“%s” is the writer's comment: leave it out, or give the fact that shows it."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"attributions"})
    reach: ClassVar = "block"
    about_words: ClassVar = True
    genres_off: ClassVar = frozenset(
        {"opinion", "fiction", "satire", "review", "blog", "interview"}
    )
    standards: ClassVar = (
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Editorializing",
        "https://www.ipso.co.uk/editors-code-of-practice/",
    )
    examples: ClassVar = (
        Example("The ministry has [[quietly]] removed the figures from its website."),
        Example("[[Unfortunately]], the bridge will not open before May."),
        Example("The guards [[successfully]] repelled the intruders."),
        Example("The board [[rightly]] blamed nobody. Not [[surprisingly]], the fares rose."),
        Example("[[Notably]], the bridge has no lamps. The mill has [[clearly]] failed."),
        Example("She closed the door quietly and sat down."),
        Example("Ironically, I moved to the harbour after I had left the boats."),
        Example("The pump starts safely and predictably, whatever the weather."),
        Example("The engine runs more quietly than the old one, tests in Brenholt found."),
        Example("Unfortunately, the bridge will not open before May, said Ada Quill."),
        Example("“Sadly, we lost the archive,” Ms Quill said."),
        Example("The lamp could be clearly seen. She spoke clearly of the mill."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield adverbs that comment in the newsroom's own voice."""
        if speaks_in_first_person(reading):
            return
        sought = [(p, sure) for p, sure in _patterns() if p.may_be_in(reading.text)]
        for block, within in judged_spans(reading):
            for pattern, sure in sought:
                for match in pattern.finditer(reading.text, within.start, within.end):
                    span = Span(*match.span(match.lastgroup or 0))
                    if is_newsrooms(reading, block, span):
                        least = None if sure else Severity.SUGGESTION
                        yield self.problem(span, span.cut(reading.text), at_most=least)


@cache
def _patterns() -> tuple[tuple[LazyRegex, bool], ...]:
    """Return what to look for, and whether it is sure to be a comment."""

    def words(name: str) -> str:
        return "|".join(sorted(vocabulary("loaded", "adverbs", name)))

    deeds = rf"(?= (?:{words('done_quietly')})\w*)"
    ignoring = re.IGNORECASE
    return (
        (LazyRegex(rf"(?<!more )(?<!and )\b(?:{words('sentence')})\b(?=,)", ignoring), True),
        (LazyRegex(rf"(?<!more )\b(?:{words('weighing')})\b(?=,)", ignoring), False),
        (LazyRegex(rf"\bquietly{deeds}", ignoring), True),
        (LazyRegex(rf"\b(?:{words('before_verb')})\b(?= (?:{words('judged_verbs')})\w*)"), True),
        (LazyRegex(r"\bsuccessfully(?= (?:repell|repuls|foil|thwart|fend)ed\b)"), True),
        (
            LazyRegex(
                r"\b(?:(?:has|have|had) (?P<had>clearly|obviously|plainly)(?= (?:\w+ed|lost|won)\b)"
                r"|(?:is|are|was|were) (?P<was>clearly|obviously|plainly)"
                r"(?= (?:not|a|an|the|no|\w{3,}ing)\b))"
            ),
            False,
        ),
    )
