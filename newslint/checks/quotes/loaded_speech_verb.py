"""Speech verbs that judge the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution, Directness
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sources import source_head
from newslint.checks._support import is_report
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule

_PLAIN = {"VBD": "said", "VBZ": "says", "VBP": "say"}


class LoadedSpeechVerb(Rule):
    """Write "said", unless the manner of speaking is the news.

    "Claimed" tells readers not to believe the speaker, "slammed" how to feel about it. What
    a court, the police or a lawsuit alleges is left alone, and so is a claim of
    responsibility.
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
        Example("The ministry said that the dam was safe."),
        Example("Prosecutors allege that the engineer sold the keys."),
        Example("The council [[insists]] that the board would resign."),
        Example("The mayor insists that the owner pay for the wall."),
        Example("Nobody claimed responsibility for the fire at the dam."),
        Example('"The minister claimed that the dam was safe," said Mara Quist.'),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.REUTERS)
    fixes: ClassVar = "unsafe"
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield loaded cues in the newsroom's own voice."""
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
            yield self.problem(cue.span, cue.text, fix=_fix(cue) if doubting else None)


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
    if any(c.dep == "ccomp" and _is_subjunctive(c) for c in cue.children):
        return False  # insisted that the board resign: a demand
    quoted = attribution.directness is Directness.DIRECT
    if not quoted and not any(c.dep == "ccomp" for c in cue.children):
        return False
    if any(c.dep in {"dobj", "pobj", "neg"} for c in cue.children):
        return False
    head = source_head(reading, attribution)
    return head is None or head.lemma.lower() not in vocabulary("quotes", "loaded", "accusers")


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
