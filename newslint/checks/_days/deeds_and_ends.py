"""What people do after they have died or left: "died in 2009. In 2015 he told a reporter"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._facts.told import Place, places
from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import has_digit
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_IN = rf"in\s(?:(?:{'|'.join(MONTHS)}|early|late)\s)?"
_DIED = LazyRegex(
    r"\b(?:who\s)?(?:had\s|has\s)?(?P<verb>died|was\skilled|drowned|was\smurdered)\b"
    rf"[^.;\d]{{0,40}}?\b{_IN}{_YEAR}\b"
)
_LEFT = LazyRegex(
    rf"\b(?:had\s)?(?P<verb>left|resigned|retired|quit|was\ssacked|was\sdismissed|stepped\sdown)\b[^.;\d]{{0,40}}?\b{_IN}{_YEAR}\b"
)
_THEN = LazyRegex(rf"\b[Ii]n\s(?:[A-Z][a-z]+\s)?{_YEAR}\b")
_STILL = LazyRegex(
    rf"\b(?P<whole>(?:was|were)\sstill\s[^.;\d]{{1,60}}?\bin\s(?:[A-Z][a-z]+\s)?{_YEAR})\b"
)
_DOES = frozenset(
    [
        "agree", "appoint", "apply", "argue", "ask", "build", "buy", "complain", "deny", "found",
        "give", "hire", "join", "lead", "marry", "meet", "move", "open", "order", "play",
        "promise", "publish", "refuse", "resign", "retire", "run", "say", "sell", "sign", "speak",
        "stand", "take", "tell", "testify", "travel", "visit", "vote", "warn", "write",
    ]
)  # fmt: skip
_AFTER_ALL = LazyRegex(
    r"\b(?:posthumous\w*|estate|memory|widow\w*|will|grave|honou?r\w*|named\safter|son|daughter|brother|sister"
    r"|foundation|trust|ghost|replaced|successor|whose|returned|came\sback|rejoined)\b"
)


@dataclass(frozen=True, slots=True)
class _End:
    who: str
    pronouns: frozenset[str]
    year: int
    verb: str
    span: Span
    block: int


def deeds_after_ends(reading: Reading) -> Iterator[tuple[Span, str, Span]]:
    """Yield what somebody does after the year of their death, or still is after leaving.

    With it come why it is wrong and where the end is told. Needs `names` and `quotations`.
    """
    ends: list[_End] = []
    for place in places(reading):
        if not has_digit(place.text):
            continue
        for end in ends:
            yield from _after(reading, place, end)
        ends += _ends(place)


def _ends(place: Place) -> Iterator[_End]:
    for pattern in (_DIED, _LEFT):
        for match in pattern.finditer(place.text):
            verb = place.token(match.start("verb") + max(0, match["verb"].rfind(" ") + 1))
            subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
            if subject is None or verb is None:
                continue
            if subject.lower == "who" and verb.dep == "relcl":
                subject = verb.head
            name = _name(subject)
            span = Span(*match.span("year")).shifted(place.sentence.span.start)
            if name and is_writers_own(place.reading, span):
                yield _End(name, _pronouns(subject), int(match["year"]), match["verb"],
                           span, place.sentence.block)  # fmt: skip


def _name(subject: Token) -> str:
    """Return the plain surname of a subject, or of the name that stands beside it."""
    if subject.pos == "PROPN":
        return plain(subject.text)
    beside = subject.child("appos")
    return plain(beside.text) if beside is not None and beside.pos == "PROPN" else ""


def _pronouns(subject: Token) -> frozenset[str]:
    male = {"father", "brother", "son", "husband", "uncle", "grandfather", "nephew", "mr"}
    female = {"mother", "sister", "daughter", "wife", "aunt", "grandmother", "niece", "mrs", "ms"}
    words = {t.lower for t in (subject, *subject.children)}
    if words & male:
        return frozenset({"he"})
    return frozenset({"she"}) if words & female else frozenset({"he", "she"})


def _after(reading: Reading, place: Place, end: _End) -> Iterator[tuple[Span, str, Span]]:
    if _AFTER_ALL.search(place.text):
        return
    died = end.verb in ("died", "drowned") or "killed" in end.verb or "murdered" in end.verb
    near = place.sentence.block - end.block <= 1
    start = place.sentence.span.start
    for match in (_THEN if died else _STILL).finditer(place.text):
        if int(match["year"]) <= end.year:
            continue
        token = place.token(match.start())
        verb = _verb_above(token, died)
        subject = verb.child("nsubj") if verb is not None else None
        if verb is None or subject is None:
            continue
        same = plain(subject.text) == end.who or (near and subject.lower in end.pronouns)
        if not same or (died and (verb.lemma not in _DOES or verb.tag not in ("VBD", "VBN"))):
            continue
        words = Span(*match.span()) if not died else _joined(match, verb, start)
        span = words.shifted(start)
        if is_writers_own(reading, span):
            yield span, f"By {end.year} the person had {_had(end.verb)}: check the years.", end.span


def _had(verb: str) -> str:
    return {"quit": "quit"}.get(verb, re.sub(r"^was\s", "been ", verb))


def _verb_above(token: Token | None, died: bool) -> Token | None:
    if token is None:
        return None
    if not died and token.lemma == "be":
        return token
    for above in token.ancestors:
        if above.pos in ("VERB", "AUX"):
            return above
        if above.dep not in ("prep", "pobj") and above.pos in ("NOUN", "PROPN"):
            return None
    return None


def _joined(match: re.Match[str], verb: Token, start: int) -> Span:
    """Return the year with its verb, where both stand together."""
    year = Span(*match.span())
    place = Span(verb.start - start, verb.end - start)
    whole = Span(min(year.start, place.start), max(year.end, place.end))
    return whole if len(whole) < 40 else year
