"""Labels that take sides, in the newsroom's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from newslint.checks._phrases import find_phrases, phrase_pattern, vocabularies, vocabulary
from newslint.checks._prose import reads_as_comment, speaks_in_first_person
from newslint.checks._wording.lists import listed
from newslint.checks._wording.loaded import is_newsrooms, is_somebody, judged_spans, judged_words
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_COMMON = frozenset({"extremist", "terrorist"})  # in any other place, too common
_RULERS = frozenset({"dictator", "fascist", "strongman"})
_CRIMINALS = frozenset({"gangster", "hardman", "mobster"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "appos", "agent"})
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})


class LoadedLabel(Rule):
    """Use neutral names for governments, groups and people.

    A label such as "regime" or "thugs" passes a verdict. If a source uses it, quote the source;
    in the newsroom's own voice say government, authorities, fighters, supporters. A regime of
    rules is left alone. Labels that may be the right word, such as "extremists", are
    suggestions.
    """

    id: str = "language.loaded-label"
    message: str = "“%s” takes a side: use a neutral word, or say who calls it that."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"attributions"})
    reach: ClassVar = "block"
    about_words: ClassVar = True
    genres_off: ClassVar = frozenset(
        {"opinion", "fiction", "satire", "review", "blog", "interview"}
    )
    standards: ClassVar = (
        "https://www.bbc.co.uk/editorialguidelines/guidelines/war-terror-emergencies/guidelines",
        "https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch#Contentious_labels",
    )
    examples: ClassVar = (
        Example("Trade grew while [[the Varga regime]] was in power."),
        Example("Shells fell on positions held by [[regime]] forces."),
        Example("[[The regime]] has cut off the telephone lines."),
        Example("The [[flood]] of migrants that the paper foretold never came."),
        Example("[[The thugs]] ran off. [[The puppet government]] fell in May."),
        Example("[[The monster]] who robbed the shop was jailed. [[Hordes of]] fans sang."),
        Example("The sanctions regime expires in March."),
        Example("Doctors put him on a strict exercise regime."),
        Example("The tax regime for small firms has changed. The regime is simple."),
        Example("“That regime will fall,” said Ana Ruiz, who leads the opposition."),
        Example("Franco, the Spanish dictator, died in 1975. An army of volunteers cleared it."),
        Example("The paint-him-as-a-plutocrat plan was dropped."),
        Example("The mayor called them thugs. The film is about a monster who swims."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield labels for people and governments that nobody in the story uses."""
        if speaks_in_first_person(reading) or reads_as_comment(reading):
            return
        for block, span, sure in sorted(_found(reading), key=lambda f: f[1]):
            if is_newsrooms(reading, block, span):
                least = None if sure else Severity.SUGGESTION
                yield self.problem(span, " ".join(span.cut(reading.text).split()), at_most=least)


def _found(reading: Reading) -> Iterator[tuple[int, Span, bool]]:
    """Yield the block, the place and the sureness of every label, whoever says it."""
    taken: list[Span] = []
    pattern = phrase_pattern("loaded", "label_phrases")
    parses = reading.parses
    for block, within in judged_spans(reading):
        for phrase in find_phrases(reading.text, within, pattern):
            span = phrase
            before = [t for t in parses[block] if t.end <= span.start][-1:]
            if before and before[0].lower in _ARTICLES:
                span = Span(before[0].start, span.end)
            taken.append(span)
            yield block, span, True
    for block, word in judged_words(reading):
        beside = reading.text[word.start - 1 : word.start], reading.text[word.end : word.end + 1]
        tied = "-" in beside  # the paint-him-as-a-plutocrat plan
        found = None if tied or any(word.span.overlaps(s) for s in taken) else _label(word)
        if found is not None:
            yield block, *found


def _label(word: Token) -> tuple[Span, bool] | None:
    """Return the place of a label that `word` heads, and whether it is sure to be one."""
    if word.tag.startswith("VB"):
        return (word.span, True) if _is_swarming(word) else None
    opens = word.tag.startswith("NNP") and _opens_sentence(word)
    if word.tag not in {"NN", "NNS"} and not opens and word.lower != "regime":
        return None
    lemma = word.lemma.lower()
    if opens:
        lemma = word.lower.removesuffix("s")  # "Yobs": the tagger takes it for a name
    if lemma == "regime":
        return _regime(word)
    if lemma in vocabularies(("loaded", "masses"), ("loaded", "lesser_masses")):
        return _mass(word)
    if lemma in vocabulary("loaded", "beasts"):
        return (_with_article(word), True) if _is_person_called(word) else None
    if word.dep == "compound" or _is_in_title(word):
        return None
    if lemma in vocabulary("loaded", "called"):
        sure = _is_name_for_somebody(word) or (_is_judged(word) and lemma not in _COMMON)
        return (_with_article(word), sure) if sure or lemma not in _COMMON else None
    if (
        lemma == "mob"
        and _is_name_for_somebody(word)
        and not any(c.dep == "amod" for c in word.children)
    ):
        return _with_article(word), True
    if lemma in listed("doubtful_labels"):
        if _is_judged(word):
            return _with_article(word), True  # a corrupt clique
        if lemma in _RULERS:
            told = _rules_somewhere(word) or not _is_definite(word)
            return None if told else (_with_article(word), word.dep in _ACTING)
        sure = lemma in _CRIMINALS and _is_name_for_somebody(word)
        return (_with_article(word), sure) if _is_definite(word) else None
    return (_with_article(word), True) if lemma in listed("labels") else None


def _opens_sentence(word: Token) -> bool:
    """Return whether the word stands first, and no name goes on from it."""
    return word.i == 0 and word.dep in _SUBJECTS


def _is_swarming(verb: Token) -> bool:
    """Return whether newcomers are said to swarm or to flood somewhere."""
    if verb.lemma.lower() not in vocabulary("loaded", "swarming"):
        return False
    doer = verb.child("nsubj")
    return doer is not None and doer.lemma.lower() in vocabulary("loaded", "newcomers")


def _regime(word: Token) -> tuple[Span, bool] | None:
    """Return the place of a "regime" that is a government."""
    before = [c for c in word.children if c.i < word.i and c.dep not in {"det", "punct"}]
    if any(c.lower in vocabulary("loaded", "rules_regime") for c in before):
        return None
    if word.dep == "compound":
        return (word.span, True) if word.head.lemma != "change" else None
    named = any(
        c.entity in {"PERSON", "GPE", "NORP", "ORG"} or c.tag in {"NNP", "NNPS"} for c in before
    )
    judged = any(c.lower in vocabulary("loaded", "judged_regime") for c in before)
    if any(c.dep == "prep" and c.lower == "for" for c in word.children):
        return None
    if named or judged:
        definite = named or any(c.lower in {"the", "this", "that"} for c in word.children)
        return _with_article(word), definite and word.tag == "NN"
    the = any(c.lower in {"the", "this", "that"} for c in word.children)
    acts = word.dep == "nsubj" and word.head.lemma.lower() in vocabulary("loaded", "ruling")
    if before or not the or not acts or word.head.lemma in {"be", "have"}:
        return None
    return _with_article(word), True


def _mass(word: Token) -> tuple[Span, bool] | None:
    """Return the place of a "flood" or "horde" of people."""
    of = next((c for c in word.children if c.dep == "prep" and c.lower == "of"), None)
    people = of.child("pobj") if of is not None else None
    if of is None:
        return (word.span, True) if word.lower == "hordes" else None
    if word.lemma.lower() == "horde":
        return Span(word.start, of.end), True
    if people is None or people.tag not in {"NNS", "NN"}:
        return None
    known = people.lemma.lower() in vocabulary("loaded", "people_in_masses")
    if not known and not (people.tag == "NNS" and is_somebody(people)):
        return None
    lesser = word.lemma.lower() not in vocabulary("loaded", "masses")
    if lesser and people.lemma.lower() in vocabulary("loaded", "willing"):
        return None
    return word.span, not lesser


def _is_person_called(word: Token) -> bool:
    """Return whether a beast is somebody: the monster who robbed, the savage killed."""
    if not _is_definite(word):
        return False
    clause = word.child("relcl")
    if clause is not None:
        return any(w.lower == "who" for w in clause.subtree)
    verb, met = word.head, word.head.child("dobj")
    does = verb.lemma.lower() in listed("crimes")
    return word.dep in _SUBJECTS and (does or (met is not None and is_somebody(met)))


def _is_name_for_somebody(word: Token) -> bool:
    """Return whether the label stands where the name of somebody would: the bully left."""
    return word.dep in _SUBJECTS and _is_definite(word)


def _rules_somewhere(word: Token) -> bool:
    """Return whether a ruler is only placed: the dictator of Lindow, Marn, the Lindow dictator."""
    of = any(c.dep == "prep" and c.lower == "of" for c in word.children)
    named = any(c.tag.startswith("NNP") or c.entity in {"GPE", "NORP"} for c in word.children)
    return of or named or word.dep == "appos"


def _is_judged(word: Token) -> bool:
    """Return whether an adjective passes a verdict already: the brazen crook."""
    return any(c.dep == "amod" and c.lower in _verdicts() for c in word.children)


@cache
def _verdicts() -> frozenset[str]:
    return listed("judging") | listed("of_people") | listed("of_deeds")


def _is_definite(word: Token) -> bool:
    return any(c.lower in _DEFINITE for c in word.children)


def _is_in_title(word: Token) -> bool:
    named = any(c.tag.startswith("NNP") and c.dep == "compound" for c in word.children)
    return named and word.text[:1].isupper()


def _with_article(word: Token) -> Span:
    """Return the label with the words before it, back to its article: the Varga regime."""
    first = word
    for child in sorted(word.children, key=lambda c: -c.i):
        if child.i == first.i - 1 and child.dep in {"det", "amod", "compound", "poss", "nmod"}:
            first = child
    return Span(first.start, word.end)
