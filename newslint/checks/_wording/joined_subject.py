"""Subjects of two nouns, and subjects that are a part of several things."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._wording.number_of_verb import (
    PLURAL_VERB,
    SINGULAR_VERB,
    SUBJECTS,
    number_of_verb,
)
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_OWN = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "ms.", "dr."})
_SHARES = frozenset(
    {"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "most", "some", "all",
     "percent", "majority", "many", "several", "few", "both", "%", "cent", "tenth", "tenths",
     "two-thirds", "three-quarters"}
)  # fmt: skip
_MOST = 3  # commas of a list
_LEADS = frozenset({"each", "every", "either", "neither", "not", "only", "also", "both"})
_PHRASE = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "VBN", "POS"})


def of_two(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return both of "either the driver or the guard were" and "the man and a boy was"."""
    subject = verb.child(*SUBJECTS)
    if subject is None or finite.lower not in SINGULAR_VERB | PLURAL_VERB:
        return None
    first, last = _phrase_before(tokens, finite)
    joint = next((t for t in tokens[first:last] if t.lower in ("and", "or", "nor", "but")), None)
    if joint is None or last - first < 3:
        return None
    if sum(t.lower in ("and", "or", "nor", "but") for t in tokens[first:last]) > 1:
        return None
    one, other = _noun(tokens[first : joint.i]), _noun(tokens[joint.i + 1 : last])
    if one is None or other is None:
        return None
    lead = tokens[first].lower
    if lead in ("each", "every") and joint.lower == "and" and finite.lower in PLURAL_VERB:
        return (other, finite) if one.tag == other.tag == "NN" and one.i == joint.i - 1 else None
    known = vocabulary("agreement", "either") | vocabulary("agreement", "plural-form")
    vague = {other.lower, other.lemma} & known or other.lower.endswith(("s", "a", "i"))
    if lead in ("either", "neither") and joint.lower in ("or", "nor"):
        if other.tag == "NN" and not vague and one.tag == "NN" and finite.lower in PLURAL_VERB:
            return other, finite
        several = other.tag == "NNS" and not {other.lower, other.lemma} & known
        return (other, finite) if several and finite.lower in SINGULAR_VERB else None
    if lead == "not" and joint.lower == "but":
        several = other.tag == "NNS" and not {other.lower, other.lemma} & known
        return (other, finite) if several and finite.lower in SINGULAR_VERB else None
    if joint.lower == "or" and lead in _OWN and finite.lower in PLURAL_VERB:
        single = one.tag == other.tag == "NN" and one.i == joint.i - 1 and other.i == last - 1
        return (other, finite) if single and not vague and one.lemma not in known else None
    if joint.lower == "and" and finite.lower in SINGULAR_VERB and lead not in ("each", "every"):
        own = tokens[joint.i + 1].lower in _OWN
        people = bool(one.tag == other.tag == "NNP" and _titled(tokens, first, joint.i, last))
        led = lead in _OWN or tokens[first].tag == "JJ"
        differ = one.lemma != other.lemma and one.i == joint.i - 1
        titled = lead in _TITLES and one.tag == "NNP" and one.i == joint.i - 1
        people = people or (titled and tokens[joint.i + 1].lower in ("his", "her"))
        if people or (own and led and differ and {one.tag, other.tag} <= {"NN", "NNS"}):
            return other, finite
    return None


def part_of_several(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return subject and verb of "half of the shops is" and "a third of the budget are"."""
    subject = verb.child(*SUBJECTS)
    plural = number_of_verb(tokens, finite, verb)
    if subject is None or plural is None or subject.i > finite.i:
        return None
    if subject.lower not in _SHARES | {"none", "number"}:
        return None
    of = tokens[subject.i + 1]
    if of.lower != "of" or any(c.dep in ("conj", "cc", "relcl") for c in subject.children):
        return None
    inner = tokens[subject.i + 2 : finite.i]
    if any(
        t.text in (",", "and", "or", ":", "(") or t.tag in ("WDT", "WP", "VBZ", "VBD", "MD")
        for t in inner
    ):
        return None
    noun = of.child("pobj")
    if noun is None or noun.entity or not noun.text.isalpha() or not noun.text.islower():
        return None
    own = subject.subtree
    if own[0].i and tokens[own[0].i - 1].sentence == subject.sentence:
        ahead = tokens[own[0].i - 1]
        if ahead.lower not in ("that", "but", "and", ","):
            return None
    if own[-1].i > finite.i or any(t.dep in ("conj", "cc") for t in own):
        return None
    known = vocabulary("agreement", "either") | vocabulary("agreement", "plural-form")
    if {noun.lower, noun.lemma} & known or noun.lower in vocabulary("agreement", "amounts"):
        return None
    sure = finite.lower in SINGULAR_VERB | PLURAL_VERB or _goes_on(tokens, finite)
    before = {c.lower for c in subject.children if c.i < subject.i}
    if subject.lower == "number":
        several = noun.tag == "NNS" and before == {"a"} and finite.lower in SINGULAR_VERB
        return (noun, finite) if several else None
    several = noun.tag == "NNS" and noun.lower != noun.lemma
    if several and plural and sure and subject.lower != "none":
        return noun, finite
    shared = subject.lower == "none" or subject.lower in _SHARES - {
        "majority",
        "many",
        "several",
        "few",
        "both",
    }
    whose = any(c.lower in _OWN for c in noun.children)
    one = noun.tag == "NN" and shared and whose and not noun.lower.endswith("s")
    return (noun, finite) if one and plural is False and sure else None


def one_of_those(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return noun and verb of "one of those officers who believes"."""
    if verb.dep != "relcl" or number_of_verb(tokens, finite, verb) is not True:
        return None
    relative = verb.child(*SUBJECTS)
    if relative is None or relative.lower not in ("who", "that", "which"):
        return None
    if any(t.pos != "ADV" for t in tokens[relative.i + 1 : finite.i]):
        return None  # "the reasons that the mayor refuses to give"
    before = tokens[max(0, relative.i - 9) : relative.i]
    words = [t.lower for t in before]
    if "one" not in words or any(t.text == "," for t in before):
        return None
    at = len(words) - 1 - words[::-1].index("one")
    rest = words[at + 1 :]
    of_them = rest[:2] == ["of", "those"] or rest[:3] in (
        ["of", "the", "few"],
        ["of", "the", "many"],
    )
    alone = at == 0 or words[at - 1] not in ("only", "the", "just")
    noun = verb.head
    several = noun.tag == "NNS" and noun.i > before[at].i
    return (noun, finite) if of_them and alone and several else None


def of_a_person(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return name and verb of "Mr Doyle rarely speak"."""
    subject = verb.child(*SUBJECTS)
    if subject is None or subject.tag != "NNP" or subject.i > finite.i:
        return None
    if number_of_verb(tokens, finite, verb) is not False:
        return None
    own = subject.subtree
    first = own[0]
    titled = first.lower in _TITLES
    alone = first.i == 0 or tokens[first.i - 1].sentence != first.sentence
    named = titled and all(t.tag == "NNP" for t in own) and alone
    between = tokens[subject.i + 1 : finite.i]
    if not named or any(t.pos != "ADV" for t in between):
        return None
    return (subject, finite) if finite.lower in PLURAL_VERB or _goes_on(tokens, finite) else None


def _goes_on(tokens: tuple[Token, ...], finite: Token) -> bool:
    after = tokens[finite.i + 1] if finite.i + 1 < len(tokens) else None
    return after is not None and after.tag in ("DT", "PRP", "PRP$", "TO", "IN", "CD", "RB", "JJR",
                                               "$")  # fmt: skip


def _phrase_before(tokens: tuple[Token, ...], finite: Token) -> tuple[int, int]:
    """Return where the words of a sentence up to a verb begin and end, adverbs left out."""
    last = finite.i
    while (
        last > 0 and tokens[last - 1].pos == "ADV" and tokens[last - 1].sentence == finite.sentence
    ):
        last -= 1
    first = last
    while first > 0 and tokens[first - 1].sentence == finite.sentence:
        first -= 1
    return first, last


def _noun(words: tuple[Token, ...]) -> Token | None:
    """Return the noun that heads a phrase of article, adjectives and nouns with an "of" phrase."""
    head, governed = None, False
    for token in words:
        if token.tag in ("NN", "NNS", "NNP"):
            head = head if governed else token
        elif token.tag == "IN" and head is not None:
            governed = True
        elif token.tag not in _PHRASE and token.lower not in _LEADS:
            return None
    return head


def _titled(tokens: tuple[Token, ...], first: int, joint: int, last: int) -> bool:
    """Return whether both names are those of persons with a title."""
    return (
        tokens[first].lower in _TITLES
        and tokens[joint + 1].lower in _TITLES
        and all(t.tag == "NNP" for t in (*tokens[first:joint], *tokens[joint + 1 : last]))
    )


def of_three(tokens: tuple[Token, ...], verb: Token, finite: Token) -> Pair | None:
    """Return subject and verb of "bad weather, poor roads and a lack of lorries has slowed"."""
    if finite.lower not in ("has", "was", "is"):
        return None
    first, last = _phrase_before(tokens, finite)
    words = tokens[first:last]
    commas = [t for t in words if t.text == ","]
    joints = [t for t in words if t.tag == "CC"]
    if not commas or len(joints) != 1 or joints[0].lower != "and" or joints[0].i < commas[-1].i:
        return None
    if any(t.tag not in _PHRASE | {",", "CC", "IN"} for t in words) or words[-1].text == ",":
        return None
    parts = [list(words[: commas[0].i - first]), list(tokens[joints[0].i + 1 : last])]
    named = any(t.tag == "IN" for t in parts[0]) or parts[0][0].tag == "IN"
    nouns = all(any(t.tag in ("NN", "NNS") for t in part) for part in parts)
    if named or not nouns or verb.child("expl") is not None or len(commas) > _MOST:
        return None
    apposed = parts[0][0].lower in ("the", "his", "her") and tokens[commas[0].i + 1].tag == "DT"
    return None if apposed else (_last_noun(parts[1]), finite)


def _last_noun(words: list[Token]) -> Token:
    return next(t for t in reversed(words) if t.tag in ("NN", "NNS"))
