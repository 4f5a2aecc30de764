"""An article under work: only what changed is asked again, and nothing else is found."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.cache.store import Memory
from newslint.config import Configuration
from newslint.engine.examine import examine
from newslint.engine.plan import Planner
from newslint.engine.remembering import Remembering
from newslint.engine.run import Context, run
from newslint.finding import Edit, Finding, Fix, Problem
from newslint.markup.read import parse_article
from newslint.reading import Analyser, Reading, of_the_article, once_an_article
from newslint.recent import Recent
from newslint.registry import load_rules
from newslint.result import FileResult, Loaded
from newslint.rule import Rule
from newslint.settings import Settings
from newslint.span import Span
from tests.rules_for_tests import NoAnalyser, Raising, Word

_ROOM = 10_000_000
_TODAY = datetime.date(2026, 1, 1)


class Near(Word):
    """Reports a word, with a fix, in each block, and writes down what it was shown."""

    id: str = "words.near"
    shown: tuple[list[str], ...] = ([],)
    reach = "block"

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each place of the word."""
        self.shown[0].append(" / ".join(b.span.cut(reading.text) for b in reading.blocks))
        for problem in super().check(reading):
            fix = Fix((Edit(problem.span, "good"),))
            yield self.problem(problem.span, self.word, fix=fix)


@of_the_article
@once_an_article
def _is_calm(reading: Reading) -> bool:
    return "calm" in reading.text


class Excused(Near):
    """The same, unless the article says that it is calm."""

    id: str = "words.excused"

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each place of the word, or nothing."""
        found = super().check(reading)
        yield from () if _is_calm(reading) else found


class Sprawling(Near):
    """Says that it keeps to blocks, and reports the whole text."""

    id: str = "words.sprawling"

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield all of the text."""
        yield self.problem(Span(0, len(reading.text)))


def _found(
    text: str, rules: list[Rule], recent: Recent | None, path: str = "story.txt"
) -> list[Finding]:
    reading = Reading(parse_article(text, path), NoAnalyser(), recent=recent)
    return list(examine(reading, rules, recent=recent).findings)


def test_only_the_changed_paragraph_is_shown_again() -> None:
    rule, recent = Near(shown=([],)), Recent(_ROOM)
    before = "One bad day.\n\nTwo bad days.\n\nThree."
    after = "One very bad day, so far.\n\nTwo bad days.\n\nThree."
    _found(before, [rule], recent)
    rule.shown[0].clear()
    found = _found(after, [rule], recent)
    assert rule.shown[0] == ["One very bad day, so far."]
    assert found == _found(after, [Near(shown=([],))], None)
    assert [f.excerpt for f in found] == ["bad", "bad"]
    assert found[1].fix == Fix((Edit(Span(31, 34), "good"),))


def test_a_paragraph_that_moved_is_not_shown_again() -> None:
    rule, recent = Near(shown=([],)), Recent(_ROOM)
    _found("A bad day.\n\nB.", [rule], recent)
    rule.shown[0].clear()
    [finding] = _found("B.\n\nA bad day.", [rule], recent)
    assert rule.shown[0] == []
    assert (finding.span, finding.start.line) == (Span(6, 9), 3)


def test_the_same_words_as_another_kind_of_block_are_shown_again() -> None:
    rule, recent = Near(shown=([],)), Recent(_ROOM)
    _found("A bad day.", [rule], recent, "story.md")
    _found("# A bad day.", [rule], recent, "story.md")
    assert rule.shown[0] == ["A bad day.", "A bad day."]


def test_other_options_ask_again() -> None:
    recent = Recent(_ROOM)
    _found("A bad, sad day.", [Near(shown=([],))], recent)
    [finding] = _found("A bad, sad day.", [Near(shown=([],), word="sad")], recent)
    assert finding.excerpt == "sad"


def test_what_was_told_of_the_article_must_still_be_so() -> None:
    rule, recent = Excused(shown=([],)), Recent(_ROOM)
    assert len(_found("A bad day.\n\nB.", [rule], recent)) == 1
    assert _found("A bad day.\n\nAll is calm.", [rule], recent) == []
    assert len(_found("A bad day.\n\nB.", [rule], recent)) == 1


def test_a_rule_that_does_not_keep_to_blocks_after_all_is_asked_about_the_article() -> None:
    text = "A bad day.\n\nB."
    rules: list[Rule] = [Near(shown=([],)), Sprawling()]
    for recent in (None, Recent(_ROOM)):
        assert [f.excerpt for f in _found(text, rules, recent)] == [text, "bad"]


class Failing(Raising):
    """Fails, and says that it keeps to blocks."""

    reach = "block"


def test_a_rule_that_fails_does_so_in_its_own_name_every_time() -> None:
    recent = Recent(_ROOM)
    for _ in range(2):
        reading = Reading(parse_article("A bad day.", "a.txt"), NoAnalyser(), recent=recent)
        examined = examine(reading, [Failing(), Near(shown=([],))], recent=recent)
        assert [error.rule for error in examined.errors] == ["words.raising"]
        assert [f.rule for f in examined.findings] == ["words.raising", "words.near"]


def test_what_is_kept_stays_within_its_bounds() -> None:
    recent = Recent(50_000)
    for number in range(200):
        _found(f"A bad day, number {number}.\n\nB {number}.", [Near(shown=([],))], recent)
        assert recent.weight <= 50_000


class Desk:
    """The real rules, with a memory and without."""

    def __init__(self, analyser: Analyser) -> None:
        planner = Planner(load_rules(), Configuration(Settings()))
        kept = Remembering(analyser, Memory(_ROOM), b"", b"")

        def context(recent: Recent | None) -> Context:
            return Context(planner, kept, lambda _: None, today=_TODAY, recent=recent)

        self._cold, self._warm = context(None), context(Recent(_ROOM))

    def cold(self, text: str) -> FileResult:
        return next(run([Loaded("story.md", text)], self._cold))

    def warm(self, text: str) -> FileResult:
        return next(run([Loaded("story.md", text)], self._warm))


@pytest.fixture(scope="module")
def desk(analyser: Analyser) -> Desk:
    return Desk(analyser)


_PARAGRAPHS = (
    "# Harbour board shuts the east quay",
    "The mayor, Ana Ruiz, said on Tuesday that the east quay would stay shut for six weeks.",
    "“We lost 40 boats in one night,” said Ruiz. “It was a fiasco, and nobody told us.",
    "“The board must explain itself,” she added, according to [the Courier](https://a.example/x).",
    "Critics fear that the botched repair could embolden rivals. It is widely believed to fail.",
    "The board meets on 17 July . The the two pilots, who were hurt, is in hospital.",
    "“They should resign,” a source close to the talks said, signalling a potential split.",
    "I think that we were wrong. We should act, my editor says, and I agree with us.",
    "- The quay cost £3 million, or 12 percent more than the £2 million that was planned.",
    "> It will rain on our harbour, and on every harbour.",
)


@settings(max_examples=25)
@given(
    versions=st.lists(
        st.lists(st.sampled_from(_PARAGRAPHS), min_size=1, max_size=7), min_size=2, max_size=3
    )
)
def test_every_version_of_an_article_has_the_findings_of_a_fresh_run(
    desk: Desk, versions: list[list[str]]
) -> None:
    for paragraphs in versions:
        text = "\n\n".join(paragraphs)
        assert desk.warm(text) == desk.cold(text)


def test_an_edit_leaves_the_findings_of_a_fresh_run(desk: Desk) -> None:
    first = "\n\n".join(_PARAGRAPHS)
    desk.warm(first)
    for at, paragraph in enumerate(_PARAGRAPHS):
        edited = [*_PARAGRAPHS[:at], f"{paragraph} It rained.", *_PARAGRAPHS[at + 1 :]]
        for version in (edited, _PARAGRAPHS[:at], (*_PARAGRAPHS[at:], *_PARAGRAPHS[:at])):
            text = "\n\n".join(version)
            if text:
                assert desk.warm(text) == desk.cold(text)
    assert desk.warm(first) == desk.cold(first)


def test_the_result_of_the_same_text_is_not_worked_out_again(desk: Desk) -> None:
    assert desk.warm(_PARAGRAPHS[1]) is desk.warm(_PARAGRAPHS[1])
