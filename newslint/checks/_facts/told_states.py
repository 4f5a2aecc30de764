"""What can be only one way of a person: dead or alive, of one party, guilty or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._facts.clauses import thing_of
from newslint.checks._facts.told import Fact, Place, is_apart, is_name, person_at, places
from newslint.checks._people.likeness import plain
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading

_DEAD = LazyRegex(
    r"\b(?P<whole>(?:has\s|have\s)?died|(?:was|were|has\sbeen|have\sbeen)\s(?:killed|murdered"
    r"|found\sdead|pronounced\sdead)|drowned)\b"
)
_ALIVE = LazyRegex(
    r"\b(?P<whole>(?:is|are|remains?)\s(?:still\s)?(?:recovering|in\s(?:a\s)?(?:stable|critical"
    r"|serious|good|fair)\scondition|in\shospital"
    r"|expected\sto\s(?:recover|survive|live)|being\streated)|survived\sthe\s(?:crash|fire|fall"
    r"|attack|blast|shooting|collision)|escaped\sunhurt|(?:was|were)\s(?:unhurt|unharmed))\b"
)
_NOT = LazyRegex(
    r"\b(?:nearly|almost|if|would|could|might|may|had\sbeen|until|before|after|whose|another"
    r"|third|father|mother|brother"
    r"|sister|wife|husband|son|daughter|friend|dog|cat)\b",
    re.IGNORECASE,
)
# Her left knee; ice on her right knee
_SIDE = LazyRegex(
    r"\b(?:(?:[Hh]er|[Hh]is|the)|(?P<owner>[A-Z][\w’'-]+?)[’']s?)\s(?P<whole>(?P<side>left"
    r"|right)\s(?P<part>knee|ankle|hand|arm|leg|shoulder|eye|foot|wrist"
    r"|elbow|hip|hamstring|calf|thumb|heel|thigh|lung|kidney|breast|wing))\b"
)
_BOTH = LazyRegex(r"\b(?:both|other|also|too|and\s(?:left|right)|then)\b")
_PLEA = {
    "admits": LazyRegex(r"\b(?P<whole>(?:pleaded|pled)\sguilty\sto|admitted|admits|confessed"
        r"\sto)\s(?:the\s|a\s)?(?P<what>[a-z]{4,15})\b"),
    "denies": LazyRegex(r"\b(?P<whole>(?:pleaded|pled)\snot\sguilty\sto|denied|denies)\s(?:the"
        r"\s|a\s)?(?P<what>[a-z]{4,15})\b"),
}  # fmt: skip
_CRIMES = frozenset(
    [
        "theft",
        "murder",
        "fraud",
        "assault",
        "burglary",
        "robbery",
        "arson",
        "manslaughter",
        "bribery",
        "perjury",
        "rape",
        "kidnapping",
        "blackmail",
        "charge",
        "charges",
        "offence",
        "offences",
        "forgery",
        "stalking",
        "poaching",
        "smuggling",
        "embezzlement",
    ]
)


def states_told(reading: Reading) -> Iterator[Fact]:
    """Yield who is dead and who is alive, and who admits and who denies what.

    Needs `names` and `quotations`.
    """
    alone = _is_of_one(reading)
    for place in places(reading, _SIDE, _DEAD, _ALIVE, *_PLEA.values()):
        if not _BOTH.search(place.text):
            for match in _SIDE.finditer(place.text):
                of = plain(match["owner"]) if match["owner"] else _of_clause(place, match)
                part = ("side", match["part"])
                if of or alone:  # two of a team may each have hurt an ankle
                    yield from place.fact(part, of, match["side"], match.span("whole"))
        if is_apart(place):
            continue
        if not _NOT.search(place.text):
            for value, pattern in (("dead", _DEAD), ("alive", _ALIVE)):
                for match in pattern.finditer(place.text):
                    of = _who(place, match.start(), match.end())
                    if of:
                        # Who was alive may have died since; who is dead is not alive.
                        dead, span = value == "dead", match.span("whole")
                        yield from place.fact(("life", of), of, value, span, new=dead)
        for value, pattern in _PLEA.items():
            for match in pattern.finditer(place.text):
                of = _who(place, match.start(), match.start() + 6)
                if of and match["what"] in _CRIMES:
                    topic = ("plea", of, match["what"])
                    yield from place.fact(topic, of, value, match.span("whole"))


def _is_of_one(reading: Reading) -> bool:
    """Return whether the story names one person at most."""
    people = {
        plain(t.text)
        for parse in reading.parses
        for t in parse
        if t.entity == "PERSON" and t.dep != "compound"
    }
    return len(people) <= 1


def _of_clause(place: Place, match: re.Match[str]) -> str:
    """Return the noun or name whose "his" stands in its own clause: "the keeper hurt his knee"."""
    token = place.token(match.start("whole"))
    for above in token.ancestors if token is not None else ():
        subject = above.child("nsubj", "nsubjpass") if above.pos == "VERB" else None
        if subject is None:
            continue
        if subject.lower == "who" and above.dep == "relcl":
            subject = above.head
        one = subject.tag in ("NN", "NNP")
        return plain(subject.text) if one and match[0][:3].lower() in ("his", "her") else ""
    return ""


def _who(place: Place, start: int, end: int) -> str:
    """Return of whom a verb in the sentence speaks: a name, or a counted noun ("two walkers")."""
    tokens = [t for t in (place.token(start), place.token(end - 1)) if t is not None]
    subject: Token | None = None
    for token in tokens:
        for above in (token, *token.ancestors):
            subject = above.child("nsubj", "nsubjpass")
            if subject is not None or above.pos == "VERB":
                break
        if subject is not None:
            break
    if subject is None:
        return ""
    if subject.lower in ("who", "which"):
        verb = subject.head
        subject = verb.head if verb.dep == "relcl" else subject
    if subject.lower in ("he", "she"):
        offset = place.sentence.span.start + start
        return person_at(place.reading, place.sentence.block, offset)
    if is_name(place.reading, subject):
        return plain(subject.text)
    number = subject.child("nummod")
    if subject.pos == "NOUN" and number is not None:
        return f"{number.lower} {thing_of(subject)}"
    return ""
