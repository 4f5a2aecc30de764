"""Whether a server is on this machine decides whether copy may be sent to it."""

from __future__ import annotations

import pytest

from newslint.language.languagetool.address import parse_address


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8081",
        "http://localhost:8081/v2",
        "http://LOCALHOST:8081/v2/check",
        "http://127.0.0.1:8081/",
        "http://127.8.9.1",
        "http://[::1]:8081",
    ],
)
def test_loopback_addresses_are_this_machine(url: str) -> None:
    assert parse_address(url).is_loopback


@pytest.mark.parametrize(
    "url",
    [
        "https://grammar.example",
        "http://192.168.1.5:8081",
        "http://0.0.0.0:8081",
        "http://localhost.grammar.example",
        "http://127.0.0.1.grammar.example",
        "http://127.1",
    ],
)
def test_everything_else_is_another_machine(url: str) -> None:
    assert not parse_address(url).is_loopback


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://grammar.example/api", "https://grammar.example/api/"),
        ("https://grammar.example/api/v2/", "https://grammar.example/api/"),
        ("http://localhost:8081/v2/check", "http://localhost:8081/"),
    ],
)
def test_the_path_ends_before_the_version_of_the_protocol(url: str, base: str) -> None:
    assert parse_address(url).url == base


@pytest.mark.parametrize(
    "url",
    [
        "localhost:8081",
        "ftp://localhost",
        "http://",
        "http://localhost:99999",
        "http://[::1",
        "http://ana:secret@localhost",
        "http://127.0.0.1@grammar.example",
        "http://localhost/?a=b",
        "http://local host",
        "http://localhost\n.grammar.example",
    ],
)
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        parse_address(url)
