"""Statements that somebody made, but nobody is said to have made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._prose import speaks_in_first_person
from newslint.checks._sourcing.agentless import agentless_severity, cue_span
from newslint.checks._sourcing.behind_verbs import (
    is_carried_on,
    is_charge,
    is_on_record,
    is_sourced,
    is_supposed,
)
from newslint.checks._sourcing.common_talk import common_talk
from newslint.checks._sourcing.hidden_doers import hidden_doer_severity, hidden_doer_span
from newslint.checks._sourcing.murmurs import is_elicited, is_praise, murmur_severity, murmur_span
from newslint.checks._sourcing.plain_passives import is_mere_judgement, needs_no_source
from newslint.checks._sourcing.spoken_of import spoken_of_severity
from newslint.checks._sourcing.stock_passives import stock_passive, stock_phrase
from newslint.checks._support import (
    has_identified_report,
    has_link,
    is_own_voice,
    neighbours,
    prose_marked,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading, Sentence
from newslint.rule import Example, Rule
from newslint.span import Span


class AgentlessAttribution(Rule):
    """Say who confirmed, said or believes it.

    "It has been confirmed that" sounds like a source and names none. Readers cannot tell
    whether a ministry, a rival newspaper or a rumour stands behind the sentence, so they
    cannot weigh it. Name the source, or drop the phrase and stand behind the statement.
    A planned event ("is expected to open on Monday") is left alone.
    """

    id: str = "attribution.agentless-attribution"
    message: str = "“%s” names no source: say who."
    severity: Severity = Severity.ERROR

    examples: ClassVar[tuple[Example, ...]] = (
        Example("It [[has been confirmed]] that two ferries turned back outside the harbour."),
        Example("The closure [[is interpreted as]] a rebuke to the harbour board."),
        Example("The captain [[is believed]] to have left the island before dawn."),
        Example("It [[emerged]] that the ferry had carried no life rafts."),
        Example("The harbour board [[was accused of]] hiding the report."),
        Example("[[Questions have been raised]] about the price of the rafts."),
        Example("[[There have been growing calls]] for an inquiry."),
        Example("[[Rumours have been swirling]] that the captain will retire."),
        Example("[[By all accounts]] the raft was overdue for a survey."),
        Example("[[Warnings about the rafts had been brushed aside]] for months."),
        Example("[[Records were shredded]] before the survey."),
        Example("[[Ministers were told]] of the risks."),
        Example("The price of the rafts [[has been called into question]]."),
        Example("The mayor [[has been urged]] to resign."),
        Example("The price [[has come under fire]] for the second year."),
        Example("The price was called into question when the court ruled on the rafts."),
        Example("The islanders have been urged to stay indoors."),
        Example("Warnings about the rafts were brushed aside by the board, and the crew left."),
        Example("Questions were raised by the deckhands' union about the price of the rafts."),
        Example("There are calls for an inquiry from the crews, and no fears of a strike."),
        Example("It was confirmed by the harbour board that two ferries turned back."),
        Example("The strait is known as the Needle, and the rock beside it is called the Eye."),
        Example("The new terminal is expected to open on Monday."),
        Example("The captain is believed to have left the island, according to the coastguard."),
        Example("It has not been confirmed that the ferries turned back."),
        Example("The captain was accused of theft in court, and was blamed by the owner."),
        Example("If the closure is seen as a rebuke, the board will have to answer it."),
        Example("The captain is accused of killing a deckhand in June."),
        Example("For the harbour board's leadership, the closure is seen as a rebuke."),
        Example("A complaint is dismissed as late when it comes after a month."),
        Example("When the Harbour Council examined the claim, it was labelled false."),
        Example("The mate was dismissed after it emerged that the ferry had carried no rafts."),
        Example("It turns out that the ferry had carried no rafts."),
        Example("The red lamp is believed to bring luck, and the virus has been linked to rats."),
        Example("There are many who have left the island since, and a big question remains: why?"),
        Example("In the poll, the closure was seen as a rebuke by a third of the islanders."),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WORDS_TO_WATCH, standards.AP)
    genres_off: ClassVar[frozenset[str]] = frozenset({"opinion", "fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the cues that report a statement and name no source for it."""
        if speaks_in_first_person(reading):
            return
        seen: list[Span] = []
        for span, severity in self._verbs(reading):
            seen.append(span)
            yield self.problem(span, " ".join(span.cut(reading.text).split()), at_most=severity)
        for talk in common_talk(reading):
            if not any(talk.span.overlaps(other) for other in seen):
                words = " ".join(talk.span.cut(reading.text).split())
                most = Severity.SUGGESTION if talk.doubtful else Severity.WARNING
                yield self.problem(talk.span, words, at_most=most)

    def _verbs(self, reading: Reading) -> Iterator[tuple[Span, Severity]]:
        """Yield the verbs that report or tell a deed and name nobody, and how serious each is."""
        for token, (severity, hidden) in prose_marked(reading, _nobodys):
            if not is_own_voice(reading, token.span) or is_supposed(token):
                continue
            if is_on_record(reading, token):
                continue
            sentence = reading.sentence_at(token.start)
            if sentence is None or is_sourced(reading, sentence, token):
                continue
            carried_on = is_carried_on(reading, sentence, token)
            if carried_on and is_charge(token):  # the complaint, or the court, goes on
                continue
            if needs_no_source(reading, sentence, token):
                continue
            mild = carried_on or is_praise(token) or is_mere_judgement(token)
            mild |= token.lemma == "identify" and _is_answered(reading, sentence, token)
            if mild or has_link(reading, sentence.span):
                severity = Severity.SUGGESTION
            if is_elicited(token) and _is_answered(reading, sentence, token):
                continue
            told = murmur_span(token) or stock_phrase(token) or cue_span(token)
            yield hidden_doer_span(token) if hidden else told, severity


def _nobodys(token: Token) -> tuple[Severity, bool] | None:
    """Return how serious a verb that names nobody is, and whether it hides who did a deed."""
    if token.tag[:2] != "VB" and token.dep != "acl" and token.child("auxpass") is None:
        return None  # no verb of any kind: none of the forms has it
    hidden = hidden_doer_severity(token)
    severity = agentless_severity(token) or murmur_severity(token) or hidden
    severity = severity or stock_passive(token) or spoken_of_severity(token)
    return None if severity is None else (severity, hidden is not None)


def _is_answered(reading: Reading, sentence: Sentence, verb: Token) -> bool:
    """Return whether the next sentence tells whose reaction it was.

    After "drew criticism" it may open the next paragraph.
    """
    last = sentence.block + (verb.child("auxpass") is None)
    return any(
        s.block <= last
        and s.span.start > sentence.span.start
        and has_identified_report(reading, s.span)
        for s in neighbours(reading, sentence, 1)
    )
