"""Whether a story has given a full name before it gives the surname alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.span import Span

_AROUND = 60  # characters before a surname in which the rest of the name stands
_SHOUTED = 2  # letters: an acronym is longer than a pair of initials
_MARKS = "\"“”‘’'()[]*_­"
_LARGE = frozenset({"De", "Von", "Der", "Den", "Du", "Ter", "Ten"})  # particles that open a surname
_ALSO_NAMES = frozenset({"april", "august", "june", "will"})  # "said Will Orr", but "Will Orr go?"
_INITIAL = 2  # characters: "J."


def is_introduced(text: str, surname: str, parts: Iterable[Span], before: int) -> bool:
    """Return whether a fuller name with this surname ends at the offset `before` or earlier.

    `parts` are the stretches of `text` that introduce people, in order. Any word with a
    capital right before the surname that is no title, office or small word counts as a first
    name, for that is read off the text and not off the tagger: "James O’Neill", "Prime
    Minister (Junichiro) Koizumi", "FBI Director James B. Comey".
    """
    for part in parts:
        for at in _places(text, surname, part.start, min(part.end, before)):
            if _has_first_name(text[max(part.start, at - _AROUND) : at]):
                return True
    return False


def _places(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Yield where a whole word stands between two places, as an expression would find it."""
    at = text.find(word, start, end)
    while at >= 0:
        after = at + len(word)
        if not _is_letter(text[at - 1 : at]) and (after == end or not _is_letter(text[after])):
            yield at
        at = text.find(word, at + 1, end)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _has_first_name(words_before: str) -> bool:
    if words_before[-1:] not in (" ", "\n", "\u00a0", "\u00ad", "-"):
        return False
    words = words_before.replace("\u00ad", "").split()
    for at, written in reversed(list(enumerate(words))):
        word = written.strip(_MARKS)
        if word in vocabulary("persons", "particles") or word in _LARGE:
            continue
        if not word[:1].isupper() or written.endswith((",", ";", ":", "?", "!")):
            return False
        if word.endswith(".") and "." not in word[:-1] and len(word) > _INITIAL:
            if word[:-1].lower() not in _titles():
                return False  # the end of the sentence before
            continue
        if word.isupper() and len(word.replace(".", "")) > _SHOUTED:
            return False
        if len(word) == _INITIAL and word.endswith("."):
            return True
        bare = word.rstrip(".").lower()
        if bare not in _no_first_names() or (bare in _ALSO_NAMES and words[at - 1].islower()):
            return True
        if bare not in _titles():
            return False
    return False


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.rstrip(".").lower() for title in vocabulary("persons", "titles"))


@cache
def _no_first_names() -> frozenset[str]:
    return _titles() | vocabularies(
        ("persons", "before_surname"), ("persons", "no_name"), ("persons", "no_first_name")
    )
