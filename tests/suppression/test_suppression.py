"""A writer may ask for a rule to be ignored: here, for a while, and with a reason."""

from __future__ import annotations

import datetime

import pytest

from newslint.engine.examine import Examined, examine
from newslint.rule import spec_of
from newslint.suppression import ENGINE_RULES
from tests.rules_for_tests import Word, read

WORD = Word()
RULES = (WORD, *(rule.model_validate({}) for rule in ENGINE_RULES))
KNOWN = {*(rule.id for rule in RULES), "words.other", "quotes.nested"}


def check(source: str, path: str = "story.md", today: str | None = None) -> Examined:
    day = datetime.date.fromisoformat(today) if today else None
    return examine(read(source, path), RULES, known=KNOWN, today=day)


def found(source: str, path: str = "story.md", today: str | None = None) -> list[tuple[str, str]]:
    """Return each finding as its rule's name and its excerpt."""
    return [(f.rule.partition(".")[2], f.excerpt) for f in check(source, path, today).findings]


def lines(source: str, path: str = "story.md") -> list[int]:
    """Return the lines on which the bad word is reported."""
    return [f.start.line for f in check(source, path).findings if f.rule == WORD.id]


def test_a_comment_between_blocks_covers_the_next_block_only() -> None:
    source = (
        "A bad day.\n\n<!-- newslint: ignore words.bad -- a name -->\n\n"
        "A bad one. A bad, bad one.\n\nA bad end.\n"
    )
    assert lines(source) == [1, 7]


def test_a_comment_directly_above_covers_the_block_below() -> None:
    assert lines("<!-- newslint: ignore words.bad -- a name -->\nA bad day.\n\nA bad end.\n") == [4]


def test_an_inline_comment_covers_its_sentence_only() -> None:
    source = (
        "One bad day.\nTwo bad <!-- newslint: ignore words.bad -- a name --> days.\nA bad end.\n"
    )
    assert lines(source) == [1, 3]


def test_a_comment_after_a_sentence_belongs_to_that_sentence() -> None:
    source = "One bad day. <!-- newslint: ignore words.bad -- a name --> Two bad days."
    (finding,) = check(source).findings
    assert finding.start.column == source.index("bad days") + 1


def test_a_comment_that_touches_the_next_sentence_belongs_to_it() -> None:
    source = "One bad day. <!-- newslint: ignore words.bad -- a name -->Two bad days."
    (finding,) = check(source).findings
    assert finding.start.column == source.index("bad day.") + 1


def test_a_comment_at_the_end_of_a_paragraph_belongs_to_the_last_sentence() -> None:
    source = (
        "One bad day. Two bad days. <!-- newslint: ignore words.bad -- a name -->\n\nA bad end.\n"
    )
    assert [(f.start.line, f.start.column) for f in check(source).findings] == [(1, 5), (3, 3)]


def test_a_group_may_stand_for_its_rules() -> None:
    assert found("<!-- newslint: ignore words -- a list -->\n\nA bad day.\n") == []


def test_several_rules_are_separated_by_commas() -> None:
    source = "<!-- newslint: ignore quotes.nested, words.bad -- both -->\n\nA bad day.\n"
    assert found(source) == []


def test_off_lasts_until_on() -> None:
    source = (
        "<!-- newslint: off words.bad -- a poem -->\n\nA bad one.\n\nA bad two.\n\n"
        "<!-- newslint: on words.bad -->\n\nA bad three.\n"
    )
    assert lines(source) == [9]


def test_off_without_on_lasts_until_the_end() -> None:
    source = "A bad one.\n\n<!-- newslint: off words.bad -- a poem -->\n\nA bad two.\n"
    assert lines(source) == [1]


def test_one_rule_of_a_group_can_be_switched_on_again() -> None:
    source = (
        "<!-- newslint: off words -- a poem -->\n\nA bad one.\n\n"
        "<!-- newslint: on words.bad -->\n\nA bad two.\n"
    )
    assert lines(source) == [7]
    assert [rule for rule, _ in found(source)] == ["bad"]


def test_ignore_file_covers_the_whole_file_wherever_it_stands() -> None:
    source = (
        "A bad one.\n\n<!-- newslint: ignore-file words.bad -- a transcript -->\n\nA bad two.\n"
    )
    assert found(source) == []


def test_a_comment_in_mdx_works_alike() -> None:
    source = "{/* newslint: ignore words.bad -- a name */}\n\nA bad day.\n\nA bad end.\n"
    assert lines(source, "story.mdx") == [5]


def test_a_comment_in_html_works_alike() -> None:
    source = "<!-- newslint: ignore words.bad -- a name -->\n<p>A bad day.</p>\n<p>A bad end.</p>\n"
    assert lines(source, "story.html") == [3]


def test_front_matter_covers_the_whole_file() -> None:
    source = (
        "---\ntitle: A bad start\nnewslint:\n  ignore:\n    - rule: words.bad\n"
        "      reason: the name of a band\n      by: KM\n      until: 2027-01-31\n---\n\n"
        "A bad day.\n"
    )
    examined = check(source, today="2027-01-31")
    assert examined.findings == ()
    assert [(s.reason, s.by, str(s.until)) for s in examined.suppressed] == [
        ("the name of a band", "KM", "2027-01-31")
    ] * 2


@pytest.mark.parametrize(
    "front_matter",
    [
        'newslint: {ignore: [{rule: words.bad, reason: "a name"}]}',
        "newslint:\n  ignore: words.bad -- a name",
        "newslint:\n  ignore:\n    - words.bad -- a name",
        "newslint:\n  ignore:\n    - rule: [quotes.nested, words.bad]\n      reason: a name",
    ],
)
def test_front_matter_may_be_written_in_several_ways(front_matter: str) -> None:
    assert found(f"---\n{front_matter}\n---\n\nA bad day.\n") == []


def test_what_was_suppressed_is_kept_with_reason_name_and_date() -> None:
    source = (
        "<!-- newslint: ignore words.bad -- his own word, confirmed by phone by Ana Ruiz "
        "until 2027-01-31 -->\n\nA bad day.\n"
    )
    (one,) = check(source).suppressed
    assert one.finding.rule == "words.bad"
    assert one.finding.excerpt == "bad"
    assert one.reason == "his own word, confirmed by phone"
    assert one.by == "Ana Ruiz"
    assert one.until == datetime.date(2027, 1, 31)


def test_name_and_date_may_be_the_other_way_round() -> None:
    source = "<!-- newslint: ignore words.bad -- a name until 2027-01-31 by KM -->\n\nA bad day.\n"
    (one,) = check(source).suppressed
    assert (one.reason, one.by, str(one.until)) == ("a name", "KM", "2027-01-31")


def test_a_dash_that_an_editor_made_of_two_hyphens_is_understood() -> None:
    assert found("<!-- newslint: ignore words.bad — a name -->\n\nA bad day.\n") == []


def test_a_suppression_that_suppresses_nothing_is_reported_at_the_rule_it_names() -> None:
    source = "<!-- newslint: ignore words.bad -- a name -->\n\nA good day.\n"
    assert found(source) == [("unused-suppression", "words.bad")]


def test_of_two_rules_only_the_unused_one_is_reported() -> None:
    source = "<!-- newslint: ignore words, words.bad -- a name -->\n\nA bad day.\n"
    assert found(source) == [("unused-suppression", "words.bad")]


def test_a_suppression_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    assert found("<!-- newslint: ignore quotes.nested -- a name -->\n\nA good day.\n") == []


def test_the_narrowest_suppression_is_the_one_in_use() -> None:
    source = (
        "<!-- newslint: ignore-file words.bad -- a transcript -->\n\nA bad one.\n\n"
        "<!-- newslint: ignore words.bad -- a name -->\nA bad two.\n"
    )
    assert [one.reason for one in check(source).suppressed] == ["a transcript", "a name"]
    assert found(source) == []


def test_an_on_without_an_off_is_unused() -> None:
    source = "A good day.\n\n<!-- newslint: on words.bad -->\n\nA good end.\n"
    assert found(source) == [("unused-suppression", "words.bad")]


def test_an_expired_suppression_has_no_effect_and_is_reported_at_its_date() -> None:
    source = "<!-- newslint: ignore words.bad -- a name until 2027-01-31 -->\n\nA bad day.\n"
    assert found(source, today="2027-01-31") == []
    assert found(source, today="2027-02-01") == [
        ("expired-suppression", "2027-01-31"),
        ("bad", "bad"),
    ]


def test_without_a_date_of_the_run_nothing_expires() -> None:
    source = "<!-- newslint: ignore words.bad -- a name until 1999-01-31 -->\n\nA bad day.\n"
    assert found(source) == []


def test_an_unknown_rule_is_reported_with_the_nearest_name() -> None:
    source = "<!-- newslint: ignore words.bda, words.bad -- a name -->\n\nA bad day.\n"
    (finding,) = check(source).findings
    assert (finding.rule, finding.excerpt) == ("structure.bad-suppression", "words.bda")
    assert "there is no rule 'words.bda'; did you mean words.bad?" in finding.message


@pytest.mark.parametrize(
    ("comment", "excerpt", "message"),
    [
        ("newslint: ignore", None, "name the rules"),
        ("newslint: ignore -- a name", None, "name the rules"),
        ("newslint: disable words.bad", None, "'disable' is not known; use ignore, off, on"),
        ("newslint ignore words.bad", None, 'write "newslint:" with a colon'),
        ("newslint-disable-next-line words.bad", None, 'write "newslint:" with a colon'),
        ("newslint: ignore words.bad it is a name", "words.bad it is a name", "put a comma"),
        (
            "newslint: ignore words.bad -- a name until 2027-13-01",
            "2027-13-01",
            "'2027-13-01' is not a date like 2027-01-31",
        ),
    ],
)
def test_a_suppression_that_cannot_be_read_is_reported_and_does_nothing(
    comment: str, excerpt: str | None, message: str
) -> None:
    source = f"<!-- {comment} -->\n\nA bad day.\n"
    first, second = check(source).findings
    assert first.rule == "structure.bad-suppression"
    assert first.excerpt == (excerpt or f"<!-- {comment} -->")
    assert message in first.message
    assert second.rule == "words.bad"


def test_a_missing_reason_is_reported_but_the_suppression_holds() -> None:
    (finding,) = check("<!-- newslint: ignore words.bad -->\n\nA bad day.\n").findings
    assert finding.rule == "structure.bad-suppression"
    assert 'no reason is given; add " -- " and why' in finding.message


def test_a_misspelt_key_in_front_matter_is_reported() -> None:
    source = "---\nnewslint:\n  ignore:\n    - rule: words.bad\n      reasn: x\n---\n\nA bad day.\n"
    messages = [f.message for f in check(source).findings]
    assert any("'reasn' is not known" in message for message in messages)


@pytest.mark.parametrize(
    "comment", ["newslint found this", "the newslint: ignore comment is good", "TK: check the name"]
)
def test_other_comments_are_left_alone(comment: str) -> None:
    assert found(f"<!-- {comment} -->\n\nA good day.\n") == []


def test_text_that_looks_like_a_suppression_in_code_does_nothing() -> None:
    source = "`<!-- newslint: ignore-file words -- a name -->` is bad.\n"
    assert lines(source) == [1]


@pytest.mark.parametrize("rule", ENGINE_RULES)
def test_the_examples_of_the_rules_about_suppressions_hold(rule: type[Word]) -> None:
    for example in spec_of(rule, "newslint").examples:
        source, marked = example.unmarked()
        day = datetime.date.fromisoformat(example.date) if example.date else None
        known = [one.model_fields["id"].default for one in ENGINE_RULES]
        examined = examine(
            read(source, example.path), [rule.model_validate({})], known=known, today=day
        )
        assert [f.span for f in examined.findings] == list(marked), source
