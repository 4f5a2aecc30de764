"""Whether the words round a short form tell the reader what it stands for, or names something."""

from __future__ import annotations

import re

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_AROUND = 80  # characters on either side
_BRACKETED = LazyRegex(r"\s?\((?:the\s|a\s|an\s)?[\w’'&-]+(?:\s[\w’'&,-]+){1,10}\)")
_SAID_TO_BE = LazyRegex(
    r",? (?:(?:is|was) )?(?:short for|stands for)\b"
    r"|,? which (?:is|was|stands|runs|represents|regulates|oversees)\b| (?:is|was) an? "
)
_APPOSED = LazyRegex(r"(?:,| [–—]) (?=(?:a|an|one of|the|[A-Z][\w.-]+(?:’s|'s)|its|his|their)\s)")
_OR = LazyRegex(
    r"(?:[A-Z][\w’'-]*,? or (?:the )?|\b(?:known|abbreviated|shortened)\s(?:[a-z]+ ){0,2}(?:as|to)"
    r" (?:the )?|[A-Z]{2,6} or |\bcalled (?:the )?|\bor )[“\"‘']?\Z"
)
_STATION = LazyRegex(r"[WK][A-Z]{2,3}(?:-[A-Z]{2})?\Z")
_AIR = LazyRegex(
    r"\b(?:interview|radio|TV|television|station|poll|affiliate|broadcaster|news|told|reports?|reported)\b"
)
_WORD = 4  # letters of a word that may be shouted
_FUNCTION = frozenset({"VERB", "AUX", "ADV", "PRON", "DET", "SCONJ", "ADP", "INTJ"})
_NAME_PART = LazyRegex(r"[A-Z][a-z][\w’'-]*\Z")


def is_explained(reading: Reading, place: Span) -> bool:
    """Return whether a gloss stands beside the short form at `place`.

    It may come in brackets, as an apposition ("NDLC, a charity,"), as "the Lindow party, or
    NDLC", or as a common noun for the body right before or after: "the union NDLC", "the NDLC
    union". Needs `parse`.
    """
    text = reading.text
    after = text[place.end : place.end + _AROUND]
    before = text[max(0, place.start - _AROUND) : place.start]
    if _BRACKETED.match(after) or _OR.search(before) or _SAID_TO_BE.match(after):
        return True
    apposed = _APPOSED.match(after)
    if apposed and _opens_with_kind(after[apposed.end() :]):
        return True
    kinds = vocabulary("acronyms", "kinds")
    neighbours = (_next_word(after), _last_word(before))
    return any(word.lower() in kinds for word in neighbours if word is not None)


def is_name_part(reading: Reading, place: Span) -> bool:
    """Return whether the letters are part of a longer name: "NTU Hospital", "Navy SEAL".

    A title or an office after them is none: "NTU Chairman". Broadcasters of the United States
    are called by four letters and nothing else. Needs `parse`.
    """
    text = reading.text
    after = text[place.end : place.end + _AROUND]
    before = text[max(0, place.start - _AROUND) : place.start]
    following = _next_word(after)
    if following is not None and _is_proper(following):
        return True
    letters = place.cut(text)
    return _STATION.match(letters) is not None and bool(_AIR.search(before) or _AIR.search(after))


def is_emphatic(reading: Reading, place: Span) -> bool:
    """Return whether the tagger reads a word in capitals as a verb, an adverb or the like.

    Needs `parse`.
    """
    words = [token for parse in reading.parses for token in parse.within(place)]
    return len(place) >= _WORD and len(words) == 1 and words[0].pos in _FUNCTION


def _opens_with_kind(words: str) -> bool:
    """Return whether the apposition soon comes to a noun for a body or a thing."""
    kinds = vocabulary("acronyms", "kinds")
    sentence = re.split(r"[.;:!?,]", words)[0]
    return any(word.lower() in kinds for word in re.findall(r"[\w’'-]+", sentence)[:8])


def _next_word(after: str) -> str | None:
    match = re.match(r"s?(?:[’']s)? ([\w’'-]+)", after)
    return match[1] if match else None


def _last_word(before: str) -> str | None:
    match = re.search(r"([\w’'-]+) [“\"‘']?\Z", before)
    return match[1] if match else None


def _is_proper(word: str) -> bool:
    if _NAME_PART.match(word) is None:
        return False
    lower = word.lower()
    titles = vocabularies(("persons", "titles"), ("acronyms", "offices"))
    return not (
        lower in vocabulary("persons", "before_surname")
        or word in titles
        or lower in vocabulary("acronyms", "offices")
    )
