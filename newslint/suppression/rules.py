"""The rules about suppressions themselves; the engine reports them, they check nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule


class _SuppressionRule(Rule):
    """A rule whose problems are found while findings are being suppressed."""

    exact: ClassVar[str] = "the suppression itself shows it"

    def check(self, reading: Reading) -> Iterator[Problem]:  # noqa: ARG002 - Rule's signature
        """Yield nothing: the engine knows what was suppressed, a reading does not."""
        return iter(())


class UnusedSuppression(_SuppressionRule):
    """Remove a suppression that suppresses nothing.

    The text has changed, or the comment covers another place than was meant. Left where it
    is, it would hide the next real fault. A suppression of a rule that did not run is not
    reported.
    """

    id: str = "structure.unused-suppression"
    message: str = "Nothing here is reported by %s; remove the suppression."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "<!-- newslint: ignore [[structure.unused-suppression]] -- checked by the desk -->\n\n"
            "The ferry left on time.\n"
        ),
        Example(
            "<!-- newslint: off [[structure]] -- a list of names -->\n\n"
            "The ferry left on time.\n\n"
            "<!-- newslint: on structure -->\n"
        ),
        Example("The ferry left on time.\n"),
        Example("<!-- a note to the editor -->\n\nThe ferry left on time.\n"),
    )


class ExpiredSuppression(_SuppressionRule):
    """Look again at a suppression whose date has passed.

    A suppression with `until` was meant for a while: until a hearing, or until the second
    source calls back. After that day it has no effect. The day is compared with the date of
    the run.
    """

    id: str = "structure.expired-suppression"
    message: str = "This suppression ended on %s; decide again, then remove it or give a new date."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "<!-- newslint: ignore structure.bad-suppression -- cleared until [[2024-03-01]] -->"
            "\n\nThe ferry left on time.\n",
            date="2024-03-02",
        ),
        Example(
            "---\nnewslint:\n  ignore:\n    - rule: structure.bad-suppression\n"
            "      reason: waiting for the hearing\n      until: [[2024-03-01]]\n---\n\n"
            "The ferry left on time.\n",
            date="2024-06-30",
        ),
        Example(
            "<!-- newslint: ignore structure.bad-suppression -- cleared until 2024-03-01 -->"
            "\n\nThe ferry left on time.\n",
            date="2024-03-01",
        ),
        Example("The ferry left on time.\n", date="2024-03-01"),
    )


class BadSuppression(_SuppressionRule):
    """Write a suppression so that it can be read.

    A suppression with a slip in it does nothing, or less than was meant, and nobody would
    notice. It names the rules, then gives a reason after two hyphens, so that the next
    editor knows why.
    """

    id: str = "structure.bad-suppression"
    message: str = "This suppression cannot be read: %s."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "<!-- newslint: ignore [[structure.bad-supression]] -- cleared -->\n\n"
            "The ferry left on time.\n"
        ),
        Example("[[<!-- newslint: ignore -->]]\n\nThe ferry left on time.\n"),
        Example("The ferry left on time.\n"),
        Example("<!-- the newslint run was fine -->\n\nThe ferry left on time.\n"),
    )


#: For the registry: rules that the engine itself reports.
ENGINE_RULES: tuple[type[Rule], ...] = (UnusedSuppression, ExpiredSuppression, BadSuppression)
