"""Words of praise and blame in the newsroom's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._phrases import Phrases, find_phrases, phrase_pattern, vocabulary
from newslint.checks._prose import reads_as_comment, speaks_in_first_person
from newslint.checks._wording.asides import asides
from newslint.checks._wording.idioms import idiom_pattern
from newslint.checks._wording.lists import listed
from newslint.checks._wording.loaded import is_newsrooms, is_unreal, judged_spans, judged_words
from newslint.checks._wording.slants import slant_of
from newslint.checks._wording.verdicts import sureness_of
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_MAY = LazyRegex(r"\b(?:may|might|could|would|not|never)(?: have| be)? $")
_HYPHENATED = LazyRegex(r"(?<![\w-])[a-z]+(?:-[a-z]+)+(?![\w-])", re.IGNORECASE)
# What has not come yet: to avert an embarrassing defeat.
_FEARED = LazyRegex(
    r"\b(?:avert|avoid|escap|prevent|stav)\w*(?: off)? (?:an? |the |another )?$|"
    r"\b(?:fears?|possibility|prospect|risk|threat|danger) of (?:an? |the |another )?$",
    re.IGNORECASE,
)
_WARNING, _SUGGESTION = Severity.WARNING, Severity.SUGGESTION


class LoadedWord(Rule):
    """Leave words of praise and blame to your sources.

    "Shameful", "heroic" and "botched" are verdicts. In a source's mouth they are news; in the
    newsroom's own voice they ask the reader to agree before anything has been shown. What a
    source says or sees is left alone. Words that the facts may bear out, such as
    "humiliating" of a defeat, are suggestions; words for moods, quarrels and what was to be seen,
    such as "bitter" and "scurried", are reported only with `moods`, and "tragic" of a death
    never. Asides count as well: an order to the reader ("spare a thought"), a remark without a
    verb. An essay, which hardly tells what anybody said, is left alone.
    """

    id: str = "language.loaded-word"
    message: str = "“%s” tells the reader what to feel: give the fact, or quote whoever says so."
    severity: Severity = Severity.WARNING
    moods: bool = False  # whether to report words for moods and quarrels, such as "bitter"

    needs: ClassVar = frozenset({"attributions"})
    about_words: ClassVar = True
    genres_off: ClassVar = frozenset(
        {"opinion", "fiction", "satire", "review", "blog", "sport", "interview"}
    )
    standards: ClassVar = (
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Contentious_labels",
        "https://www.bbc.co.uk/editorialguidelines/guidelines/impartiality/guidelines",
    )
    examples: ClassVar = (
        Example("The [[horrific]] crash closed the northern road."),
        Example("The council dropped its [[botched]] plan for the quay."),
        Example("The [[heroic]] firefighters carried out 12 guests."),
        Example("The [[disgraced]] mayor left by the back door, and [[a fiasco]] began."),
        Example("The [[crooked]] developer left. The [[hated]] council stays."),
        Example("The board [[squandered]] the fund and [[callously]] closed the school."),
        Example("The builders [[slunk]] home. The [[crooked]] deal must go, Ana Ruiz said."),
        Example("The minister [[quashed]] debate on the bill and [[pompously]] closed the hall."),
        Example("A judge quashed the order. The yard was gutted by fire. The van barrelled past."),
        Example("The reply was [[shameful]]. The [[out-of-touch]] board met in May."),
        Example("The minister said goodbye after a [[humiliating]] defeat."),
        Example("The house has a crooked chimney. The storm was a brutal one for the boats."),
        Example("Ana Ruiz, the mayor, said the crash was a horrific scene."),
        Example("“It was a fiasco,” said Petra Lund, who sells tickets."),
        Example("Critics denounced the botched plan for the quay."),
        Example("A [[bitter]] row broke out.", options=(("moods", True),)),
        Example("A bitter row broke out in the board after a heated debate."),
        Example("The mean cost per pupil rose. The failed coup was long ago. It was much derided."),
        Example("Land was taken by eminent domain, and he became an outspoken critic of that."),
        Example("The opera tells of a wicked queen. The vicious dog was caught."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield verdicts on people, deeds and plans that nobody in the story pronounces."""
        if speaks_in_first_person(reading) or reads_as_comment(reading):
            return
        for block, span, sure in sorted(_found(reading), key=lambda f: f[1]):
            if not is_newsrooms(reading, block, span):
                continue
            if not sure and is_unreal(reading, span):
                continue
            words = " ".join(span.cut(reading.text).split())
            if not self.moods and _only_describes(words, sure):
                continue
            doubtful = not sure or _FEARED.search(reading.text, max(0, span.start - 25), span.start)
            least = _SUGGESTION if doubtful else None
            yield self.problem(span, words, at_most=least)


def _only_describes(words: str, sure: bool) -> bool:
    """Return whether the words tell what a reporter may have seen: a mood, a quarrel, a tone."""
    written = words.lower()
    moods = vocabulary("loaded", "describing")
    return written in vocabulary("loaded", "apt") or (not sure and written in moods)


def _found(reading: Reading) -> Iterator[tuple[int, Span, bool]]:
    """Yield the block, the place and the sureness of every loaded word, whoever says it."""
    taken: list[Span] = []
    for block, within in judged_spans(reading):
        for span, sure in _compounds(reading.text, within):
            taken.append(span)
            yield block, span, sure
        for pattern, certain in _phrases():
            for span in find_phrases(reading.text, within, pattern):
                may = _MAY.search(reading.text, max(within.start, span.start - 20), span.start)
                if not may and not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    yield block, span, certain
    parses = reading.parses
    for block, word in judged_words(reading):
        sureness = sureness_of(word, parses[block]) or slant_of(word)
        if sureness is None or any(word.span.overlaps(span) for span in taken):
            continue
        if reading.text[word.end : word.end + 1] == "," and word.lower in _comments():
            continue  # the rule on editorial adverbs has it
        taken.append(_place(word))
        yield block, _place(word), sureness is _WARNING
    for block, span in asides(reading):
        if not any(span.overlaps(other) for other in taken):
            yield block, span, True


def _place(word: Token) -> Span:
    """Return the word, with the article where it is a noun: a fiasco."""
    if word.lemma.lower() not in listed("verdicts"):
        return word.span
    article = next((c for c in word.children if c.lower in {"a", "an"} and c.i == word.i - 1), None)
    return word.span if article is None else Span(article.start, word.end)


def _phrases() -> tuple[tuple[Phrases, bool], ...]:
    """Return the phrases to search for, and whether they are sure to judge."""
    sure = (phrase_pattern("loaded", "verdict_phrases"), phrase_pattern("loaded", "done_phrases"))
    soft = (phrase_pattern("loaded", "soft_phrases"), idiom_pattern("soft_idioms"))
    return (
        *((pattern, True) for pattern in (*sure, idiom_pattern("idioms"))),
        *((pattern, False) for pattern in soft),
    )


def _comments() -> frozenset[str]:
    return vocabulary("loaded", "adverbs", "sentence")


def _compounds(text: str, within: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the words with a hyphen that judge, and whether they are sure to."""
    for match in _HYPHENATED.finditer(text, within.start, within.end):
        word = match[0].lower()
        first, _, last = word.partition("-")
        sure = (
            word in listed("compounds")
            or (first in vocabulary("loaded", "stains") and last in vocabulary("loaded", "stained"))
            or (
                first in vocabulary("loaded", "cravings")
                and last in vocabulary("loaded", "craving")
            )
        )
        if sure or word in listed("soft_compounds"):
            yield Span(*match.span()), sure
