"""From bytes to text: nothing is guessed, and an error names the byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.errors import ReadError
from newslint.files import Found, NotAnArticle, TooLarge, read_source


def read(folder: Path, data: bytes, most: int = 1000) -> str:
    file = folder / "story.md"
    file.write_bytes(data)
    return read_source(Found("story.md", file, named=True), most)


def test_newlines_stay_as_they_are_and_a_byte_order_mark_goes(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfOne\r\ntwo\rthree\n") == "One\r\ntwo\rthree\n"


def test_undecodable_bytes_are_an_error_that_names_the_first(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as raised:
        read(tmp_path, b"caf\xe9 society")
    assert raised.value.message == "story.md is not UTF-8: byte 3 is 0xe9"
    assert raised.value.kind == "decode"


def test_a_binary_file_is_no_article(tmp_path: Path) -> None:
    with pytest.raises(NotAnArticle, match="byte 2 is NUL"):
        read(tmp_path, b"PK\0\1")


def test_utf_16_is_recognised(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="UTF-16") as raised:
        read(tmp_path, "The ferry".encode("utf-16"))
    assert raised.value.hint == "save it as UTF-8"


def test_a_file_of_twenty_megabytes_is_not_read_in_full(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="larger than 2,000,000 bytes") as raised:
        read(tmp_path, b"a" * 20_000_000, most=2_000_000)
    assert raised.value.hint == "raise max-file-size to read it"


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"a" * 10, most=10) == "a" * 10


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_rights_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "story.md"
    file.touch(mode=0)
    with pytest.raises(ReadError, match="cannot be read: Permission denied"):
        read_source(Found("story.md", file), 10)


def test_a_link_in_a_circle_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "b.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    with pytest.raises(ReadError, match="a link in a circle"):
        read_source(Found("a.md", tmp_path / "a.md", named=True), 10)


def test_standard_input_is_judged_like_a_file() -> None:
    assert read_source(Found("stdin", None, named=True), 10, b"\xef\xbb\xbfHi") == "Hi"
    with pytest.raises(ReadError, match="stdin is not UTF-8: byte 0"):
        read_source(Found("stdin", None, named=True), 10, b"\xff")
