"""Word lists and tables kept as YAML inside the package."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

#: What a vocabulary file may hold: every scalar stays a string.
Data = dict[str, "Data"] | list["Data"] | str


@cache
def load(package: str, name: str) -> Data:
    """Return the YAML file `name` of `package`; every scalar is a string.

    Raises:
        FileNotFoundError: if the file is not in the package.
        ValueError: if it refers back to what it said before, with `*`.
    """
    import yaml  # not where no vocabulary is read: a result that is kept

    # PyYAML built without libyaml (from source, where there is no wheel) has only the slow one.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return _document(yaml.parse(text, loader))


def _document(events: Iterator[Any]) -> Data:
    """Return what PyYAML reads, as strings, lists and dictionaries.

    Its own ways to them allow for much more, and take twice as long.
    """
    for event in events:
        if type(event).__name__ not in ("StreamStartEvent", "DocumentStartEvent"):
            break
    return "" if type(event).__name__ == "StreamEndEvent" else _value(event, events)


def _value(event: Any, events: Iterator[Any]) -> Data:
    """Return the value that begins with an event; what belongs to it is taken from `events`."""
    kind = type(event).__name__
    if kind == "ScalarEvent":
        text: str = event.value
        return text
    if kind == "SequenceStartEvent":
        items: list[Data] = []
        while type(event := next(events)).__name__ != "SequenceEndEvent":
            items.append(_value(event, events))
        return items
    if kind != "MappingStartEvent":
        raise ValueError(f"line {event.start_mark.line + 1}: write out what is repeated")
    table: dict[str, Data] = {}
    while type(event := next(events)).__name__ != "MappingEndEvent":
        table[event.value] = _value(next(events), events)
    return table


@cache
def words(package: str, name: str, *path: str) -> frozenset[str]:
    """Return the list of strings at `path` in a vocabulary file, as a set.

    A long list of single words may be written as one string with spaces between them.

    Raises:
        TypeError: if there is no list of strings there.
    """
    data = load(package, name)
    for key in path:
        if not isinstance(data, dict) or key not in data:
            raise TypeError(f"{package}/{name} has no {'.'.join(path)}")
        data = data[key]
    if isinstance(data, str) and data:
        return frozenset(data.split())
    if not isinstance(data, list):
        raise TypeError(f"{package}/{name}: {'.'.join(path)} is not a list")
    return frozenset(item for item in data if isinstance(item, str))
