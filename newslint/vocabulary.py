"""Word lists and tables kept as YAML inside the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

#: What a vocabulary file may hold: every scalar stays a string.
Data = dict[str, "Data"] | list["Data"] | str


@cache
def load(package: str, name: str) -> Data:
    """Return the YAML file `name` of `package`; every scalar is a string.

    Raises:
        FileNotFoundError: if the file is not in the package.
    """
    import yaml  # not where no vocabulary is read: a result that is kept

    # A base loader builds nothing but strings, lists and dictionaries. PyYAML built without
    # libyaml (from source, where there is no wheel) has only the slow one.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    data: Data = yaml.load(text, loader)
    return data


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
