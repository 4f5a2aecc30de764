"""SARIF, accepted by pydantic-sarif: models made from the schema that OASIS publishes."""

from __future__ import annotations

import datetime
import json
from typing import Any
from urllib.parse import unquote

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

from newslint.engine.verdict import Policy, judge
from newslint.registry import load_rules
from newslint.result import FileError, FileResult, Report, Suppressed
from tests.reports.sample import (
    ASTRAL,
    FINDING,
    FIXABLE,
    SOURCE,
    astral_file,
    finding_at,
    hostile_report,
    report,
    shown,
)


def run(what: Report, **options: Any) -> dict[str, Any]:
    """Return the one run of a log that follows the schema."""
    text = shown("sarif", what, **options)
    Log.model_validate_json(text)
    (only,) = json.loads(text)["runs"]
    assert isinstance(only, dict)
    return only


def cut(region: dict[str, int], source: str) -> str:
    """Return the characters of a region, found by its lines and columns."""
    lines = source.splitlines(keepends=True)
    start = sum(map(len, lines[: region["startLine"] - 1])) + region["startColumn"] - 1
    end = sum(map(len, lines[: region["endLine"] - 1])) + region["endColumn"] - 1
    assert (region["charOffset"], region["charLength"]) == (start, end - start)
    return source[start:end]


def test_a_finding_names_its_rule_file_and_place() -> None:
    only = run(report())
    first, *_ = only["results"]
    (location,) = first["locations"]
    place = location["physicalLocation"]
    artifact = place["artifactLocation"]
    assert only["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "quotes.nobody"
    assert (first["ruleId"], first["level"]) == ("quotes.nobody", "error")
    assert only["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"] == "story.md"
    assert artifact["uriBaseId"] in only["originalUriBaseIds"]
    assert cut(place["region"], SOURCE) == FINDING.excerpt


@pytest.mark.parametrize("index", [0, 1])
def test_severities_become_levels(index: int) -> None:
    assert run(report())["results"][index]["level"] == ("error", "note")[index]


def test_columns_count_code_points_after_astral_characters_and_crlf() -> None:
    only = run(report(astral_file()))
    (result,) = only["results"]
    assert only["columnKind"] == "unicodeCodePoints"
    assert cut(result["locations"][0]["physicalLocation"]["region"], ASTRAL) == "utilised"


def test_a_fix_says_what_goes_and_what_comes() -> None:
    (result,) = run(report(astral_file()))["results"]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    assert cut(replacement["deletedRegion"], ASTRAL) == "utilised"
    assert replacement["insertedContent"] == {"text": "used"}
    assert fix["description"]["text"] == "newslint's fix (safe to apply)"


def test_related_places_are_numbered_and_explained() -> None:
    first, *_ = run(report())["results"]
    (related,) = first["relatedLocations"]
    assert related["id"] == 1
    assert related["message"] == {"text": "the headline has no name either"}
    assert cut(related["physicalLocation"]["region"], SOURCE) == "Harbour"


def test_equal_findings_of_a_file_have_different_fingerprints() -> None:
    file = FileResult("a.md", "markdown", "news", findings=(FINDING, FINDING), source=SOURCE)
    prints = [result["partialFingerprints"] for result in run(report(file))["results"]]
    assert [p["newslintFingerprint/v1"] for p in prints] == [
        "0123456789abcdef:1",
        "0123456789abcdef:2",
    ]
    assert [p["primaryLocationLineHash"] for p in prints] == [
        "0123456789abcdef:1",
        "0123456789abcdef:2",
    ]


def test_a_suppressed_finding_is_there_with_reason_name_and_date() -> None:
    one = Suppressed(FIXABLE, "his word", "KM", datetime.date(2031, 5, 4))
    file = FileResult("story.md", "markdown", "news", findings=(FINDING,), suppressed=(one,))
    open_, closed = run(report(file))["results"]
    assert open_["suppressions"] == []
    assert closed["suppressions"] == [
        {
            "kind": "inSource",
            "justification": "his word",
            "properties": {"by": "KM", "until": "2031-05-04"},
        }
    ]


def test_a_file_without_findings_is_listed_as_read() -> None:
    only = run(report(FileResult("clean.html", "html", "news"), notices=()))
    assert only["results"] == []
    (artifact,) = only["artifacts"]
    assert artifact["location"]["uri"] == "clean.html"
    assert artifact["mimeType"] == "text/html"


def test_what_failed_is_a_notification_and_the_exit_code_is_told() -> None:
    (invocation,) = run(report())["invocations"]
    (failed,) = invocation["toolExecutionNotifications"]
    (missing,) = invocation["toolConfigurationNotifications"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert invocation["exitCodeDescription"] == "rules failed 1 time"
    assert failed["associatedRule"]["id"] == "x.y"
    assert failed["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "story.md"
    assert failed["message"]["text"] == "rule x.y failed: KeyError: 'z': switch it off"
    assert (missing["level"], missing["descriptor"]["id"]) == ("warning", "unavailable")


def test_findings_alone_are_no_failure_to_run() -> None:
    file = FileResult("story.md", "markdown", "news", findings=(FINDING,), source=SOURCE)
    (invocation,) = run(report(file, notices=()))["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, 1)


def test_an_error_of_the_whole_run_is_told() -> None:
    what = judge([], [], Policy(), [FileError("config", "no such profile", "choose another")])
    (invocation,) = run(what)["invocations"]
    (failed,) = invocation["toolConfigurationNotifications"]
    assert failed["message"]["text"] == "no such profile: choose another"


def test_rules_explain_themselves() -> None:
    specs = {spec.id: spec for spec in load_rules()}
    found = finding_at(SOURCE, "utilised", rule="quotes.unattributed-quote")
    file = FileResult("story.md", "markdown", "news", findings=(found,), source=SOURCE)
    (rule,) = run(report(file), rules=specs)["tool"]["driver"]["rules"]
    spec = specs[found.rule]
    assert rule["shortDescription"]["text"] == spec.summary
    assert spec.summary in rule["help"]["text"]
    assert rule["help"]["markdown"].startswith(f"## {spec.id}\n")
    assert rule["defaultConfiguration"]["enabled"] is spec.on
    assert rule["properties"]["tags"] == [spec.rule.group]


def test_every_rule_of_ours_can_be_described() -> None:
    specs = {spec.id: spec for spec in load_rules()}
    found = tuple(finding_at(SOURCE, "utilised", rule=name) for name in specs)
    file = FileResult("story.md", "markdown", "news", findings=found, source=SOURCE)
    rules = run(report(file), rules=specs)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(specs)
    for rule in rules:
        assert rule["help"]["text"]
        assert rule.get("helpUri", "https://").startswith("https://")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("posts/a b.md", "posts/a%20b.md"),
        ("é/ü#1?.md", "%C3%A9/%C3%BC%231%3F.md"),
        ("a:b.md", "a%3Ab.md"),
        ("100%.md", "100%25.md"),
        ("a\udcff.md", "a%FF.md"),  # a name that is not UTF-8, as Python gives it
        ("a\ud800.md", "a%EF%BF%BD.md"),
    ],
)
def test_paths_are_percent_encoded(path: str, uri: str) -> None:
    (artifact,) = run(report(FileResult(path, "markdown", "news"), notices=()))["artifacts"]
    assert artifact["location"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_a_path_from_the_root_needs_no_base() -> None:
    file = FileResult("/news/a b.md", "markdown", "news")
    (artifact,) = run(report(file, notices=()))["artifacts"]
    assert artifact["location"] == {"uri": "file:///news/a%20b.md"}


def test_hostile_text_makes_no_links_arguments_or_broken_characters() -> None:
    only = run(hostile_report())
    text = json.dumps(only, ensure_ascii=False)
    text.encode("utf-8")
    for result in only["results"]:
        message = result["message"]["text"]
        assert "](" not in message
        assert "{0}" not in message.replace("{{", "").replace("}}", "")
        assert "::error::x ::stop-commands::y" in message
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert "<script>" in unquote(uri)
        assert "<" not in uri
