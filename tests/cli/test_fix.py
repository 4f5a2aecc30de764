"""`newslint fix`, as a newsroom, an editor and a hook use it."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.finding import Edit, Fix, Problem, Severity
from newslint.reading import Reading
from newslint.reports.patch import patch
from newslint.rule import Rule, spec_of
from newslint.span import Span
from newslint.suppression import ENGINE_RULES
from tests.cli.conftest import Done, Newslint
from tests.rules_for_tests import Word


class Doubled(Rule):
    """Takes away a word typed twice, which is safe."""

    id: str = "words.doubled"
    message: str = "One is enough."

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each word that stands twice."""
        for match in re.finditer(r"\b(\w+)( \1)\b", reading.text):
            fix = Fix((Edit(Span(*match.span(2)), ""),), safe=True)
            yield self.problem(Span(*match.span()), fix=fix)


class Long(Rule):
    """Replaces a long word, which is not safe."""

    id: str = "words.long"
    message: str = "Use a short word."
    severity: Severity = Severity.ERROR

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each `utilise`."""
        for match in re.finditer("utilise", reading.text):
            place = Span(*match.span())
            yield self.problem(place, fix=Fix((Edit(place, "use"),)))


@pytest.fixture(autouse=True)
def _rules(newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    rules: tuple[type[Rule], ...] = (Doubled, Long, Word, *ENGINE_RULES)
    specs = tuple(spec_of(rule, "test") for rule in rules)
    monkeypatch.setattr("newslint.registry.load_rules", lambda *_: specs)


BOM = b"\xef\xbb\xbf"
SOURCE = b"They utilise the the crane.\r\n\r\nThe the caf\xc3\xa9.\r"


def write(name: str, data: bytes = SOURCE) -> Path:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    buffer = io.BufferedReader(io.BytesIO(data))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(buffer))


def test_safe_fixes_are_written_and_the_rest_is_counted(newslint: Newslint) -> None:
    file = write("story.md")
    done = newslint("fix", "story.md")
    assert file.read_bytes() == SOURCE.replace(b"the the", b"the")
    assert done.out == (
        "story.md: fixed words.doubled\n"
        "fixed 1 finding in 1 file; 1 error left (1 with an unsafe fix: --unsafe-fixes); "
        "failed: 1 error (--fail-on error)\n"
    )
    assert done.code == 1


def test_unsafe_fixes_are_applied_on_request(newslint: Newslint) -> None:
    file = write("story.md")
    done = newslint("fix", "story.md", "--unsafe-fixes")
    assert b"They use the crane." in file.read_bytes()
    assert done.code == 0
    assert done.out == (
        "story.md: fixed words.doubled, words.long\nfixed 2 findings in 1 file; nothing left\n"
    )


def test_fixing_again_changes_nothing(newslint: Newslint) -> None:
    file = write("story.md")
    newslint("fix", "story.md", "--unsafe-fixes")
    before = file.stat().st_mtime_ns
    assert newslint("fix", "story.md", "--unsafe-fixes").out == "nothing to fix; nothing left\n"
    assert file.stat().st_mtime_ns == before


def test_only_chosen_rules_are_fixed(newslint: Newslint) -> None:
    file = write("story.md")
    newslint("fix", "--ignore", "words.doubled", "--unsafe-fixes")
    assert file.read_bytes() == SOURCE.replace(b"utilise", b"use")
    newslint("fix", "--select", "words.doubled")
    assert b"the the" not in file.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [((), 1), (("--fail-on", "never"), 0), (("--select", "words.doubled"), 0)],
)
def test_what_remains_decides_the_exit_code(
    newslint: Newslint, arguments: tuple[str, ...], code: int
) -> None:
    write("story.md")
    assert newslint("fix", "story.md", *arguments).code == code


def test_a_byte_order_mark_and_the_rights_stay(newslint: Newslint) -> None:
    file = write("story.md", BOM + SOURCE)
    file.chmod(0o640)
    newslint("fix")
    assert file.read_bytes() == BOM + SOURCE.replace(b"the the", b"the")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_diff_writes_nothing_and_is_a_patch_that_applies(newslint: Newslint) -> None:
    file = write("my posts/a story.md")
    end = write("end.md", b"They took the the crane")
    done = newslint("fix", "--diff")
    assert done.code == 1
    assert file.read_bytes() == SOURCE
    assert done.err.startswith("would fix 2 findings in 2 files; 1 error left")
    subprocess.run(
        ["git", "apply", "-p0", "-"], input=done.out.encode(), check=True, capture_output=True
    )
    assert file.read_bytes() == SOURCE.replace(b"the the", b"the")
    assert end.read_bytes() == b"They took the crane"


def test_a_diff_of_nothing_is_empty_and_exits_0_whatever_remains(newslint: Newslint) -> None:
    write("story.md", b"A bad day.\n")
    done = newslint("fix", "--diff")
    assert (done.code, done.out) == (0, "")
    assert done.err == "nothing to fix; 1 error left\n"


def test_a_patch_says_where_a_last_line_break_is_missing() -> None:
    assert patch("a.md", "One\x0cone\u2028.\nTwo.", "One\x0cone\u2028.\nThree.") == (
        "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n One\x0cone\u2028.\n"
        "-Two.\n\\ No newline at end of file\n+Three.\n\\ No newline at end of file\n"
    )


def test_standard_input_comes_out_fixed_and_remarks_go_elsewhere(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin(monkeypatch, BOM + SOURCE)
    done = newslint("fix", "-", "--stdin-filename", "story.md")
    assert done.out.encode() == BOM + SOURCE.replace(b"the the", b"the")
    assert done.err.startswith("story.md: fixed words.doubled\n")
    assert done.code == 1


def test_standard_input_that_needs_no_fix_comes_out_as_it_is(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin(monkeypatch, b"A caf\xc3\xa9.\r")
    done = newslint("fix", "-", "--stdin-filename", "story.md")
    assert (done.code, done.out) == (0, "A café.\r")


def test_excluded_standard_input_comes_out_as_it_is(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin(monkeypatch, b"Take the the crane.\n")
    done = newslint("fix", "-", "--stdin-filename", "README.md", "--force-exclude")
    assert (done.code, done.out) == (0, "Take the the crane.\n")


def test_standard_input_that_is_too_large_fails_and_nothing_comes_out(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("newslint.toml", b"max-file-size = 10\n")
    stdin(monkeypatch, b"Take the the crane.\n")
    done = newslint("fix", "-")
    assert (done.code, done.out) == (2, "")
    assert "standard input was not read" in done.err


def test_standard_input_cannot_be_called_like_a_file(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("story.md")
    stdin(monkeypatch, b"Take the the crane.\n")
    done = newslint("fix", "-", "story.md", "--stdin-filename", "story.md")
    assert done.code == 2
    assert "both called story.md" in done.err
    assert file.read_bytes() == SOURCE


def test_a_file_that_cannot_be_written_is_named_and_the_others_are_fixed(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def replace(source: str | Path, target: str | Path) -> None:
        if Path(target).name == "b.md":
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    files = [write(name) for name in ("a.md", "b.md", "c.md")]
    done = newslint("fix")
    assert done.code == 2
    assert "write error: b.md cannot be written: No space left on device" in done.err
    assert "failed: 1 file could not be written" in done.out
    assert [b"the the" in file.read_bytes() for file in files] == [False, True, False]
    assert sorted(p.name for p in Path().iterdir()) == [".git", "a.md", "b.md", "c.md"]


def test_a_file_somebody_else_changed_meanwhile_is_kept(
    newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write("story.md")
    original = Doubled.check

    def check(self: Doubled, reading: Reading) -> Iterator[Problem]:
        file.write_bytes(b"A correction.\n")
        yield from original(self, reading)

    monkeypatch.setattr(Doubled, "check", check)
    done = newslint("fix")
    assert done.code == 2
    assert "story.md was changed by somebody else meanwhile" in done.err
    assert file.read_bytes() == b"A correction.\n"


def test_a_file_that_cannot_be_read_is_an_error_and_stays(newslint: Newslint) -> None:
    file = write("story.md", b"Take the the caf\xe9.\n")
    done = newslint("fix")
    assert done.code == 2
    assert "decode error: story.md is not UTF-8: byte 16 is 0xe9" in done.err
    assert file.read_bytes() == b"Take the the caf\xe9.\n"


def test_quiet_says_errors_only(newslint: Newslint) -> None:
    write("story.md", b"Take the the crane.\n")
    assert newslint("fix", "--quiet") == Done(0, "", "")
