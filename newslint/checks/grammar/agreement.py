"""grammar.agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.chain_subject import far_by_chain
from newslint.checks._wording.distant_subject import far_from_verb, of_whose
from newslint.checks._wording.following_subject import (
    after_inverted,
    after_there,
    after_what,
    in_question,
    under_which,
)
from newslint.checks._wording.grammatical_number import is_singular
from newslint.checks._wording.joined_subject import (
    of_a_person,
    of_three,
    of_two,
    one_of_those,
    part_of_several,
)
from newslint.checks._wording.number_of_verb import (
    PLURAL_VERB,
    SINGULAR_VERB,
    SUBJECTS,
    UNCHANGED,
    is_unreal,
    number_of_verb,
)
from newslint.checks._wording.subject_of_verb import is_plain
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_HELPERS = frozenset({"aux", "auxpass"})
_OWN = frozenset({"the", "his", "her", "its", "their"})
_FINDERS = (
    far_from_verb,
    of_whose,
    after_there,
    after_inverted,
    in_question,
    of_two,
    of_three,
    part_of_several,
    one_of_those,
    of_a_person,
    after_what,
    under_which,
)
_ONE_OF = 6  # words before a noun in which "one of the" may stand


class Agreement(Rule):
    """Let the verb agree with its subject, however far away that is.

    In "the price of the boats have risen" the plural that stands last pulls the verb along.
    The reader stumbles, and wonders what else was not read twice. Only subjects of which the
    number is certain are looked at: not teams, parties and firms, which take either verb, nor
    sums, names that end in -s, or two nouns joined by "and".
    """

    id: str = "grammar.agreement"
    message: str = "“%s” does not agree with its subject, “%s”: make one of them fit."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "names", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-s",)
    examples: ClassVar = (
        Example("The price of the boats [[have]] risen since the spring."),
        Example("The bridge between the two villages [[were]] closed on Monday."),
        Example("The report, which was published in May, [[ask]] the council for a new road."),
        Example("Each of the boats [[carry]] a crew of four."),
        Example("The mill, where 40 people [[works]], will close in May."),
        Example("The mill, one of the oldest on the river, [[have]] been shut since May."),
        Example("There [[is]] no plans to shut the mill. Two of the men who [[was]] hurt left."),
        Example("One of the drivers [[were]] taken to the clinic."),
        Example(
            "Neither the pilot nor the captain [[were]] hurt. Some of the money [[were]] lost."
        ),
        Example(
            "The price of boats that were sold [[have]] risen. "
            "The captain and her son [[was]] hurt."
        ),
        Example("Swimmers [[was]] warned to keep away. Drivers was shown in May."),
        Example("If the number of boats [[grow]], the pier will not do."),
        Example("One of the drivers who were hurt left. There is no meat and potatoes."),
        Example("The captain, along with two of the sailors, [[were]] hurt on Monday."),
        Example("The price of the boats has risen since the spring."),
        Example("The club have won, and a number of boats were lost."),
        Example(
            "The mayor demanded that the council pay at once. If the pier were shut, so be it."
        ),
        Example("Five years is a long time, and bread and butter is cheap."),
        Example("The instincts were hers, and the fault was theirs. Many is the time he ran past."),
        Example("The boats the mayor wants are red. The men the court frees are few."),
        Example("An increase in past years was hers. What the boats need is a quay."),
        Example('"The price of the boats have risen," the sailor said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each finite verb that does not go with its subject."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            told: set[int] = set()
            for verb in tokens:
                found = _disagreement(tokens, verb)
                if found is None:
                    continue
                subject, finite = found
                if finite.i in told:
                    continue
                told.add(finite.i)
                latin = subject.lower in vocabulary("agreement", "latin-plurals")
                start, end = sorted((subject.span, finite.span))
                place = Span(start.start, end.end) if latin else finite.span
                if is_writers_own(reading, finite.span) and is_writers_own(reading, subject.span):
                    between = tokens[min(subject.i, finite.i) : max(subject.i, finite.i)]
                    joined = subject.tag in ("NN", "NNP") and any(t.lower == "and" for t in between)
                    least = Severity.SUGGESTION if joined else None  # "and" may join subjects
                    yield self.problem(place, finite.text, subject.text, at_most=least)


def _disagreement(tokens: tuple[Token, ...], verb: Token) -> tuple[Token, Token] | None:
    """Return the subject and the finite part of a clause that do not agree."""
    if verb.pos not in ("VERB", "AUX"):
        return None
    helpers = sorted((c for c in verb.children if c.dep in _HELPERS), key=_index)
    finite = helpers[0] if helpers else verb
    if not finite.text.isalpha() or finite.lemma == "mean":
        return None
    if finite.lower in SINGULAR_VERB and tokens[finite.i - 1].lower in ("they", "we") and finite.i:
        return tokens[finite.i - 1], finite
    for find in _FINDERS:
        pair = find(tokens, verb, finite)
        if pair is not None:
            return pair
    return _near(tokens, verb, finite) or far_by_chain(tokens, finite)


def _near(tokens: tuple[Token, ...], verb: Token, finite: Token) -> tuple[Token, Token] | None:
    """Return subject and verb that do not agree, where little stands between them."""
    subjects = [c for c in verb.children if c.dep in SUBJECTS]
    subject = subjects[0] if len(subjects) == 1 else _what_there_is(verb, finite)
    if subject is not None and subject.tag in ("WP", "WDT"):
        subject = _antecedent(tokens, subject, verb)
    there = any(c.dep == "expl" for c in verb.children) or _is_here(tokens, finite)
    if subject is None or (subject.i > finite.i) != there:
        return None
    if _is_neither_of_two(subject) and finite.lower in PLURAL_VERB:
        return subject, finite
    if _are_two_people(tokens, subject, finite) and finite.lower in SINGULAR_VERB:
        return subject, finite
    number = number_of_verb(tokens, finite, verb)
    singular = False if _is_none_of_them(verb, subject) else is_singular(tokens, subject)
    if number is None or singular is None or number == singular:
        return None
    if singular and (finite.lower in UNCHANGED or is_unreal(verb, finite)):
        return None
    plain = subject.i > finite.i or is_plain(tokens, subject, finite, verb)
    return (subject, finite) if plain else None


def _index(token: Token) -> int:
    return token.i


def _what_there_is(verb: Token, finite: Token) -> Token | None:
    """Return the plural noun that follows "there was", or the single one of "there were"."""
    noun = verb.child("attr")
    there = verb.child("expl")
    if there is None or there.lower != "there" or noun is None:
        return None
    if finite.lower in ("is", "was") or (finite.lower == "has" and verb.lower == "been"):
        return noun if noun.tag == "NNS" else None
    first = next((c for c in noun.children if c.i < noun.i), None)
    plain = noun.tag == "NN" and first is not None and first.lower in ("a", "an")
    counted = any(t.tag == "CD" or t.lower in ("few", "many", "of") for t in noun.subtree)
    several = finite.lower in ("are", "were") or (finite.lower == "have" and verb.lower == "been")
    one = several and plain and not counted
    return noun if one and not any(t.lower in ("and", "or") for t in noun.subtree) else None


def _is_none_of_them(verb: Token, noun: Token) -> bool:
    """Return whether a noun is the plural of "there is no plans"."""
    there = verb.child("expl")
    before = [c for c in noun.children if c.i < noun.i]
    no = bool(before) and before[0].lower == "no" and all(c.tag == "JJ" for c in before[1:])
    known = noun.lower in vocabulary("agreement", "plural-form") or noun.lower == noun.lemma
    joined = any(t.lower in ("and", "or", "nor") for t in noun.subtree)
    return there is not None and noun.tag == "NNS" and no and not known and not joined


def _antecedent(tokens: tuple[Token, ...], relative: Token, verb: Token) -> Token | None:
    """Return the noun that a relative clause belongs to, if it stands right before it."""
    noun = verb.head
    comma = tokens[relative.i - 1].text == ","
    if verb.dep != "relcl" or noun.i != relative.i - 1 - comma or noun.dep == "conj":
        return None
    if noun.tag != "NNS" and noun.lemma in vocabulary("agreement", "either"):
        return None  # "the number who want to": many
    if noun.dep == "pobj" and (comma or not _is_one_of_many(noun)):
        return None
    if comma and noun.dep not in ("nsubj", "nsubjpass", "appos", "attr", "ROOT"):
        return None
    if comma and relative.lower == "which":
        return None  # it may stand for the whole clause
    above = {t.lower for t in tokens[max(0, noun.i - _ONE_OF) : noun.i]}
    return None if {"one", "only"} & above else noun


def _is_neither_of_two(subject: Token) -> bool:
    """Return whether a subject is "neither the mayor nor her deputy", each of them one."""
    other = subject.child("conj")
    neither = any(c.lower == "neither" and c.i < subject.i for c in subject.children)
    nor = [c for c in subject.children if c.dep == "cc"]
    if other is None or not neither or [c.lower for c in nor] != ["nor"]:
        return False
    one = all(
        noun.tag == "NN" and noun.lemma not in vocabulary("agreement", "either")
        for noun in (subject, other)
    )
    return one and subject.dep in SUBJECTS and other.child("conj") is None


def _is_here(tokens: tuple[Token, ...], finite: Token) -> bool:
    """Return whether a sentence begins with "here is" or "where is"."""
    here = tokens[finite.i - 1] if finite.i else None
    first = here is not None and (here.i == 0 or tokens[here.i - 1].sentence != here.sentence)
    return first and here is not None and here.lower in ("here", "where")


def _are_two_people(tokens: tuple[Token, ...], subject: Token, finite: Token) -> bool:
    """Return whether a subject is "the mayor and her husband": two, each with its own article."""
    other = subject.child("conj")
    own = [t for t in subject.subtree if t.i <= finite.i]
    if other is None or other.child("conj") or not own:
        return False
    if own[0].i and own[0].sentence == tokens[own[0].i - 1].sentence:
        return False
    joined = [c.lower for c in subject.children if c.dep == "cc"] == ["and"]
    articled = all(
        noun.tag == "NN"
        and any(c.dep in ("det", "poss") and c.lower in _OWN for c in noun.children)
        for noun in (subject, other)
    )
    plain = all(t.tag in ("DT", "PRP$", "NN", "JJ", "CC") for t in own)
    return joined and articled and plain and other.i == finite.i - 1


def _is_one_of_many(noun: Token) -> bool:
    """Return whether a plural stands after "two of" or "members of": who follows is many."""
    of, many = noun.head, noun.head.head
    counted = many.tag == "CD" and many.lower not in ("one", "1")
    return of.lower == "of" and noun.tag == "NNS" and counted
