"""The page on precision: what it says of editors' marks."""

from __future__ import annotations

from dataclasses import replace

from evaluation.corpora import Checked
from evaluation.editors import Mark
from evaluation.noise import marked_lines
from newslint.finding import Finding, Position, Severity
from newslint.markup.read import parse_article
from newslint.span import Span


def test_the_page_says_how_much_falls_on_what_two_editors_marked() -> None:
    article = parse_article("Some say the quay sank. It did.", "a.txt")
    found = Finding(
        rule="attribution.vague-collective-source",
        severity=Severity.WARNING,
        message="!",
        path="a.txt",
        span=Span(0, 8),
        start=Position(1, 1),
        end=Position(1, 9),
        excerpt="Some say",
        fingerprint="0",
    )
    beside = replace(found, rule="quotes.unattributed-quote", span=Span(24, 26))
    checked = [Checked("attribution-dev", "a.txt", article, (found, beside))]
    read = [Mark("a.txt", name, 0, 0, "read", "") for name in ("ann", "ben")]
    marks = [*read, Mark("a.txt", "ann", 0, 4, "vague", "low")]
    text = "\n".join(marked_lines(checked, marks))
    assert "1 of 2 (50 %) fall on something that either of them marked" in text
    assert "- quotes.unattributed-quote: 0 of 1 (0 %)" in text
    assert not list(marked_lines(checked, []))
