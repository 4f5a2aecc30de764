"""Ages that stand for a person just named: "Wray fell silent. The 36-year-old ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.checks._days.ages import Age, ages
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_FULL_NAME = LazyRegex(r"\b[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+")
_TENS = ("teen", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
# A man in his sixties, a woman in her late 40s
_DECADE = LazyRegex(
    r"\bin\s(?:his|her)\s(?:early\s|mid-?\s?|late\s)?(?P<ten>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies"
    r"|teens|[2-9]0s)\b"
)
_OPENS = LazyRegex(r"(?:^|[.!?]\s)(?:The)\s$")


def ages_taken_up(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "the 36-year-old" where the one just named was given another age, and that age.

    The one just named is the only person in the sentence before. Needs `quotations` and
    `sentences`.
    """
    told = ages(reading)
    named = [a for a in told if a.who and a.who != "one" and reading.text[a.span.start].isdigit()]
    for age in told:
        if age.who or not _OPENS.search(reading.text[max(0, age.span.start - 6) : age.span.start]):
            continue
        before = _sentence_before(reading, age.span, age.block)
        if before is None or any(n.years == age.years for n in told if n is not age):
            continue
        words = before.cut(reading.text)
        meant = [n for n in named if n.span.start < age.span.start and n.who in words.lower()]
        full = [n for n in meant if " " in n.who]
        if not meant:
            last = [n for n in named if n.span.start < age.span.start and " " in n.who]
            meant = [n for n in last if _says(words, n.who.split()[-1])]
            full = [] if len({n.who for n in meant}) != 1 else meant
        names = [m[0].lower() for m in _FULL_NAME.finditer(words)]
        others = [n for n in names if not any(f.who in n or n in f.who for f in full)]
        if len({f.who for f in full}) == 1 and not others and len({f.years for f in full}) == 1:
            yield age.span, full[0].span
        elif not meant and (decade := _decade(reading, age)) is not None:
            yield age.span, decade


def _decade(reading: Reading, age: Age) -> Span | None:
    """Return the only decade of life told before an age in its paragraph, if it is another."""
    start = reading.blocks[age.block].span.start
    found = list(_DECADE.finditer(reading.text, start, age.span.start))
    if len(found) != 1:
        return None
    told = found[0]["ten"]
    ten = (
        int(told[0]) if told[0].isdigit()
        else next(i for i, t in enumerate(_TENS, 1) if told.startswith(t))
    )  # fmt: skip
    return None if age.years // 10 == ten else Span(*found[0].span())


def _says(words: str, surname: str) -> bool:
    return re.search(rf"\b{re.escape(surname)}\b", words.lower()) is not None


def _sentence_before(reading: Reading, span: Span, block: int) -> Span | None:
    last = None
    for sentence in reading.sentences:
        if sentence.span.covers(span):
            break
        if sentence.block in (block, block - 1) and reading.blocks[sentence.block].is_body:
            last = sentence.span
    return last
