"""Groups without a name that are made to speak: critics say, according to experts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.group_sorts import (
    QUANTITIES,
    has_before,
    is_other_people,
    is_seat,
    sort_of,
    words,
)
from newslint.checks._sourcing.person_nouns import person_lemma
from newslint.checks._sourcing.sureness import is_sure
from newslint.checks._sourcing.surface_groups import surface_groups
from newslint.checks._sourcing.voices import voices_in
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_MANY = frozenset(
    {
        "array",
        "bulk",
        "chorus",
        "couple",
        "crowd",
        "dozen",
        "generation",
        "group",
        "handful",
        "host",
    }
    | {"hundred", "legion", "lot", "majority", "minority", "number", "plenty", "score", "section"}
    | {"chunk", "half", "part", "share", "slice", "spectrum", "swathe", "thousand"}
)
_WHOLE = frozenset(
    {"country", "crowd", "electorate", "fanbase", "population", "public", "support", "workforce"}
)
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "no", "not", "neither"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME"})
_AFFILIATED = frozenset({"at", "from", "with", "for", "within", "inside", "behind", "to"})
_SOMEWHERE = frozenset({"at", "from", "inside", "within"})
_AREAS = frozenset({"across", "around", "in", "on", "round"})
_ALL_OR_NONE = frozenset({"anybody", "anyone", "everybody", "everyone", "nobody"})
_WHERE = frozenset({"around", "at", "in", "inside", "near", "on", "outside"})
_INVOLVED = frozenset(
    {"act", "attend", "include", "interview", "lead", "represent", "sue", "treat"}
)
_AFTER = frozenset({"acl", "amod", "appos", "prep", "relcl"})
_UNCOUNTED = frozenset({"few", "many", "most", "others", "several", "some"})
_COUNTRIES = frozenset({"u.k.", "u.s.", "uk", "un", "u.n.", "us"})
_USAGE = frozenset(
    {"applaud", "call", "consider", "define", "favor", "favour", "prefer", "recommend", "use"}
)
_MEDIA = frozenset({"media", "press"})
_NAMED_ASIDE = LazyRegex(
    r", (?:the |its |their )?(?:[\w’'-]+ ){0,4}?(?:[A-Z][\w.’'-]+ ){1,3}$"
    r"|, (?:[A-Z][\w.’'-]+ ?){1,3}, $"
)
_OPENERS = frozenset({"and", "but", "nor", "so", "still", "though", "while", "yet"})
_BLOCS = frozenset({"eu", "e.u.", "european", "western"})


@dataclass(frozen=True, slots=True)
class Group:
    """A group that cannot be asked.

    `head` is its noun, `span` the words to mark. It is `sure` if the words claim knowledge or
    weight and nothing else tells who is meant; else the group may be plain from the story, or
    be what the story is about. `sort` is `authority` where its members claim to know, `office`
    where they hold one, else `crowd` or `mild`.
    """

    span: Span
    head: Token
    sure: bool
    sort: str

    @property
    def authority(self) -> bool:
        """Whether its members claim to know."""
        return self.sort == "authority"

    @property
    def lemma(self) -> str:
        """The dictionary form of the noun."""
        return person_lemma(self.head)


def groups_in(reading: Reading) -> Iterator[Group]:
    """Yield the groups without a name that are made to speak, as the words to mark.

    A group is left out if its members are counted, if an owner, a body or a name belongs to
    it ("the mayor's critics", "analysts at Tarn Bank", "critics such as Ana Ruiz"), if it was
    spoken of before ("the residents"). Needs `parse` with names, and `sentences`.
    """
    at_sight = list(surface_groups(reading))
    for at_once in at_sight:
        yield Group(at_once.span, at_once.head, sure=True, sort=at_once.sort)
    for voice in voices_in(reading):
        head, counted = _members(voice.head)
        lemma = head.lower
        sort = sort_of(head)
        if head.dep == "conj" and _is_identified(head.head, voice.cue):
            continue
        if sort is None or _is_identified(head, voice.cue):
            continue
        if counted is not head and any(c.dep == "poss" or c.tag == "CD" for c in counted.children):
            continue
        if lemma in _MEDIA or (lemma in QUANTITIES and _is_part_of_known(head)):
            continue  # which outlet is another rule's question
        if lemma in QUANTITIES and head.dep != "pobj" and _points_back(reading, head):
            continue
        if _leads_to_a_name(reading, head) or _is_surname(reading, head):
            continue
        if _is_broken_into(reading, head, voice.cue):
            continue
        span = Span(_start_of(counted), head.end)
        if any(span.overlaps(seen.span) for seen in at_sight):
            continue
        yield Group(span, head, is_sure(head, counted, voice), sort)


def is_turn_of_phrase(group: Group) -> bool:
    """Return whether no statement is meant, but how a word or a measure is used.

    "The limit that economists generally consider sustainable", "a game that many call a
    classic" and "critics would call them dreams" hardly want names.
    """
    verb = group.head.head
    if verb.lemma == "call" and verb.dep == "relcl":
        return True
    if any(c.lower == "would" for c in verb.children) and verb.tag == "VB":
        return verb.lemma in {"argue", "call", "consider", "say"}
    return group.authority and verb.dep == "relcl" and verb.lemma in _USAGE


def _is_name(word: Token) -> bool:
    """Return whether the word is a name, not one that only opens the sentence: Tech bosses."""
    trade = word.lower in words("sectors")
    opens = word.head.tag == "NNS" and word.head.i == word.i + 1
    opens &= trade or (word.i == 0 and word.entity == "")
    return word.tag.startswith("NNP") and word.entity != "NORP" and not opens and _is_word(word)


def _is_word(word: Token) -> bool:
    """Return whether this is neither an emoji nor a word that names a trade."""
    return any(c.isalpha() for c in word.text) and word.lower not in words("sectors")


def _is_place(word: Token) -> bool:
    """Return whether the name is of a country or a seat of power, not of a body: U.S. officials."""
    return word.lower in words("seats") | _COUNTRIES


def _members(head: Token) -> tuple[Token, Token]:
    """Return the noun for the members, and the noun that counts them: a number of parents."""
    if head.lemma.lower() in _MANY or head.lower in QUANTITIES:
        of = next((c for c in head.children if c.lower == "of" and c.i == head.i + 1), None)
        inner = of.child("pobj") if of is not None else None
        named = inner is not None and any(w.tag.startswith("NNP") for w in inner.subtree)
        if inner is not None and inner.tag in {"NNS", "NNPS"} and not has_before(inner, _POINTING):
            return inner, head
        if inner is not None and inner.lower in _WHOLE:
            return (head, head) if named else (inner, head)
    return head, head


def _is_identified(head: Token, cue: Token) -> bool:
    """Return whether a word with the noun says whose people they are, or how many."""
    if is_seat(head):
        return False
    before = [w for c in head.children if c.i < head.i for w in c.subtree]
    owner = next((c for c in head.children if c.dep == "poss"), head)
    some_persons = owner.tag == "PRP$" and person_lemma(head) in words("about_somebody")
    if head.lemma.lower() in words("around") or some_persons:
        before = [w for w in before if owner is head or w not in owner.subtree]
    before = [w for w in before if w.lower not in _BLOCS]
    if any(
        w.tag == "CD"
        or w.dep == "poss"
        or (w.entity in {"ORG", "PERSON"} and w.tag.startswith("NNP") and _is_word(w))
        for w in before
        if head.lemma != "watcher"  # Kremlin-watchers
    ):
        return True
    if head.lemma != "watcher" and any(_is_name(w) and not _is_place(w) for w in before):
        return True
    if head.lower in {"everybody", "everyone"}:
        # not everyone is convinced; but everyone cheering
        return cue.tag == "VBG" and cue.child("aux") is None
    none = head.lower == "one" or has_before(head, frozenset({"all", "every"}))
    pointing = _POINTING - {"no", "not"} if none else _POINTING
    if head.lower not in QUANTITIES and has_before(head, pointing) and not _is_at_large(head):
        return True
    if head.lower == "those":
        return not any(c.i > head.i and c.dep in _AFTER for c in head.children)
    if head.lower in QUANTITIES:
        # some at city hall, many in its ranks: who?
        return any(_has_name(c) for c in head.children if c.i > head.i and c.dep == "prep")
    after = [c for c in head.children if c.i > head.i and c is not cue]
    if has_before(head, _UNCOUNTED) or (head.dep == "pobj" and head.head.head.lemma in _MANY):
        after = [c for c in after if c.lower != "of"]  # some members of the senate: which?
    return any(_says_who(c) for c in after)


def _is_at_large(head: Token) -> bool:
    """Return whether "the" points at nobody told of before: the authorities, the market."""
    return has_before(head, frozenset({"the"})) and (
        head.lemma.lower() in words("masses") or head.lower in words("at_large")
    )


def _says_who(part: Token) -> bool:
    """Return whether what follows the noun names a body, a person or a way to find them."""
    if part.dep not in _AFTER or part.lower in {"but", "except"}:
        return part.lower in {"but", "except"}
    named = _has_name(part)
    if part.lower == "involved" and any(c.dep == "neg" for c in part.children):
        return False  # experts not involved in the study
    if part.dep == "relcl" and any(w.lower == "whose" for w in part.subtree):
        return True  # auditors whose report was read out
    if part.lower in _AREAS and part.head.lower in _ALL_OR_NONE:
        return False  # nobody in Tarn
    if part.lower in _WHERE and person_lemma(part.head) in words("frequenters"):
        return any(w.dep == "poss" or w.tag == "CD" for w in part.subtree)  # regulars at the Bell
    if part.dep == "acl" and part.tag == "VBG" and part.lemma not in _INVOLVED:
        return named  # living near the plant
    if part.dep == "amod" and part.lower in {"close", "familiar", "near"}:
        return False
    if part.dep == "amod":
        felt = part.lower in words("feelings") and part.child("xcomp") is None
        return named or not felt  # unhappy with the vote: who is? But: certain to win
    if part.dep != "prep":
        return True if part.dep == "acl" else named
    if named:
        return True
    if part.lower in _SOMEWHERE and _is_ordinary(part.head):
        return any(w.dep == "poss" or w.tag == "CD" for w in part.subtree)  # workers at the depot
    last = part.child("pobj")
    empty = vocabulary("attribution", "collective", "empty")
    return part.lower in _AFFILIATED and (last is None or last.lemma not in empty)


def _has_name(part: Token) -> bool:
    """Return whether a name is in it, other than that of a place: at Tarn Bank, not in Tarn."""
    return any(
        w.tag.startswith("NNP") and w.entity not in _PLACES and _is_proper(w) for w in part.subtree
    )


def _is_proper(word: Token) -> bool:
    return word.text[:1].isupper() or word.entity != ""


def _is_ordinary(head: Token) -> bool:
    crowd = words("crowd") - words("present") - QUANTITIES
    return person_lemma(head) in crowd or is_other_people(head)


def _start_of(head: Token) -> int:
    before = [
        w.start
        for c in head.children
        if c.i < head.i and c.dep in {"amod", "compound", "det", "nmod", "nummod", "quantmod"}
        for w in c.subtree
        if any(character.isalnum() for character in w.text) and w.lower not in _OPENERS
    ]
    return min(before, default=head.start)


def _is_part_of_known(head: Token) -> bool:
    """Return whether these are some of those spoken of before: some of the same activists."""
    return any(
        c.lower == "of" and any(w.lower in _POINTING or w.dep == "poss" for w in c.subtree)
        for c in head.children
    )


def _points_back(reading: Reading, head: Token) -> bool:
    """Return whether a bare "some" or "many" is of people the paragraph spoke of."""
    if any(c.dep == "prep" for c in head.children):
        return False
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    return any(
        t.tag in {"NNS", "NNPS"} and sort_of(t) is not None
        for t in reading.parses[sentence.block]
        if t.end <= head.start
    )


def _is_surname(reading: Reading, head: Token) -> bool:
    """Return whether the word opens a sentence here, and is a name inside others: Sanders."""
    if not head.text[:1].isupper() or head.entity == "NORP" or is_seat(head):
        return False
    inside = rf"(?:[a-z,]|\b(?:[A-Z]|Mrs?|Ms|Dr|Sen|Rep|Gov|Sir|Prof)\.) {re.escape(head.text)}\b"
    return is_other_people(head) and re.search(inside, reading.text) is not None


def _is_broken_into(reading: Reading, head: Token, cue: Token) -> bool:
    """Return whether somebody named, between commas, is the one who says it.

    "Owners who have not paid, the clerk, Ana Ruiz, said, face a charge".
    """
    between = Span(head.end, max(head.end, cue.start)).cut(reading.text)
    return _NAMED_ASIDE.search(between) is not None


def _leads_to_a_name(reading: Reading, head: Token) -> bool:
    """Return whether a name follows, at once or after "including", "such as" or "led by"."""
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    words = [t for t in reading.parses[sentence.block].within(sentence.span) if t.i > head.i]
    naming = vocabulary("attribution", "collective", "naming")
    if words and words[0].entity == "PERSON":
        return True
    for at, word in enumerate(words):
        if word.lower == "among" and not (at and words[at - 1].text == ","):
            continue  # "rank it among the worst"
        if word.lower in naming and any(
            w.tag.startswith("NNP") or w.lower in {"the", "'s"} for w in words[at + 1 : at + 8]
        ):
            return True
    return False
