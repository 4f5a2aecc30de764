"""Unnamed sources, and no word on why they are not named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.attribution.graph import Attribution, CueClass
from newslint.checks import _standards as standards
from newslint.checks._phrases import find_phrases, phrase_pattern, vocabularies, vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._sourcing.no_secret import is_no_secret
from newslint.checks._sourcing.people_met import people_met
from newslint.checks._sourcing.sources import (
    anonymous_voices,
    noun_phrase,
    source_head,
    source_place,
    source_words,
)
from newslint.checks._sourcing.unnamed import is_call_to, is_heard, says_why, unnamed_people
from newslint.checks._sourcing.voices import voices_in
from newslint.checks._sourcing.withheld import withheld_terms
from newslint.checks._support import has_link, is_negated, is_own_voice, is_report, neighbours
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_TERMS = "“%s”, and no word on why: give the reason, or the name."
_INTRODUCES = LazyRegex(r"(?:an?|one|another|two|three|a second|a third)\b")
_COLLEAGUES = frozenset({"correspondent", "journalist", "photographer", "reporter"})
_NAMING = frozenset({"as", "including", "like", "them"})
_NAMED = LazyRegex(  # , Ana Ruiz and Hal Moss, said
    r",(?: [A-Z][\w’'.-]+){2,4}(?:,(?: [A-Z][\w’'.-]+){2,4})*,? and(?: [A-Z][\w’'.-]+){2,4},? $"
)
_EMPLOYED = frozenset({"for", "with", "inside"})
_PLACES = frozenset({"GPE", "LOC"})
_THE = LazyRegex(r"The (\w+) (?:at|for|from|in|of|who|with)\b")
_GRANTED = LazyRegex(
    r"\b(?:anonymously|(?:condition of|given|granted|guaranteed|offered|promised) anonymity)\b"
)
_GOES_ON = LazyRegex(r"(?:He|She|They|Both|All|The|None|Neither)\b")


class NoReason(Rule):
    """Say why the source is not named.

    Readers are asked to trust somebody whom they cannot know. The reason ("because she
    feared for her job") lets them judge what the source risks and wants. It is reported
    once for each source, and not for the unnamed sources of another outlet. For friends and
    relatives it is only a suggestion, and so it is, with `passers_by`, for people met by chance.
    """

    id: str = "anonymity.no-reason"
    message: str = "No reason is given why “%s” is not named: say why, or name the source."
    severity: Severity = Severity.WARNING
    within: int = 1  # sentences after it in which the reason may stand
    passers_by: bool = False  # whether to ask it also of people met by chance

    examples: ClassVar[tuple[Example, ...]] = (
        Example("[[A bank official who asked not to be named]] said that the vault was empty."),
        Example(
            "[[A person close to the owner]] said the vault was empty. It had been so for a year."
        ),
        Example(
            "A bank official, who asked not to be named because she feared for her job, said that "
            "the vault was empty."
        ),
        Example(
            "A bank official said that the vault was empty. She spoke on condition of anonymity "
            "for fear of being dismissed."
        ),
        Example(
            "[A former teller](https://bank.example/account) recounts that the vault was empty."
        ),
        Example("Director of the Oslo Harbour Board Klara Voss said that the vault was empty."),
        Example("Klara Voss, a bank official, said that the vault was empty."),
        Example("Klara Voss, 41, a teller of the bank, said that the vault was empty."),
        Example("A shopper in Oslo said that the vault was empty."),
        Example("[[A woman in the vault]] said that it was empty."),
        Example("[[One old friend]] said that the vault was empty."),
        Example("A teller emailed the owner a list of the vaults."),
        Example("She did what a teller had told her to do, and left the vault open."),
        Example(
            "A former bank manager says that the vault was empty. It had been so for a year, said "
            "Klara Voss, who ran the bank until May."
        ),
        Example("Two clerks, Klara Voss and Hal Moss, said that the vault was empty."),
        Example("A member of staff called the police to the vault."),
        Example("It is news when a banker says that a vault is empty."),
        Example("Reuters reported that a person close to the owner said the vault was empty."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.SPJ, standards.BBC)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first mention of every unnamed source without a reason."""
        seen: list[Span] = []
        own = speaks_in_first_person(reading)
        for group in (
            part for whole in anonymous_voices(reading) for part in _apart(reading, whole)
        ):
            written = [a for a in group if a.source.spans and not a.source.pronoun]
            reports = [
                a
                for a in written
                if (is_report(reading, a) or a.cue_lemma in _speaking() or _is_a_source(reading, a))
                and a.cue_lemma not in vocabulary("anonymity", "public")
            ]
            reports = [
                a for a in reports if _is_new(reading, a) and is_own_voice(reading, source_place(a))
            ]
            if not reports or any(self._has_reason(reading, a) for a in group):
                continue
            first = reports[0]
            span = source_place(first)
            head = source_head(reading, first)
            if head is not None and (
                head.lemma in _COLLEAGUES or _is_a_spring(head) or _is_excused(head)
            ):
                continue
            if head is not None and (is_call_to(head.head) or _is_named_in(reading, head)):
                continue
            seen.append(span)
            if has_link(reading, span):  # the account itself can be read
                continue
            withheld = _is_withheld(group)
            if head is not None and not withheld and is_no_secret(reading, head):
                continue
            if head is not None and not withheld and own and _is_own_people(head):
                continue
            near = head is not None and not withheld and _is_near(head)
            passing = head is not None and not (withheld or near) and _is_passing(head)
            if passing and not self.passers_by:
                continue
            yield self.problem(
                span,
                " ".join(span.cut(reading.text).split()),
                at_most=Severity.SUGGESTION if passing or near else None,
            )

        for head in (*_figures(reading), *unnamed_people(reading), *people_met(reading)):
            sentence = reading.sentence_at(head.start)
            span = noun_phrase(head)
            if sentence is None or any(other.overlaps(span) for other in seen):
                continue
            if head.lemma in _COLLEAGUES or says_why(head) or has_link(reading, sentence.span):
                continue
            if any(_reasons(reading, sentence)) or is_no_secret(reading, head):
                continue
            if own and _is_own_people(head):
                continue
            if self._reason_follows(reading, sentence):
                continue
            if head.lower in {"another", "one"} and _GRANTED.search(reading.text):
                continue  # one of those of whom the story tells, somewhere, why
            if head.lower == "one" and any(
                any(_reasons(reading, s))
                for s in neighbours(reading, sentence, self.within)
                if s.span < sentence.span
            ):
                continue
            near = _is_near(head)
            passing = _is_passing(head) and not near
            if passing and not self.passers_by:
                continue
            seen.append(span)
            yield self.problem(
                span,
                " ".join(span.cut(reading.text).split()),
                at_most=Severity.SUGGESTION if passing or near else None,
            )

        for sentence, span in withheld_terms(reading):
            if any(sentence.span.covers(other) for other in seen):
                continue
            if any(_reasons(reading, sentence)) or self._reason_follows(reading, sentence):
                continue
            if any(says_why(w) for w in reading.parses[sentence.block].within(sentence.span)):
                continue
            yield self.problem(span, " ".join(span.cut(reading.text).split()), message=_TERMS)

    def _has_reason(self, reading: Reading, attribution: Attribution) -> bool:
        """Return whether the sentence says why, or the next one that goes on about the source."""
        if attribution.source.reason is not None:
            return True
        sentence = reading.sentence_at(source_place(attribution).start)
        if sentence is None:
            return False
        if any(
            not reading.quotations.touches(span)
            and not any(c.overlaps(span) for c in attribution.content)
            for span in _reasons(reading, sentence)
        ):
            return True
        return self._reason_follows(reading, sentence)

    def _reason_follows(self, reading: Reading, sentence: Sentence) -> bool:
        """Return whether a sentence soon after, that goes on about the source, says why.

        "The owner of one of them" is somebody else, if no owner spoke before.
        """
        told = sentence.span.cut(reading.text).casefold()
        for s in neighbours(reading, sentence, self.within):
            if s.block != sentence.block or s.span.start < sentence.span.end:
                continue
            goes_on = _GOES_ON.match(reading.text, s.span.start, s.span.end)
            new = _THE.match(reading.text, s.span.start, s.span.end)
            other = new is not None and new[1].casefold() not in told
            if goes_on and not other and any(_reasons(reading, s)):
                return True
        return False


def _is_new(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the source is brought in here, by words of its own, and speaks as a fact.

    "The officer" was brought in before; "Petra Lund, 30, a member of the board" has a name;
    "diplomat praises" is a headline, where names wait for the story; "when a leader says" is
    of any leader; who has not said anything is no source.
    """
    words, head = source_words(reading, attribution), source_head(reading, attribution)
    if head is None or not words or words[0].lower in {"the", "this", "that", "these", "those"}:
        return False
    if head.dep == "appos" and head.head.tag.startswith("NNP"):
        return False
    bare = head.tag == "NN" and not any(c.dep in {"det", "nummod", "poss"} for c in head.children)
    if bare and head.lemma != "source" and words[0].lower != "one":
        return False
    sentence = reading.sentence_at(head.start)
    verbs = [
        w
        for cue in attribution.cue
        for w in reading.parses[attribution.block].within(cue)
        if w.tag.startswith("VB")
    ]
    if sentence is None or not all(sentence.span.covers(cue) for cue in attribution.cue):
        return False
    if verbs and all(w.tag == "VB" or w.lemma == "read" for w in verbs):
        return False  # asked to read it aloud
    return not any(
        is_negated(w) or any(c.lower in {"when", "whenever"} and c.i < w.i for c in w.children)
        for w in verbs
    )


def _is_a_source(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the words are "sources": what they expect or fear is what they said."""
    head = source_head(reading, attribution)
    return head is not None and head.lemma == "source" and attribution.cue_class is CueClass.BELIEF


def _speaking() -> frozenset[str]:
    return vocabularies(("anonymity", "judging"), ("anonymity", "heard"))


def _is_excused(head: Token) -> bool:
    """Return whether a clause says what the source risks, or a court or the like heard it."""
    verb = head.head if head.dep == "nsubj" else None
    return says_why(head) or (verb is not None and is_heard(verb))


def _is_named_in(reading: Reading, head: Token) -> bool:
    """Return whether names follow the role: two geologists, Ana Ruiz and Hal Moss, wrote."""
    if any(c.dep == "appos" and c.i > head.i and c.tag == "NNP" for c in head.children):
        return True
    sentence = reading.sentence_at(head.start)
    verb = head.head if head.dep == "nsubj" else None
    if sentence is None or verb is None or verb.i < head.i:
        return False
    if _NAMED.search(reading.text, head.end, verb.start):
        return True
    between = reading.parses[sentence.block].within(Span(head.end, verb.start))
    return any(
        name.entity == "PERSON" and (before.text == "," or before.lower in _NAMING)
        for before, name in pairwise(between)
    )


def _figures(reading: Reading) -> Iterator[Token]:
    """Yield people of no name and no office who speak: a senior Treasury figure."""
    for voice in voices_in(reading):
        head = voice.head
        if head.lemma not in vocabulary("anonymity", "figures") or head.tag != "NN":
            continue
        introduced = any(c.lower in {"a", "an", "another", "one"} for c in head.children)
        named = any(w.entity == "PERSON" for w in head.subtree) or head.child("appos") is not None
        if introduced and not named and is_own_voice(reading, head.span):
            yield head


def _reasons(reading: Reading, sentence: Sentence) -> Iterator[Span]:
    return find_phrases(reading.text, sentence.span, phrase_pattern("anonymity", "reason"))


def _apart(reading: Reading, group: list[Attribution]) -> list[list[Attribution]]:
    """Split a voice where somebody new comes in: "a nurse said", then "another nurse said"."""
    parts: list[list[Attribution]] = []
    words: set[str] = set()
    for attribution in group:
        said = " ".join(w.lower for w in source_words(reading, attribution))
        if not parts or (_INTRODUCES.match(said) and said not in words):
            parts.append([])
        words.add(said)
        parts[-1].append(attribution)
    return parts


def _is_a_spring(head: Token) -> bool:
    """Return whether this is where a thing comes from: sources of income."""
    return head.lemma == "source" and any(
        c.dep == "prep" and c.lower == "of" for c in head.children
    )


_WORKING = frozenset({"drive", "employ", "manage", "own", "run", "serve", "train", "work"})


def _is_passing(head: Token) -> bool:
    """Return whether this is somebody met by chance, who speaks for nobody: a driver.

    "A driver for the company" is no passer-by, nor "a man with knowledge of the deal", nor
    "a man who works there".
    """
    if head.lemma not in vocabulary("anonymity", "passers_by"):
        return False
    if any(c.dep == "prep" and c.lower in _EMPLOYED and c.i > head.i for c in head.children):
        return False
    if any(c.dep in {"acl", "relcl"} and c.lemma in _WORKING for c in head.children):
        return False
    knowing = head.lemma in {"man", "woman"}
    within = next((c for c in head.children if c.dep == "prep" and c.lower == "in"), None)
    place = within.child("pobj") if within is not None else None
    return not (knowing and place is not None and place.entity not in _PLACES)


def _is_own_people(head: Token) -> bool:
    """Return whether a blog tells so of its own people: one of our colleagues, an engineer.

    Somebody who is only called a source, or an official, is another matter.
    """
    return head.lemma not in vocabulary("anonymity", "bare_heads") | {"official", "person"}


def _is_near(head: Token) -> bool:
    """Return whether this is a friend or a relative: what they remember harms nobody."""
    return head.lemma in vocabulary("anonymity", "near_ones")


def _is_withheld(group: list[Attribution]) -> bool:
    """Return whether the story says that the name is withheld."""
    return any(a.source.terms is not None for a in group)
