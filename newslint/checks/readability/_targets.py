"""What the rules about readability share: the targets, and how a miss is told."""

from __future__ import annotations

from pydantic import Field

from newslint.language.measures import Readability
from newslint.rule import Rule


class _Targets(Rule):
    """A rule that holds figures against targets; a target that is None is not held."""

    max_grade: float | None = Field(None, description="The highest Flesch-Kincaid grade.")
    min_ease: float | None = Field(None, description="The lowest Flesch reading ease.")
    max_fog: float | None = Field(None, description="The highest Gunning fog index.")
    max_smog: float | None = Field(None, description="The highest SMOG grade.")
    max_sentence_words: float | None = Field(
        None, description="The most words in a sentence, on average."
    )
    max_paragraph_words: float | None = Field(
        None, description="The most words in a paragraph, on average."
    )
    minimum_words: int = Field(150, description="Shorter texts give no reliable figure.")

    def misses(self, measured: Readability) -> str | None:
        """Return every figure that misses its target, with the target; None if none does."""
        if measured.words < self.minimum_words:
            return None
        most = (
            ("Flesch-Kincaid grade", measured.grade, self.max_grade),
            ("fog index", measured.fog, self.max_fog),
            ("SMOG", measured.smog, self.max_smog),
            ("words a sentence", measured.sentence_words, self.max_sentence_words),
            ("words a paragraph", measured.paragraph_words, self.max_paragraph_words),
        )
        told = [
            f"{name} {value:.1f} (aim: {aim:g} or less)"
            for name, value, aim in most
            if aim is not None and round(value, 1) > aim  # as it is told
        ]
        if self.min_ease is not None and measured.ease < self.min_ease:
            told.append(f"reading ease {measured.ease:.1f} (aim: {self.min_ease:g} or more)")
        return ", ".join(told) or None
