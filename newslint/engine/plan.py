"""Which rules run on which file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.article import Article
from newslint.config import Configuration, Effective
from newslint.engine.genre import GENRE_KEYS, genre_of
from newslint.registry import load_profile
from newslint.rule import Rule, RuleSpec
from newslint.selection import (
    Activation,
    Layer,
    activate,
    check_key,
    explain_activation,
    known_keys,
)


@dataclass(frozen=True)
class Planner:
    """The rules there are, the configuration, and what the command line adds to it.

    `profile`, `select` and `ignore` come from the command line.
    """

    specs: Sequence[RuleSpec]
    configuration: Configuration
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of all rules."""
        return frozenset(spec.id for spec in self.specs)

    @cached_property
    def _activated(self) -> dict[tuple[str, tuple[int, ...], str | None], tuple[Rule, ...]]:
        return {}

    def validate(self) -> None:
        """Make sure that every layer of the configuration can be applied.

        Raises:
            ConfigError: if a profile, rule, group or option is unknown or has a bad value.
        """
        keys = known_keys(self.specs)
        for key, where in self.configuration.rule_keys():
            check_key(key, keys, where)
        for effective in self.configuration.every():
            self.rules(effective, None)

    def profile_of(self, effective: Effective) -> str:
        """Return the name of the profile for a file."""
        return self.profile or effective.profile

    def genre(self, effective: Effective, article: Article) -> str | None:
        """Return the genre of an article.

        An override decides first, then the article's front matter, then the configuration.
        """
        keys = effective.genre_keys or GENRE_KEYS
        return effective.genre or genre_of(article, keys) or effective.default_genre

    def layers(self, effective: Effective) -> tuple[Layer, ...]:
        """Return all layers of rule settings for a file, lowest priority first."""
        return (load_profile(self.profile_of(effective)), *effective.layers)

    def rules(self, effective: Effective, genre: str | None) -> tuple[Rule, ...]:
        """Return the rules that run on a file of this genre.

        Raises:
            ConfigError: as `validate` does.
        """
        key = (self.profile_of(effective), effective.overrides, genre)
        if key not in self._activated:
            self._activated[key] = activate(
                self.specs, self.layers(effective), self.select, self.ignore, genre
            )
        return self._activated[key]

    def explain(self, effective: Effective, genre: str | None) -> tuple[Activation, ...]:
        """Return what is decided about every rule for a file, and why."""
        return explain_activation(
            self.specs, self.layers(effective), self.select, self.ignore, genre
        )
