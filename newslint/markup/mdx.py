"""Finds in MDX what is code: imports and exports, JSX components, `{expressions}`.

Plain HTML elements stay; an attribute written as an expression (`style={...}`) is covered.
"""

from __future__ import annotations

import re

from newslint.markup.passage import Argument, Tag
from newslint.markup.templates import known, stand_alone

_STATEMENT = re.compile(
    r"(?:import\s(?:[^'\"\n\r]*\sfrom\s)?\s*['\"]"
    r"|import\s+[{*\w][^'\"`;.]{0,500}?\sfrom\s*['\"]"
    r"|export\s+(?:const|let|var|default|function|async|class|type|interface|\{|\*))"
)
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)|\Z")
_START = re.compile(
    r"^(?=import\s|export\s)|\{|</?>|</?(?=[A-Za-z])|(`+)|^[ \t]{0,3}(~~~+)|<!--", re.MULTILINE
)
_NAME = re.compile(r"[A-Za-z][\w.:-]*")
_ATTRIBUTE = re.compile(r"\s*([A-Za-z_$][\w:.$-]*)(\s*=\s*)?")
_END = re.compile(r"\s*/?>")
_BRACE = re.compile(r"[{}]")


def find_mdx(text: str) -> list[Tag]:
    """Return what is code in `text`, in order, not overlapping. Linear in the text."""
    finder = _Finder(text)
    at = 0
    while match := _START.search(text, at):
        at = max(finder.read(match), match.end())
    return stand_alone(text, finder.tags)


class _Finder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tags: list[Tag] = []
        self._closing = _pairs(text)
        self._missing: set[str] = set()
        self._blank = -1

    def read(self, match: re.Match[str]) -> int:
        """Read what begins at `match`; return where to go on."""
        start, found = match.start(), match.group()
        if match.group(1) or match.group(2):
            return self._skip_code(match)
        if found == "<!--":
            return self._after("-->", match.end())
        if found == "":
            return self._statement(start)
        if found == "{":
            return self._expression(start)
        if found in ("<>", "</>"):
            self.tags.append(Tag(start, match.end()))
            return match.end()
        return self._component(start, match.end())

    def _after(self, closer: str, at: int) -> int:
        """Return the offset after the next `closer`, or `at` if there is none."""
        found = -1 if closer in self._missing else self.text.find(closer, at)
        if found < 0:
            self._missing.add(closer)
            return at
        return found + len(closer)

    def _skip_code(self, match: re.Match[str]) -> int:
        """Return the end of the code span or fence that begins at `match`."""
        fence = match.group(1) or match.group(2)
        # A code span ends with its paragraph at the latest, a fence with the file.
        if len(fence) >= 3:
            return self._after(f"\n{fence}", match.end())
        end = self._after(fence, match.end())
        return end if end <= self._paragraph_end(match.end()) else match.end()

    def _paragraph_end(self, at: int) -> int:
        if self._blank < at:
            match = _BLANK_LINE.search(self.text, at)
            self._blank = match.start() if match else len(self.text)
        return self._blank

    def _statement(self, start: int) -> int:
        """An import or export reaches to the next blank line."""
        if _STATEMENT.match(self.text, start) is None:
            return start + 1
        end = self._paragraph_end(start)
        self.tags.append(Tag(start, end, "import"))
        return end

    def _expression(self, start: int) -> int:
        end = self._closing.get(start)
        if self.text.startswith("{/*", start):
            stop = self._after("*/}", start)
            if stop > start:
                self.tags.append(Tag(start, stop, comment=True))
                return stop
        if end is None or end > self._paragraph_end(start):
            return start + 1
        self.tags.append(Tag(start, end, shown=bool(self.text[start + 1 : end - 1].strip())))
        return end

    def _component(self, start: int, at: int) -> int:
        """Read a tag. Components are covered, elements only in their expressions."""
        named = _NAME.match(self.text, at)
        if named is None:
            return at
        name, at = named.group(), named.end()
        arguments: list[Argument] = []
        expressions: list[Tag] = []
        spread = False
        while True:
            attribute = _ATTRIBUTE.match(self.text, at)
            brace = re.compile(r"\s*\{").match(self.text, at)
            if brace:
                at, spread = self._closing.get(brace.end() - 1, -1), True
            elif attribute is None:
                break
            else:
                at = attribute.end()
                if attribute.group(2):
                    value, at = at, self._value(at)
                    if self.text[value : value + 1] == "{":
                        expressions.append(Tag(value, at))
                    else:
                        arguments.append(Argument(attribute.group(1).lower(), value + 1, at - 1))
            if at < 0:
                return named.end()
        closing = _END.match(self.text, at)
        if closing is None:
            return named.end()
        end = closing.end()
        if not (name[0].isupper() or "." in name or spread):
            self.tags.extend(expressions)
            return end
        picture = any(word in name.lower() for word in known("picture"))
        self.tags.append(Tag(start, end, name, arguments=tuple(arguments) if picture else ()))
        return end

    def _value(self, at: int) -> int:
        """Return where the attribute value at `at` ends, or -1."""
        quote = self.text[at : at + 1]
        if quote == "{":
            return self._closing.get(at, -1)
        if quote in ("'", '"') and quote not in self._missing:
            end = self._after(quote, at + 1)
            return end if quote not in self._missing else -1
        return -1


def _pairs(text: str) -> dict[int, int]:
    """Return, for every opening brace that has one, the offset after its closing brace."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for match in _BRACE.finditer(text):
        if match.group() == "{":
            waiting.append(match.start())
        elif waiting:
            found[waiting.pop()] = match.end()
    return found
