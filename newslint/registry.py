"""Finds every rule there is: our own, those of installed plug-ins, those of local folders.

A plug-in is a package named in the entry-point group `newslint.rules`. Its `Rule` classes and
its YAML files are rules; the folder of a rule is its group, the file is its name, together
they are its id. Our own rules come by the same door.
"""

from __future__ import annotations

import difflib
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType, ModuleType

from newslint.errors import ConfigError
from newslint.patterns.rule_file import read_rule
from newslint.patterns.yaml_file import line_of, read_yaml
from newslint.rule import Rule, RuleSpec, spec_of
from newslint.selection import ALL, Layer, RuleSetting, parse_setting
from newslint.suppression import ENGINE_RULES

#: The entry-point group of plug-ins.
ENTRY_POINTS = "newslint.rules"

#: The origins of the rules that come with newslint.
OURS = frozenset({"newslint.checks", "newslint.suppression", "newslint_rules"})

#: Folders of a plug-in that hold no rules.
_NOT_RULES = frozenset({"data", "houses", "profiles", "__pycache__"})

#: What a rule may be called: group, full stop, name.
RULE_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def load_rules(
    packs: Sequence[Path] = (),
    only: frozenset[str] | None = None,
    *,
    plugins: Iterable[EntryPoint] | None = None,
) -> tuple[RuleSpec, ...]:
    """Return every rule of the installed plug-ins and of the folders `packs`, by id.

    With `only`, those of our own rules are left unread that are not among these rules and
    groups: their ids are known from their places (`our_rules`). `plugins` replaces the
    installed plug-ins.

    Raises:
        ConfigError: if a plug-in, a folder or a rule in it cannot be used; names it, and
            says what to do.
    """
    found: dict[str, RuleSpec] = {}
    for spec in _all_rules(packs, plugins, only):
        if not RULE_ID.fullmatch(spec.id):
            raise ConfigError(
                f"{spec.origin}: {spec.id!r} cannot be a rule's id",
                "name folder and file with small letters, digits and hyphens",
            )
        if spec.id in found:
            raise ConfigError(
                f"two rules are called {spec.id!r}: in {found[spec.id].origin} and {spec.origin}",
                "rename one of them, or leave out one of the packs",
            )
        found[spec.id] = spec
    return tuple(found[rule_id] for rule_id in sorted(found))


@cache
def our_rules() -> frozenset[str]:
    """Return the ids of the rules that come with newslint, with none of them read.

    Each is in the folder of its group, which is how it is told from what rules share.
    """
    found = {str(rule.model_fields["id"].default) for rule in ENGINE_RULES}
    for point in _installed():
        if point.value in OURS:
            package = point.load()
            above = package.__name__ + "."
            modules = _module_names(tuple(package.__path__), above)
            found.update(_id_of(name) for name in modules if "." in name.removeprefix(above))
            found.update(rule_id for rule_id, _, _ in _files(files(package), "", ""))
    return frozenset(found)


def profile_names() -> tuple[str, ...]:
    """Return the names of the profiles that come with newslint."""
    return _preset_names("profile")


def house_names() -> tuple[str, ...]:
    """Return the names of the house styles that come with newslint."""
    return _preset_names("house")


def load_profile(name: str) -> Layer:
    """Return the settings of a profile, as the layer below the user's own.

    Raises:
        ConfigError: if there is no such profile, or its file is not right.
    """
    return f"profile {name}", _preset("profile", name)[1]


def load_house(name: str) -> Layer:
    """Return the settings of a house style, as the layer between the profile and the user's own.

    Raises:
        ConfigError: if there is no such house, or its file is not right.
    """
    return f"house {name}", _preset("house", name)[1]


def profile_genre(name: str) -> str | None:
    """Return the genre of articles under a profile that nothing else gives a genre.

    Raises:
        ConfigError: as `load_profile` does.
    """
    return _preset("profile", name)[0]


def _preset_names(kind: str) -> tuple[str, ...]:
    folder = files("newslint_rules").joinpath(f"{kind}s")
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(n.removesuffix(".yml") for n in names if n.endswith(".yml")))


@cache
def _preset(kind: str, name: str) -> tuple[str | None, Mapping[str, RuleSetting]]:
    """Return the genre and the rule settings of a profile or house of this name."""
    names = _preset_names(kind)
    if name not in names:
        near = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(names)}"
        raise ConfigError(f"there is no {kind} {name!r}", hint)
    file = f"{kind}s/{name}.yml"
    text = files("newslint_rules").joinpath(file).read_text("utf-8")
    data, lines = read_yaml(text, file)
    known = ("description", "genre", "rules")
    for key in sorted(set(data).difference(known)):
        line = line_of(lines, (key,))
        raise ConfigError(f"{file}:{line}: unknown key {key!r}", f"known: {', '.join(known)}")
    rules = data.get("rules", {})
    settings: dict[str, RuleSetting] = {}
    for key, value in rules.items() if isinstance(rules, dict) else ():
        settings[key] = parse_setting(key, value, f"{file}:{line_of(lines, ('rules', key))}")
    genre = data.get("genre")
    return (genre if isinstance(genre, str) else None), MappingProxyType(settings)


def _all_rules(
    packs: Sequence[Path], plugins: Iterable[EntryPoint] | None, only: frozenset[str] | None
) -> Iterator[RuleSpec]:
    points = _installed() if plugins is None else plugins
    for point in sorted(points, key=lambda p: (p.value, p.name)):
        yield from rules_of_plugin(point, only if point.value in OURS else None)
    for rule in ENGINE_RULES:
        yield spec_of(rule, "newslint.suppression")
    for pack in packs:
        yield from rules_of_pack(pack)


def rules_of_plugin(point: EntryPoint, only: frozenset[str] | None = None) -> Iterator[RuleSpec]:
    """Yield the rules of a plug-in: its classes and its YAML files.

    With `only`, what cannot be one of these rules, or of a group among them, is left unread.

    Raises:
        ConfigError: if it cannot be imported, is no package, or holds what is not a rule.
    """
    try:
        package = point.load()
    except Exception as error:  # other people's code may fail in any way
        raise _broken(point, f"cannot be imported: {_reason(error)}") from error
    if not inspect.ismodule(package) or not hasattr(package, "__path__"):
        raise _broken(point, f"{point.value!r} is not a package")
    origin = package.__name__
    for name in _module_names(tuple(package.__path__), origin + "."):
        if _is_among(_id_of(name), only):
            yield from _checks(point, _imported(point, name), origin)
    yield from _patterns(files(package), origin.rpartition(".")[2], origin, origin, only)


@cache
def _installed() -> tuple[EntryPoint, ...]:
    """Return the installed plug-ins; to find them, all that is installed is looked through."""
    return tuple(entry_points(group=ENTRY_POINTS))


@cache
def _module_names(folders: tuple[str, ...], prefix: str) -> tuple[str, ...]:
    """Return the names of all modules in a package's folders but those that begin with `_`."""
    found: list[str] = []
    for info in sorted(pkgutil.iter_modules(folders, prefix), key=lambda i: i.name):
        name = info.name.rpartition(".")[2]
        if name.startswith("_") or name in _NOT_RULES:
            continue
        if info.ispkg:
            below = tuple(f"{folder}/{name}" for folder in folders)
            found.extend(_module_names(below, f"{info.name}."))
        else:
            found.append(info.name)
    return tuple(found)


def _imported(point: EntryPoint, name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:  # other people's code may fail in any way
        raise _broken(point, f"cannot import {name}: {_reason(error)}") from error


def _id_of(module: str) -> str:
    """Return the id of a rule in this module: its folder and its name."""
    *_, folder, name = module.split(".")
    return f"{spelt(folder)}.{spelt(name)}"


def _is_among(rule_id: str, only: frozenset[str] | None) -> bool:
    """Return whether a rule, its group or `all` is among some names."""
    return only is None or not only.isdisjoint({rule_id, rule_id.partition(".")[0], ALL})


def _checks(point: EntryPoint, module: ModuleType, origin: str) -> Iterator[RuleSpec]:
    """Yield the rules that are written in a module, each with the id that its place says."""
    expected = _id_of(module.__name__)
    for value in rule_classes(module):
        where = f"{module.__name__}.{value.__name__}"
        rule_id = value.model_fields["id"].default
        if rule_id != expected:
            raise _broken(
                point,
                f"{where} has the id {rule_id!r}, its place says {expected!r}"
                if isinstance(rule_id, str)
                else f"{where} has no id",
                f'write id: str = "{expected}", or begin the name of a mere base class with _',
            )
        try:
            yield spec_of(value, origin)
        except ValueError as error:
            raise _broken(point, f"{where} is not a rule: {error}") from error


def rule_classes(module: ModuleType) -> Iterator[type[Rule]]:
    """Yield the rules that are written in a module; a class named `_So` is only a base."""
    for value in vars(module).values():
        if (
            inspect.isclass(value)
            and issubclass(value, Rule)
            and value.__module__ == module.__name__
            and not value.__name__.startswith("_")
        ):
            yield value


def _patterns(
    folder: Traversable, group: str, name: str, origin: str, only: frozenset[str] | None = None
) -> Iterator[RuleSpec]:
    """Yield the rules of every YAML file in a folder and those below it."""
    for rule_id, path, entry in _files(folder, group, name):
        if not _is_among(rule_id, only):
            continue
        try:
            text = entry.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path}: cannot be read: {error}", "save it as UTF-8") from error
        yield read_rule(text, rule_id, path, origin)


def _files(folder: Traversable, group: str, name: str) -> Iterator[tuple[str, str, Traversable]]:
    """Yield the id, the path and the file of every YAML file in a folder and those below it."""
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.startswith(("_", ".")) or entry.name in _NOT_RULES:
            continue
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, entry.name, path)
            continue
        stem, dot, suffix = entry.name.rpartition(".")
        if dot and suffix in ("yml", "yaml"):
            yield f"{spelt(group)}.{spelt(stem)}", path, entry


def rules_of_pack(pack: Path) -> Iterator[RuleSpec]:
    """Yield the rules of a folder of YAML files.

    Raises:
        ConfigError: if there is no such folder, or no usable rule in it.
    """
    name = pack.as_posix()
    if not pack.is_dir():
        raise ConfigError(
            f"the rule pack {name} is not a folder", "correct `packs` in the configuration"
        )
    rules = tuple(_patterns(pack, pack.resolve().name, name, name))
    if not rules:
        raise ConfigError(
            f"the rule pack {name} holds no rules",
            "put YAML rules into it; rules in Python come as an installed plug-in",
        )
    yield from rules


def spelt(name: str) -> str:
    """Return the name of a module or folder as it stands in a rule's id."""
    return name.replace("_", "-")


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


def _broken(point: EntryPoint, what: str, remedy: str = "") -> ConfigError:
    package = point.dist.name if point.dist else point.value
    return ConfigError(
        f"plug-in {point.name!r} of {package}: {what}",
        remedy or f"correct it, update {package}, or uninstall it",
    )
