"""Lines about pictures and graphics that credit nobody, wherever a caption or a story has them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Block, BlockKind, InlineKind
from newslint.checks._phrases import vocabulary
from newslint.checks._pictures import names_nobody
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_PLACES = frozenset({BlockKind.ALT, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.CREDIT})
_PICTURES = (
    r"(?:[Pp]hoto(?:graph)?s?|[Ff]otos?|[Pp]ictures?|[Pp]ics?|[Pp]ix|[Ii]mages?|[Ff]ilm|[Vv]ideos?"
    r"|[Ff]ootage|[Ss]tills?|[Ss]creen\s?(?:shot|grab)s?|[Ii]llustrations?|[Gg]raphics?|[Mm]aps?"
    r"|[Cc]harts?|[Gg]raphs?|[Dd]iagrams?|[Ii]nfographics?|[Tt]able|[Ss]ketch|[Dd]rawings?"
    r"|[Aa]nimation|[Tt]imeline|[Pp]lan|[Ii]mpression|[Rr]econstruction|[Gg]allery|[Rr]endering|[Cc]artoon|[Mm]ontage)"
)
_LABEL = rf"(?:{_PICTURES}(?:\s?credits?)?|[Pp]hotography|[Cc]redits?|[Ss]ources?|[Cc]ourtesy|©)"
_START = r"(?:\A|(?<=[.!?)”\"…]\s)|(?<=[\[(|])|(?<=[|–—]\s))"
_END = r"(?=[\s.*_)\]|]*\Z|[\])])"
_ASIDE = r"(?:\s?\([^()\n]{1,40}\)|\s\d{1,2})?"
#: "Photo: Google" at the end of a line, in brackets or by itself.
_TAIL = LazyRegex(
    rf"{_START}(?P<whole>(?:[A-Z][a-z-]+\s)?{_LABEL}{_ASIDE}"
    r"(?P<joint>\s?[:/]\s?|\s(?:via|from|by:?|off|courtesy(?:\sof)?|taken\s(?:from|off))\s)"
    rf"(?P<who>[\w@][^:.|\n]{{0,50}}?)){_END}"
)
#: "Picture by:", "Photo:" and nothing more.
_EMPTY = LazyRegex(
    rf"{_START}(?P<whole>{_PICTURES}{_ASIDE}\s?(?:by\s?:|by|courtesy\sof|credits?:))\s*\Z"
)
#: "(Picture supplied)", "Photo courtesy": how it came in, and not from whom.
_CAME_IN = LazyRegex(
    rf"{_START}(?P<whole>{_PICTURES}"
    r"\s(?:supplied|submitted|contributed|provided|courtesy|handout|sent\sin|taken\sby\sa\sreader|unknown|anonymous))"
    rf"{_END}"
)
#: "(Archive photo)", "Screenshot", "(Special arrangement)": of what sort it is, and not whose.
_SORT = LazyRegex(
    rf"{_START}(?P<whole>(?:Archiv(?:e|al)|Agency|Contributed|Courtesy|File|Handout|Library|Pool"
    rf"|Reader|Special|Stock|Submitted|Supplied|Viewer|Wire)\s{_PICTURES}"
    rf"|Screen\s?(?:shot|grab)|Special\s[Aa]rrangement){_END}"
)
#: A line that tells what is to be seen: "Map of the route, below", "The photo shows the quay".
_SHOWING = LazyRegex(
    r"\A(?:[Tt]he\s|[Oo]ur\s|[Mm]ain\s|[Tt]op\s|[Ll]ead\s|[Ff]loor\s|[Aa]rtist[’']s\s|(?!See|Watch|View|More|Table)[A-Z][a-z]+\s)?"
    rf"{_PICTURES}{_ASIDE}\s(?:\w+ly\s)?"
    r"(?:(?:of|from)(?![^\n]*\b(?:are|had|has|have|is|said|says|was|were|will)\b)|showing|shows?|above|below|left|right|opposite|accompan(?:y|ies))\s\S[^\n]{3,140}\Z"
)
_POINTED = LazyRegex(
    r"\A(?:(?:[Aa]bove|[Bb]elow|[Ll]eft|[Rr]ight|[Ii]nset|[Oo]pposite|[Pp]ictured|[Cc]aption)(?:\s\w+)?:\s"
    r"\S[^\n]{3,140}|[A-Z][^\n.:;]{3,100},\s(?:above|below|left|right|opposite|overleaf|inset))[.*_]*\Z"
)
_CREDITED = LazyRegex(
    r"©|[/|@]|\b(?:[Bb]y|[Cc]ourtesy of|[Vv]ia|[Ff]rom|[Ss]ource:|[Cc]redit:)\s(?:the\s)?[A-Z]"
    r"|[\[(][^\[\]()]*[A-Z]|[’']s\s"
    r"|[:.]\s[A-Z][^:.]{2,60}[\s.]*\Z"
)
_COLON = (":", "/")
_LONGEST = 400  # characters of a caption


def nobodys_credits(reading: Reading) -> Iterator[Span]:
    """Yield the credits ("Photo: Google") that end a caption or a line of their own.

    Where only "via" or "from" joins label and source, the line has to be a caption's.
    """
    for block in reading.blocks:
        if block.kind not in _PLACES or block.key is not None:
            continue
        is_caption = block.kind is not BlockKind.PARAGRAPH or _is_set_apart(reading, block)
        for line in (block.span, *_emphases(reading, block)):
            if len(line) > _LONGEST:
                continue
            text = line.cut(reading.text)
            caption = is_caption or line != block.span
            for pattern in (_CAME_IN, _EMPTY, _SORT) if caption else (_CAME_IN, _EMPTY):
                for match in pattern.finditer(text):
                    yield Span(*match.span("whole")).shifted(line.start)
            for match in _TAIL.finditer(text):
                joined = match["joint"].strip() in _COLON
                by = match["joint"].strip().startswith(("by", "courtesy"))
                who = match["who"] if joined or by else f"{match['joint'].strip()} {match['who']}"
                if (joined or by or caption) and names_nobody(who.strip()):
                    yield Span(*match.span("whole")).shifted(line.start)


def uncredited_lines(reading: Reading) -> Iterator[Span]:
    """Yield the lines that say what a picture or graphic shows, and not whose it is.

    A credit in the line after it will do.
    """
    blocks = [b for b in reading.blocks if b.key is None]
    for at, block in enumerate(blocks):
        if block.kind not in _PLACES or block.kind is BlockKind.ALT:
            continue  # a description is there to tell what is to be seen
        after = blocks[at + 1].span.cut(reading.text) if at + 1 < len(blocks) else ""
        for line in (block.span, *_emphases(reading, block)):
            text = line.cut(reading.text).strip()
            if _SHOWING.match(text) is None and _POINTED.match(text) is None:
                continue
            if (
                text.endswith(":")
                or _CREDITED.search(text)
                or not vocabulary("pictures", "placed").isdisjoint(text.split())
                or _is_credit(after)
                or reading.quotations.touches(line)
            ):
                continue
            yield line


def _is_credit(line: str) -> bool:
    """Return whether a line is a credit with a name in it: Photo: Ada Lind."""
    match = _TAIL.match(line.strip())
    return match is not None and not names_nobody(match["who"])


def _emphases(reading: Reading, block: Block) -> Iterator[Span]:
    for inline in reading.article.inlines:
        inside = block.span.covers(inline.span) and inline.span != block.span
        if inside and inline.kind is InlineKind.EMPHASIS:
            yield inline.span


def _is_set_apart(reading: Reading, block: Block) -> bool:
    """Return whether the whole block is in italics, as captions are."""
    return any(
        inline.kind is InlineKind.EMPHASIS and inline.span.covers(block.span)
        for inline in reading.article.inlines
    )
