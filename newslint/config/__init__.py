"""Finding and reading the configuration, and what of it applies to a file."""

from newslint.config.configuration import Configuration, Effective
from newslint.config.reading import discover, find, load, settings_of

__all__ = ["Configuration", "Effective", "discover", "find", "load", "settings_of"]
