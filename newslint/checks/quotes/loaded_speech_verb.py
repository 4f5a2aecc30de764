"""Speech verbs that judge the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, Directness
from newslint.attribution.kinds import nouns_for
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.sources import source_head
from newslint.checks._support import is_own_voice, is_report, neighbours, prose_tokens
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span

_OF_DEEDS = "“%s” takes sides in the quarrel: say what was said, such as criticised or welcomed."
# Verbs that attack only with the right word after them: tore into the plan.
_INTO = {
    "hit": frozenset({"back", "out"}),
    "lay": frozenset({"into"}),
    "rip": frozenset({"into"}),
    "round": frozenset({"on"}),
    "slap": frozenset({"down"}),
    "tear": frozenset({"into"}),
}
# Where a claim is a plea, and to allege is no more than to plead.
_IN_COURT = LazyRegex(
    r"\b(?:lawsuits?|(?:is|are|was|were) suing|sued|suing|in court|court papers|complaint filed|"
    r"(?:class|legal) action|pleaded|on trial|(?:the|a) trial|indict\w+|plaintiffs?|the suit)\b",
    re.IGNORECASE,
)
# The story says that it is not so.
_UNTRUE = LazyRegex(
    r"\b(?:untrue|not true|false(?:ly|hood)?|no evidence|without evidence|incorrect|inaccurate"
    r"|debunk\w+|den(?:ies|ied)"
    r"|disput\w+|contradict\w+|refut\w+|rejected (?:that|the claim)|in fact|actually|turned out"
    r"|no record"
    r"|fact[- ]check\w*|stretch\w* the truth|mistaken|misleading|unproven|lie[sd]?)\b"
    r"|^(?:But|Yet|However|In reality|Records|Police said)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset({"i", "one", "people", "we", "you"})
_AGAINST = LazyRegex(
    r"\b(?:not|no|never|nothing|none|nobody|still|despite|although|though|while|whereas|even|but|only|instead|rather"
    r"|pressed|asked|accus\w+|critic\w+|rumou?rs?|speculation|questions?|without|again|repeatedly)\b|n[’']t\b",
    re.IGNORECASE,
)
_NOUN_PLACES = frozenset({"amod", "compound", "dobj", "nsubj", "pcomp", "pobj"})
_PLAIN = {"VBD": "said", "VBZ": "says", "VBP": "say"}


class LoadedSpeechVerb(Rule):
    """Write "said", unless the manner of speaking is the news.

    "Slammed" tells readers how to feel about the speaker, "claimed" not to believe a word.
    Doubt may be due: "claimed" and "insisted" are suggestions. What a court, the police or a
    lawsuit alleges is left alone, and so is a claim of responsibility.
    """

    id: str = "quotes.loaded-speech-verb"
    message: str = "“%s” judges the speaker: “said” is neutral."
    severity: Severity = Severity.WARNING

    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "The ministry [[claimed]] that the dam was safe.",
            fixed="The ministry said that the dam was safe.",
        ),
        Example('"The dam is safe," [[gushed]] Mara Quist, the engineer.'),
        Example("The minister [[slammed]] the plan for the dam."),
        Example("The ministry said that the dam was safe."),
        Example("The door slammed, and Mara Quist hailed a taxi."),
        Example("Prosecutors allege that the engineer sold the keys."),
        Example("Two pupils sued the school, claiming that it had lied to them."),
        Example("The council [[insists]] that the board would resign."),
        Example("The mayor insists that the owner pay for the wall."),
        Example("Nobody claimed responsibility for the fire at the dam."),
        Example('"The minister claimed that the dam was safe," said Mara Quist.'),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    reach: ClassVar = "block"
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.REUTERS)
    fixes: ClassVar = "unsafe"
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield loaded cues in the newsroom's own voice."""
        seen: set[Span] = set()
        for attribution in reading.attributions:
            cue = _cue_verb(reading, attribution)
            if cue is None or not is_report(reading, attribution):
                continue
            if reading.quotations.touches(cue.span):
                continue
            doubting = cue.lemma in vocabulary("quotes", "loaded", "doubting")
            if not doubting and cue.lemma not in vocabulary("quotes", "loaded", "emotive"):
                continue
            if doubting and not _may_be_doubted(reading, attribution, cue):
                continue
            if not doubting and attribution.directness is Directness.INDIRECT and _is_thing(cue):
                continue
            if not doubting and cue.tag == "VBG" and cue.dep in _NOUN_PLACES:
                continue  # despite carping, a medley of screeching
            seen.add(cue.span)
            if doubting:
                least = Severity.SUGGESTION
                yield self.problem(cue.span, cue.text, fix=_fix(cue), at_most=least)
            else:
                yield self.problem(cue.span, cue.text, at_most=_most(cue))
        for verb in prose_tokens(reading):
            if not _is_attack(verb) or verb.span in seen:
                continue
            if is_own_voice(reading, verb.span):
                span = Span(verb.start, _last(verb).end)
                words = " ".join(span.cut(reading.text).split())
                yield self.problem(span, words, message=_OF_DEEDS, at_most=_most(verb))


def _most(verb: Token) -> Severity | None:
    """Return the severity for a verb that only colours what was said."""
    mild = verb.lemma in vocabulary("quotes", "loaded", "mild")
    return Severity.SUGGESTION if mild else None


def _is_attack(verb: Token) -> bool:
    """Return whether somebody slams, hails or rails against somebody or something."""
    if verb.tag not in {"VBD", "VBZ", "VBP", "VBN"} or verb.child("auxpass") is not None:
        return False
    subject = verb.child("nsubj")
    if subject is None or not (_can_speak(subject) or _is_likely_to_speak(subject, verb)):
        return False
    if verb.lemma in _INTO:
        return any(c.i == verb.i + 1 and c.lower in _INTO[verb.lemma] for c in verb.subtree) and (
            any(_can_be_met(w) for w in verb.subtree if w.i > verb.i + 1)
        )
    if verb.lemma in vocabulary("quotes", "loaded", "attacks_at"):
        return _last(verb) is not verb
    clause = any(c.dep == "ccomp" and c.i > verb.i for c in verb.children)
    if clause and verb.lemma in vocabulary("quotes", "loaded", "emotive"):
        return True
    if verb.lemma not in vocabulary("quotes", "loaded", "attacks"):
        return False
    met = verb.child("dobj")
    return met is not None and not (_touchable(met) or verb.child("prt") is not None)


def _last(verb: Token) -> Token:
    """Return the last word of the verb as marked: railed against, lashed out at."""
    if verb.lemma not in vocabulary("quotes", "loaded", "attacks_at"):
        return verb
    last = verb
    for word in verb.children:
        if word.i == last.i + 1 and word.lower in {"about", "against", "at", "out"}:
            last = word
    return last


def _can_be_met(word: Token) -> bool:
    """Return whether this is somebody, or what somebody has said or planned."""
    return word.entity in {"PERSON", "ORG", "NORP"} or word.lemma.lower() in vocabulary(
        "quotes", "loaded", "targets"
    )


def _can_speak(subject: Token) -> bool:
    if subject.entity in {"PERSON", "ORG", "GPE", "NORP"} or subject.tag == "PRP":
        return subject.lower not in {"it", "they"} or subject.tag != "PRP"
    lemma = subject.lemma.lower()
    kinds = ("roles", "common_roles", "collectives", "organisations")
    return any(lemma in nouns_for(kind) for kind in kinds)


def _is_likely_to_speak(subject: Token, verb: Token) -> bool:
    """Return whether a name that may be anything blasts what only words can blast."""
    met = verb.child("dobj")
    return subject.tag == "NNP" and met is not None and _can_be_met(met)


def _touchable(met: Token) -> bool:
    """Return whether this is a thing one can slam or blast with one's hands."""
    return met.lemma.lower() in vocabulary("quotes", "loaded", "things")


def _is_thing(cue: Token) -> bool:
    """Return whether the subject of an attack is no speaker: the door slammed."""
    subject = cue.child("nsubj")
    return subject is not None and not _can_speak(subject)


def _cue_verb(reading: Reading, attribution: Attribution) -> Token | None:
    """Return the verb of the cue, past its auxiliaries."""
    if not attribution.cue:
        return None
    words = reading.parses[attribution.block].within(attribution.cue[0])
    verbs = [t for t in words if t.tag.startswith("VB") and t.dep not in {"aux", "auxpass"}]
    return verbs[0] if verbs else None


def _may_be_doubted(reading: Reading, attribution: Attribution, cue: Token) -> bool:
    """Return whether a plain "said" would do: a clause follows, and nobody is charged."""
    if cue.dep == "pcomp":
        return False  # from claiming the prize
    if cue.tag == "VB" or any(c.dep == "nsubj" and c.lower in _ANYBODY for c in cue.children):
        return False  # to claim, will insist, I claim
    if any(c.dep == "ccomp" and _is_subjunctive(c) for c in cue.children):
        return False  # insisted that the board resign: a demand
    quoted = attribution.directness is Directness.DIRECT
    if not quoted and not any(c.dep == "ccomp" for c in cue.children):
        return False
    if any(c.dep in {"dobj", "pobj", "neg"} for c in cue.children):
        return False
    if any(c.lower in vocabulary("quotes", "loaded", "due") for c in cue.children):
        return False  # falsely claimed: the story says that it is not so
    sentence = reading.sentence_at(cue.start)
    if sentence is not None and _is_contested(reading, sentence, cue):
        return False
    head = source_head(reading, attribution)
    return head is None or head.lemma.lower() not in vocabulary("quotes", "loaded", "accusers")


def _is_contested(reading: Reading, sentence: Sentence, cue: Token) -> bool:
    """Return whether the story says that it is doubted: in a suit, or by what stands beside.

    Who insists says so against somebody: "insisted that he had not known", "still insists".
    """
    near = [s for s in neighbours(reading, sentence) if s.block == sentence.block]
    before = [s.span.cut(reading.text) for s in near if s.span < sentence.span]
    after = [s.span.cut(reading.text) for s in near if s.span > sentence.span]
    here = sentence.span.cut(reading.text)
    if any(_IN_COURT.search(text) for text in (*before, here, *after)):
        return True
    if any(_UNTRUE.search(text) for text in (here, *after)):
        return True
    return cue.lemma == "insist" and _AGAINST.search(here) is not None


def _is_subjunctive(verb: Token) -> bool:
    """Return whether a bare verb follows a subject in the singular."""
    if any(c.dep in {"aux", "auxpass"} for c in verb.children):
        return False
    singular = any(c.dep == "nsubj" and c.tag in {"NN", "NNP"} for c in verb.children)
    return singular and verb.tag in {"VB", "VBP"}


def _fix(cue: Token) -> Fix | None:
    plain = _PLAIN.get(cue.tag)
    bare = not any(c.dep in {"aux", "auxpass", "neg"} for c in cue.children)
    infinitive = any(c.dep == "xcomp" for c in cue.children)
    if plain is None or not bare or infinitive:
        return None
    return Fix((Edit(cue.span, plain),), safe=False)
