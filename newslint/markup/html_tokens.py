"""Splits HTML into tags, text, character references and comments, each with its place.

The standard library's parser gives no place for attributes, is quadratic on some malformed
input, and changes its reading of it between patch releases; this one reads the same everywhere,
in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from newslint.markup.outline import element_names

_MARKUP = re.compile(r"<(?:!--|!|\?|/?(?=[A-Za-z]))")
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(\s*=\s*)?")
_UNQUOTED = re.compile(r"[^\s>]*")
_REFERENCE = re.compile(
    r"&(?:#[0-9]{1,7}(?![0-9]);?|#[xX][0-9A-Fa-f]{1,6}(?![0-9A-Fa-f]);?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: its value as written lies between `start` and `end`."""

    name: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of HTML between `start` and `end`.

    `kind` is `start`, `end`, `text`, `comment` or `other` (doctype and the like); `name` is
    a tag's, in lower case.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()
    closed: bool = True

    def get(self, name: str) -> Attribute | None:
        """Return the first attribute of that name."""
        return next((a for a in self.attributes if a.name == name), None)


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of `text` in order; together they cover all of it."""
    return _Tokenizer(text).run()


class _Tokenizer:
    def __init__(self, text: str) -> None:
        self.text = text
        self._last_angle = text.rfind(">")
        # Once a tag was found never to end, quotation marks no longer hide a ">".
        self._trust_quotes = True
        self._missing: set[str] = set()

    def run(self) -> Iterator[Token]:
        at = shown = 0
        raw = ""
        text_only = element_names("text_only")
        while True:
            if raw:
                token = self._raw_end(raw, at)
                raw = ""
                start = token.start if token else len(self.text)
            else:
                match = _MARKUP.search(self.text, at)
                if match is None:
                    break
                start = match.start()
                token = self._markup(match)
                if token is None:
                    at = match.end()
                    continue
            if shown < start:
                yield Token("text", shown, start)
            if token is None:
                return
            yield token
            at = shown = token.end
            if token.kind == "start" and token.name in text_only:
                raw = token.name
        if shown < len(self.text):
            yield Token("text", shown, len(self.text))

    def _markup(self, match: re.Match[str]) -> Token | None:
        start, opener = match.start(), match.group()
        if opener == "<!--":
            return self._until("comment", start, match.end() - 2, "-->")
        if opener == "<!":
            closer = "]]>" if self.text.startswith("[CDATA[", match.end()) else ">"
            return self._until("other", start, match.end(), closer)
        if opener == "<?":
            return self._until("other", start, match.end(), ">")
        return self._tag(start, match.end(), "end" if opener == "</" else "start")

    def _until(self, kind: str, start: int, at: int, closer: str) -> Token:
        """Return a token that reaches to `closer`, or to the end of the text."""
        found = -1 if closer in self._missing else self.text.find(closer, at)
        if found < 0:
            self._missing.add(closer)
            return Token(kind, start, len(self.text), closed=False)
        return Token(kind, start, found + len(closer))

    def _raw_end(self, name: str, at: int) -> Token | None:
        """Return the end tag of an element whose content is text, or None."""
        if name not in self._missing:
            pattern = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE)
            match = pattern.search(self.text, at, self._last_angle + 1)
            if match:
                return Token("end", match.start(), match.end(), name)
            self._missing.add(name)
        return None

    def _tag(self, start: int, at: int, kind: str) -> Token | None:
        """Return the tag that begins at `start`, or None if the text has no end for it."""
        if self._last_angle < at:
            return None
        named = _NAME.match(self.text, at)
        if named is None:
            return None
        name = named.group().lower()
        at = named.end()
        attributes: list[Attribute] = []
        while match := _ATTRIBUTE.match(self.text, at):
            at = match.end()
            value_start = value_end = at
            if match.group(2):
                value_start, value_end, at = self._value(at)
            value = self.text[value_start:value_end]
            attributes.append(
                Attribute(match.group(1).lower(), unescape_safely(value), value_start, value_end)
            )
        end = self.text.find(">", at)
        if end < 0:
            self._trust_quotes = False
            end = self.text.find(">", named.end())
            attributes = []
        return Token(kind, start, end + 1, name, tuple(attributes))

    def _value(self, at: int) -> tuple[int, int, int]:
        """Return where an attribute's value starts and ends, and where to go on."""
        quote = self.text[at : at + 1]
        if quote in ('"', "'") and self._trust_quotes and quote not in self._missing:
            end = self.text.find(quote, at + 1)
            if end >= 0:
                return at + 1, end, end + 1
            self._missing.add(quote)
        match = _UNQUOTED.match(self.text, at)
        end = match.end() if match else at
        return at, end, end


def unescape_safely(text: str) -> str:
    """Return `text` with its character references resolved."""
    return _REFERENCE.sub(lambda m: unescape(m.group()), text) if "&" in text else text


def references(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the plain stretches and resolved references between `start` and `end`."""
    at = start
    for match in _REFERENCE.finditer(text, start, end):
        resolved = unescape(match.group())
        if resolved == match.group():
            continue
        if at < match.start():
            yield text[at : match.start()], at, match.start()
        yield resolved, match.start(), match.end()
        at = match.end()
    if at < end:
        yield text[at:end], at, end


def split_spaces(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches of `text`, and whether each is white space to be collapsed.

    A single space stays with the words around it.
    """
    at = 0
    for match in _SPACES.finditer(text):
        if at < match.start():
            yield at, match.start(), False
        yield match.start(), match.end(), True
        at = match.end()
    if at < len(text):
        yield at, len(text), False
