"""Many files to their ledgers: what stops one does not stop the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.attribution.graph import SourceKind, Speaker
from newslint.config import Configuration
from newslint.engine.survey import FileSources, Survey, summarise, survey
from newslint.errors import Unavailable
from newslint.finding import Position
from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Parse, ParseRequest, Token
from newslint.ledger import Entry, Ledger
from newslint.reading import Analyser
from newslint.reports.sources_json import document
from newslint.result import FileError, Loaded, Notice
from newslint.settings import Settings
from newslint.span import Span
from tests.markup.fragments import HTML, MARKDOWN, documents

GERMAN = (
    "Die Mühle wird im Juni geschlossen, sagte die Müllerin am Montag. Zwei Winter lang habe "
    "sie nicht mahlen können, und niemand habe nach den Steinen gefragt."
)


PERSON, ANONYMOUS = SourceKind.NAMED_PERSON, SourceKind.ANONYMOUS


class Plain:
    """An analyser that knows words and no grammar."""

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        if any("upsetting" in r.text for r in requests):
            raise RuntimeError("this text upsets the model")
        return [Parse((Token(0, r.text.split()[0], r.offset),)) for r in requests]

    def grammar(self, requests: Sequence[ParseRequest]) -> list[tuple[GrammarIssue, ...]]:
        raise AssertionError("sources need no grammar engine")


class Absent(Plain):
    """An analyser without a model."""

    def parse(self, requests: Sequence[ParseRequest], *, names: bool) -> list[Parse]:
        raise Unavailable("the model is not installed", "install it")


def read(*loaded: Loaded, analyser: Analyser | None = None) -> Survey:
    notices: list[Notice] = []
    configuration = Configuration(Settings(), Path.cwd())
    found = survey(loaded, configuration, analyser or Plain(), note=notices.append)
    return summarise(found, notices)


def by_path(found: Survey) -> dict[str, FileSources]:
    return {file.path: file for file in found.files}


def test_files_are_sorted_and_all_there_with_their_errors() -> None:
    error = FileError("read", "b.md does not exist", "check the path")
    found = read(Loaded("c.md", "The mill is shut."), Loaded("b.md", error=error), Loaded("a.md"))
    assert [(f.path, f.errors, f.ledger.words) for f in found.files] == [
        ("a.md", (), 0),
        ("b.md", (error,), 0),
        ("c.md", (), 4),
    ]
    assert (found.exit, found.because) == (2, "1 file could not be read")
    assert found.notices == (Notice("info", "a.md is empty"),)


def test_a_text_that_upsets_the_model_does_not_take_the_others_with_it() -> None:
    found = read(Loaded("a.md", "An upsetting mill."), Loaded("b.md", "The mill is shut."))
    (error,) = by_path(found)["a.md"].errors
    assert error.message.startswith("the sources of a.md cannot be told: RuntimeError: this text")
    assert by_path(found)["b.md"].ledger.words == 4
    assert found.exit == 2


def test_without_the_model_nothing_can_be_told_and_that_is_said() -> None:
    with pytest.raises(Unavailable, match="the model is not installed"):
        read(Loaded("a.md", "The mill is shut."), analyser=Absent())


def test_an_article_in_another_language_is_never_parsed() -> None:
    found = read(Loaded("a.md", GERMAN), analyser=Absent())
    (file,) = found.files
    assert not file.english
    assert (file.attributions, file.ledger.entries, file.ledger.sentences) == ((), (), ())
    assert found.totals.other_language == ("a.md",)
    assert found.totals.without_source == ()


def test_broken_front_matter_is_an_error_and_the_rest_is_read() -> None:
    (file,) = read(Loaded("a.md", "---\ntitle: [one\n---\n\nThe mill is shut.\n")).files
    assert [error.kind for error in file.errors] == ["parse"]
    assert file.ledger.words == 4


def counted(*kinds: SourceKind, statements: int) -> Ledger:
    """Return the ledger of 50 words in which speakers of these kinds say one thing each."""
    entries = tuple(
        Entry(
            Speaker(n, None, None, kind, Span(n, n + 1), 1, 0),
            "she",
            Position(1, n + 1),
            statements=1,
        )
        for n, kind in enumerate(kinds)
    )
    return Ledger(
        entries,
        words=50,
        quoted_words=5,
        statements=statements,
        heaviest=0 if kinds else None,
        heaviest_count=statements - len(kinds) + 1 if kinds else 0,
    )


def test_totals_add_up_and_list_the_files_to_look_at() -> None:
    files = [
        FileSources("two.md", "markdown", counted(PERSON, ANONYMOUS, statements=2)),
        FileSources("one.md", "markdown", counted(PERSON, statements=3)),
        FileSources("none.md", "markdown", counted(statements=0)),
        FileSources("german.md", "markdown", Ledger(words=70), english=False),
        FileSources("empty.md", "markdown"),
    ]
    totals = summarise(files, []).totals
    assert (totals.files, totals.articles, totals.words) == (5, 3, 150)
    assert (totals.quoted_share, totals.statements) == (0.1, 5)
    assert totals.sources == {PERSON: 2, ANONYMOUS: 1}
    assert totals.without_source == ("none.md",)
    assert totals.single_source == ("one.md",)
    assert totals.other_language == ("german.md",)


SPEECH = [
    "Peta Lorn said the mill was **shut**. ",
    "“We lost *two* winters,” she said. ",
    "According to the [Gull](https://example.org), a clerk denied it. ",
    "<p>Ivo Sand declined to&nbsp;comment.</p>\n",
    "Analysts expect a flood. ",
    "> We were never asked.\n",
    "\n\n",
]


@pytest.mark.model
@given(
    text=documents(SPEECH, SPEECH, MARKDOWN, HTML),
    path=st.sampled_from(["a.md", "a.html", "a.txt"]),
)
def test_whatever_the_markup_spans_lie_in_the_file_and_shares_are_shares(
    analyser: Analyser, text: str, path: str
) -> None:
    (file,) = document(read(Loaded(path, text), analyser=analyser))["files"]
    places = [s["span"] for s in file["sentences"]]
    places += [s["first_mention"] for s in file["speakers"]]
    for a in file["attributions"] + file["relayed"]:
        places += [*a["content"], *a["cue"], *a["source"]]
        places += [a[key] for key in ("head", "descriptor", "reason", "terms") if a[key]]
    assert [p for p in places if not 0 <= p[0] < p[1] <= len(text)] == []
    ledger = file["ledger"]
    for share in ("quoted_share", "attributed_share", "stated_share"):
        assert 0 <= ledger[share] <= 1
    assert ledger["stated_share"] <= ledger["attributed_share"]


@pytest.mark.model
@settings(max_examples=30)
@given(text=documents(SPEECH))
def test_ids_lead_to_speakers_and_counts_are_those_of_the_lists(
    analyser: Analyser, text: str
) -> None:
    (file,) = document(read(Loaded("a.md", text), analyser=analyser))["files"]
    told = file["attributions"] + file["relayed"]
    ids = [s["id"] for s in file["speakers"]]
    assert len(set(ids)) == len(ids)
    assert {a[key] for a in told for key in ("speaker", "via")} <= {*ids, None}
    for speaker in file["speakers"]:
        assert speaker["attributions"] == sum(a["speaker"] == speaker["id"] for a in told)
        assert speaker["statements"] <= speaker["attributions"]
    assert file["ledger"]["named"] == sum(s["type"] == "named-person" for s in file["speakers"])
