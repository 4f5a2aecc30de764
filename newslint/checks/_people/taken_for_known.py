"""What a story speaks of as known, though it has not said who or what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from newslint.checks._phrases import PACKAGE, vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_LIST = "taken_for_known"
_NAME = r"[A-Z][a-zà-öø-ÿ]+(?:-[A-Z][a-zà-öø-ÿ]+)?"
# What goes on to tell which it was: "the Hesk report, which", "the Hesk report into the fire".
_TELLS = (
    r"\s?(?:,\s(?:which|who|whose|where|when|in\swhich|of\swhich|an?|the|one|named|called|after|so|his|her|its|their"
    r"|then|now|later|once|also|first|[a-z]+ed|written|set\sup|built|held|begun|drawn|led|run)\b"
    r"|\((?!\d)|[–—-]\s|\s(?:that|which|who|into|on|about|against|between|over|with|by|for|near|outside|to|from)\s)"
)
_ADVERB_OF_PLACE = (
    r"(?:next\sdoor|upstairs|downstairs|across\sthe\s(?:border|river|water|road|street|aisle|strait|channel|sea|valley)"
    r"|over\sthe\s(?:border|river|water|road|mountains?)|beyond\sthe\s(?:border|river|mountains?)"
    r"|(?:to|in)\sthe\s(?:north|south|east|west)|(?:in|at)\sthe\s(?:palace|top|helm|corner\soffice|big\shouse))"
)
_NORP = r"[A-Z][a-z]+(?:ese|ian|ean|ish|ch|an|sh|i)"
_INITIALS = LazyRegex(
    r"\b[a-z]+(?:er|or|an|ist),\s(?P<who>[A-Z]\.\s?[A-Z]\.)(?=,\s[a-z]|,?\s(?:said|only|would|did|was|had|has|is)\b)"
)


@dataclass(frozen=True, slots=True)
class TakenForKnown:
    """Words at `span` that the story has not prepared, and what to say of them."""

    span: Span
    message: str
    is_sure: bool = True


def _any(key: str) -> str:
    return "|".join(re.escape(w) for w in sorted(vocabulary(_LIST, key), key=len, reverse=True))


@cache
def _matter() -> LazyRegex:
    return LazyRegex(
        rf"\b(?:[Tt]he\s(?:(?:old|late|former|so-called|ill-fated|infamous|notorious|earlier)\s)?(?P<name>{_NAME})"
        rf"|(?P<owner>{_NAME})[’']s)\s(?P<noun>{_any('matters')})\b(?![’'-]|\s[A-Z])(?!{_TELLS})"
    )


@cache
def _nick() -> LazyRegex:
    return LazyRegex(
        rf"(?:\A|(?<=\n)|(?<=[a-z;,.]\s))(?:{_any('nicks')})\s[A-Z][a-z]{{2,8}}(?=\s[a-z])"
        r"|(?<=[a-z;,.]\s)Old\s(?:Ma|Pa|Man|Mother|Uncle|Ned|Tom|Bill|Joe)\s[A-Z][a-z]{2,12}"
    )


@cache
def _epithet() -> LazyRegex:
    words = "|".join(
        w.capitalize() for w in sorted(vocabulary(_LIST, "epithets"), key=len, reverse=True)
    )
    return LazyRegex(
        rf"\b[Tt]he\s[A-Z][a-z]+\s(?:{words})\s(?=[a-z])|(?<=[a-z,;]\s)the\s(?:{words})\s(?=[a-z])"
    )


@cache
def _body() -> LazyRegex:
    return LazyRegex(
        r"(?:(?<=[a-z,]\s)|(?<=[.!?]\s))(?:[Tt]he\s(?P<noun>Act|Board|Trust|Commission|Authority|Bill|Order|Directive|Charter|Panel"
        r"|Tribunal|Inquiry|Convention|Protocol|Guild|Lodge|Syndicate|Consortium|Foundation|Institute|Regulator|Registry"
        r"|Company|Firm|Society|Association|Federation|Corporation|Agency|Bureau|Committee|Working\sGroup|Taskforce"
        r"|Secretariat|Ordinance|Statute|Scheme|Code))(?=[,.;]|\s(?![A-Z]|of\b|for\b|on\b|to\b|and\s[A-Z]))"
        r""
    )


@cache
def _code_name() -> LazyRegex:
    return LazyRegex(
        rf"\b(?:(?:Project|Operation)\s(?P<noun>{_NAME}))(?![\w’'-]|\s[A-Z])"
        r"(?!,\s(?:which|an?|the|its|his|her|set|launched|named|code)\b|\s?\(|\s(?:is|was)\san?\b|\s[–—-]\s)"
    )


@cache
def _season() -> LazyRegex:
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    return LazyRegex(
        rf"\b(?:[Tt]he\s(?:spring|summer|autumn|winter|{days}|Easter|Christmas|May|June|March|April|October)\s"
        r"(?P<noun>strike|trouble|riots?|march|walkout|protests?|row|raid|fire|crash|affair|incident|scandal|accident|fight|brawl"
        r"|purge|coup|revolt|quarrel|dispute|stoppage|lockout))(?=\s(?!of\b|in\b|at\b|on\b|that\b|which\b|by\b|against\b|over\b)[a-z]|\sof\slast|[.,;])"
    )


@cache
def _sisters() -> LazyRegex:
    return LazyRegex(
        rf"\b[Tt]he\s(?P<noun>{_NAME})\s(?:{_any('kin')})\b(?!\s?[(–—]|,\s(?:who|both|two|three|owners|aged|an?|the|[A-Z])\b)"
    )


@cache
def _bare_role() -> LazyRegex:
    return LazyRegex(
        rf"(?:\A|(?<=[.!?]\s)|(?<=\n))(?:{_NAME}\s)?(?i:{_any('bare_roles')})(?:-of-[a-z]+)?\s(?P<noun>{_NAME})(?=\s[a-z])"
        rf"|\bCo-(?:author|founder|star|owner|host|defendant|accused|producer|writer|pilot)\s(?P<noun2>{_NAME})(?=[,.]?\s[a-z])"
    )


_EX = LazyRegex(r"\b(?:Her|His)\s(?:ex|hubby|missus|other\shalf|better\shalf)(?=\s(?!who)[a-z])")
_RULE = LazyRegex(
    r"\b(?P<rule>(?:Rule|Section|Clause|Regulation|Paragraph)\s\d{1,3}[a-zA-Z]?)(?=\s(?:is|was|says|gives|lets|allows|forbids"
    r"|applies|bars|requires|obliges)\b)"
)
_QUESTION = LazyRegex(
    r"(?:\A|(?<=[.!?]\s)|(?<=\n))The\s(?P<noun>[a-z]{4,}s)\squestion(?=\s(?:would|will|was|has|had|remains|is\sto)\b)"
)
_SHIP = LazyRegex(
    r"\b[Tt]he\s(?P<noun>[A-Z][a-z]{3,})(?=\s(?:(?:has|had|was|is|will)\s(?:\w+\s)?)?(?:moored|berthed|anchored|docked|sank|sunk"
    r"|sailed|capsized|aground|refloated|torpedoed|scuttled)\b)"
)


@cache
def _boss() -> LazyRegex:
    return LazyRegex(rf"\bThe\s(?P<noun>{_any('bosses')})(?=\s(?!of|who)[a-z])")


@cache
def _power() -> LazyRegex:
    return LazyRegex(
        rf"\b[Tt]he\s(?:[a-z-]+\s)?(?:{_any('powers')})\s{_ADVERB_OF_PLACE}(?=\s(?!of\b)[a-z])"
    )


@cache
def _runner() -> LazyRegex:
    return LazyRegex(
        rf"\b[Tt]he\s{_NORP}\s(?P<noun>{_any('runners')})(?=[,.]?\s(?![A-Z])(?!who|of|for|in\b))"
    )


@cache
def _that() -> LazyRegex:
    return LazyRegex(
        r"(?:\A|(?<=[\n.!?”\"])\s?)That\s(?P<noun>coach|manager|minister|judge|mayor|senator|director|doctor|officer"
        r"|banker|lawyer|councillor|trainer|surgeon|teacher|chef|captain|chairman|executive|analyst)(?=\s[a-z])"
        r"(?!\s(?:who|whom|that|of|is)\b)"
    )


@cache
def _address() -> LazyRegex:
    return LazyRegex(rf"(?<=[a-z,]\s)(?:{_any('addresses')})(?=[.,;]|\s(?![A-Z])[a-z])")


@cache
def _circle() -> LazyRegex:
    ranks = "|".join(row[0] for row in _ranks())
    round_ = "|".join(
        f"{re.escape(w)}" for w in sorted(vocabulary(_LIST, "round"), key=len, reverse=True)
    )
    plural = (
        "colleagues|friends|allies|aides|supporters|advisers|followers|critics|enemies|rivals"
        "|relatives|backers"
    )
    return LazyRegex(
        rf"\b(?P<a>(?:{plural}|{plural.title()})\sof\sthe\s(?P<rank>{ranks}))(?=[,.]?\s(?!of\b|who\b|in\b)[a-z])"
        rf"|\b(?P<b>[Tt]he\s(?P<rank2>{ranks})[’']s\s(?:{plural}|{round_}))\b"
    )


@cache
def _ranks() -> tuple[tuple[str, ...], ...]:
    data = load(PACKAGE, f"vocabularies/{_LIST}.yml")
    rows = data.get("ranks") if isinstance(data, dict) else None
    return tuple(tuple(map(str, row)) for row in rows or () if isinstance(row, list))


@cache
def known_names() -> frozenset[str]:
    """Return names of people, places, firms and bodies that need no introduction."""
    return vocabularies(
        ("places", "known"),
        ("persons", "known"),
        ("persons", "companies"),
        ("acronyms", "known"),
        ("persons", "titles"),
        (_LIST, "famous"),
        (_LIST, "well_known_places"),
    )


def taken_for_known(reading: Reading) -> Iterator[TakenForKnown]:
    """Yield the first mention of what has a name or an article and no introduction.

    "The Vaino affair" where nobody has spoken of Vaino, "the Orr sisters", "Big Dunc", "the
    strongman next door". Needs `names` and `quotations`.
    """
    bodies = [b.span for b in reading.blocks if b.is_body]
    if not bodies:
        return
    text = reading.text
    done: set[str] = set()
    nicknames = [p for p in (_nick(), _epithet(), _address(), _power()) if p.may_be_in(text)]
    things = [p for p in (_body(), _code_name(), _season()) if p.may_be_in(text)]
    roles = [(p, sure) for p, sure in _roles() if p.may_be_in(text)]
    for at, body in enumerate(bodies):
        for match in _matter().finditer(text, body.start, body.end):
            name = match["name"] or match["owner"]
            if name in done or match["noun"] in vocabulary(_LIST, "kin"):
                continue
            done.add(name)
            if at and not _is_known(name) and _is_new(text, name, match.start()):
                place = Span(*match.span())
                words = " ".join(place.cut(text).split())
                noun = _token(reading, place, match["noun"])
                if is_writers_own(reading, place) and noun is not None and noun.pos == "NOUN":
                    sure = _is_name(reading, place, name) and _is_once(text, name)
                    yield TakenForKnown(place, _which(words), sure)
        for pattern in nicknames:
            for match in pattern.finditer(text, body.start, body.end):
                place = Span(match.start(), match.start() + len(match[0].rstrip()))
                words = " ".join(place.cut(text).split())
                if words.lower() in done or not at:
                    continue
                done.add(words.lower())
                if not is_writers_own(reading, place) or not _is_new(text, words, match.start()):
                    continue
                if (pattern is _nick() and not words.startswith("Old ")) or pattern is _epithet():
                    sentence = reading.sentence_at(place.end + 1)
                    verb = reading.parses[sentence.block].at(place.end + 1) if sentence else None
                    if verb is None or verb.pos not in ("VERB", "AUX"):
                        continue
                yield TakenForKnown(place, f"Who is “{words}”? Say so at first mention.")
        for pattern in things:
            for match in pattern.finditer(text, body.start, body.end):
                noun_word = match["noun"]
                if noun_word.lower() in done or not at:
                    continue
                done.add(noun_word.lower())
                place = Span(*match.span())
                if re.search(rf"(?i)(?<!\w){_stem(noun_word)}", text[: match.start()]):
                    continue
                if is_writers_own(reading, place):
                    words = " ".join(place.cut(text).split())
                    yield TakenForKnown(
                        place, f"“{words}” is taken for known: say in a few words what it is."
                    )
        yield from _more(reading, body, at, roles)
        for match in _INITIALS.finditer(text, body.start, body.end):
            place = Span(*match.span("who"))
            if is_writers_own(reading, place):
                yield TakenForKnown(place, f"Who is {match['who']}? Give the full name.")
        for match in (
            *_runner().finditer(text, body.start, body.end),
            *_that().finditer(text, body.start, body.end),
        ):
            if match[0].split()[1] in vocabulary(_LIST, "famous"):
                continue
            if at and not re.search(rf"(?i)\b{_stem(match['noun'])}", text[: match.start()]):
                place = Span(*match.span())
                if is_writers_own(reading, place):
                    words = " ".join(match[0].split())
                    yield TakenForKnown(
                        place, f"“{words}” has not been spoken of yet: say who this is."
                    )
        for match in _circle().finditer(text, body.start, body.end):
            rank = match["rank"] or match["rank2"]
            row = next(row for row in _ranks() if row[0] == rank)
            earlier = text[: match.start()]
            if any(re.search(rf"(?i)\b{re.escape(w)}", earlier) for w in row):
                continue
            place = Span(*match.span())
            if is_writers_own(reading, place):
                words = " ".join(match[0].split())
                yield TakenForKnown(
                    place, f"“{words}”: nobody has been called so yet. Say who it is."
                )


def _roles() -> tuple[tuple[LazyRegex, bool], ...]:
    """Return what else is taken for known, and whether it surely is."""
    return (
        (_sisters(), True), (_bare_role(), True), (_EX, True), (_RULE, True), (_QUESTION, True),
        (_SHIP, True), (_boss(), False),
    )  # fmt: skip


def _more(
    reading: Reading, body: Span, at: int, roles: Iterable[tuple[LazyRegex, bool]]
) -> Iterator[TakenForKnown]:
    text = reading.text
    for pattern, sure in roles:
        for match in pattern.finditer(text, body.start, body.end):
            place = Span(*match.span())
            groups = match.groupdict()
            noun = groups.get("noun") or groups.get("noun2") or match[0]
            if not at or not is_writers_own(reading, place):
                continue
            if not _is_new(text, noun, match.start()) or _is_known(noun):
                continue
            if pattern is _bare_role() and f" {noun}" in text[match.end() :]:
                sure = False
            words = " ".join(place.cut(text).split())
            if pattern is _sisters():
                yield TakenForKnown(place, f"Who are “{words}”? Say so at first mention.", sure)
            elif pattern is _RULE:
                yield TakenForKnown(place, f"{words} of what? Say so at first mention.", sure)
            elif pattern in (_QUESTION, _SHIP):
                yield TakenForKnown(place, _which(words), sure)
            else:
                yield TakenForKnown(place, f"Who is “{words}”? Say so at first mention.", sure)
    if at:
        yield from _kin_of_nobody(reading, body)


@cache
def _kin_opens() -> LazyRegex:
    return LazyRegex(rf"(?:His|Her)\s(?:{_any('kin_of_somebody')})(?=\s(?!who)[a-z])")


_SOMEBODY = frozenset({"he", "she", "his", "her", "him", "hers", "who", "i", "my", "me"})


def _kin_of_nobody(reading: Reading, body: Span) -> Iterator[TakenForKnown]:
    """Yield "His brother-in-law" that opens a paragraph after one in which there is nobody."""
    match = _kin_opens().match(reading.text, body.start, body.end)
    if match is None:
        return
    index = next(i for i, b in enumerate(reading.blocks) if b.span == body)
    if not index or not reading.blocks[index - 1].is_body:
        return
    nouns = vocabularies(
        ("people", "female"),
        ("people", "male"),
        ("people", "either"),
        ("persons", "before_surname"),
    )
    for token in reading.parses[index - 1]:
        if token.entity in ("PERSON", "NORP") or token.lower in _SOMEBODY:
            return
        if token.lower in nouns or token.lemma.lower() in nouns:
            return
    place = Span(*match.span())
    if is_writers_own(reading, place):
        words = " ".join(match[0].split())
        yield TakenForKnown(place, f"“{words}”: nobody is named in the paragraph before. Whose?")


def _stem(noun: str) -> str:
    return re.escape(noun.split("-")[0][:5])


def _which(words: str) -> str:
    return f"“{words}” is taken for known: say in a few words what it was."


def _is_new(text: str, name: str, before: int) -> bool:
    """Return whether no word of the text up to there is this one, or begins with it."""
    return re.search(rf"(?<![\w]){re.escape(name)}", text[:before]) is None


def _is_once(text: str, name: str) -> bool:
    return len(re.findall(rf"(?<![\w]){re.escape(name)}", text)) == 1


def _is_known(name: str) -> bool:
    parts = (name, *name.split("-"))
    return any(part in known_names() for part in parts)


def _token(reading: Reading, place: Span, name: str) -> Token | None:
    start = reading.text.find(name, place.start, place.end)
    sentence = reading.sentence_at(start)
    return reading.parses[sentence.block].at(start) if sentence is not None else None


def _is_name(reading: Reading, place: Span, name: str) -> bool:
    """Return whether the tagger, too, reads the word as a name, and of nothing that is known."""
    token = _token(reading, place, name)
    return token is not None and token.pos == "PROPN" and token.entity not in ("NORP", "DATE")
