"""attribution.vague-collective-source: groups whose verb a parser takes for something else."""

from __future__ import annotations

import pytest

from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.finding import Severity
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model
RULE = VagueCollectiveSource()


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("Few doubt that the choir needed a change.", "Few"),
        ("Connoisseurs rate the mill's flour above all others.", "Connoisseurs"),
        ("Old hands at the labour exchange trust no figure.", "Old hands"),
        ("Purists never wanted the new wheel.", "Purists"),
        ("Regulars at the Plough had long wondered who paid.", "Regulars"),
        ("Most economists had expected 4 per cent.", "Most economists"),
        ("Most economists think not.", "Most economists"),
        ("People are tweeting that the weir was opened too late.", "People"),
        ("Viewers were left reeling.", "Viewers"),
        ("Economists are not so sure.", "Economists"),
        ("Not all anglers are pleased.", "all anglers"),
        ("Not everyone in the choir is buying that.", "everyone"),
        ("Nobody on the quay saw this coming.", "Nobody"),
        ("Everybody in Tarn has a theory.", "Everybody"),
        ("People here blame the mayor.", "People"),
        ("Viewers were quick to pick sides.", "Viewers"),
        ("Purists will not like it.", "Purists"),
        ("Few in the choir will shed a tear for him.", "Few"),
        ("Tenants are fed up with the lift.", "Tenants"),
        ("Critics have rounded on the board for the delay.", "Critics"),
        ("Critics have also seized on a trip to Lindow.", "Critics"),
        ("Officials are cautiously optimistic.", "Officials"),
        ("People here feel betrayed.", "People here"),
        ("Industry insiders are not surprised.", "Industry insiders"),
        ("Some fear that the strike will return.", "Some"),
        ("Not everyone on the quay shares the enthusiasm.", "Not everyone on the quay"),
        ("The boat sails on Friday. Skippers fear that the pump will fail.", "Skippers"),
        ("Officials were quick to blame the rain.", "Officials"),
        ("Some at city hall think the mayor will fold.", "Some"),
        ("Foreign capitals fear a long war.", "Foreign capitals"),
        ("Many islanders want the old boat back. Her survey was overdue.", "Many islanders"),
    ],
)
def test_the_group_is_marked(ask: Ask, sentence: str, group: str) -> None:
    assert ask(RULE, sentence) == [(group, Severity.WARNING)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Forty farmers came. Few believed that the dam was safe.",
        "Forty farmers came. Some fear that the dam is unsafe.",
        "Officials are paid on Friday. Not everyone on the quay has a boat.",
        "Workers at Tarn Steel said the gate was shut.",
        "Profit beat what analysts had expected.",
        "Veterans of the mill, 12 in all, met on Monday.",
    ],
)
def test_people_told_of_and_staff_of_a_body_are_left_alone(ask: Ask, sentence: str) -> None:
    assert ask(RULE, sentence) == []
