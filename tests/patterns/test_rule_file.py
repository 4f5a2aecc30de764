"""What the author of a rule file is told when something in it is not right."""

from __future__ import annotations

import pytest

from newslint.errors import ConfigError
from newslint.finding import Severity
from newslint.patterns.existence import Existence
from newslint.patterns.rule_file import KINDS, pattern_class, read_rule
from newslint.rule import RuleSpec

GOOD = """\
extends: existence
message: "Drop “%s”."
level: error
description: |
  Drop it.

  It says nothing.
standards: [https://style.example/pier]
status: preview
genres_off: [opinion]
exact: it counts
ignorecase: true
tokens:
  - pier
  - no
  - 12:30
examples:
  - text: "A [[pier]]."
    path: story.txt
"""


def read(text: str) -> RuleSpec:
    return read_rule(text, "house.rule", "house/rule.yml", "house")


def test_everything_a_file_says_is_kept() -> None:
    spec = read(GOOD)
    assert isinstance(spec.rule, Existence)
    assert spec.id == "house.rule"
    assert spec.rule.severity is Severity.ERROR
    assert spec.rule.ignorecase is True
    assert spec.rule.tokens == ("pier", "no", "12:30"), "scalars stay what they are"
    assert spec.summary == "Drop it."
    assert spec.why == "It says nothing."
    assert spec.standards == ("https://style.example/pier",)
    assert spec.genres_off == {"opinion"}
    assert spec.exact == "it counts"
    assert (spec.status, spec.on) == ("preview", False)
    assert [(e.text, e.path) for e in spec.examples] == [("A [[pier]].", "story.txt")]
    assert (spec.kind, spec.origin, spec.fixes) == ("pattern", "house", "none")
    assert spec.needs == {"sentences", "quotations"}


def test_without_words_a_rule_is_still_a_rule() -> None:
    spec = read("extends: existence\nmessage: Drop it.\ntokens: [pier]")
    assert spec.rule.severity is Severity.WARNING
    assert spec.summary == "Drop it."
    assert spec.on


MISTAKES = {
    "tokens: [pier]": ("house/rule.yml:1: no `extends`", "one of capitalization, conditional"),
    "extends: existance": ("house/rule.yml:1: cannot extend 'existance'", "'existence'"),
    "extends: script": ("house/rule.yml:1: cannot extend 'script'", "write the rule in Python"),
    "extends: existence\ntokens: [a]": ("house/rule.yml:1: `message` is missing", "add `message:`"),
    "extends: existence\nmessage: m\ntokns: [a]": (
        "house/rule.yml:3: unknown key `tokns`",
        "did you mean `tokens`?",
    ),
    "extends: existence\nmessage: m": ("house/rule.yml:1: give tokens or raw", "correct it there"),
    "extends: existence\nmessage: m\ntokens:\n  - a\n  - (b": (
        "house/rule.yml:5: `tokens.1`: `(b` is not a regular expression: missing )",
        "correct it there",
    ),
    "extends: existence\nmessage: m\ntokens:\n  - a\n  - (?:b: c)": (
        "house/rule.yml:5: `tokens.1` was read as `key: value`",
        "put the expression in 'quotation marks'",
    ),
    "extends: existence\nmessage: m\ntokens: [a]\nunless: (": (
        "house/rule.yml:4: `unless`: `(` is not a regular expression",
        "correct it there",
    ),
    "extends: substitution\nmessage: m\nswap:\n  a: b\n  c(: d": (
        "house/rule.yml:5: `swap.c(`: `c(` is not a regular expression",
        "correct it there",
    ),
    "extends: substitution\nmessage: m\nswap: {a: b}\naction: {name: burn}": (
        "house/rule.yml:4: `action.name`: Input should be 'replace', 'remove'",
        "correct it there",
    ),
    "extends: occurrence\nmessage: m\ntoken: a\nmax: few": (
        "house/rule.yml:4: `max`: Input should be a valid integer",
        "correct it there",
    ),
    "extends: occurrence\nmessage: m\ntoken: a": ("house/rule.yml:1: give max or min", ""),
    "extends: conditional\nmessage: m\nfirst: a\nsecond: b": (
        "house/rule.yml:4: `second`: needs a group",
        "correct it there",
    ),
    "extends: existence\nmessage: m\ntokens: [a]\nlevel: fatal": (
        "house/rule.yml:4: `severity`: severity is one of suggestion, warning, error",
        "correct it there",
    ),
    "extends: existence\nmessage: m\ntokens: [a]\nlevel: error\nseverity: error": (
        "house/rule.yml:4: `level` and `severity` are one thing",
        "keep one",
    ),
    "extends: existence\nmessage: m\ntokens: [a]\nscope: [text, heding]": (
        "house/rule.yml:4: `scope`: unknown scope 'heding'",
        "correct it there",
    ),
    "extends: existence\nmessage: m\nmessage: n\ntokens: [a]": (
        "house/rule.yml:3: 'message' is there twice",
        "keep one of them",
    ),
    "extends: existence\n message: m": ("house/rule.yml:2: not YAML:", "check the indentation"),
    "- a\n- b": ("house/rule.yml:1: not a mapping", "write `key: value` lines"),
    "extends: existence\nmessage: m\ntokens: [a]\nexamples:\n  - txt: A": (
        "house/rule.yml:5: `examples.0.text` is missing",
        "add `examples.0.text:`",
    ),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_named_by_line_and_key(text: str) -> None:
    message, hint = MISTAKES[text]
    with pytest.raises(ConfigError) as error:
        read(text)
    assert error.value.message.startswith(message), error.value.message
    assert hint in error.value.hint


def test_every_kind_of_pattern_says_what_it_does() -> None:
    for name in KINDS:
        doc = pattern_class(name).__doc__
        assert doc
        assert doc.startswith("Reports "), name
