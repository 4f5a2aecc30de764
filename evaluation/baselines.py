"""Scores simpler ways to find attributions on the same data, by the same scorer, in one run.

    python -m evaluation.baselines

They are regular expressions, textacy's direct quotations paragraph by paragraph, and the rules
that come with the annotated news. textacy is in the dependency group `evaluation`; what is not
installed is reported as not run. Writes `evaluation/results/baselines.json`.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from evaluation.attribution import score
from evaluation.data import Row, data_folder, read_rows
from evaluation.results import write_result
from newslint.language.pipeline import DEFAULT_MODEL

Offsets = list[list[int]]
Found = dict[str, Offsets]
Extract = Callable[[Doc], Iterator[Found]]

TEXTACY = "textacy, per paragraph"

_QUOTE = re.compile(r"[“\"](?P<words>[^“”\"\n]{2,2000})[”\"]")
_VERB = r"(?:said|says|told|asked|added|wrote|tweeted|argued|explained|replied|noted|insisted)"
_NAME = r"(?:(?:the |a |an )?(?:[A-Z][\w.’'-]+)(?: [A-Z][\w.’'-]+){0,3}|[Hh]e|[Ss]he|[Tt]hey)"
_AFTER = (
    re.compile(rf",? ?(?P<cue>{_VERB}) (?P<source>{_NAME})"),
    re.compile(rf",? ?(?P<source>{_NAME}) (?P<cue>{_VERB})"),
)
_BEFORE = re.compile(rf"(?P<source>{_NAME})[^.!?\n]{{0,60}}? (?P<cue>{_VERB})\b[^.!?\n]{{0,40}}$")
_REACH = 200  # characters before a quotation in which its cue may stand


def by_expressions(doc: Doc) -> Iterator[Found]:
    """Yield quotations with the name and the verb before or after them.

    A quotation that has none goes on from the one before it in the paragraph.
    """
    text = doc.text
    last: Found | None = None
    end = 0
    for quote in _QUOTE.finditer(text):
        content = [quote.start(), quote.end()]
        near = text[max(end, quote.start() - _REACH) : quote.start()]
        offset = quote.start() - len(near)
        match = next((m for p in _AFTER if (m := p.match(text, quote.end()))), None)
        if match is None:
            match, shift = _BEFORE.search(near), offset
        else:
            shift = 0
        if match is None and last is not None and "\n" not in text[end : quote.start()]:
            last["content"].append(content)
        else:
            if last is not None:
                yield last
            last = {"source": [], "cue": [], "content": [content]}
            if match is not None:
                for part in ("source", "cue"):
                    last[part] = [[place + shift for place in match.span(part)]]
        end = quote.end()
    if last is not None:
        yield last


def with_textacy() -> Extract:
    """Return textacy's direct quotations, paragraph by paragraph.

    Raises:
        ImportError: if textacy is not installed.
    """
    quotations = importlib.import_module("textacy").extract.direct_quotations

    def extract(doc: Doc) -> Iterator[Found]:
        for paragraph in _paragraphs(doc):
            shift = paragraph.start_char
            try:
                triples = list(quotations(paragraph.as_doc()))
            except ValueError:  # it refuses a paragraph with an odd number of marks
                continue
            for speaker, cue, content in triples:
                yield {
                    "source": _place(speaker, shift),
                    "cue": _place(cue, shift),
                    "content": [[content.start_char + shift, content.end_char + shift]],
                }

    return extract


def _place(tokens: Sequence[Token], shift: int) -> Offsets:
    if not tokens:
        return []
    return [[tokens[0].idx + shift, tokens[-1].idx + len(tokens[-1]) + shift]]


def _paragraphs(doc: Doc) -> Iterator[Span]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            if token.i > start:
                yield doc[start : token.i]
            start = token.i + 1
    if start < len(doc):
        yield doc[start:]


def with_rules(folder: Path) -> Extract:
    """Return the rules that come with the data.

    Raises:
        FileNotFoundError: if they are not there.
    """
    path = folder / "baseline_rules.py"
    spec = importlib.util.spec_from_file_location("baseline_rules", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise FileNotFoundError(f"no {path.name} beside the data")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    extract: Extract = module.extract
    return extract


@Language.component("sentences_end_with_lines")
def sentences_end_with_lines(doc: Doc) -> Doc:
    """Start a sentence after each line break, as newslint does at each block."""
    for token in doc[:-1]:
        if "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


def parse(rows: Sequence[Row]) -> list[Doc]:
    """Return each article parsed whole."""
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("sentences_end_with_lines", before="parser")
    return list(nlp.pipe(row["text"] for row in rows))


def compare(
    makers: Mapping[str, Callable[[], Extract]],
    rows: Sequence[Row],
    docs: Sequence[Doc],
    scored: Callable[[Sequence[dict[str, Any]]], dict[str, Any]],
) -> dict[str, dict[str, Any]]:
    """Return the figures of each system, or why it was not run."""
    table: dict[str, dict[str, Any]] = {}
    for name, make in makers.items():
        try:
            extract = make()
        except (ImportError, FileNotFoundError) as error:
            table[name] = {"not run": str(error)}
            continue
        predictions = [
            {"id": row["id"], "attributions": list(extract(doc))}
            for row, doc in zip(rows, docs, strict=True)
        ]
        table[name] = {"figures": scored(predictions)}
    return table


def main(arguments: Sequence[str] | None = None) -> None:
    """Score the baselines on dev, print the table and keep it."""
    argparse.ArgumentParser(description="Score simpler extractors.").parse_args(arguments)
    folder = data_folder("attribution")
    rows = read_rows(folder / "dev.jsonl")
    makers: dict[str, Callable[[], Extract]] = {
        "regular expressions": lambda: by_expressions,
        TEXTACY: with_textacy,
        "rules beside the data": lambda: with_rules(folder),
    }
    table = compare(makers, rows, parse(rows), lambda found: score(folder, "dev", found))
    if "figures" in table[TEXTACY]:
        table[TEXTACY]["version"] = importlib.metadata.version("textacy")
    for name, row in table.items():
        if "figures" in row:
            shown = ("content F1", "content strict F1", "source", "sentence F1")
            print(f"{name:26}" + "  ".join(f"{row['figures'][n]:6.1f}" for n in shown))
        else:
            print(f"{name:26}not run: {row['not run']}")
    write_result("baselines", {"split": "dev", "articles": len(rows), "systems": table})


if __name__ == "__main__":
    main()
