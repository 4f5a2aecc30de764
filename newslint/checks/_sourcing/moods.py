"""What crowds are said to feel, and nobody to have told: resentment has simmered on the quay."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.person_nouns import is_formed_as_person, known_people, person_lemma
from newslint.checks._support import (
    has_identified_report,
    has_link,
    is_negated,
    is_own_voice,
    prose_marked,
)
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_LIST = "moods"
_WHOLE = frozenset({"all", "entire", "much", "whole"})
_OWNERS = frozenset({"poss", "nummod"})
_NAMES = frozenset({"PERSON", "ORG", "NORP"})
_CLAUSES = frozenset({"acl", "relcl", "appos"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_WHERE = frozenset({"across", "along", "among", "around", "at", "in", "on", "round"})
_BEGINNING = frozenset({"begin", "continue", "start"})
_MUCH = frozenset({"much", "some"})
_NONE = frozenset({"any", "no"})
_ABOUT_WHAT = frozenset({"between", "for", "of"})
_OTHERS = frozenset({"other", "others", "some", "many", "few", "most"})


def moods(reading: Reading) -> Iterator[Span]:
    """Yield moods of crowds that nobody is said to have found out, in text order.

    A feeling without an owner and what becomes of it ("Resentment has simmered", "Hopes are
    high"); people brought in by no more than what they are, and how they feel ("Voters are
    tired"); a whole town in one mind. Left alone are those of somebody with a name, sentences
    with a source or a link, and what is denied or may be. Needs `parse` with names, and
    `attributions`.
    """
    for token, last in prose_marked(reading, _mood):
        sentence = reading.sentence_at(token.start)
        if sentence is None:
            continue
        words = reading.parses[sentence.block].tokens
        first = min(
            (w.i for c in token.children if c.i < token.i for w in c.subtree), default=token.i
        )
        span = Span(words[first].start, words[last].end)
        if is_own_voice(reading, span) and not _is_told(reading, sentence.span):
            yield span


def _is_told(reading: Reading, sentence: Span) -> bool:
    return has_link(reading, sentence) or has_identified_report(reading, sentence)


def _mood(noun: Token) -> int | None:
    """Return the last word to mark of the mood whose subject this is; None if it is none."""
    verb = noun.head
    if noun.dep in {"attr", "dobj"} and any(
        w.dep == "expl" for c in (verb, *verb.children) for w in c.children
    ):
        return _is_there(noun, verb)
    if (
        noun.dep not in {"nsubj", "nsubjpass"}
        or verb.i < noun.i
        or verb.dep not in _MAIN
        or not noun.tag.startswith("NN")
    ):
        return None
    if is_negated(verb) or any(c.tag == "MD" for c in verb.children):
        return None
    felt = _is_feeling(noun)
    if (noun.entity in _NAMES and not (felt and noun.i == 0)) or any(
        c.dep in _CLAUSES for c in noun.children
    ):
        return None
    others = (w for w in noun.subtree if w is not noun)
    if any(w.entity in _NAMES or w.tag.startswith("PRP") for w in others):
        return None
    if not felt and noun.lemma.lower() in vocabulary(_LIST, "verdicts") and verb.lemma == "be":
        return _concluded(noun, verb)
    if felt:
        return _become(verb)
    whole = _feel(verb) if _is_crowd(noun) else None
    place = _is_crowd(noun) or _is_place(noun)
    return _is_gripped(verb) if whole is None and place else whole


def _is_feeling(noun: Token) -> bool:
    """Return whether the noun is of a feeling: resentment, a sense of relief."""
    of = next((c for c in noun.children if c.lower == "of"), None)
    within = of.child("pobj") if of is not None and noun.lemma == "sense" else None
    feeling = within if within is not None else noun
    return feeling.lemma.lower() in vocabulary(_LIST, "feelings")


def _is_there(noun: Token, verb: Token) -> int | None:
    """Judge "there is growing disquiet": not "there was no alarm", nor hope of a cure."""
    growing = verb.tag == "VBG" and verb.child("aux") is not None  # taken for a verb
    if noun.lemma.lower() not in vocabulary(_LIST, "feelings"):
        return None
    around = [c for c in noun.children if c.i < noun.i]
    felt = growing or any(c.dep == "amod" or c.lower in _MUCH for c in around)
    if not growing and verb.lemma != "be":
        return None
    mine = any(c.dep in _CLAUSES or c.lower in _ABOUT_WHAT for c in noun.children)
    if not felt or mine or is_negated(verb) or any(c.lower in _NONE for c in around):
        return None
    if any(w.entity in _NAMES or w.tag.startswith("PRP") for w in noun.subtree):
        return None
    return noun.i


def _become(verb: Token) -> int | None:
    """Judge "resentment has simmered", "hopes are high": not "her confidence", "a fear of fire"."""
    if verb.lemma == "be":
        how = verb.child("acomp", "attr")
        return how.i if how is not None and how.lower in vocabulary(_LIST, "states") else None
    begun = verb.child("xcomp") if verb.lemma in _BEGINNING else None
    if begun is not None and begun.i > verb.i:
        verb = begun  # alarm has begun to spread
    if verb.child("dobj", "auxpass") is not None:
        return None
    if verb.lemma not in vocabulary(_LIST, "becomes"):
        return None
    after = [
        c.i for c in verb.children if c.dep in {"prt", "acomp", "advmod"} and c.i == verb.i + 1
    ]
    return max([verb.i, *after])


def _concluded(noun: Token, verb: Token) -> int | None:
    """Judge "the verdict in the stands was that": not the jury's, nor that of a report."""
    owned = any(c.dep == "poss" or c.lower in {"of", "by", "from"} for c in noun.children)
    where = any(
        (c.dep == "prep" and c.lower in _WHERE) or c.lower in vocabulary(_LIST, "common")
        for c in noun.children
    )
    that = verb.child("ccomp") is not None
    return verb.i if that and where and not owned else None


def _is_crowd(noun: Token) -> bool:
    """Return whether the noun is of people with nothing but their kind, or of a whole place."""
    before = [c for c in noun.children if c.i < noun.i]
    words = {c.lower for c in before}
    if noun.lemma.lower() in vocabulary(_LIST, "places"):
        return bool(words & _WHOLE)
    if noun.tag != "NNS" or any(c.dep in _OWNERS for c in before) or words & _OTHERS:
        return False
    if noun.lemma.lower() in vocabulary(_LIST, "groups"):
        return True
    lemma = person_lemma(noun)
    people = lemma in known_people() or is_formed_as_person(lemma)
    return people and not any(c.dep == "det" for c in before) and noun.lower not in _OTHERS


def _is_place(noun: Token) -> bool:
    """Return whether the noun is of a place that a story tells of: the coast, the village."""
    before = [c.lower for c in noun.children if c.i < noun.i and c.dep != "amod"]
    return noun.lemma.lower() in vocabulary(_LIST, "places") and before == ["the"]


def _is_gripped(verb: Token) -> int | None:
    """Judge "is in shock", "is up in arms", "is stunned": moods that only people can be in."""
    if verb.lemma != "be":
        done = verb.child("auxpass") is not None and verb.lower in vocabulary(_LIST, "gripped")
        return verb.i if done or verb.lemma in vocabulary(_LIST, "grips") else None
    how = verb.child("acomp", "attr")
    if how is not None:
        return how.i if how.lower in vocabulary(_LIST, "gripped") else None
    into = verb.child("prep")
    mood = into.child("pobj", "pcomp") if into is not None and into.i > verb.i else None
    up = into is not None and into.i == verb.i + 2 and verb.child("advmod") is not None
    if up and mood is not None and mood.lower == "arms":
        return mood.i
    if into is None or mood is None:
        return None
    words = f"{into.lower} {mood.lower}"
    return mood.i if words in vocabulary(_LIST, "gripped") else None


def _feel(verb: Token) -> int | None:
    if verb.lemma == "be":
        how = verb.child("acomp")
        return how.i if how is not None and how.lower in vocabulary(_LIST, "states") else None
    if verb.lemma in vocabulary(_LIST, "minds"):
        return verb.i
    # have had enough, ran out of patience, lost heart
    thing = verb.child("dobj")
    lost = verb.lemma == "lose" and thing is not None and thing.lemma in vocabulary(_LIST, "loses")
    enough = verb.lemma == "have" and thing is not None and thing.lower == "enough"
    breath = verb.lemma == "hold" and thing is not None and thing.lower == "breath"
    if lost or enough or breath:
        return thing.i if thing is not None else None
    out = next((w for w in verb.subtree if w.lower == "patience"), None)
    return out.i if verb.lemma == "run" and out is not None else None
