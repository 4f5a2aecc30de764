"""consistency.denial-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks._facts.clauses import act_of, is_told_apart, sentence_tokens, thing_of
from newslint.checks._facts.told import is_name, person_at
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Related, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_BLOCKS = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_SUBJECTS = ("nsubj", "nsubjpass")
_VAGUE = frozenset(
    {
        "be",
        "have",
        "do",
        "say",
        "know",
        "want",
        "think",
        "like",
        "comment",
        "respond",
        "believe",
        "see",
        "tell",
        "need",
        "get",
        "go",
        "come",
        "mean",
        "seem",
        "feel",
        "understand",
        "agree",
        "make",
        "take",
        "give",
        "expect",
        "name",
        "identify",
        "include",
        "let",
        "find",
        "reply",
        "return",
        "recall",
        "remember",
    }
)
_MODALS = frozenset({"could", "can", "may", "might", "should", "must", "ca"})
_CONDITIONS = frozenset(
    {
        "if",
        "whether",
        "unless",
        "until",
        "because",
        "as",
        "when",
        "while",
        "than",
    }
)
_TIMES = frozenset({"DATE", "TIME", "GPE", "LOC", "ORDINAL"})
_ALONE = frozenset({"appeal", "resign", "testify", "apologise", "apologize", "strike"})
# In reported speech "had" sets nothing against anything, and an appeal may be what is denied.
_CONTRAST = vocabulary("events", "contrast") - {"had", "appeal"}
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their", "these", "those"})


@dataclass(frozen=True, slots=True)
class _Statement:
    act: str
    subject: str
    objects: frozenset[str]
    time: str
    ties: frozenset[str]
    denied: bool
    verb: Token
    span: Span
    block: int
    speaker: object


class DenialConflict(Rule):
    """Do not say that somebody did a thing, and further down that they did not.

    "Dench said that she had not asked for the log" and "Dench said that she had asked for
    it" leave the reader with no answer. Compared are sentences with one subject, verb and
    object and one tense, one of them denied. Where two sources differ, or the sentences speak
    of two days or places, both may be right, and nothing is said.
    """

    id: str = "consistency.denial-conflict"
    message: str = (
        "“%s” here, “%s” elsewhere: one denies what the other says. Check which is right."
    )
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences", "attributions"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example(
            "Ada Dench said that she had not asked for the log. It is long.\n\nDench said that she"
            " [[had asked for the log]]."
        ),
        Example("The council will appeal against the ruling.\n\nThe council [[will not appeal]]."),
        Example("Dench did not sell the boat in May. Dench sold the boat in June."),
        Example("Dench did not sell the boat, her lawyer said. Dench sold the boat, Orr said."),
        Example("The council did not close the pool. It will close the pool if it must."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each later statement that an earlier one rules out."""
        said = [
            s
            for index, block in enumerate(reading.blocks)
            if block.kind in _BLOCKS
            for s in _statements(reading, index)
        ]
        done: set[Span] = set()
        for at, later in enumerate(said):
            for first in said[:at]:
                if later.span in done or not _opposed(first, later):
                    continue
                done.add(later.span)
                here, there = (" ".join(s.span.cut(reading.text).split()) for s in (later, first))
                yield self.problem(
                    later.span, here, there, related=(Related(first.span, f"“{there}” here"),)
                )


def _opposed(one: _Statement, other: _Statement) -> bool:
    if one.denied is other.denied or (one.act, one.subject, one.time) != (
        other.act, other.subject, other.time,
    ):  # fmt: skip
        return False
    if (one.block, one.verb.sentence) == (other.block, other.verb.sentence):
        return False
    if one.speaker is not None and other.speaker is not None and one.speaker != other.speaker:
        return False
    if (one.speaker is None) is not (other.speaker is None) and one.act not in _ALONE:
        return False
    if one.ties != other.ties:
        return False
    if one.objects == other.objects:
        return True
    return one.act in _ALONE and (one.objects <= other.objects or other.objects <= one.objects)


def _statements(reading: Reading, block: int) -> Iterator[_Statement]:
    for verb in reading.parses[block]:
        if verb.pos != "VERB" or verb.lemma in _VAGUE or not is_writers_own(reading, verb.span):
            continue
        found = _statement(reading, block, verb)
        if found is not None:
            yield found


def _statement(reading: Reading, block: int, verb: Token) -> _Statement | None:
    aux = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    marks = {c.lower for c in verb.children if c.dep in ("mark", "advmod", "aux")}
    if marks & (_CONDITIONS | _MODALS) or any(c.tag == "TO" for c in aux):
        return None
    if verb.dep in ("advcl", "acl", "xcomp", "csubj", "pcomp"):
        return None
    sentence = sentence_tokens(reading, block, verb)
    if is_told_apart(sentence) or any(t.lower in _CONTRAST for t in sentence):
        return None
    subject = verb.child(*_SUBJECTS)
    who = _who(reading, block, subject)
    objects = _objects(verb)
    if not who or subject is None or objects is None:
        return None
    if not objects and verb.lemma not in _ALONE:
        return None
    denied = any(c.dep == "neg" or c.lower in ("not", "never", "n't", "n’t") for c in verb.children)
    if any(c.lower == "never" for c in verb.children):
        return None
    time = "future" if any(c.lower in ("will", "would", "wo", "'ll") for c in aux) else "past"
    if time == "past" and not any(t.tag in ("VBD", "VBN") for t in (verb, *aux)):
        time = "present"
    if denied and any(c.lower in ("yet", "always", "only", "just") for c in verb.children):
        return None
    ties = frozenset(
        t.lower for t in sentence if t.entity in _TIMES and t.pos in ("PROPN", "NOUN", "NUM")
    )
    above = reading.attributions.containing(verb.span)
    passive = subject.dep == "nsubjpass"
    before = [t.start for t in verb.children if t.dep in ("aux", "auxpass", "neg")]
    start = min([verb.start, *before])
    told = [t for o in verb.children if o.dep in ("dobj", "prep") for t in o.subtree]
    last = max([verb, *told], key=lambda t: t.i)
    end = last.end if last.i - verb.i < 6 else verb.end
    return _Statement(
        f"{act_of(verb)}{'-passive' if passive else ''}", who, objects, time, ties, denied, verb,
        Span(start, end), block, above.speaker if above is not None else None,
    )  # fmt: skip


def _who(reading: Reading, block: int, subject: Token | None) -> str:
    """Return who does it, in a word that can be told again."""
    if subject is None:
        return ""
    if subject.lower in ("he", "she"):
        return person_at(reading, block, subject.start)
    if is_name(reading, subject):
        return plain(subject.text)
    articles = {c.lower for c in subject.children if c.dep in ("det", "poss")}
    if (
        subject.pos != "NOUN"
        or not articles & _DEFINITE
        or subject.child("amod", "relcl", "nummod")
    ):
        return ""
    return thing_of(subject)


def _objects(verb: Token) -> frozenset[str] | None:
    """Return what it is done to: names and definite things; None where anything may be meant."""
    found = set()
    for child in verb.children:
        things = [child] if child.dep in ("dobj", "dative", "attr") else []
        if child.dep == "prep" and child.lower not in (
            "on",
            "in",
            "at",
            "after",
            "since",
            "during",
        ):
            things = [c for c in child.children if c.dep == "pobj"]
        if child.dep in ("ccomp", "xcomp", "oprd", "acomp", "prt", "pcomp"):
            return None
        for thing in things:
            if thing.entity in ("DATE", "TIME"):
                continue
            definite = any(c.lower in _DEFINITE for c in thing.children)
            if thing.pos not in ("NOUN", "PROPN") or not (definite or thing.pos == "PROPN"):
                return None
            if thing.child("relcl", "acl", "nummod", "amod"):
                return None
            found.add(thing_of(thing))
    return frozenset(found)
