"""Credits of pictures and graphics that name nobody, wherever a caption has them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Block, BlockKind, InlineKind
from newslint.checks._pictures import credits_nobody
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_PLACES = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.CREDIT})
_LABEL = (
    r"(?:(?:(?:[Pp]hoto|[Pp]hotograph|[Pp]icture|[Pp]ic|[Ii]mage|[Ff]ilm|[Vv]ideo)(?:s|\s?credits?)?"
    r"|[Pp]ix|[Pp]hotography|[Cc]redits?|[Ss]ources?|[Cc]ourtesy|[Ff]ootage|[Ss]till|[Ss]creen(?:shot|grab)"
    r"|[Ii]llustration|[Gg]raphics?|[Mm]ap|[Cc]hart|[Ii]nfographic|[Tt]able|[Cc]opyright)|©)"
)
#: "Photo: Google" at the end of a line, in brackets or by itself.
_TAIL = LazyRegex(
    rf"(?:\A|(?<=[.!?)”\"…]\s)|(?<=[\[(|])|(?<=[|–—]\s))(?P<whole>{_LABEL}"
    r"(?P<joint>\s?[:/]\s?|\s(?:via|from|by|off|courtesy(?:\sof)?|taken\s(?:from|off))\s)"
    r"(?P<who>[\w@][^:.|\n]{0,50}?))(?=[\s.*_)\]|]*\Z|[\])])"
)
#: "(Picture supplied)", "Photo courtesy": how it came in, and not from whom.
_CAME_IN = LazyRegex(
    r"(?:\A|(?<=[.!?)”\"…]\s)|(?<=[\[(|]))(?P<whole>(?:[Pp]hoto|[Pp]hotograph|[Pp]icture|[Pp]ic|[Ii]mage|[Ff]ilm|[Vv]ideo)s?"
    r"\s(?:supplied|submitted|contributed|provided|courtesy|handout|sent\sin|taken\sby\sa\sreader|unknown|anonymous))"
    r"(?=[\s.*_)\]|]*\Z|[\])])"
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
        for line in (block.span, *_emphases(reading, block)):
            if len(line) > _LONGEST:
                continue
            for match in _CAME_IN.finditer(line.cut(reading.text)):
                yield Span(*match.span("whole")).shifted(line.start)
            caption = block.kind is not BlockKind.PARAGRAPH or line != block.span
            for match in _TAIL.finditer(line.cut(reading.text)):
                joined = match["joint"].strip() in _COLON
                who = match["who"] if joined else f"{match['joint'].strip()} {match['who']}"
                if (joined or caption) and credits_nobody(who.strip()):
                    yield Span(*match.span("whole")).shifted(line.start)


def _emphases(reading: Reading, block: Block) -> Iterator[Span]:
    for inline in reading.article.inlines:
        inside = block.span.covers(inline.span) and inline.span != block.span
        if inside and inline.kind is InlineKind.EMPHASIS:
            yield inline.span
