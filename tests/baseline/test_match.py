"""What a baseline knows, and what becomes of its entries."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.baseline import Baseline, Match, match
from newslint.baseline.form import of
from newslint.finding import Finding, Position, Severity
from newslint.result import FileResult, Known
from newslint.span import Span

ONE, TWO = "1" * 16, "2" * 16
RULE = "words.bad"


def finding(path: str, fingerprint: str, at: int = 0, *, anchored: bool = False) -> Finding:
    place = Position(1, at + 1)
    span = Span(at, at + 1)
    return Finding(
        RULE, Severity.ERROR, "Bad.", path, span, place, place, "x", fingerprint, anchored=anchored
    )


def result(path: str, *findings: Finding, ran: Iterable[str] = (RULE,)) -> FileResult:
    return FileResult(path, "markdown", "news", findings=findings, ran=tuple(ran))


def matched(entries: Iterable[Known], *results: FileResult, there: Iterable[str] = ()) -> Match:
    paths = {r.path for r in results} | set(there)
    return match(of(entries), results, lambda path: path, gone=lambda path: path not in paths)


def test_as_many_are_known_as_were_counted() -> None:
    found = result("a", finding("a", ONE, 0), finding("a", ONE, 5), finding("a", TWO, 9))
    done = matched([Known("a", RULE, ONE)], found)
    assert [(f.fingerprint, f.span.start) for f in done.results[0].findings] == [(ONE, 5), (TWO, 9)]
    assert done.results[0].baselined == 1


def test_a_finding_in_another_article_is_new() -> None:
    done = matched([Known("a", RULE, ONE)], result("b", finding("b", ONE)), there=["a"])
    assert done.results[0].findings
    assert done.unmatched == ()


def test_an_article_that_moved_takes_its_findings_along() -> None:
    done = matched([Known("a", RULE, ONE)], result("b", finding("b", ONE)))
    assert done.results[0].baselined == 1
    assert done.unmatched == ()
    assert done.pruned == of([Known("a", RULE, ONE)])
    assert done.shrunk == done.grown == of([Known("b", RULE, ONE)])


def test_a_finding_of_the_document_is_known_by_its_rule() -> None:
    """Another headline is no other fault; `update` notes where it is shown now."""
    known = Known("a", RULE, ONE, anchored=True)
    done = matched([known], result("a", finding("a", TWO, anchored=True)))
    assert done.results[0].findings == ()
    assert done.shrunk == of([Known("a", RULE, TWO, anchored=True)])


def test_a_finding_of_the_document_moves_only_with_its_headline() -> None:
    """Else an article that was deleted would excuse the next one to come."""
    known = [Known("a", RULE, ONE, anchored=True)]
    other = matched(known, result("b", finding("b", TWO, anchored=True)))
    assert len(other.results[0].findings) == 1
    assert other.unmatched == tuple(known)
    same = matched(known, result("b", finding("b", ONE, anchored=True)))
    assert same.results[0].findings == ()


def test_a_finding_of_a_sentence_is_none_of_the_document() -> None:
    done = matched([Known("a", RULE, ONE, anchored=True)], result("a", finding("a", ONE)))
    assert len(done.results[0].findings) == 1


def test_what_is_no_longer_found_is_unmatched_and_pruned() -> None:
    done = matched([Known("a", RULE, ONE, 3)], result("a", finding("a", ONE)))
    assert done.unmatched == (Known("a", RULE, ONE, 2),)
    assert done.pruned == done.shrunk == done.grown == of([Known("a", RULE, ONE, 1)])


def test_of_a_rule_that_did_not_run_nothing_is_said() -> None:
    known = of([Known("a", "words.other", ONE), Known("b", RULE, ONE)])
    done = matched(known.entries, result("a"), there=["b"])
    assert done.unmatched == ()
    assert done.shrunk == done.pruned == known


def test_a_rule_that_failed_halfway_keeps_its_entries() -> None:
    known = of([Known("a", RULE, ONE, 2)])
    done = matched(known.entries, result("a", finding("a", ONE), ran=()))
    assert done.results[0].findings == ()
    assert done.shrunk == known


def test_a_rule_that_is_no_more_matches_nothing() -> None:
    done = match(
        of([Known("a", "words.gone", ONE)]),
        [result("a")],
        lambda path: path,
        gone=lambda _: False,
        known_rules=lambda: [RULE],
    )
    assert done.unmatched == (Known("a", "words.gone", ONE),)


def test_an_article_that_went_is_unmatched_only_where_it_was_looked_for() -> None:
    for searched, unmatched in ((True, 1), (False, 0)):
        done = match(
            of([Known("a", RULE, ONE)]),
            [result("b")],
            lambda path: path,
            gone=lambda path: path == "a",
            searched=lambda _, looked=searched: looked,  # type: ignore[misc] # a default argument
        )
        assert len(done.unmatched) == unmatched


def test_only_growing_takes_in_what_is_new() -> None:
    done = matched([], result("a", finding("a", ONE), finding("a", ONE, 4)))
    assert done.shrunk == Baseline()
    assert done.grown == of([Known("a", RULE, ONE, 2)])
