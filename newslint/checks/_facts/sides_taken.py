"""Who is for and who against a thing: its author, further down "among its opponents"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import BlockKind
from newslint.checks._facts.clauses import clauses, sentence_tokens, thing_of
from newslint.checks._facts.told import person_at
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.tokens import Parse, Token
from newslint.reading import Reading
from newslint.span import Span

_BLOCKS = frozenset({BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_FOR = frozenset(
    ["author", "back", "champion", "conceive", "defend", "devise", "draft", "endorse", "favor",
     "favour", "introduce", "promote", "propose", "sponsor", "support", "table", "write"]
)  # fmt: skip
_FOR_PHRASES = frozenset(
    {"draw up", "vote for", "argue for", "campaign for", "speak for", "put forward"}
)
_AGAINST = frozenset({"oppose", "resist", "denounce", "condemn"})
_AGAINST_PHRASES = frozenset(
    {"vote against", "campaign against", "argue against", "speak against", "protest against"}
)
_FRIENDS = frozenset(
    {
        "supporter",
        "backer",
        "proponent",
        "advocate",
        "champion",
        "sponsor",
        "author",
        "architect",
        "defender",
    }
)
_FOES = frozenset({"opponent", "critic", "objector", "foe", "detractor"})
_AMONG = frozenset({"among", "including", "include", "led", "like", "notably"})
_ITS = frozenset({"its"})
_NEAR = 12  # words from "opponents" to the name


@dataclass(frozen=True, slots=True)
class _Stand:
    who: str
    things: frozenset[str]
    side: bool  # for it
    span: Span
    sentence: tuple[int, int]


def sides_taken(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each side that somebody takes against the one told before, and that one.

    Needs `names`, `quotations` and `sentences`.
    """
    stands: list[_Stand] = []
    for index, block in enumerate(reading.blocks):
        if block.kind in _BLOCKS:
            stands += (*_acts(reading, index), *_groups(reading, index))
    stands.sort(key=lambda s: s.span)
    for at, later in enumerate(stands):
        rivals = [
            s
            for s in stands[:at]
            if s.who == later.who and _of_one(s, later) and s.sentence != later.sentence
        ]
        if rivals and all(s.side != later.side for s in rivals):
            yield later.span, rivals[0].span


def _of_one(early: _Stand, later: _Stand) -> bool:
    """Return whether two stands are on one thing; "its" means what was spoken of just before."""
    if later.things is _ITS:
        return later.sentence[0] - early.sentence[0] <= 1 and bool(early.things - _ITS)
    return bool(early.things & later.things)


def _has_its(noun: Token) -> bool:
    owner = noun.child("poss")
    return owner is not None and owner.lower in ("its", "their")


def _acts(reading: Reading, block: int) -> Iterator[_Stand]:
    for clause in clauses(reading, block):
        verb = clause.verb
        tail = next((c.lower for c in verb.children if c.dep in ("prt", "prep")), "")
        phrase = f"{verb.lemma} {tail}"
        side = verb.lemma in _FOR or phrase in _FOR_PHRASES
        if not side and verb.lemma not in _AGAINST and phrase not in _AGAINST_PHRASES:
            continue
        thing = clause.patient if verb.lemma in _FOR | _AGAINST or tail == "up" else None
        if thing is None:
            prep = next((c for c in verb.children if c.dep == "prep"), None)
            thing = prep.child("pobj") if prep is not None else None
        agent = clause.agent
        if agent is None or thing is None or thing is agent or thing.pos not in ("NOUN", "PROPN"):
            continue
        who = _who(reading, block, agent)
        sentence = sentence_tokens(reading, block, verb)
        if any(t.lower in vocabulary("reversals", "earlier") for t in sentence):
            continue
        if not is_writers_own(reading, verb.span):
            continue
        for name in (who, *_together(verb)):
            if name:
                yield _Stand(name, _things(thing), side, verb.span, (block, verb.sentence))


def _together(verb: Token) -> Iterator[str]:
    """Yield who acts with the subject: "wrote it together with the Seychelles"."""
    for prep in verb.subtree:
        if prep.dep == "prep" and prep.lower in ("with", "alongside"):
            with_whom = prep.child("pobj")
            if with_whom is not None and with_whom.text[:1].isupper():
                yield plain(with_whom.text)


def _groups(reading: Reading, block: int) -> Iterator[_Stand]:
    """Yield "opponents of the levy, among them Brand" and "Brand, a critic of the levy"."""
    parse = reading.parses[block]
    for noun in parse:
        lemma = noun.lemma.lower()
        if lemma not in _FRIENDS | _FOES or noun.pos not in ("NOUN", "PROPN"):
            continue
        things = _of(parse, noun) or (_ITS if _has_its(noun) else frozenset())
        if not things or not is_writers_own(reading, noun.span):
            continue
        for name, first in (*_listed(parse, noun), *_beside(noun)):
            span = Span(min(first.start, name.start), max(name.end, first.end))
            if not any(c.lower in ("former", "once", "ex", "early") for c in noun.children):
                yield _Stand(
                    plain(name.text), things, lemma in _FRIENDS, span, (block, noun.sentence)
                )


def _of(parse: Parse, noun: Token) -> frozenset[str]:
    """Return what a group is for or against: "of the levy", "the levy's", "its" says nothing."""
    following = parse.tokens[noun.i + 1 : noun.i + 7]
    if following and following[0].lower in ("of", "to"):
        for word, after in zip(following[1:], (*following[2:], None), strict=True):
            if word.pos in ("NOUN", "PROPN") and (
                after is None or after.pos not in ("NOUN", "PROPN")
            ):
                return _things(word)
    owner = noun.child("poss", "compound")
    if owner is not None and owner.pos in ("NOUN", "PROPN"):
        return _things(owner)
    return frozenset()


def _things(token: Token) -> frozenset[str]:
    words = [token, *(c for c in token.children if c.dep == "compound" and c.pos == "NOUN")]
    return frozenset(thing_of(t) for t in words[:1])


def _listed(parse: Parse, noun: Token) -> Iterator[tuple[Token, Token]]:
    words = [
        t for t in parse.tokens[noun.i + 1 : noun.i + 1 + _NEAR] if t.sentence == noun.sentence
    ]
    first = next((t for t in words if t.lower in _AMONG), None)
    if first is None:
        return
    for word in words:
        if word.i <= first.i or word.pos != "PROPN":
            continue
        after = parse.tokens[word.i + 1 : word.i + 2]
        if after and after[0].pos == "PROPN":
            continue
        if after and after[0].lower in ("'s", "’s"):
            return
        yield word, first
        return


def _beside(noun: Token) -> Iterator[tuple[Token, Token]]:
    if noun.dep == "appos" and noun.head.pos == "PROPN" and noun.tag == "NN":
        yield noun.head, noun
    name = next((c for c in noun.children if c.dep == "appos" and c.pos == "PROPN"), None)
    if name is not None and noun.tag == "NN":
        yield name, noun


def _who(reading: Reading, block: int, agent: Token) -> str:
    if agent.lower in ("he", "she"):
        return person_at(reading, block, agent.start)
    return plain(agent.text) if agent.pos == "PROPN" else ""
