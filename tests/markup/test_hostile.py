"""Input made to hang or crash a parser costs time in proportion to its length."""

from __future__ import annotations

import time

import pytest

from newslint.markup.read import parse_article

SIZE = 30_000
#: Seconds of processor time: linear reading takes a tenth of it, quadratic far more.
LIMIT = 8.0

PATTERNS = [
    ("story.html", "<!--"),
    ("story.html", "<a b='<a b=\""),
    ("story.html", "</script"),
    ("story.html", "<div>"),
    ("story.html", "<b><p>"),
    ("story.html", "<a x=' \" >"),
    ("story.html", "&#9"),
    ("story.md", "[a]("),
    ("story.md", "> "),
    ("story.md", "x ![a](b) "),
    ("story.md", '{{<"'),
    ("story.md", "{% highlight %}"),
    ("story.md", "\n\n{{"),
    ("story.md", "{{ aaaa"),
    ("story.mdx", "<A b={"),
    ("story.mdx", "{/*"),
    ("story.mdx", "import {a"),
    ("story.txt", "http://("),
    ("story.txt", "a\n"),
    ("story.txt", "http://x)))))))))))))))))))))))))))))"),
]


@pytest.mark.parametrize("path, pattern", PATTERNS)
def test_repetition_is_read_in_linear_time(path: str, pattern: str) -> None:
    source = pattern * (SIZE // len(pattern))
    start = time.process_time()
    parse_article(source, path)
    parse_article(source + "\n\n> \" ' --> </script> }} >}} %} /> */}", path)
    assert time.process_time() - start < LIMIT


@pytest.mark.parametrize("opening", ["---\na: ", "+++\na = ", '{"a": '])
@pytest.mark.parametrize("pattern", ["[", "{a: ", "- ", "{a=", "a.", '{"a":', "'x"])
def test_nested_front_matter_is_read_in_linear_time(opening: str, pattern: str) -> None:
    close = {"-": "\n---\n", "+": "\n+++\n", "{": "}\n"}[opening[0]]
    start = time.process_time()
    parse_article(opening + pattern * 10_000 + close, "story.md")
    assert time.process_time() - start < LIMIT
