"""Where a reporting clause stands in its sentence: "..., the clerk said on Friday, ..."."""

from __future__ import annotations

from dataclasses import dataclass

from newslint.attribution.passage import DASHES, Passage, around
from newslint.language.tokens import Token

#: Dependents that belong to a reporting clause itself.
OWN = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "aux",
        "auxpass",
        "neg",
        "prt",
        "advmod",
        "npadvmod",
        "prep",
        "dative",
        "dobj",
        "agent",
        "advcl",
        "oprd",
        "attr",
    }
)

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAUSE = frozenset({",", ":", ";"}) | DASHES
_NOMINAL = frozenset({"PROPN", "PRON", "NOUN"})
_NAME = frozenset({"PROPN", "NOUN", "DET", "ADJ", "ADP", "PART", "PRON"})
_LONGEST_NAME = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A reporting clause: where it starts and stops, and what belongs to it in full.

    `noted` says that it is a clause like "as the clerk noted". `closes` says that a mark
    or the end of the sentence follows it.
    """

    start: int
    stop: int
    full: frozenset[int]
    sentence: range
    noted: bool
    closes: bool

    @classmethod
    def of(cls, passage: Passage, verb: Token, group: frozenset[int]) -> Place:
        """Return the place of the clause of `verb`; `group` are the words of the verb."""
        own, full = set(group), set(group)
        marker = next((c for c in verb.children if c.i < verb.i and c.lower == "as"), None)
        for child in verb.children:
            if child.dep not in OWN or passage.quoted[child.i]:
                continue
            if child.dep in ("dobj", "oprd", "attr") and child.pos not in _NOMINAL:
                continue
            below = passage.below(child)
            full |= below
            if any(passage.quoted[i] for i in below):
                below = around(child.i, {i for i in below if not passage.quoted[i]})
            own |= below
        if marker is not None and marker.dep in ("mark", "advmod"):
            own.add(marker.i)
        if verb.child("nsubj", "nsubjpass", "expl") is None and verb.tag in FINITE:
            own |= _name_before(passage, min(around(verb.i, own)))
        words = around(verb.i, own)
        sentence = passage.sentence_of(verb)
        stop = max(words) + 1
        return cls(
            min(words),
            stop,
            frozenset(full),
            sentence,
            marker is not None and marker.dep in ("mark", "advmod") and marker.i == min(words),
            not passage.words_in(range(stop, max(sentence.stop, stop)))
            or passage.tokens[stop].text in PAUSE,
        )


def _name_before(passage: Passage, start: int) -> set[int]:
    """Return the few nouns between a comma and a verb group without a subject of its own."""
    i = start - 1
    while (
        i > 0
        and start - i <= _LONGEST_NAME
        and passage.tokens[i].pos in _NAME
        and not passage.quoted[i]
    ):
        i -= 1
    if passage.tokens[i].text != "," or i == start - 1:
        return set()
    return set(range(i + 1, start))


def is_finite(passage: Passage, indices: range) -> bool:
    """Return whether a finite verb stands there outside quotations."""
    return any(passage.tokens[i].tag in FINITE and not passage.quoted[i] for i in indices)
