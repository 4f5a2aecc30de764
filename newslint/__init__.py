"""newslint: an editorial-quality and attribution linter for news.

For content management systems::

    import newslint

    for finding in newslint.lint_text(text, path="story.md"):
        print(finding.start.line, finding.rule, finding.message)

For rules of one's own: `Rule`, `Problem`, `Example` and what a `Reading` offers.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.api import lint_text as lint_text
    from newslint.article import Article as Article
    from newslint.article import Block as Block
    from newslint.article import BlockKind as BlockKind
    from newslint.errors import ConfigError as ConfigError
    from newslint.errors import NewslintError as NewslintError
    from newslint.errors import Unavailable as Unavailable
    from newslint.finding import Edit as Edit
    from newslint.finding import Finding as Finding
    from newslint.finding import Fix as Fix
    from newslint.finding import Position as Position
    from newslint.finding import Problem as Problem
    from newslint.finding import Related as Related
    from newslint.finding import Severity as Severity
    from newslint.reading import Reading as Reading
    from newslint.rule import Example as Example
    from newslint.rule import Rule as Rule
    from newslint.settings import Settings as Settings
    from newslint.span import Span as Span

__version__ = "0.1.0"

_HOME = {
    "Article": "article",
    "Block": "article",
    "BlockKind": "article",
    "ConfigError": "errors",
    "Edit": "finding",
    "Example": "rule",
    "Finding": "finding",
    "Fix": "finding",
    "NewslintError": "errors",
    "Position": "finding",
    "Problem": "finding",
    "Reading": "reading",
    "Related": "finding",
    "Rule": "rule",
    "Settings": "settings",
    "Severity": "finding",
    "Span": "span",
    "Unavailable": "errors",
    "lint_text": "api",
}

__all__ = [  # the public names; a test pins them
    "Article",
    "Block",
    "BlockKind",
    "ConfigError",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "NewslintError",
    "Position",
    "Problem",
    "Reading",
    "Related",
    "Rule",
    "Settings",
    "Severity",
    "Span",
    "Unavailable",
    "__version__",
    "lint_text",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `import newslint` is quick."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
