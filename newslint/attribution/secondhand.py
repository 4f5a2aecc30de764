"""Words passed on by somebody else: "the agency cited the minister as saying"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.attribution.clauses import clause
from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import lemma_of, verbs
from newslint.attribution.parenthetical import spoken
from newslint.attribution.passage import Draft, Passage, narrated
from newslint.attribution.subjects import Holder, is_passive, noun_phrase, verb_group
from newslint.language.tokens import Token

_PASSING_ON = frozenset({"cite", "quote"})


def find_secondhand(passage: Passage) -> Iterator[Draft]:
    """Yield a draft for every "cited ... as saying": its source is who is cited."""
    for verb in narrated(passage):
        if verb.pos == "VERB" and lemma_of(verb) in _PASSING_ON:
            draft = _draft(passage, verb)
            if draft is not None:
                yield draft


def _draft(passage: Passage, verb: Token) -> Draft | None:
    marker = _as_saying(verb)
    cited = verb.child("nsubjpass") if is_passive(verb) else verb.child("dobj")
    if marker is None or cited is None:
        return None
    saying = marker.children[-1]
    links = frozenset({marker.i, saying.i})
    source = noun_phrase(passage, cited, passage.below(marker))
    content = clause(passage, saying) or spoken(passage, saying, links)
    if not content:
        content = _before(passage, verb)
    content -= source.words | links
    if not passage.words_in(content):
        return None
    return Draft(
        source.words, verb_group(verb) | links, content, lemma_of(verb), CueClass.NEUTRAL,
        verb.i, cited.i, strength=2,
    )  # fmt: skip


def _as_saying(verb: Token) -> Token | None:
    """Return the "as" of "as saying" below the verb or its object."""
    thing = verb.child("dobj")
    for head in (verb, thing):
        for child in head.children if head is not None else ():
            if child.lower != "as" or not child.children:
                continue
            cue = verbs().get(lemma_of(child.children[-1]))
            if child.children[-1].tag == "VBG" and cue is not None and "quote" in cue.frames:
                return child
    return None


def _before(passage: Passage, verb: Token) -> frozenset[int]:
    """Return what stands before "the agency cited ..." up to the pause between them."""
    subject = verb.child("nsubj", "nsubjpass")
    start = min(passage.below(subject)) if subject is not None else verb.i
    sentence = passage.sentence_of(verb)
    if start - 1 <= sentence.start or passage.tokens[start - 1].text != ",":
        return frozenset()
    return frozenset(range(sentence.start, start - 1))


def passer_on(passage: Passage, draft: Draft) -> Holder | None:
    """Return who cites, if the draft is one of these."""
    verb = passage.tokens[draft.anchor]
    subject = verb.child("nsubj")
    if draft.lemma not in _PASSING_ON or subject is None or subject.i in draft.source:
        return None
    return noun_phrase(passage, subject) if _as_saying(verb) is not None else None
