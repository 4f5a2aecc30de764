"""What is wrong with a configuration file, in the words of its writer."""

from __future__ import annotations

import difflib
from dataclasses import fields

from newslint.config.places import line_of
from newslint.errors import ConfigError
from newslint.setting_forms import BadSetting, MissingSetting, UnknownSetting, written
from newslint.settings import Settings


def explained(error: BadSetting, text: str, name: str, *, pyproject: bool) -> ConfigError:
    """Return what is wrong: file `name`, key, line in `text`, and what to write."""
    line = line_of(text, error.keys, pyproject=pyproject)
    where = f"{name}, line {line}" if line else name
    key = ".".join(key for key in error.keys if not key.isdigit())
    last = error.keys[-1] if error.keys else ""
    if isinstance(error, UnknownSetting):
        near = difflib.get_close_matches(last, error.known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(error.known)}"
        if error.keys[0] == "overrides" and not near and last in _for_the_run():
            hint = f"{last!r} is for the whole run: set it outside [[overrides]]"
        return ConfigError(f"{where}: unknown key {key!r}", hint)
    if isinstance(error, MissingSetting):
        return ConfigError(f"{where}: {key!r} is missing", f"add {last!r}")
    given = f" {error.value!r}" if isinstance(error.value, str | int | float) else " that"
    return ConfigError(f"{where}: {key!r} cannot be{given}", error.hint)


def _for_the_run() -> set[str]:
    return {written(one.name) for one in fields(Settings)}
