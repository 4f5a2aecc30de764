"""Headings, leads, repeated headlines, pictures without words."""

from __future__ import annotations

from newslint.checks.structure.duplicate_headline import DuplicateHeadline
from newslint.checks.structure.heading_order import HeadingOrder
from newslint.checks.structure.long_lead import LongLead
from newslint.checks.structure.missing_alt import MissingAlt
from newslint.finding import Severity
from tests.checks.conftest import Ask

LEAD = "The council of a small town by the river has voted to keep its old mill."


def test_the_dateline_is_no_part_of_the_lead(ask: Ask) -> None:
    rule = LongLead(max_words=16)
    assert ask(rule, LEAD) == []
    assert ask(rule, f"BERGEN, Norway (AFP) — {LEAD}") == []
    assert ask(LongLead(max_words=14), f"BERGEN (AFP) — {LEAD}") == [
        (f"BERGEN (AFP) — {LEAD}", Severity.SUGGESTION)
    ]


def test_bylines_and_editors_notes_are_no_leads(ask: Ask) -> None:
    rule = LongLead(max_words=10)
    note = "Editor's note: this story was changed after it had been printed on Monday."
    for before in ("By Ada Lind", note):
        assert ask(rule, f"# Mill\n\n{before}\n\n{LEAD}") == [(LEAD, Severity.SUGGESTION)]


def test_only_the_first_sentence_is_the_lead(ask: Ask) -> None:
    assert ask(LongLead(max_words=10), f"The mill stays. {LEAD}") == []


def test_a_headline_is_repeated_whatever_its_case_and_stops(ask: Ask) -> None:
    rule = DuplicateHeadline()
    assert ask(rule, "# Mill stays\n\n## MILL STAYS!\n\nIt does.") == [
        ("MILL STAYS!", Severity.WARNING)
    ]
    assert ask(rule, "# Mill stays\n\nThe mill stays.\n\nMill stays open.") == []


def test_a_headline_far_below_is_a_refrain(ask: Ask) -> None:
    story = "# Mill stays\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nMill stays."
    assert ask(DuplicateHeadline(), story) == []


def test_going_up_may_skip_levels_going_down_may_not(ask: Ask) -> None:
    rule = HeadingOrder()
    assert ask(rule, "## A\n\n### B\n\n#### C\n\n## D\n\n### E\n") == []
    assert ask(rule, "## A\n\n#### B\n\n###### C\n") == [
        ("B", Severity.SUGGESTION),
        ("C", Severity.SUGGESTION),
    ]


def test_template_tags_and_front_matter_have_rules_of_their_own(ask: Ask) -> None:
    rule = MissingAlt()
    assert ask(rule, "---\nimage: /img/mill.jpg\n---\n\nThe mill.\n") == []
    assert ask(rule, 'The mill.\n\n{{< img src="mill" >}}\n') == []
    assert ask(rule, "The mill.\n\n![](/img/mill.jpg)\n") == [
        ("/img/mill.jpg", Severity.SUGGESTION)
    ]
