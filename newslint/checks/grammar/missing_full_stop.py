"""grammar.missing-full-stop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.article import Block, BlockKind
from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._wording.grammatical_number import FINITE_TAGS
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_ENDS = (".", "!", "?", "”", '"', "’", "'", ")", "]", "…", ":", ";", "—", "*")
_FEW = 4  # paragraphs, of which it is no habit to leave out the stop
_SHORT = 5  # words of what may be no sentence


class MissingFullStop(Rule):
    """End a sentence with a full stop.

    The last mark of a paragraph is easily lost when its end is moved or cut. Readers ask
    whether words were lost too. Only paragraphs between others that end as they should are
    looked at, and only where their last words are a sentence.
    """

    id: str = "grammar.missing-full-stop"
    message: str = "The paragraph ends without a full stop."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"parse", "quotations"})
    standards: ClassVar = (standards.GOV_UK,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The mill is shut.\n\nIt closed in the early [[spring]]\n\nIts owner left.\n\n"
            "The roof fell in.",
            fixed="The mill is shut.\n\nIt closed in the early spring.\n\nIts owner left.\n\n"
            "The roof fell in.",
        ),
        Example(
            "The roof of the old mill fell [[in]]\n\nIt had been shut.\n\nIts owner left.\n\n"
            "Nobody was hurt.",
        ),
        Example("The mill is shut.\n\nIt closed in the spring.\n\nIts owner left.\n\nIt fell."),
        Example(
            "We went down to the mill\n\nAnd nobody was in\n\nIts owner left.\n\nIt fell.\n\n"
            "It rained.\n\nIt was cold.\n\nNobody came.\n\nThe mill was sold.\n\nIt burned."
        ),
        Example("The mill\n\nIt closed in the early spring\n\nIts owner left it\n\nThe end"),
        Example("The mill is shut.\n\nBy Ana Ruiz in Porto Alto\n\nIts owner left.\n\nIt fell."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the last word of each such paragraph."""
        blocks = reading.blocks
        paragraphs = [b for b in blocks if b.kind is BlockKind.PARAGRAPH]
        open_ended = [b for b in paragraphs if not _text(reading, b).endswith(_ENDS)]
        if len(paragraphs) < _FEW or len(open_ended) * _FEW > len(paragraphs):
            return
        for index, block in enumerate(blocks[:-1]):
            if block not in open_ended or blocks[index + 1].kind is not BlockKind.PARAGRAPH:
                continue
            if blocks[index + 1] in open_ended or (index and blocks[index - 1] in open_ended):
                continue  # two in a row are verse, or a list
            last = _last_word(reading.parses[index].tokens)
            if last is None or any(link.text.overlaps(last.span) for link in reading.article.links):
                continue
            if is_writers_own(reading, last.span):
                place = Span(last.end, last.end)
                yield self.problem(last.span, fix=Fix((Edit(place, "."),)))


def _text(reading: Reading, block: Block) -> str:
    return block.span.cut(reading.text).rstrip()


def _last_word(tokens: tuple[Token, ...]) -> Token | None:
    """Return the last word of a block that ends with a full sentence."""
    words = [t for t in tokens if t.text.strip()]
    if not words or not (words[-1].text.isalpha() and words[-1].text.islower()):
        return None
    sentence = [t for t in words if t.sentence == words[-1].sentence]
    root = next((t for t in sentence if t.head is t), None)
    if root is None or len(sentence) < _SHORT:
        return None
    finite = root.tag in FINITE_TAGS or any(
        c.tag in FINITE_TAGS for c in root.children if c.dep in ("aux", "auxpass")
    )
    subject = root.child("nsubj", "nsubjpass", "expl")
    return words[-1] if finite and subject is not None and subject.i < root.i else None
