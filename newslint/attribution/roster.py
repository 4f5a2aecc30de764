"""Who is named in a story, source or not: what surnames and pronouns may stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from newslint.attribution.graph import SourceKind
from newslint.attribution.kinds import nouns_for
from newslint.attribution.naming import core_of, name_and_role, text_of
from newslint.attribution.passage import Passage
from newslint.language.tokens import Parse, Token
from newslint.span import Span

#: Words that open what a role is of: "mayor *of* Lindow", "guide *at* the caves".
_AFTER_ROLE = frozenset({"of", "at", "for", "in", "from", "on", "to", "with", "who", "and"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person or body in the narration; `name` is its fullest form so far.

    `role` is what stands beside it: "Ana Ruiz, the *manager*"; it may be empty. A plural one
    is no name but a subject like "researchers".
    """

    span: Span
    name: str
    person: bool
    subject: bool
    gender: str = ""
    role: str = ""
    plural: bool = False


@dataclass(frozen=True)
class Roster:
    """The names of a story in text order, and where its sentences start (text coordinates)."""

    mentions: tuple[Mention, ...] = ()
    starts: tuple[int, ...] = ()

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that `place` is in."""
        return bisect_right(self.starts, place)

    def before(self, place: int) -> tuple[Mention, ...]:
        """Return the names that start before `place`."""
        return self.mentions[: bisect_left(self.mentions, place, key=lambda m: m.span.start)]

    @cached_property
    def _people(self) -> Mapping[str, Sequence[Mention]]:
        """The people by the last word of their names."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.person:
                found.setdefault(mention.name.lower().split()[-1], []).append(mention)
        return found

    def full_name(self, name: str, place: int, gender: str = "") -> str | None:
        """Return the full name of the person last called so before `place`, else anywhere.

        `gender` is what a title before the name tells; it may be empty.
        """
        wanted = name.lower().split()
        fitting = [
            m
            for m in (self._people.get(wanted[-1], ()) if wanted else ())
            if len(m.name.split()) > len(wanted)
            and m.name.lower().split()[-len(wanted) :] == wanted
            and (not gender or m.gender in ("", gender))
        ]
        before = [m for m in fitting if m.span.start <= place]
        return before[-1].name if before else (fitting[0].name if fitting else None)

    def holder_of_role(self, role: str, place: int) -> Mention | None:
        """Return the person last named with a role before `place`: "the *manager*"."""
        fitting = [
            m
            for m in self.mentions
            if m.person and m.role and m.span.start < place and same_role(m.role, role)
        ]
        return fitting[-1] if fitting else None

    def is_body(self, name: str) -> bool:
        """Return whether a lone name is a body: read as one at least as often as a person."""
        wanted = name.lower()
        readings = [m.person for m in self.mentions if m.name.lower() == wanted]
        return bool(readings) and readings.count(False) >= readings.count(True)


def same_role(known: str, wanted: str) -> bool:
    """Return whether a role as first given may be called `wanted` later.

    Its head must be the same, and nothing may be added: "finance minister" is "minister",
    and not "prime minister".
    """
    words = known.lower().replace(",", " ").split()
    asked = wanted.lower().split()
    stop = next((n for n, word in enumerate(words) if word in _AFTER_ROLE), len(words))
    core = words[:stop]
    return bool(asked and core) and asked[-1] == core[-1] and set(asked) <= set(words)


def roster_of(
    passages: Sequence[Passage], parses: Sequence[Parse], sentences: Sequence[Sequence[Span]]
) -> Roster:
    """Return who is named outside quotations."""
    found: list[Mention] = []
    full: dict[str, str] = {}
    for passage, parse in zip(passages, parses, strict=True):
        at = {t.start: t for t in passage.tokens}
        for entity in parse.entities:
            first = at.get(entity.span.start)
            if first is None or passage.quoted[first.i]:
                continue
            if entity.label not in ("PERSON", "ORG"):
                continue
            end = bisect_left(passage.tokens, entity.span.end, first.i, key=lambda t: t.start)
            words = list(passage.tokens[first.i : end])
            mention = _mention(passage, words, full, person=entity.label == "PERSON")
            if mention is not None:
                found.append(mention)
        found += _groups(passage)
    found.sort(key=lambda m: m.span.start)
    return Roster(tuple(found), tuple(s.start for block in sentences for s in block))


@cache
def _peopled() -> frozenset[str]:
    return nouns_for("common_roles") | nouns_for("roles") | nouns_for("collectives")


@cache
def _titles() -> frozenset[str]:
    return nouns_for("titles") | nouns_for("roles")


def _groups(passage: Passage) -> Iterator[Mention]:
    """Yield the people who act together in the narration: "*Researchers* lowered ..."."""
    for token in passage.tokens:
        acting = token.tag == "NNS" and token.dep in _SUBJECTS and not passage.quoted[token.i]
        if acting and token.lemma.lower() in _peopled():
            words = core_of(passage, token)
            span = Span(words[0].start, token.end)
            yield Mention(span, text_of(words), person=False, subject=True, plural=True)


def _mention(
    passage: Passage, words: list[Token], full: dict[str, str], *, person: bool
) -> Mention | None:
    while words and (words[-1].tag == "POS" or words[-1].pos == "PUNCT"):
        words = words[:-1]
    start = 0
    while start < len(words) - 1 and words[start].lower.strip(".-–—―") in _titles():
        start += 1
    named = [t.text for t in words[start:] if t.pos != "DET"]
    if not named or not named[-1][:1].isupper():
        return None
    name = " ".join(named)
    known = full.get(named[-1].lower()) if person and len(named) == 1 else None
    if person and len(named) > 1:
        full[named[-1].lower()] = name
    head = words[-1]
    subject = head.dep in _SUBJECTS or (head.dep == "compound" and head.head.dep in _SUBJECTS)
    before = passage.lowered[max(words[0].i - 3, 0) : words[start].i]
    span = Span(words[0].start, words[-1].end)
    role = name_and_role(passage, head, SourceKind.NAMED_PERSON)[1] if person else None
    gender = gender_of(before) if person else ""
    return Mention(span, known or name, person, subject, gender, role or "")


def gender_of(words: Iterable[str]) -> str:
    """Return what titles and words like "spokeswoman" tell: "feminine", "masculine" or ""."""
    for word in words:
        bare = word.strip(".,")
        if bare in nouns_for("feminine"):
            return "feminine"
        if bare in nouns_for("masculine"):
            return "masculine"
    return ""
