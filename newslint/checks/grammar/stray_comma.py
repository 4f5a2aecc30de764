"""grammar.stray-comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose, tokens_in
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_STRAY = LazyRegex(
    r"(?<![,;:–—]\s)\b(?:and|but|or|that)\s(?:thus|therefore|hence|consequently)(?P<comma>,)\s"
    r"(?P<verb>is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should"
    r"|cannot|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|doesn['’]t)\b",
    re.IGNORECASE,
)


_SAYING = frozenset(
    {"admit", "announce", "argue", "believe", "claim", "confirm", "decide", "deny", "fear", "hope",
     "know", "learn", "report", "say", "think", "understand", "warn"}
)  # fmt: skip
_LONG = 24  # words of a subject
_AFTER_THAT = "A single comma stands after “%s”: delete it, or use a pair."
_TELLING = frozenset(
    {"add", "admit", "agree", "announce", "argue", "believe", "claim", "conclude", "confirm",
     "decide", "deny", "discover", "explain", "fear", "find", "hope", "insist", "know", "learn",
     "note", "prove", "report", "reveal", "rule", "say", "see", "show", "suggest", "tell", "think",
     "understand", "warn", "write"}
)  # fmt: skip
_PARTING = frozenset({",", "—", "–", "-", "--", "(", ")", ";", ":"})
_NAME = 5  # words, fewer than which a name has
_KIN = frozenset(
    {"agent", "aunt", "boss", "boyfriend", "brother", "coach", "colleague", "cousin", "daughter",
     "deputy", "father", "friend", "girlfriend", "grandfather", "grandmother", "husband", "lawyer",
     "manager", "mother", "neighbor", "neighbour", "nephew", "niece", "partner", "predecessor",
     "sister", "solicitor", "son", "spokesman", "spokeswoman", "successor", "uncle", "widow",
     "wife"}
)  # fmt: skip
_OFFICES = frozenset(
    {"ambassador", "captain", "chair", "chairman", "chairwoman", "commissioner", "dean", "deputy",
     "director", "editor", "founder", "governor", "head", "leader", "manager", "mayor", "minister",
     "owner", "president", "secretary"}
)  # fmt: skip
_SHORT = 10  # words in which the comma may stand
_SHUTTING = frozenset({",", '"', "“", "'", "‘"})
_FINITE_TAGS = frozenset({"VBZ", "VBD", "MD"})
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "can"})


class StrayComma(Rule):
    """Do not cut a verb off from its subject, or from what is said, with a single comma.

    In "and therefore, is closed" and "he said, that" the comma parts the verb from what it
    belongs to. Either set what stands between off with two commas, or leave both out.
    """

    id: str = "grammar.stray-comma"
    message: str = "A single comma stands before “%s”: delete it, or use a pair."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"names", "parse", "quotations", "sentences"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_C,)
    fixes: ClassVar = "unsafe"
    examples: ClassVar = (
        Example(
            "The mill has its own spring [[and thus, is]] never short of water.",
            fixed="The mill has its own spring and thus is never short of water.",
        ),
        Example(
            "The road floods [[and therefore, was]] closed in March.",
            fixed="The road floods and therefore was closed in March.",
        ),
        Example(
            "[[Members of the crew, have]] asked for coats.",
            fixed="Members of the crew have asked for coats.",
        ),
        Example(
            "The owner [[said, that]] the mill would close.",
            fixed="The owner said that the mill would close.",
        ),
        Example("The [[captain who is 56, will]] retire in May."),
        Example("Anna Berg, [[director of the museum said]] the roof would be mended."),
        Example("The captain, [[who is 56 will]] retire. His cousin, [[Ana Ruiz asked]] for it."),
        Example("The mayor of Tolnica, [[Petra Vass left]] the hall by a side door."),
        Example("[[The plan to shut the old mill in May, was]] made in secret."),
        Example("The owner said [[that, ]]the mill would close."),
        Example("The captain, who is 56, will retire. The men who sold fish, bread and wine left."),
        Example("Ana Ruiz, owner of the mill, said so. Ana Ruiz, the owner said, was ill."),
        Example("For Ana Ruiz, the owner of the mill was no friend."),
        Example("There is a risk, the owner said, that the mill would close."),
        Example("The owner said, that is to say wrote, what he thought."),
        Example("Members of the crew, cold and wet, have asked for coats."),
        Example("The mill has its own spring and, thus, is never short of water."),
        Example("The mill has its own spring and thus is never short of water."),
        Example("The spring never fails and thus, the owner said, the mill can run."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such comma, with the words around it."""
        for block in reading.blocks:
            for match in _STRAY.finditer(block.span.cut(reading.text)):
                place = Span(*match.span()).shifted(block.span.start)
                comma = Span(*match.span("comma")).shifted(block.span.start)
                if is_writers_own(reading, place):
                    yield self.problem(place, match["verb"], fix=Fix((Edit(comma, ""),)))
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            for that, mark, first in _after_that(tokens):
                place = Span(that.start, first.start)
                if is_writers_own(reading, place):
                    problem = _AFTER_THAT % that.text
                    fix = Fix((Edit(mark.span, ""),))
                    yield replace(self.problem(place, that.text, fix=fix), message=problem)
            for said, mark, that in _before_that(tokens):
                place = Span(said.start, that.end)
                if is_writers_own(reading, place):
                    yield self.problem(place, that.text, fix=Fix((Edit(mark.span, ""),)))
            for sentence in reading.sentences_of(index):
                words = tokens_in(reading, sentence)
                for place, word in (*_half_of_a_pair(words), *_name_left_open(words)):
                    if is_writers_own(reading, place):
                        yield self.problem(place, word.text)
                found = _after_subject(words) or _after_long_subject(words)
                if found is not None:
                    first, comma_mark, verb = found
                    place = Span(first.start, verb.end)
                    if is_writers_own(reading, place):
                        fix = Fix((Edit(comma_mark.span, ""),))
                        yield self.problem(place, verb.text, fix=fix)


def _before_that(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token, Token]]:
    """Yield verb, comma and "that" where a comma parts a verb of saying from what is said."""
    for verb, comma, that in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if comma.text != "," or that.lower != "that":
            continue
        if verb.tag == "NNS" and _is_told_apart(verb, that):
            yield verb, comma, that
        if verb.lemma not in _SAYING:
            continue
        clause = that.head
        said = that.dep == "mark" and clause.dep == "ccomp" and clause.head is verb
        around = (t for t in tokens[: clause.i] if t.sentence == verb.sentence and t is not comma)
        pair = any(t.text in (",", "—", "–", "-") for t in around)
        if said and not pair and verb.child("nsubj") is not None:
            yield verb, comma, that


def _is_told_apart(noun: Token, that: Token) -> bool:
    """Return whether a clause says which ones are meant: "those colonies, that lived"."""
    those = noun.child("det")
    clause = that.head
    own = clause.dep == "relcl" and clause.head is noun and that.dep in ("nsubj", "nsubjpass")
    return own and those is not None and those.lower == "those"


def _after_that(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token, Token]]:
    """Yield "that", comma and first word where the only comma parts them: "said that, the"."""
    for that, comma, first in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if comma.text != "," or that.lower != "that" or that.dep != "mark":
            continue
        if first.tag not in ("DT", "PRP", "PRP$", "NNP") or that.head.head.lemma not in _TELLING:
            continue
        marks = [t for t in tokens if t.sentence == that.sentence and t.pos == "PUNCT"]
        if sum(t.text in _PARTING for t in marks) == 1:
            yield that, comma, first


def _after_long_subject(tokens: list[Token]) -> tuple[Token, Token, Token] | None:
    """Return first word, comma and verb of "The decision to close the mill, was taken"."""
    commas = [i for i, t in enumerate(tokens) if t.text in _PARTING]
    if len(commas) != 1 or not 2 <= commas[0] <= _LONG or commas[0] + 2 > len(tokens) - 1:
        return None
    at = commas[0]
    before, verb = tokens[:at], tokens[at + 1]
    if tokens[at].text != "," or verb.lower not in _FINITE or tokens[-1].text == "?":
        return None
    main = verb.head if verb.dep in ("aux", "auxpass") else verb
    subject = main.child("nsubj", "nsubjpass")
    if subject is None or main.dep != "ROOT" or subject.tag not in ("NN", "NNS"):
        return None
    if {t.i for t in subject.subtree} - {tokens[at].i} != {t.i for t in before}:
        return None
    loose = any(
        t.tag in ("VBD", "VBZ", "VBP", "MD", "CC", "WDT", "WP") or t.dep == "appos" for t in before
    )
    return None if loose else (tokens[0], tokens[at], verb)


def _after_subject(tokens: list[Token]) -> tuple[Token, Token, Token] | None:
    """Return first word, comma and verb where a comma parts a short subject from its verb."""
    at = next((i for i, t in enumerate(tokens[:_SHORT]) if t.text == ","), None)
    if at is None or at == 0 or at + 2 > len(tokens) - 1:
        return None
    before, verb = tokens[:at], tokens[at + 1]
    if verb.lower not in _FINITE or tokens[at - 1].pos not in ("NOUN", "PROPN"):
        return None
    if tokens[0].pos not in ("DET", "NOUN", "PROPN", "PRON") or not before[0].text[:1].isupper():
        return None
    if any(t.pos in ("VERB", "AUX", "SCONJ", "CCONJ", "PUNCT") for t in before):
        return None
    main = verb.head if verb.dep in ("aux", "auxpass") else verb
    subject = main.child("nsubj", "nsubjpass")
    if subject is None or subject not in before or "?" in tokens[-1].text:
        return None
    return (tokens[0], tokens[at], verb)


def _half_of_a_pair(tokens: list[Token]) -> Iterator[tuple[Span, Token]]:
    """Yield what a single comma sets off at one end only, and the word after the comma.

    "The captain who is 56, will retire" and "Ana Ruiz, owner of the mill said".
    """
    if not tokens:
        return
    first = tokens[0].i
    for noun in tokens:
        verb = noun.head
        if noun.dep not in ("nsubj", "nsubjpass") or verb.i < noun.i:
            continue
        helpers = [c.i for c in verb.children if c.dep in ("aux", "auxpass") and c.i > noun.i]
        finite = tokens[min([verb.i, *helpers]) - first]
        between = tokens[noun.i - first + 1 : finite.i - first]
        commas = [t for t in between if t.text == ","]
        marks = [t for t in between if t.pos == "PUNCT" and t.text != ","]
        if len(commas) != 1 or marks or finite.tag not in _FINITE_TAGS:
            continue
        asked = tokens[-1].text == "?"
        if between[-1] is commas[0] and _is_clause_of(noun, between[0]) and not asked:
            yield Span(noun.start, finite.end), finite
        rest = tokens[finite.i - first :]
        if between[0] is commas[0] and _is_open_clause(noun, between[1:], rest) and not asked:
            yield Span(between[1].start, finite.end), finite
            continue
        is_whole = tokens[0].pos == "ADP" or _is_shut_off(finite, tokens[finite.i - first + 1 :])
        if is_whole or between[0] is not commas[0]:
            continue  # as in "For Ruiz, the mill was ..."
        if noun.tag in ("NN", "NNP") and len(between) > 1 and _is_aside_of(noun, between[1:]):
            yield Span(between[1].start, finite.end), between[1]


def _name_left_open(tokens: list[Token]) -> Iterator[tuple[Span, Token]]:
    """Yield the name and verb of "his cousin, Ana Ruiz asked", and the verb."""
    for at, comma in enumerate(tokens):
        if comma.text != "," or at - 1 not in range(1, len(tokens)):
            continue
        whose = tokens[at - 2].tag in ("PRP$", "POS")
        name = list(takewhile(lambda t: t.tag in ("NNP", "NNPS"), tokens[at + 1 :]))
        rest = tokens[at + 1 + len(name) :]
        ruled = tokens[at - 1].dep == "pobj"  # "to his successor, Ana Ruiz leaves"
        kin = whose and not ruled and tokens[at - 1].lower in _KIN
        if not (kin or _is_office(tokens[:at])) or not 1 < len(name) < _NAME or len(rest) < 2:
            continue
        verb = rest[0]
        spoken = _is_shut_off(verb, rest[1:]) or any(t.text == "," for t in rest[1:4])
        if verb.tag in _FINITE_TAGS and not spoken:
            yield Span(name[0].start, verb.end), verb


def _is_office(tokens: list[Token]) -> bool:
    """Return whether a sentence begins with an office and no more: "The mayor of Tolnica"."""
    of = next((i for i, t in enumerate(tokens) if t.lower == "of"), 0)
    if not of or tokens[0].tag != "DT" or tokens[of - 1].lower not in _OFFICES:
        return False
    return all(t.tag in ("DT", "JJ", "NN", "NNP", "NNS", "IN", "HYPH", "PRP$") for t in tokens)


def _is_shut_off(finite: Token, after: list[Token]) -> bool:
    """Return whether a verb of saying ends what a pair of commas sets off: Ruiz, an aide said, is.

    The second comma may stand before a quotation mark, or be left out there.
    """
    return finite.lemma in _SAYING and bool(after) and after[0].text in _SHUTTING


def _is_clause_of(noun: Token, who: Token) -> bool:
    """Return whether a clause about the noun begins right after it, and belongs to it alone."""
    clause = who.head
    if clause.dep in ("aux", "auxpass"):
        clause = clause.head
    own = clause.dep == "relcl" and clause.head is noun
    return own and who.lower in ("who", "which") and who.dep in ("nsubj", "nsubjpass")


def _is_open_clause(noun: Token, clause: list[Token], rest: list[Token]) -> bool:
    """Return whether a clause about the noun fills the words up to the verb: ", who was ill"."""
    if not clause or clause[0].lower not in ("who", "which") or len(clause) == 1:
        return False
    relative = next((c for c in noun.children if c.dep == "relcl"), None)
    if relative is None or clause[0].head not in (relative, *relative.children):
        return False
    if any(a.text == "," and b.tag in _FINITE_TAGS for a, b in pairwise(rest)):
        return False  # its second comma comes later
    own = {t.i for t in relative.subtree}
    return own == {t.i for t in clause} and relative.lemma not in _SAYING


def _is_aside_of(noun: Token, aside: list[Token]) -> bool:
    """Return whether a noun phrase that says who somebody is fills the words up to the verb."""
    role = next((c for c in noun.children if c.dep == "appos"), None)
    if role is None or role.tag != "NN":
        return False
    if noun.entity != "PERSON" and aside[0].lower not in ("a", "an"):
        return False
    own = {t.i for t in role.subtree}
    plain = all(t.pos in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART") for t in aside)
    return plain and own == {t.i for t in aside} and not any(c.dep == "conj" for c in noun.children)
