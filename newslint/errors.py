"""The errors a user may meet. Each says what is wrong and what to do."""

from __future__ import annotations


class NewslintError(Exception):
    """Something the user can put right. `hint` says how."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Hold what is wrong, and how to put it right."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class ConfigError(NewslintError):
    """Bad configuration or a bad rule file: newslint stops with exit code 2."""


class ReadError(NewslintError):
    """A file that cannot be read. `kind` is `read` or `decode`, as in the JSON contract."""

    def __init__(self, message: str, hint: str = "", kind: str = "read") -> None:
        """Hold what is wrong, how to put it right, and which step failed."""
        super().__init__(message, hint)
        self.kind = kind


class Unavailable(NewslintError):
    """A capability that is missing here (a model, a server): announced once a run.

    It is `partial` where something else does part of the work.
    """

    def __init__(self, message: str, hint: str = "", *, partial: bool = False) -> None:
        """Hold what is missing, how to get it, and whether some work is done without it."""
        super().__init__(message, hint)
        self.partial = partial


class UndeclaredNeed(NewslintError):
    """A rule asked its reading for something it did not declare in `needs`."""
