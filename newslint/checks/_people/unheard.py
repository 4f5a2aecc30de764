"""Names of one word that a story has not explained, by the company that they keep."""

from __future__ import annotations

import re
from functools import cache

from newslint.checks._people.people import Named
from newslint.checks._people.taken_for_known import known_names
from newslint.checks._people.unprepared import is_no_deed
from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset(
    {"FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "NORP", "MONEY"}
)
_BEFORE = 60  # characters before a name that are looked at
_LEAST = 3  # letters
_OBJECTS = frozenset({"pobj", "dobj", "conj", "attr", "appos", "dative"})
_KNIGHTS = frozenset({"Sir", "Dame"})
_WHO = LazyRegex(
    r",\s(?:whose\s(?:lawyers?|wife|husband|mother|father|family|children|son|daughter|office|agent|party|brother|sister)\b"
    r"|(?:who|whom)\s(?!have\b|were\b|are\b|play|finished\b|beat\b|lost\b|won\b))"
)
_TOLD = LazyRegex(
    r"\b(?:told|asked|thanked|phoned|rang|emailed|texted|begged|urged|accused|blamed|sacked|praised|married|befriended"
    r"|succeeded|replaced|consulted|interviewed|hired|persuaded|warned|congratulated)\s\Z"
)
_KIN = LazyRegex(
    r"\b(?:wife|husband|widow|widower|son|sons|daughter|daughters|brother|brothers|sister|sisters|mother|father|partner"
    r"|fiancée?|girlfriend|boyfriend|child|children|baby|dog|cat|horse|grandson|granddaughter|nephew|niece|aunt|uncle"
    r"|cousin|twin|twins|mum|dad|spouse),?\s\Z"
)


def is_unheard(reading: Reading, named: Named) -> bool:
    """Return whether a lone name is somebody's, or a body's, of whom nothing else is said.

    It stands nowhere in a longer name or as a place, no list of known names has it, and it
    does or has done to it what people and bodies do. Needs `names`.
    """
    token = named.last
    word = named.surname
    if named.is_full or token.entity in _THINGS:
        return False
    if (
        len(word) < _LEAST
        or word in known_names()
        or word.lower() in vocabulary("persons", "no_name")
    ):
        return False
    if not word.replace("-", "").replace("’", "").isalpha() or word.isupper():
        return False
    text = reading.text
    before = text[max(0, named.span.start - _BEFORE) : named.span.start]
    after = text[named.span.end : named.span.end + _BEFORE]
    if not _keeps_company(reading, named, before, after):
        return False
    return not _is_told_elsewhere(reading, named)


def _keeps_company(reading: Reading, named: Named, before: str, after: str) -> bool:
    token = named.last
    if token.tag == "NNPS":
        return re.match(r",\swho\s(?:[a-z]+ed|ran|runs|leads|led|is|was)\b", after) is not None
    if not named.titles and (token.tag != "NNP" or re.match(r"\s\d|\sfor\s", after)):
        return False
    if before.endswith(": "):
        return False
    if _KIN.search(before) or (
        re.search(r"\b(?:of|in|at|near|through)\s\Z", before) and _WHO.match(after)
    ):
        return False
    if re.search(
        r"\b(?:the|a|an|this|that|our|their|many|some|most|all|few)\s\Z", before, re.IGNORECASE
    ):
        return False
    if re.match(r"(?:[’']s)?\s(?:and\s)?[A-Z]", after) or _joined_before(before):
        return bool(named.titles)
    likely = token.entity in ("PERSON", "")
    if _WHO.match(after):
        return True
    titled = (
        bool(named.titles) and not set(named.titles) & vocabulary("persons", "alone") - _KNIGHTS
    )
    if titled and token.dep in _OBJECTS:
        return True
    if _stands_once(reading, named, before, after):
        return True
    if _TOLD.search(before):
        return likely or bool(named.titles)
    if token.dep in _SUBJECTS and token.head.pos in ("VERB", "AUX"):
        verb = token.head
        if is_no_deed(verb):
            return False
        known = {verb.lemma, *(c.lemma for c in verb.children if c.dep == "xcomp")}
        if known & (_human_verbs()):
            return token.entity != "GPE" or bool(known & vocabulary("persons", "does"))
        if verb.lemma == "say":
            return likely
        opens = not before.strip() or before.rstrip()[-1] in _ENDS
        return token.entity == "PERSON" or (not opens and token.entity != "GPE")
    return False


# What makes a name part of a longer one, or says at once what it is.
_PART_BEFORE = LazyRegex(
    r"\b(?:called|named|dubbed|nicknamed|surnamed|as|versus|v|v\.|against|handle|like|including)\s\Z"
    r"|\b[A-Z][\w.’'-]*\s(?:of|at|for|in|de|von|van|and|&)\s(?:the\s)?\Z|[A-Z][\w’'-]+,\s(?:and\s)?\Z"
    r"|[(\d@#-]\s?\Z|\b(?:the|a|an|this|that|our|their|many|some|most|all|few)\s\Z"
)
_PART_AFTER = LazyRegex(
    r",?\s(?:\(|an?\s|the\s|its\s|his\s|her\s|their\s|who\sis\b|which\s|\d|v\.|of\s|in\s|near\s|outside\s|and\s[A-Z])"
    r"|,\s(?:[A-Z]|\d)|[)/-]|\s?&|[’']s\s[A-Z]|\s[A-Z]"
)
_NAMES = frozenset({"PERSON", "ORG", ""})
_BELOW = frozenset({"ccomp", "xcomp"})
_TELLING = frozenset({"appos", "relcl"})
_ENDS = '.!?”":'
_ABSTRACT = ("ty", "ness", "ism", "ment", "ance", "ence", "ship", "hood", "ion", "nny", "ama")


def _stands_once(reading: Reading, named: Named, before: str, after: str) -> bool:
    """Return whether this is the one place of the name, and no words beside it explain it."""
    word, token = named.surname, named.last
    if token.entity not in _NAMES or not word.isalpha():
        return False
    if len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", reading.text)) != 1:
        return False
    opens = not before.strip() or before.rstrip()[-1] in _ENDS
    acts = token.tag == "NNP" and token.dep in _SUBJECTS and not is_no_deed(token.head)
    acts = acts and not word.endswith(_ABSTRACT) and token.head.lemma != "say"
    if token.entity != "PERSON" and ((opens and not acts) or word.endswith("s")):
        return False  # a word that has a capital only here, a people, a plural
    if _is_called_so(reading, named) or token.head.dep in _BELOW:
        return False
    if token.head.dep == "prep" and _in_lead(reading, named):
        return False  # where the story is set
    if any(a.dep in _TELLING and a.head.entity == "PERSON" for a in token.ancestors):
        return False  # who farms at Tarn: it tells of somebody who has a name
    return not _PART_BEFORE.search(before) and not _PART_AFTER.match(after)


def _is_called_so(reading: Reading, named: Named) -> bool:
    """Return whether a common noun right before says what it is: "printer giant Orr"."""
    first = reading.parses[named.block].at(named.span.start)
    ahead = (
        reading.parses[named.block].tokens[first.i - 1] if first is not None and first.i else None
    )
    noun = ahead is not None and ahead.tag in ("NN", "NNS") and ahead.sentence == named.sentence
    return noun or any(is_no_deed(a) for a in named.last.ancestors if a.tag != "VB")


def _in_lead(reading: Reading, named: Named) -> bool:
    return named.block == next((i for i, b in enumerate(reading.blocks) if b.is_body), -1)


def _joined_before(before: str) -> bool:
    """Return whether a name stands right before: "Ann", "St.", "Ann and"."""
    ahead = re.search(r"([A-Z][\w’'-]*\.?)\s(?:and\s)?\Z", before)
    if ahead is None:
        return False
    word = ahead[1]
    return not (word.endswith(".") and len(word) > _LEAST) and (
        word.lower() not in vocabulary("persons", "no_first_name")
    )


@cache
def _human_verbs() -> frozenset[str]:
    lists = ("does", "steps", "wills", "tells", "acts")
    return frozenset().union(*(vocabulary("persons", name) for name in lists)) - _WIDE


_WIDE = frozenset(
    {
        "go",
        "come",
        "move",
        "turn",
        "offer",
        "return",
        "head",
        "hit",
        "take",
        "fire",
        "swear",
        "step",
        "leave",
        "miss",
        "like",
        "mean",
    }
)


def _is_told_elsewhere(reading: Reading, named: Named) -> bool:
    """Return whether the word is part of a longer name, a place or a common word anywhere."""
    word = re.escape(named.surname)
    text = reading.text
    if re.search(rf"\b{re.escape(named.surname.lower())}\b", text):
        return True
    for match in re.finditer(rf"(?<![\w]){word}(?![\w])", text):
        if match.end() == named.span.end:
            continue
        before = text[max(0, match.start() - 20) : match.start()]
        if re.match(r"(?:[’']s)?\s[A-Z]", text[match.end() : match.end() + 5]):
            return True
        ahead = re.search(r"([A-Z][\w.’'-]*)\s\Z", before)
        small = vocabulary("persons", "no_first_name")
        titles = vocabulary("persons", "titles")
        if ahead is not None and ahead[1].lower() not in small and ahead[1] not in titles:
            return True
        if re.search(r"\b(?:in|at|to|near|of|the|The|a|on|via|outside|inside|around)\s\Z", before):
            return True
    return False
