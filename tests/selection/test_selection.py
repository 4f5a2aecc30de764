"""Which rules run, and who decided it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

import pytest

from newslint.errors import ConfigError
from newslint.finding import Problem, Severity
from newslint.reading import Reading
from newslint.rule import Rule, RuleSpec
from newslint.selection import Layer, activate, explain_activation, parse_setting


class Quiet(Rule):
    """Say less."""

    message: str = "m"
    within: int = 1

    needs: ClassVar[frozenset[str]] = frozenset()

    def check(self, reading: Reading) -> Iterator[Problem]:
        return iter(())


def spec(
    rule_id: str,
    *,
    on: bool = True,
    status: Literal["stable", "preview"] = "stable",
    genres_off: frozenset[str] = frozenset(),
) -> RuleSpec:
    return RuleSpec(
        rule=Quiet(id=rule_id),
        summary="Say less.",
        why="",
        kind="check",
        examples=(),
        needs=frozenset(),
        on=on and status == "stable",
        status=status,
        genres_off=genres_off,
    )


SPECS = (
    spec("quotes.nested"),
    spec("quotes.long"),
    spec("quotes.new", status="preview"),
    spec("quotes.rare", on=False),
    spec("claims.bare", genres_off=frozenset({"opinion"})),
)


def layer(settings: Mapping[str, object], origin: str = "newslint.toml") -> Layer:
    return origin, {key: parse_setting(key, value, origin) for key, value in settings.items()}


def ids(*layers: Layer, **more: object) -> list[str]:
    return [rule.id for rule in activate(SPECS, layers, **more)]  # type: ignore[arg-type]


def test_by_default_stable_rules_that_are_on_run_in_order_of_id() -> None:
    assert ids() == ["claims.bare", "quotes.long", "quotes.nested"]


def test_a_group_can_be_off() -> None:
    assert ids(layer({"quotes": "off"})) == ["claims.bare"]


def test_a_rule_wins_over_its_group_and_a_group_over_all() -> None:
    settings = {"quotes.nested": "on", "all": "off", "quotes": "off", "claims": "on"}
    assert ids(layer(settings)) == ["claims.bare", "quotes.nested"]


def test_a_later_layer_wins_even_when_less_specific() -> None:
    assert ids(layer({"quotes.nested": "on"}), layer({"quotes": "off"})) == ["claims.bare"]


def test_a_severity_given_to_a_rule_switches_it_on_and_to_a_group_does_not() -> None:
    assert "quotes.rare" in ids(layer({"quotes.rare": "error"}))
    assert "quotes.rare" not in ids(layer({"quotes": "error"}))
    assert ids(layer({"quotes": "off"}), layer({"quotes": "error"})) == ["claims.bare"]


def test_a_group_that_is_on_brings_rare_rules_but_no_previews() -> None:
    found = ids(layer({"quotes": "on"}))
    assert "quotes.rare" in found
    assert "quotes.new" not in found
    assert "quotes.new" in ids(layer({"quotes.new": "on"}))


def test_layers_are_merged_attribute_by_attribute() -> None:
    first = layer({"quotes.nested": {"severity": "error", "within": 3}})
    second = layer({"quotes.nested": {"within": 5}})
    rule = next(r for r in activate(SPECS, [first, second]) if r.id == "quotes.nested")
    assert isinstance(rule, Quiet)
    assert (rule.severity, rule.within) == (Severity.ERROR, 5)


def test_a_genre_switches_off_rules_that_have_no_place_in_it() -> None:
    assert ids(genre="opinion") == ["quotes.long", "quotes.nested"]
    assert "claims.bare" in ids(layer({"claims.bare": "warning"}), genre="opinion")
    assert "claims.bare" not in ids(layer({"claims": "on"}), genre="opinion")


def test_select_runs_nothing_else() -> None:
    assert ids(select=["claims"]) == ["claims.bare"]
    assert ids(layer({"claims": "off"}), select=["claims"]) == ["claims.bare"]
    assert ids(layer({"claims.bare": "off"}), select=["claims"]) == []


def test_select_reaches_previews_and_rare_rules_by_their_id_only() -> None:
    assert ids(select=["quotes"]) == ["quotes.long", "quotes.nested"]
    assert ids(select=["quotes.new", "quotes.rare"]) == ["quotes.new", "quotes.rare"]


def test_ignore_takes_out_what_select_chose() -> None:
    assert ids(select=["quotes"], ignore=["quotes.long"]) == ["quotes.nested"]
    assert ids(ignore=["quotes"]) == ["claims.bare"]
    assert ids(ignore=["all"]) == []


def test_who_decided_can_be_told() -> None:
    layers = [layer({"quotes": "warning"}, "profile wire"), layer({"quotes.nested": {"within": 2}})]
    decided = {a.rule.id: a for a in explain_activation(SPECS, layers, ignore=["claims"])}
    nested = decided["quotes.nested"]
    assert (nested.enabled, nested.enabled_from) == (True, "default")
    assert nested.severity_from == "profile wire"
    assert nested.options_from == {"within": "newslint.toml"}
    assert decided["claims.bare"].enabled_from == "--ignore"
    opinion = explain_activation(SPECS, [], genre="opinion")
    assert opinion[0].enabled_from == "genre opinion"


UNKNOWN = {
    "quotes.nestd": ("there is no rule 'quotes.nestd'", "did you mean 'quotes.nested'?"),
    "qoutes": ("there is no group 'qoutes'", "did you mean 'quotes'?"),
    "quote.nested": ("there is no rule 'quote.nested'", "did you mean 'quotes.nested'?"),
    "zzz": ("there is no group 'zzz'", "`newslint rules` lists them all"),
}


@pytest.mark.parametrize("key", UNKNOWN)
def test_an_unknown_name_is_an_error_with_the_nearest_one(key: str) -> None:
    message, hint = UNKNOWN[key]
    with pytest.raises(ConfigError) as error:
        activate(SPECS, [layer({key: "off"})])
    assert (error.value.message, error.value.hint) == (f"newslint.toml: {message}", hint)
    with pytest.raises(ConfigError, match="--select: there is no"):
        activate(SPECS, [], select=[key])
    with pytest.raises(ConfigError, match="--ignore: there is no"):
        activate(SPECS, [], ignore=[key])


def test_an_unknown_option_is_an_error_with_the_nearest_one() -> None:
    with pytest.raises(ConfigError) as error:
        activate(SPECS, [layer({"quotes.long": {"withn": 2}})])
    assert error.value.message == "newslint.toml: quotes.long has no option 'withn'"
    assert error.value.hint == "did you mean 'within'?"


@pytest.mark.parametrize("option", ["id", "severity_", "needs", "check"])
def test_what_is_not_a_field_is_no_option(option: str) -> None:
    with pytest.raises(ConfigError, match="has no option"):
        activate(SPECS, [layer({"quotes.long": {option: "x"}})])


def test_a_bad_value_is_an_error_that_names_the_option() -> None:
    with pytest.raises(ConfigError) as error:
        activate(SPECS, [layer({"quotes.long": {"within": "two"}})])
    assert error.value.message.startswith(
        "newslint.toml: quotes.long: within cannot be 'two': Input should be a valid integer"
    )
    assert error.value.hint == "`newslint explain quotes.long` shows the options"


SETTINGS = {
    ("quotes", "of"): ("'quotes' cannot be 'of'", "did you mean 'off'?"),
    ("quotes", 3): ("'quotes' cannot be 3", 'write "off", "on"'),
    ("quotes.long", "fatal"): ("'quotes.long' cannot be 'fatal'", "choose from suggestion"),
    ("quotes", None): ("'quotes' cannot be None", 'write "off", "on"'),
}


@pytest.mark.parametrize(("key", "value"), SETTINGS)
def test_a_setting_that_means_nothing_is_an_error(key: str, value: object) -> None:
    message, hint = SETTINGS[key, value]
    with pytest.raises(ConfigError) as error:
        parse_setting(key, value, "newslint.toml, line 4")
    assert error.value.message == f"newslint.toml, line 4: {message}"
    assert error.value.hint.startswith(hint)


def test_a_group_has_no_options() -> None:
    with pytest.raises(ConfigError, match="'quotes' is a group: it has no option 'within'"):
        parse_setting("quotes", {"within": 2}, "newslint.toml")


def test_enabled_is_true_or_false() -> None:
    assert parse_setting("quotes", {"enabled": False}, "x").enabled is False
    assert parse_setting("quotes", {"enabled": "true"}, "x").enabled is True
    with pytest.raises(ConfigError, match="enabled cannot be 'maybe'"):
        parse_setting("quotes", {"enabled": "maybe"}, "x")


def test_true_and_false_are_on_and_off() -> None:
    assert parse_setting("quotes", True, "x").enabled is True
    assert parse_setting("quotes", False, "x").enabled is False
