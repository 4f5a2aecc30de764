"""YAML with the line of every key, for error messages that point at the place."""

from __future__ import annotations

import yaml

from newslint.errors import ConfigError
from newslint.vocabulary import Data

#: The line of each value, 1-based, by its path of keys and list positions.
Lines = dict[tuple[str | int, ...], int]


def read_yaml(text: str, name: str) -> tuple[dict[str, Data], Lines]:
    """Return the mapping in a YAML text, every scalar a string, and the lines of its keys.

    Raises:
        ConfigError: if it is not YAML, not a mapping, or says the same key twice; the message
            begins with `name` and the line.
    """
    try:
        node = yaml.compose(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error)
        raise ConfigError(f"{name}{line}: not YAML: {problem}", "check the indentation") from None
    lines: Lines = {}
    data = _built(node, (), lines, name) if node is not None else {}
    if not isinstance(data, dict):
        raise ConfigError(f"{name}:1: not a mapping", "write `key: value` lines")
    return data, lines


def line_of(lines: Lines, where: tuple[str | int, ...]) -> int:
    """Return the line of `where`, or of the nearest key above it that is in the file."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def _built(node: yaml.Node, path: tuple[str | int, ...], lines: Lines, name: str) -> Data:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Data] = {}
        for key, value in node.value:
            word = str(key.value)
            line = key.start_mark.line + 1
            if word in found:
                raise ConfigError(f"{name}:{line}: {word!r} is there twice", "keep one of them")
            lines[(*path, word)] = line
            found[word] = _built(value, (*path, word), lines, name)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_built(item, (*path, i), lines, name) for i, item in enumerate(node.value)]
    return str(node.value)
