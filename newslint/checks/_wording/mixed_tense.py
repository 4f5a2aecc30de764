"""Tenses that do not go together: "last week the council approves"."""

from __future__ import annotations

from newslint.language.tokens import Token
from newslint.span import Span

_UNITS = frozenset(
    {"night", "week", "weekend", "month", "year", "monday", "tuesday", "wednesday", "thursday",
     "friday", "saturday", "sunday", "spring", "summer", "autumn", "winter"}
)  # fmt: skip
_PRESENT = frozenset({"VBZ", "VBP"})
_SAYING = frozenset(
    {"say", "show", "mean", "remain", "suggest", "recall", "remember", "think", "know", "believe",
     "note", "tell", "write", "admit", "appear", "seem", "make", "mark", "come"}
)  # fmt: skip
_HISTORY = frozenset({"film", "novel", "play", "book", "story", "series", "drama", "opera", "show"})
#: What lasts: "he works there since 2010".
_STATES = frozenset(
    {"live", "work", "own", "run", "hold", "lead", "play", "serve", "belong", "know", "suffer",
     "teach", "chair", "head"}
)  # fmt: skip
#: What tells of a time to come, or of a habit: "was due to leave when the mill shuts".
_LATER = frozenset({"to", "due", "that", "always", "about", "usually", "often", "when"})
_DIGITS = 4
_WERE = frozenset({"was", "were"})


def mixed_tense(tokens: tuple[Token, ...], verb: Token) -> tuple[Span, Span] | None:
    """Return the place of a verb, and of what it does not go with."""
    if verb.tag in _PRESENT and verb.pos == "VERB":
        found = _with_last_week(tokens, verb) or _with_past_twin(tokens, verb)
        return found or _when(tokens, verb)
    if verb.lower == "if":
        return _if_would(tokens, verb) or _if_had(verb) or _if_will(tokens, verb)
    if verb.lower == "time":
        return _by_the_time(verb)
    return _since(tokens, verb) if verb.lower == "since" else None


def _since(tokens: tuple[Token, ...], since: Token) -> tuple[Span, Span] | None:
    """Find "is making shortbread since 1936" and "works there since May"."""
    year = tokens[since.i + 1] if since.i + 1 < len(tokens) else None
    verb = since.head
    place = verb.head
    if verb.dep == "pobj" and place.dep == "prep" and place.head.pos == "VERB":
        verb = place.head  # "works in the same shed since 1974"
    if year is None or verb.pos != "VERB" or since.dep != "prep":
        return None
    if any(t.tag in ("JJS", "RBS") or t.lower == "first" for t in tokens[verb.i : since.i]):
        return None  # the largest, or the first, since then
    fronted = since.i < verb.i
    if fronted and since.i and tokens[since.i - 1].sentence == since.sentence:
        return None
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    dated = year.tag == "CD" and year.text.isdecimal() and len(year.text) == _DIGITS
    dated = dated or (year.entity == "DATE" and year.tag == "NNP")
    if not dated or any(t.text in (",", ";", "(", "—", "–") for t in tokens[verb.i : since.i]):
        return None  # none where "since" stands first
    now = [c for c in helpers if c.lower in ("is", "are", "am")]
    going = verb.tag == "VBG" and len(helpers) == 1 and now and verb.lower != "going"
    simple = verb.lemma in _STATES and not helpers and _plain(verb)
    start = now[0].start if now else verb.start
    return (Span(start, verb.end), Span(since.start, year.end)) if going or simple else None


def _if_had(mark: Token) -> tuple[Span, Span] | None:
    """Find "if he had not opened the gates, he will have lost the rest"."""
    clause = mark.head
    main = clause.head
    had = clause.child("aux", "auxpass")
    if clause.dep != "advcl" or had is None or had.lower != "had" or main.pos != "VERB":
        return None
    if clause.tag != "VBN" or had.i < mark.i:
        return None
    helpers = [c for c in main.children if c.dep in ("aux", "auxpass")]
    will = next((c for c in helpers if c.lower in ("will", "can", "may")), None)
    have = any(c.lower == "have" for c in helpers)
    return (will.span, had.span) if will is not None and have else None


def _plain(verb: Token) -> bool:
    """Return whether a present verb has no helper and ends as its form asks."""
    third = verb.tag == "VBZ" and verb.lower.endswith("s") and verb.lower != verb.lemma
    return verb.text.islower() and third and verb.child("aux", "auxpass") is None


def _with_last_week(tokens: tuple[Token, ...], verb: Token) -> tuple[Span, Span] | None:
    """Find "last week the council approves the plan"."""
    if verb.dep not in ("ROOT", "conj") or not _plain(verb) or verb.lemma in _SAYING:
        return None
    start = verb.i
    while start and tokens[start - 1].sentence == verb.sentence:
        start -= 1
    first, second = tokens[start], tokens[start + 1]
    subject = verb.child("nsubj")
    if subject is None or subject.i > verb.i or subject.i < start + 1:
        return None
    if first.lower == "yesterday" and first.head is verb:
        return verb.span, first.span
    third = tokens[start + 2]
    timed = first.lower == "last" and second.lower in _UNITS and second.head is verb
    return (verb.span, Span(first.start, second.end)) if timed and third.tag != "POS" else None


def _with_past_twin(tokens: tuple[Token, ...], verb: Token) -> tuple[Span, Span] | None:
    """Find "in 2014 the firm buys a mill and closed it"."""
    if verb.dep != "ROOT" or not _plain(verb) or verb.lemma in _SAYING:
        return None
    twin = verb.child("conj")
    if twin is None or twin.tag != "VBD" or twin.i < verb.i or twin.child("aux", "auxpass"):
        return None
    if twin.child("nsubj", "nsubjpass") is not None or twin.pos != "VERB":
        return None
    between = tokens[verb.i : twin.i]
    joint = tokens[twin.i - 1]
    if any(t.text in (",", ";", ":", "-", "–", "—") for t in between) or joint.lower != "and":
        return None
    loose = any(
        t.tag in ("VBD", "WDT", "WP", "WRB", "VBN", "MD", "VBZ", "VBP", "TO") for t in between[1:]
    )
    subject = verb.child("nsubj")
    known = subject is not None and subject.lemma not in _HISTORY
    return (verb.span, twin.span) if known and not loose else None


def _when(tokens: tuple[Token, ...], verb: Token) -> tuple[Span, Span] | None:
    """Find "was asleep when the tree falls"."""
    when = next((c for c in verb.children if c.lower == "when" and c.i < verb.i), None)
    above = verb.head
    if when is None or verb.dep != "advcl" or not _plain(verb) or above.i > when.i:
        return None
    helper = next((c for c in above.children if c.dep == "aux" and c.lower in _WERE), None)
    going = helper is not None and above.tag == "VBG" and above.lower != "going"
    was = above if above.lower in _WERE else (helper if going else None)
    if was is None:
        return None
    between = tokens[was.i : when.i]
    loose = any(t.lower in _LATER or t.tag in ("MD", "VBZ", "VBP") for t in between)
    ahead = tokens[when.i - 1]
    timed = ahead.text == "," or ahead.pos == "ADP" or ahead.lower in ("time", "moment", "day")
    return None if loose or timed else (verb.span, was.span)


def _if_would(tokens: tuple[Token, ...], mark: Token) -> tuple[Span, Span] | None:
    """Find "if the bridge would have been closed, nobody would have died"."""
    rest = [t for t in tokens[mark.i :] if t.sentence == mark.sentence]
    would = next((t for t in rest if t.tag == "MD" or t.tag in ("VBD", "VBZ", "VBP")), None)
    if would is None or would.lower != "would" or would.head.dep != "advcl":
        return None
    at = would.i + 1
    while at < len(tokens) and tokens[at].dep == "neg":
        at += 1
    have = tokens[at] if at < len(tokens) else None
    if have is None or have.lower not in ("have", "of") or mark.head is not would.head:
        return None
    main = would.head.head
    helpers = [c for c in main.children if c.dep in ("aux", "auxpass")]
    unreal = {"would", "could", "might"} & {c.lower for c in helpers} and "have" in {
        c.lower for c in helpers
    }
    other = next((c for c in helpers if c.tag == "MD"), None)
    return (Span(would.start, have.end), other.span) if unreal and other is not None else None


def _if_will(tokens: tuple[Token, ...], mark: Token) -> tuple[Span, Span] | None:
    """Find "if they will win on Saturday, they will go top"."""
    first = mark.i == 0 or tokens[mark.i - 1].sentence != mark.sentence
    clause = mark.head
    will = clause.child("aux")
    if not first or clause.dep != "advcl" or will is None or will.lower != "will":
        return None
    other = next((c for c in clause.head.children if c.dep == "aux" and c.tag == "MD"), None)
    subject = clause.child("nsubj")
    polite = subject is not None and subject.lower == "you"
    future = other is not None and other.lower in ("will", "would")
    return (will.span, other.span) if future and other is not None and not polite else None


def _by_the_time(time: Token) -> tuple[Span, Span] | None:
    """Find "it has been sold by the time the offer came"."""
    clause = time.child("relcl", "acl")
    by = time.head
    if clause is None or by.lower != "by" or clause.tag != "VBD" or clause.child("aux"):
        return None
    has = next((c for c in by.head.children if c.lower in ("has", "have")), None)
    return (has.span, clause.span) if has is not None and has.dep in ("aux", "auxpass") else None


_HOPING = frozenset(
    {"assume", "believe", "expect", "fear", "hope", "predict", "promise", "think", "understand"}
)


def will_after_past(tokens: tuple[Token, ...], will: Token) -> tuple[Span, Span] | None:
    """Find "had hoped that it will", "was sorry and that she will" and "when he came it has"."""
    if will.lower == "when":
        return _has_after_when(tokens, will)
    if will.lower != "will" or will.tag != "MD":
        return None
    verb = will.head
    first = verb.head
    place = Span(will.start, verb.end if verb.i > will.i else will.end)
    if verb.dep == "conj":
        mark, own, other = verb.child("mark"), verb.child("nsubj"), first.child("nsubj")
        joined = mark is not None and mark.lower == "that" and first.tag == "VBD"
        same = own is not None and other is not None and own.tag == "PRP"
        return (place, first.span) if joined and same and will.i - first.i < _NEAR_WILL else None
    had = any(c.lower == "had" for c in first.children)
    hoped = verb.dep in ("ccomp", "acl") and first.tag == "VBN" and first.lemma in _HOPING and had
    return (place, first.span) if hoped and first.i < will.i else None


_NEAR_WILL = 12


def _has_after_when(tokens: tuple[Token, ...], when: Token) -> tuple[Span, Span] | None:
    clause = when.head
    main = clause.head
    if clause.tag != "VBD" or clause.dep != "advcl" or main.i < clause.i:
        return None
    has = main.child("aux", "auxpass")
    if has is None or has.lower not in ("has", "have") or main.tag not in ("VBN", "VBG"):
        return None
    if clause.child("nsubj") is None:
        return None
    begins = when.i == 0 or tokens[when.i - 1].sentence != when.sentence
    begins = begins or tokens[when.i - 1].lower in ("and", "that")
    inside = {t.lower for t in tokens[when.i : main.i]}
    lasting = inside & {"since", "now", "today", "always", "that", "who", "which"}
    return (Span(has.start, main.end), clause.span) if begins and not lasting else None
