"""What makes the site in a repository, where its articles are, and settings to start with."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from newslint.markup.options import preset_names

#: The kinds of files that articles are in.
_SUFFIXES = (".md", ".markdown", ".mdx", ".html", ".htm", ".txt")
#: What folders of articles are called.
_USUAL = ("articles", "blog", "content", "news", "newsletter", "newsletters", "posts", "stories")
#: Files that are looked at in a folder before it is taken to have no articles.
_MOST = 5000
_CONFIGURATIONS = ("js", "mjs", "cjs", "ts", "mts", "cts")


@dataclass(frozen=True, slots=True)
class Site:
    """A site generator (`plain` for none), its mark, and the folders of articles.

    `mark` is the file that gave it away. Folders are relative, with `/`; none means that the
    whole repository is searched. `preset` is that of the front matter, if there is one.
    """

    generator: str
    mark: str | None
    folders: tuple[str, ...]
    suffixes: tuple[str, ...]
    preset: str | None = None


def detect(root: Path) -> Site:
    """Look at the files in `root`, and return what the site is made with."""
    for generator, marks, folders in _GENERATORS:
        mark = next((name for name in marks if (root / name).exists()), None)
        if mark is not None and (found := folders(root, mark)) is not None:
            return _site(root, generator, mark, found)
    return _site(root, "plain", None, _USUAL)


def starting_settings(site: Site, baseline: str) -> str:
    """Return the text of a small `newslint.toml` for a site."""
    lines = [
        "# What newslint checks here. `newslint config FILE` shows what applies to a file.",
        'profile = "news"',
        'fail-on = "error"  # warnings and suggestions are shown, and let pass',
        f"baseline = {json.dumps(baseline)}  # what was there before newslint came",
    ]
    globs = [f"/{folder}/**/*{suffix}" for folder in site.folders for suffix in site.suffixes]
    if globs:
        listed = "".join(f"    {json.dumps(glob, ensure_ascii=False)},\n" for glob in globs)
        lines.append(f"include = [\n{listed}]")
    if site.preset:
        lines += ["", "[front-matter]", f'preset = "{site.preset}"']
    return "\n".join(lines) + "\n"


def _site(root: Path, generator: str, mark: str | None, names: tuple[str, ...]) -> Site:
    folders: list[str] = []
    suffixes: set[str] = set()
    for name in dict.fromkeys(Path(name).as_posix() for name in names):
        inside = _suffixes_in(root / name) if _is_below(root, name) else set()
        if inside and not any(name.startswith(f"{other}/") for other in folders):
            folders.append(name)
            suffixes |= inside
    ordered = tuple(suffix for suffix in _SUFFIXES if suffix in suffixes)
    preset = generator if generator in preset_names() else None
    return Site(generator, mark, tuple(folders), ordered, preset)


def _is_below(root: Path, name: str) -> bool:
    folder = root / name
    return name not in ("", ".") and folder.is_dir() and folder.resolve().is_relative_to(root)


def _suffixes_in(folder: Path) -> set[str]:
    """Return the kinds of articles in a folder and below it."""
    found = set()
    for number, file in enumerate(folder.rglob("*")):
        if number > _MOST:
            break
        if file.suffix.lower() in _SUFFIXES and file.is_file():
            found.add(file.suffix.lower())
    return found


def _jekyll(root: Path, mark: str) -> tuple[str, ...] | None:
    """Posts, drafts and the collections of the configuration."""
    settings = _mapping(root / mark)
    gemfile = root / "Gemfile"
    made = (root / "_posts").is_dir() or "collections" in settings
    if not made and not (gemfile.is_file() and "jekyll" in _read(gemfile).lower()):
        return None
    collections = settings.get("collections")
    names = [str(name) for name in collections] if isinstance(collections, dict | list) else []
    above = str(settings.get("collections_dir") or "").strip("/")
    found = ["posts", "drafts", *names]
    return tuple(f"{above}/_{name}" if above else f"_{name}" for name in found)


def _hugo(root: Path, mark: str) -> tuple[str, ...] | None:
    """The content folder; a plain `config.toml` is Hugo's only beside other folders of its own."""
    kin = ("content", "archetypes", "layouts", "themes")
    if mark.startswith("config") and not any((root / name).is_dir() for name in kin):
        return None
    settings = _mapping(root / mark)
    given = next((v for k, v in settings.items() if k.lower() == "contentdir"), "content")
    return (str(given).strip("/"),)


def _eleventy(root: Path, mark: str) -> tuple[str, ...]:
    """The usual folders, in the input folder if the configuration names one."""
    given = re.search(r"""\binput:\s*["'`]([^"'`$]{1,200})["'`]""", _read(root / mark))
    above = given[1].strip("./") if given else ""
    inside = tuple(f"{above}/{name}" if above else name for name in _USUAL)
    usual = any((root / name).is_dir() for name in inside)
    return inside if usual or not above else (above,)


def _astro(_: Path, __: str) -> tuple[str, ...]:
    return ("src/content", "src/data", "src/pages")


def _docusaurus(_: Path, __: str) -> tuple[str, ...]:
    return ("blog", "docs", "src/pages")


def _mapping(file: Path) -> Mapping[str, object]:
    """Return what a configuration file of another program sets, as far as it can be read."""
    if not file.is_file():
        return {}
    text = _read(file)
    data: object = None
    try:
        if file.suffix == ".toml":
            data = tomllib.loads(text)
        elif file.suffix == ".json":
            data = json.loads(text)
        else:
            data = yaml.load(text, yaml.CSafeLoader)
    except (ValueError, yaml.YAMLError, RecursionError):
        return {}
    return {str(k): v for k, v in data.items()} if isinstance(data, dict) else {}


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")[:100_000]
    except OSError:
        return ""


#: Returns the folders that may hold articles, or None if the mark means something else.
_Folders = Callable[[Path, str], tuple[str, ...] | None]

#: By generator: the files that give it away, and its folders. The first that fits is taken.
_GENERATORS: tuple[tuple[str, tuple[str, ...], _Folders], ...] = (
    ("docusaurus", tuple(f"docusaurus.config.{end}" for end in _CONFIGURATIONS), _docusaurus),
    ("astro", tuple(f"astro.config.{end}" for end in _CONFIGURATIONS), _astro),
    (
        "eleventy",
        (".eleventy.js", *(f"eleventy.config.{end}" for end in _CONFIGURATIONS)),
        _eleventy,
    ),
    (
        "hugo",
        (
            *(f"hugo.{end}" for end in ("toml", "yaml", "yml", "json")),
            *(f"config/_default/{name}" for name in ("hugo.toml", "config.toml", "hugo.yaml")),
            *(f"config.{end}" for end in ("toml", "yaml", "yml", "json")),
        ),
        _hugo,
    ),
    ("jekyll", ("_config.yml", "_config.yaml", "_config.toml"), _jekyll),
)
