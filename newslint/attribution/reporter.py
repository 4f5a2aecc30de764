"""Who reports: the parse first, then the words round the verb."""

from __future__ import annotations

from newslint.attribution.holders import holder_of
from newslint.attribution.passage import Passage
from newslint.attribution.subjects import (
    NOBODY,
    Holder,
    is_mistaken_name,
    is_passive,
    noun_phrase,
    own_subject,
)
from newslint.attribution.surface import before_verb, beside_verb
from newslint.language.tokens import Token


def reporter_of(
    passage: Passage,
    verb: Token,
    content: frozenset[int],
    group: frozenset[int],
    frame: str,
) -> Holder:
    """Return who stands behind a verb that reports `content` in this frame.

    `group` are the words of the verb itself. Where the parse shows nobody, the words beside
    a tag, before the verb, or the actor of the clause before are taken.
    """
    subjects = [c for c in verb.children if c.dep == "nsubj"]
    inverted = [c for c in subjects if c.i > verb.i and c.i not in content]
    if len(subjects) > 1 and inverted:
        return noun_phrase(passage, inverted[0], content | group)
    source = holder_of(passage, verb, content | group)
    if source is not NOBODY or is_passive(verb) or verb.child("expl") is not None:
        return source
    tensed = verb.tag in ("VBD", "VBZ", "VBP") or verb.child("aux") is not None
    named = next((c for c in verb.children if is_mistaken_name(verb, c)), None)
    if named is not None and (named.tag == "MD" or (named.dep == "advmod" and tensed)):
        return noun_phrase(passage, named)
    if verb.tag == "VBG":
        return _actor_before(passage, verb) if frame in ("quote", "that") else source
    if not tensed or verb.dep in ("relcl", "advcl", "acl"):
        return source
    if frame == "quote" and (beside := beside_verb(passage, verb)) is not NOBODY:
        return beside
    return before_verb(passage, verb, min(group))


def _actor_before(passage: Passage, participle: Token) -> Holder:
    """Return who acts in the clause before ", adding ...", where the parse has lost it."""
    start = min(passage.below(participle))
    if start == 0 or passage.tokens[start - 1].text != ",":
        return NOBODY
    for i in range(start - 1, passage.sentence_of(participle).start - 1, -1):
        verb = passage.tokens[i]
        if verb.tag in ("VBD", "VBZ", "VBP") and not passage.quoted[i]:
            subject = own_subject(passage, verb)
            if subject is not None and subject.lower not in ("it", "which", "that", "there"):
                return noun_phrase(passage, subject)
    return NOBODY
