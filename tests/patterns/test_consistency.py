from __future__ import annotations

from tests.patterns.conftest import Find

RULE = """
extends: consistency
message: "“%s”, before “%s”"
ignorecase: true
either:
  advisor: adviser
  grey: gray
"""


def test_the_second_spelling_is_reported_and_the_first_named(find: Find) -> None:
    (finding,) = find(RULE, "The adviser left.\n\nAn advisor came.")
    assert finding.excerpt == "advisor"
    assert finding.message == "“advisor”, before “adviser”"
    assert [r.span.start for r in finding.related] == [4]


def test_one_spelling_throughout_is_right(find: Find) -> None:
    assert find(RULE, "The adviser met a grey adviser.") == []


def test_each_pair_is_on_its_own(find: Find) -> None:
    text = "An adviser in gray met a grey advisor."
    assert [f.excerpt for f in find(RULE, text)] == ["grey", "advisor"]


def test_quoted_spellings_do_not_count(find: Find) -> None:
    assert find(RULE, "“My advisor,” she said. The adviser left.") == []
