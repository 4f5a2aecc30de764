"""Reporting clauses beside what they report: '"...," said she', "the plan, he said, is dead"."""

from __future__ import annotations

from newslint.attribution.lexicon import lemma_of, verbs
from newslint.attribution.passage import QUOTE_MARKS, Passage, is_word
from newslint.attribution.place import FINITE, OWN, PAUSE, Place, is_finite
from newslint.language.tokens import Token

_SHORT = 4  # tokens of a tag that cannot carry more than who and a verb
_LONGEST_INSIDE = 10  # tokens of a clause between a subject and its verb
_FEWEST_TOLD = 4  # words
_DEPENDENT = frozenset({"conj", "advcl", "acl", "relcl", "xcomp", "pcomp"})


def spoken(passage: Passage, verb: Token, group: frozenset[int]) -> frozenset[int]:
    """Return what a reporting clause stands beside: quoted words, or a clause round it.

    An empty set says that the verb does not stand beside quoted or reported speech in this
    way; it may still have an ordinary clause after it.
    """
    place = Place.of(passage, verb, group)
    if place.noted:
        return frozenset() if _complemented(verb) else _beside(passage, place)
    if _has_clause(passage, verb, place):
        return frozenset()
    before = _before(passage, verb, place)
    return before | _after(passage, place, before)


def _complemented(verb: Token) -> bool:
    """Return whether the verb has what it reports behind it: "as he *explained how ...*"."""
    after = (c for c in verb.children if c.i > verb.i and c.dep in ("ccomp", "xcomp"))
    return any(c.pos != "ADV" for c in after)


def clause_end(passage: Passage, verb: Token, group: frozenset[int]) -> int:
    """Return the index after the reporting clause: verb, subject and circumstances."""
    return Place.of(passage, verb, group).stop


def _has_clause(passage: Passage, verb: Token, place: Place) -> bool:
    """Return whether an ordinary clause follows the verb directly: "said the mill shut"."""
    if place.stop >= place.sentence.stop or passage.tokens[place.stop].text in PAUSE:
        return False
    if passage.quoted[place.stop]:
        return False
    return any(
        c.i > verb.i and c.dep == "ccomp" and min(passage.below(c)) <= place.stop <= c.i
        for c in verb.children
    )


def _beside(passage: Passage, place: Place) -> frozenset[int]:
    """Return the rest of a sentence that "as the clerk noted" belongs to."""
    before = frozenset(range(place.sentence.start, place.start))
    after = frozenset(range(place.stop, place.sentence.stop))
    if all(t.tag in ("CC", "RB") for t in passage.words_in(before)):
        opened = place.stop < len(passage) and passage.tokens[place.stop].text in PAUSE
        return after if opened and len(passage.words_in(after)) > 1 else frozenset()
    if passage.tokens[place.start - 1].text not in PAUSE:
        return frozenset()
    if place.closes or passage.tokens[place.stop].text not in PAUSE:
        return before
    return before | after


def _before(passage: Passage, verb: Token, place: Place) -> frozenset[int]:
    i = place.start - 1
    if i < 0:
        return frozenset()
    start = place.sentence.start
    while i > start and passage.tokens[i].text in QUOTE_MARKS and not passage.quoted[i]:
        i -= 1  # a mark without its partner
    pause = i >= start and passage.tokens[i].text in PAUSE
    if pause:
        i -= 1
    run = passage.run_of(i) if i >= 0 else None
    if run is not None and run[-1] == i:
        if any(c.dep in ("nsubj", "nsubjpass") and c.i < run.start for c in verb.children):
            return frozenset()
        if i < start and not (place.closes and passage.tokens[run[-2]].text != "."):
            return frozenset()
        if verb.tag == "VBG" and verb.child("nsubj") is None:
            return frozenset()
        opening = passage.sentence_of(passage.tokens[run.start]).start
        opening = min(opening, start) if i >= start else run.start
        return frozenset(range(_clause_start(passage, opening, run.start), i + 1))
    if not pause or i < start or passage.tokens[place.start - 1].text == ":":
        return frozenset()
    before = range(start, i + 1)
    if _splits(passage, verb, place, before):
        return frozenset(before)
    if _quote_follows(passage, place) or _has_object(verb):
        return frozenset()
    subjects = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass")]
    if any(c.i in before for c in subjects) and not any(c.i > verb.i for c in subjects):
        return frozenset()
    if _fronted(passage, verb, before) and not _interrupts(passage, verb, place):
        return frozenset()
    spliced = _is_spliced(verb)
    if verb.dep in _DEPENDENT and verb.head.i in before and not spliced:
        return frozenset()
    tensed = any(passage.tokens[i].tag in FINITE for i in before)
    if place.closes and tensed and (_has_subject(verb) or place.start < verb.i - 1):
        return frozenset(before)
    if _interrupts(passage, verb, place) or _ends_headline(passage, verb, place):
        return frozenset(before)
    if not is_finite(passage, before) or _depends(passage, verb, before):
        return frozenset()
    return frozenset(before)


def _is_spliced(verb: Token) -> bool:
    """Return whether a clause of its own is hung below the clause before it."""
    if verb.child("nsubj") is None:
        return False
    loose = verb.child("mark") is None and not any(c.tag == "WRB" for c in verb.children)
    return verb.dep == "conj" or (verb.dep == "advcl" and loose and verb.tag in FINITE)


def _quote_follows(passage: Passage, place: Place) -> bool:
    i = place.stop
    while i < len(passage) and passage.tokens[i].text in PAUSE:
        i += 1
    run = passage.run_of(i) if i < len(passage) else None
    return run is not None and run.start == i


def _has_object(verb: Token) -> bool:
    """Return whether the verb has a thing for object, so that nothing before is one."""
    if verb.child("nsubj") is None:
        return False
    return any(
        c.i > verb.i
        and c.dep in ("dobj", "attr")
        and c.entity not in ("PERSON", "ORG", "DATE")
        and c.pos == "NOUN"
        and verb.lemma not in ("tell", "remind", "assure")
        for c in verb.children
    )


def _has_subject(verb: Token) -> bool:
    return any(c.dep in ("nsubj", "dobj", "attr") for c in verb.children)


def _interrupts(passage: Passage, verb: Token, place: Place) -> bool:
    """Return whether the clause stands between commas: "in 2008, she said, the mill ..."."""
    if verb.child("nsubj") is None or place.stop + 2 >= place.sentence.stop:
        return False
    if passage.tokens[place.stop].text not in PAUSE:
        return False
    if passage.quoted[place.stop + 1] or place.stop - place.start > _LONGEST_INSIDE:
        return False
    following = passage.tokens[place.stop + 1]
    rest = range(place.stop + 1, place.sentence.stop)
    if _goes_on(place, following):
        return True
    return (
        following.tag not in ("VBG", "WDT", "WP", "CC", "VBD")
        or (
            following.tag == "VBD"
            and not is_finite(passage, range(place.sentence.start, place.start))
        )
    ) and any(passage.tokens[i].tag in FINITE for i in rest)


def _splits(passage: Passage, verb: Token, place: Place, before: range) -> bool:
    """Return whether the clause parts a subject from its verb: "the pier, she said, *is* safe"."""
    if verb.child("nsubj") is None or place.stop - place.start > _LONGEST_INSIDE:
        return False
    if verb.dep == "parataxis" and verb.head.i >= place.stop:
        main = verb.head
    else:
        i = place.stop
        while i < place.sentence.stop and not is_word(passage.tokens[i]):
            i += 1
        if i == place.sentence.stop or passage.tokens[i].tag not in FINITE:
            return False
        first = passage.tokens[i]
        main = first.head if first.dep in ("aux", "auxpass") else first
    subject = main.child("nsubj", "nsubjpass")
    return subject is not None and subject.i in before


def _clause_start(passage: Passage, start: int, quote: int) -> int:
    """Return where a sentence that ends in a quotation begins to be reported."""
    lead = [i for i in range(start, quote) if is_word(passage.tokens[i])]
    if not lead or passage.tokens[quote - 1].text == ":":
        return quote
    return start


def _ends_headline(passage: Passage, verb: Token, place: Place) -> bool:
    """Return whether a short tag closes a headline: "Rents to rise, study finds"."""
    return (
        place.stop == len(passage)
        and place.stop - place.start <= _SHORT
        and verb.tag in FINITE
        and verb.child("nsubj") is not None
    )


def _goes_on(place: Place, following: Token) -> bool:
    """Return whether what is reported goes on: "it leaks, they say, *and* it will sink"."""
    if place.stop - place.start > _SHORT:
        return False
    if following.tag == "VBG":
        return following.head.i < place.start and lemma_of(following) not in verbs()
    return following.tag == "CC"


def _adds_clause(passage: Passage, joint: Token, sentence: range) -> bool:
    """Return whether "and" opens a clause of its own that reports nothing itself."""
    rest = [passage.tokens[i] for i in range(joint.i + 1, sentence.stop)]
    main = next((t for t in rest if t.tag in FINITE), None)
    if main is None or any(passage.quoted[t.i] for t in rest):
        return False
    verb = main.head if main.dep in ("aux", "auxpass") else main
    subject = verb.child("nsubj", "nsubjpass", "expl")
    return subject is not None and subject.i > joint.i and lemma_of(verb) not in verbs()


def _fronted(passage: Passage, verb: Token, before: range) -> bool:
    """Return whether a clause of time or cause stands before: "When the bell rang, ..."."""
    first = next((passage.tokens[i] for i in before if is_word(passage.tokens[i])), None)
    if first is None or first.dep not in ("mark", "advmod") or first.tag not in ("IN", "WRB"):
        return False
    if first.head.dep != "advcl" or first.head.head is not verb:
        return False
    clause = passage.below(first.head)
    return not any(passage.tokens[i].tag in FINITE and i not in clause for i in before)


def _depends(passage: Passage, verb: Token, before: range) -> bool:
    """Return whether what stands before is a circumstance of the reporting clause."""
    for child in verb.children:
        if child.i in before and child.dep in OWN:
            return True
    return any(
        child.i > verb.i and child.dep == "ccomp" and min(passage.below(child)) == verb.i + 1
        for child in verb.children
    )


def _after(passage: Passage, place: Place, before: frozenset[int]) -> frozenset[int]:
    i = place.stop
    paused = False
    while i < len(passage) and passage.tokens[i].text in PAUSE:
        paused = True
        i += 1
    if i >= len(passage):
        return frozenset()
    run = passage.run_of(i)
    if run is not None and run.start == i:
        if i in place.full or (i not in place.sentence and not paused):
            return frozenset()
        return _to_the_end(passage, run, place.sentence)
    if before and paused and i in place.sentence:
        following = passage.tokens[i]
        quoted = passage.quoted[place.start - 1] or passage.quoted[place.start - 2]
        if quoted and following.lower != "that":
            return frozenset()
        if following.lower in ("who", "which"):
            return frozenset()
        added = following.tag == "CC" and _adds_clause(passage, following, place.sentence)
        if following.tag in ("VBG", "CC") and not added and not _goes_on(place, following):
            return frozenset()
        return frozenset(range(i, place.sentence.stop))
    return frozenset()


def _to_the_end(passage: Passage, run: range, sentence: range) -> frozenset[int]:
    """Return a quotation that follows its cue, and what the sentence adds to it."""
    found = set(run)
    ended = any(passage.tokens[i].text in ".!?," for i in run[-2:])
    if not ended and run.stop in sentence and passage.tokens[run.stop].text not in PAUSE | {"."}:
        found |= set(range(run.stop, sentence.stop))
    return frozenset(i for i in found if passage.tokens[i].text not in QUOTE_MARKS or i in run)
