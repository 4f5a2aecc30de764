"""Readability by textstat."""

from __future__ import annotations

from newslint.language.measures import Readability


def measure(text: str, paragraphs: int = 1) -> Readability:
    """Return the readability of `text`; all zeros for a text without words.

    The formulas are those of Flesch and Kincaid, Gunning (fog) and McLaughlin (SMOG, which
    is 0 below three sentences), as textstat computes them. `paragraphs` is how many the text
    was made of.
    """
    if not any(c.isalnum() for c in text):
        return Readability(0, 0, 0.0, 0.0, 0.0, 0.0, 0)
    import textstat

    from newslint.language.hyphens import hyphenate_as_needed
    from newslint.language.pronunciations import read_as_needed

    hyphenate_as_needed()
    read_as_needed()
    return Readability(
        words=int(textstat.lexicon_count(text)),
        sentences=int(textstat.sentence_count(text)),
        grade=float(textstat.flesch_kincaid_grade(text)),
        ease=float(textstat.flesch_reading_ease(text)),
        fog=float(textstat.gunning_fog(text)),
        smog=float(textstat.smog_index(text)),
        paragraphs=paragraphs,
    )
