"""Dates on the wrong side of today or of each other, and lengths beside both their ends."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.relative_date_conflict import RelativeDateConflict
from newslint.checks.numbers.duration_arithmetic import DurationArithmetic
from newslint.checks.numbers.impossible_date import ImpossibleDate
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

_DAY = "2026-05-04"


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("Ivo Lind, head of the mill since 2011, told of his nine years in charge.", "nine years"),
        ("Lind was reeve from 2003 to 2012. In his six years wearing the chain it rained.",
         "six years"),
        ("Best of all was her four and a half years in office. Roe has led it since May 2025, she"
         " said, in her four and a half years at the top.", "four and a half years"),
        ("A five-year study, from May 2021 to June 2023, found no eels.", "five-year"),
        ("The crew dug from 8pm to 3am, a shift of ten hours.", "ten hours"),
        ("They sat in the boat, a 12-hour watch, from 6am until 1pm.", "12-hour"),
        ("Gates open at 9am and shut ten hours on, at 5pm.", "ten hours"),
        ("The sit-in starts at 6am on Monday and lasts 48 hours, ending at 6am on Thursday.",
         "48 hours"),
        ("Voting opens on 3 June and closes three weeks on, on 12 June.", "three weeks"),
        ("The dig began in 2023 and went on for six years.", "six years"),
        ("Clinics opened in October and kept going for seven months, to New Year.", "seven months"),
        ("The mill burned in 2001. It rained.\n\nIt snowed.\n\nThe walls came down in 2008, four"
         " years after the blaze.", "four years"),
        ("The barn went up in 1926 for a herd of goats and turns 90 this month.", "turns 90"),
        ("The pump was fitted when the ship was built in 1998. The ship celebrated three decades"
         " at sea last year.", "celebrated three decades"),
        ("Ivo Lind finished the 19th-century organ in 1782.", "19th-century"),
        ("It was shut after a storm in 2019 and opened again in 2018.", "2018"),
        ("The firm struck a main in autumn 2024, months before digging began in 2023.",
         "before digging began in 2023"),
        ("Born above a bakery in 1937, she gave her first recital in 1931.", "1931"),
        ("The race was first run in 1979, which makes it older than the pier of 1964.",
         "older than the pier of 1964"),
        ("The book came out in Marl in 2019 and in Tow two years earlier, in 2021.", "two years"),
        ("The barge sank at 11pm, as the crew sat down to lunch.", "lunch"),
        ("The ferry struck at 4.10am, just as the sun was going down.", "the sun was going down"),
        ("Flights will start at first light, around six in the evening.", "six in the evening"),
        ("The oven was new in 1992 with a guarantee of 25 years, which runs out in 2030.", "2030"),
    ],
)  # fmt: skip
def test_a_length_or_an_order_that_the_dates_rule_out_is_told(
    story: str, odd: str, ask: Ask
) -> None:
    found = ask(DurationArithmetic(), story, date=_DAY)
    assert any(odd in words for words, _ in found)


@pytest.mark.parametrize(
    "story",
    [
        "Ivo Lind, head of the mill since 2011, told of his fifteen years in charge.",
        "Lind was reeve from 2003 to 2012. In his nine years wearing the chain it rained.",
        "A two-year study, from May 2021 to June 2023, found no eels.",
        "The crew dug from 8pm to 3am, a shift of seven hours.",
        "The sit-in starts at 6am on Monday and lasts 48 hours, ending at 6am on Wednesday.",
        "The dig began in 2023 and went on for two years.",
        "The barn went up in 1926 for a herd of goats and turns 100 this month.",
        "The ship was built in 1998. The crane celebrated three decades of work last year.",
        "She joined in 2006 after ten years in the navy and turns 50 in May.",
        "The two met in 2004. They married in 2010, six years on.",
        "It was shut after a storm in 2017 and opened again in 2018.",
        "It won the cup in 2019, and in 2017 lost the final.",
        "The league gave the 2030 cup to Spain and signed a deal in 2025.",
        "The firm struck a main in autumn 2024, months after digging began in 2023.",
        "Born above a bakery in 1937, she gave her first recital in 1949.",
        "The barge sank at 11pm, as he had foretold at lunch.",
        "The ferry struck at 4.10am, just before dawn.",
        "The fair shuts at 6pm, when the evening concert begins.",
    ],
)
def test_lengths_and_orders_that_fit_are_left_alone(story: str, ask: Ask) -> None:
    assert ask(DurationArithmetic(), story, date=_DAY) == []


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("The school has had no head since July 2027.", "July 2027"),
        ("The cuts are the first since the autumn of 2026.", "autumn of 2026"),
        ("The baths will reopen in the spring of 2024.", "spring of 2024"),
        ("The trust will repeat the count in September 2025.", "September 2025"),
        ("He will be before the bench in the second week of April.", "second week of April"),
        ("The fair opens on 2 February 2026, the clerk said.", "2 February 2026"),
        ("The council signed the lease in March 2027, the clerk said.", "March 2027"),
        ("Lind reads in Marl on 29 February.", "29 February"),
    ],
)
def test_a_date_on_the_wrong_side_of_today_is_told(story: str, odd: str, ask: Ask) -> None:
    found = ask(RelativeDateConflict(), story, date=_DAY)
    assert any(odd in words for words, _ in found)


@pytest.mark.parametrize(
    "story",
    [
        "The school has had no head since July 2025.",
        "The hall will have stood since 2027 for two years.",
        "The council voted in March to build baths in 2028.",
        "The film will tell of the flood in May 2024.",
        "The fair opens on 2 June 2026, the clerk said.",
        "The council signed a lease to 2031 and planned a fair in 2027.",
        "The council will decide in April next year.",
        "He stirred a crowd in July at the mill.",
        "Lind was born on 29 February last year, by his own joke.",
    ],
)
def test_dates_on_the_side_of_their_verb_are_left_alone(story: str, ask: Ask) -> None:
    assert ask(RelativeDateConflict(), story, date=_DAY) == []


def test_a_feast_is_on_its_own_day(ask: Ask) -> None:
    for odd in ("New Year’s Day, January 2", "Boxing Day special on December 25"):
        found = ask(ImpossibleDate(), f"The swim is on {odd}, in the bay.")
        assert [words for words, _ in found] == [odd]
    assert ask(ImpossibleDate(), "The swim is on New Year’s Day, January 1.") == []
    assert ask(ImpossibleDate(), "He joked that he would pay on 30 February.") == []


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "It was paid from May 2023 to August 2024, a period of just ten months.",
            "just ten months",
        ),
        ("It was paid from May 2023 to August 2024, a period of 15 months.", None),
        (
            "She left on the 15th and came back, two days later, on the 16th.",
            "two days later, on the 16th",
        ),
        ("She left on the 15th and came back, two days later, on the 17th.", None),
        ("The inn was bought in 2007 for £2 million, barely a decade ago.", "barely a decade ago"),
        ("The inn was bought in 2007 for £2 million, nearly two decades ago.", None),
        ("The suit, brought in 2023 by the inn, was thrown out in May 2022.", "May 2022"),
        ("The suit, brought in 2022 by the inn, was thrown out in May 2023.", None),
    ],
)
def test_lengths_beside_their_dates(ask: Ask, sentence: str, wrong: str | None) -> None:
    found = [words for words, _ in ask(DurationArithmetic(), sentence, date="2026-06-20")]
    assert found == ([wrong] if wrong else [])
