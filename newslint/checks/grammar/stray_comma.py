"""grammar.stray-comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose, tokens_in
from newslint.checks._wording.edit_marks import question_goes_on
from newslint.checks._wording.left_open import unclosed_aside
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
_LONG = 4  # words of a subject that takes some reading
_SHORT = 10  # words in which the comma may stand
_SHUTTING = frozenset({",", '"', "“", "'", "‘"})
_FINITE_TAGS = frozenset({"VBZ", "VBD", "MD"})
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "can"})


_UNCLOSED = "What stands before “%s” was set off at one end only: close it with the same mark."
_ASKED = "The sentence goes on after “%s?”: write a comma, or begin a new sentence."


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
        Example("The captain told the board [[that, the]] bill had been paid."),
        Example("The driver of a van parked at the foot of the [[hill, was]] hurt."),
        Example("The driver said that, all told, she won. Who wins a cup, or loses it, drinks."),
        Example("The [[captain who is 56, will]] retire in May."),
        Example("Anna Berg, [[director of the museum said]] the roof would be mended."),
        Example("Ana Ruiz, whose son was on the [[ferry told]] the court she had waited."),
        Example("His neighbour, Ana [[Ruiz told]] the court. Would it [[last?]] she wondered."),
        Example("Ana Ruiz, whose son was on the ferry, told the court. Would it last?"),
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
            yield from self._unclosed(reading, reading.parses[index].tokens)
            for that, mark, last in _behind_that(reading.parses[index].tokens):
                place = Span(that.start, last.end)
                if is_writers_own(reading, place):
                    yield self.problem(place, last.text, fix=Fix((Edit(mark.span, ""),)))
            for said, mark, that in _before_that(reading.parses[index].tokens):
                place = Span(said.start, that.end)
                if is_writers_own(reading, place):
                    yield self.problem(place, that.text, fix=Fix((Edit(mark.span, ""),)))
            for sentence in reading.sentences_of(index):
                words = tokens_in(reading, sentence)
                for place, word in _half_of_a_pair(words):
                    if is_writers_own(reading, place):
                        yield self.problem(place, word.text)
                found = _after_subject(words) or _after_long_subject(words)
                if found is not None:
                    first, comma_mark, verb = found
                    place = Span(first.start, verb.end)
                    if is_writers_own(reading, place):
                        fix = Fix((Edit(comma_mark.span, ""),))
                        yield self.problem(place, verb.text, fix=fix)

    def _unclosed(self, reading: Reading, tokens: tuple[Token, ...]) -> Iterator[Problem]:
        """Yield a problem where an aside is opened and not closed."""
        for token in tokens:
            pair = unclosed_aside(tokens, token)
            if pair is not None:
                place = Span(pair[0].start, pair[1].end)
                if is_writers_own(reading, place):
                    yield self.problem(place, pair[1].text, message=_UNCLOSED)
            asked = question_goes_on(tokens, token) if token.text == "?" else None
            if asked is not None:
                place = Span(asked[0].start, asked[1].end)
                if is_writers_own(reading, place):
                    yield self.problem(place, asked[0].text, message=_ASKED)


def _before_that(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token, Token]]:
    """Yield verb, comma and "that" where a comma parts a verb of saying from what is said."""
    for verb, comma, that in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if comma.text != "," or that.lower != "that" or verb.lemma not in _SAYING:
            continue
        clause = that.head
        said = that.dep == "mark" and clause.dep == "ccomp" and clause.head is verb
        around = (t for t in tokens[: clause.i] if t.sentence == verb.sentence and t is not comma)
        pair = any(t.text in (",", "—", "–", "-") for t in around)
        if said and not pair and verb.child("nsubj") is not None:
            yield verb, comma, that


def _behind_that(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token, Token]]:
    """Yield "that", a comma and what follows where the comma opens nothing that is closed."""
    for that, comma, last in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if that.text != "that" or comma.text != "," or last.sentence != that.sentence:
            continue
        ahead = [t for t in tokens[max(0, that.i - _SHORT) : that.i] if t.sentence == that.sentence]
        said = any(t.lemma in _SAYING or t.lemma == "tell" for t in ahead if t.pos == "VERB")
        rest = [t for t in tokens[that.i + 2 :] if t.sentence == that.sentence]
        shut = any(t.text in (",", ")", "—", "–", "-", "”", '"') for t in rest)
        opens = last.tag in ("DT", "PRP", "PRP$", "NNP", "NNS", "CD")
        if said and not shut and opens:
            yield that, comma, last


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


def _after_long_subject(tokens: list[Token]) -> tuple[Token, Token, Token] | None:
    """Return last word, comma and verb where the one comma of a sentence stands after its subject.

    "The driver of a van parked on the hill, was treated": all that is before it is the subject.
    """
    at = next((i for i, t in enumerate(tokens) if t.pos == "PUNCT"), None)
    if at is None or at < _LONG or at + 2 > len(tokens) - 1 or tokens[at].text != ",":
        return None
    comma, verb = tokens[at], tokens[at + 1]
    main = verb.head if verb.dep in ("aux", "auxpass") else verb
    subject = main.child("nsubj", "nsubjpass")
    if verb.tag not in _FINITE_TAGS or main.dep != "ROOT" or subject is None or subject.i > comma.i:
        return None
    whole = subject.subtree
    if whole[0] is not tokens[0] or whole[-1].i != comma.i - 1 or len(whole) != at:
        return None
    loose = any(t.tag in ("WP", "WRB", "CC") or t.text in ("“", "”", '"') for t in tokens[:at])
    # "Anybody who waters a lawn, fills a pool or washes a car": a list goes on.
    again = any(t.text == "," for t in tokens[at + 1 :]) or main.child("conj") is not None
    return None if loose or again or "?" in tokens[-1].text else (tokens[at - 1], comma, verb)


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
        listed = any(c.dep == "conj" and c.tag == finite.tag for c in verb.children)
        asked = tokens[-1].text == "?" or listed  # "who waters a lawn, fills a pool or washes"
        if between[-1] is commas[0] and _is_clause_of(noun, between[0]) and not asked:
            yield Span(noun.start, finite.end), finite
        is_whole = tokens[0].pos == "ADP" or _is_shut_off(finite, tokens[finite.i - first + 1 :])
        if is_whole or between[0] is not commas[0] or noun.tag != "NNP":
            continue  # as in "For Ruiz, the mill was ..."
        if _is_aside_of(noun, between[1:]):
            yield Span(between[1].start, finite.end), between[1]


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


def _is_aside_of(noun: Token, aside: list[Token]) -> bool:
    """Return whether a noun phrase that says who somebody is fills the words up to the verb."""
    role = next((c for c in noun.children if c.dep == "appos"), None)
    if role is None or role.tag != "NN" or noun.entity != "PERSON":
        return False
    own = {t.i for t in role.subtree}
    plain = all(t.pos in ("DET", "ADJ", "NOUN", "PROPN", "ADP", "PART") for t in aside)
    return plain and own == {t.i for t in aside} and not any(c.dep == "conj" for c in noun.children)
