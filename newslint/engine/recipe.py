"""What a run is made from: values that one process can hand to another.

Little is imported here: what is kept of an earlier run is found without the rules.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.cache.identity import digest, of_files, of_tool
from newslint.cache.store import Keep
from newslint.config import Configuration
from newslint.result import Notice

if TYPE_CHECKING:
    from newslint.engine.plan import Planner
    from newslint.engine.run import Context
    from newslint.language.pipeline import SpacyAnalyser
    from newslint.reading import Analyser, Reading
    from newslint.rule import RuleSpec


@dataclass(frozen=True)
class Recipe:
    """The configuration of a run, and what the command line adds to it.

    `date` stands for the articles' own date, `today` is only for suppressions that expire.
    """

    configuration: Configuration
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    date: datetime.date | None = None
    today: datetime.date | None = None

    @property
    def packs(self) -> list[Path]:
        """The folders of rules of the user's own."""
        return [self.configuration.root / pack for pack in self.configuration.settings.packs]

    @property
    def vocabularies(self) -> list[Path]:
        """The files of words to accept, of the configuration and its overrides."""
        settings = self.configuration.settings
        named = [n for table in (settings, *settings.overrides) for n in table.vocabulary or ()]
        return [self.configuration.root / name for name in dict.fromkeys(named)]

    @cached_property
    def tool(self) -> bytes:
        """Stands for newslint, its plug-ins, and all that is installed beside it."""
        return of_tool()

    @cached_property
    def identity(self) -> bytes:
        """Stands for all that a result depends on besides the file itself.

        The version of a grammar server cannot be known without asking it, so what it says
        is kept for a day.
        """
        asked = self.configuration.settings.languagetool
        return digest(
            self.tool,
            self.configuration.text,
            self.profile,
            self.select,
            self.ignore,
            self.date,
            of_files([*self.packs, *self.vocabularies]),
            self.today if asked is not None and asked.is_on else None,
        )

    def analyser(self) -> SpacyAnalyser:
        """Return what loads the language libraries; nothing is loaded yet."""
        from newslint.engine.analyser import analyser_for

        return analyser_for(self.configuration)

    def planner(self) -> Planner:
        """Load the rules, and make sure that the configuration can be applied to them.

        Raises:
            ConfigError: if a rule, the configuration or an option is not right.
        """
        from newslint.engine.plan import Planner
        from newslint.registry import load_rules, our_rules

        specs: tuple[RuleSpec, ...]
        if self.select:
            # What is configured is read as well, so that a mistake in it is told.
            configured = (key for key, _ in self.configuration.rule_keys() if "." in key)
            specs = load_rules(self.packs, frozenset((*self.select, *configured)))
            unread = our_rules().difference(spec.id for spec in specs)
        else:
            specs, unread = load_rules(self.packs), frozenset()
        planner = Planner(specs, self.configuration, self.profile, self.select, self.ignore, unread)
        planner.validate()
        return planner

    def context(
        self,
        note: Callable[[Notice], None],
        analyser: Analyser,
        *,
        progress: Callable[[str], None] = lambda _: None,
        examined: Callable[[Reading], None] = lambda _: None,
        warm: Callable[[], None] = lambda: None,
    ) -> Context:
        """Return what a run needs; the functions given are called in it.

        Raises:
            ConfigError: as `planner` does.
        """
        from newslint.engine.run import Context

        return Context(
            self.planner(), analyser, note, self.date, self.today, progress, examined, warm
        )


def remembering(recipe: Recipe, analyser: Analyser, keep: Keep | None) -> Analyser:
    """Return `analyser` with a memory of blocks in `keep`, if there is one."""
    if keep is None:
        return analyser
    from newslint.engine.remembering import Remembering

    settings = recipe.configuration.settings
    asked = settings.languagetool
    language = digest(recipe.tool, settings.model)
    # The version of a server is not known without asking it: that is done once a day.
    day = recipe.today if asked is not None and asked.is_on else None
    return Remembering(analyser, keep, language, digest(recipe.tool, asked, day))
