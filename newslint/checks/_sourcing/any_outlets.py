"""Outlets that could be any, and tell something: multiple outlets linked him with Genoa."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._sourcing.hearsay import (
    BEFORE,
    KNOWN,
    PLACES,
    SOME,
    Stretch,
    first_word,
    is_a_name,
    unlinked,
)
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_QUANTITIES = frozenset(
    {"certain", "few", "many", "most", "multiple", "numerous", "other", "several", "some", "three"}
    | {"two", "various"}
)
_PERIODICALS = frozenset({"daily", "weekly"})


def outlets_that_tell(reading: Reading) -> Iterator[Span]:
    """Yield outlets without a name that tell something, in text order: Multiple outlets say.

    One with a name, an owner or a maker is left alone, as is one with a link right behind it. Needs
    `parse` with names, and `attributions`.
    """
    yield from unlinked(reading, _outlet)


def _outlet(noun: Token) -> Stretch | None:
    """Return an outlet that could be any and tells something: Multiple outlets linked him."""
    lemma = noun.lemma.lower()
    if lemma in _PERIODICALS and noun.tag[:2] != "NN":
        return _periodical(noun)
    if lemma == "account":
        return None  # it is heard where it says something, and does much else
    platforms = vocabulary("secondhand", "platforms")
    online = lemma == "group" and any(c.lower in platforms for c in noun.children)
    sure = online or lemma == "outlet" or lemma in vocabulary("secondhand", "tellers")
    if not sure and lemma not in vocabulary("secondhand", "doubtful_tellers"):
        return None
    if noun.tag[:2] != "NN" or (noun.tag == "NNP" and noun.i > 0):
        return None
    if not (_tells(noun) or _is_cited(noun)):
        return None
    before = [c for c in noun.children if c.i < noun.i]
    mods = [w for c in before if c.dep in BEFORE for w in c.subtree]
    words = {w.lower for w in mods}
    if any(c.dep == "poss" for c in before):
        return None
    if any(is_a_name(w) and w.lower not in platforms for w in mods):
        return None
    of_news = bool(words & vocabularies(("secondhand", "of_news"), ("secondhand", "of_press")))
    placed = any(w.entity in PLACES for w in mods)
    press = lemma in {"media", "medium", "press", "tabloid"} and any(
        c.dep == "amod" for c in before
    )
    if words & (KNOWN - {"the"}) or ("the" in words and not (of_news or press)):
        return None
    many = noun.tag == "NNS" and bool(words & _QUANTITIES)
    if not (sure or of_news or many or press or (placed and lemma in {"media", "medium"})):
        return None
    if noun.tag == "NN" and not words & SOME and lemma not in {"press", "television", "radio"}:
        return None
    if any(_is_of_somebody(c) for c in noun.children if c.i > noun.i):
        return None
    return first_word(noun), noun.i


def _is_cited(noun: Token) -> bool:
    """Return whether what the outlet had told is spoken of: a magazine's account of the fire."""
    owned = noun.dep == "poss" and noun.head.lemma in vocabulary("secondhand", "written_hearsay")
    return owned and any(c.dep in {"acl", "ccomp", "prep"} for c in noun.head.children)


def _periodical(adverb: Token) -> Stretch | None:
    """Return "a business daily" that tells something, which a parser may take for an adverb."""
    before = (adverb.head, *adverb.head.children)
    noun = next((w for w in before if w.i == adverb.i - 1), None)
    if noun is None or not any(c.lower in SOME for c in noun.children) or not _tells(noun):
        return None
    return first_word(noun), adverb.i


def _tells(noun: Token) -> bool:
    """Return whether the noun is the subject of what outlets do with news."""
    verb = noun.head
    if noun.dep != "nsubj" or noun.i > verb.i:
        return False
    if any(c.dep == "neg" or c.tag == "MD" for c in verb.children):
        return False
    helped = any(c.lower in {"has", "have", "had"} and c.dep == "aux" for c in verb.children)
    if verb.tag == "VBG" and helped and not any(c.lower == "been" for c in verb.children):
        return True  # have him going to Genoa
    lemma = verb.lemma.lower()
    if lemma == "have":
        told = verb.child("dobj", "ccomp")
        return told is not None and (
            told.tag.startswith(("PRP", "NNP", "VB")) or told.lemma in {"news", "scoop", "story"}
        )
    if lemma == "be":  # were the first to carry
        first = verb.child("acomp", "attr")
        done = first.child("xcomp", "relcl", "acl") if first is not None else None
        return done is not None and done.lemma in vocabulary("secondhand", "telling")
    if lemma in {"speak", "talk", "write"}:
        return any(c.lower in {"of", "about"} for c in verb.children) or lemma == "write"
    return lemma in vocabulary("secondhand", "telling")


def _is_of_somebody(part: Token) -> bool:
    """Return whether what follows the outlet names it, or whose it is."""
    if part.dep == "appos":
        return True
    if part.dep in {"acl", "relcl"}:
        return part.lemma in {"call", "name", "run", "own", "edit"}
    return part.dep == "prep" and part.lower in {"by", "for", "of", "called"}
