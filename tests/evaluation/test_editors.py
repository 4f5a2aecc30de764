"""What editors marked, and whether findings fall on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.corpora import Checked, half_of
from evaluation.editors import (
    Mark,
    MarkError,
    agreement,
    is_marked,
    main,
    read_marks,
    read_store,
    shares,
    write_store,
)
from evaluation.judgement import Share
from newslint.finding import Finding, Position, Severity
from newslint.markup.read import parse_article
from newslint.span import Span

TEXT = "Some say the quay sank. The\nquay stands, some say."


def finding(start: int, end: int, *, anchored: bool = False) -> Finding:
    place = Position(1, 1)
    return Finding(
        rule="structure.missing-byline" if anchored else "attribution.vague",
        severity=Severity.WARNING,
        message="!",
        path="a.txt",
        span=Span(start, end),
        start=place,
        end=place,
        excerpt=TEXT[start:end],
        fingerprint="0",
        anchored=anchored,
    )


def mark(start: int, end: int, kind: str = "vague", editor: str = "ann") -> Mark:
    return Mark("a.txt", editor, start, end, kind, "low")


def test_a_mark_is_where_its_words_stand() -> None:
    lines = ["# Ann's", "a.txt | vague | medium | Some say", "a.txt | fact | high | The quay @1"]
    first, second = read_marks(lines, "ann", {"a.txt": TEXT})
    assert first == Mark("a.txt", "ann", 0, 8, "vague", "medium")
    assert TEXT[second.start : second.end] == "The\nquay"


def test_a_star_marks_the_whole_article() -> None:
    [whole] = read_marks(["a.txt | credit | low | *"], "ann", {"a.txt": TEXT})
    assert whole.whole


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("b.txt | vague | low | Some", "line 1: no article is called 'b.txt'"),
        ("a.txt | vague | dire | Some", "line 1: expected FILE | KIND | RANK | WORDS"),
        ("a.txt | vague | low | quay", "line 1: the words stand 2 times: add @1 or @2"),
        ("a.txt | vague | low | ferry", "line 1: the words are not in the file"),
    ],
)
def test_a_wrong_line_is_named(line: str, wrong: str) -> None:
    with pytest.raises(MarkError, match=wrong.replace("|", r"\|")):
        list(read_marks([line], "ann", {"a.txt": TEXT}))


def test_a_finding_falls_on_a_mark_if_they_share_a_character() -> None:
    assert is_marked(finding(5, 12), [mark(0, 8)])
    assert not is_marked(finding(8, 12), [mark(0, 8)])


def test_a_finding_of_the_article_needs_a_mark_of_the_article_of_its_kind() -> None:
    anchored = finding(0, 8, anchored=True)
    assert is_marked(anchored, [mark(0, 0, "credit")])
    assert not is_marked(anchored, [mark(0, 0, "vague"), mark(0, 8, "credit")])


def test_only_articles_that_two_editors_have_read_count() -> None:
    article = parse_article(TEXT, "a.txt")
    checked = [Checked("x", "a.txt", article, (finding(0, 8), finding(9, 12)))]
    read = [mark(0, 0, "read"), mark(0, 4)]
    assert shares(checked, read)[0][half_of("a.txt")] == Share(0, 0)
    read.append(mark(0, 0, "read", "ben"))
    halves, rules = shares(checked, read)
    assert halves[half_of("a.txt")] == Share(1, 2)
    assert rules == {"attribution.vague": Share(1, 2)}


def test_editors_agree_where_their_words_overlap() -> None:
    marks = [mark(0, 8), mark(20, 24), mark(3, 9, editor="ben")]
    assert agreement(marks) == {"ann": Share(1, 2), "ben": Share(1, 1)}


def test_the_store_holds_places_and_no_words(tmp_path: Path) -> None:
    path = tmp_path / "marks.jsonl"
    write_store([mark(3, 9), replace(mark(0, 8), kind="fact")], path)
    assert [each.start for each in read_store(path)] == [0, 3]
    assert "quay" not in path.read_text(encoding="utf-8")


def test_articles_stay_outside_the_repository(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", str(Path(__file__).parent)]) == 2
    assert "outside the repository" in capsys.readouterr().err
