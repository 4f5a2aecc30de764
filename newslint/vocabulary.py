"""Word lists and tables kept as YAML inside the package."""

from __future__ import annotations

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
    """
    import yaml  # not where no vocabulary is read: a result that is kept

    # PyYAML built without libyaml (from source, where there is no wheel) has only the slow one.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return plain(yaml.compose(files(package).joinpath(name).read_text(encoding="utf-8"), loader))


def plain(node: Any) -> Data:
    """Return what a node of PyYAML holds as strings, lists and dictionaries.

    PyYAML's own way to them allows for much more, and takes twice as long.
    """
    if node is None:
        return ""
    if node.id == "scalar":
        text: str = node.value
        return text
    if node.id == "sequence":
        return [plain(item) for item in node.value]
    return {key.value: plain(value) for key, value in node.value}


@cache
def words(package: str, name: str, *path: str) -> frozenset[str]:
    """Return the list of strings at `path` in a vocabulary file, as a set.

    Raises:
        TypeError: if there is no list of strings there.
    """
    data = load(package, name)
    for key in path:
        if not isinstance(data, dict) or key not in data:
            raise TypeError(f"{package}/{name} has no {'.'.join(path)}")
        data = data[key]
    if not isinstance(data, list):
        raise TypeError(f"{package}/{name}: {'.'.join(path)} is not a list")
    return frozenset(item for item in data if isinstance(item, str))
