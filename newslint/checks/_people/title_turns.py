"""People who are taken up with another title than they were brought in with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._people.likeness import plain
from newslint.checks._people.pronouns import sexes
from newslint.checks._phrases import vocabulary
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
    for sentence in reading.sentences_with(_TITLED, _APPOSED):
        if reading.blocks[sentence.block].is_body:
            for name, titled in _titled(reading, sentence.span):
                bearers[name].append(titled)
    for group in bearers.values():
        if len({t.first for t in group if t.first}) > 1 or len({t.title for t in group}) < 2:
            continue
        yield from _compared(reading, sorted(group, key=lambda t: t.span))


_COMPOUND = (
    r"Air\sCommodore|Air\s(?:Chief\s|Vice[\s-])?Marshal|Group\sCaptain|Wing\sCommander|Squadron\sLeader"
    r"|Flight\sLieutenant|Flying\sOfficer|Pilot\sOfficer|Rear\sAdmiral|Vice\sAdmiral|Lieutenant\sCommander"
    r"|Lieutenant\sColonel|Lieutenant\sGeneral|Major\sGeneral|Brigadier\sGeneral|Staff\sSergeant|Sergeant\sMajor"
    r"|(?:(?:Assistant|Deputy)\s)?Chief\sConstable|Chief\sInspector|Chief\sSuperintendent|(?:Deputy\s)?Fire\sChief"
    r"|(?:(?:Deputy|Vice)\s)?(?:Prime\sMinister|President|Premier|Chancellor)|(?:Lieutenant\s)?Governor|King|Queen"
    r"|(?:(?:Deputy|Lord)\s)?Mayor|(?:Crown\s)?Prince|Senator|Congressman|Congresswoman|Archbishop|Bishop|Cardinal"
    r"|Archdeacon|Canon"
)
_HOLDER = LazyRegex(
    rf"(?<![\w-])(?P<title>{_COMPOUND})\s(?P<first>(?:{_WORD}\s|[A-Z]\.\s){{0,2}})(?P<name>{_SMALL}{_WORD})(?!\s[A-Z])"
)
_BEFORE_OFFICE = LazyRegex(
    r"(?:[Ff]ormer|[Ee]x|[Tt]hen|[Ll]ate|[Aa]cting|[Dd]eputy|[Vv]ice|[Aa]ssistant|[Ii]nterim|elect)[\s-]\Z"
)
_ELECTED = LazyRegex(
    r"\b(?:promot|elect(?:ed|ion)|appoint|succeed|sworn|inaugurat|consecrat|crown(?:ed|ing)|enthron"
    r"|demot|step(?:ped)? (?:up|down)|nominee|nominat|candidate|campaign|running for|re-?elect)",
    re.IGNORECASE,
)


def turned_offices(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "President Quist" where she was "Prime Minister Ada Quist", by their places.

    So are two ranks of several words. Nobody is compared whom readers know, nor in a story of
    elections and promotions, where one bears two. Needs `sentences` and `quotations`.
    """
    bearers: dict[str, list[_Titled]] = defaultdict(list)
    for sentence in reading.sentences_with(_HOLDER):
        if not reading.blocks[sentence.block].is_body:
            continue
        for match in _HOLDER.finditer(reading.text, sentence.span.start, sentence.span.end):
            span = Span(match.start(), match.end("name"))
            before = reading.text[max(0, span.start - 12) : span.start]
            name = match["name"].removesuffix("’s").removesuffix("'s")
            if name in vocabulary("persons", "known") or _BEFORE_OFFICE.search(before):
                continue
            if is_writers_own(reading, span):
                title = " ".join(match["title"].lower().split())
                first = plain(match["first"])
                bearers[plain(name)].append(
                    _Titled(title, "office", first, span, sentence.span.start)
                )
    for group in bearers.values():
        ordered = sorted(group, key=lambda t: t.span)
        brought_in = ordered[0]
        odd = [t for t in ordered if t.title != brought_in.title]
        if not brought_in.first or len(odd) != 1 or odd[0].first:
            continue
        one = len({t.first for t in ordered if t.first}) == 1
        if one and odd[0].sentence != brought_in.sentence and not _ELECTED.search(reading.text):
            yield odd[0].span, brought_in.span


_COURTESY_NAME = LazyRegex(
    rf"(?<![\w-])(?P<title>Mr|Mrs|Ms|Miss)\s(?P<name>{_SMALL}{_WORD})(?!\s[A-Z]|\sand\s[A-Z])"
)
_FAMILY = LazyRegex(
    r"\b(?:wife|husband|widow|widower|mother|father|son|daughter|brother|sister|family|parents?|couple"
    r"|married|marriage|divorced?|relatives?|cousin|uncle|aunt|nephew|niece|(?:his|her|the)\slate|transgender|spouse"
    r"|sibling|in-law)s?\b",
    re.IGNORECASE,
)


def wrong_courtesies(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "Mrs Aune" where the only Aune of the story is Peder. Needs `quotations`.

    Paragraphs that speak of families beside either may well mean another of the name.
    """
    text = reading.text
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for block in reading.blocks:
        if block.is_body:
            for match in _COURTESY_NAME.finditer(text, block.span.start, block.span.end):
                found[match["name"].removesuffix("’s").removesuffix("'s")].append(match)
    for name, matches in found.items():
        firsts = list(re.finditer(rf"(?<![\w-])(?P<first>{_WORD})\s{re.escape(name)}(?!\w)", text))
        firsts = [m for m in firsts if m["first"] not in ("Mr", "Mrs", "Ms", "Miss")]
        first = {plain(m["first"]) for m in firsts}
        sex = sexes().get(next(iter(first))) if len(first) == 1 else None
        odd = [m for m in matches if sex and (m["title"] == "Mr") != (sex == "he")]
        if len(odd) != 1 or firsts[0].start() > odd[0].start():
            continue
        span, usual = Span(*odd[0].span()), Span(*firsts[0].span())
        kin = any(_FAMILY.search(_beside(reading, place)) for place in (span, usual))
        if not kin and is_writers_own(reading, span):
            yield span, usual


def _beside(reading: Reading, place: Span) -> str:
    """Return the paragraph of a place with those before and after it."""
    at = next((i for i, b in enumerate(reading.blocks) if b.span.overlaps(place)), 0)
    near = reading.blocks[max(0, at - 1) : at + 2]
    return reading.text[near[0].span.start : near[-1].span.end]


_SIR = LazyRegex(rf"(?<![\w-])(?:Sir|Dame)\s(?P<first>{_WORD})(?!\s[A-Z]|[’'-])")


def lone_knights(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "Sir Clement" and the "Clement Roche" who was brought in without it.

    So is "Sir Roche": the title goes with the first name. Needs `quotations`.
    """
    text = reading.text
    for block in reading.blocks:
        if not block.is_body:
            continue
        for match in _SIR.finditer(text, block.span.start, block.span.end):
            span = Span(*match.span())
            word = re.escape(match["first"])
            surname = re.compile(rf"(?<![\w-])(?!Sir\s|Dame\s){_WORD}\s{_SMALL}{word}(?![\w-])")
            borne = next((m for m in surname.finditer(text, 0, span.start)), None)
            if borne is not None and is_writers_own(reading, span):
                yield span, Span(*borne.span())
                continue
            whole = re.compile(rf"(?<![\w-]){word}\s{_SMALL}{_WORD}")
            named = list(whole.finditer(text, 0, span.start))
            if not named or not is_writers_own(reading, span):
                continue
            if any(
                re.search(r"(?:Sir|Dame)\s\Z", text[max(0, m.start() - 5) : m.start()])
                for m in named
            ):
                continue
            if not re.search(rf"(?:Sir|Dame)\s(?:\w+\s)?{re.escape(match['first'])}\s[A-Z]", text):
                yield span, Span(*named[0].span())


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
    for sentence in reading.sentences_with(_FORMER):
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
