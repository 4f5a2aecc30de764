"""Other people's words in a Markdown comment, as words and as nothing else."""

from __future__ import annotations

import re

from newslint.reports.visible import one_line

#: Signs that may begin markup in Markdown or HTML.
_MARKUP = re.compile(r"[!#$%&*+<=>@\[\\\]^_`{|}~]|:(?=\S)|(?<=www)\.|(?<=GH)-", re.IGNORECASE)
#: Those at which code hosts make links when the Markdown is done: mentions, issues, labels,
#: emoji, addresses. A space of no width after the sign keeps them from it.
_LINKING = frozenset("@#!~$%&^:.-")
_NO_WIDTH = "&#8203;"


def words(text: str) -> str:
    """Return `text` for a table cell or a line: no markup, link, mention or emoji in it.

    Every sign is written as a character reference, which Markdown never takes for markup.
    """
    return _MARKUP.sub(_written, one_line(text))


def _written(match: re.Match[str]) -> str:
    reference = f"&#{ord(match[0])};"
    return reference + _NO_WIDTH if match[0] in _LINKING else reference
