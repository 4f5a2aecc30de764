"""Which rules run on which file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from newslint.article import Article
from newslint.config import Configuration, Effective
from newslint.engine.accepting import Accepted, read_accepted
from newslint.engine.genre import GENRE_KEYS, genre_of, genre_of_path, known_genre
from newslint.engine.voice import is_personal
from newslint.errors import ConfigError
from newslint.registry import load_house, load_profile, profile_genre
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

    `profile`, `select` and `ignore` come from the command line. `unread` are the ids of rules
    that were not loaded, because `select` leaves them out.
    """

    specs: Sequence[RuleSpec]
    configuration: Configuration
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()

    @cached_property
    def known(self) -> frozenset[str]:
        """The ids of all rules."""
        return self.unread.union(spec.id for spec in self.specs)

    @cached_property
    def _keys(self) -> frozenset[str]:
        """All that a setting may name."""
        return known_keys(self.known)

    @cached_property
    def _activated(self) -> dict[tuple[str, tuple[int, ...], str | None], tuple[Rule, ...]]:
        return {}

    def validate(self) -> None:
        """Make sure that every layer of the configuration can be applied.

        Raises:
            ConfigError: if a profile, rule, group or option is unknown or has a bad value.
        """
        for key, check in (
            ("profile", load_profile),
            ("house", load_house),
            ("genre", known_genre),
        ):
            for name, where in self.configuration.chosen(key):
                try:
                    check(name)
                except ConfigError as error:
                    raise ConfigError(f"{where}: {error.message}", error.hint) from None
        for key, where in self.configuration.rule_keys():
            check_key(key, self._keys, where)
        self.validate_names(
            self.configuration.settings.budgets, f"{self.configuration.name}: budgets"
        )
        for effective in self.configuration.every():
            self.rules(effective, None)
            self.accepted(effective)

    def validate_names(self, names: Iterable[str], where: str) -> None:
        """Make sure that each of these is a rule or a group; `where` says who named them.

        Raises:
            ConfigError: if one is unknown.
        """
        for name in names:
            check_key(name, self._keys, where)

    def profile_of(self, effective: Effective) -> str:
        """Return the name of the profile for a file."""
        return self.profile or effective.profile

    def genre(self, effective: Effective, article: Article) -> str | None:
        """Return the genre of an article, or None if nothing tells it."""
        return self.genre_and_origin(effective, article)[0]

    def genre_and_origin(
        self, effective: Effective, article: Article | None, path: str = ""
    ) -> tuple[str | None, str]:
        """Return the genre of an article, and what says so, in words.

        An override decides first, then the article's front matter, then the folders it lies
        in (`opinion/`), then the configuration, then the profile, and last what the text says of
        itself: it is labelled, or told in the first person. Without the article, only `path`
        counts.
        """
        configured = dict(effective.origins).get("genre", "default")
        if effective.genre:
            return effective.genre, configured
        if article is not None:
            path = article.path
            told = genre_of(article, effective.genre_keys or GENRE_KEYS)
            if told:
                return told, "front matter"
        told = genre_of_path(self.configuration.relative(path)) if path else None
        if told:
            return told, "folder"
        if effective.default_genre:
            return effective.default_genre, configured
        profile = self.profile_of(effective)
        told = profile_genre(profile)
        if told:
            return told, f"profile {profile}"
        if article is not None and is_personal(article):
            return "opinion", "what the text says of itself"
        return None, "default"

    def layers(self, effective: Effective) -> tuple[Layer, ...]:
        """Return all layers of rule settings for a file, lowest priority first."""
        house = (load_house(effective.house),) if effective.house else ()
        return (load_profile(self.profile_of(effective)), *house, *effective.layers)

    def rules(self, effective: Effective, genre: str | None) -> tuple[Rule, ...]:
        """Return the rules that run on a file of this genre.

        Raises:
            ConfigError: as `validate` does.
        """
        key = (self.profile_of(effective), effective.overrides, genre)
        if key not in self._activated:
            self._activated[key] = activate(
                self.specs, self.layers(effective), self.select, self.ignore, genre, self._keys
            )
        return self._activated[key]

    @cached_property
    def _vocabularies(self) -> dict[tuple[str, ...], Accepted]:
        return {}

    def accepted(self, effective: Effective) -> Accepted:
        """Return the words that are accepted in a file.

        Raises:
            ConfigError: if a vocabulary file cannot be used; names it, and the line.
        """
        if effective.vocabulary not in self._vocabularies:
            files = [self.configuration.root / name for name in effective.vocabulary]
            where = self.configuration.where(("vocabulary",))
            self._vocabularies[effective.vocabulary] = read_accepted(files, where)
        return self._vocabularies[effective.vocabulary]

    def explain(self, effective: Effective, genre: str | None) -> tuple[Activation, ...]:
        """Return what is decided about every rule for a file, and why."""
        return explain_activation(
            self.specs, self.layers(effective), self.select, self.ignore, genre, self._keys
        )
