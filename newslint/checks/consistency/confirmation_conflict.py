"""consistency.confirmation-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import is_negated, prose_tokens
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_NONE = LazyRegex(
    r"\bno\s(?:official\s|independent\s|immediate\s|public\s|formal\s)?confirmation\b"
    r"|\b(?:has|have)\snot\sbeen\s(?:officially\s|independently\s|publicly\s)?confirmed\b"
    r"|\b(?:has|have)\syet\sto\sbe\s(?:officially\s|independently\s|publicly\s)?confirmed\b"
    r"|\b(?:remains?|is|are)\sunconfirmed\b",
    re.IGNORECASE,
)
_ABOUT = LazyRegex(r"\s(?:of|that|from|about|as\sto|whether|by)\b", re.IGNORECASE)
_OUTCOMES = frozenset({"dead", "case", "death", "infection", "find", "diagnosis"})


class ConfirmationConflict(Rule):
    """Make clear what is confirmed and what is not.

    If one sentence says that a source confirmed the event and another that nothing has been
    confirmed, the reader is left to choose. Say who confirmed what, or choose a verb that
    promises less ("said"). The two sentences must share a noun, or the denial must not say
    what it is about.
    """

    id: str = "consistency.confirmation-conflict"
    message: str = (
        "This says that it is not confirmed; “%s” says that it is: say who confirmed what."
    )
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations", "sentences"})
    standards: ClassVar = (
        "https://www.bbc.co.uk/editorialguidelines/guidelines/accuracy/guidelines",
    )
    examples: ClassVar = (
        Example(
            "A dock worker confirmed the sale of the ferries. The sale was long expected, though"
            " [[no official confirmation]] has been given."
        ),
        Example(
            "The talks [[have not been confirmed]]. Two guests at the hotel confirmed the talks."
        ),
        Example("Police could not confirm the sale. No official confirmation has been given."),
        Example("The mayor confirmed the date of the fair. The talks have not been confirmed."),
        Example('"No official confirmation of the sale," the sign said. Lind confirmed the sale.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each denial that an affirmation elsewhere contradicts."""
        affirmed = [t for t in prose_tokens(reading) if _affirms(t)]
        affirmed = [t for t in affirmed if is_writers_own(reading, t.span)]
        if not affirmed:
            return
        for sentence in reading.sentences:
            for match in _NONE.finditer(sentence.span.cut(reading.text)):
                place = Span(*match.span()).shifted(sentence.span.start)
                if not is_writers_own(reading, place):
                    continue
                tokens = reading.parses[sentence.block].within(sentence.span)
                unnamed = "confirmation" in match[0].lower() and not _ABOUT.match(
                    reading.text, place.end
                )
                other = next((t for t in affirmed if _conflicts(t, tokens, unnamed)), None)
                if other is not None:
                    subject = other.child("nsubj")
                    words = f"{subject.text} {other.text}" if subject else other.text
                    yield self.problem(
                        place, words, related=(Related(other.span, "confirmed here"),)
                    )


def _affirms(token: Token) -> bool:
    """Return whether the token says that somebody has confirmed something."""
    if token.lemma != "confirm" or token.tag not in ("VBD", "VBZ", "VBN", "VBP"):
        return False
    if token.child("nsubj") is None or is_negated(token):
        return False
    modal = any(c.dep == "aux" and c.tag in ("MD", "TO") for c in token.children)
    return not modal and not any(t.lower in ("if", "whether", "until") for t in token.children)


def _conflicts(verb: Token, denial: list[Token], unnamed: bool) -> bool:
    """Return whether the denial is about what the verb's object or clause names.

    One that does not say what it is about (`unnamed`) is about everything.
    """
    if any(t is verb for t in denial):
        return False
    if unnamed:
        return True
    named = {t.lemma for t in verb.subtree if t.i > verb.i and t.pos in ("NOUN", "PROPN")}
    denied = {t.lemma for t in denial if t.pos in ("NOUN", "PROPN")} - {"confirmation"}
    return bool(named & denied - _OUTCOMES)
