"""`newslint rules`: what rules there are."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from newslint.cli.styling import paint, wants_color
from newslint.rule import RuleSpec


@click.command()
@click.argument("groups", nargs=-1)
@click.option(
    "--output-format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to show the rules.",
)
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The configuration file, for the rule packs it names.",
)
@click.option("--no-color", is_flag=True, help="Do not colour the output.")
def rules(groups: tuple[str, ...], output_format: str, config: Path | None, no_color: bool) -> int:
    """List all rules, or those of some GROUPS."""
    from newslint.reports.rule_data import document
    from newslint.reports.rule_text import plain, table
    from newslint.selection import ALL, check_key, known_keys

    specs = configured_rules(config)
    for group in groups:
        check_key(group, known_keys(spec.id for spec in specs))
    if groups and ALL not in groups:
        specs = tuple(s for s in specs if s.id in groups or s.rule.group in groups)
    if output_format == "json":
        json.dump(document(specs), sys.stdout, separators=(",", ":"))
        sys.stdout.write("\n")
    else:
        sys.stdout.write(table(specs, paint if wants_color(no_color) else plain))
    return 0


def configured_rules(config: Path | None) -> tuple[RuleSpec, ...]:
    """Return all rules, with those of the packs that the configuration names.

    Raises:
        ConfigError: if the configuration, a plug-in or a pack is not right.
    """
    from newslint.config import find
    from newslint.registry import load_rules

    configuration = find(Path.cwd(), config)
    return load_rules([configuration.root / pack for pack in configuration.settings.packs])
