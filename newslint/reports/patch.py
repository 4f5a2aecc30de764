"""A change of a file as a unified diff, which `patch -p0` and `git apply -p0` understand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff

from newslint.reports.visible import visible

# In a patch only LF ends a line; what else an article may break lines with belongs to them.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def patch(path: str, before: str, after: str) -> str:
    """Return the unified diff from `before` to `after`, or nothing if they are the same."""
    return "".join(_lines(path, before, after))


def _lines(path: str, before: str, after: str) -> Iterator[str]:
    name = visible(path)
    if " " in name:
        name += "\t"  # as GNU diff does: it says where the name ends
    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), name, name):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n\\ No newline at end of file\n"
