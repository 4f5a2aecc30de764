"""numbers.told-arithmetic: results told behind what they are worked out from."""

from __future__ import annotations

import pytest

from newslint.checks.numbers.told_arithmetic import ToldArithmetic
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = ToldArithmetic()


@pytest.mark.parametrize(
    ("story", "odd"),
    [
        ("The Greens fell from 22 to 16 per cent, a loss of five points.", "a loss of five points"),
        ("Reeds shrank from 410 acres to 123 in a decade, a fall of 60 per cent.",
         "60 per cent"),
        ("Eels went from 80 to 60 in a year, a rise of 20.", "a rise of 20"),
        ("She earns £4,500 a week, which makes £334,000 a year.", "£334,000 a year"),
        ("It lost €2.3m. With 26 loads, that is €125,000 a load.", "€125,000 a load"),
        ("There are four crossings a day, at 7am, 10am, 1pm, 4pm and 7pm.",
         "7am, 10am, 1pm, 4pm and 7pm"),
        ("It must save £3.1m. Pools bring £1.2m, bins £900,000 and a freeze the rest, £600,000.",
         "£600,000"),
    ],
)  # fmt: skip
def test_a_result_that_its_terms_belie_is_marked(ask: Ask, story: str, odd: str) -> None:
    assert ask(RULE, story) == [(odd, Severity.WARNING)]


@pytest.mark.parametrize(
    "story",
    [
        "The Greens fell from 22 to 17 per cent, a loss of five points.",
        "Reeds shrank from 410 acres to 123 in a decade, a fall of 70 per cent.",
        "Eels rose from 60 to 80 in a year, a rise of 20.",
        "She earns £4,500 a week, which makes £234,000 a year.",
        "It lost €2.3m. With 26 loads, that is about €90,000 a load.",
        "It lost €2.3m on 26 loads. With 30 loads it is €125,000 a load.",
        "There are five crossings a day, at 7am, 10am, 1pm, 4pm and 7pm.",
        "It must save £3.1m. Pools bring £1.2m, bins £900,000 and a freeze the rest, £1m.",
    ],
)
def test_what_works_out_is_left_alone(ask: Ask, story: str) -> None:
    assert ask(RULE, story) == []
