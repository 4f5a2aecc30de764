"""consistency.name-variant."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from operator import attrgetter
from typing import ClassVar

from newslint.checks._phrases import PACKAGE
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Related, Severity
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span
from newslint.vocabulary import load

_LABELS = frozenset({"PERSON", "GPE", "LOC", "FAC", "ORG", "NORP"})
_LONGEST = 40  # letters of a word that are looked at
_MOST = 20  # words so alike that more of them are no slip
_SHORTEST = 6  # letters: shorter names are too often one letter apart (Mario, Maria)


@dataclass(frozen=True, slots=True)
class _Use:
    word: str
    span: Span
    sentence: int  # where it starts
    before: str  # the capitalised word before it in a person's name, or ""
    after: str  # the one after it


class NameVariant(Rule):
    """Spell a name the same way every time.

    Two spellings of one name look like two people or two places, and one of them is likely
    wrong. Reported where two words in names differ in one letter, or only as two
    transcriptions of a foreign name do (Chmelin, Khmelin). Endings (Norway, Norways), words
    that stand in one sentence, and people whose other names differ are left alone.
    """

    id: str = "consistency.name-variant"
    message: str = "“%s” here, “%s” elsewhere: use one spelling of the name."
    severity: Severity = Severity.SUGGESTION

    needs: ClassVar = frozenset({"names", "sentences", "quotations"})
    about_words: ClassVar = True
    examples: ClassVar = (
        Example(
            "The airfield at Khmelin, near Tartus in Syria, was shut in May.\n\nLorries still left"
            " Khmelin at dawn.\n\nThree guards were seen near [[Hmelin]], in Syria, at noon."
        ),
        Example(
            "Peter Johansen bought the mill in May. The town thanked Peter Johansen.\n\nIn June"
            " Peter [[Johanson]] sold it again."
        ),
        Example("Peter Johansen bought the mill. Anna Johanson lives in the next town."),
        Example("Norway signed. The Norwegians cheered. Germany and the Germans waited."),
        Example("Peter Johansen and Peter Johanson share the mill."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the rarer (else later) of two spellings of a name."""
        uses: dict[str, list[_Use]] = {}
        for use in _name_words(reading):
            uses.setdefault(use.word, []).append(use)
        for one, other in sorted(_candidates(uses)):
            if not (_same_name(one, other) and _may_be_one(uses[one], uses[other])):
                continue
            odd, usual = sorted((uses[one], uses[other]), key=lambda u: (len(u), -u[0].span.start))
            place, first = odd[0].span, usual[0].span
            yield self.problem(
                place,
                place.cut(reading.text),
                first.cut(reading.text),
                related=(Related(first, f"“{first.cut(reading.text)}” here"),),
            )


def _candidates(words: Iterable[str]) -> set[tuple[str, str]]:
    """Return the pairs of words that may be one name: alike but for a letter, or when folded.

    Words one letter apart give the same string when one letter is left out of either.
    """
    alike: dict[str, set[str]] = defaultdict(set)
    for word in words:
        plain = _plain(word)
        alike["=" + _folded(plain)].add(word)
        alike[plain].add(word)
        for at in range(1, min(len(plain), _LONGEST)):
            alike[plain[:at] + plain[at + 1 :]].add(word)
    groups = (sorted(group)[:_MOST] for group in alike.values() if len(group) > 1)
    return {pair for group in groups for pair in combinations(group, 2)}


def _name_words(reading: Reading) -> Iterator[_Use]:
    common = {t.text for parse in reading.parses for t in parse if t.text.islower()}
    for block, parse in zip(reading.blocks, reading.parses, strict=True):
        if not (block.is_body or block.key is None):
            continue
        for token in parse:
            if token.entity not in _LABELS or not token.text[0].isupper():
                continue
            if token.pos != "PROPN" or token.lower in common:
                continue
            if len(token.text) < _SHORTEST - 1 or not token.text.isalpha() or token.text.isupper():
                continue
            if not is_writers_own(reading, token.span):
                continue
            sentence = reading.sentence_at(token.start)
            person = token.entity == "PERSON"
            before = parse.tokens[token.i - 1].text if person and token.i else ""
            after = parse.tokens[token.i + 1].text if person and token.i + 1 < len(parse) else ""
            if sentence is not None:
                yield _Use(
                    token.text,
                    token.span,
                    sentence.span.start,
                    before if before[:1].isupper() else "",
                    after if after[:1].isupper() else "",
                )


def _may_be_one(one: list[_Use], other: list[_Use]) -> bool:
    """Return whether nothing shows that two words name two different things."""
    if min(len(one), len(other)) > 1:
        return False
    if {u.sentence for u in one} & {u.sentence for u in other}:
        return False
    for words in (attrgetter("before"), attrgetter("after")):
        mine, theirs = ({w for u in uses if (w := words(u))} for uses in (one, other))
        if mine and theirs and not mine & theirs:
            return False
    return True


def _same_name(one: str, other: str) -> bool:
    if one.lower() == other.lower():
        return False
    plain, second = _plain(one), _plain(other)
    if plain.startswith(second) or second.startswith(plain):
        return plain == second
    if _folded(plain) == _folded(second):
        return True
    return min(len(plain), len(second)) >= _SHORTEST and _one_letter_apart(plain, second)


def _plain(word: str) -> str:
    """Return the word in small letters without accents."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@cache
def _folded(word: str) -> str:
    data = load(PACKAGE, "vocabularies/transliteration.yml")
    folds = data["folds"] if isinstance(data, dict) else []
    for pair in folds:
        word = word.replace(str(pair[0]), str(pair[1])) if isinstance(pair, list) else word
    # Doubled letters count once.
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


def _one_letter_apart(one: str, other: str) -> bool:
    """Return whether one letter is changed, left out, or has changed places, but not the last.

    A different ending makes another word of it (Norway, Norwegian).
    """
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    if at >= len(short) - 1:
        return False
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    changed = short[at + 1 :] == long[at + 1 :]
    swapped = short[at] == long[at + 1] and short[at + 1] == long[at]
    return changed or (swapped and short[at + 2 :] == long[at + 2 :])
