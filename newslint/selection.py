"""Which rules run, how severely and with which options.

Settings come in layers, lowest priority first: the profile, the configuration file, its
overrides, the command line. Within a layer the most specific key wins: a rule's id over its
group over `all`. A later layer overrides an earlier one, attribute by attribute.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from newslint.errors import ConfigError
from newslint.finding import Severity

if TYPE_CHECKING:
    from newslint.rule import Rule, RuleSpec

#: The key that means every rule.
ALL = "all"

_NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What is set for a rule or a group; None and missing options leave things as they are.

    `where` is the place of the setting in words, for messages: file and line.
    """

    enabled: bool | None = None
    severity: Severity | None = None
    options: Mapping[str, object] = field(default_factory=lambda: _NOTHING)
    where: str = field(default="", compare=False)


#: Where settings come from, in words for the user, and the settings by rule id or group.
Layer = tuple[str, Mapping[str, RuleSetting]]


@dataclass(frozen=True, slots=True)
class Activation:
    """What was decided about one rule, and which layer decided it.

    `rule` has its severity and options applied. Each `..._from` is the origin of a layer, or
    `default`.
    """

    rule: Rule
    enabled: bool
    enabled_from: str
    severity_from: str
    options_from: Mapping[str, str]


def parse_setting(key: str, value: object, where: str) -> RuleSetting:
    """Return the setting written as `key = value` in a file called `where`.

    The value is `off`, `on`, a severity, or a table of `severity`, `enabled` and options.
    Giving one rule a severity also switches it on; giving a group one does not.

    Raises:
        ConfigError: if the value is none of these.
    """
    if isinstance(value, bool):
        return RuleSetting(enabled=value, where=where)
    if isinstance(value, str):
        if value.lower() in ("off", "on"):
            return RuleSetting(enabled=value.lower() == "on", where=where)
        severity = _severity(key, value, where)
        return RuleSetting(enabled=True if "." in key else None, severity=severity, where=where)
    if not isinstance(value, Mapping):
        raise ConfigError(
            f"{where}: {key!r} cannot be {value!r}",
            'write "off", "on", a severity or a table such as {severity = "error"}',
        )
    options = {str(name): option for name, option in value.items()}
    given = options.pop("severity", None)
    enabled = options.pop("enabled", None)
    if isinstance(enabled, str) and enabled.lower() in ("true", "false"):
        enabled = enabled.lower() == "true"
    if enabled is not None and not isinstance(enabled, bool):
        raise ConfigError(f"{where}: {key!r}: enabled cannot be {enabled!r}", "write true or false")
    if options and "." not in key:
        raise ConfigError(
            f"{where}: {key!r} is a group: it has no option {min(options)!r}",
            "set options for one rule, by its full id",
        )
    severity_set = None if given is None else _severity(key, given, where)
    if enabled is None and severity_set is not None and "." in key:
        enabled = True
    frozen = MappingProxyType(options) if options else _NOTHING
    return RuleSetting(enabled, severity_set, frozen, where)


def activate(
    specs: Iterable[RuleSpec],
    layers: Sequence[Layer],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    genre: str | None = None,
    keys: Collection[str] = (),
) -> tuple[Rule, ...]:
    """Return the rules that run, with their severities and options, in order of id.

    `select` leaves only the rules and groups it names; a rule named by its id runs even if
    it is a preview or off. `ignore` takes rules and groups out. A rule that has no place in
    `genre` stays off unless a layer switches it on by its id. `keys` are what may be named
    (default: `specs` and their groups).

    Raises:
        ConfigError: if a rule, a group or an option is unknown or an option has a bad value;
            names the layer and the nearest known name.
    """
    decided = explain_activation(specs, layers, select, ignore, genre, keys)
    return tuple(activation.rule for activation in decided if activation.enabled)


def explain_activation(
    specs: Iterable[RuleSpec],
    layers: Sequence[Layer],
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    genre: str | None = None,
    keys: Collection[str] = (),
) -> tuple[Activation, ...]:
    """Return what is decided about every rule, and where each decision comes from.

    Takes and raises what `activate` does.
    """
    ordered = sorted(specs, key=lambda spec: spec.id)
    known = keys or known_keys(spec.id for spec in ordered)
    for origin, settings in layers:
        for key in settings:
            check_key(key, known, origin)
    for origin, names in (("--select", select), ("--ignore", ignore)):
        for key in names:
            check_key(key, known, origin)
    return tuple(_decide(spec, layers, select, ignore, genre) for spec in ordered)


def known_keys(ids: Iterable[str]) -> frozenset[str]:
    """Return all that a setting may name: these rules, their groups, and `all`."""
    rules = set(ids)
    return frozenset(rules | {rule.partition(".")[0] for rule in rules} | {ALL})


def check_key(key: str, known: Collection[str], where: str = "") -> None:
    """Make sure that `key`, written in `where`, is a rule, a group or `all`.

    Raises:
        ConfigError: if it is not; gives the nearest known name.
    """
    if key not in known:
        what = "rule" if "." in key else "group"
        near = nearest(key, sorted(known))
        raise ConfigError(
            f"{where}: there is no {what} {key!r}".removeprefix(": "),
            f"did you mean {near!r}?" if near else "`newslint rules` lists them all",
        )


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that looks most like `name`, if any does.

    A rule's name without its group counts as well.
    """
    names = list(known)
    tails = {known_name.partition(".")[2]: known_name for known_name in names if "." in known_name}
    near = difflib.get_close_matches(name, names, 1)
    if near:
        return near[0]
    tail = difflib.get_close_matches(name.partition(".")[2] or name, tails, 1)
    return tails[tail[0]] if tail else None


def _decide(
    spec: RuleSpec,
    layers: Sequence[Layer],
    select: Sequence[str],
    ignore: Sequence[str],
    genre: str | None,
) -> Activation:
    enabled, enabled_from, by_id = spec.on, "default", False
    severity, severity_from = None, "default"
    options: dict[str, object] = {}
    options_from: dict[str, str] = {}
    places: dict[str, str] = {}
    for origin, settings in layers:
        for key in (ALL, spec.rule.group, spec.id):  # the most specific last: it wins
            setting = settings.get(key)
            if setting is None:
                continue
            if setting.enabled is False or (
                setting.enabled and (key == spec.id or spec.status == "stable")
            ):
                enabled, enabled_from, by_id = setting.enabled, origin, key == spec.id
            if setting.severity is not None:
                severity, severity_from = setting.severity, origin
            options.update(setting.options)
            options_from.update(dict.fromkeys(setting.options, origin))
            places.update(dict.fromkeys(setting.options, setting.where or origin))
    if genre in spec.genres_off and enabled and not by_id:
        enabled, enabled_from = False, f"genre {genre}"
    if select:
        # A group brings its usual rules, though a layer may have set the group aside.
        usual = enabled or (spec.on and not by_id and genre not in spec.genres_off)
        groups = spec.rule.group in select or ALL in select
        enabled, enabled_from = spec.id in select or (groups and usual), "--select"
    if spec.id in ignore or spec.rule.group in ignore or ALL in ignore:
        enabled, enabled_from = False, "--ignore"
    rule = _configured(spec, severity, options, places)
    return Activation(rule, enabled, enabled_from, severity_from, MappingProxyType(options_from))


def _configured(
    spec: RuleSpec,
    severity: Severity | None,
    options: Mapping[str, object],
    places: Mapping[str, str],
) -> Rule:
    from pydantic import ValidationError

    rule = spec.rule
    changes = dict(options) if severity is None else {**options, "severity": severity}
    if not changes:
        return rule
    for name in options:
        if name not in own_options(rule):
            near = nearest(name, own_options(rule))
            raise ConfigError(
                f"{places[name]}: {spec.id} has no option {name!r}",
                f"did you mean {near!r}?" if near else f"`newslint explain {spec.id}` lists them",
            )
    try:
        return type(rule).model_validate({**rule.model_dump(), **changes})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else next(iter(changes))
        message = first["msg"].removeprefix("Value error, ")
        raise ConfigError(
            f"{places.get(name, 'settings')}: {spec.id}: {name} cannot be "
            f"{options.get(name)!r}: {message}",
            f"`newslint explain {spec.id}` shows the options",
        ) from None


def own_options(rule: Rule) -> tuple[str, ...]:
    """Return the names of the options of a rule: its fields but its id and severity."""
    return tuple(name for name in type(rule).model_fields if name not in ("id", "severity"))


def _severity(key: str, value: object, where: str) -> Severity:
    names: Iterator[str] = (severity.label for severity in Severity)
    if isinstance(value, str) and value.upper() in Severity.__members__:
        return Severity[value.upper()]
    known = [*names, "on", "off"]
    near = difflib.get_close_matches(str(value), known, 1)
    raise ConfigError(
        f"{where}: {key!r} cannot be {value!r}",
        f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}",
    )
