"""How far what is reported reaches, where the parse lets go of it too early."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newslint.attribution.graph import CueClass
from newslint.attribution.lexicon import document_phrases, lemma_of, polls, verbs
from newslint.attribution.passage import PAUSES, Draft, Passage
from newslint.language.tokens import Token

#: Words that go on with what stands before them, whatever the parse hangs them from.
_CONTINUING = frozenset(
    {"of", "for", "to", "that", "who", "whom", "whose", "which", "between", "among", "than", "if",
     "unless", "should", "rather", "especially", "including", "is", "are", "was", "were", "will",
     "would", "has", "have", "had", "from", "against", "with", "into", "because"}
)  # fmt: skip
_CLAUSE_OPENERS = frozenset({"that", "whether", "how", "why", "what", "if", "because"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OCCASIONS = frozenset(
    {
        "past",
        "meantime",
        "meanwhile",
        "appearance",
        "remark",
        "comment",
        "way",
        "end",
        "briefing",
        "conference",
        "meeting",
        "response",
        "reply",
        "turn",
        "advance",
    }
)
_ATTACHED = frozenset({"VBG", "CD", "VBN"})
#: What they open behind a comma is the speaker's reason or reserve.
_REASONS = frozenset({"because", "given", "unless", "if", "even", "especially", "particularly",
                      "including", "despite", "rather", "not", "whether"})  # fmt: skip
_THOUGHTS = frozenset({CueClass.BELIEF, CueClass.DESIRE})
_SHIFTED = frozenset({"would", "could", "might"})
_PHRASE_OPENERS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "PRP$", "IN", "CD"})
_FEWEST_LED_IN = 4  # tokens
_JOINING = frozenset({"and", "or", "but", "nor"})


def reaching(passage: Passage, drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts, with their contents carried on to where they end."""
    found: list[Draft] = []
    for draft in drafts:
        content = _carried(passage, draft)
        found.append(draft if content is draft.content else replace(draft, content=content))
    return found


def _carried(passage: Passage, draft: Draft) -> frozenset[int]:
    content = draft.content
    if not draft.cue or not content or max(content) < max(draft.cue):
        return content
    content |= _led_in(passage, draft)
    run = passage.run_of(max(content))
    if run is not None:
        content |= frozenset(range(max(content) + 1, run.stop))
    sentence = passage.sentence_of(passage.tokens[draft.anchor])
    if _is_of_poll(passage, draft):
        rest = range(max(content) + 1, _sentence_end(passage, sentence))
        return content if any(_tells(passage.tokens[i]) for i in rest) else content | set(rest)
    while True:
        stop = max(content) + 1
        end = _further(passage, draft, stop, sentence)
        if end <= stop:
            return content
        content |= frozenset(range(stop, end)) - draft.source - draft.cue


def _is_of_poll(passage: Passage, draft: Draft) -> bool:
    """Return whether a poll finds it: then its figures fill the sentence."""
    return (
        draft.head is not None
        and draft.implied is CueClass.FACTIVE
        and passage.tokens[draft.head].lemma.lower() in polls()
    )


def _tells(token: Token) -> bool:
    """Return whether a verb of speech stands in its own tense: "..., she said"."""
    cue = verbs().get(lemma_of(token)) if token.tag in _FINITE else None
    return cue is not None and "quote" in cue.frames


def _led_in(passage: Passage, draft: Draft) -> frozenset[int]:
    """Return the clause before a quotation: 'says *no matter who wins*, "it is over"'."""
    after = [i for i in draft.content if i > max(draft.cue)]
    gap = range(max(draft.cue) + 1, min(after))
    if draft.strength < 1 or not passage.quoted[min(after)] or draft.source & set(gap):
        return frozenset()
    tokens = [passage.tokens[i] for i in gap]
    if passage.quoted[gap.start] or len(tokens) < _FEWEST_LED_IN or tokens[0].text in PAUSES:
        return frozenset()
    reports = any(lemma_of(t) in verbs() and t.tag in _FINITE for t in tokens)
    tensed = any(t.tag in _FINITE for t in tokens)
    whole = all(i in passage.sentence_of(tokens[0]) for i in gap)
    return frozenset(gap) if tensed and whole and not reports else frozenset()


def _further(passage: Passage, draft: Draft, stop: int, sentence: range) -> int:
    """Return where what is reported ends, if it goes on at `stop`; otherwise `stop`."""
    if stop not in sentence or stop + 1 >= sentence.stop:
        return stop
    closed = bool(passage.quoted[stop - 1])
    if closed and passage.quoted[min(i for i in draft.content if i > max(draft.cue))]:
        return stop
    token = passage.tokens[stop]
    if passage.quoted[stop] or stop in draft.source or stop in draft.cue:
        return stop
    if token.tag in _ATTACHED and not closed:
        return _next_pause(passage, stop, sentence)
    if (token.lower in _CONTINUING and _belongs(draft, token)) or _is_matter(token):
        return _next_pause(passage, stop, sentence)
    if closed and (token.tag == "IN" or token.lower == "compared"):
        return _next_pause(passage, stop, sentence)
    if token.text == ":" and draft.anchor < stop and not _ends_in_quote(passage, stop, sentence):
        return _sentence_end(passage, sentence)
    paused = token.text in (",", ";")
    joint = stop + 1 if paused else stop
    following = passage.tokens[joint]
    if following.lower in _JOINING and joint + 1 < sentence.stop:
        return _after_joint(passage, draft, stop, joint, sentence)
    if paused and draft.strength > 0 and following.lower in _REASONS and not closed:
        return _next_pause(passage, joint, sentence)
    if _renames(passage, stop, sentence):
        return _next_pause(passage, joint, sentence)
    if paused and _lists(passage, draft, following, sentence):
        return _next_pause(passage, joint, sentence)
    return stop


def _renames(passage: Passage, pause: int, sentence: range) -> bool:
    """Return whether a phrase behind a pause says again what a thing is: "a bill, *the first*"."""
    if passage.tokens[pause].text not in (",", "–", "—", "--") or passage.quoted[pause + 1]:
        return False
    if passage.lowered[pause + 1] not in ("the", "those"):
        return False
    end = _next_pause(passage, pause + 1, sentence)
    words = [passage.tokens[i] for i in range(pause + 1, end)]
    noun = next((t for t in words if t.pos in ("NOUN", "PROPN") and t.dep != "compound"), None)
    if noun is None or noun.dep in ("nsubj", "nsubjpass", "npadvmod", "ROOT"):
        return False
    return noun.entity not in ("DATE", "TIME")


def _lists(passage: Passage, draft: Draft, following: Token, sentence: range) -> bool:
    """Return whether another item of a list follows: "to mend the pier, *paint it* and ..."."""
    if following.tag == "VB":
        return _has_infinitive(passage, draft)
    rest = [passage.tokens[i] for i in range(following.i, sentence.stop)]
    if any(t.tag in _FINITE or t.tag in ("WDT", "WP", "VBG") or passage.quoted[t.i] for t in rest):
        return False
    joined = any(t.lower in ("and", "or") for t in rest)
    return joined and following.pos in ("PROPN", "NOUN") and rest[0].i > draft.anchor


def _has_infinitive(passage: Passage, draft: Draft) -> bool:
    return any(
        passage.tokens[i].tag == "VB" and passage.lowered[i - 1] == "to" for i in draft.content if i
    )


def _ends_in_quote(passage: Passage, colon: int, sentence: range) -> bool:
    """Return whether a quotation stands behind a colon: it has a speaker of its own."""
    return any(passage.quoted[i] for i in range(colon + 1, min(colon + 4, sentence.stop)))


def _sentence_end(passage: Passage, sentence: range) -> int:
    last = passage.tokens[sentence.stop - 1]
    return sentence.stop - 1 if last.text in (".", "!", "?") else sentence.stop


def _belongs(draft: Draft, token: Token) -> bool:
    """Return whether a word goes on with the content rather than with the cue."""
    if token.tag in _FINITE and token.lower in ("is", "are", "was", "were", "has", "have", "had"):
        return draft.strength > 0
    return token.lower not in ("is", "are", "was", "were")


def _is_matter(preposition: Token) -> bool:
    """Return whether "in ..." tells more of the matter, and not when or where it was told."""
    noun = preposition.child("pobj")
    if preposition.lower != "in" or noun is None or noun.entity in ("DATE", "TIME"):
        return False
    return noun.lemma.lower() not in document_phrases()[1] | _OCCASIONS


def _after_joint(passage: Passage, draft: Draft, stop: int, joint: int, sentence: range) -> int:
    """Return where a second part after "and" or "but" ends: "and that he had paid"."""
    following = passage.tokens[joint + 1]
    if draft.strength > 0 and _goes_on_modal(passage, joint):
        return _sentence_end(passage, sentence)
    if draft.strength > 0 and passage.quoted[stop - 1] and following.tag in ("TO", "IN"):
        return _sentence_end(passage, sentence)
    if draft.strength > 0 and _adds_clause(passage, joint, sentence):
        return _sentence_end(passage, sentence)
    opened = following.lower in _CLAUSE_OPENERS and _opens(passage, draft, following)
    listed = following.tag == "VB" and _has_infinitive(passage, draft)
    if not (opened or listed) and joint == stop and _joins_phrase(passage, joint, sentence):
        return _next_pause(passage, joint + 1, sentence)
    return _next_pause(passage, joint + 1, sentence) if opened or listed else stop


def _goes_on_modal(passage: Passage, joint: int) -> bool:
    """Return whether a verb shifted back goes on without a subject: "and then *would* sail"."""
    for token in passage.tokens[joint + 1 : joint + 4]:
        if token.tag != "RB":
            return token.lower in _SHIFTED
    return False


def _adds_clause(passage: Passage, joint: int, sentence: range) -> bool:
    """Return whether a clause with its own subject and no report follows: "but *it is late*"."""
    rest = [passage.tokens[i] for i in range(joint + 1, sentence.stop)]
    main = next((t for t in rest if t.tag in _FINITE), None)
    if main is None or any(passage.quoted[t.i] for t in rest):
        return False
    verb = main.head if main.dep in ("aux", "auxpass") else main
    subject = verb.child("nsubj", "nsubjpass", "expl")
    if subject is None or subject.pos == "PROPN" or min(passage.below(subject)) != joint + 1:
        return False
    cue = verbs().get(lemma_of(verb))
    thought = cue is not None and next(iter(cue.frames.values())) in _THOUGHTS
    return cue is None or (subject.pos == "PRON" and thought and "quote" not in cue.frames)


def _joins_phrase(passage: Passage, joint: int, sentence: range) -> bool:
    """Return whether "and" joins a mere phrase: "its ferries *and the old quay*"."""
    end = _next_pause(passage, joint + 1, sentence)
    rest = [passage.tokens[i] for i in range(joint + 1, end)]
    if not rest or rest[0].tag not in _PHRASE_OPENERS:
        return False
    return not any(t.tag in _FINITE or t.tag in ("VBG", "VBN") or passage.quoted[t.i] for t in rest)


def _opens(passage: Passage, draft: Draft, opener: Token) -> bool:
    first = passage.tokens[min(i for i in draft.content if i > max(draft.cue))]
    return first.lower in _CLAUSE_OPENERS or (opener.lower == "that" and draft.strength > 0)


def _next_pause(passage: Passage, start: int, sentence: range) -> int:
    i = start
    while i < sentence.stop:
        token = passage.tokens[i]
        run = passage.run_of(i)
        if run is not None:
            i = run.stop
            continue
        if token.text in PAUSES and token.text != "-" and i > start:
            return i
        if token.text in (".", "!", "?"):
            return i
        if i > start + 1 and _reports(token):
            return _clause_start(passage, token, start)
        i += 1
    return min(i, sentence.stop)


def _reports(token: Token) -> bool:
    """Return whether a coordinated verb starts a report of its own: "and said ..."."""
    cue = verbs().get(lemma_of(token))
    return (
        cue is not None
        and "quote" in cue.frames
        and token.dep == "conj"
        and token.tag in ("VBD", "VBZ", "VBP")
    )


def _clause_start(passage: Passage, verb: Token, start: int) -> int:
    i = max(start, min(passage.below(verb)))
    while i > start and passage.tokens[i - 1].tag in ("CC", ","):
        i -= 1
    return i
