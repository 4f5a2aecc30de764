"""consistency.name-variant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations
from operator import attrgetter
from typing import ClassVar

from newslint.attribution.kinds import nouns_for
from newslint.checks._people.bodies import bodies_named_twice
from newslint.checks._people.body_turns import turned_names
from newslint.checks._people.crossed import mistaken_names
from newslint.checks._people.joined_names import joined_names
from newslint.checks._people.likeness import folded as fold
from newslint.checks._people.likeness import opposite, plain, same_name, skeleton
from newslint.checks._people.namesakes import misspelt_people
from newslint.checks._people.near_names import near_names
from newslint.checks._people.other_heads import other_heads
from newslint.checks._people.renamed import renamed_people
from newslint.checks._people.slips import slips
from newslint.checks._people.swapped_words import is_brought_in, swapped_words, two_saints
from newslint.checks._people.titles_told import names_with_and_without
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Related, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "NORP"})
_LONGEST = 40  # letters of a word that are looked at
# Words in names that are no names.
_COMMON = frozenset({"center", "centre", "century", "central", "council", "counsel", "national"})
# Written before a name by some, and no part of it: Coun, Engr.
_TITLES = frozenset({"coun", "con", "councilor", "councillor", "engineer", "engr", "insp", "supt"})
_NAMED_AFTER = frozenset({"Avenue", "College", "Road", "School", "Street", "University"})
_MOST = 20  # words so alike that more of them are no slip
_SHORTEST = 5  # letters
_BEFORE = 40  # characters before a name in which a relative's role stands
_KIN = LazyRegex(
    r"\b(?:[Hh]is|[Hh]er|their|[A-Z]\w+[’']s?) (?:\w+ )?(?:brother|sister|cousin|son|daughter"
    r"|father|mother"
    r"|twin|uncle|aunt|nephew|niece|husband|wife|widow|namesake),? $"
)
_LONG = 6  # letters of a word that may be a name though the model says nothing


@dataclass(frozen=True, slots=True)
class _Use:
    word: str
    span: Span
    sentence: int  # where it starts
    before: str  # the capitalised word before it in a person's name, or ""
    after: str  # the one after it


class NameVariant(Rule):
    """Spell a name the same way every time.

    Two spellings of one name look like two people or two places, and one of them is likely
    wrong. Reported where two words in names differ in one letter, or only as two
    transcriptions of a foreign name do (Chmelin, Khmelin); where a surname that nobody in the
    story bears sounds like one that somebody does (Coyle, Coil); and where one first name or
    one office goes with two like names. A lost accent counts too; a lost capital is a
    suggestion. Endings (Norway, Norways), words that stand in one sentence, and people whose
    other names differ are left alone.
    """

    id: str = "consistency.name-variant"
    message: str = "“%s” here, “%s” elsewhere: use one spelling of the name."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "sentences", "quotations"})
    about_words: ClassVar = True
    examples: ClassVar = (
        Example(
            "The airfield at Khmelin, near Tartus in Syria, was shut in May.\n\nLorries still left"
            " Khmelin at dawn.\n\nThree guards were seen near [[Hmelin]], in Syria, at noon."
        ),
        Example(
            "Peter Johansen bought the mill in May. The town thanked Peter Johansen.\n\nIn June"
            " Peter [[Johanson]] sold it again."
        ),
        Example("Judge Mary Coyle spoke for an hour. The clerk wept. Judge [[Coil]] did not."),
        Example(
            "The secretary, Huw Lund, sold the bus. It was old.\n\nThe cup that [[Hugh Lund]] had"
            " saved is in the hall."
        ),
        Example("The secretary, Huw Lund, sold the bus. His brother, Hugh Lund, bought it."),
        Example("Peter Johansen bought the mill. Anna Johanson lives in the next town."),
        Example("He gave to Sarah Lawrence College. His daughter Laurence is a doctor."),
        Example("Norway signed. The Norwegians cheered. Germany and the Germans waited."),
        Example("Peter Johansen and Peter Johanson share the mill."),
        Example("It was Defense Minister Bo Rask who called. The Defense Ministry said no more."),
        Example("Annika Sjöholm runs the mill. It rained all day. [[Sjoholm]] will leave in June."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the rarer (else later) of two spellings of a name."""
        done: set[str] = set()
        marked: list[Span] = []
        for odd, usual in misspelt_people(reading):
            if two_saints(reading, odd, usual):
                continue
            marked.append(odd)
            yield self._at(reading, odd, usual)
            done |= {plain(word) for word in odd.cut(reading.text).split()}
        for again in renamed_people(reading):
            if _is_turned(reading, again.odd, again.usual) or _is_kin(reading, again.odd):
                continue
            if not {plain(word) for word in again.odd.cut(reading.text).split()} <= done:
                marked.append(again.odd)
                yield self._at(reading, again.odd, again.usual)
                done |= {plain(word) for word in again.odd.cut(reading.text).split()}
        uses: dict[str, list[_Use]] = {}
        for use in _name_words(reading):
            uses.setdefault(use.word, []).append(use)
        for one, other in sorted(_candidates(uses)):
            if not (same_name(one, other) and _may_be_one(uses[one], uses[other])):
                continue
            # The model does not read a name as one everywhere: all its places count.
            rare, often = sorted(
                (uses[one], uses[other]),
                key=lambda u: (reading.text.count(u[0].word), len(u), -u[0].span.start),
            )
            if plain(rare[0].word) not in done:
                marked.append(rare[0].span)
                yield self._at(reading, rare[0].span, often[0].span)
        for variant in bodies_named_twice(reading):
            if _is_people_of(reading, variant.odd, variant.usual):
                continue
            if not variant.style and is_brought_in(reading, variant.odd, variant.usual):
                continue
            at_most = Severity.SUGGESTION if variant.style else None
            marked.append(variant.odd)
            yield self._at(reading, variant.odd, variant.usual, at_most=at_most)
        for again in chain(mistaken_names(reading), near_names(reading), slips(reading)):
            if _is_turned(reading, again.odd, again.usual) or _is_kin(reading, again.odd):
                continue
            words = {plain(word) for word in again.odd.cut(reading.text).split()}
            if not words <= done and not any(again.odd.overlaps(span) for span in marked):
                marked.append(again.odd)
                yield self._at(reading, again.odd, again.usual)
        for odd, usual in names_with_and_without(reading):
            words = {plain(word) for word in odd.cut(reading.text).split()}
            if not words <= done and not any(odd.overlaps(span) for span in marked):
                marked.append(odd)
                yield self._at(reading, odd, usual)
        for odd, usual in swapped_words(reading):
            if not any(odd.overlaps(span) for span in marked):
                marked.append(odd)
                yield self._at(reading, odd, usual)
        for turned in chain(turned_names(reading), other_heads(reading), joined_names(reading)):
            if _is_people_of(reading, turned.odd, turned.usual):
                continue
            if not any(turned.odd.overlaps(span) for span in marked):
                marked.append(turned.odd)
                at_most = Severity.SUGGESTION if turned.mild else None
                yield self._at(reading, turned.odd, turned.usual, at_most=at_most)
        for odd, usual in _unaccented(uses):
            # A capital may be a house's own way; an accent belongs to the name.
            here, there = (span.cut(reading.text).lower() for span in (odd, usual))
            at_most = Severity.SUGGESTION if here == there else None
            yield self._at(reading, odd, usual, at_most=at_most)

    def _at(
        self, reading: Reading, odd: Span, usual: Span, at_most: Severity | None = None
    ) -> Problem:
        here, there = odd.cut(reading.text), usual.cut(reading.text)
        related = (Related(usual, f"“{there}” here"),)
        return self.problem(odd, here, there, related=related, at_most=at_most)


def _is_turned(reading: Reading, odd: Span, usual: Span) -> bool:
    """Return whether two names have the same words, or are of two sides, or people and country.

    "Eastmoor" and "Westmoor", "Senate Republican" and "Republican Senate", "East Germany’s" and
    "East German".
    """
    here, there = (
        sorted(plain(word) for word in span.cut(reading.text).replace("-", " ").split())
        for span in (odd, usual)
    )
    if here == there and len(here) > 1:
        return "-" not in odd.cut(reading.text)  # "Orr-Vale" and "Vale-Orr" are two surnames
    differing = [pair for pair in zip(here, there, strict=False) if pair[0] != pair[1]]
    if two_saints(reading, odd, usual):
        return True
    mine, theirs = (set(here) - set(there), set(there) - set(here))
    if len(mine) == len(theirs) == 1 and opposite(mine.pop(), theirs.pop()):
        return True
    owns = any(span.cut(reading.text).endswith(("’s", "'s")) for span in (odd, usual))
    owns = owns or _is_people_of(reading, odd, usual)
    return owns and len(here) == len(there) > 1 and all(_begins(*pair) for pair in differing)


def _is_people_of(reading: Reading, one: Span, other: Span) -> bool:
    """Return whether one name is a country's and the other its people's: East German."""
    words = [plain(span.cut(reading.text).split()[-1]) for span in (one, other)]
    if words[0] == words[1] or not _begins(*words):
        return False
    labels = {"GPE", "NORP", "LOC"}
    return any(
        token is not None and token.entity in labels
        for span in (one, other)
        if (sentence := reading.sentence_at(span.start)) is not None
        for token in [reading.parses[sentence.block].at(span.end - 1)]
    )


def _is_kin(reading: Reading, name: Span) -> bool:
    """Return whether somebody's relative is brought in there: "her brother, Hugh Lund"."""
    return _KIN.search(reading.text, max(0, name.start - _BEFORE), name.start) is not None


def _begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _candidates(words: Iterable[str]) -> set[tuple[str, str]]:
    """Return the pairs of words that may be one name: alike but for a letter, or when folded.

    Words one letter apart give the same string when one letter is left out of either.
    """
    alike: dict[str, set[str]] = defaultdict(set)
    for word in words:
        letters = plain(word)
        alike["=" + fold(letters)].add(word)
        alike[letters].add(word)
        alike["~" + skeleton(letters)].add(word)
        alike["*" + "".join(sorted(letters))].add(word)
        for at in range(1, min(len(letters), _LONGEST)):
            alike[letters[:at] + letters[at + 1 :]].add(word)
    groups = (sorted(group)[:_MOST] for group in alike.values() if len(group) > 1)
    return {pair for group in groups for pair in combinations(group, 2)}


def _name_words(reading: Reading) -> Iterator[_Use]:
    common = {t.text for parse in reading.parses for t in parse if t.text.islower()}
    for index, (block, parse) in enumerate(zip(reading.blocks, reading.parses, strict=True)):
        if not (block.is_body or block.key is None):
            continue
        for token, _ in reading.marked(index, _in_name):
            if token.lower in common or not is_writers_own(reading, token.span):
                continue
            sentence = reading.sentence_at(token.start)
            person = token.entity in ("PERSON", "ORG", "FAC")
            before = parse.tokens[token.i - 1].text.lstrip("-–—") if person and token.i else ""
            after = parse.tokens[token.i + 1].text if person and token.i + 1 < len(parse) else ""
            if sentence is not None:
                yield _Use(
                    token.text,
                    token.span,
                    sentence.span.start,
                    before if before[:1].isupper() else "",
                    after if after[:1].isupper() else "",
                )


def _in_name(token: Token) -> bool | None:
    """Return True for a word that may be part of a name, and long enough to be looked at."""
    missed = not token.entity and token.i > 0 and len(token.text) > _LONG
    if not (token.entity in _LABELS or missed) or not token.text[0].isupper():
        return None
    if token.pos != "PROPN" or token.lower in _COMMON:
        return None
    if token.text in vocabulary("persons", "titles"):
        return None
    short = len(token.text) < _SHORTEST or not token.text.isalpha() or token.text.isupper()
    return None if short else True


def _may_be_one(one: list[_Use], other: list[_Use]) -> bool:
    """Return whether nothing shows that two words name two different things."""
    if min(len(one), len(other)) > 1:
        return False
    if {u.sentence for u in one} & {u.sentence for u in other}:
        return False
    for uses, others in ((one, other), (other, one)):
        if any(u.after in _NAMED_AFTER for u in uses) and not any(
            u.after in _NAMED_AFTER for u in others
        ):
            return False  # a college or a street bears the name of somebody else
    for words in (attrgetter("before"), attrgetter("after")):
        mine, theirs = (
            {w for u in uses if (w := words(u)) and not _is_title(w)} for uses in (one, other)
        )
        if mine and theirs and not mine & theirs:
            return False
    return not (
        (_first_only(one) and _last_only(other)) or (_first_only(other) and _last_only(one))
    )


def _is_title(word: str) -> bool:
    lower = word.rstrip(".").lower()
    return lower in nouns_for("titles") or lower in _TITLES


def _first_only(uses: list[_Use]) -> bool:
    """Return whether a word is always a first name: "Anderson Lee"."""
    return all(u.after and not u.before for u in uses)


def _last_only(uses: list[_Use]) -> bool:
    """Return whether a word is a surname, with a first name before it."""
    return any(u.before and not u.after for u in uses)


def _unaccented(uses: dict[str, list[_Use]]) -> Iterator[tuple[Span, Span]]:
    """Yield the rarer and the usual place of names that differ in accents or capitals only."""
    alike: dict[str, list[str]] = defaultdict(list)
    for word in uses:
        alike[plain(word)].append(word)
    for words in alike.values():
        if len(words) != 2:
            continue
        rarer, usual = sorted((uses[w] for w in words), key=lambda u: (len(u), -u[0].span.start))
        if len(rarer) == 1 and not {u.sentence for u in rarer} & {u.sentence for u in usual}:
            yield rarer[0].span, usual[0].span
