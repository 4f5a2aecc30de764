"""Words to count: what stands between white space and marks."""

from __future__ import annotations

import re

from newslint.span import Span

#: Letters and digits, with apostrophes inside: "don't" is one word, "two-year" is two.
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def word_spans(text: str, within: Span | None = None) -> list[Span]:
    """Return the words of `text`, or of the part `within`, in order (coordinates of `text`)."""
    part = within or Span(0, len(text))
    return [Span(*match.span()) for match in _WORD.finditer(text, part.start, part.end)]
