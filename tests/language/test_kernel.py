"""Whichever library multiplies the matrices, the parses and the findings are the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.articles import made_up
from newslint.config import Configuration
from newslint.engine.plan import Planner
from newslint.engine.run import Context, run
from newslint.finding import Finding
from newslint.language.pipeline import SpacyAnalyser
from newslint.language.sentences import split_sentences
from newslint.language.spacy_import import KERNEL_VARIABLE
from newslint.language.tokens import ParseRequest
from newslint.registry import load_rules
from newslint.result import Loaded
from newslint.settings import Settings

STORIES = [next(made_up(paragraphs)) for paragraphs in (3, 6, 9)]


@pytest.fixture(scope="module")
def analysers() -> list[SpacyAnalyser]:
    """The model with each of the two libraries."""
    found: list[SpacyAnalyser] = []
    with pytest.MonkeyPatch.context() as patch:
        for name in ("blis", "numpy"):
            patch.setenv(KERNEL_VARIABLE, name)
            found.append(SpacyAnalyser())
            found[-1].parse([ParseRequest("Rain.", 0, split_sentences("Rain."))], names=True)
    return found


def uses_blis(analyser: SpacyAnalyser) -> set[bool]:
    return {
        node.ops.use_blis
        for _, component in analyser._pipeline.pipeline
        if getattr(component, "model", None) is not None
        for node in component.model.walk()  # type: ignore[attr-defined]
    }


@pytest.mark.model
def test_the_environment_names_the_library(analysers: list[SpacyAnalyser]) -> None:
    assert [uses_blis(analyser) for analyser in analysers] == [{True}, {False}]


@pytest.mark.model
def test_both_libraries_parse_alike(analysers: list[SpacyAnalyser]) -> None:
    texts = [text for story in STORIES for text in story.split("\n\n")]
    requests = [ParseRequest(text, 0, split_sentences(text)) for text in texts]
    one, other = (
        [
            [(t.text, t.dep, t.head.i, t.tag, t.pos, t.lemma, t.entity) for t in parse]
            for parse in analyser.parse(requests, names=True)
        ]
        for analyser in analysers
    )
    assert one == other


@pytest.mark.model
def test_both_libraries_lead_to_the_same_findings(analysers: list[SpacyAnalyser]) -> None:
    planner = Planner(load_rules(), Configuration(Settings()), ignore=("grammar.engine",))

    def findings(analyser: SpacyAnalyser) -> list[tuple[Finding, ...]]:
        files = [Loaded(f"{i}.txt", story) for i, story in enumerate(STORIES)]
        return [result.findings for result in run(files, Context(planner, analyser, print))]

    one, other = map(findings, analysers)
    assert any(one)
    assert one == other


@pytest.mark.model
@pytest.mark.parametrize(
    ("code", "registers", "threads", "library"),
    [
        ("generic", "narrow", "single", "numpy"),
        ("haswell", "wide", "single", "numpy"),
        ("haswell", "narrow", "single", "blis"),
        ("skx", "wide", "single", "blis"),
        ("generic", "narrow", "several", "blis"),
    ],
)
def test_numpy_is_chosen_where_blis_does_not_know_the_processor(
    monkeypatch: pytest.MonkeyPatch, code: str, registers: str, threads: str, library: str
) -> None:
    from newslint.language import kernel

    monkeypatch.delenv(KERNEL_VARIABLE, raising=False)
    monkeypatch.setattr(kernel, "_blis_code", lambda: code)
    monkeypatch.setattr(kernel, "_has_wide_registers", lambda: registers == "wide")
    assert kernel.choose(single=threads == "single") == library


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.model
def test_spacy_is_imported_without_its_command_line() -> None:
    code = """
import os, sys
from newslint.language.spacy_import import import_spacy
before = dict(os.environ)
import_spacy()
print("typer" in sys.modules, "spacy.cli" in sys.modules, os.environ == before)
"""
    assert python(code) == "False False True"


@pytest.mark.model
def test_how_many_threads_numpy_has_is_still_known_when_spacy_is_imported_again() -> None:
    code = """
import os
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.pop(name, None)
from newslint.language.spacy_import import import_spacy
print(import_spacy(), import_spacy())
"""
    assert python(code) == "True True"


@pytest.mark.model
def test_what_was_left_out_of_spacy_is_there_when_it_is_asked_for() -> None:
    code = """
from newslint.language.spacy_import import import_spacy
import_spacy()
import spacy
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__)
import spacy.cli
print(callable(spacy.cli.download))
"""
    assert python(code).split() == ["True", "True"]


@pytest.mark.model
def test_spacy_that_is_there_already_is_left_alone() -> None:
    code = """
import sys
import spacy
loaded = sys.modules["spacy.cli"]
from newslint.language.spacy_import import import_spacy
import_spacy()
print(sys.modules["spacy.cli"] is loaded)
"""
    assert python(code) == "True"


def test_a_spacy_that_needs_its_command_line_is_imported_as_it_is() -> None:
    code = """
import sys, tempfile, pathlib
folder = pathlib.Path(tempfile.mkdtemp())
cli = folder / "spacy" / "cli"
cli.mkdir(parents=True)
(folder / "spacy" / "__init__.py").write_text("from .cli.info import info, setup\\n")
(cli / "__init__.py").write_text("")
(cli / "info.py").write_text("info = 1\\nsetup = 2\\n")
sys.path.insert(0, str(folder))
from newslint.language.spacy_import import import_spacy
import_spacy()
import spacy
print(spacy.setup, spacy.info)
"""
    assert python(code) == "2 1"
