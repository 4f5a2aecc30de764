"""Verbs in headlines that the tagger takes for names: "Ruiz Refuses To Sell Mill"."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.attribution.lexicon import Cue, verbs
from newslint.attribution.passage import Draft, Passage, is_word
from newslint.attribution.surface import surface_phrase
from newslint.language.tokens import Token

_LONGEST = 22  # tokens
_BEFORE = 7  # tokens of a source
_NAMELIKE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "PART"})
_STOPS = frozenset({",", ";", ":", "|", "—", "–"})
_SHORT = 4  # letters: shorter words keep their small letter in a headline


def find_headline_verbs(passage: Passage) -> Iterator[Draft]:
    """Yield a draft for the verb of a headline where the parse shows none."""
    if not 3 <= len(passage) <= _LONGEST or not _is_title_case(passage):
        return
    for token in passage.tokens[1 : _BEFORE + 1]:
        if token.pos in ("VERB", "AUX") or token.text in _STOPS or passage.quoted[token.i]:
            return
        cue = _mistaken(token)
        if cue is not None:
            draft = _draft(passage, token, cue)
            if draft is not None:
                yield draft
                return


def _is_title_case(passage: Passage) -> bool:
    words = [t.text for t in passage.tokens if is_word(t) and len(t.text) >= _SHORT]
    return len(words) > 2 and all(w[0].isupper() or w[0].isdigit() for w in words)


def _mistaken(token: Token) -> Cue | None:
    """Return the cue whose third person a noun or name looks like."""
    word = token.lower
    if token.pos not in ("NOUN", "PROPN") or not word.endswith("s") or word.endswith("ss"):
        return None
    stems = [word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y"]
    stems = stems if word.endswith("ies") else stems[:2]
    return next((verbs()[stem] for stem in stems if stem in verbs()), None)


def _draft(passage: Passage, token: Token, cue: Cue) -> Draft | None:
    before = passage.tokens[: token.i]
    after = passage.tokens[token.i + 1 :]
    pauses = (t.i for t in after if t.text in _STOPS and not passage.quoted[t.i])
    rest = passage.tokens[token.i + 1 : next(pauses, len(passage))]
    if before[-1].tag == "POS" or any(t.pos not in _NAMELIKE for t in before):
        return None
    if len([t for t in rest if is_word(t)]) < 2:
        return None
    following = rest[0]
    clause = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest)
    if following.lower == "to":
        frame = "to"
    elif clause and "that" in cue.frames:
        frame = "that"
    else:
        frame = "object"
    if frame not in cue.frames or following.lower in ("of", "in", "on", "and", "for", "at"):
        return None
    source = surface_phrase(passage, range(token.i))
    if source.head is None:
        return None
    return Draft(
        source.words, frozenset({token.i}), frozenset(t.i for t in rest), cue.lemma,
        cue.implies(frame), token.i, source.head.i,
    )  # fmt: skip
