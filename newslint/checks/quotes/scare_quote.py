"""Quotation marks that hold a word at arm's length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._support import has_link, is_report, prose, word_count
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.quotation import Quotation
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_NAMING_REACH = 4  # words before the mark in which "dubbed" or "the term" explains it
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_EDGES = "\"'“”‘’«»„‚"
_NEW = LazyRegex(r"\b(?:an?|another)(?: \w+)? $", re.IGNORECASE)
_OPENED = LazyRegex(r"\((?:or |aka |i\.e\. |ie )?\s*$", re.IGNORECASE)


class ScareQuote(Rule):
    """Say whose word it is, or drop the marks.

    Marks around a word that nobody in the sentence is said to have used tell readers to
    doubt it, without saying who doubts it or why. Names, nicknames, titles, words spoken of
    as words, and words quoted from a source in the same or the previous sentence are left
    alone; so is an article whose writer says "we" or "I" throughout, for there the doubt has
    an owner. A preview: on real news about half of what it reports is a term of art, or a word
    whose speaker is plain from the story.
    """

    id: str = "quotes.scare-quote"
    message: str = "Whose words are “%s”? Attribute them, or drop the marks."
    severity: Severity = Severity.SUGGESTION
    most: int = 3  # words up to which quoted text counts as a scare quote

    examples: ClassVar[tuple[Example, ...]] = (
        Example('The [["independent"]] report was printed on Tuesday.'),
        Example('Nobody has brought the [["new evidence"]] since the hall burned.'),
        Example('Ana Ruiz, the mayor, called the report "independent".'),
        Example("The Dornier 228 ‘Skylark’ landed twice, and the harbour was closed."),
        Example('The strait, known as the "needle", was closed.'),
        Example('The word "independent" appears twice on the first page.'),
        Example('The board is split into four units (or "desks") of nine people.'),
        Example('The less valuable boats were moved to a separate "holding dock".'),
        Example('The mayor likened the levy to "burning the boats".'),
        Example('No test can measure "boats are clean" on a wet day.'),
        Example('The fee, sometimes referred to as "harbour money", rose in May.'),
        Example(
            'We moved the "final" list to our own server. I printed a copy for the crew, and '
            "our neighbours on the quay came to read it."
        ),
        Example('Luis "Lucky" Ortega won the race.'),
        Example('The band played "Blue Harbour" to an empty hall.'),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.WORDS_TO_WATCH)
    status: ClassVar = "preview"
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion", "review"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield short quotations that are neither attributed nor a name."""
        story = {index for index, _ in prose(reading)}
        seen: set[str] = set()
        if speaks_in_first_person(reading):
            return
        for quotation in reading.quotations.outer:
            words = quotation.inner.cut(reading.text)
            if quotation.block not in story or not quotation.closed:
                continue
            if not _is_short(reading, quotation, self.most) or words.lower() in seen:
                continue
            sentence = reading.sentence_at(quotation.span.start)
            if sentence is None or _is_sourced(reading, sentence, quotation):
                continue
            if self._stands_in_a_list(reading, sentence) or _is_statement(reading, quotation):
                continue
            if _is_name(reading, quotation) or _is_word_as_word(reading, sentence, quotation):
                continue
            seen.add(words.lower())
            yield self.problem(quotation.span, words.strip(" ,."))

    def _stands_in_a_list(self, reading: Reading, sentence: Sentence) -> bool:
        """Return whether the sentence holds several short quotations: terms, not doubts."""
        short = [
            q
            for q in reading.quotations.outer
            if sentence.span.covers(q.span) and _is_short(reading, q, self.most)
        ]
        return len(short) > 1


def _is_short(reading: Reading, quotation: Quotation, most: int) -> bool:
    return 0 < word_count(quotation.inner.cut(reading.text)) <= most


def _is_statement(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quoted words are a whole sentence, with subject and verb."""
    words = reading.parses[quotation.block].within(quotation.inner)
    return any(
        word.dep in {"nsubj", "nsubjpass"}
        and word.head.i > word.i
        and word.head in words
        and word.head.tag in _FINITE
        for word in words
    )


def _is_sourced(reading: Reading, sentence: Sentence, quotation: Quotation) -> bool:
    """Return whether somebody in this sentence or the one before may have used the words."""
    group = reading.sentences_of(sentence.block)
    at = group.index(sentence)
    near = Span(group[max(0, at - 1)].span.start, sentence.span.end)
    if has_link(reading, quotation.span) or reading.attributions.is_attributed(quotation.inner):
        return True
    return any(
        is_report(reading, a)
        and any(s.overlaps(near) for s in (*a.cue, *a.source.spans, *a.content))
        for a in reading.attributions
    )


def _is_name(reading: Reading, quotation: Quotation) -> bool:
    """Return whether the quoted words are a name, a title, a code or an exclamation."""
    inner = quotation.inner.cut(reading.text)
    if inner[:1].isupper() or any(c.isdigit() for c in inner) or inner.rstrip()[-1:] in "!?":
        return True
    parse = reading.parses[quotation.block]
    before = [t for t in parse if t.end <= quotation.span.start]
    after = [t for t in parse if t.start >= quotation.span.end]
    # A nickname stands between the parts of a name: Luis "lucky" Ortega.
    return bool(before and after and _is_proper(before[-1]) and _is_proper(after[0]))


def _is_proper(token: Token) -> bool:
    return token.tag.startswith("NNP")


def _is_word_as_word(reading: Reading, sentence: Sentence, quotation: Quotation) -> bool:
    """Return whether the sentence speaks of the word, or explains it."""
    before = reading.text[sentence.span.start : quotation.span.start]
    close = " ".join(before.split()[-_NAMING_REACH:]).lower().strip(_EDGES)
    naming = vocabulary("quotes", "naming")
    if any(word.strip(".,:;()" + _EDGES) in naming for word in close.split()):
        return True
    if _NEW.search(before):
        return True
    after = reading.text[quotation.span.end : sentence.span.end].lstrip()
    if after.startswith("(") or _OPENED.search(before):
        return True
    return any(word in naming for word in after.lower().split()[:2])
