"""`newslint explain`: all there is to say of a rule."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.cli.rules import configured_rules
from newslint.cli.styling import paint, wants_color


@click.command()
@click.argument("rule")
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The configuration file, for the rule packs it names.",
)
@click.option("--no-color", is_flag=True, help="Do not colour the output.")
def explain(rule: str, config: Path | None, no_color: bool) -> int:
    """Explain RULE: why it matters, its options, what it reports and what not."""
    from newslint.errors import ConfigError
    from newslint.reports.rule_text import explanation, plain
    from newslint.selection import nearest

    specs = {spec.id: spec for spec in configured_rules(config)}
    spec = specs.get(rule)
    if spec is None:
        if any(one.rule.group == rule for one in specs.values()):
            raise ConfigError(f"{rule!r} is a group", f"`newslint rules {rule}` lists its rules")
        near = nearest(rule, specs)
        raise ConfigError(
            f"there is no rule {rule!r}",
            f"did you mean {near!r}?" if near else "`newslint rules` lists them all",
        )
    sys.stdout.write(explanation(spec, paint if wants_color(no_color) else plain))
    return 0
