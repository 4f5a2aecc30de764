"""How a setting is written in a configuration file: what may stand there, and what it means.

Written out here rather than left to a library: the settings are read at every start, also
where all that follows is answered from what is kept.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, Protocol

#: Two megabytes: three times a long novel, and far more than any article.
DEFAULT_MAX_FILE_SIZE = 2_000_000

_SIZE = re.compile(r"(\d{1,12}) ?(?:([kmgKMG]?)[bB])?")
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_A_TEXT = "write a text in quotation marks"


class BadSetting(ValueError):
    """A value that a setting cannot have: `hint` says what to write, `keys` where it stands."""

    def __init__(self, hint: str, value: object = None, *keys: str) -> None:
        """Hold what is wrong with the value below these keys."""
        super().__init__(hint)
        self.hint = hint
        self.value = value
        self.keys = keys

    def below(self, *keys: str) -> BadSetting:
        """Return the same, seen from a table further out."""
        self.keys = (*keys, *self.keys)
        return self


class UnknownSetting(BadSetting):
    """A key that there is not; `known` are those of its table."""

    def __init__(self, key: str, known: list[str]) -> None:
        """Name the key."""
        super().__init__("", None, key)
        self.known = known


class MissingSetting(BadSetting):
    """A key that a table cannot do without."""

    def __init__(self, key: str) -> None:
        """Name the key."""
        super().__init__("", None, key)


class Form(Protocol):
    """What may be written for a setting."""

    def read(self, value: object) -> Any:
        """Return what `value`, from a TOML file or a mapping, means.

        Raises:
            BadSetting: if it cannot stand there.
        """
        ...

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of what may be written."""
        ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text; with `pattern`, one that it matches as a whole, which `hint` explains."""

    pattern: str = ""
    hint: str = _A_TEXT

    def read(self, value: object) -> str:
        """Return the text."""
        if not isinstance(value, str):
            raise BadSetting(_A_TEXT, value)
        if self.pattern and not re.fullmatch(self.pattern, value):
            raise BadSetting(self.hint, value)
        return value

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of a text."""
        return {"type": "string", **({"pattern": f"^{self.pattern}$"} if self.pattern else {})}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some values: texts, true or false."""

    values: tuple[str | bool, ...]

    def read(self, value: object) -> str | bool:
        """Return the value."""
        if isinstance(value, str | bool) and value in self.values:
            return value
        raise BadSetting(self._hint(value), value)

    def _hint(self, value: object) -> str:
        texts = [text for text in self.values if isinstance(text, str)]
        near = difflib.get_close_matches(str(value), texts, 1)
        if near:
            return f"did you mean {near[0]!r}?"
        hints = ["write true or false"] if True in self.values else []
        if texts:
            *names, last = map(repr, texts)
            hints.append(f"choose {', '.join(names)} or {last}" if names else f"choose {last}")
        return ", or ".join(hints)

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the choice."""
        if self.values == (True, False):
            return {"type": "boolean"}
        return {"enum": list(self.values)}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within limits."""

    least: int = 0
    most: int | None = None

    def read(self, value: object) -> int:
        """Return the number."""
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadSetting("write a whole number", value)
        if value < self.least:
            raise BadSetting(f"input should be greater than or equal to {self.least}", value)
        if self.most is not None and value > self.most:
            raise BadSetting(f"input should be less than or equal to {self.most}", value)
        return value

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the number."""
        most = {} if self.most is None else {"maximum": self.most}
        return {"type": "integer", "minimum": self.least, **most}


@dataclass(frozen=True, slots=True)
class Size:
    """A number of bytes, or a size such as "2MB"."""

    def read(self, value: object) -> int:
        """Return the number of bytes."""
        if isinstance(value, str):
            size = _SIZE.fullmatch(value)
            if size is None:
                raise BadSetting('write a number of bytes, or a size such as "2MB"', value)
            value = int(size[1]) * _UNITS[(size[2] or "").lower()]
        return Number(1).read(value)

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of a size."""
        return {"type": ["integer", "string"], "pattern": _SIZE.pattern}


@dataclass(frozen=True, slots=True)
class Names:
    """A list of texts, or a single text for a list of one."""

    least: int = 0

    def read(self, value: object) -> tuple[str, ...]:
        """Return the texts."""
        if isinstance(value, str):
            value = (value,)
        if not isinstance(value, list | tuple):
            raise BadSetting("write a list of texts", value)
        for item in value:
            if not isinstance(item, str):
                raise BadSetting(_A_TEXT, item)
        if len(value) < self.least:
            raise BadSetting("name at least one", value)
        return tuple(value)

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the list."""
        return {"type": ["string", "array"], "items": {"type": "string"}}


@dataclass(frozen=True, slots=True)
class Entries:
    """A table of values with any names; `of` reads each value, without it they may be anything."""

    of: Form | None = None

    def read(self, value: object) -> Mapping[str, Any]:
        """Return the table."""
        if not isinstance(value, Mapping):
            raise BadSetting("write a table", value)
        return {str(k): self._entry(str(k), v) for k, v in value.items()}

    def _entry(self, key: str, value: object) -> Any:
        try:
            return value if self.of is None else self.of.read(value)
        except BadSetting as error:
            raise error.below(key) from None

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the table."""
        return {"type": "object", "additionalProperties": self.of.schema() if self.of else True}


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose keys are the fields of `kind`, a dataclass made of `setting`s."""

    kind: type[Any]

    def read(self, value: object) -> Any:
        """Return the table as a value of its kind; keys may have `-` or `_`."""
        if not isinstance(value, Mapping):
            raise BadSetting("write a table", value)
        known = {field.name: field for field in fields(self.kind)}
        given = {str(key).replace("-", "_"): key for key in value}
        for name, key in given.items():
            if name not in known:
                raise UnknownSetting(str(key), sorted(map(written, known)))
        for name, one in known.items():
            if name not in given and one.default is one.default_factory is MISSING:
                raise MissingSetting(written(name))
        read: dict[str, Any] = {}
        for name, key in given.items():
            try:
                read[name] = form_of(known[name]).read(value[key])
            except BadSetting as error:
                raise error.below(written(name)) from None
        return self.kind(**read)

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the table."""
        properties: dict[str, Any] = {}
        for one in fields(self.kind):
            default = {} if one.default in (None, MISSING) else {"default": one.default}
            about = {**form_of(one).schema(), **default, "description": one.metadata[_MEANING]}
            properties[written(one.name)] = about
        needed = [
            written(one.name)
            for one in fields(self.kind)
            if one.default is one.default_factory is MISSING
        ]
        return {
            "type": "object",
            "properties": properties,
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Tables:
    """A list of tables (`[[overrides]]`)."""

    of: Table

    def read(self, value: object) -> tuple[Any, ...]:
        """Return the tables, in order."""
        if not isinstance(value, list | tuple):
            raise BadSetting("write a list of tables", value)
        found: list[Any] = []
        for index, item in enumerate(value):
            try:
                found.append(self.of.read(item))
            except BadSetting as error:
                raise error.below(str(index)) from None
        return tuple(found)

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the list."""
        return {"type": "array", "items": self.of.schema()}


#: What a field says of itself: how it is written, and what it is for.
_FORM = "form"
_MEANING = "meaning"


def setting(form: Form, meaning: str, default: object = None) -> Any:
    """Return the field of a setting: how it is written, what it is for, and its default.

    An empty dictionary as a default means a new one for each value, `...` that there is none.
    """
    about = {_FORM: form, _MEANING: meaning}
    if isinstance(default, dict):
        return field(default_factory=dict, metadata=about)
    return field(default=MISSING if default is ... else default, metadata=about)


def form_of(one: Field[Any]) -> Form:
    """Return how the setting in this field is written."""
    form: Form = one.metadata[_FORM]
    return form


def written(name: str) -> str:
    """Return the name of a field as a key of a configuration file."""
    return name.replace("_", "-")
