"""What the desk writes into the front matter: sign-offs, embargoes, corrections."""

from __future__ import annotations

from newslint.article import Article, Field
from newslint.markup.options import DEFAULTS
from newslint.reading import Reading
from newslint.span import Span

#: Values that leave a question open, whatever the key.
_OPEN = frozenset(
    {"", "false", "no", "none", "null", "~", "pending", "open", "tbc", "tbd", "n/a", "-", "?"}
)


def desk_field(article: Article, role: str) -> Field | None:
    """Return the front-matter field of this role (`embargo`, `approved_by`), if it is there.

    It may be blank or say "no".
    """
    if article.front_matter is None:
        return None
    wanted = [key.lower() for key in _keys(article, role)]
    found = {f.key.lower().removesuffix(".0"): f for f in reversed(article.front_matter.fields)}
    return next((found[key] for key in wanted if key in found), None)


def is_answered(field: Field | None) -> bool:
    """Return whether a field says something: a name, a date, yes."""
    return field is not None and field.value.strip().casefold() not in _OPEN


def key_of(article: Article, role: str) -> str:
    """Return the first front-matter key of a role on this site, for messages."""
    return _keys(article, role)[0]


def field_place(reading: Reading, field: Field) -> Span:
    """Return where to show a problem of a field (source): its value, else its key."""
    value = field.span.cut(reading.article.source)
    if not value.strip():
        return field.key_span
    start = field.span.start + len(value) - len(value.lstrip())
    return Span(start, start + len(value.strip()))


def _keys(article: Article, role: str) -> tuple[str, ...]:
    return article.keys.get(role) or DEFAULTS.keys[role]
