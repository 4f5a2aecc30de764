"""The settings of newslint, as written in a configuration file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveInt,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from newslint.language.languagetool.address import parse_address
from newslint.result import FailOn

#: Two megabytes: three times a long novel, and far more than any article.
DEFAULT_MAX_FILE_SIZE = 2_000_000

_SIZE = re.compile(r"(\d{1,12}) ?(?:([kmgKMG]?)[bB])?")
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


def _bytes(value: object) -> object:
    """Read `"2MB"` and `"500 kB"` as numbers of bytes."""
    if isinstance(value, str):
        size = _SIZE.fullmatch(value)
        if size is None:
            raise ValueError('write a number of bytes, or a size such as "2MB"')
        return int(size[1]) * _UNITS[(size[2] or "").lower()]
    return value


def _tuple(value: object) -> object:
    """Read a list, or a single string as a list of one."""
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


Names = Annotated[
    tuple[str, ...],
    BeforeValidator(_tuple),
    WithJsonSchema({"type": ["string", "array"], "items": {"type": "string"}}),
]
FileSize = Annotated[
    PositiveInt,
    BeforeValidator(_bytes),
    WithJsonSchema({"type": ["integer", "string"], "pattern": _SIZE.pattern}),
]


def _key(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=_key,
        populate_by_name=True,
        strict=True,
        defer_build=True,  # what checks settings is made when there are some
    )


class TextSettings(_Table):
    """How plain text is read."""

    wrapped: bool | Literal["auto"] = Field(
        "auto",
        description="Whether lines are hard-wrapped, so that only a blank line ends a "
        "paragraph; `auto` finds out for each file.",
    )


class LanguageToolSettings(_Table):
    """A LanguageTool server for grammar: one at an address, or one that newslint starts."""

    allow_remote: bool = Field(
        False, description="Whether text may be sent to a server on another machine."
    )
    url: str | None = Field(None, description="The address of the server.")
    local: bool = Field(
        False, description="Whether to start the installed server when it is needed."
    )
    folder: str | None = Field(
        None, description="The folder of the server to start, if it is not the installed one."
    )
    language: Annotated[str, Field(pattern="^en(-[A-Z]{2})?$")] = Field(
        "en-US", description="The variety of English, such as `en-GB`."
    )
    timeout: Annotated[int, Field(ge=1, le=300)] = Field(
        20, description="Seconds that the server may take to answer."
    )

    @property
    def is_on(self) -> bool:
        """Whether a server is to be asked."""
        return self.url is not None or self.local

    @field_validator("url")
    @classmethod
    def _stays_here(cls, url: str | None, info: ValidationInfo) -> str | None:
        """Refuse to send copy to another machine, unless that is allowed in so many words."""
        address = parse_address(url) if url is not None else None
        if address and not address.is_loopback and not info.data.get("allow_remote"):
            raise ValueError(
                "that is another machine, and unpublished copy is confidential; to send it "
                "there all the same, set allow-remote = true in [languagetool]"
            )
        return url

    @model_validator(mode="after")
    def _one_server(self) -> Self:
        if self.url is not None and self.local:
            raise ValueError('of "url" and "local", set one')
        if self.folder is not None and not self.local:
            raise ValueError('"folder" is for a server that newslint starts: set local = true')
        return self


class FrontMatterSettings(_Table):
    """The front-matter keys of this site, for each thing that newslint looks for."""

    preset: str | None = Field(None, description="Take the keys of one site generator.")
    genre: Names | None = Field(None, description="Keys that say what kind of article it is.")
    headline: Names | None = Field(None, description="Keys of the headline, the first present.")
    summary: Names | None = Field(None, description="Keys of the standfirst.")
    caption: Names | None = Field(None, description="Keys of picture captions.")
    alt: Names | None = Field(None, description="Keys of picture descriptions.")
    credit: Names | None = Field(None, description="Keys of picture credits.")
    image: Names | None = Field(None, description="Keys of picture addresses.")
    author: Names | None = Field(None, description="Keys of the byline.")
    date: Names | None = Field(None, description="Keys of the date of publication.")
    updated: Names | None = Field(None, description="Keys of the date of the last change.")
    embargo: Names | None = Field(None, description="Keys of the time of release.")
    correction: Names | None = Field(None, description="Keys that mark a corrected article.")
    approved_by: Names | None = Field(
        None, description="Keys of the editor's sign-off; naming one demands it of every article."
    )
    legal_read: Names | None = Field(
        None, description="Keys of the lawyer's reading; naming one demands it of every article."
    )
    anonymous_approved_by: Names | None = Field(
        None,
        description="Keys of the sign-off for unnamed sources; naming one demands it of every "
        "article that has such sources.",
    )


class FileSettings(_Table):
    """What may be set for all files, and again for some of them in `[[overrides]]`."""

    profile: str | None = Field(None, description="The rules to start from (default: news).")
    house: str | None = Field(
        None, description="The house style to hold articles to: ap, bbc, guardian or reuters."
    )
    genre: str | None = Field(
        None, description="The genre of articles that do not name one in their front matter."
    )
    fail_on: FailOn | None = Field(
        None, description="The lowest severity that fails the run (default: error)."
    )
    max_file_size: FileSize | None = Field(
        None, description="Bytes above which a file is not read (default: 2MB)."
    )
    vocabulary: Names | None = Field(
        None,
        description="Files of words that are right here: a word or a "
        "regular expression on each line.",
    )
    rules: Mapping[str, Any] = Field(
        default_factory=dict,
        description="By rule or group: `off`, `on`, a severity, or a table of options.",
    )
    front_matter: FrontMatterSettings | None = Field(
        None, description="The names that front-matter keys have on this site."
    )
    text: TextSettings | None = Field(None, description="How plain text is read.")


class Override(FileSettings):
    """Settings for the files that match one of the globs in `files`."""

    files: Names = Field(min_length=1, description="Globs, relative to the configuration file.")


class Settings(FileSettings):
    """A whole configuration file. Globs and paths are relative to its folder."""

    include: Names = Field((), description="Globs of the files to check in a folder.")
    exclude: Names = Field((), description="Globs of files and folders to leave out.")
    packs: Names = Field((), description="Folders of rules of your own.")
    max_warnings: Annotated[int, Field(ge=0)] | None = Field(
        None, description="The number of warnings above which the run fails."
    )
    budgets: Mapping[str, Annotated[int, Field(ge=0)]] = Field(
        default_factory=dict,
        description="By rule, group or `all`: the number of findings above which the run fails.",
    )
    baseline: str | None = Field(None, description="The file of known findings.")
    cache_dir: str | None = Field(None, description="Where to keep results between runs.")
    model: str | None = Field(None, description="The spaCy model to use, by package name.")
    overrides: Annotated[tuple[Override, ...], BeforeValidator(_tuple)] = Field(
        (), description="Settings for some files; of several that match, the last wins."
    )
    languagetool: LanguageToolSettings | None = Field(None, description="A grammar server.")


def default_settings() -> Settings:
    """Return what applies without a configuration file; nothing has to be checked."""
    return Settings.model_construct()


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of a configuration file."""
    schema = Settings.model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "newslint configuration",
        "description": "newslint.toml, or [tool.newslint] in pyproject.toml",
    }
