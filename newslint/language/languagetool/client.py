"""The library's LanguageTool client, with our own way of asking.

The library asks with a time-out of five minutes, twice, follows redirects and goes through
proxies even to this machine. Of its client we keep the rest: what it sends, and how it reads
what comes back. A server it starts on its own is never wanted, so it is always given one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urljoin

import language_tool_python as library

from newslint.language.languagetool.address import Address
from newslint.language.languagetool.choice import Choice
from newslint.language.languagetool.transport import NoAnswer, ask

_STRANGE = "does not answer as LanguageTool does"


@dataclass(frozen=True, slots=True)
class Fault:
    """What the server says of a text. `start` counts code points, `units` UTF-16 units."""

    start: int
    units: int
    message: str
    rule: str
    category: str
    replacements: tuple[str, ...]


class _Library(library.LanguageTool):
    """The library's client for a server that is there already."""

    def __init__(self, address: Address, language: str, timeout: float, choice: Choice) -> None:
        self.address = address
        self.timeout = timeout
        self.software: str | None = None
        # The host is unused, but would be looked up.
        super().__init__(language, remote_server=address.url, host="127.0.0.1")
        self.enabled_rules_only = True
        self.enabled_categories = set(choice.asked)

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 2,  # noqa: ARG002 - the library's signature; we ask once
        method: Literal["get", "post"] = "get",
    ) -> Any:
        form = (params or {}) if method == "post" else None
        answer = ask(url, form, timeout=self.timeout, direct=self.address.is_loopback)
        if isinstance(answer, dict):
            software = answer.get("software")
            version = software.get("version") if isinstance(software, dict) else None
            self.software = version if isinstance(version, str) else None
        return answer


class Client:
    """A server that is asked for the rules of a `Choice`, in one variety of English."""

    def __init__(self, address: Address, language: str, timeout: float, choice: Choice) -> None:
        """Ask the server which languages it has; each question may take `timeout` seconds.

        Raises:
            NoAnswer: if it does not answer, or does not have the language.
        """
        self._choice = choice
        try:
            self._library = _Library(address, language, timeout, choice)
        except ValueError:
            raise NoAnswer(f"does not know the language {language}") from None
        except (AttributeError, KeyError, TypeError):
            raise NoAnswer(_STRANGE) from None

    @property
    def version(self) -> str | None:
        """The version of the server, once it has answered a check."""
        return self._library.software

    def check(self, text: str) -> list[Fault]:
        """Return what the chosen rules find in `text`.

        Raises:
            NoAnswer: if the server does not answer as it should.
        """
        try:
            matches = self._library.check(text)
            return [
                Fault(
                    match.offset,
                    match.error_length,
                    match.message,
                    match.rule_id,
                    match.category,
                    tuple(match.replacements),
                )
                for match in matches
                if self._choice.wants(match.category, match.rule_id)
            ]
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            raise NoAnswer(_STRANGE) from None


def version_at(address: Address, timeout: float) -> str:
    """Return the version of the server at an address.

    Raises:
        NoAnswer: if there is none.
    """
    url = urljoin(address.url, "v2/info")
    answer = ask(url, timeout=timeout, direct=address.is_loopback)
    software = answer.get("software") if isinstance(answer, dict) else None
    version = software.get("version") if isinstance(software, dict) else None
    if not isinstance(version, str):
        raise NoAnswer(_STRANGE)
    return version
