"""The file of a baseline: JSON, sorted by path, one entry a line. Pure.

No text of an article is in it, no line number and no date: two branches that change it in
different articles merge by themselves.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from newslint.errors import ConfigError
from newslint.result import Known

VERSION = 1

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_MARKER = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_KEYS = ("path", "rule", "fingerprint", "count", "scope")


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings, sorted by path, rule and fingerprint, each once."""

    entries: tuple[Known, ...] = ()

    @property
    def total(self) -> int:
        """The number of findings that are known."""
        return sum(entry.count for entry in self.entries)


def of(entries: Iterable[Known]) -> Baseline:
    """Return the baseline of these entries; equal ones are added up, empty ones left out."""
    counts: dict[tuple[str, str, str, bool], int] = {}
    for entry in entries:
        identity = (entry.path, entry.rule, entry.fingerprint, entry.anchored)
        counts[identity] = counts.get(identity, 0) + entry.count
    return _ordered(counts)


def _ordered(counts: Mapping[tuple[str, str, str, bool], int]) -> Baseline:
    return Baseline(
        tuple(
            Known(path, rule, fingerprint, number, anchored)
            for (path, rule, fingerprint, anchored), number in sorted(counts.items())
            if number > 0
        )
    )


def written(baseline: Baseline) -> str:
    """Return a baseline as the text of its file."""
    lines = ",\n".join(json.dumps(_values(e), ensure_ascii=False) for e in baseline.entries)
    entries = f"[\n{lines}\n]" if lines else "[]"
    return f'{{\n"version": {VERSION},\n"entries": {entries}\n}}\n'


def parse(text: str, name: str) -> Baseline:
    """Read the text of the file called `name`.

    An entry that stands there twice, as after a merge, counts once, with its greater count.

    Raises:
        ConfigError: if it is no baseline of this version; says what is wrong with it.
    """
    marker = _MARKER.search(text)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        raise ConfigError(
            f"{name}, line {line}: a merge conflict is not resolved",
            "keep the lines of both sides, then run `newslint baseline update`",
        )
    try:
        data = json.loads(text)
    except ValueError as error:
        raise _broken(name, f"it is not JSON: {error}") from None
    except RecursionError:
        raise _broken(name, "it is nested too deeply") from None
    if not isinstance(data, dict) or "version" not in data:
        raise _broken(name, "it is not a baseline of newslint")
    if data["version"] != VERSION:
        raise ConfigError(
            f"{name} has version {data['version']!r}; this newslint knows version {VERSION}",
            "use the newslint that wrote it, or make it anew with `newslint baseline create`",
        )
    _check_keys(data, ("version", "entries"), name)
    entries = data.get("entries")
    if not isinstance(entries, list):
        raise _broken(name, '"entries" is not a list')
    counts: dict[tuple[str, str, str, bool], int] = {}
    for number, values in enumerate(entries, 1):
        entry = _entry(values, name, number)
        identity = (entry.path, entry.rule, entry.fingerprint, entry.anchored)
        counts[identity] = max(counts.get(identity, 0), entry.count)
    return _ordered(counts)


def _values(entry: Known) -> dict[str, Any]:
    values: dict[str, Any] = {
        "path": entry.path,
        "rule": entry.rule,
        "fingerprint": entry.fingerprint,
        "count": entry.count,
    }
    return {**values, "scope": "document"} if entry.anchored else values


def _entry(values: object, name: str, number: int) -> Known:
    where = f"{name}, entry {number}"
    if not isinstance(values, dict):
        raise _broken(where, "it is not an object")
    _check_keys(values, _KEYS, where)
    path, rule, fingerprint = values.get("path"), values.get("rule"), values.get("fingerprint")
    if not (
        isinstance(path, str)
        and isinstance(rule, str)
        and isinstance(fingerprint, str)
        and path
        and rule
        and _FINGERPRINT.fullmatch(fingerprint)
    ):
        raise _broken(where, "it needs a path, a rule and a fingerprint of 16 hexadecimal digits")
    count, scope = values.get("count"), values.get("scope", "span")
    if type(count) is not int or count < 1:
        raise _broken(where, '"count" is not a number above 0')
    if scope not in ("span", "document"):
        raise _broken(where, '"scope" is neither "span" nor "document"')
    return Known(path, rule, fingerprint, count, scope == "document")


def _check_keys(values: dict[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in values:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
            raise ConfigError(f"{where}: unknown key {key!r}", hint)


def _broken(where: str, what: str) -> ConfigError:
    return ConfigError(
        f"{where}: {what}",
        "take the file from your last commit, or make it anew with `newslint baseline create`",
    )
