"""People named for the first time of whom nothing is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newslint.checks._people.likeness import plain
from newslint.checks._people.people import Named
from newslint.checks._people.strangers import is_cited, opens_paragraph
from newslint.checks._people.unprepared import is_no_deed
from newslint.checks._phrases import vocabularies, vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_TAG_VERBS = frozenset(
    {
        "say",
        "add",
        "explain",
        "recall",
        "complain",
        "warn",
        "insist",
        "admit",
        "joke",
        "promise",
        "tell",
        "reply",
    }
)
_GROUPS = LazyRegex(
    r"(?<!\btold\s)(?<!\btells\s)\b(?:senators|lawmakers|voters|residents|neighbou?rs|mourners|attendees|protesters|demonstrators|witnesses"
    r"|fans|supporters|delegates|workers|students|parents|survivors|relatives|members|visitors|people|teachers"
    r"|nurses|farmers|councillors|candidates|officials|users|customers|players|activists|volunteers|friends"
    r"|commuters|passengers|shoppers|tourists|others|those|one|some|many|few|another|adviser|aide|spokes\w+"
    r"|governors|journalists|reporters|tweeted|tweets?)\b",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"\b[A-Z](?:[\w’'-]+|\.)\s\Z")
_NAME_AFTER = re.compile(r"\s[A-Z]")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|to|from|near|of|the|for|by|on|via|outside|inside)\s\Z")
_NAME = 64  # characters of a word before a name, at most
_AHEAD = 10  # characters: the longest of these words, or "according "
_OFTEN = 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset({"FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE"})
_SPEAKS = frozenset({"say", "add", "tell", "ask", "insist", "argue"})
_COURTESY_ALONE = frozenset(
    {"President", "Pope", "King", "Queen", "Prince", "Princess", "Saint", "St", "St.", "PC"}
)


def is_plainly_unknown(reading: Reading, named: Named, others: Iterable[Named]) -> bool:
    """Return whether somebody is plainly quoted without a word who it is.

    The sentence has a tag such as "..., Ann Lee said." and nothing more, no group goes before
    of which this could be one, and the name does not come again and again. Needs `quotations`.
    """
    times = sum(plain(n.surname) == plain(named.surname) for n in others)
    if times > _OFTEN:
        return False
    verb = named.last.head
    text = reading.text
    if times == 1 and opens_paragraph(reading, named):
        above = reading.sentences_of(named.block - 1) if named.block else ()
        return not (above and _GROUPS.search(above[-1].span.cut(text)))
    source = verb.dep == "prep" or verb.lower == "to"
    cited = is_cited(reading, named)
    if times == 1 and _is_judge(named):
        return text[named.span.end : named.span.end + 1] in (".", ",")
    if named.last.dep not in _SUBJECTS and not cited and not source:
        return False
    if not cited and (verb.lemma not in _TAG_VERBS or verb.tag not in ("VBD", "VBZ", "VBN")):
        return False
    if any(c.dep == "aux" for c in verb.children):
        return False
    sentence = reading.sentence_at(named.span.start)
    if sentence is None or text[named.span.end : named.span.end + 1] == ",":
        return cited and sentence is not None
    before = [s for s in reading.sentences_of(sentence.block) if s.span.end <= sentence.span.start]
    if not before and sentence.block:
        before = list(reading.sentences_of(sentence.block - 1))
    near = before[-1].span.cut(text) if before else ""
    direct = any(q.span.overlaps(sentence.span) for q in reading.quotations.outer)
    return not (_GROUPS.search(near) and not direct)


def _is_judge(named: Named) -> bool:
    """Return whether somebody is told as the one by whom something "was welcomed"."""
    by = named.last.head
    return by.lower == "by" and by.head.lemma in vocabulary("persons", "judges")


def unknown_subjects(reading: Reading, found: Iterable[Named]) -> Iterator[Named]:
    """Yield lone surnames that do what only people do, or whose words are told.

    Needs `names` and `attributions`.
    """
    for named in found:
        token = named.last
        if (
            named.is_full
            or token.tag == "NNPS"
            or token.entity in _THINGS
            or _is_part(reading, named)
        ):
            continue
        text = reading.text
        after = text[named.span.end : named.span.end + 6]
        ahead = text[max(0, named.span.start - 16) : named.span.start]
        person = token.entity == "PERSON" or bool(named.titles)
        opens = not ahead.strip() or ahead.rstrip()[-1:] in tuple('.!?”"')
        unlike = token.entity in ("ORG", "FAC", "NORP")
        if re.match(
            r"\sand\s(?:[A-Z][\w’'-]+\s)?[A-Z]", text[named.span.end : named.span.end + 20]
        ):
            continue  # "brothers John and Brian Meza"
        subject = token.dep in _SUBJECTS
        does = vocabularies(("persons", "does"), ("persons", "steps"))
        verb = token.head.lemma
        guided = token.dep == "pobj" and token.head.lower == "under" and token.entity == "PERSON"
        if guided or (subject and token.tag == "NNS" and opens and verb in _SPEAKS):
            yield named
        elif ahead.lower().endswith("according to ") and re.match(r"[,.]", after):
            if "According" in ahead or not re.match(
                r",\s(?:an?|the|its|who|which)\s", text[named.span.end : named.span.end + 12]
            ):
                yield named
        elif (subject and not is_no_deed(token.head) and (person or not opens or verb in does)) or (
            named.titles
            and token.dep == "poss"
            and not unlike
            and not set(named.titles) & _COURTESY_ALONE
        ):
            yield named


def _is_part(reading: Reading, named: Named) -> bool:
    """Return whether the word is the name of a place or a thing, or part of a longer one."""
    word = named.surname
    known = vocabularies(("places", "known"), ("acronyms", "known"))
    if word in known | vocabulary("persons", "companies"):
        return True
    if word.lower() in vocabulary("persons", "no_name") or (not word.isalpha() and "-" not in word):
        return True
    whole = " ".join(named.words)
    for block in reading.blocks:
        if block.is_body:
            text = block.span.cut(reading.text)
            longer = any(_is_in_longer(text, at, whole) for at in _places(text, whole))
            if longer or any(_is_place(text, at, word) for at in _places(text, word)):
                return not named.titles
    small = word.lower()
    return small in reading.text and bool(re.search(rf"\b{re.escape(small)}\b", reading.text))


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands in a text, also as part of another."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _is_in_longer(text: str, at: int, name: str) -> bool:
    """Return whether the name at a place is part of a longer one: another word of it is beside."""
    end = at + len(name)
    if _is_edge(text, end) and _NAME_BEFORE.search(text, max(0, at - _NAME), at):
        return True
    return _is_edge(text, at) and _NAME_AFTER.match(text, end) is not None


def _is_place(text: str, at: int, word: str) -> bool:
    """Return whether the word at a place stands after "in", "the" or the like."""
    if not _is_edge(text, at + len(word)):
        return False
    before = _PLACE_BEFORE.search(text, max(0, at - _AHEAD), at)
    if before is None:
        return False
    start = before.start()
    return not text[max(0, start - _AHEAD) : start].lower().endswith("according ")


def _is_edge(text: str, at: int) -> bool:
    r"""Return whether a word begins or ends at a place, as `\b` tells it."""
    before, after = text[at - 1 : at], text[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")
