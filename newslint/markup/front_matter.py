"""Front matter in YAML, TOML or JSON: recognised in every format."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.article import FrontMatter, ParseNote
from newslint.markup.scalars import FrontMatterError, Scalar
from newslint.span import Span

_EOL = r"[ \t]*(?:\r\n|\r|\n|\Z)"
_OPENING = re.compile(rf"(---|\+\+\+)[ \t]*(yaml|yml|toml|json)?{_EOL}", re.IGNORECASE)
_CLOSING = {
    "---": re.compile(rf"(?:^|(?<=\r))(?:---|\.\.\.){_EOL}", re.MULTILINE),
    "+++": re.compile(rf"(?:^|(?<=\r))\+\+\+{_EOL}", re.MULTILINE),
}
_JSON = re.compile(r"\{\s*[\"}]")
_JSON_END = re.compile(rf"(?:^|(?<=\r))\}}{_EOL}", re.MULTILINE)
_KEY = re.compile(r"\s*(?:#[^\r\n]*\s+)*[\"']?[\w][\w .-]{0,60}[\"']?[ \t]*[:=](?:\s|\Z)")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)|\Z")


class Opening(NamedTuple):
    """How a file begins: its front matter, where its body starts, and what was unreadable."""

    front: FrontMatter | None = None
    scalars: tuple[Scalar, ...] = ()
    end: int = 0
    notes: tuple[ParseNote, ...] = ()


def read_front_matter(source: str) -> Opening:
    """Return the front matter at the start of `source`, if it has any.

    Fences are `---` (YAML, or the language named after it) and `+++` (TOML); a JSON object
    needs none. Between two rules without a key in sight lies prose, not front matter.
    """
    if _JSON.match(source):
        return _json(source)
    opening = _OPENING.match(source)
    if opening is None:
        return Opening()
    fence = opening.group(1)
    form = {"+++": "toml"}.get(fence, (opening.group(2) or "yaml").lower().replace("yml", "yaml"))
    start = opening.end()
    closing = _CLOSING[fence].search(source, start)
    notes: list[ParseNote] = []
    if closing is not None:
        end, stop = closing.span()
    elif _KEY.match(source, start):
        blank = _BLANK_LINE.search(source, start)
        end = stop = blank.end() if blank else len(source)
        notes.append(
            ParseNote(
                "The front matter is never closed.",
                f"Add a line with {fence} after the last key.",
                Span(0, len(fence)),
            )
        )
    else:
        return Opening()
    keyed = form != "yaml" or _KEY.match(source, start, end) is not None
    if not keyed and source[start:end].strip():
        return Opening()
    scalars, error = _read(form, source, start, end)
    if error is not None:
        notes.append(_note(error, source))
    fields = tuple(scalar.field for scalar in scalars)
    return Opening(FrontMatter(form, Span(0, stop), fields), scalars, stop, tuple(notes))


def _read(
    form: str, source: str, start: int, end: int
) -> tuple[tuple[Scalar, ...], FrontMatterError | None]:
    try:  # the reader of each form is imported when there is such front matter
        if form == "toml":
            from newslint.markup.toml_fields import toml_scalars

            return tuple(toml_scalars(source, start, end)), None
        if form == "json":
            from newslint.markup.json_fields import json_scalars

            lead = len(source[start:end]) - len(source[start:end].lstrip())
            return tuple(json_scalars(source[:end], start + lead)[0]), None
        from newslint.markup.yaml_fields import yaml_scalars

        scalars, error = yaml_scalars(source, start, end)
    except FrontMatterError as broken:
        return (), broken
    return tuple(scalars), error


def _json(source: str) -> Opening:
    from newslint.markup.json_fields import json_scalars

    try:
        scalars, end = json_scalars(source, 0)
    except FrontMatterError as error:
        closing = _JSON_END.search(source)
        if closing is None:
            return Opening()
        front = FrontMatter("json", Span(0, closing.end()))
        return Opening(front, (), closing.end(), (_note(error, source),))
    rest = re.compile(_EOL).match(source, end)
    if rest is None:
        return Opening()
    fields = tuple(scalar.field for scalar in scalars)
    return Opening(FrontMatter("json", Span(0, rest.end()), fields), tuple(scalars), rest.end())


def _note(error: FrontMatterError, source: str) -> ParseNote:
    at = min(error.at, len(source))
    return ParseNote(error.message, error.hint, Span(at, min(at + 1, len(source))))
