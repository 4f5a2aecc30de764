"""Papers that nobody can look up, told behind a comma: the fridge was old, a customs form shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._sourcing.hearsay import KNOWN, is_a_name, is_linked_here
from newslint.checks._sourcing.person_nouns import is_formed_as_person, known_people
from newslint.checks._sourcing.plain_documents import is_plain_document
from newslint.checks._sourcing.sources import noun_phrase
from newslint.checks._support import has_link, is_own_voice, prose_sentences, prose_tokens
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.span import Span

_SHOWN = LazyRegex(
    r", (?:or so )?(?P<paper>[\w£$€‘’'][^,.;:“”\"()\[\]]{2,110}?) "
    r"(?P<verb>(?:has |have |had )?(?:shows?|showed|shown|suggest(?:s|ed)?|indicate[sd]?"
    r"|reveal(?:s|ed)?|disclose[sd]?|demonstrate[sd]?|prove[sd]?|bears? out|makes? (?:clear|plain)"
    r"|records?|recorded)"
    r"|(?P<told>(?:has |have |had )?(?:found|finds?|predict(?:s|ed)?|conclude[sd]?|claim(?:s|ed)?"
    r"|warn(?:s|ed)?|estimate[sd]?|alleg(?:e|es|ed)|reports?|reported|says?|said|state[sd]?)))"
    r"(?: (?:overnight|yesterday|this \w+|last \w+|on \w+day|in \w+|at the \w+))?[.;]"
)
_GOES_ON = frozenset({"IN", "TO", "WDT", "WP", "WP$", "WRB", "VBG", "VBN", "VBD", "VBZ", "VBP"})
_LONG = 4  # words of what cannot but be a clause, whatever a parser makes of it
_KEEPING = frozenset({"amod", "compound", "nmod", "poss"})
_SOME = frozenset({"a", "an", "another", "some", "several", "two", "three", "old", "new"})
_OPENS = frozenset({"DT", "JJ", "NN", "NNS", "VBN", "PDT", "CD", "JJR", "JJS", "NNP"})
_BY = frozenset({"by", "from", "of"})
_LETTING_OUT = frozenset({"hacked", "intercepted", "leaked", "smuggled", "stolen"})
_DONE = frozenset({"VBN", "VBD", "VBG"})


def papers_behind_commas(reading: Reading) -> Iterator[tuple[Token, Span]]:
    """Yield what shows something behind a comma and is nobody's, in text order: noun and words.

    “The fridge was second-hand, a customs form shown round by the opposition demonstrates.” By
    its place alone it is what the claim rests on, whatever sort of thing it is. What belongs to
    somebody, is of a body's own keeping (“court records”), has a name in it or is a person is
    left alone. Needs `parse` with names, and `attributions`.
    """
    for sentence in prose_sentences(reading):
        match = _SHOWN.search(reading.text, sentence.span.start, sentence.span.end)
        if match is None or not _is_claim(reading, sentence, match.start()):
            continue
        place = Span(*match.span("paper"))
        words = reading.parses[sentence.block].within(place)
        noun = _paper(words, told=match["told"] is not None)
        if noun is None or reading.quotations.touches(place) or has_link(reading, sentence.span):
            continue
        before, after = _around(words, noun)
        anybodys = any(w.lower in _BY and _is_anybody(words, w) for w in after)
        if not anybodys and not _is_let_out(before, after) and is_plain_document(reading, noun):
            continue
        span = Span(words[0].start, noun.end)
        if is_own_voice(reading, span):
            yield noun, span


def papers_spoken_in(reading: Reading) -> Iterator[tuple[Token, Span]]:
    """Yield leaked papers in which somebody says something: In an email that has leaked he says."""
    for token in prose_tokens(reading):
        above = token.head
        if token.dep != "pobj" or above.lower not in {"by", "from", "in"} or not is_let_out(token):
            continue
        if any(c.lower in KNOWN for c in token.children) or not is_paper(token):
            continue
        opens = above.text != above.lower or above.i == 0
        if opens and not any(is_a_name(w) for w in token.subtree):
            span = noun_phrase(token)
            if is_own_voice(reading, span) and not is_linked_here(reading, span):
                yield token, span


def _is_claim(reading: Reading, sentence: Sentence, comma: int) -> bool:
    """Return whether what stands before the comma says something by itself."""
    words = reading.parses[sentence.block].within(Span(sentence.span.start, comma))
    return len(words) > _LONG or any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in words)


def _paper(words: Sequence[Token], *, told: bool) -> Token | None:
    """Return the noun for the paper, or None if a reader can place it."""
    if not words or words[0].tag not in _OPENS or words[0].lower in KNOWN:
        return None
    if words[-1].lemma == "be":
        return None  # a row is what was looked for, a column what was found
    head = _head(words)
    if head is None or any(w.dep == "poss" and w.tag.startswith("PRP") for w in words[: head + 1]):
        return None
    if any(is_a_name(w) and w.entity != "DATE" for w in words):
        return None
    noun = words[head]
    before, after = _around(words, noun)
    lemma = _lemma(noun)
    known = lemma in _documents()
    if not known and (lemma in known_people() or is_formed_as_person(lemma)):
        return None
    one = words[0].lower in _SOME
    if not one and not noun.lower.endswith(("s", "research", "evidence", "data", "correspondence")):
        return None
    out = _is_let_out(before, after)
    says_nothing = vocabulary("attribution", "documents", "says_nothing")
    kept = lemma in vocabulary("attribution", "documents", "heads") and any(
        w.dep in _KEEPING and w.lower not in says_nothing for w in before
    )
    if (told and not known) or (not out and (kept or not (one or known))):
        return None
    if not out and any(w.lower in _BY and not _is_anybody(words, w) for w in after):
        return None
    return noun


def _around(words: Sequence[Token], noun: Token) -> tuple[list[Token], list[Token]]:
    return [w for w in words if w.i < noun.i], [w for w in words if w.i > noun.i]


def _head(words: Sequence[Token]) -> int | None:
    """Return the index of the noun that the words are about: the last before what describes it."""
    for index, word in enumerate(words):
        if index and word.tag in _GOES_ON and words[index - 1].tag not in {"DT", "JJ"}:
            return index - 2 if index > 1 and words[index - 1].tag == "RB" else index - 1
    return len(words) - 1


def is_let_out(noun: Token) -> bool:
    """Return whether the paper was leaked, passed on or got hold of, by nobody with a name."""
    return _is_let_out(*_around(noun.subtree, noun))


def is_paper(noun: Token) -> bool:
    """Return whether the word is for what tells something in writing, sound or figures."""
    return _lemma(noun) in _documents()


def _is_let_out(before: Sequence[Token], after: Sequence[Token]) -> bool:
    passed, got_out = vocabulary("secondhand", "passed_on"), vocabulary("secondhand", "got_out")
    if any(w.lower in _LETTING_OUT for w in before):
        return True
    if any(w.lower in {"this", "our", "us"} for w in after):
        return False  # seen by this newspaper
    return any(
        (w.lemma.lower() in passed and w.tag in _DONE)
        or (w.lemma.lower() in got_out and w.tag in _DONE and not w.lower.endswith(("ing", "owed")))
        or w.lower in {"circulation", "rounds"}
        for w in after
    )


def _is_anybody(words: Sequence[Token], by: Token) -> bool:
    """Return whether the maker that is told could be anybody: by an institute abroad."""
    after = [w for w in words if w.i > by.i]
    return bool(after) and after[0].lower in {"a", "an", "one", "some"}


def _lemma(noun: Token) -> str:
    lemma = noun.lemma.lower()
    return lemma[:-1] if lemma.endswith("s") and not lemma.endswith("ss") else lemma


def _documents() -> frozenset[str]:
    """Return the words for what tells something in writing, sound or figures."""
    papers = vocabulary("attribution", "documents", "heads")
    return (
        papers
        | vocabulary("secondhand", "passed_things")
        | vocabularies(("secondhand", "pieces"), ("secondhand", "written_things"))
    )
