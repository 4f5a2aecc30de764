"""The settings of newslint, as written in a configuration file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from newslint.result import FailOn
from newslint.setting_forms import (
    DEFAULT_MAX_FILE_SIZE,
    BadSetting,
    Choice,
    Entries,
    Names,
    Number,
    Size,
    Table,
    Tables,
    Text,
    setting,
)

__all__ = [
    "DEFAULT_MAX_FILE_SIZE",
    "FileSettings",
    "FrontMatterSettings",
    "LanguageToolSettings",
    "Override",
    "Settings",
    "TextSettings",
    "json_schema",
    "read_settings",
]

_YES_OR_NO = Choice((True, False))


@dataclass(frozen=True, kw_only=True)
class TextSettings:
    """How plain text is read."""

    wrapped: bool | Literal["auto"] | None = setting(
        Choice((True, False, "auto")),
        "Whether lines are hard-wrapped, so that only a blank line ends a paragraph; `auto`, "
        "as by default, finds out for each file.",
    )


@dataclass(frozen=True, kw_only=True)
class LanguageToolSettings:
    """A LanguageTool server for grammar: one at an address, or one that newslint starts."""

    allow_remote: bool = setting(
        _YES_OR_NO, "Whether text may be sent to a server on another machine.", False
    )
    url: str | None = setting(Text(), "The address of the server.")
    local: bool = setting(
        _YES_OR_NO, "Whether to start the installed server when it is needed.", False
    )
    folder: str | None = setting(
        Text(), "The folder of the server to start, if it is not the installed one."
    )
    language: str = setting(
        Text("en(-[A-Z]{2})?", 'write "en", or a variety of English such as "en-GB"'),
        "The variety of English, such as `en-GB`.",
        "en-US",
    )
    timeout: int = setting(Number(1, 300), "Seconds that the server may take to answer.", 20)

    def __post_init__(self) -> None:
        """Refuse to send copy to another machine, unless that is allowed in so many words.

        Raises:
            BadSetting: for that, and for settings that contradict each other.
        """
        if self.url is not None:
            self._stays_here(self.url)
        if self.url is not None and self.local:
            raise BadSetting('of "url" and "local", set one')
        if self.folder is not None and not self.local:
            raise BadSetting('"folder" is for a server that newslint starts: set local = true')

    @property
    def is_on(self) -> bool:
        """Whether a server is to be asked."""
        return self.url is not None or self.local

    def _stays_here(self, url: str) -> None:
        from newslint.language.languagetool.address import parse_address

        try:
            address = parse_address(url)
        except ValueError as error:
            raise BadSetting(str(error), url, "url") from None
        if not address.is_loopback and not self.allow_remote:
            raise BadSetting(
                "that is another machine, and unpublished copy is confidential; to send it "
                "there all the same, set allow-remote = true in [languagetool]",
                url,
                "url",
            )


@dataclass(frozen=True, kw_only=True)
class FrontMatterSettings:
    """The front-matter keys of this site, for each thing that newslint looks for."""

    preset: str | None = setting(Text(), "Take the keys of one site generator.")
    genre: tuple[str, ...] | None = setting(Names(), "Keys that say what kind of article it is.")
    headline: tuple[str, ...] | None = setting(Names(), "Keys of the headline, the first present.")
    summary: tuple[str, ...] | None = setting(Names(), "Keys of the standfirst.")
    caption: tuple[str, ...] | None = setting(Names(), "Keys of picture captions.")
    alt: tuple[str, ...] | None = setting(Names(), "Keys of picture descriptions.")
    credit: tuple[str, ...] | None = setting(Names(), "Keys of picture credits.")
    image: tuple[str, ...] | None = setting(Names(), "Keys of picture addresses.")
    author: tuple[str, ...] | None = setting(Names(), "Keys of the byline.")
    date: tuple[str, ...] | None = setting(Names(), "Keys of the date of publication.")
    updated: tuple[str, ...] | None = setting(Names(), "Keys of the date of the last change.")
    embargo: tuple[str, ...] | None = setting(Names(), "Keys of the time of release.")
    correction: tuple[str, ...] | None = setting(Names(), "Keys that mark a corrected article.")
    approved_by: tuple[str, ...] | None = setting(
        Names(), "Keys of the editor's sign-off; naming one demands it of every article."
    )
    legal_read: tuple[str, ...] | None = setting(
        Names(), "Keys of the lawyer's reading; naming one demands it of every article."
    )
    anonymous_approved_by: tuple[str, ...] | None = setting(
        Names(),
        "Keys of the sign-off for unnamed sources; naming one demands it of every article that "
        "has such sources.",
    )


@dataclass(frozen=True, kw_only=True)
class FileSettings:
    """What may be set for all files, and again for some of them in `[[overrides]]`."""

    profile: str | None = setting(Text(), "The rules to start from (default: news).")
    house: str | None = setting(
        Text(), "The house style to hold articles to: ap, bbc, guardian or reuters."
    )
    genre: str | None = setting(
        Text(), "The genre of articles that do not name one in their front matter."
    )
    fail_on: FailOn | None = setting(
        Choice(("error", "warning", "suggestion", "never")),
        "The lowest severity that fails the run (default: error).",
    )
    max_file_size: int | None = setting(
        Size(), "Bytes above which a file is not read (default: 2MB)."
    )
    vocabulary: tuple[str, ...] | None = setting(
        Names(), "Files of words that are right here: a word or a regular expression on each line."
    )
    rules: Mapping[str, Any] = setting(
        Entries(), "By rule or group: `off`, `on`, a severity, or a table of options.", {}
    )
    front_matter: FrontMatterSettings | None = setting(
        Table(FrontMatterSettings), "The names that front-matter keys have on this site."
    )
    text: TextSettings | None = setting(Table(TextSettings), "How plain text is read.")


@dataclass(frozen=True, kw_only=True)
class Override(FileSettings):
    """Settings for the files that match one of the globs in `files`."""

    files: tuple[str, ...] = setting(Names(1), "Globs, relative to the configuration file.", ...)


@dataclass(frozen=True, kw_only=True)
class Settings(FileSettings):
    """A whole configuration file. Globs and paths are relative to its folder."""

    include: tuple[str, ...] = setting(Names(), "Globs of the files to check in a folder.", ())
    exclude: tuple[str, ...] = setting(Names(), "Globs of files and folders to leave out.", ())
    packs: tuple[str, ...] = setting(Names(), "Folders of rules of your own.", ())
    max_warnings: int | None = setting(
        Number(), "The number of warnings above which the run fails."
    )
    budgets: Mapping[str, int] = setting(
        Entries(Number()),
        "By rule, group or `all`: the number of findings above which the run fails.",
        {},
    )
    baseline: str | None = setting(Text(), "The file of known findings.")
    cache_dir: str | None = setting(Text(), "Where to keep results between runs.")
    model: str | None = setting(Text(), "The spaCy model to use, by package name.")
    overrides: tuple[Override, ...] = setting(
        Tables(Table(Override)),
        "Settings for some files; of several that match, the last wins.",
        (),
    )
    languagetool: LanguageToolSettings | None = setting(
        Table(LanguageToolSettings), "A grammar server."
    )


def read_settings(data: Mapping[str, Any]) -> Settings:
    """Return the settings in `data`, keyed as in a configuration file.

    Raises:
        BadSetting: if they set what there is not, or what cannot be.
    """
    settings: Settings = Table(Settings).read(data)
    return settings


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of a configuration file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Table(Settings).schema(),
        "title": "newslint configuration",
        "description": "newslint.toml, or [tool.newslint] in pyproject.toml",
    }
