"""Which stretches of a text are the writer's own prose, and how much of it there is."""

from __future__ import annotations

import re

from newslint.article import Article, InlineKind
from newslint.checks._support import prose_sentences, word_count
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, of_the_article, once_an_article
from newslint.span import Span

_NOT_PROSE = frozenset({InlineKind.CODE, InlineKind.URL, InlineKind.PLACEHOLDER})

_FIRST_PERSON = LazyRegex(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y)\b")
# What a newsroom says of its own asking is no diary: told us, we asked, our reporter.
_ASKING = LazyRegex(
    r"\b(?:(?:told|asked|gave|referred|sent|shown?|showed|tells|answered|wrote|spoken?|talked|said|put"
    r"|confirmed|leaked|handed|denied|replied)(?: (?:to|with|by|it|them|a \w+))? us"
    r"|(?:that|if|whether) we (?:not )?(?:use|name|publish|withhold|do not|did not|leave|change)"
    r"|seen by us|[Ww]e (?:have |had |also |then ){0,2}(?:approached|asked|contacted|have seen|saw"
    r"|read|called|rang|reviewed|spoke|visited|checked|obtained|emailed|wrote|put|sent|could not"
    r"|were (?:told|shown)|have (?:not )?named|(?:are|is) not naming|agreed)"
    r"|[Oo]ur (?:own )?(?:site|reporters?|newspaper|paper|website|newsroom|correspondent|desk"
    r"|questions?|calls?|requests?|colleagues?))\b"
)
_TAG_OPENS = LazyRegex(r"</?[a-z]")
_TAG = LazyRegex(r"<(/?)([a-z][\w-]{0,20})[^<>]{0,400}?(/?)>")
_OFTEN = 10  # sentences, of which at least one
_SAID = LazyRegex(r"(?:said|says?|told|tells?|according|add(?:ed|s)|announced)\b", re.IGNORECASE)
_ARGUES = LazyRegex(r"\b(?:I|[Ww]e|[Oo]urs?|us|[Mm][ye]|[Yy]ours?|[Yy]ou|should|must|ought)\b|\?$")
_COMMENT_WORDS, _SAYINGS = 300, 4  # as many words at least, and fewer sayings in a thousand
_ARGUING = 25  # sentences, of which at least one argues, and two in all


def not_prose(article: Article, span: Span) -> bool:
    """Return whether `span` (text coordinates) touches code, an address or a template tag."""
    return any(i.kind in _NOT_PROSE and i.span.overlaps(span) for i in article.inlines)


def in_raw_markup(reading: Reading, block: int, span: Span) -> bool:
    """Return whether `span` stands in or between tags that the text shows as they are.

    Plain text may hold what was cut out of a page: `<tweet author="x">So good!</tweet>`.
    """
    start = reading.blocks[block].span.start
    before = reading.text[start : span.start]
    if "<" not in before:
        return False
    if before.rfind("<") > before.rfind(">") and _TAG_OPENS.match(before, before.rfind("<")):
        return True
    opened: list[str] = []
    for tag in _TAG.finditer(before):
        if tag[1] or tag[3]:
            opened = [name for name in opened if name != tag[2]]
        else:
            opened.append(tag[2])
    return bool(opened)


def is_writers_own(reading: Reading, span: Span) -> bool:
    """Return whether `span` is neither quoted nor code: words the writer may change.

    Needs `quotations`.
    """
    if reading.quotations.touches(span):
        return False
    others = _other_than_prose(reading)
    return not others or not any(other.overlaps(span) for other in others)


@once_an_article
def _other_than_prose(reading: Reading) -> tuple[Span, ...]:
    """Return where code, addresses and template tags stand."""
    return tuple(i.span for i in reading.article.inlines if i.kind in _NOT_PROSE)


@of_the_article
@once_an_article
def speaks_in_first_person(reading: Reading) -> bool:
    """Return whether the writer says "I" or "we" in every tenth sentence or more.

    News copy does so once or twice at most; blogs, diaries and essays do. What is quoted
    does not count, nor that the newsroom asked or was told. Needs `sentences` and `quotations`.
    """
    sentences = prose_sentences(reading)
    own = [s for s in sentences if _is_in_own_words(reading, s.span, _FIRST_PERSON)]
    if len(own) < 2 or len(own) * _OFTEN < len(sentences):
        return False
    own = [s for s in own if not _ASKING.search(reading.text, s.span.start, s.span.end)]
    return len(own) > 1 and len(own) * _OFTEN >= len(sentences)


def _is_in_own_words(reading: Reading, sentence: Span, pattern: LazyRegex) -> bool:
    """Return whether what the pattern finds stands in the sentence, outside quotations."""
    found = pattern.finditer(reading.text, sentence.start, sentence.end)
    return any(not reading.quotations.touches(Span(*match.span())) for match in found)


@of_the_article
@once_an_article
def reads_as_comment(reading: Reading) -> bool:
    """Return whether a text of some length argues, and hardly tells what anybody said.

    So do columns and essays. In news, words such as "said" and "according to" come every
    hundred words or so; and who argues says "we", "you" or "should", or asks. What is quoted
    does not count. Needs `attributions`.
    """
    words = body_words(reading.article)
    if words < _COMMENT_WORDS:
        return False
    cues = {cue for a in reading.attributions for cue in a.cue}
    said = sum(_SAID.match(cue.cut(reading.text)) is not None for cue in cues)
    if said * 1000 >= _SAYINGS * words:
        return False
    sentences = prose_sentences(reading)
    arguing = sum(_is_in_own_words(reading, s.span, _ARGUES) for s in sentences)
    return arguing > 1 and arguing * _ARGUING >= len(sentences)


def body_words(article: Article) -> int:
    """Return the number of words in the article's body blocks."""
    return sum(word_count(b.span.cut(article.text)) for b in article.blocks if b.is_body)
