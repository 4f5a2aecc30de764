"""Credits to other outlets, found by the words round a name that reads like an outlet's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.attribution.kinds import nouns_as_written, nouns_for, outlets
from newslint.checks._phrases import vocabulary
from newslint.checks._support import is_own_voice, prose
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

# Words with a capital, joined by at most one small word: "Radio Lindow", "Mail on Sunday".
_NAME = r"(?P<the>[Tt]he )?(?P<name>[A-Z][\w’'&-]*(?: (?:(?:of|and|&) )?[A-Z0-9][\w’'&-]*){0,4})"
_ITS_NEWS = (
    "account|count|estimate|exclusive|figures?|front page|investigation|report|reporting|scoop"
    "|sources|story|tally|version"
)
_SORTS = (
    "newspaper|paper|magazine|tabloid|broadcaster|podcast|broadsheet|news (?:site|agency|channel)"
    "|newsletter|fan site|gossip site|blog|weekly|daily|freesheet|newswire|television station"
    "|TV station|TV channel|radio station|state broadcaster|state agency"
)
_CREDITING = (
    "[Aa]ccording to|[Rr]eported by|[Qq]uoted by|[Rr]evealed by|reports?|reported|writes|wrote"
    "|says|said|[Cc]iting|[Pp]er"
)
_PIECES = "edition|report|editorial|article|dispatch|leader|front-page story|issue"
_PLACES = "front page|website|site|app"
_SOMETIMES = r"(?: (?:has|have|had|also|later|earlier|since|itself|now|then|previously)){0,2}"


def media_names(reading: Reading) -> Iterator[Span]:
    """Yield the names, in the story's own voice, that stand where outlets are credited.

    Three shapes are known: a name that reads like an outlet's before a verb of reporting
    ("Radio Lindow said"), or after words of crediting ("in an interview with the Argus"), and
    any name that "first reported" or "has learned" something, for only newsrooms do.
    """
    sought = [(p, always) for p, always in _patterns() if p.may_be_in(reading.text)]
    for _, block in prose(reading):
        for pattern, always in sought:
            for match in pattern.finditer(reading.text, block.span.start, block.span.end):
                name = Span(*match.span("name"))
                words = match["name"].split()
                the = bool(match["the"])
                if always:
                    known = not _is_body(words) and words[0] not in _PRONOUNS
                else:
                    known = reads_like_an_outlet(words, the=the)
                if known and is_own_voice(reading, name):
                    yield name


def reads_like_an_outlet(words: list[str], *, the: bool) -> bool:
    """Return whether a name has the form of an outlet's, or is that of a well-known one."""
    name = " ".join(words)
    if name in outlets():
        return the or len(words) > 1 or name.lower() not in nouns_for("newspaper_words")
    last = words[-1].removesuffix("’s").removesuffix("'s")
    if last.lower() in nouns_for("newspaper_words") | vocabulary("secondhand", "last_words"):
        if len(words) > 1:
            return the or last in nouns_as_written("newspaper_only") | _ENDINGS
        alone = nouns_for("newspaper_words") | vocabulary("secondhand", "papers")
        return the and last.lower() in alone
    return len(words) > 1 and words[0].lower() in vocabulary("secondhand", "first_words")


@cache
def _patterns() -> tuple[tuple[LazyRegex, bool], ...]:
    told = "|".join(sorted(vocabulary("secondhand", "reports")))
    found = "|".join(sorted(vocabulary("secondhand", "finds")))
    before = "|".join(
        re.escape(words).replace(r"\ ", r"\s")
        for words in sorted(vocabulary("secondhand", "before"))
    )
    return (
        (LazyRegex(rf"\b{_NAME}{_SOMETIMES} (?:{told})\b"), False),
        (LazyRegex(rf"\b(?i:{before}) {_NAME}"), False),
        (LazyRegex(rf"\b{_NAME}(?<=s) (?:{_ITS_NEWS})\b"), False),
        (LazyRegex(rf"\b{_NAME}{_SOMETIMES} (?:{found})\b"), True),
        (LazyRegex(r"\b(?P<the>The) (?P<name>[A-Z]\w+) reports(?: that\b|:|,)"), True),
        (LazyRegex(rf"(?<!\w )\b{_NAME} (?:has|had|have) it that\b"), True),
        (
            LazyRegex(
                r"(?<!for )(?<!of )(?<!at )(?<!with )\b"
                rf"(?P<the>[Tt]he )(?:[A-Z]?[\w-]+ )?(?:{_SORTS}) "
                r"(?P<name>[A-Z][\w’'&-]*(?: [A-Z0-9][\w’'&-]*){0,3})"
                rf"{_SOMETIMES} (?:{told}|told|tells)\b"
            ),
            True,
        ),
        (
            LazyRegex(
                rf"\b(?:{_CREDITING}) [Tt]he (?P<the>)(?:[A-Z]?[\w-]+ )?(?:{_SORTS}) "
                r"(?P<name>[A-Z][\w’'&-]*(?: [A-Z0-9][\w’'&-]*){0,3})"
            ),
            True,
        ),
        (
            LazyRegex(
                rf"\b{_NAME} (?:said|reported|wrote|claimed|says|reports|writes|claims|added)"
                rf" (?:on \w+ )?(?:in its (?:[\w-]+ )?(?:{_PIECES})|on its (?:{_PLACES}))\b"
            ),
            True,
        ),
        (
            LazyRegex(
                r"\b(?:first|originally|exclusively) "
                rf"(?:reported|published|revealed|broken|disclosed) (?:by|in|on) {_NAME}"
            ),
            True,
        ),
    )


def _is_body(words: list[str]) -> bool:
    """Return whether the name is that of a ministry, a force or the like."""
    return any(word.lower() in nouns_for("organisations") for word in words)


_PRONOUNS = frozenset(
    {
        "He",
        "She",
        "It",
        "They",
        "We",
        "I",
        "You",
        "Police",
        "Officials",
        "Who",
        "This",
        "That",
        "One",
        "Folklore",
        "Gossip",
        "History",
        "Legend",
        "Lore",
        "Myth",
        "Rumor",
        "Rumors",
        "Rumour",
        "Rumours",
        "Story",
        "Talk",
        "Tradition",
        "Word",
        "Local",
    }
)
_ENDINGS = frozenset(
    {
        "Radio",
        "TV",
        "Television",
        "FM",
        "Online",
        "Broadcasting",
        "Magazine",
        "Weekly",
        "Wire",
        "Newspaper",
        "Newspapers",
        "Media",
        "Podcast",
        "Bulletin",
        "Gazette",
        "Courier",
        "Argus",
        "Echo",
        "Bugle",
        "Clarion",
        "Today",
    }
)
