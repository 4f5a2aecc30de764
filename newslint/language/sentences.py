"""Splitting a block into sentences, without a model.

The boundaries are used for fingerprints, are handed to the parser, and are what rules call a
sentence: so they depend on nothing but the text. Each stop is judged once, by the word before
it and the few words after it, so the time grows with the length of the text only.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import cache

from newslint.span import Span
from newslint.vocabulary import words

_OPENERS = "\"'“‘«‹„‚([{*_`—–-¿¡•"

# A run of stops with what may close after it: marks, brackets, footnote numbers. Possessive,
# and never begun inside a run: a page of full stops costs no more than a page of words.
_STOP = re.compile(
    r"(?<![.!?…‽])(?P<stop>\.(?:[ \u00a0]\.){1,5}|[.!?…‽]++|[。！？]++)"
    r"(?P<close>(?:[\"'”’“‘»›)\]}*_]|\[\d{1,3}\])*+)"
    r"(?:\s++|$|(?<=”)(?=\w)|(?<=[。！？])(?=.))"
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_WORD_BEFORE = re.compile(r"[\w.&’'-]*$")
_WORD_AFTER = re.compile(r"\w[\w’'-]*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.&?)+[^\W\d_]{1,2}")
_LIST_NUMBER = re.compile(r"[(\[*_]*(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")
_DASHES = ("—", "–", "-")
_LOOK_BACK = 40
_LOOK_AHEAD = 120
_SHORT_PHRASE = 50


@cache
def _list(name: str) -> frozenset[str]:
    return words("newslint.language", "abbreviations.yml", name)


@cache
def _named_cue() -> re.Pattern[str]:
    """A name of up to six words and the verb that says it spoke."""
    name = r"(?:I|[^\W\d_a-z][\w’'.-]*(?: (?:[^\W\d_a-z][\w’'.-]*|d[aeu]|de la|van|von|al)){0,5})"
    cues = "|".join(sorted(_list("cues")))
    return re.compile(rf"(?P<first>{name})(?:, \d{{1,3}},)? (?:then |also |later )?(?:{cues})\b")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of one block of text, in order.

    Spans are half-open code points of `text`. They have no white space at their ends, are
    never empty, and together hold every character that is not white space. A stop inside
    quotation marks or brackets ends a sentence like any other, unless what follows goes on
    in lower case or names the speaker of a question.
    """
    found: list[Span] = []
    start = 0
    for cut in _boundaries(text):
        _keep(text, start, cut, found)
        start = cut
    _keep(text, start, len(text), found)
    return tuple(found)


def _keep(text: str, start: int, end: int, found: list[Span]) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        found.append(Span(first, first + len(bare)))


def _boundaries(text: str) -> Iterator[int]:
    """Yield the offsets at which a sentence ends, in rising order."""
    start = 0
    blank_lines = deque(m.start() for m in _BLANK_LINE.finditer(text))
    for match in _STOP.finditer(text):
        end = match.end("close")
        while blank_lines and blank_lines[0] < end:
            start = blank_lines.popleft()
            yield start
        if match.end() < len(text) and _ends(text, start, match):
            yield end
            start = end
    yield from blank_lines


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the stop in `match` ends the sentence that began at `start`."""
    stop, close = match["stop"], match["close"]
    if stop[0] in "。！？":
        return True
    begin = match.start()
    if not _has_word(text, start, begin):
        return False  # "... and so it goes": nothing has been said yet
    after = _after(text, match.end())
    if after is None:
        return False
    opened, word = after
    if not word:
        return True
    if word[0].islower() and not (len(word) > 1 and word[1].isupper()):  # but iPhone, eBay
        return stop == "." and opened and not _abbreviated(_before(text, begin))
    if stop != ".":
        return not _goes_on(text, match, close)
    return _full_stop_ends(text, start, begin, opened, word)


def _has_word(text: str, start: int, end: int) -> bool:
    return any(c.isalnum() for c in text[max(start, end - 200) : end])


def _after(text: str, offset: int) -> tuple[bool, str] | None:
    """Return whether a quotation opens at `offset`, and the next word.

    The word is empty where something other than a word follows; None if nothing does.
    """
    i = offset
    limit = min(len(text), offset + _LOOK_AHEAD)
    opened = False
    while i < limit and (text[i] in _OPENERS or text[i].isspace()):
        opened = opened or text[i] in "\"'“‘«„"
        i += 1
    if i == len(text):
        return None
    match = _WORD_AFTER.match(text, i, limit)
    return opened, match[0] if match else ""


def _before(text: str, offset: int) -> str:
    """Return the word that ends at `offset`, inner full stops included."""
    window = text[max(0, offset - _LOOK_BACK) : offset]
    match = _WORD_BEFORE.search(window)
    word = match[0] if match else ""
    if "-" in word and not word.endswith("-"):
        word = word.rpartition("-")[2]  # "D-Calif."
    return word.strip("'’")


def _spelling(word: str) -> str:
    return word.capitalize() if len(word) > 1 and word.isupper() else word


def _in(word: str, name: str) -> bool:
    return word in _list(name) or _spelling(word) in _list(name)


def _abbreviated(word: str) -> bool:
    return (
        (len(word) == 1 and word.isupper())
        or bool(_INITIALS.fullmatch(word))
        or any(_in(word, name) for name in ("leading", "numbered", "either", "clock"))
    )


def _goes_on(text: str, match: re.Match[str], close: str) -> bool:
    """Return whether the sentence goes on after a stop other than a single full stop."""
    word = _before(text, match.start()) or _before(text, match.start() - 1)
    if "!" in match["stop"] or "?" in match["stop"]:
        if not close and word in _list("exclaiming"):
            return True
        if any(mark in "\"'”’»" for mark in close):
            named = _named_cue().match(text, match.end(), match.end() + _LOOK_AHEAD)
            first = named["first"].split(" ")[0] if named else ""
            return named is not None and (first == "I" or first not in _list("starters"))
        return False
    return not close and word.lower() in _list("unfinished")


def _full_stop_ends(text: str, start: int, begin: int, opened: bool, word: str) -> bool:
    """Return whether a single full stop at `begin` ends the sentence; `word` comes next."""
    before = _before(text, begin)
    if not before:
        return True
    if begin - start < _SHORT_PHRASE and _LIST_NUMBER.fullmatch(text[start:begin].strip()):
        return False
    if _in(before, "leading"):
        return False
    if _in(before, "numbered"):
        return not word[0].isdigit()
    if before in _list("clock"):
        return word not in _list("after_clock") and not (
            word[0].isdigit()
            or (begin - start < _SHORT_PHRASE and _opens_with_time(text[start:begin]))
        )
    if text[begin + 1 : begin + 4].lstrip()[:1] in _DASHES and _abbreviated(before):
        return False  # a dateline: MOUNT AIRY, N.C. — In
    starter = word in _list("starters") and not _is_initial(text, begin, word)
    if len(before) == 1 and before.isalpha() and before.isupper():
        return starter or opened
    if _in(before, "either") or _INITIALS.fullmatch(before):
        return starter or opened
    return True


def _is_initial(text: str, begin: int, word: str) -> bool:
    """Return whether the single letter that follows a stop is itself an initial: J. A. Ruiz."""
    at = text.find(word, begin, begin + _LOOK_AHEAD)
    return len(word) == 1 and at >= 0 and text[at + 1 : at + 2] == "."


def _opens_with_time(phrase: str) -> bool:
    phrase = phrase.lstrip(_OPENERS + " \n\t")
    return phrase.partition(" ")[0] in _list("before_clock")
