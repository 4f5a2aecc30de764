"""structure.missing-byline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.article import Article
from newslint.checks._bylines import empty_byline_field, find_byline
from newslint.checks._prose import body_words
from newslint.checks._support import document_place
from newslint.finding import Problem, Severity
from newslint.language.anchor import find_anchor
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_EMPTY = "“%s” is empty: name the writer, or the agency the article comes from."
_ORIGIN = LazyRegex(
    r"^\W{0,3}original (?:url|article|post|source)\s*:", re.IGNORECASE | re.MULTILINE
)
_DAY = LazyRegex(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, "
    r"(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4}"
)


class MissingByline(Rule):
    """Sign the article: say who wrote it, or which agency it comes from.

    A reader who wants to know who answers for a story, or to send a correction, needs a name.
    A byline in the front matter counts, as does one in the text ("By Ada Lind") or an
    agency's name in the dateline. Plain text with neither front matter nor a line for the day,
    or from an archive (its day has the name of the weekday), may well be signed in another
    system: that is a suggestion only. Pieces shorter than
    `minimum_words` are left alone.
    """

    id: str = "structure.missing-byline"
    message: str = "The article has no byline: name the writer, or the agency it comes from."
    severity: Severity = Severity.WARNING
    minimum_words: int = 80

    standards: ClassVar = (
        "https://thetrustproject.org/trust-indicators/",
        "https://www.spj.org/spj-code-of-ethics/",
    )
    examples: ClassVar = (
        Example(
            "# [[Ferry strike ends]]\n\nThe crews went back to work at dawn.",
            options=(("minimum_words", 4),),
        ),
        Example(
            "---\ntitle: [[Ferry strike ends]]\ndate: 2031-03-04\n---\n\nThe crews are back.",
            options=(("minimum_words", 4),),
        ),
        Example(
            "---\ntitle: Ferry strike ends\nauthor: Ada Lind\n---\n\nThe crews went back to work.",
            options=(("minimum_words", 4),),
        ),
        Example(
            "# Ferry strike ends\n\nBy Ada Lind\n\nThe crews went back to work at dawn.",
            options=(("minimum_words", 4),),
        ),
        Example(
            "# Ferry strike ends\n\nOSLO (Reuters) - The crews went back to work at dawn.",
            options=(("minimum_words", 4),),
        ),
        Example(
            "---\ntitle: Ferry strike ends\n[[author]]:\n---\n\nThe crews are back at their work.",
            options=(("minimum_words", 4),),
        ),
        Example("# Ferry strike ends\n\nThe crews went back to work at dawn."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield one problem of the whole article if nobody signs it."""
        article = reading.article
        if body_words(article) < self.minimum_words or find_byline(article) is not None:
            return
        empty = empty_byline_field(article)
        if empty is not None:
            yield self.problem(empty.key_span, message=_EMPTY % empty.key, in_source=True)
            return
        limit = Severity.SUGGESTION if _is_bare(article) else None
        place = document_place(reading)
        if place is not None:
            yield self.problem(place, document=True, at_most=limit)


def _is_bare(article: Article) -> bool:
    """Return whether this is text and nothing else, which another system may well sign.

    Copy with front matter or markup, or with a line for the day under the headline, keeps such
    things in the file.
    """
    if article.front_matter is not None:
        return False
    if _ORIGIN.search(article.text):
        return True  # the page it was taken from has the name
    if article.format != "text":
        return False
    written = find_anchor(article)
    if written is None or written.origin != "text":
        return True
    # "Monday, 5 May 2031" alone on its line is how archives print the day; they sign elsewhere.
    return any(_DAY.fullmatch(b.span.cut(article.text).strip()) for b in article.blocks[:3])
