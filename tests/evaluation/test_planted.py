"""Planted faults: how they are marked, and what counts as finding one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import evaluation.planted
from evaluation.plant import MAIN, Planted, parse_planted, read_planted
from evaluation.planted import Share, main, recall_by_rule, score
from evaluation.story import Half, StoryError
from newslint.finding import Finding, Position, Severity
from newslint.reading import Analyser
from newslint.registry import load_rules
from newslint.span import Span

NAME = Path("bridge.dev.md")
PLACE = Position(1, 1)


def planted(text: str, name: str = "bridge.dev.md") -> Planted:
    """Return the story that a marked text holds."""
    return parse_planted(Path(name), text)


def finding(
    story: Planted, words: str, rule: str, severity: Severity = Severity.WARNING
) -> Finding:
    """Return a finding on some words of a story."""
    start = story.text.index(words)
    span = Span(start, start + len(words))
    return Finding(rule, severity, "Mend it.", story.path, span, PLACE, PLACE, words, "f")


VAGUE = "attribution.vague-collective-source"


def test_marks_leave_the_text_and_point_into_it() -> None:
    story = planted(
        "---\ntitle: {Row|credit low missing-byline doc}\n---\n\n{Ann Lee|fine name} ran."
    )
    assert story.text == "---\ntitle: Row\n---\n\nAnn Lee ran."
    (fault,) = story.faults
    assert (fault.span.cut(story.text), fault.line, fault.document) == ("Row", 2, True)
    assert (fault.category, fault.rank, fault.rules) == ("credit", "low", ("missing-byline",))
    (look,) = story.fine
    assert (look.span.cut(story.text), look.category, look.line) == ("Ann Lee", "name", 5)


def test_marks_nest() -> None:
    story = planted("{The {SPQ|acronym low} met|fine unsupported}.")
    assert [fault.span.cut(story.text) for fault in story.faults] == ["SPQ"]
    assert [look.span.cut(story.text) for look in story.fine] == ["The SPQ met"]


def test_the_half_is_in_the_name_and_not_in_the_path_that_is_linted() -> None:
    story = planted("It rained.", "2025-03-12-rain.held.txt")
    assert (story.half, story.path) == (Half.HELD, "2025-03-12-rain.txt")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("It {rained.", "bridge.dev.md:1: a mark is not closed"),
        ("It rained}.", "a mark ends without a label"),
        ("\n{Some|vague grave} said", "bridge.dev.md:2: 'vague grave': write"),
        ("{Some|misty low} said", "'misty low': write"),
        ("{|vague low} said", "a mark round nothing"),
        ("{Some|vague low", "a label is not closed"),
    ],
)
def test_a_wrong_mark_is_an_error_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(StoryError, match=problem):
        planted(text)


def test_a_fault_names_rules_that_exist() -> None:
    with pytest.raises(StoryError, match="no rule is called 'vage'"):
        parse_planted(NAME, "{Some|vague low vage} said", frozenset({"vague"}))


def test_a_story_without_a_half_is_an_error() -> None:
    with pytest.raises(StoryError, match=r"name\.dev\.md or name\.held\.md"):
        planted("It rained.", "rain.md")


STORY = planted("{Some residents|vague medium} said that {Ann Lee|fine vague} had gone to the sea.")


def test_a_fitting_finding_on_the_words_counts() -> None:
    found = [finding(STORY, "Some residents", VAGUE)]
    assert score([(STORY, found)]).share("category vague") == Share(1, 1)


def test_a_rule_of_another_kind_does_not_count() -> None:
    found = [finding(STORY, "Some residents", "readability.long-sentence")]
    assert score([(STORY, found)]).share("category vague") == Share(0, 1)


def test_a_finding_much_longer_than_the_words_does_not_count() -> None:
    found = [finding(STORY, STORY.text, VAGUE)]
    assert score([(STORY, found)]).share("faults") == Share(0, 1)


def test_the_kinds_that_matter_most_are_counted_by_themselves() -> None:
    story = planted("{Some|vague low} of {the the|grammar low} {Ann Lee|fine name}s left.")
    total = score([(story, [finding(story, "Some", VAGUE)])])
    assert (total.share("main"), total.share("faults")) == (Share(1, 1), Share(1, 2))
    assert total.share("main look-alikes") == Share(0, 1)


def test_a_suggestion_is_too_little_for_a_medium_fault() -> None:
    found = [finding(STORY, "Some residents", VAGUE, Severity.SUGGESTION)]
    total = score([(STORY, found)])
    assert total.share("faults") == Share(0, 1)
    assert total.share("any severity") == Share(1, 1)


def test_a_fitting_finding_on_a_look_alike_is_a_false_alarm() -> None:
    assert score([(STORY, [finding(STORY, "Ann Lee", VAGUE)])]).share("look-alikes") == Share(1, 1)
    other = [finding(STORY, "Ann Lee", "readability.long-sentence")]
    assert score([(STORY, other)]).share("look-alikes") == Share(0, 1)


def test_a_finding_of_a_fault_inside_a_look_alike_is_no_false_alarm() -> None:
    story = planted("{{Some|vague low} of them, Ann Lee's sons,|fine vague} left.")
    assert score([(story, [finding(story, "Some", VAGUE)])]).share("look-alikes") == Share(0, 1)


def test_a_fault_of_the_article_is_found_wherever_its_rule_reports_it() -> None:
    story = planted("{Bridge shut|credit medium missing-byline doc}\n\nIt rained.")
    found = finding(story, "It rained.", "structure.missing-byline")
    assert score([(story, [found])]).share("faults") == Share(1, 1)
    elsewhere = replace(found, rule="structure.missing-alt")
    assert score([(story, [elsewhere])]).share("faults") == Share(0, 1)


def test_recall_of_a_rule_counts_only_its_own_findings() -> None:
    story = planted("{Some|vague low vague-collective-source unnamed-document} said so.")
    recall = recall_by_rule(
        [(story, [finding(story, "Some", VAGUE)])], [VAGUE, "attribution.unnamed-document"]
    )
    assert recall == {VAGUE: Share(1, 1), "attribution.unnamed-document": Share(0, 1)}


STORIES = read_planted()


def test_the_stories_can_be_read_and_name_only_rules_that_exist() -> None:
    assert len(read_planted(rules=[spec.id for spec in load_rules()])) >= 30


def test_there_are_enough_faults_of_each_kind_and_about_as_many_look_alikes() -> None:
    counted = Counter(fault.category for story in STORIES for fault in story.faults)
    assert [name for name in MAIN if counted[name] < 12] == []
    assert sum(len(story.fine) for story in STORIES) >= 0.9 * counted.total()


def test_enough_stories_are_held_back() -> None:
    held = [story for story in STORIES if story.half is Half.HELD]
    assert len(held) >= 25
    assert sum(len(story.faults) for story in held) >= 600


@pytest.mark.model
def test_only_misses_of_the_dev_half_are_shown(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    analyser: Analyser,
) -> None:
    monkeypatch.setattr(evaluation.planted, "SpacyAnalyser", lambda: analyser)
    monkeypatch.setattr(evaluation.planted, "cache_folder", lambda: tmp_path / "cache")
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "dev.dev.md").write_text("{Zinc is blue|unsupported low}.\n", encoding="utf-8")
    (folder / "held.held.md").write_text("{Iron is red|unsupported low}.\n", encoding="utf-8")
    main(["--misses", "--folder", str(folder)])
    shown = capsys.readouterr().out
    assert "dev.md:1: unsupported low" in shown
    assert "Zinc is blue" in shown
    assert "held: 1 stories" in shown
    assert "Iron" not in shown
