"""The language libraries that a configuration asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import Configuration
from newslint.language.engines import GrammarEngine
from newslint.language.grammar import Harper
from newslint.language.pipeline import DEFAULT_MODEL, SpacyAnalyser
from newslint.settings import LanguageToolSettings

if TYPE_CHECKING:
    from newslint.language.languagetool.address import Address


def analyser_for(configuration: Configuration, *, rest: float | None = None) -> SpacyAnalyser:
    """Return the analyser of a configuration; nothing is loaded or started yet.

    A LanguageTool server that failed is asked again after `rest` seconds, or never.
    """
    settings = configuration.settings
    engines: list[GrammarEngine] = [Harper()]
    asked = settings.languagetool
    if asked is not None and asked.is_on:
        from newslint.language.languagetool.engine import LanguageTool

        engines.append(
            LanguageTool(
                _server(asked, configuration.root),
                language=asked.language,
                timeout=asked.timeout,
                rest=rest,
            )
        )
    return SpacyAnalyser(settings.model or DEFAULT_MODEL, engines)


def _server(asked: LanguageToolSettings, root: Path) -> Callable[[], Address]:
    from newslint.language.languagetool.address import parse_address
    from newslint.language.languagetool.server import LocalServer

    if asked.url is None:
        return LocalServer(server_folder(asked, root)).address
    address = parse_address(asked.url)
    return lambda: address


def server_folder(asked: LanguageToolSettings | None, root: Path) -> Path:
    """Return the folder of the server that we start; `root` is that of the configuration."""
    if asked is not None and asked.folder is not None:
        return (root / Path(asked.folder).expanduser()).resolve()
    from newslint.language.languagetool.folders import installed_folder
    from newslint.language.languagetool.install import version

    return installed_folder(version())
