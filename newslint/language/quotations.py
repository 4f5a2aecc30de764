"""Finding quotations."""

from __future__ import annotations

from newslint.article import Article
from newslint.language.quotation import Quotations


def find_quotations(article: Article) -> Quotations:
    """Return the quotations of an article, block by block."""
    return Quotations()
