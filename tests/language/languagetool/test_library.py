"""What we rely on in language-tool-python, and what of it we replace."""

from __future__ import annotations

import inspect
from typing import Any

import language_tool_python as library
import pytest

from newslint.language.languagetool.address import parse_address
from newslint.language.languagetool.choice import chosen
from newslint.language.languagetool.client import Client, version_at
from newslint.language.languagetool.engine import TIMEOUT
from newslint.language.languagetool.transport import NoAnswer
from tests.language.languagetool.fake import Fake


def test_the_time_out_of_the_library_is_what_we_replace() -> None:
    """If this fails, the library asks in another way: look at `_query_server` again."""
    assert library.LanguageTool._TIMEOUT == 300
    parameters = inspect.signature(library.LanguageTool._query_server).parameters
    assert list(parameters) == ["self", "url", "params", "num_tries", "method"]
    assert parameters["num_tries"].default == 2
    assert TIMEOUT < 300


def test_every_question_goes_our_way(fake_server: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> Any:
        raise AssertionError("the library asks by itself")

    for name in ("get", "post"):
        monkeypatch.setattr(f"requests.{name}", never)
    client = Client(parse_address(fake_server.url), "en-US", 5, chosen())
    assert [f.rule for f in client.check("It is a apple.")] == ["EN_A_VS_AN"]


def test_no_server_is_started_and_nothing_downloaded(
    fake_server: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any, **__: Any) -> Any:
        raise AssertionError("the library starts a server")

    monkeypatch.setattr(library.LanguageTool, "_start_local_server", never)
    client = Client(parse_address(fake_server.url), "en-US", 5, chosen())
    fake_server.manner = "break"
    with pytest.raises(NoAnswer):
        client.check("Words.")


def test_the_version_is_told_without_sending_a_text(fake_server: Fake) -> None:
    assert version_at(parse_address(fake_server.url), 5) == "6.7"
    assert fake_server.asked == []
