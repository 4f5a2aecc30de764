"""Where rules come from, and what is said of a plug-in that is broken."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from textwrap import dedent

import pytest

from newslint.errors import ConfigError
from newslint.finding import Severity
from newslint.registry import (
    ENTRY_POINTS,
    OURS,
    load_profile,
    load_rules,
    our_rules,
    profile_names,
)
from newslint.selection import activate

CHECK = '''
from newslint.rule import Rule

class _Base(Rule):
    """Only a base."""

class LongWord(_Base):
    """Choose a short word.

    It is read faster.
    """

    id: str = "house.long-word"
    message: str = "Long."

    def check(self, reading):
        return iter(())
'''
PATTERN = "extends: existence\nmessage: m\ntokens: [pier]\n"

Plugin = Callable[..., EntryPoint]


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plugin]:
    """Return a function that writes a package and gives its entry point."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)

    def write(package: str = "acme", **contents: str) -> EntryPoint:
        folder = tmp_path / package
        for name, text in {"__init__": "", **contents}.items():
            *parents, last = name.split("__", 1) if not name.startswith("_") else [name]
            file = folder.joinpath(*parents, last if "." in last else f"{last}.py")
            file.parent.mkdir(parents=True, exist_ok=True)
            if file.suffix == ".py" and parents:
                (file.parent / "__init__.py").touch()
            file.write_text(dedent(text), encoding="utf-8")
        return EntryPoint("acme", package, ENTRY_POINTS)

    yield write
    for name in set(sys.modules) - before:
        del sys.modules[name]


def ids(point: EntryPoint) -> list[str]:
    return [spec.id for spec in load_rules(plugins=[point]) if spec.origin == point.value]


def refusal(point: EntryPoint) -> tuple[str, str]:
    with pytest.raises(ConfigError) as error:
        load_rules(plugins=[point])
    return error.value.message, error.value.hint


def test_our_own_rules_come_by_the_same_door_sorted_by_id() -> None:
    specs = load_rules()
    assert {spec.origin for spec in specs} >= {"newslint.checks", "newslint_rules"}
    assert [spec.id for spec in specs] == sorted(spec.id for spec in specs)
    assert "structure.unused-suppression" in {spec.id for spec in specs}


def test_a_plugin_brings_classes_and_yaml_named_by_their_place(plugin: Plugin) -> None:
    contents = {"house__long_word": CHECK, "house__old_pier.yml": PATTERN, "top.yml": PATTERN}
    assert ids(plugin(**contents)) == ["acme.top", "house.long-word", "house.old-pier"]


def test_modules_and_files_that_begin_with_an_underscore_are_left_alone(plugin: Plugin) -> None:
    assert ids(plugin(_helper="raise SystemExit(1)", **{"top.yml": PATTERN})) == ["acme.top"]


def test_folders_of_data_hold_no_rules(plugin: Plugin) -> None:
    assert ids(plugin(**{"data__words.yml": "a: b", "top.yml": PATTERN})) == ["acme.top"]


def test_a_plugin_that_cannot_be_imported_is_named(plugin: Plugin) -> None:
    message, hint = refusal(plugin(__init__="import no_such_module_xyz"))
    assert message.startswith("plug-in 'acme' of acme: cannot be imported: ModuleNotFoundError")
    assert hint == "correct it, update acme, or uninstall it"


def test_a_module_that_cannot_be_imported_is_named(plugin: Plugin) -> None:
    message, _ = refusal(plugin(house__bad="1 / 0"))
    assert message == (
        "plug-in 'acme' of acme: cannot import acme.house.bad: ZeroDivisionError: division by zero"
    )


def test_a_plugin_is_a_package_not_a_module(plugin: Plugin) -> None:
    point = plugin(lonely="")
    single = EntryPoint("acme", f"{point.value}.lonely", ENTRY_POINTS)
    assert refusal(single)[0] == "plug-in 'acme' of acme.lonely: 'acme.lonely' is not a package"


def test_an_id_that_is_not_the_place_is_refused(plugin: Plugin) -> None:
    message, hint = refusal(plugin(house__short_word=CHECK))
    assert "acme.house.short_word.LongWord has the id 'house.long-word'" in message
    assert "its place says 'house.short-word'" in message
    assert 'write id: str = "house.short-word"' in hint


def test_a_class_without_an_id_is_refused(plugin: Plugin) -> None:
    message, _ = refusal(plugin(house__long_word=CHECK.replace("    id:", "    # id:")))
    assert message.endswith("acme.house.long_word.LongWord has no id")


def test_a_class_without_words_is_refused(plugin: Plugin) -> None:
    silent = CHECK.replace('"""Choose a short word.\n\n    It is read faster.\n    """', "")
    message, _ = refusal(plugin(house__long_word=silent))
    assert "is not a rule" in message
    assert "has no docstring" in message


def test_a_broken_yaml_file_is_named_with_its_line(plugin: Plugin) -> None:
    message, _ = refusal(plugin(**{"house__pier.yml": PATTERN + "tokns: [a]\n"}))
    assert message == "acme/house/pier.yml:4: unknown key `tokns`"


def test_two_rules_of_one_name_are_refused(plugin: Plugin) -> None:
    yml = PATTERN
    message, hint = refusal(plugin(**{"house__long_word": CHECK, "house__long-word.yml": yml}))
    assert message == "two rules are called 'house.long-word': in acme and acme"
    assert "rename one" in hint


def test_a_folder_of_rules_is_a_pack_and_its_name_the_group(tmp_path: Path) -> None:
    pack = tmp_path / "house-style"
    (pack / "sport").mkdir(parents=True)
    (pack / "monies.yml").write_text(PATTERN)
    (pack / "sport" / "own_goal.yaml").write_text(PATTERN)
    (pack / "README.md").write_text("Ours.")
    found = {spec.id: spec.origin for spec in load_rules([pack], plugins=[])}
    assert found["house-style.monies"] == pack.as_posix()
    assert "sport.own-goal" in found


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing", "is not a folder"), ("empty", "holds no rules")],
)
def test_a_pack_that_gives_nothing_is_refused(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConfigError, match=message) as error:
        load_rules([tmp_path / name], plugins=[])
    assert (tmp_path / name).as_posix() in error.value.message


def test_a_file_name_that_makes_no_id_is_refused(tmp_path: Path) -> None:
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "Old Pier.yml").write_text(PATTERN)
    with pytest.raises(ConfigError, match=r"'house\.Old Pier' cannot be a rule's id"):
        load_rules([pack], plugins=[])


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "pier.yml").write_bytes(b"extends: \xff")
    with pytest.raises(ConfigError, match=r"pier\.yml: cannot be read") as error:
        load_rules([pack], plugins=[])
    assert error.value.hint == "save it as UTF-8"


def test_news_is_a_profile_that_changes_nothing() -> None:
    specs = load_rules()
    assert activate(specs, [load_profile("news")]) == activate(specs, [])


@pytest.mark.parametrize("name", [n for n in profile_names() if n != "news"])
def test_every_other_profile_changes_something(name: str) -> None:
    specs = load_rules()
    origin, _ = layer = load_profile(name)
    assert origin == f"profile {name}"
    assert activate(specs, [layer]) != activate(specs, [])


def test_the_strict_profile_lowers_no_severity() -> None:
    specs = load_rules()
    usual = {rule.id: rule.severity for rule in activate(specs, [])}
    for rule in activate(specs, [load_profile("strict")]):
        assert rule.severity >= usual.get(rule.id, Severity.SUGGESTION), rule.id


def test_an_unknown_profile_is_an_error_with_the_nearest_one() -> None:
    with pytest.raises(ConfigError) as error:
        load_profile("wires")
    assert error.value.message == "there is no profile 'wires'"
    assert error.value.hint == "did you mean 'wire'?"


def test_our_rules_are_known_by_their_places_without_being_read() -> None:
    assert our_rules() == {spec.id for spec in load_rules() if spec.origin in OURS}


def test_only_what_is_asked_for_is_read() -> None:
    found = {spec.id for spec in load_rules(only=frozenset({"quotes", "language.puffery"}))}
    of_quotes = {spec.id for spec in load_rules() if spec.rule.group == "quotes"}
    assert of_quotes | {"language.puffery"} <= found
    assert not any(rule.startswith(("attribution.", "numbers.")) for rule in found)


def test_a_plug_in_is_read_whole_so_that_its_faults_show(plugin: Plugin) -> None:
    point = plugin(house__long_word="import nothing_there")
    with pytest.raises(ConfigError, match="cannot import acme"):
        load_rules(only=frozenset({"language"}), plugins=[point])
