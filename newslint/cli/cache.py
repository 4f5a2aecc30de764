"""`newslint cache`: what is kept between runs."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from newslint.cache.store import Store
    from newslint.config import Configuration

_NOUNS = {
    "file": "results of files",
    "parse": "parses of paragraphs",
    "grammar": "paragraphs checked for grammar",
}


@click.group()
def cache() -> None:
    """Show or clear what newslint keeps between runs."""


@cache.command()
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), help="As in check.")
def info(config: Path | None) -> int:
    """Show where results are kept, how many, and how much room they take."""
    from newslint.config import find

    with closing(store_for(find(Path.cwd(), config))) as store:
        contents = store.contents()
    click.echo(f"{contents.folder}: {_size(contents.size)}")
    for kind, number in sorted(contents.entries.items()):
        click.echo(f"  {number:,} {_NOUNS.get(kind, kind)}")
    return 0


@cache.command()
@click.option("--config", type=click.Path(dir_okay=False, path_type=Path), help="As in check.")
def clear(config: Path | None) -> int:
    """Forget everything that is kept. The next run takes as long as the first."""
    from newslint.config import find
    from newslint.files import WriteError

    with closing(store_for(find(Path.cwd(), config))) as store:
        size = store.contents().size
        try:
            store.clear()
        except OSError as error:
            why = error.strerror or str(error)
            raise WriteError(
                f"{store.folder} cannot be cleared: {why}", "delete it yourself"
            ) from None
    click.echo(f"{store.folder}: cleared ({_size(size)})")
    return 0


def store_for(configuration: Configuration) -> Store:
    """Return where results are kept: by `cache-dir`, or in the user's folder for caches."""
    from newslint.cache.store import Store
    from newslint.user_folders import cache_folder

    named = configuration.settings.cache_dir
    if named is None:
        return Store(cache_folder())
    return Store(configuration.root / os.path.expanduser(named))  # noqa: PTH111 - it may be relative


def _size(number: int) -> str:
    if number < 1000:
        return f"{number} bytes"
    return f"{number // 1000} kB" if number < 1_000_000 else f"{number / 1e6:.1f} MB"
