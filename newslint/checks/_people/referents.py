"""Words that point back at somebody, where nobody has been named yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.article import BlockKind
from newslint.checks._people.likeness import plain
from newslint.checks._people.people import Named
from newslint.checks._phrases import vocabularies
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BODIES = (
    "Trust|Board|Commission|Authority|Agency|Institute|Foundation|Society|Association|Federation|Union|Museum"
    "|College|University|Hospital|Ministry|Bureau|Fund|Corporation|Centre|Center|Council|Committee|Club|Charity"
    "|Inquiry|Tribunal|Partnership|Alliance|Forum|Initiative|Ombudsman|Academy|Library|Gallery|Orchestra|Theatre"
)
_SHORT = LazyRegex(
    r"(?<![\w’'-])(?P<the>[Tt]he)\s(?P<word>[A-Z][a-z]{2,20})(?![\w’'-])(?!\s(?:[A-Z]|of\s|for\s|on\s|and\s[A-Z]|in\s[A-Z]|at\s[A-Z]))"
)
_FULL = LazyRegex(
    rf"(?P<whole>(?:[A-Z][\w’'&-]+\s(?:(?:of|for|and|the|on|in)\s){{0,2}}){{1,6}}(?:{_BODIES})"
    rf"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w’'-]+(?:\s(?:and\s)?[A-Z][\w’'-]+){{0,3}})?"
    rf"|(?:{_BODIES})\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’'-]+(?:\s(?:and\s)?[A-Z][\w’'-]+){{0,3}})"
)
_SINGLE = LazyRegex(
    r"(?:^|[.!?]\s)(?P<whole>The\s(?P<noun>company|firm|brewery|brewer|airline|bank|club|team|school|union|council|hospital"
    r"|retailer|charity|university|store|man|woman|boy|girl|driver|officer|player|student|doctor|teacher|worker"
    r"|brother|sister|teenager|pupil|sergeant|judge|councillor|senator|captain|inspector|constable))\s(?!of\b|that\b|who\b|which\b|[A-Z])"
)
_TWO = LazyRegex(
    r"\b(?:[Tt]wo|[Tt]hree|[Bb]oth|[Tt]wo\sother)\s(?:[a-z-]+\s){0,2}?(?P<noun>compan(?:ies)|firms|brewer(?:ies|s)|airlines|banks|clubs"
    r"|teams|schools|unions|councils|hospitals|retailers|charities|universities|stores|men|women|boys|girls"
    r"|drivers|officers|players|students|doctors|teachers|workers|brothers|sisters|teenagers|pupils|sergeants|judges"
    r"|councillors|senators|captains|inspectors|constables)\b"
)
_PLURALS = {"men": "man", "women": "woman", "companies": "company", "breweries": "brewery",
            "charities": "charity", "universities": "university"}  # fmt: skip
_ONE_OF = LazyRegex(
    r"\b(?:one|other|another|second|first|latter|former|third|dead|injured|alone"
    r"|driver|killed|arrested|winner|survivor|victim|each|neither|either)\b"
)
_WORDS = 3
_LEAST = 10  # words of a paragraph that is one
_TITLES = {"sergeant": "sergeant", "officer": "officer", "doctor": "dr", "judge": "judge"}
_JOINED = LazyRegex(
    r"^(?P<one>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,2})\sand\s(?P<two>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,2})\s(?:will|have|are|plan|agreed|said|want|hope)\b"
)
_TRADES = frozenset(
    [
        "ales",
        "brewery",
        "brewing",
        "foods",
        "motors",
        "airways",
        "airlines",
        "bank",
        "energy",
        "power",
        "steel",
        "mining",
        "shipping",
        "lines",
        "homes",
        "builders",
        "dairy",
        "bakers",
        "bakery",
        "stores",
        "supermarkets",
        "pharma",
        "systems",
        "software",
        "group",
        "holdings",
        "ltd",
        "plc",
        "inc",
        "logistics",
        "textiles",
        "paper",
        "mills",
        "press",
        "chemicals",
        "farms",
        "dairies",
        "water",
        "telecom",
        "mobile",
        "construction",
        "industries",
        "insurance",
        "coaches",
    ]
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words at `span` that stand before what they stand for, and what to say of it."""

    span: Span
    message: str


def short_before_long(reading: Reading) -> Iterator[Unknown]:
    """Yield "the Trust" of a story that says which trust further down. Needs `quotations`."""
    bodies = [b.span for b in reading.blocks if b.is_body]
    full: list[tuple[str, Span, frozenset[str]]] = []
    for body in bodies:
        for match in _FULL.finditer(reading.text, body.start, body.end):
            words = match["whole"].split()
            while words and words[0] in ("The", "A", "In", "At", "An"):
                words = words[1:]
            if len(words) > 1:
                full.append(
                    (
                        " ".join(words),
                        Span(match.end() - len(" ".join(words)), match.end()),
                        frozenset(words),
                    )
                )
    if not full:
        return
    done: set[str] = set()
    for body in bodies:
        for match in _SHORT.finditer(reading.text, body.start, body.end):
            word = match["word"]
            if word in done:
                continue
            done.add(word)
            head = re.fullmatch(_BODIES, word) is not None
            longer = [f for f in full if (word in f[2] if head else f[0].split()[0] == word)]
            if not longer or not is_writers_own(reading, Span(*match.span())):
                continue
            if word in reading.text[bodies[0].start : match.start()]:
                continue
            first = min(longer, key=lambda f: f[1].start)
            if first[1].start < match.start() or len(first[0].split()) < _WORDS:
                continue
            if not _is_actor(reading, match.start("word")):
                continue
            span = Span(match.start("word"), match.end())
            yield Unknown(
                span, f"“{match[0]}” comes before “{first[0]}”: give the full name first."
            )


def _is_actor(reading: Reading, place: int) -> bool:
    """Return whether the word at a place is a name by itself, and acts."""
    sentence = reading.sentence_at(place)
    token = reading.parses[sentence.block].at(place) if sentence is not None else None
    return token is not None and token.tag == "NNP" and token.dep in _SUBJECTS


def nobody_before(reading: Reading) -> Iterator[Unknown]:
    """Yield the "he" or "she" that opens a paragraph before anybody has been spoken of.

    Needs `names` and `quotations`.
    """
    nouns = vocabularies(
        ("people", "female"),
        ("people", "male"),
        ("people", "either"),
        ("persons", "before_surname"),
        ("groups", "persons"),
    )
    for index, block in enumerate(reading.blocks):
        parse = reading.parses[index]
        if block.kind is BlockKind.PARAGRAPH and len(parse) > _LEAST:
            token = parse.tokens[0]
            if (
                token.text in ("He", "She")
                and token.dep in _SUBJECTS
                and "\n" not in block.span.cut(reading.text)
            ):
                first = {t.sentence for t in parse if t.sentence == token.sentence}
                named = any(t.entity == "PERSON" and t.sentence in first for t in parse)
                if not named and is_writers_own(reading, token.span):
                    yield Unknown(
                        token.span, f"“{token.text}” comes before anybody is named: say who it is."
                    )
                return
        for token in parse:
            if token.entity == "PERSON" or token.lower in (
                "i",
                "we",
                "who",
                "they",
                "someone",
                "his",
                "her",
            ):
                return
            if not block.is_body:
                continue
            if token.pos in ("NOUN", "PROPN") and (
                token.lower in nouns or token.lemma.lower() in nouns or _ends_like_people(token)
            ):
                return
            if token.pos == "PROPN" and token.entity in ("ORG", "NORP", ""):
                return


def _ends_like_people(token: Token) -> bool:
    lemma = token.lemma.lower()
    return len(lemma) > 4 and lemma.endswith(
        ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "ant", "mate")
    )


def one_of_two(reading: Reading, found: Sequence[Named]) -> Iterator[Unknown]:
    """Yield "the company" where two have been named, and nothing tells which is meant.

    Needs `names` and `quotations`.
    """
    titled: dict[str, dict[str, int]] = defaultdict(dict)
    for named in found:
        for title in named.titles:
            titled[title.lower().rstrip(".")].setdefault(plain(named.surname), named.span.start)
    pairs: dict[str, int] = {}
    before = ""
    done: set[str] = set()
    for sentence in reading.sentences:
        block = reading.blocks[sentence.block]
        if not block.is_body:
            continue
        text = sentence.span.cut(reading.text)
        match = _SINGLE.match(text) if text.startswith("The ") else None
        if match is not None and match["noun"] not in done:
            noun = match["noun"]
            bearers = [
                at
                for at in titled.get(_TITLES.get(noun, noun), {}).values()
                if at < sentence.span.start
            ]
            two = len(bearers) == 2 or (noun in pairs and pairs[noun] < sentence.span.start)
            place = Span(*match.span("whole")).shifted(sentence.span.start)
            both = [
                n
                for n in found
                if n.span.end <= sentence.span.start
                and n.span.start >= sentence.span.start - len(before) - 3
            ]
            told = _ONE_OF.search(before) or len({plain(n.surname) for n in both}) == 1
            if two and not told and not _names_one(text) and is_writers_own(reading, place):
                done.add(noun)
                yield Unknown(
                    place, f"Two have been named: say which one “{match['whole'].lower()}” is."
                )
        for told_two in _TWO.finditer(text):
            noun = _PLURALS.get(told_two["noun"], told_two["noun"].rstrip("s"))
            pairs.setdefault(noun, sentence.span.start)
        for joined in _JOINED.finditer(text):
            one, other = joined["one"].split(), joined["two"].split()
            if plain(one[-1]) in _TRADES or plain(other[-1]) in _TRADES:
                for noun in ("company", "firm"):
                    pairs.setdefault(noun, sentence.span.start)
        before = text


def _names_one(text: str) -> bool:
    """Return whether a sentence names somebody or something after its first word."""
    return re.search(r"(?<=[\s,(])[A-Z][a-z]{2,}", text[4:40]) is not None
