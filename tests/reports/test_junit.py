"""JUnit, accepted by junitparser and by a strict model of the elements it may have."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import pytest
from junitparser import Error, Failure, JUnitXml, TestCase, TestSuite

from newslint.engine.verdict import Policy, judge
from newslint.result import FileError, FileResult, Report
from tests.reports.sample import FILE, hostile_report, report, shown

#: Elements, their attributes (a star: may be missing), and what may be in them. As in
#: https://github.com/testmoapp/junitxml, without what newslint does not write.
ELEMENTS = {
    "testsuites": ({"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, {"testcase"}),
    "testcase": ({"name", "classname", "file", "time", "line*"}, {"failure", "error"}),
    "failure": ({"message", "type"}, set[str]()),
    "error": ({"message", "type"}, set[str]()),
}


def read(what: Report) -> JUnitXml:
    text = shown("junit", what)
    check(ET.fromstring(text))
    found = JUnitXml.fromfile(io.StringIO(text))
    assert isinstance(found, JUnitXml)
    return found


def check(element: ET.Element) -> None:
    attributes, children = ELEMENTS[element.tag]
    needed = {name for name in attributes if not name.endswith("*")}
    assert needed <= set(element.attrib) <= {name.rstrip("*") for name in attributes}
    for child in element:
        assert child.tag in children
        check(child)


def cases(suite: TestSuite) -> list[TestCase]:
    return list(suite)


def test_a_file_is_a_suite_and_a_finding_a_failed_test() -> None:
    (suite,) = read(report())
    failed, first, second = cases(suite)
    assert suite.name == "story.md"
    assert (first.name, first.classname) == ("story.md:3:1", "quotes.nobody")
    (failure,) = first.result
    assert isinstance(failure, Failure)
    assert (failure.type, failure.message) == ("error", "Name the speaker.")
    assert failure.text == "story.md:3:1: error [quotes.nobody] Name the speaker."
    assert second.result[0].type == "suggestion"
    assert isinstance(failed.result[0], Error)
    assert failed.result[0].message == "rule x.y failed: KeyError: 'z'"


def test_a_file_without_findings_is_a_test_that_passed() -> None:
    (suite,) = read(report(FileResult("clean.md", "markdown", "news")))
    (case,) = cases(suite)
    assert (case.name, case.is_passed) == ("clean.md", True)


def test_an_error_of_the_whole_run_fails() -> None:
    what = judge([], [], Policy(), [FileError("config", "no such profile")])
    (suite,) = read(what)
    assert cases(suite)[0].result[0].message == "no such profile"


@pytest.mark.parametrize("what", [report(), hostile_report(), report(FILE, FILE)])
def test_the_counts_are_those_of_the_tests(what: Report) -> None:
    found = read(what)
    counted = []
    for suite in found:
        results = [one for case in cases(suite) for one in case.result]
        failures = sum(isinstance(one, Failure) for one in results)
        counted.append((len(cases(suite)), failures, len(results) - failures))
        assert (suite.tests, suite.failures, suite.errors) == counted[-1]
    totals = (found.tests, found.failures, found.errors)
    assert totals == tuple(map(sum, zip(*counted, strict=True)))


def test_hostile_text_is_text() -> None:
    whole, suite = read(hostile_report())
    failed, found = cases(suite)
    for text in (found.result[0].message, failed.result[0].message):
        assert "]]> <script>alert(1)</script> <!-- --> &amp; | a |" in text
        assert "\x1b" not in text
    assert cases(whole)[0].result[0].message == failed.result[0].message
