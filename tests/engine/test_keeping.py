"""A file that was examined before is not examined again, unless anything is different."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from newslint.cache.store import Memory
from newslint.engine.keeping import KeptResults, with_kept
from newslint.finding import Finding, Position, Severity
from newslint.result import FileError, FileResult, Loaded, Suppression
from newslint.span import Span

TODAY = datetime.date(2026, 3, 4)


class Examiner:
    """Finds the first character of each file, and remembers what it was asked."""

    def __init__(self, result: FileResult | None = None) -> None:
        self.asked: list[str] = []
        self._result = result

    def __call__(self, files: Iterator[Loaded]) -> Iterator[FileResult]:
        for loaded in files:
            self.asked.append(loaded.path)
            yield self._result or found(loaded)


def found(loaded: Loaded) -> FileResult:
    first = Finding(
        "words.bad",
        Severity.ERROR,
        "Bad.",
        loaded.path,
        Span(0, 1),
        Position(1, 1),
        Position(1, 2),
        loaded.text[:1],
        "print",
    )
    return FileResult(loaded.path, "text", "news", None, (first,), source=loaded.text)


@pytest.fixture
def keep() -> Memory:
    return Memory(1_000_000)


def kept(keep: Memory, identity: bytes = b"rules", today: datetime.date = TODAY) -> KeptResults:
    return KeptResults(keep, identity, lambda path: path, today)


def run(files: list[Loaded], results: KeptResults, examiner: Examiner) -> list[FileResult]:
    return list(with_kept(files, results, examiner))


def test_results_come_in_order_whether_kept_or_not(keep: Memory) -> None:
    files = [Loaded(f"{name}.txt", name) for name in "abcdef"]
    run([files[1], files[2], files[5]], kept(keep), Examiner())
    examiner = Examiner()
    assert run(files, kept(keep), examiner) == [found(loaded) for loaded in files]
    assert examiner.asked == ["a.txt", "d.txt", "e.txt"]


def test_nothing_is_loaded_if_everything_is_kept(keep: Memory) -> None:
    files = [Loaded("a.txt", "a")]
    run(files, kept(keep), Examiner())

    def never(files: Iterator[Loaded]) -> Iterator[FileResult]:
        raise AssertionError("there was nothing to do")

    assert list(with_kept(files, kept(keep), never)) == [found(files[0])]


@pytest.mark.parametrize(
    "other", [Loaded("a.txt", "b"), Loaded("b.txt", "a"), Loaded("a.txt", "a", format="html")]
)
def test_another_text_path_or_format_is_another_file(keep: Memory, other: Loaded) -> None:
    run([Loaded("a.txt", "a")], kept(keep), Examiner())
    examiner = Examiner()
    run([other], kept(keep), examiner)
    assert examiner.asked == [other.path]


def test_other_rules_or_settings_are_asked_anew(keep: Memory) -> None:
    run([Loaded("a.txt", "a")], kept(keep), Examiner())
    examiner = Examiner()
    run([Loaded("a.txt", "a")], kept(keep, identity=b"other rules"), examiner)
    assert examiner.asked == ["a.txt"]


def test_a_result_is_told_under_the_path_of_this_run(keep: Memory) -> None:
    base = KeptResults(keep, b"rules", lambda path: path.rpartition("/")[2], TODAY)
    run([Loaded("a.txt", "a")], base, Examiner())
    [result] = run([Loaded("desk/a.txt", "a")], base, Examiner())
    assert result == found(Loaded("desk/a.txt", "a"))


@pytest.mark.parametrize(
    "result",
    [
        FileResult("a.txt", "text", "news", errors=(FileError("rule", "it failed"),)),
        FileResult("a.txt", "text", "news", complete=False),
    ],
)
def test_what_failed_or_lacked_something_is_tried_again(keep: Memory, result: FileResult) -> None:
    run([Loaded("a.txt", "a")], kept(keep), Examiner(result))
    examiner = Examiner(result)
    assert run([Loaded("a.txt", "a")], kept(keep), examiner) == [result]
    assert examiner.asked == ["a.txt"]


def test_an_unreadable_file_is_never_answered_from_what_is_kept(keep: Memory) -> None:
    run([Loaded("a.txt", "")], kept(keep), Examiner())
    examiner = Examiner()
    run([Loaded("a.txt", "", error=FileError("read", "no rights"))], kept(keep), examiner)
    assert examiner.asked == ["a.txt"]


@pytest.mark.parametrize(("later", "asked"), [(TODAY, []), (datetime.date(2026, 3, 11), ["a.txt"])])
def test_a_suppression_that_expired_meanwhile_is_seen(
    keep: Memory, later: datetime.date, asked: list[str]
) -> None:
    until = datetime.date(2026, 3, 10)
    one = Suppression(Span(0, 1), 1, "ignore", ("words.bad",), "active", until=until)
    result = FileResult("a.txt", "text", "news", suppressions=(one,))
    run([Loaded("a.txt", "a")], kept(keep), Examiner(result))
    examiner = Examiner(result)
    run([Loaded("a.txt", "a")], kept(keep, today=later), examiner)
    assert examiner.asked == asked


def test_a_damaged_entry_is_examined_anew(keep: Memory) -> None:
    loaded = Loaded("a.txt", "a")
    for damage in (b"", b"2026-03-04", b"2026-03-04{}", b"yesterday!{}"):
        keep.put("file", kept(keep).key(loaded), damage)
        assert run([loaded], kept(keep), Examiner()) == [found(loaded)]


def test_progress_counts_what_is_kept(keep: Memory) -> None:
    files = [Loaded("a.txt", "a"), Loaded("b.txt", "b")]
    run(files[:1], kept(keep), Examiner())
    seen: list[str] = []
    list(with_kept(files, kept(keep), Examiner(), progress=seen.append))
    assert seen == ["a.txt"]
