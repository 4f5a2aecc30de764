"""What a word asks for after it: "prevent them to cross", "spent the day to clear"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newslint.checks._phrases import PACKAGE, vocabulary
from newslint.language.tokens import Token
from newslint.vocabulary import load

Pair = tuple[Token, Token]
#: The word that asks, the wrong word, and what it asks for.
Asked = tuple[Token, Token, str]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TIMES = frozenset(
    {"afternoon", "career", "century", "day", "days", "decade", "decades", "evening", "hour",
     "hours", "life", "lifetime", "minute", "minutes", "month", "months", "morning", "night",
     "nights", "season", "summer", "time", "week", "weekend", "weeks", "winter", "year", "years"}
)  # fmt: skip
_FIGURES = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
_TERM = frozenset({"years", "months", "weeks", "days", "life"})
_BE = frozenset({"is", "are", "was", "were", "been", "be"})
_COUNTS = frozenset({"charge", "charges", "count", "counts", "offence", "offences", "offense",
                     "offenses"})  # fmt: skip
_FAR = 8  # words from a verb to the "to" that it does not take


@cache
def _table(name: str) -> Mapping[str, str]:
    data = load(PACKAGE, "vocabularies/frames.yml")
    assert isinstance(data, dict)
    pairs = data[name]
    assert isinstance(pairs, dict)
    return {word: right for word, right in pairs.items() if isinstance(right, str)}


@cache
def _wrong(name: str) -> Mapping[str, Mapping[str, str]]:
    data = load(PACKAGE, "vocabularies/frames.yml")
    assert isinstance(data, dict)
    verbs = data[name]
    assert isinstance(verbs, dict)
    return {
        verb: {bad: good for bad, good in pairs.items() if isinstance(good, str)}
        for verb, pairs in verbs.items()
        if isinstance(pairs, dict)
    }


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases with a wrong preposition, by that preposition."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, right in _table("phrases").items():
        *words, last = phrase.split()
        found.setdefault(last, []).append((tuple(words), right))
    return {word: tuple(rows) for word, rows in found.items()}


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _is_person(token: Token) -> bool:
    """Return whether a word names somebody who can be kept from a thing, or accused."""
    return token.lower in vocabulary("frames", "people") or token.entity in ("PERSON", "NORP")


def _may_be_object(word: Token, verb: Token) -> bool:
    """Return whether a word before "to" is whom a verb prevents or blames.

    "Banned cars to clear the air" tells of a purpose: there only people are believed.
    """
    if verb.lemma in vocabulary("frames", "for-a-purpose"):
        return _is_person(word)
    noun = word.pos in ("NOUN", "PROPN", "PRON")
    return noun and word.lemma not in vocabulary("frames", "nouns-with-to")


def asked_for_ing(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "prevented the crowd to enter" and "insisted to pay"."""
    before, verb = _at(tokens, to.i - 1), _at(tokens, to.i + 1)
    if to.tag != "TO" or before is None or verb is None or verb.tag != "VB":
        return None
    if before.pos in ("VERB", "ADJ"):
        return _asked_beside(before, verb)
    first = _asker(tokens, to)
    if (
        first is None
        or not _may_be_object(before, first)
        or first.child("dobj", *_SUBJECTS) is None
    ):
        return None
    having = verb.lower == "have" and (then := _at(tokens, verb.i + 1)) and then.tag == "VBN"
    from_doing = first.lemma in vocabulary("frames", "from-doing") and first.lemma != "stop"
    of_doing = first.lemma in vocabulary("frames", "of-doing") - {"suspect"}
    for_doing = first.lemma in vocabulary("frames", "for-doing")
    return (first, verb) if from_doing or of_doing or (for_doing and having) else None


def _asker(tokens: tuple[Token, ...], to: Token) -> Token | None:
    """Return the last verb before a "to", if no preposition but "of" stands between."""
    for token in reversed(tokens[max(0, to.i - _FAR) : to.i]):
        if token.sentence != to.sentence or token.pos in ("PUNCT", "CCONJ", "SCONJ", "AUX"):
            return None
        if token.pos == "VERB":
            return token
        if token.pos == "ADP" and token.lower != "of":
            return None
    return None


def _asked_beside(before: Token, verb: Token) -> Pair | None:
    """Return the words of "insisted to pay", "banned to use" and "intent to preserve"."""
    if before.pos == "ADJ" or before.tag == "JJ":
        known = _table("adjectives").get(before.lower) not in (None, "nothing")
        own = before.dep in ("acomp", "amod", "oprd", "ROOT", "conj")
        return (before, verb) if known and own and verb.head is before else None
    passive = before.child("auxpass") is not None
    active = before.child("nsubj") is not None and not passive
    subject = before.child(*_SUBJECTS)
    if before.lemma in _table("takes-preposition"):
        return (before, verb) if active or before.tag in ("VB", "VBG") else None
    if before.lemma in vocabulary("frames", "takes-ing"):
        return (before, verb) if active and before.tag != "VBN" else None
    if not passive or subject is None or subject.tag == "WDT":
        return None
    person = subject.lower in ("he", "she", "they", "we") or _is_person(subject)
    kept = before.lemma in vocabulary("frames", "from-doing") - {"stop", "exclude"}
    return (before, verb) if person and kept and before.lemma != "bar" else None


def spent_to(tokens: tuple[Token, ...], spent: Token) -> Pair | None:
    """Return the words of "spent the day to clear the beach"."""
    time = spent.child("dobj")
    if spent.lower != "spent" or time is None or time.lower not in _TIMES or time.i < spent.i:
        return None
    to, verb = _at(tokens, time.i + 1), _at(tokens, time.i + 2)
    if to is None or verb is None or to.tag != "TO" or verb.tag != "VB":
        return None
    return (spent, verb) if spent.child("auxpass") is None else None


def wrong_preposition(tokens: tuple[Token, ...], word: Token) -> Asked | None:
    """Return the words of "at odds to", "convicted for 14 counts" and "warned for rain"."""
    for words, right in phrases().get(word.lower, ()):
        first = word.i - len(words)
        ahead = tokens[max(0, first) : word.i]
        if tuple(t.lower for t in ahead) == words and ahead[0].sentence == word.sentence:
            after = _at(tokens, word.i + 1)
            noun = after is not None and after.tag not in ("VB", ".", ",")
            return (ahead[-1], word, right) if noun else None
    if word.dep != "prep" and word.lower != "for":
        return None
    return _of_noun(tokens, word) or _of_verb(tokens, word)


def _of_noun(tokens: tuple[Token, ...], word: Token) -> Asked | None:
    """Find "support to the party", "a rise of the number" and "arrived to the airport"."""
    noun, after = _at(tokens, word.i - 1), _at(tokens, word.i + 1)
    thing = word.child("pobj")
    if noun is None or after is None or thing is None or word.dep != "prep":
        return None
    if noun.lemma == "arrive" and word.lower == "to" and after.tag in ("DT", "NNP", "PRP$"):
        return noun, word, "at"
    if noun.tag not in ("NN", "NNS") or thing.entity in _FIGURES:
        return None
    if noun.lemma in vocabulary("frames", "changes") and word.lower == "of":
        measured = thing.lower in vocabulary("frames", "measured") and after.lower == "the"
        return (noun, word, "in") if measured else None
    right = _wrong("nouns").get(noun.lemma, {}).get(word.lower)
    return (noun, word, right) if right is not None and word.head is noun else None


def _of_verb(tokens: tuple[Token, ...], word: Token) -> Asked | None:
    verb = word.head
    near = {t.lower for t in tokens[word.i + 1 : word.i + 4]}
    if verb.lemma == "sentence" and verb.pos == "VERB" and word.lower == "for" and near & _TERM:
        return verb, word, "to"
    if word.dep != "prep" or verb.pos != "VERB" or verb.i >= word.i:
        return None
    right = _wrong("after-object").get(verb.lemma, {}).get(word.lower)
    thing = word.child("pobj", "pcomp")
    if right is None or thing is None or thing.entity in ("DATE", "TIME", "MONEY", "ORDINAL"):
        return None
    if thing.lemma in _TIMES or thing.lower in ("time", "life", "least", "sake", "reasons"):
        return None
    between = tokens[verb.i + 1 : word.i]
    passive = verb.child("auxpass") is not None
    if any(t.pos in ("ADP", "VERB", "PUNCT", "SCONJ", "CCONJ", "AUX") for t in between):
        return None
    crime = vocabulary("missingwords", "crimes")
    accused = thing.lower in crime or thing.lower in _COUNTS or thing.tag == "VBG"
    if verb.lemma in ("convict", "accuse", "acquit", "suspect", "charge"):
        return (verb, word, right) if accused else None
    if verb.lemma == "warn":
        active = verb.child("nsubj") is not None and not passive and not between
        return (verb, word, right) if active and thing.tag in ("NN", "NNS") else None
    who = verb.child("dobj") is not None and bool(between) and _is_person(between[-1])
    return (verb, word, right) if who else None


def guilty_for(tokens: tuple[Token, ...], word: Token) -> Asked | None:
    """Return the words of "found guilty last month for 14 counts"."""
    ahead = tokens[max(0, word.i - 4) : word.i]
    guilty = next((t for t in ahead if t.lower in ("guilty", "convicted", "acquitted")), None)
    near = [t for t in tokens[word.i + 1 : word.i + 4] if t.sentence == word.sentence]
    if guilty is None or word.text != "for" or guilty.sentence != word.sentence:
        return None
    counted = any(t.lower in _COUNTS for t in near) and near[0].tag in ("CD", "JJ", "DT")
    plain = all(t.entity == "DATE" or t is guilty or t.i < guilty.i for t in ahead)
    return (guilty, word, "of") if counted and plain else None


def first_since(tokens: tuple[Token, ...], since: Token) -> Asked | None:
    """Return the words of "the first time since 31 years"."""
    number, unit, after = (_at(tokens, since.i + k) for k in (1, 2, 3))
    ahead = tokens[max(0, since.i - 4) : since.i]
    if since.lower != "since" or number is None or unit is None or number.tag != "CD" or not ahead:
        return None
    first = any(t.lower in ("first", "time") for t in ahead[-2:])
    timed = unit.lower in ("years", "months", "weeks", "days", "decades", "seasons")
    ago = after is not None and after.lower in ("ago", "earlier", "before")
    return (ahead[-1], since, "in") if first and timed and not ago else None


#: What something is due to do, and no noun follows at once with its preposition.
_DUE_TO = frozenset({"arrive", "become", "begin", "end", "expire", "finish", "go", "meet", "open",
                     "receive", "retire", "return", "sail", "speak", "start", "stand", "take",
                     "appear", "be", "leave"})  # fmt: skip


def lacks_to(tokens: tuple[Token, ...], expected: Token) -> Pair | None:
    """Return the words of "is expected last three weeks" and "has been urged rethink"."""
    be, verb, after = (_at(tokens, expected.i + k) for k in (-1, 1, 2))
    if be is not None and be.tag == "RB":
        be = _at(tokens, be.i - 1)
    if be is None or verb is None or after is None or be.lower not in _BE:
        return None
    plain = verb.tag in ("VB", "VBP") and verb.text.islower() and verb.lower == verb.lemma
    known = verb.lower in vocabulary("verbforms", "never-nouns") | {"last"}
    if expected.lower == "due":
        plain = known = verb.lower in _DUE_TO
    begun = after.tag in ("DT", "CD", "IN", "PRP$", "PRP")
    same = verb.sentence == expected.sentence
    return (expected, verb) if same and begun and (plain or known) else None


def lacks_subject(tokens: tuple[Token, ...], modal: Token) -> Pair | None:
    """Return the words of "He said would appeal"."""
    said = _at(tokens, modal.i - 1)
    if said is None or said.tag != "VBD" or said.lemma not in ("say", "insist", "claim", "hope"):
        return None
    ahead = [t for t in tokens[: said.i] if t.sentence == said.sentence]
    plain = all(t.tag in ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "JJ") for t in ahead)
    return (said, modal) if plain and 0 < len(ahead) < 5 and modal.tag == "MD" else None
