"""JSON front matter: every scalar with its key and its place."""

from __future__ import annotations

import json
import re

from newslint.markup.scalars import FrontMatterError, Scalar, by_escapes, scalar
from newslint.span import Span

_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"", re.DOTALL)
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u.{4}|\\.")
_TOKEN = re.compile(r"[ \t\n\r]*(?:([{}\[\],:])|(\")|([^\s{}\[\],:\"]+))")
_MAX_DEPTH = 100


def json_scalars(source: str, start: int) -> tuple[list[Scalar], int]:
    """Return the scalars of the JSON object at `start`, and the offset where it ends.

    Raises:
        FrontMatterError: if there is no valid object there.
    """
    try:
        value, end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(source, start)
    except json.JSONDecodeError as error:
        raise FrontMatterError(
            f"The front matter is not valid JSON: {error.msg}.",
            "Check commas and quotation marks there and just before.",
            min(error.pos, len(source)),
        ) from error
    except RecursionError as error:
        raise FrontMatterError(
            "The front matter nests too deeply to be read.", "Make it flatter.", start
        ) from error
    if not isinstance(value, dict):
        raise FrontMatterError(
            "The front matter is not a JSON object.", "Put { } around it.", start
        )
    return _scalars(source, start, end), end


def _scalars(source: str, start: int, end: int) -> list[Scalar]:
    """Walk valid JSON, remembering the keys on the way."""
    found: list[Scalar] = []
    # For every open object or array: its path, its key's span, and its next index (-1: object).
    levels: list[tuple[tuple[str, ...], Span, int]] = []
    path: tuple[str, ...] = ()
    key_span = Span(start, start)
    at = start
    while at < end and (token := _TOKEN.match(source, at, end)):
        at = token.end()
        mark = token.group(1)
        if mark in ("{", "["):
            levels.append((path, key_span, -1 if mark == "{" else 0))
        elif mark in ("}", "]"):
            levels.pop()
            continue
        if mark in (":", ",", None):
            if mark is None:
                at = _value(source, token, path, key_span, found)
            if mark != ",":
                continue
        if not levels:
            break
        outer, outer_span, index = levels[-1]
        if index < 0:
            key = _TOKEN.match(source, at, end)
            name = _STRING.match(source, key.start(2)) if key and key.group(2) else None
            if name is None:
                continue
            path, key_span = (*outer, _decode(name.group())), Span(*name.span(1))
            at = name.end()
        else:
            path, key_span = (*outer, str(index)), outer_span
            levels[-1] = (outer, outer_span, index + 1)
    return found


def _value(
    source: str, token: re.Match[str], path: tuple[str, ...], key_span: Span, found: list[Scalar]
) -> int:
    """Add the scalar that `token` begins; return where it ends."""
    if token.group(2):
        match = _STRING.match(source, token.start(2))
        if match is None:
            return token.end()
        span = Span(*match.span(1))
        parts = by_escapes(source, span, _ESCAPE, lambda written: _decode(f'"{written}"'))
        value, end = _decode(match.group()), match.end()
    else:
        span = Span(*token.span(3))
        value, end = token.group(3), token.end()
        parts = by_escapes(source, span, _ESCAPE, str)
    if len(path) <= _MAX_DEPTH:
        found.append(scalar(path, key_span, span, value, parts))
    return end


def _decode(text: str) -> str:
    decoded = json.loads(text, strict=False)
    return decoded if isinstance(decoded, str) else ""
