"""Whether an article speaks for its writer: a column, a letter, a first-person piece.

Only what it says of itself counts: a label above it, an address to the editor, or a writer who
says "I" throughout. News is not told in the first person, outside quotations.
"""

from __future__ import annotations

import re
from itertools import islice

from newslint.article import Article
from newslint.language.quotations import find_quotations
from newslint.vocabulary import words

#: Paragraphs outside quotations in which the writer says "I", and how many in a thousand words.
_PARAGRAPHS, _PER_THOUSAND = 3, 8

#: No "mine": in news it is one of coal or tin.
#: Begins with letters and not with \b: a search skips to the next of them.
_I = re.compile(r"I(?<!\wI)\b|m(?<!\wm)(?:y|e|yself)\b")
_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"\W*(\w[\w -]{2,30}?)\s*(?:[:|/.—–]|$)")


def is_personal(article: Article) -> bool:
    """Return whether an article calls itself opinion, or is told in the first person."""
    opening = (block.span.cut(article.text) for block in islice(article.blocks, 3))
    return any(map(_is_labelled, opening)) or _is_first_person(article)


def _is_labelled(text: str) -> bool:
    label = _LABEL.match(text)
    known = words("newslint.engine", "labels.yml", "opinion")
    return label is not None and label[1].casefold() in known


def _is_first_person(article: Article) -> bool:
    bodies = [block.span.cut(article.text) for block in article.blocks if block.is_body]
    if sum(_I.search(body) is not None for body in bodies) < _PARAGRAPHS:
        return False
    quoted = sorted(q.span for q in find_quotations(article).outer)
    total = said = paragraphs = 0
    for block in article.blocks:
        if not block.is_body:
            continue
        own: list[str] = []
        at = block.span.start
        for span in quoted:
            if block.span.covers(span):
                own.append(article.text[at : span.start])
                at = max(at, span.end)
        own.append(article.text[at : block.span.end])
        text = " ".join(own)
        here = len(_I.findall(text))
        paragraphs += here > 0
        said += here
        total += len(_WORD.findall(text))
    return paragraphs >= _PARAGRAPHS and said * 1000 >= _PER_THOUSAND * max(total, 1)
