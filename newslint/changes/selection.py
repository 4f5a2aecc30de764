"""Which of the files that were asked for have changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from glob import has_magic
from pathlib import Path

from pathspec import GitIgnoreSpec

from newslint.changes.git import Change, Changes, real_place
from newslint.config import Configuration
from newslint.errors import ConfigError
from newslint.files import Found, Selection, why_not


def changed_only(
    selection: Selection,
    changes: Changes,
    paths: Sequence[str],
    configuration: Configuration,
    *,
    force_exclude: bool = False,
) -> Selection:
    """Return what of `selection`, the files that `paths` stand for, has changed.

    Staged files have no `file` to be read from: they may be others in the working tree. Those
    that are not there at all are selected as if they were.

    Raises:
        ConfigError: if a path lies outside the repository.
    """
    for path in paths:
        place = Path(os.path.realpath(path))
        if os.path.lexists(path) and changes.top not in (place, *place.parents):
            raise ConfigError(
                f"{path} lies outside the repository {changes.top}",
                "run newslint in the repository that it belongs to",
            )
    found: dict[str, Found] = {}
    for one in selection.found:
        change = changes.at(one.file) if one.file is not None else None
        if change is not None:
            found[change.path] = replace(one, file=None) if changes.staged else one
    served: set[str] = set()
    for change in _only_staged(changes):
        asked = [path for path in paths or (".",) if _stands_for(path, change)]
        served.update(asked)
        named = any(real_place(path) == change.path for path in asked)
        shown = Path(os.path.relpath(change.path)).as_posix()
        free = named and not force_exclude
        if asked and (free or why_not(shown, configuration) is None):
            found.setdefault(change.path, Found(shown, None, named=named))
    return Selection(
        tuple(sorted(found.values())),
        selection.left,
        tuple(missing for missing in selection.missing if missing.path not in served),
    )


def _only_staged(changes: Changes) -> Iterator[Change]:
    """Yield staged files in whose place the working tree has none."""
    if changes.staged:
        for change in changes.files.values():
            if not os.path.isfile(change.path):  # noqa: PTH113 - names of any kind
                yield change


def _stands_for(path: str, change: Change) -> bool:
    """Return whether a file, folder or glob on the command line takes in a changed file."""
    if not path:
        return False
    if real_place(path) == change.path:
        return True
    folder = os.path.realpath(path)
    if change.path.startswith(folder.rstrip(os.sep) + os.sep):
        return True
    if not has_magic(path) or os.path.lexists(path):
        return False
    pattern = os.path.relpath(path).replace(os.sep, "/")
    inside = os.path.relpath(change.path).replace(os.sep, "/")
    return GitIgnoreSpec.from_lines([f"/{pattern}"]).match_file(inside)
