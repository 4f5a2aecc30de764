"""A configuration file is read strictly: what is misspelt is never passed over."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from newslint.config import load
from newslint.config.configuration import flatten
from newslint.config.places import line_of
from newslint.engine.plan import Planner
from newslint.errors import ConfigError
from newslint.finding import Severity
from newslint.markup.options import ROLES, MarkupOptions
from newslint.registry import load_rules
from newslint.settings import FrontMatterSettings, Settings, json_schema


def settings(folder: Path, text: str, name: str = "newslint.toml") -> Settings:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return load(file).settings


def complaint(folder: Path, text: str, name: str = "newslint.toml") -> tuple[str, str]:
    with pytest.raises(ConfigError) as raised:
        settings(folder, text, name)
    return raised.value.message, raised.value.hint


def test_a_misspelt_key_names_file_key_line_and_the_nearest_name(tmp_path: Path) -> None:
    message, hint = complaint(tmp_path, 'genre = "news"\nprofil = "wire"\n')
    assert message == "newslint.toml, line 2: unknown key 'profil'"
    assert hint == "did you mean 'profile'?"


def test_a_key_like_no_other_is_answered_with_the_list(tmp_path: Path) -> None:
    _, hint = complaint(tmp_path, "zzz = 1\n")
    assert hint.startswith("known keys: baseline, budgets, cache-dir")


def test_a_misspelt_key_of_an_inner_table_is_found_in_pyproject(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.newslint.text]\nwraped = true\n'
    message, hint = complaint(tmp_path, text, "pyproject.toml")
    assert message == "pyproject.toml, line 5: unknown key 'text.wraped'"
    assert hint == "did you mean 'wrapped'?"


def test_a_misspelt_key_of_the_second_override_is_found_on_its_line(tmp_path: Path) -> None:
    text = '[[overrides]]\nfiles = "a/**"\n\n[[overrides]]\nfils = "b/**"\n'
    message, hint = complaint(tmp_path, text)
    assert message == "newslint.toml, line 5: unknown key 'overrides.fils'"
    assert hint == "did you mean 'files'?"


def test_an_override_cannot_set_what_is_for_the_whole_run(tmp_path: Path) -> None:
    _, hint = complaint(tmp_path, '[[overrides]]\nfiles = "a"\nbaseline = "b.json"\n')
    assert hint == "'baseline' is for the whole run: set it outside [[overrides]]"


def test_an_override_without_files_is_refused(tmp_path: Path) -> None:
    message, hint = complaint(tmp_path, '[[overrides]]\ngenre = "opinion"\n')
    assert message == "newslint.toml, line 1: 'overrides.files' is missing"
    assert hint == "add 'files'"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ('fail-on = "eror"', "'fail-on' cannot be 'eror'", "did you mean 'error'?"),
        ('fail-on = "x"', "'fail-on' cannot be 'x'", "choose 'error', 'warning'"),
        (
            '[text]\nwrapped = "yes"',
            "line 2: 'text.wrapped' cannot be 'yes'",
            "write true or false, or choose 'auto'",
        ),
        ("include = 3", "'include' cannot be 3", "write a list of texts"),
        ("profile = 3", "'profile' cannot be 3", "write a text in quotation marks"),
        ('max-file-size = "2 elephants"', "cannot be '2 elephants'", "a size such as"),
        ("max-warnings = -1", "'max-warnings' cannot be -1", "greater than or equal to 0"),
        ("[budgets]\nquotes = -2", "'budgets.quotes' cannot be -2", "greater than"),
        ("[[rules]]", "'rules' cannot be that", "write a table"),
        ("a = = b", "newslint.toml is not valid TOML", "correct it"),
    ],
)
def test_a_bad_value_says_what_to_write(tmp_path: Path, text: str, message: str, hint: str) -> None:
    found = complaint(tmp_path, text)
    assert message in found[0]
    assert hint in found[1]


def test_a_bad_setting_of_a_rule_names_its_line(tmp_path: Path) -> None:
    message, hint = complaint(tmp_path, '[rules]\n\n"quotes.nested" = "eror"\n')
    assert message == "newslint.toml, line 3: 'quotes.nested' cannot be 'eror'"
    assert hint == "did you mean 'error'?"


def test_a_file_that_is_not_utf_8_names_the_byte(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_bytes(b"profile = '\xff'")
    with pytest.raises(ConfigError, match="byte 11 is not UTF-8"):
        load(tmp_path / "newslint.toml")


def test_sizes_may_be_written_in_words(tmp_path: Path) -> None:
    assert settings(tmp_path, 'max-file-size = "3MB"').max_file_size == 3_000_000
    assert settings(tmp_path, 'max-file-size = "500 kB"').max_file_size == 500_000
    assert settings(tmp_path, "max-file-size = 42").max_file_size == 42


def test_every_key_of_the_contract_is_there(tmp_path: Path) -> None:
    text = """
        profile = "wire"
        genre = "news"
        include = ["content/**/*.md"]
        exclude = ["content/drafts/"]
        packs = ["house-style"]
        vocabulary = ["names.txt"]
        fail-on = "warning"
        max-warnings = 10
        budgets = { quotes = 3 }
        baseline = "newslint-baseline.json"
        cache-dir = ".cache"
        max-file-size = 1000
        model = "en_core_web_sm"
        [rules]
        quotes = "off"
        [front-matter]
        headline = ["heading"]
        [text]
        wrapped = true
        [languagetool]
        url = "http://localhost:8081"
        allow-remote = false
        [[overrides]]
        files = "opinion/**"
        genre = "opinion"
    """
    found = settings(tmp_path, text)
    assert found.overrides[0].files == ("opinion/**",)
    assert found.front_matter is not None
    assert found.front_matter.headline == ("heading",)


def test_each_role_of_front_matter_can_be_configured() -> None:
    roles = {field.name for field in fields(MarkupOptions)} - {"wrapped"}
    assert roles > set(ROLES)
    assert {field.name for field in fields(FrontMatterSettings)} == {*roles, "preset", "genre"}


def test_rules_may_be_written_with_or_without_quotation_marks() -> None:
    written = {
        "quotes.nested": "off",
        "claims": {"severity": "error", "unsourced-number": {"severity": "warning", "within": 2}},
        "numbers": "on",
    }
    assert dict(flatten(written)) == {
        "quotes.nested": "off",
        "claims": {"severity": "error"},
        "claims.unsourced-number": {"severity": "warning", "within": 2},
        "numbers": "on",
    }


def test_a_setting_of_a_rule_reaches_its_layer(tmp_path: Path) -> None:
    (tmp_path / "newslint.toml").write_text('[rules]\nquotes.nested = "error"\n')
    ((origin, layer),) = load(tmp_path / "newslint.toml").for_file(tmp_path / "a.md").layers
    assert origin == "newslint.toml"
    assert layer["quotes.nested"].severity is Severity.ERROR


def test_the_line_of_a_key_in_an_inline_table_is_that_of_the_table() -> None:
    assert line_of("a = 1\ntext = { wraped = true }\n", ("text", "wraped")) == 2
    assert line_of("a = 1\n", ("b",)) is None


def test_the_schema_names_every_key_and_allows_no_other() -> None:
    schema = json_schema()
    assert schema["additionalProperties"] is False
    assert {"profile", "fail-on", "overrides", "front-matter", "languagetool"} <= set(
        schema["properties"]
    )
    assert "fail_on" not in schema["properties"]


def test_a_bad_option_of_a_rule_names_the_line_it_stands_on(tmp_path: Path) -> None:
    text = 'profile = "news"\n\n[rules]\n"structure.long-lead" = {max_word = 20}\n'
    (tmp_path / "newslint.toml").write_text(text)
    with pytest.raises(ConfigError) as raised:
        Planner(load_rules(), load(tmp_path / "newslint.toml")).validate()
    assert raised.value.message == (
        "newslint.toml, line 4: structure.long-lead has no option 'max_word'"
    )
    assert raised.value.hint == "did you mean 'max_words'?"


def test_a_bad_value_of_an_option_in_an_override_names_its_line(tmp_path: Path) -> None:
    text = (
        '[[overrides]]\nfiles = "a/**"\n\n[overrides.rules."structure.long-lead"]\nmax_words = ""\n'
    )
    (tmp_path / "newslint.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"newslint\.toml, line [45]: structure\.long-lead"):
        Planner(load_rules(), load(tmp_path / "newslint.toml")).validate()
