"""Speech verbs that vouch for the speaker."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.attribution.graph import Attribution
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.sources import is_unnamed, source_words
from newslint.checks._support import is_report
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span


class FactiveSpeechVerb(Rule):
    """Do not vouch for a source that readers cannot know.

    "Confirmed", "noted" and "revealed" say that the statement is true. From somebody
    unnamed that is the newsroom's word, not the source's: write "said". "Admitted" and
    "conceded" make anybody look guilty, and are a suggestion where the source has a name.
    With `named` the rule reports every such verb of every source.
    """

    id: str = "quotes.factive-speech-verb"
    message: str = "“%s” presumes that the statement is true: write “said”."
    severity: Severity = Severity.SUGGESTION
    named: bool = False  # whether to report sources with names too

    examples: ClassVar[tuple[Example, ...]] = (
        Example("A person close to the owner [[confirmed]] that the vault was empty."),
        Example('"The vault was empty," one diplomat in Tarn [[noted]].'),
        Example("Klara Voss [[revealed]] that the vault was empty.", options=(("named", True),)),
        Example("A person close to the owner said that the vault was empty."),
        Example("Klara Voss [[confessed]] that the vault was empty."),
        Example("The court confirmed that the vault had been empty."),
        Example('"A guard revealed that it was empty," said Klara Voss.'),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.REUTERS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction", "opinion"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield factive cues whose source is unnamed."""
        seen: set[Span] = set()
        known = vocabulary("quotes", "factive")
        for attribution in reading.attributions:
            if not attribution.cue or not is_report(reading, attribution):
                continue
            unnamed = self.named or is_unnamed(reading, attribution)
            words = reading.parses[attribution.block].within(attribution.cue[0])
            verb = next((t for t in words if t.tag.startswith("VB") and t.lemma in known), None)
            if verb is None or verb.span in seen or reading.quotations.touches(verb.span):
                continue
            if not _may_vouch(reading, attribution, verb):
                continue
            if not unnamed and not _owns_up(verb):
                continue
            seen.add(verb.span)
            yield self.problem(
                verb.span, verb.text, at_most=None if unnamed else Severity.SUGGESTION
            )


def _may_vouch(reading: Reading, attribution: Attribution, verb: Token) -> bool:
    """Return whether the verb is one of saying, from a source that is not just pointed at.

    "The refugees admitted to the country" are let in; "I confessed" is the writer; "the two"
    and "the friends" have been named before; in a plea one admits.
    """
    if verb.tag == "VBN" and not any(c.dep in {"aux", "nsubj"} for c in verb.children):
        return False
    if any(
        w.lower in {"plea", "court", "trial", "testimony"} for w in verb.subtree if w.i > verb.i
    ):
        return False
    words = source_words(reading, attribution)
    if any(w.lower in {"i", "we", "both", "two", "three"} for w in words):
        return False
    back = words and words[0].lower == "the" and words[-1].tag == "NNS"
    return not (back and len(words) == 2)


def _owns_up(verb: Token) -> bool:
    """Return whether the verb makes a statement look like a confession: admitted that."""
    return (
        verb.lemma in vocabulary("quotes", "owning_up")
        and verb.tag in {"VBD", "VBZ", "VBP"}
        and any(c.dep == "ccomp" for c in verb.children)
    )
