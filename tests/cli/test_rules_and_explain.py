"""`newslint rules` and `newslint explain`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.cli.main import main
from newslint.registry import load_rules


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_rules_lists_every_rule_with_severity_and_summary(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for spec in load_rules():
        (line,) = [line for line in lines if line.split()[:1] == [spec.id]]
        assert spec.rule.severity.label in line
        assert spec.summary in line


def test_rules_can_be_limited_to_a_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "numbers"]) == 0
    shown = capsys.readouterr().out
    assert "numbers.vague-time" in shown
    assert "language." not in shown


def test_all_is_every_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    every = capsys.readouterr().out
    assert main(["rules", "all"]) == 0
    assert capsys.readouterr().out == every


def test_a_group_that_is_not_there_is_answered_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rules", "quots"]) == 2
    assert capsys.readouterr().err == (
        "newslint: there is no group 'quots'\n  did you mean 'quotes'?\n"
    )


def test_explain_says_where_the_rules_of_a_group_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "quotes"]) == 2
    assert capsys.readouterr().err == (
        "newslint: 'quotes' is a group\n  `newslint rules quotes` lists its rules\n"
    )


def test_rules_as_json_keep_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--output-format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["version"] == 1
    rules = {rule["id"]: rule for rule in document["rules"]}
    assert rules.keys() == {spec.id for spec in load_rules()}
    for rule in rules.values():
        assert rule.keys() >= {
            "id", "group", "kind", "severity", "default", "status", "summary", "why",
            "standards", "options", "needs", "fix", "examples", "card",
        }  # fmt: skip
        assert rule["group"] == rule["id"].split(".")[0]
        assert rule["severity"] in ("error", "warning", "suggestion")
        assert rule["fix"] in ("safe", "unsafe", "none")
        for example in rule["examples"]:
            for span in example["spans"]:
                assert 0 <= span["start"] < span["end"] <= len(example["text"])
    long = rules["readability.long-sentence"]
    assert long["options"]["properties"]["max"]["default"] == 40
    assert long["options"]["additionalProperties"] is False
    wordy = rules["language.wordy-phrase"]["examples"][0]
    assert wordy["text"] == "The council met in order to vote."
    assert wordy["spans"] == [{"start": 16, "end": 27}]
    assert wordy["fixed"] == "The council met to vote."


def test_rules_as_json_carry_what_was_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "language.wordy-phrase", "--output-format", "json"]) == 0
    [rule] = json.loads(capsys.readouterr().out)["rules"]
    card = rule["card"]
    assert card["standing"] in ("proven", "unproven")
    assert card["precision"] == pytest.approx(card["kept"] / card["judged"], abs=0.001)
    assert card["precision_at_least"] < card["precision"]
    assert card["recall"] == pytest.approx(card["found"] / card["planted"], abs=0.001)
    assert card["text"].endswith(f"of {card['planted']} planted.")


def test_explain_says_what_was_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "readability.long-sentence"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "Measured: Exact by construction: it counts words. " in shown
    assert "findings per 1,000 words" in shown


def test_a_rule_of_a_pack_has_no_card(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "house").mkdir()
    rule = "extends: existence\nmessage: m\ndescription: Leave it out.\ntokens: [pier]\n"
    (tmp_path / "house" / "pier.yml").write_text(rule)
    (tmp_path / "newslint.toml").write_text('packs = ["house"]\n')
    assert main(["explain", "house.pier"]) == 0
    assert "Measured" not in capsys.readouterr().out
    assert main(["rules", "house", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["rules"][0]["card"] is None


def test_a_pack_of_the_configuration_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "house").mkdir()
    rule = "extends: existence\nmessage: m\ndescription: Leave it out.\ntokens: [pier]\n"
    (tmp_path / "house" / "pier.yml").write_text(rule)
    (tmp_path / "newslint.toml").write_text('packs = ["house"]\n')
    assert main(["rules", "house"]) == 0
    assert "house.pier  warning     Leave it out." in capsys.readouterr().out


def test_explain_shows_reason_options_examples_and_standards(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["explain", "readability.long-sentence"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("readability.long-sentence  suggestion\n\nKeep a sentence")
    assert "\n  max = 40  " in shown
    assert "\nReported\n" in shown
    assert "\nNot reported\n" in shown
    assert "\nStandards\n  https://" in shown


def test_explain_underlines_what_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "language.wordy-phrase"]) == 0
    assert (
        "    The council met in order to vote.\n"
        "                    ^^^^^^^^^^^\n"
        "  → The council met to vote.\n"
    ) in capsys.readouterr().out


def test_an_unknown_rule_exits_2_with_the_nearest_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "language.wordyphrase"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "there is no rule 'language.wordyphrase'" in shown.err
    assert "did you mean 'language.wordy-phrase'?" in shown.err


def test_an_unknown_group_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "langage"]) == 2
    assert "did you mean 'language'?" in capsys.readouterr().err
