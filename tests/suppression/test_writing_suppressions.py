"""Suppressions are written where they belong, and nothing else about the article changes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.engine.examine import examine, lint
from newslint.errors import ConfigError
from newslint.finding import Problem
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.rule import Rule
from newslint.span import Span
from newslint.suppression import ENGINE_RULES
from newslint.suppression.directives import Terms
from newslint.suppression.wording import checked_terms
from newslint.suppression.writing import write_suppressions
from tests.rules_for_tests import NoAnalyser, Word, read

TERMS = Terms("a name", "KM", datetime.date(2027, 1, 31))
NOTE = "newslint: ignore words.bad -- a name by KM until 2027-01-31"
C = f"<!-- {NOTE} -->"
WIDE = "<!-- newslint: ignore-file words.whole -- a name by KM until 2027-01-31 -->"


class Raw(Rule):
    """Reports a word wherever it stands in the source, markup included."""

    id: str = "words.raw"
    message: str = "Here."
    word: str = "TK"

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each place of the word."""
        for match in re.finditer(self.word, reading.article.source):
            yield self.problem(Span(*match.span()), in_source=True)


class Whole(Rule):
    """Reports the article as a whole."""

    id: str = "words.whole"
    message: str = "Here."

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem of the document."""
        yield self.problem(Span(0, 0), document=True)


def written(source: str, *rules: Rule, path: str = "story.md") -> str:
    """Return the source with suppressions for all that the rules find; all must be covered."""
    rules = rules or (Word(),)
    reading = read(source, path)
    findings = lint(reading, rules)
    assert findings
    silenced = write_suppressions(reading.article, findings, TERMS, NoAnalyser())
    assert silenced.left == ()
    assert silenced.covered == len(findings)
    known = [*(rule.id for rule in rules), "words.other"]
    everything = [*rules, *(rule.model_validate({}) for rule in ENGINE_RULES)]
    after = examine(read(silenced.source, path), everything, known=known)
    assert after.findings == ()
    assert {(s.reason, s.by, s.until) for s in after.suppressed} == {
        (TERMS.reason, TERMS.by, TERMS.until)
    }
    return silenced.source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "A day.\n\nA bad day. A bad end.\n\nA day.\n",
            "A day.\n\n§\nA bad day. A bad end.\n\nA day.\n",
        ),
        ("# A bad day\n\nText.\n", "§\n# A bad day\n\nText.\n"),
        ("A bad day\n=========\n", "§\nA bad day\n=========\n"),
        ("A day.\nA **bad**\nday.\r\n", "§\nA day.\nA **bad**\nday.\r\n"),
        ("- A day.\n- A bad day.\n", "- A day.\n- §\n  A bad day.\n"),
        ("1. A day.\n\n   A bad day.\n", "1. A day.\n\n   §\n   A bad day.\n"),
        ("- [ ] A bad day. A day.\n", "- [ ] A bad day. § A day.\n"),
        ("> A day.\n>\n> > A bad day.\n", "> A day.\n>\n> > §\n> > A bad day.\n"),
        ("| a | b |\n|---|---|\n| a bad | day |\n", "| a | b |\n|---|---|\n| a bad § | day |\n"),
        ("A day.\n\n<p>A bad day.</p>\n", "A day.\n\n§\n<p>A bad day.</p>\n"),
        ("Text.[^1]\n\n[^1]: A bad day.\n", "Text.[^1]\n\n§\n[^1]: A bad day.\n"),
        ("A bad day.\r\rA day.\r", "A bad day. §\r\rA day.\r"),
        ("A day.\r\n\r\nA bad day.", "A day.\r\n\r\n§\r\nA bad day."),
        ("![A bad day](a.png)\n\nA day.\n", "§\n![A bad day](a.png)\n\nA day.\n"),
    ],
)
def test_in_markdown_a_comment_stands_before_the_block(source: str, expected: str) -> None:
    assert written(source) == expected.replace("§", C)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h1>Day</h1>\n  <p>A bad day.</p>\n", "<h1>Day</h1>\n  §\n  <p>A bad day.</p>\n"),
        ("<p>A day.</p><p>A bad day.</p>", "<p>A day.</p><p>§A bad day.</p>"),
        ("<ul>\n<li>A <b>bad</b> day.\n</ul>", "<ul>\n§\n<li>A <b>bad</b> day.\n</ul>"),
        ('<p\nclass="a">A bad day.</p>', '<p\nclass="a">§A bad day.</p>'),
    ],
)
def test_in_html_a_comment_stands_before_the_element_or_its_text(
    source: str, expected: str
) -> None:
    assert written(source, path="story.html") == expected.replace("§", C)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("A day.\n\nA bad day.\n", "A day.\n\n§\n\nA bad day.\n"),
        ("A day.\n# A bad day\n", "A day.\n\n§\n\n# A bad day\n"),
        ("| a | b |\n|---|---|\n| a bad | day |\n", "| a | b |\n|---|---|\n| a bad § | day |\n"),
    ],
)
def test_in_mdx_a_comment_is_an_expression(source: str, expected: str) -> None:
    assert written(source, path="story.mdx") == expected.replace("§", f"{{/* {NOTE} */}}")


def test_rules_of_one_block_share_a_comment_and_other_blocks_have_their_own() -> None:
    other = Word(id="words.other", word="day")
    assert written("A bad day.\n\nA bad end.\n", Word(), other) == (
        f"{C.replace('words.bad', 'words.bad, words.other')}\nA bad day.\n\n{C}\nA bad end.\n"
    )


def test_what_stands_in_markup_between_blocks_is_covered_from_above() -> None:
    source = "A day.\n\n<!--\na TK note\n-->\n\nA day.\n"
    note = C.replace("bad", "raw")
    assert written(source, Raw()) == source.replace("<!--\na", f"{note}\n<!--\na")


def test_what_stands_after_the_last_block_is_covered_for_the_whole_file() -> None:
    source = "A day.\n\n<!-- a TK note -->\n"
    assert written(source, Raw()) == WIDE.replace("whole", "raw") + "\n" + source


YAML = '    - rule: words.whole\n      reason: "a name"\n      by: "KM"\n      until: 2027-01-31\n'
FLOW = '{"rule": "words.whole", "reason": "a name", "by": "KM", "until": "2027-01-31"}'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "---\ntitle: A day\n---\n\nText.\n",
            f"---\ntitle: A day\nnewslint:\n  ignore:\n{YAML}---\n\nText.\n",
        ),
        (
            "---\r\ntitle: A day\r\n...\r\nText.\r\n",
            "---\r\ntitle: A day\r\nnewslint:\r\n  ignore:\r\n"
            + YAML.replace("\n", "\r\n")
            + "...\r\nText.\r\n",
        ),
        (
            "---\ntitle: A day\nnewslint:\n  ignore:\n  - words.other -- x\nb: a\n---\n\nA day.\n",
            "---\ntitle: A day\nnewslint:\n  ignore:\n"
            + YAML.replace("    - ", "  - ").replace("      ", "    ")
            + "  - words.other -- x\nb: a\n---\n\nA day.\n",
        ),
        (
            "---\nnewslint: {ignore: [{rule: words.other, reason: x}]}\n---\n\nA day.\n",
            f"---\nnewslint: {{ignore: [{FLOW}, {{rule: words.other, reason: x}}]}}\n---\n\n"
            "A day.\n",
        ),
        (
            "+++\ntitle = 'A day'\n[extra]\na = 1\n+++\nText.\n",
            "+++\ntitle = 'A day'\n[extra]\na = 1\n[[newslint.ignore]]\nrule = \"words.whole\"\n"
            'reason = "a name"\nby = "KM"\nuntil = "2027-01-31"\n+++\nText.\n',
        ),
        (
            '{\n  "title": "A day"\n}\n\nText.\n',
            f'{{\n  "title": "A day",\n  "newslint": {{"ignore": [{FLOW}]}}\n}}\n\nText.\n',
        ),
        ("# A day\n\nText.\n", f"{WIDE}\n# A day\n\nText.\n"),
        (
            "---\nnewslint:\n  ignore: words.other -- x\n---\n\nA day.\n",
            f"---\nnewslint:\n  ignore: words.other -- x\n---\n\n{WIDE}\nA day.\n",
        ),
    ],
)
def test_what_concerns_the_document_goes_into_its_front_matter_or_a_comment(
    source: str, expected: str
) -> None:
    reading = read(source)
    findings = lint(reading, [Whole()], known=["words.whole", "words.other"])
    silenced = write_suppressions(reading.article, findings, TERMS, NoAnalyser())
    assert silenced.source == expected
    assert lint(read(expected), [Whole()], known=["words.whole", "words.other"]) == []


def test_a_finding_in_front_matter_is_suppressed_there() -> None:
    source = "---\ntitle: A bad day\n---\n\nText.\n"
    assert written(source) == (
        "---\ntitle: A bad day\nnewslint:\n  ignore:\n"
        + YAML.replace("whole", "bad")
        + "---\n\nText.\n"
    )


def test_a_rule_suppressed_in_the_whole_file_needs_no_comments() -> None:
    source = "---\ntitle: A bad day\n---\n\nA bad end.\n"
    assert written(source).count("words.bad") == 1


def test_a_page_has_comments_only() -> None:
    source = "<html><head><title>A bad day</title></head>\n<body><p>Text.</p></body></html>"
    assert written(source, path="story.html") == source.replace(
        "<body>", WIDE.replace("whole", "bad") + "\n<body>"
    )


def test_plain_text_has_no_comments_and_is_given_front_matter() -> None:
    source = "A day\n\nA bad day.\nA bad end.\n"
    assert written(source, path="story.txt") == (
        "---\nnewslint:\n  ignore:\n" + YAML.replace("whole", "bad") + "---\n\n" + source
    )


@pytest.mark.parametrize(
    "reason", ["", "  ", "a --> b", "a */ b", "{{ page.title }}", "a\x1b[31m", "until 2026-13-01"]
)
def test_a_reason_that_no_comment_can_hold_is_refused(reason: str) -> None:
    with pytest.raises(ConfigError):
        checked_terms(Terms(reason))


@pytest.mark.parametrize("name", ["the desk", "A, B", "One Two Three Four Five"])
def test_a_name_that_cannot_be_read_back_is_refused(name: str) -> None:
    with pytest.raises(ConfigError, match="cannot be read as a name"):
        checked_terms(Terms("a name", name))


def test_white_space_in_a_reason_is_made_single() -> None:
    assert checked_terms(Terms(" the desk\n knows ")).reason == "the desk knows"


WORDS = st.lists(
    st.sampled_from(
        ["bad", "A bad day.", "*bad*", "[bad](x.html)", "`bad`", "TK", '"a bad day"', "{{ TK }}",
         "<b>bad</b>", "&amp;", "<!-- TK -->", "![bad](a.png)", "|", "One."]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)  # fmt: skip
LINES = st.tuples(
    st.sampled_from(["", "", "- ", "> ", "# ", "1. ", "  - ", "- > ", "| a |\n|---|\n| ", "<p>"]),
    WORDS,
).map("".join)
STORIES = st.builds(
    lambda head, lines, gap: head + gap.join(lines),
    st.sampled_from(["", "", "---\ntitle: A bad day\n---\n\n", "+++\na = 'TK'\n+++\n"]),
    st.lists(LINES, min_size=1, max_size=6),
    st.sampled_from(["\n\n", "\n", "\r\n\r\n"]),
)


@given(source=STORIES, path=st.sampled_from(["a.md", "a.mdx", "a.html", "a.txt"]))
def test_afterwards_nothing_is_reported_and_the_article_is_the_same(source: str, path: str) -> None:
    rules = [Word(), Raw(), Whole()]
    reading = read(source, path)
    findings = lint(reading, rules)
    silenced = write_suppressions(reading.article, findings, TERMS, NoAnalyser())
    assert silenced.left == ()
    everything = [*rules, *(rule.model_validate({}) for rule in ENGINE_RULES)]
    assert lint(read(silenced.source, path), everything) == []
    before, after = reading.article, parse_article(silenced.source, path)
    assert (after.text, after.blocks) == (before.text, before.blocks)
    rest = iter(silenced.source)
    assert all(character in rest for character in source), "something was taken away"
