"""Documents told without an author that a reader can place: polls, papers described, teasers."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._support import has_link, neighbours, prose_sentences, prose_tokens, tokens_in
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence

_OPENING = 3  # sentences of a story that sum up what its body tells
_OF_ANY_SORT = frozenset({"document", "dossier", "file", "record"})
_POLLS = frozenset({"poll", "survey"})
_IN_BRACKETS = LazyRegex(r"[\[(][A-Z][\w.&-]*(?:[/, ]+[A-Z&][\w.&-]*)*[\])]")
_POINTING = frozenset({"his", "her", "its", "that", "the", "their", "this"})
_CLAUSES = frozenset({"acl", "relcl"})
_AFTER = frozenset({"acl", "appos", "relcl"})
_REPEATED = frozenset({"analysis", "data", "datum", "estimate", "poll", "report", "research"}) | {
    "study",
    "survey",
}
_COUNTED = frozenset({"data", "datum", "figure", "number", "poll", "statistic", "survey"})
_ACCORDING = LazyRegex(r"According to (?:\w+ ){0,3}(?:[A-Z]|\w+[’']s)")
_OUTLETS_SAY = frozenset({"circulate", "claim", "emerge", "indicate", "say", "suggest", "surface"})


def is_plain_document(reading: Reading, head: Token) -> bool:
    """Return whether a reader can place the document, though the words at hand name nobody.

    So it is where the source stands in brackets, where the sentence before links to it or
    names the data, where the opening of a story only announces what is named below, and of a
    letter or a record that a clause or a place describes. Bare reports are an outlet's, and
    another rule's affair. Needs `parse` with names.
    """
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return True
    if _IN_BRACKETS.search(reading.text, head.end, sentence.span.end):
        return True
    if _IN_BRACKETS.match(reading.text, _next_word(reading.text, sentence.span.end)):
        return True
    return (
        _is_described(head)
        or _is_by_somebody(reading, head)
        or _is_hearsay(head)
        or any(c.lower in {"anecdotal", "circumstantial"} for c in head.children)
        or _is_named_beside(reading, sentence, head)
        or _is_announced(reading, sentence, head)
    )


def _next_word(text: str, at: int) -> int:
    """Return where the first character that is no space stands, from `at` on."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def is_doubtful_document(reading: Reading, head: Token) -> bool:
    """Return whether a reader may do without the author: polls without a figure, emails."""
    lemma = head.lemma.lower()
    if lemma in _POLLS:
        sentence = reading.sentence_at(head.start)
        words = tokens_in(reading, sentence) if sentence is not None else []
        return not any(w.tag == "CD" and w.i > head.i for w in words)
    other = any(c.lower == "other" for c in head.children)
    return other or lemma in _papers() - _OF_ANY_SORT


def _papers() -> frozenset[str]:
    return vocabulary("attribution", "documents", "papers")


def _is_described(head: Token) -> bool:
    """Return whether words at a paper tell which it is: a letter read to the court, of 2 May."""
    if head.lemma.lower() in _POLLS:  # taken as they left: whose need not be told at once
        return any(c.dep in _CLAUSES for c in head.subtree)
    if head.lemma.lower() not in _papers():
        return False
    dated = any(w.tag == "CD" for c in head.children if c.i < head.i for w in c.subtree)
    placed = any(c.dep in _AFTER or (c.dep == "prep" and c.lower != "of") for c in head.children)
    return dated or placed


def _is_hearsay(head: Token) -> bool:
    """Return whether these are the reports of outlets: reports suggest, according to reports."""
    if head.lemma.lower() != "report" or head.tag != "NNS":
        return False
    if any(c.dep in {"amod", "compound", "det", "nummod"} for c in head.children):
        return False
    said = head.dep == "nsubj" and head.head.lemma in _OUTLETS_SAY
    return said or (head.dep == "pobj" and head.head.head.lemma == "accord")


def _is_named_beside(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Return whether the sentence before or after says whose data of the kind these are."""
    lemma = head.lemma.lower()
    for other in neighbours(reading, sentence, 1):
        before = other.span.start < sentence.span.start
        if before and other.block == sentence.block and has_link(reading, other.span):
            return True
        if not before and lemma in _COUNTED and _ACCORDING.match(reading.text, other.span.start):
            return True
        if any(
            w.lemma.lower() in {lemma} | _POLLS
            and w.lemma.lower() in vocabulary("attribution", "documents", "heads")
            and (w.lemma.lower() == lemma if before else lemma in {"datum", "data", "statistic"})
            and any(part.tag.startswith("NNP") for part in w.subtree if part.i < w.i)
            for w in tokens_in(reading, other)
        ):
            return True
    return False


def _is_announced(reading: Reading, sentence: Sentence, head: Token) -> bool:
    """Return whether the opening announces a document of which the body says whose it is."""
    lemma = head.lemma.lower()
    told = prose_sentences(reading)
    if sentence in told[:1] and lemma in _papers():
        return any(w.lemma.lower() in _papers() for s in told[1:3] for w in tokens_in(reading, s))
    if sentence not in told[:_OPENING] or lemma not in _REPEATED | _papers():
        return False
    return any(
        w.lemma.lower() == lemma
        and (
            _is_by_somebody(reading, w)
            or any(
                part.tag.startswith("NNP") or part.lower == "dated" or part.dep == "poss"
                for part in w.subtree
            )
        )
        for w in prose_tokens(reading)
        if w.start > sentence.span.end
    )


def _is_by_somebody(reading: Reading, head: Token) -> bool:
    """Return whether words between the noun and its verb name who made it: by four economists."""
    sentence = reading.sentence_at(head.start)
    if sentence is None or head.dep != "nsubj" or head.head.i < head.i:
        return False
    words = [w for w in tokens_in(reading, sentence) if head.i < w.i < head.head.i]
    return any(w.lower == "by" for w in words)
