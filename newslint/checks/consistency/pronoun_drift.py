"""consistency.pronoun-drift."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Related, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

_LANDS = frozenset(
    {
        "country",
        "island",
        "islands",
        "kingdom",
        "nation",
        "province",
        "republic",
        "state",
        "town",
        "city",
    }
)
_ITS = frozenset({"its", "it", "itself"})


class PronounDrift(Rule):
    """Call a country "it" all the way through.

    "Norland raised her taxes and cut its spending" makes the reader look for a woman who is
    not there. Reported only where one sentence has both pronouns, names a country or a city,
    and the paragraph has not spoken of a person.
    """

    id: str = "consistency.pronoun-drift"
    message: str = "“%s” and “%s” seem to stand for the same country: use “its” for both."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"names", "quotations", "sentences"})
    standards: ClassVar = ("https://www.theguardian.com/guardian-observer-style-guide-c",)
    examples: ClassVar = (
        Example("France will mend [[her]] roads by raising its taxes."),
        Example("For Germany, it is a chance to extend [[her]] reach and its trade."),
        Example("France will mend its roads by raising its taxes."),
        Example("The mayor left Germany because it had refused her a visa."),
        Example("Ada Lind left for France. Its warmth suited her, and its wine."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the first "her" of each such sentence."""
        countries = _countries(reading)
        for block, parse in zip(reading.blocks, reading.parses, strict=True):
            if not block.is_body:
                continue
            sentences: dict[int, list[Token]] = {}
            for token in parse:
                sentences.setdefault(token.sentence, []).append(token)
            named = False  # whether the paragraph has spoken of a person so far
            before: list[Token] = []
            for tokens in sentences.values():
                # "She" at the head of a sentence may take up the country of the one before.
                opens = tokens[0].lower in ("she", "her")
                seen = [*before, *tokens] if opens else tokens
                problem = None if named else self._judge(reading, seen, countries)
                before = tokens
                if problem is not None:
                    yield problem
                named = named or any(map(_is_named_person, tokens))

    def _judge(self, reading: Reading, tokens: list[Token], countries: set[str]) -> Problem | None:
        her = next((t for t in tokens if _is_she(t)), None)
        its = next((t for t in tokens if t.lower in _ITS and not _is_expletive(t)), None)
        if her is None or its is None:
            return None
        if her.lower == "she" and (
            its.tag != "PRP$" or not _follows_country(tokens, her, countries)
        ):
            return None
        if not any(t.entity == "GPE" or t.text in countries for t in tokens):
            return None
        if any(map(_is_person, tokens)) or not is_writers_own(reading, her.span):
            return None
        return self.problem(
            her.span, her.text, its.text, related=(Related(its.span, f"“{its.text}” here"),)
        )


def _follows_country(tokens: list[Token], she: Token, countries: set[str]) -> bool:
    """Return whether a country is the subject before "she", and "she" opens the next sentence."""
    subjects = [t for t in tokens if t.dep in ("nsubj", "nsubjpass") and t.i < she.i]
    opens = not any(t.sentence == she.sentence and t.i < she.i for t in tokens)
    return (
        opens and bool(subjects) and (subjects[0].entity == "GPE" or subjects[0].text in countries)
    )


def _is_she(token: Token) -> bool:
    return token.lower == "she" or (token.lower == "her" and token.tag == "PRP$")


def _countries(reading: Reading) -> set[str]:
    """Return the names that the story calls a country, an island or the like."""
    found = set()
    for parse in reading.parses:
        for token in parse:
            if token.lower not in _LANDS:
                continue
            of = token.child("prep")
            names = [c for c in of.children if c.dep == "pobj"] if of is not None else []
            found |= {c.text for c in names if of is not None and of.lower == "of"}
            found |= {c.text for c in token.children if c.dep == "appos"}
    return {name for name in found if name[:1].isupper()}


def _is_expletive(token: Token) -> bool:
    return token.lower == "it" and (token.dep == "expl" or token.head.lemma in ("be", "seem"))


def _is_named_person(token: Token) -> bool:
    known = vocabularies(("people", "female"), ("people", "either"))
    return token.entity in ("PERSON", "NORP") or token.lower in known or token.lemma in known


def _is_person(token: Token) -> bool:
    if _is_named_person(token):
        return True
    if token.pos not in ("NOUN", "PROPN") or token.entity == "GPE":
        return False
    return token.lemma.endswith(tuple(vocabulary("people", "endings"))) and len(token.lemma) > 4
