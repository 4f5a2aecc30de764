"""The cue lexicon: which words report, how they build their clause, what they imply.

The words are data (`data/*.yml`); this module turns them into tables for look-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newslint.attribution.graph import CueClass
from newslint.language.tokens import Token
from newslint.vocabulary import Data, load

_PACKAGE = "newslint.attribution"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that reports: `frames` says how, and what it implies in each frame.

    `lemma` is its dictionary form; `bare` lets a noun report without an owner.
    """

    lemma: str
    frames: Mapping[str, CueClass]
    bare: bool = False

    def implies(self, frame: str) -> CueClass:
        """Return the class of the cue in this frame, by default that of its first one."""
        return self.frames.get(frame) or next(iter(self.frames.values()))


def _groups(name: str) -> list[dict[str, Data]]:
    data = load(_PACKAGE, f"data/{name}")
    if not isinstance(data, list):
        raise TypeError(f"{name} is not a list of groups")
    return [group for group in data if isinstance(group, dict)]


def strings(value: Data) -> list[str]:
    """Return `value` as a list of strings.

    Raises:
        TypeError: if it is anything else.
    """
    if not isinstance(value, list):
        raise TypeError(f"not a list of strings: {value!r}")
    return [item for item in value if isinstance(item, str)]


def _table(name: str, key: str) -> dict[str, Cue]:
    """Merge the groups of a file: one entry a word; the first class a frame gets stays."""
    frames: dict[str, dict[str, CueClass]] = {}
    bare: set[str] = set()
    for group in _groups(name):
        if key not in group:
            continue
        implied = CueClass(str(group["class"]))
        for lemma in strings(group[key]):
            own = frames.setdefault(lemma, {})
            for frame in strings(group["frames"]):
                own.setdefault(frame, implied)
            if group.get("bare") == "true":
                bare.add(lemma)
    return {lemma: Cue(lemma, own, lemma in bare) for lemma, own in frames.items()}


@cache
def verbs() -> Mapping[str, Cue]:
    """Return the verbs by dictionary form; some have a second word ("point out")."""
    return _table("verbs.yml", "verbs")


@cache
def longer_verbs() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return, for each verb that starts longer cues, what may follow, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for lemma in verbs():
        first, *rest = lemma.split()
        if rest:
            found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


@cache
def nouns() -> Mapping[str, Cue]:
    """Return the nouns that report."""
    return _table("nouns.yml", "nouns")


@cache
def light_verbs() -> frozenset[str]:
    """Return the verbs that make a cue of a noun: "make" in "make a claim"."""
    return frozenset(v for g in _groups("nouns.yml") if "light" in g for v in strings(g["light"]))


@cache
def causing_verbs() -> frozenset[str]:
    """Return the verbs whose subject brings a claim about without holding it: "sparked fears"."""
    return frozenset(
        v for g in _groups("nouns.yml") if "causing" in g for v in strings(g["causing"])
    )


@cache
def adjectives() -> Mapping[str, Cue]:
    """Return the adjectives that report a state of mind."""
    return _table("adjectives.yml", "adjectives")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase: its words in lower case, and what it implies."""

    words: tuple[str, ...]
    implied: CueClass


def _phrases() -> dict[str, Data]:
    data = load(_PACKAGE, "data/phrases.yml")
    if not isinstance(data, dict):
        raise TypeError("phrases.yml is not a mapping")
    return data


def _entries(key: str) -> Iterator[dict[str, Data]]:
    entries = _phrases()[key]
    if isinstance(entries, list):
        yield from (entry for entry in entries if isinstance(entry, dict))


@cache
def source_phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Return the phrases that the source follows ("according to"), by first word."""
    found: dict[str, list[Phrase]] = {}
    for entry in _entries("source_follows"):
        words = tuple(str(entry["words"]).split())
        found.setdefault(words[0], []).append(Phrase(words, CueClass(str(entry["class"]))))
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def owned_phrases() -> Mapping[tuple[str, str], CueClass]:
    """Return preposition and noun of phrases like "in her view", and what they imply."""
    return {
        (before, noun): CueClass(str(entry["class"]))
        for entry in _entries("owner_inside")
        for before in strings(entry["before"])
        for noun in strings(entry["noun"])
    }


@cache
def document_phrases() -> tuple[frozenset[str], frozenset[str]]:
    """Return the prepositions and the nouns of phrases like "in a statement"."""
    entry = _phrases()["documents"]
    if not isinstance(entry, dict):
        raise TypeError("phrases.yml: documents is not a mapping")
    return frozenset(strings(entry["before"])), frozenset(strings(entry["nouns"]))


@cache
def polls() -> frozenset[str]:
    """Return the nouns for a round of questions to many: "poll", "survey"."""
    return frozenset(strings(_phrases()["polls"]))


@cache
def causatives() -> frozenset[str]:
    """Return the verbs whose object is the doer of the infinitive after it: "lead", "force"."""
    return frozenset(strings(_phrases()["causatives"]))


@cache
def aspects() -> frozenset[str]:
    """Return the words that only say how a deed is done: "try", "continue", "quick"."""
    return frozenset(strings(_phrases()["aspects"]))


@cache
def literal() -> Mapping[str, frozenset[str]]:
    """Return for verbs of word and deed the objects with which they are deeds."""
    found: dict[str, frozenset[str]] = {}
    for entry in _entries("literal"):
        for verb in strings(entry["verbs"]):
            found[verb] = found.get(verb, frozenset()) | frozenset(strings(entry["things"]))
    return found


@cache
def hearsay() -> frozenset[str]:
    """Return the adverbs that say that somebody reports, but not who: "reportedly"."""
    return frozenset(strings(_phrases()["hearsay"]))


@cache
def editorial_labels() -> frozenset[str]:
    """Return what stands before a colon without being a voice: "update", "editor's note"."""
    return frozenset(strings(_phrases()["editorial_labels"]))


# The tagger's lemma for these is another verb's.
_FORMS = {"hoping": "hope", "hoped": "hope", "found": "find", "felt": "feel", "saw": "see"}


def lemma_of(verb: Token) -> str:
    """Return the dictionary form of a verb as the tables have it."""
    return _FORMS.get(verb.lower, verb.lemma.lower())
