"""Lone names that a story has not prepared, told by where they stand in it and in the sentence."""

from __future__ import annotations

import re

from newslint.attribution.kinds import nouns_for
from newslint.checks._people.people import Named
from newslint.checks._people.taken_for_known import known_names
from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NO_PEOPLE = frozenset(
    {"GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE",
     "MONEY"}
)  # fmt: skip
_FINITE = frozenset({"VBD", "VBZ"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_TELLS = frozenset({"appos", "det", "compound", "amod", "nmod", "prep"})
_BESIDE = frozenset({"NOUN", "DET", "ADJ", "NUM"})
_TAGS = frozenset({"NNP", "NN"})
_LEAST = 4  # letters
_BEFORE = 60  # characters before a name that are looked at
# Words beside a name of which it is only a part, or which say what it is: "the Orr", "in Orr".
_PART_BEFORE = LazyRegex(
    r"(?:\b(?P<word>[A-Z][\w’'-]*)|\b(?:[A-Z]|Dr|Gov|Jr|Mr|Mrs|Ms|Prof|Rep|Sen|St)\.|\b(?:in|at|to|near|from|outside"
    r"|inside|around|across|the|an?|on|via|through|called|named|nicknamed|dubbed|as)|’t|'t)\s\Z|[-/&@#(]\s?\Z"
)
_PLACES = frozenset({"in", "at", "to", "near", "from", "the", "a", "an", "on", "through", "as"})
_PART_AFTER = LazyRegex(
    r"(?:[’']s)?\s(?:(?:and|&|of|de|for)\s)?[A-Z]|,\s[A-Z][a-z]*\.|\s\d|\.\w|/|\s&|-|\s\(|\sv\b|\sin\s[’']"
)
# "The mayor of Tarn, Orr, said", "Its CEO, Orr, said": a role with a surname only.
_ROLE = LazyRegex(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?)|[’']s?)\s(?:[\w’'-]+\s){0,3}?(?P<role>[A-Za-z][A-Za-z-]*)"
    r"(?:\s(?:of|for|at|in|to)\s[^,.;:\n]{2,40})?,\s\Z"
)
_ROLES = frozenset(
    {"ceo", "cfo", "coo", "mp", "mep", "counterpart", "rival", "successor", "predecessor",
     "opponent", "challenger", "runner-up", "understudy", "stand-in", "co-driver", "co-author",
     "co-founder"}
)  # fmt: skip
_WHO = LazyRegex(r",\s(?:who\s(?!have\b|were\b|are\b)|whom\s|whose\s)")
_HE = LazyRegex(r",\s(?:he|she)\b")
# Nouns that open a sentence with a capital, and no surnames.
_NOUN = LazyRegex(
    r"\w+(?:tion|sion|ment|ness|ity|ing|ance|ence|ism|ship|hood|phobic|age|ure|ics|logy|graphy|nomy)"
)
_INNER_CAPITAL = LazyRegex(r"(?!Ma?c|De|Di|La|Le|Van|O[’'])[A-Z][a-z]+[A-Z]")
_TAG = LazyRegex(r"\b(?:said|says|added|asked|replied|warned|explained)\s\Z")
_LED = LazyRegex(
    r"\b(?:led|headed|chaired|run|founded|convened|captained|coached|commanded)\sby\s\Z"
)
_COMPANY = frozenset({"by", "with", "under", "between", "against", "unlike"})
# How people are, and seldom firms or places: "Orr will not be there".
_PRESENT = frozenset(
    {"there", "here", "available", "unavailable", "present", "absent", "away", "among"}
)
_REPORTERS = frozenset({"report", "contribute"})  # in a line on who wrote the story


def is_unprepared(reading: Reading, named: Named) -> bool:
    """Return whether a lone name stands like a person's, and nothing before or after tells whose.

    Nowhere in the text does it stand as part of a longer name, as a place or as a common word,
    and no list of known names has it. It owns something, is given with a role, is what somebody
    has left or met, or does something that does not just happen. The lead is left alone: it may
    name whom all its readers know. Needs `names`.
    """
    word, token = named.surname, named.last
    if named.is_full or named.titles or len(word) < _LEAST or token.tag not in _TAGS:
        return False
    if word in known_names() or word.lower() in vocabulary("persons", "no_name"):
        return False
    if (
        word.isupper()
        or _INNER_CAPITAL.match(word)
        or not re.fullmatch(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", word)
    ):
        return False
    if token.tag == "NNPS" or _is_described(reading, named):
        return False
    if not _stands(reading, named) or _in_lead(reading, named):
        return False
    return _is_always_alone(reading.text, word)


def _is_described(reading: Reading, named: Named) -> bool:
    """Return whether a common noun right before says what it is: "his daughter Orr"."""
    tokens = reading.parses[named.block].tokens
    first = reading.parses[named.block].at(named.span.start)
    before = tokens[first.i - 1] if first is not None and first.i else None
    if before is None or before.sentence != named.sentence:
        return False
    return before.tag in ("NN", "NNS") and before.end + 1 == named.span.start


def opens_sentence(reading: Reading, named: Named) -> bool:
    """Return whether the name is the first word of a sentence below the lead."""
    sentence = reading.sentence_at(named.span.start)
    starts = sentence is not None and sentence.span.start == named.span.start
    return starts and not _in_lead(reading, named)


def _in_lead(reading: Reading, named: Named) -> bool:
    bodies = [i for i, block in enumerate(reading.blocks) if block.is_body]
    # Plain text has its headline in the first block of the body.
    return named.block in bodies[: 2 if reading.article.format == "text" else 1]


def _is_always_alone(text: str, word: str) -> bool:
    if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text):
        return False
    return not any(
        _PART_AFTER.match(text, m.end()) or _is_part(text[max(0, m.start() - 24) : m.start()])
        for m in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w])", text)
    )


def _is_part(before: str) -> bool:
    """Return whether a name goes on from the word before it, or that makes it a place."""
    match = _PART_BEFORE.search(before)
    if match is None:
        return False
    word = (match["word"] or "").lower()
    return word in _PLACES or word not in vocabulary("persons", "no_first_name")


def _stands(reading: Reading, named: Named) -> bool:
    """Return whether the name has a place in the sentence that people have."""
    text, token, end = reading.text, named.last, named.span.end
    before = text[max(0, named.span.start - _BEFORE) : named.span.start]
    role = _ROLE.search(before)
    if role is not None and text[end : end + 1] in (",", ".", ";"):
        word = role["role"].lower()
        known = word in _ROLES | nouns_for("roles") | vocabulary("persons", "before_surname")
        return known and token.entity not in _NO_PEOPLE - {"GPE", "NORP"}
    if _WHO.match(text, end):
        return not before.endswith(" of ")
    if _HE.match(text, end) and token.entity not in _NO_PEOPLE:
        return before.lower().endswith("unlike ")
    if token.dep == "poss":
        return token.entity not in _NO_PEOPLE - {"GPE", "NORP"}
    if token.dep == "dobj":
        return token.entity == "PERSON" and token.head.tag in _FINITE
    if token.dep == "pobj":
        return _is_with(token, before) and not _is_told(reading, named)
    if _TAG.search(before) and text[end : end + 1] in (",", "."):
        return True
    return token.dep in _SUBJECTS and _does(reading, named)


def _does(reading: Reading, named: Named) -> bool:
    """Return whether the name does something, and is no word with a capital only here."""
    token, verb = named.last, named.last.head
    if is_no_deed(verb):
        return False
    if not opens_sentence(reading, named) or token.entity == "PERSON":
        return True
    if verb.lemma == "be" and any(
        c.lower in _PRESENT | vocabulary("persons", "feels") for c in verb.children
    ):
        return True
    # Else it may be a word that has a capital only here: "Prose has", "Titles are read".
    if verb.pos == "AUX" or token.tag != "NNP" or token.entity in _NO_PEOPLE:
        return False
    if named.surname.endswith("s") or verb.lemma in vocabulary("persons", "happens"):
        return False
    return _NOUN.fullmatch(named.surname) is None


def is_no_deed(verb: Token) -> bool:
    """Return whether a verb says little of its subject: "Orr reported from", "helped Orr sell"."""
    return verb.lemma in _REPORTERS or (verb.tag == "VB" and verb.dep in ("ccomp", "xcomp"))


def _is_with(token: Token, before: str) -> bool:
    """Return whether somebody has it by, with or under this person, or from what they say."""
    if before.lower().endswith("according to "):
        return token.entity not in _NO_PEOPLE - {"GPE", "NORP"}
    if token.entity == "ORG" and (token.head.lower == "under" or _LED.search(before)):
        return True  # a foreign surname
    return token.entity == "PERSON" and token.head.lower in _COMPANY


def _is_told(reading: Reading, named: Named) -> bool:
    """Return whether words beside the name say what it is, or are one with it."""
    if any(c.dep in _TELLS and not named.span.covers(c.span) for c in named.last.children):
        return True
    tokens = reading.parses[named.block].tokens
    first = reading.parses[named.block].at(named.span.start)
    before = tokens[first.i - 1] if first is not None and first.i else None
    return before is not None and before.sentence == named.sentence and before.pos in _BESIDE
