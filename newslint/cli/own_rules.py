"""Where a user's own rules and marked stories are found, for `newslint test`."""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

from newslint.config.user_text import read_user_text
from newslint.errors import ConfigError
from newslint.patterns.rule_file import read_rule
from newslint.registry import (
    ENTRY_POINTS,
    OURS,
    RULE_ID,
    rule_classes,
    rules_of_pack,
    rules_of_plugin,
    spelt,
)
from newslint.rule import RuleSpec, spec_of
from newslint.testing import MarkedStory, read_marked

_RULES = frozenset({".yml", ".yaml"})
_STORIES = frozenset({".htm", ".html", ".markdown", ".md", ".mdx", ".mkd", ".txt"})
_MODULE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


@dataclass(frozen=True, slots=True)
class Bench:
    """What is to be tested: rules with their examples, and marked stories."""

    specs: tuple[RuleSpec, ...] = ()
    stories: tuple[MarkedStory, ...] = ()


def bench_for(path: str | None, known: Iterable[RuleSpec], packs: Iterable[Path] = ()) -> Bench:
    """Return what there is to test at `path`.

    That is a rule file, a folder of rules and marked stories, a Python file, a marked story,
    or the dotted name of a Python module or package; without `path`, all rules among `known`
    that are not newslint's own, and the stories in the folders `packs`.

    Raises:
        ConfigError: if there is nothing to test, or a rule cannot be read; says what to do.
    """
    if path is None:
        own = tuple(spec for spec in known if spec.origin not in OURS)
        if not own:
            raise ConfigError(
                "there are no rules of your own to test",
                "name a rule file, a folder, a story or a Python module, or set `packs` in the "
                "configuration",
            )
        return Bench(own, tuple(s for pack in packs for s in _stories(_files(pack))))
    place = Path(path)
    if place.is_dir():
        return _folder(place)
    if place.is_file():
        return _file(place)
    if _MODULE.fullmatch(path) and place.suffix.lower() not in _RULES | _STORIES | {".py"}:
        return Bench(_named_module(path))
    raise _nothing_there(path)


def _file(file: Path) -> Bench:
    suffix = file.suffix.lower()
    if suffix in _RULES:
        group, name = spelt(file.resolve().parent.name), spelt(file.stem)
        _check_id(f"{group}.{name}", file.as_posix())
        text = read_user_text(file, file.as_posix())
        return Bench((read_rule(text, f"{group}.{name}", file.as_posix(), file.as_posix()),))
    if suffix == ".py":
        return Bench(_python_file(file))
    if suffix in _STORIES:
        return Bench(stories=(read_marked(read_user_text(file, file.as_posix()), file.as_posix()),))
    raise ConfigError(
        f"{file.as_posix()} is neither a rule nor a story",
        "rules end in .yml or .py, stories in .md, .html or .txt",
    )


def _folder(folder: Path) -> Bench:
    """Return the rules and the marked stories of a folder and those below it.

    Python files are run only in a package: a folder may hold any other script as well.
    """
    files = _files(folder)
    package = (folder / "__init__.py").is_file()
    specs: list[RuleSpec] = []
    if any(file.suffix.lower() in _RULES for file in files):
        specs += rules_of_pack(folder)
    for file in files:
        if package and file.suffix == ".py" and not file.name.startswith("_"):
            specs += _python_file(file)
    for spec in specs:
        _check_id(spec.id, spec.origin)
    stories = _stories(files)
    if not specs and not stories:
        raise ConfigError(
            f"the folder {folder.as_posix()} holds nothing to test",
            "put rules (.yml, .py) or stories with [[marks]]{group.rule} into it",
        )
    return Bench(tuple(specs), stories)


def _files(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file()
        and not any(p.startswith((".", "__")) for p in file.relative_to(folder).parts)
    )


def _stories(files: Iterable[Path]) -> tuple[MarkedStory, ...]:
    """Return the stories among files that hold a mark."""
    read = (
        read_marked(read_user_text(file, file.as_posix()), _shown(file))
        for file in files
        if file.suffix.lower() in _STORIES
    )
    return tuple(story for story in read if story.marks)


def _shown(file: Path) -> str:
    """Return a path as it is shown: from the working directory, if it lies below."""
    here = Path.cwd()
    return (file.relative_to(here) if file.is_relative_to(here) else file).as_posix()


def _python_file(file: Path) -> tuple[RuleSpec, ...]:
    """Return the rules in a Python file, which is run: it was named for that."""
    name = f"newslint_test_{abs(hash(file.resolve()))}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ConfigError(f"{file.as_posix()} cannot be imported", "check the name")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # pydantic looks names up in the module of a class
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # other people's code may fail in any way
        raise _not_imported(file.as_posix(), error) from error
    found = _specs(module, file.as_posix())
    expected = f"{spelt(file.resolve().parent.name)}.{spelt(file.stem)}"
    for rule in found:
        if rule.id != expected:
            raise ConfigError(
                f"{file.as_posix()}: the rule's id is {rule.id!r}, its place says {expected!r}",
                f'write id: str = "{expected}", or move the file',
            )
    return found


def _named_module(name: str) -> tuple[RuleSpec, ...]:
    """Return the rules of an importable module or package; the working directory counts."""
    here = str(Path.cwd())
    added = here not in sys.path
    if added:
        sys.path.insert(0, here)
    try:
        module = importlib.import_module(name)
        if hasattr(module, "__path__"):
            found = tuple(rules_of_plugin(EntryPoint(name, name, ENTRY_POINTS)))
        else:
            found = _specs(module, name)
    except ConfigError:
        raise
    except Exception as error:  # other people's code may fail in any way
        if isinstance(error, ModuleNotFoundError) and name.partition(".")[0] == error.name:
            raise _nothing_there(name) from None
        raise _not_imported(name, error) from error
    finally:
        if added:
            sys.path.remove(here)
    if not found:
        raise ConfigError(f"the package {name} holds no rules", "check the name")
    return found


def _specs(module: ModuleType, origin: str) -> tuple[RuleSpec, ...]:
    found = []
    for value in rule_classes(module):
        rule_id = value.model_fields["id"].default
        if not isinstance(rule_id, str):
            raise ConfigError(
                f"{origin}: the rule {value.__name__} has no id",
                'write id: str = "group.name", or begin the name of a mere base class with _',
            )
        _check_id(rule_id, origin)
        try:
            found.append(spec_of(value, origin))
        except ValueError as error:
            raise ConfigError(f"{origin}: {value.__name__}: {error}", "correct it") from error
    if not found:
        raise ConfigError(f"{origin} holds no rules", "write a class that derives from Rule")
    return tuple(found)


def _check_id(rule_id: str, where: str) -> None:
    if not RULE_ID.fullmatch(rule_id):
        raise ConfigError(
            f"{where}: {rule_id!r} cannot be a rule's id",
            "name folder and file with small letters, digits and hyphens",
        )


def _nothing_there(path: str) -> ConfigError:
    return ConfigError(
        f"there is no file, folder or module {path!r}", "check the name, and where you are"
    )


def _not_imported(name: str, error: Exception) -> ConfigError:
    return ConfigError(
        f"{name} cannot be imported: {type(error).__name__}: {error}", "correct it, and try again"
    )
