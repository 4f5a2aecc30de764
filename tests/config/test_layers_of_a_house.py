"""Profile, house, file, override: which setting of a rule applies to an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import Configuration, load
from newslint.engine.plan import Planner
from newslint.errors import ConfigError
from newslint.markup.read import parse_article
from newslint.registry import house_names, load_house, load_profile, load_rules, profile_names
from newslint.selection import Activation
from newslint.settings import Settings

SPECS = load_rules()


def configured(folder: Path, text: str) -> Planner:
    (folder / "newslint.toml").write_text(text)
    planner = Planner(SPECS, load(folder / "newslint.toml"))
    planner.validate()
    return planner


def decided(planner: Planner, path: Path, rule: str, source: str = "It left.\n") -> Activation:
    effective = planner.configuration.for_file(path)
    genre = planner.genre(effective, parse_article(source, str(path), options=effective.markup))
    return next(a for a in planner.explain(effective, genre) if a.rule.id == rule)


def test_four_houses_come_with_newslint() -> None:
    assert house_names() == ("ap", "bbc", "guardian", "reuters")


@pytest.mark.parametrize("name", house_names())
def test_a_house_only_sets_rules_that_exist(name: str) -> None:
    planner = Planner(SPECS, Configuration(Settings(house=name)))
    planner.validate()
    known = {spec.id for spec in SPECS}
    origin, settings = load_house(name)
    assert origin == f"house {name}"
    assert set(settings) <= known


def test_an_unknown_house_is_an_error_with_the_nearest_one() -> None:
    with pytest.raises(ConfigError) as raised:
        load_house("guardain")
    assert raised.value.message == "there is no house 'guardain'"
    assert raised.value.hint == "did you mean 'guardian'?"


def test_without_a_house_no_house_style_is_checked(tmp_path: Path) -> None:
    activation = decided(configured(tmp_path, ""), tmp_path / "a.md", "numbers.date-style")
    assert not activation.enabled


def test_a_house_goes_over_the_profile_and_under_the_file(tmp_path: Path) -> None:
    planner = configured(
        tmp_path,
        'house = "bbc"\nprofile = "strict"\n[rules]\n"numbers.time-style" = "off"\n',
    )
    date = decided(planner, tmp_path / "a.md", "numbers.date-style")
    assert (date.enabled, date.enabled_from) == (True, "house bbc")
    time = decided(planner, tmp_path / "a.md", "numbers.time-style")
    assert (time.enabled, time.enabled_from) == (False, "newslint.toml")


def test_an_override_may_have_a_house_of_its_own(tmp_path: Path) -> None:
    planner = configured(
        tmp_path, 'house = "ap"\n[[overrides]]\nfiles = "uk/**"\nhouse = "guardian"\n'
    )
    there = decided(planner, tmp_path / "uk" / "a.md", "numbers.date-style")
    assert there.enabled_from == "house guardian"
    assert decided(planner, tmp_path / "a.md", "numbers.date-style").enabled_from == "house ap"


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_only_sets_rules_and_groups_that_exist(name: str) -> None:
    Planner(SPECS, Configuration(Settings(profile=name))).validate()
    known = {spec.id for spec in SPECS}
    known |= {rule.partition(".")[0] for rule in known} | {"all"}
    assert set(load_profile(name)[1]) <= known


@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("approved-by", "structure.missing-sign-off"),
        ("legal-read", "structure.missing-sign-off"),
        ("anonymous-approved-by", "anonymity.missing-sign-off"),
    ],
)
def test_naming_the_key_of_a_sign_off_demands_it(tmp_path: Path, key: str, rule: str) -> None:
    assert not decided(configured(tmp_path, ""), tmp_path / "a.md", rule).enabled
    planner = configured(tmp_path, f'[front-matter]\n{key} = "desk_ok"\n')
    assert decided(planner, tmp_path / "a.md", rule).enabled
    planner = configured(
        tmp_path, f'[front-matter]\n{key} = "desk_ok"\n[rules]\n"{rule}" = "off"\n'
    )
    assert not decided(planner, tmp_path / "a.md", rule).enabled


@pytest.mark.parametrize(
    ("key", "name", "hint"),
    [
        ("house", "guardain", "did you mean 'guardian'?"),
        ("profile", "wires", "did you mean 'wire'?"),
        ("genre", "opinon", "did you mean 'opinion'?"),
    ],
)
def test_an_unknown_name_in_an_override_names_its_line(
    tmp_path: Path, key: str, name: str, hint: str
) -> None:
    text = f'profile = "news"\n\n[[overrides]]\nfiles = "a/**"\n{key} = "{name}"\n'
    with pytest.raises(ConfigError) as raised:
        configured(tmp_path, text)
    assert raised.value.message == f"newslint.toml, line 5: there is no {key} {name!r}"
    assert raised.value.hint == hint
