"""House rules at the edges: ends of sentences, what stands beside, what is no number."""

from __future__ import annotations

import pytest

from newslint.checks.language.abbreviation_points import AbbreviationPoints
from newslint.checks.language.ise_or_ize import IseOrIze
from newslint.checks.numbers.date_style import DateStyle
from newslint.checks.numbers.numeral_style import NumeralStyle, spelt
from newslint.checks.numbers.percent_form import PercentForm
from newslint.checks.numbers.time_style import TimeStyle
from newslint.checks.quotes.quote_mark_style import QuoteMarkStyle
from newslint.checks.structure.dateline_style import DatelineStyle
from newslint.checks.structure.headline_case import HeadlineCase
from newslint.engine.examine import lint
from newslint.finding import Finding
from newslint.fixing import apply_fixes
from newslint.rule import Rule
from tests.rules_for_tests import read


def findings(rule: Rule, source: str) -> list[Finding]:
    return lint(read(source), [rule])


def fixed(rule: Rule, source: str) -> str:
    """Return the source after the safe fixes of a rule."""
    reading = read(source)
    return apply_fixes(reading.article, lint(reading, [rule])).source


@pytest.mark.parametrize(
    ("rule", "source", "wanted"),
    [
        (TimeStyle(), "It left at 5pm.", "It left at 5 p.m."),
        (TimeStyle(), "It left at 5pm. It was back.", "It left at 5 p.m. It was back."),
        (TimeStyle(style="5.30pm"), "It left at 5 p.m.", "It left at 5pm."),
        (TimeStyle(style="5.30pm"), "At 5 p.m. it left.", "At 5pm it left."),
        (TimeStyle(style="17:30"), "It left at 12:15 p.m. today.", "It left at 12:15 today."),
        (TimeStyle(), "It left by 00:30 today.", "It left by 12:30 a.m. today."),
        (AbbreviationPoints(), "It left the UK.", "It left the U.K."),
        (AbbreviationPoints(pointed=()), "It left the U.K.", "It left the UK."),
        (AbbreviationPoints(pointed=()), "The U.K. left.", "The UK left."),
        (
            DateStyle(order="day-month", months="full"),
            "It left on Oct. 4.",
            "It left on 4 October.",
        ),
        (
            DateStyle(months="full"),
            "It left on a Monday, 4 Oct.",
            "It left on a Monday, October 4.",
        ),
        (NumeralStyle(), "4 boats and 7 crews left.", "Four boats and seven crews left."),
        (PercentForm(form="per cent"), "It rose 4.5%.", "It rose 4.5 per cent."),
        (IseOrIze(ending="ise"), "Organizers finalized it.", "Organisers finalised it."),
    ],
)
def test_a_safe_fix_leaves_a_whole_sentence(rule: Rule, source: str, wanted: str) -> None:
    assert fixed(rule, source) == wanted


@pytest.mark.parametrize(
    "source",
    [
        "It has 4 km to go, 3 per cent left, $5 in cash and 7.5 tonnes of coal.",
        "Aged 6 to 9 years old, they won 3-2 in Room 4 of Building 7 on May 5, 2031.",
        "Of the boats 1 in 4 sank, and 2 or 3 were towed.",
        "A dozen boats left, a hundred came, and Twenty boats is a film.",
    ],
)
def test_measures_ages_scores_dates_and_shares_are_no_counts(source: str) -> None:
    assert findings(NumeralStyle(), source) == []


@pytest.mark.parametrize(
    "source",
    [
        "The verse is 17:30, the score 20:15, the ratio 16:00 to 9.",
        "The file at 17:30:15 has a price of $5 pm.",
    ],
)
def test_what_looks_like_a_time_is_left_alone(source: str) -> None:
    assert findings(TimeStyle(), source) == []


def test_a_date_with_a_year_is_not_turned_round_unasked() -> None:
    source = "On October 4, 2031, the mill burnt down in the night."
    (finding,) = findings(DateStyle(order="day-month"), source)
    assert finding.excerpt == "October 4, 2031"
    assert finding.fix is not None
    assert not finding.fix.safe


def test_the_line_that_dates_the_article_is_left_alone() -> None:
    assert findings(DateStyle(order="day-month"), "Monday, October 6, 2031\n\nIt left.") == []


@pytest.mark.parametrize(
    "source",
    [
        "NATO - the alliance - met in Oslo.",
        "Oslo - the capital - slept.",
        "NOTE: The bridge is shut.",
        "IRON — it is everywhere.",
    ],
)
def test_words_before_a_dash_are_no_dateline(source: str) -> None:
    assert findings(DatelineStyle(form="none"), source) == []


def test_an_unclosed_quotation_is_reported_without_a_fix() -> None:
    source = "‘It is over,’ she said. ‘It is all over,\n\n‘and done,’ said Ana Ruiz."
    fixes = [f.fix is not None for f in findings(QuoteMarkStyle(), source)]
    assert fixes.count(False) <= 1


def test_a_headline_full_of_names_is_in_sentence_case() -> None:
    source = "# Ana Ruiz Leaves Rastow Ferry Board\n\nAna Ruiz leaves the Rastow Ferry Board.\n"
    assert findings(HeadlineCase(), source) == []


def test_numbers_are_spelt_with_a_hyphen() -> None:
    assert [spelt(n) for n in (0, 9, 20, 21, 99)] == [
        "zero",
        "nine",
        "twenty",
        "twenty-one",
        "ninety-nine",
    ]


@pytest.mark.parametrize(
    "rule",
    [
        TimeStyle(),
        DateStyle(),
        PercentForm(),
        NumeralStyle(),
        AbbreviationPoints(),
        IseOrIze(),
        DatelineStyle(),
        HeadlineCase(),
        QuoteMarkStyle(),
    ],
    ids=lambda rule: rule.id,
)
@pytest.mark.parametrize("piece", ["1,", "A ", "May 5-", "U.S", "5:", "'", "Oct ", "1 in "])
def test_hostile_text_ends_soon(rule: Rule, piece: str) -> None:
    findings(rule, piece * 4000)
