"""Pronouns, courtesy titles and nouns that say whether a person is a woman or a man."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newslint.checks._people.likeness import plain
from newslint.checks._people.own_pronouns import speaks_for_another, whole
from newslint.checks._people.people import Named, is_person, named_in
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._sourcing.person_nouns import is_person_noun
from newslint.language.tokens import Token
from newslint.reading import Reading, once_an_article
from newslint.span import Span

#: The words for one person, and which of "he" and "she" each goes with.
PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
#: Courtesy titles and the pronoun that goes with each.
COURTESY = {
    "Mr": "he",
    "Mr.": "he",
    "Sir": "he",
    "Lord": "he",
    "Congressman": "he",
    "Councilman": "he",
    "Congresswoman": "she",
    "Councilwoman": "she",
    "Mrs": "she",
    "Mrs.": "she",
    "Ms": "she",
    "Ms.": "she",
    "Miss": "she",
    "Dame": "she",
    "Lady": "she",
}
#: Honours and words for family that open a name, and the pronoun that goes with each.
HONOURS = {
    **dict.fromkeys(
        ("Hajia", "Hajiya", "Alhaja", "Haja", "Sister", "Madame", "Mme", "Madam", "Señora", "Doña",
         "Signora", "Frau", "Begum", "Smt", "Shrimati", "Auntie", "Baroness", "Countess", "Duchess",
         "Queen", "Princess"), "she",
    ),
    **dict.fromkeys(
        ("Alhaji", "Father", "Brother", "Monsieur", "Herr", "Señor", "Signor", "Shri", "Sheikh",
         "Imam", "Baron", "Count", "Duke", "King", "Prince", "Monsignor", "Rabbi"), "he",
    ),
}  # fmt: skip
# Nouns for women or for men only, beside a name.
NOUNS = {
    **dict.fromkeys(
        ("headmistress", "policewoman", "businesswoman", "spokeswoman", "chairwoman", "actress",
         "congresswoman", "councilwoman", "waitress", "barmaid", "landlady", "heiress", "widow",
         "schoolgirl", "grandmother", "mother", "saleswoman", "camerawoman", "sportswoman"), "she",
    ),
    **dict.fromkeys(
        ("headmaster", "policeman", "businessman", "congressman", "councilman", "widower",
         "schoolboy", "grandfather", "father", "altar boy", "cameraman", "sportsman"), "he",
    ),
}  # fmt: skip
_OFFICES = frozenset(
    ["prime", "vice", "deputy", "chief", "first", "acting", "foreign", "interior", "finance",
    "defence", "defense", "health",
     "minister", "president", "secretary", "education", "justice", "home", "festival", "film"]
)  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EARLY = 3  # words before a pronoun that opens its sentence
_VESSELS = frozenset(
    {"ship", "boat", "ferry", "vessel", "yacht", "trawler", "schooner", "tug", "liner"}
)


@dataclass(frozen=True, slots=True)
class Use:
    """A word at `span` that says "he" or "she" (`kind`) of a person.

    `courtesy` marks Mr, Mrs and Ms; `first` a first name, which tells as a pronoun does.
    """

    kind: str
    span: Span
    courtesy: bool
    first: bool = False


def gendered(reading: Reading, block: int) -> Iterator[tuple[Named, Use]]:
    """Yield nouns for a woman or a man right before a full name: "Headmistress Ann Lee"."""
    for named in named_in(reading, block):
        inside = reading.parses[block].within(named.span)
        first = inside[0].i if inside else 0
        before = reading.parses[block].tokens[first - 1] if first else None
        for token in (*inside[:1], *([before] if before is not None else [])):
            kind = NOUNS.get(token.lower)
            if token.text in ("Mother", "Father", "Sister"):
                continue  # "Mother Emanuel Church"
            if named.is_full and kind is not None and is_writers_own(reading, token.span):
                yield named, Use(kind, token.span, False)


@cache
def sexes() -> dict[str, str]:
    """Return "he" or "she" for each first name that tells."""
    sexes = {"she": "female", "he": "male"}
    return {
        plain(name): kind for kind, sex in sexes.items() for name in vocabulary("first_names", sex)
    }


@dataclass(frozen=True, slots=True)
class _Mention:
    surname: str  # plain
    span: Span
    last: Token
    title: Span | None


@once_an_article
def surnames(reading: Reading) -> Mapping[str, set[str]]:
    """Return the first names borne with each plain surname in the story."""
    found: dict[str, set[str]] = defaultdict(set)
    for index, block in enumerate(reading.blocks):
        for named in named_in(reading, index) if block.is_body else ():
            if is_person(reading.parses[index], named) and not _is_the(named):
                found[plain(named.surname)] |= {_first(named)} if named.is_full else set()
    return dict(found)


def _is_the(named: Named) -> bool:
    """Return whether an article stands before it: "the Colts"."""
    return _has_the(named.last) and not named.titles


def _has_the(word: Token) -> bool:
    return any(c.lower == "the" for c in word.children)


def _first(named: Named) -> str:
    """Return the first name, plain, without an office before it: "Skipper Denise Orr"."""
    words = list(named.words)
    offices = vocabulary("persons", "before_surname") | _OFFICES
    while len(words) > 2 and words[0].lower() in offices:
        words.pop(0)
    return plain(words[0])


def _named_about(reading: Reading, block: int, people: Mapping[str, set[str]]) -> bool:
    """Return whether a paragraph and the one before it name one person only.

    Where the first sentence of the paragraph says whom it is about, it stands alone.
    """
    own = mentions(reading, block, people)
    opens = bool(own) and own[0].last.sentence == 0 and _is_subject(own[0].last)
    about = (
        [block]
        if opens
        else [i for i in (block - 1, block) if i >= 0 and reading.blocks[i].is_body]
    )
    found = [m for i in about for m in mentions(reading, i, people)]
    spans = [m.span for m in found]
    unknown = (
        t
        for i in about
        for t in reading.parses[i]
        if t.entity == "PERSON" and t.tag != "NNPS" and not any(s.covers(t.span) for s in spans)
    )
    return len({m.surname for m in found}) == 1 and next(unknown, None) is None


def mentions(reading: Reading, block: int, people: Mapping[str, set[str]]) -> list[_Mention]:
    """Return where people are named in a paragraph; a lone surname is one that is known."""
    found = [
        _Mention(plain(n.surname), n.span, n.last, _courtesy(n))
        for n in named_in(reading, block)
        if plain(n.surname) in people
    ]
    parse = reading.parses[block]
    inside = {token.i for m in found for token in parse.within(m.span)}
    for token in parse:
        known = token.text[:1].isupper() and plain(token.text) in people
        if known and token.i not in inside:
            found.append(_Mention(plain(token.text), token.span, token, None))
    return found


def _courtesy(named: Named) -> Span | None:
    if len(named.titles) != 1 or named.titles[0] not in COURTESY:
        return None
    return Span(named.span.start, named.span.start + len(named.titles[0]))


def name_of(reading: Reading, surname: str) -> str:
    """Return the surname as the story writes it."""
    written = (t.text for parse in reading.parses for t in parse if plain(t.text) == surname)
    return next(written, surname)


def pronouns(
    reading: Reading, block: int, people: Mapping[str, set[str]]
) -> Iterator[tuple[str, Use]]:
    """Yield the pronouns of a paragraph that can mean only one person, with that person."""
    if all(token.lower not in PRONOUNS for token in reading.parses[block]):
        return
    named = mentions(reading, block, people)
    sentences: dict[int, list[Token]] = defaultdict(list)
    ours = is_writers_own(reading, reading.blocks[block].span)
    for token in reading.parses[block]:
        if ours or is_writers_own(reading, token.span):
            sentences[token.sentence].append(token)
    alone = _named_about(reading, block, people)
    carried: str | None = None
    for tokens in sentences.values():
        own = {t.i for t in tokens}
        inside = [m for m in named if m.last.i in own]
        others = _others(tokens, [m.span for m in inside])
        found = [t for t in tokens if t.lower in PRONOUNS]
        who: str | None = None
        if inside and not others and len({m.surname for m in inside}) == 1:
            acts = _is_subject(inside[0].last)
            who = inside[0].surname if acts and not _has_the(inside[0].last) else None
            found = found if all(t.start > inside[0].span.start for t in found) else []
            # "Walsh said of her": who acts is named by "himself" there.
            found = [t for t in found if t.dep in ("poss", *_SUBJECTS)]
            if speaks_for_another(whole(inside[0].last)) or _tells_of_another(
                reading, block, tokens[0]
            ):
                firsts = people[inside[0].surname]
                known = {sexes()[first] for first in firsts if first in sexes()}
                found = [t for t in found if not known or PRONOUNS[t.lower] in known]
        elif not inside and carried is not None and not others:
            who = carried
            opens = [t for t in found[:1] if t.i - tokens[0].i < _EARLY]
            says = [t for t in found[:1] if t.dep in _SUBJECTS and t.head.dep == "ROOT"]
            found = found if opens or says else []
            if opens and opens[0].i == tokens[0].i and opens[0].dep in _SUBJECTS:
                found = found[:1]
        if who is not None and alone and len({PRONOUNS[t.lower] for t in found}) == 1:
            for token in found:
                yield who, Use(PRONOUNS[token.lower], token.span, False)
        slip = _slip_within(tokens) if carried is not None and alone and not inside else None
        if slip is not None and carried is not None:
            for token in slip:
                yield carried, Use(PRONOUNS[token.lower], token.span, False)
            who = carried
        carried = who


def _tells_of_another(reading: Reading, block: int, opens: Token) -> bool:
    """Return whether somebody without a name is spoken of before a sentence: a man was held."""
    before = [i for i in range(block) if reading.blocks[i].is_body][-1:]
    return any(
        word.tag == "NN" and is_person_noun(word.lemma.lower())
        for i in (*before, block)
        for word in reading.parses[i]
        if i != block or word.i < opens.i
    )


def _is_subject(word: Token) -> bool:
    """Return whether a name acts: "the coach, Ann Lee, said" too."""
    return word.dep in _SUBJECTS or (word.dep == "appos" and word.head.dep in _SUBJECTS)


def _slip_within(tokens: list[Token]) -> tuple[Token, Token] | None:
    """Return "she" and "his" of "she stayed aboard and was praised for his calm", or None.

    The subject opens the sentence, and the passive verb that has the other pronoun has no
    subject of its own.
    """
    opens = tokens[0]
    if opens.lower not in ("he", "she") or opens.dep not in _SUBJECTS:
        return None
    for token in tokens:
        kind = PRONOUNS.get(token.lower)
        if kind is None or kind == PRONOUNS[opens.lower] or token.dep != "poss":
            continue
        verb = next((t for t in token.ancestors if t.pos in ("VERB", "AUX")), None)
        if verb is None or verb.child("auxpass") is None:
            continue
        # Which verb it is joined to is often misread; what it wants is a subject before it.
        if verb.child(*_SUBJECTS) is opens or (
            verb.dep == "conj" and verb.child(*_SUBJECTS) is None
        ):
            return opens, token
    return None


def _others(tokens: list[Token], spans: list[Span]) -> bool:
    """Return whether a sentence speaks of people, or of a ship, beside those it names."""
    known = _kinds_of_people()
    for token in tokens:
        if token.entity in ("PERSON", "NORP") and not any(s.covers(token.span) for s in spans):
            return True
        if token.lower in (
            "i",
            "we",
            "who",
            "whom",
            "whose",
            "someone",
            "anyone",
            "one",
            "another",
        ):
            return token.lower not in ("who", "whose") or not _of_name(token, spans)
        if token.pos not in ("NOUN", "PROPN") or token.tag in ("NNS", "NNPS"):
            continue
        if any(s.covers(token.span) for s in spans):
            continue
        if token.lower in known or token.lemma in known:
            if not _says_who(token, spans):
                return True
        elif _ends_like_people(token) and not _says_who(token, spans):
            return True
    return False


@cache
def _kinds_of_people() -> frozenset[str]:
    lists = ("female", "male", "either", "named_by_kin")
    return _VESSELS.union(*(vocabulary("people", name) for name in lists))


def _of_name(token: Token, spans: list[Span]) -> bool:
    """Return whether "who" takes up a name."""
    verb = token.head if token.dep != "poss" else token.head.head
    return verb.dep == "relcl" and any(s.covers(verb.head.span) for s in spans)


def _says_who(token: Token, spans: list[Span]) -> bool:
    """Return whether a noun says what the person named is: "Ilves, the pilot", "is a pilot"."""
    if token.dep == "appos" or (token.dep == "compound" and token.head.i > token.i):
        return any(s.covers(token.head.span) for s in spans) or token.dep == "compound"
    if token.dep == "attr":
        subject = token.head.child("nsubj")
        return subject is not None and any(s.covers(subject.span) for s in spans)
    appositive = token.child("appos")
    return appositive is not None and any(s.covers(appositive.span) for s in spans)


def _ends_like_people(token: Token) -> bool:
    lemma = token.lemma.lower()
    if len(lemma) < 5 or lemma in vocabulary("people", "things"):
        return False
    if lemma.endswith(("ment", "ness")):
        return False
    return lemma.endswith(tuple(vocabulary("people", "endings")))
