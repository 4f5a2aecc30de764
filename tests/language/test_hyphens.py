"""Words are divided with the patterns that are asked for, as if with the whole dictionary."""

from __future__ import annotations

import subprocess
import sys

import pyphen

from newslint.language.hyphens import Patterns


def test_every_pattern_has_its_numbers() -> None:
    path = pyphen.LANGUAGES["en_US"]
    whole = pyphen.HyphDict(path).patterns
    needed = Patterns("\n".join(path.read_text("utf-8").split("\n")[5:]))
    assert len(whole) > 10_000
    assert {letters: needed.get(letters) for letters in whole} == whole
    assert set(needed.lines) - set(whole) <= {"", *(k for k in needed.lines if not needed.get(k))}


def test_letters_without_a_pattern_have_no_numbers() -> None:
    patterns = Patterns("a1b\n.a2ch4\n00x")
    assert patterns.get("ab") == (1, (1,))
    assert patterns.get(".ach") == (2, (2, 0, 4))
    assert patterns.get("x") is None
    assert patterns.get("") is None
    assert patterns.get("zz") is None


def test_textstat_divides_words_as_it_does_alone() -> None:
    code = (
        "import sys, pyphen\n"
        "from newslint.language.hyphens import hyphenate_as_needed\n"
        "if sys.argv[1] == 'needed': hyphenate_as_needed()\n"
        "from pyphen import Pyphen\n"
        "words = 'northport gerrymandering zzz Übergang o’clock municipalities e-mail'.split()\n"
        "print([Pyphen(lang='en_US').positions(word) for word in words])\n"
        "print(type(Pyphen(lang='en_US').hd.patterns).__name__, file=sys.stderr)\n"
    )
    done = [
        subprocess.run(
            [sys.executable, "-c", code, how], capture_output=True, text=True, check=True
        )
        for how in ("needed", "alone")
    ]
    assert done[0].stdout == done[1].stdout
    assert [one.stderr.strip() for one in done] == ["Patterns", "dict"]
