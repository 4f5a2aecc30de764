"""Comparisons and set phrases with a wrong word: "earlier as planned", "no choice than to"."""

from __future__ import annotations

from newslint.language.tokens import Token

#: Where the wrong words begin and end, and the right ones.
Meant = tuple[Token, Token, str]

_BE = frozenset({"is", "are", "was", "were"})
_COMPARED = frozenset(
    {"better", "bigger", "cheaper", "earlier", "faster", "higher", "larger", "later", "longer",
     "louder", "lower", "older", "shorter", "slower", "smaller", "sooner", "stronger", "weaker",
     "worse", "younger", "taller", "heavier", "richer", "poorer", "colder", "warmer", "deeper"}
)  # fmt: skip
_HELD = frozenset(
    {"expected", "had", "planned", "predicted", "scheduled", "thought", "usual", "was", "were"}
)
_TIMES = frozenset({"earlier", "later", "longer", "sooner"})
_SO = {"badly": "bad", "poorly": "poor", "quickly": "quick", "strongly": "strong", "slowly": "slow",
       "loudly": "loud", "quietly": "quiet", "heavily": "heavy", "greatly": "great"}  # fmt: skip
SO_WORDS = tuple(_SO)
_CHOICES = frozenset({"choice", "option", "alternative"})
_PARTICLES = frozenset({"off", "up", "down", "out", "in", "over", "away", "back"})
#: Verbs that stand before a particle; nouns and adjectives are made of them with a hyphen.
_PARTED = frozenset(
    {"break", "build", "built", "carried", "check", "clean", "cut", "follow", "hand", "handed",
     "locked", "log", "make", "pick", "picked", "put", "set", "shut", "sign", "taken", "turned",
     "warm", "wiped", "called", "closed", "given", "held", "sealed"}
)  # fmt: skip
#: "He looked washed-out": these say how somebody is.
_STATES = frozenset({"burned", "clapped", "crossed", "spaced", "stressed", "washed", "zoned"})
_HELPERS = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "has", "had", "have", "to", "will", "would",
     "could", "can", "must", "should", "not"}
)  # fmt: skip


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def than(tokens: tuple[Token, ...], word: Token) -> Meant | None:
    """Find "900 years earlier as had been thought"."""
    before, after = _at(tokens, word.i - 1), _at(tokens, word.i + 1)
    if before is None or after is None or before.lower not in _COMPARED:
        return None
    thing = word.child("pobj")
    over = thing is not None and (_at(tokens, thing.i + 1) or thing).pos == "PUNCT"
    like = before.dep == "acomp" and word.dep == "prep" and word.head is before and over
    if like and after.tag in ("PRP$", "NNP"):
        return word, word, "than"
    equal = any(t.lower in ("as", "so") for t in tokens[max(0, word.i - 3) : word.i])
    held = after.tag in ("VBD", "VBN", "JJ") and after.lower in _HELD
    return (word, word, "than") if held and not equal else None


def than_that(tokens: tuple[Token, ...], that: Token) -> Meant | None:
    """Find "two degrees colder that it had been"."""
    colder, who, had = (_at(tokens, that.i + k) for k in (-1, 1, 2))
    if colder is None or who is None or had is None or that.text != "that":
        return None
    compared = colder.lower in _COMPARED - _TIMES or (
        colder.tag in ("JJR", "JJ") and colder.lower.endswith("er") and _is_degree(tokens, colder)
    )
    again = who.lower in ("it", "he", "she", "they") and had.lower in _HELD | {"did", "has", "have"}
    if not compared or not again:
        return None
    # "It was clearer that he had lied": an empty "it" announces the clause.
    subject = colder.head.child("nsubj")
    empty = subject is not None and subject.lower == "it"
    return None if empty else (that, that, "than")


def _is_degree(tokens: tuple[Token, ...], colder: Token) -> bool:
    """Return whether a degree is told: "two degrees colder", or a form that ends so."""
    before = _at(tokens, colder.i - 1)
    return colder.tag == "JJR" or (before is not None and before.dep == "npadvmod")


def as_much(tokens: tuple[Token, ...], more: Token) -> Meant | None:
    """Find "twice more than"."""
    twice, after = _at(tokens, more.i - 1), _at(tokens, more.i + 1)
    if twice is None or after is None or twice.lower != "twice" or after.lower != "than":
        return None
    return more, after, "as much as"


def so_poor(tokens: tuple[Token, ...], poorly: Token) -> Meant | None:
    """Find "his diction was so poorly that"."""
    so, be, that = (_at(tokens, poorly.i + k) for k in (-1, -2, 1))
    if so is None or be is None or that is None or so.lower != "so" or be.lower not in _BE:
        return None
    return (poorly, poorly, _SO[poorly.lower]) if that.lower == "that" else None


def but(tokens: tuple[Token, ...], than_: Token) -> Meant | None:
    """Find "had no choice than to walk"."""
    choice, no, to = (_at(tokens, than_.i + k) for k in (-1, -2, 1))
    if choice is None or no is None or to is None or choice.lower not in _CHOICES:
        return None
    none = no.lower in ("no", "little", "any") and to.tag == "TO"
    return (than_, than_, "but") if none else None


def cut_off(tokens: tuple[Token, ...], hyphen: Token) -> Meant | None:
    """Find the "cut-off" of "the road was cut-off by floods"."""
    verb, particle = _at(tokens, hyphen.i - 1), _at(tokens, hyphen.i + 1)
    helper, after = _at(tokens, hyphen.i - 2), _at(tokens, hyphen.i + 2)
    if verb is None or particle is None or helper is None or after is None:
        return None
    done = verb.tag in ("VBN", "VBD") and verb.lower.endswith("ed") and verb.lower not in _STATES
    parted = (
        (done or verb.lower in _PARTED)
        and particle.lower in _PARTICLES
        and hyphen.start == verb.end
    )
    helped = helper.lower in _HELPERS and after.pos not in ("NOUN", "PROPN", "ADJ")
    return (verb, particle, f"{verb.text} {particle.text}") if parted and helped else None
