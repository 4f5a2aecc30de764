"""Studies and data that cannot be found, because they are not named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.behind_commas import (
    is_let_out,
    is_paper,
    papers_behind_commas,
    papers_spoken_in,
)
from newslint.checks._sourcing.plain_documents import is_doubtful_document, is_plain_document
from newslint.checks._sourcing.sources import noun_phrase, source_head, source_place, source_words
from newslint.checks._support import (
    has_footnote,
    has_link,
    is_negated,
    is_own_voice,
    is_report,
    neighbours,
    prose,
    prose_tokens,
    tokens_in,
)
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_POINTING = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"}
)
_LATEST = frozenset({"available", "latest", "newest", "recent"})  # the latest figures: whose?
_WORK = frozenset({"trial", "work"})  # documents only where there was other work before
_MORE = frozenset({"earlier", "later", "previous", "recent", "separate", "similar", "subsequent"})
_GOES_ON = LazyRegex(r"(?:One|It|They|The|This|These|Both|Its|Their|All)\b")
_NAMING = frozenset({"PERSON", "ORG", "WORK_OF_ART", "GPE", "LAW", "PRODUCT"})
_PLACES = frozenset({"GPE", "LOC"})
_POLLS = frozenset({"poll", "survey"})
_KEPT = frozenset(
    {"datum", "data", "document", "figure", "filing", "record", "report", "statistic", "test"}
)
_SAYS_NOTHING = vocabulary("attribution", "documents", "says_nothing")
_ISSUED = frozenset({"document", "report"})  # told apart by whose they are, not by what sort


class UnnamedDocument(Rule):
    """Say which study, report or data this is.

    "Studies show" cannot be looked up. Name who made the document and when, or link to it.
    "The report" is left alone, since it points at one that was named before.
    """

    id: str = "attribution.unnamed-document"
    message: str = "“%s” cannot be looked up: say whose, or link to it."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[Studies]] show that herons nest earlier every year."),
        Example("[[Research]] suggests that the herons came from the north."),
        Example("[[Official documents]] say that the marsh was drained."),
        Example("Court records say that the marsh was drained."),
        Example("[[Data]] shows that the marsh was drained."),
        Example("A study by Tarn University found that herons nest earlier every year."),
        Example("[Studies](https://herons.example/nests) show that herons nest earlier."),
        Example("The report found that the marsh was drained."),
        Example("[[Polls]] show that few want the marsh drained."),
        Example("One poll shows that six in ten want the marsh drained (Tarn University)."),
        Example("Research to be published by three biologists shows that herons nest earlier."),
        Example("The owner knew of the marsh, according to a letter read to the court."),
        Example("There is anecdotal evidence suggesting that herons nest earlier."),
        Example("A new study found that herons nest earlier. It was published by Tarn University."),
        Example("Herons are old friends here: a row is a year, a column what was found."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield documents cited without author, title or link."""
        seen: set[Span] = set()
        told: list[Span] = []
        story = {index for index, _ in prose(reading)}
        for attribution in reading.attributions.by_kind(SourceKind.DOCUMENT):
            head = source_head(reading, attribution)
            if head is None or head.span in seen or attribution.block not in story:
                continue
            if not is_report(reading, attribution) or not _is_shown(attribution):
                continue
            seen.add(head.span)
            words = source_words(reading, attribution)
            if _is_vague(reading, words, head) and not _is_located(
                reading, head, source_place(attribution)
            ):
                told.append(head.span)
                yield from self._problem(reading, head)
        for head in _showing(reading):
            if head.span in seen or not is_own_voice(reading, head.span):
                continue
            if _is_vague(reading, head.subtree, head) and not _is_located(reading, head, head.span):
                told.append(head.span)
                yield from self._problem(reading, head)
        for noun, span in (*papers_behind_commas(reading), *papers_spoken_in(reading)):
            located = not is_let_out(noun) and _is_located(reading, noun, noun.span)
            if not located and not any(span.overlaps(other) for other in told):
                yield self.problem(span, " ".join(span.cut(reading.text).split()))

    def _problem(self, reading: Reading, head: Token) -> Iterator[Problem]:
        out = is_let_out(head)
        if not out and is_plain_document(reading, head):
            return
        span = noun_phrase(head)
        most = Severity.SUGGESTION if not out and is_doubtful_document(reading, head) else None
        yield self.problem(span, " ".join(span.cut(reading.text).split()), at_most=most)


def _showing(reading: Reading) -> Iterator[Token]:
    """Yield the nouns for documents that are said to show something, found by grammar alone."""
    for token in prose_tokens(reading):
        verb = token.head
        if token.dep != "nsubj" or verb.lemma not in vocabulary("attribution", "documents", "show"):
            continue
        if not verb.tag.startswith("VB") or is_negated(verb) or _is_possible(verb):
            continue
        if any(_is_shown_by(c) and c.i > verb.i for c in verb.children):
            yield token


def _is_shown_by(part: Token) -> bool:
    """Return whether this is what a document shows: that, a link, to a mild winter."""
    return part.dep in {"ccomp", "dobj", "xcomp"} or part.lower in {"of", "to"}


def _is_shown(attribution: Attribution) -> bool:
    """Return whether the document is cited for something: data show, according to data."""
    show = vocabulary("attribution", "documents", "show")
    return attribution.cue_lemma == "according to" or attribution.cue_lemma in show


def _is_possible(verb: Token) -> bool:
    return any(c.dep == "aux" and (c.tag == "MD" or c.lower == "to") for c in verb.children)


def _is_vague(reading: Reading, words: list[Token], head: Token) -> bool:
    """Return whether nothing in the source itself tells which document is meant."""
    lemma = head.lemma.lower()
    heads = vocabulary("attribution", "documents", "heads")
    more = lemma in _WORK and any(c.lower in _MORE for c in head.children)
    out = is_let_out(head)
    if lemma not in heads and not more and not (out and is_paper(head)):
        return False
    if reading.quotations.touches(head.span):
        return False
    if head.lemma.lower() == "figure" and any(c.dep == "compound" for c in head.children):
        return False  # party figures are people
    if any(
        (t.entity in _NAMING or t.tag.startswith("NNP")) and not _is_where(t, head) for t in words
    ):
        return False
    latest = any(c.lower in _LATEST for c in head.children)
    if not out and (_has_keeper(head) or _has_authors(head)):
        return False
    owned = any(
        c.dep == "poss" or (c.lower in _POINTING and not (latest and c.lower == "the"))
        for c in head.children
    )
    return not owned


def _is_where(word: Token, head: Token) -> bool:
    """Return whether the word only tells where somebody studied it: a study in Japan."""
    if head.lemma.lower() not in vocabulary("attribution", "documents", "studies"):
        return False
    if word.dep == "amod" and word.entity == "NORP":
        return True  # a Japanese study
    while word.dep in {"compound", "conj"} and word.entity in _PLACES:
        word = word.head
    placed = word.dep == "pobj" and word.head.lower in {"across", "from", "in"}
    return placed and word.entity in _PLACES and word.head.head is head


def _has_keeper(head: Token) -> bool:
    """Return whether a word before the noun says whose records these are: court records."""
    lemma = head.lemma.lower()
    keeping = {"compound", "nmod"} if lemma in _ISSUED else {"amod", "compound", "nmod"}
    return lemma in _KEPT and any(
        c.dep in keeping and c.i < head.i and c.lower not in _SAYS_NOTHING for c in head.children
    )


def _has_authors(head: Token) -> bool:
    """Return whether words after the noun say who made it: research by four economists."""
    return any(c.lower == "by" and c.i > head.i and _is_noun(c.child("pobj")) for c in head.subtree)


def _is_noun(word: Token | None) -> bool:
    return word is not None and word.tag.startswith("NN")


def _is_poll_of_somebody(reading: Reading, head: Token, sentence: Sentence) -> bool:
    """Return whether the sentence of a poll, or one beside it, names one: a Gazette poll."""
    if head.lemma.lower() not in _POLLS:
        return False
    if any(c.lower == "exit" for c in head.children):
        return True
    return any(
        t.lemma.lower() in _POLLS and any(w.tag.startswith("NNP") for w in t.subtree)
        for s in (sentence, *neighbours(reading, sentence, 2))
        for t in tokens_in(reading, s)
        if t is not head
    )


def _is_located(reading: Reading, head: Token, place: Span) -> bool:
    """Return whether this sentence, or the next if it goes on about it, says where it is."""
    sentence = reading.sentence_at(place.start)
    if sentence is None or _is_poll_of_somebody(reading, head, sentence):
        return True
    group = reading.sentences_of(sentence.block)
    at = group.index(sentence)
    following = [s for s in group[at + 1 : at + 2] if _GOES_ON.match(reading.text, s.span.start)]
    for near in (sentence, *following):
        if has_link(reading, near.span) or has_footnote(reading, near.span):
            return True
        words = tokens_in(reading, near)
        located = vocabulary("attribution", "documents", "located")
        if any(
            t.lower in located
            and any(c.tag.startswith("NNP") and c.entity != "DATE" for c in t.subtree)
            for t in words
        ):
            return True
    return False
