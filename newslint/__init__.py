"""newslint: an editorial-quality and attribution linter for news."""

__version__ = "0.1.0"
