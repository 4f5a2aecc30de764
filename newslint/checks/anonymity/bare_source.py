"""Unnamed sources of whom nothing at all is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.sources import noun_phrase, source_head, voices
from newslint.checks._sourcing.voices import voices_in
from newslint.checks._support import is_code, is_own_voice, is_report
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class BareSource(Rule):
    """Say what the source does, or how it knows.

    "A source said" tells readers nothing. Even where the name must be withheld, the
    function, the body or the access can be given: "a company executive", "two people who
    saw the letter". Words such as "reliable" or "senior" do not say it.
    """

    id: str = "anonymity.bare-source"
    message: str = "“%s” says nothing about who it is: give the function, or how they know."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[A source]] said that the vault had been empty for a year."),
        Example("The vault had been empty for a year, [[well-placed sources]] said."),
        Example("[[An insider]] told reporters that the vault was empty."),
        Example("A source close to the bank's owner said that the vault was empty."),
        Example("Sources familiar with the audit said that the vault was empty."),
        Example("A police source said that the vault was empty."),
        Example("The bank lost its only source of income."),
        Example(
            "A source close to the owner said that the vault was empty. The source added that it "
            "had been so for a year."
        ),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP_ANONYMOUS, standards.REUTERS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first mention of every source without function, body or access."""
        kinds = (SourceKind.ANONYMOUS, SourceKind.COLLECTIVE)
        described = False
        seen: set[Span] = set()
        for group in voices(reading.attributions.by_kind(*kinds)):
            heads = [(a, source_head(reading, a)) for a in group]
            sources = [(a, h) for a, h in heads if h is not None and _is_source(h)]
            if any(_is_described(a, h) for a, h in sources):
                described = True
                continue
            reported = False
            for attribution, head in sources:
                pointing = any(c.lower in {"the", "this", "that"} for c in head.children)
                if reading.quotations.touches(head.span) or (pointing and described):
                    continue
                if not is_report(reading, attribution) or is_code(reading, head.span):
                    continue
                span = noun_phrase(head)
                seen.add(head.span)
                yield self.problem(span, " ".join(span.cut(reading.text).split()))
                reported = True
                break
            if reported:
                seen.update(head.span for _, head in sources)
        for voice in voices_in(reading):
            head = voice.head
            if not _is_source(head) or head.span in seen or _is_owned(head):
                continue
            if reading.quotations.touches(head.span) or not is_own_voice(reading, head.span):
                continue
            seen.add(head.span)
            span = noun_phrase(head)
            yield self.problem(span, " ".join(span.cut(reading.text).split()))


def _is_source(head: Token) -> bool:
    return head.lemma.lower() in vocabulary("anonymity", "bare_heads")


def _is_owned(head: Token) -> bool:
    """Return whether the source was spoken of before, or a word says what it does."""
    if any(c.lower in {"the", "this", "that", "these", "those"} for c in head.children):
        return True
    return _has_description(head)


def _is_described(attribution: Attribution, head: Token) -> bool:
    """Return whether anything says what the source does or how it knows."""
    return attribution.source.descriptor is not None or _has_description(head)


def _has_description(head: Token) -> bool:
    empty = vocabulary("anonymity", "empty_modifiers")
    before = [w for c in head.children if c.i < head.i for w in c.subtree if w.lower != "-"]
    after = [
        c
        for c in head.children
        if c.i > head.i and c.dep in {"acl", "amod", "prep", "relcl", "appos"}
    ]
    return bool(after) or any(w.lower not in empty and w.tag[0].isalpha() for w in before)
