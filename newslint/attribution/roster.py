"""Who is named in a story, source or not: what surnames and pronouns may stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newslint.attribution.kinds import nouns_for
from newslint.attribution.passage import Passage
from newslint.language.tokens import Parse, Token
from newslint.span import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a person or body in the narration; `name` is its fullest form so far."""

    span: Span
    name: str
    person: bool
    subject: bool
    gender: str = ""


@dataclass(frozen=True)
class Roster:
    """The names of a story in text order, and where its sentences start (text coordinates)."""

    mentions: tuple[Mention, ...] = ()
    starts: tuple[int, ...] = ()

    def sentence_at(self, place: int) -> int:
        """Return the number of the sentence that `place` is in."""
        return bisect_right(self.starts, place)

    def full_name(self, name: str, place: int, gender: str = "") -> str | None:
        """Return the full name of the person last called so before `place`, else anywhere.

        `gender` is what a title before the name tells; it may be empty.
        """
        wanted = name.lower().split()
        fitting = [
            m
            for m in self.mentions
            if m.person
            and len(m.name.split()) > len(wanted)
            and m.name.lower().split()[-len(wanted) :] == wanted
            and (not gender or m.gender in ("", gender))
        ]
        before = [m for m in fitting if m.span.start <= place]
        return before[-1].name if before else (fitting[0].name if fitting else None)


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
            words = [t for t in passage.tokens[first.i :] if t.start < entity.span.end]
            mention = _mention(passage, words, full, person=entity.label == "PERSON")
            if mention is not None:
                found.append(mention)
    return Roster(tuple(found), tuple(s.start for block in sentences for s in block))


def _mention(
    passage: Passage, words: list[Token], full: dict[str, str], *, person: bool
) -> Mention | None:
    while words and (words[-1].tag == "POS" or words[-1].pos == "PUNCT"):
        words = words[:-1]
    titles = nouns_for("titles") | nouns_for("roles")
    start = 0
    while start < len(words) - 1 and words[start].lower.rstrip(".") in titles:
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
    return Mention(span, known or name, person, subject, gender_of(before) if person else "")


def gender_of(words: Iterable[str]) -> str:
    """Return what titles and words like "spokeswoman" tell: "feminine", "masculine" or ""."""
    for word in words:
        bare = word.strip(".,")
        if bare in nouns_for("feminine"):
            return "feminine"
        if bare in nouns_for("masculine"):
            return "masculine"
    return ""
