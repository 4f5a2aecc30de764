"""People without a name who speak, found by grammar alone, and why they are not named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._sourcing.person_nouns import (
    is_formed_as_person,
    known_people,
    person_lemma,
)
from newslint.checks._sourcing.voices import Voice, is_idiom, voices_in
from newslint.checks._support import is_negated, is_own_voice, prose_tokens
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading

_ONE = frozenset({"a", "an", "another", "one"})
_FEW = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine"})
_TEAMS = frozenset(
    {"board", "cabinet", "crew", "family", "jury", "panel", "squad", "staff", "team"}
)
_ONCE = frozenset({"ex", "former", "retired"})
_SOMEBODY = frozenset({"somebody", "someone"})
_JUDGING = frozenset(
    {"accord", "describe", "expect", "forecast", "liken", "predict", "question", "urge"}
)
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART"})
_TOLD = frozenset({"dative", "dobj", "pobj"})
_CLAUSES = frozenset({"acl", "relcl"})
# A clause that only says that the name is withheld gives no reason.
_WITHHELD = LazyRegex(
    r"(?:(?:\w+ ?n['’]t|\w+ not|declin\w+|refus\w+|ask\w*|prefer\w*|want\w*|wish\w*|insist\w*"
    r"|request\w*)"
    r"(?: \w+){0,5} (?:named?|names|identif\w+|identity|quoted|cited|record|anonym\w+))",
    re.IGNORECASE,
)
_CAUSE = LazyRegex(
    r"\b(?:because|since|lest|in case|given that|for fear"
    r"|as (?:s?he|they|her|his|their|it|both|all))\b",
    re.IGNORECASE,
)
_AT_RISK = LazyRegex(
    r"\b(?:would|could|might|may|will|cannot|can['’]t|won['’]t|must|(?:has|have|had) to)\b",
    re.IGNORECASE,
)


def unnamed_people(reading: Reading) -> Iterator[Token]:
    """Yield the nouns for one or a few people who speak and are not named, in text order.

    "A guard who used to work there said", "two neighbours told us", "someone who was in the
    room". Not spokespeople, who speak for a body, nor people heard by a court or an inquiry.
    Needs `parse` with names, and `attributions`.
    """
    seen: set[Token] = set()
    yield from _adrift(reading)
    for voice in (*voices_in(reading), *_remembering(reading)):
        head = voice.head
        if head.dep != "nsubj" and voice.cue.lemma != "accord":
            continue  # "attacked by a man" is a deed
        if any(c.lower in {"if", "when", "whenever"} for c in voice.cue.children):
            continue  # any of them
        idiom = voice.cue.lemma == "let" and is_idiom(voice.cue)
        if voice.cue.lemma not in _spoken() | {"be"} and not (idiom or _is_source(head)):
            continue  # "three senators endorsed him" is a deed
        if voice.cue.lemma == "be" and not _is_outspoken(voice.cue):
            continue  # was angry
        if is_call_to(voice.cue):
            continue
        if head in seen or is_heard(voice.cue):
            continue
        person = is_unnamed_person(head) or _is_source(head)
        if not person and not _is_one_of_those(reading, head):
            continue
        seen.add(head)
        if is_own_voice(reading, head.span):
            yield head


def _is_source(head: Token) -> bool:
    """Return whether these are sources of some sort, who do nothing but speak."""
    before = {c.lower for c in head.children if c.i < head.i}
    return head.lemma == "source" and head.tag == "NNS" and not before & {"the", "these", "those"}


def _remembering(reading: Reading) -> Iterator[Voice]:
    """Yield subjects of what only somebody heard does: remembers it otherwise, was more blunt."""
    heard = vocabulary("anonymity", "heard")
    for head in prose_tokens(reading):
        verb = head.head
        if head.dep != "nsubj" or verb.tag not in {"VBD", "VBZ"} or is_negated(verb):
            continue
        if verb.lemma in heard or _is_outspoken(verb):
            yield Voice(head, verb)


def _is_outspoken(verb: Token) -> bool:
    """Return whether it tells how somebody spoke: was more blunt."""
    how = verb.child("acomp") if verb.lemma == "be" else None
    return how is not None and how.lower in vocabulary("anonymity", "outspoken")


def _is_one_of_those(reading: Reading, head: Token) -> bool:
    """Return whether "one" or "another" is of people without a name told of just before.

    Those met by chance, friends and relatives are not meant: nobody asks why they have no name.
    """
    if head.lower not in {"another", "one"} or any(c.lower != "of" for c in head.children):
        return False
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    before = [w for w in reading.parses[sentence.block] if w.i < head.i and w.tag in {"NN", "NNS"}]
    whom = next((w for w in reversed(before) if _is_somebody(w)), None)
    of_chance = vocabularies(("anonymity", "passers_by"), ("anonymity", "near_ones"))
    if whom is None or person_lemma(whom) in of_chance:
        return False
    if head.lower == "one" and whom.tag == "NN":
        return False
    return whom.child("appos") is None and not any(c.entity == "PERSON" for c in whom.children)


def _is_somebody(word: Token) -> bool:
    lemma = person_lemma(word)
    return lemma in known_people() or is_formed_as_person(lemma)


def _spoken() -> frozenset[str]:
    """Return the cues by which somebody is heard."""
    heard = vocabulary("attribution", "collective", "statements") | _JUDGING
    return heard | vocabularies(("anonymity", "judging"), ("anonymity", "heard"))


def _adrift(reading: Reading) -> Iterator[Token]:
    """Yield people whose own verb a parser put into their clause: who has seen the file called."""
    for head in prose_tokens(reading):
        if head.dep not in {"ROOT", "conj"} or not head.tag.startswith("NN"):
            continue
        if _is_called(head) and is_own_voice(reading, head.span):
            yield head
            continue
        if not is_unnamed_person(head):
            if _is_accusing(head) and is_own_voice(reading, head.span):
                yield head
            continue
        clause = head.child("relcl")
        inner = clause.child("ccomp") if clause is not None else None
        spoken = vocabularies(("anonymity", "judging"), ("anonymity", "sayings"))
        if inner is not None and inner.lemma in spoken and is_own_voice(reading, head.span):
            yield head


def _is_called(head: Token) -> bool:
    """Return whether the main verb was taken for a clause: an envoy called Ms Holt "a menace".

    Also of several: ex-colleagues called her a bully. Whoever is called so must be told.
    """
    verb = next((w for w in head.subtree if w.dep == "acl" and w.lower == "called"), None)
    if verb is None or person_lemma(head) not in known_people() | {"people", "person"}:
        return False
    before = [c for c in head.children if c.i < head.i]
    one = any(c.lower in _ONE for c in before)
    if any(w.entity == "PERSON" for c in before for w in c.subtree):
        return False
    if not one and (head.tag != "NNS" or any(c.dep in {"det", "poss", "nummod"} for c in before)):
        return False
    after = sorted((w for w in head.subtree if w.i > verb.i), key=lambda w: w.i)
    whom = next((w for w in after if w.text[:1].isupper() or w.tag == "PRP"), None)
    if whom is None:  # an envoy called the plan a joke; in a clause it would be a name
        named_so = any(w.dep == "oprd" and w.head is verb for w in after[1:])
        called = named_so and after[0].tag in {"DT", "PRP$"}
        return head.dep == "ROOT" and (called or any(w.text in {'"', "“"} for w in after[1:]))
    return any(w.i > whom.i and w.lower in {'"', "“", "a", "an"} for w in after)


_HALF_PEOPLE = frozenset({"figure", "hand", "voice"})


def _is_accusing(head: Token) -> bool:
    """Return whether somebody close to a thing has a verb hung on the thing: accused Mr Brandt."""
    known = known_people() | vocabulary("anonymity", "figures") | {"person"}
    if head.lemma.lower() not in known or not any(c.lower in _ONE for c in head.children):
        return False
    return any(
        w.tag == "VBN"
        and w.dep == "acl"
        and w.lemma in vocabulary("anonymity", "judging")
        and any(c.dep in {"dobj", "oprd"} and c.entity == "PERSON" for c in w.children)
        for w in head.subtree
        if w.i > head.i and w.head is not head
    )


def is_unnamed_person(head: Token) -> bool:
    """Return whether the noun is of one or a few people brought in here without a name."""
    if head.lower in _SOMEBODY:
        return any(c.dep in _CLAUSES | {"amod", "prep"} and c.i > head.i for c in head.children)
    if head.lower in _FEW | {"one", "several"}:
        return _is_some_of(head)
    if head.entity in _NAMES and (head.text[:1].isupper() or head.lemma not in known_people()):
        return False
    office = head.tag == "NNP" and head.lower in known_people()  # one veteran MP
    wanted = _ONE if head.tag == "NN" or office else _FEW if head.tag == "NNS" else frozenset()
    before = [*head.children, *_front(head)]
    if not any(c.lower in wanted and c.dep in {"det", "nummod"} for c in before):
        return False
    lemma = head.lemma.lower()
    if lemma in vocabulary("anonymity", "shares"):
        return False
    once = any(c.lower in _ONCE for c in head.children)  # a retired judge speaks for himself
    if lemma in vocabulary("anonymity", "not_people") and not (once and lemma in known_people()):
        return False
    if not (lemma in known_people() or is_formed_as_person(lemma)):
        return False
    described = any(c.dep in {"amod", "compound", "prep"} for c in head.children)
    if lemma in _HALF_PEOPLE and not described:
        return False  # "a voice", "a figure" may be no person
    named = any(w.entity in _NAMES or w.tag.startswith("NNP") for w in _own_words(head))
    named |= any(w.dep == "appos" and w.entity == "PERSON" for w in head.subtree)
    return not named and not any(c.dep == "appos" and _may_name(c) for c in head.children)


def _front(head: Token) -> Sequence[Token]:
    """Return what belongs to the first part of a word with a hyphen: a former co-star."""
    front = next((c for c in head.head.children if c.i == head.i - 2), None)
    joined = front is not None and front.end + 1 == head.start and front.tag == head.tag
    return front.children if front is not None and joined else ()


def _may_name(aside: Token) -> bool:
    """Return whether what stands between commas may be the name: not "cap in hand"."""
    return aside.tag.startswith("NNP") or any(w.tag.startswith("NNP") for w in aside.subtree)


def _is_some_of(head: Token) -> bool:
    """Return whether these are some of people who are not named: two of those present."""
    of = next((c for c in head.children if c.lower == "of" and c.i == head.i + 1), None)
    people = of.child("pobj") if of is not None else None
    if people is None or head.child("appos") is not None:
        return False
    if people.lower == "those" or people.lemma.lower() in _TEAMS:
        return True
    return _is_somebody(people) and people.tag == "NNS"


def is_call_to(verb: Token) -> bool:
    """Return whether somebody is called, not called something: an ambulance, her to the stage."""
    if verb.lemma != "call":
        return False
    after = [c for c in verb.children if c.i > verb.i]
    named = any(c.dep in {"oprd", "ccomp", "xcomp", "attr"} for c in after)
    if named and after[0].lower == "it":  # call it a day
        return any(c.lower in {"day", "quits"} for c in after)
    on = any(c.lower in {"for", "on", "upon"} for c in after)
    return not (named or on or any(c.text in {'"', "“"} for c in verb.subtree))


def is_heard(verb: Token) -> bool:
    """Return whether the words were said to a court or the like, where the name is on record."""
    told = [c for c in verb.children if c.dep in _TOLD]
    told += [w for c in verb.children if c.lower in {"to", "before"} for w in c.children]
    return any(c.lemma.lower() in vocabulary("anonymity", "hearings") for c in told)


def says_why(head: Token) -> bool:
    """Return whether a clause about the source tells what it risks: who would lose her job.

    A clause which only says that the name is withheld does not.
    """
    for clause in (c for c in head.children if c.dep in _CLAUSES):
        words = " ".join(w.text for w in sorted(clause.subtree, key=lambda w: w.i))
        whole = words.replace(" n't", "n't").replace(" n’t", "n’t")
        words = _WITHHELD.sub(" ", whole)
        if _AT_RISK.search(words):
            return True
        if words != whole and _CAUSE.search(words):
            return True  # who asked not to be named since her own post is under review
        risks = vocabulary("anonymity", "risks")
        if any(w.lemma.lower() in risks and w.lower in words.lower() for w in clause.subtree):
            return True
    return False


def _own_words(head: Token) -> Iterator[Token]:
    """Yield the words before the noun, and a name that follows it at once."""
    for child in head.children:
        if child.i < head.i and child.dep != "poss":
            yield from (w for w in child.subtree if w.entity == "PERSON")
        if child.dep == "acl" and child.lower in {"called", "named"}:
            yield from child.subtree
