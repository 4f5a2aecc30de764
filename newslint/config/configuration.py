"""Settings, and what of them applies to one file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from newslint.config.places import PYPROJECT, line_of
from newslint.result import FailOn
from newslint.selection import Layer, RuleSetting, parse_setting
from newslint.settings import (
    DEFAULT_MAX_FILE_SIZE,
    FileSettings,
    FrontMatterSettings,
    Override,
    Settings,
)

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from newslint.markup.options import MarkupOptions, Wrapped

#: The profile of those who choose none.
DEFAULT_PROFILE = "news"

_WRAPPED: Mapping[object, Wrapped] = {"auto": "auto", True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class Effective:
    """What applies to one file.

    `layers` are the rule settings above the profile, lowest priority first. `genre` is a
    genre that the file cannot contradict, `default_genre` one that its front matter can.
    `own_markup` is how the articles are written, if that is set. `origins` says for each key
    where its value comes from.
    """

    profile: str = DEFAULT_PROFILE
    house: str | None = None
    genre: str | None = None
    default_genre: str | None = None
    fail_on: FailOn = "error"
    max_file_size: int = DEFAULT_MAX_FILE_SIZE
    own_markup: MarkupOptions | None = None
    genre_keys: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    overrides: tuple[int, ...] = ()
    layers: tuple[Layer, ...] = field(default=(), compare=False)
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def markup(self) -> MarkupOptions:
        """How the articles are written."""
        from newslint.markup.options import DEFAULTS

        return self.own_markup or DEFAULTS


@dataclass(frozen=True)
class Configuration:
    """Settings, the folder that their paths are relative to, and the file they came from."""

    settings: Settings = field(default_factory=Settings)
    root: Path = field(default_factory=Path.cwd)
    file: Path | None = None
    text: str = ""

    @property
    def name(self) -> str:
        """The configuration file's name, for messages."""
        return self.file.name if self.file else "defaults"

    def relative(self, path: str | PurePath) -> str:
        """Return `path` as the globs of the configuration see it: relative, with `/`.

        A path outside the configuration's folder is given from the root of the file system.
        """
        # Called often for each of many files: with strings it takes a tenth of the time.
        absolute = os.path.abspath(path)  # noqa: PTH100 - see above
        if absolute.startswith(self._inside):
            return absolute[len(self._inside) :].replace(os.sep, "/")
        inside = PurePath(os.path.relpath(absolute, self.root))
        if os.pardir in inside.parts:
            inside = PurePath(absolute).relative_to(PurePath(absolute).anchor)
        return inside.as_posix()

    @cached_property
    def _inside(self) -> str:
        """The folder of the configuration, with a separator at its end."""
        return os.path.join(os.path.abspath(self.root), "")  # noqa: PTH100, PTH118 - ends so

    def for_file(self, path: str | PurePath) -> Effective:
        """Return what applies to the file at `path`; it need not exist."""
        if not self._globs:
            return self._effective(())
        name = self.relative(path)
        matching = tuple(index for index, spec in enumerate(self._globs) if spec.match_file(name))
        return self._effective(matching)

    def every(self) -> Iterator[Effective]:
        """Yield what applies with no override, and with each of them alone."""
        yield self._effective(())
        for index in range(len(self.settings.overrides)):
            yield self._effective((index,))

    @cached_property
    def _globs(self) -> tuple[GitIgnoreSpec, ...]:
        if not self.settings.overrides:
            return ()
        from pathspec import GitIgnoreSpec

        return tuple(GitIgnoreSpec.from_lines(o.files) for o in self.settings.overrides)

    def rule_keys(self) -> Iterator[tuple[str, str]]:
        """Yield every rule or group that is set, with the place in words: file and line."""
        for path, rules in self._tables():
            for key, _ in flatten(rules):
                yield key, self.where((*path, "rules", key))

    def chosen(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield each value of a key such as `profile`, and its place in words."""
        for table, (path, _) in zip(
            (self.settings, *self.settings.overrides), self._tables(), strict=True
        ):
            value = getattr(table, key)
            if value is not None:
                yield value, self.where((*path, key))

    def _tables(self) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
        """Yield the rule tables of the file and of each override, with their paths."""
        yield (), self.settings.rules
        for index, override in enumerate(self.settings.overrides):
            yield ("overrides", str(index)), override.rules

    @cached_property
    def _layers(self) -> tuple[Layer, ...]:
        """The rule settings of the file, then those of each override."""
        tables = (self.settings, *self.settings.overrides)
        return tuple(
            (
                self.name if not path else f"{self.name}, override {int(path[1]) + 1}",
                {
                    **demanded(table.front_matter, self.where((*path, "front-matter"))),
                    **{
                        key: parse_setting(key, value, self.where((*path, "rules", key)))
                        for key, value in flatten(rules)
                    },
                },
            )
            for table, (path, rules) in zip(tables, self._tables(), strict=True)
        )

    def where(self, keys: tuple[str, ...]) -> str:
        """Return the place of a key in words: the file's name, and the line if it can be told."""
        line = line_of(self.text, keys, pyproject=self.name == PYPROJECT)
        return f"{self.name}, line {line}" if line else self.name

    @cached_property
    def _known(self) -> dict[tuple[int, ...], Effective]:
        return {}

    def _effective(self, matching: tuple[int, ...]) -> Effective:
        """Return what applies where these overrides match; most files have the same ones."""
        if matching not in self._known:
            self._known[matching] = self._made(matching)
        return self._known[matching]

    def _made(self, matching: tuple[int, ...]) -> Effective:
        values: dict[str, Any] = {}
        origins: dict[str, str] = {}
        markup: dict[str, Any] = {}
        words: dict[str, None] = {}
        chain: list[tuple[str, FileSettings]] = [(self.name, self.settings)]
        for index in matching:
            override = self.settings.overrides[index]
            chain.append((f"{self.name}, override {index + 1}", override))
        for origin, table in chain:
            for key in ("profile", "house", "genre", "fail_on", "max_file_size"):
                value = getattr(table, key)
                if value is not None:
                    values[key] = value
                    origins[key.replace("_", "-")] = origin
                    if key == "genre":
                        values["forced"] = isinstance(table, Override)
            if table.vocabulary:
                words.update(dict.fromkeys(table.vocabulary))
                origins["vocabulary"] = origin
            for prefix, inner in (("front-matter", table.front_matter), ("text", table.text)):
                for key, value in vars(inner).items() if inner else ():
                    if value is not None:
                        markup[key] = value
                        origins[f"{prefix}.{key}"] = origin
        forced = values.pop("forced", False)
        genre = values.pop("genre", None)
        return Effective(
            **values,
            genre=genre if forced else None,
            default_genre=None if forced else genre,
            genre_keys=markup.pop("genre", None) or (),
            vocabulary=tuple(words),
            own_markup=_markup_options(markup) if markup else None,
            overrides=matching,
            layers=tuple(self._layers[i] for i in (0, *(index + 1 for index in matching))),
            origins=tuple(sorted(origins.items())),
        )


def _markup_options(given: dict[str, Any]) -> MarkupOptions:
    from newslint.markup.options import MarkupOptions, preset

    wrapped: Wrapped = _WRAPPED[given.pop("wrapped", "auto")]
    name = given.pop("preset", None)
    options = preset(name) if name else MarkupOptions()
    keys = {role: names for role, names in given.items() if names is not None}
    return replace(options, **keys, wrapped=wrapped)


def demanded(front_matter: FrontMatterSettings | None, where: str) -> dict[str, RuleSetting]:
    """Return the rules that are switched on by naming the keys of a sign-off."""
    if front_matter is None:
        return {}
    found: dict[str, RuleSetting] = {}
    if front_matter.anonymous_approved_by:
        found["anonymity.missing-sign-off"] = RuleSetting(enabled=True, where=where)
    if front_matter.approved_by or front_matter.legal_read:
        options = {
            "approved": bool(front_matter.approved_by),
            "legal": bool(front_matter.legal_read),
        }
        found["structure.missing-sign-off"] = RuleSetting(True, None, options, where)
    return found


def flatten(rules: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield rule settings by id, whether ids were quoted or written as nested tables.

    In TOML, `quotes.nested = "off"` without quotation marks makes a table `quotes`.
    """
    for key, value in rules.items():
        if "." in key or not isinstance(value, Mapping):
            yield key, value
            continue
        own = {k: v for k, v in value.items() if k in ("severity", "enabled")}
        if own or not value:
            yield key, own
        for name, setting in value.items():
            if name not in own:
                yield f"{key}.{name}", setting
