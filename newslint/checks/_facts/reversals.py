"""Outcomes that a noun, an adjective or "who" takes up the wrong way: cleared, "his conviction"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks._facts.clauses import (
    particulars_of,
    sentence_tokens,
    speak_apart,
)
from newslint.checks._facts.outcomes_told import (
    BLOCKS,
    THE,
    Side,
    Told,
    keys_of,
    sides_by_word,
    told_by_verbs,
)
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.tokens import Parse, Token
from newslint.reading import Reading
from newslint.span import Span

_NAMES = frozenset({"NOUN", "PROPN"})
_AFTER = frozenset({"after", "since", "despite", "had", "against", "last"})
_FACTIVE = frozenset(
    {"after", "following", "since", "despite", "over", "with", "by", "at", "upon", "amid"}
)


def reversals(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each outcome taken up the other way than it was told, and where it was told.

    "A jury acquitted Cole", then "Cole's conviction"; "the plan was rejected", then "the
    approval of the plan". Needs `names`, `quotations`, `sentences` and `attributions`.
    """
    told: list[Told] = []
    for index, block in enumerate(reading.blocks):
        if block.kind in BLOCKS:
            told += told_by_verbs(reading, index)
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


def _together(one: Told, other: Told) -> bool:
    return (one.block, one.word.sentence) == (other.block, other.word.sentence)


def _overlap(one: Told, other: Told) -> bool:
    return bool(one.whom & other.whom) and (
        not one.thing or not other.thing or bool(one.thing & other.thing)
    )


def _opposed(first: Told, later: Told) -> bool:
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


def _is_open(tokens: Sequence[Token], but: frozenset[str] = frozenset()) -> bool:
    left_open = vocabulary("reversals", "open") - but
    return any(t.lower in left_open for t in tokens)


def _nouns(reading: Reading, block: int) -> Iterator[Told]:
    table = sides_by_word("nouns")
    for noun in reading.parses[block]:
        sides = table.get(noun.lemma.lower()) if noun.pos == "NOUN" else None
        if sides is None or noun.tag != "NN" or not is_writers_own(reading, noun.span):
            continue
        if noun.dep in ("compound", "poss", "nmod") or _is_open(
            sentence_tokens(reading, block, noun), _AFTER
        ):
            continue
        owner = noun.child("poss")
        known = owner is not None or any(c.lower in THE for c in noun.children)
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
    side: Side,
    owner: Token | None,
    of: dict[str, Token | None],
) -> Told | None:
    done = of.get("of") or of.get("to") or of.get("in") or of.get("for")
    if side.of == "agent":
        whom = keys_of(reading, block, owner) if owner is not None else frozenset()
        thing = keys_of(reading, block, done) if done is not None else frozenset()
        if not whom or (not thing and (of or not side.alone)):
            return None
    else:
        # "The council's approval of the plan" is of the plan, "Cole's conviction" of Cole.
        whose = (of.get("of") or of.get("in")) or owner
        thing = frozenset()
        whom = keys_of(reading, block, whose) if whose is not None else frozenset()
        if whose is not None and not whom:
            return None
        if whose is None and (of or not side.alone):
            return None
    words = (owner, noun, of.get("of"), of.get("in"))
    start = min(t.start for t in words if t is not None)
    end = max(t.end for t in words if t is not None)
    det = next((c.start for c in noun.children if c.dep == "det"), start)
    return Told(
        side, whom, thing, frozenset(), noun, Span(min(start, det), end), block, takes_up=True
    )


def _adjectives(reading: Reading, block: int) -> Iterator[Told]:
    table = sides_by_word("adjectives")
    for word in reading.parses[block]:
        sides = table.get(word.lower) if word.dep == "amod" and word.text.islower() else None
        noun = word.head
        if sides is None or noun.pos not in _NAMES or noun.i < word.i:
            continue
        known = any(c.lower in THE and c.dep == "det" for c in noun.children)
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
            yield Told(
                side, keys_of(reading, block, noun), frozenset(), which, word,
                Span(start, noun.end), block, takes_up=True,
            )  # fmt: skip
