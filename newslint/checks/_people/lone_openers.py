"""Lone names that open a sentence and do what people do."""

from __future__ import annotations

import re

from newslint.checks._people.people import Named
from newslint.checks._people.taken_for_known import known_names
from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset({"FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE"})
_TALK = ("speaks", "tells")
_CALLS = frozenset({"call", "describe", "dismiss"})
_LISTS = ("speaks", "acts", "steps", "tells", "wills", "does")
#: What people do to words, papers and each other, and towns and firms in the plural do too.
_ALSO = frozenset(
    {"blame", "call", "confirm", "criticise", "criticize", "defend", "describe", "dismiss", "film",
     "hail", "order", "rebuff", "reject", "ridicule", "shrug", "sign", "threaten", "welcome"}
)  # fmt: skip
_STATE = LazyRegex(
    r"\s(?:was|is|sounded|seemed|looked|remained)\s"
    r"(?:(?:more|less|rather|quite|very|much|altogether|equally|far|even|not)\s)?"
    r"(?P<state>[a-z-]+)"
)
#: "was blunter", "was more scathing": what only those who speak are.
_SPOKEN = LazyRegex(
    r"blunt(?:er)?|brusque|cool(?:er)?|curt(?:er)?|dismissive|evasive|harsh(?:er)?|kind(?:er)?|lukewarm|outspoken"
    r"|sharp(?:er)?|scathing|short(?:er)?|terse|vague(?:r)?|warm(?:er)?|adamant|emphatic|unequivocal"
)
_HAS_DAYS = LazyRegex(r"\shas\s(?:until|\w+\s(?:days|weeks|months)\sto)\b")
_TAG = LazyRegex(r"[,?!\"”’']\s(?:said|says|added|asked|replied|warned|explained)\s\Z")
_ROLE = LazyRegex(r"\b(?:an?|the|its|their|[a-z]+)\s(?P<role>[a-z]+),\s\Z")
_CLAUSE = LazyRegex(r"\b(?:where|whom|why|because|until|unless|while|whenever)\s\Z")
_LEAST = 4  # letters
_MOST = 3  # mentions


def opens_unheard(reading: Reading, named: Named) -> bool:
    """Return whether a sentence opens with a name that stands nowhere but so, and acts.

    No list of known names has it, and no word in small letters is spelt like it. The lead is
    left alone: it may name whom all its readers know. Needs `names` and `sentences`.
    """
    word = named.surname
    if named.is_full or named.titles or len(word) < _LEAST or word in known_names():
        return False
    if not word.replace("-", "").replace("’", "").replace("'", "").isalpha() or word.isupper():
        return False
    token = named.last
    if _is_common(reading, word):
        return False
    if _is_told_with_role(reading, named):
        return True
    if not opens_sentence(reading, named):
        return _is_once_inside(reading, named)
    if token.entity in _THINGS or token.tag != "NNP":
        return False
    times = _mentions(reading.text, word)
    if not times or times > (_MOST if token.entity == "PERSON" else 1):
        return False
    return _acts(reading, token)


def _is_told_with_role(reading: Reading, named: Named) -> bool:
    """Return whether a name has a tag ("…, said Orr,") or a role ("an auditor, Orr, who").

    It stands once, so that the first name is nowhere.
    """
    text, token = reading.text, named.last
    before = text[max(0, named.span.start - 40) : named.span.start]
    if token.entity in _THINGS - {"PRODUCT"} or _mentions(text, named.surname) != 1:
        return False
    if _TAG.search(before) and text[token.end : token.end + 1] in (",", "."):
        return True
    role = _ROLE.search(before)
    return (
        role is not None
        and role["role"] in vocabulary("persons", "before_surname")
        and text[token.end : token.end + 5] == ", who"
    )


def _is_once_inside(reading: Reading, named: Named) -> bool:
    """Return whether the model takes a lone subject for a person who is named here only."""
    token = named.last
    if token.entity != "PERSON" or token.tag != "NNP" or token.dep not in _SUBJECTS:
        return False
    if not _CLAUSE.search(reading.text[max(0, named.span.start - 12) : named.span.start]):
        return False  # firms and products are taken for people, too
    if any(c.dep in ("appos", "relcl", "compound", "det", "amod", "nmod") for c in token.children):
        return False
    below = [i for i, block in enumerate(reading.blocks) if block.is_body][2:]
    return named.block in below and _mentions(reading.text, named.surname) == 1


def opens_sentence(reading: Reading, named: Named) -> bool:
    """Return whether the name is the first word of a sentence below the lead."""
    bodies = [i for i, block in enumerate(reading.blocks) if block.is_body]
    # Plain text has its headline in the first block of the body.
    if named.block in bodies[: 2 if reading.article.format == "text" else 1]:
        return False
    sentence = reading.sentence_at(named.span.start)
    return sentence is not None and sentence.span.start == named.span.start


def _is_common(reading: Reading, word: str) -> bool:
    return (
        word.lower() in vocabulary("persons", "no_name")
        or re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", reading.text) is not None
    )


def _mentions(text: str, word: str) -> int:
    """Return how often the name stands by itself, or 0 if it is ever part of anything else."""
    count = 0
    for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text):
        count += 1
        before = text[max(0, match.start() - 16) : match.start()]
        after = text[match.end() : match.end() + 6]
        if re.match(r"(?:[’']s)?\s(?:(?:and|&)\s)?[A-Z]|\s\d", after):
            return 0
        if re.search(r"(?:[A-Z][\w.’'-]*|\b(?:in|at|to|near|of|the|an?|on|via))\s\Z", before):
            return 0
    return count


def _acts(reading: Reading, token: Token) -> bool:
    """Return whether the name does what people do, or speaks if it may not be a person's."""
    text, surely = reading.text, token.entity == "PERSON"
    if _HAS_DAYS.match(text, token.end):
        return True
    state = _STATE.match(text, token.end)
    if state is not None:
        word = state["state"]
        feels = surely and word in vocabulary("persons", "feels")
        return feels or _SPOKEN.fullmatch(word) is not None
    verb = token.head
    if token.dep not in _SUBJECTS or verb.tag not in ("VBD", "VBZ", "VBN"):
        return False
    if verb.i < token.i or verb.start - token.end > 12:
        return False
    verbs = {verb.lemma, *(c.lemma for c in verb.children if c.dep == "xcomp")}
    lists = _LISTS if surely else _TALK
    also = verbs & (_ALSO if surely else _CALLS)
    return bool(also) or any(verbs & vocabulary("persons", name) for name in lists)
