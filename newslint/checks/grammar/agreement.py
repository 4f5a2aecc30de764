"""grammar.agreement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.grammatical_number import (
    FINITE_TAGS,
    INDEFINITE,
    PARTS,
    SINGLE,
    is_singular,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HELPERS = frozenset({"aux", "auxpass"})
_SINGULAR_VERB = frozenset({"is", "was", "has", "does"})
_PLURAL_VERB = frozenset({"are", "were", "have", "do"})
_UNREAL = frozenset({"if", "as", "though", "although", "unless", "wish", "whether", "lest"})
_OPEN = frozenset({"(", "[", "“", '"', "—", "–", "―", "--", ":", ";", "/", "…", "...", "'s", "’s"})
#: What may stand before the first word of a subject that is the whole subject: else a
#: preposition or verb may own the noun, as in "for many members has been" or "views them is".
_BEFORE = frozenset({"PUNCT", "CCONJ", "SPACE"})
_OPENERS = frozenset(
    {"that", "when", "where", "while", "because", "if", "although", "though", "since", "as",
     "after", "before", "until", "unless", "said", "says"}
)  # fmt: skip
#: Verbs whose past is their plain form: "it read", "the release put".
_UNCHANGED = frozenset(
    {"beat", "bet", "bid", "broadcast", "burst", "cast", "cost", "cut", "fit", "forecast", "hit",
     "hurt", "input", "let", "offset", "output", "put", "quit", "read", "reset", "rid", "set",
     "shed", "shut", "slit", "split", "spread", "thrust", "upset", "wed", "wet"}
)  # fmt: skip
#: Prepositions, adjectives and pasts that the tagger takes for verbs in the present tense.
_NO_VERBS = frozenset(
    {"bar", "barring", "bore", "born", "concerning", "due", "fell", "following", "found", "given",
     "including", "involving", "left", "like", "minus", "near", "opposite", "own", "past",
     "pending", "plus", "regarding", "round", "save", "saw", "thanks", "times", "total", "versus",
     "worth"}
)  # fmt: skip
_OWN = frozenset({"the", "his", "her", "its", "their"})
_QUESTION_WORDS = frozenset({"WP", "WRB", "WP$"})
_FAR = 12  # words between a subject and its verb, beyond which neither is sure
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
            "The price of boats that were sold [[have]] risen. The captain and her son [[was]] hurt."
        ),
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
            for verb in reading.parses[index]:
                found = _disagreement(reading.parses[index].tokens, verb)
                if found is None:
                    continue
                subject, finite = found
                if is_writers_own(reading, finite.span) and is_writers_own(reading, subject.span):
                    yield self.problem(finite.span, finite.text, subject.text)


def _disagreement(tokens: tuple[Token, ...], verb: Token) -> tuple[Token, Token] | None:
    """Return the subject and the finite part of a clause that do not agree."""
    if verb.pos not in ("VERB", "AUX"):
        return None
    helpers = sorted((c for c in verb.children if c.dep in _HELPERS), key=_index)
    finite = helpers[0] if helpers else verb
    if not finite.text.isalpha() or finite.lemma == "mean":
        return None
    subjects = [c for c in verb.children if c.dep in _SUBJECTS]
    subject = subjects[0] if len(subjects) == 1 else _what_there_is(verb, finite)
    if subject is not None and subject.tag in ("WP", "WDT"):
        subject = _antecedent(tokens, subject, verb)
    there = any(c.dep == "expl" for c in verb.children) or _is_here(tokens, finite)
    if subject is None or (subject.i > finite.i) != there:
        return None
    if _is_neither_of_two(subject) and finite.lower in _PLURAL_VERB:
        return subject, finite
    if _are_two_people(tokens, subject, finite) and finite.lower in _SINGULAR_VERB:
        return subject, finite
    number = _number(tokens, finite, verb)
    singular = False if _is_none_of_them(verb, subject) else is_singular(tokens, subject)
    if number is None or singular is None or number == singular:
        return None
    if singular and (finite.lower in _UNCHANGED or _is_unreal(verb, finite)):
        return None
    plain = subject.i > finite.i or _is_plain(tokens, subject, finite, verb)
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
    if noun.lemma in vocabulary("agreement", "either"):
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
    return one and subject.dep in _SUBJECTS and other.child("conj") is None


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


def _is_closed(between: tuple[Token, ...], subject: Token, finite: Token) -> bool:
    """Return whether the clause between subject and verb ends before the verb.

    It does at a comma; and in "the list of streets that were closed is", where it has a subject
    of its own that says so, and its verb is one that cannot own the next.
    """
    if between[-1].text == ",":
        return True
    if finite.lower not in _SINGULAR_VERB | _PLURAL_VERB:
        return False
    own = {t.i for t in subject.subtree}
    clauses = [t for t in between if t.dep == "relcl" and t.i in own]
    if len(clauses) != 1 or any(t.i not in own for t in between):
        return False
    relative = clauses[0].child(*_SUBJECTS)
    verbs = [t for t in between if t.tag in FINITE_TAGS]
    inside = {t.i for t in clauses[0].subtree}
    return (
        relative is not None
        and relative.tag in ("WDT", "WP")
        and all(t.i in inside for t in verbs)
        and not any(t.pos in ("SCONJ", "PUNCT") or t.dep in ("ccomp", "conj") for t in between)
    )


def _is_one_of_many(noun: Token) -> bool:
    """Return whether a plural stands after "two of" or "members of": who follows is many."""
    of, many = noun.head, noun.head.head
    counted = many.tag == "CD" and many.lower not in ("one", "1")
    return of.lower == "of" and noun.tag == "NNS" and counted


def _is_present(finite: Token) -> bool:
    """Return whether a word is surely a verb in the present tense, by its form."""
    if finite.lower in _UNCHANGED | _NO_VERBS or not finite.text.islower():
        return False
    if finite.lower.endswith(tuple(vocabulary("verbforms", "irregular-pasts"))):
        return False  # "oversaw", which the tagger may not know
    if finite.tag == "VBP":
        return finite.lower == finite.lemma and not finite.lower.endswith(("ed", "ing"))
    return finite.lower.endswith("s") and finite.lower != finite.lemma


def _number(tokens: tuple[Token, ...], finite: Token, verb: Token) -> bool | None:
    """Return whether a finite verb is singular; None if it may be either, or is not finite."""
    if finite.lower in _SINGULAR_VERB:
        return True
    if finite.lower in _PLURAL_VERB:
        return False
    if finite.tag in ("VBZ", "VBP") and not _is_present(finite):
        return None
    if finite.tag in ("VBZ", "VBP"):
        return finite.tag == "VBZ"
    # "The letter, which …, ask the board": the tagger takes the verb for an infinitive.
    subject = verb.child(*_SUBJECTS)
    aside = subject is not None and tokens[subject.i + 1].text == ","
    bare = finite is verb and finite.tag == "VB" and verb.dep == "ROOT" and aside
    return False if bare else None


def _is_plain(tokens: tuple[Token, ...], subject: Token, finite: Token, verb: Token) -> bool:
    """Return whether nothing around the two casts doubt on their belonging together."""
    between = tokens[subject.i + 1 : finite.i]
    words = {t.lower for t in between}
    after = tokens[finite.i + 1] if finite.i + 1 < len(tokens) else None
    if after is not None and after.text.startswith(("-", "‑")) and after.start == finite.end:
        return False  # "he flip-flopped"
    if verb.dep != "relcl" and not _begins(tokens, subject):
        return False
    if any(t.tag in FINITE_TAGS for t in between) and not _is_closed(between, subject, finite):
        return False  # the clause between has no end
    if "as" in words:
        return False
    if not between and finite.lower not in _SINGULAR_VERB | _PLURAL_VERB:
        # "These calls", "the agency identifies needs": what is taken for the verb is a noun.
        ahead = tokens[subject.i - 1] if subject.i else None
        if subject.tag == "DT" or (ahead is not None and ahead.pos in ("NOUN", "PROPN")):
            return False
    if _has_another_subject(between, finite):
        return False  # "the boats the mayor wants are red"
    asked = (t for t in _opening(tokens, subject) if t.tag in _QUESTION_WORDS)
    if len(between) > _FAR or any(t.head is not verb for t in asked):
        return False  # "what the boats need is": the subject is the clause
    commas = sum(t.text == "," for t in between)
    if words & _OPEN or (commas == 1 and verb.dep != "relcl"):
        return False
    if any(t.sentence != subject.sentence for t in (*between, finite)):
        return False
    if (
        subject.pos == "PRON"
        and any(t.pos != "ADV" for t in between)
        and (subject.lower not in SINGLE | INDEFINITE | PARTS)
    ):
        return False  # "we the people remains"
    if words & {"and", "or", "nor", "plus"} and "between" not in words:
        return False
    if _number(tokens, finite, verb) is False:
        # "the project lead": two nouns, of which the tagger takes one for a verb.
        sure = finite.lower in _PLURAL_VERB or subject.pos == "PRON" or bool(between)
        attribute = verb.child("attr")
        return sure and (attribute is None or attribute.tag != "NNS")
    # "Engaging communities is hard": what is singular is the engaging.
    opening = _opening(tokens, subject)
    doing = any(t.lower.endswith("ing") for t in opening)
    return not doing and not any(c.tag == "VBG" for c in subject.children)


def _has_another_subject(between: tuple[Token, ...], finite: Token) -> bool:
    """Return whether a noun between the two may be the verb's: no preposition or comma owns it."""
    for token in between:
        if token.pos in ("ADP", "PUNCT") or token.tag in ("WDT", "WP", "WRB"):
            return False
        named = token.tag == "NNP" and finite.tag == "VBP"  # "the magazine Tide describe"
        if token.pos in ("NOUN", "PROPN", "PRON") and not named:
            return True
    return False


def _opening(tokens: tuple[Token, ...], subject: Token) -> list[Token]:
    """Return what stands before a subject in its sentence."""
    return [t for t in tokens[: subject.i] if t.sentence == subject.sentence]


def _begins(tokens: tuple[Token, ...], subject: Token) -> bool:
    """Return whether nothing before a subject may be what it really belongs to."""
    own = [t for t in subject.subtree if t.i <= subject.i]
    first = own[0].i
    if first == 0 or tokens[first - 1].sentence != subject.sentence:
        return True
    before = tokens[first - 1]
    if subject.tag == "NNS" and (before.text == "," or before.pos == "CCONJ"):
        # "An increase in wages, prices and rents makes": the list may hang on the first noun.
        for token in reversed(tokens[: first - 1]):
            if token.sentence != subject.sentence or token.pos in ("VERB", "AUX"):
                break
            if token.pos == "ADP":
                return False
    return before.pos in _BEFORE or before.lower in _OPENERS


def _is_unreal(verb: Token, finite: Token) -> bool:
    """Return whether the clause is a wish or demand: "that he pay", "if it were"."""
    marks = {c.lower for c in verb.children if c.i < verb.i and c.dep not in _SUBJECTS}
    if "if" in marks and finite.lower not in ("are", "were", "have", "do"):
        return False  # "if the number grow": only "were" is a wish
    if marks & _UNREAL or ("that" in marks and finite.lower not in _PLURAL_VERB):
        return True
    above = verb.head
    wished = any(c.lower in ("would", "could", "should") for c in above.children)
    asked = above.lemma in vocabulary("agreement", "demanding") or above.pos in ("NOUN", "ADJ")
    return verb.dep in ("ccomp", "advcl", "xcomp", "acl") and (wished or asked)
