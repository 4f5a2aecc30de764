"""People and bodies that a story speaks of before it has said who they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newslint.article import BlockKind
from newslint.attribution.graph import SourceKind
from newslint.checks._people.likeness import plain
from newslint.checks._people.people import Named, seems_person
from newslint.checks._phrases import vocabulary
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
_TAG_VERBS = frozenset(
    {
        "say",
        "add",
        "explain",
        "recall",
        "complain",
        "warn",
        "insist",
        "admit",
        "joke",
        "promise",
        "tell",
        "reply",
    }
)
_GROUPS = LazyRegex(
    r"\b(?:senators|lawmakers|voters|residents|neighbou?rs|mourners|attendees|protesters|demonstrators|witnesses"
    r"|fans|supporters|delegates|workers|students|parents|survivors|relatives|members|visitors|people|teachers"
    r"|nurses|farmers|councillors|candidates|officials|users|customers|players|activists|volunteers|friends"
    r"|commuters|passengers|shoppers|tourists|others|those|one|some|many|few|another|adviser|aide|spokes\w+"
    r"|governors|journalists|reporters|tweeted|tweets?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words at `span` that stand before what they stand for, and what to say of it."""

    span: Span
    message: str


def is_plainly_unknown(reading: Reading, named: Named, others: Iterable[Named]) -> bool:
    """Return whether somebody is plainly quoted without a word who it is.

    The sentence has a tag such as "..., Ann Lee said." and nothing more, no group goes before
    of which this could be one, and the name does not come again and again. Needs `quotations`.
    """
    if sum(plain(n.surname) == plain(named.surname) for n in others) > _OFTEN:
        return False
    verb = named.last.head
    text = reading.text
    source = verb.dep == "prep" or verb.lower == "to"
    cited = text[max(0, named.span.start - 14) : named.span.start].lower().endswith("according to ")
    if named.last.dep not in _SUBJECTS and not cited and not source:
        return False
    if not cited and (verb.lemma not in _TAG_VERBS or verb.tag not in ("VBD", "VBZ", "VBN")):
        return False
    if any(c.dep == "aux" for c in verb.children):
        return False
    sentence = reading.sentence_at(named.span.start)
    if sentence is None or text[named.span.end : named.span.end + 1] == ",":
        return cited and sentence is not None
    before = [s for s in reading.sentences_of(sentence.block) if s.span.end <= sentence.span.start]
    if not before and sentence.block:
        before = list(reading.sentences_of(sentence.block - 1))
    near = before[-1].span.cut(text) if before else ""
    direct = any(q.span.overlaps(sentence.span) for q in reading.quotations.outer)
    return not (_GROUPS.search(near) and not direct)


_OFTEN = 3


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


_WORDS = 3


def _is_actor(reading: Reading, place: int) -> bool:
    """Return whether the word at a place is a name by itself, and acts."""
    sentence = reading.sentence_at(place)
    token = reading.parses[sentence.block].at(place) if sentence is not None else None
    return token is not None and token.tag == "NNP" and token.dep in _SUBJECTS


def nobody_before(reading: Reading) -> Iterator[Unknown]:
    """Yield the "he" or "she" that opens a paragraph before anybody has been spoken of.

    Needs `names` and `quotations`.
    """
    nouns = (
        vocabulary("people", "female") | vocabulary("people", "male") | vocabulary("people",
        "either")
        | vocabulary("persons", "before_surname") | vocabulary("groups", "persons")
    )  # fmt: skip
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


_LEAST = 10  # words of a paragraph that is one


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


def _names_one(text: str) -> bool:
    """Return whether a sentence names somebody or something after its first word."""
    return re.search(r"(?<=[\s,(])[A-Z][a-z]{2,}", text[4:40]) is not None


def _is_cited(reading: Reading, named: Named) -> bool:
    """Return whether the attribution graph takes the name for a person's."""
    return any(
        a.source.kind is SourceKind.NAMED_PERSON and a.source.head == named.last.span
        for a in reading.attributions
    )


def unknown_subjects(reading: Reading, found: Iterable[Named]) -> Iterator[Named]:
    """Yield lone surnames that do what only people do, or whose words are told.

    Needs `names` and `attributions`.
    """
    for named in found:
        token = named.last
        if (
            named.is_full
            or token.tag == "NNPS"
            or token.entity in _THINGS
            or _is_part(reading, named)
        ):
            continue
        parse = reading.parses[named.block]
        text = reading.text
        after = text[named.span.end : named.span.end + 6]
        ahead = text[max(0, named.span.start - 16) : named.span.start]
        person = token.entity == "PERSON" or bool(named.titles)
        opens = not ahead.strip() or ahead.rstrip()[-1:] in tuple('.!?”"')
        unlike = token.entity in ("ORG", "FAC", "NORP")
        land = token.entity == "GPE" and token.head.lemma in _LANDS_DO
        if re.match(
            r"\sand\s(?:[A-Z][\w’'-]+\s)?[A-Z]", text[named.span.end : named.span.end + 20]
        ):
            continue  # "brothers John and Brian Meza"
        subject = token.dep in _SUBJECTS
        verb = token.head.lemma
        asked = {c.lemma for c in token.head.children if c.dep == "xcomp"}
        guided = token.dep == "pobj" and token.head.lower == "under" and token.entity == "PERSON"
        if guided or (subject and token.tag == "NNS" and opens and verb in _SPEAKS):
            yield named
        elif ahead.lower().endswith("according to ") and re.match(r"[,.]", after):
            if "According" in ahead or not re.match(
                r",\s(?:an?|the|its|who|which)\s", text[named.span.end : named.span.end + 12]
            ):
                yield named
        elif subject and after.startswith(", who "):
            yield named
        elif land:
            continue
        elif (
            (
                subject
                and ({verb} | asked) & vocabulary("persons", "does")
                and (
                    (opens and bool(asked & vocabulary("persons", "does")))
                    or seems_person(parse, named)
                    or _is_cited(reading, named)
                    or (opens and not unlike)
                )
            )
            or (
                subject
                and opens
                and verb in vocabulary("persons", "steps")
                and (person or not unlike)
            )
            or (
                named.titles
                and token.dep == "poss"
                and not unlike
                and not set(named.titles) & _COURTESY_ALONE
            )
        ):
            yield named


_THINGS = frozenset({"FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE"})
_LANDS_DO = frozenset(
    {"vote", "stand", "wait", "hope", "know", "believe", "disagree", "walk", "meet", "move",
    "head", "step", "offer",
     "warn", "want", "refuse", "decline", "urge", "insist", "object", "oppose", "respond",
     "propose", "threaten"}
)  # fmt: skip
_SPEAKS = frozenset({"say", "add", "tell", "ask", "insist", "argue"})
_COURTESY_ALONE = frozenset(
    {"President", "Pope", "King", "Queen", "Prince", "Princess", "Saint", "St", "St.", "PC"}
)


def _is_part(reading: Reading, named: Named) -> bool:
    """Return whether the word is the name of a place or a thing, or part of a longer one."""
    word = named.surname
    known = vocabulary("places", "known") | vocabulary("acronyms", "known")
    if word in known | vocabulary("persons", "companies"):
        return True
    if word.lower() in vocabulary("persons", "no_name") or (not word.isalpha() and "-" not in word):
        return True
    place = re.compile(
        rf"\b(?:in|at|to|from|near|of|the|for|by|on|via|outside|inside)\s{re.escape(word)}\b"
    )
    whole = re.escape(" ".join(named.words))
    longer = re.compile(rf"(?:\b[A-Z](?:[\w’'-]+|\.)\s{whole}\b|\b{whole}\s[A-Z])")
    for block in reading.blocks:
        if block.is_body:
            text = block.span.cut(reading.text)
            if longer.search(text) or any(
                not text[max(0, m.start() - 10) : m.start()].lower().endswith("according ")
                for m in place.finditer(text)
            ):
                return not named.titles
    return re.search(rf"\b{re.escape(word.lower())}\b", reading.text) is not None
