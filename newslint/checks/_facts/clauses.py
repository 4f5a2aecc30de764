"""Who did what, clause by clause, in words by which two clauses can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.language.tokens import Parse, Token
from newslint.reading import Reading, once_an_article
from newslint.vocabulary import load

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"which", "who", "that"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "latest"})
_COUNTED = frozenset({"this", "in", "since", "such", "here"})
_OPEN = frozenset({"if", "whether", "unless", "until"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its subject and object; a relative pronoun is replaced by what it means.

    `act` names what is done by a word that its synonyms share; `time` is `past`, `future`
    or `present`. `passive` says that the subject is who it is done to.
    """

    verb: Token
    act: str
    subject: Token | None
    object: Token | None
    passive: bool
    time: str
    block: int

    @property
    def patient(self) -> Token | None:
        """What it is done to; of a verb without object, who does it."""
        if self.passive:
            return self.subject
        return self.object or self.subject

    @property
    def agent(self) -> Token | None:
        """Who does it, where that is said."""
        if not self.passive:
            return self.subject
        by = next((c for c in self.verb.children if c.dep == "agent"), None)
        return by.child("pobj") if by else None


@cache
def _concepts(table: str) -> dict[str, str]:
    data = load(PACKAGE, "vocabularies/events.yml")
    groups = data.get(table) if isinstance(data, dict) else None
    found: dict[str, str] = {}
    for concept, words in groups.items() if isinstance(groups, dict) else ():
        for word in words if isinstance(words, list) else ():
            found.setdefault(str(word), concept)
    return found


def act_of(verb: Token) -> str:
    """Return the word that stands for what a verb says is done."""
    particle = next((c for c in verb.children if c.dep == "prt"), None)
    thing = verb.child("dobj")
    if verb.lemma == "take" and thing is not None and thing.lower == "place":
        return "happen"
    phrase = f"{verb.lemma} {particle.lower}" if particle else verb.lemma
    return _concepts("acts").get(phrase, phrase)


def thing_of(noun: Token) -> str:
    """Return the word that stands for what a noun names."""
    lemma = noun.lemma.lower()
    return _concepts("things").get(lemma, lemma)


@once_an_article
def clauses(reading: Reading, block: int) -> tuple[Clause, ...]:
    """Return the clauses of a block that state something; needs `parse`.

    Denials, conditions and what may or might be are left out.
    """
    return tuple(_clauses_of(reading.parses[block], block))


def _clauses_of(parse: Parse, block: int) -> Iterator[Clause]:
    for verb in parse:
        if verb.pos not in ("VERB", "AUX") or verb.dep in ("aux", "auxpass", "amod", "compound"):
            continue
        clause = _clause(verb, block)
        if clause is not None:
            yield clause


def _clause(verb: Token, block: int) -> Clause | None:
    lower = {c.lower for c in verb.children if c.dep in ("mark", "neg", "aux", "advmod")}
    if any(c.dep == "neg" for c in verb.children) or lower & _OPEN or "never" in lower:
        return None
    time = _time(verb)
    subject = _subject(verb)
    passive = any(c.dep in ("nsubjpass", "auxpass") for c in verb.children)
    if verb.dep in ("acl", "relcl") and subject is None:
        subject, passive = verb.head, passive or verb.tag == "VBN"
    thing = verb.child("dobj")
    act = act_of(verb)
    if act == "happen":
        thing = None  # "place", of "takes place"
    if not time or (subject is None and thing is None):
        return None
    return Clause(verb, act, subject, thing, passive, time, block)


def _subject(verb: Token) -> Token | None:
    subject = verb.child(*_SUBJECTS)
    if subject is None and verb.dep in ("xcomp", "acomp") and verb.head.dep == "acomp":
        return _subject(verb.head.head)
    if subject is None and verb.dep in ("xcomp", "conj") and verb.head is not verb:
        shares = verb.dep == "xcomp" or verb.child("dobj") is not None or verb.tag in ("VBD", "VBN")
        return _subject(verb.head) if shares and verb.head.pos in ("VERB", "AUX", "ADJ") else None
    if subject is not None and subject.lower in _RELATIVE:
        return verb.head if verb.dep == "relcl" else None
    return subject


def _time(verb: Token) -> str:
    """Return when the clause says that it is, or nothing where it may never be."""
    aux = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    modals = {c.lower for c in aux if c.tag == "MD"}
    if modals & {"will", "'ll", "’ll", "shall"}:
        return "future"
    if modals:
        return ""
    if verb.dep in ("relcl", "acl") and any(c.tag == "TO" for c in aux):
        return "future" if verb.head.dep == "ROOT" else ""  # the same, read as a noun
    if verb.dep == "xcomp" or any(c.tag == "TO" for c in aux):
        above = verb.head.lemma
        if above in vocabulary("events", "future") or verb.head.lower in vocabulary(
            "events", "future"
        ):
            was = verb.head.tag == "VBD" or any(
                c.lower in ("was", "were", "had") for c in verb.head.children
            )
            was = was or verb.head.head.lower in ("was", "were")
            return "" if was else "future"
        if verb.head is verb:
            return "future"  # a headline: "Library to close"
        if above == "be":
            return "future" if verb.head.tag in ("VBZ", "VBP") else ""
        return ""
    finite = [t for t in (verb, *aux) if t.tag in ("VBD", "VBZ", "VBP")]
    if any(t.tag == "VBD" for t in finite):
        return "past"
    if any(t.lemma == "have" for t in aux) or (verb.tag == "VBN" and not finite):
        return "past"
    if finite:
        return "present"
    if verb.dep == "conj" and verb.head is not verb and verb.head.pos in ("VERB", "AUX"):
        return _time(verb.head)
    return ""


def verb_above(token: Token) -> Token | None:
    """Return the nearest verb that a word hangs from."""
    for above in token.ancestors:
        if above.pos in ("VERB", "AUX") and above.dep not in ("aux", "auxpass"):
            return above
    return None


def particulars_of(noun: Token) -> frozenset[str]:
    """Return the words that say which one is meant: "harbour" in "the harbour plan"."""
    return frozenset(
        c.lower for c in noun.children if c.dep in ("amod", "compound", "nmod", "poss", "nummod")
    )


def sentence_tokens(reading: Reading, block: int, token: Token) -> Sequence[Token]:
    """Return the words of the sentence that a word stands in."""
    return reading.parses[block].sentence(token.sentence)


def clause_words(reading: Reading, clause: Clause) -> Sequence[Token]:
    """Return the words that may say of which one of its kind a clause speaks.

    Those of its sentence; of a clause that only says more of a noun ("the ferry, built in
    1989, needs a new engine"), those of the noun.
    """
    noun = clause.verb.head
    if clause.verb.dep in ("acl", "relcl") and noun is not clause.verb and noun.pos == "NOUN":
        return tuple(noun.subtree)
    return sentence_tokens(reading, clause.block, clause.verb)


def is_told_apart(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence speaks of another time, or of another one of its kind."""
    apart = vocabulary("events", "apart")
    following = (*(t.lower for t in tokens[1:]), "")
    # "It was the second this year" counts this one among others.
    return any(
        t.lower in apart and not (t.lower in _ORDINALS and after in _COUNTED)
        for t, after in zip(tokens, following, strict=True)
    )


def speak_apart(reading: Reading, one: Token, other: Token) -> bool:
    """Return whether two words are what two sources say. Needs `attributions`."""
    voices = [a.speaker for t in (one, other) if (a := reading.attributions.containing(t.span))]
    return len(voices) == 2 and None not in voices and voices[0] != voices[1]
