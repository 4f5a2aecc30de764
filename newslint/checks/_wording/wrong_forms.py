"""Forms of a verb that no helper, preposition or noun before it allows."""

from __future__ import annotations

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._wording.grammatical_number import FINITE_TAGS
from newslint.checks._wording.verb_slips import SAME_FORMS
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_BE = frozenset({"is", "are", "was", "were", "been", "being"})
_HAVE = frozenset({"has", "have", "had"})
#: "All they did was build".
_TOLD_APART = frozenset({"all", "did", "do", "does", "done", "there", "thing", "what", "whatever"})
_ASKING = frozenset({"WP", "WDT", "WRB", "WP$"})
_OBJECTS = frozenset({"CD", "DT", "JJ", "NN", "NNP", "NNS", "PRP", "PRP$"})
_OWNED = frozenset({"DT", "PRP$", "CD"})
_NOUNS = frozenset({"NN", "NNS"})
_PREPOSITIONS = frozenset({"at", "by", "for", "from", "in", "of", "with", "without"})
#: Who "is said that": only "it" may be.
_IMPERSONAL = frozenset({"anything", "enough", "it", "less", "little", "more", "much", "nothing",
                         "something", "that", "there", "this", "what", "which"})  # fmt: skip


#: What is held of somebody: "is believed have fled" lacks "to".
_HELD = frozenset(
    {"believed", "thought", "said", "known", "reported", "alleged", "set", "likely", "understood"}
)
_ADVERBS = 2  # that may stand after "has"


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _words_before(token: Token, tokens: tuple[Token, ...]) -> list[Token]:
    """Return what stands before a word in its sentence."""
    return [t for t in tokens[: token.i] if t.sentence == token.sentence]


def _told_apart(token: Token, tokens: tuple[Token, ...]) -> bool:
    """Return whether "all they did" or "what" opens the clause: a comma closes an earlier one."""
    before = _words_before(token, tokens)
    comma = max((t.i for t in before if t.text == ","), default=-1)
    return any(t.lower in _TOLD_APART for t in before if t.i > comma)


def past_after_to(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "to went", "plans to built" and "able to identified the men"."""
    before, verb, after = (_at(tokens, to.i + k) for k in (-1, 1, 2))
    if to.lower != "to" or before is None or verb is None or after is None:
        return None
    if verb.text in vocabulary("verbforms", "past-only") - {"did", "drove", "rang", "rose"}:
        return to, verb
    leads = before.lemma in vocabulary("verbforms", "infinitive-after")
    full = after.tag in ("DT", "PRP$", "PRP", "CD")
    past = verb.text in vocabulary("verbforms", "past-and-participle")
    regular = verb.text.endswith("ed") and verb.lemma != verb.text and verb.tag in ("VBD", "VBN")
    return (to, verb) if leads and full and (past or regular) else None


def plain_after_preposition(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "accused of fail" and "aimed at reduce waste"."""
    if verb.text not in vocabulary("verbforms", "never-nouns"):
        return None
    preposition, after = _at(tokens, verb.i - 1), _at(tokens, verb.i + 1)
    if preposition is None or preposition.text not in _PREPOSITIONS or after is None:
        return None
    if preposition.sentence != verb.sentence or after.tag not in _OBJECTS | {"TO"}:
        return None
    # "The firms they work with provide food", "what they dream of become".
    if any(t.tag in _ASKING for t in _words_before(verb, tokens)):
        return None
    word = preposition.head
    while word.head is not word:
        if word.dep == "relcl":
            return None
        word = word.head
    return preposition, verb


def to_for_ing(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "suggested to move"."""
    first, verb = _at(tokens, to.i - 1), _at(tokens, to.i + 1)
    if to.tag != "TO" or first is None or verb is None or verb.tag != "VB":
        return None
    considering = first.lower == "considering"
    if first.lemma not in vocabulary("verbforms", "wants-ing") and not considering:
        return None
    if first.pos != "VERB":
        return None
    passive = first.child("auxpass") is not None
    helped = first.child("aux") is not None
    own = first.child("nsubj") is not None and (first.tag != "VBN" or helped)
    return (first, verb) if own and not passive and verb.head is first else None


def no_participle_by(tokens: tuple[Token, ...], by: Token) -> Pair | None:
    """Return the words of "a letter write by the board" and "was sign by the mayor"."""
    verb, after = _at(tokens, by.i - 1), _at(tokens, by.i + 1)
    before = _at(tokens, by.i - 2)
    if by.lower != "by" or verb is None or before is None or after is None:
        return None
    if after.tag not in ("DT", "NNP", "PRP$", "NNS", "JJ", "CD"):
        return None
    plain = vocabularies(("verbforms", "plain-only"), ("verbforms", "done-by"))
    if verb.text not in plain or verb.sentence != after.sentence:
        return None
    if before.text in _BE:
        return before, verb
    opening = _words_before(before, tokens)
    bare = all(t.pos in ("DET", "ADJ", "NOUN", "PROPN") for t in opening)
    goes_on = any(t.tag in FINITE_TAGS for t in tokens[after.i :] if t.sentence == by.sentence)
    alone = before.tag == "NN" and before.text.islower() and bare and bool(opening)
    return (before, verb) if alone and goes_on else None


def said_of_someone(tokens: tuple[Token, ...], that: Token) -> Pair | None:
    """Return the words of "the mayor was said that the plan was dead"."""
    said, be = _at(tokens, that.i - 1), _at(tokens, that.i - 2)
    if that.lower != "that" or said is None or be is None or said.text != "said":
        return None
    subject = said.child("nsubjpass", "nsubj")
    if be.text not in _BE or subject is None or subject.lower in _IMPERSONAL:
        return None
    person = subject.tag in ("NN", "NNS", "NNP", "PRP") and subject.i < be.i
    return (be, said) if person and that.dep == "mark" else None


def no_to(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "due speak", "unable stop" and "decide whether send"."""
    sure = verb.text in vocabulary("verbforms", "never-nouns")
    if verb.text in ("have", "be") and verb.i > 1 and tokens[verb.i - 2].text in _BE:
        held = vocabulary("verbforms", "needs-to") | _HELD
        return (tokens[verb.i - 1], verb) if tokens[verb.i - 1].text in held else None
    if not verb.i or not (sure or verb.text in vocabulary("verbforms", "people-do")):
        return None
    before, after = tokens[verb.i - 1], _at(tokens, verb.i + 1)
    if before.sentence != verb.sentence or after is None or after.tag not in _OBJECTS | {"IN"}:
        return None
    if not sure and (
        (after.lower not in ("the", "a", "an") and after.tag != "CD")
        or before.tag not in ("VBN", "JJ", "JJR", "RB")
    ):
        return None
    return (before, verb) if before.text in vocabulary("verbforms", "needs-to") else None


def plain_after_be(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "were force out" and "could be drop": a passive without its ending."""
    be = _at(tokens, verb.i - 1)
    if be is None or be.text not in _BE | {"be"} or not verb.text.islower():
        return None
    if verb.lower != verb.lemma or verb.lower in SAME_FORMS or verb.sentence != be.sentence:
        return None
    helped = be.dep == "auxpass" and be.head is verb and verb.tag in ("NN", "VB", "VBP")
    helped = helped or (be.dep == "aux" and be.head is verb and verb.tag in ("VB", "VBP"))
    bare = be.tag == "VB" and verb.tag == "VB" and verb.head is be and verb.dep == "acomp"
    subject = (verb if helped else be).child("nsubjpass", "nsubj")
    carried = helped and be.dep == "aux" and subject is not None and subject.tag == "WDT"
    if not (helped or bare) or subject is None or subject.i > be.i:
        return None
    after = _at(tokens, verb.i + 1)
    ends = after is not None and (after.pos in ("ADP", "PUNCT", "SCONJ", "PART") or helped)
    begun = verb.text in ("begin", "start") and be.text == "be"
    if after is not None and after.tag in ("NN", "NNS", "VBD", "VBG", "VBN", "HYPH"):
        return (be, verb) if begun and after.tag in _NOUNS else None  # "reverse engineered"
    return (be, verb) if carried or (ends and not _told_apart(be, tokens)) else None


def participle_alone(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "she seen the man" and "the men done nothing"."""
    if verb.text not in vocabulary("verbforms", "done-only") or verb.tag != "VBD":
        return None
    subject = _at(tokens, verb.i - 1)
    if subject is not None and subject.text == ",":
        subject = verb.child("nsubj")  # "the boat, which was full, sunk"
    if subject is None or subject.i > verb.i:
        return None
    if verb.dep in ("acl", "relcl", "amod") or any(
        c.dep in ("aux", "auxpass") for c in verb.children
    ):
        return None
    own = subject.head is verb and subject.dep == "nsubj" and subject.pos in ("PRON", "NOUN")
    inverted = any(t.lower in _HAVE | _BE for t in _words_before(subject, tokens))
    return (subject, verb) if own and not inverted else None


def wrong_after_have(tokens: tuple[Token, ...], have: Token) -> Pair | None:
    """Return the words of "has be closed", "have being told" and "had decide"."""
    skip = 1
    while (
        (late := _at(tokens, have.i + skip)) is not None and late.tag == "RB" and skip <= _ADVERBS
    ):
        skip += 1
    verb, after = _at(tokens, have.i + skip), _at(tokens, have.i + skip + 1)
    if have.text not in _HAVE or verb is None or after is None or after.sentence != have.sentence:
        return None
    if have.i and tokens[have.i - 1].tag in ("DT", "PRP$", "POS"):
        return None
    if _told_apart(have, tokens):
        return None
    if verb.text in ("be", "being"):
        return (have, verb) if after.tag in ("VBN", "VBD") else None
    if have.tag == "VB" and have.i and tokens[have.i - 1].tag == "TO":
        return None  # "a site you would like to have take part"
    plain = vocabulary("verbforms", "never-nouns") - SAME_FORMS
    ends = skip == 1 and after.text == "." and verb.tag != "VBN"
    goes_on = ends or after.tag in _OBJECTS | {"TO", "IN"}
    return (have, verb) if verb.text in plain and goes_on else None


def to_after_let(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "let the men to go" and "made him to pay"."""
    verb = _at(tokens, to.i + 1)
    if to.tag != "TO" or verb is None or verb.tag != "VB" or verb.dep not in ("ccomp", "xcomp"):
        return None
    let, someone = verb.head, verb.child("nsubj")
    if someone is None or not let.i < someone.i < to.i or let.child("auxpass") is not None:
        return None
    known = someone.lemma in vocabulary("missingwords", "persons-only") or someone.lower == "staff"
    seen = let.lemma in ("make", "see", "hear", "watch") and known
    person = seen or (someone.tag == "PRP" and someone.lower in ("him", "her", "them", "us", "me"))
    made = person and (let.lemma == "make" or seen)
    return (let, to) if let.lemma == "let" or made else None


def to_after_subject(tokens: tuple[Token, ...], to: Token) -> Pair | None:
    """Return the words of "provided that they to open": only "it" and names have "to" there."""
    subject, verb = _at(tokens, to.i - 1), _at(tokens, to.i + 1)
    if to.tag != "TO" or subject is None or verb is None or verb.tag != "VB":
        return None
    subjective = subject.text in ("he", "she", "they", "we")
    before = _at(tokens, subject.i - 1)
    inverted = before is not None and before.pos in ("AUX", "VERB")  # "were they to be found"
    return (
        (subject, to) if subjective and not inverted and subject.sentence == to.sentence else None
    )


def past_for_participle(_tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "the fastest lap ever rode": a past that describes a noun before it."""
    noun = verb.head
    if verb.tag != "VBN" or verb.dep != "acl" or noun.pos != "NOUN" or noun.i > verb.i:
        return None
    alone = verb.child("nsubj", "nsubjpass", "aux", "auxpass") is None
    return (noun, verb) if alone and verb.text in vocabulary("verbforms", "past-only") else None
