"""Set phrases that tell of a challenge and of nobody who makes it: called into question."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.person_nouns import known_people, person_lemma
from newslint.checks._support import is_negated, verb_group
from newslint.finding import Severity
from newslint.language.tokens import Token
from newslint.span import Span

_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_DOUBTED = {
    "bring": frozenset({"into"}),
    "call": frozenset({"into", "in"}),
    "cast": frozenset({"into"}),
    "place": frozenset({"in"}),
    "plunge": frozenset({"into"}),
    "put": frozenset({"in", "into"}),
    "throw": frozenset({"into"}),
}
_DOUBT = frozenset({"doubt", "jeopardy", "question"})
_FOR = frozenset({"about", "after", "for", "over"})
_FIRE = frozenset({"abuse", "attack", "criticism", "fire", "scrutiny", "suspicion"})
_READ = frozenset({"being", "widely", "generally", "been"})
_ON_AIR = frozenset({"lesson", "part", "prayer", "tribute"})  # is read as a prayer
_BY = frozenset({"among", "by", "from", "in"})
_BELIEFS = frozenset(
    {"believe", "reckon", "repute", "rumor", "rumour", "say", "think", "understand"}
)
_ROUNDLY = frozenset({"roundly", "universally", "widely"})
_LEADING = frozenset({"attack", "come", "press", "read", "stand", "tip", "urge"})
_SOMEBODY = frozenset({"he", "she"})


def stock_passive(verb: Token) -> Severity | None:
    """Return how serious it is that the phrase tells of a challenge and of nobody behind it.

    Seven forms count: "has been called into question", "has come under fire for", "has been
    urged to resign", "stands accused of", "is being read as a warning", "is tipped for
    closure" and, as a suggestion, "an offer, thought to be from a brewer". Nobody may follow
    with "by" or "from". None if it is none of them. Needs `parse`.
    """
    if is_reduced(verb):
        return Severity.SUGGESTION
    known = verb.lemma in _DOUBTED or verb.lemma in _LEADING
    if not known or not verb.tag.startswith("VB") or is_negated(verb):
        return None
    if any(c.dep == "aux" and c.tag == "MD" for c in verb.children):
        return None
    return Severity.WARNING if stock_phrase(verb) is not None else None


def _words(name: str) -> frozenset[str]:
    return vocabulary("attribution", "agentless", name)


def is_reduced(verb: Token) -> bool:
    """Return whether a clause cut short tells a belief: an offer, thought to be from a brewer."""
    if verb.dep != "acl" or verb.lemma not in _BELIEFS or verb.child("nsubj", "aux") is not None:
        return False
    told = verb.child("xcomp", "advcl", "ccomp")
    return (
        told is not None
        and (told.lemma in {"be", "have"} or any(c.lower in {"be", "have"} for c in told.children))
        and any(c.lower == "to" and c.i == verb.i + 1 for c in told.children)
        and not any(_tells_who(c) for c in verb.children)
    )


def stock_phrase(verb: Token) -> Span | None:
    """Return the words of the phrase to mark, from its first helping verb; None if none."""
    if is_reduced(verb):
        told = verb.child("xcomp", "advcl", "ccomp")
        return Span(verb.start, told.end if told is not None else verb.end)
    last = _last_word(verb)
    if last is None or any(_tells_who(c) for c in (*verb.children, *last.children) if c.i > verb.i):
        return None
    return Span(verb_group(verb).start, max(last.end, verb.end))


def _last_word(verb: Token) -> Token | None:
    if verb.lemma == "come":
        return _under_fire(verb)
    if verb.lemma == "stand":
        accused = next((c for c in verb.children if c.lower == "accused"), None)
        return accused if accused is not None and not _is_crime(accused) else None
    helpers = [c for c in verb.children if c.dep in {"aux", "auxpass"}]
    if verb.child("auxpass") is None or not any(c.tag in _FINITE for c in helpers):
        return None
    if verb.lemma in _DOUBTED:
        ways = [c for c in verb.children if c.lower in _DOUBTED[verb.lemma] and c.i > verb.i]
        doubt = next((c.child("pobj") for c in ways if c.child("pobj") is not None), None)
        if doubt is not None and doubt.lower in _DOUBT and not doubt.child("det"):
            return None if _is_brought_about(verb) else doubt
    if verb.lemma == "attack":  # not with guns
        return verb if any(c.lower in _ROUNDLY for c in verb.children) else None
    if verb.lemma == "tip":
        return _course(verb)
    if verb.lemma == "read":
        return _as_what(verb, helpers)
    return _asked_to(verb)


def _is_brought_about(verb: Token) -> bool:
    """Return whether an event did it: thrown into doubt when the court ruled, after the fire."""
    return any(w.lower in {"after", "when"} and w.i > verb.i for w in verb.subtree) or any(
        c.dep == "advcl" and c.i > verb.i and any(w.lower == "as" for w in c.children)
        for c in verb.children
    )


def _tells_who(part: Token) -> bool:
    """Return whether the words say who is behind it: by two councillors, from its own side."""
    if part.lower not in _BY or part.dep not in {"agent", "prep"}:
        return False
    return part.lower != "in" or any(c.tag.startswith("NNP") for c in part.children)


def _under_fire(verb: Token) -> Token | None:
    """Judge "came under fire for the toll" and "came in for criticism"."""
    for part in verb.children:
        noun = part.child("pobj")
        if part.i < verb.i or part.lower not in {"under", "for"} or noun is None:
            continue
        in_for = part.lower == "for" and any(c.lower == "in" for c in verb.children)
        met = noun.lower in _FIRE or (in_for and noun.lower in _words("reactions"))
        why = any(c.lower in _FOR for c in (*verb.children, *noun.children) if c.i > noun.i)
        if met and why and (in_for or part.lower == "under"):
            return noun
    return None


def _is_crime(accused: Token) -> bool:
    return any(w.lemma.lower() in _words("crimes") for w in accused.subtree)


def _course(verb: Token) -> Token | None:
    """Judge "is tipped for promotion": what the experts foretell, not a lorry or a horse."""
    what = next((c for c in verb.children if c.lower == "for" and c.i == verb.i + 1), None)
    course = what.child("pobj") if what is not None else None
    return what if course is not None and course.lemma.lower() in _words("courses") else None


def _as_what(verb: Token, helpers: list[Token]) -> Token | None:
    """Judge "is being read as a warning": not a letter that is read out as evidence."""
    subject = verb.child("nsubjpass")
    as_word = next((c for c in verb.children if c.lower == "as" and c.i == verb.i + 1), None)
    going_on = any(w.lower in _READ for w in (*helpers, *verb.children))
    if as_word is None or subject is None or subject.lemma.lower() in _words("read_out"):
        return None
    what = as_word.child("pobj")
    if what is None:
        return None
    sign = any(c.lower in {"a", "an"} for c in what.children) and what.lemma not in _ON_AIR
    return as_word if going_on or sign else None


def _asked_to(verb: Token) -> Token | None:
    """Judge "she has been urged to resign", "has been called on to act".

    Only of somebody with a name or an office, and of what those in office are pressed to do.
    """
    subject = verb.child("nsubjpass")
    wish = verb.child("xcomp", "advcl", "ccomp")
    if subject is None or wish is None or verb.lemma not in {"call", "press", "urge"}:
        return None
    on = next((c for c in verb.children if c.lower in {"on", "upon"} and c.i == verb.i + 1), None)
    if verb.lemma == "call" and on is None:
        return None
    office = vocabulary("attribution", "collective", "office") | _chiefs()
    person = subject.lower in _SOMEBODY or subject.tag.startswith("NNP")
    person |= subject.entity in {"PERSON", "ORG"} or subject.lemma.lower() in office
    person |= _is_surname(subject)
    asked = wish.lemma in _words("pressed_to") and wish.child("aux") is not None
    return (on or verb) if person and asked else None


def _is_surname(subject: Token) -> bool:
    """Return whether this is a name that opens the sentence, taken for a plural: Meeks."""
    alone = subject.tag == "NNS" and subject.text[:1].isupper() and not subject.children
    return alone and person_lemma(subject) not in known_people()


def _chiefs() -> frozenset[str]:
    return vocabulary("attribution", "introduced", "people")
