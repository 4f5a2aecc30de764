"""The article's own date."""

from __future__ import annotations

import datetime

from newslint.article import Article
from newslint.language.measures import DateAnchor


def find_anchor(article: Article, option: datetime.date | None = None) -> DateAnchor | None:
    """Return the date to resolve weekdays and relative dates against, or None."""
    if option is not None:
        return DateAnchor(option, "option")
    return None
