"""`newslint test`: rules of one's own and marked stories, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.cli.main import main
from tests.cli.conftest import Done

Run = Callable[..., Done]

GOOD = """\
extends: substitution
message: "Write “%s”, not “%s”."
swap: {monies: money}
examples:
  - text: "The [[monies]] are gone."
  - text: "The money is gone."
"""

CHECK = """\
from typing import ClassVar
from newslint import Example, Rule, Span

class Short(Rule):
    '''Write more.'''
    id: str = "house-style.short"
    message: str = "Short."
    examples: ClassVar = (Example("[[No.]]"), Example("It went on for a while."))

    def check(self, reading):
        if len(reading.text) < 10:
            yield self.problem(Span(0, len(reading.text)))
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house-style").mkdir()

    def done(*arguments: str) -> Done:
        code = main(arguments)
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return done


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def test_a_rule_that_does_as_it_says_passes(run: Run) -> None:
    write("house-style/monies.yml", GOOD)
    done = run("test", "house-style/monies.yml")
    assert (done.code, done.out) == (0, "2 examples of 1 rule: all as they say\n")


def test_what_is_not_found_and_what_is_not_marked_are_shown_with_place_and_text(run: Run) -> None:
    write("house-style/monies.yml", GOOD.replace("[[monies]] are", "[[money]] and monies are"))
    done = run("test", "house-style/monies.yml")
    assert done.code == 1
    assert done.out == (
        "house-style.monies, example 1 (house-style/monies.yml)\n"
        "  line 1, column 5: “money” is not found\n"
        "  line 1, column 15: “monies” is found and not marked: Write “money”, not “monies”.\n"
        "  - The [[money]] and monies are gone.\n"
        "  + The money and [[monies]] are gone.\n"
        "\n"
        "2 examples of 1 rule: 1 failed\n"
    )


def test_a_fix_that_gives_another_text_is_shown(run: Run) -> None:
    fix = '[[monies]] are gone."\n    fixed: "The cash is gone."'
    rule = GOOD.replace('[[monies]] are gone."', fix) + "action: {name: replace}\n"
    write("house-style/monies.yml", rule)
    done = run("test", "house-style/monies.yml")
    assert done.code == 1
    assert "fixing gives 'The money are gone.', the example says 'The cash is gone.'" in done.out


def test_marks_that_do_not_pair_up_are_a_failure_of_that_example(run: Run) -> None:
    write("house-style/monies.yml", GOOD.replace("[[monies]]", "[[monies"))
    assert "a [[ is never closed" in run("test", "house-style/monies.yml").out


@pytest.mark.parametrize(
    ("examples", "said"),
    [
        ('  - text: "The money."', "no example shows what the rule reports"),
        ('  - text: "The [[monies]]."', "no example shows when the rule is silent"),
    ],
)
def test_a_rule_needs_an_example_of_either_kind(run: Run, examples: str, said: str) -> None:
    write("house-style/monies.yml", GOOD.partition("  - ")[0] + examples + "\n")
    done = run("test", "house-style")
    assert done.code == 1
    assert said in done.out


def test_without_a_path_the_packs_are_tested_with_their_stories(run: Run) -> None:
    write("house-style/monies.yml", GOOD)
    write("house-style/story.md", "The [[monies]]{house-style.monies} are gone.\n")
    write("newslint.toml", 'packs = ["house-style"]\n')
    done = run("test")
    assert (done.code, done.out) == (0, "2 examples of 1 rule and 1 story: all as they say\n")


def test_without_rules_of_ones_own_it_says_what_to_name(run: Run) -> None:
    done = run("test")
    assert done.code == 2
    assert "there are no rules of your own to test\n  name a rule file" in done.err


def test_a_python_file_is_run_when_it_is_named(run: Run) -> None:
    write("house_style/short.py", CHECK)
    done = run("test", "house_style/short.py")
    assert (done.code, done.out) == (0, "2 examples of 1 rule: all as they say\n")


def test_a_package_is_found_by_its_dotted_name(run: Run) -> None:
    write("house_style/__init__.py", "")
    write("house_style/short.py", CHECK)
    done = run("test", "house_style")
    assert (done.code, done.out) == (0, "2 examples of 1 rule: all as they say\n")


def test_scripts_in_a_folder_that_is_no_package_are_not_run(run: Run) -> None:
    write("house-style/monies.yml", GOOD)
    write("house-style/setup.py", "raise SystemExit('run!')\n")
    assert run("test", "house-style").code == 0


def test_an_id_that_is_not_the_place_of_a_python_rule_is_refused(run: Run) -> None:
    write("house_style/long.py", CHECK)
    done = run("test", "house_style/long.py")
    assert done.code == 2
    assert "the rule's id is 'house-style.short', its place says 'house-style.long'" in done.err


def test_a_python_file_that_fails_is_named(run: Run) -> None:
    write("house_style/short.py", "import nowhere_at_all\n")
    done = run("test", "house_style/short.py")
    assert done.code == 2
    assert "house_style/short.py cannot be imported: ModuleNotFoundError" in done.err


@pytest.mark.parametrize("name", ["nowhere_at_all", "nowhere_at_all.inside"])
def test_a_name_that_is_nothing_is_said_to_be_nothing(run: Run, name: str) -> None:
    done = run("test", name)
    assert done.code == 2
    assert done.err.startswith(f"newslint: there is no file, folder or module '{name}'\n")


def test_a_rule_that_crashes_is_named_with_its_example(run: Run) -> None:
    write("house_style/short.py", CHECK.replace("len(reading.text) < 10", "1 / 0"))
    done = run("test", "house_style/short.py")
    assert done.code == 2
    assert "house-style.short, example 1" in done.err
    assert "ZeroDivisionError" in done.err


def test_a_broken_rule_file_names_its_line(run: Run) -> None:
    write("house-style/monies.yml", GOOD + "ignorcase: true\n")
    done = run("test", "house-style")
    assert done.code == 2
    assert "house-style/monies.yml:7" in done.err


@pytest.mark.parametrize("name", ["nowhere.yml", "nowhere/", "no such thing"])
def test_what_is_not_there_is_an_error(run: Run, name: str) -> None:
    done = run("test", name)
    assert done.code == 2
    assert f"there is no file, folder or module '{name}'" in done.err


def test_an_empty_folder_says_what_to_put_into_it(run: Run) -> None:
    done = run("test", "house-style")
    assert done.code == 2
    assert "the folder house-style holds nothing to test" in done.err


class TestStories:
    def test_a_marked_place_that_no_rule_finds_names_the_rule(self, run: Run) -> None:
        write("house-style/monies.yml", GOOD)
        write("house-style/story.md", "The [[mayor]]{house-style.monies} left.\n\nAll is well.\n")
        done = run("test", "house-style")
        assert done.code == 1
        assert (
            "house-style/story.md\n"
            "  line 1, column 5: “mayor” is not found by house-style.monies\n"
            "  - The [[mayor]]{house-style.monies} left.\n"
            "  + The mayor left.\n"
        ) in done.out

    def test_what_a_rule_of_ones_own_finds_has_to_be_marked(self, run: Run) -> None:
        write("house-style/monies.yml", GOOD)
        write(
            "house-style/story.md",
            "The [[monies]]{house-style.monies} are gone.\n\nThe monies are back.\n",
        )
        done = run("test", "house-style")
        assert done.code == 1
        assert "line 3, column 5: “monies” is found by house-style.monies and not" in done.out

    def test_our_rules_count_where_a_mark_names_them(self, run: Run) -> None:
        write("story.md", "It was [[in order to]]{language.wordy-phrase} and utilised.\n")
        done = run("test", "story.md")
        assert done.code == 1
        assert "“utilised” is found by language.wordy-phrase and not marked" in done.out

    def test_one_place_may_be_marked_for_two_rules(self, run: Run) -> None:
        write("house-style/monies.yml", GOOD.replace("monies: money", "in order to: to"))
        text = "It met [[in order to]]{language.wordy-phrase, house-style.monies} vote.\n"
        write("house-style/story.md", text)
        assert "story" not in run("test", "house-style").out.partition("examples")[0]

    def test_square_brackets_without_a_rule_belong_to_the_story(self, run: Run) -> None:
        write("story.md", "See [[Other Page]] and [[in order to]]{language.wordy-phrase} vote.\n")
        assert run("test", "story.md").code == 0

    def test_a_mark_that_names_no_rule_names_line_and_nearest_rule(self, run: Run) -> None:
        write("story.md", "Well.\n\nIt met [[in order to]]{language.wordy-phrases} vote.\n")
        done = run("test", "story.md")
        assert done.code == 2
        assert "story.md, line 3: there is no rule 'language.wordy-phrases'" in done.err
        assert "did you mean 'language.wordy-phrase'?" in done.err

    def test_options_of_the_configuration_count(self, run: Run) -> None:
        write("newslint.toml", '[rules]\n"numbers.percent-form" = {form = "percent"}\n')
        write("story.md", "Fares rose by [[4%]]{numbers.percent-form}, or 4 percent.\n")
        assert run("test", "story.md").code == 0

    def test_terminal_escapes_in_a_story_are_made_visible(self, run: Run) -> None:
        write("story.md", "It was \x1b[31m[[red]]{language.wordy-phrase}.\n")
        assert "\x1b" not in run("test", "story.md").out
