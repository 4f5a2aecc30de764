"""YAML front matter: every scalar with its key and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from newslint.markup.scalars import (
    FrontMatterError,
    Part,
    Scalar,
    by_escapes,
    by_words,
    character,
    scalar,
)
from newslint.span import Span

#: What YAML does not allow in a file, replaced one for one so that offsets stay.
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_BRACKETS = re.compile(r"[\[\]{}]")
# libyaml is quadratic in the depth of flow collections.
_MAX_FLOW_DEPTH = 100
_MAX_DEPTH = 100

_BREAK = "(?:\r\n|[\n\r\x85\u2028\u2029])"
_FOLD = rf"[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
_SINGLE = re.compile(rf"''|{_FOLD}")
_DOUBLE = re.compile(
    rf"\\[ \t]*{_BREAK}[ \t]*|{_FOLD}"
    r"|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)",
    re.DOTALL,
)
_ONE_BREAK = re.compile(_BREAK)
_NAMED = dict(
    zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True)
)


@dataclass(slots=True)
class _Level:
    """An open mapping or sequence: its key, and where in it the reader is."""

    path: tuple[str, ...]
    span: Span
    mapping: bool
    key: str | None = None
    key_span: Span = field(default_factory=lambda: Span(0, 0))
    index: int = -1

    def take(self, text: str | None, span: Span) -> tuple[tuple[str, ...], Span] | None:
        """Return the path and key of the node that arrives, or None if it is a key."""
        if self.mapping and self.key is None:
            self.key, self.key_span = text or "", span
            return None
        self.index += 1
        step = self.key if self.key is not None else str(self.index)
        self.key = None
        # Too deep to be kept: no use in an ever longer path.
        path = (*self.path, step) if len(self.path) < _MAX_DEPTH else self.path
        return path, self.key_span if self.mapping else self.span


def yaml_scalars(source: str, start: int, end: int) -> tuple[list[Scalar], FrontMatterError | None]:
    """Return the scalars between two offsets of `source`, up to the first error, and that."""
    text = _FORBIDDEN.sub("\ufffd", source[start:end])
    if _flow_depth(text) > _MAX_FLOW_DEPTH:
        return [], FrontMatterError(
            "The front matter nests brackets too deeply to be read.",
            "Check for a bracket that is never closed.",
            start,
        )
    found: list[Scalar] = []
    try:
        _read(text, start, found)
    except FrontMatterError as error:
        return found, error
    except yaml.MarkedYAMLError as error:
        at = min(end, start + _index(error.problem_mark or error.context_mark))
        # A value cut short by the error is worse than none.
        line = max(source.rfind("\n", start, at), source.rfind("\r", start, at)) + 1
        return [s for s in found if s.field.span.end < line], FrontMatterError(
            f"The front matter is not valid YAML: {error.problem or error.context}.",
            _hint(error.problem or ""),
            at,
        )
    except yaml.YAMLError as error:
        return found, FrontMatterError(
            f"The front matter is not valid YAML: {error}.", _hint(""), start
        )
    return found, None


def _not_keys(at: int) -> FrontMatterError:
    return FrontMatterError(
        "The front matter holds no keys.",
        "Write KEY: VALUE, one on a line; between +++ lines, KEY = VALUE.",
        at,
    )


def _hint(problem: str) -> str:
    if "mapping values" in problem:
        return "Put a value that contains a colon in quotation marks."
    if "cannot start any token" in problem:
        return "Indent with spaces, and put the value in quotation marks."
    return "Put the value in quotation marks, or mend its indentation."


def _flow_depth(text: str) -> int:
    depth = deepest = 0
    for match in _BRACKETS.finditer(text):
        depth += 1 if match.group() in "[{" else -1
        deepest = max(deepest, depth)
        depth = max(depth, 0)
    return deepest


def _read(text: str, base: int, found: list[Scalar]) -> None:
    """Add the scalars of the first mapping in `text` to `found`, as far as it parses."""
    levels: list[_Level] = []
    for event in yaml.parse(text, yaml.CBaseLoader):
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            span = Span(base + _index(event.start_mark), base + _index(event.start_mark))
            mapping = isinstance(event, yaml.MappingStartEvent)
            if not levels and not mapping:
                raise _not_keys(base)
            place = levels[-1].take(None, span) if levels else ((), span)
            path, key_span = place or (("?",), span)
            levels.append(_Level(path, key_span, mapping))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            levels.pop()
            if not levels:
                return
        elif isinstance(event, yaml.ScalarEvent):
            if not levels:
                raise _not_keys(base)
            span = Span(base + _index(event.start_mark), base + _index(event.end_mark))
            place = levels[-1].take(event.value, span)
            if place is not None and len(levels) <= _MAX_DEPTH:
                found.append(_scalar(text, base, event, *place))
        elif isinstance(event, yaml.AliasEvent) and levels:
            levels[-1].take(None, Span(base, base))


class _Mark(Protocol):
    """Either of PyYAML's two kinds of mark."""

    @property
    def index(self) -> int: ...


def _index(mark: _Mark | None) -> int:
    """Return the offset of a mark, in code points; events always have theirs."""
    return mark.index if mark else 0


def _scalar(
    text: str, base: int, event: yaml.ScalarEvent, path: tuple[str, ...], key_span: Span
) -> Scalar:
    start, end = _index(event.start_mark), _index(event.end_mark)
    value: str = event.value
    if event.style in ("'", '"'):
        inner = Span(start + 1, max(start + 1, end - 1))
        pattern = _SINGLE if event.style == "'" else _DOUBLE
        parts = by_escapes(text, inner, pattern, _resolve)
    else:
        inner = Span(start, end)
        if event.style in ("|", ">"):
            inner, value = _content(text, start, end), value.strip()
        parts = by_words(text, inner, value)
    placed = (Part(part.text, part.span.shifted(base)) for part in parts)
    found = scalar(path, key_span, inner.shifted(base), value, placed)
    return found._replace(folded=event.style != "|")


def _content(text: str, start: int, end: int) -> Span:
    """Return the span of a block scalar without its header, indentation and last break."""
    header = _ONE_BREAK.search(text, start, end)
    first = header.end() if header else end
    inner = text[first:end]
    lead = len(inner) - len(inner.lstrip())
    return Span(first + lead, first + max(lead, len(inner.rstrip())))


def _resolve(written: str) -> str:
    """Return what an escape, or a line break with its indentation, stands for."""
    if written == "''":
        return "'"
    if written[0] != "\\":
        breaks = _ONE_BREAK.findall(written)
        return " " if len(breaks) == 1 else "\n" * (len(breaks) - 1)
    if written[1] in "xuU" and len(written) > 2:
        return character(written[2:])
    return _NAMED.get(written[1], "")
