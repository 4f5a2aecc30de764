"""Text files that a user has written for newslint: settings, vocabularies, rules."""

from __future__ import annotations

from pathlib import Path

from newslint.errors import ConfigError


def read_user_text(file: Path, name: str, remedy: str = "check the path") -> str:
    """Return what is in a UTF-8 file, without a byte order mark.

    Args:
        file: The file.
        name: What messages call it.
        remedy: What to do where it cannot be read at all.

    Raises:
        ConfigError: if it cannot be read or is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"{name} cannot be read: {reason}", remedy) from None
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{name}: byte {error.start} is not UTF-8", "save the file as UTF-8"
        ) from None
