"""grammar.missing-helper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

_HAVE = frozenset({"has", "have", "had", "having", "'s", "’s", "'d", "’d", "'ve", "’ve", "s", "d"})
#: What "been" follows when a helper is lost: a subject, an adverb, or "may".
_BEFORE = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "MD", "WDT", "WP", "RB"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "VBN", "JJ", "VBG", "IN"})
_OF_BEEN, _OF_ING = "“has”, “have” or “had”", "“is”, “are”, “was” or “were”"
#: Of whom somebody has done so is said, or "been" is missing: "has accused of theft".
_CHARGED = frozenset({"accused", "convicted", "acquitted", "suspected", "deprived"})
#: Of these "by" tells no doer: "has stood by its friends", "has risen by half".
_STAYING = frozenset(
    {"abided", "begun", "come", "done", "fallen", "gone", "grown", "improved", "increased",
     "passed", "risen", "started", "stood", "stopped", "won"}
)  # fmt: skip
_OF_CHARGED = "“been”"
_OF_NOT = "“did”, “does” or “do”"
_SAID = frozenset({"said", "says", "that", "added"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i"})
_CONJUNCTIONS = frozenset({"while", "when", "because", "although", "if", "where", "that"})
_SAID_HE = 2  # the words of "said he"
_ABSOLUTE = frozenset({"being", "having"})


class MissingHelper(Rule):
    """Write "has been", "have been" or "had been", and "was planning".

    "The crew been told" and "said they planning" lost a helping verb, most often when a
    sentence was shortened. The reader cannot tell whether it happened once or goes on.
    """

    id: str = "grammar.missing-helper"
    message: str = "“%s” has no %s before it."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = ("https://www.gov.uk/guidance/style-guide/a-to-z",)
    examples: ClassVar = (
        Example("The crews [[been]] called to the mill three times this year."),
        Example("The owners may [[been]] aware of the leak."),
        Example("The firm said it [[planning]] to shut the mill."),
        Example("A former guard has [[accused]] of taking bribes."),
        Example("The plan has [[criticised]] by residents. It has stood by its friends."),
        Example("Those the court has accused of theft left. She has accused him of theft."),
        Example("They said they resented it leaking. That it being late was said. He said it was."),
        Example("The crews have often been called, and been sent away again."),
        Example("Had the mill been sold, they'd been asked. She's been there."),
        Example("A Nobel has-been came. Been there, done that, the shirt said."),
        Example('"The crews been called," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such word."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for been in tokens:
                if been.text == "been" and _lacks_helper(tokens, been):
                    helper = _OF_BEEN
                elif (been.text in _CHARGED and _lacks_been(tokens, been)) or (
                    been.tag == "VBN" and _lacks_been_by(tokens, been)
                ):
                    helper = _OF_CHARGED
                elif been.text == "not" and _lacks_do(tokens, been):
                    helper = _OF_NOT
                elif been.tag == "VBG" and _lacks_be(tokens, been):
                    helper = _OF_ING
                else:
                    continue
                if is_writers_own(reading, been.span):
                    yield self.problem(been.span, been.text, helper)


def _lacks_helper(tokens: tuple[Token, ...], been: Token) -> bool:
    before = [t for t in tokens[: been.i] if t.sentence == been.sentence]
    after = tokens[been.i + 1] if been.i + 1 < len(tokens) else None
    if not before or after is None or before[-1].tag not in _BEFORE:
        return False
    return after.tag in _FINITE and not any(t.lower in _HAVE for t in before)


def _lacks_been(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Return whether "has accused of" says of nobody whom: it lacks "been"."""
    have = tokens[verb.i - 1] if verb.i else None
    of = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else None
    if have is None or of is None or have.lower not in ("has", "have") or of.lower != "of":
        return False
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.i > have.i or verb.dep not in ("ROOT", "conj"):
        return False
    before = [t for t in tokens[: verb.i] if t.sentence == verb.sentence]
    first = next(t.i for t in subject.subtree)
    ahead = tokens[first - 1] if before and first > before[0].i else None
    if any(t.lower == "those" for t in subject.subtree):
        return False
    if ahead is not None and ahead.pos not in ("PUNCT", "CCONJ", "SCONJ"):
        return False  # "those the court has accused of theft"
    return not any(t.tag in ("WDT", "WP") or t.dep == "relcl" for t in before)


def _lacks_been_by(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Return whether "has criticised by residents" tells by whom, and of nobody whom."""
    have = tokens[verb.i - 1] if verb.i else None
    by = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else None
    if have is None or by is None or by.dep != "agent" or have.lower not in ("has", "have"):
        return False
    doer = by.child("pobj")
    plain = have.dep == "aux" and verb.child("auxpass", "dobj") is None
    acted = doer is not None and doer.tag in ("NN", "NNS", "NNP", "NNPS") and not doer.entity
    return plain and acted and verb.lower not in _STAYING


def _lacks_be(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Return whether a verb in -ing follows "said it" with nothing between."""
    if verb.i < 2 or verb.lower in _ABSOLUTE or verb.sentence != tokens[verb.i - 2].sentence:
        return False
    subject, said = tokens[verb.i - 1], tokens[verb.i - 2]
    if subject.lower in _SUBJECTS - {"it", "i"} and said.lower in _CONJUNCTIONS:
        return verb.text.endswith("ing")
    return subject.lower in _SUBJECTS and said.lower in _SAID and verb.text.endswith("ing")


def _lacks_do(tokens: tuple[Token, ...], no: Token) -> bool:
    """Return whether a plain verb follows "said he not": "said he not know the man"."""
    verb = tokens[no.i + 1] if no.i + 1 < len(tokens) else None
    if (
        no.i < _SAID_HE
        or verb is None
        or verb.tag not in ("VB", "VBP")
        or verb.lemma in ("be", "have")
    ):
        return False
    subject, said = tokens[no.i - 1], tokens[no.i - 2]
    return subject.lower in _SUBJECTS and said.lower in ("said", "says")
