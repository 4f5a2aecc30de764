"""A server's answers become issues, and its failures one clear word."""

from __future__ import annotations

import time

import pytest

from newslint.errors import Unavailable
from newslint.language.languagetool.address import Address, parse_address
from newslint.language.languagetool.choice import Choice
from newslint.language.languagetool.engine import LanguageTool, answer_key
from newslint.language.measures import GrammarIssue
from newslint.language.sentences import split_sentences
from newslint.language.tokens import ParseRequest
from tests.language.languagetool.fake import Fake


def request(text: str, offset: int = 0) -> ParseRequest:
    return ParseRequest(text, offset, split_sentences(text))


def engine(server: Fake, timeout: float = 5, rest: float | None = None) -> LanguageTool:
    address = parse_address(server.url)
    return LanguageTool(lambda: address, timeout=timeout, rest=rest)


def failure(found: LanguageTool, text: str = "It is a apple.") -> Unavailable:
    with pytest.raises(Unavailable) as caught:
        found.lint([request(text)])
    return caught.value


def test_an_issue_has_its_place_rule_and_replacements(fake_server: Fake) -> None:
    text = "😀😀 It is a apple."
    ((symbol, issue),) = engine(fake_server).lint([request(text, 100)])
    assert issue.span.shifted(-100).cut(text) == "a"
    assert issue.span.shifted(-100).start == text.index("a apple")
    assert (issue.engine, issue.engine_rule, issue.kind) == ("languagetool", "EN_A_VS_AN", "MISC")
    assert issue.replacements == ("an",)
    assert symbol.span.shifted(-100).cut(text) == "😀😀"


def test_many_paragraphs_are_one_question(fake_server: Fake) -> None:
    texts = ["It is a apple.", "", "They could of left 😀.", "The end", "Begin here."]
    found = engine(fake_server).lint([request(t, 1000 * i) for i, t in enumerate(texts)])
    assert len(fake_server.asked) == 1
    assert [[i.engine_rule for i in issues] for issues in found] == [
        ["EN_A_VS_AN"],
        [],
        ["COULD_OF", "ODD_SYMBOL"],
        [],
        [],
    ]
    assert found[2][0].span.start == 2000 + texts[2].index("of")


def test_many_words_are_several_questions(fake_server: Fake) -> None:
    paragraphs = [f"Crew {i} left the harbour. " * 20 + "It is a apple." for i in range(60)]
    found = engine(fake_server).lint([request(t) for t in paragraphs])
    assert len(fake_server.asked) > 1
    assert max(map(len, fake_server.asked)) < 20_000
    assert [[i.span.cut(t) for i in f] for f, t in zip(found, paragraphs, strict=True)] == [
        ["a"]
    ] * 60


def test_what_was_asked_once_is_remembered(fake_server: Fake) -> None:
    found = engine(fake_server)
    first = found.lint([request("It is a apple.", 10)])
    second = found.lint([request("New words."), request("It is a apple.", 20)])
    assert fake_server.asked == ["It is a apple.", "New words."]
    assert second[1][0].span.start == first[0][0].span.start + 10


def test_another_version_of_the_server_is_asked_again(fake_server: Fake) -> None:
    found = engine(fake_server)
    found.lint([request("It is a apple.")])
    fake_server.version = "6.8"
    found.lint([request("New words.")])
    found.lint([request("It is a apple.")])
    assert fake_server.asked == ["It is a apple.", "New words.", "It is a apple."]


def test_rules_that_are_off_are_not_asked_for(fake_server: Fake) -> None:
    assert engine(fake_server).lint([request("They utilise it.")]) == [()]


def test_half_a_character_does_not_upset_it(fake_server: Fake) -> None:
    ((issue,),) = engine(fake_server).lint([request("\ud83d is a apple.")])
    assert issue.span.start == 5


def test_nothing_to_ask_about_asks_nobody() -> None:
    def no_server() -> Address:
        raise AssertionError

    assert LanguageTool(no_server).lint([request(""), request(" \n")]) == [(), ()]


@pytest.mark.parametrize(
    ("manner", "words"),
    [
        ("500", "answers with an error (HTTP 500)"),
        ("429", "has had too many requests (HTTP 429)"),
        ("413", "is not willing to read that much text at once (HTTP 413)"),
        ("307", "answers with an error (HTTP 307)"),
        ("garbage", "does not answer as LanguageTool does"),
        ("strange", "does not answer as LanguageTool does"),
        ("break", "broke off in the middle"),
    ],
)
def test_each_failure_has_its_own_words(fake_server: Fake, manner: str, words: str) -> None:
    fake_server.manner = manner
    assert failure(engine(fake_server)).message == f"LanguageTool at {fake_server.url} {words}"


@pytest.mark.parametrize("manner", ["stall", "drip"])
def test_a_server_that_stalls_is_waited_for_once_and_not_long(
    fake_server: Fake, manner: str
) -> None:
    found = engine(fake_server, timeout=0.5)
    fake_server.manner = manner
    began = time.monotonic()
    assert failure(found).message.endswith("did not answer within 0.5 seconds")
    assert failure(found, "Another file.").message.endswith("did not answer within 0.5 seconds")
    assert time.monotonic() - began < 3
    assert len(fake_server.asked) == 1


def test_a_server_that_is_down_is_named(fake_server: Fake) -> None:
    nobody = Address("http://127.0.0.1:9/", "127.0.0.1")
    error = failure(LanguageTool(lambda: nobody))
    assert error.message == "LanguageTool at http://127.0.0.1:9/ is not running"
    assert error.hint


def test_a_server_may_go_down_in_mid_run(fake_server: Fake) -> None:
    found = engine(fake_server)
    assert found.lint([request("Words.")]) == [()]
    fake_server.manner = "break"
    assert "broke off" in failure(found).message


def test_after_a_rest_a_server_is_asked_again(fake_server: Fake) -> None:
    found = engine(fake_server, rest=0.2)
    fake_server.manner = "500"
    failure(found)
    fake_server.manner = "well"
    failure(found)
    time.sleep(0.25)
    ((issue,),) = found.lint([request("It is a apple.")])
    assert isinstance(issue, GrammarIssue)


def test_a_language_it_does_not_have_is_named(fake_server: Fake) -> None:
    fake_server.languages = ["de-DE"]
    assert failure(engine(fake_server)).message.endswith("does not know the language en-US")


def test_a_proxy_never_sees_what_is_for_this_machine(
    fake_server: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    assert engine(fake_server).lint([request("Words.")]) == [()]


def test_an_answer_is_known_by_its_text_its_server_and_what_was_asked() -> None:
    choice = Choice(frozenset({"GRAMMAR"}))
    key = answer_key("Words.", "6.7", "en-US", choice)
    assert key == answer_key("Words.", "6.7", "en-US", Choice(frozenset({"GRAMMAR"})))
    others = {
        answer_key("Word.", "6.7", "en-US", choice),
        answer_key("Words.", "6.8", "en-US", choice),
        answer_key("Words.", "6.7", "en-GB", choice),
        answer_key("Words.", "6.7", "en-US", Choice(frozenset({"STYLE"}))),
    }
    assert len({key, *others}) == 5
