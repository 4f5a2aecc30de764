"""readability.undefined-acronym."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks._datelines import dateline_of
from newslint.checks._people.shortforms import is_emphatic, is_explained, is_name_part
from newslint.checks._phrases import vocabulary
from newslint.checks._pictures import host_of
from newslint.checks._prose import is_writers_own
from newslint.checks._support import word_count
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_ACRONYM = LazyRegex(
    r"(?<![\w.&/@#$-])(?P<short>[A-Z]{3,8})s?(?![\w&/@}])(?!-(?![A-Z]\b|[a-z]{3}))(?!\.[A-Za-z])"
    r"(?![’'][A-Z])"
)
_CAPITALS = LazyRegex(r"\b[A-Z]{2,}\b")
_PLACE = LazyRegex(r"[A-Z]{3,}(?:, [A-Z][\w.]+)? ?[-–—]")  # "RYE, N.H. -" opens a story
_NOT_ALONE = LazyRegex(r":|\.?\]|\s[A-Z]{3,}\b")  # "LIND: I agree", "[NYT]", "READ THIS NOW"
_CAPITALS_BEFORE = LazyRegex(r"\b[A-Z]{3,}\s(?:[A-Z]\.\s)?$")  # "ADA B. LIND"
_WORD = LazyRegex(r"[^\W\d_][\w’'-]*")
_PIECE = LazyRegex(r"[^\W_](?:[^\s\-–/]*[^\W_])?")
_BREAK = LazyRegex(r"[.;:!?,()\n]")  # what no term goes over
_TERMS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_SKIPPED = frozenset(
    {"a", "an", "and", "at", "by", "de", "for", "in", "la", "of", "on", "the", "to"}
)
_LETTERS = 6
_SWAPPED = 4  # letters from which a slip of the keys is likelier than another name
_HEADLINE = 18  # words
_FEW = 3  # paragraphs: a text with more has its headline in the first
_LONGEST = 10  # words that a short form of six letters may stand for, small ones included
_TERM = 80  # characters before brackets in which the words stand that they shorten
_NEAR = 12  # characters before a short form in which another may stand
_LOWER = LazyRegex(r"(?<![\w/.])[a-z]{3,6}(?![\w/])")
_SOON = 250  # characters after a short form in which its long form may follow
_MOST = 100  # short forms looked at: a text with more is no prose
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


class UndefinedAcronym(Rule):
    """Write a short form out where it first stands.

    Outside its own circle a short form is a riddle. It counts as explained if words with
    its initials stand before it or soon after, or beside it in brackets. Short forms that readers
    know (EU, NASA) are listed with newslint; add your own in `known`. Each one is reported
    once, at its first use, and only if it is used at least `minimum_uses` times.
    """

    id: str = "readability.undefined-acronym"
    message: str = "“%s” is never spelt out: give the full name here."
    severity: Severity = Severity.WARNING
    known: tuple[str, ...] = ()
    minimum_uses: int = 1

    needs: ClassVar = frozenset({"names", "quotations"})
    about_words: ClassVar = True
    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-a",)
    examples: ClassVar = (
        Example("The [[NHFC]] met on Monday. Only the NHFC may lift the ban."),
        Example("The ban was lifted by the [[VRTK]], a member said."),
        Example(
            "The North Harbour Fishing Council met. The NHFC will vote. The NHFC has nine members."
        ),
        Example("The NHFC (North Harbour Fishing Council) met on Monday. The NHFC will vote."),
        Example(
            "The [[NHFC]] met on Monday. Nine of its members were there, the mayor among them, and"
            " the talk was of little but the price of fuel, which has doubled in a year and which"
            " the crews say they can no longer pay out of what the market gives them for a crate"
            " of herring. It rained.\n\nThe North Harbour Fishing Council was set up in 1990."
        ),
        Example("The tags use radio-frequency identification (RFID). An RFID tag is small."),
        Example("We keep personally identifiable details (PID). PID is kept in a safe."),
        Example("Ten per cent to Monday’s closing price. The [[CMC]] met."),
        Example("The lamp was made by the Canadian company Aldane. The [[TCCA]] met."),
        Example("The [[VERTICAN]] prize went to a mill. It was told so by POLITICO."),
        Example("The EU and NASA signed. NASA will pay."),
        Example("The NHFC met. The NHFC voted.", options=(("known", ("NHFC",)),)),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the first use of each short form that nothing explains."""
        uses = _uses(reading)
        known = vocabulary("acronyms", "known") | set(self.known)
        lower = set(_LOWER.findall(reading.text)) if uses else set()
        linked = [link.text for link in reading.article.links]
        unknown = [
            short
            for short, places in uses.items()
            # "FIRST" may be said with a raised voice, and a link explains what it names.
            if short not in known
            and not _is_misspelt(short, known)
            and not _is_misspelt(short, frozenset(o for o in uses if len(uses[o]) > len(places)))
            and (short.lower() not in lower or _has_article(reading, places[0]))
            # Seven letters and more are mostly a word, or a firm's way of writing its name.
            and (len(short) <= _LETTERS or any(_has_article(reading, p) for p in places))
            and len(places) >= self.minimum_uses
            and not any(link.covers(places[0]) for link in linked)
        ]
        firsts = {short.casefold()[0] for short in unknown[:_MOST]}
        spelt = _words(reading.text, firsts) if unknown else {}
        for short in unknown[:_MOST]:
            first = next((p for p in uses[short] if is_writers_own(reading, p)), None)
            wanted = short.casefold()
            if first is None or _is_bracketed(reading.text, short):
                continue
            if short.lower() in _hosts_near(reading, first):
                continue
            if any(_is_plain(reading, place) for place in uses[short]):
                continue
            places = [at for at, w in spelt.get(wanted[0], ()) if _spells(reading, at, w, wanted)]
            if not places:
                yield self.problem(first, short)
            elif min(places) > first.end + _SOON:
                message = f"“{short}” is spelt out only further down: give the full name here."
                yield self.problem(first, message=message, at_most=Severity.SUGGESTION)


def _uses(reading: Reading) -> dict[str, list[Span]]:
    """Return where each short form stands in the prose, headline and dateline apart."""
    dateline = dateline_of(reading.article)
    prose = [block for block in reading.blocks if block.kind in _PROSE]
    if reading.article.headline is None and len(prose) > _FEW:
        # Plain text has its headline in the first line.
        first = prose[0].span.cut(reading.text)
        prose = prose[word_count(first) <= _HEADLINE :]
    uses: dict[str, list[Span]] = {}
    for block in prose:
        text = block.span.cut(reading.text)
        if _is_shouted(text):
            continue
        for match in _ACRONYM.finditer(text):
            before = text[max(0, match.start() - _NEAR) : match.start()]
            if _NOT_ALONE.match(text, match.end()) or _CAPITALS_BEFORE.search(before):
                continue
            if _PLACE.match(text) and match.start() == 0:
                continue
            place = Span(*match.span("short")).shifted(block.span.start)
            if dateline is None or not dateline.span.covers(place):
                uses.setdefault(match["short"], []).append(place)
    return uses


def _is_misspelt(short: str, known: frozenset[str]) -> bool:
    """Return whether two letters of a well-known short form of four or more are swapped."""
    if len(short) < _SWAPPED:
        return False
    swapped = (
        short[:at] + short[at + 1] + short[at] + short[at + 2 :] for at in range(len(short) - 1)
    )
    return any(form in known for form in swapped)


def _has_article(reading: Reading, place: Span) -> bool:
    """Return whether "the" stands before it: no verb or adjective said with a raised voice."""
    return reading.text[max(0, place.start - 4) : place.start].lower() == "the "


def _is_plain(reading: Reading, place: Span) -> bool:
    """Return whether the words round one use tell what the letters are."""
    return (
        is_explained(reading, place) or is_name_part(reading, place) or is_emphatic(reading, place)
    )


def _hosts_near(reading: Reading, place: Span) -> set[str]:
    """Return the parts of the host names that the same paragraph links to."""
    block = next((b.span for b in reading.blocks if b.span.covers(place)), place)
    links = [link.url for link in reading.article.links if block.covers(link.text)]
    return {label for host in map(host_of, links) if host for label in host.lower().split(".")}


def _is_shouted(text: str) -> bool:
    """Return whether much of the text is in capitals: a short form cannot be told there."""
    words = _WORD.findall(text)
    return len(_CAPITALS.findall(text)) * 3 > len(words)


def _is_bracketed(text: str, short: str) -> bool:
    """Return whether the short form stands in brackets after what it stands for.

    After a word with a capital, the letters need not be those of the words: Extensible Markup
    Language (XML). Words in small letters begin with the first and the last of them.
    """
    beside = rf"\((?:\W?){short}s?\W?[,)]"
    if re.search(rf"[A-Z][\w’'.,-]{{0,40}}\s{beside}", text) is not None:
        return True
    for match in re.finditer(rf"\s{beside}", text):
        words = _PIECE.finditer(text, max(0, match.start() - _TERM), match.start())
        initials = {word[0][0].lower() for word in words}
        if {short[0].lower(), short[-1].lower()} <= initials:
            return True
    return False


def _words(text: str, firsts: Collection[str]) -> dict[str, list[tuple[int, list[str]]]]:
    """Return, by one of these first letters, each place: the next few words in small letters."""
    found = [(m.start(), m[0].casefold()) for m in _PIECE.finditer(text)]
    words = [word for _, word in found]
    places: dict[str, list[tuple[int, list[str]]]] = {}
    for at, (start, word) in enumerate(found):
        if word[0] in firsts:
            places.setdefault(word[0], []).append((start, words[at : at + _LONGEST]))
    return places


def _spells(reading: Reading, start: int, words: list[str], wanted: str) -> bool:
    """Return whether the words at `start` spell `wanted`; small ones may be passed over.

    They are a name or a term: their letters are capitals, or they are nouns and adjectives
    in a row. Any three words of a sentence may begin with the letters by chance.
    """
    length = _length(words, wanted)
    if not length:
        return False
    text = reading.text
    pieces = list(islice(_PIECE.finditer(text, start), length))
    # The last point of "U.S." is no full stop.
    ends = (p.end() + ("." in p[0]) for p in pieces)
    if any(_BREAK.search(text, end, b.start()) for end, b in zip(ends, pieces[1:], strict=False)):
        return False
    spelling = [p for p in pieces if p[0].casefold() not in _SKIPPED]
    large = sum(p[0][:1].isupper() for p in spelling)
    if large * 2 > len(spelling):
        return True
    if large:
        return False
    places = {t.start: t for parse in reading.parses for t in parse.within(_reach(pieces))}
    return all(p.start() not in places or places[p.start()].pos in _TERMS for p in spelling)


def _reach(pieces: list[re.Match[str]]) -> Span:
    return Span(pieces[0].start(), pieces[-1].end())


def _length(words: list[str], wanted: str) -> int:
    """Return how many words spell `wanted` from the first on, or 0.

    A word gives its first letter, and the last one or one with points also its second:
    radio-frequency identification, U.S. office. None begins with "the".
    """
    if words[0] in _SKIPPED:
        return 0
    reached = {0}  # how many letters may have been spelt so far
    for at, word in enumerate(words, 1):
        letters = word.replace(".", "")
        further = {
            n + many
            for n in reached
            for many in (1, 2)
            if letters[:many] == wanted[n : n + many]
            and word != wanted
            and (many == 1 or "." in word or n + many == len(wanted))
        }
        reached = (reached | further) if word in _SKIPPED else further
        if len(wanted) in reached:
            return at
        if not reached:
            return 0
    return 0
