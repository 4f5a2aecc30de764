"""Attributions counted as voices, on graphs made by hand."""

from __future__ import annotations

from newslint.attribution.graph import Attribution, CueClass, Directness, Source, SourceKind
from newslint.checks._sourcing.sources import source_place, voices
from newslint.checks._support import is_report
from newslint.language.pipeline import SpacyAnalyser
from newslint.reading import Reading
from newslint.span import Span
from tests.support import article_of


def said(
    start: int,
    speaker: int | None = None,
    kind: SourceKind = SourceKind.ANONYMOUS,
    cue_class: CueClass = CueClass.NEUTRAL,
) -> Attribution:
    source = Source((Span(start, start + 5),), kind) if kind is not SourceKind.NONE else Source()
    return Attribution(
        content=(Span(start + 10, start + 20),),
        cue=(Span(start + 6, start + 9),),
        source=source,
        directness=Directness.INDIRECT,
        cue_class=cue_class,
        speaker=speaker,
    )


def test_one_speaker_is_one_voice_however_often_it_speaks() -> None:
    first, other, again = said(0, 1), said(40, 2), said(80, 1)
    assert voices([first, other, again]) == [[first, again], [other]]


def test_sources_without_a_speaker_are_voices_of_their_own() -> None:
    first, second = said(0), said(40)
    assert voices([first, second]) == [[first], [second]]


def test_the_place_of_a_missing_source_is_its_cue() -> None:
    assert source_place(said(0, kind=SourceKind.NONE)) == Span(6, 9)


def test_a_belief_is_not_a_report() -> None:
    reading = Reading(article_of("Nothing is parsed here."), SpacyAnalyser("no such model"))
    assert is_report(reading, said(0))
    assert not is_report(reading, said(0, cue_class=CueClass.BELIEF))
    assert not is_report(reading, said(0, kind=SourceKind.NONE))
