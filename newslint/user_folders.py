"""Where the system has a user's files: what is kept between runs, and what is installed."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Return newslint's folder for what can be made anew; it need not exist."""
    return _home("XDG_CACHE_HOME", ".cache", "Library/Caches")


def data_folder() -> Path:
    """Return newslint's folder for what was installed; it need not exist."""
    return _home("XDG_DATA_HOME", ".local/share", "Library/Application Support")


def _home(variable: str, elsewhere: str, mac: str) -> Path:
    named = Path(os.environ.get(variable) or "")
    if not named.is_absolute():
        local = os.environ.get("LOCALAPPDATA") if os.name == "nt" else None
        named = Path(local) if local else Path.home() / (mac if _is_mac() else elsewhere)
    return named / "newslint"


def _is_mac() -> bool:
    return sys.platform == "darwin"
