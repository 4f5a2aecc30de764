"""grammar.comma-splice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "this", "these", "there"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_CLAUSE = frozenset({"ccomp", "advcl", "parataxis"})
_TIES = frozenset({"so", "such", "just", "only", "merely", "simply", ";", ":", "—", "–", "--"})


_OPENING = 5  # words in which a clause shows that it depends on another


class CommaSplice(Rule):
    """Do not join two full sentences with a comma.

    A comma alone is too weak to hold two main clauses together; the reader takes the second
    for an afterthought of the first and has to go back. Use a full stop, a semicolon or
    "and". Only a second clause that begins with a pronoun is looked at, and both clauses must
    have `minimum_words` words: short ones ("He came, he saw") are joined so on purpose.
    """

    id: str = "grammar.comma-splice"
    message: str = "The comma before “%s” joins two sentences: use a full stop or “and”."
    severity: Severity = Severity.WARNING
    minimum_words: int = 5

    needs: ClassVar = frozenset({"parse", "quotations"})
    standards: ClassVar = (standards.GUARDIAN_C,)
    genres_off: ClassVar = frozenset({"fiction"})
    examples: ClassVar = (
        Example(
            "The mill closed in [[May, it had]] stood by the river for more than a hundred years."
        ),
        Example("The ferry leaves the island at [[nine, they have]] kept a cabin for the crew."),
        Example("The old mill closed in May, but it had not run at full speed for many years."),
        Example("When the rain stopped after six days, they went home to look at the damage."),
        Example("The mill by the river closed in May, he told the owners of the shop."),
        Example("He came, he saw, he conquered."),
        Example('"The mill closed in May, it had stood there for a hundred years," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such comma, with the word before it and the verb's start."""
        for parse in reading.parses:
            for root in parse:
                if root.head is not root:
                    continue
                found = self._splice(parse.tokens, root)
                if found is None:
                    continue
                before, pronoun, auxiliary = found
                place = Span(before.start, auxiliary.end)
                if is_writers_own(reading, place):
                    words = Span(pronoun.start, auxiliary.end).cut(reading.text)
                    yield self.problem(place, " ".join(words.split()))

    def _splice(self, tokens: tuple[Token, ...], root: Token) -> tuple[Token, Token, Token] | None:
        """Return the word before the comma, the pronoun, and the first verb after it."""
        subject = root.child(*_SUBJECTS)
        if subject is None or subject.lower not in _PRONOUNS or subject.i < 2:
            return None
        comma, before = tokens[subject.i - 1], tokens[subject.i - 2]
        if comma.text != "," or comma.sentence != root.sentence:
            return None
        asides = vocabulary("clauses", "asides")
        if root.lemma in asides or not _is_finite(root):
            return None
        first = next((c for c in root.children if c.dep in _CLAUSE and c.i < comma.i), None)
        if first is None or first.lemma in asides or not _stands_alone(first):
            return None
        sentence = [t for t in tokens if t.sentence == root.sentence]
        one = [t for t in sentence if t.i < comma.i]
        two = [t for t in sentence if t.i > comma.i]
        if min(sum(t.text[0].isalnum() for t in clause) for clause in (one, two)) < (
            self.minimum_words
        ):
            return None
        if sentence[-1].text in ("?", "!") or _is_tied(one) or _is_set_off(one):
            return None
        # "For instance, if the help desk is quick, it is easy": the parser may miss the "if".
        opening = {t.lower for t in one[:_OPENING]}
        if opening & (vocabulary("clauses", "subordinators") | {"event", "case"}):
            return None
        if _goes_on(root, comma.i):
            return None
        auxiliary = min(
            (c for c in root.children if c.dep in ("aux", "auxpass")), key=_index, default=root
        )
        return before, subject, auxiliary


def _index(token: Token) -> int:
    return token.i


def _is_finite(verb: Token) -> bool:
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    # The tagger takes "look" after a plural subject for an infinitive now and then.
    bare = verb.tag == "VB" and not helpers
    return bare or verb.tag in _FINITE or any(c.tag in _FINITE for c in helpers)


def _stands_alone(verb: Token) -> bool:
    """Return whether the clause has its own subject and nothing that subordinates it."""
    subject = verb.child(*_SUBJECTS)
    if subject is None or not _is_finite(verb) or subject.tag in ("WP", "WDT"):
        return False
    dependent = vocabulary("clauses", "subordinators")
    opening = [c for c in verb.children if c.i < verb.i]
    if any(c.dep == "mark" or c.lower in dependent for c in opening):
        return False
    # "Were the mill to close" and "Had it rained": inverted, hence a condition.
    return not any(c.dep in ("aux", "auxpass") and c.i < subject.i for c in opening)


def _is_tied(clause: list[Token]) -> bool:
    """Return whether the first clause asks for the second, or more than a comma parts them.

    "The more it rains", "it is so cold", "they do not only sing", "the road floods;".
    """
    if any(t.lower in _TIES for t in clause):
        return True
    return any(t.lower == "the" and n.tag in ("RBR", "JJR") for t, n in pairwise(clause))


def _is_set_off(clause: list[Token]) -> bool:
    """Return whether the comma only sets off an adverb: "Now, they are"."""
    return clause[-1].pos in ("ADV", "CCONJ", "SCONJ") and clause[-2].text != ","


def _goes_on(root: Token, comma: int) -> bool:
    """Return whether a third clause follows: "they came, they saw, and they left"."""
    return any(c.dep == "conj" and c.i > comma and c.child(*_SUBJECTS) for c in root.children)
