"""`newslint test`: whether rules do what their examples say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from newslint.cli.own_rules import Bench
    from newslint.config import Configuration
    from newslint.reading import Analyser
    from newslint.rule import Rule, RuleSpec
    from newslint.testing import MarkedStory


@click.command()
@click.argument("path", required=False)
@click.option(
    "--config",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The configuration file, for the packs it names and the options of rules.",
)
def test(path: str | None, config_file: Path | None) -> int:
    """Run the examples of rules of your own, and stories with marked findings.

    PATH is a rule file, a folder of rules and stories, a Python module, or a story in which
    findings are marked: `the [[words]]{group.rule} that are found`. Without PATH, the packs
    of the configuration and the installed plug-ins are tested. In a story, your own rules
    and those it names must find what is marked, and nothing else.

    Exit code: 0 all do as they say, 1 some do not, 2 something could not be run.
    """
    from newslint.cli.own_rules import bench_for
    from newslint.config import find
    from newslint.engine.analyser import analyser_for
    from newslint.registry import load_rules
    from newslint.reports.visible import visible

    configuration = find(Path.cwd(), config_file)
    packs = [configuration.root / pack for pack in configuration.settings.packs]
    known = load_rules(packs)
    bench = bench_for(path, known, packs)
    analyser = analyser_for(configuration)
    failed = 0
    for where, said in _failures(bench, configuration, known, analyser):
        failed += 1
        click.echo(visible(where))
        for line in said:
            click.echo(visible(f"  {line}"))
        click.echo()
    click.echo(_summary(bench, failed))
    return 1 if failed else 0


def _failures(
    bench: Bench, configuration: Configuration, known: Iterable[RuleSpec], analyser: Analyser
) -> Iterator[tuple[str, list[str]]]:
    """Yield each example or story that does not hold: where it is, and what is wrong."""
    for spec in bench.specs:
        yield from _examples(spec, analyser)
    from newslint.testing import tell

    own = {spec.id: spec for spec in bench.specs}
    specs = (*own.values(), *(spec for spec in known if spec.id not in own))
    for story in bench.stories:
        rules = _rules_for(story, specs, configuration, own)
        options = configuration.for_file(story.path).markup
        ids = [spec.id for spec in specs]
        said = tell(story, rules, analyser, known=ids, options=options)
        if said:
            yield story.path, said


def _examples(spec: RuleSpec, analyser: Analyser) -> Iterator[tuple[str, list[str]]]:
    from newslint.errors import NewslintError
    from newslint.testing import faults

    marked = 0
    origin = spec.origin.removeprefix(f"{Path.cwd().as_posix()}/")
    for number, example in enumerate(spec.examples, 1):
        where = f"{spec.id}, example {number} ({origin})"
        try:
            marked += bool(example.unmarked()[1])
            said = faults(spec.rule, example, analyser)
        except ValueError as error:
            said = [str(error)]
        except NewslintError as error:
            raise type(error)(f"{where}: {error.message}", error.hint) from error
        if said:
            yield where, said
    where = f"{spec.id} ({origin})"
    if not marked:
        yield where, ["no example shows what the rule reports: mark it with [[ and ]]"]
    if marked == len(spec.examples):
        yield where, ["no example shows when the rule is silent: add one without marks"]


def _rules_for(
    story: MarkedStory,
    specs: Iterable[RuleSpec],
    configuration: Configuration,
    own: Iterable[str],
) -> tuple[Rule, ...]:
    """Return the rules that are to find what is marked: one's own, and those named.

    Raises:
        ConfigError: if a mark names a rule that there is not; names the line.
    """
    from newslint.engine.plan import Planner
    from newslint.selection import check_key

    ids = [spec.id for spec in specs]
    for rule, line in story.lines:
        check_key(rule, ids, f"{story.path}, line {line}")
    wanted = tuple(dict.fromkeys((*own, *story.rules)))
    if not wanted:
        wanted = ("all",)  # a story without a mark, tested alone: nothing at all may be found
    planner = Planner(tuple(specs), configuration, select=wanted)
    return planner.rules(configuration.for_file(story.path), None)


def _summary(bench: Bench, failed: int) -> str:
    from newslint.result import count

    examples = sum(len(spec.examples) for spec in bench.specs)
    parts = []
    if bench.specs:
        parts += [f"{count(examples, 'example')} of {count(len(bench.specs), 'rule')}"]
    if bench.stories:
        number = len(bench.stories)
        parts += [f"{number} {'story' if number == 1 else 'stories'}"]
    tested = " and ".join(parts)
    return f"{tested}: " + (f"{failed} failed" if failed else "all as they say")
