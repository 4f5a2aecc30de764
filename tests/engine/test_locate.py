"""A problem in the text becomes a finding at the very characters of the source."""

from __future__ import annotations

import pytest

from newslint.engine.locate import Locator
from newslint.finding import (
    Edit,
    Finding,
    Fix,
    Position,
    Problem,
    Related,
    Severity,
    fingerprint,
)
from newslint.span import Span
from tests.rules_for_tests import Fixed, read
from tests.support import span_of


def locate(source: str, problem: Problem, path: str = "story.md") -> Finding:
    """Return the finding, after making sure of what holds for every finding."""
    finding = Locator(read(source, path)).finding(Fixed(), problem)
    assert finding is not None
    assert finding.excerpt == finding.span.cut(source) != ""
    return finding


def at(source: str, words: str, path: str = "story.md") -> Problem:
    """Return a problem at `words` of the article's text."""
    return Problem(span_of(read(source, path).text, words), "Here.")


def test_the_excerpt_is_what_stands_in_the_source_markup_included() -> None:
    source = "# News\n\nThe *old* ferry &amp; crew left.\n"
    assert locate(source, at(source, "old ferry & crew")).excerpt == "old* ferry &amp; crew"


def test_lines_and_columns_count_from_one_and_the_end_is_exclusive() -> None:
    source = "One.\r\n\r\nThe 🚢 ferry left.\r\n"
    finding = locate(source, at(source, "ferry"))
    assert finding.start == Position(3, 7)
    assert finding.end == Position(3, 12)


def test_a_problem_in_front_matter_is_found_at_its_value() -> None:
    source = '---\ntitle: "The ferry left"\n---\n\nIt left.\n'
    finding = locate(source, at(source, "ferry"))
    assert (finding.start.line, finding.start.column) == (2, 13)


def test_a_problem_in_the_source_stays_where_it_is() -> None:
    source = "A [link](http://example.org/x).\n"
    problem = Problem(span_of(source, "http://example.org/x"), "Here.", in_source=True)
    assert locate(source, problem).excerpt == "http://example.org/x"


@pytest.mark.parametrize(
    ("before", "word"), [("The ", "ferry"), ("The fer", "ferry"), ("The ferry left", ".")]
)
def test_an_empty_span_is_widened_to_the_word_at_its_place(before: str, word: str) -> None:
    source = "The ferry left.\n"
    problem = Problem(Span(len(before), len(before)), "Here.")
    assert locate(source, problem).excerpt == word


def test_an_empty_span_at_the_end_is_widened_to_what_stands_before() -> None:
    source = "The ferry left\n"
    text = read(source).text
    assert locate(source, Problem(Span(len(text), len(text)), "Here.")).excerpt == "left"


def test_an_empty_span_in_the_source_is_widened_as_well() -> None:
    problem = Problem(Span(0, 0), "Here.", in_source=True)
    assert locate("\n\nThe ferry left.\n", problem).excerpt == "The"


def test_a_place_outside_the_article_is_refused() -> None:
    with pytest.raises(ValueError, match="past the end"):
        locate("The ferry left.\n", Problem(Span(2, 99), "Here."))


@pytest.mark.parametrize(
    ("source", "excerpt"),
    [
        ("---\ntitle: The ferry left\n---\n\n# Another\n\nIt left.\n", "The ferry left"),
        ("It left.\n\n# The ferry left\n", "The ferry left"),
        ("\n\nThe ferry left.\nIt rained.\n\nMore.\n", "The ferry left.\nIt rained."),
        ("\n\n  ![](x.png)\n\n", "![](x.png)"),
        ("\n\n", "\n"),
    ],
)
def test_a_problem_of_the_document_is_shown_at_headline_first_block_or_first_line(
    source: str, excerpt: str
) -> None:
    finding = locate(source, Problem(Span(0, 0), "Here.", document=True))
    assert finding.excerpt == excerpt
    assert finding.scope == "document"


def test_a_problem_of_the_document_about_a_front_matter_value_is_shown_there() -> None:
    source = "---\ntitle: The ferry left\ndate: yesterday\n---\n\nIt left.\n"
    problem = Problem(span_of(source, "yesterday"), "Here.", in_source=True, document=True)
    assert locate(source, problem).excerpt == "yesterday"


def test_a_problem_of_an_empty_file_has_no_place() -> None:
    assert Locator(read("")).finding(Fixed(), Problem(Span(0, 0), "x", document=True)) is None


def test_the_fingerprint_is_made_of_rule_excerpt_and_sentence_without_markup() -> None:
    source = "It rained. The *old* ferry left. Nobody cared.\n"
    finding = locate(source, at(source, "ferry"))
    assert finding.fingerprint == fingerprint("words.fixed", "ferry", "The old ferry left.")


def test_the_fingerprint_of_a_place_outside_the_text_uses_its_line() -> None:
    source = "Text.\n\n![](pier.png)\n"
    problem = Problem(span_of(source, "pier.png"), "Here.", in_source=True)
    assert locate(source, problem).fingerprint == fingerprint(
        "words.fixed", "pier.png", "![](pier.png)"
    )


def test_a_problem_can_lower_the_severity_of_its_rule_but_not_raise_it() -> None:
    reading = read("The ferry left.\n")
    problem = Problem(Span(0, 3), "Here.", at_most=Severity.WARNING)
    for own, shown in ((Severity.ERROR, Severity.WARNING), (Severity.SUGGESTION,) * 2):
        finding = Locator(reading).finding(Fixed(severity=own), problem)
        assert finding is not None
        assert finding.severity is shown


def fix(source: str, *edits: tuple[str, str]) -> Fix | None:
    text = read(source).text
    made = tuple(Edit(span_of(text, old), new) for old, new in edits)
    return locate(source, Problem(Span(0, 1), "Here.", Fix(made, safe=True))).fix


def test_a_fix_is_carried_over_to_the_source_and_sorted() -> None:
    source = "# News\n\nThe ferry left.\n"
    assert fix(source, ("left", "sailed"), ("The", "A")) == Fix(
        (Edit(Span(8, 11), "A"), Edit(Span(18, 22), "sailed")), safe=True
    )


def test_a_fix_that_would_eat_markup_is_dropped() -> None:
    assert fix("The *old* ferry.\n", ("The old ferry", "It")) is None
    assert fix("Ferry &amp; crew.\n", ("&", "and")) is None


def test_a_fix_whose_edits_overlap_is_dropped() -> None:
    assert fix("The ferry left.\n", ("The ferry", "It"), ("ferry left", "sailed")) is None


def test_an_insertion_stays_with_the_letter_before_it() -> None:
    source = "The ferry left\n\nIt rained.\n"
    end = len("The ferry left")
    problem = Problem(Span(0, 1), "Here.", Fix((Edit(Span(end, end), "."),)))
    assert locate(source, problem).fix == Fix((Edit(Span(end, end), "."),))


def test_other_places_are_carried_over_as_well() -> None:
    source = "# News\n\nThe *old* ferry.\n"
    place = span_of(read(source).text, "old")
    problem = Problem(Span(0, 1), "Here.", related=(Related(place, "First here."),))
    (related,) = locate(source, problem).related
    assert (related.span.cut(source), related.message) == ("old", "First here.")


def test_engine_and_link_are_kept() -> None:
    problem = Problem(Span(0, 3), "Here.", engine="harper", engine_rule="Spelling")
    finding = Locator(read("The ferry.\n")).finding(Fixed(link="https://example.org/"), problem)
    assert finding is not None
    assert (finding.engine, finding.engine_rule) == ("harper", "Spelling")
    assert finding.link == "https://example.org/"
