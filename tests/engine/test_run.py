"""Many files in one run: batches, errors, notices, and the rules of each file."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from newslint.config import Configuration
from newslint.engine.plan import Planner
from newslint.engine.run import BATCH, Context, run
from newslint.errors import ConfigError, Unavailable
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Parse, ParseRequest, Token
from newslint.reading import Analyser, Reading
from newslint.result import FileError, FileResult, Loaded, Notice
from newslint.rule import Rule, spec_of
from newslint.settings import read_settings
from newslint.span import Span
from tests.rules_for_tests import NoAnalyser, Raising, Undeclared, Word


class Parsed(Word):
    """Asks for a parse."""

    id: str = "words.parsed"
    needs = frozenset({"parse"})

    def check(self, reading: Reading):  # type: ignore[no-untyped-def] # as in the base
        for parse in reading.parses:
            yield self.problem(parse.tokens[0].span, "it")


class NotInOpinion(Word):
    """Leaves opinion alone."""

    id: str = "words.news"
    genres_off = frozenset({"opinion"})


class Splitting:
    """An analyser that splits at spaces, and counts."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        self.batches.append(len(requests))
        if any("upsetting" in r.text for r in requests):
            raise RuntimeError("this text upsets the model")
        return [Parse((Token(0, r.text.split()[0], r.offset),)) for r in requests]

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        return [() for _ in requests]


class Absent(Splitting):
    """An analyser without a model."""

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        raise Unavailable("the language model is not installed", "install it")


RULES: tuple[type[Rule], ...] = (Word, NotInOpinion, Parsed, Raising, Undeclared)


def planner(*select: str, **settings: object) -> Planner:
    configuration = Configuration(read_settings(settings), root=Path.cwd())
    return Planner([spec_of(rule, "test") for rule in RULES], configuration, select=select)


def result_of(
    *files: Loaded, plan: Planner, analyser: Analyser | None = None
) -> tuple[list[FileResult], list[Notice]]:
    notices: list[Notice] = []
    context = Context(plan, analyser or NoAnalyser(), notices.append)
    return list(run(files, context)), notices


def test_files_are_parsed_in_batches_of_bounded_size() -> None:
    analyser = Splitting()
    files = [Loaded(f"{n}.md", "One.\n\nTwo.\n") for n in range(BATCH + 1)]
    results, _ = result_of(*files, plan=planner("words.parsed"), analyser=analyser)
    assert analyser.batches == [2 * BATCH, 2]
    assert [r.path for r in results] == [f.path for f in files]
    assert results[0].findings[0].excerpt == "One."


def test_nothing_is_parsed_when_no_rule_needs_it() -> None:
    (result,), _ = result_of(Loaded("a.md", "A bad day.\n"), plan=planner("words.bad"))
    assert [f.excerpt for f in result.findings] == ["bad"]


def test_a_text_that_upsets_the_model_fails_alone() -> None:
    analyser = Splitting()
    results, _ = result_of(
        Loaded("a.md", "An upsetting day.\n"),
        Loaded("b.md", "Two.\n"),
        plan=planner("words.parsed"),
        analyser=analyser,
    )
    assert "words.parsed failed: RuntimeError: this text upsets" in results[0].errors[0].message
    assert results[1].errors == ()
    assert [f.excerpt for f in results[1].findings] == ["Two."]


def test_a_missing_model_is_announced_once_and_names_the_rules() -> None:
    results, notices = result_of(
        Loaded("a.md", "A bad day.\n"),
        Loaded("b.md", "A bad day.\n"),
        plan=planner("words.parsed", "words.bad"),
        analyser=Absent(),
    )
    assert notices == [
        Notice(
            "unavailable",
            "the language model is not installed; not run: words.parsed (install it)",
        )
    ]
    assert [len(r.findings) for r in results] == [1, 1]


def test_an_undeclared_need_is_announced() -> None:
    _, notices = result_of(Loaded("a.md", "A day.\n"), plan=planner("words.undeclared"))
    assert [n.kind for n in notices] == ["info"]
    assert "words.undeclared asks for 'sentences' without declaring it" in notices[0].message


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n"])
def test_an_empty_file_is_announced_and_has_no_findings(text: str) -> None:
    (result,), notices = result_of(Loaded("a.md", text), plan=planner("words.bad"))
    assert (result.findings, result.errors) == ((), ())
    assert notices == [Notice("info", "a.md is empty")]


def test_a_file_that_could_not_be_read_keeps_its_error_and_its_place() -> None:
    error = FileError("decode", "a.md is not UTF-8: byte 3 is 0xe9")
    results, _ = result_of(
        Loaded("a.md", error=error), Loaded("b.md", "A bad day.\n"), plan=planner("words.bad")
    )
    assert [(r.path, r.errors) for r in results] == [("a.md", (error,)), ("b.md", ())]


def test_a_rule_has_no_say_in_a_genre_it_leaves_alone() -> None:
    source = "---\ngenre: opinion\n---\n\nA bad day.\n"
    (result,), _ = result_of(Loaded("a.md", source), plan=planner("words"))
    assert result.genre == "opinion"
    assert "words.news" not in {f.rule for f in result.findings}


def test_an_override_decides_the_genre_over_front_matter_over_the_configuration() -> None:
    plan = planner(
        "words.bad",
        genre="analysis",
        overrides=[{"files": "opinion/**", "genre": "opinion"}],
    )
    review = "---\ngenre: review\n---\n\nA day.\n"
    results, _ = result_of(
        Loaded("a.md", "A day.\n"),
        Loaded("b.md", review),
        Loaded("opinion/c.md", review),
        plan=plan,
    )
    assert [r.genre for r in results] == ["analysis", "review", "opinion"]


def test_settings_of_a_rule_come_in_layers() -> None:
    plan = planner(
        "words.bad",
        rules={"words.bad": {"word": "good"}},
        overrides=[{"files": "b.md", "rules": {"words.bad": {"word": "day"}}}],
    )
    results, _ = result_of(
        Loaded("a.md", "A good bad day.\n"), Loaded("b.md", "A good bad day.\n"), plan=plan
    )
    assert [r.findings[0].excerpt for r in results] == ["good", "day"]


def test_an_unknown_rule_in_an_override_is_found_before_any_file_matches() -> None:
    plan = planner(overrides=[{"files": "never/**", "rules": {"words.bda": "off"}}])
    with pytest.raises(ConfigError, match=r"words\.bda") as raised:
        plan.validate()
    assert "words.bad" in raised.value.hint


def test_the_articles_date_is_that_of_the_command_line() -> None:
    class Dated(Word):
        """Reports the date."""

        id: str = "words.dated"
        needs = frozenset({"date"})

        def check(self, reading: Reading):  # type: ignore[no-untyped-def] # as in the base
            assert reading.date is not None
            yield self.problem(Span(0, 1), reading.date.date.isoformat())

    plan = Planner([spec_of(Dated, "test")], Configuration(root=Path.cwd()))
    context = Context(plan, NoAnalyser(), lambda _: None, datetime.date(2024, 2, 29))
    (result,) = run([Loaded("a.md", "A day.\n")], context)
    assert "2024-02-29" in result.findings[0].message


class Asking(Word):
    """Asks for grammar."""

    id: str = "words.asking"
    needs = frozenset({"grammar"})

    def check(self, reading: Reading):  # type: ignore[no-untyped-def] # as in the base
        for issue in reading.grammar:
            yield self.problem(issue.span, "it")


class Dictionary(Splitting):
    """An analyser that dislikes every block."""

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        self.batches.append(len(requests))
        return [
            (GrammarIssue(Span(r.offset, r.offset + 3), "No.", "harper", "Rule", "Usage"),)
            for r in requests
        ]


def test_grammar_is_asked_about_many_files_at_once_after_it_was_announced() -> None:
    said: list[str] = []
    analyser = Dictionary()
    configuration = Configuration(root=Path.cwd())
    plan = Planner([spec_of(Asking, "test")], configuration)
    context = Context(plan, analyser, lambda _: None, warm=lambda: said.append("warm"))
    files = [Loaded("a.md", "One.\n\nTwo.\n"), Loaded("b.md", "Six.\n")]
    results = list(run(files, context))
    assert [[f.excerpt for f in r.findings] for r in results] == [["One", "Two"], ["Six"]]
    assert (analyser.batches, said) == ([3], ["warm"])


def test_nothing_is_announced_when_no_rule_needs_grammar() -> None:
    said: list[str] = []
    context = Context(
        planner("words.bad"), NoAnalyser(), lambda _: None, warm=lambda: said.append("warm")
    )
    list(run([Loaded("a.md", "A bad day.\n")], context))
    assert said == []
