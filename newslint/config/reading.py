"""From a folder to the configuration that governs it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newslint.config.configuration import Configuration
from newslint.config.mistakes import explained
from newslint.config.places import PYPROJECT
from newslint.config.user_text import read_user_text
from newslint.errors import ConfigError
from newslint.setting_forms import BadSetting
from newslint.settings import Settings, read_settings

_FILE = "newslint.toml"


def discover(start: Path) -> Path | None:
    """Return the configuration file that governs the folder `start`, or None.

    Each folder upwards is looked at, as far as the root of the repository or of the file
    system. `newslint.toml` comes before a `pyproject.toml` with a table `[tool.newslint]`.

    Raises:
        ConfigError: if a file on the way cannot be read.
    """
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / _FILE).is_file():
            return candidate / _FILE
        project = candidate / PYPROJECT
        if project.is_file() and "newslint" in _text(project):
            tool = _toml(_text(project), project).get("tool")
            if isinstance(tool, dict) and "newslint" in tool:
                return project
        if (candidate / ".git").exists():
            return None
    return None


def load(file: Path) -> Configuration:
    """Read a configuration file.

    Raises:
        ConfigError: if it cannot be read, is not TOML, or sets what there is not; names the
            file, the key, the line where it can be told, and the nearest known name.
    """
    text = _text(file)
    data: object = _toml(text, file)
    pyproject = file.name == PYPROJECT
    if pyproject and isinstance(data, dict):
        tool = data.get("tool")
        data = tool.get("newslint", {}) if isinstance(tool, dict) else {}
    if not isinstance(data, dict):
        raise ConfigError(f"{file.name}: newslint is not a table", "write [tool.newslint]")
    settings = settings_of(data, file.name, text)
    configuration = Configuration(settings, file.resolve().parent, file, text)
    for _ in configuration.every():  # reads every rule setting, so that none fails later
        pass
    return configuration


def settings_of(data: Mapping[str, Any], name: str, text: str = "") -> Settings:
    """Return the settings in `data`, keyed as in a configuration file.

    `name` and `text` are those of the file they were read from, for messages.

    Raises:
        ConfigError: if they set what there is not; names the key, the line where it can be
            told, and the nearest known name.
    """
    try:
        return read_settings(data)
    except BadSetting as error:
        raise explained(error, text, name, pyproject=name == PYPROJECT) from None


def find(start: Path, given: Path | None = None) -> Configuration:
    """Return the configuration `given`, else the one that governs `start`, else defaults.

    Raises:
        ConfigError: as `load` does.
    """
    if given is not None:
        return load(given)
    file = discover(start)
    return load(file) if file else Configuration(root=start.resolve())


def _text(file: Path) -> str:
    if file.is_fifo() and Path("/dev") not in file.parents:  # it might wait for ever
        raise ConfigError(f"{file}: is not a regular file", "name the configuration file")
    return read_user_text(file, str(file))


def _toml(text: str, file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file.name} is not valid TOML: {error}", "correct it") from None
