"""Whether words that look like a lone name are part of a longer one, or told of right there."""

from __future__ import annotations

from newslint.article import InlineKind
from newslint.checks._people.people import Named
from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_BEFORE = 60  # characters before a name that are looked at
_INNER_CAPITAL = LazyRegex(r"(?!Ma?c|De|Di|La|Le|Van|O[’'])[A-Z][a-z]+[A-Z]")
_CUT_BEFORE = LazyRegex(r"[A-Z][\w’'-]+ (?:[a-z]{1,3} )$")  # Mwanga wa Pwani
_HIS = LazyRegex(r"\b(?:[Hh]is|[Hh]er|[Yy]our|[Tt]heir|[Mm]y|[Oo]ur) $")
_SORT_BEFORE = LazyRegex(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?:[a-z][\w’'-]+ ){1,4}$")
_BY = LazyRegex(r"\b(?:by|that|of|and|or|when|whom|who|which|what|said|says|while|because) $")
_FIRM_AFTER = LazyRegex(
    r", (?:the (?:largest|biggest|oldest|first|second|third|only|\w+est|[a-z]+ (?:maker|company"
    r"|firm|group|giant"
    r"|operator|brewer|builder|retailer|charity|agency|body|union|newspaper|website|club|bank"
    r"|airline|supplier))|one of)\b"
)
_SMALL_WORDS = frozenset({"a", "an", "and", "as", "at", "by", "in", "is", "of", "on", "or", "to"})


def is_part_of_name(reading: Reading, place: Span) -> bool:
    """Return whether the words are cut out of a longer name, or are a common noun with a capital.

    "Pwani" in "Mwanga wa Pwani", "Lordship" in "his Lordship", an outlet in italics, a firm
    with a capital inside, and "Regulator" or "Landlady" where a sentence opens.
    """
    words = place.cut(reading.text)
    if " " in words or not words[:1].isupper():
        return False
    before = reading.text[max(0, place.start - _BEFORE) : place.start]
    if _is_in_compound(reading, place):
        return True
    cut = _CUT_BEFORE.search(before)
    small = before.split()[-1:] if cut is not None else []
    if cut is not None and small[0] not in _SMALL_WORDS | vocabulary("persons", "particles"):
        return True
    if _HIS.search(before) or _INNER_CAPITAL.match(words):
        return True
    if any(
        i.kind is InlineKind.EMPHASIS and i.span.overlaps(place) for i in reading.article.inlines
    ):
        return True
    return words.lower() in vocabulary("loaded", "persons") | vocabulary("persons", "no_name")


def _is_in_compound(reading: Reading, place: Span) -> bool:
    """Return whether the name only goes before a noun: the Hesk bridge, a Hesk spokeswoman."""
    sentence = reading.sentence_at(place.start)
    word = reading.parses[sentence.block].at(place.end - 1) if sentence is not None else None
    if word is None or word.dep not in {"compound", "nmod", "amod"}:
        return False
    return word.head.i > word.i and word.head.tag.startswith("NN") and word.end < word.head.start


def is_told_beside(reading: Reading, named: Named) -> bool:
    """Return whether words beside a lone name tell what it is: the tracking site Planewise.

    So they do before it ("the charity Calder"), and after what is no person: "Calder, the
    largest of them,".
    """
    before = reading.text[max(0, named.span.start - _BEFORE) : named.span.start]
    sort = _SORT_BEFORE.search(before)
    noun = reading.parses[named.block].tokens[named.last.i - 1] if named.last.i else None
    if sort is not None and noun is not None and noun.tag == "NN" and not _BY.search(before):
        return noun.lower not in vocabulary("persons", "before_surname")
    if named.last.entity == "PERSON":
        return False
    return _FIRM_AFTER.match(reading.text, named.span.end) is not None
