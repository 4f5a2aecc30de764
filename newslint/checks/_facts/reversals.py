"""Outcomes that a noun, an adjective or "who" takes up the wrong way: cleared, "his conviction"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newslint.article import BlockKind
from newslint.checks._facts.clauses import (
    Clause,
    clauses,
    particulars_of,
    sentence_tokens,
    speak_apart,
    thing_of,
)
from newslint.checks._facts.told import person_at
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.tokens import Parse, Token
from newslint.reading import Reading
from newslint.span import Span
from newslint.vocabulary import load

_BLOCKS = frozenset(
    {BlockKind.HEADLINE, BlockKind.SUMMARY, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
)
_PERSONS = frozenset({"he", "she", "him", "her", "his"})
_THE = frozenset({"the", "this", "that", "these", "those"})
_NAMES = frozenset({"NOUN", "PROPN"})
_AFTER = frozenset({"after", "since", "despite", "had", "against", "last"})
_FACTIVE = frozenset(
    {"after", "following", "since", "despite", "over", "with", "by", "at", "upon", "amid"}
)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a pair of outcomes; `of` is whose outcome its verbs tell."""

    pair: int
    side: int
    of: str
    alone: bool


@dataclass(frozen=True, slots=True)
class _Told:
    side: _Side
    whom: frozenset[str]  # plain words for whom or what it is told of
    thing: frozenset[str]  # for what somebody does: what it is done to
    which: frozenset[str]
    word: Token
    span: Span
    block: int
    takes_up: bool


def reversals(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each outcome taken up the other way than it was told, and where it was told.

    "A jury acquitted Cole", then "Cole's conviction"; "the plan was rejected", then "the
    approval of the plan". Needs `names`, `quotations`, `sentences` and `attributions`.
    """
    told: list[_Told] = []
    for index, block in enumerate(reading.blocks):
        if block.kind in _BLOCKS:
            told += _verbs(reading, index)
            if block.is_body:
                told += (*_nouns(reading, index), *_adjectives(reading, index))
    told.sort(key=lambda t: t.span)
    for at, later in enumerate(told):
        if not later.takes_up:
            continue
        same = [t for t in told if t is not later and t.side == later.side]
        first = next((t for t in told[:at] if _opposed(t, later)), None)
        if first is None or any(_overlap(t, later) for t in same):
            continue
        if any(_overlap(t, first) or _overlap(t, later) for t in same if not t.takes_up):
            continue
        if not _together(first, later) and not speak_apart(reading, first.word, later.word):
            yield later.span, first.span


def moved_both_ways(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield "falling 2 per cent" in "the shares also gained, falling 2 per cent", and "gained"."""
    table = _table("verbs")
    for index, block in enumerate(reading.blocks):
        if block.kind not in _BLOCKS:
            continue
        for word in reading.parses[index]:
            if word.tag != "VBG" or word.dep not in ("advcl", "xcomp") or word.i < word.head.i:
                continue
            down, up = (table.get(t.lemma, ()) for t in (word, word.head))
            moved = any(
                a.pair == b.pair and a.side != b.side and a.of == "subject"
                for a in down
                for b in up
            )
            if not moved or word.child("nsubj", "mark") is not None:
                continue
            after = reading.parses[index].tokens[word.i + 1 : word.i + 5]
            if any(t.pos == "NUM" for t in after) and is_writers_own(reading, word.span):
                yield word.span, word.head.span


def _together(one: _Told, other: _Told) -> bool:
    return (one.block, one.word.sentence) == (other.block, other.word.sentence)


def _overlap(one: _Told, other: _Told) -> bool:
    return bool(one.whom & other.whom) and (
        not one.thing or not other.thing or bool(one.thing & other.thing)
    )


def _opposed(first: _Told, later: _Told) -> bool:
    one, other = first.side, later.side
    if one.pair != other.pair or one.side == other.side or first.takes_up:
        return False
    if not later.whom:
        return later.side.alone and 0 <= later.block - first.block <= 2
    if not first.whom & later.whom:
        return False
    if one.of == "agent" and later.thing and not first.thing & later.thing:
        return False
    return first.which <= later.which or later.which <= first.which


@cache
def _table(kind: str) -> dict[str, tuple[_Side, ...]]:
    data = load(PACKAGE, "vocabularies/reversals.yml")
    pairs = data.get("pairs") if isinstance(data, dict) else None
    found: dict[str, list[_Side]] = {}
    for number, pair in enumerate(pairs if isinstance(pairs, list) else ()):
        if not isinstance(pair, dict):
            continue
        for side, name in enumerate(("one", "other")):
            words = pair[name]
            listed = words[kind] if isinstance(words, dict) else ()
            for word in listed if isinstance(listed, list) else ():
                whose = _Side(number, side, str(pair["of"]), bool(pair.get("alone")))
                found.setdefault(str(word), []).append(whose)
    return {word: tuple(sides) for word, sides in found.items()}


def _is_open(tokens: Sequence[Token], but: frozenset[str] = frozenset()) -> bool:
    left_open = vocabulary("reversals", "open") - but
    return any(t.lower in left_open for t in tokens)


def _verbs(reading: Reading, block: int) -> Iterator[_Told]:
    table = _table("verbs")
    for clause in clauses(reading, block):
        particle = next((c for c in clause.verb.children if c.dep == "prt"), None)
        phrase = f"{clause.verb.lemma} {particle.lower}" if particle else clause.verb.lemma
        prep = next((c for c in clause.verb.children if c.dep == "prep"), None)
        sides = (
            (table.get(f"{clause.verb.lemma} {prep.lower}") if prep is not None else None)
            or table.get(phrase)
            or table.get(_verdict(clause.verb))
            or ()
        )
        if not sides or not is_writers_own(reading, clause.verb.span):
            continue
        relative = clause.verb.dep == "relcl"
        sentence = sentence_tokens(reading, block, clause.verb)
        if any(t.lower in vocabulary("reversals", "earlier") for t in sentence):
            continue
        for side in sides:
            if clause.time == "present" and side.of != "agent":
                continue
            told = _of_clause(reading, clause, side, relative)
            if told is not None:
                yield told


def _verdict(verb: Token) -> str:
    """Return the verb that "found guilty" or "found not guilty" stands for."""
    if verb.lemma != "find":
        return ""
    words = [t.lower for t in sorted(verb.subtree, key=lambda t: t.i) if t.i > verb.i]
    if "guilty" not in words:
        return ""
    at = words.index("guilty")
    return "acquit" if at and words[at - 1] == "not" else "convict"


def _of_clause(reading: Reading, clause: Clause, side: _Side, relative: bool) -> _Told | None:
    if side.of in ("subject", "agent") or (side.of == "person" and not clause.passive):
        whose = clause.agent
    else:
        whose = clause.patient
    if side.of == "person" and clause.passive:
        whose = clause.subject
    if side.of == "person" and clause.object is not None:
        whose = clause.object
    thing = clause.patient if side.of == "agent" else None
    if side.of == "agent" and thing is whose:
        prep = next((c for c in clause.verb.children if c.dep == "prep"), None)
        thing = prep.child("pobj") if prep is not None else None
    if whose is None or (side.of == "agent" and thing is None and not side.alone):
        return None
    whom = _keys(reading, clause.block, whose)
    known = relative and (whose.pos == "PROPN" or any(c.lower in _THE for c in whose.children))
    return _Told(
        side,
        whom,
        _keys(reading, clause.block, thing) if thing is not None else frozenset(),
        frozenset(w.lower() for w in particulars_of(whose)) if whose.pos == "NOUN" else frozenset(),
        clause.verb,
        clause.verb.span,
        clause.block,
        known and bool(whom),
    )


def _keys(reading: Reading, block: int, token: Token) -> frozenset[str]:
    """Return plain words for whom or what a word means: a name, a noun, the noun of a name."""
    if token.lower in _PERSONS:
        name = person_at(reading, block, token.start)
        return frozenset({f"name {name}"}) if name else frozenset()
    if token.pos == "PROPN":
        roles = [c for c in token.children if c.dep in ("appos", "compound") and c.pos == "NOUN"]
        return frozenset({f"name {plain(token.text)}", *(thing_of(r) for r in roles)})
    if token.pos != "NOUN":
        return frozenset()
    names = [c for c in token.children if c.dep == "appos" and c.pos == "PROPN"]
    return frozenset({thing_of(token), *(f"name {plain(n.text)}" for n in names)})


def _nouns(reading: Reading, block: int) -> Iterator[_Told]:
    table = _table("nouns")
    for noun in reading.parses[block]:
        sides = table.get(noun.lemma.lower()) if noun.pos == "NOUN" else None
        if sides is None or noun.tag != "NN" or not is_writers_own(reading, noun.span):
            continue
        if noun.dep in ("compound", "poss", "nmod") or _is_open(
            sentence_tokens(reading, block, noun), _AFTER
        ):
            continue
        owner = noun.child("poss")
        known = owner is not None or any(c.lower in _THE for c in noun.children)
        above = noun.head
        subject = noun.dep == "nsubj" and above.tag in ("VBD", "VBZ", "VBP", "VBN", "VB")
        done = noun.dep == "dobj" and above.tag in ("VBD", "VBN")
        taken = (
            subject
            or done
            or noun.dep == "ROOT"
            or (noun.dep == "pobj" and above.lower in _FACTIVE)
        )
        if not known or not (taken or (owner is not None and noun.dep in ("nsubjpass", "pobj"))):
            continue
        if any(c.dep in ("amod", "nummod", "relcl", "acl") for c in noun.children):
            continue
        of = _joined(reading.parses[block], noun)
        for side in sides:
            found = _of_noun(reading, block, noun, side, owner, of)
            if found is not None:
                yield found


def _joined(parse: Parse, noun: Token) -> dict[str, Token | None]:
    """Return the nouns that prepositions tie to a noun; "of" beside it counts however parsed."""
    of = {c.lower: c.child("pobj") for c in noun.children if c.dep == "prep"}
    following = parse.tokens[noun.i + 1 : noun.i + 7]
    if following and following[0].lower in ("of", "in", "to"):
        for word, after in zip(following[1:], (*following[2:], None), strict=True):
            if word.pos in ("NOUN", "PROPN") and (after is None or after.pos not in _NAMES):
                of[following[0].lower] = word
                break
            if word.pos not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"):
                break
    return of


def _of_noun(
    reading: Reading,
    block: int,
    noun: Token,
    side: _Side,
    owner: Token | None,
    of: dict[str, Token | None],
) -> _Told | None:
    done = of.get("of") or of.get("to") or of.get("in") or of.get("for")
    if side.of == "agent":
        whom = _keys(reading, block, owner) if owner is not None else frozenset()
        thing = _keys(reading, block, done) if done is not None else frozenset()
        if not whom or (not thing and (of or not side.alone)):
            return None
    else:
        # "The council's approval of the plan" is of the plan, "Cole's conviction" of Cole.
        whose = (of.get("of") or of.get("in")) or owner
        thing = frozenset()
        whom = _keys(reading, block, whose) if whose is not None else frozenset()
        if whose is not None and not whom:
            return None
        if whose is None and (of or not side.alone):
            return None
    words = (owner, noun, of.get("of"), of.get("in"))
    start = min(t.start for t in words if t is not None)
    end = max(t.end for t in words if t is not None)
    det = next((c.start for c in noun.children if c.dep == "det"), start)
    return _Told(
        side, whom, thing, frozenset(), noun, Span(min(start, det), end), block, takes_up=True
    )


def _adjectives(reading: Reading, block: int) -> Iterator[_Told]:
    table = _table("adjectives")
    for word in reading.parses[block]:
        sides = table.get(word.lower) if word.dep == "amod" and word.text.islower() else None
        noun = word.head
        if sides is None or noun.pos not in _NAMES or noun.i < word.i:
            continue
        known = any(c.lower in _THE and c.dep == "det" for c in noun.children)
        narrowed = any(
            c is not word and c.dep in ("amod", "nummod", "relcl", "acl", "prep", "poss")
            for c in noun.children
        )
        if not known or narrowed or not is_writers_own(reading, word.span):
            continue
        if _is_open(sentence_tokens(reading, block, word), _AFTER):
            continue
        which = frozenset(w.lower() for w in particulars_of(noun)) - {word.lower}
        for side in sides:
            if side.of == "agent":
                continue
            start = next(c.start for c in noun.children if c.dep == "det")
            yield _Told(
                side, _keys(reading, block, noun), frozenset(), which, word,
                Span(start, noun.end), block, takes_up=True,
            )  # fmt: skip
