"""Whose words a quotation without its own cue are: the speaker's beside or before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newslint.attribution.graph import CueClass
from newslint.attribution.holders import holder_of
from newslint.attribution.lexicon import lemma_of
from newslint.attribution.passage import Draft, Passage, is_word
from newslint.attribution.subjects import (
    Holder,
    noun_phrase,
    own_subject,
    verb_group,
)
from newslint.attribution.tags import tag_after, tag_before
from newslint.language.tokens import Token

_MIN_WORDS = 4  # fewer words in quotation marks are a title or a borrowed word


def claim_quotations(passage: Passage, drafts: Sequence[Draft]) -> tuple[list[Draft], list[range]]:
    """Give the quotations that nothing reports to the speaker of the same block.

    Returns the drafts, some with more content, and the quotations left over.
    """
    found = list(drafts)
    used = {i for d in found for i in d.content}
    left: list[range] = []
    for run in passage.runs:
        if _is_borrowed(passage, run):
            continue
        if used & set(run):
            _complete(passage, run, found)
            continue
        tagged = tag_after(passage, run) or _led_up_to(passage, run)
        if tagged is not None:
            same = next((n for n, d in enumerate(found) if tagged.cue & d.cue), None)
            if same is not None:
                found[same] = _merged(passage, found[same], tagged)
                used |= set(run)
                continue
            if not tagged.cue & used:
                found.append(tagged)
                used |= set(run)
                continue
        owner = _neighbour(passage, run, found)
        if owner is None:
            draft = _speaker_before(passage, run, found) or _doer_before(passage, run)
            if draft is None:
                left.append(run)
            else:
                found.append(draft)
                used |= set(run)
            continue
        found[owner] = replace(found[owner], content=found[owner].content | set(run))
        used |= set(run)
    return found, left


def _complete(passage: Passage, run: range, found: list[Draft]) -> None:
    """Give a quotation that is reported by nobody the name that stands in its tag."""
    for n, draft in enumerate(found):
        if draft.cue and not draft.source and draft.content & set(run):
            tagged = tag_after(passage, run)
            if tagged is not None and tagged.cue & draft.cue:
                found[n] = replace(draft, source=tagged.source, head=tagged.head)


def _led_up_to(passage: Passage, run: range) -> Draft | None:
    """Return the draft for the words before a quotation: its tag, or what introduces it.

    The main verb counts more than a cue before it: 'asked about it, he demurred: "..."'.
    """
    tagged, introduced = tag_before(passage, run), _introduced(passage, run)
    if tagged is None or introduced is None:
        return tagged or introduced
    verb = passage.tokens[introduced.anchor]
    later = verb.head is verb and introduced.anchor > tagged.anchor
    return introduced if later and introduced.source else tagged


def _merged(passage: Passage, parsed: Draft, tagged: Draft) -> Draft:
    """Return what the parse and the surface of a tag say together.

    Where the parse shows no subject for the verb, the surface knows better.
    """
    verb = passage.tokens[parsed.anchor]
    if own_subject(passage, verb) is not None or not tagged.source:
        return replace(parsed, content=parsed.content | tagged.content)
    return tagged


def _is_borrowed(passage: Passage, run: range) -> bool:
    """Return whether a quotation is too short to be speech: a title, a borrowed word."""
    words = len(passage.words_in(run))
    ended = any(passage.tokens[i].text in (".", "!", "?") for i in run[-2:])
    return words < (2 if ended and _stands_alone(passage, run) else _MIN_WORDS)


def _neighbour(passage: Passage, run: range, drafts: Sequence[Draft]) -> int | None:
    """Return the position of the attribution in the block that a quotation goes on from.

    It is the quoting attribution before it, else the one after it.
    """
    if not _stands_alone(passage, run):
        return None
    quoting = [
        n
        for n, d in enumerate(drafts)
        if any(passage.quoted[i] for i in d.content) and (d.strength > 0 or not d.cue)
    ]
    before = [n for n in quoting if min(drafts[n].content | drafts[n].cue) < run.start]
    if before:
        return max(before, key=lambda n: max(drafts[n].cue | drafts[n].content))
    return min(quoting, key=lambda n: drafts[n].anchor) if quoting else None


def _speaker_before(passage: Passage, run: range, drafts: Sequence[Draft]) -> Draft | None:
    """Return a draft for a quotation after a sentence that reports without quoting."""
    if not _stands_alone(passage, run):
        return None
    speaking = [d for d in drafts if d.source and d.anchor < run.start and d.strength >= 0]
    if not speaking:
        return None
    last = max(speaking, key=lambda d: d.anchor)
    return Draft(
        last.source, frozenset(), frozenset(run), "", CueClass.NEUTRAL, run.start, last.head,
        strength=2,
    )  # fmt: skip


def _doer_before(passage: Passage, run: range) -> Draft | None:
    """Return a draft for a quotation after a sentence about a person: 'Ruiz shrugged. "..."'."""
    place = passage.tokens[run.start].sentence
    if not _stands_alone(passage, run) or place == 0:
        return None
    doer = doer_of(passage, passage.sentences[place - 1])
    if doer is None:
        return None
    return Draft(
        doer.words, frozenset(), frozenset(run), "", CueClass.NEUTRAL, run.start,
        None if doer.head is None else doer.head.i, strength=2,
    )  # fmt: skip


def doer_of(passage: Passage, sentence: range) -> Holder | None:
    """Return the person whom a sentence is about: the subject of its main verb."""
    for i in sentence:
        verb = passage.tokens[i]
        if verb.head is not verb or passage.quoted[i]:
            continue
        subject = own_subject(passage, verb) or verb.child("nsubjpass")
        if subject is not None and _is_somebody(subject):
            return noun_phrase(passage, subject)
    return None


def _is_somebody(subject: Token) -> bool:
    if subject.entity == "PERSON" or subject.lower in ("he", "she", "they"):
        return True
    first = next((c for c in subject.children if c.dep == "compound"), None)
    return subject.pos == "PROPN" and subject.entity in ("ORG", "") and first is not None


def _stands_alone(passage: Passage, run: range) -> bool:
    """Return whether a quotation is a sentence of its own rather than part of one."""
    sentence = passage.sentence_of(passage.tokens[run.start])
    return not any(is_word(passage.tokens[i]) for i in range(sentence.start, run.start))


def _introduced(passage: Passage, run: range) -> Draft | None:
    """Return the draft for "The sign carried one line:" before a quotation.

    A comma does as well before a whole sentence: 'she boomed from the deck, "..."'.
    """
    i = run.start - 1
    if i < 1 or passage.tokens[i].text not in (":", ",") or passage.quoted[i]:
        return None
    if passage.tokens[i].text == "," and not _is_sentence(passage, run):
        return None
    sentence = passage.sentence_of(passage.tokens[i])
    verb = leading_verb(passage, range(sentence.start, i))
    if verb is None:
        return None
    group = verb_group(verb)
    source = holder_of(passage, verb, group)
    return Draft(
        source.words - group, group, frozenset(run), lemma_of(verb), CueClass.NEUTRAL, verb.i,
        None if source.head is None else source.head.i, strength=1,
    )  # fmt: skip


def _is_sentence(passage: Passage, run: range) -> bool:
    """Return whether a quotation begins like a sentence and is long enough for one."""
    words = passage.words_in(run)
    return len(words) >= _MIN_WORDS and words[0].text[:1].isupper()


def leading_verb(passage: Passage, words: range) -> Token | None:
    """Return the main verb of the words that lead up to a quotation."""
    tensed = [
        t
        for t in (passage.tokens[i] for i in words)
        if (t.tag in ("VBD", "VBZ", "VBP") or t.child("aux") is not None)
        and not passage.quoted[t.i]
        and t.child("nsubj")
    ]
    main = [t for t in tensed if t.dep not in ("relcl", "advcl", "acl", "pcomp", "csubj")]
    return next(reversed(main or tensed), None)


def is_only_quotation(passage: Passage, run: range) -> bool:
    """Return whether the block holds nothing but the quotation."""
    outside = (t for t in passage.tokens if t.i not in run and not passage.quoted[t.i])
    return not any(is_word(t) for t in outside)
