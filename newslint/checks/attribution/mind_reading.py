"""Beliefs and wishes reported as if the newsroom had seen into somebody's head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.kinds import nouns_for
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._sourcing.sources import noun_phrase, source_words
from newslint.checks._support import (
    goes_on,
    has_identified_report,
    has_link,
    is_negated,
    is_own_voice,
    is_report,
    prose_marked,
    verb_group,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_NAMED = frozenset({"GPE", "ORG", "PERSON"})
_STRONG = frozenset({"desperate", "hellbent", "terrified"})  # nobody says so of himself
_SPOKEN_FOR = frozenset({"campaign", "camp", "team"})  # they talk to reporters all day
_MILD = frozenset({"believe", "hope", "think", "want", "wish", "intend"})
_ASKING = frozenset({"if", "whether", "what", "why", "how"})
_CLOSE = 5  # words between verb and "as" that still read as one phrase


class MindReading(Rule):
    """Report what they said or did, not what they see, want or fear.

    Nobody can observe what a country or a company believes. Readers can only weigh it if
    they know who says so. Somebody who speaks elsewhere in the story is left alone, for
    they may have said so to the reporter.
    """

    id: str = "attribution.mind-reading"
    message: str = "How is it known what is in the mind of %s? Say who says so, or what was done."
    severity: Severity = Severity.SUGGESTION

    examples: ClassVar[tuple[Example, ...]] = (
        Example("Norway also [[sees the strait as]] a gateway to the north."),
        Example("France [[views]] the new pipeline under the eastern marshes as a threat."),
        Example("Norway [[fears]] that the strait will silt up."),
        Example("The firm [[is desperate]] to avoid a trial."),
        Example("Norway sees the strait as a gateway, said Prime Minister Ida Berg."),
        Example('"Norway sees the strait as a gateway," Ida Berg said.'),
        Example("Visitors can see the strait as it narrows."),
        Example("Ida Berg hopes to open the strait, and her advisers think that she will."),
        Example("Police believe that the ferry was set on fire."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.AP, standards.IPSO)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction", "analysis", "review"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield verbs of belief or desire that the newsroom predicates of somebody named."""
        if speaks_in_first_person(reading):
            return
        speakers = _speaking_names(reading)
        for verb, _ in prose_marked(reading, _of_mind):
            subject, eager = verb.child("nsubj"), _eager(verb)
            if subject is None or not is_own_voice(reading, verb.span):
                continue
            proper = eager is not None and subject.tag.startswith("NNP")
            if not (proper or _is_named(subject) or _is_body(subject)):
                continue
            if eager is None and _is_told_daily(verb, subject):
                continue
            if subject.lower in speakers and (eager is None or eager.lower not in _STRONG):
                continue
            sentence = reading.sentence_at(verb.start)
            if sentence is None or has_identified_report(reading, sentence.span):
                continue
            if has_link(reading, sentence.span):
                continue
            span = _phrase(verb) if eager is None else Span(verb_group(verb).start, eager.end)
            yield self.problem(
                span,
                " ".join(noun_phrase(subject).cut(reading.text).split()),
                at_most=_severity(reading, verb, subject, sentence),
            )


def _of_mind(verb: Token) -> bool | None:
    """Return True for a verb of belief or desire that is said of somebody."""
    if verb.child("nsubj") is None:
        return None
    return True if _is_mental(verb) or _eager(verb) is not None else None


def _is_told_daily(verb: Token, subject: Token) -> bool:
    """Return whether this is what people say of themselves all day: the candidate hopes to win.

    So it is of a person, a team or advisers who hope, think or want; not of a country, and not
    of a fear.
    """
    if subject.lower in _SPOKEN_FOR or subject.tag == "NNS":
        return True
    if verb.lemma in {"regard", "consider"}:
        return True  # a position: it regards the strait as its own
    role = subject.lemma.lower() in nouns_for("roles")
    return verb.lemma in _MILD and (subject.entity == "PERSON" or role)


def _severity(reading: Reading, verb: Token, subject: Token, sentence: Sentence) -> Severity:
    if subject.entity == "PERSON" or goes_on(reading, sentence):
        return Severity.SUGGESTION
    if subject.entity != "GPE" and verb.lemma in _MILD:
        return Severity.SUGGESTION
    return Severity.WARNING


def _is_mental(verb: Token) -> bool:
    """Return whether the verb says what its subject believes or wants."""
    if any(c.lower in _ASKING for c in verb.children if c.i < verb.i):
        return False
    if verb.lemma in {"realise", "realize"} and verb.dep == "advcl":
        return False
    if not verb.tag.startswith("VB") or any(
        c.dep == "aux" and c.tag == "MD" for c in verb.children
    ):
        return False
    frames = {c.dep for c in verb.children if c.i > verb.i}
    lemma = verb.lemma.lower()
    return (
        (lemma in vocabulary("attribution", "mental", "as") and _as_word(verb) is not None)
        or (lemma in vocabulary("attribution", "mental", "that") and "ccomp" in frames)
        or (lemma in vocabulary("attribution", "mental", "to") and "xcomp" in frames)
        or (lemma in vocabulary("attribution", "mental", "object") and "dobj" in frames)
    )


def _eager(verb: Token) -> Token | None:
    """Return the adjective in "is desperate to", if the verb is such a "be"."""
    if verb.lemma not in {"be", "remain", "seem", "look"} or is_negated(verb):
        return None
    if any(c.tag == "MD" or c.dep == "auxpass" for c in verb.children):
        return None
    known = vocabulary("attribution", "mental", "eager")
    found = next((c for c in verb.children if c.dep == "acomp" and c.lower in known), None)
    if (
        found is None
        or found.i < verb.i
        or not any(
            c.i > found.i and (c.dep == "xcomp" or c.lower in {"for", "of", "on"})
            for c in (*found.children, *verb.children)
        )
    ):
        return None
    after = [w.lower for w in verb.subtree if w.i > found.i][:2]
    return None if after == ["to", "have"] else found  # it was determined to have sunk


def _is_body(subject: Token) -> bool:
    """Return whether the subject is a body or the holder of an office: the firm, the minister."""
    lemma = subject.lemma.lower()
    if lemma in vocabulary("attribution", "mental", "exempt_subjects"):
        return False
    definite = any(c.lower == "the" or c.dep == "poss" for c in subject.children)
    return (
        subject.tag in {"NN", "NNS"}
        and definite
        and (lemma in nouns_for("organisations") or lemma in nouns_for("roles"))
    )


def _is_named(subject: Token) -> bool:
    if subject.lemma.lower() in vocabulary("attribution", "mental", "exempt_subjects"):
        return False
    return subject.entity in _NAMED and subject.tag.startswith("NNP")


def _as_word(verb: Token) -> Token | None:
    """Return the "as" that hangs on the verb or on its object."""
    holders = [verb, *(c for c in verb.children if c.dep in {"dobj", "ccomp", "xcomp"})]
    return next(
        (
            c
            for holder in holders
            for c in holder.children
            if c.lower == "as" and c.i > verb.i + 1 and c.dep == "prep"
        ),
        None,
    )


def _phrase(verb: Token) -> Span:
    group = verb_group(verb)
    as_word = _as_word(verb)
    if as_word is not None and as_word.i - verb.i <= _CLOSE:
        return Span(group.start, as_word.end)
    return group


def _speaking_names(reading: Reading) -> frozenset[str]:
    """Return the nouns of every source that states something, lower-cased."""
    return frozenset(
        word.lower
        for attribution in reading.attributions
        if is_report(reading, attribution)
        for word in source_words(reading, attribution)
        if word.tag.startswith("NN")
    )
