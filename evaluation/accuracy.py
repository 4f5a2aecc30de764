"""Writes docs/accuracy.md from the results that are kept; measures nothing.

    python -m evaluation.accuracy

With `--check` nothing is written: the exit code is 1 if the page is out of date.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evaluation.attribution import BASELINES as REPORTED
from evaluation.attribution import LOG
from evaluation.data import ROOT
from evaluation.results import read_result
from evaluation.tally import MISSED, SPURIOUS
from newslint.attribution.graph import SourceKind

PAGE = ROOT / "docs" / "accuracy.md"

Result = Mapping[str, Any]

_COLUMNS = (
    "content F1", "content strict F1", "source", "sentence F1", "speech-cue recall",
    "other-cue recall",
)  # fmt: skip

_BY_TYPE = {
    "content F1, direct": "content F1, direct quotations",
    "content F1, mixed": "content F1, partly quoted",
    "content F1, indirect": "content F1, not quoted",
    "source, direct": "source of direct quotations",
    "source exact": "source, every word of it",
    "sentence P": "attributed sentences, precision",
    "sentence R": "attributed sentences, recall",
    "cue F1": "cue F1",
    "triple F1": "content, cue and source together, F1",
}

_IN_STORIES = {
    "source found": "source mentions, recall",
    "prediction is a source": "source mentions, precision",
    "no source": "statements without a source seen as such",
    "kind": "kind of source",
    "plural": "one or several",
    "speaker": "speaker, by majority",
    "speaker of a phrase": "... of names and phrases",
    "speaker of a pronoun": "... of pronouns",
    "speaker, one to one": "speaker, one to one",
    "B3 precision": "speakers, B³ precision",
    "B3 recall": "speakers, B³ recall",
    "B3 F1": "speakers, B³ F1",
    "quotation without a source of its own": "quotations without a source of their own",
    "name": "name of the speaker",
    "role": "role of the speaker",
    "descriptor found": "descriptors, recall",
    "descriptor predicted": "descriptors, precision",
    "terms found": "terms of anonymity, recall",
    "terms predicted": "terms of anonymity, precision",
    "reason found": "reasons for anonymity, recall",
    "reason predicted": "reasons for anonymity, precision",
    "via found": "relaying outlets, recall",
    "via predicted": "relaying outlets, precision",
}

_INTRODUCTION = """\
# Accuracy

How well newslint finds out who said what. `python -m evaluation.accuracy` writes this page from
the figures in `evaluation/log.jsonl` and `evaluation/results`; all are per cent.
"""

_COLUMN_NOTES = """\
- *content*: what is said, found if at least half of its words agree (Dice); *exact*: every word.
- *source*: of the contents found, those whose source shares a word with the annotated one.
- *sentences*: F1 of telling attributed sentences from the others.
- *speech cues*, *other cues*: recall of statements by cue: said, told, according to; and
  believes, wants, refuses.

*Measured* rows come from our own runs on these articles. *Reported* ones came with the data and
its scorer, and were not run by us. The rules there are the ones that we ran too; the regular
expressions are others. “Lexicon learned” and “tagger on top” were trained on more articles of the
same data. “Another annotator” is how well two people agree, over 20 articles that several people
annotated.
"""

_DATA = """\
## The data

The annotated news is the development split of PolNeAR 1.0 (Newell, Margolin and Ruths, “An
attribution relations corpus for political news”, LREC 2018): 84 articles by seven American
publishers from one month of 2016. **No licence is stated** for it, and the articles are their
publishers'. It is used to measure with and for nothing else: no text, no word list, no count and
no weight taken from it is in this repository or in the package. The lexicon is written by hand.
Errors are read on the training split only.

The stories are our own, invented for this purpose, and under the licence of the repository:
`evaluation/stories`.
"""

_LIMITS = """\
## What these figures do not say

- The annotated news is American politics of 2016 by seven publishers. It says little of sport,
  courts, British usage or wire copy; the stories are there for those, and are few.
- Its idea of an attribution is broad: wishes, beliefs and decisions count. Two annotators agree
  on little more than two thirds of those that are not speech, so a score far above theirs would
  mean nothing.
- The development split has been scored again and again while the rules were written. Expect a
  point less on articles never seen. A further split is kept back for that.
- The stories were written and annotated by one hand, as part of the same project, and nobody
  else has annotated them: there is no agreement to compare with. The annotation of both halves
  was corrected once, for plain slips, with a list of differences at hand. They are denser in
  sources than news is, and hold hard cases on purpose.
- With some 200 mentions in a half, a share near 90 can be off by four points either way, one
  near 60 by seven; rows with ten cases only show that something works at all.
- Kind, number, name and role are judged where the source was found, and every voice counts for its
  name and role where at least one mention of it was found.
- English only, and the small language model only.
"""

_AGAIN = """\
## To measure again

```sh
pip install -e . --group evaluation
python -m evaluation.attribution --split dev   # a minute, then seconds: parses are kept
python -m evaluation.baselines                 # under two minutes
python -m evaluation.stories                   # seconds; prints the errors of the dev half
python -m evaluation.accuracy                  # this page
```

The first two need the annotated news: a folder `shared` beside the checkout, or one that
`NEWSLINT_EVAL_DATA` names, with `eval/attribution` in it. A baseline that is not installed is
reported as not run.
"""


def page(entry: Result, baselines: Result, stories: Result) -> str:
    """Return the page for an entry of the log and the two results."""
    parts = [
        _INTRODUCTION,
        _news(entry, baselines),
        _stories(stories),
        _cost(entry),
        _DATA,
        _LIMITS,
        _AGAIN,
    ]
    return "\n".join(parts)


def current() -> str:
    """Return the page for what is kept.

    Raises:
        FileNotFoundError: if something was never measured.
    """
    lines = LOG.read_text(encoding="utf-8").splitlines()
    return page(json.loads(lines[-1]), read_result("baselines"), read_result("stories"))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table: the first column to the left, the others to the right."""
    rules = ["---", *["---:"] * (len(head) - 1)]
    lines = [head, rules, *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _news(entry: Result, baselines: Result) -> str:
    """Return the section on the annotated news."""
    rows: list[list[str]] = []
    ours = [_share(entry["figures"][column]) for column in _COLUMNS]
    rows.append(["**newslint**", *(f"**{share}**" for share in ours), "measured"])
    for name, system in baselines["systems"].items():
        if "figures" in system:
            shares = [_share(system["figures"][column]) for column in _COLUMNS]
            version = f" {system['version']}" if "version" in system else ""
            rows.append([name.replace(",", f"{version},", 1), *shares, "measured"])
        else:
            reason = system["not run"].replace("|", "\\|")
            rows.append([name, *["–"] * len(_COLUMNS), f"not run: {reason}"])
    for name, figures in REPORTED.items():
        rows.append([name, *(_share(value) for value in figures), "reported"])
    head = ["", "content", "exact", "source", "sentences", "speech cues", "other cues", "figures"]
    detail = [[words, _share(entry["figures"][key])] for key, words in _BY_TYPE.items()]
    return (
        "## Annotated news\n\n"
        f"{baselines['articles']} articles; newslint measured on {entry['date']}, commit "
        f"`{entry['commit']}`, the baselines on {baselines['date']}.\n\n"
        f"{table(head, rows)}\n{_COLUMN_NOTES}\n"
        f"newslint in more detail:\n\n{table(['', 'newslint'], detail)}"
    )


def _stories(stories: Result) -> str:
    """Return the section on the stories of this repository."""
    halves: dict[str, Any] = stories["halves"]
    rows: list[list[str]] = []
    for key, words in _IN_STORIES.items():
        row = [words]
        for result in halves.values():
            cases = result["of"].get(key, result["of"].get("speaker", 0) if "B3" in key else 0)
            row += [_share(result["figures"].get(key)), str(cases)]
        rows.append(row)
    head = [""]
    for name in halves:
        head += [f"{name}, %", "of"]
    counts = "; ".join(
        f"{name}: {r['stories']} stories, {r['words']:,} words, {r['source mentions']} source "
        f"mentions of {r['voices']} voices"
        for name, r in halves.items()
    )
    confusions = "\n".join(
        f"Kinds, {name} half: a row is what was annotated, a column what was found.\n\n"
        f"{_confusion(result['kinds'])}"
        for name, result in halves.items()
    )
    return (
        "## Stories of our own\n\n"
        "Who is behind each mention, and of what kind, cannot be told from the annotated news. It\n"
        "is measured on [news stories written for this](../evaluation/stories/README.md). The\n"
        "extractor's author reads the errors of the dev half, and never the held half.\n\n"
        f"{counts}. Measured on {stories['date']}, commit `{stories['commit']}`.\n\n"
        f"{table(head, rows)}\n"
        "*By majority*: a mention is right if its predicted speaker mostly stands for the\n"
        "annotated one. *One to one*: each annotated speaker has one predicted counterpart, so\n"
        "a speaker that is split in two counts once. B³ as in Bagga and Baldwin 1998. Speakers\n"
        "are judged on the mentions found, and on those where readers may differ as well.\n\n"
        f"{confusions}"
    )


def _confusion(kinds: Result) -> str:
    """Return a confusion of kinds as a table, with what was missed and what is none."""
    order = [*(str(kind) for kind in SourceKind), SPURIOUS, MISSED]
    predicted = {column for row in kinds.values() for column in row}
    columns = [kind for kind in order if kind in predicted]
    return table(
        ["", *columns],
        [
            [kind, *(str(kinds[kind].get(column) or "·") for column in columns)]
            for kind in order
            if kind in kinds
        ],
    )


def _cost(entry: Result) -> str:
    share = 100 * entry["extraction share of parsing"]
    return (
        "## Cost\n\n"
        f"Finding the attributions of the annotated news took {share:.1f} per cent of the\n"
        "processor time of parsing it.\n"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or compare it with `--check`; return the exit code."""
    parser = argparse.ArgumentParser(description="Write docs/accuracy.md.")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    options = parser.parse_args(arguments)
    wanted = current()
    if options.check:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != wanted:
            print("docs/accuracy.md is out of date: python -m evaluation.accuracy", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
