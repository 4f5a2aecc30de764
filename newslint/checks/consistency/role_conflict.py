"""consistency.role-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks._people.bare_ranks import ranks_taken_up
from newslint.checks._people.court_sides import court_sides
from newslint.checks._people.likeness import plain
from newslint.checks._people.offices_held import offices_held
from newslint.checks._people.people import Named, is_person, people
from newslint.checks._people.renamed import lost_titles, swapped_offices
from newslint.checks._people.sole_deeds import sole_deeds
from newslint.checks._people.title_turns import (
    former_offices,
    lone_knights,
    turned_offices,
    turned_titles,
    wrong_courtesies,
)
from newslint.checks._phrases import PACKAGE
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset(
    {BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION}
)
_ANY_BODY = frozenset(
    {"school", "company", "firm", "club", "council", "union", "fund", "trust", "charity", "bank"}
)
_PAST = LazyRegex(
    r"\b(?:former(?:ly)?|ex|late|later|then|once|now|previous(?:ly)?|acting|interim|retired|outgoing|incoming"
    r"|next|promoted|demoted|appointed|became|become|named|elected|until|since|who\swas|also|and|both|would-be|as)\b",
    re.IGNORECASE,
)
_PROMOTED = LazyRegex(r"\bpromoted\b|\b(?:was|were|been|be)\smade\s(?:an?|the)\b")


@dataclass(frozen=True, slots=True)
class _Role:
    person: tuple[str, ...]  # plain words of the name
    family: str
    rank: str
    of: str
    span: Span


class RoleConflict(Rule):
    """Give a person one rank and one office.

    A "mayor" who is a "deputy mayor" further down, or a sergeant who turns into an inspector,
    leaves the reader wondering who spoke. Compared are ranks and offices of which a person
    can hold only one; "former", "then", "now", "also" and the like make room for two.
    """

    id: str = "consistency.role-conflict"
    message: str = "“%s” here, “%s” elsewhere, of the same person: check the title."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example("Mayor Ada Quill said so. It rained.\n\nQuill, the [[deputy mayor]], left."),
        Example(
            "Sgt Nia Roe spoke first. It rained.\n\nThe street was shut, [[Inspector]] Roe said."
        ),
        Example("The chief executive, Jon Falk, spoke.\n\nFalk, the [[chairman]], flew home."),
        Example(
            "Sheriff Ada Quill spoke first. Parish President Bo Roe was there.\n\nIt will take a"
            " year, said [[Quill, the parish president]]."
        ),
        Example(
            "Ada Roe, who prosecuted, spoke. It rained.\n\nIt is true, said Roe, [[defending]]."
        ),
        Example(
            "Jon Falk, the treasurer of the club, paid.\n\nFalk, the club's [[chairman]], signed."
        ),
        Example(
            "The choir's director, Ada Koop, sang. It rained.\n\n[[The choir's president]], Ada"
            " Koop, wept."
        ),
        Example(
            "Ada Koop, who led the study, ate. It rained.\n\nBo Roe, [[who led the study]], ate."
        ),
        Example("Ada Roe, who prosecuted, spoke. The book was true, said Bo Orr, defending."),
        Example("Mayor Ada Quill spoke. Bo Quill, the deputy mayor, did not."),
        Example("Mayor Ada Quill spoke. Quill, a former deputy mayor, was glad."),
        Example("Sgt Nia Roe was promoted to inspector. Inspector Roe was glad."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each title that differs from the first that the person is given."""
        roles = sorted(_roles(reading), key=lambda r: r.span)
        full = {r.person for r in roles if len(r.person) > 1}
        done: set[Span] = set()
        for at, later in enumerate(roles):
            rivals = [
                r
                for r in roles[:at]
                if r.family == later.family and _one(r.person, later.person, full)
            ]
            if not rivals or any(r.rank == later.rank for r in rivals) or later.span in done:
                continue
            bodies = {rivals[0].of, later.of} - {""} - _ANY_BODY
            if len(bodies) > 1:
                continue
            done.add(later.span)
            here, there = (r.span.cut(reading.text) for r in (later, rivals[0]))
            yield self.problem(
                later.span, here, there, related=(Related(rivals[0].span, f"“{there}” here"),)
            )
        for odd, usual in chain(
            turned_titles(reading),
            turned_offices(reading),
            lone_knights(reading),
            wrong_courtesies(reading),
            former_offices(reading),
            court_sides(reading),
            sole_deeds(reading),
            offices_held(reading),
        ):
            if not any(odd.overlaps(span) for span in done):
                done.add(odd)
                here, there = (" ".join(x.cut(reading.text).split()) for x in (odd, usual))
                yield self.problem(odd, here, there, related=(Related(usual, f"“{there}” here"),))
        for knighted, plain_title in lost_titles(reading):
            if any(plain_title.overlaps(span) for span in done):
                continue
            here, there = (" ".join(x.cut(reading.text).split()) for x in (plain_title, knighted))
            yield self.problem(
                plain_title,
                here,
                there,
                related=(Related(knighted, f"“{there}” here"),),
                at_most=Severity.SUGGESTION,
            )
        for bare, holder in ranks_taken_up(reading):
            if not any(bare.overlaps(span) for span in done):
                done.add(bare)
                here, there = (" ".join(x.cut(reading.text).split()) for x in (bare, holder))
                yield self.problem(
                    bare,
                    message=(
                        f"“{here}”: the person just named is “{there}”: check the title, or say who"
                        " is meant."
                    ),
                    related=(Related(holder, f"“{there}” here"),),
                )
        for swap in swapped_offices(reading):
            if not any(swap.odd.overlaps(span) for span in done):
                words = " ".join(swap.odd.cut(reading.text).split())
                yield self.problem(
                    swap.odd,
                    message=f"“{words}”: elsewhere somebody else holds the office: check who.",
                    related=(Related(swap.usual, "held by another here"),),
                )


def _one(one: tuple[str, ...], other: tuple[str, ...], full: set[tuple[str, ...]]) -> bool:
    """Return whether two names are one person's; a surname alone that two bear is nobody's."""
    if one[-1] != other[-1]:
        return False
    if len(one) > 1 and len(other) > 1:
        return one == other
    return len({p for p in full if p[-1] == one[-1]}) <= 1


@cache
def _families() -> dict[str, tuple[str, str]]:
    """Return the family and the rank of each title, in small letters."""
    data = load(PACKAGE, "vocabularies/ranks.yml")
    found: dict[str, tuple[str, str]] = {}
    for family, ranks in data.items() if isinstance(data, dict) else ():
        if family == "taken_up":
            continue
        for rank, words in ranks.items() if isinstance(ranks, dict) else ():
            for word in words if isinstance(words, list) else ():
                found[str(word).lower()] = (family, rank)
    return found


@cache
def _pattern() -> LazyRegex:
    words = sorted(_families(), key=len, reverse=True)
    return LazyRegex(
        rf"(?<![\w-])(?:{'|'.join(re.escape(w) for w in words)})(?![\w-])", re.IGNORECASE
    )


_OWNER = LazyRegex(r"(?P<owner>[\w’'-]+)[’']s?\s$")
_OF = LazyRegex(r"\s(?:of|at|for)\s(?:the\s)?(?P<owner>[\w’'-]+)")

# Between a title and the name: "the mayor, Ada Quill", "the head of the trust, Ray Tull".
_OFFICES = frozenset(
    {"MP", "MSP", "Senator", "Sen", "Councillor", "Cllr", "Rep", "Governor", "Gov"}
)
_LINK = LazyRegex(
    r",?\s(?:(?:MP|MSP|councillor|candidate|peer|senator|governor|mayor|congressman|congresswoman)\s)?"
    r"|\s(?:of|at)\s(?:the\s)?[\w’'-]{2,20},\s"
)


def _is_title(match: re.Match[str]) -> bool:
    """Return whether a word is meant as a rank: a party is written large."""
    return _families()[match[0].lower()][0] != "party" or match[0][0].isupper()


def _roles(reading: Reading) -> Iterator[_Role]:
    blocks = [i for i, b in enumerate(reading.blocks) if b.kind in _BLOCKS]
    found = people(reading, blocks)
    # A name that bears a rank is a person's, whatever the model takes it for.
    known = {
        plain(n.surname)
        for n in found
        if n.is_full
        and (
            is_person(reading.parses[n.block], n)
            or any(True for _ in _of(reading, n, reading.blocks[n.block].span))
        )
    }
    for named in found:
        person = plain(named.surname) in known or is_person(reading.parses[named.block], named)
        if person and is_writers_own(reading, named.span):
            sentence = reading.sentence_at(named.span.start)
            if sentence is None or not _PROMOTED.search(sentence.span.cut(reading.text)):
                yield from _of(reading, named, reading.blocks[named.block].span)
            else:
                return  # who has been promoted bears two titles in one story


def _of(reading: Reading, named: Named, block: Span) -> Iterator[_Role]:
    text = reading.text
    words = list(named.words)
    party = _pattern().fullmatch(words[0]) if len(words) > 2 else None
    office = len(words) > 1 and words[1] in _OFFICES
    if party is not None and office and _families()[words[0].lower()][0] == "party":
        words = [w for w in words[1:] if w not in _OFFICES]
        family, rank = _families()[party[0].lower()]
        start = named.span.start + named.span.cut(text).index(party[0])
        person = tuple(map(plain, words))
        yield _Role(person, family, rank, "", Span(start, start + len(party[0])))
    person = tuple(map(plain, words))
    if named.titles:
        title = " ".join(named.titles)
        found = _pattern().fullmatch(title.rstrip(".")) or _pattern().fullmatch(title)
        if found:
            family, rank = _families()[found[0].lower()]
            yield _Role(
                person, family, rank, "", Span(named.span.start, named.span.start + len(title))
            )
            return
    # "the mayor, Ada Quill," and "deputy mayor Ada Quill"
    first = max(block.start, named.span.start - 60)
    before = text[first : named.span.start]
    near = _pattern().may_be_in(text, first, named.span.start)
    for match in _pattern().finditer(before) if near else ():
        link = _LINK.fullmatch(before, match.end())
        if (
            link is not None
            and _is_title(match)
            and not _PAST.search(before[max(0, match.start() - 22) : match.start()])
        ):
            apart = before.endswith(", ") and not re.search(
                r"(?:\bthe|[’']s?|\bits|\bhis|\bher|\btheir)\s(?:[a-z]+\s){0,2}$",
                before[: match.start()],
                re.IGNORECASE,
            )
            if not apart:
                yield _role(person, named.span.start - len(before), match, before)
    # "Quill, the deputy mayor,"
    after = text[named.span.end : min(block.end, named.span.end + 90)]
    opening = re.match(r",\s(?:who\sis\s)?", after)
    if opening is None:
        return
    if not _pattern().may_be_in(text, named.span.end, named.span.end + len(after)):
        return
    found_role = _pattern().search(after, opening.end())
    if found_role is None or not _is_title(found_role):
        return
    between = after[opening.end() : found_role.start()]
    tail = after[found_role.end() : found_role.end() + 30]
    if re.fullmatch(
        r"(?:(?:the|its|their|a|an|his|her)\s)?(?:[\w’'-]+\s){0,3}", between
    ) and not _PAST.search(between + tail.split(",")[0]):
        yield _role(person, named.span.end, found_role, after)


def _role(person: tuple[str, ...], start: int, match: re.Match[str], inside: str) -> _Role:
    family, rank = _families()[match[0].lower()]
    owner = _OWNER.search(inside[: match.start()]) or _OF.match(inside, match.end())
    of = plain(owner["owner"]) if owner else ""
    return _Role(person, family, rank, of, Span(*match.span()).shifted(start))
