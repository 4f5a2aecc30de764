"""On what terms a source without a name speaks, why, and what it is said to know."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newslint.attribution.graph import SourceKind
from newslint.attribution.kinds import anonymity_reasons, anonymity_terms
from newslint.attribution.passage import Passage, is_word
from newslint.language.tokens import Token
from newslint.span import Span

_DESCRIBED = frozenset({SourceKind.ANONYMOUS, SourceKind.COLLECTIVE, SourceKind.OFFICE})
_ENDS = frozenset({",", ".", ";", ":", "—", "–", "”", '"', "’", ")"})


def terms_and_reason(passage: Passage, head: Token) -> tuple[Span | None, Span | None]:
    """Return the words that withhold a name, and those that say why, in the head's sentence."""
    sentence = passage.sentence_of(head)
    for words in _places(passage, sentence):
        first, last = passage.tokens[words.start], passage.tokens[words[-1]]
        return Span(first.start, last.end), _reason(passage, words.stop, sentence.stop)
    return None, None


def terms_in(passage: Passage) -> frozenset[int]:
    """Return the tokens of a block that only say on what terms somebody speaks."""
    everywhere = range(len(passage.tokens))
    return frozenset(i for words in _places(passage, everywhere) for i in words)


def _places(passage: Passage, among: range) -> list[range]:
    """Return where terms begin in `among`, outside quotations, the longest at each place."""
    by_first = _terms_by_first_word()
    found: list[range] = []
    for i in among:
        word = passage.lowered[i]
        if word not in by_first or passage.quoted[i] or (found and i in found[-1]):
            continue
        for terms in by_first[word]:
            if passage.lowered[i : i + len(terms)] == terms:
                found.append(range(i, i + len(terms)))
                break
    return found


@cache
def _terms_by_first_word() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for terms in anonymity_terms():
        found.setdefault(terms[0], []).append(terms)
    return {first: tuple(longest_first) for first, longest_first in found.items()}


def _reason(passage: Passage, start: int, stop: int) -> Span | None:
    """Return the clause that begins within two words and says why."""
    for i in range(start, min(start + 2, stop)):
        for opening in anonymity_reasons():
            if passage.lowered[i : i + len(opening)] == opening:
                end = i
                while end < stop and passage.tokens[end].text not in _ENDS:
                    end += 1
                return Span(passage.tokens[i].start, passage.tokens[end - 1].end)
    return None


def descriptor_of(passage: Passage, head: Token, kind: SourceKind) -> Span | None:
    """Return what the words say that a source without a name is or knows."""
    if kind not in _DESCRIBED:
        return None
    for child in head.children:
        if child.i > head.i and child.dep in ("amod", "acl", "prep", "relcl", "advcl"):
            inside = sorted(i for i in passage.below(child) if is_word(passage.tokens[i]))
            if inside and not _withholds(passage, inside) and child.lower != "of":
                return Span(passage.tokens[inside[0]].start, passage.tokens[inside[-1]].end)
    return None


def _withholds(passage: Passage, inside: list[int]) -> bool:
    words = tuple(passage.lowered[i] for i in inside)
    by_first = _terms_by_first_word()
    return any(
        words[i : i + len(terms)] == terms
        for i, word in enumerate(words)
        for terms in by_first.get(word, ())
    )
