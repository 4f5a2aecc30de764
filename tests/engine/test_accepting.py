"""A vocabulary: words that no rule about words should question."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import lint_text
from newslint.config import load
from newslint.engine.accepting import read_accepted
from newslint.engine.examine import examine
from newslint.engine.plan import Planner
from newslint.errors import ConfigError
from newslint.patterns.rule_file import read_rule
from newslint.registry import load_rules
from newslint.rule import Rule
from tests.rules_for_tests import Word, read

SLANG = read_rule(
    "extends: existence\nmessage: no\nignorecase: true\ntokens: [quayside, quay]\n",
    "house.slang",
    "house/slang.yml",
    "house",
).rule


def found(folder: Path, vocabulary: str, text: str, rule: Rule = SLANG) -> list[str]:
    (folder / "names.txt").write_text(vocabulary, encoding="utf-8")
    accepted = read_accepted([folder / "names.txt"], "newslint.toml")
    return [f.excerpt for f in examine(read(text), [rule], accepted=accepted).findings]


def test_an_accepted_word_is_not_reported(tmp_path: Path) -> None:
    assert found(tmp_path, "quayside\n", "The quayside and the quay.") == ["quay"]


def test_case_counts_unless_the_line_says_otherwise(tmp_path: Path) -> None:
    assert found(tmp_path, "Quay\n", "The quay. Quay.") == ["quay"]
    assert found(tmp_path, "(?i)QUAY\n", "The quay. Quay.") == []


def test_a_line_may_be_a_regular_expression_and_must_match_the_whole_word(tmp_path: Path) -> None:
    assert found(tmp_path, "quay(side)?\n", "The quayside and the quay.") == []
    assert found(tmp_path, "qua\n", "The quay.") == ["quay"]


def test_blank_lines_and_comments_are_left_out(tmp_path: Path) -> None:
    assert found(tmp_path, "\n# quay\n  quayside  \n", "A quayside, a quay.") == ["quay"]


def test_what_is_not_about_words_is_still_reported(tmp_path: Path) -> None:
    assert found(tmp_path, "bad\n", "A bad day.", Word()) == ["bad"]


def test_a_line_that_is_no_expression_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"names\.txt, line 2: `quay\(` is not a regular"):
        found(tmp_path, "quay\nquay(\n", "")


def test_a_file_that_is_not_there_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('profile = "news"\nvocabulary = "nams.txt"\n')
    planner = Planner((), load(tmp_path / "newslint.toml"))
    with pytest.raises(ConfigError) as raised:
        planner.accepted(planner.configuration.for_file("a.md"))
    assert raised.value.message == (
        "newslint.toml, line 2: the vocabulary nams.txt cannot be read: No such file or directory"
    )
    assert raised.value.hint == "paths are relative to the configuration file"


def test_a_hostile_line_cannot_hang_the_run(tmp_path: Path) -> None:
    words = "a" * 60 + "b"
    rule = SLANG.model_copy(update={"tokens": (r"a+b",)})
    assert found(tmp_path, "(a+)+$\n", f"The {words}.", type(SLANG)(**rule.model_dump())) in (
        [words],
        [],
    )


def test_an_override_adds_its_words_to_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("quay\n")
    (tmp_path / "sea.txt").write_text("quayside\n")
    (tmp_path / "newslint.toml").write_text(
        'vocabulary = "names.txt"\n[[overrides]]\nfiles = "sea/**"\nvocabulary = "sea.txt"\n'
    )
    planner = Planner((), load(tmp_path / "newslint.toml"))
    effective = planner.configuration.for_file(tmp_path / "sea" / "a.md")
    accepted = planner.accepted(effective)
    assert not examine(read("A quayside, a quay."), [SLANG], accepted=accepted).findings


@pytest.mark.parametrize(
    "rule",
    [
        "consistency.name-variant",
        "grammar.engine",
        "language.ise-or-ize",
        "language.mixed-spelling",
        "language.wordy-phrase",
        "readability.undefined-acronym",
    ],
)
def test_rules_about_words_say_so(rule: str) -> None:
    assert next(type(s.rule).about_words for s in load_rules() if s.id == rule)


def test_a_short_form_in_the_vocabulary_need_not_be_spelt_out(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("NHFC\n")
    text = "The NHFC met on Monday. Only the NHFC may lift the ban."
    rules = {"all": "off", "readability.undefined-acronym": "on"}
    settings = {"rules": rules}
    found = lint_text(text, path="a.md", settings=settings)
    assert [f.excerpt for f in found] == ["NHFC"]
    with_words = {**settings, "vocabulary": str(tmp_path / "names.txt")}
    assert lint_text(text, path="a.md", settings=with_words) == []
