"""What is wrong with a configuration file, in the words of its writer."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from newslint.config.places import line_of
from newslint.errors import ConfigError
from newslint.settings import Settings

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_ALTERNATIVE = re.compile(r"bool|literal\[.*\]")
_QUOTED = re.compile(r"'([^']+)'")

#: What to write instead, by the type of pydantic's error.
_WANTED = {
    "bool_type": "write true or false",
    "tuple_type": "write a list of texts",
    "string_type": "write a text in quotation marks",
    "mapping_type": "write a table",
    "dict_type": "write a table",
    "model_type": "write a table",
    "model_attributes_type": "write a table",
}


def explained(error: ValidationError, text: str, name: str, *, pyproject: bool) -> ConfigError:
    """Return what is wrong first: file `name`, key, line in `text`, and what to write."""
    first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
    keys = _keys(first)
    line = line_of(text, tuple(keys), pyproject=pyproject)
    where = f"{name}, line {line}" if line else name
    written = ".".join(key for key in keys if not key.isdigit())
    if first["type"] == "extra_forbidden":
        known = _known_keys(tuple(keys[:-1]))
        near = difflib.get_close_matches(keys[-1], known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
        elsewhere = _known_keys(())
        if keys[0] == "overrides" and not near and keys[-1] in elsewhere:
            hint = f"{keys[-1]!r} is for the whole run: set it outside [[overrides]]"
        return ConfigError(f"{where}: unknown key {written!r}", hint)
    if first["type"] == "missing":
        return ConfigError(f"{where}: {written!r} is missing", f"add {keys[-1]!r}")
    hints = dict.fromkeys(_hint(e) for e in error.errors() if _keys(e) == keys)
    given = f" {first['input']!r}" if isinstance(first["input"], str | int | float) else " that"
    return ConfigError(f"{where}: {written!r} cannot be{given}", ", or ".join(hints))


def _keys(error: ErrorDetails) -> list[str]:
    """Return where the error is, without the alternatives that pydantic tried there."""
    return [str(part) for part in error["loc"] if not _ALTERNATIVE.fullmatch(str(part))]


def _hint(error: ErrorDetails) -> str:
    """Return what to write instead."""
    if error["type"] in _WANTED:
        return _WANTED[error["type"]]
    if error["type"] == "literal_error":
        choices = _QUOTED.findall(error["ctx"]["expected"])
        near = difflib.get_close_matches(str(error["input"]), choices, 1)
        return f"did you mean {near[0]!r}?" if near else f"choose {error['ctx']['expected']}"
    message = error["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _known_keys(path: tuple[str, ...]) -> list[str]:
    """Return the keys of the table at `path`."""
    table: type[BaseModel] = Settings
    for part in path:
        field_ = next(
            (f for n, f in table.model_fields.items() if n.replace("_", "-") == part), None
        )
        if field_ is None:
            continue
        inner = [
            t
            for t in (field_.annotation, *getattr(field_.annotation, "__args__", ()))
            if isinstance(t, type) and issubclass(t, BaseModel)
        ]
        table = inner[0] if inner else table
    return sorted(name.replace("_", "-") for name in table.model_fields)
