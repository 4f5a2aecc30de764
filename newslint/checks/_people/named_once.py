"""Lone names that stand once in a story, in a place where only a person can stand."""

from __future__ import annotations

import re

from newslint.attribution.kinds import nouns_for
from newslint.checks._people.people import Named
from newslint.checks._people.taken_for_known import known_names
from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_THINGS = frozenset(
    {"FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "MONEY"}
)
_BEFORE = 60  # characters before a name that are looked at
_LEAST = 4  # letters
# "Unlike Wexley, she"; "both the governor and Ruiz"
_UNLIKE = LazyRegex(r"\b[Uu]nlike\s\Z")
_SMALL = LazyRegex(r"(?:\bUnlike|\bBoth)\s\Z")
_CLAUSE = LazyRegex(r"(?:[;,]|\b(?:and|but|while|when|that))\s\Z")
_HE = LazyRegex(r",\s(?:[a-z]+,?\s)?(?:he|she)\b")
_AND = LazyRegex(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Bb]oth\sthe)\s(?P<role>[a-z]+)\sand\s\Z"
)
_BOTH = LazyRegex(
    r"\s(?:promised|agreed|met|spoke|said|denied|declined|refused|shook|smiled|wept|were\sboth|were\sseen|knew|argued)\b"
)
# "A letter to Janssen was not answered"; "discussed with Nascimento in May"
_LETTER = LazyRegex(
    r"\b(?:[Ll]etters?|[Ee]-?mails?|[Cc]alls?|[Mm]essages?|[Qq]uestions|[Tt]exts?)"
    r"(?:\s(?:sent|put|made|written))?\sto\s\Z"
)
_UNANSWERED = LazyRegex(r"\s(?:was|were|went|has|have|had|is|are|remain\w*|received|brought|got)\b")
_TALKED = LazyRegex(
    r"\b(?:discussed|negotiated|raised|debated|rehearsed|recorded|arranged|settled|planned|fixed)"
    r"(?:\s(?:at\slength|in\sprivate|privately|directly|personally|then|only))?\swith\s\Z"
)
_BY = LazyRegex(
    r"\b(?:led|run|drawn\sup|flown|driven|steered|thought\sup|dreamt\sup|dreamed\sup|typed|sung|played)\sby\s\Z"
)
# "brought them tea", "handed her the keys", "has flown there"
_GAVE = LazyRegex(
    r"\s(?:(?:had|has|then|also|later|once|often)\s)?(?:brought|handed|gave|given|lent|poured|served|cooked|taught|showed|shown"
    r"|slipped|threw|passed|read|sang|bought|fetched|made)\s(?:them|him|her|us|me)\s(?:an?|the|some|his|her|two|[a-z]+)\b"
)
_WENT = LazyRegex(
    r"\s(?:(?:had|has|have|then|also|later|since|already)\s){0,2}(?:flown|flew|driven|drove|travelled|traveled|ridden|rode|hurried|rushed|gone|went)"
    r"\s(?:there|out|home|back|over|up|to\s[A-Z][a-z]+)\s(?:to|and|by|with|on|in\sperson|himself|herself)\b"
)
_MADE = LazyRegex(
    r"\s(?:(?:had|has|have|then|also|later|since|already)\s){0,2}(?:remixed|rewritten|rewrote|sung|sang|composed|choreographed|drummed"
    r"|rehearsed|narrated|scribbled|sketched|scrawled|memori[sz]ed|played\sthe\s[a-z]+|wrote\sthe\s(?:words|lyrics|music))\b"
)
_OWNED = frozenset(
    {"knee", "ankle", "shoulder", "hamstring", "leg", "arm", "wrist", "foot", "neck", "groin",
     "calf", "thigh", "elbow", "voice", "injury", "childhood", "resignation", "arrest",
     "memoir", "memoirs", "diary", "diaries", "testimony", "bail", "girlfriend", "fiancee",
     "fiancée", "husband", "wife", "widow", "mother", "father", "nephew", "niece", "grandson",
     "granddaughter", "bodyguard", "chauffeur", "hairdresser", "doctor", "bedside", "coffin",
     "grave", "obituary", "autopsy", "handwriting", "passport", "pyjamas"}
)  # fmt: skip
#: What somebody does who has a mind.
_MINDS = frozenset(
    {"want", "hope", "fear", "believe", "doubt", "refuse", "insist", "think", "know",
     "suspect", "promise", "vow", "admit", "joke", "apologise", "apologize", "resign",
     "shrug", "smile", "disagree", "deny"}
)  # fmt: skip


def is_named_once(reading: Reading, named: Named) -> bool:
    """Return whether a lone name stands here only, and as a person would.

    No list of known names has it, no word in small letters is spelt like it, and it is not in
    the lead, which may name whom all its readers know. Needs `names`.
    """
    word, token = named.surname, named.last
    if named.is_full or named.titles or len(named.words) > 1 or token.entity in _THINGS:
        return False
    if len(word) < _LEAST or word.isupper() or token.tag != "NNP":
        return False
    if not word.replace("-", "").replace("’", "").replace("'", "").isalpha():
        return False
    text = reading.text
    before = text[max(0, named.span.start - _BEFORE) : named.span.start]
    if not _stands_as_person(reading, named, before):
        return False
    if word in known_names() or word.lower() in vocabulary("persons", "no_name"):
        return False
    bodies = [i for i, block in enumerate(reading.blocks) if block.is_body]
    if named.block == bodies[0]:
        return False
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)) == 1


def _stands_as_person(reading: Reading, named: Named, before: str) -> bool:
    text, token, end = reading.text, named.last, named.last.end
    likely = token.entity in ("PERSON", "")
    ahead = text[end : end + 3]
    sentence = reading.sentence_at(named.span.start)
    opens = sentence is not None and sentence.span.start == named.span.start
    if re.match(r"\s[A-Z]|-|/|\s?&", ahead):
        return False
    if not opens and re.search(r"[A-Z][\w.’'-]*\s\Z", before) and not _SMALL.search(before):
        return False  # part of a longer name
    owned = token.dep == "poss" and token.head.lemma in _OWNED
    if owned and re.match(r"[’']s?\s", ahead):
        return not re.search(r"\b(?:[Tt]he|[Aa]n?|[a-z]+)-?\s\Z", before) or before.endswith(
            (
                " and ",
                " of ",
                " after ",
                " on ",
                " with ",
                " for ",
                " at ",
                " to ",
                " that ",
                " as ",
            )
        )
    if _UNLIKE.search(before):
        return _HE.match(text, end) is not None
    both = _AND.search(before)
    if both is not None:
        person = both["role"] in nouns_for("roles") | vocabulary("persons", "before_surname")
        return likely and person and _BOTH.match(text, end) is not None
    if _LETTER.search(before):
        return token.entity == "PERSON" and _UNANSWERED.match(text, end) is not None
    if _TALKED.search(before):
        return True
    if _BY.search(before):
        return token.entity == "PERSON"
    if opens and token.dep == "nsubj" and likely:
        verb = token.head
        if verb.tag in ("VBD", "VBZ") and verb.i == token.i + 1 and verb.lemma in _MINDS:
            return True
    if opens or _CLAUSE.search(before):
        did = (_GAVE.match(text, end), _WENT.match(text, end), _MADE.match(text, end))
        return any(d is not None for d in did)
    return False
