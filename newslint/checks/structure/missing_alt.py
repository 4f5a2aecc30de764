"""structure.missing-alt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule

_ALT = LazyRegex(r"\salt\s*=")


class MissingAlt(Rule):
    """Describe every picture in words for those who cannot see it.

    Screen readers read the alternative text aloud; without one they read the file name. In
    HTML an empty `alt` says on purpose that a picture is only decoration. Looked at are the
    pictures of the body, in Markdown or HTML; template tags have rules of their own.
    """

    id: str = "structure.missing-alt"
    message: str = "The picture has no alternative text: say in a few words what it shows."
    severity: Severity = Severity.SUGGESTION

    standards: ClassVar = ("https://www.w3.org/WAI/tutorials/images/",)
    exact: ClassVar[str] = "the picture has no description"
    examples: ClassVar = (
        Example("The quay was empty.\n\n![]([[/img/quay.jpg]])\n"),
        Example('<p>The quay was empty.</p><img src="[[/img/quay.jpg]]">', path="story.html"),
        Example("The quay was empty.\n\n![Nets drying on the quay](/img/quay.jpg)\n"),
        Example('<p>The quay was empty.</p><img src="/img/line.png" alt="">', path="story.html"),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at the address of each picture without a description."""
        article = reading.article
        for image in article.images:
            markup = image.span.cut(article.source).lstrip().lower()
            if markup.startswith("!["):
                described = image.alt is not None and len(image.alt) > 0
            elif markup.startswith("<img"):
                described = _ALT.search(markup) is not None
            else:
                continue  # a front-matter value, or a template tag with rules of its own
            if not described:
                yield self.problem(image.url_span or image.span, in_source=True)
