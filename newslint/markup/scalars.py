"""The scalars of front matter: their values, and where each part of a value is written."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from newslint.article import Field
from newslint.span import Span


class Part(NamedTuple):
    """A part of a value, and the source span it was written as."""

    text: str
    span: Span


class Scalar(NamedTuple):
    """One scalar: a field, and how its value follows from what is written.

    `folded` says that single line breaks were folded into spaces already, so that one in
    the value ends a paragraph.
    """

    field: Field
    parts: tuple[Part, ...]
    folded: bool = False


class FrontMatterError(Exception):
    """Front matter that cannot be read: `message`, `hint`, and the offset of the trouble."""

    def __init__(self, message: str, hint: str, at: int) -> None:
        """Hold what is wrong, what to do about it, and where."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.at = at


def scalar(
    key: Iterable[str], key_span: Span, span: Span, value: str, parts: Iterable[Part]
) -> Scalar:
    """Return a scalar; parts that do not add up to `value` give way to one for the whole."""
    found = tuple(parts)
    if "".join(part.text for part in found) != value:
        found = (Part(value, span),)
    return Scalar(Field(".".join(key), value, span, key_span), found)


def character(digits: str) -> str:
    """Return the character with this hexadecimal number, or the replacement character."""
    number = int(digits, base=16)
    return chr(number) if number <= sys.maxunicode else "\ufffd"


_WORDS = re.compile(r"\s+|\S+")


def by_words(source: str, span: Span, value: str) -> list[Part]:
    """Return the parts of a value without escapes: the same words, other white space."""
    written = list(_WORDS.finditer(source, span.start, span.end))
    parts: list[Part] = []
    index = 0
    for match in _WORDS.finditer(value):
        text = match.group()
        blank = text.isspace()
        while index < len(written) and written[index].group().isspace() and not blank:
            index += 1  # indentation that is no part of the value
        if index == len(written):
            break
        here = written[index]
        if here.group().isspace() != blank or (not blank and here.group() != text):
            return []
        parts.append(Part(text, Span(*here.span())))
        index += 1
    return parts


def by_escapes(
    source: str, span: Span, escapes: re.Pattern[str], resolve: Callable[[str], str]
) -> list[Part]:
    """Return the parts of a value with escapes, each of which `resolve` gives a text."""
    parts: list[Part] = []
    at = span.start
    for match in escapes.finditer(source, span.start, span.end):
        if at < match.start():
            parts.append(Part(source[at : match.start()], Span(at, match.start())))
        text = resolve(match.group())
        if text:
            parts.append(Part(text, Span(*match.span())))
        at = match.end()
    if at < span.end:
        parts.append(Part(source[at : span.end], Span(at, span.end)))
    return parts
