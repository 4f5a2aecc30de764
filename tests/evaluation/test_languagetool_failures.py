"""What a run prints when its server fails, and that the page says so."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from evaluation.languagetool_failures import PAGE, Relay, page
from newslint.errors import Unavailable
from newslint.language.languagetool.address import parse_address
from newslint.language.languagetool.engine import LanguageTool
from tests.language.languagetool import fake
from tests.language.languagetool.conftest import _own_folders, fake_server, real_languagetool
from tests.language.languagetool.test_engine import request

__all__ = ["_own_folders", "fake_server", "real_languagetool"]


def lint_through(relay: Relay, timeout: float) -> list[str]:
    address = parse_address(relay.url)
    found = LanguageTool(lambda: address, timeout=timeout).lint([request("It is a apple.")])
    return [issue.engine_rule for issue in found[0]]


def test_a_relay_hands_questions_on(fake_server: fake.Fake) -> None:
    with Relay(fake_server.server_port, 9, "unplugged").running() as relay:
        assert lint_through(relay, 10) == ["EN_A_VS_AN"]
    assert relay.connections == 2  # which languages there are, and the text


def test_a_relay_that_is_unplugged_takes_questions_and_says_nothing(fake_server: fake.Fake) -> None:
    with (
        Relay(fake_server.server_port, 1, "unplugged").running() as relay,
        pytest.raises(Unavailable, match=r"did not answer within 0\.5 seconds"),
    ):
        lint_through(relay, 0.5)
    assert fake_server.asked == []


def test_a_relay_that_stalls_answers_in_the_end(fake_server: fake.Fake) -> None:
    began = time.monotonic()
    with Relay(fake_server.server_port, 1, "stall", stall=0.4).running() as relay:
        assert lint_through(relay, 10) == ["EN_A_VS_AN"]
    assert time.monotonic() - began >= 0.4


def test_the_page_shows_one_notice_and_exit_2_for_each_failure() -> None:
    written = PAGE.read_text(encoding="utf-8")
    runs = re.findall(r"```console\n(.*?)```", written, flags=re.DOTALL)
    assert len(runs) == 3
    for run in runs:
        assert run.count("unavailable: ") == 1
        assert "grammar.doubled-word" in run
        assert run.endswith("$ echo $?\n2\n")


@pytest.mark.slow
@pytest.mark.model
def test_the_page_is_what_a_real_server_does(real_languagetool: Path) -> None:
    assert page(real_languagetool) == PAGE.read_text(encoding="utf-8")
