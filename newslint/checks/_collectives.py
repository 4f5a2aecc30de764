"""Groups without a name that are made to speak: critics say, according to experts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.attribution.graph import Attribution
from newslint.checks._phrases import vocabulary
from newslint.checks._sources import source_words
from newslint.checks._support import is_negated, prose, prose_tokens
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_RELATIVE = frozenset({"that", "which", "who"})
_QUANTITIES = frozenset({"many", "most", "others", "several", "some", "those"})
_MANY = frozenset(
    {"array", "chorus", "couple", "crowd", "dozen", "group", "handful", "host", "lot", "number"}
)
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "no", "neither"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME"})
_COUNTED = frozenset({"elector", "voter", "many", "most"})  # polls tell what they prefer
_SPOKEN_OF = frozenset({"speak", "talk"})  # of something
_AFFILIATED = frozenset({"at", "from", "with", "for", "within", "inside", "behind", "to"})
_AFTER = frozenset({"acl", "amod", "appos", "prep", "relcl"})
_POLLS = re.compile(
    r"\b(?:polls?|polling|polled|surveys?|surveyed|questionnaire|census|per\s?cent|percentage)\b|%",
    re.IGNORECASE,
)


_ASIDE = re.compile(
    r",\s(?P<who>some|many|most|others)\s(?:argue|believe|claim|complain|contend|fear|say|suspect|think)"
    r"(?=[,.;])"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A noun that is made to speak, and the verb or preposition that makes it."""

    head: Token
    cue: Token


@dataclass(frozen=True, slots=True)
class Group:
    """A group that cannot be asked: where it is named, and whether it is a lesser matter."""

    span: Span
    mild: bool
    lemma: str
    authority: bool


def voices_in(reading: Reading) -> Iterator[Voice]:
    """Yield every noun or pronoun of the prose to which a statement or view is ascribed.

    Found by grammar alone: the subject of a verb of saying or judging ("critics say",
    "residents, who fear"), the agent of one in the passive ("condemned by campaigners"), and
    what follows "according to". Statements that are denied, asked for or only possible are
    left out. Needs `parse`.
    """
    for token in prose_tokens(reading):
        cue = _cue_of(token)
        if cue is None or not token.tag.startswith(("NN", "DT", "JJ", "CD", "PDT", "WP", "WDT")):
            continue
        if token.lower in _RELATIVE:
            # "voters who say" picks some out; "residents, who say" speaks for all of them.
            aside = reading.text[: token.start].rstrip().endswith(",")
            if aside and cue.dep == "relcl" and cue.head.tag.startswith("NN"):
                yield Voice(cue.head, cue)
            continue
        yield Voice(token, cue)
        yield from (Voice(other, cue) for other in _joined(token))


def _joined(token: Token) -> Iterator[Token]:
    """Yield the nouns that "and" joins to `token`: governments and rights groups."""
    return (c for c in token.children if c.dep == "conj" and c.tag.startswith("NN"))


def _cue_of(token: Token) -> Token | None:
    """Return the verb or preposition that makes `token` the source of a statement."""
    above = token.head
    if token.dep in {"nsubj", "nsubjpass"} and above.tag.startswith("VB"):
        return above if _says(above, token) or _feels(above) else None
    if token.dep != "pobj":
        return None
    if above.dep == "agent" and above.lower == "by":
        known = above.head.lemma in vocabulary("attribution", "collective", "judging")
        return above.head if known and not is_negated(above.head) else None
    if above.lower == "to" and above.head.lower == "according":
        return above.head
    if above.lower == "of" and above.head.lemma in vocabulary("attribution", "collective", "views"):
        return above.head
    if above.lower in {"among", "amongst"} and not is_negated(above.head):
        shared = vocabulary("attribution", "collective", "shared")
        return above.head if above.head.lemma in shared else None
    return None


def _claims_authority(subject: Token) -> bool:
    return subject.lemma.lower() in vocabulary("attribution", "collective", "authority")


def _feels(verb: Token) -> bool:
    """Return whether the verb says what its subject feels: are furious, have been stunned."""
    feelings = vocabulary("attribution", "collective", "feelings")
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if is_negated(verb) or any(c.tag == "MD" for c in helpers):
        return False
    if verb.tag == "VBN" and verb.lower in feelings and any(c.dep == "auxpass" for c in helpers):
        return True
    felt = [c for c in verb.children if c.dep == "acomp"]
    if verb.lemma in {"be", "feel", "remain", "grow"} and any(c.lower in feelings for c in felt):
        return True
    after = " ".join(w.lower for w in verb.subtree if verb.i < w.i <= verb.i + 3)
    states = vocabulary("attribution", "collective", "states")
    return verb.lemma in {"be", "remain", "live"} and after.startswith(tuple(states))


def _says(verb: Token, subject: Token) -> bool:
    """Return whether the verb states or judges, as a fact, in past or present tense."""
    known_verbs = vocabulary("attribution", "collective", "saying") | _SPOKEN_OF
    known_verbs |= vocabulary("attribution", "collective", "stances")
    if verb.lemma not in known_verbs or is_negated(verb):
        return False
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if any(c.lower in {"would", "might", "may", "could"} for c in helpers) and (
        subject.lower in {"some", "many", "others"} or _claims_authority(subject)
    ):
        return verb.lemma in vocabulary("attribution", "collective", "might_say")
    if any(c.tag == "MD" or c.dep == "auxpass" for c in helpers):
        return False
    if verb.lemma in vocabulary("attribution", "collective", "stances") and not helpers:
        return verb.tag == "VBP" and subject.lemma.lower() not in _COUNTED
    bodies = vocabulary("attribution", "collective", "bodies")
    if verb.lemma in {"ask", "consider"} and subject.lemma.lower() in bodies:
        return False
    if verb.lemma in _SPOKEN_OF:
        return verb.tag in _FINITE and any(c.lower == "of" for c in verb.children)
    if verb.lemma == "point" and _claims_authority(subject):
        return verb.tag in _FINITE and any(c.lower in {"out", "to"} for c in verb.children)
    if verb.lemma in vocabulary("attribution", "collective", "forecasting"):
        known = _claims_authority(subject) or (
            subject.lemma.lower() in vocabulary("attribution", "collective", "figures")
        )
        felt = verb.lemma == "feel" and any(c.dep in {"acomp", "oprd"} for c in verb.children)
        clause = any(c.dep in {"ccomp", "xcomp"} for c in verb.children)
        return verb.tag in _FINITE and (known or felt or clause)
    if verb.lemma in {"foresee", "see"} and _claims_authority(subject) and verb.child("dobj"):
        return verb.tag in _FINITE
    if verb.lemma in vocabulary("attribution", "collective", "with_clause") and not any(
        c.dep in {"ccomp", "xcomp"} for c in verb.children
    ):
        return False
    # A parser may take a plural's verb for a bare one: many in the town believe.
    bare = verb.tag == "VB" and verb.dep == "ROOT" and not helpers and subject.i < verb.i
    return verb.tag in _FINITE or bare or any(c.tag in _FINITE for c in helpers)


def groups_in(reading: Reading) -> Iterator[Group]:
    """Yield the groups without a name that are made to speak, as the words to mark.

    A group is left out if its members are counted, if an owner, a body or a name belongs to
    it ("the mayor's critics", "analysts at Tarn Bank", "critics such as Ana Ruiz"), if it was
    spoken of before ("the residents"), and if it is people asked in a poll. Needs `parse`
    with names, and `sentences`.
    """
    yield from _aside(reading)
    for voice in voices_in(reading):
        head, counted = _members(voice.head)
        lemma = head.lemma.lower()
        sort = _sort_of(head, lemma)
        if head.dep == "conj" and _is_identified(head.head, voice.cue):
            continue
        if sort is None or _is_identified(head, voice.cue) or _is_identified(counted, voice.cue):
            continue
        if lemma in _QUANTITIES and _is_part_of_known(head):
            continue
        if lemma in _QUANTITIES and head.dep != "pobj" and _points_back(reading, head):
            continue
        if _leads_to_a_name(reading, head):
            continue
        if sort != "authority" and _is_polled(reading, head):
            continue
        mild = sort == "mild" or (sort == "office" and _body_stands_before(reading, head))
        span = Span(_start_of(counted), head.end)
        yield Group(span, mild, lemma, sort == "authority")


def is_member(reading: Reading, group: Group, attribution: Attribution) -> bool:
    """Return whether a named source is presented as one of the group.

    The source, or the sentence it stands in, calls it so ("Ana Ruiz, a critic of the plan",
    "one of them"); of experts and the like, any role with "a" or "an" will do.
    """
    words = source_words(reading, attribution)
    if any(w.lemma.lower() == group.lemma for w in words):
        return True
    if any(w.lower == "one" for w in words[:1]):
        return True
    if not group.authority or not words:
        return False
    return any(w.lower in {"a", "an"} and w.head.dep == "appos" for w in words[1:]) or any(
        w.dep == "appos" and w.child("det") is not None for w in words[1:]
    )


def _aside(reading: Reading) -> Iterator[Group]:
    """Yield "some" in ", some claim,": an aside that a parser often takes for a noun."""
    for _, block in prose(reading):
        for match in _ASIDE.finditer(reading.text, block.span.start, block.span.end):
            yield Group(Span(*match.span("who")), mild=False, lemma="some", authority=False)


def _members(head: Token) -> tuple[Token, Token]:
    """Return the noun for the members, and the noun that counts them: a number of parents."""
    if head.lemma.lower() in _MANY or head.lower in _QUANTITIES:
        of = next((c for c in head.children if c.lower == "of" and c.i == head.i + 1), None)
        inner = of.child("pobj") if of is not None else None
        if inner is not None and inner.tag == "NNS" and not _has(inner, _POINTING):
            return inner, head
    return head, head


def _sort_of(head: Token, lemma: str) -> str | None:
    """Return `authority`, `office` or `crowd` for a plural of such people; else None."""
    if lemma in _QUANTITIES:
        of = next((c for c in head.children if c.lower == "of"), None)
        inner = of.child("pobj") if of is not None else None
        return None if inner is not None and inner.tag == "PRP" else "crowd"  # most of us
    if head.tag not in {"NNS", "NNPS"} and lemma not in {"everybody", "everyone", "staff"}:
        return None
    if lemma in vocabulary("attribution", "collective", "authority"):
        return "authority"
    if lemma in vocabulary("attribution", "collective", "figures"):
        described = any(c.dep in {"amod", "compound"} for c in head.children)
        return "authority" if described and lemma != "source" else None
    if lemma in vocabulary("attribution", "collective", "office"):
        return "mild" if lemma == "government" else "office"
    if lemma in vocabulary("attribution", "collective", "crowd"):
        described = any(c.dep in {"amod", "compound"} for c in head.children)
        return "mild" if lemma == "group" and not described else "crowd"
    if lemma in vocabulary("attribution", "collective", "bodies"):
        return "mild" if head.dep == "pobj" else "crowd"
    return None


def _is_identified(head: Token, cue: Token) -> bool:
    """Return whether a word with the noun says whose people they are, or how many."""
    before = [w for c in head.children if c.i < head.i for w in c.subtree]
    if any(w.tag == "CD" or w.dep == "poss" or w.entity in {"ORG", "PERSON"} for w in before):
        return True
    if any(w.tag.startswith("NNP") and w.entity != "NORP" for w in before):
        return True
    if head.lower not in _QUANTITIES and _has(head, _POINTING):
        return True
    if head.lower in _QUANTITIES:
        return any(_says_who(c) for c in head.children if c.i > head.i and c.dep == "prep")
    return any(_says_who(c) for c in head.children if c.i > head.i and c is not cue)


def _says_who(part: Token) -> bool:
    """Return whether what follows the noun names a body, a person or a way to find them."""
    if part.dep not in _AFTER or part.lower in {"but", "except"}:
        return part.lower in {"but", "except"}
    words = part.subtree
    named = any(w.tag.startswith("NNP") and w.entity not in _PLACES for w in words)
    if part.dep != "prep":
        return True if part.dep in {"acl", "amod"} else named
    if named:
        return True
    last = part.child("pobj")
    empty = vocabulary("attribution", "collective", "empty")
    return part.lower in _AFFILIATED and (last is None or last.lemma not in empty)


def _has(head: Token, words: frozenset[str]) -> bool:
    return any(c.lower in words and c.i < head.i for c in head.children)


def _start_of(head: Token) -> int:
    before = [
        w.start
        for c in head.children
        if c.i < head.i and c.dep in {"amod", "compound", "det", "nmod", "nummod", "quantmod"}
        for w in c.subtree
    ]
    return min(before, default=head.start)


def _is_part_of_known(head: Token) -> bool:
    """Return whether these are some of those spoken of before: some of the same activists."""
    return any(
        c.lower == "of" and any(w.lower in _POINTING or w.dep == "poss" for w in c.subtree)
        for c in head.children
    )


def _points_back(reading: Reading, head: Token) -> bool:
    """Return whether a bare "some" or "many" is of people the paragraph spoke of."""
    if any(c.dep == "prep" for c in head.children):
        return False
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    return any(
        t.tag in {"NNS", "NNPS"} and _sort_of(t, t.lemma.lower()) is not None
        for t in reading.parses[sentence.block]
        if t.end <= head.start
    )


def _leads_to_a_name(reading: Reading, head: Token) -> bool:
    """Return whether "including", "such as" or "led by" follows, and then a name."""
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    words = [t for t in reading.parses[sentence.block].within(sentence.span) if t.i > head.i]
    naming = vocabulary("attribution", "collective", "naming")
    for at, word in enumerate(words):
        if word.lower in naming and any(
            w.tag.startswith("NNP") or w.lower in {"the", "'s"} for w in words[at + 1 : at + 8]
        ):
            return True
    return False


def _is_polled(reading: Reading, head: Token) -> bool:
    """Return whether the paragraph, up to the noun's sentence, speaks of a poll."""
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    start = reading.blocks[sentence.block].span.start
    return _POLLS.search(reading.text, start, sentence.span.end) is not None


def _body_stands_before(reading: Reading, head: Token) -> bool:
    """Return whether the paragraph names a body before: the officials may be of it."""
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    return any(t.entity == "ORG" for t in reading.parses[sentence.block] if t.end <= head.start)
