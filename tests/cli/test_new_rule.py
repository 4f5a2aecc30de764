"""`newslint new-rule`: a file to fill in, never one to lose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_test import Run, run, write

__all__ = ["run"]


def test_a_pattern_is_written_where_its_id_says(run: Run) -> None:
    done = run("new-rule", "house-style.monies")
    assert done.code == 0
    assert done.out == (
        "wrote house-style/monies.yml\n"
        "  say in it what to look for, and write the examples\n"
        "  then run: newslint test house-style/monies.yml\n"
        '  to use it, set packs = ["house-style"] in newslint.toml\n'
    )


@pytest.mark.parametrize(("kind", "file"), [("pattern", "a-b/c-d.yml"), ("check", "a_b/c_d.py")])
def test_what_is_written_can_be_run_and_fails_until_it_is_filled_in(
    run: Run, kind: str, file: str
) -> None:
    assert run("new-rule", "a-b.c-d", "--kind", kind).code == 0
    done = run("test", file)
    assert done.code == 1
    assert "4 examples of 1 rule: 2 failed\n" in done.out
    assert "#" not in Path(file).read_text()


def test_a_pattern_that_is_filled_in_passes(run: Run) -> None:
    run("new-rule", "house-style.monies")
    file = Path("house-style/monies.yml")
    file.write_text(file.read_text().replace("words to look for", "fault", 1))
    assert run("test", "house-style/monies.yml").code == 0


def test_a_check_that_is_filled_in_passes(run: Run) -> None:
    run("new-rule", "house-style.monies", "--kind", "check")
    file = Path("house_style/monies.py")
    file.write_text(file.read_text().replace("return False", 'return "fault" in words'))
    assert run("test", "house_style/monies.py").code == 0


def test_a_configured_pack_of_that_name_is_taken(run: Run) -> None:
    write("newslint.toml", 'packs = ["desk/house-style"]\n')
    Path("desk/house-style").mkdir(parents=True)
    write("desk/house-style/old.yml", "extends: existence\nmessage: no\ntokens: [x]\n")
    done = run("new-rule", "house-style.monies")
    assert done.out.startswith("wrote desk/house-style/monies.yml\n")
    assert "to use it" not in done.out


def test_a_folder_can_be_named(run: Run) -> None:
    assert (
        "wrote desk/house-style/monies.yml\n"
        in run("new-rule", "house-style.monies", "--pack", "desk").out
    )
    assert (
        "wrote desk/house-style/cash.yml\n"
        in run("new-rule", "house-style.cash", "--pack", "desk/house-style").out
    )


def test_a_file_that_is_there_is_never_overwritten(run: Run) -> None:
    write("house-style/monies.yml", "precious\n")
    done = run("new-rule", "house-style.monies")
    assert done.code == 2
    assert "house-style/monies.yml is there already" in done.err
    assert Path("house-style/monies.yml").read_text() == "precious\n"


def test_a_rule_that_is_there_is_refused(run: Run) -> None:
    done = run("new-rule", "quotes.scare-quote")
    assert done.code == 2
    assert "there is a rule 'quotes.scare-quote' already, in newslint.checks" in done.err
    assert not Path("quotes").exists()


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("House_Style.LongQuote", "did you mean 'house-style.long-quote'?"),
        ("house-style/monies", "did you mean 'house-style.monies'?"),
        ("monies", "write a group, a full stop and a name"),
        ("../etc.passwd", "write a group, a full stop and a name"),
    ],
)
def test_a_name_that_is_no_id_is_answered_with_one(run: Run, name: str, hint: str) -> None:
    done = run("new-rule", name)
    assert done.code == 2
    assert f"{name!r} cannot be a rule's id" in done.err
    assert hint in done.err


def test_an_unknown_kind_is_answered_with_the_nearest(run: Run) -> None:
    done = run("new-rule", "house-style.monies", "--kind", "chek")
    assert done.code == 2
    assert "There is no kind of rule 'chek'. Did you mean 'check'?" in done.err
