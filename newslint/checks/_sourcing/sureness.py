"""Whether "could be anyone" is true of a group, by what it is made to say or feel."""

from __future__ import annotations

from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.group_sorts import (
    QUANTITIES,
    has_before,
    is_other_people,
    is_seat,
    sort_of,
    words,
)
from newslint.checks._sourcing.person_nouns import is_scholar, person_lemma
from newslint.checks._sourcing.unnamed import is_call_to
from newslint.checks._sourcing.voices import (
    Voice,
    feels,
    foresees,
    is_chained,
    is_idiom,
    is_to_whom,
    never_did,
    reacts,
)
from newslint.language.tokens import Token

_OTHER = frozenset({"other"})
_UNCOUNTED = frozenset({"few", "many", "most", "others", "several", "some"})
_COMMON = frozenset(
    {"accord", "agree", "believe", "claim", "complain", "fear", "know", "post", "say", "speak"}
    | {"suspect", "talk", "tell", "think", "tweet"}
)
_STANCES = frozenset({"back", "favor", "favour", "oppose", "support"})
_VERDICTS = frozenset({"call", "caution", "criticise", "criticize", "dispute", "doubt", "warn"})
_TALES = frozenset({"lie", "story", "tale", "truth"})
_FORECASTS = frozenset({"anticipate", "expect", "forecast", "foresee", "predict"})
_PORTRAYING = frozenset({"characterise", "characterize", "depict", "describe", "paint", "portray"})
_NEAR = 4  # words in which "as" then follows: describe him as
_ALL = frozenset({"anyone", "anybody", "everybody", "everyone"})
_ABROAD = frozenset({"allied", "european", "foreign", "regional", "western"})
_CLOSE = frozenset({"close", "familiar", "near"})
_TOLD = frozenset({"VB", "VBD", "VBG", "VBN", "VBP"})


def is_sure(head: Token, counted: Token, voice: Voice) -> bool:
    """Return whether "could be anyone" is true of the group, whatever the story is about.

    So it is of people who claim to know, who campaign or who are close to somebody, and of
    ordinary people, when they state or believe or judge or feel something; and of "some" and
    "many". `counted` is the noun that counts them, or `head` itself.
    """
    lemma, cue = person_lemma(head), voice.cue
    if _is_deed(head, cue):
        return False
    if head.lower == "those":
        return _states(cue) or _is_reaction(cue) or cue.lemma in words("acts") | {"describe"}
    if lemma == "prosecutor" or (cue.lemma == "allege" and _is_in_court(cue)):
        return False  # on record in court
    if cue.lemma == "report" and cue.child("ccomp") is None:
        return False  # what was counted, or handed in
    if is_idiom(cue) and lemma == "source":
        return True
    if is_seat(head):
        return cue.lemma in words("wants")
    many = head.lower in _UNCOUNTED or has_before(head, _UNCOUNTED) or counted is not head
    knows = lemma in words("knowledge") or is_scholar(lemma)
    ordinary = lemma in words("crowd") - words("present") - QUANTITIES or is_other_people(head)
    claims = knows or ordinary or lemma in words("figures")
    claims |= lemma in words("authority") - words("trades")
    if _is_term(head, cue) or lemma == "several":
        return False  # several of those just told of
    if has_before(head, _OTHER):
        return knows and (feels(cue) or cue.lemma in _VERDICTS)  # others than those just named
    if _lets_on(cue):
        return claims or many or lemma in words("office")
    if head.dep == "conj" and head.head.tag == "NNS" and sort_of(head.head):
        return False  # marked with the first of them: friends, lobbyists and foes
    if head.lower in _ALL and cue.lemma in words("attitudes"):
        return True
    if is_chained(head, cue) or never_did(cue):
        quick = cue.head.dep == "acomp" and not never_did(cue)  # were quick to blame the rain
        return claims or many or lemma in words("masses") or (quick and sort_of(head) is not None)
    if _is_held_by(cue, head):
        return claims or many or lemma in words("organised")
    if _is_reaction(cue):
        if head.lower in {"nobody", "one"}:
            return is_idiom(cue)  # saw it coming; but nobody was hurt
        return (
            claims
            or (many and not reacts(cue))
            or lemma in words("masses")
            or lemma in (words("crowd") - words("bodies") - words("polled"))
        )
    if cue.lemma in {"find", "speak"}:
        return claims or many
    if lemma in words("office") and cue.lemma in _FORECASTS:
        return any(c.lower in _ABROAD for c in head.children) and cue.tag == "VBP"
    if head.lower in {"nobody", "one", "few"}:
        return cue.lemma in words("beliefs") | {"deny", "dispute", "doubt", "expect", "question"}
    if not _states(cue):
        return _judges(head, cue, many=many, claims=claims)
    close = any(c.dep == "amod" and c.i > head.i and c.lower in _CLOSE for c in head.children)
    if head.lower in _ALL | {"people"} and not (many or close):
        stance = cue.tag == "VBP" and cue.lemma in words("stances") and _is_placed(head)
        return (cue.lemma in _COMMON | words("attitudes") and cue.tag != "VBN") or stance
    if many:
        return lemma not in words("polled") | words("bodies")
    if lemma == "group":
        return _is_qualified(head)
    if lemma in words("masses") or (head.entity == "NORP" and not claims):
        parties = lemma in {"lobby", "opposition"}
        judged = cue.lemma in words("stated_by_masses")
        return cue.lemma in (words("telling") if parties else words("beliefs")) or judged
    if claims:
        return True
    if lemma in words("many_bodied") and cue.lemma in _FORECASTS:
        return True
    if lemma in words("bodies") and any(w.lower == "their" for w in cue.subtree if w.i > cue.i):
        return False  # of their own affairs
    if lemma in words("office") and any(c.lower in words("located") for c in head.children):
        return False
    if lemma in words("polled"):
        return False
    portrays = cue.lemma in _PORTRAYING and lemma in words("office")
    if portrays and any(w.lower == "as" and 0 < w.i - cue.i <= _NEAR for w in cue.subtree):
        return True
    # What the others agree or hope or are to do is a deed or a plan of theirs.
    return cue.lemma in words("telling") or lemma in words("circle") | words("organised")


def _is_deed(head: Token, cue: Token) -> bool:
    """Return whether the group does something, or has it done: call off, push up, are admitted."""
    if cue.head is head and cue.dep == "acl" and cue.tag == "VBN":
        return True
    after = {c.lower for c in cue.children if c.i > cue.i}
    if cue.lemma == "admit" and any(
        c.lower == "to" and any(w.entity == "GPE" for w in c.subtree) for c in cue.children
    ):
        return True  # refugees admitted to Sweden
    if cue.dep == "acl" and cue.lemma in _STANCES:
        return person_lemma(head) in words("organised")  # a bill opposed by unions
    if cue.lemma == "call":
        away = bool(after & {"in", "off", "out"}) and cue.child("ccomp") is None
        return away or (cue.child("dobj") is not None and is_call_to(cue))
    asked = cue.child("dobj") if cue.lemma == "ask" else None
    if asked is not None and asked.lemma == "question":
        return True
    return cue.lemma == "push" and cue.child("dobj") is not None


def _is_held_by(cue: Token, head: Token) -> bool:
    """Return whether the group is what stands behind a noun or a passive: criticism from."""
    if head.dep == "pobj" and head.head.dep == "agent":
        return True
    if head.dep == "pobj" and head.head is cue:
        return is_to_whom(cue, head)
    held = words("shared") | words("views") | words("uttered")
    held |= vocabulary("attribution", "agentless", "reactions")
    return cue.tag.startswith("NN") and cue.lemma in held


def _is_reaction(cue: Token) -> bool:
    """Return whether a feeling or a reaction is told of, rather than a statement."""
    moved = cue.lemma in words("moving") or cue.lower in words("feelings")
    return feels(cue) or is_idiom(cue) or reacts(cue) or moved or foresees(cue)


def _judges(head: Token, cue: Token, *, many: bool, claims: bool) -> bool:
    """Return whether the deed is one in words, of the group as a whole: dismiss, back."""
    lemma = person_lemma(head)
    acts = cue.lemma in words("acts") and cue.tag in _TOLD
    as_what = any(c.lower == "as" and c.i > cue.i for c in cue.children)
    if head.lower == "people":  # people in the valley regard him as a crook
        judged = as_what and cue.lemma in words("judged_as")
        return _is_placed(head) and cue.tag == "VBP" and (judged or cue.lemma in words("stances"))
    if cue.lemma in words("judged_as"):
        parts = [*cue.children, *(w for c in cue.children if c.dep == "dobj" for w in c.children)]
        acts = any(c.lower == "as" or c.dep == "oprd" for c in parts)
        acts &= cue.tag in _TOLD or (cue.tag == "VBZ" and lemma in words("masses"))
    stance = cue.tag == "VBP" and cue.lemma in words("stances")
    if lemma in words("organised") | {"group"} and cue.lemma != "accuse":
        return (acts or stance) and (lemma != "group" or _is_qualified(head))
    if lemma in words("knowledge") and cue.lemma in {"advise", "recommend", "see", "urge"}:
        return cue.tag == "VBP"
    if lemma in words("masses"):
        return acts and _is_qualified(head)
    crowd = lemma in (words("crowd") - words("polled")) or is_other_people(head)
    return (acts and (claims or many)) or (stance and (crowd or claims or many))


def _is_placed(head: Token) -> bool:
    """Return whether something follows that says where or what they are: people here."""
    return any(c.i > head.i and c.dep in {"acl", "advmod", "prep", "relcl"} for c in head.children)


def _is_in_court(verb: Token) -> bool:
    courts = vocabulary("attribution", "agentless", "courts") | {"case", "suit"}
    top = [verb, *verb.ancestors][-1]
    return any(w.lower in courts for w in top.subtree)


def _lets_on(cue: Token) -> bool:
    """Return whether it is passed on in private: have let it be known."""
    return cue.lemma == "let" and any(c.lemma in {"know", "slip"} for c in cue.children)


def _is_qualified(head: Token) -> bool:
    return any(c.dep in {"amod", "compound"} for c in head.children)


def _states(cue: Token) -> bool:
    """Return whether the cue reports a statement or a belief, rather than a deed."""
    if not cue.tag.startswith("VB") or cue.lemma == "accord":
        return True
    if cue.lemma in _FORECASTS:
        had = cue.dep == "ROOT" and any(c.lower == "had" for c in cue.children)
        # "profit beat what analysts expected" is a figure
        return had or cue.tag in {"VBP", "VBZ", "VB"}
    return cue.lemma in words("statements")


def _is_term(head: Token, cue: Token) -> bool:
    """Return whether this is the name of a thing: what economists, or some, call a bubble."""
    if cue.lemma == "tell" and any(c.lemma in _TALES for c in cue.children):
        # witnesses tell a different story
        return person_lemma(head) not in words("around") | words("circle") | words("knowledge")
    said = any(c.lower in {"as", "what"} for c in cue.children)
    terms = words("authority") - {"critic", "detractor", "opponent"} | _UNCOUNTED
    return said and cue.lemma in {"call", "term"} and person_lemma(head) in terms
