"""Groups without a name that are made to speak: critics say, according to experts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.checks._phrases import vocabulary
from newslint.checks._support import prose
from newslint.checks._voices import Voice, feels, is_idiom, voices_in
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_QUANTITIES = frozenset({"few", "many", "most", "others", "several", "some", "those"})
_MANY = frozenset(
    {"array", "chorus", "couple", "crowd", "dozen", "generation", "group", "handful", "host", "lot"}
    | {"number"}
)
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "no", "not", "neither"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME"})
_AFFILIATED = frozenset({"at", "from", "with", "for", "within", "inside", "behind", "to"})
_AFTER = frozenset({"acl", "amod", "appos", "prep", "relcl"})
_OTHER = frozenset({"other"})
_UNCOUNTED = frozenset({"few", "many", "most", "others", "several", "some"})
_COMMON = frozenset(
    {"accord", "agree", "believe", "claim", "complain", "fear", "know", "say", "speak", "suspect"}
    | {"talk", "think"}
)
_COUNTRIES = frozenset({"u.k.", "u.s.", "uk", "un", "u.n.", "us"})
_TALES = frozenset({"lie", "story", "tale", "truth"})
_IN_COMMON = frozenset({"be", "know", "see"})
_BLOCS = frozenset({"eu", "e.u.", "european", "western"})
_FORECASTS = frozenset({"anticipate", "expect", "forecast", "foresee", "predict"})
_ASIDE = re.compile(
    r",\s(?P<who>some|many|most|others)\s(?:argue|believe|claim|complain|contend|fear|feel|hope|reckon|say|suspect"
    r"|think|worry)(?=[,.;])"
)


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
    mood: bool = False  # a feeling or a thing in common is told, rather than a statement

    @property
    def authority(self) -> bool:
        """Whether its members claim to know."""
        return self.sort == "authority"

    @property
    def lemma(self) -> str:
        """The dictionary form of the noun."""
        return self.head.lemma.lower()


def groups_in(reading: Reading) -> Iterator[Group]:
    """Yield the groups without a name that are made to speak, as the words to mark.

    A group is left out if its members are counted, if an owner, a body or a name belongs to
    it ("the mayor's critics", "analysts at Tarn Bank", "critics such as Ana Ruiz"), if it was
    spoken of before ("the residents"). Needs `parse` with names, and `sentences`.
    """
    yield from _aside(reading)
    for voice in voices_in(reading):
        head, counted = _members(voice.head)
        lemma = head.lemma.lower()
        sort = _sort_of(head, lemma)
        if head.dep == "conj" and _is_identified(head.head, voice.cue):
            continue
        if sort is None or _is_identified(head, voice.cue) or _is_identified(counted, voice.cue):
            continue
        if lemma in _QUANTITIES and _is_part_of_known(head):
            continue
        if lemma in _QUANTITIES and head.dep != "pobj" and _points_back(reading, head):
            continue
        if _leads_to_a_name(reading, head):
            continue
        span = Span(_start_of(counted), head.end)
        mood = feels(voice.cue) or voice.cue.lemma in _IN_COMMON or _is_for(voice.cue)
        yield Group(span, head, _is_sure(head, counted, voice), sort, mood)


def _aside(reading: Reading) -> Iterator[Group]:
    """Yield "some" in ", some claim,": an aside that a parser often takes for a noun."""
    for index, block in prose(reading):
        for match in _ASIDE.finditer(reading.text, block.span.start, block.span.end):
            head = reading.parses[index].at(match.start("who"))
            if head is not None:
                yield Group(Span(*match.span("who")), head, sure=True, sort="crowd")


def _is_sure(head: Token, counted: Token, voice: Voice) -> bool:
    """Return whether "could be anyone" is true of the group, whatever the story is about.

    So it is of people who claim to know, who campaign or who are close to somebody, and of
    ordinary people, when they state or believe or feel something; and of "some" and "many".
    """
    lemma, cue = head.lemma.lower(), voice.cue
    if head.lower == "those" and any(c.lower == "close" for c in head.children):
        return True
    if lemma == "prosecutor" or (cue.lemma == "allege" and _is_in_court(cue)):
        return False  # on record in court
    if cue.lemma == "report" and cue.child("ccomp") is None:
        return False  # what was counted, or handed in
    if is_idiom(cue) and lemma == "source":
        return True
    if _is_seat(head):
        return cue.lemma in _words("wants")
    many = lemma in _UNCOUNTED or _has(head, _UNCOUNTED) or counted is not head
    knows = lemma in _words("knowledge")
    ordinary = lemma in _words("crowd") - _words("present") - _QUANTITIES
    if _is_term(head, cue) or lemma == "several" or _has(head, _OTHER):
        return False  # several of those just told of; others than those just named
    if (
        head.dep == "conj"
        and head.head.tag == "NNS"
        and _sort_of(head.head, head.head.lemma.lower())
    ):
        return False  # marked with the first of them: friends, lobbyists and foes
    if feels(cue) or cue.lemma in _words("shared"):
        return knows or ordinary
    if head.lower in {"everybody", "everyone"} and cue.lemma in _words("attitudes"):
        return True
    if not _states(cue):
        acts = cue.lemma in _words("acts") and cue.tag in {"VBD", "VBN", "VBP"}
        stance = cue.tag == "VBP" and cue.lemma in _words("stances")
        stance &= many or cue.lemma == "want"
        if lemma in _words("organised") | {"group"} and cue.lemma != "accuse":
            return acts and (lemma != "group" or _is_qualified(head))
        if knows and cue.lemma in {"advise", "recommend", "see", "urge"} and cue.tag == "VBP":
            return True
        if cue.lemma in _words("moving"):
            return knows or ordinary
        if is_idiom(cue):
            return knows or ordinary or lemma in _words("authority") | _words("office")
        claims = knows or ordinary or lemma in _words("authority") - _words("trades")
        return (claims and acts) or (stance and lemma in _words("crowd") - _words("polled"))
    if lemma in {"everybody", "everyone", "people"} and not many:
        return cue.lemma in _COMMON | _words("attitudes") and cue.tag != "VBN"
    if many:
        return lemma not in _words("polled") | _words("bodies")
    if lemma == "group":
        return _is_qualified(head)
    if lemma in _words("masses") or head.entity == "NORP":
        parties = lemma in {"lobby", "opposition"}
        return cue.lemma in (_words("telling") if parties else _words("beliefs"))
    if head.lower in {"nobody", "one", "few"}:
        return cue.lemma in _words("beliefs") | {"doubt", "expect"}
    if knows or ordinary or lemma in _words("authority") - _words("trades"):
        return True
    if lemma in _words("many_bodied") and cue.lemma in _FORECASTS:
        return True
    if lemma in _words("bodies") and any(w.lower == "their" for w in cue.subtree if w.i > cue.i):
        return False  # of their own affairs
    if lemma in _words("office") and any(c.lower in _words("located") for c in head.children):
        return False
    # What the others agree or hope or are to do is a deed or a plan of theirs.
    return cue.lemma in _words("telling") or lemma in _words("circle") | _words("organised")


def _is_in_court(verb: Token) -> bool:
    courts = vocabulary("attribution", "agentless", "courts") | {"case", "suit"}
    top = [verb, *verb.ancestors][-1]
    return any(w.lower in courts for w in top.subtree)


def _is_place(word: Token) -> bool:
    """Return whether the name is of a country or a seat of power, not of a body: U.S. officials."""
    return word.lower in _words("seats") | _COUNTRIES


def _is_for(cue: Token) -> bool:
    """Return whether the verb is of fear or hope for something: fear for their takings."""
    return cue.lemma in {"fear", "hope", "worry"} and any(c.lower == "for" for c in cue.children)


def _is_seat(head: Token) -> bool:
    """Return whether this is a seat of power that stands for whoever sits there: Whitehall."""
    if not head.text[:1].isupper() or head.tag not in {"NN", "NNP"}:
        return False
    names = [c.lower for c in head.children if c.dep == "compound"]
    return " ".join([*names, head.lower]) in _words("seats")


def _is_qualified(head: Token) -> bool:
    return any(c.dep in {"amod", "compound"} for c in head.children)


def _words(name: str) -> frozenset[str]:
    return vocabulary("attribution", "collective", name)


def _states(cue: Token) -> bool:
    """Return whether the cue reports a statement or a belief, rather than a deed."""
    if not cue.tag.startswith("VB") or cue.lemma == "accord":
        return True
    if cue.lemma in _FORECASTS:
        return cue.tag in {"VBP", "VBZ", "VB"}  # "profit beat what analysts expected" is a figure
    return cue.lemma in _words("statements")


def _is_term(head: Token, cue: Token) -> bool:
    """Return whether this is the name of a thing: what economists, or some, call a bubble."""
    if cue.lemma == "tell" and any(c.lemma in _TALES for c in cue.children):
        return True  # witnesses tell a different story
    said = any(c.lower == "what" for c in cue.children)
    terms = _words("authority") - {"critic", "detractor", "opponent"} | _UNCOUNTED
    return said and cue.lemma in {"call", "term"} and head.lemma.lower() in terms


def _members(head: Token) -> tuple[Token, Token]:
    """Return the noun for the members, and the noun that counts them: a number of parents."""
    if head.lemma.lower() in _MANY or head.lower in _QUANTITIES:
        of = next((c for c in head.children if c.lower == "of" and c.i == head.i + 1), None)
        inner = of.child("pobj") if of is not None else None
        if inner is not None and inner.tag in {"NNS", "NNPS"} and not _has(inner, _POINTING):
            return inner, head
    return head, head


def _sort_of(head: Token, lemma: str) -> str | None:
    """Return `authority`, `office` or `crowd` for a plural of such people; else None."""
    if head.lower == "those" and any(c.lower == "close" for c in head.children):
        return "crowd"  # to the yard
    if lemma in _QUANTITIES:
        of = next((c for c in head.children if c.lower == "of"), None)
        inner = of.child("pobj") if of is not None else None
        return None if inner is not None and inner.tag == "PRP" else "crowd"  # most of us
    if lemma in _words("masses") and head.tag == "NN":
        described = any(c.dep in {"amod", "compound"} for c in head.children)
        return "mild" if _has(head, frozenset({"the"})) or described else None
    if head.lower in {"nobody", "one"}:
        return "mild" if head.lower == "nobody" or _has(head, frozenset({"no"})) else None
    if _is_seat(head):
        return "mild"
    if head.tag in {"NNS", "NNPS"} and head.entity == "NORP":
        return "mild"
    if head.tag not in {"NNS", "NNPS"} and lemma not in {"everybody", "everyone", "folk", "staff"}:
        return None
    if lemma in vocabulary("attribution", "collective", "authority"):
        return "authority"
    if lemma in vocabulary("attribution", "collective", "figures"):
        described = any(c.dep in {"amod", "compound"} for c in head.children)
        return "authority" if described and (lemma != "source" or is_idiom(head.head)) else None
    if lemma in vocabulary("attribution", "collective", "office"):
        return "mild" if lemma == "government" else "office"
    if lemma in vocabulary("attribution", "collective", "crowd"):
        described = any(c.dep in {"amod", "compound"} for c in head.children)
        return "mild" if lemma == "group" and not described else "crowd"
    if lemma in vocabulary("attribution", "collective", "bodies"):
        return "mild" if head.dep == "pobj" else "crowd"
    return None


def _is_identified(head: Token, cue: Token) -> bool:
    """Return whether a word with the noun says whose people they are, or how many."""
    if _is_seat(head):
        return False
    before = [w for c in head.children if c.i < head.i for w in c.subtree]
    if head.lemma.lower() in _words("around"):
        owner = next((c for c in head.children if c.dep == "poss"), head)
        before = [w for w in before if owner is head or w not in owner.subtree]
    before = [w for w in before if w.lower not in _BLOCS]
    if any(w.tag == "CD" or w.dep == "poss" or w.entity in {"ORG", "PERSON"} for w in before):
        return True
    if any(w.tag.startswith("NNP") and w.entity != "NORP" and not _is_place(w) for w in before):
        return True
    if head.lower not in _QUANTITIES and _has(head, _POINTING) and not _is_at_large(head):
        return True
    if head.lower in _QUANTITIES:
        return any(_says_who(c) for c in head.children if c.i > head.i and c.dep == "prep")
    after = [c for c in head.children if c.i > head.i and c is not cue]
    if _has(head, _UNCOUNTED) or (head.dep == "pobj" and head.head.head.lemma in _MANY):
        after = [c for c in after if c.lower != "of"]  # some members of the senate: which?
    return any(_says_who(c) for c in after)


def _is_at_large(head: Token) -> bool:
    """Return whether "the" points at nobody told of before: the authorities, the market."""
    return _has(head, frozenset({"the"})) and (
        head.lemma.lower() in _words("masses") or head.lower in _words("at_large")
    )


def _says_who(part: Token) -> bool:
    """Return whether what follows the noun names a body, a person or a way to find them."""
    if part.dep not in _AFTER or part.lower in {"but", "except"}:
        return part.lower in {"but", "except"}
    words = part.subtree
    named = any(w.tag.startswith("NNP") and w.entity not in _PLACES for w in words)
    if part.dep != "prep":
        return True if part.dep in {"acl", "amod"} else named
    if named:
        return True
    last = part.child("pobj")
    empty = vocabulary("attribution", "collective", "empty")
    return part.lower in _AFFILIATED and (last is None or last.lemma not in empty)


def _has(head: Token, words: frozenset[str]) -> bool:
    return any(c.lower in words and c.i < head.i for c in head.children)


def _start_of(head: Token) -> int:
    before = [
        w.start
        for c in head.children
        if c.i < head.i and c.dep in {"amod", "compound", "det", "nmod", "nummod", "quantmod"}
        for w in c.subtree
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
        t.tag in {"NNS", "NNPS"} and _sort_of(t, t.lemma.lower()) is not None
        for t in reading.parses[sentence.block]
        if t.end <= head.start
    )


def _leads_to_a_name(reading: Reading, head: Token) -> bool:
    """Return whether "including", "such as" or "led by" follows, and then a name."""
    sentence = reading.sentence_at(head.start)
    if sentence is None:
        return False
    words = [t for t in reading.parses[sentence.block].within(sentence.span) if t.i > head.i]
    naming = vocabulary("attribution", "collective", "naming")
    for at, word in enumerate(words):
        if word.lower in naming and any(
            w.tag.startswith("NNP") or w.lower in {"the", "'s"} for w in words[at + 1 : at + 8]
        ):
            return True
    return False
