"""anonymity.missing-sign-off."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._desk import desk_field, is_answered, key_of
from newslint.checks._sourcing.sources import anonymous_voices, source_place
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class MissingSignOff(Rule):
    """Have an editor sign for every unnamed source.

    Somebody besides the writer has to know who the source is, for readers cannot. The rule is
    off until a house demands it: by switching it on, or by naming its own key as
    `anonymous-approved-by` under `[front-matter]`. A value such as "no" or "pending" is no
    sign-off. Reported once, at the first unnamed source; sources of another outlet are that
    outlet's own.
    """

    id: str = "anonymity.missing-sign-off"
    message: str = "“%s” is not named, and no editor signs for it: `%s` in the front matter."
    severity: Severity = Severity.ERROR

    on: ClassVar = False
    needs: ClassVar = frozenset({"attributions"})
    standards: ClassVar = (standards.AP_ANONYMOUS, standards.NEW_YORK_TIMES)
    genres_off: ClassVar = frozenset({"fiction"})
    examples: ClassVar = (
        Example("[[A bank official]] said that the vault was empty."),
        Example(
            "---\nanonymous-sources-approved-by: pending\n---\n\n[[A person close to the owner]] "
            "said that the vault was empty."
        ),
        Example(
            "---\nanonymous-sources-approved-by: Ada Lind\n---\n\nA bank official said that the "
            "vault was empty."
        ),
        Example("Klara Voss, a bank official, said that the vault was empty."),
        Example("Reuters reported that a person close to the owner said the vault was empty."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first unnamed source of an article that nobody signed for."""
        article = reading.article
        if is_answered(desk_field(article, "anonymous_approved_by")):
            return
        places = [
            source_place(a)
            for group in anonymous_voices(reading)
            for a in group
            if a.source.spans and not a.source.pronoun
        ]
        if places:
            first = min(places)
            words = " ".join(first.cut(reading.text).split())
            yield self.problem(first, words, key_of(article, "anonymous_approved_by"))
