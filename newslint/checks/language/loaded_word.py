"""Words of praise and blame in the newsroom's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from newslint.attribution.kinds import nouns_for
from newslint.checks._loaded import (
    is_newsrooms,
    is_somebody,
    is_unreal,
    judged_spans,
    judged_words,
)
from newslint.checks._phrases import find_phrases, phrase_pattern, vocabulary
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._support import is_negated
from newslint.finding import Problem, Severity
from newslint.language.tokens import Parse, Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "nummod", "quantmod", "det"})
_LINKS = frozenset({"be", "become", "look", "prove", "remain", "seem", "sound"})
_MAY = re.compile(r"\b(?:may|might|could|would|not|never)(?: have| be)? $")
_LIMITS = frozenset({"xcomp", "ccomp", "advcl"})
_BOUNDS = frozenset({"about", "for", "in", "to", "with", "without"})
_NOUN_PLACES = frozenset({"amod", "compound", "dobj", "nsubj", "pcomp", "pobj"})
_PERSONS = frozenset({"he", "she", "they", "who"})
_THAT = frozenset({"that", "this"})
_OWNERS = frozenset({"his", "her", "their"})
_BENCH = frozenset({"court", "judge", "justice", "magistrate", "panel", "tribunal"})
_WARNING, _SUGGESTION = Severity.WARNING, Severity.SUGGESTION


class LoadedWord(Rule):
    """Leave words of praise and blame to your sources.

    "Shameful", "heroic" and "botched" are verdicts. In a source's mouth they are news; in the
    newsroom's own voice they ask the reader to agree before anything has been shown. What a
    source says or sees is left alone. Words that the facts may bear out, such as
    "humiliating" of a defeat, are suggestions.
    """

    id: str = "language.loaded-word"
    message: str = "“%s” tells the reader what to feel: give the fact, or quote whoever says so."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"attributions"})
    about_words: ClassVar = True
    genres_off: ClassVar = frozenset(
        {"opinion", "fiction", "satire", "review", "blog", "sport", "interview"}
    )
    standards: ClassVar = (
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Contentious_labels",
        "https://www.bbc.co.uk/editorialguidelines/guidelines/impartiality/guidelines",
    )
    examples: ClassVar = (
        Example("The [[horrific]] crash closed the northern road."),
        Example("The council dropped its [[botched]] plan for the quay."),
        Example("The [[heroic]] firefighters carried out 12 guests."),
        Example("The [[disgraced]] mayor left by the back door, and [[a fiasco]] began."),
        Example("The [[crooked]] developer left. The [[hated]] council stays."),
        Example("The board [[squandered]] the fund and [[callously]] closed the school."),
        Example("The builders [[slunk]] home. The [[crooked]] deal must go, Ana Ruiz said."),
        Example("The minister [[quashed]] debate on the bill and [[pompously]] closed the hall."),
        Example("A judge quashed the order. The yard was gutted by fire. The van barrelled past."),
        Example("The reply was [[shameful]]. The [[out-of-touch]] board met in May."),
        Example("The minister said goodbye after a [[humiliating]] defeat."),
        Example("The house has a crooked chimney. The storm was a brutal one for the boats."),
        Example("Ana Ruiz, the mayor, said the crash was a horrific scene."),
        Example("“It was a fiasco,” said Petra Lund, who sells tickets."),
        Example("Critics denounced the botched plan for the quay."),
        Example("The opera tells of a wicked queen. The vicious dog was caught."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield verdicts on people, deeds and plans that nobody in the story pronounces."""
        if speaks_in_first_person(reading):
            return
        for block, span, sure in sorted(_found(reading), key=lambda f: f[1]):
            if not is_newsrooms(reading, block, span):
                continue
            if not sure and is_unreal(reading, span):
                continue
            least = None if sure else _SUGGESTION
            yield self.problem(span, " ".join(span.cut(reading.text).split()), at_most=least)


def _found(reading: Reading) -> Iterator[tuple[int, Span, bool]]:
    """Yield the block, the place and the sureness of every loaded word, whoever says it."""
    taken: list[Span] = []
    for block, within in judged_spans(reading):
        for phrases in ("verdict_phrases", "done_phrases"):
            for span in find_phrases(reading.text, within, phrase_pattern("loaded", phrases)):
                may = _MAY.search(reading.text, max(within.start, span.start - 20), span.start)
                if not may and not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    yield block, span, True
    for block, word in judged_words(reading):
        if any(word.span.overlaps(span) for span in taken):
            continue
        noun = _noun_of(word, reading.parses[block])
        sureness = _other(word) if noun is None else _adjective(word, noun)
        if sureness is not None:
            yield block, _place(word), sureness is _WARNING


def _place(word: Token) -> Span:
    """Return the word, with the article where it is a noun: a fiasco."""
    if word.lemma.lower() not in vocabulary("loaded", "verdicts"):
        return word.span
    article = next((c for c in word.children if c.lower in {"a", "an"} and c.i == word.i - 1), None)
    return word.span if article is None else Span(article.start, word.end)


def _noun_of(word: Token, parse: Parse) -> Token | None:
    """Return the noun that the word stands before, also past a comma: the grim, grey hall."""
    if word.dep in _BEFORE_NOUNS:
        return word.head
    if word.tag != "JJ" or word.dep in {"acomp", "oprd", "attr"}:
        return None
    after = parse.tokens[word.i + 1 : word.i + 5]
    if not after or after[0].lower not in {",", "and"}:
        return None
    rest = [w for w in after if w.tag != "JJ" and w.lower not in {",", "and"}]
    return rest[0] if rest and rest[0].tag in {"NN", "NNS"} else None


def _adjective(word: Token, noun: Token) -> Severity | None:
    """Return how sure it is that the word before a noun is a verdict, or None."""
    text = _plain(word)
    if noun.i < word.i or word.tag.startswith("NNP") or _is_named(word, noun):
        return _other(word)
    head = noun.lemma.lower()
    if text in vocabulary("loaded", "amounts"):
        return _WARNING
    if head in vocabulary("loaded", "harmless") or head == "one":
        return None
    if text in vocabulary("loaded", "judging") or text in vocabulary("loaded", "praising"):
        return _WARNING
    of_people, of_deeds = vocabulary("loaded", "of_people"), vocabulary("loaded", "of_deeds")
    if text in of_people and is_somebody(noun):
        return _WARNING
    if text in of_people | of_deeds and head in vocabulary("loaded", "deeds"):
        return _WARNING  # whoever is greedy or crooked does greedy and crooked things
    if text in vocabulary("loaded", "flattering") and is_somebody(noun):
        return _SUGGESTION
    doubtful = text in vocabulary("loaded", "doubtful")
    return _SUGGESTION if doubtful and head in vocabulary("loaded", "outcomes") else None


def _plain(word: Token) -> str:
    """Return the adjective in small letters, without a superlative's ending."""
    return word.lemma.lower() if word.tag in {"JJS", "JJR"} else word.lower


def _is_named(word: Token, noun: Token) -> bool:
    """Return whether both are parts of a name: the Heroic Symphony."""
    return word.text[:1].isupper() and noun.text[:1].isupper() and word.i > 0


def _said_of(word: Token) -> Severity | None:
    """Return how sure it is that "was disgraceful" is a verdict on its subject, or None."""
    verb, text = word.head, _plain(word)
    subject = verb.child("nsubj")
    if subject is None and verb.dep == "conj":
        subject = verb.head.child("nsubj")  # "Orr had backed the deal, and was humiliated"
    if subject is None or subject.i > verb.i or is_negated(verb) or is_negated(word):
        return None
    harmless = vocabulary("loaded", "harmless")
    if verb.lemma not in _LINKS or any(w.lemma.lower() in harmless for w in subject.subtree):
        return None  # also "the queen of the play"
    after = [c for c in (*word.children, *verb.children) if c.i > word.i]
    if any(c.dep in _LIMITS or (c.dep == "prep" and c.lower in _BOUNDS) for c in after):
        return None  # useless without a licence, ridiculous to think so
    judged = text in vocabulary("loaded", "judging") or text in vocabulary("loaded", "praising")
    of_people = text in vocabulary("loaded", "of_people") and is_somebody(subject)
    if text in vocabulary("loaded", "brought_low"):
        return _WARNING if subject.lower in _PERSONS or is_somebody(subject) else None
    deed = subject.lemma.lower() in vocabulary("loaded", "deeds") or subject.lower in _THAT
    of_deeds = deed and text in vocabulary("loaded", "of_deeds")
    return _WARNING if judged or of_people or of_deeds else None


def _other(word: Token) -> Severity | None:
    """Return how sure it is that a noun, a verb or an adverb is a verdict, or None."""
    lemma = word.lemma.lower()
    if word.dep == "acomp" and word.i > word.head.i:
        return _said_of(word)
    if word.tag in {"NN", "NNS"}:
        sure = lemma in vocabulary("loaded", "verdicts") or _is_vice(word) or _is_antic(word)
        return _WARNING if sure else None
    if word.tag.startswith("VB"):
        if is_negated(word):
            return None
        done = lemma in vocabulary("loaded", "done") or _is_sneered(word) or _is_forced(word)
        done = done or _is_bodily(word) or _is_brought_low(word)
        doubted = word.tag == "VBG" and not any(c.dep in {"aux", "nsubj"} for c in word.children)
        doubted = doubted or any(c.tag == "MD" for c in word.children)
        return _WARNING if done and not doubted and word.dep not in _NOUN_PLACES else None
    manner = word.tag == "RB" and word.lower in _manners()
    real = word.head.tag.startswith("VB") and not any(c.tag == "MD" for c in word.head.children)
    return _WARNING if manner and real else None


def _is_vice(noun: Token) -> bool:
    """Return whether a vice or a virtue is laid to somebody: the greed of the board."""
    if noun.lemma.lower() not in vocabulary("loaded", "vices"):
        return False
    of = next((c for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
    owner = noun.child("poss") or (of.child("pobj") if of is not None else None)
    return owner is not None and (owner.lower in _OWNERS or is_somebody(owner))


def _is_antic(noun: Token) -> bool:
    """Return whether a noun makes little of what somebody did: a stunt, her tirade."""
    if noun.lemma.lower() not in vocabulary("loaded", "antics"):
        return False
    named = any(c.dep == "compound" and c.tag.startswith("NNP") for c in noun.children)
    return noun.dep not in _BEFORE_NOUNS and not named and not is_negated(noun)


def _is_bodily(verb: Token) -> bool:
    """Return whether a body of people, which has no legs, lurches or sleepwalks somewhere."""
    subject = verb.child("nsubj")
    if subject is None or verb.lemma.lower() not in vocabulary("loaded", "bodily"):
        return False
    met = verb.child("dobj")
    return met is None and subject.lemma.lower() in nouns_for("organisations")


def _is_brought_low(verb: Token) -> bool:
    """Return whether somebody is humiliated, in the newsroom's eyes."""
    if verb.lower not in vocabulary("loaded", "brought_low"):
        return False
    met = verb.child("nsubjpass") or verb.child("dobj")
    if met is None and verb.tag == "VBN":
        first = verb.head if verb.dep == "conj" else None
        met = first.child("nsubjpass") or first.child("nsubj") if first is not None else None
    return met is not None and (
        met.lower in _PERSONS or met.tag.startswith("NNP") or is_somebody(met)
    )


def _is_sneered(verb: Token) -> bool:
    """Return whether somebody is said to move or to speak as one sneers at: he slunk off."""
    subject = verb.child("nsubj")
    if verb.lemma.lower() not in vocabulary("loaded", "sneered") or subject is None:
        return False
    met = verb.child("dobj")
    if (met is not None and met.lower != "home") or subject.i > verb.i:
        return False
    return subject.lower in _PERSONS or is_somebody(subject)


def _is_forced(verb: Token) -> bool:
    """Return whether somebody does violence to what is only decided or said: quashed debate."""
    if verb.lemma.lower() not in vocabulary("loaded", "forced"):
        return False
    passive = verb.child("nsubjpass")
    met = passive if passive is not None else verb.child("dobj")
    by = verb.child("agent") if passive is not None else None
    doer = verb.child("nsubj") if passive is None else None if by is None else by.child("pobj")
    if met is None or met.lemma.lower() not in vocabulary("loaded", "abstract"):
        return False
    if doer is None:
        return passive is not None or verb.dep in {"xcomp", "conj", "advcl"}
    return doer.lower in _PERSONS or (is_somebody(doer) and doer.lemma.lower() not in _BENCH)


@cache
def _manners() -> frozenset[str]:
    """Return the adverbs of judgement: those listed, and those made of the adjectives."""
    lists = ("judging", "praising", "of_people", "of_deeds")
    adjectives = frozenset().union(*(vocabulary("loaded", name) for name in lists))
    return vocabulary("loaded", "manner") | {_adverb(word) for word in adjectives}


def _adverb(adjective: str) -> str:
    for ending, made in (("y", "ily"), ("ic", "ically"), ("le", "ly")):
        if adjective.endswith(ending):
            return adjective.removesuffix(ending) + made
    return f"{adjective}ly"
