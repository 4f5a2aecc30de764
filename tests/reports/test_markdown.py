"""The Markdown comment, accepted by a Markdown parser: one mark, tables, and nothing besides."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from pyromark import Markdown, Options

from newslint.attribution.graph import SourceKind, Speaker
from newslint.engine.verdict import Policy, judge
from newslint.finding import Position, Severity
from newslint.ledger import Entry, Ledger
from newslint.reports.markdown import MARK
from newslint.reports.markdown_text import words
from newslint.result import BaselineUse, FileResult, Notice
from newslint.span import Span
from tests.reports.sample import FINDING, HOSTILE, hostile_report, report, shown

#: What a code host adds to Markdown, as far as the parser has it.
EXTENSIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_GFM
    | Options.ENABLE_MATH
)

#: What a code host turns into links or pictures once the Markdown is HTML.
LINKED = re.compile(r"[@#!~$%&]\w|:\w+:|https?://|\bwww\.\w|\bGH-\d", re.IGNORECASE)


class Page(HTMLParser):
    """Collects the elements, attributes, comments and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.comments: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        self.text += data


def page(markdown: str) -> Page:
    return Page(Markdown(options=EXTENSIONS).html(markdown))


def test_there_is_a_table_for_each_file() -> None:
    assert shown("markdown", report()) == snapshot("""\
<!-- newslint: report -->
### newslint: 1 error, 1 suggestion in 1 file (1 suppressed); failed: rules failed 1 time

- **rule error** story.md: rule x.y failed: KeyError: 'z' (switch it off)

**story.md**

| Line | | Rule | |
|---:|---|---|---|
| 3 | error | quotes.nobody | Name the speaker. |
| 3 | suggestion | language.plain | Prefer 'used'. |

- unavailable: the model is not installed; not run: x.z
""")


def test_a_parser_sees_a_heading_and_a_table() -> None:
    found = page(shown("markdown", report()))
    assert found.comments == [" newslint: report "]
    assert found.tags.count("h3") == found.tags.count("table") == 1
    assert found.tags.count("tr") == 3


def test_it_begins_with_the_mark_by_which_a_comment_is_found_again() -> None:
    for what in (report(), hostile_report(), judge([], [], Policy())):
        assert shown("markdown", what).splitlines()[0] == MARK
        assert shown("markdown", what).count(MARK) == 1


def test_what_is_new_is_said_when_a_baseline_hides_the_rest() -> None:
    for findings, what in (((FINDING,), "Everything listed is new"), ((), "Nothing is new")):
        file = FileResult("a.md", "markdown", "news", findings=findings, baselined=40)
        known = judge([file], [], Policy(), baseline=BaselineUse("known.json"))
        said = f"\n{what}: 40 known findings of the baseline left out.\n"
        assert said in shown("markdown", known)
    assert "baseline" not in shown("markdown", report())


def test_who_says_what_is_told_below_the_table() -> None:
    kinds = (SourceKind.NAMED_PERSON, SourceKind.ANONYMOUS)
    entries = tuple(
        Entry(Speaker(n, None, None, kind, Span(n, n + 1), 1, 0), "who", Position(1, 1), 1)
        for n, kind in enumerate(kinds)
    )
    ledger = Ledger(entries, words=200, quoted_words=50, stated_words=120, statements=5)
    output = shown("markdown", report(), ledgers={"story.md": ledger})
    assert (
        "\n\n200 words: 25% quoted, 60% attributed to 2 sources, 1 of them unnamed.\n\n" in output
    )


def test_an_article_without_sources_is_told_so() -> None:
    output = shown("markdown", report(), ledgers={"story.md": Ledger(words=200)})
    assert "\n\n200 words, no source.\n\n" in output


def test_nothing_found_is_said() -> None:
    clean = judge([FileResult("a.md", "markdown", "news")], [], Policy())
    assert shown("markdown", clean) == f"{MARK}\n### newslint: nothing found in 1 file\n"


def test_a_comment_has_room_for_it_and_the_gravest_come_first() -> None:
    found = [
        dataclasses.replace(FINDING, start=Position(line, 1), severity=Severity.SUGGESTION)
        for line in range(1, 3000)
    ]
    grave = dataclasses.replace(FINDING, start=Position(3000, 1), message="Grave.")
    file = FileResult("a.md", "markdown", "news", findings=(*found, grave))
    output = shown("markdown", report(file))
    assert len(output) < 60_000
    assert "| 3000 | error | quotes.nobody | Grave. |" in output
    rows = output.count("| suggestion |")
    assert f"{2999 - rows} findings more: see the log." in output


def test_many_notices_are_counted() -> None:
    notices = tuple(Notice("skipped", f"{n}.md: too large") for n in range(15))
    output = shown("markdown", report(FileResult("a.md", "markdown", "news"), notices=notices))
    assert output.count("- skipped: ") == 10
    assert "- and 5 more" in output


def test_hostile_text_is_words_and_nothing_else() -> None:
    found = page(shown("markdown", hostile_report()))
    assert set(found.tags) <= {
        "h3", "ul", "li", "p", "strong", "table", "thead", "tbody", "tr", "th", "td"
    }  # fmt: skip
    assert found.comments == [" newslint: report "]
    assert found.attributes <= {"style"}
    assert found.tags.count("tr") == 2
    assert found.tags.count("td") == 4
    assert not LINKED.search(found.text)
    assert "<script>alert(1)</script>" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "@team", "x@y.example", "#12", "org/repo#12", "!7", "GH-9", "~label", "$4", "%v1", "&3",
        ":smile:", "https://a.example", "HTTP://a.example", "www.a.example", "WWW.a.example",
        "[x](y)", "![x](y)", "<b>x</b>", "<!-- x", "&lt;", "`x`", "**x**", "__x__", "~~x~~",
        "a | b", "\\|", "[^1]", "$x$", "- [ ] x", "# x", "1. x", "> x", "---", "/close", "==x==",
    ],
)  # fmt: skip
def test_words_have_no_meaning_on_a_code_host(text: str) -> None:
    found = page(f"| a | b |\n|---|---|\n| {words(text)} | z |\n")
    assert found.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert not LINKED.search(found.text)
    assert text in found.text.replace("\u200b", "")


@given(st.text(alphabet=HOSTILE))
def test_no_text_leaves_its_cell(text: str) -> None:
    found = page(f"| a | b |\n|---|---|\n| {words(text)} | z |\n")
    assert found.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert not LINKED.search(found.text)
