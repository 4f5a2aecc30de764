"""Making harmless what an article, a path or a plug-in may put into a terminal or a log."""

from __future__ import annotations

import re

# C0 and C1 controls, delete, line and paragraph separators, marks and overrides of writing
# direction, invisible joiners, byte order marks, and halves of surrogate pairs.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Return `text` on one line, with every control or invisible character spelt out."""
    return _HIDDEN.sub(_spelt, text)


def one_line(text: str) -> str:
    """Return `text` with runs of white space made one space, and the rest made visible."""
    return visible(" ".join(text.split()))


def _spelt(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\t\r\n":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))  # the symbol for the control character
    return f"<U+{ord(character):04X}>"
