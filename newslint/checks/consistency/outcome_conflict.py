"""consistency.outcome-conflict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from newslint.article import BlockKind
from newslint.checks._facts.above_and_below import outcomes_above
from newslint.checks._facts.clauses import (
    Clause,
    clauses,
    is_told_apart,
    particulars_of,
    sentence_tokens,
    speak_apart,
    thing_of,
)
from newslint.checks._facts.outcomes_told import moved_both_ways
from newslint.checks._facts.plain_opposites import plain_opposites
from newslint.checks._facts.refusals import refusals
from newslint.checks._facts.reversals import reversals
from newslint.checks._facts.told import conflicts
from newslint.checks._facts.told_states import states_told
from newslint.checks._facts.winners_told import winners_told
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.finding import Problem, Related, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.vocabulary import load

_HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUMMARY})
_STORY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LEAD = 2  # paragraphs in which a headline is taken up
_TIES = frozenset({"DATE", "TIME", "GPE", "LOC", "ORG", "NORP", "EVENT", "PERSON"})
_CONTRAST = vocabulary("events", "contrast")


@dataclass(frozen=True, slots=True)
class _Outcome:
    sides: frozenset[tuple[int, int]]  # which pair of opposites, which side of it
    things: frozenset[str]  # what it is said of
    agent: str
    which: frozenset[str]
    ties: frozenset[str]
    time: str
    word: Token
    block: int
    headline: bool


class OutcomeConflict(Rule):
    """Let one thing end one way: approved or rejected, risen or fallen, won or lost.

    A headline is written from one version and the story from the next. Compared are a
    headline or summary with the first paragraphs, and sentences of the story that say the
    opposite of the same thing in the same tense, without naming another day, place or body;
    so are nouns that take an outcome up the wrong way: acquitted, then "his conviction".
    """

    id: str = "consistency.outcome-conflict"
    message: str = "“%s” here, “%s” elsewhere, of the same thing: check which is right."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "quotations", "sentences", "attributions"})
    standards: ClassVar = ("https://www.ipso.co.uk/editors-code-of-practice/",)
    examples: ClassVar = (
        Example(
            "# Council rejects harbour plan\n\nThe council [[approved]] the harbour plan on Monday."
        ),
        Example("# Sales rise at Linder\n\nSales at Linder [[fell]] by 4 percent in May."),
        Example(
            "Voters approved the budget on Tuesday.\n\nThe budget was [[rejected]] on Tuesday."
        ),
        Example(
            "# Dealer [[cleared]] of fraud\n\nA dealer in wine was found guilty of fraud on Friday."
        ),
        Example(
            "A jury acquitted Ada Cole on Friday. It rained.\n\n[[Cole's conviction]] ends a case."
        ),
        Example("Profits rose in May. The board blamed [[the fall in profits]] on rain."),
        Example(
            "The minister, Bo Ash, confirmed the sale. It rained.\n\nThe minister, who"
            " [[has refused to confirm the sale]], is away."
        ),
        Example("A jury acquitted Ada Cole on Friday. Cole's earlier conviction was not told."),
        Example("Profits rose in May. The board blamed the fall in sales on rain."),
        Example("The committee rejected the plan in May. The council approved the plan on Monday."),
        Example("Sales rose in May. Sales fell in June."),
        Example(
            "# Council rejects plan\n\nThe council rejected a plan. It had approved it in 2020."
        ),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each later outcome that contradicts the first."""
        heads, story = _outcomes(reading)
        body = [i for i, b in enumerate(reading.blocks) if b.kind in _STORY]
        lead = [o for o in story if o.block in body[:_LEAD]]
        done: set[int] = set()
        for first, later in (
            *((h, o) for h in heads for o in lead if not _agrees(h, lead)),
            *_misread(reading, lead),
            *((a, b) for at, b in enumerate(story) for a in story[:at]),
        ):
            if later.word.start in done or not _opposed(first, later):
                continue
            if (first.block, first.word.sentence) == (later.block, later.word.sentence):
                continue
            if not first.headline and speak_apart(reading, first.word, later.word):
                continue
            done.add(later.word.start)
            yield self.problem(
                later.word.span,
                later.word.text,
                first.word.text,
                related=(Related(first.word.span, f"“{first.word.text}” here"),),
            )

        for above, below in outcomes_above(reading):
            if any(below.start <= word < below.end for word in done):
                continue
            here, there = above.cut(reading.text), below.cut(reading.text)
            yield self.problem(above, here, there, related=(Related(below, f"“{there}” here"),))
        for odd, usual in conflicts(reading, states_told(reading)):
            here, there = (f.span.cut(reading.text) for f in (odd, usual))
            yield self.problem(
                odd.span, here, there, related=(Related(usual.span, f"“{there}” here"),)
            )
        again = (
            *reversals(reading), *refusals(reading), *moved_both_ways(reading),
            *winners_told(reading), *plain_opposites(reading),
        )  # fmt: skip
        for later_at, first_at in again:
            if any(later_at.start <= word < later_at.end for word in done):
                continue
            here, there = (" ".join(s.cut(reading.text).split()) for s in (later_at, first_at))
            yield self.problem(
                later_at, here, there, related=(Related(first_at, f"“{there}” here"),)
            )


@cache
def _sides(table: str = "opposites") -> dict[str, frozenset[tuple[int, int]]]:
    data = load(PACKAGE, "vocabularies/events.yml")
    pairs = data.get(table) if isinstance(data, dict) else None
    found: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(pairs if isinstance(pairs, list) else ()):
        for side, words in enumerate(pair.values() if isinstance(pair, dict) else ()):
            for word in words if isinstance(words, list) else ():
                found.setdefault(str(word), set()).add((number, side))
    return {word: frozenset(sides) for word, sides in found.items()}


def _verb(clause: Clause) -> str:
    particle = next((c for c in clause.verb.children if c.dep == "prt"), None)
    return f"{clause.verb.lemma} {particle.lower}" if particle else clause.verb.lemma


def _outcomes(reading: Reading) -> tuple[list[_Outcome], list[_Outcome]]:
    heads: list[_Outcome] = []
    story: list[_Outcome] = []
    for index, block in enumerate(reading.blocks):
        if block.kind not in _HEADS | _STORY:
            continue
        for clause in clauses(reading, index):
            outcome = _outcome(reading, clause, block.kind in _HEADS)
            if outcome is not None:
                (heads if outcome.headline else story).append(outcome)
    return heads, story


def _outcome(reading: Reading, clause: Clause, headline: bool) -> _Outcome | None:
    sides = _sides().get(_verb(clause))
    if sides is None or not is_writers_own(reading, clause.verb.span):
        return None
    sentence = sentence_tokens(reading, clause.block, clause.verb)
    if not headline and (is_told_apart(sentence) or any(t.lower in _CONTRAST for t in sentence)):
        return None
    of_subject = clause.verb.lemma in vocabulary("events", "of_subject") and not clause.passive
    thing = clause.subject if of_subject else clause.patient
    if thing is None or thing.pos not in ("NOUN", "PROPN"):
        return None
    agent = clause.agent if clause.agent is not thing else None
    inside = set(thing.subtree)
    if clause.verb in inside:
        inside -= set(clause.verb.subtree)
    ties = {
        t.lower
        for t in clause.verb.subtree
        if t is not agent
        and t is not clause.object
        and (t.entity in _TIES and t.pos in ("PROPN", "NOUN", "NUM") and t not in inside)
    }
    which = {w.lower() for w in particulars_of(thing)} | {
        p.lower for c in thing.children if c.dep == "prep" for p in c.children
    }
    time = "past" if clause.time == "past" else "future"
    if headline and clause.time == "present":
        time = "past"
    return _Outcome(
        sides,
        frozenset({thing_of(thing), thing.lower}),
        thing_of(agent) if agent is not None and agent.pos in ("NOUN", "PROPN") else "",
        frozenset(which),
        frozenset(ties),
        time,
        clause.verb,
        clause.block,
        headline,
    )


def _misread(reading: Reading, lead: list[_Outcome]) -> Iterator[tuple[_Outcome, _Outcome]]:
    """Yield the verbs of a headline that the model takes for nouns, with what the lead says.

    All words of the headline count as what they may be said of.
    """
    for index, block in enumerate(reading.blocks):
        if block.kind is not BlockKind.HEADLINE:
            continue
        tokens = list(reading.parses[index])
        things = frozenset(w for t in tokens for w in (thing_of(t), t.lower))
        if things & _CONTRAST or "not" in things or "no" in things:
            continue
        found: list[tuple[Token, frozenset[tuple[int, int]]]] = []
        for token, after in zip(tokens, (*tokens[1:], tokens[-1]), strict=True):
            sides = _sides().get(f"{token.lemma} {after.lower}") or _sides().get(
                token.lemma.lower()
            )
            if sides is not None and token.i:
                found.append((token, sides))
        for outcome in lead:
            fits = outcome.things & things and (not outcome.agent or outcome.agent in things)
            if not fits or any(sides & outcome.sides for _, sides in found):
                continue
            for token, sides in found:
                # The headline is not parsed: it is taken to say it in the lead's own way.
                yield (
                    replace(outcome, sides=sides, word=token, block=index, headline=True),
                    outcome,
                )


def _agrees(head: _Outcome, lead: list[_Outcome]) -> bool:
    return any(head.sides & o.sides and head.things & o.things for o in lead)


def _opposed(one: _Outcome, other: _Outcome) -> bool:
    if not any((n, 1 - side) in other.sides for n, side in one.sides) or one.sides & other.sides:
        return False
    if not one.things & other.things or one.time != other.time:
        return False
    if one.agent and other.agent and one.agent.lower() != other.agent.lower():
        return False
    if one.headline:
        return one.which <= other.which or other.which <= one.which
    if not (one.which <= other.which or other.which <= one.which):
        return False
    if {t for t in one.ties ^ other.ties if t.isdigit() and len(t) == 4}:
        return False
    return one.ties <= other.ties or other.ties <= one.ties
