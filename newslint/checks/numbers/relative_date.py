"""numbers.relative-date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import body_words, is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.dates import DateKind, DateMention, find_dates
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

# What may stand before a weekday that is a habit or a name: "every Monday", "Good Friday".
_NO_DAY = LazyRegex(r"\b(?:every|each|most|any|on a|of a|[Bb]lack|[Gg]ood|Ash|Holy)\s$")


class RelativeDate(Rule):
    """Give the date, where nothing says when the article was written.

    "On Wednesday" and "last month" are clear on the day of print and riddles a year later.
    In an article that carries its own date they are fine; set `always` to have them reported
    there too. Each wording is reported once. Vague words ("recently") are not dates, and
    pieces shorter than `minimum_words` are left alone.
    """

    id: str = "numbers.relative-date"
    message: str = "“%s” counts from an unknown day, for the article has no date: give the date."
    severity: Severity = Severity.SUGGESTION
    always: bool = False
    minimum_words: int = 80

    needs: ClassVar = frozenset({"date", "quotations"})
    standards: ClassVar = (
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Dates_and_numbers",
    )
    examples: ClassVar = (
        Example("The mill caught fire on [[Wednesday]].", options=(("minimum_words", 5),)),
        Example(
            "The mill closed [[last month]]. It caught fire [[yesterday]], on a dry day.",
            options=(("minimum_words", 5),),
        ),
        Example(
            "The mill caught fire on [[Wednesday]].",
            date="2031-03-04",
            options=(("always", True), ("minimum_words", 5)),
        ),
        Example(
            "The mill caught fire on Wednesday.",
            date="2031-03-04",
            options=(("minimum_words", 5),),
        ),
        Example(
            "The mill grinds every Wednesday. It was built on 4 March 1911.",
            options=(("minimum_words", 5),),
        ),
        Example("The mill caught fire on Wednesday."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the first use of each relative date."""
        dated = reading.date is not None
        if (dated and not self.always) or body_words(reading.article) < self.minimum_words:
            return
        seen: set[str] = set()
        for _, block in prose(reading):
            for mention in find_dates(block.span.cut(reading.text), block.span.start):
                words = " ".join(mention.span.cut(reading.text).split())
                if words.lower() in seen or not _is_relative(reading, mention):
                    continue
                seen.add(words.lower())
                if dated:
                    message = f"“{words}” is clear today and not in a year: give the date."
                    yield self.problem(mention.span, message=message, at_most=Severity.SUGGESTION)
                else:
                    yield self.problem(mention.span, words)


def _is_relative(reading: Reading, mention: DateMention) -> bool:
    if not is_writers_own(reading, mention.span):
        return False
    before = reading.text[max(0, mention.span.start - 12) : mention.span.start]
    if mention.kind is DateKind.WEEKDAY:
        return _NO_DAY.search(before) is None
    if mention.kind is not DateKind.RELATIVE or mention.unit is None:
        return False
    # "USA Today" is a name; "two years later" counts from what was told before.
    words = mention.span.cut(reading.text)
    named = words[0].isupper() and before.strip()[-1:] not in ("", ".", "!", "?", "”", '"', "’")
    return not named and mention.relation != "ahead" and not words.lower().endswith("earlier")
