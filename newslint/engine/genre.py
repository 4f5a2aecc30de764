"""What kind of article it is, as its front matter or its folder says."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from functools import cache
from pathlib import PurePosixPath

from newslint.article import Article
from newslint.errors import ConfigError
from newslint.vocabulary import load

#: The front-matter keys that may name the genre, the most telling first.
GENRE_KEYS = ("genre", "article_type", "content_type", "type", "category", "categories", "layout")


def genre_of(article: Article, keys: Sequence[str] = GENRE_KEYS) -> str | None:
    """Return the genre that the front matter names under one of `keys`, if any is known."""
    if article.front_matter is None:
        return None
    known = _known()
    for key in keys:
        for field in article.front_matter.all(key):
            genre = known.get(_plain(field.value))
            if genre:
                return genre
    return None


def genre_of_path(path: str) -> str | None:
    """Return the genre that a folder on the way to an article names, the nearest one first.

    `path` is relative to the configuration, with `/`; the file's own name tells nothing.
    """
    folders = _folders()
    for part in reversed(PurePosixPath(path).parts[:-1]):
        genre = folders.get(_plain(part))
        if genre:
            return genre
    return None


def genre_names() -> tuple[str, ...]:
    """Return the genres there are."""
    data = load("newslint.engine", "genres.yml")
    return tuple(data) if isinstance(data, dict) else ()


def known_genre(name: str) -> str:
    """Return `name` if there is such a genre.

    Raises:
        ConfigError: if there is not; gives the nearest one.
    """
    names = genre_names()
    if name not in names:
        near = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(sorted(names))}"
        raise ConfigError(f"there is no genre {name!r}", hint)
    return name


@cache
def _known() -> dict[str, str]:
    return _by_word("genres.yml")


@cache
def _folders() -> dict[str, str]:
    return _by_word("folders.yml")


def _by_word(name: str) -> dict[str, str]:
    data = load("newslint.engine", name)
    assert isinstance(data, dict)
    return {word: genre for genre, words in data.items() for word in words if isinstance(word, str)}


def _plain(value: str) -> str:
    return " ".join(value.casefold().replace("-", " ").replace("_", " ").split())
