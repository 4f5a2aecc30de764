"""What a configuration says about grammar servers, and what a run says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import Configuration, load
from newslint.engine.analyser import server_folder
from newslint.engine.sending import sent_away
from newslint.errors import ConfigError
from newslint.language.engines import Incomplete, lint_with
from newslint.language.grammar import Harper
from newslint.language.languagetool.address import Address
from newslint.language.languagetool.engine import LanguageTool
from newslint.language.sentences import split_sentences
from newslint.language.tokens import ParseRequest


def configured(folder: Path, text: str) -> Configuration:
    file = folder / "newslint.toml"
    file.write_text(f"[languagetool]\n{text}\n")
    return load(file)


def test_another_machine_is_refused_in_so_many_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        configured(tmp_path, 'url = "https://grammar.example"')
    assert "newslint.toml, line 2: 'languagetool.url' cannot be" in caught.value.message
    assert "copy is confidential" in caught.value.hint
    assert "allow-remote = true" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('url = "localhost:8081"', "is no address"),
        ('url = "http://localhost"\nlocal = true', 'of "url" and "local", set one'),
        ('folder = "lt"', "set local = true"),
        ('local = true\nlanguage = "de-DE"', "a variety of English"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        configured(tmp_path, text)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://grammar.example", "the text is sent to grammar.example for its grammar: "),
        ("http://grammar.example", "grammar.example for its grammar, and can be read on the way"),
    ],
)
def test_every_run_says_that_text_is_sent_away(tmp_path: Path, url: str, words: str) -> None:
    (notice,) = sent_away(configured(tmp_path, f'url = "{url}"\nallow-remote = true'))
    assert words in notice.message


@pytest.mark.parametrize("text", ['url = "http://localhost:1"', "local = true", ""])
def test_nothing_is_said_when_text_stays_here(tmp_path: Path, text: str) -> None:
    assert sent_away(configured(tmp_path, text)) == ()


def test_a_folder_is_relative_to_the_configuration(tmp_path: Path) -> None:
    found = configured(tmp_path, 'local = true\nfolder = "tools/lt"')
    assert server_folder(found.settings.languagetool, found.root) == tmp_path / "tools" / "lt"


def test_what_the_other_engine_found_is_not_lost_with_one() -> None:
    text = "He payed."
    requests = [ParseRequest(text, 0, split_sentences(text))]
    nobody = LanguageTool(lambda: Address("http://127.0.0.1:9/", "127.0.0.1"))
    with pytest.raises(Incomplete, match="is not running") as caught:
        lint_with([Harper(), nobody], requests)
    assert [i.engine_rule for i in caught.value.found[0]] == ["Payed"]
    assert caught.value.partial
