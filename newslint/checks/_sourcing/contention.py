"""What is contentious in a sentence: words that blame somebody, or tell of violence."""

from __future__ import annotations

from newslint.attribution.kinds import nouns_for
from newslint.checks._phrases import find_phrases, phrase_pattern, vocabulary
from newslint.checks._support import in_text, is_negated, tokens_in, verb_group
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.span import Span

_PAST = frozenset({"VBD", "VBN"})
_YEAR = LazyRegex(r"\b(?:1[0-9]|20)\d\d\b")
_BLAMED = ("roles", "common_roles", "organisations")
_PLAIN = frozenset({"PERSON", "ORG", "NORP"})


def contention(reading: Reading, sentence: Sentence) -> Span | None:
    """Return the words of a sentence that blame somebody or tell of violence, if any.

    A wrong counts if somebody (a person, a body, the holder of an office) is the subject of
    it in the past tense: "hid the letters", "knew of the fraud". Violence counts if its
    victim is told by number or age alone: "a man of 58 was killed". A sentence about a court,
    about a year long gone or about a match counts for nothing. Needs `parse` with names.
    """
    return _found(reading, sentence, violence=True)


def blame(reading: Reading, sentence: Sentence) -> Span | None:
    """Return the words of a sentence that blame somebody, as `contention` finds them."""
    return _found(reading, sentence, violence=False)


def _found(reading: Reading, sentence: Sentence, *, violence: bool) -> Span | None:
    text = sentence.span.cut(reading.text)
    if text.rstrip().endswith("?") or _YEAR.search(text):
        return None
    if in_text(vocabulary("worth", "contentious", "settled"), text):
        return None
    words = tokens_in(reading, sentence)
    for word in words:
        if _is_wrong(word) or (violence and _is_violence(word)):
            return Span(verb_group(word).start, _end(word))
    pattern = phrase_pattern("worth", "contentious", "phrases")
    for span in find_phrases(reading.text, sentence.span, pattern):
        verbs = [w for w in words if span.covers(w.span) and w.tag.startswith("VB")]
        if not verbs or any(is_negated(w) or _may_be(w) for w in verbs):
            continue
        passive = len(verbs) > 1 and any(c.dep == "auxpass" for w in verbs for c in w.children)
        if passive and verbs[-1].lemma != "know":
            return span
        if any(_has_culprit(w) for w in verbs) or verbs[-1].lower == "bankrupt":
            return span
    return None


def _is_wrong(verb: Token) -> bool:
    if verb.lemma not in vocabulary("worth", "contentious", "wrongs") or is_negated(verb):
        return False
    if verb.tag not in _PAST or verb.child("auxpass") is not None or _is_possible(verb):
        return False
    if verb.tag == "VBN" and verb.child("aux") is None:
        return False
    done = verb.child("dobj", "ccomp", "prt", "prep", "dative")
    if verb.lemma in vocabulary("worth", "contentious", "weak"):
        met = verb.child("dobj")
        objects = vocabulary("worth", "contentious", "objects")
        if met is None or not (met.lemma.lower() in objects or met.text[:1] in "$£€"):
            return False
    return done is not None and _has_culprit(verb)


def _has_culprit(verb: Token) -> bool:
    """Return whether the subject is somebody in particular who can be blamed."""
    while verb.child("nsubj", "nsubjpass") is None and verb.dep in {"conj", "aux", "auxpass"}:
        verb = verb.head
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.tag == "WDT":
        return False
    if subject.tag in {"WP", "PRP"}:
        return subject.lower in {"he", "she", "who"}
    if subject.entity in _PLAIN:
        return True
    lemma = subject.lemma.lower()
    if lemma in vocabulary("worth", "contentious", "faults"):
        return subject.child("poss") is not None
    people = lemma in vocabulary("worth", "contentious", "culprits") or any(
        lemma in nouns_for(kind) for kind in _BLAMED
    )
    return people or (subject.tag.startswith("NNP") and subject.entity not in {"DATE", "EVENT"})


def _is_possible(verb: Token) -> bool:
    return any(c.dep == "aux" and (c.tag == "MD" or c.lower == "to") for c in verb.children)


def _may_be(verb: Token) -> bool:
    return any(c.tag == "MD" for c in verb.children)


def _is_violence(verb: Token) -> bool:
    """Return whether this is "was shot", of somebody told by number or age alone."""
    if verb.lemma not in vocabulary("worth", "contentious", "violence") or is_negated(verb):
        return False
    if verb.tag not in _PAST or _is_possible(verb):
        return False
    victim = verb.child("nsubjpass") if verb.child("auxpass") is not None else None
    if victim is None:
        return False
    if victim.lemma.lower() not in vocabulary("worth", "contentious", "victims"):
        return False
    return any(c.tag == "CD" or c.lower in {"a", "an"} for c in victim.children)


def _end(verb: Token) -> int:
    """Return where the verb's object or complement ends, if it is short, else the verb."""
    after = [c for c in verb.children if c.i > verb.i and c.dep in {"dobj", "prt", "prep", "ccomp"}]
    for part in after[:1]:
        last = part.subtree[-1].end
        if last - verb.start <= _LONG:
            return last
    return verb.end


_LONG = 60  # characters
