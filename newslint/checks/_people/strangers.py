"""People who are quoted by their full name, and of whom the story never says who they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newslint.attribution.graph import SourceKind
from newslint.attribution.kinds import nouns_for
from newslint.checks._people.people import Named, seems_person
from newslint.checks._phrases import vocabulary
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DASHES = frozenset({"-", "–", "—", "―"})
_LONGEST = 4  # words of a name
_OFTEN = 3  # mentions
_BEFORE = 60  # characters before a name in which an office may stand
# What may follow a name and tell who it is: "Ana Ruiz, who", "Ana Ruiz (Lindow)", "of", "from".
_TOLD_AFTER = LazyRegex(
    r"(?:[’']s?)?(?:,\s|\s[(–—-]|\s(?:of|from|for|at|with|as)\s"
    r"|\s(?:and|or|&)\s+[A-Z]"
    r"|\s(?:(?!sa(?:id|ys)\s)[a-z]+\s){0,2}(?:is|was|became|has been|had been)\s"
    r"|\s(?:\w+\s)?(?:heads?|headed|leads?|led|chairs?|chaired|runs|ran|owns|owned|represents"
    r"|represented|manages|managed|founded|works|worked|lives|lived|teaches|taught|plays|played"
    r"|took\sover\sas|takes\sover\sas|directs|directed|edits|edited|coached|coaches|studies|studied|farms|farmed)\s)"
)
# "Ana Ruiz was not hopeful"
_STATE = LazyRegex(
    r"\s(?:is|was|seemed|sounded)\s(?P<not>(?:not|less|more|far\sfrom)\s)?(?!an?\b|the\b)(?P<state>[a-z]+)\b"
)
# "She has been the board's surveyor since 2019"
_TOLD_NEXT = LazyRegex(
    r"\s*(?:He|She)\s(?:(?:is|was|has\sbeen|had\sbeen|became|works?\sas|worked\sas)\s(?:an?|the|[a-z]+[’']s)\s"
    r"|(?:heads|leads|runs|chairs|owns|manages|directs|edits|represents)\s)"
)
_QUOTED = LazyRegex(
    r"\s*[\"“][^\"“”]{3,300}[,.!?][\"”],?\s(?:he|she)\s(?:said|says|added|explained|asked)\b"
)


def strangers(
    reading: Reading, found: Iterable[Named], anywhere: Iterable[Named]
) -> Iterator[Named]:
    """Yield the first mention of each speaker whose role no mention tells.

    `found` are the names in the body, `anywhere` those of the whole article. Nobody is yielded
    who is named in the headline or a caption, or often: a story is about people whom its
    readers know, or who have been introduced in words that are not beside the name. Needs
    `attributions` and `names`.
    """
    body = list(found)
    places = {named.span for named in body}
    elsewhere = {w for named in anywhere if named.span not in places for w in named.words}
    sources = [a.source for a in reading.attributions]
    heads = [
        source.head
        for source in sources
        if source.kind is SourceKind.NAMED_PERSON and source.head is not None
    ]
    voices = reading.attributions.speakers
    with_role = {voice.name for voice in voices if voice.role and voice.name}
    unknown = {voice.name: voice.id for voice in voices if not voice.role and voice.name}
    told_here = {(a.block, a.speaker) for a in reading.attributions if a.speaker is not None}
    mentions: dict[str, list[Named]] = {}
    for named in body:
        mentions.setdefault(named.surname, []).append(named)
    for surname, same in mentions.items():
        first = same[0]
        if not first.is_full or not set(first.titles) <= vocabulary("persons", "courtesy"):
            continue
        if not (
            seems_person(reading.parses[first.block], first)
            or (opens_paragraph(reading, first) and _is_quoted_next(reading, first))
        ):
            continue
        if first.last.dep == "poss" or first.first.lower().endswith("maker"):
            continue
        if surname in elsewhere or surname in vocabulary("persons", "known") or len(same) > _OFTEN:
            continue
        whole = " ".join(first.words)
        if any(whole in name for name in with_role):
            continue
        cited = any(head.overlaps(first.span) for head in heads)
        opens = first.last.dep in _SUBJECTS and (first.block, unknown.get(whole)) in told_here
        alone = len(same) == 1 and opens_paragraph(reading, first)
        told = any(_is_told(reading, n) for n in same) or _is_told_next(reading, first)
        if (cited or opens or alone) and not told:
            yield first


def _is_told(reading: Reading, named: Named) -> bool:
    """Return whether the words round a name say who this is."""
    text = reading.text
    if not set(named.titles) <= vocabulary("persons", "courtesy"):
        return True
    if not named.is_full:
        return False
    bare = {word.lower().rstrip(".") for word in named.words}
    if len(named.words) > _LONGEST or bare & offices():
        return True  # "Filmmaker Ana Ruiz", "Harbour Board Director Ana Ruiz"
    tokens = reading.parses[named.block].tokens
    words = reading.parses[named.block].within(named.span)
    at = words[0].i if words else named.last.i
    before = tokens[at - 1] if at else None
    beside = before is not None and before.sentence == named.sentence
    if beside and before is not None and before.end + 1 >= words[0].start:
        if before.pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM") or before.tag in ("POS", "VBG"):
            return True
        if before.text in (",", ":", "(") and not _closes_quote(reading, before.start):
            return True
        if (
            before.lower in ("and", "or", "named", "called", "as", "himself", "herself")
            or before.text in _DASHES
        ):
            return True  # a dash: the line is signed
    after = text[named.span.end : named.span.end + _BEFORE]
    match = _TOLD_AFTER.match(after)
    if match is None or _is_state(after):
        return False
    if is_cited(reading, named) and match[0].startswith(", "):
        beside = any(c.dep in ("appos", "relcl", "acl") for c in named.last.children)
        return beside or re.match(r",\s\w+ing\b", after) is not None
    return not _is_tag(after, match)


def is_cited(reading: Reading, named: Named) -> bool:
    """Return whether a name stands after "according to"."""
    before = reading.text[max(0, named.span.start - 14) : named.span.start]
    return before.lower().endswith("according to ")


def opens_paragraph(reading: Reading, named: Named) -> bool:
    """Return whether a full name opens a paragraph and does at once what people do."""
    verb = named.last.head
    block = reading.blocks[named.block].span
    if named.span.start != block.start or named.last.dep not in _SUBJECTS:
        return False
    if any(c.dep in ("appos", "relcl", "prep", "conj") for c in named.last.children):
        return False
    if any(link.text.overlaps(named.span) for link in reading.article.links):
        return False
    finite = verb.tag in ("VBD", "VBZ") or any(
        c.tag == "MD" or (c.dep == "aux" and c.lower in ("has", "had")) for c in verb.children
    )
    lists = ("does", "steps", "wills", "tells", "acts", "speaks", "judges")
    known = finite and any(verb.lemma in vocabulary("persons", name) for name in lists)
    negated = any(c.dep == "neg" for c in verb.children)
    after = reading.text[named.span.end : named.span.end + 3]
    return (known or negated) and re.match(r"\s[a-z]", after) is not None


@cache
def offices() -> frozenset[str]:
    """Return words for what people are, by which a name may be opened, in small letters."""
    titles = {title.lower().rstrip(".") for title in vocabulary("persons", "titles")}
    return vocabulary("persons", "before_surname") | nouns_for("roles") | titles


def _is_quoted_next(reading: Reading, named: Named) -> bool:
    """Return whether the next words of the paragraph are quoted, and "he" or "she" said them."""
    sentence = reading.sentence_at(named.span.start)
    if sentence is None:
        return False
    after = reading.text[sentence.span.end : reading.blocks[named.block].span.end]
    return _QUOTED.match(after) is not None


def _is_told_next(reading: Reading, named: Named) -> bool:
    """Return whether the next sentence of the paragraph tells: "She has been surveyor since"."""
    sentence = reading.sentence_at(named.span.start)
    if sentence is None:
        return False
    after = reading.text[sentence.span.end : reading.blocks[named.block].span.end]
    return _TOLD_NEXT.match(after) is not None


def _is_state(after: str) -> bool:
    """Return whether what follows a name tells how somebody feels, and not who it is."""
    match = _STATE.match(after)
    return match is not None and (
        bool(match["not"]) or match["state"] in vocabulary("persons", "feels")
    )


def _closes_quote(reading: Reading, place: int) -> bool:
    return reading.text[max(0, place - 1) : place] in tuple("”\"’'")


def _is_tag(after: str, match: re.Match[str]) -> bool:
    """Return whether a comma after the name only ends the tag: “Yes,” said Ana Ruiz, “but”."""
    return match[0].startswith(", ") and after[match.end() : match.end() + 1] in tuple("“\"‘'")
