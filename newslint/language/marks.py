"""Telling quotation marks from apostrophes and inch marks, as far as their place allows.

What a mark is may also depend on what is open before it: that is decided in `quotations`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from newslint.span import Span
from newslint.vocabulary import words


class Family(Enum):
    """Marks that may open and close one another."""

    DOUBLE = auto()  # “ ” „ ‟ " `` ''
    SINGLE = auto()  # ‘ ’ ‚ ‛ ' `
    GUILLEMET = auto()  # « »
    SMALL_GUILLEMET = auto()  # ‹ ›
    ELEMENT = auto()  # <q>


class Role(Enum):
    """What the characters around a mark say it may be."""

    OPEN = auto()
    CLOSE = auto()  # closes; a fault if nothing is open
    SOFT_CLOSE = auto()  # closes if anything is open, otherwise an apostrophe
    WEAK_CLOSE = auto()  # workers': closes only if no better close follows
    ELISION = auto()  # 'Til: opens only where a quotation is sure to close
    EITHER = auto()  # opens or closes, whichever fits


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark. `span` is in text coordinates.

    `sure` is False for an opening mark that may be an unknown apostrophe or an ornament:
    no fault is made of it. `follows_digit` says that it may be an inch mark, `in_height`
    that it stands at the end of a height in feet and inches.
    """

    span: Span
    char: str
    family: Family
    role: Role
    sure: bool = True
    follows_digit: bool = False
    in_height: bool = False


_FAMILIES = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "``", "''"), Family.DOUBLE),
    **dict.fromkeys(("‘", "’", "‚", "‛", "'", "`"), Family.SINGLE),
    **dict.fromkeys(("«", "»"), Family.GUILLEMET),
    **dict.fromkeys(("‹", "›"), Family.SMALL_GUILLEMET),
}
_RUN = re.compile(r"(?:[“”„‟\"‘’‚‛'«»‹›]|(?<!`)`{1,2}(?!`))+")
_PIECE = re.compile(r"``|''(?!')|.")  # closing: the single mark first
_PIECE_OPENING = re.compile(r"``|''|.")  # opening: the double mark first
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_URL = re.compile(r"(?:https?://|www\.)[^\s\"“”‘’«»<>]+")
_ROCK_N_ROLL = re.compile(r"(?<!\w)['‘’][nN]['‘’](?!\w)")
_HEIGHT = re.compile(r"\d{1,2}['’′]\s?\d{1,2}(?:\.\d+|[½¼¾])?$")
_WORD = re.compile(r"[^\W_]+")
_DECADE = re.compile(r"\d0s\b")
_DUTCH = re.compile(r"t [A-Z]|s-[A-Z]")  # in 't Veld, 's-Hertogenbosch
_YEAR = re.compile(r"\d\d\b")

_BEFORE_OPENING = frozenset("([{<—–/|=*• \n\t\r\u00a0\u2009\u202f")
_AFTER_CLOSING = frozenset(")]}>.,;:!?…—–/|*")
_HARD_STOPS = frozenset(".,!?;:…)—–")
_LEAD_IN = frozenset('.,:;!?…—–()["“„«')


def find_marks(text: str, block: Span, skip: Sequence[Span] = ()) -> list[Mark]:
    """Return what may be quotation marks in `block`, in text order.

    `skip` lists spans that hold none (code, addresses). Marks that can only be apostrophes
    or primes are left out. Runs in time linear in the length of the block.
    """
    body = block.cut(text)
    if not _RUN.search(body):
        return []
    body = _INVISIBLE.sub(" ", body)
    ignored = _ignored(body, block.start, skip)
    marks: list[Mark] = []
    for run in _RUN.finditer(body):
        opening = not run.start() or body[run.start() - 1] in _BEFORE_OPENING
        pieces = _PIECE_OPENING if opening else _PIECE
        for piece in pieces.finditer(body, run.start(), run.end()):
            if not ignored or not any(i in ignored for i in range(piece.start(), piece.end())):
                mark = _classify(body, run, piece, block.start)
                if mark is not None:
                    marks.append(mark)
    return marks


def _ignored(body: str, offset: int, skip: Sequence[Span]) -> set[int]:
    """Return the offsets in `body` at which no quotation mark can stand."""
    places: set[int] = set()
    for span in skip:
        places.update(range(max(0, span.start - offset), min(len(body), span.end - offset)))
    for match in _URL.finditer(body) if "://" in body or "www." in body else ():
        places.update(range(match.start(), match.start() + len(match[0].rstrip("'.,"))))
    for match in _ROCK_N_ROLL.finditer(body):
        places.update((match.start(), match.end() - 1))
    return places


def _classify(body: str, run: re.Match[str], piece: re.Match[str], offset: int) -> Mark | None:
    char = piece[0]
    family = _FAMILIES[char]
    left = body[run.start() - 1] if run.start() else ""
    right = body[run.end()] if run.end() < len(body) else ""
    alone = len(run[0]) == 1
    if alone and family is Family.SINGLE and left.isalnum() and right.isalnum():
        return None  # don't, O'Brien, 5'10
    shape = _shape(body, run.start(), left, right)
    span = Span(offset + piece.start(), offset + piece.end())
    if family is Family.DOUBLE:
        height = bool(_HEIGHT.search(body, max(0, piece.start() - 9), piece.start()))
        role = _double_role(char, shape)
        digit = left.isnumeric() and piece.start() == run.start()
        return Mark(span, char, family, role, True, digit, height)
    if family is Family.SINGLE:
        return _single(body, piece.start(), char, shape, left, right, alone, span)
    spaced = (not left or left.isspace()) and (not right or right.isspace())
    role = Role.OPEN if char in "«‹" else Role.EITHER if shape is Role.OPEN else Role.CLOSE
    return Mark(span, char, family, role, sure=not spaced and char in "«‹")


def _shape(body: str, start: int, left: str, right: str) -> Role:
    """Return what the neighbours of a run of marks make it: OPEN, CLOSE or EITHER."""
    opens = not left or left.isspace() or left in _BEFORE_OPENING
    opens = opens or body[max(0, start - 2) : start] in ("--", " -")
    closes = not right or right.isspace() or right in _AFTER_CLOSING
    closes = closes or (right == "-" and not opens)
    if opens == closes:
        return Role.EITHER
    return Role.OPEN if opens else Role.CLOSE


def _double_role(char: str, shape: Role) -> Role:
    if char in ("„", "‟", "``"):
        return Role.OPEN
    if char == "”":
        return Role.EITHER if shape is Role.OPEN else Role.CLOSE
    return shape  # “ too: it closes after „, and where it was curled the wrong way


def _single(
    body: str, at: int, char: str, shape: Role, left: str, right: str, alone: bool, span: Span
) -> Mark | None:
    if alone and left == "." and re.compile(r"s\b").match(body, at + 1):
        return None  # the U.S.'s
    if char == "‚":
        return Mark(span, char, Family.SINGLE, Role.OPEN, sure=False) if right.isalnum() else None
    if char == "`":
        return Mark(span, char, Family.SINGLE, Role.ELISION) if shape is Role.OPEN else None
    if shape is Role.OPEN:
        role = _opening_single(body, at)
        return role and Mark(span, char, Family.SINGLE, role, _is_led_in(body, at, char))
    if shape is Role.EITHER:
        if char == "‘" and right and not right.isspace():
            return Mark(span, char, Family.SINGLE, Role.OPEN)
        return Mark(span, char, Family.SINGLE, Role.EITHER, sure=False)
    before = body[at - 1] if at else ""
    if not before.isalnum():
        role = Role.CLOSE if before in _HARD_STOPS or not alone else Role.SOFT_CLOSE
    elif not right.isspace() or not _may_be_possessive(body, at, before):
        role = Role.SOFT_CLOSE
    else:
        role = Role.WEAK_CLOSE
    return Mark(span, char, Family.SINGLE, role)


def _opening_single(body: str, at: int) -> Role | None:
    """Return the role of a mark before a word: OPEN, ELISION, or None for an apostrophe."""
    if _DECADE.match(body, at + 1) or _DUTCH.match(body, at + 1):
        return None
    if _YEAR.match(body, at + 1):
        return Role.ELISION
    word = _WORD.match(body, at + 1, at + 12)
    known = words("newslint.language", "elisions.yml", "leading")
    if word and word[0].lower() in known:
        return Role.ELISION
    return Role.ELISION if body[at] == "’" else Role.OPEN


def _is_led_in(body: str, at: int, char: str) -> bool:
    """Return whether an opening single mark can hardly be an apostrophe ('Abd, 'Canes)."""
    before = body[max(0, at - 20) : at].rstrip()
    following = body[at + 1 : at + 2]
    return char == "‘" or not before or before[-1] in _LEAD_IN or not following.isupper()


def _may_be_possessive(body: str, at: int, before: str) -> bool:
    if before in "sSzx" or before.isdigit():
        return True
    word = re.search(r"[^\W\d_]*$", body[max(0, at - 20) : at])
    text = word[0].lower() if word else ""
    return (text.endswith("in") and len(text) > 3) or text in words(
        "newslint.language", "elisions.yml", "trailing"
    )
