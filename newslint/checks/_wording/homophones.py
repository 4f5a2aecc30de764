"""Words that sound alike, told apart by the grammar of the sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newslint.attribution.lexicon import verbs
from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token
from newslint.span import Span

_APOSTROPHE_S = frozenset({"'s", "’s"})
_APOSTROPHE_RE = frozenset({"'re", "’re"})
_NOUNS = frozenset({"NN", "NNS"})
_MODIFIERS = frozenset({"JJ", "JJS", "NN", "CD"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
#: Prepositions that take a noun, never a clause.
_TAKE_NOUNS = frozenset(
    {"of", "for", "with", "by", "from", "under", "into", "over", "through", "within", "during",
     "behind", "beyond", "across", "among", "in", "on", "at", "to", "about", "against", "off"}
)  # fmt: skip
#: What follows "that it's" and is no thing owned.
_NOT_OWNED = frozenset({"time", "business", "part", "fun", "home", "news", "day", "night"})
_SENSES = frozenset(
    {"think", "know", "believe", "hope", "feel", "see", "find", "make", "mean",
                     "guess", "bet", "ensure", "like", "love", "hate", "wish", "figure"}
)  # fmt: skip
_SPAN = 3  # words of a figure or date
_SAYING = frozenset({"add", "argue", "believe", "claim", "complain", "fear", "insist", "say",
                     "tell", "think"})  # fmt: skip
#: Verbs of which the object is a thing of one's own.
_TAKING = frozenset({"abandon", "blame", "bring", "close", "hide", "keep", "leave", "lose", "name",
                     "park", "pay", "raise", "sell", "show", "take", "use", "wash"})  # fmt: skip
_PAIR = 7  # words from "both" to "as well as"
_OWNING = frozenset({"DT", "PRP$", "POS", "IN", "JJ", "CC", "HYPH"})
_EFFECTED = frozenset(
    {"arrest", "capture", "change", "changes", "cure", "delivery", "entry", "escape", "exit",
     "improvement", "improvements", "merger", "policy", "reconciliation", "reform", "reforms",
     "release", "removal", "repair", "repairs", "rescue", "revolution", "sale", "savings",
     "settlement", "shift", "transfer", "transformation", "transition", "turnaround"}
)  # fmt: skip


class Slip(NamedTuple):
    """What stands there, and what is meant."""

    span: Span
    right: str


def slip_at(tokens: tuple[Token, ...], token: Token) -> Slip | None:
    """Return the slip at a word of a block, by its grammar."""
    finders = _FINDERS.get(token.lower)
    if finders is None:
        return None
    return next(filter(None, (find(tokens, token) for find in finders)), None)


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _noun_after(tokens: tuple[Token, ...], index: int) -> Token | None:
    """Return the noun that ends the words from an index on: "old stone mill"."""
    last = None
    for token in tokens[index : index + 4]:
        if token.tag in _NOUNS:
            last = token
        elif token.tag not in _MODIFIERS:
            break
    return last


def _whose(tokens: tuple[Token, ...], who: Token) -> Slip | None:
    """Find "who's owners live"."""
    s = _at(tokens, who.i + 1)
    if who.lower != "who" or s is None or s.text not in _APOSTROPHE_S or s.start != who.end:
        return None
    noun = _at(tokens, s.i + 1)
    named = noun is not None and (noun.tag in _NOUNS or (noun.tag == "VBG" and noun.dep != "ROOT"))
    after = _at(tokens, s.i + 2)
    if noun is not None and noun.tag == "VBG" and after is not None and after.tag == "PRP":
        return None  # "who's using them"
    if noun is not None and noun.tag in ("JJ", "JJS") and s.i + 2 < len(tokens):
        # "Who's first film won": the noun comes later.
        noun = _noun_after(tokens, s.i + 1)
        after = _at(tokens, noun.i + 1) if noun is not None else None
        won = after is not None and after.tag in ("VBD", "VBZ", "MD")
        return Slip(Span(who.start, s.end), "whose") if won else None
    if noun is None or not named or after is None:
        return None
    then = _at(tokens, s.i + 3)
    called = after.text == "," and then is not None and then.tag == "NNP"
    if called and noun.tag == "NN":
        return Slip(Span(who.start, s.end), "whose")  # "who's chairman, Ned Astley, said"
    # "Whose roof leaks": the tagger takes the verb for a second noun.
    if after.tag not in _FINITE | {"PRP"} and not (noun.tag == "NN" and after.tag == "NNS"):
        return None
    return Slip(Span(who.start, s.end), "whose") if noun.lower != "who" else None


def _their(tokens: tuple[Token, ...], they: Token) -> Slip | None:
    """Find "they're plan will cost"."""
    are = _at(tokens, they.i + 1)
    if they.lower != "they" or are is None or are.text not in _APOSTROPHE_RE:
        return None
    noun = _noun_after(tokens, are.i + 1)
    after = _at(tokens, noun.i + 1) if noun is not None else None
    if noun is None or after is None or after.tag not in _FINITE:
        return None
    return Slip(Span(they.start, are.end), "their")


def _they_are(tokens: tuple[Token, ...], their: Token) -> Slip | None:
    """Find "say their not being paid"."""
    before, no, verb = (_at(tokens, their.i + k) for k in (-1, 1, 2))
    if their.lower != "their" or no is None or verb is None:
        return None
    said = before is None or before.lower in ("that", "because") or before.lemma in _SAYING
    if said and no.lower == "not" and verb.tag in ("VBG", "JJ", "DT", "VBN"):
        return Slip(their.span, "they're")
    return None


def _its(tokens: tuple[Token, ...], it: Token) -> Slip | None:
    """Find "sold it's old mill" and "proud of it's harbour"."""
    before, s = _at(tokens, it.i - 1), _at(tokens, it.i + 1)
    if it.lower != "it" or before is None or s is None or s.text not in _APOSTROPHE_S:
        return None
    noun = _noun_after(tokens, s.i + 1)
    if noun is None or noun.lower in _NOT_OWNED or before.sentence != it.sentence:
        return None
    after = _at(tokens, noun.i + 1)
    ends = after is None or after.tag in ("IN", "TO", ".", ",", "CC", "MD", "VBD", "RP")
    owns = before.lower in _TAKE_NOUNS and before.tag == "IN" and before.dep == "prep"
    verb = (
        before.tag in ("VB", "VBD", "VBN", "VBG", "VBZ")
        and before.lemma not in _SENSES | verbs().keys()
    )
    return Slip(Span(it.start, s.end), "its") if ends and (owns or verb) else None


def _led(tokens: tuple[Token, ...], lead: Token) -> Slip | None:
    """Find "an inquiry lead by a judge"."""
    before, by, who = (_at(tokens, lead.i + k) for k in (-1, 1, 2))
    if lead.text != "lead" or before is None or by is None or by.lower != "by" or who is None:
        return None
    people = who.tag in ("NNP", "DT", "PRP$", "JJ", "NNS")
    counted = who.tag == "CD" or any(
        t.tag == "CD" or t.lower in ("point", "points", "margin") for t in tokens[who.i : who.i + 3]
    )
    led = before.tag in _NOUNS and people and not counted
    return Slip(lead.span, "led") if led else None


def _too(tokens: tuple[Token, ...], to: Token) -> Slip | None:
    """Find "is to costly," and "was to tired to speak"."""
    before, adjective, after = (_at(tokens, to.i + k) for k in (-1, 1, 2))
    if to.text != "to" or before is None or adjective is None or before.lower not in _BE:
        return None
    sure = adjective.lower in vocabulary("verbforms", "never-verbs")
    verb = adjective.tag != "JJ" or adjective.lower in vocabulary("verbforms", "adjectives-too")
    if verb and not sure:
        return None
    ends = after is None or after.text in (",", ".", ";") or after.lower in ("to", "for")
    return Slip(to.span, "too") if ends else None


def _affect(tokens: tuple[Token, ...], effect: Token) -> Slip | None:
    """Find "could effect patients"."""
    helper = _at(tokens, effect.i - 1)
    thing = effect.child("dobj")
    if effect.text != "effect" or effect.tag != "VB" or helper is None or thing is None:
        return None
    helped = helper.tag == "MD" or helper.lower in ("to", "not", "also")
    return Slip(effect.span, "affect") if helped and thing.lower not in _EFFECTED else None


def _every_day(tokens: tuple[Token, ...], everyday: Token) -> Slip | None:
    """Find "works everyday at the mill"."""
    before, after = _at(tokens, everyday.i - 1), _at(tokens, everyday.i + 1)
    if everyday.lower != "everyday" or (before is not None and before.tag in _OWNING):
        return None
    ends = after is None or after.tag in ("IN", "TO", ".", ",", "CC", "WRB", ":")
    return Slip(everyday.span, "every day") if ends else None


def _between(tokens: tuple[Token, ...], to: Token) -> Slip | None:
    """Find "between 4 May to 9 May" and "between Monday to Friday"."""
    start = to.i - 1
    while start >= 0 and to.i - start <= _SPAN and _is_measure(tokens[start]):
        start -= 1
    first, after = _at(tokens, start), tokens[to.i + 1 : to.i + 2 + _SPAN]
    if to.lower != "to" or first is None or first.lower != "between" or start == to.i - 1:
        return None
    until = bool(after) and _is_measure(after[0]) and not any(t.lower == "and" for t in after)
    return Slip(to.span, "and") if until else None


def _is_measure(token: Token) -> bool:
    """Return whether a word is a figure, a day or a month."""
    dated = token.tag == "NNP" and token.entity in ("DATE", "TIME")
    return token.tag in ("CD", "$") or token.text in ("%", "am", "pm") or dated


def _for(tokens: tuple[Token, ...], since: Token) -> Slip | None:
    """Find "has been shut since two years"."""
    number, unit, after = (_at(tokens, since.i + k) for k in (1, 2, 3))
    before = _at(tokens, since.i - 1)
    if since.text != "since" or number is None or unit is None or number.tag != "CD":
        return None
    ever = before is not None and before.lower == "ever"
    known = unit.lower in vocabulary("agreement", "amounts") and unit.tag == "NNS"
    ends = after is None or after.tag in (".", ",", "CC")
    return Slip(since.span, "for") if known and ends and not ever else None


def _theirs(tokens: tuple[Token, ...], there: Token) -> Slip | None:
    """Find "say there crops have failed" and "sold there old boats"."""
    before, noun = _at(tokens, there.i - 1), _noun_after(tokens, there.i + 1)
    if there.text != "there" or before is None or noun is None:
        return None
    after = _at(tokens, noun.i + 1)
    if noun.tag != "NNS" or any(t.tag == "CD" for t in tokens[there.i : noun.i]):
        return None
    if after is None or before.sentence != noun.sentence:
        return None
    said = before.lemma in _SAYING and after.tag in _FINITE
    verb = before.tag in ("VBD", "VBN", "VBG", "VB") and before.lemma in _TAKING
    ends = after.tag in ("IN", "TO", ".", ",", "CC", "RP")
    return Slip(there.span, "their") if said or (verb and ends) else None


def _both(tokens: tuple[Token, ...], well: Token) -> Slip | None:
    """Find the "as well as" of "both to citizens as well as to guests"."""
    first, last = _at(tokens, well.i - 1), _at(tokens, well.i + 1)
    if first is None or last is None or first.lower != "as" or last.lower != "as":
        return None
    before = [t for t in tokens[max(0, first.i - _PAIR) : first.i] if t.sentence == well.sentence]
    both = next((t for t in reversed(before) if t.lower == "both"), None)
    between = [t for t in before if both is not None and t.i > both.i]
    if both is None or not between or between[0].tag == "NNS" or between[0].lower == "of":
        return None  # "both firms": the two are named already
    loose = any(t.lower == "and" or t.text == "," or t.tag in _FINITE for t in between)
    return None if loose else Slip(Span(first.start, last.end), "and")


_FINDERS: dict[str, tuple[Callable[[tuple[Token, ...], Token], Slip | None], ...]] = {
    "effect": (_affect,),
    "everyday": (_every_day,),
    "it": (_its,),
    "lead": (_led,),
    "since": (_for,),
    "their": (_they_are,),
    "there": (_theirs,),
    "they": (_their,),
    "to": (_too, _between),
    "well": (_both,),
    "who": (_whose,),
}
