"""`newslint config`: what applies to a file, and where each setting comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from newslint.config import Configuration, Effective
    from newslint.engine.plan import Planner
    from newslint.selection import Activation


@click.command()
@click.argument("file", required=False)
@click.option(
    "--config",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The configuration file (default: found from the working directory upwards).",
)
@click.option("--profile", help="The rules to start from, instead of the configured profile.")
@click.option(
    "--output-format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to show it.",
)
@click.option("--schema", is_flag=True, help="Print the JSON schema of a configuration file.")
def config(
    file: str | None,
    config_file: Path | None,
    profile: str | None,
    output_format: str,
    schema: bool,
) -> int:
    """Show which settings apply to FILE, and where they come from.

    The file need not exist; without FILE, what applies to all files is shown.
    """
    from newslint.reports.visible import visible

    if schema:
        from newslint.settings import json_schema

        click.echo(json.dumps(json_schema(), indent=2))
        return 0
    values = _values(file, config_file, profile)
    if output_format == "json":
        click.echo(json.dumps(values))
        return 0
    for line in _lines(values):
        click.echo(visible(line))
    return 0


def _values(file: str | None, config_file: Path | None, profile: str | None) -> dict[str, Any]:
    """Return all that is shown, as JSON values."""
    from newslint.config import find
    from newslint.engine.plan import Planner
    from newslint.registry import load_rules

    configuration = find(Path.cwd(), config_file)
    packs = [configuration.root / pack for pack in configuration.settings.packs]
    planner = Planner(load_rules(packs), configuration, profile)
    planner.validate()
    # No glob matches the empty name: without a file, no override applies.
    effective = configuration.for_file(file) if file else next(configuration.every())
    genre, genre_from = _genre(file, planner, effective)
    origins = dict(effective.origins)
    settings: dict[str, object] = {
        "profile": planner.profile_of(effective),
        "house": effective.house,
        "genre": genre,
        "fail-on": effective.fail_on,
        "max-file-size": effective.max_file_size,
        "vocabulary": list(effective.vocabulary) or None,
    }
    if profile:
        origins["profile"] = "--profile"
    origins["genre"] = genre_from
    for key, origin in effective.origins:
        table, _, name = key.partition(".")
        if name:
            settings[key] = _markup_value(configuration, effective, table, name)
            origins[key] = origin
    return {
        "version": 1,
        "path": file,
        "checked": _checked(file, configuration),
        "config": str(configuration.file) if configuration.file else None,
        "overrides": [
            {"number": i + 1, "files": list(configuration.settings.overrides[i].files)}
            for i in effective.overrides
        ],
        "settings": {
            key: {"value": value, "from": origins.get(key, "default")}
            for key, value in settings.items()
        },
        "rules": [_rule(activation) for activation in planner.explain(effective, genre)],
    }


def _genre(file: str | None, planner: Planner, effective: Effective) -> tuple[str | None, str]:
    """Return the genre of a file and what says so; the file is read if there is one."""
    from newslint.errors import ReadError
    from newslint.files import Found, read_source
    from newslint.markup.read import parse_article

    if file is None:
        return planner.genre_and_origin(effective, None)
    article = None
    if Path(file).is_file():
        with suppress(ReadError):
            text = read_source(Found(file, Path(file), named=True), effective.max_file_size)
            article = parse_article(text, file, options=effective.markup)
    return planner.genre_and_origin(effective, article, file)


def _markup_value(
    configuration: Configuration, effective: Effective, table: str, name: str
) -> object:
    if table == "text":
        return effective.markup.wrapped
    if name == "genre":
        return list(effective.genre_keys)
    keys = getattr(effective.markup, name, None)
    if keys is not None:
        return list(keys)
    front_matter = configuration.settings.front_matter
    return getattr(front_matter, name, None)


def _checked(file: str | None, configuration: Configuration) -> str | None:
    """Return whether a search of folders would take the file: `yes`, or why not."""
    from newslint.files import why_not

    return None if file is None else why_not(file, configuration) or "yes"


def _rule(activation: Activation) -> dict[str, Any]:
    rule = activation.rule
    dumped = rule.model_dump(mode="json")
    return {
        "id": rule.id,
        "enabled": activation.enabled,
        "enabled_from": activation.enabled_from,
        "severity": rule.severity.label,
        "severity_from": activation.severity_from,
        "options": {
            name: {"value": dumped[name], "from": origin}
            for name, origin in activation.options_from.items()
        },
    }


def _lines(values: dict[str, Any]) -> Iterator[str]:
    yield f"configuration: {values['config'] or 'none found, defaults apply'}"
    if values["path"] is not None:
        yield f"file: {values['path']}"
        yield f"checked in a folder: {values['checked']}"
    for override in values["overrides"]:
        yield f"override {override['number']}: {', '.join(override['files'])}"
    for key, setting in values["settings"].items():
        value = setting["value"]
        shown = ", ".join(value) if isinstance(value, list) else "none" if value is None else value
        yield f"{key}: {shown} ({setting['from']})"
    on = [rule for rule in values["rules"] if rule["enabled"]]
    off = [rule for rule in values["rules"] if not rule["enabled"]]
    yield f"rules: {len(on)} on, {len(off)} off"
    width = max((len(rule["id"]) for rule in values["rules"]), default=0)
    for rule in on:
        origins = dict.fromkeys((rule["enabled_from"], rule["severity_from"]))
        yield f"  {rule['id']:<{width}}  {rule['severity']:<10}  {', '.join(origins)}"
        for name, option in rule["options"].items():
            yield f"    {name} = {option['value']!r} ({option['from']})"
    for rule in off:
        yield f"  {rule['id']:<{width}}  {'off':<10}  {rule['enabled_from']}"
