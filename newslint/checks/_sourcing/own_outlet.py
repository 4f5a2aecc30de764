"""The name of the newsroom's own outlet, as far as the article tells it."""

from __future__ import annotations

import re
from collections import Counter

from newslint.article import Article
from newslint.checks._datelines import dateline_of
from newslint.language.lazy_regex import LazyRegex

#: Front-matter keys under which sites write their own name.
_KEYS = ("site", "site_name", "og:site_name", "publisher", "publication", "outlet", "newspaper")
_RIGHTS = LazyRegex(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b)[ ,©]*(?:\d{4}(?:[-–]\d{2,4})?[ ,]*)?(?:by )?"
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:of |and )?[A-Z][\w’'&-]*){0,4})"
)
_NAME = r"(?:[Tt]he )?(?P<name>[A-Z][\w’'&-]*(?: (?:of |and )?[A-Z][\w’'&-]*){0,4})"
# What only the outlet itself can say: it could not verify, or was not answered.
_CHECKED = LazyRegex(
    rf"\b{_NAME} (?:(?:could not|was(?: not|n[’']t)? (?:un)?able to|cannot|has not been able to)"
    r"(?: independently| immediately)? (?:verify|confirm|reach|establish|contact|authenticate)"
    r"|is (?:not naming|withholding)|has (?:agreed|chosen) not to)\b"
)
_TOLD = LazyRegex(rf"\b(?:told|tell|tells|telling) {_NAME}")
_OFTEN = 2  # times that people speak to an outlet that is nowhere credited
# Only one's own newsroom is told of so: "Tarn Wire contacted the owner for comment".
_ASKING = LazyRegex(
    r"\b(?P<name>[A-Z][\w’'&-]*(?: (?:of )?[A-Z][\w’'&-]*){0,3}) (?:has |have |had )?(?:also )?"
    r"(?:contacted|approached|emailed|e-mailed|reached out to|(?:interviewed|asked) (?=[A-Z])|"
    r"spoke (?:to|with)|took photographs|attended)\b"
)
_NOT_OUTLETS = frozenset({"he", "i", "it", "police", "she", "they", "we", "who", "you"})
_AGENCIES = {"AP": "associated press", "AFP": "agence france-presse", "PA": "press association"}


def own_outlets(article: Article) -> frozenset[str]:
    """Return names of the outlet that publishes the article, in lower case, without "the".

    They are those of the front matter, of a copyright line, and of the agency in the dateline;
    those that check things or ask people, or are spoken to again and again, as only one's own is.
    """
    names: list[str] = []
    if article.front_matter is not None:
        named = (article.front_matter.get(key) for key in _KEYS)
        names += [field.value for field in named if field is not None]
    names += [match["name"] for match in _RIGHTS.finditer(article.text)]
    names += [match["name"] for match in _CHECKED.finditer(article.text)]
    told = Counter(match["name"] for match in _TOLD.finditer(article.text))
    names += [
        name
        for name, times in told.items()
        if times >= _OFTEN and not re.search(rf"{re.escape(name)} (?:first )?report", article.text)
    ]
    names += [
        m["name"] for m in _ASKING.finditer(article.text) if m["name"].lower() not in _NOT_OUTLETS
    ]
    dateline = dateline_of(article)
    if dateline is not None and dateline.agency is not None:
        names += [dateline.agency, _AGENCIES.get(dateline.agency, dateline.agency)]
    return frozenset(" ".join(n.lower().removeprefix("the ").split()) for n in names)
