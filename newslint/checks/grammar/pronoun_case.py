"""grammar.pronoun-case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.pronouns import (
    his_own,
    its,
    object_form,
    subject_form,
    which_for,
    who_for,
    whom_after,
)
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_FINITE = frozenset({"VBZ", "VBD", "MD"})
_HELPERS = frozenset({"is", "was", "are", "were", "has", "had", "will", "would", "can", "could"})
_THINKING = frozenset(
    {"allege", "believe", "claim", "expect", "fear", "feel", "hope", "insist", "know", "predict",
     "say", "suspect", "think"}
)  # fmt: skip
_OBJECTS = {"him": "He", "them": "They", "me": "I", "her": "She"}
_TO = frozenset({"to", "for", "with", "between", "from", "of", "by", "about", "against"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "ADP", "PUNCT", "PART"})
_BACK = 6  # words from a preposition to the "and I" that it governs


class PronounCase(Rule):
    """Write "who" and "he" for the one who acts, "whom" and "me" for the one acted upon.

    "The officer, whom was off duty" and "a letter to the mayor and I" try to be correct and
    are not. Readers who know the difference trust the rest of the story less.
    """

    id: str = "grammar.pronoun-case"
    message: str = "“%s” has the wrong case here: write “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-w",)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The officer, [[whom]] was off duty, saw a man [[whom]] police say is armed.",
            fixed="The officer, who was off duty, saw a man who police say is armed.",
        ),
        Example(
            "The letter went to the mayor and [[I]].",
            fixed="The letter went to the mayor and me.",
        ),
        Example("[[Him]] and his brother own the mill. He said that [[her]] and Lind would sell."),
        Example("The owner said [[him]] and his brother would sell the mill."),
        Example("It lies between [[he]] and the mayor, to [[who]] they sold the mill."),
        Example("The men hurt [[himself]] at the mill, and two of [[it]] four doors broke."),
        Example("It was a question of who won, and between it and the sea. He hurt himself."),
        Example("Two sailors, one of whom was off duty, saw the man whom police say they know."),
        Example("The letter went to the mayor, and I left. He and his brother own the mill."),
        Example('"Him and his brother own the mill," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such pronoun, with the other case as an unsafe fix."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for token in tokens:
                find = _BY_WORD.get(token.lower)
                right = find(tokens, token) if find is not None else None
                if right is not None and is_writers_own(reading, token.span):
                    place = Span(token.start, token.start + len(token.text.rstrip(".")))
                    fix = Fix((Edit(place, right),))
                    yield self.problem(place, place.cut(reading.text), right, fix=fix)


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _who(tokens: tuple[Token, ...], whom: Token) -> str | None:
    """Return "who" for the "whom" of "whom was" and "whom police say set"."""
    before, after = _at(tokens, whom.i - 1), _at(tokens, whom.i + 1)
    if whom.lower != "whom" or before is None or after is None or before.pos == "ADP":
        return None
    if after.lower in _HELPERS:
        inverted = _at(tokens, whom.i + 2)  # "whom can they trust"
        return None if inverted is not None and inverted.tag in ("PRP", "DT", "NNP") else "who"
    at = whom.i + 1
    while at < len(tokens) and tokens[at].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ"):
        at += 1
    says, then = _at(tokens, at), _at(tokens, at + 1)
    if says is None or then is None or at == whom.i + 1:
        return None
    acts = says.lemma in _THINKING and says.pos == "VERB" and then.tag in _FINITE | {"VBN"}
    return "who" if acts else None


def _he(tokens: tuple[Token, ...], him: Token) -> str | None:
    """Return the subject's form of the "him" of "him and his brother own", also after "that"."""
    and_, before = _at(tokens, him.i + 1), _at(tokens, him.i - 1)
    first = before is None or before.sentence != him.sentence
    first = first or (before is not None and before.lower == "that" and before.dep == "mark")
    said = before is not None and before.lemma in _THINKING and him.head.head is before
    first = first or (said and him.head.dep == "ccomp")  # "said him and his son had left"
    if him.lower not in _OBJECTS or not first or and_ is None or and_.lower != "and":
        return None
    finite = him.head.tag in ("VBP", "VBD", "VBZ", "VB") or any(
        c.tag in (*_FINITE, "VBP") for c in him.head.children
    )
    acts = him.tag == "PRP" and him.dep in ("nsubj", "nsubjpass") and finite
    if not acts:
        return None
    right = _OBJECTS[him.lower]
    return right if him.text[0].isupper() or right == "I" else right.lower()


def _me(tokens: tuple[Token, ...], i: Token) -> str | None:
    """Return "me" for the "I" of "to the mayor and I"."""
    and_, after = _at(tokens, i.i - 1), _at(tokens, i.i + 1)
    if i.text not in ("I", "I.") or and_ is None or and_.lower != "and":
        return None
    if (
        i.text == "I"
        and after is not None
        and after.text not in (".", ",", ";", "in", "on", "at", "to", "for")
    ):
        return None
    at = and_.i - 1
    while at >= 0 and and_.i - at <= _BACK and tokens[at].pos in _NOMINAL:
        if tokens[at].lower in _TO and tokens[at].pos == "ADP":
            return "me"
        if tokens[at].text == ",":
            return None
        at -= 1
    return None


_BY_WORD: dict[str, Callable[[tuple[Token, ...], Token], str | None]] = {
    "whom": _who,
    "who": lambda tokens, token: whom_after(tokens, token) or which_for(tokens, token),
    "which": who_for,
    "i": lambda tokens, token: _me(tokens, token) or object_form(tokens, token),
    "i.": _me,
    **dict.fromkeys(
        (*_OBJECTS, "us"), lambda tokens, token: _he(tokens, token) or subject_form(tokens, token)
    ),
    **dict.fromkeys(("he", "she", "they", "we"), object_form),
    "it": its,
    **dict.fromkeys(("himself", "herself", "itself", "themself"), his_own),
}
