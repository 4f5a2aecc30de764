"""People who are taken up with another title than they were brought in with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_WORD = r"[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_SMALL = r"(?:(?:al|bin|da|de|del|den|der|di|du|el|la|le|ten|ter|van|von)\s){0,2}"
_RANK = (
    "Private|Corporal|Sergeant|Lieutenant|Captain|Major|Colonel|Brigadier|General|Admiral|Commander|Commodore"
    "|Marshal|Ensign|Cpl|Sgt|Lt|Capt|Maj|Col|Brig|Gen|Adm|Cmdr"
)
_HONOUR = "Lord|Lady|Baroness|Sir|Dame|Professor|Prof|Dr|Doctor|Reverend|Rev"
_COURTESY = "Mr|Mrs|Ms|Miss"
_SHORT = {
    "cpl": "corporal", "sgt": "sergeant", "lt": "lieutenant", "capt": "captain", "maj": "major",
    "col": "colonel", "brig": "brigadier", "gen": "general", "adm": "admiral", "cmdr": "commander",
    "prof": "professor", "doctor": "dr", "rev": "reverend", "mrs": "ms", "miss": "ms",
    "lady": "dame", "baroness": "dame",
}  # fmt: skip
_TITLED = LazyRegex(
    rf"(?<![\w-])(?:(?:{_RANK}|{_HONOUR})\.?\s){{0,2}}(?P<title>{_RANK}|{_HONOUR}|{_COURTESY})(?P<dot>\.?)\s"
    rf"(?P<first>(?:{_WORD}\s|[A-Z]\.\s){{0,2}})(?P<name>{_SMALL}{_WORD})(?!\s[A-Z])"
)
_APPOSED = LazyRegex(
    rf"(?P<first>{_WORD}\s)(?P<name>{_SMALL}{_WORD}),\s(?:an?|the)\s(?:[a-z-]+\s){{0,2}}?"
    rf"(?P<title>(?i:{_RANK}))(?=[,.;]|\s(?:in|of|who|with|from|at|on)\b)"
)
_PROMOTED = LazyRegex(
    r"\b(?:promot|ennobl|knight|demot|made a (?:lord|peer|professor))", re.IGNORECASE
)
#: Ranks of one man: "Brigadier General Roe" is General Roe, and a brigadier.
_ONE = frozenset({frozenset({"brigadier", "general"}), frozenset({"commodore", "captain"})})


@dataclass(frozen=True, slots=True)
class _Titled:
    title: str
    kind: str
    first: str
    span: Span  # title and name
    sentence: int


def turned_titles(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "Commander Varr" and the "Captain Ilona Varr" that she was, by their places.

    Ranks are compared with ranks, honours with honours, and "Mr" with a lord, a doctor or a
    professor where the story writes it without a point: with one, the house calls all men
    "Mr.". Needs `sentences` and `quotations`.
    """
    bearers: dict[str, list[_Titled]] = defaultdict(list)
    for sentence in reading.sentences:
        if reading.blocks[sentence.block].is_body:
            for name, titled in _titled(reading, sentence.span):
                bearers[name].append(titled)
    for group in bearers.values():
        if len({t.first for t in group if t.first}) > 1 or len({t.title for t in group}) < 2:
            continue
        yield from _compared(reading, sorted(group, key=lambda t: t.span))


def _titled(reading: Reading, sentence: Span) -> Iterator[tuple[str, _Titled]]:
    for pattern in (_TITLED, _APPOSED):
        for match in pattern.finditer(reading.text, sentence.start, sentence.end):
            written = match["title"].lower()
            title = _SHORT.get(written, written)
            dotted = pattern is _TITLED and bool(match["dot"])
            if re.fullmatch(_COURTESY, match["title"]):
                kind = "" if dotted else "courtesy"
            elif re.fullmatch(_RANK, match["title"], re.IGNORECASE):
                kind = "rank"
            else:
                kind = "" if dotted else "honour"
            span = Span(match.start(), match.end("name"))
            if kind and is_writers_own(reading, span):
                name = plain(match["name"].removesuffix("’s").removesuffix("'s"))
                yield name, _Titled(title, kind, plain(match["first"]), span, sentence.start)


def _compared(reading: Reading, group: list[_Titled]) -> Iterator[tuple[Span, Span]]:
    if _PROMOTED.search(reading.text):
        return
    first = group[0]
    done: set[str] = set()
    for later in group[1:]:
        if later.title == first.title or later.sentence == first.sentence or later.title in done:
            continue
        kinds = {first.kind, later.kind}
        pair = frozenset({first.title, later.title})
        if later.first or pair in _ONE or kinds == {"courtesy"} or kinds == {"rank", "courtesy"}:
            continue
        if (
            kinds in ({"rank", "honour"}, {"honour"})
            or sum(t.title == later.title for t in group) > 2
        ):
            continue
        done.add(later.title)
        yield later.span, first.span


_FORMER = LazyRegex(
    r"(?<![\w-])(?P<article>[Tt]he|[Aa]n?)\sformer\s(?P<which>[a-z]+)\s"
    r"(?P<head>minister|secretary|captain|champion|chairman|director|commissioner|judge|ambassador"
    r"|president|manager|striker|governor|officer|editor|adviser|player|coach|prosecutor|chief|teacher)"
    r"(?![\w-])"
)


def former_offices(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "the former farm minister" where the story has a former energy minister.

    Nobody was brought in with the office, and one person with the other. Needs `sentences`
    and `quotations`.
    """
    told: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for sentence in reading.sentences:
        if not reading.blocks[sentence.block].is_body:
            continue
        for match in _FORMER.finditer(reading.text, sentence.span.start, sentence.span.end):
            span, which, head = Span(*match.span()), match["which"], match["head"]
            named = re.match(r",?\s[A-Z]", reading.text[span.end : span.end + 4])
            if match["article"].lower() == "the" and not named and is_writers_own(reading, span):
                others = {w for w, _ in told[head]}
                before = reading.text[: span.start].lower()
                if len(others) == 1 and which not in others and f"{which} {head}" not in before:
                    yield span, told[head][0][1]
            told[head].append((which, span))
