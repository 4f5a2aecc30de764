"""What a story speaks of by a bare name, or as "the review", before it has told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.article import BlockKind
from newslint.checks._people.likeness import plain
from newslint.checks._people.taken_for_known import TakenForKnown, known_names
from newslint.checks._phrases import PACKAGE, vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_LIST = "unexplained"
_BEFORE, _AFTER = 40, 30  # characters beside a name that are looked at
_STEM = 4  # letters by which two words tell of one thing
_TAGS = frozenset({"NNP", "NN"})
_NO_PEOPLE = frozenset({"NORP", "DATE", "LANGUAGE", "LAW", "EVENT", "WORK_OF_ART", "MONEY"})
_BESIDE = frozenset({"compound", "amod", "nmod", "appos"})
_TOLD_BY = frozenset({"ADJ", "DET", "NOUN", "NUM"})
# The name goes on from what stands before it, or that says what it is: "St Rollo", "called Rollo".
_JOINED_BEFORE = LazyRegex(
    r"(?:[A-Z][\w’'.-]*|[,&]|[-/@#(\"“‘:]|\b(?:the|an?|and|or|in|at|to|near|from|outside|called|named|nicknamed"
    r"|dubbed|as|of|off|via|around|across))\s?\Z"
)
_SHORTENED = LazyRegex(r"\b(?:[A-Z]|[A-Z][a-z]{1,4})\.\s?\Z")  # "St. Rollo", "Jason C. Rollo"
_SENTENCE = LazyRegex(r"[.!?][”’\"')]*\s+\Z")
_JOINED_AFTER = LazyRegex(
    r"(?:[’']s)?\s(?:and\s|de\s|van\s|von\s|al-)?[A-Z&]|-|,?\s\d|,\s[A-Z]|\.\w|\s[(\"“‘]|\sin\s[’']t\s"
    r"|\s(?:reported|contributed)\b"
)
_THE = LazyRegex(
    r"(?<![\w’'-])[a-z][\w’'-]*,?\s(?P<place>the\s(?P<name>[A-Z][a-zà-öø-ÿ]{2,14}))"
    r"(?=[.;:]|,\s(?!(?:an?|the|which|who|whose|one)\s)|\s(?!(?:of|for|de|du|in|at|near|who|that|which)\b"
    r"|(?:and|on|to)\s[A-Z])[a-z])"
)
_PEOPLES = ("ian", "ians", "ish", "ese", "ans", "ites")
_DAYS = (
    r"(?:last\s\w+|that\s\w+|this\s\w+|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|[MTWFS]\w+day)"
)


@cache
def _rows() -> tuple[frozenset[str], ...]:
    data = load(PACKAGE, f"vocabularies/{_LIST}.yml")
    rows = data.get("events") if isinstance(data, dict) else None
    return tuple(frozenset(map(str, row)) for row in rows or () if isinstance(row, list))


@cache
def _since() -> LazyRegex:
    words = "|".join(sorted(re.escape(word) for row in _rows() for word in row))
    return LazyRegex(
        rf"\b(?i:since|after|before|until|following|because\sof)\s(?P<what>the\s(?P<noun>{words}))"
        r"(?=[,.;]|\s(?:and|but|he|she|they|it)\b)"
    )


@cache
def _happened() -> LazyRegex:
    matters = "|".join(sorted(map(re.escape, vocabulary(_LIST, "matters"))))
    return LazyRegex(
        rf"\b[Tt]he\s(?:events|goings-on|happenings)\s(?:of|in)\s{_DAYS}"
        r"|\bwhat\shappened\s(?:with|at|to)\sthe\s(?:[A-Za-z][\w’'-]*\s){0,2}?[a-z]{3,}(?=[,.;])"
        rf"|\b(?:the|that)\s(?:{matters})\s(?:with|over|about|at)\s(?:the\s)?(?:[A-Za-z][\w’'-]*\s)?[a-z][\w’'-]{{2,}}"
        r"(?=[,.;]|\s(?!that\b|which\b)[a-z])"
    )


def unexplained(reading: Reading) -> Iterator[TakenForKnown]:
    """Yield what the body names for the first time as if it had been told of.

    "Rollo had lost his voice", "voted to leave the Compact", "since the review", "the business
    with the archive", where nothing in the story, its headline among it, says who or what that
    is. Left alone are relatives, animals and what has been called so, names that readers know,
    and quotations. Needs `names` and `quotations`.
    """
    for index, block in enumerate(reading.blocks):
        if not block.is_body or block.kind is BlockKind.HEADING:
            continue
        yield from _first_names(reading, index)
        yield from _capitals(reading, index)
        yield from _events(reading, index)


def _first_names(reading: Reading, index: int) -> Iterator[TakenForKnown]:
    """Yield first names that stand alone in the whole story."""
    for token, _ in reading.marked(index, _is_first_name):
        if _is_told(reading, index, token) or not _is_alone(reading.text, token.span):
            continue
        if is_writers_own(reading, token.span):
            message = f"Who is {token.text}? Give the full name and the role at first mention."
            yield TakenForKnown(token.span, message)


def _is_first_name(token: Token) -> bool | None:
    word = token.text
    if token.tag not in _TAGS or not word[:1].isupper() or not word.isalpha() or word.isupper():
        return None
    if token.entity in _NO_PEOPLE or word in known_names():
        return None
    return True if plain(word) in _known_first_names() else None


@cache
def _known_first_names() -> frozenset[str]:
    return frozenset(map(plain, vocabularies(("first_names", "female"), ("first_names", "male"))))


def _is_told(reading: Reading, index: int, name: Token) -> bool:
    """Return whether the word before says who it is, "his son Rollo", or it is one of several."""
    before = reading.parses[index].tokens[name.i - 1] if name.i else None
    if before is not None and before.sentence == name.sentence and before.pos in _TOLD_BY:
        return True
    return name.dep in ("appos", "conj", "compound") or any(
        c.dep in ("appos", "conj") for c in name.children
    )


def _is_alone(text: str, name: Span) -> bool:
    """Return whether the word stands nowhere before, nowhere small, and is no part of a name."""
    word = name.cut(text)
    if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text[: name.start]):
        return False
    if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text):
        return False
    before = text[max(0, name.start - _BEFORE) : name.start]
    if _JOINED_AFTER.match(text, name.end) or _SHORTENED.search(before):
        return False
    if not _SENTENCE.search(before) and _JOINED_BEFORE.search(before):
        return False
    return not re.search(
        rf"(?<!\w){re.escape(word)}\s[A-Z]|[A-Z]\w+\s{re.escape(word)}(?!\w)", text
    )


def _capitals(reading: Reading, index: int) -> Iterator[TakenForKnown]:
    """Yield "the Compact": a name of one word and an article, once in the story."""
    text, body = reading.text, reading.blocks[index].span
    for match in _THE.finditer(text, body.start, body.end):
        word = match["name"]
        if word in known_names() or word in vocabulary(_LIST, "institutions"):
            continue
        place, name = Span(*match.span("place")), Span(*match.span("name"))
        token = reading.parses[index].at(name.start)
        if (
            token is None
            or token.dep in ("compound", "amod", "nmod", "appos")
            or word.endswith(_PEOPLES)
        ):
            continue
        if token.entity in ("NORP", "GPE") or any(
            c.dep in ("appos", "relcl", "acl") for c in token.children
        ):
            continue
        stem = word.removesuffix("s").removesuffix("e") if word.endswith("s") else word
        pieces = re.findall(rf"(?i)(?<!\w){re.escape(stem)}", text)
        if len(pieces) == 1 and stem not in known_names() and is_writers_own(reading, place):
            message = f"“{place.cut(text)}” is taken for known: say in a few words what it is."
            yield TakenForKnown(place, message)


def _events(reading: Reading, index: int) -> Iterator[TakenForKnown]:
    """Yield "since the review", where the story has told of none."""
    text, body = reading.text, reading.blocks[index].span
    for match in _since().finditer(text, body.start, body.end):
        row = next(row for row in _rows() if match["noun"] in row)
        told = text[: match.start()].lower()
        if any(re.search(rf"\b{re.escape(word[:_STEM])}", told) for word in row):
            continue
        place = Span(*match.span("what"))
        if is_writers_own(reading, place):
            yield TakenForKnown(place, f"“{place.cut(text)}” has not been told of yet: say which.")
    for match in _happened().finditer(text, body.start, body.end):
        place = Span(*match.span())
        if is_writers_own(reading, place):
            words = " ".join(place.cut(text).split())
            yield TakenForKnown(place, f"“{words}” is taken for known: say what happened.")
