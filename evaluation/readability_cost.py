"""Measures what readability costs beside the parse: python -m evaluation.readability_cost."""

from __future__ import annotations

import time

from evaluation.planted_faults import read_planted
from newslint.language.pipeline import SpacyAnalyser
from newslint.markup.read import parse_article
from newslint.reading import Reading, prepare


def main() -> None:
    """Print the processor time of both on the planted stories, when everything is loaded."""
    analyser = SpacyAnalyser()
    spent = {"parse": 0.0, "readability": 0.0}
    stories = read_planted()
    # The clean texts warm up; the faulty ones, which no cache has seen, are measured.
    for measured, texts in ((False, [s.clean for s in stories]), (True, [s.text for s in stories])):
        readings = [Reading(parse_article(text, "story.txt"), analyser) for text in texts]
        start = time.process_time()
        prepare(readings, {"names"})
        parsed = time.process_time()
        for reading in readings:
            _ = reading.readability, reading.quoted_readability, reading.readability_of([2])
        done = time.process_time()
        if measured:
            spent = {"parse": parsed - start, "readability": done - parsed}
    share = spent["readability"] / spent["parse"]
    print(f"parse {spent['parse']:.3f} s, readability {spent['readability']:.3f} s: {share:.1%}")


if __name__ == "__main__":
    main()
