"""Names of one word that a story has not explained, by the company that they keep."""

from __future__ import annotations

import re
from functools import cache

from newslint.checks._people.people import Named
from newslint.checks._people.taken_for_known import known_names
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
_ROLE = LazyRegex(
    r"\b(?:host|agent|deputy|aide|adviser|coach|manager|partner|assistant|presenter|producer|director|captain|co-author"
    r"|founder|co-founder|chairman|chairwoman|chair|leader|spokesman|spokeswoman|editor|landlord|treasurer|secretary"
    r"|lawyer|solicitor|barrister|successor|predecessor|rival|opponent|challenger|colleague|neighbour|neighbor),?\s\Z"
)
_WHO = LazyRegex(
    r",\s(?:whose\s(?:lawyers?|wife|husband|mother|father|family|children|son|daughter|office|agent|party|brother|sister)\b"
    r"|(?:who|whom)\s(?!have\b|were\b|are\b|play|finished\b|beat\b|lost\b|won\b))"
)
_LIMBS = frozenset(
    {
        "leg",
        "arm",
        "ankle",
        "wrist",
        "foot",
        "toe",
        "rib",
        "nose",
        "hand",
        "hip",
        "finger",
        "knee",
        "jaw",
    }
)
_DONE_BY = LazyRegex(
    r"\b(?:endorsed|drafted|praised|criticised|criticized|mocked|chaired|witnessed|hushed\sup|sacked|dismissed|coached"
    r"|mentored|urged|accused|rebuked|taught|raised|nominated|hired|interviewed|defended|denounced|condemned|welcomed"
    r"|co-written|written|painted|conducted|composed|overseen|signed\soff|brokered|advised|persuaded|supported|opposed"
    r"|seconded|proposed|represented|succeeded|replaced|tipped\soff|covered\sup|snubbed|rejected|overruled"
    r"|arranged|organi[sz]ed|headed|curated|edited|choreographed|moderated|refereed|captained|narrated|masterminded"
    r"|devised|championed|penned)(?:\s(?:at\sthe\stime|then|later|first))?\sby\s\Z"
)
_WITH = LazyRegex(
    r"\b(?:drafted\s\w+|wrote\s\w+|quarrelled|quarreled|argued|clashed|dined|lunched|fell\sout|spoke|agreed|sided"
    r"|shared\sa\s\w+|spoken|a\s(?:row|quarrel|meeting|feud|deal|talk|word|call)|worked|talks|friendship|affair)\swith\s\Z"
)
_FOR = LazyRegex(
    r"\b(?:a|another|the)\s(?:[a-z-]+\s)?(?:slap\sin\sthe\sface|blow|snub|setback|humiliation|embarrassment|triumph"
    r"|vindication|defeat|rebuff|rebuke|headache|coup)\s(?:for|to)\s\Z"
)
_DID = LazyRegex(r"[,;]?\s(?:as|so|nor|neither)\s(?:did|has|had|would|does|do|will)\s\Z")
_HIS = LazyRegex(
    r"\b(?:allies|friends|colleagues|supporters|backers|critics|aides|advisers|enemies|lieutenants)\sof\s\Z"
)
_TOLD = LazyRegex(
    r"\b(?:told|asked|thanked|phoned|rang|emailed|texted|begged|urged|accused|blamed|sacked|praised|married|befriended"
    r"|succeeded|replaced|consulted|interviewed|hired|persuaded|warned|congratulated)\s\Z"
)
_ASKED = LazyRegex(
    r",\s(?:asked|speaking|visibly|looking|wearing|smiling|when\sasked|pressed|reached|flanked|now|then)\s"
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
    if _WHO.match(after) or any(p.search(before) for p in (_DID, _DONE_BY, _FOR, _HIS)):
        return True
    titled = (
        bool(named.titles) and not set(named.titles) & vocabulary("persons", "alone") - _KNIGHTS
    )
    if titled and token.dep in _OBJECTS:
        return True
    if _ROLE.search(before) and re.match(
        r",?\s(?:did|had|has|would|was|is|who|could|only|[a-z]+ed|said)\b", after
    ):
        return True
    if _WITH.search(before):
        return token.entity != "GPE"
    if _is_in_slot(reading, named, before, after):
        return True
    if _TOLD.search(before):
        return likely or bool(named.titles)
    if token.dep in _SUBJECTS and token.head.pos in ("VERB", "AUX"):
        verb = token.head
        known = {verb.lemma, *(c.lemma for c in verb.children if c.dep == "xcomp")}
        if _ASKED.match(after):
            return token.entity != "GPE"
        if known & (_human_verbs()):
            return token.entity != "GPE" or bool(known & vocabulary("persons", "does"))
        if verb.lemma == "say":
            return likely
        if verb.lemma in ("break", "injure", "sprain", "twist", "tear") and any(
            c.dep == "dobj" and c.lemma in _LIMBS for c in verb.children
        ):
            return True
        if verb.lemma in vocabulary("taken_for_known", "body_verbs") and token.entity != "GPE":
            return True
        if verb.lemma in ("score", "decide", "lift", "rule") and likely:
            return True
    return False


_SLOT = LazyRegex(
    r"(?:\b(?:between\s[\w\s]{2,25}\sand|[Nn]either\s[\w\s]{2,25}\snor|more\s[a-z]+\sthan"
    r"|(?:orders|gift|brainchild|request|insistence|hands|advice|behest|sacking|departure)\sof"
    r"|(?:went|goes|handed|given|left|sold|fell|falls|offered|awarded|owed)\sto"
    r"|there\s(?:is|was)|Enter|except))\s\Z"
)
_BY = LazyRegex(
    r"\b(?:signed|put|put\sto\s[\w\s]{2,20}|paid|made|told|found|seen|started|suggested)\sby\s\Z"
)


def _is_in_slot(reading: Reading, named: Named, before: str, after: str) -> bool:
    token = named.last
    once = len(re.findall(rf"(?<!\w){re.escape(named.surname)}(?!\w)", reading.text)) == 1
    if not once or token.entity == "GPE":
        return False
    if re.match(r"[’']s\b|-|\s?&|/", after):
        return False
    if _BY.search(before):
        return token.entity == "PERSON"
    return _SLOT.search(before) is not None and token.entity in ("PERSON", "ORG", "")


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
