"""House styles: one story, written four ways, read by each of the four houses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newslint.engine.examine import lint
from newslint.finding import Finding
from newslint.fixing import apply_fixes
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.registry import house_names, load_house, load_rules
from newslint.rule import RuleSpec
from newslint.selection import activate

if TYPE_CHECKING:
    from newslint.reading import Analyser

pytestmark = pytest.mark.model

STORIES = Path(__file__).parent / "articles" / "houses"
SPECS = load_rules()

#: What a house finds in the story as another house writes it: rule and place.
FOUND: dict[tuple[str, str], list[tuple[str, str]]] = {
    ("ap", "bbc"): [
        ("numbers.date-style", "14 October"),
        ("language.abbreviation-points", "US"),
        ("language.abbreviation-points", "UK"),
        ("language.courtesy-title", "Ms"),
        ("language.abbreviation-points", "Dr"),
        ("language.courtesy-title", "Ms"),
        ("language.ise-or-ize", "organised"),
        ("language.mixed-spelling", "grey"),
        ("language.mixed-spelling", "harbour"),
    ],
    ("ap", "guardian"): [
        ("numbers.date-style", "14 October"),
        ("language.abbreviation-points", "US"),
        ("language.abbreviation-points", "UK"),
        ("language.abbreviation-points", "Dr"),
        ("numbers.time-style", "10am"),
        ("language.ise-or-ize", "organised"),
        ("language.mixed-spelling", "grey"),
        ("language.mixed-spelling", "harbour"),
    ],
    ("ap", "reuters"): [
        ("structure.dateline-style", "RASTOW, Oct 6 (Reuters) -"),
        ("numbers.date-style", "October 14"),
        ("language.abbreviation-points", "UK"),
        ("language.abbreviation-points", "Dr"),
    ],
    ("bbc", "ap"): [
        ("structure.dateline-style", "RASTOW, Norway (AP) —"),
        ("numbers.date-style", "Oct. 14"),
        ("language.abbreviation-points", "U.S."),
        ("language.courtesy-title", "Ruiz"),
        ("language.abbreviation-points", "Dr."),
        ("numbers.time-style", "10 a.m."),
        ("language.ise-or-ize", "organized"),
        ("language.mixed-spelling", "gray"),
        ("language.mixed-spelling", "harbor"),
    ],
    ("bbc", "guardian"): [
        ("language.courtesy-title", "Ruiz"),
        ("numbers.time-style", "10am"),
    ],
    ("bbc", "reuters"): [
        ("structure.dateline-style", "RASTOW, Oct 6 (Reuters) -"),
        ("numbers.date-style", "October 14"),
        ("language.abbreviation-points", "U.S."),
        ("language.courtesy-title", "Ruiz"),
        ("numbers.time-style", "10 a.m."),
        ("language.ise-or-ize", "organized"),
        ("language.mixed-spelling", "gray"),
        ("language.mixed-spelling", "harbor"),
    ],
    ("guardian", "ap"): [
        ("structure.dateline-style", "RASTOW, Norway (AP) —"),
        ("numbers.date-style", "Oct. 14"),
        ("language.abbreviation-points", "U.S."),
        ("language.abbreviation-points", "Dr."),
        ("numbers.time-style", "10 a.m."),
        ("language.ise-or-ize", "organized"),
        ("language.mixed-spelling", "gray"),
        ("language.mixed-spelling", "harbor"),
    ],
    ("guardian", "bbc"): [
        ("language.courtesy-title", "Ms"),
        ("language.courtesy-title", "Ms"),
    ],
    ("guardian", "reuters"): [
        ("structure.dateline-style", "RASTOW, Oct 6 (Reuters) -"),
        ("numbers.date-style", "October 14"),
        ("language.abbreviation-points", "U.S."),
        ("numbers.time-style", "10 a.m."),
        ("language.ise-or-ize", "organized"),
        ("language.mixed-spelling", "gray"),
        ("language.mixed-spelling", "harbor"),
    ],
    ("reuters", "ap"): [
        ("structure.dateline-style", "RASTOW, Norway (AP) —"),
        ("language.abbreviation-points", "Dr."),
    ],
    ("reuters", "bbc"): [
        ("numbers.date-style", "14 October"),
        ("language.abbreviation-points", "US"),
        ("language.courtesy-title", "Ms"),
        ("language.courtesy-title", "Ms"),
        ("language.ise-or-ize", "organised"),
        ("language.mixed-spelling", "grey"),
        ("language.mixed-spelling", "harbour"),
    ],
    ("reuters", "guardian"): [
        ("numbers.date-style", "14 October"),
        ("language.abbreviation-points", "US"),
        ("numbers.time-style", "10am"),
        ("language.ise-or-ize", "organised"),
        ("language.mixed-spelling", "grey"),
        ("language.mixed-spelling", "harbour"),
    ],
}


def of_the_house(house: str) -> list[RuleSpec]:
    _, settings = load_house(house)
    return [spec for spec in SPECS if spec.id in settings]


def findings(house: str, source: str, analyser: Analyser) -> list[Finding]:
    rules = activate(of_the_house(house), [load_house(house)])
    return lint(Reading(parse_article(source, "story.md"), analyser), rules)


def story(house: str) -> str:
    return (STORIES / f"{house}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("house", house_names())
def test_a_story_in_the_style_of_the_house_is_left_alone(house: str, analyser: Analyser) -> None:
    assert findings(house, story(house), analyser) == []


@pytest.mark.parametrize(("house", "written"), list(FOUND), ids=lambda name: name)
def test_what_another_house_writes_differently_is_found_in_its_place(
    house: str, written: str, analyser: Analyser
) -> None:
    found = [(f.rule, f.excerpt) for f in findings(house, story(written), analyser)]
    assert found == FOUND[house, written]


def test_every_pair_of_houses_is_compared() -> None:
    pairs = {(a, b) for a in house_names() for b in house_names() if a != b}
    assert set(FOUND) == pairs


@pytest.mark.parametrize("house", house_names())
def test_what_is_quoted_is_never_found_but_for_its_marks(house: str, analyser: Analyser) -> None:
    quoted = (
        "“On 4 May, May 5, at 5pm and 5 p.m., Mr. Voss of the US and the U.S. organised 4 boats, "
        "12 rafts, tea, and jam, and organized 4 per cent and 5 percent of it,” said Ana Ruiz.\n"
    )
    assert findings(house, quoted, analyser) == []


@pytest.mark.parametrize("house", house_names())
def test_names_addresses_and_code_are_left_alone(house: str, analyser: Analyser) -> None:
    text = (
        "The page https://example.org/4/US/organise.html and `4 boats, US` were seen in Room 4, on "
        "Channel 5 and on the A4.\n"
    )
    assert findings(house, text, analyser) == []


def test_the_houses_say_what_they_are_in_words() -> None:
    for house in house_names():
        assert {spec.id for spec in of_the_house(house)} >= {
            "numbers.date-style",
            "structure.dateline-style",
        }


@pytest.mark.parametrize("written", ["guardian", "bbc"])
def test_safe_fixes_turn_dates_times_and_points_into_those_of_the_house(
    written: str, analyser: Analyser
) -> None:
    source = story(written)
    article = parse_article(source, "story.md")
    fixed = apply_fixes(article, findings("ap", source, analyser)).source
    assert "will reopen on Oct. 14 after" in fixed
    assert "from a U.S. company with a branch in the U.K.\n" in fixed
    assert "Dr. Emil Varga" in fixed
    assert "10 a.m. on the first day" in fixed or "10:00 on the first day" in fixed
    assert "“We organised a night watch" in fixed


def test_fixing_changes_the_marks_of_a_quotation_and_not_a_letter_of_it(
    analyser: Analyser,
) -> None:
    source = '‘It won, and won’t stop,’ said Ana Ruiz. "We\'re home," she said.\n'
    rule = next(s.rule for s in SPECS if s.id == "quotes.quote-mark-style")
    article = parse_article(source, "story.txt")
    found = lint(Reading(article, analyser), [rule])
    fixed = apply_fixes(article, found).source
    assert fixed == '“It won, and won’t stop,” said Ana Ruiz. "We\'re home," she said.\n'
