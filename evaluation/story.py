"""Reads the annotated stories; `stories/README.md` has their format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from newslint.attribution.graph import SourceKind
from newslint.span import Span

FOLDER = Path(__file__).resolve().parent / "stories"

_NAME = re.compile(r"[a-z][a-z0-9-]*\.(dev|held)\.txt")
_ID = re.compile(r"[a-z][a-z0-9]*")
_NO_SOURCE = "none"
_END_OF_HEAD = "==="


class StoryError(Exception):
    """An annotated story that cannot be read: the file, its line and what is wrong."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        """Say where (`line` counts from 1) and what."""
        super().__init__(f"{path.name}:{line}: {message}")


class Half(StrEnum):
    """Which half of the stories: the one to mend errors by, or the one kept unread."""

    DEV = "dev"
    HELD = "held"


class What(StrEnum):
    """What is told of a source without a name."""

    DESCRIPTOR = "descriptor"
    TERMS = "terms"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice as annotated. Any of `names` and of `roles` is a right answer.

    `line` is its line in the file, from 1.
    """

    id: str
    kind: SourceKind
    line: int
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that stand for the source of a statement.

    `voice` is None where no source is given: `span` is the cue then. An optional one may be
    found or not. `via` is the voice that passes the statement on.
    """

    span: Span
    voice: str | None
    line: int
    optional: bool = False
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """Words that describe a source without a name, or say on what terms it speaks, or why."""

    span: Span
    what: What
    voice: str
    line: int


@dataclass(frozen=True, slots=True)
class Carried:
    """A quotation that names no source of its own: `place` is where it begins."""

    place: int
    voice: str
    line: int


@dataclass(frozen=True)
class Story:
    """An annotated story: `text` is Markdown, without marks; all spans index it."""

    name: str
    half: Half
    text: str
    voices: dict[str, Voice]
    mentions: tuple[Mention, ...] = ()
    details: tuple[Detail, ...] = ()
    carried: tuple[Carried, ...] = ()

    def voice_of(self, mention: Mention) -> Voice | None:
        """Return the voice behind a mention, None where no source is given."""
        return None if mention.voice is None else self.voices[mention.voice]


def read_stories(folder: Path = FOLDER) -> list[Story]:
    """Return the stories of a folder, sorted by name.

    Raises:
        StoryError: at the first mark or line that is not understood.
    """
    return [read_story(path) for path in sorted(folder.glob("*.txt"))]


def read_story(path: Path) -> Story:
    """Return one story.

    Raises:
        StoryError: at the first mark or line that is not understood.
    """
    named = _NAME.fullmatch(path.name)
    if named is None:
        raise StoryError(path, 1, "a story is named NAME.dev.txt or NAME.held.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    if _END_OF_HEAD not in lines:
        raise StoryError(path, len(lines), f"no line {_END_OF_HEAD!r} between voices and story")
    end = lines.index(_END_OF_HEAD)
    voices: dict[str, Voice] = {}
    for number, line in enumerate(lines[:end], 1):
        if line.strip() and not line.startswith("%"):
            voice = _voice(path, number, line)
            if voice.id in voices:
                raise StoryError(path, number, f"there is a voice {voice.id!r} already")
            voices[voice.id] = voice
    body = _Body(path, voices, end + 2)
    body.read("\n".join(lines[end + 1 :]))
    words = " ".join("".join(body.text).split())
    for voice in voices.values():
        if voice.id not in body.used:
            raise StoryError(path, voice.line, f"{voice.id!r} is never mentioned")
        for name in voice.names:
            if name not in words:
                raise StoryError(path, voice.line, f"the story does not name {name!r}")
    return Story(
        path.name.split(".", 1)[0], Half(named[1]), "".join(body.text), voices,
        tuple(sorted(body.mentions, key=lambda m: (m.span.start, -m.span.end))),
        tuple(body.details), tuple(body.carried),
    )  # fmt: skip


def _voice(path: Path, number: int, line: str) -> Voice:
    """Return the voice that a line declares: `id: kind; name=...; role=...; plural`."""
    label, colon, rest = line.partition(":")
    kind, *options = (part.strip() for part in rest.split(";"))
    if not colon or not _ID.fullmatch(label) or label == _NO_SOURCE:
        raise StoryError(path, number, "expected a voice, as in `ruiz: named-person`")
    if kind not in set(SourceKind) - {SourceKind.NONE}:
        raise StoryError(path, number, f"no such kind of source: {kind!r}")
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    plural = False
    for option in options:
        key, _, value = option.partition("=")
        if key == "name" and value:
            names = _alternatives(value)
        elif key == "role" and value:
            roles = _alternatives(value)
        elif option == "plural":
            plural = True
        else:
            raise StoryError(path, number, f"no such option: {option!r} (name=, role=, plural)")
    return Voice(label, SourceKind(kind), number, names, roles, plural)


def _alternatives(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(" / "))


@dataclass
class _Body:
    """The story proper while it is read."""

    path: Path
    voices: dict[str, Voice]
    line: int
    text: list[str] = field(default_factory=list)
    length: int = 0
    open: list[tuple[int, int]] = field(default_factory=list)  # offset, line
    mentions: list[Mention] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    carried: list[Carried] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def read(self, body: str) -> None:
        place = 0
        while place < len(body):
            character = body[place]
            if body.startswith("{^", place):
                place = self._zero_width(body, place)
            elif character == "{":
                self.open.append((self.length, self.line))
                place += 1
            elif character == "|":
                place = self._label(body, place)
            elif character == "}":
                raise StoryError(self.path, self.line, "a mark ends without a label: {words|label}")
            else:
                if body.startswith("\n\n", place) and self.open:
                    raise StoryError(self.path, self.open[-1][1], "a mark is not closed")
                self.line += character == "\n"
                self.text.append(character)
                self.length += 1
                place += 1
        if self.open:
            raise StoryError(self.path, self.open[-1][1], "a mark is not closed")

    def _until_close(self, body: str, place: int) -> tuple[str, int]:
        end = body.find("}", place)
        if end < 0 or "{" in body[place:end]:
            raise StoryError(self.path, self.line, "a label is not closed")
        return body[place:end], end + 1

    def _known(self, voice: str) -> str:
        if voice not in self.voices:
            raise StoryError(self.path, self.line, f"no voice {voice!r} is declared")
        self.used.add(voice)
        return voice

    def _zero_width(self, body: str, place: int) -> int:
        voice, after = self._until_close(body, place + 2)
        self.carried.append(Carried(self.length, self._known(voice), self.line))
        return after

    def _label(self, body: str, place: int) -> int:
        if not self.open:
            raise StoryError(self.path, self.line, "a label without a mark")
        label, after = self._until_close(body, place + 1)
        start, line = self.open.pop()
        if start == self.length:
            raise StoryError(self.path, line, "a mark round nothing")
        span = Span(start, self.length)
        parts = label.split()
        if len(parts) == 2 and parts[0] in set(What):
            self.details.append(Detail(span, What(parts[0]), self._known(parts[1]), line))
        elif parts == [_NO_SOURCE]:
            self.mentions.append(Mention(span, None, line))
        elif len(parts) == 1:
            voice = self._known(parts[0].removesuffix("?"))
            self.mentions.append(Mention(span, voice, line, parts[0].endswith("?")))
        elif len(parts) == 3 and parts[1] == "via":
            voice, via = self._known(parts[0]), self._known(parts[2])
            self.mentions.append(Mention(span, voice, line, via=via))
        else:
            raise StoryError(self.path, line, f"no such label: {label!r}")
        self.line += label.count("\n")
        return after
