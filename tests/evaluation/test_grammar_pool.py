"""What judges said of grammar findings is pooled by place and by fingerprint, and counted once."""

from __future__ import annotations

from itertools import count

import pytest

from evaluation.corpora import TRAIN, Checked, half_of
from evaluation.findings import Drawn
from evaluation.grammar import Verdict
from evaluation.grammar_pool import known, pool, shares
from evaluation.judgement import Judgement, Share
from newslint import lint_text
from newslint.finding import Finding
from newslint.markup.read import parse_article
from newslint.settings import read_settings

STORY = "The crew saw the the storm. The the pier was shut.\n"
ONLY = read_settings({"rules": {"all": "off", "grammar.doubled-word": "on"}})
FINDINGS = tuple(lint_text(STORY, path="ferry.txt", settings=ONLY))


def checked(corpus: str, file: str) -> Checked:
    """Return an article with the two doubled words in it."""
    return Checked(corpus, file, parse_article(STORY, file), FINDINGS)


def file_in(half: str) -> str:
    """Return a file name that falls in a half."""
    return next(f"story-{n}.txt" for n in count() if half_of(f"story-{n}.txt") == half)


def judgement(article: Checked, finding: Finding, verdict: str, judge: str = "ann") -> Judgement:
    """Return what a judge says of a finding, known again by its fingerprint."""
    return Judgement(
        article.corpus,
        article.file,
        0,
        1,
        finding.rule,
        finding.severity.label,
        finding.fingerprint,
        verdict,
        "twice",
        judge,
        "2026-01-02",
        ("invented",),
    )


def verdict(article: Checked, finding: Finding, said: str, engine: str = "newslint") -> Verdict:
    """Return what was said of a finding, known again by its place."""
    start, end = finding.span.start, finding.span.end
    return Verdict(engine, article.corpus, article.file, start, end, finding.rule, said, "twice")


FERRY = checked("islands", "ferry.txt")
FIRST, SECOND = FINDINGS
DRAWN = Drawn(FERRY, FIRST)


def test_a_finding_is_known_by_its_fingerprint_or_by_its_place() -> None:
    assert known([judgement(FERRY, FIRST, "keep")], []).of(DRAWN) is True
    assert known([], [verdict(FERRY, FIRST, "no fault")]).of(DRAWN) is False


def test_a_finding_that_nobody_judged_is_neither() -> None:
    assert known([judgement(FERRY, SECOND, "keep")], []).of(DRAWN) is None


@pytest.mark.parametrize(
    ("said", "fault"), [(["keep", "drop"], False), (["keep", "keep", "drop"], True)]
)
def test_most_judges_decide_and_a_draw_is_no_fault(said: list[str], fault: bool) -> None:
    judgements = [judgement(FERRY, FIRST, s, str(n)) for n, s in enumerate(said)]
    assert known(judgements, []).of(DRAWN) is fault


def test_both_stores_speak_of_one_finding() -> None:
    what = known([judgement(FERRY, FIRST, "keep")], [verdict(FERRY, FIRST, "no fault")])
    assert what.of(DRAWN) is False


def test_what_was_said_of_a_raw_engine_says_nothing_of_newslint() -> None:
    assert known([], [verdict(FERRY, FIRST, "fault", "harper")]).of(DRAWN) is None
    with_server = verdict(FERRY, FIRST, "fault", "newslint+languagetool")
    assert known([], [with_server]).of(DRAWN) is True


def test_train_articles_are_told_apart_by_half_and_others_never() -> None:
    tuning, judging = file_in("tuning"), file_in("judging")
    articles = [checked(TRAIN, tuning), checked(TRAIN, judging), checked("islands", tuning)]
    pools = pool(articles)
    assert {name: [d.checked for d in drawn] for name, drawn in pools.items()} == {
        "tuning": [articles[0]] * 2,
        "judging": [articles[1]] * 2,
        "named": [articles[2]] * 2,
    }


def test_shares_count_judged_findings_and_keep_the_tuning_half_out_of_unseen() -> None:
    tuning, judging = checked(TRAIN, file_in("tuning")), checked(TRAIN, file_in("judging"))
    what = known(
        [
            judgement(tuning, FIRST, "drop"),
            judgement(tuning, SECOND, "drop"),
            judgement(judging, FIRST, "keep"),
        ],
        [verdict(FERRY, FIRST, "fault"), verdict(FERRY, SECOND, "no fault")],
    )
    assert shares(pool([FERRY, tuning, judging]), what) == {
        "named": Share(1, 2),
        "judging": Share(1, 1),
        "tuning": Share(0, 2),
        "unseen": Share(2, 3),
        "all": Share(2, 5),
    }
