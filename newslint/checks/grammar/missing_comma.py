"""grammar.missing-comma."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks import _standards as standards
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.quotation import Quotation
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_WORDS = 4  # of a quoted sentence; fewer may be a title or a phrase
_BEFORE = frozenset(".!?:,”’\"'")
_TAG = LazyRegex(
    r" (?P<who>(?:[A-Z][\w’'-]+|(?:Mr|Mrs|Ms|Dr)\.? [A-Z][\w’'-]+|he|she|they|the [a-z]+)"
    r" (?:said|says|told|added|asked)"
    r"|(?:said|says|added|asked) (?:[A-Z][\w’'-]+|he|she|the [a-z]+))\b"
)


class MissingComma(Rule):
    """Set a comma between a quoted sentence and the words that say who spoke.

    In “We waited all night” Lund said, the sentence runs into the next one, and the reader
    looks for what Lund said of it. A question mark or an exclamation mark does as well.
    """

    id: str = "grammar.missing-comma"
    message: str = "A comma is missing between the quoted sentence and “%s”."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar[frozenset[str]] = frozenset({"quotations"})
    fixes: ClassVar = "unsafe"
    standards: ClassVar = (standards.GUARDIAN_C,)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "“We waited for the boat all [[night” Lund said]].",
            fixed="“We waited for the boat all night,” Lund said.",
        ),
        Example(
            'The hall was cold. "Nobody told us [[anything" she said]] later.',
            fixed='The hall was cold. "Nobody told us anything," she said later.',
        ),
        Example("“We waited for the boat all night,” Lund said. “Why did we wait?” she asked."),
        Example(
            "Her film “The Night We Waited Out” Lund said was a joke. “A joke” he said it was."
        ),
        Example("The song “We waited for the boat” he said nobody knew."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the last word of such a sentence, with the words that follow."""
        for quotation in reading.quotations.outer:
            tag = _TAG.match(reading.text, quotation.span.end)
            if tag is None or not _is_sentence(reading, quotation):
                continue
            end = quotation.inner.end
            word = quotation.inner.cut(reading.text).split()[-1]
            place = Span(end - len(word), tag.end())
            yield self.problem(place, tag["who"], fix=Fix((Edit(Span(end, end), ","),), safe=False))


def _is_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Return whether a quotation is a whole sentence that ends in a word."""
    block = reading.blocks[quotation.block]
    words = quotation.inner.cut(reading.text).split()
    if block.kind is BlockKind.HEADLINE or not quotation.closed or len(words) < _WORDS:
        return False
    if not words[0][0].isupper() or not words[-1][-1].isalnum():
        return False
    if 2 * sum(word[0].isupper() for word in words) > len(words):
        return False
    before = reading.text[block.span.start : quotation.span.start].rstrip()
    return not before or before[-1] in _BEFORE
