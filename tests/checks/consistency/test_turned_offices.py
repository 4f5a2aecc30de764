"""People and bodies taken up again with another title, another head or another form."""

from __future__ import annotations

import pytest

from newslint.checks.consistency.name_variant import NameVariant
from newslint.checks.consistency.role_conflict import RoleConflict
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
_DAY = "It was a long day in the town, and the rain did not stop.\n\n"


def _warned(found: list[tuple[str, Severity]]) -> list[str]:
    return [words for words, severity in found if severity is Severity.WARNING]


@pytest.mark.parametrize(
    ("first", "later", "odd"),
    [
        (
            "Air Commodore Lise Vanter said nobody was hurt.",
            "Group Captain Vanter said it would take a week.",
            "Group Captain Vanter",
        ),
        (
            "Prime Minister Ada Quillon called it a shame.",
            "President Quillon said that she was tired.",
            "President Quillon",
        ),
        (
            "Chief Constable Ines Ormond spoke first.",
            "Assistant Chief Constable Ormond spoke last.",
            "Assistant Chief Constable Ormond",
        ),
        (
            "Her agent, Clement Rochat, paid for it.",
            "Sir Clement said that he was sorry.",
            "Sir Clement",
        ),
        (
            "The trade minister, Peter Aulin, is away.",
            "Mrs Aulin is to be told in writing.",
            "Mrs Aulin",
        ),
    ],
)
def test_another_title(ask: Ask, first: str, later: str, odd: str) -> None:
    assert _warned(ask(RoleConflict(), f"{first}\n\n{_DAY}{later}")) == [odd]


@pytest.mark.parametrize(
    "text",
    [
        f"Group Captain Lise Vanter spoke.\n\n{_DAY}She was promoted. Air Commodore Vanter left.",
        f"Prime Minister Ada Quillon spoke.\n\n{_DAY}Former President Quillon wept.",
        f"Sir Clement Rochat paid for it.\n\n{_DAY}Sir Clement said that he was sorry.",
        f"Peter Aulin is away. His wife is not.\n\n{_DAY}Mrs Aulin is to be told in writing.",
    ],
)
def test_the_same_title_or_one_that_is_explained(ask: Ask, text: str) -> None:
    assert _warned(ask(RoleConflict(), text)) == []


@pytest.mark.parametrize(
    ("first", "later", "odd"),
    [
        ("The glider fell on Colley Airfield.", "Colley Airport is shut.", "Colley Airport"),
        (
            "The Ministry of Fisheries shut the bay.",
            "The Department of Fisheries will count the cod.",
            "Department of Fisheries",
        ),
        (
            "Her label, Blue Tarn Records, was glad.",
            "Blue Tarn Music has 40 singers.",
            "Tarn Music",
        ),
        ("The yard belongs to Rotorwise.", "The looms of Rotor-Wise are new.", "Rotor-Wise"),
        (
            "The mill was bought by Anders Thorup.",
            "Thorup-Jensen said he would keep it.",
            "Thorup-Jensen",
        ),
        (
            "The Marsh Tigers won on Saturday.",
            "The Marsh Lions play again on Tuesday.",
            "Marsh Lions",
        ),
    ],
)
def test_another_head_or_form(ask: Ask, first: str, later: str, odd: str) -> None:
    assert _warned(ask(NameVariant(), f"{first}\n\n{_DAY}{later}")) == [odd]


@pytest.mark.parametrize(
    "text",
    [
        f"Colley Airfield was renamed.\n\n{_DAY}Colley Airport is shut.",
        f"The Danish Ministry of Defence paid.\n\n{_DAY}The Swedish Department of Defence did not.",
        f"The Boston Lions won on Saturday.\n\n{_DAY}The Boston Tigers play on Tuesday.",
        f"Anders Thorup bought it.\n\n{_DAY}Bo Thorup-Jensen, a cousin, will keep it.",
    ],
)
def test_names_of_two(ask: Ask, text: str) -> None:
    assert _warned(ask(NameVariant(), text)) == []
