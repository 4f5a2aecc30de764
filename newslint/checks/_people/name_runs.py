"""Runs of capitalised words: names as their letters show them, without the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newslint.checks._phrases import vocabulary
from newslint.checks._prose import not_prose
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading, once_an_article
from newslint.span import Span

#: Endings that make another word of a name: Tarn, Tarns, Tarnish.
ENDINGS = frozenset(
    ["s", "n", "an", "ns", "ans", "ian", "ians", "ish", "ese", "i", "is", "er", "ers", "ic", "ite"]
)
#: Letters of the shortest surname that is compared, of a long one, and those that two share.
LEAST, LONG, SHARED = 4, 6, 4
_MOST = 400  # capitalised words looked at: a text with more is a list
_SMALL = r"(?:al|bin|da|de|del|della|den|der|di|du|el|la|le|ten|ter|van|von)"
_WORD = r"[A-Z][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_RUN = LazyRegex(
    rf"(?<![\w’'&-]){_WORD}(?:\.(?=\s[A-Z]))?(?:\s(?:{_SMALL}\s){{0,2}}{_WORD}){{0,5}}(?![\w&-])"
)
_TITLED = LazyRegex(
    r"^(?:(?:Det|Detective|Chief|Ch|Acting|Deputy|Supt|Insp|Inspector|Superintendent|Constable"
    r"|Sergeant|Sgt|PC|Con)\.?\s)*$"
)


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words in a row: a name, the titles before it, and where they stand.

    `words` is the name without its titles, `span` its place (text coordinates), `sentence`
    where its sentence begins; `opens` says that it opens the sentence.
    """

    words: tuple[str, ...]
    titles: tuple[str, ...]
    span: Span
    sentence: int
    opens: bool

    @property
    def surname(self) -> str:
        """The last word and the particles before it, without a possessive ending."""
        return self.words[-1]


@once_an_article
def name_runs(reading: Reading) -> tuple[NameRun, ...]:
    """Return the runs of capitalised words in the story.

    Quoted ones are among them: what is said aloud has no spelling but the writer's.
    """
    return tuple(_read_runs(reading))[:_MOST]


def _read_runs(reading: Reading) -> Iterator[NameRun]:
    titles = vocabulary("persons", "titles")
    for sentence in reading.sentences:
        if not reading.blocks[sentence.block].is_body:
            continue
        for match in _RUN.finditer(reading.text, sentence.span.start, sentence.span.end):
            start, words = match.start(), _joined(match[0])
            before: list[str] = []
            while len(words) > 1 and _leads(words, titles):
                if words[0] in titles or _TITLED.match(words[0] + " "):
                    before.append(words[0].rstrip("."))
                start = match.start() + match[0].index(words[1], start - match.start())
                words = words[1:]
            opens = match.start() == sentence.span.start
            if words[0] in titles or words[0].endswith(".") or words[-1].isupper():
                continue
            span = Span(start, match.end())
            if span.cut(reading.text).endswith(("’s", "'s")):
                span = Span(start, match.end() - 2)
                words = (*words[:-1], words[-1][:-2])
            if not not_prose(reading.article, span):
                yield NameRun(words, tuple(before), span, sentence.span.start, opens)


def _leads(words: tuple[str, ...], titles: frozenset[str]) -> bool:
    """Return whether the first word of a run is no part of the name: "Then Mr Roe"."""
    if words[0] in titles or _TITLED.match(words[0] + " ") or words[1] in titles:
        return True
    return words[0].lower() in vocabulary("persons", "no_first_name")


def _joined(run: str) -> tuple[str, ...]:
    """Return the words of a run; particles go with the word after them: "van Ulk"."""
    found: list[str] = []
    held = ""
    for word in run.split():
        small = word.islower() or (word.lower() in _particles() and not held)
        if small and word != run.split()[-1]:
            held += word + " "
            continue
        found.append(held + word)
        held = ""
    return tuple(found)


@cache
def _particles() -> frozenset[str]:
    return frozenset(["van", "von", "der", "den", "ten", "ter"])
