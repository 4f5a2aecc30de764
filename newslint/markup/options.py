"""What the user may say about how articles are written: key names, presets, wrapping."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newslint.errors import ConfigError
from newslint.vocabulary import load

Wrapped = Literal["auto", "yes", "no"]

#: The roles that a front-matter key may have, in the order of the fields of MarkupOptions.
ROLES = (
    "headline",
    "summary",
    "caption",
    "alt",
    "credit",
    "image",
    "author",
    "date",
    "updated",
)


_FOR_RULES = (
    "author",
    "date",
    "updated",
    "embargo",
    "correction",
    "approved_by",
    "legal_read",
    "anonymous_approved_by",
)


def preset_names() -> tuple[str, ...]:
    """Return the names of the site generators that have a preset."""
    data = load("newslint.markup", "presets.yml")
    return tuple(data) if isinstance(data, dict) else ()


@cache
def role_keys(role: str, preset: str | None = None) -> tuple[str, ...]:
    """Return the front-matter keys that play `role`, in one preset or in all of them.

    Raises:
        ConfigError: if there is no such preset.
    """
    data = load("newslint.markup", "presets.yml")
    names = preset_names() if preset is None else (preset,)
    keys: dict[str, None] = {}
    for name in names:
        table = data.get(name) if isinstance(data, dict) else None
        if not isinstance(table, dict):
            raise ConfigError(
                f"There is no front-matter preset '{name}'.",
                f"Choose one of {', '.join(preset_names())}.",
            )
        found = table.get(role)
        for key in found if isinstance(found, list) else ():
            keys[str(key)] = None
    return tuple(keys)


@dataclass(frozen=True, slots=True)
class MarkupOptions:
    """How articles are written; every field is a tuple of front-matter keys but the last.

    Keys are compared without regard to case; dotted keys are nested, and `*` stands for
    any one key or list position. The defaults are the keys of all presets together.
    `headline`, `summary`, `caption`, `alt` and `credit` become blocks of text; `image`
    becomes an image; the others are there for the rules (`Article.field_for`).
    `wrapped` says whether plain text breaks its lines inside paragraphs.
    """

    headline: tuple[str, ...] = role_keys("headline")
    summary: tuple[str, ...] = role_keys("summary")
    caption: tuple[str, ...] = role_keys("caption")
    alt: tuple[str, ...] = role_keys("alt")
    credit: tuple[str, ...] = role_keys("credit")
    image: tuple[str, ...] = role_keys("image")
    author: tuple[str, ...] = role_keys("author")
    date: tuple[str, ...] = role_keys("date")
    updated: tuple[str, ...] = role_keys("updated")
    embargo: tuple[str, ...] = ("embargo", "embargo_until", "embargoed_until", "embargo-until")
    correction: tuple[str, ...] = ("correction", "corrections", "corrected")
    approved_by: tuple[str, ...] = ("approved-by", "approved_by", "approvedBy")
    legal_read: tuple[str, ...] = ("legal-read", "legal_read", "legalRead")
    anonymous_approved_by: tuple[str, ...] = (
        "anonymous-sources-approved-by",
        "anonymous_sources_approved_by",
        "anonymousSourcesApprovedBy",
    )
    wrapped: Wrapped = "auto"

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        """The front-matter keys of each role that a rule may ask for."""
        return {role: getattr(self, role) for role in _FOR_RULES}


#: The options of someone who set none.
DEFAULTS = MarkupOptions()


def preset(name: str, *, wrapped: Wrapped = "auto") -> MarkupOptions:
    """Return the options of one site generator.

    Raises:
        ConfigError: if there is no such preset.
    """
    return MarkupOptions(**{role: role_keys(role, name) for role in ROLES}, wrapped=wrapped)
