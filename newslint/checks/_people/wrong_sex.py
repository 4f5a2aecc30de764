"""A "he" or "she" that can mean one person only, of whom the story says the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newslint.checks._people.human import is_human
from newslint.checks._people.likeness import plain, similar_name
from newslint.checks._people.own_pronouns import CLAUSES, HEADED, is_bound, whole
from newslint.checks._people.people import Named, named_in, seems_person
from newslint.checks._people.pronouns import COURTESY, HONOURS, NOUNS, PRONOUNS, sexes, surnames
from newslint.checks._people.strangers import offices
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._sourcing.person_nouns import is_person_noun
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, once_an_article
from newslint.span import Span

_KIN = LazyRegex(
    r"(?i)\b(?:husband|wife|widow(?:er)?|spouse|married|namesake"
    r"|(?:his|her|[’']s)\s(?:\w+\s)?(?:brother|sister|father|mother|son|daughter|cousin|uncle"
    r"|aunt))\b"
)
_FAR = 5  # paragraphs
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BOTH = frozenset({"he", "she"})
_LINKED = frozenset({"nsubj", "nsubjpass", "poss"})


@dataclass(frozen=True, slots=True)
class WrongSex:
    """A pronoun at `span`, the person `who` it means, and where the story told their sex."""

    span: Span
    who: str
    told: Span


@dataclass(frozen=True, slots=True)
class _Told:
    """What a name at `span` says of its bearer: by its `title`, if by that alone."""

    kind: str
    span: Span
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class _Figure:
    """Somebody spoken of at `token`: by name, or by a noun or a pronoun (`who` is empty).

    `kinds` are the pronouns that may be meant, and `told` is where the story says which.
    """

    token: Token
    who: str
    kinds: frozenset[str]
    told: _Told | None = None


_MOVES = frozenset(
    {"arrive", "come", "drive", "fly", "go", "hail", "head", "move", "return", "sail", "ship",
     "travel", "walk"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Link:
    """A pronoun, the person that it means, and what the story tells of that one, if anything."""

    span: Span
    sentence: tuple[int, int]  # its block, and its number there
    kind: str
    who: str
    told: _Told | None
    opens: bool  # or nobody else is there whom it could mean


def wrong_sexes(reading: Reading) -> Iterator[WrongSex]:
    """Yield each "he" or "she" that takes up a subject of whom the story says the other.

    It opens the sentence after what the person says or does, and the paragraph speaks of no one
    else of its sex; within the same sentence it is too often somebody else's, unless no one else
    of that sex is told of in this paragraph and the last. A title, a first
    name or a noun says which it is, or else the other pronouns for the same person, if they are
    more or come first. Needs `names` and `quotations`.
    """
    yield from _wrong_titles(reading)
    links = [
        link
        for index, block in enumerate(reading.blocks)
        if block.is_body and any(t.lower in PRONOUNS for t in reading.parses[index])
        for link in _links(reading, index)
    ]
    unsure: dict[str, list[_Link]] = defaultdict(list)
    for link in links:
        if link.told is None:
            unsure[link.who].append(link)
        elif link.told.kind != link.kind and link.opens:
            yield WrongSex(link.span, link.who, link.told.span)
    for who, found in unsure.items():
        if len(surnames(reading).get(who, ())) > 1:
            continue
        kinds = {kind: [k for k in found if k.kind == kind] for kind in ("he", "she")}
        odd, usual = sorted(
            kinds.values(), key=lambda ks: (len(ks), -ks[0].span.start if ks else 0)
        )
        if (
            len(odd) == 1
            and odd[0].opens
            and all(odd[0].sentence != link.sentence for link in usual)
        ):
            yield WrongSex(odd[0].span, who, usual[0].span)


def _links(reading: Reading, index: int) -> Iterator[_Link]:
    """Yield the pronouns of a block that can mean one person only."""
    figures = _figures(reading, index)
    named = {f.token.i: f for f in figures if f.who}
    sentences: dict[int, list[Token]] = defaultdict(list)
    for token in reading.parses[index]:
        sentences[token.sentence].append(token)
    subject: _Figure | None = None  # of the sentence before
    for number, tokens in sentences.items():
        own = _subject(reading, tokens, named)
        if own is None and subject is not None and _goes_on(tokens, subject):
            own = replace(subject, token=tokens[0])
        for token in tokens:
            kind = PRONOUNS.get(token.lower)
            if kind is None or token.dep not in _LINKED or not is_writers_own(reading, token.span):
                continue
            within = own is not None and own.token.i < token.i
            who = own if within else (subject if _takes_up(tokens, token) else None)
            if who is None:
                continue
            near = [f for f in figures if _is_near(f, token)]
            thing = token.head if within and token.dep == "poss" else None
            if thing is not None and any(c.lower == "own" for c in thing.children):
                near = [f for f in near if f.token.sentence == number]
            elif thing is not None and not _is_ones_own(thing, who) and index:
                near += _figures(reading, index - 1)
            shared = len(surnames(reading).get(who.who, ())) > 1
            if not any(kind in f.kinds and (shared or f.who != who.who) for f in near):
                alone = within and _is_alone(reading, index, token, who)
                opens = alone or not within
                yield _Link(token.span, (index, number), kind, who.who, who.told, opens)
                if who.told is not None and who.told.kind != kind:
                    break
        subject = own


def _is_alone(reading: Reading, index: int, token: Token, who: _Figure) -> bool:
    """Return whether nobody else is told of whom "he" could mean, for a clause also just before.

    What somebody who speaks for another says is often about that one.
    """
    kind = PRONOUNS[token.lower]
    if not is_bound(token, who.token):
        return False
    before = [i for i in range(index) if reading.blocks[i].is_body]
    blocks = before[-1:] if token.head.dep in CLAUSES else []
    others = [f for i in (*blocks, index) for f in _figures(reading, i) if f.who != who.who]
    if any(kind in f.kinds for f in others if f.token.lower not in PRONOUNS or f.token.i < token.i):
        return False
    own = {w.i for w in whole(who.token).subtree}
    sex = vocabulary("people", "female" if kind == "he" else "male")
    return not any(
        word.tag == "NN" and word.lemma not in sex and is_person_noun(word.lemma.lower())
        for i in (*blocks, index)
        for word in reading.parses[i]
        if i != index or (word.i < token.i and word.i not in own)
    )


def _is_near(figure: _Figure, token: Token) -> bool:
    """Return whether somebody may be meant by a pronoun: who is not named, only from nearby."""
    if figure.token.i < token.i:
        named = figure.who or figure.token.lower in PRONOUNS
        return bool(named) or figure.token.sentence >= token.sentence - 1
    return figure.token.sentence == token.sentence and bool(figure.who)


def _is_ones_own(thing: Token, who: _Figure) -> bool:
    """Return whether a thing is what somebody speaks for, or what "she" has to do with."""
    verb = next((t for t in thing.ancestors if t.pos in ("VERB", "AUX")), None)
    subject = verb.child(*_SUBJECTS) if verb is not None else None
    again = subject is not None and who.told is not None and subject.lower == who.told.kind
    return again or thing.lemma in HEADED


def _goes_on(tokens: list[Token], subject: _Figure) -> bool:
    """Return whether a sentence opens with a "he" or "she" that takes up this subject."""
    opens = tokens[0]
    right = subject.told is not None and opens.lower == subject.told.kind
    return right and opens.dep in _SUBJECTS


def _takes_up(tokens: list[Token], token: Token) -> bool:
    """Return whether a pronoun is the first word of its sentence, or says what is quoted."""
    if token.i == tokens[0].i:
        return True
    return (
        token.dep in _SUBJECTS and token.head.dep == "ROOT" and token.head.lemma in ("say", "add")
    )


def _subject(reading: Reading, tokens: list[Token], named: dict[int, _Figure]) -> _Figure | None:
    """Return whoever is named as the subject of the main clause, or is the only one named so."""
    found = []
    for token in tokens:
        figure = named.get(token.i)
        if figure is None or not is_writers_own(reading, token.span):
            continue
        word = token.head if token.dep == "appos" else token
        if word.dep in _SUBJECTS and word.head.pos in ("VERB", "AUX"):
            joined = any(c.dep == "conj" for c in (*word.children, *token.children))
            found.append((figure, word.head.dep in ("ROOT", "ccomp") and not joined, joined))
    main = [figure for figure, is_main, _ in found if is_main]
    if main:
        return main[0]
    return found[0][0] if len(found) == 1 and not found[0][2] else None


@once_an_article
def _evidence(reading: Reading) -> dict[str, tuple[_Told, ...]]:
    """Return what titles, first names and nouns say of each surname that one person bears."""
    found: dict[str, list[_Told]] = defaultdict(list)
    firsts: dict[str, set[str]] = defaultdict(set)
    knights: dict[str, str] = {}  # surnames by the first name that follows "Sir" or "Dame"
    for index, block in enumerate(reading.blocks):
        for named in named_in(reading, index) if block.is_body else ():
            surname = plain(named.surname)
            first = _first(named)
            if first:
                firsts[surname].add(first)
            if {"Sir", "Dame"} & set(named.titles):
                if first:
                    knights[first] = surname
                surname = knights.get(surname, surname)
            kind = _kind(reading, named)
            if kind is not None:
                found[surname].append(_Told(kind, named.span, _courtesy(named)))
    return {who: tuple(told) for who, told in found.items() if len(firsts[who]) < 2}


@once_an_article
def _told(reading: Reading) -> dict[str, _Told]:
    """Return what is said of each surname: by all, or by all but one title."""
    found: dict[str, _Told] = {}
    for who, told in _evidence(reading).items():
        kinds = {t.kind for t in told}
        named = [t for t in told if t.title is None]
        if len(kinds) == 1:
            found[who] = told[0]
        elif len({t.kind for t in named}) == 1 and len(_against(told, named[0].kind)) == 1:
            found[who] = named[0]
    return found


def _against(told: tuple[_Told, ...], kind: str) -> list[_Told]:
    return [t for t in told if t.kind != kind]


def _courtesy(named: Named) -> Span | None:
    title = next((t for t in named.titles if t in COURTESY), None)
    if title is None or named.is_full or named.last.dep not in _SUBJECTS:
        return None
    return Span(named.span.start, named.span.start + len(title))


def _wrong_titles(reading: Reading) -> Iterator[WrongSex]:
    """Yield the one "Mr Lund" of a story on Ann Lund that speaks of no family."""
    for who, told in _told(reading).items():
        for odd in _against(_evidence(reading)[who], told.kind):
            known = who in vocabulary("persons", "known")
            if odd.title is not None and not (known or _speaks_of_kin(reading, odd.title)):
                yield WrongSex(odd.title, who, told.span)
    for index, block in enumerate(reading.blocks):
        for named in named_in(reading, index) if block.is_body else ():
            title = next((t for t in named.titles if t in COURTESY), None)
            kind = sexes().get(_first(named)) if named.is_full and title is not None else None
            if title is not None and kind not in (None, COURTESY[title]):
                place = Span(named.span.start, named.span.start + len(title))
                yield WrongSex(place, plain(named.surname), named.span)


def _speaks_of_kin(reading: Reading, place: Span) -> bool:
    """Return whether the paragraphs up to a place may have brought in somebody of the family."""
    index = next(i for i, block in enumerate(reading.blocks) if block.span.covers(place))
    start = reading.blocks[max(0, index - _FAR)].span.start
    return _KIN.search(reading.text, start, reading.blocks[index].span.end) is not None


def _kind(reading: Reading, named: Named) -> str | None:
    for title in named.titles:
        if title in COURTESY:
            return COURTESY[title]
    if named.first in HONOURS:
        return HONOURS[named.first]
    if not named.is_full:
        return None
    tokens = reading.parses[named.block].within(named.span)
    noun = named.last.head if named.last.dep == "appos" else None
    words = [t for t in (noun, tokens[0] if tokens else None) if t is not None]
    for word in words:
        if word.lower in NOUNS:
            return NOUNS[word.lower]
        for kind, sex in (("she", "female"), ("he", "male")):
            if word.tag == "NN" and word.lower in vocabulary("people", sex):
                return kind
    return sexes().get(_first(named))


def _first(named: Named) -> str:
    """Return the first name, plain: not the "Virginia" of "Virginia Gov. Ann Lee"."""
    words = list(named.words)
    for at, word in enumerate(named.words[:-1]):
        if word in HONOURS or word.lower().rstrip(".") in offices():
            words = list(named.words[at + 1 :])
    return plain(words[0]) if len(words) > 1 else ""


@once_an_article
def _figures(reading: Reading, index: int) -> tuple[_Figure, ...]:
    """Return everybody whom a block speaks of, one by one: groups are left out."""
    if not reading.blocks[index].is_body:
        return ()
    told, people = _told(reading), surnames(reading)
    parse = reading.parses[index]
    found: list[_Figure] = []
    inside: set[int] = set()
    for named in named_in(reading, index):
        who = plain(named.surname)
        known = seems_person(parse, named) or who in people or is_human(reading, named)
        acts = named.is_full and named.last.dep in _SUBJECTS
        if not (known or acts) and named.last.dep not in ("dobj", "dative"):
            continue
        inside |= {t.i for t in parse.within(named.span)}
        if _is_where(named.last):
            continue  # a place that the model takes for a person
        if not named.titles and any(c.lower == "the" for c in named.last.children):
            continue  # a ship, or a team
        own = None if who in told else _kind(reading, named)
        tells = _told_of(who, told) if own is None else _Told(own, named.span)
        kinds = frozenset({tells.kind}) if tells is not None else _BOTH
        found.append(_Figure(named.last, who, kinds, tells))
    for token in parse:
        if token.i in inside:
            continue
        kinds = _kinds(token, inside)
        if kinds:
            found.append(_Figure(token, "", kinds))
    return tuple(found)


def _is_where(name: Token) -> bool:
    """Return whether a name stands where a place does: in Tarn, travel to Tarn, leave Tarn."""
    into = name.head
    if name.dep == "dobj":
        return into.lemma == "leave" and any(c.lower in ("for", "on") for c in into.children)
    if name.dep != "pobj":
        return False
    moves = into.lower in ("to", "from") and into.head.lemma in _MOVES
    return moves or into.lower in ("in", "at", "near")


def _told_of(who: str, told: dict[str, _Told]) -> _Told | None:
    """Return what is told of a surname, or of the one that it is a slip for."""
    if who in told:
        return told[who]
    return next((told[other] for other in told if similar_name(who, other)), None)


def _kinds(token: Token, inside: set[int]) -> frozenset[str]:
    """Return whether a word that is no name may mean a man, a woman, or either."""
    kind = PRONOUNS.get(token.lower)
    if kind is not None:
        return frozenset({kind})
    if token.tag not in ("NN", "NNP"):
        return frozenset()
    if token.entity == "PERSON":
        return _BOTH
    if any(c.lower == "this" for c in token.children):
        return frozenset()  # this reporter
    if token.dep in ("attr", "compound", "appos") or _is_named(token, inside):
        return frozenset()
    for kind, sex in (("she", "female"), ("he", "male")):
        if token.lower in vocabulary("people", sex) or NOUNS.get(token.lower) == kind:
            return frozenset({kind})
    either = ("either", "named_by_kin")
    if any(token.lower in vocabulary("people", name) for name in either):
        return _BOTH
    if token.lower in offices():
        return _BOTH
    return frozenset()


def _is_named(token: Token, inside: set[int]) -> bool:
    """Return whether a noun has its bearer's name beside it: "the pilot, Ann Lee"."""
    return any(c.dep == "appos" and c.i in inside for c in token.children) or (
        token.dep == "pobj" and token.head.lower == "as"
    )
