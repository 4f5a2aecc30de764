"""Which findings a change is answerable for."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.cache.store import Store
from newslint.changes.narrowing import narrowed
from newslint.config import Configuration
from newslint.engine.examine import examine
from newslint.engine.lint_files import Means, lint_files
from newslint.engine.recipe import Recipe
from newslint.finding import Finding, Problem, Related
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.result import FileResult, Loaded
from newslint.rule import Rule
from newslint.span import Span
from tests.rules_for_tests import Word, read


class Unsourced(Rule):
    """Reports the document, at its headline, unless somebody is named as a source."""

    id: str = "words.unsourced"
    message: str = "Nobody is named."

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem for the whole document."""
        if "said Ilse" not in reading.text:
            yield Problem(Span(0, 0), self.message, document=True)


class Unnamed(Rule):
    """Reports a quotation if nobody said anything before it, and shows its neighbour."""

    id: str = "words.unnamed"
    message: str = "Whose words?"

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the quotation, with the sentence before it as the explanation."""
        at, said = reading.text.find("“"), reading.text.find("said Ilse")
        if at >= 0 and not 0 <= said < at:
            related = (Related(Span(0, 4), "here"),)
            yield Problem(Span(at, len(reading.text)), self.message, related=related)


RULES: tuple[Rule, ...] = (Word(), Unsourced(), Unnamed())

STORY = """---
title: A bad day
---
Rain fell at noon. It was a bad night.

The hall was full, said Ilse Brandt.

A bad storm came. “Go home.”
"""


def result_of(source: str) -> FileResult:
    examined = examine(read(source), RULES)
    return FileResult(
        "story.md", "markdown", "news", None, examined.findings, examined.suppressed, source=source
    )


def reported(old: str, new: str) -> FileResult:
    before, now = parse_article(old, "story.md"), parse_article(new, "story.md")
    return narrowed(result_of(new), now, result_of(old), before)


def named(findings: Sequence[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.excerpt) for finding in findings]


def test_only_what_stands_in_the_changed_sentence_is_reported() -> None:
    new = STORY.replace("Rain fell at noon.", "Rain fell at a bad hour.")
    (finding,) = reported(STORY, new).findings
    assert finding.span.start == new.index("bad hour")


def test_an_unchanged_article_has_nothing_to_report() -> None:
    assert len(result_of(STORY).findings) == 3
    assert reported(STORY, STORY).findings == ()


def test_what_an_edit_takes_away_is_reported_where_it_is_missing_now() -> None:
    """The speaker is deleted in one place; the quotation in another is now nobody's."""
    new = STORY.replace("The hall was full, said Ilse Brandt.\n\n", "")
    assert named(reported(STORY, new).findings) == [
        ("words.unsourced", "A bad day"),
        ("words.unnamed", "“Go home.”"),
    ]


def test_a_finding_whose_explanation_changed_is_reported() -> None:
    old = STORY.replace("said Ilse", "wrote Ilse").replace("title: A bad day", "title: The day")
    new = old.replace("title: The day", "title: Our day")
    assert ("words.unnamed", "“Go home.”") in named(reported(old, new).findings)


def test_a_finding_of_the_document_is_not_new_below_another_headline() -> None:
    old = STORY.replace("said Ilse", "wrote Ilse").replace("“Go home.”", "Go home.")
    new = old.replace("title: A bad day", "title: A long day")
    assert reported(old, new).findings == ()
    new = old.replace("title: A bad day", "title: A bad week")
    assert named(reported(old, new).findings) == [("words.bad", "bad")]


def test_a_faulty_sentence_that_is_copied_is_reported_once() -> None:
    new = STORY.replace("said Ilse Brandt.", "said Ilse Brandt. It was a bad night.")
    (finding,) = reported(STORY, new).findings
    assert finding.span.start == new.rindex("bad night")


def test_suppressed_findings_elsewhere_are_not_counted() -> None:
    comment = "<!-- newslint: ignore words.bad -- the wording of the court -->\n"
    old = STORY.replace("Rain fell", comment + "Rain fell")
    assert len(result_of(old).suppressed) == 1
    assert reported(old, old.replace("came.", "went.")).suppressed == ()
    edited = reported(old, old.replace("bad night", "bad, bad night"))
    assert [one.finding.excerpt for one in edited.suppressed] == ["bad", "bad"]


def test_a_suppression_that_is_taken_away_brings_its_finding_back() -> None:
    comment = "<!-- newslint: ignore words.bad -- the wording of the court -->\n"
    old = STORY.replace("Rain fell", comment + "Rain fell")
    (finding,) = reported(old, STORY).findings
    assert finding.span.start == STORY.index("bad night")


@given(st.permutations(["A bad day.", "Rain fell. It is bad.", "> So bad.", "Nobody said Ilse."]))
def test_moving_paragraphs_reports_nothing(order: list[str]) -> None:
    old = "\n\n".join(sorted(order))
    found = reported(old, "\n\n".join(order)).findings
    assert [finding for finding in found if finding.scope == "span"] == []


_WORDS = st.sampled_from(["bad ", "“", ". ", "said Ilse ", "\n\n", "> ", "- ", "rain"])


@given(st.lists(st.tuples(st.integers(0, len(STORY)), st.integers(0, 30), _WORDS), max_size=3))
def test_what_is_reported_is_in_the_full_report(edits: list[tuple[int, int, str]]) -> None:
    new = STORY
    for start, length, words in edits:
        new = new[:start] + words + new[start + length :]
    full, found = result_of(new), reported(STORY, new)
    assert set(found.findings) <= set(full.findings)
    assert reported(new, new).findings == ()
    # What is left out was there before, in as many places.
    left = [(f.rule, f.message) for f in full.findings if f not in found.findings]
    known = [(f.rule, f.message) for f in result_of(STORY).findings]
    assert all(left.count(one) <= known.count(one) for one in left)


TOWN = """---
title: Council votes to close the Aldwick ferry
author: Mara Voss
date: 2026-03-04
---
It has been confirmed that the Aldwick bridge is unsafe.

"We were never asked," said Ilse Brandt, who runs the ferry.

Analysts say the the repairs could take twelve weeks.

A source close to the mayor of Aldwick said the plan had been dropped.

"We are finished with this town."
"""


@pytest.mark.model
def test_with_all_rules_random_edits_report_what_is_there_and_no_more(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    recipe = Recipe(Configuration(root=folder))
    store = Store(folder)
    chance = random.Random(7)
    paragraphs = TOWN.split("\n\n")
    texts = [TOWN]
    for _ in range(30):
        now = list(paragraphs)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(1, len(now))
            match chance.randrange(4):
                case 0:
                    now[at] = now[at].replace(chance.choice(now[at].split()), "really", 1)
                case 1 if len(now) > 2:
                    del now[at]
                case 2:
                    now.insert(at, chance.choice(paragraphs[1:]))
                case _:
                    now.append(now.pop(at))
        texts.append("\n\n".join(now))
    files = [Loaded("story.md", text) for text in texts]
    before, *results = lint_files(files, recipe, Means(store), lambda _: None)
    assert before.findings
    old = parse_article(TOWN, "story.md")
    for text, full in zip(texts[1:], results, strict=True):
        new = parse_article(text, "story.md")
        assert set(narrowed(full, new, before, old).findings) <= set(full.findings)
        assert narrowed(full, new, full, new).findings == ()


@pytest.mark.model
def test_who_deletes_the_speaker_is_told_of_the_quotation_left_behind(tmp_path: Path) -> None:
    old = (
        'Ilse Brandt runs the ferry. "We were never asked," Brandt said.\n\n'
        '"We would have said no."\n'
    )
    recipe = Recipe(Configuration(root=tmp_path))
    new = old.replace('"We were never asked," Brandt said.', "It was full.")
    files = [Loaded("story.md", text) for text in (old, new)]
    before, full = lint_files(files, recipe, Means(), lambda _: None)
    found = narrowed(full, parse_article(new, "story.md"), before, parse_article(old, "story.md"))
    assert ("quotes.unattributed-quote", '"We would have said no."') in named(found.findings)
    assert not named(before.findings)
