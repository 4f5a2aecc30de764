"""What the desk writes into the front matter: sign-offs, embargoes, corrections."""

from __future__ import annotations

import pytest

from newslint.checks._bylines import find_byline
from newslint.checks.structure.correction_note import CorrectionNote
from newslint.checks.structure.embargo import Embargo
from newslint.checks.structure.missing_sign_off import MissingSignOff
from newslint.engine.examine import lint
from newslint.finding import Severity
from newslint.language.anchor import find_anchor
from newslint.markup.options import MarkupOptions
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.rule import Rule
from tests.rules_for_tests import NoAnalyser, read


def said(rule: Rule, source: str, options: MarkupOptions | None = None) -> list[str]:
    article = parse_article(source, "story.md", options=options or MarkupOptions())
    return [f.message for f in lint(Reading(article, NoAnalyser()), [rule])]


def front(*lines: str) -> str:
    return "---\n" + "\n".join(lines) + "\n---\n\nThe mill is sold.\n"


class TestSignOff:
    def test_the_message_names_the_key_of_this_site(self) -> None:
        options = MarkupOptions(approved_by=("desk_ok",))
        assert said(MissingSignOff(), front("title: Mill sold"), options) == [
            "No editor has signed for this: write `desk_ok` into the front matter once it is done."
        ]
        assert said(MissingSignOff(), front("desk_ok: Ada Lind"), options) == []

    def test_a_nested_key_counts(self) -> None:
        options = MarkupOptions(legal_read=("desk.lawyer",))
        rule = MissingSignOff(approved=False, legal=True)
        assert said(rule, front("desk:", "  lawyer: R. Moe"), options) == []
        assert said(rule, front("desk:", "  editor: R. Moe"), options) == [
            "No lawyer has read this: write `desk.lawyer` into the front matter once it is done."
        ]

    @pytest.mark.parametrize("value", ["no", "pending", "false", "TBC", "''", "~"])
    def test_a_value_that_leaves_it_open_is_no_sign_off(self, value: str) -> None:
        assert len(said(MissingSignOff(), front(f"approved-by: {value}"))) == 1

    def test_both_may_be_missing(self) -> None:
        assert len(said(MissingSignOff(legal=True), front("title: Mill sold"))) == 2


class TestEmbargo:
    def test_the_message_gives_both_days(self) -> None:
        source = front("date: 2031-03-04", "embargo: 2031-03-06T06:00Z")
        assert said(Embargo(), source) == [
            "The embargo ends on 2031-03-06T06:00Z, the article is dated 2031-03-04: hold it, or "
            "correct the date."
        ]

    def test_without_a_date_of_the_article_nothing_can_be_compared(self) -> None:
        assert said(Embargo(), front("embargo: 2098-01-01")) == []

    @pytest.mark.parametrize(
        ("date", "embargo", "early"),
        [
            ("2031-03-04T08:00Z", "2031-03-04T10:00Z", True),
            ("2031-03-04T11:00Z", "2031-03-04T10:00Z", False),
            ("2031-03-04T08:00+01:00", "2031-03-04T10:00Z", False),
            ("2031-03-04", "2031-03-04T10:00Z", False),
            ("2031-03-05", "2031-03-04", False),
            ("2031-03-04", "March 5, 2031", True),
        ],
    )
    def test_on_one_day_the_times_decide_where_they_can_be_compared(
        self, date: str, embargo: str, early: bool
    ) -> None:
        found = said(Embargo(), front(f"date: {date}", f"embargo: {embargo}"))
        assert bool(found) == early

    def test_a_value_that_names_no_day_is_a_warning(self) -> None:
        reading = read(front("date: 2031-03-04", "embargo: after the vote"))
        (finding,) = lint(reading, [Embargo()])
        assert (finding.excerpt, finding.severity) == ("after the vote", Severity.WARNING)

    def test_the_key_may_be_another(self) -> None:
        options = MarkupOptions(embargo=("hold_until",))
        source = front("date: 2031-03-04", "hold_until: 2031-03-06")
        assert len(said(Embargo(), source, options)) == 1
        assert said(Embargo(), source) == []


class TestCorrection:
    @pytest.mark.parametrize(
        "note",
        [
            "Correction: the mill was built in 1911, not in 1991.",
            "An earlier version of this article gave the wrong year.",
            "*This story was amended on 5 March: the mill is older.*",
        ],
    )
    def test_a_note_in_the_text_is_enough(self, note: str) -> None:
        assert said(CorrectionNote(), front("corrected: true") + f"\n{note}\n") == []

    def test_the_word_alone_is_no_note(self) -> None:
        source = front("corrected: true") + "\nCorrected on Monday.\n"
        assert len(said(CorrectionNote(), source)) == 1

    def test_machine_set_updates_are_left_alone_unless_the_house_asks(self) -> None:
        source = front("date: 2031-03-04", "lastmod: 2031-03-06")
        assert said(CorrectionNote(), source) == []
        assert said(CorrectionNote(updates=True), source) == [
            "The article is marked as updated, and no note says what was changed: add one."
        ]


def test_configured_keys_of_author_and_date_reach_the_rules() -> None:
    options = MarkupOptions(author=("written_by",), date=("went_out",))
    source = "---\nwritten_by: Ada Lind\nwent_out: 2031-03-04\n---\n\nThe mill is sold.\n"
    article = parse_article(source, "story.md", options=options)
    byline, anchor = find_byline(article), find_anchor(article)
    assert byline is not None
    assert byline.names == "Ada Lind"
    assert anchor is not None
    assert anchor.date.isoformat() == "2031-03-04"
