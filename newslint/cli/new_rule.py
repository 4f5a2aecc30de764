"""`newslint new-rule`: the beginning of a rule, with its examples."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from newslint.config import Configuration

_KINDS = ("pattern", "check")


@click.command("new-rule")
@click.argument("rule", metavar="GROUP.NAME")
@click.option(
    "--kind",
    default="pattern",
    show_default=True,
    metavar=f"[{'|'.join(_KINDS)}]",
    help="`pattern` for words, in YAML; `check` for anything else, in Python.",
)
@click.option(
    "--pack",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into (default: the configured pack, else the group's name).",
)
@click.option(
    "--config",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The configuration file, for the packs it names.",
)
def new_rule(rule: str, kind: str, pack: Path | None, config_file: Path | None) -> int:
    """Write the file of a new rule, with examples to fill in.

    GROUP is the folder of the rule, NAME its file: `house-style.monies`. What the rule looks
    for and its examples are yours to write; `newslint test` fails until they agree.
    """
    from newslint.cli.skeletons import skeleton
    from newslint.config import find

    if kind not in _KINDS:
        near = get_close_matches(kind, _KINDS, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"Choose from {', '.join(_KINDS)}."
        raise click.UsageError(f"There is no kind of rule {kind!r}. {hint}")
    configuration = find(Path.cwd(), config_file)
    _check_name(rule, configuration)
    file = _place(rule, kind, pack, configuration)
    _write(file, skeleton(rule, kind))
    click.echo(f"wrote {file.as_posix()}")
    click.echo("  say in it what to look for, and write the examples")
    click.echo(f"  then run: newslint test {file.as_posix()}")
    if kind == "check":
        click.echo("  to use it, install the package: see docs/writing-rules.md")
    elif not _is_configured(file, configuration):
        click.echo(f'  to use it, set packs = ["{file.parent.as_posix()}"] in newslint.toml')
    return 0


def _check_name(rule: str, configuration: Configuration) -> None:
    """Refuse what cannot be a rule's id, and what is one already.

    Raises:
        ConfigError: if so; proposes the nearest name that can be used.
    """
    from newslint.errors import ConfigError
    from newslint.registry import RULE_ID, load_rules

    if not RULE_ID.fullmatch(rule):
        near = ".".join(_kebab(part) for part in re.split(r"[./:]", rule))
        good = RULE_ID.fullmatch(near)
        raise ConfigError(
            f"{rule!r} cannot be a rule's id",
            f"did you mean {near!r}?"
            if good
            else "write a group, a full stop and a name, in "
            "small letters, digits and hyphens: house-style.monies",
        )
    packs = [configuration.root / pack for pack in configuration.settings.packs]
    there = next((s for s in load_rules([p for p in packs if p.is_dir()]) if s.id == rule), None)
    if there is not None:
        raise ConfigError(
            f"there is a rule {rule!r} already, in {there.origin}",
            f"choose another name; `newslint explain {rule}` shows what it does",
        )


def _kebab(name: str) -> str:
    """Return a name in small letters with hyphens: `LongQuote`, `long_quote` -> `long-quote`."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)
    return re.sub(r"[\W_]+", "-", parted).strip("-").lower()


def _place(rule: str, kind: str, pack: Path | None, configuration: Configuration) -> Path:
    """Return the file to write: its folder is the group, its name the rule's."""
    group, _, name = rule.partition(".")
    suffix = ".yml"
    if kind == "check":
        group, name, suffix = group.replace("-", "_"), name.replace("-", "_"), ".py"
    if pack is None:
        packs = [Path(p) for p in configuration.settings.packs] if kind == "pattern" else []
        own = [p for p in packs if p.name == group]
        pack = _shown(configuration, own[0]) if own else Path(group)
    folder = pack if pack.resolve().name == group else pack / group
    return folder / f"{name}{suffix}"


def _shown(configuration: Configuration, pack: Path) -> Path:
    """Return the folder of a configured pack, relative to the working directory if it can be."""
    full = configuration.root / pack
    here = Path.cwd()
    return full.relative_to(here) if full.is_relative_to(here) else full


def _is_configured(file: Path, configuration: Configuration) -> bool:
    folder = file.resolve().parent
    packs = [(configuration.root / pack).resolve() for pack in configuration.settings.packs]
    return any(folder == pack or pack in folder.parents for pack in packs)


def _write(file: Path, text: str) -> None:
    """Write a new file, and never over an old one.

    Raises:
        ConfigError: if the file is there, or cannot be written.
    """
    from newslint.errors import ConfigError

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix == ".py" and not (file.parent / "__init__.py").exists():
            (file.parent / "__init__.py").write_text('"""Rules of our own."""\n', encoding="utf-8")
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise ConfigError(
            f"{file.as_posix()} is there already", "choose another name, or edit that file"
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"{file.as_posix()} cannot be written: {reason}", "check it") from None
