"""Three versions of one story, kept outside the repository: what must and must not fire."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.checks.anonymity.anonymous_opinion import AnonymousOpinion
from newslint.checks.anonymity.bare_source import BareSource
from newslint.checks.anonymity.no_reason import NoReason
from newslint.checks.attribution.agentless_attribution import AgentlessAttribution
from newslint.checks.attribution.mind_reading import MindReading
from newslint.checks.attribution.no_source_article import NoSourceArticle
from newslint.checks.attribution.unattributed_claim import UnattributedClaim
from newslint.checks.attribution.vague_collective_source import VagueCollectiveSource
from newslint.checks.claims.motive_claim import MotiveClaim
from newslint.checks.claims.orphan_hedge import OrphanHedge
from newslint.checks.claims.writer_speculation import WriterSpeculation
from newslint.checks.quotes.scare_quote import ScareQuote
from newslint.checks.quotes.unbalanced_quote_marks import UnbalancedQuoteMarks
from newslint.checks.secondhand.credit_without_link import CreditWithoutLink
from newslint.checks.secondhand.empty_link import EmptyLink
from newslint.finding import Severity
from newslint.rule import Rule
from tests.checks.conftest import Ask

pytestmark = pytest.mark.model

UNSOURCED, ANONYMOUS, CREDITED = "000_*.txt", "002_*.txt", "004_*.txt"


@pytest.fixture
def story(shared_data: Path, request: pytest.FixtureRequest) -> tuple[str, str]:
    [path] = (shared_data / "seeds").glob(request.param)
    return path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize(
    ("story", "rule", "severities"),
    [
        (UNSOURCED, AgentlessAttribution(), [Severity.ERROR, Severity.WARNING]),
        (UNSOURCED, NoSourceArticle(), [Severity.ERROR]),
        (UNSOURCED, MindReading(), [Severity.SUGGESTION]),
        (UNSOURCED, MotiveClaim(), [Severity.SUGGESTION]),
        (ANONYMOUS, NoReason(), [Severity.WARNING] * 5),
        (ANONYMOUS, AnonymousOpinion(), [Severity.WARNING] * 3),
        (ANONYMOUS, VagueCollectiveSource(), [Severity.WARNING] * 2),
        (ANONYMOUS, WriterSpeculation(), [Severity.SUGGESTION] * 2),
        (ANONYMOUS, CreditWithoutLink(), [Severity.WARNING]),
        (ANONYMOUS, UnbalancedQuoteMarks(), [Severity.WARNING]),
        (ANONYMOUS, ScareQuote(), []),
        (CREDITED, EmptyLink(), [Severity.WARNING] * 4),
        (CREDITED, AgentlessAttribution(), [Severity.WARNING]),
        (CREDITED, OrphanHedge(), [Severity.SUGGESTION]),
        (CREDITED, UnattributedClaim(), []),
        (CREDITED, BareSource(), []),
        (CREDITED, NoReason(), []),
    ],
    indirect=["story"],
    ids=lambda value: value.id if isinstance(value, Rule) else None,
)
def test_what_fires(
    story: tuple[str, str], rule: Rule, severities: list[Severity], ask: Ask
) -> None:
    text, path = story
    assert [severity for _, severity in ask(rule, text, path)] == severities
