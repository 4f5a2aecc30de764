"""Which news organisation passes a statement on: "told Reuters", "in an interview with ..."."""

from __future__ import annotations

from newslint.attribution.graph import Source, SourceKind
from newslint.attribution.naming import core_of
from newslint.attribution.passage import Draft, Passage
from newslint.attribution.secondhand import passer_on
from newslint.attribution.sources import describe_head, is_outlet, kind_of
from newslint.attribution.subjects import agent_of
from newslint.language.tokens import Token

_TO = frozenset({"dobj", "dative", "pobj", "npadvmod"})


def relay_of(passage: Passage, draft: Draft) -> Source | None:
    """Return the news organisation to which the source spoke, if the clause names one."""
    verb = passage.tokens[draft.anchor]
    if verb.pos != "VERB" or passage.quoted[verb.i]:
        return None
    citing = passer_on(passage, draft)
    if citing is not None and citing.head is not None:
        return describe_head(passage, citing.head, citing.words)
    quoting = _quoted_by(passage, draft)
    if quoting is not None:
        return quoting
    for child in verb.children:
        if child.dep not in ("dobj", "dative", "prep", "agent", "npadvmod"):
            continue
        outlet = _outlet_in(passage, child, draft)
        if outlet is not None:
            words = frozenset(t.i for t in core_of(passage, outlet))
            return describe_head(passage, outlet, words)
    return None


def _quoted_by(passage: Passage, draft: Draft) -> Source | None:
    """Return the outlet of "an official, quoted by the Courier, said ..."."""
    for i in sorted(draft.source):
        word = passage.tokens[i]
        if word.lower not in ("quoted", "cited") or word.tag != "VBN":
            continue
        agent = agent_of(word)
        if agent is not None and kind_of(passage, agent) is SourceKind.OUTLET:
            return describe_head(passage, agent, frozenset(t.i for t in core_of(passage, agent)))
    return None


def _outlet_in(passage: Passage, token: Token, draft: Draft) -> Token | None:
    for i in sorted(passage.below(token)):
        word = passage.tokens[i]
        if i in draft.content or i in draft.source or passage.quoted[i]:
            continue
        if word.dep in _TO and word.pos in ("PROPN", "NOUN"):
            if is_outlet(core_of(passage, word)):
                return word
            if word.dep in ("dobj", "dative") and kind_of(passage, word) is SourceKind.OUTLET:
                return word
    return None
