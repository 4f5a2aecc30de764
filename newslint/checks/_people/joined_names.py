"""Names that are written joined and apart, and surnames that gain a part or a letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newslint.checks._people.body_turns import Turned
from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_PART = r"[A-Z][^\W\d_]+"
_NAME = LazyRegex(rf"(?<![\w@./’'-])(?P<name>{_PART}(?:-{_PART}){{0,2}})(?:[’']s)?(?![\w@’'-])")
_HYPHEN = re.compile(rf"{_PART}-[A-Z]")  # one of two names that are alike has one
_VERB = r"(?:had|has|was|is|said|says|told|added|denied|would|will|did|does)"
_LEAST = 6  # letters: shorter names come in both forms by chance
_SHORT = 4  # letters of a surname


def joined_names(reading: Reading) -> Iterator[Turned]:
    """Yield "Rotor-Wise" where it is Rotorwise elsewhere, and lone "Thorup-Jensen" for a Thorup.

    The odd form stands once and in another sentence. Needs `sentences` and `quotations`.
    """
    uses: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    text = reading.text
    if not _HYPHEN.search(text):
        return
    for sentence in reading.sentences:
        if not reading.blocks[sentence.block].is_body:
            continue
        for match in _NAME.finditer(text, sentence.span.start, sentence.span.end):
            uses[match["name"]].append((Span(*match.span("name")), sentence.span.start))
    alike: dict[str, list[str]] = defaultdict(list)
    for name in uses:
        alike[plain(name).replace("-", "")].append(name)
    for letters, names in alike.items():
        hyphens = {"-" in n for n in names}
        if len(names) == 2 and len(letters) >= _LEAST and len(hyphens) == 2:
            yield from _odd(reading, uses, names[0], names[1])
    for name in uses:
        if "-" in name:
            yield from _lengthened(reading, uses, name)


def _odd(
    reading: Reading, uses: dict[str, list[tuple[Span, int]]], one: str, other: str
) -> Iterator[Turned]:
    odd, usual = sorted((uses[one], uses[other]), key=lambda us: (len(us), -us[0][0].start))
    apart = odd[0][1] not in {sentence for _, sentence in usual}
    if len(odd) == 1 and apart and is_writers_own(reading, odd[0][0]):
        yield Turned(odd[0][0], usual[0][0])


def _lengthened(
    reading: Reading, uses: dict[str, list[tuple[Span, int]]], name: str
) -> Iterator[Turned]:
    """Yield a lone double name of which one part is the surname of somebody in the story."""
    text = reading.text
    places = uses[name]
    span = places[0][0]
    before = text[max(0, span.start - 20) : span.start]
    titled = re.search(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Professor)\s\Z", before) is not None
    follows = re.match(
        rf",?\s(?:for\s(?:his|her)\spart,\s)?{_VERB}\b|,\sfor\s(?:his|her)\spart", text[span.end :]
    )
    joined = re.search(r"[A-Z][\w’'.-]*\s(?:and\s)?\Z", before) is not None
    if len(places) != 1 or (joined and not titled) or not (titled or follows):
        return
    for part in name.split("-"):
        known = uses.get(part, ())
        if len(part) < _SHORT or not known or known[0][0].start > span.start:
            continue
        full = [
            s
            for s, _ in known
            if re.search(r"(?:^|\s)[A-Z][a-zà-ÿ]+\s\Z", text[max(0, s.start - 16) : s.start])
        ]
        if full and is_writers_own(reading, span):
            yield Turned(span, full[0])
            return
