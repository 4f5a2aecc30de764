"""grammar.wrong-article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from newslint.article import InlineKind
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

# Four letters at least, all small: no names, initials or labels ("plan a is").
_ARTICLE = LazyRegex(
    r"(?<![\w'’./-])(?P<article>[Aa]n?)[^\S\n]+(?P<word>[a-z]{4,})(?![\w./]|['’](?!s\b))"
)
# Figures, short forms, names and short words, whose sound is told another way.
_SPOKEN = LazyRegex(
    r"(?<![\w'’./&-])(?P<article>an?|An?(?= (?:[£$€]?\d|[A-Z]{2})))[^\S\n]+"
    r"(?P<word>[£$€]?\d[\d,]*|[A-Z]{2,5}(?![\w&./])|[A-Z][a-z]{3,}|[a-z]{2,3}(?![\w'’./]))"
)
_VOWEL = LazyRegex(r"[aeiouy]")
_SHORT = 3  # letters of a word that tells its sound by a list alone
_TEENS = 2  # digits before the thousands, where a figure begins with eleven or eighteen


class WrongArticle(Rule):
    """Write "an" before a vowel sound and "a" before any other.

    It is the sound that counts: an hour, a union, a one-off. Only words whose sound is sure
    are reported; "an historic" is left to the house style. Names, initials and quotations are
    left alone.
    """

    id: str = "grammar.wrong-article"
    message: str = "Write “%s” before “%s”."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_A,)
    fixes: ClassVar = "safe"
    examples: ClassVar = (
        Example("Crews found [[a]] empty boat.", fixed="Crews found an empty boat."),
        Example("[[An]] bridge fell.", fixed="A bridge fell."),
        Example(
            "It took [[a]] hour to build [[an]] unique wall.",
            fixed="It took an hour to build a unique wall.",
        ),
        Example(
            "It was [[a]] £8m loss for [[an]] US firm, [[a]] NHS trust and [[an]] one-off case."
        ),
        Example("He is [[a]] Irish farmer aged 71, of [[a]] old family."),
        Example("A US firm, a NATO base, a 1,800-seat hall, an £11,000 fine and a £1,100 fee."),
        Example("It took an hour to find a one-off use for an unused boat."),
        Example("It was [[a]] unusual step to buy [[an]] house and [[a]] upturned boat."),
        Example("It was an historic day for a union of a European kind, an MP said."),
        Example('"It is a empty boat," the sailor said.'),
        Example("Plan A is over, and vitamin A also helps."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each article that does not go with the next word."""
        foreign = [i.span for i in reading.article.inlines if i.kind is InlineKind.EMPHASIS]
        for block in reading.blocks:
            text = block.span.cut(reading.text)
            for match in (*_ARTICLE.finditer(text), *_SPOKEN.finditer(text)):
                known = match["word"][0].islower() and len(match["word"]) > _SHORT
                wanted = _article(match["word"]) if known else _article_of(match["word"])
                written = match["article"]
                if wanted is None or wanted == written.lower():
                    continue
                if written == "A" and not _starts(match) and match["word"][0].islower():
                    continue  # a letter: "vitamin A also helps"
                place = Span(*match.span("article")).shifted(block.span.start)
                whole = Span(*match.span()).shifted(block.span.start)
                if not is_writers_own(reading, whole) or any(whole.overlaps(f) for f in foreign):
                    continue
                right = wanted.capitalize() if written[0].isupper() else wanted
                fix = Fix((Edit(place, right),), safe=bool(known))
                yield self.problem(place, right, match["word"], fix=fix)


def _starts(match: re.Match[str]) -> bool:
    """Return whether a sentence starts here, as far as the characters before tell."""
    before = match.string[: match.start()].rstrip()
    return not before or before[-1] in ".!?:—–"


def _article(word: str) -> str | None:
    """Return the article that goes with a word, or None if that is not sure."""
    if word.startswith(_beginnings("silent-h")):
        return "an"
    if word.startswith(_beginnings("sounds-like-consonant")):
        return "a"
    if word[0] == "u":
        return "an" if word.startswith(_beginnings("open-u")) else None
    if word[0] == "h":
        return None if word.startswith(_beginnings("either-h")) else "a"
    if word[0] in "xy" or _VOWEL.search(word) is None:
        return None
    return "an" if word[0] in "aeio" else "a"


def _article_of(word: str) -> str | None:
    """Return the article of a figure, a short form, a name or a word of three letters."""
    if not word[-1].isalpha():
        return _article_of_figure(word.lstrip("£$€").rstrip(","))
    if word.isupper():
        return _article_of_letters(word)
    if word[0].isupper():
        return (
            _article(word.lower()) if word[0] not in "HUXY" or word.startswith("Ukrain") else None
        )
    if word in vocabulary("articles", "short-vowel"):
        return "an"
    plain = word in vocabulary("articles", "short-consonant") or word in ("one", "use")
    return "a" if plain else None


def _article_of_figure(figure: str) -> str | None:
    """Return "an" before 8, 11, 18, 80 and the like, "a" before other figures."""
    digits = figure.replace(",", "")
    if not digits:
        return None
    if digits[0] == "8":
        return "an"
    if digits[:2] in ("11", "18"):
        # "1,100" is one thousand, 11,000 eleven; of "1800s" both are heard.
        many = len(digits)
        return "an" if many % 3 == _TEENS else ("a" if "," in figure else None)
    return "a"


def _article_of_letters(word: str) -> str | None:
    """Return the article of what is read letter by letter."""
    spelled = word in vocabulary("articles", "spelled") or not set(word) & set("AEIOUY")
    if not spelled:
        return None
    if word[0] == "U" or word.startswith("EU"):
        return "a"
    return "an" if word[0] in "AEFHILMNORSX" else "a"


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("articles", name))
