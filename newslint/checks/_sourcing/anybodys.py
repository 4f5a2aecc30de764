"""Outlets and writings that could be anybody's, and that news is taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._sourcing.hearsay import SOME, Stretch, first_word, unlinked
from newslint.checks._support import is_negated
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_OPEN = SOME | {"certain", "few", "many", "most", "multiple", "several", "three", "two", "various"}
_KNOWN = frozenset(
    {"her", "his", "its", "my", "our", "same", "that", "the", "their", "these", "this", "those"}
)
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT"})
_NAMED_BY = frozenset({"called", "entitled", "named", "titled"})
_MAKERS = frozenset({"by", "from", "of"})
_WHERE = frozenset({"by", "in", "on", "via"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_COPIES = frozenset({"e-mail", "email", "letter", "memo", "message", "note", "paper", "transcript"})
_MAKER = LazyRegex(r"\s(?:by|from|of|called|named)\s")
_CLAUSES = frozenset({"acl", "relcl"})


def anybodys_outlets(reading: Reading) -> Iterator[Span]:
    """Yield outlets, posts, letters and the like without a name that tell the news, in text order.

    They are the subject of what tells ("A customer review said"), where it came up ("it
    surfaced on a residents' page"), or whose reckoning it is ("according to a railway magazine").
    What has a name, a maker or an owner is left alone, as are a letter or a post by which
    somebody who is named speaks, and what a link goes with. Needs `parse` with names, and
    `attributions`.
    """
    for span in unlinked(reading, _anybodys):
        word = span.cut(reading.text).rpartition(" ")[2].lower().removesuffix("s")
        if word in _COPIES and len(re.findall(rf"(?i)\b{re.escape(word)}", reading.text)) > 1:
            continue  # the story is about it, and says elsewhere whose it is
        if not _MAKER.match(reading.text, span.end):
            yield span


def _anybodys(noun: Token) -> Stretch | None:
    """Return the words of such an outlet, from the first before the noun to the noun."""
    lemma = noun.lemma.lower()
    if lemma not in vocabulary("secondhand", "anybodys") or noun.tag not in {"NN", "NNS"}:
        return None
    if not _is_open(noun) or _has_name(noun):
        return None
    if not (_tells(noun) or _is_leant_on(noun)):
        return None
    owner = noun.child("poss")
    return first_word(noun) if owner is None else owner.children[0].i, noun.i


def _is_open(noun: Token) -> bool:
    """Return whether the noun is brought in here: "a blog", "blogs", "the local dailies"."""
    before = [c for c in noun.children if c.i < noun.i]
    words = {c.lower for c in before}
    owners = [c for c in before if c.dep == "poss"]
    if owners:  # a residents' page
        return all(
            c.tag == "NNS" and c.children[:1] and c.children[0].lower in SOME for c in owners
        )
    if words & _OPEN:
        return True
    sort = noun.lemma.lower() in vocabulary("secondhand", "sorts")
    if "the" in words:
        described = any(c.dep in {"amod", "compound"} for c in before)
        return sort and described and (noun.tag == "NNS" or noun.lower == "press")
    return not words & _KNOWN and (noun.tag == "NNS" or noun.lower == "press")


def _has_name(noun: Token) -> bool:
    """Return whether the words say whose it is, or what it is called."""
    if noun.child("appos") is not None:
        return True
    if any(c.lower in _MAKERS and c.i > noun.i for c in noun.children):
        return True
    platforms = vocabulary("secondhand", "platforms")
    return any(
        w.lower in _NAMED_BY
        or w.entity in _NAMES
        or (w.tag.startswith("NNP") and w.entity not in _PLACES and w.lower not in platforms)
        for c in noun.children
        if c.dep not in {"acl", "relcl"} or c.lower in _NAMED_BY
        for w in c.subtree
        if w.lower not in platforms
    )


def _tells(noun: Token) -> bool:
    """Return whether the noun is the subject of what tells something."""
    verb = noun.head
    if noun.dep != "nsubj" or is_negated(verb) or any(c.tag == "MD" for c in verb.children):
        return False
    if verb.tag == "VBG" and any(c.dep == "aux" for c in verb.children):
        return False
    if verb.lemma == "link" and any(c.lower == "to" for c in verb.children):
        return False
    if any(c.dep == "ccomp" and _asks(c) for c in verb.children):
        return False  # "a notice says what happened" tells what it is for
    return verb.lemma in vocabularies(
        ("secondhand", "telling"),
        ("secondhand", "usual_verbs"),
        ("attribution", "collective", "statements"),
        ("attribution", "documents", "show"),
    )


def _asks(clause: Token) -> bool:
    """Return whether a clause is a question within: which rules run, what happened."""
    return any(w.tag in {"WDT", "WP", "WP$", "WRB"} and w.i < clause.i for w in clause.subtree)


def _is_leant_on(noun: Token) -> bool:
    """Return whether news came up there, or is told by it: according to a railway magazine."""
    above = noun.head
    if noun.dep != "pobj":
        return False
    if above.lower == "to":
        return above.head.lower == "according"
    if above.lower == "of":
        return above.head.lemma in vocabulary("secondhand", "tellings")
    verb = above.head
    if above.lower not in _WHERE or verb.lemma not in vocabulary("secondhand", "come_upon"):
        return False
    if verb.dep in _CLAUSES and verb.tag == "VBG":
        return False
    if verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep in _CLAUSES):
        return True
    thing = verb.child("nsubj")
    somebody = thing is None or thing.entity == "PERSON" or thing.tag.startswith(("PRP", "WP"))
    surfaces = verb.lemma in vocabulary("secondhand", "surfaced") or _comes_to_light(verb)
    it = thing is not None and thing.lower == "it"
    return (
        surfaces and verb.tag in _FINITE | {"VBN"} and above.lower != "by" and (it or not somebody)
    )


def _comes_to_light(verb: Token) -> bool:
    return verb.lemma == "come" and any(w.lower in {"light", "out"} for w in verb.subtree)
