"""Verbs as cues: "she said that", "the plan, he added, is dead", "urged them to go"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.attribution import complements
from newslint.attribution.anonymity import terms_in
from newslint.attribution.clauses import is_infinitive, rest_of_sentence
from newslint.attribution.closing import closed_by
from newslint.attribution.drafting import draft_of, is_bare_participle, is_command, moved_subject
from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import Cue, lemma_of, literal, verbs
from newslint.attribution.misread import (
    distant_clause,
    is_mistaken_noun,
    lost_verb,
    may_close,
    mistaken_verb,
)
from newslint.attribution.parenthetical import clause_end, spoken
from newslint.attribution.passage import Draft, Passage, narrated
from newslint.attribution.phrasal import longer_cue
from newslint.attribution.reporter import reporter_of
from newslint.attribution.subjects import (
    NOBODY,
    is_passive,
    noun_phrase,
    verb_group,
)
from newslint.language.tokens import Token

_ENDS = frozenset({".", ",", ";", "—", "–"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SEEMING = frozenset({"seem", "appear"})
_PERCEIVING = frozenset({"see", "hear", "notice", "witness", "overhear"})
_SPEECH = frozenset({CueClass.NEUTRAL, CueClass.FACTIVE, CueClass.DOUBTING, CueClass.EMOTIVE})


def find_reports(passage: Passage) -> Iterator[Draft]:
    """Yield a draft for every verb outside quotations that reports something."""
    terms = terms_in(passage)
    for verb in narrated(passage):
        if verb.i in terms:
            continue
        if verb.pos not in ("VERB", "AUX") and not verb.tag.startswith("VB"):
            mistaken = mistaken_verb(passage, verb)
            if mistaken is not None:
                yield mistaken
            if not is_mistaken_noun(verb):
                continue
        lemma = lemma_of(verb)
        if lemma == "reach" and (silent := _unreachable(passage, verb)) is not None:
            yield silent
            continue
        longer = longer_cue(passage, verb, lemma)
        if longer is not None:
            yield longer
            continue
        cue = verbs().get(lemma)
        astray = None if cue is None else lost_verb(passage, verb, cue)
        if astray is not None:
            yield astray
            continue
        if lemma == "return" and verb.child("neg") is None:
            continue
        if cue is not None:
            draft = _report(passage, verb, cue)
            if draft is not None:
                yield draft


def _how_it_seems(passage: Passage, verb: Token) -> frozenset[int]:
    """Return how something seems: "the mood seemed *sour*"."""
    how = next((c for c in verb.children if c.i > verb.i and c.dep in ("acomp", "oprd")), None)
    return frozenset() if how is None else passage.below(how)


def _report(passage: Passage, verb: Token, cue: Cue) -> Draft | None:
    group = verb_group(verb)
    particle = verb.child("prt")
    if particle is not None and particle.i == verb.i + 1:
        cue = verbs().get(f"{cue.lemma} {particle.lower}", cue)
    frame, content = "", frozenset[int]()
    if "quote" in cue.frames or _closes(passage, verb, cue):
        content = spoken(passage, verb, group)
        if is_passive(verb) and not _beside_quotation(passage, group):
            content = frozenset()
        frame = "quote" if content else ""
    if not content:
        frame, content = complements.best(passage, verb, cue)
    if frame == "object" and "that" in cue.frames and _opens_clause(passage, verb, content):
        frame, content = "that", frozenset(range(verb.i + 1, passage.sentence_of(verb).stop))
    if not content and _may_take_clause(passage, verb, cue):
        frame = "that"
        content = rest_of_sentence(passage, verb, clause_end(passage, verb, group))
    if not content and cue.lemma in _SEEMING:
        frame, content = "object", _how_it_seems(passage, verb)
    if not content:
        frame, content = "that", distant_clause(passage, verb, cue)
    if not content:
        frame, content = (
            "quote",
            closed_by(passage, verb, group) if may_close(verb, cue) else content,
        )
    if not content or (frame == "object" and _is_deed(verb, cue)):
        return None
    if is_passive(verb) and frame in ("object-to", "object", "to", "that"):
        content |= moved_subject(passage, verb, frame)
    source = reporter_of(passage, verb, content, group, frame)
    if cue.lemma in _SEEMING and _announces(verb):
        return None
    if cue.lemma in _SEEMING:
        content |= _subject(passage, verb)
        source = NOBODY
    if source is NOBODY and (is_command(verb) or is_bare_participle(verb)):
        return None
    return draft_of(passage, verb, group, content, source, cue, frame)


def _announces(verb: Token) -> bool:
    """Return whether "seems to" only goes before a verb that reports: "seemed to agree that"."""
    after = verb.child("xcomp")
    return after is not None and after.tag == "VB" and lemma_of(after) in verbs()


def _is_deed(verb: Token, cue: Cue) -> bool:
    """Return whether the object makes a deed of the verb: "torched *a car*", "saw *Ana*"."""
    thing = verb.child("dobj", "nsubjpass")
    if cue.lemma in _PERCEIVING:
        return is_infinitive(verb) or (thing is not None and thing.pos in ("PROPN", "PRON"))
    return thing is not None and thing.lemma.lower() in literal().get(cue.lemma, ())


def _may_take_clause(passage: Passage, verb: Token, cue: Cue) -> bool:
    """Return whether a verb of speech with a subject may take a clause the parse lost."""
    if "that" not in cue.frames or cue.implies("that") not in _SPEECH:
        return False
    tensed = verb.tag in ("VBD", "VBZ", "VBP") or (
        verb.tag == "VBN" and verb.child("aux") is not None
    )
    if not tensed or verb.child("nsubj") is None:
        return False
    if _next_word(passage, verb) == "that":
        return True
    return "quote" in cue.frames and verb.child("dobj", "prep", "advmod", "oprd") is None


def _opens_clause(passage: Passage, verb: Token, content: frozenset[int]) -> bool:
    """Return whether an object is the subject of a lost clause: "say *they* do not know"."""
    stop = max(content, default=-1) + 1
    if not content or min(content) != verb.i + 1 or stop >= passage.sentence_of(verb).stop:
        return False
    following = passage.tokens[stop]
    if any(passage.tokens[i].tag in _FINITE for i in content) or passage.quoted[stop]:
        return False
    adding = verb.tag == "VBG" and verb.dep == "advcl"
    if not adding and (verb.tag not in _FINITE or verb.dep in ("relcl", "csubj", "acl")):
        return False
    return following.tag in _FINITE and following.dep not in ("conj", "relcl")


def _beside_quotation(passage: Passage, group: frozenset[int]) -> bool:
    """Return whether quoted words stand directly before or after a verb group, or a mark away."""
    first, last = min(group), max(group)
    near = (first - 1, first - 2, last + 1, last + 2)
    return any(0 <= i < len(passage) and passage.quoted[i] for i in near)


def _closes(passage: Passage, verb: Token, cue: Cue) -> bool:
    """Return whether a verb of finding stands at the end like one of speech: ", records show"."""
    after = passage.tokens[verb.i + 1].text if verb.i + 1 < len(passage) else "."
    return (
        "that" in cue.frames
        and cue.lemma not in _SEEMING
        and after in _ENDS
        and (verb.tag in ("VBD", "VBZ", "VBP") or verb.child("aux") is not None)
        and verb.child("nsubj") is not None
    )


def _next_word(passage: Passage, verb: Token) -> str:
    return passage.lowered[verb.i + 1] if verb.i + 1 < len(passage) else ""


def _subject(passage: Passage, verb: Token) -> frozenset[int]:
    subject = verb.child("nsubj")
    if subject is None or subject.lower == "it" or passage.quoted[subject.i]:
        return frozenset()
    return passage.below(subject)


def _unreachable(passage: Passage, verb: Token) -> Draft | None:
    """Return the draft for "could not be reached for comment"."""
    subject = verb.child("nsubjpass")
    purpose = next((c for c in verb.children if c.dep == "prep" and c.lower == "for"), None)
    if subject is None or purpose is None or verb.child("neg") is None:
        return None
    if not any(passage.tokens[i].lower == "comment" for i in passage.below(purpose)):
        return None
    source = noun_phrase(passage, subject)
    return Draft(
        source.words, verb_group(verb), passage.below(purpose), "reach",
        CueClass.REFUSAL, verb.i, subject.i, negated=True,
    )  # fmt: skip
