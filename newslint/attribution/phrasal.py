"""Verbs of several words as cues: "point to", "take issue with", "apologise to her for"."""

from __future__ import annotations

from newslint.attribution import complements
from newslint.attribution.drafting import draft_of, is_bare_participle, is_command, moved_subject
from newslint.attribution.lexicon import longer_verbs, verbs
from newslint.attribution.parenthetical import spoken
from newslint.attribution.passage import Draft, Passage, between
from newslint.attribution.reporter import reporter_of
from newslint.attribution.subjects import NOBODY, is_passive, verb_group
from newslint.language.tokens import Token

_INSIDE_CUES = frozenset(
    {"prep", "prt", "advmod", "dobj", "dative", "acomp", "advcl", "mark", "amod", "pobj",
     "ccomp", "oprd", "xcomp"}
)  # fmt: skip


def longer_cue(passage: Passage, verb: Token, lemma: str) -> Draft | None:
    """Return the draft for a cue of several words: "point to", "take issue with"."""
    for rest in longer_verbs().get(lemma, ()):
        found = _rest_of(passage, verb, rest)
        if found is None:
            continue
        cue = verbs()[" ".join((lemma, *rest))]
        group = (
            verb_group(verb) | between({verb.i, found[-1].i})
            if len(between({verb.i, found[-1].i})) <= len(rest) + 3
            else verb_group(verb) | {t.i for t in found}
        )
        last = found[-1]
        content: frozenset[int] = frozenset()
        frame = ""
        if "quote" in cue.frames:
            content = spoken(passage, verb, group)
            frame = "quote" if content else ""
        if not content and last.dep == "mark" and "object" in cue.frames:
            content = passage.below(last.head) - {last.i}
            frame = "object"
        if not content and "object" in cue.frames and last.dep in ("prep", "dative", "agent"):
            content = frozenset(
                i
                for c in last.children
                if c.dep in ("pobj", "pcomp") and c.entity not in ("DATE", "TIME")
                for i in passage.below(c)
            )
            frame = "object" if content else ""
            if content:
                content |= complements.sequel(passage, verb, max(content))
        if not content:
            frame, content = complements.best(passage, verb, cue)
        if not content:
            continue
        source = reporter_of(passage, verb, content, group, frame)
        if is_passive(verb) and source is NOBODY:
            content |= moved_subject(passage, verb, frame)
        if source is NOBODY and (is_command(verb) or is_bare_participle(verb)):
            continue
        return draft_of(passage, verb, group, content, source, cue, frame)
    return None


def _only_circumstances(passage: Passage, verb: Token, last: Token) -> bool:
    """Return whether only when, where and to whom stand inside: "apologised *to her* for"."""
    if last.dep != "prep" or last.head is not verb:
        return False
    between_them = {
        i
        for c in verb.children
        if c.dep in ("prep", "dative", "npadvmod", "advmod") and verb.i < c.i < last.i
        for i in passage.below(c)
    }
    return between_them >= set(range(verb.i + 1, last.i))


def _rest_of(passage: Passage, verb: Token, rest: tuple[str, ...]) -> list[Token] | None:
    """Return the tokens for the further words of a cue, found below the verb in order."""
    found: list[Token] = []
    after = passage.tokens[verb.i + 1] if verb.i + 1 < len(passage) else verb
    if rest == (after.lower,) and after.dep == "mark" and after.head.head is verb:
        return [after]
    above = [verb]
    for word in rest:
        match = next(
            (
                c
                for head in above
                for c in head.children
                if c.i > (found[-1].i if found else verb.i)
                and (c.lower == word or (c.lemma == word and c.pos == "NOUN"))
                and c.dep in _INSIDE_CUES
            ),
            None,
        )
        if match is None:
            return None
        found.append(match)
        above.append(match)
    if len(rest) == 1 and found[0].i > verb.i + 3 and found[0].dep != "prt":
        return found if _only_circumstances(passage, verb, found[0]) else None
    return found
