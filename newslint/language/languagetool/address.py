"""Where a LanguageTool server is, and whether text sent there stays on this machine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

_ENDINGS = re.compile(r"/+(?:v2/*(?:check/*)?)?$")


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a server: its URL up to `v2/`, ending in a slash, and its host."""

    url: str
    host: str

    @property
    def is_loopback(self) -> bool:
        """Whether the server is on this machine, so that no text leaves it.

        Names are not looked up: of them, only `localhost` is this machine.
        """
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def is_encrypted(self) -> bool:
        """Whether what is sent can be read on the way."""
        return self.url.startswith("https:")


def parse_address(text: str) -> Address:
    """Return the server at the URL `text`, with or without `v2/check` at its end.

    Raises:
        ValueError: if it is no http address, or holds a user name or a query.
    """
    if not text.isprintable() or " " in text:
        raise ValueError(f"{text!r} is no address: it holds a space or worse")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"{text!r} is no address: {error}") from None
    if parts.scheme not in ("http", "https") or not host or port == 0:
        raise ValueError(f'{text!r} is no address; write one such as "http://localhost:8081"')
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError("the address of a server has no user name, query or fragment")
    path = _ENDINGS.sub("", parts.path) + "/"
    return Address(urlunsplit((parts.scheme, parts.netloc, path, "", "")), host.lower())
