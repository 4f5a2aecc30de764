"""Making harmless what an article, a path or a plug-in may put into a terminal or a log."""

from __future__ import annotations

import re

# C0 and C1 controls, delete, line and paragraph separators, marks and overrides of writing
# direction, invisible joiners, byte order marks, halves of surrogate pairs, no characters.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

# Continuous integration obeys these wherever they stand in a line of the log.
_COMMAND = re.compile(r"##(?=\[|vso\[)", re.IGNORECASE)

_HALVES = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """Return `text` on one line, with every control or invisible character spelt out.

    What continuous integration would take for a command is broken up by a space.
    """
    return _COMMAND.sub("## ", _HIDDEN.sub(_spelt, text))


def visible_path(path: str) -> str:
    """Return `path` as a line may begin with it: GitHub would take `::so` for a command."""
    shown = visible(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def one_line(text: str) -> str:
    """Return `text` with runs of white space made one space, and the rest made visible."""
    return visible(" ".join(text.split()))


def sound(text: str) -> str:
    """Return `text` with U+FFFD for halves of surrogate pairs, which UTF-8 cannot hold.

    The rest is as it was: for paths and replacements, which a program reads.
    """
    return _HALVES.sub("\ufffd", text)


def _spelt(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\t\r\n":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))  # the symbol for the control character
    return f"<U+{ord(character):04X}>"
