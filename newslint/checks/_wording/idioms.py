"""Idioms of blame and praise, written once and searched for in every form of their verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newslint.checks._phrases import PACKAGE, Phrases, phrases, vocabulary
from newslint.vocabulary import load

_VOWELS = "aeiou"
_OWN = "his|her|its|their"


@cache
def idiom_pattern(name: str) -> Phrases:
    """Return what searches for the idioms of one list of `slant.yml`.

    They are written as phrases are; besides, `+verb` stands for all forms of a verb and
    `one's` for his, her, its or their.
    """
    return phrases(spelled_out(idiom) for idiom in vocabulary("slant", name))


def spelled_out(idiom: str) -> str:
    """Return an idiom as a phrase, with the forms of its verb: `line|lines|lined|lining`."""
    words = (_word(word) for word in idiom.split())
    return " ".join(words)


def _word(word: str) -> str:
    if word.startswith("+"):
        return "|".join(form for verb in word[1:].split("|") for form in forms_of(verb))
    return "|".join(_OWN if form == "one's" else form for form in word.split("|"))


def forms_of(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb: sell, sells, selling, sold."""
    return tuple(dict.fromkeys(_forms(verb)))


def _forms(verb: str) -> Iterator[str]:
    yield verb
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        yield f"{verb}es"
    elif _ends_in_y(verb):
        yield f"{verb[:-1]}ies"
    else:
        yield f"{verb}s"
    stem = _stem(verb)
    yield f"{stem}ing"
    past = _irregular().get(verb)
    if past is not None:
        yield from past.split()
    elif _ends_in_y(verb):
        yield f"{verb[:-1]}ied"
    else:
        yield f"{stem}ed"


def _stem(verb: str) -> str:
    """Return what -ing is hung on: mak-, lin-, stabb-, toss-."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}y"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1]
    doubled = verb in vocabulary("slant", "doubled") or (
        len(verb) > 2
        and verb[-1] not in f"{_VOWELS}wxy"
        and verb[-2] in _VOWELS
        and not any(letter in _VOWELS for letter in verb[:-2].removeprefix("qu"))
    )
    return verb + verb[-1] if doubled else verb


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in _VOWELS


@cache
def _irregular() -> dict[str, str]:
    """Return the past forms of irregular verbs."""
    data = load(PACKAGE, "vocabularies/slant.yml")
    table = data.get("irregular") if isinstance(data, dict) else None
    if not isinstance(table, dict):
        raise TypeError(f"{PACKAGE}/vocabularies/slant.yml has no irregular")
    return {verb: past for verb, past in table.items() if isinstance(past, str)}
