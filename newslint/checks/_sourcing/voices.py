"""Nouns that are made to speak, found by grammar alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._phrases import vocabulary
from newslint.checks._support import is_code, is_negated, prose
from newslint.language.tokens import Token
from newslint.reading import Reading, once_an_article

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_NOUNS = ("NN", "DT", "JJ", "CD", "PDT", "WP", "WDT")
_RELATIVE = frozenset({"that", "which", "who"})
_COUNTED = frozenset({"elector", "voter", "many", "most"})  # polls tell what they prefer
_ASKING = frozenset({"argue", "ask", "object", "wonder"})
_SURMISING = frozenset({"may", "might", "will"})
_PLAIN_TO_SEE = frozenset(
    {"alive", "dead", "empty", "fit", "guilty", "innocent", "intact", "liable", "open", "shut"}
    | {"unconscious", "unharmed", "unhurt", "untouched"}
)
_UNABLE = frozenset({"agree", "believe", "explain", "recall", "remember", "see", "understand"})
_OTHERWISE = frozenset({"differently", "not", "otherwise", "so"})
_FORUMS = frozenset({"airwave", "facebook", "forum", "internet", "medium", "twitter", "web", "x"})
# What it is to be told that people are not: not so sure, not amused.
_DENIED = frozenset(
    {"amused", "certain", "confident", "content", "convinced", "enthusiastic", "happy", "impressed"}
    | {"keen", "optimistic", "persuaded", "pleased", "satisfied", "sure", "surprised", "thrilled"}
)
_SPOKEN_OF = frozenset({"speak", "talk"})  # of something


@dataclass(frozen=True, slots=True)
class Voice:
    """A noun that is made to speak, and the verb or preposition that makes it."""

    head: Token
    cue: Token


@once_an_article
def voices_in(reading: Reading) -> tuple[Voice, ...]:
    """Return every noun or pronoun of the prose to which a statement or view is ascribed.

    Found by grammar alone: the subject of a verb of saying or judging ("critics say",
    "residents, who fear"), the agent of one in the passive ("condemned by campaigners"), and
    what follows "according to". Statements that are denied, asked for or only possible are
    left out. Needs `parse`.
    """
    return tuple(_voices(reading))


def _voices(reading: Reading) -> Iterator[Voice]:
    for block, _ in prose(reading):
        tokens = reading.parses[block].tokens
        for token, cue in reading.marked(block, _cue_at):
            yield from _voices_at(reading, token, tokens[cue])


def _voices_at(reading: Reading, token: Token, cue: Token) -> Iterator[Voice]:
    if is_code(reading, token.span) or _is_open(cue):
        return
    if token.lower in _RELATIVE:
        # "voters who say" picks some out; "residents, who say" speaks for all of them.
        aside = reading.text[: token.start].rstrip().endswith(",")
        if aside and cue.dep == "relcl" and cue.head.tag.startswith("NN"):
            yield Voice(cue.head, cue)
        return
    yield Voice(token, cue)
    yield from (Voice(other, cue) for other in _joined(token))


def _cue_at(token: Token) -> int | None:
    """Return the index of the word that makes a noun or pronoun the source of a statement."""
    cue = _cue_of(token) if token.tag.startswith(_NOUNS) else None
    return cue.i if cue is not None else None


def _is_open(cue: Token) -> bool:
    """Return whether it is only asked whether they say so."""
    return any(c.lower == "whether" and c.dep == "mark" for c in cue.children)


def _joined(token: Token) -> Iterator[Token]:
    """Yield the nouns that "and" joins to `token`: governments and rights groups."""
    return (c for c in token.children if c.dep == "conj" and c.tag.startswith("NN"))


def _cue_of(token: Token) -> Token | None:
    """Return the verb or preposition that makes `token` the source of a statement."""
    above = token.head
    if above.dep == "auxpass" and above.head.tag == "VBN":
        above = above.head  # hung on its helper by a parser: residents are convinced
    if (
        token.dep in {"nsubj", "nsubjpass"}
        and above.tag.startswith("VB")
        and (
            _says(above, token)
            or feels(above)
            or is_idiom(above)
            or reacts(above)
            or foresees(above)
        )
    ):
        return above
    if token.dep in {"dobj", "nsubj"}:
        moved = _moved(token)
        return _chain(token) if moved is None and token.dep == "nsubj" else moved
    return _of_preposition(token) if token.dep == "pobj" else None


def is_chained(head: Token, cue: Token) -> bool:
    """Return whether the verb of saying only follows the group's own: went on and called it."""
    led = cue.head.head if cue.head.dep == "acomp" else cue.head  # were quick to take sides
    return led is head.head and cue.dep in {"conj", "xcomp"} and head.dep == "nsubj"


def _chain(token: Token) -> Token | None:
    """Return the verb of saying to which the group's own verb leads: are quick to suggest."""
    verb = token.head
    if not verb.tag.startswith("VB") or is_negated(verb) or not _is_finite(verb):
        return None
    if _is_open(verb):
        return None
    told = vocabulary("attribution", "collective", "statements")
    ready = vocabulary("attribution", "collective", "ready")
    lead = verb.child("acomp") or verb
    for part in (*verb.children, *lead.children):
        states = part.lemma in told or _is_set_phrase(part)
        follows = part.dep == "xcomp" and states and lead.lemma in ready
        if follows and any(c.lower == "to" or part.tag == "VBG" for c in part.children):
            return part
        alone = part.dep == "conj" and part.child("nsubj", "nsubjpass") is None
        if alone and part.tag in _FINITE and part.lemma in told | {"call"} and _is_whole(part):
            return part
    return None


def _is_whole(verb: Token) -> bool:
    """Return whether the verb has the clause without which it does not speak."""
    wanting = verb.lemma in vocabulary("attribution", "collective", "with_clause")
    return not wanting or any(c.dep in {"ccomp", "xcomp"} for c in verb.children)


def _moved(token: Token) -> Token | None:
    """Return the word that says what an event did to people: angered, left them baffled."""
    above = token.head
    if token.tag != "NNS" or is_negated(above):
        return None
    felt = vocabulary("attribution", "collective", "feelings")
    if above.head.lemma in {"leave", "make"} and above.lower in felt:
        return above
    left = next((c for c in above.children if c.dep in {"oprd", "acomp"} and c.lower in felt), None)
    if above.lemma in {"leave", "make"} and token.dep == "dobj" and left is not None:
        return left
    if above.lemma == "have" and token.dep == "dobj":  # "has alarmed scientists", misread
        before = next((c for c in token.children if c.i == above.i + 1), None)
        return before if before is not None and before.lower in felt else None
    if token.dep != "dobj" or above.lemma not in vocabulary("attribution", "collective", "moving"):
        return None
    told = above.tag in {"VBD", "VBZ", "VBP", "VBN"}
    modal = any(c.tag == "MD" or c.dep == "auxpass" for c in above.children)
    return above if told and not modal else None


def _of_preposition(token: Token) -> Token | None:
    """Return what makes the object of a preposition a source: seen by, the view of, to many."""
    above = token.head
    if above.dep == "agent" and above.lower == "by":
        known = above.head.lemma in vocabulary("attribution", "collective", "judging")
        return above.head if known else None  # also where it is not believed by them
    if above.lower == "to" and above.head.lower == "according":
        return above.head
    if above.lower == "of" and above.head.lemma in vocabulary("attribution", "collective", "views"):
        return above.head
    if is_negated(above.head):
        return None
    shared = vocabulary("attribution", "collective", "shared")
    if above.lower in {"among", "amongst"}:
        return above.head if above.head.lemma in shared else None
    if above.lower == "from" and above.head.tag in {"VBD", "VBN", "VBZ"}:
        drawn = above.head.child("dobj")  # has drawn criticism from
        reactions = vocabulary("attribution", "agentless", "reactions")
        return drawn if drawn is not None and drawn.lemma in reactions else None
    if above.lower in {"from", "by"} and above.head.tag.startswith("NN"):
        cues = shared | vocabulary("attribution", "collective", "uttered")
        return above.head if above.head.lemma in cues else None
    return above if is_to_whom(above, token) else None


def is_to_whom(preposition: Token, noun: Token) -> bool:
    """Return whether "for" or "to" opens a clause with those who hold it so: to some, it is art."""
    if preposition.lower not in {"for", "to"} or preposition.dep not in {"prep", "ROOT"}:
        return False
    if noun.lower == "those":
        return False  # for those with a ticket
    verb = preposition.head
    opens = verb.i > preposition.i and not any(
        c.i < preposition.i and c.dep in {"nsubj", "nsubjpass"} for c in verb.children
    )
    subject = verb.child("nsubj", "nsubjpass", "expl")
    return opens and subject is not None and subject.i > noun.i


def claims_authority(subject: Token) -> bool:
    """Return whether the noun claims to know: experts, analysts, critics."""
    return subject.lemma.lower() in vocabulary("attribution", "collective", "authority")


def feels(verb: Token) -> bool:
    """Return whether the verb says what its subject feels: are furious, are not so sure."""
    feelings = vocabulary("attribution", "collective", "feelings")
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if any(c.tag == "MD" for c in helpers):
        return False
    if is_negated(verb):
        how = verb.child("acomp") if verb.lemma in {"be", "feel"} else None
        return how is not None and how.lower in _DENIED and how.child("xcomp") is None
    if verb.lemma == "feed":
        return verb.tag == "VBN" and any(c.lower == "up" for c in verb.children)
    if verb.tag == "VBN" and verb.lower in feelings and any(c.dep == "auxpass" for c in helpers):
        return True
    felt = [c for c in verb.children if c.dep in {"acomp", "oprd", "xcomp"}]
    if verb.lemma == "leave" and any(c.dep == "auxpass" for c in helpers):
        return any(c.lower in feelings for c in felt)
    if verb.lemma in {"be", "feel", "remain", "grow"} and any(c.lower in feelings for c in felt):
        return True
    after = " ".join(w.lower for w in verb.subtree if verb.i < w.i <= verb.i + 4)
    states = vocabulary("attribution", "collective", "states")
    return verb.lemma in {"be", "remain", "live", "feel"} and after.startswith(tuple(states))


def reacts(verb: Token) -> bool:
    """Return whether the verb and its preposition tell a reaction: reacted with fury."""
    if is_negated(verb) or any(c.tag == "MD" or c.dep == "auxpass" for c in verb.children):
        return False
    if not _is_finite(verb):
        return False
    to = next((c for c in verb.children if c.lower == "to"), None)
    where = to.child("pobj") if to is not None and verb.lemma == "take" else None
    if where is not None and where.lemma.lower() in _FORUMS:
        return True
    after = {f"{verb.lemma} {c.lower}" for c in verb.children if c.i > verb.i}
    return bool(after & vocabulary("attribution", "collective", "reactions"))


def foresees(verb: Token) -> bool:
    """Return whether somebody is said to be going to like it or not: will shed no tears."""
    if not any(c.lower in {"'ll", "will", "’ll"} and c.tag == "MD" for c in verb.children):
        return False
    return verb.lemma in vocabulary("attribution", "collective", "foreseen") or _is_set_phrase(verb)


def _is_appraisal(verb: Token) -> bool:
    """Return whether it is found to be so by those who judge it: found it dull, not dead."""
    what = verb.child("ccomp", "oprd", "acomp")
    if what is None or what.tag != "JJ" or what.child("aux", "mark", "cop") is not None:
        return False
    return what.lower not in _PLAIN_TO_SEE


def _had(verb: Token) -> bool:
    return verb.tag == "VBN" and any(c.lower == "had" and c.dep == "aux" for c in verb.children)


def _is_finite(verb: Token) -> bool:
    return verb.tag in _FINITE or any(c.tag in _FINITE and c.dep == "aux" for c in verb.children)


def never_did(verb: Token) -> bool:
    """Return whether somebody is said never to have held so: never wanted, no longer trust."""
    known = verb.lemma in vocabulary("attribution", "collective", "never") and _is_finite(verb)
    return known and any(c.lower in {"never", "longer"} for c in verb.children)


def is_idiom(verb: Token) -> bool:
    """Return whether verb and object judge or lose heart together: cry foul, pour scorn."""
    if is_negated(verb) or any(c.tag == "MD" or c.dep == "auxpass" for c in verb.children):
        return False
    if not _is_finite(verb):
        return False
    return _is_set_phrase(verb)


def _is_set_phrase(verb: Token) -> bool:
    said = {f"{verb.lemma} {c.lemma.lower()}" for c in verb.children if c.i > verb.i}
    return bool(said & vocabulary("attribution", "collective", "idioms"))


def _says(verb: Token, subject: Token) -> bool:
    """Return whether the verb states or judges, as a fact, in past or present tense."""
    known_verbs = vocabulary("attribution", "collective", "saying") | _SPOKEN_OF
    known_verbs |= vocabulary("attribution", "collective", "stances")
    if subject.lower in {"everybody", "everyone"}:
        if any(c.lower == "so" for c in verb.children):
            return False  # "they publish it so everyone knows": a purpose
        known_verbs |= vocabulary("attribution", "collective", "attitudes")
    nobody = subject.lower in {"few", "nobody", "one"}
    if verb.lemma in _UNABLE and is_negated(verb):  # cannot recall such a split
        return any(c.lower in {"can", "could", "do"} for c in verb.children)
    if never_did(verb) and claims_authority(subject):
        return True
    if verb.lemma == "find" and claims_authority(subject):
        return verb.tag in _FINITE and _is_appraisal(verb)
    if verb.lemma == "think" and any(c.lower in _OTHERWISE for c in verb.children):
        return verb.tag in _FINITE  # most think not
    if verb.lemma not in known_verbs or (is_negated(verb) and not nobody):
        return False
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    several = subject.tag == "NNS"
    if (
        several
        and any(c.lower in _SURMISING for c in helpers)
        and (verb.lemma in _ASKING or (verb.lemma == "say" and claims_authority(subject)))
    ):
        return True  # taxpayers may wonder why, critics will say
    if any(c.lower in {"would", "might", "may", "could"} for c in helpers) and (
        subject.lower in {"some", "many", "others"} or claims_authority(subject)
    ):
        return verb.lemma in vocabulary("attribution", "collective", "might_say")
    if any(c.lower == "will" for c in helpers) and verb.lemma == "tell":
        return any(c.lower == "you" for c in verb.children)  # locals will tell you
    if any(c.tag == "MD" or c.dep == "auxpass" for c in helpers):
        return False
    if verb.lemma in vocabulary("attribution", "collective", "stances") and not helpers:
        if verb.lemma == "want" and verb.tag in {"VBZ", "VBD"}:
            return True
        return verb.tag == "VBP" and subject.lemma.lower() not in _COUNTED
    bodies = vocabulary("attribution", "collective", "bodies")
    if verb.lemma in {"ask", "consider"} and subject.lemma.lower() in bodies:
        return False
    if verb.lemma in _SPOKEN_OF:
        return verb.tag in _FINITE and any(c.lower == "of" for c in verb.children)
    if verb.lemma == "point" and claims_authority(subject):
        return verb.tag in _FINITE and any(c.lower in {"out", "to"} for c in verb.children)
    if verb.lemma in vocabulary("attribution", "collective", "forecasting"):
        known = claims_authority(subject) or (
            subject.lemma.lower() in vocabulary("attribution", "collective", "figures")
            or subject.lemma.lower() in vocabulary("attribution", "collective", "many_bodied")
            or subject.lemma.lower() in vocabulary("attribution", "collective", "masses")
        )
        felt = verb.lemma == "feel" and any(c.dep in {"acomp", "oprd"} for c in verb.children)
        clause = any(c.dep in {"ccomp", "xcomp"} for c in verb.children)
        return (verb.tag in _FINITE or _had(verb)) and (known or felt or clause)
    if verb.lemma in {"foresee", "see"} and claims_authority(subject) and verb.child("dobj"):
        return verb.tag in _FINITE
    if verb.lemma in vocabulary("attribution", "collective", "with_clause") and not any(
        c.dep in {"ccomp", "xcomp"} for c in verb.children
    ):
        parts = [*verb.children, *(w for c in verb.children if c.dep == "dobj" for w in c.children)]
        as_what = any(c.lower == "as" and c.i > verb.i for c in parts)
        judged = verb.lemma in vocabulary("attribution", "collective", "judged_as")
        bare = verb.tag == "VB" and verb.dep == "ROOT" and not helpers
        return judged and as_what and (bare or verb.tag in _FINITE | {"VBN"})
    # A parser may take a plural's verb for a bare one: many in the town believe.
    bare = verb.tag == "VB" and verb.dep == "ROOT" and not helpers and subject.i < verb.i
    return verb.tag in _FINITE or bare or any(c.tag in _FINITE for c in helpers)
