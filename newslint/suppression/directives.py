"""The grammar of suppressions: comments and front matter to directives."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newslint.article import Article, Comment, Field
from newslint.span import Span

#: What a directive may do, as written.
VERBS = ("ignore", "off", "on", "ignore-file")

_OPENING = re.compile(r"<!--+|\{?/\*+")
_CLOSING = re.compile(r"(?:--+>|\*+/\}?)\Z")
_MEANT = re.compile(
    r"newslint(?=\s*[:\-]|\s+(?:ignore|off|on|disable|enable)\b)\s*(:?)\s*([\w-]*)", re.IGNORECASE
)
_NAME = re.compile(r"[^,]+")
_DASHES = re.compile(r"(?:^|(?<=\s))(?:--|–|—)(?=\s|$)")
_UNTIL = re.compile(r"(?:^|(?<=\s))until\s+(\S*\d\S*)$", re.IGNORECASE)
# A name starts with a capital letter, so that "confirmed by phone" stays a reason.
_BY = re.compile(r"(?:^|(?<=\s))by\s+([A-Z@][^\s,;]*(?:\s[^\s,;]+){0,3})$")


@dataclass(frozen=True, slots=True)
class Target:
    """A rule or group named in a directive, and the source span of that name."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Terms:
    """What follows the names: why, who says so, and until when (with its source span)."""

    reason: str = ""
    by: str | None = None
    until: datetime.date | None = None
    until_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """One suppression as written. `comment` is None where it stands in front matter.

    `span` is the whole of it in the source. `verb` is one of `VERBS`.
    """

    verb: str
    targets: tuple[Target, ...]
    terms: Terms
    span: Span
    comment: Comment | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a suppression; `span` is in the source.

    A `harmless` fault leaves the suppression in force.
    """

    message: str
    span: Span
    harmless: bool = False


def read_directives(article: Article) -> tuple[list[Directive], list[Fault]]:
    """Return the suppressions of an article in source order, and what is wrong with them."""
    directives: list[Directive] = []
    faults: list[Fault] = []
    for found in (*_from_front_matter(article), *_from_comments(article)):
        if isinstance(found, Fault):
            faults.append(found)
        else:
            directives.append(found)
            if found.verb != "on" and not found.terms.reason:
                message = 'no reason is given; add " -- " and why after the rule'
                faults.append(Fault(message, found.span, harmless=True))
    return directives, faults


def _from_comments(article: Article) -> Iterator[Directive | Fault]:
    for comment in article.comments:
        written = comment.span.cut(article.source)
        opening, closing = _OPENING.match(written), _CLOSING.search(written)
        start = opening.end() if opening else 0
        body = written[start : closing.start() if closing else len(written)]
        start += len(body) - len(body.lstrip())
        meant = _MEANT.match(body.strip())
        if meant:
            yield _comment(comment, meant, body.strip(), comment.span.start + start)


def _comment(comment: Comment, meant: re.Match[str], body: str, start: int) -> Directive | Fault:
    verb = meant[2].lower()
    if not meant[1]:
        return Fault('write "newslint:" with a colon, then ignore RULE', comment.span)
    if verb not in VERBS:
        given = f"{meant[2]!r} is not known" if verb else "it does not say what to do"
        return Fault(f"{given}; use ignore, off, on or ignore-file", comment.span)
    targets, terms = _names_and_terms(body[meant.end() :], start + meant.end(), comment.span)
    if isinstance(targets, Fault):
        return targets
    if isinstance(terms, Fault):
        return terms
    return Directive(verb, targets, terms, comment.span, comment)


def _names_and_terms(
    text: str, start: int, whole: Span
) -> tuple[tuple[Target, ...] | Fault, Terms | Fault]:
    """Read `RULE[, RULE] -- reason ...`; `start` is the source offset of `text`."""
    dashes = _DASHES.search(text)
    names = text[: dashes.start()] if dashes else text
    terms = _terms(text[dashes.end() :], start + dashes.end()) if dashes else Terms()
    return _targets(names, start, whole), terms


def _targets(text: str, start: int, whole: Span) -> tuple[Target, ...] | Fault:
    targets = []
    for match in _NAME.finditer(text):
        name = match[0].strip()
        if not name:
            continue
        at = start + match.start() + len(match[0]) - len(match[0].lstrip())
        if len(name.split()) > 1:
            message = 'put a comma between rules, and " -- " before the reason'
            return Fault(message, Span(at, at + len(name)))
        targets.append(Target(name, Span(at, at + len(name))))
    return tuple(targets) or Fault("name the rules it is about", whole)


def _terms(text: str, start: int) -> Terms | Fault:
    """Read `reason [by NAME] [until DATE]`, the last two in any order."""
    by = until = until_span = None
    rest = text.rstrip()
    for _ in range(2):
        date = _UNTIL.search(rest)
        name = _BY.search(rest)
        if date and until is None:
            until_span = Span(start + date.start(1), start + date.end(1))
            until = _date(date[1])
            if until is None:
                return Fault(f"{date[1]!r} is not a date like 2027-01-31", until_span)
            rest = rest[: date.start()].rstrip()
        elif name and by is None:
            by = name[1]
            rest = rest[: name.start()].rstrip()
    return Terms(" ".join(rest.split()), by, until, until_span)


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if len(text) == len("2027-01-31") else None
    except ValueError:
        return None


def _from_front_matter(article: Article) -> Iterator[Directive | Fault]:
    if article.front_matter is None:
        return
    entries: dict[str, list[tuple[str, Field]]] = {}
    for field in article.front_matter.all("newslint"):
        _, *path = field.key.split(".")
        if not path or path[0].lower() != "ignore":
            yield Fault("front matter has only newslint: {ignore: [...]}", field.key_span)
            continue
        # `ignore: RULE` without a list has no index; it is the only entry then.
        index = path[1] if len(path) > 1 and path[1].isdigit() else ""
        rest = path[2:] if index else path[1:]
        entries.setdefault(index, []).append((".".join(rest).lower(), field))
    for fields in entries.values():
        yield from _entry(fields)


def _entry(fields: list[tuple[str, Field]]) -> Iterator[Directive | Fault]:
    """Read one `{rule, reason, by, until}`, or the same as one line of text."""
    targets: list[Target] = []
    terms = Terms()
    for key, field in fields:
        name, _, rest = key.partition(".")
        if name in ("", "rule") and (not rest or rest.isdigit()):
            found, given = _names_and_terms(field.value, field.span.start, field.span)
            if isinstance(found, Fault):
                yield found
                return
            if isinstance(given, Fault):
                yield given
                return
            # A quoted value may be longer in the source than it reads: then mark all of it.
            exact = len(field.span) == len(field.value)
            targets += found if exact else (Target(t.name, field.span) for t in found)
            terms = _merged(terms, given)
        elif name == "reason":
            terms = _merged(terms, Terms(reason=" ".join(field.value.split())))
        elif name == "by":
            terms = _merged(terms, Terms(by=field.value.strip() or None))
        elif name == "until":
            until = _date(field.value.strip())
            if until is None:
                yield Fault(f"{field.value!r} is not a date like 2027-01-31", field.span)
                return
            terms = _merged(terms, Terms(until=until, until_span=field.span))
        else:
            yield Fault(f"{name!r} is not known; use rule, reason, by, until", field.key_span)
    first, last = fields[0][1], fields[-1][1]
    whole = Span(min(first.span.start, first.key_span.start), max(last.span.end, first.span.end))
    if targets:
        yield Directive("ignore-file", tuple(targets), terms, whole)
    else:
        yield Fault("name the rules it is about", whole)


def _merged(one: Terms, other: Terms) -> Terms:
    return Terms(
        one.reason or other.reason,
        one.by or other.by,
        one.until or other.until,
        one.until_span or other.until_span,
    )
