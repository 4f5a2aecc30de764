"""secondhand.vague-outlet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabularies
from newslint.checks._sourcing.any_outlets import outlets_that_tell
from newslint.checks._sourcing.anybodys import anybodys_outlets
from newslint.checks._sourcing.hearsay import is_linked_here, reports_of_nobody, things_going_round
from newslint.checks._sourcing.outlet_sayings import (
    quoted_outlets,
    telling_outlets,
    unsigned_letters,
)
from newslint.checks._sourcing.sources import outlet_credits
from newslint.checks._sourcing.unnamed_outlets import (
    is_named_next,
    is_sort,
    outlet_sources,
    unnamed_outlets,
)
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NEAR = 60  # characters before the words in which the name may stand that they explain
_FOLLOWS_NAME = LazyRegex(r"[A-Z][\w*_’”\"]*, $")
_NAMES_FOLLOW = LazyRegex(r",? (?:including|like|such as|among them) (?:the )?[*_“\"]{0,2}[A-Z]")
# "a Lindow tabloid": what stands before the sort is where it is.
_ONE_OF_A_PLACE = LazyRegex(
    r"(?:[Aa]n?|[Aa]nother|[Oo]ne) [A-Z]\w+ [a-z]+(?: [a-z]+)?"
    r"|(?:if |as )?the [A-Z]\w+ (?:media|newspapers|papers|press|tabloids) [a-z ]+"
)
_PLACES = frozenset({"DATE", "FAC", "GPE", "LOC", "NORP"})
_NO_NAMES = (
    ("secondhand", "platforms"),
    ("secondhand", "of_press"),
    ("secondhand", "of_news"),
    ("secondhand", "sorts"),
)
_UNSIGNED = "Nobody signs “%s”: name the writer, or say why not."


class VagueOutlet(Rule):
    """Name the outlet that reported it.

    A reader can look up a named newspaper or broadcaster and judge it. “Local media” could be
    anyone, and hides whether several outlets found it out or all repeat one. So does a post or a
    video that is only said to be “circulating”.
    """

    id: str = "secondhand.vague-outlet"
    message: str = "“%s”: which? Name the outlet or the account that said so, and link to it."
    severity: Severity = Severity.WARNING

    standards: ClassVar[tuple[str, ...]] = (
        standards.WASHINGTON_POST,
        standards.AP,
        standards.WIKINEWS,
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions", "names"})
    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[Unconfirmed reports]] speak of a deal."),
        Example("The mayor had resigned, according to [[media reports]]."),
        Example("[[Local media]] reported that the ferry had run aground."),
        Example("[[Several newspapers]] said the deal was off."),
        Example("The plan was revealed by [[a newspaper]] in Lindow."),
        Example("[[A video circulating]] since Monday shows the ferry at noon."),
        Example("According to [[posts]] in a street group, the ferry was sold a year ago."),
        Example("Local media [reported](https://chart.example/a) that the ferry was sold."),
        Example("Local media, among them the Lindow Chart, reported that the ferry was sold."),
        Example("Reports by three engineers were read out. The police report was not."),
        Example("According to posts by Ana Ruiz, the ferry was sold. She sent two messages."),
        Example("A video posted by Ana Ruiz shows the ferry, and so does one on the mayor's page."),
        Example("The mayor spoke to local media on Monday. Some websites have long addresses."),
        Example("The plan was printed by a newspaper called the Lindow Chart, and in a book."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield what is taken from outlets and accounts that could be anybody's."""
        taken = list(unsigned_letters(reading))
        for span in tuple(taken):
            yield self.problem(span, message=_UNSIGNED % _words(reading, span))
        for span in _nameless(reading):
            if is_linked_here(reading, span) or _is_named(reading, span):
                continue
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield self.problem(span, _words(reading, span))


def _nameless(reading: Reading) -> Iterator[Span]:
    """Yield outlets, reports and posts without a name, set phrases first."""
    yield from quoted_outlets(reading)
    yield from things_going_round(reading)
    yield from reports_of_nobody(reading)
    yield from outlets_that_tell(reading)
    yield from anybodys_outlets(reading)
    yield from unnamed_outlets(reading)
    yield from telling_outlets(reading)
    yield from outlet_sources(reading)
    for credit in outlet_credits(reading):
        if is_sort(reading, credit.span) and not is_named_next(reading, credit.span):
            yield credit.span


def _is_named(reading: Reading, span: Span) -> bool:
    """Return whether a name stands in the words, or is explained by them: the Argus, a magazine."""
    phrase = span.cut(reading.text).startswith(("as ", "if ", "or "))
    if not phrase and _FOLLOWS_NAME.search(reading.text, max(span.start - _NEAR, 0), span.start):
        return True
    if _NAMES_FOLLOW.match(reading.text, span.end):
        return True
    sentence = reading.sentence_at(span.start)
    if sentence is None:
        return False
    words = span.cut(reading.text)
    if words[:1].isupper() and " " not in words and span.start > sentence.span.start:
        return True
    first = reading.parses[sentence.block].at(span.start)
    if first is not None and first.entity == "GPE" and span.start > sentence.span.start:
        return True  # New York magazine
    known = vocabularies(*_NO_NAMES)
    if _ONE_OF_A_PLACE.fullmatch(words):
        return False
    return any(
        word.tag.startswith("NNP")
        and word.start > sentence.span.start
        and word.text[:1].isupper()
        and word.entity not in _PLACES
        and word.lower not in known
        for word in reading.parses[sentence.block].within(span)
    )


def _words(reading: Reading, span: Span) -> str:
    return " ".join(span.cut(reading.text).split())
