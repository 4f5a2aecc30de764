"""TOML front matter: every scalar with its key and its place."""

from __future__ import annotations

import re
import tomllib

from newslint.markup.scalars import FrontMatterError, Scalar, by_escapes, character, scalar
from newslint.span import Span

_SPACE = re.compile(r"(?:[ \t]|\r?\n|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"")
_LITERAL = re.compile(r"'([^'\n]*)'")
_LONG_BASIC = re.compile(
    r"\"\"\"(?:\r?\n)?((?:[^\"\\]|\\.|\"{1,2}(?!\"))*\"{0,2})\"\"\"", re.DOTALL
)
_LONG_LITERAL = re.compile(r"'''(?:\r?\n)?((?:[^']|'{1,2}(?!'))*'{0,2})'''")
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,#\]}]+|[^\s,#\]}]+")
_ESCAPE = re.compile(
    r"\\[ \t]*\r?\n\s*|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|\r\n"
)
_NAMED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}
_LINE = re.compile(r" *\(at line (\d+), column (\d+)\)")
_MAX_DEPTH = 50
# tomllib is quadratic in the length of a dotted key.
_LONG_KEY = re.compile(r"(?:\.[ \t]*[\w\"'-]{1,100}[ \t]*){100}")

Path = tuple[str, ...]


def toml_scalars(source: str, start: int, end: int) -> list[Scalar]:
    """Return the scalars of the TOML between two offsets of `source`.

    Raises:
        FrontMatterError: if it is not valid TOML.
    """
    text = source[start:end]
    if _LONG_KEY.search(text):
        raise FrontMatterError(
            "The front matter nests too deeply to be read.", "Shorten its dotted keys.", start
        )
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FrontMatterError(
            f"The front matter is not valid TOML: {_LINE.sub('', str(error))}.",
            'Values are written KEY = "VALUE", one on a line.',
            start + _place(text, str(error)),
        ) from error
    except (RecursionError, ValueError) as error:
        raise FrontMatterError(
            "The front matter is not valid TOML: a value cannot be read.",
            "Check its longest numbers and deepest brackets.",
            start,
        ) from error
    return _Scanner(source, start, end).scan()


def _place(text: str, message: str) -> int:
    """Return the offset that an error message gives as a line and a column."""
    match = _LINE.search(message)
    if match is None:
        return len(text)
    line, column = int(match.group(1)), int(match.group(2))
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return min(len(text), at + column - 1)


class _Scanner:
    """Walks TOML that is known to be valid."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source = source
        self.at = start
        self.end = end
        self.found: list[Scalar] = []

    def scan(self) -> list[Scalar]:
        """Return the scalars found, in source order."""
        table: Path = ()
        counts: dict[Path, int] = {}
        self._space()
        while self.at < self.end:
            before = self.at
            if self._take("[["):
                name, _ = self._keys()
                name = self._current(name, counts, last=False)
                counts[name] = counts.get(name, -1) + 1
                table = (*name, str(counts[name]))
                self._take("]]")
            elif self._take("["):
                name, _ = self._keys()
                table = self._current(name, counts, last=True)
                self._take("]")
            else:
                self._pair(table, 0)
            self._space()
            if self.at == before:
                break
        return self.found

    def _current(self, name: Path, counts: dict[Path, int], *, last: bool) -> Path:
        """Return `name` with the position of the current item after each array of tables."""
        path: Path = ()
        for index, part in enumerate(name):
            path = (*path, part)
            if path in counts and (last or index < len(name) - 1):
                path = (*path, str(counts[path]))
        return path

    def _pair(self, table: Path, depth: int) -> None:
        keys, span = self._keys()
        self._space()
        if self._take("="):
            self._space()
            self._value((*table, *keys), span, depth)

    def _keys(self) -> tuple[Path, Span]:
        """Read a dotted key; return its parts, and the span of the last one."""
        parts: list[str] = []
        span = Span(self.at, self.at)
        while True:
            self._space()
            for pattern in (_BARE_KEY, _BASIC, _LITERAL):
                if match := pattern.match(self.source, self.at, self.end):
                    group = 0 if pattern is _BARE_KEY else 1
                    span = Span(*match.span(group))
                    text = match.group(group)
                    parts.append(_ESCAPE.sub(_unescape, text) if pattern is _BASIC else text)
                    self.at = match.end()
                    break
            self._space()
            if not self._take("."):
                return tuple(parts), span

    def _value(self, path: Path, key_span: Span, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self.at = self.end
        elif self._take("["):
            index = 0
            self._space()
            while self.at < self.end and not self._take("]"):
                before = self.at
                self._value((*path, str(index)), key_span, depth + 1)
                index += 1
                self._space()
                self._take(",")
                self._space()
                if self.at == before:
                    return
        elif self._take("{"):
            self._space()
            while self.at < self.end and not self._take("}"):
                before = self.at
                self._pair(path, depth + 1)
                self._space()
                self._take(",")
                self._space()
                if self.at == before:
                    return
        else:
            self._scalar(path, key_span)

    def _scalar(self, path: Path, key_span: Span) -> None:
        for pattern in (_LONG_BASIC, _LONG_LITERAL, _BASIC, _LITERAL):
            if match := pattern.match(self.source, self.at, self.end):
                span = Span(*match.span(1))
                escapes = _ESCAPE if pattern in (_BASIC, _LONG_BASIC) else _CRLF
                parts = by_escapes(self.source, span, escapes, _resolve)
                break
        else:
            match = _PLAIN.match(self.source, self.at, self.end)
            if match is None:
                return
            span = Span(*match.span())
            parts = by_escapes(self.source, span, _CRLF, _resolve)
        self.at = match.end()
        value = "".join(part.text for part in parts)
        self.found.append(scalar(path, key_span, span, value, parts))

    def _space(self) -> None:
        match = _SPACE.match(self.source, self.at, self.end)
        self.at = match.end() if match else self.at

    def _take(self, text: str) -> bool:
        if self.source.startswith(text, self.at, self.end):
            self.at += len(text)
            return True
        return False


_CRLF = re.compile(r"\r\n")


def _unescape(match: re.Match[str]) -> str:
    return _resolve(match.group())


def _resolve(written: str) -> str:
    """Return what an escape stands for: nothing, if it joins two lines."""
    if written == "\r\n":
        return "\n"
    if written[1] in "xuU":
        return character(written[2:])
    return _NAMED.get(written[1], "")
