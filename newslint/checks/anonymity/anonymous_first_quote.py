"""Stories whose first quotation comes from somebody unnamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.no_secret import is_no_secret
from newslint.checks._sourcing.sources import is_relayed, is_unnamed, source_head
from newslint.checks._support import has_link, prose, word_count
from newslint.finding import Problem, Severity
from newslint.language.quotation import Quotation
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class AnonymousFirstQuote(Rule):
    """Let somebody with a name speak first.

    The first quotation sets the tone and carries most weight with readers. It should not be
    the one that nobody can be held to.
    """

    id: str = "anonymity.anonymous-first-quote"
    message: str = "The first quotation of the story has no named speaker: lead with one that has."
    severity: Severity = Severity.WARNING
    least: int = 4  # words from which quoted text counts as a quotation

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            '[["The vault was quite empty,"]] said one bank official.\n\n'
            '"We shall see about that," said Klara Voss, the manager.'
        ),
        Example('A person close to the owner said: [["The vault was quite empty."]]'),
        Example(
            '"We shall see about that," said Klara Voss, the manager.\n\n'
            '"The vault was quite empty," said one bank official.'
        ),
        Example('It is news when a banker says: "The vault was quite empty."'),
        Example(
            '"The vault was quite empty," a representative said in a statement. "We are sorry."'
        ),
        Example('One bank official called the vault "an empty box" on Monday.'),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WASHINGTON_POST,)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first attributed quotation if its speaker is unnamed."""
        story = {index for index, _ in prose(reading)}
        for quotation in reading.quotations.outer:
            if quotation.block not in story:
                continue
            if word_count(quotation.inner.cut(reading.text)) < self.least:
                continue
            attribution = reading.attributions.of_quotation(quotation)
            if attribution is None or attribution.source.kind is SourceKind.NONE:
                continue
            hidden = is_unnamed(reading, attribution) and not is_relayed(reading, attribution)
            if hidden and not _is_plain(reading, attribution, quotation):
                given = attribution.source.reason is not None
                yield self.problem(quotation.span, at_most=Severity.SUGGESTION if given else None)
            return


def _is_plain(reading: Reading, attribution: Attribution, quotation: Quotation) -> bool:
    """Return whether nobody hides: a post, a statement, a friend, words named at once.

    "When a leader says" is of any leader, or of one who is named next. A name that follows the
    words in their sentence is the speaker's, whatever was made of the source.
    """
    sentence = reading.sentence_at(quotation.span.start)
    head = source_head(reading, attribution)
    last = reading.sentence_at(quotation.span.end - 1)
    if sentence is None or last is None or head is None:
        return False
    if attribution.cue_lemma in vocabulary("anonymity", "public") or is_no_secret(reading, head):
        return True
    if head.lemma in vocabulary("anonymity", "near_ones") or has_link(reading, sentence.span):
        return True
    if any(c.lower in {"when", "whenever"} for c in head.head.children):
        return True
    after = Span(quotation.span.end, max(quotation.span.end, last.span.end))
    return any(
        word.entity == "PERSON" and word.dep == "nsubj" and word.head.lemma == "say"
        for word in reading.parses[last.block].within(after)
    )
