"""secondhand.unsourced-footage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._sourcing.outlet_sayings import has_somebody_do
from newslint.checks._support import (
    has_footnote,
    has_link,
    is_negated,
    is_own_voice,
    prose_sentences,
    tokens_in,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_MATERIAL = (("pictures", "footage"), ("pictures", "drawn"), ("pictures", "handed_round"))
_OWNERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_WHEN = frozenset({"CARDINAL", "DATE", "ORDINAL", "TIME"})
_MEANS = frozenset({"cctv", "internet", "media", "network", "networks", "tv"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_ANY = frozenset({"a", "an", "another", "one", "other", "second"})


class UnsourcedFootage(Rule):
    """Say where footage and pictures come from.

    "A video shows" asks readers to believe their eyes, though the newsroom has not said who
    filmed it, when and where, or who handed it over; and so do "a map shows", "a leaflet claims"
    and "traffic counts suggest". Name the maker or the account, link to it, or say that the
    newsroom could not check it. What has an owner ("police footage", "a video filmed by a
    neighbour") is left alone, and so is what was spoken of before.
    """

    id: str = "secondhand.unsourced-footage"
    message: str = "“%s” has no source: say who made or published it, or link to it."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[A video]] shows the bridge falling."),
        Example("[[Footage]] that circulated on Monday showed two boats."),
        Example("[[A recording]] of the call, allegedly made in the hall, has surfaced."),
        Example("[[Pictures]] reveal that the bridge leans. [[The chart]] shows two other faults."),
        Example("[[A leaflet]] pushed through doors claims that it will fall."),
        Example("[[Traffic counts]] suggest that the bridge is full."),
        Example("In [[a second recording]] a man speaks of the usual envelope."),
        Example("[[A clip]] of the fall has been watched 80,000 times."),
        Example("A video filmed by Ana Ruiz shows the bridge falling."),
        Example("A map drawn by Ana Ruiz shows the bridge. The map marks two others."),
        Example("Opposition figures suggest a wider bridge. Their table has four legs."),
        Example("[A video](https://films.example/bridge) shows the bridge falling."),
        Example("Police footage shows the bridge falling."),
        Example("A video on the ministry's website shows the bridge falling."),
        Example("The film shows in six halls. The video shop closed."),
        Example("The map of the bridge below shows the cracks."),
        Example("A picture shows the bridge, Ana Ruiz said."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.REUTERS, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset(
        {"fiction", "opinion", "review", "blog", "interview"}
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield footage that shows something, where nothing says whose it is."""
        if speaks_in_first_person(reading):
            return
        told: set[str] = set()
        for sentence in prose_sentences(reading):
            for word in tokens_in(reading, sentence):
                lemma = word.lemma.lower()
                if not _is_material(word, lemma) or word.dep == "compound":
                    continue
                new = lemma not in told
                told.add(lemma)
                if new and _is_shown(word) and not _is_sourced(reading, sentence, word):
                    first = min(
                        (c.start for c in word.children if c.i < word.i), default=word.start
                    )
                    span = Span(first, word.end)
                    yield self.problem(span, " ".join(span.cut(reading.text).split()))


def _is_material(word: Token, lemma: str) -> bool:
    """Return whether the noun is footage, or something drawn, handed round or counted."""
    if lemma in vocabularies(*_MATERIAL):
        return True
    if lemma not in vocabulary("pictures", "counted") or word.tag != "NNS":
        return False
    people = vocabulary("pictures", "figure_people")
    of_what = [c.lower for c in word.children if c.dep in {"compound", "nmod"}]
    return bool(of_what) and people.isdisjoint(of_what)


def _is_shown(word: Token) -> bool:
    """Return whether it is said what the material shows, or that it has come to light."""
    if word.tag not in {"NN", "NNS"}:
        return False
    if word.dep == "pobj":
        return _is_stage(word)
    verb = word.head
    if word.dep == "nsubjpass":
        return verb.lemma.lower() in vocabulary("pictures", "footage_met")
    if word.dep != "nsubj" or is_negated(verb):
        return False
    below = verb.child("xcomp")
    verbs = {verb.lemma.lower()} | ({below.lemma.lower()} if below is not None else set())
    if any(has_somebody_do(v) for v in (verb, *verb.children)):
        return True  # has a man shouting that
    return not verbs.isdisjoint(vocabulary("pictures", "footage_does"))


def _is_stage(word: Token) -> bool:
    """Return whether somebody speaks or is seen in it: in a second recording a man says."""
    if word.lemma.lower() not in vocabulary("pictures", "footage") or word.head.lower != "in":
        return False
    if not any(c.lower in _ANY for c in word.children):
        return False
    verb = word.head.head
    within = verb.lemma.lower() in vocabulary("pictures", "footage_within")
    return within and word.i < verb.i and verb.child("nsubj", "nsubjpass") is not None


def _is_sourced(reading: Reading, sentence: Sentence, word: Token) -> bool:
    """Return whether the sentence says whose the footage is, or the story has spoken of it."""
    pointed = any(c.lower in _POINTING for c in word.children)
    if pointed and word.lemma.lower() not in vocabulary("pictures", "drawn") | {"footage"}:
        return True  # "the video": of somebody spoken of before
    if not is_own_voice(reading, word.span):
        return True
    if has_link(reading, sentence.span) or has_footnote(reading, sentence.span):
        return True
    if any(w.lower in {"above", "below"} for w in word.subtree):
        return True  # the newsroom's own, on the page
    for t in tokens_in(reading, sentence):
        near = t in word.subtree or t.i < word.i + 25
        # "Video obtained overnight": by whom?
        idle = t.dep == "acl" and t.head is word and t.child("agent", "prep", "npadvmod") is None
        if near and not idle and t.lower in vocabulary("pictures", "handed_over"):
            return True
    owners = [c for c in word.children if c.i < word.i and c.dep in {"compound", "poss", "nmod"}]
    if any(_is_owner(c) or c.dep == "poss" for c in owners):
        return True
    return _is_by_somebody_known(word) or any(_is_owner(w) for w in _makers(word))


def _makers(word: Token) -> Iterator[Token]:
    """Yield what stands after by, from, on and the like below the footage and its verb."""
    for above in (*word.subtree, *word.head.children):
        if above.dep in {"prep", "agent"} and above.lower in vocabulary("pictures", "made_by"):
            yield from above.subtree


def _is_by_somebody_known(word: Token) -> bool:
    """Return whether "the" or "its" makes a known body of its maker: by the clinic."""
    makers = (w.child("pobj") for w in word.subtree if w.lower == "by")
    return any(m is not None and any(c.lower in _POINTING for c in m.children) for m in makers)


def _is_owner(word: Token) -> bool:
    if word.entity in _WHEN or word.lower in _MEANS:
        return False
    if word.entity in _OWNERS or word.tag.startswith("NNP"):
        return True
    return word.lemma.lower() in vocabulary("pictures", "owners")
